"""Aryks: the open channels of melt water between the carriageways and the pavements."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction
from almaty_tour.city.paint_layers import Layer
from almaty_tour.city.paint_looks import ARYK_FROM_KERB_M
from almaty_tour.city.paint_network import Network
from almaty_tour.city.paint_rows import Ink, Pen, Sheet, beside, left_over, part, stations
from almaty_tour.city.paint_shapes import Shapes, broken, carriageways, lines_of, parts_of
from almaty_tour.scene.paint import End

F64 = npt.NDArray[np.float64]
RIM = Pen(Ink((156, 153, 145), 128), 0.9, End.BUTT, raised_cm=8)
BED = Pen(Ink((62, 60, 57)), 0.56, End.BUTT)
WATER = Pen(Ink((88, 106, 108)), 0.24, End.BUTT)
GLINT = Pen(Ink((156, 174, 178)), 0.07, End.ROUND, 0.7, 2.1)
SHORTEST_M = 6.0
STEEP_SHARE, LEVEL_SHARE = 0.86, 0.5


def paint_aryks(sheet: Sheet, network: Network, bridged: Shapes) -> None:
    """The aryks of all streets with a verge, in pipes under what crosses them.

    `bridged` are areas besides the roads that cross them: drives, railways.
    """
    found, wet = _channels(network)
    if not found:
        return
    roads = [road for road in network.roads if road.look.rank >= 0]
    covers = np.concatenate([carriageways(roads), bridged])
    left = broken(lines_of(found), covers)
    for lines, water in zip(left, wet, strict=True):
        for line in parts_of(np.array([lines], object)):
            if stations(line)[-1] < 2.0:
                continue
            sheet.line(Layer.ARYK, line, RIM)
            sheet.line(Layer.ARYK_BED, line, BED)
            if water:
                sheet.line(Layer.ARYK_WATER, line, WATER)
                sheet.line(Layer.ARYK_WATER, line, GLINT)


def _channels(network: Network) -> tuple[list[F64], list[bool]]:
    """Lines of channels and whether water runs in them: mostly where the street falls north."""
    found, wet = [], []
    for side in (1, -1):
        for road, cut in zip(network.roads, network.verges[side], strict=True):
            if road.look.verge_m <= 0.0 or road.section.median_side == side:
                continue
            off = road.half_m + ARYK_FROM_KERB_M + road.section.spare_m
            for low, high in left_over(float(stations(road.line)[-1]), cut, SHORTEST_M):
                line = part(road.line, low, high)
                found.append(beside(line, side * off))
                step = np.abs(line[-1] - line[0])
                share = STEEP_SHARE if step[1] > step[0] else LEVEL_SHARE
                wet.append(bool(fraction(road.key, int(low), side, 23)[0] < share))
    return found, wet
