"""Lanes inside the quarters, which the table of streets leaves out.

They follow the grid of their quarter, keep off parks, water and landmarks, and are dropped where
a street of the table runs beside them. They shape the picture and are never told to a visitor.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely
from scipy.ndimage import distance_transform_edt

from almaty_tour.base.rng import fraction
from almaty_tour.city.districts import CORE, GLASS, ONE_STOREY, WORKS, Districts
from almaty_tour.city.land import Land
from almaty_tour.city.street_lines import resampled
from almaty_tour.city.tables import Street
from almaty_tour.city.town_map import CELL_M, TownMap, cell_of
from almaty_tour.city.zones import Zone

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
ROW_M, CROSS_M, STEP_M = 68.0, 236.0, 12.0
WIDTH_M, WIDE_M = 6.0, 7.5
BESIDE_M, BESIDE_LONG, BESIDE_SHARE = 34.0, 8, 0.7
SHORTEST = 6
SMALLEST_M2 = 26_000.0
COARSE = 4


def lanes(
    zones: Sequence[Zone], town: TownMap, land: Land, closed: Mask, districts: Districts
) -> list[Street]:
    """Lanes of all quarters, off the `closed` cells of the map.

    Where a vast quarter was cut and no street runs, a wider lane does.
    """
    seams = [(_sampled(seam), 0) for zone in zones for seam in zone.seams]
    lines = seams + [line for zone in zones for line in _grid(zone)]
    ends = np.cumsum([len(line) for line, _ in lines])
    points = np.concatenate([line for line, _ in lines])
    wanted = np.concatenate([np.full(len(line), every) for line, every in lines])
    kept = _open(points, town, land, closed) & _kind(points, wanted, districts)
    close = _distance(town, points) < BESIDE_M
    found = []
    for (line, sort), end in zip(lines, ends.tolist(), strict=True):
        mine = slice(end - len(line), end)
        width = WIDTH_M if sort else WIDE_M
        good = kept[mine] & ~_long(close[mine])
        found += [Street("lane", piece, width) for piece in _runs(line, good, close[mine])]
    return found


def _grid(zone: Zone) -> list[tuple[F64, int]]:
    """(n, 2) points along each lane of a quarter, and how often lanes of its sort are wanted."""
    if zone.outline.area < SMALLEST_M2:
        return []
    found = []
    turn = zone.turn_rad + (np.pi / 2 if zone.key & 16 else 0.0)
    row = ROW_M + (zone.key >> 5) % 12
    for along, spacing in ((turn, row), (turn + np.pi / 2, CROSS_M + (zone.key >> 9) % 40)):
        way = np.array([np.cos(along), np.sin(along)])
        across = np.array([-way[1], way[0]])
        ring = np.asarray(zone.outline.exterior.coords)
        low, high = (ring @ across).min(), (ring @ across).max()
        reach = (ring @ way).min(), (ring @ way).max()
        first = int(np.floor(low / spacing))
        for number in range(first + 1, int(np.ceil(high / spacing))):
            shift = 14.0 * (float(fraction(zone.key, number, 5)[0]) - 0.5)
            at = across * (number * spacing + shift)
            line = shapely.LineString([at + way * reach[0], at + way * reach[1]])
            cut = shapely.intersection(line, zone.outline)
            sort = 1 if spacing > 2 * ROW_M else 2 if number % 3 == 0 else 3
            found += [(points, sort) for points in map(_sampled, _lines(cut)) if len(points) > 2]
    return found


def _lines(cut: shapely.Geometry) -> list[F64]:
    parts = getattr(cut, "geoms", [cut])
    return [np.asarray(part.coords) for part in parts if part.geom_type == "LineString"]


def _sampled(line: F64) -> F64:
    """Points about `STEP_M` apart."""
    if len(line) < 2:
        return line.reshape(-1, 2)
    return resampled(line, STEP_M)


def _open(points: F64, town: TownMap, land: Land, closed: Mask) -> Mask:
    row, column = town.cell(points[:, 0], points[:, 1])
    good = land.at(land.allowed & land.settled, points)
    inside = land.extent.inside(points, 80.0)
    return np.asarray(good & inside & ~closed[row, column])


def _kind(points: F64, wanted: npt.NDArray[np.intp], districts: Districts) -> Mask:
    """One-storey quarters have every lane, flats every third one, the old centre none."""
    kind = districts.at(points)
    garden = np.isin(kind, ONE_STOREY)
    few = np.isin(kind, (GLASS, WORKS))
    open_to = (wanted == 1) | ((wanted == 2) & ~few)
    return np.asarray((wanted == 0) | garden | (open_to & (kind != CORE)))


def _distance(town: TownMap, points: F64) -> F64:
    """Metres from points to the streets of the map."""
    coarse = town.road[::COARSE, ::COARSE] | town.road[COARSE // 2 :: COARSE, COARSE // 2 :: COARSE]
    size = CELL_M * COARSE
    away = distance_transform_edt(~coarse) * size
    cells = cell_of(town.extent, away.shape, points[:, 0], points[:, 1], size)
    return np.asarray(away[cells])


def _long(close: Mask) -> Mask:
    """The stretches of a line that stay close for long; crossings are short."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], close, [False]]).astype(np.int8)))
    made = np.zeros_like(close)
    for first, last in edges.reshape(-1, 2):
        if last - first > BESIDE_LONG:
            made[first:last] = True
    return made


def _runs(line: F64, kept: Mask, close: Mask) -> list[F64]:
    """The stretches of kept points that are long enough and lead away from streets."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], kept, [False]]).astype(np.int8)))
    runs = [line[first:last] for first, last in edges.reshape(-1, 2) if last - first >= SHORTEST
            and close[first:last].mean() < BESIDE_SHARE]  # fmt: skip
    return [np.asarray(shapely.LineString(run).simplify(0.2).coords) for run in runs]
