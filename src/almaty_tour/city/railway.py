"""What stands on and beside the tracks: rails near the eye, platforms, masts and wires, trains.

Props of `kit/props` in rows like those of street furniture. Which wagons stand where follows
from hashes; nothing of it is told to a visitor.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.base.rng import fraction, hashed
from almaty_tour.city.extent import Extent
from almaty_tour.city.furniture import Furniture, facing, joined, off_cells
from almaty_tour.city.paint_rows import beside, part, points_at, stations
from almaty_tour.city.rail_yards import Yard, own_tracks, yards
from almaty_tour.city.tables import Feature
from almaty_tour.city.town_map import cell_of

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
KINDS = (
    "track.piece", "platform.plain", "platform.lamp", "platform.roof", "catenary.mast",
    "catenary.portal6", "catenary.portal9", "catenary.wires", "trackside.signal",
    "trackside.buffer", "trackside.bridge6", "trackside.bridge9", "train.loco", "train.coach",
    "wagon.open", "wagon.open_grey", "wagon.tank", "wagon.tank_pale", "wagon.covered",
    "wagon.boxes",
)  # fmt: skip
NUMBER = {kind: number for number, kind in enumerate(KINDS)}
PIECE_M, PLATFORM_PIECE_M, SPAN_M = 6.25, 12.0, 50.0
DOUBLED_M, POST_M, CLEAR_M = 1.1, 3.3, 2.6
ELECTRIC_M, SIGNAL_M = 1_000.0, 1_400.0
WAGON_M, COACH_M, LOCO_M = 14.6, 24.5, 19.0
COACHES, BRIDGE_FROM_HOUSE_M = 9, 128.0
FIRST_WAGON = NUMBER["wagon.open"]


def place_railway(
    features: Sequence[Feature], extent: Extent, road: Mask, landmarks: Mask
) -> Furniture:
    """All things of the railways; track pieces and masts keep off `road`, all off `landmarks`."""
    own = own_tracks(features, extent, tram=False)
    stops = yards(own)
    every = own + [line for yard in stops for line in yard.tracks]
    lying = joined([_pieces(every), *_lines(own, stops, every)])
    crossed = road[cell_of(extent, road.shape, *lying.xy.T)]
    lying = lying.where(~crossed | (lying.kind == NUMBER["catenary.wires"]))
    standing = joined(thing for yard in stops for thing in _station(yard))
    return off_cells(extent, joined([lying, standing]), landmarks)


def _rows(kind: str, xy: F64, ahead: F64) -> Furniture:
    """Copies of one kind at (k, 2) places that look along (k, 2) headings."""
    return facing(NUMBER[kind], xy, ahead)


def _pieces(lines: Sequence[F64]) -> Furniture:
    """Rails and sleepers along all tracks, once where two run into each other."""
    found, before = [], shapely.MultiLineString()
    for line in lines:
        count = int(stations(line)[-1] / PIECE_M)
        places, ahead = points_at(line, (np.arange(count) + 0.5) * PIECE_M)
        free = shapely.distance(shapely.points(places), before) > DOUBLED_M
        free |= before.is_empty
        found.append(_rows("track.piece", places[free], ahead[free]))
        before = shapely.union(before, shapely.LineString(line))
    return joined(found)


def _lines(own: Sequence[F64], stops: Sequence[Yard], every: Sequence[F64]) -> list[Furniture]:
    """Masts, wires and signals of the open line, which ends where a yard begins."""
    tracks = shapely.union_all([shapely.LineString(line) for line in every])
    portals = shapely.union_all([shapely.LineString(_plain(yard)) for yard in stops])
    found = []
    for line in own:
        length = float(stations(line)[-1])
        if length < ELECTRIC_M:
            continue
        at = np.arange(SPAN_M / 2.0, length, SPAN_M)
        places, ahead = points_at(line, at)
        outside = shapely.distance(shapely.points(places), portals) > 12.0
        found.append(_masts(places[outside], ahead[outside], tracks))
        found.append(_spans(places[:-1], places[1:]))
        places, ahead = points_at(line, np.arange(SIGNAL_M / 2.0, length, SIGNAL_M))
        right = np.stack([ahead[:, 1], -ahead[:, 0]], axis=1)
        found.append(_rows("trackside.signal", places + 2.7 * right, ahead))
    return found


def _masts(places: F64, ahead: F64, tracks: shapely.Geometry) -> Furniture:
    """A mast on the side where no other track lies, none where there is no room."""
    found = []
    open_still = np.ones(len(places), bool)
    for way in (ahead, -ahead):
        post = places + POST_M * np.stack([way[:, 1], -way[:, 0]], axis=1)
        room = open_still & (shapely.distance(shapely.points(post), tracks) > CLEAR_M)
        found.append(_rows("catenary.mast", places[room], way[room]))
        open_still &= ~room
    return joined(found)


def _spans(a: F64, b: F64) -> Furniture:
    """Wires from (k, 2) to (k, 2) places a span apart."""
    return _rows("catenary.wires", (a + b) / 2.0, b - a)


def _plain(yard: Yard) -> F64:
    """The stretch of a yard's first track beside which all others lie."""
    return part(yard.base, yard.plain_m, float(stations(yard.base)[-1]) - yard.plain_m)


