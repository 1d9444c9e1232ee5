"""Solids pulled out of outlines: prisms, boxes, panels in a wall, mouldings along a path."""

from __future__ import annotations

from collections.abc import Sequence

import mapbox_earcut
import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import CREASE_DEG, solid
from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]

FLAT_M2 = 1e-9
ON_EDGE_M = 1e-6


def triangulate(outline: npt.ArrayLike, holes: Sequence[npt.ArrayLike] = ()) -> tuple[F64, I64]:
    """Points (outline, then each hole) and counter-clockwise (m, 3) faces between them."""
    rings = [profile.counter_clockwise(outline)]
    rings += [profile.counter_clockwise(hole)[::-1] for hole in holes]
    points = np.concatenate(rings)
    ends = np.cumsum([len(ring) for ring in rings]).astype(np.uint32)
    faces = mapbox_earcut.triangulate_float64(points, ends).astype(np.int64).reshape(-1, 3)
    a, b, c = points[faces[:, 0]], points[faces[:, 1]], points[faces[:, 2]]
    turn = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    faces[turn < 0] = faces[turn < 0][:, ::-1]
    return points, stitched(points, faces[np.abs(turn) > FLAT_M2])


def stitched(points: F64, faces: I64) -> I64:
    """The faces without T-junctions: where a point lies on an edge, the face is divided.

    Ear clipping leaves out points in line with others (window rows are full of them); the
    cracks it would leave glitter when drawn.
    """
    for _ in range(len(points)):
        edges = faces[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2)
        known = set(map(tuple, edges.tolist()))
        loose = [i for i, (a, b) in enumerate(edges.tolist()) if (b, a) not in known]
        cut = {i // 3: (i, on) for i in loose if len(on := _between(points, *edges[i]))}
        if not cut:
            return faces
        pieces = [np.delete(faces, list(cut), axis=0)]
        for face, (i, on) in cut.items():
            a, b, apex = np.roll(faces[face], -(i % 3))
            chain = np.array([a, *on, b])
            pieces.append(np.stack([chain[:-1], chain[1:], np.full(len(on) + 1, apex)], axis=1))
        faces = np.concatenate(pieces)
    return faces


def _between(points: F64, a: int, b: int) -> I64:
    """Indices of the points strictly inside the edge a to b, in order along it."""
    way = points[b] - points[a]
    length = max(float(np.linalg.norm(way)), 1e-12)
    gap = points - points[a]
    along = gap @ way / length
    aside = np.abs(gap[:, 0] * way[1] - gap[:, 1] * way[0]) / length
    on = np.flatnonzero((aside < ON_EDGE_M) & (along > ON_EDGE_M) & (along < length - ON_EDGE_M))
    order: I64 = on[np.argsort(along[on])]
    return order


def prism(
    outline: npt.ArrayLike,
    bottom_m: float,
    top_m: float,
    paint: Paint,
    *,
    holes: Sequence[npt.ArrayLike] = (),
    top_outline: npt.ArrayLike | None = None,
    crease_deg: float = CREASE_DEG,
    bottom: bool = True,
    top: bool = True,
) -> MeshData:
    """A closed solid over a plan outline; `top_outline` (same point count) makes it taper."""
    points, faces = triangulate(outline, holes)
    upper = points if top_outline is None else profile.counter_clockwise(top_outline)
    count = len(points)
    low = np.column_stack([points, np.full(count, bottom_m)])
    high = np.column_stack([upper, np.full(count, top_m)])
    sides = _ring_sides([len(np.asarray(ring)) for ring in (outline, *holes)], count)
    caps = [faces[:, ::-1]] * bottom + [faces + count] * top
    return solid(
        np.concatenate([low, high]),
        np.concatenate([*caps, sides]),
        paint,
        crease_deg=crease_deg,
    )


def _ring_sides(sizes: Sequence[int], lift: int) -> I64:
    """Two faces to each edge of rings stored one after the other, twins `lift` further on."""
    quads: list[I64] = []
    start = 0
    for size in sizes:
        here = np.arange(start, start + size)
        there = np.roll(here, -1)
        quads.append(np.stack([here, there, there + lift], axis=1))
        quads.append(np.stack([here, there + lift, here + lift], axis=1))
        start += size
    return np.concatenate(quads)


def box(
    width_m: float,
    depth_m: float,
    height_m: float,
    paint: Paint,
    *,
    centre: tuple[float, float] = (0.0, 0.0),
    bottom_m: float = 0.0,
) -> MeshData:
    """A box standing on `bottom_m`, its plan centred on `centre`."""
    plan = profile.rectangle(width_m, depth_m, centre)
    return prism(plan, bottom_m, bottom_m + height_m, paint, crease_deg=0.0)


def block(
    low: tuple[float, float, float], high: tuple[float, float, float], paint: Paint
) -> MeshData:
    """A box between two corners."""
    plan = profile.rectangle(
        high[0] - low[0],
        high[1] - low[1],
        ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2),
    )
    return prism(plan, low[2], high[2], paint, crease_deg=0.0)


