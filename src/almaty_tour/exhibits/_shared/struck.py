"""Coins, mirrors and medals: thin rounds with relief on both faces, closed all round."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.extrude import grid_faces
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]
Height = Callable[[F64], F64]
"""(n, 2) points of a face in centimetres to (n,) heights above its ground in centimetres."""
Radius = Callable[[F64], F64]
"""(n,) angles in radians to (n,) radii in centimetres."""


def struck(
    outer: Radius,
    thickness_cm: float,
    obverse: Height,
    reverse: Height,
    paint: Paint,
    *,
    inner: Radius | None = None,
    sides: int = 240,
    rings: int = 48,
) -> MeshData:
    """A round lying on its reverse, its middle at the origin; `inner` is the rim of a hole.

    Seen from below, x of the reverse runs to the left, so that both faces read upright when the
    piece is turned about its upright axis.
    """
    turn = np.linspace(0.0, 2.0 * np.pi, sides, endpoint=False, dtype=np.float64)
    hole = np.zeros(sides) if inner is None else inner(turn)
    share = np.linspace(0.0, 1.0, rings, dtype=np.float64)[:, None]
    radius = hole + (outer(turn) - hole) * share
    plan = np.stack([radius * np.cos(turn), radius * np.sin(turn)], axis=2).reshape(-1, 2)
    rim = np.minimum(1.0, (1.0 - share) * rings / 2.0) * np.ones_like(radius)
    half = thickness_cm / 2 * (0.55 + 0.45 * rim.reshape(-1))
    top = np.column_stack([plan, half + obverse(plan)])
    below = np.column_stack([plan, -half - reverse(plan * [-1.0, 1.0])])
    face = grid_faces(rings, sides, wrap_columns=True)
    count = rings * sides
    last = (rings - 1) * sides
    here = np.arange(sides)
    after = (here + 1) % sides
    edge = _band(last + here, last + after, count)
    seam = _band(after, here, count)
    faces = np.concatenate([face, face[:, ::-1] + count, edge, seam])
    return solid(np.concatenate([top, below]), faces, paint, crease_deg=60.0)


def _band(a: npt.NDArray[np.int64], b: npt.NDArray[np.int64], step: int) -> npt.NDArray[np.int64]:
    """(2k, 3) faces that join a ring of the upper face to that of the lower one."""
    upper = np.stack([a, a + step, b], axis=1)
    lower = np.stack([b, a + step, b + step], axis=1)
    return np.concatenate([upper, lower])


def circle(radius_cm: float) -> Radius:
    """A round rim."""
    return lambda turn: np.full(len(turn), radius_cm)


def square(half_cm: float, round_cm: float = 0.0) -> Radius:
    """A square rim with a side of twice `half_cm`."""

    def radius(turn: F64) -> F64:
        longest = np.maximum(np.abs(np.cos(turn)), np.abs(np.sin(turn)))
        return np.asarray(np.minimum(half_cm / longest, half_cm * np.sqrt(2.0) - round_cm))

    return radius


def strokes(lines: Sequence[npt.ArrayLike], width_cm: float, height_cm: float) -> Height:
    """Raised lines with round edges: each of (k, 2) points; where they cross none is higher."""
    paths = [np.asarray(line, np.float64).reshape(-1, 2) for line in lines]
    starts = np.concatenate([path[:-1] for path in paths])
    ways = np.concatenate([np.diff(path, axis=0) for path in paths])

    def height(points: F64) -> F64:
        near = np.full(len(points), np.inf)
        for start, way in zip(starts, ways, strict=True):
            off = points - start
            share = np.clip(off @ way / max(float(way @ way), 1e-12), 0.0, 1.0)
            near = np.minimum(near, np.hypot(*(off - share[:, None] * way).T))
        return height_cm * smooth_step((1.25 * width_cm - near) / width_cm)

    return height


def ridge(radius: Radius, width_cm: float, height_cm: float) -> Height:
    """A raised line along a rim."""

    def height(points: F64) -> F64:
        away = np.hypot(*points.T) - radius(np.arctan2(points[:, 1], points[:, 0]))
        return height_cm * smooth_step((0.75 * width_cm - np.abs(away)) / (0.5 * width_cm))

    return height


def together(*parts: Height) -> Height:
    """The highest of several reliefs."""

    def height(points: F64) -> F64:
        return np.asarray(np.max([part(points) for part in parts], axis=0))

    return height


def smooth_step(value: npt.ArrayLike) -> F64:
    """0 below 0 to 1 above 1 along an S."""
    share = np.clip(np.asarray(value, np.float64), 0.0, 1.0)
    return np.asarray(share * share * (3.0 - 2.0 * share))
