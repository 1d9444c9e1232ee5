"""Diamond patterns on faceted roofs: rows of painted lozenges on a light ground.

A facet is a strip that narrows upwards; its pattern keeps one size, as sheets cut to one
gauge do, and is cut off along the ribs. Each half row is a band of triangles standing on
their base or their tip.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.kit.transform import around
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
ROOM_DIGITS = 7  # so that the last bit of a machine's arithmetic cannot cut a corner off
Triangle = tuple[tuple[float, float], tuple[float, float], tuple[float, float]]


def diamond_dome(
    section: npt.ArrayLike,
    sides: int,
    rows: Sequence[Paint],
    ground: Paint,
    *,
    tile_m: float,
    start_deg: float = -90.0,
) -> MeshData:
    """The painted skin of a dome of `sides` flat facets: an open shell, facets outwards.

    `section` is (apothem, height) from the bottom up; `rows` the paints of the lozenge rows
    from the bottom up, each row one lozenge high; `tile_m` the width of a lozenge.
    """
    points = np.asarray(section, np.float64).reshape(-1, 2)
    half = points[:, 0] * np.tan(np.pi / sides)
    line = np.column_stack([np.zeros(len(points)), -points[:, 0], points[:, 1]])
    facet = diamond_strip(line, half, rows, ground, tile_m=tile_m)
    return around(facet, sides, start_deg=start_deg)


def diamond_strip(
    line: npt.ArrayLike,
    half_width_m: npt.ArrayLike,
    rows: Sequence[Paint],
    ground: Paint,
    *,
    tile_m: float,
) -> MeshData:
    """One facet, looking to -y.

    `line` is its (k, 3) middle from the bottom up, `half_width_m` (k,) goes to each side
    along x.
    """
    spine, half = _resampled(line, half_width_m, 2 * len(rows))
    pieces: list[MeshData] = []
    for paint in dict.fromkeys(rows):
        bands = [2 * i + j for i, row in enumerate(rows) if row == paint for j in (0, 1)]
        pieces.append(_painted(spine, half, bands, tile_m, paint, lozenge=True))
    every = list(range(2 * len(rows)))
    pieces.append(_painted(spine, half, every, tile_m, ground, lozenge=False))
    return merge(pieces)


def _resampled(line: npt.ArrayLike, half: npt.ArrayLike, bands: int) -> tuple[F64, F64]:
    """The middle line and half widths at equal steps along the facet."""
    points = np.asarray(line, np.float64).reshape(-1, 3)
    widths = np.asarray(half, np.float64)
    step = np.linalg.norm(np.diff(points, axis=0), axis=1)
    along = np.concatenate([[0.0], np.cumsum(step)])
    wanted = np.linspace(0.0, along[-1], bands + 1)
    spine = np.stack([np.interp(wanted, along, points[:, axis]) for axis in range(3)], axis=1)
    return spine, np.interp(wanted, along, widths)


def _painted(
    spine: F64, half: F64, bands: Sequence[int], tile_m: float, paint: Paint, *, lozenge: bool
) -> MeshData:
    """All triangles of one paint in the given bands of a facet."""
    corners: list[F64] = []
    for band in bands:
        widest = float(max(half[band], half[band + 1]))
        for triangle in _band_triangles(widest, tile_m, rising=band % 2 == 1, lozenge=lozenge):
            cut = _clipped(triangle, float(half[band]), float(half[band + 1]))
            corners += [_on_facet(spine, band, cut[[0, i, i + 1]]) for i in range(1, len(cut) - 1)]
    if not corners:
        raise ValueError("diamond_strip(): a row has no lozenge; the tile is wider than the facet")
    points = np.concatenate(corners)
    faces = np.arange(len(points)).reshape(-1, 3)
    return solid(points, faces, paint, crease_deg=0.0)


def _band_triangles(widest: float, tile_m: float, *, rising: bool, lozenge: bool) -> list[Triangle]:
    """Triangles (u, t) over one half row, t from 0 below to 1 above, counter-clockwise."""
    count = int(np.ceil(widest / tile_m)) + 1
    shift = 0.0 if lozenge else tile_m / 2
    on_base = rising if lozenge else not rising
    result: list[Triangle] = []
    for k in range(-count, count + 1):
        middle = k * tile_m + shift
        left, right = middle - tile_m / 2, middle + tile_m / 2
        if on_base:
            result.append(((left, 0.0), (right, 0.0), (middle, 1.0)))
        else:
            result.append(((middle, 0.0), (right, 1.0), (left, 1.0)))
    return result


def _clipped(triangle: Triangle, low_half: float, high_half: float) -> F64:
    """The part of a triangle between the slanted sides |u| <= half width at t."""
    points = np.array(triangle)
    for sign in (1.0, -1.0):
        if not len(points):
            break
        room = low_half + (high_half - low_half) * points[:, 1] - sign * points[:, 0]
        points = _kept(points, np.round(room, ROOM_DIGITS))
    return points


def _kept(points: F64, room: F64) -> F64:
    """One clip of a convex polygon: where `room` is not negative."""
    result: list[F64] = []
    for i in range(len(points)):
        j = (i + 1) % len(points)
        if room[i] >= 0.0:
            result.append(points[i])
        if (room[i] >= 0.0) != (room[j] >= 0.0):
            share = room[i] / (room[i] - room[j])
            result.append(points[i] + share * (points[j] - points[i]))
    return np.array(result).reshape(-1, 2)


def _on_facet(spine: F64, band: int, flat: F64) -> F64:
    below, above = spine[band], spine[band + 1]
    points: F64 = below + flat[:, 1:] * (above - below)
    points[:, 0] += flat[:, 0]
    return points
