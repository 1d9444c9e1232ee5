"""Railways: ballast, sleepers and rails, the sidings and platforms of both stations; tram tracks.

The table has one line where a station has many: sidings are laid beside it. They shape the
picture and are never told to a visitor.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.city.extent import Extent
from almaty_tour.city.paint_layers import Layer
from almaty_tour.city.paint_rows import PAVED, Ink, Pen, Sheet, beside, part, stations
from almaty_tour.city.paint_shapes import Shapes, broken, lines_of, parts_of
from almaty_tour.city.tables import Feature
from almaty_tour.scene.paint import End

F64 = npt.NDArray[np.float64]
GAUGE_M = 1.52
BALLAST = Pen(Ink((118, 110, 101)), 5.4)
SLEEPER = Pen(Ink((88, 80, 73)), 2.6, End.BUTT, 0.25, 0.35)
RAIL = Pen(Ink((146, 138, 131)), 0.14)
TRAM_BED, TRAM_RAIL = Pen(Ink((104, 102, 98), 200), 2.5), Pen(Ink((120, 114, 108), 200), 0.12)
PLATFORM = Ink((150, 146, 138), PAVED)
EDGE = Pen(Ink((190, 186, 176), PAVED), 0.5, End.BUTT)
APART_M, TAPER_M, SAME_M, EDGE_M = 5.3, 110.0, 4.0, 40.0

STATIONS = (((322.0, 10_150.0), 5), ((-470.0, 2_683.0), 8))
"""Where both stations' first tracks are, in metres, and how many tracks lie behind them."""
YARD_HALF_M, PLATFORM_HALF_M, PLATFORM_M = 560.0, 210.0, 4.6
PLATFORM_GAPS = (1, 3)


def paint_rails(
    sheet: Sheet, features: Sequence[Feature], streets: Shapes, extent: Extent
) -> Shapes:
    """All tracks; ballast and sleepers end at `streets`. Returns the ground of the railways."""
    own, trams = _own(features, extent, tram=False), _own(features, extent, tram=True)
    yards = _yards(own)
    every = own + [line for lines, _ in yards for line in lines]
    if every:
        for line in parts_of(broken(lines_of(every), streets)):
            sheet.line(Layer.BALLAST, line, BALLAST)
            sheet.line(Layer.SLEEPER, line, SLEEPER)
    for line in every:
        _rails(sheet, line, RAIL)
    for line in trams:
        sheet.line(Layer.TRAM_BED, line, TRAM_BED)
        _rails(sheet, line, TRAM_RAIL)
    for _, platforms in yards:
        for platform in platforms:
            _platform(sheet, platform)
    return np.asarray(shapely.buffer(lines_of(every), BALLAST.width_m / 2.0, quad_segs=2))


def sidings(features: Sequence[Feature], extent: Extent) -> list[F64]:
    """The tracks laid at the stations beside those of the table, (n, 2) metres each."""
    return [line for lines, _ in _yards(_own(features, extent, tram=False)) for line in lines]


def _own(features: Sequence[Feature], extent: Extent, *, tram: bool) -> list[F64]:
    """The tracks of the table within the extent."""
    box = shapely.box(
        extent.west_m - EDGE_M,
        extent.south_m - EDGE_M,
        extent.east_m + EDGE_M,
        extent.north_m + EDGE_M,
    )
    lines = [f.line for f in features if f.kind == "rail" and (f.subkind == "tram") == tram]
    return _tracks(lines, box)


def _yards(tracks: Sequence[F64]) -> list[tuple[list[F64], list[F64]]]:
    """Sidings and platforms of every station that has a track."""
    return [_yard(tracks, np.array(place), count) for place, count in STATIONS]


def _tracks(lines: Sequence[F64], box: shapely.Geometry) -> list[F64]:
    if not lines:
        return []
    inside = shapely.get_parts(shapely.intersection(lines_of(lines), box))
    return parts_of(shapely.simplify(shapely.line_merge(shapely.multilinestrings(inside)), 0.3))


def _rails(sheet: Sheet, line: F64, pen: Pen) -> None:
    for side in (0.5, -0.5):
        sheet.line(Layer.RAIL, beside(line, side * GAUGE_M), pen)


def _yard(tracks: Sequence[F64], place: F64, count: int) -> tuple[list[F64], list[F64]]:
    """Sidings on the far side of a station's first track, and the middles of its platforms."""
    here = shapely.Point(place)
    near = [line for line in tracks if shapely.LineString(line).distance(here) < 60.0]
    if not near:
        return [], []
    first = min(near, key=lambda line: float(shapely.LineString(line).distance(here)))
    at = float(shapely.LineString(first).project(here))
    length = float(stations(first)[-1])
    low, high = max(at - YARD_HALF_M, 0.0), min(at + YARD_HALF_M, length)
    base = _even(part(first, low, high))
    away = 1.0 if base[-1][0] > base[0][0] else -1.0  # north of a track that runs east
    offs, platforms = _offsets(count)
    kept: list[F64] = []
    others = [shapely.LineString(line) for line in tracks if line is not first]
    for number, off in enumerate(offs):
        line = _siding(base, away * off, TAPER_M + 14.0 * number)
        if not any(_beside(line, other) for other in others):
            kept.append(line)
    middle = (at - low) / max(high - low, 1.0) * stations(base)[-1]
    short = part(
        base, max(middle - PLATFORM_HALF_M, 0.0), min(middle + PLATFORM_HALF_M, high - low)
    )
    return kept, [beside(short, away * off) for off in platforms]


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


def _even(line: F64) -> F64:
    along = stations(line)
    at = np.linspace(0.0, along[-1], max(2, int(along[-1] / 18.0)))
    return np.stack([np.interp(at, along, line[:, k]) for k in (0, 1)], axis=1)


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


def _platform(sheet: Sheet, line: F64) -> None:
    sheet.line(Layer.PLATFORM, line, Pen(PLATFORM, PLATFORM_M, End.BUTT))
    for side in (0.5, -0.5):
        sheet.line(Layer.PLATFORM, beside(line, side * (PLATFORM_M - 0.5)), EDGE)
