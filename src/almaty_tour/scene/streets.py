"""Where the named streets run: which one is here, which are near, from where one is shown.

Every named line is sampled into stations, sorted from west to east; a query looks only into
the strip of stations about a point.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from almaty_tour.base.arrays import DAMAGE, damaged, read_npz
from almaty_tour.content.streets import StreetName, read_names

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]

LIMIT_BYTES = 20_000_000
HINT = "bake the town again"
STEP_M = 20.0
REACH_M = np.array([26.0, 24.0, 18.0, 15.0, 13.0, 12.0])
"""By rank: so far from the middle line one still is on the street, pavements included."""
MOST_HERE = 2
ENDS, MOST_END = 0.15, 15
"""Share of a line, and so many stations, that count as its end."""
STRAIGHT, BEND_M = 5, 20_000.0
"""So many stations on and back a street should be straight; what a bend costs."""


@dataclass(frozen=True, eq=False)
class Streets:
    """Names and lines.

    Attributes:
        names: by row.
        points: (n, 2) f8 metres of all lines. starts: (m + 1,) i8 where each line begins.
        street: (m,) i8 row of each line's name, -1 without one.
        rank: (m,) i8, 0 for the greatest class of street to 5 for the least.
    """

    names: tuple[StreetName, ...]
    points: F64
    starts: I64
    street: I64
    rank: I64

    @cached_property
    def stations(self) -> Stations:
        """Points every `STEP_M` along the named lines."""
        return _stations(self)

    @cached_property
    def ranks(self) -> I64:
        """(names,) the greatest rank of any line of a street."""
        found = np.full(len(self.names), len(REACH_M) - 1)
        named = self.street >= 0
        np.minimum.at(found, self.street[named], self.rank[named])
        return found

    def near(self, x_m: float, y_m: float, radius_m: float) -> I64:
        """Rows of the stations in a square of `radius_m` about a point."""
        at = self.stations
        first, last = np.searchsorted(at.xy[:, 0], (x_m - radius_m, x_m + radius_m))
        close = np.abs(at.xy[first:last, 1] - y_m) <= radius_m
        return np.asarray(np.flatnonzero(close) + first, np.int64)

    def here(self, x_m: float, y_m: float) -> tuple[int, ...]:
        """Rows of the streets one stands on: none, one, or two at a crossing, nearest first."""
        rows = self.near(x_m, y_m, float(REACH_M.max()) + STEP_M)
        if not len(rows):
            return ()
        at = self.stations
        offset = np.array([x_m, y_m]) - at.xy[rows]
        along = np.abs((offset * at.way[rows]).sum(axis=1))
        beside = np.abs(offset[:, 0] * at.way[rows, 1] - offset[:, 1] * at.way[rows, 0])
        away = np.hypot(np.maximum(along - STEP_M / 2.0, 0.0), beside)
        on = away <= REACH_M[self.ranks[at.street[rows]]]
        order = np.argsort(away[on], kind="stable")
        found = dict.fromkeys(at.street[rows[on][order]].tolist())
        return tuple(found)[:MOST_HERE]

    def distances_m(self, x_m: float, y_m: float) -> F64:
        """(names,) from a point to the nearest station of each street."""
        away = np.hypot(*(self.stations.xy - np.array([x_m, y_m])).T)
        nearest = np.full(len(self.names), np.inf)
        np.minimum.at(nearest, self.stations.street, away)
        return nearest

    def best_place(self, row: int) -> tuple[F64, F64]:
        """(2,) point from which a street is shown, and (2,) its direction there.

        Of its longest line, without the ends and where it is straight, what lies nearest to the
        middle of the city.
        """
        lines = np.flatnonzero(self.street == row)
        spans = [self.points[self.starts[i] : self.starts[i + 1]] for i in lines]
        xy, way = _sampled(max(spans, key=lambda span: float(_along(span)[-1])))
        count = len(xy)
        end = min(round(ENDS * count), MOST_END)
        at = np.arange(end, max(count - end, end + 1))
        back, on = np.maximum(at - STRAIGHT, 0), np.minimum(at + STRAIGHT, count - 1)
        bend = 1.0 - (way[back] * way[on]).sum(axis=1)
        best = at[int((np.hypot(*xy[at].T) + BEND_M * bend).argmin())]
        return xy[best], way[best]

    def row(self, street_id: str) -> int | None:
        """The row of an id, None for an unknown one."""
        return next((i for i, one in enumerate(self.names) if one.id == street_id), None)


@dataclass(frozen=True, eq=False)
class Stations:
    """Points along the named lines, in order of x.

    Attributes:
        xy, way: (s, 2) f8 metres, and unit directions.
        street: (s,) rows of their streets. line: (s,) and of their lines.
        place: (s,) where each stands in a row of all stations along one line after another.
        at_place: (s,) the station at each place.
    """

    xy: F64
    way: F64
    street: I64
    line: I64
    place: I64
    at_place: I64

    def farther(self, rows: I64, steps: I64) -> tuple[I64, npt.NDArray[np.bool_]]:
        """Stations (k,) steps along the line from others, and whether the line goes so far."""
        place = np.clip(self.place[rows] + steps, 0, len(self.place) - 1)
        found = self.at_place[place]
        there = self.line[found] == self.line[rows]
        return found, there & (place == self.place[rows] + steps)


def no_streets() -> Streets:
    """A land without a named street."""
    none = np.zeros(0, np.int64)
    return Streets((), np.zeros((0, 2)), np.zeros(1, np.int64), none, none)


def read_streets(folder: Path) -> Streets:
    """The streets of a city folder; AssetError when a file is missing or damaged."""
    names = read_names(folder / "named_streets.toml")
    path = folder / "named_streets.npz"
    file = read_npz(path, LIMIT_BYTES, hint=HINT)
    try:
        points = file["points"].astype(np.float64).reshape(-1, 2)
        starts, street, rank = (file[key].astype(np.int64) for key in ("starts", "street", "rank"))
        _check(len(names), points, starts, street, rank)
    except DAMAGE as error:
        raise damaged(path, error, HINT) from error
    return Streets(names, points, starts, street, rank)


def _check(names: int, points: F64, starts: I64, street: I64, rank: I64) -> None:
    counts = np.diff(starts)
    if not len(starts) == len(street) + 1 == len(rank) + 1:
        raise ValueError("its arrays differ in length")
    if starts[0] != 0 or starts[-1] != len(points) or bool((counts < 2).any()):
        raise ValueError("a line has no two points")
    if not np.isfinite(points).all():
        raise ValueError("a point is not finite")
    if len(street) and not (street.min() >= -1 and street.max() < names):
        raise ValueError("a line names an unknown street")
    if len(rank) and not (rank.min() >= 0 and rank.max() < len(REACH_M)):
        raise ValueError("a line has an unknown rank")


def _stations(streets: Streets) -> Stations:
    xy, way, line = [np.zeros((0, 2))], [np.zeros((0, 2))], [np.zeros(0, np.int64)]
    for i in np.flatnonzero(streets.street >= 0):
        at, along = _sampled(streets.points[streets.starts[i] : streets.starts[i + 1]])
        xy.append(at)
        way.append(along)
        line.append(np.full(len(at), i))
    points = np.concatenate(xy)
    order = np.argsort(points[:, 0], kind="stable")
    lines, ways = np.concatenate(line)[order], np.concatenate(way)[order]
    at_place = np.argsort(order, kind="stable")
    return Stations(points[order], ways, streets.street[lines], lines, order, at_place)


def _along(line: F64) -> F64:
    """(n,) metres from the beginning of a line to each of its points."""
    return np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])


def _sampled(line: F64) -> tuple[F64, F64]:
    """(k, 2) points in the middle of equal steps of about `STEP_M`, and unit directions there."""
    along = _along(line)
    count = max(round(along[-1] / STEP_M), 1)
    at = (np.arange(count) + 0.5) / count * along[-1]
    piece = np.clip(np.searchsorted(along, at, side="right") - 1, 0, len(line) - 2)
    vector = np.diff(line, axis=0)[piece]
    way = vector / np.maximum(np.hypot(*vector.T), 1e-9)[:, None]
    xy = np.stack([np.interp(at, along, line[:, axis]) for axis in (0, 1)], axis=1)
    return xy, way
