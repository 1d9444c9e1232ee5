"""Shelters of bus stops on the pavements of large streets, where yellow zigzags are painted."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.city.extent import Extent
from almaty_tour.city.paint_marks import SHORTEST_M
from almaty_tour.city.paint_nodes import Node, cuts
from almaty_tour.city.paint_roads import Road
from almaty_tour.city.paint_rows import left_over, points_at, stations
from almaty_tour.city.paint_shapes import on_carriageways
from almaty_tour.city.stop_rule import LONG_M, bus_stops_on

F64 = npt.NDArray[np.float64]
IN_PAVEMENT_M = 0.85
FREE_M = 2.5
EDGE_M = 30.0


def bus_stops(roads: Sequence[Road], crossings: Sequence[Node], extent: Extent) -> F64:
    """(n, 3) x, y and yaw of shelters; they stand in the pavement and look at the street."""
    found = [
        _shelter(road, side, start)
        for road, cut in zip(roads, cuts(crossings, len(roads)), strict=True)
        for low, high in left_over(float(stations(road.line)[-1]), cut, SHORTEST_M)
        for side, start in bus_stops_on(road, low, high)
    ]
    return _free(np.array(found, np.float64).reshape(-1, 3), roads, extent)


def _shelter(road: Road, side: int, start_m: float) -> tuple[float, float, float]:
    point, ahead = points_at(road.line, start_m + LONG_M / 2.0)
    left = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1)
    off = road.half_m + road.section.spare_m + road.look.verge_m + IN_PAVEMENT_M
    turn = float(np.arctan2(ahead[0, 1], ahead[0, 0])) + (np.pi if side < 0 else 0.0)
    x, y = (point + left * side * off)[0].tolist()
    return x, y, turn % (2.0 * np.pi)


def _free(stops: F64, roads: Sequence[Road], extent: Extent) -> F64:
    """Those that no carriageway comes near, inside the town."""
    near = on_carriageways(stops[:, :2], roads, FREE_M)
    return stops[~near & extent.inside(stops[:, :2], EDGE_M)]
