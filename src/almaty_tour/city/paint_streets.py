"""Pavements, verges, carriageways, kerbs and corners of streets."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction
from almaty_tour.city.paint_layers import Layer
from almaty_tour.city.paint_looks import KERB_M
from almaty_tour.city.paint_network import Network
from almaty_tour.city.paint_nodes import Corner
from almaty_tour.city.paint_roads import Road
from almaty_tour.city.paint_rows import (
    CARRIAGEWAY,
    PAVED,
    SOFT,
    Colour,
    Ink,
    Pen,
    Sheet,
    beside,
    left_over,
    part,
    stations,
)
from almaty_tour.city.paint_shapes import area_of, broken, carriageways, lines_of, parts_of
from almaty_tour.scene.paint import End

F64 = npt.NDArray[np.float64]
SLABS, TILES, ASPHALT = (
    Ink((146, 142, 134), PAVED),
    Ink((143, 130, 122), PAVED),
    Ink((120, 118, 115), PAVED),
)
PAVEMENTS = (SLABS, SLABS, SLABS, TILES, ASPHALT)
EARTH = Ink((118, 108, 90))
VERGE = Ink((84, 92, 58))
KERB = Ink((168, 166, 160), PAVED)
LAYERS = {0: Layer.LANE, 1: Layer.SIDE_STREET, 2: Layer.STREET, 3: Layer.STREET}
SHORTEST_M = 4.0
KERB_CM = 12


def paint_streets(sheet: Sheet, network: Network) -> None:
    """Everything of the streets that is not white paint."""
    for road, garden in zip(network.roads, network.gardens, strict=True):
        _pavement(sheet, road)
        _carriageway(sheet, road)
        if road.look.rank == 0:
            _shoulder(sheet, road, garden)
    for side in (1, -1):
        for road, cut in zip(network.roads, network.verges[side], strict=True):
            _verges(sheet, road, cut, side)
    for corner in network.rounded:
        _corner(sheet, corner)
    _kerbs(sheet, network)


def shade(road: Road) -> Colour:
    """The grey of a street's asphalt: a little its own."""
    shift = int(np.floor(11.0 * fraction(road.key, 3)[0])) - 5
    red, green, blue = road.look.grey
    return (red + shift, green + shift, blue + shift - shift // 3)


def _pavement(sheet: Sheet, road: Road) -> None:
    look = road.look
    if look.pavement_m <= 0.0:
        return
    near = road.half_m + look.verge_m + look.pavement_m
    far = near + road.section.spare_m
    side = road.section.median_side
    left, right = (far if side < 0 else near), (far if side > 0 else near)
    luck = fraction(road.key, 5)[0]
    ink = PAVEMENTS[int(luck * len(PAVEMENTS))]
    sheet.band(Layer.PAVEMENT, road.line, left, -right, ink)


def _verges(sheet: Sheet, road: Road, cut: F64, side: int) -> None:
    """The verges on the left (1) or right (-1); between two carriageways up to the middle."""
    section, look = road.section, road.look
    if look.verge_m <= 0.0:
        return
    outer = road.half_m + look.verge_m + section.spare_m
    inner = road.half_m + section.median_m + 1.0
    far = inner if section.median_side == side else outer
    for low, high in left_over(float(stations(road.line)[-1]), cut, SHORTEST_M):
        line = part(road.line, low, high)
        sheet.band(Layer.VERGE, line, side * far, side * (road.half_m - 0.5), VERGE)


def _carriageway(sheet: Sheet, road: Road) -> None:
    rank = road.look.rank
    if rank < 0:
        ink = Ink(road.look.grey, PAVED if road.look.grey[0] > 120 else SOFT)
        sheet.line(Layer.PATH, road.line, Pen(ink, 2.0 * road.half_m))
        return
    ink = Ink(shade(road), CARRIAGEWAY)
    _blunt(sheet, LAYERS.get(rank, Layer.AVENUE), road.line, ink, 2.0 * road.half_m)


def _shoulder(sheet: Sheet, road: Road, garden: bool) -> None:
    """What borders a lane: a low kerb between flats, trodden earth between gardens."""
    ink, wide = (EARTH, 0.9) if garden else (KERB, KERB_M)
    reach = road.half_m + wide
    sheet.band(Layer.SHOULDER, road.line, reach, -reach, ink)


def _blunt(sheet: Sheet, layer: Layer, line: F64, ink: Ink, width_m: float) -> None:
    """A line with round corners and square ends: what is near an end is cut square."""
    along = stations(line)
    clear = (along > width_m / 2.0) & (along < along[-1] - width_m / 2.0)
    inner = clear[:-1] & clear[1:]
    knots = line[1:-1][clear[1:-1] & ~inner[:-1] & ~inner[1:]]
    for whole, end in ((~inner, End.BUTT), (inner, End.ROUND)):
        pen = Pen(ink, width_m, end)
        sheet.segments(layer, line[:-1][whole], line[1:][whole], pen)
    sheet.segments(layer, knots, knots + 0.01, Pen(ink, width_m))


def _corner(sheet: Sheet, corner: Corner) -> None:
    grey = (87, 87, 88) if corner.rank >= 2 else (95, 94, 93)
    fan = np.stack(
        [np.broadcast_to(corner.tip, corner.arc[1:].shape), corner.arc[:-1], corner.arc[1:]], axis=1
    )
    sheet.triangles(Layer.CORNER, fan, Ink(grey, CARRIAGEWAY))


def _kerbs(sheet: Sheet, network: Network) -> None:
    """Kerb lines, broken where other carriageways and rounded corners are."""
    paved = [road for road in network.roads if road.look.rank >= 0]
    fills = np.array([area_of(np.array([c.tip, *c.arc])) for c in network.rounded], object)
    covers = np.concatenate([carriageways(paved), fills])
    lines = [
        (number, beside(road.line, side * (road.half_m + KERB_M / 2.0)))
        for number, road in enumerate(paved)
        if road.look.rank >= 1
        for side in (1, -1)
    ]
    lines += [
        (len(paved) + number, corner.arc)
        for number, corner in enumerate(network.rounded)
        if _kerbed(corner, network)
    ]
    if not lines:
        return
    owner = np.array([number for number, _ in lines])
    for line in parts_of(broken(lines_of(line for _, line in lines), covers, owner)):
        sheet.line(Layer.KERB, line, Pen(KERB, KERB_M, raised_cm=KERB_CM))


def _kerbed(corner: Corner, network: Network) -> bool:
    """Whether a corner has a kerb: not where two lanes between gardens meet."""
    return any(
        network.roads[number].look.rank >= 1 or not network.gardens[number]
        for number in corner.roads
    )
