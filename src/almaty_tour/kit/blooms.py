"""Flower beds as fields of small faceted heads in hashed colours."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

LEAVES = Paint("foliage", "#4F6B35")


def blooms(
    outline: npt.ArrayLike,
    z_m: float,
    paints: Sequence[Paint],
    name: str,
    *,
    pitch_m: float = 0.6,
    height_m: float = 0.35,
    holes: Sequence[npt.ArrayLike] = (),
    mound: Paint = LEAVES,
) -> MeshData:
    """Flower heads on a jittered grid inside an outline, over a low mound of leaves.

    Paint, size and place of every head come from the integer hash of `name`.
    """
    edge = profile.counter_clockwise(outline)
    spots = _grid(edge, pitch_m)
    seed = hashed(name, len(spots))
    shift = np.stack([fraction(seed, 1), fraction(seed, 2)], axis=1) - 0.5
    spots = spots + 0.5 * pitch_m * shift
    kept = inside(spots, edge)
    for hole in holes:
        kept &= ~inside(spots, np.asarray(hole, np.float64))
    spots, seed = spots[kept], seed[kept]
    chosen = (seed >> np.uint32(20)) % np.uint32(len(paints))
    size = 0.8 + 0.4 * fraction(seed, 3)
    turn = 360.0 * fraction(seed, 4)
    section = profile.line((0.5, 0.0), (0.5, 0.5), (0.2, 1.0), (0.0, 1.08))
    pieces = [
        extrude.prism(edge, z_m - 0.05, z_m + 0.5 * height_m, mound, holes=holes, bottom=False)
    ]
    for index, paint in enumerate(paints):
        mine = chosen == index
        if not mine.any():
            continue
        head = lathe.lathe(section, paint, sides=4, crease_deg=80.0, caps=False)
        shaped = transform.scale(head, 0.86 * pitch_m, 0.86 * pitch_m, height_m)
        places = np.column_stack([spots[mine], np.full(int(mine.sum()), z_m)])
        pieces.append(transform.at(shaped, places, turn_deg=turn[mine], scale_by=size[mine]))
    return merge(pieces)


def _grid(edge: F64, pitch_m: float) -> F64:
    """(k, 2) middles of the cells of a square grid over the bounds of an outline."""
    low, high = edge.min(axis=0), edge.max(axis=0)
    across = np.arange(low[0] + pitch_m / 2, high[0], pitch_m)
    up = np.arange(low[1] + pitch_m / 2, high[1], pitch_m)
    return np.stack(np.meshgrid(across, up), axis=-1).reshape(-1, 2)


def inside(points: F64, outline: F64) -> npt.NDArray[np.bool_]:
    """(k,) whether each of (k, 2) points lies inside a polygon."""
    a, b = outline, np.roll(outline, -1, axis=0)
    y = points[:, 1:]
    spans = (a[None, :, 1] > y) != (b[None, :, 1] > y)
    rise = np.where(b[:, 1] == a[:, 1], 1.0, b[:, 1] - a[:, 1])
    x = a[None, :, 0] + (y - a[None, :, 1]) / rise * (b[None, :, 0] - a[None, :, 0])
    crossings = (spans & (points[:, :1] < x)).sum(axis=1)
    return np.asarray(crossings % 2 == 1)
