"""Roofs of all shapes over polygons of any plan, and what closes the walls under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import mapbox_earcut
import numpy as np
import shapely

from almaty_tour.base.deadline import Tick, never
from almaty_tour.city.osm.planes import SHAPES, fields, frame_of, gable, heights, planes_of
from almaty_tour.city.osm.soup import BACK, F64, FRONT, I64, Palette, Pieces
from almaty_tour.city.osm.volumes import Volume
from almaty_tour.kit.paint import Paint

PARAPET_M = 0.3
REGULAR = 0.86
CENTRAL, CONVEX = ("dome", "onion", "pyramidal"), 0.88
INSETS = (0.45, 0.9)
RINGS = 6
LEAST_M = 0.02
ONION = ((1.0, 0.0), (1.1, 0.1), (1.14, 0.2), (1.08, 0.32), (0.9, 0.45), (0.6, 0.57), (0.34, 0.68),
         (0.16, 0.8), (0.06, 0.92), (0.0, 1.0))  # fmt: skip
UP = np.array([0.0, 0.0, 1.0])


@dataclass(frozen=True)
class Roofs:
    """Pieces of both levels, of level 0 with parapets and of level 1 alone."""

    shared: Pieces
    full: Pieces
    plain: Pieces


def roofs(volumes: Sequence[Volume], palette: Palette, tick: Tick = never) -> Roofs:
    """The roofs of all volumes: flat ones get a parapet near by and are a sheet far away.

    The sheet lies at the height of the sunk roof: it throws the shadows near by as well, and a
    lid on the parapet would leave every flat roof in the shade.
    """
    made = Roofs(Pieces(), Pieces(), Pieces())
    for owner, volume in enumerate(volumes):
        tick()
        one = volume.decision
        if one.roof == "flat":
            _parapet(made.full, volume, owner, palette)
            _sheet(made.plain, volume.shape, one.deck_m, owner, palette, one.look.roof)
        else:
            _risen(made.shared, volume, owner, palette)
        if one.low_m > 0.0:
            _ceiling(made.shared, volume, owner, palette)
    return made


def triangulated(polygon: Any) -> tuple[F64, I64]:
    """(n, 2) corners and (m, 3) counter-clockwise faces of a polygon with holes."""
    rings = [shapely.get_coordinates(ring)[:-1] for ring in (polygon.exterior, *polygon.interiors)]
    points = np.ascontiguousarray(np.concatenate(rings))
    ends = np.cumsum([len(ring) for ring in rings]).astype(np.uint32)
    faces = mapbox_earcut.triangulate_float64(points, ends).reshape(-1, 3).astype(np.int64)
    if not len(faces):
        return points, faces
    a, b, c = (points[faces[:, i]] for i in range(3))
    cross = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    faces[cross < 0.0] = faces[cross < 0.0, ::-1]
    return points, faces


def _paint(palette: Palette, paint: Paint) -> tuple[int, tuple[int, int, int]]:
    return palette.number(paint.material), paint.tint[:3]


def _sheet(
    pieces: Pieces, polygon: Any, z_m: float, owner: int, palette: Palette, paint: Paint
) -> None:
    """A level polygon that looks up."""
    points, faces = triangulated(polygon)
    corners = np.column_stack([points, np.full(len(points), z_m)])
    normals = np.broadcast_to(UP, corners.shape)
    pieces.add(corners, normals, faces, owner, *_paint(palette, paint))


def _parapet(pieces: Pieces, volume: Volume, owner: int, palette: Palette) -> None:
    """The top of the parapet, its inner side, and the roof behind it."""
    one = volume.decision
    top = one.wall_m + one.look.rim_m
    inner = shapely.buffer(volume.shape, -PARAPET_M, join_style="mitre", mitre_limit=3.0)
    rooms = [p for p in shapely.get_parts(inner) if p.geom_type == "Polygon" and p.area > 2.0]
    if one.deck_m == top or not rooms:
        _sheet(pieces, volume.shape, top, owner, palette, one.look.roof)
        return
    cap = shapely.difference(volume.shape, shapely.union_all(rooms))
    for part in shapely.get_parts(cap):
        if part.geom_type == "Polygon":
            _sheet(pieces, part, top, owner, palette, one.look.trim)
    for room in rooms:
        _sheet(pieces, room, one.deck_m, owner, palette, one.look.roof)
        _inner_side(pieces, room, (one.deck_m, top), owner, palette, one.look.trim)


def _inner_side(
    pieces: Pieces, room: Any, span_m: tuple[float, float], owner: int, palette: Palette,
    paint: Paint,
) -> None:  # fmt: skip
    """The walls round a sunk roof, looking inwards."""
    oriented, (low, high) = shapely.orient_polygons(room), span_m
    for ring in (oriented.exterior, *oriented.interiors):
        line = shapely.get_coordinates(ring)
        a, b = line[1:], line[:-1]
        quad = np.stack([_at(a, low), _at(b, low), _at(b, high), _at(a, high)], axis=1)
        way = (b - a) / np.maximum(np.hypot(*(b - a).T), 1e-9)[:, None]
        facing = np.column_stack([way[:, 1], -way[:, 0], np.zeros(len(way))])
        start = 4 * np.arange(len(quad))[:, None]
        faces = np.concatenate([start + FRONT, start + BACK], axis=1).reshape(-1, 3)
        normals = np.repeat(facing, 4, axis=0)
        pieces.add(quad.reshape(-1, 3), normals, faces, owner, *_paint(palette, paint))


def _at(plan: F64, z_m: float | F64) -> F64:
    return np.column_stack([plan, np.broadcast_to(z_m, len(plan))])


def _ceiling(pieces: Pieces, volume: Volume, owner: int, palette: Palette) -> None:
    """What is seen from below of a volume that does not reach the ground."""
    points, faces = triangulated(volume.shape)
    corners = _at(points, volume.decision.low_m)
    normals = np.broadcast_to(-UP, corners.shape)
    pieces.add(
        corners, normals, faces[:, ::-1], owner, *_paint(palette, volume.decision.look.plain)
    )


def _risen(pieces: Pieces, volume: Volume, owner: int, palette: Palette) -> None:
    """A roof that is not flat."""
    roof = volume.decision.roof
    if roof in CENTRAL and not _round(volume.shape):
        _stepped(pieces, volume, owner, palette)
    elif roof in ("dome", "onion"):
        _turned(pieces, volume, owner, palette)
    elif roof in SHAPES and (_regular(volume.shape) or roof in ("skillion", "round")):
        _sloping(pieces, volume, owner, palette)
    elif roof == "pyramidal":
        _pointed(pieces, volume, owner, palette)
    else:
        _stepped(pieces, volume, owner, palette)


def _round(shape: Any) -> bool:
    """Whether an outline can be drawn in to one point."""
    return not len(shape.interiors) and shape.area > CONVEX * shapely.convex_hull(shape).area


def _regular(shape: Any) -> bool:
    """Whether the outline nearly fills its rectangle."""
    box = shapely.minimum_rotated_rectangle(shape).area
    return bool(shape.area > REGULAR * box)


def _sloping(pieces: Pieces, volume: Volume, owner: int, palette: Palette) -> None:
    """Planes, with eaves, and the gables under them."""
    one = volume.decision
    planes = planes_of(one.roof, frame_of(volume.shape, one.along, one.direction_deg), one.rise_m)
    eaves = one.look.eaves_m
    cover = _grown(volume.shape, eaves) if eaves else volume.shape
    paint = _paint(palette, one.look.roof)
    for number, piece in fields(planes, cover):
        points, faces = _fan(piece) if isinstance(piece, list) else triangulated(piece)
        z = points @ planes[number, :2] + planes[number, 2] + one.wall_m
        normal = np.array([*-planes[number, :2], 1.0])
        normals = np.broadcast_to(normal / np.linalg.norm(normal), (len(points), 3))
        pieces.add(_at(points, z), normals, faces, owner, *paint)
    for ring in (volume.shape.exterior, *volume.shape.interiors):
        line = shapely.get_coordinates(ring)
        for row in np.flatnonzero(_under(planes, line[:-1], line[1:]) > LEAST_M).tolist():
            _gable(pieces, planes, line[row], line[row + 1], volume, owner, palette)


def _grown(shape: Any, by_m: float) -> Any:
    grown = shapely.buffer(shape, by_m, join_style="mitre", mitre_limit=2.0)
    return shapely.orient_polygons(grown)


def _fan(corners: list[tuple[float, float]]) -> tuple[F64, I64]:
    """Points and faces of a convex polygon."""
    ahead = np.arange(1, len(corners) - 1)
    return np.array(corners), np.stack([np.zeros_like(ahead), ahead, ahead + 1], axis=1)


def _under(planes: F64, start: F64, end: F64) -> F64:
    """(n,) how high the roof is above each wall, at the highest of a few places."""
    steps = np.array([0.0, 0.25, 0.5, 0.75, 1.0])
    points = start[:, None] + (end - start)[:, None] * steps[:, None]
    under = heights(planes, points.reshape(-1, 2)).reshape(len(start), -1)
    return np.asarray(under.max(axis=1))


def _gable(
    pieces: Pieces, planes: F64, start: F64, end: F64, volume: Volume, owner: int,
    palette: Palette,
) -> None:  # fmt: skip
    outline = gable(planes, start, end)
    if outline is None:
        return
    length = max(float(np.hypot(*(end - start))), 1e-9)
    way = (end - start) / length
    corners = _at(start + outline[:, :1] * way, outline[:, 1] + volume.decision.wall_m)
    count = len(corners)
    ahead = np.arange(1, count - 1)
    faces = np.stack([np.zeros(count - 2, np.int64), ahead, ahead + 1], axis=1)
    normals = np.broadcast_to([way[1], -way[0], 0.0], corners.shape)
    look = volume.decision.look
    pieces.add(corners, normals, faces, owner, *_paint(palette, look.plain))


def _stepped(pieces: Pieces, volume: Volume, owner: int, palette: Palette) -> None:
    """A hipped roof over any plan: slopes along every wall, cut off flat near the top."""
    one, shape = volume.decision, volume.shape
    eaves = one.look.eaves_m
    cover = _grown(shape, eaves) if eaves else shape
    half = _half_depth(shape)
    slope = one.rise_m / half
    edge = shapely.boundary(cover)
    rest = cover
    for share in (*INSETS, None):
        inner = (
            shapely.buffer(cover, -(eaves + share * half), join_style="mitre", mitre_limit=4.0)
            if share is not None else shapely.Polygon()
        )  # fmt: skip
        for part in shapely.get_parts(shapely.difference(rest, inner)):
            if part.geom_type == "Polygon" and part.area > 1e-3:
                points, faces = triangulated(part)
                away = shapely.distance(shapely.points(points), edge)
                top = (INSETS[-1] if share is None else share) * half
                z = one.wall_m + slope * (np.minimum(away, eaves + top) - eaves)
                pieces.flat(_at(points, z)[faces], owner, *_paint(palette, one.look.roof))
        rest = inner


def _half_depth(shape: Any) -> float:
    half = shape.length / 2.0
    return float(max((half - np.sqrt(max(half**2 - 4.0 * shape.area, 0.0))) / 4.0, 0.5))


def _pointed(pieces: Pieces, volume: Volume, owner: int, palette: Palette) -> None:
    """A pyramid over any plan, its tip over the middle."""
    one = volume.decision
    tip = np.array([*_middle(volume.shape), one.top_m])
    line = _at(shapely.get_coordinates(volume.shape.exterior), one.wall_m)
    triangles = np.stack([line[:-1], line[1:], np.broadcast_to(tip, line[1:].shape)], axis=1)
    pieces.flat(triangles, owner, *_paint(palette, one.look.roof))


def _middle(shape: Any) -> tuple[float, float]:
    point = shape.centroid if shape.contains(shape.centroid) else shape.representative_point()
    return float(point.x), float(point.y)


def _turned(pieces: Pieces, volume: Volume, owner: int, palette: Palette) -> None:
    """Domes and onions: the outline drawn in, ring by ring."""
    one = volume.decision
    middle = np.array(_middle(volume.shape))
    line = shapely.get_coordinates(volume.shape.exterior)[:-1] - middle
    turn = np.linspace(0.0, np.pi / 2.0, RINGS + 1)
    profile = (
        np.array(ONION) if one.roof == "onion" else np.stack([np.cos(turn), np.sin(turn)], axis=1)
    )
    profile[-1, 0] = max(profile[-1, 0], 1e-4)
    rings = np.concatenate(
        [_at(middle + line * scale, one.wall_m + z * one.rise_m) for scale, z in profile.tolist()]
    )
    normals = _turned_normals(profile, line, one.rise_m)
    count, steps = len(line), len(profile) - 1
    here = np.arange(count)
    base = (np.arange(steps) * count)[:, None]
    a, b = base + here, base + (here + 1) % count
    faces = np.stack([a, b, b + count, a, b + count, a + count], axis=-1).reshape(-1, 3)
    pieces.add(rings, normals, faces, owner, *_paint(palette, one.look.roof))


def _turned_normals(profile: F64, line: F64, rise_m: float) -> F64:
    """Smooth normals of rings drawn in from an outline about the origin."""
    slope = np.gradient(profile, axis=0)
    away = np.maximum(np.hypot(*line.T), 1e-6)
    flat = line / away[:, None]
    out = slope[:, 1:2] * rise_m * np.ones(len(line))
    up = -slope[:, :1] * away
    normals = np.concatenate([out[..., None] * flat[None], up[..., None]], axis=2).reshape(-1, 3)
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    return np.asarray(np.where(length > 1e-9, normals / np.maximum(length, 1e-9), UP))
