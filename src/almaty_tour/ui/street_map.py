"""The streets on the mini-map: lines cut to its circle and names that lie along them."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from slimgui import imgui

from almaty_tour.scene.streets import STEP_M, Streets, no_streets
from almaty_tour.ui import theme
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.theme import Type
from almaty_tour.ui.turned import Block, Turned, shift

if TYPE_CHECKING:
    from almaty_tour.ui.pen import Pen

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]

STALE_PT, NAMES_STALE_PT = 1.5, 5.0
"""Lines and names are laid out anew after the map has moved so far; until then they are moved."""
WIDTHS = (2.2, 2.2, 1.7, 1.3, 1.0, 1.0)
COLOURS = tuple(theme.rgba("#E9E0CC", share) for share in (0.62, 0.62, 0.46, 0.36, 0.26, 0.22))
"""Of lines, by rank; widths in design units."""
EDGE = 4.0
"""So far from the rim names end, in design units."""
FINEST = ((600.0, 5), (1500.0, 4), (3000.0, 3), (math.inf, 2))
"""Up to a reach in metres, the least rank of street that is drawn."""
MOST_NAMES = ((600.0, 9), (1500.0, 7), (3000.0, 5), (math.inf, 3))
BEST_PLACE = 0.45
"""Share of the radius about which names lie first: neither on the visitor nor at the rim."""
HALO = theme.rgba("#070C17", 0.85)
STATION_PT = 3.0
"""Stations nearer to each other than this are not all asked about."""
OFF_LINE_M = 14.0
"""A name lies where its street is straight to within this much."""
SMALL_MAP = 85.0
"""A map of a smaller radius, in design units, has its names in smaller type."""
MIDDLE = 9.0
"""About the visitor's place no name lies, in design units."""


@dataclass(frozen=True)
class MapFrame:
    """What the map shows: the eye in metres, its reach, its circle in points, a language."""

    streets: Streets
    eye_m: tuple[float, float]
    reach_m: float
    middle: tuple[float, float]
    radius: float
    language: str

    @property
    def scale(self) -> float:
        """Points a metre."""
        return self.radius / self.reach_m

    def spots(self, xy_m: F64) -> F64:
        """(..., 2) places in points of (..., 2) metres."""
        scale = np.array([self.scale, -self.scale])
        return np.asarray((xy_m - np.array(self.eye_m)) * scale + np.array(self.middle))

    def same_place(self, other: MapFrame, most_pt: float) -> bool:
        """Whether only the eye differs, by less than so many points."""
        moved = math.dist(self.eye_m, other.eye_m) * self.scale
        return self.streets is other.streets and moved < most_pt and (
            (self.reach_m, self.middle, self.radius, self.language)
            == (other.reach_m, other.middle, other.radius, other.language)
        )  # fmt: skip


_NOWHERE = MapFrame(no_streets(), (0.0, 0.0), 1.0, (0.0, 0.0), 1.0, "")


@dataclass
class StreetMap:
    """The map as it was laid out last: lines and names, each for a frame."""

    frame: MapFrame = field(default_factory=lambda: _NOWHERE)
    lines: list[tuple[list[tuple[float, float]], int]] = field(default_factory=list)
    named: MapFrame = field(default_factory=lambda: _NOWHERE)
    names: Block = field(default_factory=Block)
    stations: dict[int, int] = field(default_factory=dict)

    def draw_lines(self, pen: Pen, frame: MapFrame) -> None:
        """Draws the streets."""
        if not frame.same_place(self.frame, STALE_PT):
            self.frame = frame
            self.lines = [
                ([(x, y) for x, y in line.tolist()], rank) for line, rank in lines_of(frame)
            ]
        draw = pen.draw
        start, flags = draw.vtx_buffer_size, imgui.DrawFlags.NONE
        widths = [width * pen.unit for width in WIDTHS]
        for points, rank in self.lines:
            draw.add_polyline(points, COLOURS[rank], flags, widths[rank])
        shift(draw, start, _moved(self.frame, frame))

    def draw_names(self, pen: Pen, frame: MapFrame, kept_free: Callable[[], list[Rect]]) -> None:
        """Writes the names over all that lies on the map; new ones not on `kept_free`."""
        if not frame.same_place(self.named, NAMES_STALE_PT):
            same_map = frame.reach_m == self.named.reach_m
            placed = names_of(pen, frame, kept_free(), self.stations if same_map else {})
            self.named = frame
            self.names = Block([one.line for one in placed])
            self.stations = {one.street: one.station for one in placed}
        self.names.write(pen, _moved(self.named, frame))