def sheet(
    outline: npt.ArrayLike, z_m: float, paint: Paint, *, holes: Sequence[npt.ArrayLike] = ()
) -> MeshData:
    """A flat face looking up: lawns, pools, floors."""
    points, faces = triangulate(outline, holes)
    return solid(np.column_stack([points, np.full(len(points), z_m)]), faces, paint)


def panel(
    outline_xz: npt.ArrayLike,
    front_m: float,
    back_m: float,
    paint: Paint,
    *,
    holes: Sequence[npt.ArrayLike] = (),
    crease_deg: float = CREASE_DEG,
    back: bool = True,
) -> MeshData:
    """A plate in a wall: an outline in (x, z) between y = `front_m` and y = `back_m`.

    The front looks to -y, so `front_m` < `back_m`. Without `back` the rear face is left out.
    """
    points, faces = triangulate(outline_xz, holes)
    count = len(points)
    fore = np.column_stack([points[:, 0], np.full(count, front_m), points[:, 1]])
    rear = np.column_stack([points[:, 0], np.full(count, back_m), points[:, 1]])
    sides = _ring_sides([len(np.asarray(ring)) for ring in (outline_xz, *holes)], count)
    caps = [faces] + [faces[:, ::-1] + count] * back
    return solid(
        np.concatenate([fore, rear]),
        np.concatenate([*caps, sides[:, ::-1]]),
        paint,
        crease_deg=crease_deg,
    )


def sweep(
    moulding: npt.ArrayLike,
    path: npt.ArrayLike,
    paint: Paint,
    *,
    z_m: float = 0.0,
    closed: bool = True,
    crease_deg: float = CREASE_DEG,
    back: bool = True,
) -> MeshData:
    """A moulding (outwards, height) drawn along a plan path with mitred corners.

    Outwards is to the right of the way, so a counter-clockwise outline carries its cornice
    on the outside. The section is closed against the wall (`back`) and, on an open path, at
    both ends: the result is a closed solid.
    """
    section = np.asarray(moulding, np.float64).reshape(-1, 2)
    if back:
        section = profile.counter_clockwise(section)
    route = np.asarray(path, np.float64).reshape(-1, 2)
    outward = profile.mitres(route, closed=closed)
    plan = route[:, None, :] + outward[:, None, :] * section[None, :, :1]
    height = np.broadcast_to(section[None, :, 1:] + z_m, (*plan.shape[:2], 1))
    points = np.concatenate([plan, height], axis=2)
    faces = grid_faces(len(route), len(section), wrap_rows=closed, wrap_columns=back)
    pieces = [faces]
    if not closed and back:
        start = triangulate_ring(section)
        pieces += [start, start[:, ::-1] + (len(route) - 1) * len(section)]
    return solid(points.reshape(-1, 3), np.concatenate(pieces), paint, crease_deg=crease_deg)


def triangulate_ring(section: npt.ArrayLike) -> I64:
    """Faces over the points of one ring in their own order, looking along +path at its start."""
    points = np.asarray(section, np.float64)
    turned = profile.area_m2(points) < 0
    _, faces = triangulate(points)
    if turned:
        faces = (len(points) - 1 - faces)[:, ::-1]
    return faces[:, ::-1] if turned else faces


def grid_faces(
    rows: int, columns: int, *, wrap_rows: bool = False, wrap_columns: bool = False
) -> I64:
    """(m, 3) faces over a grid of points stored row by row: (row, column), next row, across."""
    row = np.arange(rows if wrap_rows else rows - 1)[:, None]
    column = np.arange(columns if wrap_columns else columns - 1)[None, :]
    next_row, next_column = (row + 1) % rows, (column + 1) % columns
    a = row * columns + column
    b = next_row * columns + column
    c = next_row * columns + next_column
    d = row * columns + next_column
    lower = np.stack([a, b, c], axis=-1).reshape(-1, 3)
    upper = np.stack([a, c, d], axis=-1).reshape(-1, 3)
    return np.concatenate([lower, upper])
