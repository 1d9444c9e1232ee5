"""Lanes inside the quarters, which the table of streets leaves out.

They follow the grid of the city, keep off parks, water and landmarks, and are dropped where a
street of the table runs beside them. They shape the picture and are never told to a visitor.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.ndimage import distance_transform_edt

from almaty_tour.base.rng import fraction
from almaty_tour.city.kinds import district
from almaty_tour.city.tables import Street
from almaty_tour.city.town_map import DRAWN_CELL_M, HALF_SIDE_M, TownMap

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
GRID_TURN_RAD = np.radians(7.0)
ROW_M, CROSS_M, PIECE_M = 80.0, 216.0, 108.0
WIDTH_M = 6.0
BESIDE_M = 34.0
COARSE = 4


def lanes(town: TownMap, allowed: Mask, closed: Mask) -> list[Street]:
    """Lanes on the `allowed` land, off the `closed` cells; masks like the town's."""
    to_road_m = _distance_m(town.road)
    found = []
    for along_rows, spacing in ((True, ROW_M), (False, CROSS_M)):
        count = int(HALF_SIDE_M * 1.2 / spacing)
        for number in range(-count, count + 1):
            shift = 16.0 * (float(fraction(number, 5 if along_rows else 6)[0]) - 0.5)
            line = _line(number * spacing + shift, along_rows)
            kept = _kept(line, number, along_rows, town, allowed, closed, to_road_m)
            found += [Street("lane", piece, WIDTH_M) for piece in _runs(line, kept)]
    return found


def _line(offset_m: float, along_rows: bool) -> F64:
    """(n, 2) points a piece apart right across the map."""
    at = np.arange(-HALF_SIDE_M * 1.2, HALF_SIDE_M * 1.2, PIECE_M)
    fixed = np.full(len(at), offset_m)
    u, v = (at, fixed) if along_rows else (fixed, at)
    cos, sin = np.cos(GRID_TURN_RAD), np.sin(GRID_TURN_RAD)
    return np.stack([u * cos - v * sin, u * sin + v * cos], axis=1)


def _distance_m(road: Mask) -> F64:
    coarse = road[::COARSE, ::COARSE] | road[COARSE // 2 :: COARSE, COARSE // 2 :: COARSE]
    return np.asarray(distance_transform_edt(~coarse) * DRAWN_CELL_M * COARSE)


def _kept(
    line: F64,
    number: int,
    along_rows: bool,
    town: TownMap,
    allowed: Mask,
    closed: Mask,
    to_road_m: F64,
) -> Mask:
    """Which pieces between the points of a line become lanes."""
    steps = np.linspace(0.0, 1.0, 14)
    points = line[:-1, None] + (line[1:] - line[:-1])[:, None] * steps[:, None]
    inside = (np.abs(points) < HALF_SIDE_M - 80.0).all(axis=(1, 2))
    row, column = town.cell(points[..., 0], points[..., 1])
    open_land = allowed[row, column].all(axis=1) & ~closed[row, column].any(axis=1)
    beside = (to_road_m[row // COARSE, column // COARSE] < BESIDE_M).mean(axis=1) > 0.7
    middle = points.mean(axis=1)
    garden = np.array([district(x, y) == "houses" for x, y in middle])
    wanted = garden | (not along_rows) | (number % 2 == 0)
    return np.asarray(inside & open_land & ~beside & wanted)


def _runs(line: F64, kept: Mask) -> list[F64]:
    """The stretches of kept pieces, two at least."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], kept, [False]]).astype(np.int8)))
    return [line[first : last + 1] for first, last in edges.reshape(-1, 2) if last > first + 1]
