"""Wear of the asphalt: lanes darkened by traffic, patches, manholes. Sparing, by hash."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction, hashed
from almaty_tour.city.paint_layers import Layer
from almaty_tour.city.paint_looks import LANE_M
from almaty_tour.city.paint_network import Network
from almaty_tour.city.paint_roads import Road
from almaty_tour.city.paint_rows import (
    CARRIAGEWAY,
    Colour,
    Ink,
    Pen,
    Sheet,
    beside,
    left_over,
    part,
    points_at,
    stations,
)
from almaty_tour.city.paint_streets import shade
from almaty_tour.scene.paint import End

F64 = npt.NDArray[np.float64]
PATCH_M, MANHOLE_M = 120.0, 140.0
TRACKS_FROM, WORN_FROM = 3, 1
MANHOLE = Ink((62, 60, 58), CARRIAGEWAY)


def paint_wear(sheet: Sheet, network: Network) -> None:
    """Wear on streets of the tables; none on lanes."""
    for road, cut in zip(network.roads, network.marked, strict=True):
        if road.look.rank >= TRACKS_FROM:
            _tracks(sheet, road, cut)
        if road.look.rank >= WORN_FROM:
            _patches(sheet, road)
            _manholes(sheet, road)


def _darker(colour: Colour, by: int) -> Colour:
    red, green, blue = colour
    return (red - by, green - by, blue - by)


def _tracks(sheet: Sheet, road: Road, cut: F64) -> None:
    """The oiled middle of the lanes next to the middle, here and there."""
    ink = Ink(_darker(shade(road), 3), CARRIAGEWAY)
    for side in (1, -1):
        luck = fraction(road.key, side, 31)[0]
        pen = Pen(ink, 1.3, End.ROUND, 40.0 + 60.0 * luck, 25.0 + 40.0 * luck)
        for low, high in left_over(float(stations(road.line)[-1]), cut, 30.0):
            line = part(road.line, low, high)
            sheet.line(Layer.WEAR, beside(line, side * LANE_M * 0.5), pen, low + 80.0 * luck)


def _patches(sheet: Sheet, road: Road) -> None:
    """Rectangles of newer and older asphalt."""
    count = int(stations(road.line)[-1] / PATCH_M)
    number = np.arange(count)
    keys = hashed(road.key, number, 41)
    at = (number + 0.15 + 0.5 * fraction(keys, 1)) * PATCH_M
    off = (fraction(keys, 2) - 0.5) * 2.0 * (road.half_m - 1.6)
    middle, ahead = points_at(road.line, at)
    left = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1)
    middle = middle + left * off[:, None]
    reach = ahead * (0.6 + 5.0 * fraction(keys, 3) ** 3)[:, None]
    sort = (fraction(keys, 4) * 3.0).astype(np.intp)
    for kind, (by, wide) in enumerate(((9, 1.5), (6, 2.4), (-6, 1.1))):
        mine = sort == kind
        pen = Pen(Ink(_darker(shade(road), by), CARRIAGEWAY), wide, End.BUTT)
        sheet.segments(Layer.WEAR, middle[mine] - reach[mine], middle[mine] + reach[mine], pen)


def _manholes(sheet: Sheet, road: Road) -> None:
    count = int(stations(road.line)[-1] / MANHOLE_M)
    number = np.arange(count)
    keys = hashed(road.key, number, 43)
    middle, ahead = points_at(road.line, (number + fraction(keys, 1)) * MANHOLE_M)
    left = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1)
    place = middle + left * ((np.rint(fraction(keys, 2) * 3.0) - 1.5) * road.half_m * 0.4)[:, None]
    sheet.segments(Layer.MANHOLE, place, place + 0.01, Pen(MANHOLE, 0.7))