def _moved(before: MapFrame, now: MapFrame) -> tuple[float, float]:
    """How far what was laid out for one frame lies from its place in another, in points."""
    scale = now.scale
    return (before.eye_m[0] - now.eye_m[0]) * scale, (now.eye_m[1] - before.eye_m[1]) * scale


def at_most(limits: tuple[tuple[float, int], ...], reach_m: float) -> int:
    """The number of the first limit that a reach does not exceed."""
    return next(number for limit_m, number in limits if reach_m <= limit_m)


def lines_of(frame: MapFrame) -> list[tuple[F64, int]]:
    """Lines in points cut to the circle, with their ranks, lesser streets first."""
    streets = frame.streets
    shown = streets.rank <= at_most(FINEST, frame.reach_m)
    line = np.repeat(np.arange(len(streets.street)), np.diff(streets.starts))
    at = frame.spots(streets.points) - frame.middle
    begin, vector = at[:-1], np.diff(at, axis=0)
    first, last = _within(begin, vector, frame.radius - 1.0)
    good = (line[:-1] == line[1:]) & shown[line[:-1]] & (last > first)
    rows = np.flatnonzero(good)
    if not len(rows):
        return []
    starts = begin[rows] + vector[rows] * first[rows, None] + np.array(frame.middle)
    ends = begin[rows] + vector[rows] * last[rows, None] + np.array(frame.middle)
    goes_on = (np.diff(rows) == 1) & (last[rows[:-1]] == 1.0) & (first[rows[1:]] == 0.0)
    goes_on &= line[rows[:-1]] == line[rows[1:]]
    breaks = [0, *(np.flatnonzero(~goes_on) + 1).tolist(), len(rows)]
    made = [
        (np.vstack([starts[a : a + 1], ends[a:b]]), int(streets.rank[line[rows[a]]]))
        for a, b in pairwise(breaks)
    ]  # fmt: skip
    return sorted(made, key=lambda one: -one[1])


def _within(begin: F64, vector: F64, radius: float) -> tuple[F64, F64]:
    """Shares of each segment where it enters and leaves a circle about 0; first >= last outside."""
    a = np.maximum((vector**2).sum(axis=1), 1e-12)
    b = (begin * vector).sum(axis=1) / a
    c = ((begin**2).sum(axis=1) - radius**2) / a
    inside = b * b - c
    root = np.sqrt(np.maximum(inside, 0.0))
    first, last = np.clip(-b - root, 0.0, 1.0), np.clip(-b + root, 0.0, 1.0)
    return first, np.where(inside > 0.0, last, first)


@dataclass(frozen=True)
class Placed:
    """A name on the map, the row of its street, and the station it lies at."""

    line: Turned
    street: int
    station: int


def names_of(
    pen: Pen, frame: MapFrame, kept_free: list[Rect], before: dict[int, int]
) -> list[Placed]:
    """Names that do not touch each other, the greatest streets first.

    `before` are the stations of the layout before by street: their names stay where they were,
    as long as they can.
    """
    half = MIDDLE * pen.unit
    x, y = frame.middle
    rooms = _rooms(pen, frame, [*kept_free, Rect(x - half, y - half, 2 * half, 2 * half)])
    made: list[Placed] = []
    taken = np.zeros((0, 4))
    for street, first, last in _by_rank(frame.streets, rooms.street, before):
        free = ~_touch(rooms.sides[first:last], taken)
        if not free.any():
            continue
        away = np.where(
            rooms.station[first:last] == before.get(street, -1), -1.0, rooms.away[first:last]
        )
        best = first + int(np.where(free, away, np.inf).argmin())
        taken = np.vstack([taken, rooms.sides[best]])
        made.append(rooms.placed(frame, best))
        if len(made) == at_most(MOST_NAMES, frame.reach_m):
            break
    return made


def _by_rank(streets: Streets, street: I64, before: dict[int, int]) -> list[tuple[int, int, int]]:
    """Streets with room for their names: those named before, then by rank and by how much room.

    With the first of their rows in `street`, which is sorted, and the one after the last.
    """
    found, first, count = np.unique(street, return_index=True, return_counts=True)
    new = ~np.isin(found, list(before))
    order = np.lexsort((found, -count, streets.ranks[found], new))
    return [(int(found[i]), int(first[i]), int(first[i] + count[i])) for i in order]


