"""Streets made ready for painting: clipped, merged, straightened, halves of avenues narrowed.

The tables draw many avenues as two lines, one for each direction. Their carriageways are then
as wide as the distance between the lines allows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.base.rng import hashed
from almaty_tour.city.extent import BEYOND_M, Extent
from almaty_tour.city.paint_looks import Look, look
from almaty_tour.city.paint_rows import headings, part, stations
from almaty_tour.city.tables import Street

F64 = npt.NDArray[np.float64]
PROBE_M = 30.0
APART_M = (3.0, 36.0)
ABREAST = 0.9
MEDIAN_M, NARROWEST_M = 2.4, 6.6
STRAIGHT_M = 0.3
LONGEST_GAP_M = 6.0
TOUCH_M, NEAR_M = 0.3, 3.0
SHORTEST_RUN = 4
FOLDED = -0.75
"""Cosine of a turn from which a line runs back on itself: beside it there is no line to follow."""
Stretch = tuple[float, float, float, int]


@dataclass(frozen=True)
class Section:
    """A carriageway cut across.

    Attributes:
        half_m: middle to kerb. spare_m: from this kerb to where the class has its kerb;
            0 for a street of both directions.
        median_m: to the kerb of the other direction; 0 for a street of both directions.
        median_side: 1 where the other direction lies to the left, -1 to the right.
    """

    kind: str
    half_m: float
    spare_m: float = 0.0
    median_m: float = 0.0
    median_side: int = 0

    @property
    def look(self) -> Look:
        """The layout of its class."""
        return look(self.kind)


@dataclass(frozen=True)
class Road:
    """A carriageway along an (n, 2) f8 line in metres."""

    section: Section
    line: F64

    @property
    def look(self) -> Look:
        """The layout of its class."""
        return self.section.look

    @property
    def half_m(self) -> float:
        """Middle to kerb."""
        return self.section.half_m

    @cached_property
    def key(self) -> int:
        """A hash of where it lies."""
        return int(hashed(*np.rint(self.line[[0, -1]].ravel()).astype(np.int64).tolist())[0])


def roads(streets: Sequence[Street], extent: Extent) -> list[Road]:
    """The carriageways of streets, in an order that follows from the streets alone."""
    kept = [street for street in streets if len(street.line) > 1]
    if not kept:
        return []
    groups: dict[Section, list[F64]] = {}
    for street, stretches in zip(kept, _stretches(kept), strict=True):
        length_m = float(stations(street.line)[-1])
        for low, high, apart_m, side in stretches:
            piece = (
                street.line
                if high - low > 0.999
                else part(street.line, low * length_m, high * length_m)
            )
            groups.setdefault(_section(street, apart_m, side), []).append(piece)
    box = extent.box(BEYOND_M)
    merged = [
        Road(section, line)
        for section, lines in groups.items()
        for line in _merged(lines, box, section.median_side != 0)
    ]
    return _joined(merged)


def _section(street: Street, apart_m: float, side: int) -> Section:
    """The section of a street whose other direction is `apart_m` away (0 for none)."""
    half = street.width_m / 2.0
    if side == 0:
        return Section(street.kind, half)
    most = min(look(street.kind).dual_m, street.width_m)
    own = float(np.clip(apart_m - MEDIAN_M, min(NARROWEST_M, most), most)) / 2.0
    return Section(street.kind, own, half - own, max(apart_m - 2.0 * own, 0.2), side)


def _stretches(streets: Sequence[Street]) -> list[list[Stretch]]:
    """Per street its stretches, each with how far its other direction is and on which side."""
    lines = _lines([street.line for street in streets])
    kinds = np.array([street.kind for street in streets])
    paired = np.array([look(kind).rank >= 1 for kind in kinds], bool)
    owner, places = _probes(lines)
    probe, other = shapely.STRtree(lines).query(places, "dwithin", APART_M[1])
    kept = (owner[probe] != other) & (kinds[owner[probe]] == kinds[other]) & paired[other]
    probe, other = probe[kept], other[kept]
    apart, side, along = _across(lines, owner, places, probe, other)
    kept = (apart > APART_M[0]) & (along > 0.97)
    nearest, sides = _nearest(len(owner), probe[kept], apart[kept], side[kept])
    starts = np.searchsorted(owner, np.arange(len(streets) + 1))
    return [
        _runs(nearest[low:high], sides[low:high])
        for low, high in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True)
    ]


def _nearest(
    count: int, probe: npt.NDArray[np.intp], apart: F64, side: F64
) -> tuple[F64, npt.NDArray[np.intp]]:
    """Per probe the distance and side of the nearest partner; side 0 without one."""
    nearest = np.full(count, np.inf)
    np.minimum.at(nearest, probe, apart)
    sides = np.zeros(count, np.intp)
    first = apart <= nearest[probe] + 1e-9
    sides[probe[first]] = side[first].astype(np.intp)
    return nearest, sides


def _runs(nearest: F64, sides: npt.NDArray[np.intp]) -> list[Stretch]:
    """Runs of one side, none shorter than a few probes unless the street is."""
    calm = sides.copy()
    edges = np.r_[0, np.flatnonzero(np.diff(sides)) + 1, len(sides)]
    for low, high in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        if high - low < SHORTEST_RUN and (low > 0 or high < len(sides)):
            calm[low:high] = calm[low - 1] if low else sides[high]
    edges = np.r_[0, np.flatnonzero(np.diff(calm)) + 1, len(calm)]
    found = []
    for low, high in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        side = int(calm[low])
        near = nearest[low:high][sides[low:high] == side]
        apart = float(np.round(np.median(near))) if side and len(near) else 0.0
        ends = low / len(calm), high / len(calm)
        found.append((*ends, apart, side if apart else 0))
    return found


def _lines(lines: Sequence[F64]) -> npt.NDArray[np.object_]:
    return np.array([shapely.LineString(line) for line in lines], object)


def _probes(lines: npt.NDArray[np.object_]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.object_]]:
    """Points along lines and the lines they are on."""
    counts = np.maximum((shapely.length(lines) / PROBE_M).astype(np.intp), 1)
    owner = np.repeat(np.arange(len(lines)), counts)
    number = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
    at = (number + 0.5) / counts[owner]
    return owner, shapely.line_interpolate_point(lines[owner], at, normalized=True)


def _across(
    lines: npt.NDArray[np.object_],
    owner: npt.NDArray[np.intp],
    places: npt.NDArray[np.object_],
    probe: npt.NDArray[np.intp],
    other: npt.NDArray[np.intp],
) -> tuple[F64, F64, F64]:
    """Distance, side (1 left) and likeness of direction (1 parallel) of pairs probe and line."""
    here = _xy(places[probe])
    at = shapely.line_locate_point(lines[other], places[probe])
    there = _xy(shapely.line_interpolate_point(lines[other], at))
    own = _ahead(lines[owner[probe]], shapely.line_locate_point(lines[owner[probe]], places[probe]))
    theirs = _ahead(lines[other], at)
    step = there - here
    apart = np.hypot(*step.T)
    across = own[:, 0] * step[:, 1] - own[:, 1] * step[:, 0]
    abreast = np.abs(across) > ABREAST * apart  # not where the other goes on from this one's end
    return apart, np.sign(across), np.abs((own * theirs).sum(axis=1)) * abreast


def _xy(points: npt.NDArray[np.object_]) -> F64:
    return np.asarray(shapely.get_coordinates(points), np.float64).reshape(-1, 2)


def _ahead(lines: npt.NDArray[np.object_], at_m: F64) -> F64:
    """(n, 2) unit vectors along lines at distances."""
    low = _xy(shapely.line_interpolate_point(lines, np.maximum(at_m - 4.0, 0.0)))
    step = _xy(shapely.line_interpolate_point(lines, at_m + 4.0)) - low
    return np.asarray(step / np.maximum(np.hypot(*step.T), 1e-9)[:, None])


def _merged(lines: Sequence[F64], box: shapely.Polygon, one_way: bool) -> list[F64]:
    """Lines joined where just two meet, cut to the box, without points that bend nothing."""
    inside = shapely.get_parts(shapely.intersection(_lines(lines), box))
    joined = shapely.line_merge(shapely.multilinestrings(inside), directed=one_way)
    plain = shapely.simplify(shapely.get_parts(joined), STRAIGHT_M)
    kept = [np.asarray(shapely.get_coordinates(line), np.float64) for line in plain]
    return [piece for line in kept if len(line) > 1 for piece in _unfolded(line)]


def _unfolded(line: F64) -> list[F64]:
    """The pieces of a line between the points where it runs back on itself."""
    ahead = headings(line)
    turned = (ahead[:-1] * ahead[1:]).sum(axis=1)
    ends = [0, *(np.flatnonzero(turned < FOLDED) + 1).tolist(), len(line) - 1]
    return [line[low : high + 1] for low, high in pairwise(ends)]


def _joined(found: list[Road]) -> list[Road]:
    """Ends that stop short of another road reach its middle."""
    if not found:
        return []
    lines = _lines([road.line for road in found])
    tree = shapely.STRtree(lines)
    halves = np.array([road.half_m for road in found])
    ends = shapely.points(np.array([road.line[at] for road in found for at in (0, -1)]))
    reach = float(halves.max(initial=0.0)) + LONGEST_GAP_M
    end, other = tree.query(ends, "dwithin", reach)
    main = np.array([road.look.rank >= 1 for road in found], bool)
    kept = (end // 2 != other) & (main[other] | ~main[end // 2])
    end, other = end[kept], other[kept]
    apart = shapely.distance(ends[end], lines[other])
    meets = np.full(len(ends), np.inf)
    np.minimum.at(meets, end, apart)
    wanted = (apart <= halves[other] + LONGEST_GAP_M) & (meets[end] > TOUCH_M)
    wanted &= apart <= meets[end] + 1e-9
    target = shapely.line_locate_point(lines[other[wanted]], ends[end[wanted]])
    xy = _xy(shapely.line_interpolate_point(lines[other[wanted]], target))
    return _reaching(found, dict(zip(end[wanted].tolist(), xy, strict=True)))


def _reaching(found: list[Road], ends: dict[int, F64]) -> list[Road]:
    longer = []
    for number, road in enumerate(found):
        line = _led(road.line, ends.get(2 * number))
        line = _led(line[::-1], ends.get(2 * number + 1))[::-1]
        longer.append(replace(road, line=line))
    return longer


def _led(line: F64, start: F64 | None) -> F64:
    """A line that begins at `start`.

    One point more, or its first point moved when that is near or lies beyond: a line that
    went back to its end first would have its kerbs across itself.
    """
    if start is None:
        return line
    near = np.hypot(*(line[0] - start)) < NEAR_M
    beyond = float((start - line[0]) @ (line[1] - line[0])) > 0.0
    return np.concatenate([start[None], line[1:] if near or beyond else line])
