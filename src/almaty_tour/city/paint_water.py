"""Rivers in their concrete beds, canals, lakes and ponds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.base.rng import fraction
from almaty_tour.city.extent import Extent
from almaty_tour.city.paint_layers import Layer
from almaty_tour.city.paint_rows import Ink, Sheet, points_at, smooth, stations
from almaty_tour.city.paint_shapes import area_of, lines_of, triangles_of
from almaty_tour.city.tables import Feature

F64 = npt.NDArray[np.float64]
EDGE_M = 40.0
RIM, SLOPE = Ink((136, 132, 122), 128), Ink((118, 115, 107), 128)
GRAVEL, STREAM = Ink((122, 116, 102)), Ink((86, 108, 112))
CANAL, LAKE, DEEP = Ink((74, 100, 104)), Ink((70, 98, 106)), Ink((60, 88, 98))
FOAM = Ink((164, 176, 176))
WET, SHALLOWS = Ink((92, 88, 78)), Ink((96, 116, 112))
WET_M, SHALLOWS_M, EDGED_FROM_M2 = 0.7, 1.6, 600.0
RIVER_M = ((RIM, 6.2), (SLOPE, 5.4), (STREAM, 2.9))
CANAL_M = ((RIM, 6.0), (SLOPE, 5.5), (CANAL, 4.2))
STREAM_M = ((GRAVEL, 1.6), (STREAM, 0.8))
COURSES = {"canal": CANAL_M, "stream": STREAM_M, "river": RIVER_M}
"""Bands of a watercourse: ink and half its width, from the banks to the water."""
FOAM_EVERY_M = 46.0
SHORE = {"reservoir": (RIM, 3.0), "water": (GRAVEL, 2.0)}
ROUND_BELOW = 24
SHALLOW_M, SMALLEST_DEEP_M2 = 9.0, 9_000.0


def paint_water(sheet: Sheet, features: Sequence[Feature], extent: Extent) -> shapely.Geometry:
    """All water; the area that it covers, for what must not lie in it."""
    box = shapely.box(
        extent.west_m - EDGE_M,
        extent.south_m - EDGE_M,
        extent.east_m + EDGE_M,
        extent.north_m + EDGE_M,
    )
    lakes = [f for f in features if f.kind == "water" and area_of(f.line).intersects(box)]
    for lake in lakes:
        _lake(sheet, lake)
    lake_area = shapely.union_all([_shore(lake) for lake in lakes])
    wet = [lake_area]
    for sort, bands in COURSES.items():
        mine = [f.line for f in features if f.kind == "river" and _course(f) == sort]
        if not mine:
            continue
        lines = shapely.intersection(shapely.union_all(lines_of(mine)), box)
        lines = shapely.difference(lines, lake_area)
        plain = shapely.simplify(lines, 1.2)
        for ink, reach in bands:
            bed = shapely.simplify(shapely.buffer(plain, reach, quad_segs=2), 0.5)
            sheet.triangles(Layer.WATER, triangles_of(bed), ink)
        wet.append(shapely.buffer(lines, bands[0][1], quad_segs=3))
        if sort == "river":
            _steps(sheet, lines)
    return shapely.union_all(wet)


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
    whole = shapely.union(area, area_of(lake.line))
    ink, wide = SHORE.get(lake.subkind, SHORE["water"])
    if area.area > 200_000.0:
        ink, wide = SHORE["reservoir"]
    shore = shapely.simplify(shapely.buffer(whole, wide, quad_segs=2), 0.4)
    sheet.triangles(Layer.WATER, triangles_of(shore), ink)
    if area.area > EDGED_FROM_M2:
        wet = shapely.simplify(shapely.buffer(area, WET_M, quad_segs=2), 0.3)
        sheet.triangles(Layer.WATER, triangles_of(wet), WET)
        sheet.triangles(Layer.WATER, triangles_of(area), SHALLOWS)
        open_water = shapely.simplify(shapely.buffer(area, -SHALLOWS_M, quad_segs=2), 0.3)
        sheet.triangles(Layer.WATER, triangles_of(open_water), LAKE)
    else:
        sheet.triangles(Layer.WATER, triangles_of(area), LAKE)
    if area.area > SMALLEST_DEEP_M2:
        deep = shapely.simplify(shapely.buffer(area, -SHALLOW_M, quad_segs=2), 1.0)
        sheet.triangles(Layer.WATER, triangles_of(deep), DEEP)


def _steps(sheet: Sheet, lines: shapely.Geometry) -> None:
    """The low steps over which the rivers fall."""
    for number, line in enumerate(shapely.get_parts(shapely.line_merge(lines))):
        course = np.asarray(shapely.get_coordinates(line), np.float64)
        count = int(stations(course)[-1] / FOAM_EVERY_M)
        at = (np.arange(count) + 0.5 * fraction(number, np.arange(count), 61)) * FOAM_EVERY_M
        if count:
            middle, ahead = points_at(course, at)
            left = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1) * 2.7
            low, high = middle - 0.35 * ahead, middle + 0.35 * ahead
            one = np.stack([low - left, high - left, high + left], axis=1)
            other = np.stack([low - left, high + left, low + left], axis=1)
            sheet.triangles(Layer.WATER, np.concatenate([one, other]), FOAM)