@dataclass(frozen=True, eq=False)
class _Rooms:
    """Places on the map where a street's name could lie, sorted by street.

    Attributes:
        street, station: (k,) rows. sides: (k, 4) left, top, right, bottom in points.
        away: (k,) how far from the best distance to the middle.
    """

    street: I64
    station: I64
    sides: F64
    away: F64
    kind: Type

    def placed(self, frame: MapFrame, row: int) -> Placed:
        """The name that lies at one of the places."""
        street, station = int(self.street[row]), int(self.station[row])
        way = frame.streets.stations.way[station]
        turn = _readable(math.atan2(-way[1], way[0]))
        left, top, right, bottom = self.sides[row].tolist()
        middle = (left + right) / 2.0, (top + bottom) / 2.0
        text = frame.streets.names[street].short(frame.language)
        return Placed(Turned(text, self.kind, middle, turn, theme.INK, HALO), street, station)


def _rooms(pen: Pen, frame: MapFrame, kept_free: list[Rect]) -> _Rooms:
    """All places where a name fits on its street, within the map, and off `kept_free`."""
    streets, at = frame.streets, frame.streets.stations
    kind = theme.TINY if frame.radius >= SMALL_MAP * pen.unit else theme.FINE
    every = max(round(STATION_PT / (STEP_M * frame.scale)), 1)
    rows = streets.near(*frame.eye_m, frame.reach_m)
    rows = rows[at.place[rows] % every == 0]
    rows = rows[streets.ranks[at.street[rows]] <= at_most(FINEST, frame.reach_m)]
    rows = rows[np.argsort(at.street[rows], kind="stable")]
    size = _sizes(pen, frame, at.street[rows], kind)
    spots, way = frame.spots(at.xy[rows]), at.way[rows] * (1.0, -1.0)
    half = np.abs(way) * size[:, :1] / 2.0 + np.abs(way[:, ::-1]) * size[:, 1:] / 2.0
    sides = np.hstack([spots - half, spots + half])
    offset = spots - frame.middle
    inside = np.hypot(*(np.abs(offset) + half).T) < frame.radius - EDGE * pen.unit
    good = np.flatnonzero(inside)
    good = good[_straight(frame, rows[good], spots[good], way[good], size[good, 0] / 2.0)]
    held = np.array([(one.left, one.top, one.right, one.bottom) for one in kept_free])
    good = good[~_touch(sides[good], held.reshape(-1, 4))]
    away = np.abs(np.hypot(*offset[good].T) - BEST_PLACE * frame.radius)
    return _Rooms(at.street[rows[good]], rows[good], sides[good], away, kind)


def _sizes(pen: Pen, frame: MapFrame, street: I64, kind: Type) -> F64:
    """(k, 2) width and height of the names of streets, each by row."""
    found, which = np.unique(street, return_inverse=True)
    names = frame.streets.names
    sizes = [pen.measure(names[row].short(frame.language), kind) for row in found.tolist()]
    return np.array(sizes, np.float64).reshape(-1, 2)[which]


def _touch(rooms: F64, taken: F64) -> npt.NDArray[np.bool_]:
    """(k,) whether (k, 4) left, top, right, bottom meet any of (t, 4)."""
    a, b = rooms[:, None], taken[None]
    touch = (a[..., 0] < b[..., 2]) & (b[..., 0] < a[..., 2])
    touch &= (a[..., 1] < b[..., 3]) & (b[..., 1] < a[..., 3])
    return np.asarray(touch.any(axis=1))


def _straight(
    frame: MapFrame, stations: I64, spots: F64, way: F64, half_pt: F64
) -> npt.NDArray[np.bool_]:
    """(k,) whether the street runs on under both ends of a text of (k,) half lengths."""
    at = frame.streets.stations
    steps = np.maximum(np.rint(half_pt / (STEP_M * frame.scale)), 1.0).astype(np.int64)
    slack = (OFF_LINE_M + STEP_M) * frame.scale + 1.0
    good = np.ones(len(stations), np.bool_)
    for side in (-1, 1):
        rows, there = at.farther(stations, side * steps)
        off = frame.spots(at.xy[rows]) - spots - way * (side * half_pt)[:, None]
        good &= there & (np.hypot(off[:, 0], off[:, 1]) < slack)
    return good


def _readable(turn_rad: float) -> float:
    """The same line, read from the left or from below."""
    if turn_rad > math.pi / 2 - 0.05:
        return turn_rad - math.pi
    return turn_rad + math.pi if turn_rad <= -math.pi / 2 - 0.05 else turn_rad