def _station(yard: Yard) -> list[Furniture]:
    size = "6" if yard.count < 7 else "9"
    plain = _plain(yard)
    at = np.arange(10.0, float(stations(plain)[-1]), SPAN_M)
    places, ahead = points_at(plain, at)
    found = [_rows(f"catenary.portal{size}", places, yard.away * ahead)]
    for line in yard.tracks:
        middle, _ = points_at(line, np.arange(60.0, float(stations(line)[-1]) - 10.0, SPAN_M))
        found.append(_spans(middle[:-1], middle[1:]))
    at_bridge = np.clip(yard.middle_m + BRIDGE_FROM_HOUSE_M, 0.0, stations(yard.base)[-1])
    place, way = points_at(yard.base, at_bridge)
    found.append(_rows(f"trackside.bridge{size}", place, yard.away * way))
    found += [_platform(line) for line in yard.platforms]
    return [*found, *_trains(yard), *_ends(yard)]


def _platform(line: F64) -> Furniture:
    """Pieces of a platform: roofs over its middle, lamps on every other piece beyond."""
    count = int(stations(line)[-1] / PLATFORM_PIECE_M)
    number = np.arange(count)
    places, ahead = points_at(line, (number + 0.5) * PLATFORM_PIECE_M)
    roofed = np.abs(number - (count - 1) / 2.0) < count / 5.0
    sort = np.where(roofed, NUMBER["platform.roof"], NUMBER["platform.plain"] + number % 2)
    return facing(sort, places, ahead)


def _trains(yard: Yard) -> list[Furniture]:
    """A passenger train at a platform, goods wagons on the tracks behind."""
    if len(yard.tracks) < 4:
        return []
    found = [_passenger(yard.tracks[1])]
    for number, line in enumerate(yard.tracks[3:], 3):
        found.append(_goods(yard, number, line))
    return found


def _passenger(line: F64) -> Furniture:
    length = float(stations(line)[-1])
    start = length / 2.0 - (COACHES * COACH_M + LOCO_M) / 2.0
    at = start + (np.arange(COACHES) + 0.5) * COACH_M
    places, ahead = points_at(line, at)
    nose, way = points_at(line, start + COACHES * COACH_M + LOCO_M / 2.0)
    return joined([_rows("train.coach", places, ahead), _rows("train.loco", nose, way)])


def _goods(yard: Yard, number: int, line: F64) -> Furniture:
    """Strings of wagons: some of one kind together, gaps between the strings."""
    low, high = yard.plain_m + 20.0, float(stations(line)[-1]) - 30.0
    if number < yard.count - 1:
        high -= yard.plain_m - 10.0
    count = int(max(high - low, 0.0) / WAGON_M)
    rank = np.arange(count)
    string = (rank + int(7.0 * fraction(number, 3)[0])) // 7
    kept = fraction(number, yard.count, string, 5) < 0.62
    block = (rank + number) // 4
    ticket = hashed(block, number, yard.count, 9) >> np.uint32(8)
    kinds = FIRST_WAGON + ticket % np.uint32(len(KINDS) - FIRST_WAGON)
    places, ahead = points_at(line, low + (rank + 0.5) * WAGON_M)
    return facing(kinds, places, ahead).where(kept)


def _ends(yard: Yard) -> list[Furniture]:
    """The buffer stop of the last track, and a signal for each track at both ends."""
    found = []
    for number, line in enumerate(yard.tracks):
        length = float(stations(line)[-1])
        if number == yard.count - 1:
            found.append(_rows("trackside.buffer", *points_at(line, length - 0.5)))
        at = np.array([yard.plain_m + 12.0, length - yard.plain_m - 12.0])
        places, _ = points_at(beside(line, 2.65), at)
        ahead = points_at(line, at)[1] * [[-1.0], [1.0]]
        found.append(_rows("trackside.signal", places, ahead))
    return found
