"""Shelters of bus stops on the pavements of large streets, where yellow zigzags are painted."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.base.rng import fraction
from almaty_tour.city.extent import Extent
from almaty_tour.city.paint_marks import SHORTEST_M, STOP_EVERY_M, STOP_LONG_M
from almaty_tour.city.paint_nodes import Node, cuts
from almaty_tour.city.paint_roads import Road
from almaty_tour.city.paint_rows import left_over, points_at, stations

F64 = npt.NDArray[np.float64]
IN_PAVEMENT_M = 0.85
FREE_M = 2.5
PAST_M, ROOM_M = 22.0, 160.0
RANKS = (3, 4)
EDGE_M = 30.0


def bus_stops(roads: Sequence[Road], crossings: Sequence[Node], extent: Extent) -> F64:
    """(n, 3) x, y and yaw of shelters; they stand in the pavement and look at the street.

    The rule is that of `paint_marks`: a little past a junction, on some long stretches.
    """
    found = [np.zeros((0, 3))]
    for road, cut in zip(roads, cuts(crossings, len(roads)), strict=True):
        if RANKS[0] <= road.look.rank <= RANKS[1]:
            length = float(stations(road.line)[-1])
            for low, high in left_over(length, cut, SHORTEST_M):
                if _wanted(road, low, high):
                    found.append(_shelters(road, low, high))
    return _free(np.concatenate(found), roads, extent)


def _wanted(road: Road, low_m: float, high_m: float) -> bool:
    luck = fraction(road.key, int(low_m), 17)[0]
    return high_m - low_m >= ROOM_M and bool(luck <= (high_m - low_m) / STOP_EVERY_M)


def _shelters(road: Road, low_m: float, high_m: float) -> F64:
    """One on each side that is not the middle of an avenue."""
    sides = [side for side in (1, -1) if side != road.section.median_side]
    made = []
    for side in sides:
        at = low_m + PAST_M if side < 0 else high_m - PAST_M - STOP_LONG_M
        point, ahead = points_at(road.line, at + STOP_LONG_M / 2.0)
        left = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1)
        spare = road.section.spare_m if road.section.median_side else 0.0
        off = road.half_m + spare + road.look.verge_m + IN_PAVEMENT_M
        turn = float(np.arctan2(ahead[0, 1], ahead[0, 0])) + (np.pi if side < 0 else 0.0)
        made.append([*(point + left * side * off)[0], turn % (2.0 * np.pi)])
    return np.array(made, np.float64).reshape(-1, 3)


def _free(stops: F64, roads: Sequence[Road], extent: Extent) -> F64:
    """Those that no carriageway comes near, inside the town."""
    if not len(stops):
        return stops
    lines = np.array([shapely.LineString(road.line) for road in roads], object)
    halves = np.array([road.half_m for road in roads])
    points = shapely.points(stops[:, :2])
    stop, road = shapely.STRtree(lines).query(points, "dwithin", float(halves.max()) + FREE_M)
    near = shapely.distance(points[stop], lines[road]) < halves[road] + FREE_M
    bad = np.zeros(len(stops), bool)
    bad[stop[near]] = True
    return stops[~bad & extent.inside(stops[:, :2], EDGE_M)]
