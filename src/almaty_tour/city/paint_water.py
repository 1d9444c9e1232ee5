"""Rivers in their concrete beds, canals, lakes and ponds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.base.rng import fraction
from almaty_tour.city.extent import BEYOND_M, Extent
from almaty_tour.city.land import CENTRE
from almaty_tour.city.paint_layers import Layer
from almaty_tour.city.paint_rows import (
    PAVED,
    Ink,
    Pen,
    Sheet,
    beside,
    points_at,
    smooth,
    stations,
)
from almaty_tour.city.paint_shapes import area_of, lines_of, triangles_of
from almaty_tour.city.tables import Feature
from almaty_tour.scene.paint import End

F64 = npt.NDArray[np.float64]
RIM, WALL, SLOPE = Ink((146, 142, 132), 128), Ink((84, 82, 76), 128), Ink((122, 119, 111), 128)
TOE = Ink((92, 92, 86), 60)
GRAVEL, STREAM = Ink((122, 116, 102)), Ink((84, 104, 106))
CANAL, LAKE, DEEP = Ink((74, 100, 104)), Ink((70, 98, 106)), Ink((60, 88, 98))
FOAM = Ink((164, 176, 176))
WET_EARTH, SHALLOWS = Ink((92, 88, 78)), Ink((96, 116, 112))
WET_EARTH_M, SHALLOWS_M, EDGED_FROM_M2 = 0.7, 1.6, 600.0
RIVER_M = ((RIM, 6.3), (WALL, 5.75), (SLOPE, 5.4), (TOE, 3.3), (STREAM, 2.9))
CANAL_M = ((RIM, 6.0), (WALL, 5.6), (SLOPE, 5.3), (CANAL, 4.2))
STREAM_M = ((GRAVEL, 1.6), (STREAM, 0.8))
COURSES = {"canal": CANAL_M, "stream": STREAM_M, "river": RIVER_M}
"""Bands of a watercourse: ink and half its width, from the banks to the water."""
JOINTS = Pen(Ink((100, 98, 91), 128), 2.1, End.BUTT, 0.14, 5.86)
RIPPLE = Pen(Ink((138, 158, 162)), 0.22, End.ROUND, 2.6, 7.4)
CURRENT = Pen(Ink((70, 92, 96)), 0.9, End.ROUND, 14.0, 9.0)
FOAM_EVERY_M = 46.0
SHORE = {"reservoir": (RIM, 3.0), "water": (GRAVEL, 2.0)}
WALLED_FROM_M2 = 200_000.0
WALK, VERGE = Ink((152, 147, 138), PAVED), Ink((92, 104, 62))
SAND, WET_SAND = Ink((182, 166, 130)), Ink((136, 124, 98))
PROMENADE_M, SAND_M, WET_SAND_M, BATHING_M = (9.0, 14.0), 6.5, 1.2, 4.0
BATHING = Ink((92, 120, 122))
LARGE_M2, TOWN_M = 150_000.0, 9_000.0
ROUND_BELOW = 24
DEEP_FROM_M, SMALLEST_DEEP_M2 = 9.0, 9_000.0


def paint_water(sheet: Sheet, features: Sequence[Feature], extent: Extent) -> shapely.Geometry:
    """All water; the area that it covers, for what must not lie in it."""
    box = extent.box(BEYOND_M)
    lakes = [f for f in features if f.kind == "water" and area_of(f.line).intersects(box)]
    for lake in lakes:
        _lake(sheet, lake)
    lake_area = shapely.union_all([_shore(lake) for lake in lakes])
    wet = [lake_area]
    for sort, bands in COURSES.items():
        lines = _courses(features, sort, box, lake_area)
        if lines is None:
            continue
        plain = shapely.simplify(lines, 1.2)
        for ink, reach in bands:
            bed = shapely.simplify(shapely.buffer(plain, reach, quad_segs=2), 0.5)
            sheet.triangles(Layer.WATER, triangles_of(bed), ink)
        wet.append(shapely.buffer(lines, bands[0][1], quad_segs=3))
        if sort == "river":
            for number, line in enumerate(_single(lines)):
                _bed(sheet, line)
                _steps(sheet, number, line)
    return shapely.union_all(wet)


def courses_of(features: Sequence[Feature], extent: Extent) -> list[F64]:
    """The rivers that run in concrete beds, as lines within an extent; off the lakes."""
    lakes = shapely.union_all([_shore(f) for f in features if f.kind == "water"])
    lines = _courses(features, "river", extent.box(), lakes)
    return [] if lines is None else _single(lines)


def has_promenade(feature: Feature) -> bool:
    """Whether a lake is one of the city's large ones, with a beach and a walk round it."""
    if feature.kind != "water" or area_of(feature.line).area < LARGE_M2:
        return False
    return float(np.hypot(*(feature.line.mean(axis=0) - CENTRE))) < TOWN_M


