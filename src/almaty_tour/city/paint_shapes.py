"""Areas as triangles, lines and areas cut by areas, places on carriageways, with shapely."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.city.paint_roads import Road

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Shapes = npt.NDArray[np.object_]
SHORTEST_M = 0.5


def lines_of(lines: Iterable[F64]) -> Shapes:
    """(n, 2) arrays as line strings."""
    return np.array([shapely.LineString(line) for line in lines], object)


def area_of(outline: F64) -> shapely.Geometry:
    """An outline as a valid area; empty where it has too few corners."""
    if len(outline) < 3:
        return shapely.Polygon()
    area = shapely.Polygon(outline)
    return area if area.is_valid else shapely.buffer(area, 0.0)


def areas_of(outlines: Sequence[F64]) -> Shapes:
    """Many outlines as areas."""
    return np.array([area_of(outline) for outline in outlines], object)


def triangles_of(area: shapely.Geometry) -> F64:
    """(n, 3, 2) corners that cover an area."""
    polygons = [part for part in shapely.get_parts(area) if part.geom_type == "Polygon"]
    if not polygons:
        return np.zeros((0, 3, 2))
    every = shapely.get_parts(shapely.constrained_delaunay_triangles(np.array(polygons, object)))
    corners = shapely.get_coordinates(every).reshape(-1, 4, 2)[:, :3]
    return np.asarray(corners, np.float64)


def carriageways(roads: Sequence[Road]) -> Shapes:
    """The areas of roads, with square ends."""
    if not roads:
        return np.zeros(0, object)
    halves = np.array([road.half_m for road in roads])
    lines = lines_of(road.line for road in roads)
    return np.asarray(shapely.buffer(lines, halves, cap_style="flat", quad_segs=4))


def on_carriageways(xy: F64, roads: Sequence[Road], margin_m: float = 0.0) -> Mask:
    """(n,) which (n, 2) places lie on a carriageway that is `margin_m` wider on both sides."""
    found = np.zeros(len(xy), np.bool_)
    if not len(xy) or not roads:
        return found
    lines = lines_of(road.line for road in roads)
    halves = np.array([road.half_m for road in roads]) + margin_m
    points = shapely.points(xy)
    point, road = shapely.STRtree(lines).query(points, "dwithin", float(halves.max()))
    found[point[shapely.distance(points[point], lines[road]) < halves[road]]] = True
    return found


def without(area: shapely.Geometry, covers: shapely.STRtree) -> shapely.Geometry:
    """What many other areas leave of one."""
    near = covers.geometries[covers.query(area, predicate="intersects")]
    return shapely.difference(area, shapely.union_all(near)) if len(near) else area


def parts_of(lines: Shapes) -> list[F64]:
    """The single lines of line strings of any kind, without crumbs."""
    single = shapely.get_parts(lines)
    single = single[shapely.length(single) > SHORTEST_M]
    return [np.asarray(shapely.get_coordinates(line), np.float64) for line in single]


def broken(lines: Shapes, covers: Shapes, owner: npt.NDArray[np.intp] | None = None) -> Shapes:
    """Lines without what areas cover; `owner` numbers an area that does not count for a line."""
    line, area = shapely.STRtree(covers).query(lines, "intersects")
    if owner is not None:
        kept = owner[line] != area
        line, area = line[kept], area[kept]
    left = lines.copy()
    order = np.argsort(line, kind="stable")
    line, area = line[order], area[order]
    starts = np.flatnonzero(np.diff(line, prepend=-1))
    for start, stop in zip(starts.tolist(), [*starts[1:].tolist(), len(line)], strict=False):
        union = shapely.union_all(covers[area[start:stop]])
        left[line[start]] = shapely.difference(left[line[start]], union)
    return left
