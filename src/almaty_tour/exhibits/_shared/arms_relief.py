"""Beasts and borders in gold: figures of tapering lines, as cut-out plates or chased on a strip."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import sdf
from almaty_tour.kit.extrude import grid_faces
from almaty_tour.kit.lathe import sphere
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.settle import settled
from almaty_tour.kit.skin import skin
from almaty_tour.kit.solid import solid
from almaty_tour.kit.transform import matrices, replicate, scale
from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]
Line = tuple[Sequence[tuple[float, float]], Sequence[float]]
"""Points in the plane and half a breadth at each."""
Figure = Sequence[Line]


def moved(figure: Figure, x: float, y: float, size: float = 1.0, *, stout: float = 1.0) -> Figure:
    """A figure scaled and moved, its lines `stout` times as broad."""
    return [([(x + size * a, y + size * b) for a, b in points], [stout * size * r for r in half])
            for points, half in figure]  # fmt: skip


def raised(figure: Figure, flat: float, soft: float = 0.06) -> sdf.Field:
    """Round bars along the lines, melted together, `flat` times as thick as broad."""
    limbs = [
        sdf.limb([(a, b, 0.0) for a, b in points], [float(r) for r in half], 0.5 * soft)
        for points, half in figure
    ]
    return sdf.scaled(sdf.union(limbs, soft), 1.0, 1.0, flat)


def cord(
    path: npt.ArrayLike, radius: float, pitch: float, deep: float = 0.18, flat: float = 1.0
) -> sdf.Field:
    """A bar with cross ribs every `pitch` along a (k, 2) line of the plane."""
    line = np.asarray(path, np.float64)
    ways = np.diff(line, axis=0)
    lengths = np.hypot(*ways.T)
    starts = np.concatenate([[0.0], np.cumsum(lengths)])

    def field(p: F64) -> F64:
        near, along = np.full(len(p), np.inf), np.zeros(len(p))
        for start, way, length, base in zip(line[:-1], ways, lengths, starts, strict=False):
            off = p[:, :2] - start
            share = np.clip(off @ way / length**2, 0.0, 1.0)
            away = sdf.squared_gap(off, share, way)
            along = np.where(away < near, base + share * length, along)
            near = np.minimum(near, away)
        thick = radius * (1.0 + deep * np.cos(2.0 * np.pi * along / pitch))
        return np.asarray((np.sqrt(near + (p[:, 2] / flat) ** 2) - thick) * min(1.0, flat))

    return field


def closed(outline: npt.ArrayLike) -> F64:
    """The outline with its first point once more at its end."""
    ring = np.asarray(outline, np.float64)
    return np.concatenate([ring, ring[:1]])


def beaded(
    path: npt.ArrayLike, radius: float, pitch: float, paint: Paint, *, long: float = 1.0
) -> MeshData:
    """Round or `long` beads side by side on a (k, 2) line of the plane, about z = 0."""
    line = np.asarray(path, np.float64)
    run = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    count = max(2, round(run[-1] / pitch))
    at = np.linspace(0.0, run[-1], count, endpoint=False)
    spots = np.stack([np.interp(at, run, line[:, axis]) for axis in (0, 1)], axis=1)
    ahead = np.stack([np.interp(at + 0.01, run, line[:, axis]) for axis in (0, 1)], axis=1)
    way = ahead - spots
    bead = scale(sphere(radius, paint, sides=10), long, 1.0, 0.9)
    return replicate(bead, matrices(spots, turn_deg=np.degrees(np.arctan2(way[:, 1], way[:, 0]))))


def cast(
    fields: Sequence[sdf.Field],
    low: sdf.Vector,
    high: sdf.Vector,
    paint: Paint,
    *,
    cell: float,
    triangles: int,
    soft: float = 0.05,
) -> MeshData:
    """One piece of metal of the fields."""
    return settled(skin(sdf.union(list(fields), soft), low, high, cell, paint, triangles=triangles))


def rise(figure: Figure, points: F64) -> F64:
    """(n,) heights of a chased figure at (n, 2) points: each line is a round ridge."""
    top = np.zeros(len(points))
    for line, half in figure:
        path, radii = np.asarray(line, np.float64), np.asarray(half, np.float64)
        for a, b, ra, rb in zip(path[:-1], path[1:], radii[:-1], radii[1:], strict=True):
            way, off = b - a, points - a
            share = np.clip(off @ way / max(float(way @ way), 1e-12), 0.0, 1.0)
            away = np.hypot(*(off - share[:, None] * way).T)
            radius = ra + (rb - ra) * share
            dome = np.sqrt(np.clip(1.0 - (away / radius) ** 2, 0.0, 1.0))
            top = np.maximum(top, radius**0.5 * dome)
    return top


def strip(
    length: float,
    half: tuple[float, float],
    figure: Figure,
    paint: Paint,
    *,
    step: float,
    thick: float = 0.06,
    deep: float = 0.12,
) -> MeshData:
    """A band of sheet from x = 0 to `length`, `half` broad at its ends, beasts chased on top."""
    columns, rows = int(length / step) + 1, int(2.0 * half[0] / step) + 1
    u, v = np.meshgrid(np.linspace(0.0, 1.0, columns), np.linspace(-1.0, 1.0, rows))
    broad = half[0] + (half[1] - half[0]) * u
    plan = np.column_stack([(u * length).ravel(), (v * broad).ravel()])
    border = np.clip((np.abs(v.ravel()) - 0.8) / 0.1, 0.0, 1.0)
    height = thick + np.maximum(deep * rise(figure, plan), 0.4 * deep * border)
    top = np.column_stack([plan, height])
    index = np.arange(len(top)).reshape(rows, columns)
    rim = np.concatenate([index[0, :-1], index[:-1, -1], index[-1, :0:-1], index[:0:-1, 0]])
    below = top[rim] * [1.0, 1.0, 0.0]
    here = len(top) + np.arange(len(rim))
    after, ahead = np.roll(here, -1), np.roll(rim, -1)
    centre = np.full(len(rim), len(top) + len(rim))
    sides = [np.stack([rim, here, after], axis=1), np.stack([rim, after, ahead], axis=1)]
    cap = np.stack([here, centre, after], axis=1)
    faces = np.concatenate([grid_faces(rows, columns)[:, ::-1], *sides, cap])
    points = np.concatenate([top, below, [[length / 2, 0.0, 0.0]]])
    return solid(points, faces, paint, crease_deg=50.0)
