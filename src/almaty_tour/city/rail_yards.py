"""The tracks of the railways as lines: those of the table, and the yards of both stations.

The table has one line where a station has many: sidings are laid beside it. They shape the
picture and are never told to a visitor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.city.extent import BEYOND_M, Extent
from almaty_tour.city.paint_rows import beside, part, stations
from almaty_tour.city.paint_shapes import lines_of, parts_of
from almaty_tour.city.street_lines import spread
from almaty_tour.city.tables import Feature

F64 = npt.NDArray[np.float64]
APART_M, TAPER_M, SAME_M = 5.3, 110.0, 4.0
EVEN_M = 18.0
STATIONS = (((322.0, 10_150.0), 5), ((-470.0, 2_683.0), 8))
"""Where both stations' first tracks are, in metres, and how many tracks lie behind them."""
YARD_HALF_M, PLATFORM_HALF_M, PLATFORM_M = 560.0, 210.0, 4.6
PLATFORM_GAPS = (1, 3)
STUB_M = 60.0


@dataclass(frozen=True)
class Yard:
    """The tracks of a station.

    Attributes:
        base: (n, 2) the stretch of its first track. away: 1 where its sidings lie to the left
            of that, else -1. tracks: the sidings, the last one ends at a buffer stop.
        platforms: the middles of its platforms. middle_m: station of the house on `base`.
        plain_m: how far from both ends of `base` all tracks lie side by side.
        count: how many sidings there would be if no other track lay in their place.
    """

    base: F64
    away: float
    tracks: tuple[F64, ...]
    platforms: tuple[F64, ...]
    middle_m: float
    plain_m: float
    count: int


def own_tracks(features: Sequence[Feature], extent: Extent, *, tram: bool) -> list[F64]:
    """The tracks of the table within the extent."""
    box = extent.box(BEYOND_M)
    lines = [f.line for f in features if f.kind == "rail" and (f.subkind == "tram") == tram]
    if not lines:
        return []
    inside = shapely.get_parts(shapely.intersection(lines_of(lines), box))
    return parts_of(shapely.simplify(shapely.line_merge(shapely.multilinestrings(inside)), 0.3))


def yards(tracks: Sequence[F64]) -> list[Yard]:
    """The yards of the stations that have a track."""
    made = [_yard(tracks, np.array(place), count) for place, count in STATIONS]
    return [yard for yard in made if yard is not None]


def sidings(features: Sequence[Feature], extent: Extent) -> list[F64]:
    """The tracks laid at the stations beside those of the table, (n, 2) metres each."""
    found = yards(own_tracks(features, extent, tram=False))
    return [line for yard in found for line in yard.tracks]


def _yard(tracks: Sequence[F64], place: F64, count: int) -> Yard | None:
    """Sidings on the far side of a station's first track, and the middles of its platforms."""
    here = shapely.Point(place)
    near = [line for line in tracks if shapely.LineString(line).distance(here) < 60.0]
    if not near:
        return None
    first = min(near, key=lambda line: float(shapely.LineString(line).distance(here)))
    at = float(shapely.LineString(first).project(here))
    low, high = max(at - YARD_HALF_M, 0.0), min(at + YARD_HALF_M, float(stations(first)[-1]))
    base = part(first, low, high)
    base = spread(base, max(2, int(stations(base)[-1] / EVEN_M)))
    away = 1.0 if base[-1][0] > base[0][0] else -1.0  # north of a track that runs east
    offs, platforms = _offsets(count)
    others = [shapely.LineString(line) for line in tracks if line is not first]
    tapers = [TAPER_M + 14.0 * number for number in range(count)]
    made = [_siding(base, away * off, taper) for off, taper in zip(offs, tapers, strict=True)]
    made[-1] = part(made[-1], 0.0, max(float(stations(made[-1])[-1]) - tapers[-1] - STUB_M, 1.0))
    kept = tuple(line for line in made if not any(_beside(line, other) for other in others))
    middle = (at - low) / max(high - low, 1.0) * float(stations(base)[-1])
    short = part(
        base, max(middle - PLATFORM_HALF_M, 0.0), min(middle + PLATFORM_HALF_M, high - low)
    )
    beds = tuple(beside(short, away * off) for off in platforms)
    return Yard(base, away, kept, beds, middle, tapers[-1], count)


def _offsets(count: int) -> tuple[list[float], list[float]]:
    """Offsets of sidings and platforms from the first track."""
    offs, platforms, at = [], [], 0.0
    for number in range(count):
        wide = number in PLATFORM_GAPS
        gap = PLATFORM_M + 3.6 if wide else APART_M
        if wide:
            platforms.append(at + gap / 2.0)
        at += gap
        offs.append(at)
    return offs, platforms


def _siding(base: F64, off_m: float, taper_m: float) -> F64:
    """A track beside another that leaves it and comes back."""
    along = stations(base)
    t = np.clip(np.minimum(along, along[-1] - along) / taper_m, 0.0, 1.0)
    reach = off_m * t * t * (3.0 - 2.0 * t)
    shifted = beside(base, 1.0) - base
    line = base + shifted * reach[:, None]
    simple = shapely.simplify(shapely.LineString(line), 0.1)
    return np.asarray(shapely.get_coordinates(simple), np.float64)


def _beside(line: F64, other: shapely.LineString) -> bool:
    """Whether a track already lies where a siding would."""
    inner = shapely.points(line[len(line) // 3 : max(2 * len(line) // 3, len(line) // 3 + 1)])
    return bool((shapely.distance(inner, other) < SAME_M).mean() > 0.5)
