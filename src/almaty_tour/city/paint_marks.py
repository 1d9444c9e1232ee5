"""White paint on the streets, as the signs of the CIS have it: lines, crossings, stop lines."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.city.paint_layers import Layer
from almaty_tour.city.paint_looks import LANE_M
from almaty_tour.city.paint_network import Network
from almaty_tour.city.paint_nodes import MAIN, ZEBRA_HALF_M, Arm
from almaty_tour.city.paint_roads import Road
from almaty_tour.city.paint_rows import (
    CARRIAGEWAY,
    Ink,
    Pen,
    Sheet,
    beside,
    left_over,
    part,
    points_at,
    stations,
)
from almaty_tour.city.stop_rule import LONG_M, bus_stops_on
from almaty_tour.scene.paint import End

F64 = npt.NDArray[np.float64]
WHITE = Ink((206, 206, 200), CARRIAGEWAY)
YELLOW = Ink((206, 172, 70), CARRIAGEWAY)
LINE_M = 0.15
SOLID = Pen(WHITE, LINE_M)
STOP = Pen(WHITE, 0.4, End.BUTT)
ZEBRA = Pen(WHITE, 2.0 * ZEBRA_HALF_M, End.BUTT, 0.45, 0.6)
DOUBLE_M = 0.17
SHORTEST_M = 12.0
APPROACH_M = 20.0
STOP_WIDE_M = 2.4


def paint_marks(sheet: Sheet, network: Network) -> None:
    """The markings of tertiary streets and wider ones."""
    for road, cut in zip(network.roads, network.marked, strict=True):
        if road.look.rank >= MAIN:
            _lines(sheet, road, cut)
    for node in network.crossings:
        for arm in node.arms:
            if arm.walk_m:
                _walk(sheet, network.roads[arm.road], arm)


def lane_lines(road: Road) -> tuple[list[float], bool]:
    """Where lanes part, in metres to the left of the middle, and whether the middle is double."""
    if road.section.median_side:
        count = max(1, int(2.0 * road.half_m / LANE_M + 1e-6))
        return [LANE_M * (k - count / 2.0) for k in range(1, count)], False
    count = max(1, int(road.half_m / LANE_M + 1e-6))
    if count == 1:
        return [0.0], False
    return [side * LANE_M * k for side in (1, -1) for k in range(1, count)], True


def _dashes(road: Road) -> Pen:
    dash = 3.0 if road.look.rank >= 5 else 2.0
    return Pen(WHITE, LINE_M, End.BUTT, dash, 3.0 * dash if road.look.rank >= 3 else 2.0 * dash)


def _lines(sheet: Sheet, road: Road, cut: F64) -> None:
    """Lane lines between the junctions, whole on the last metres before them."""
    at, double = lane_lines(road)
    edges = road.look.rank >= 5
    whole = [DOUBLE_M, -DOUBLE_M] if double else []
    whole += [road.half_m - 0.4, 0.4 - road.half_m] if edges else []
    if not edges and road.section.median_side:
        whole.append(road.section.median_side * (road.half_m - 0.3))
    length_m = float(stations(road.line)[-1])
    for low, high in left_over(length_m, cut, SHORTEST_M):
        line = part(road.line, low, high)
        for off in whole:
            sheet.line(Layer.MARKING, beside(line, off), SOLID)
        first = low + APPROACH_M if low > 0.5 else low
        last = high - APPROACH_M if high < length_m - 0.5 else high
        for off in at:
            _divider(sheet, road, (low, first, last, high), off)
        _bus_stops(sheet, road, low, high)


def _divider(sheet: Sheet, road: Road, at: tuple[float, float, float, float], off_m: float) -> None:
    """Dashes, between whole lines towards the junctions."""
    low, first, last, high = at
    if last - first < SHORTEST_M:
        sheet.line(Layer.MARKING, beside(part(road.line, low, high), off_m), SOLID)
        return
    sheet.line(Layer.MARKING, beside(part(road.line, first, last), off_m), _dashes(road), first)
    for start, stop in ((low, first), (last, high)):
        if stop > start:
            sheet.line(Layer.MARKING, beside(part(road.line, start, stop), off_m), SOLID)


def _walk(sheet: Sheet, road: Road, arm: Arm) -> None:
    """The zebra crossing over an arm and the stop line before it."""
    places = arm.at_m + arm.way * np.array([arm.walk_m, arm.walk_m + ZEBRA_HALF_M + 1.0])
    points, ahead = points_at(road.line, places)
    left = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1) * arm.way
    reach = road.half_m - 0.25
    sheet.segments(
        Layer.CROSSING, points[:1] + left[:1] * reach, points[:1] - left[:1] * reach, ZEBRA
    )
    one_way = road.section.median_side
    if one_way and one_way * arm.way > 0:
        return
    start = -reach if one_way else 0.3
    a, b = points[1:] + left[1:] * start, points[1:] + left[1:] * reach
    sheet.segments(Layer.CROSSING, a, b, STOP)


def _bus_stops(sheet: Sheet, road: Road, low_m: float, high_m: float) -> None:
    """Yellow zigzags where buses stop, on some of the long stretches of main streets."""
    for side, start in bus_stops_on(road, low_m, high_m):
        along = np.linspace(start, start + LONG_M, 9)
        points, ahead = points_at(road.line, along)
        left = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1)
        off = road.half_m - 0.3 - STOP_WIDE_M * (np.arange(9) % 2)
        zigzag = points + left * (side * off)[:, None]
        sheet.segments(Layer.MARKING, zigzag[:-1], zigzag[1:], Pen(YELLOW, LINE_M))
