"""Words shared by the sports halls: bevelled cladding plates, fins, painted stripes, car parks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.dice import tiles
from almaty_tour.kit.extrude import block, grid_faces, prism
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.profile import F64, line
from almaty_tour.kit.solid import solid
from almaty_tour.kit.transform import at, on_edge
from almaty_tour.mesh.data import MeshData, merge

Spot = tuple[float, float]

BEVEL_M = (0.05, 0.07)
"""Half a joint, and how far a plate stands before it."""


def shaded(data: MeshData, shade: npt.ArrayLike) -> MeshData:
    """The mesh with its tint multiplied by one number a vertex."""
    tint = data.tint.astype(np.float64)
    tint[:, :3] *= np.asarray(shade, np.float64)[:, None]
    return replace(data, tint=np.rint(np.clip(tint, 0, 255)).astype(np.uint8))


def cladding(
    a: npt.ArrayLike,
    b: npt.ArrayLike,
    low_m: float,
    high_m: float,
    plate_m: tuple[float, float],
    paint: Paint,
    name: str,
    *,
    variety: float = 0.1,
) -> MeshData:
    """A wall of bevelled plates from plan point a to b (outside on the right of the way)."""
    start, end = np.asarray(a, np.float64), np.asarray(b, np.float64)
    length = float(np.linalg.norm(end - start))
    across = max(1, round(length / plate_m[0]))
    up = max(1, round((high_m - low_m) / plate_m[1]))
    x, z = np.linspace(0.0, length, across + 1), np.linspace(low_m, high_m, up + 1)
    left, foot = np.meshgrid(x[:-1], z[:-1], indexing="ij")
    right, head = np.meshgrid(x[1:], z[1:], indexing="ij")
    outer = _ring(left, right, foot, head, 0.0, 0.0)
    inner = _ring(left, right, foot, head, *BEVEL_M)
    sides = [
        np.stack([outer[:, i], outer[:, j], inner[:, j], inner[:, i]], axis=1)
        for i, j in ((0, 1), (1, 2), (2, 3), (3, 0))
    ]
    made = quadrilaterals(np.concatenate([inner, *sides]), paint)
    shade = 1.0 - variety * fraction(hashed(name, len(inner)), 1)
    return on_edge(shaded(made, np.repeat(np.tile(shade, 5), 4)), start, end)


def _ring(left: F64, right: F64, foot: F64, head: F64, gap: float, out: float) -> F64:
    corners = (
        (left + gap, foot + gap),
        (right - gap, foot + gap),
        (right - gap, head - gap),
        (left + gap, head - gap),
    )
    flat = [np.stack([x, np.full_like(x, -out), z], axis=-1) for x, z in corners]
    return np.stack(flat, axis=2).reshape(-1, 4, 3)


def band(
    a: npt.ArrayLike, b: npt.ArrayLike, low_m: float, high_m: float, out_m: float, paint: Paint
) -> MeshData:
    """A plain strip that stands before the wall from plan point a to b."""
    start, end = np.asarray(a, np.float64), np.asarray(b, np.float64)
    length = float(np.linalg.norm(end - start))
    return on_edge(block((0.0, -out_m, low_m), (length, 0.02, high_m), paint), start, end)


def fins(
    a: npt.ArrayLike,
    b: npt.ArrayLike,
    count: int,
    size_m: tuple[float, float],
    span_m: tuple[float, float],
    paint: Paint,
) -> MeshData:
    """Upright fins (width, depth) at even steps from a to b, both ends included; bare behind."""
    start, end = np.asarray(a, np.float64), np.asarray(b, np.float64)
    way = end - start
    x, y, (low, high) = size_m[0] / 2, -size_m[1], span_m
    foot = [(-x, 0.0), (-x, y), (x, y), (x, 0.0)]
    sides = [
        [(*foot[k], low), (*foot[k + 1], low), (*foot[k + 1], high), (*foot[k], high)]
        for k in range(3)
    ]
    fin = quadrilaterals(
        [*sides, [(*v, high) for v in foot], [(*v, low) for v in foot[::-1]]], paint
    )
    spots = start + np.linspace(0.0, 1.0, count)[:, None] * way
    return at(fin, spots, turn_deg=float(np.degrees(np.arctan2(way[1], way[0]))))


def meadow(
    centre: tuple[float, float], radius_m: float, z_m: float, inner: Paint, outer: str
) -> MeshData:
    """A wavy round of grass that dries out to the colour `outer` at its edge, with a skirt."""
    turn = np.arange(40) * (2 * np.pi / 40)
    edge = radius_m * (0.95 + 0.03 * np.sin(3 * turn) + 0.02 * np.sin(7 * turn + 1.0))
    ring = edge[:, None] * np.column_stack([np.cos(turn), np.sin(turn)])
    share = np.array([0.02, 0.4, 0.7, 0.88, 1.0])
    flat = (share[:, None, None] * ring + np.array(centre)).reshape(-1, 2)
    top = solid(
        np.column_stack([flat, np.full(len(flat), z_m)]),
        grid_faces(len(share), 40, wrap_columns=True),
        inner,
    )
    away = np.linalg.norm(top.positions[:, :2] - np.array(centre), axis=1) / radius_m
    mix = np.clip((away - 0.45) / 0.4, 0.0, 1.0)[:, None]
    dry = np.array(Paint("lawn", outer).tint[:3], np.float64)
    tint = top.tint.copy()
    tint[:, :3] = np.rint(tint[:, :3] * (1.0 - mix) + dry * mix)
    skirt = prism(ring + centre, -1.5, z_m, Paint("lawn", outer), bottom=False, top=False)
    return merge([replace(top, tint=tint), skirt])


def returned(x_m: float, y_m: tuple[float, float], east: bool) -> tuple[Spot, Spot]:
    """Ends of a wall on the plane x that looks to +x, or to -x: from front to back or reverse."""
    front, back = (x_m, y_m[0]), (x_m, y_m[1])
    return (front, back) if east else (back, front)


def plot(low: tuple[float, float], high: tuple[float, float]) -> F64:
    """A rectangle between two corners."""
    return line(low, (high[0], low[1]), high, (low[0], high[1]))


def bays(
    low: tuple[float, float], high: tuple[float, float], z_m: float, asphalt: Paint
) -> tuple[MeshData, F64]:
    """A car park with two rows of bays along x; also the (k, 2) middles of all bays."""
    floor = tiles(low, high, z_m, asphalt, 12.0)
    count = int((high[0] - low[0] - 4.0) / 2.7)
    x = low[0] + 2.0 + 2.7 * np.arange(count + 1)
    ring = [(-0.06, -2.5, 0.025), (0.06, -2.5, 0.025), (0.06, 2.5, 0.025), (-0.06, 2.5, 0.025)]
    stripe = quadrilaterals([ring], Paint("painted_metal", "#E6E4DC"))
    rows = (low[1] + 3.2, high[1] - 3.2)
    lines = [at(stripe, np.column_stack([x, np.full(len(x), y), np.full(len(x), z_m)]))
             for y in rows]  # fmt: skip
    middles = np.concatenate([np.column_stack([x[:-1] + 1.35, np.full(count, y)]) for y in rows])
    return merge([floor, *lines]), middles