def steps_of(number: int, line: F64) -> F64:
    """Stations of the low steps over which a river falls, metres along it."""
    count = int(stations(line)[-1] / FOAM_EVERY_M)
    return np.asarray((np.arange(count) + 0.5 * fraction(number, np.arange(count), 61))
                      * FOAM_EVERY_M)  # fmt: skip


def _single(lines: shapely.Geometry) -> list[F64]:
    merged = shapely.simplify(shapely.line_merge(lines), 1.2)
    return [np.asarray(shapely.get_coordinates(line), np.float64)
            for line in shapely.get_parts(merged)]  # fmt: skip


def _courses(
    features: Sequence[Feature], sort: str, box: shapely.Polygon, lakes: shapely.Geometry
) -> shapely.Geometry | None:
    """The watercourses of a sort within a box and off the lakes; None where there are none."""
    mine = [f.line for f in features if f.kind == "river" and _course(f) == sort]
    if not mine:
        return None
    lines = shapely.intersection(shapely.union_all(lines_of(mine)), box)
    return shapely.difference(lines, lakes)


def _course(feature: Feature) -> str:
    return feature.subkind if feature.subkind in COURSES else "river"


def _shore(lake: Feature) -> shapely.Geometry:
    """The area of a lake, its corners rounded where the map has just a few."""
    line = lake.line
    if len(line) > 2 and np.hypot(*(line[0] - line[-1])) > 0.1:
        line = np.concatenate([line, line[:1]])
    sharp = len(line) < ROUND_BELOW
    return area_of(smooth(line) if sharp else line)


def _lake(sheet: Sheet, lake: Feature) -> None:
    """A shore, its wet edge, then water that grows deeper."""
    area = _shore(lake)
    if has_promenade(lake):
        _promenade(sheet, area)
        return
    whole = shapely.union(area, area_of(lake.line))
    ink, wide = SHORE.get(lake.subkind, SHORE["water"])
    if area.area > WALLED_FROM_M2:
        ink, wide = SHORE["reservoir"]
    _ring(sheet, whole, wide, ink)
    if area.area > EDGED_FROM_M2:
        _ring(sheet, area, WET_EARTH_M, WET_EARTH, 0.3)
        sheet.triangles(Layer.WATER, triangles_of(area), SHALLOWS)
        _ring(sheet, area, -SHALLOWS_M, LAKE, 0.3)
    else:
        sheet.triangles(Layer.WATER, triangles_of(area), LAKE)
    if area.area > SMALLEST_DEEP_M2:
        _ring(sheet, area, -DEEP_FROM_M, DEEP, 1.0)


def _promenade(sheet: Sheet, area: shapely.Geometry) -> None:
    """A walk, a lawn, a beach of sand, then water that grows deeper."""
    low, high = PROMENADE_M
    rings = ((high, WALK), (low, VERGE), (SAND_M, SAND), (WET_SAND_M, WET_SAND),
             (0.0, BATHING), (-BATHING_M, LAKE), (-2.0 * DEEP_FROM_M, DEEP))  # fmt: skip
    for reach, ink in rings:
        _ring(sheet, area, reach, ink)


def _ring(
    sheet: Sheet, area: shapely.Geometry, reach_m: float, ink: Ink, coarse_m: float = 0.4
) -> None:
    """An area grown by `reach_m`, or shrunk where that is negative; what comes later covers it."""
    ring = shapely.simplify(shapely.buffer(area, reach_m, quad_segs=2), coarse_m)
    sheet.triangles(Layer.WATER, triangles_of(ring), ink)


def _bed(sheet: Sheet, line: F64) -> None:
    """Joints between the slabs of both slopes, the current and its ripples."""
    for side in (1.0, -1.0):
        sheet.line(Layer.PATH, beside(line, side * 4.35), JOINTS)
        sheet.line(Layer.PATH, beside(line, side * 1.5), RIPPLE, 3.0 + 2.0 * side)
    sheet.line(Layer.PATH, line, CURRENT)


def _steps(sheet: Sheet, number: int, line: F64) -> None:
    """The low steps over which a river falls."""
    at = steps_of(number, line)
    if not len(at):
        return
    middle, ahead = points_at(line, at)
    left = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1) * 2.7
    low, high = middle - 0.35 * ahead, middle + 0.35 * ahead
    one = np.stack([low - left, high - left, high + left], axis=1)
    other = np.stack([low - left, high + left, low + left], axis=1)
    sheet.triangles(Layer.WATER, np.concatenate([one, other]), FOAM)
