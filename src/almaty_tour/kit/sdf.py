"""Soft shapes: distance fields that melt into each other, made into smooth meshes.

A field takes (n, 3) points and returns (n,) metres to its surface, negative inside. Fields
are plain functions; the words here make and join them, `surface` makes triangles of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import fast_simplification
import numpy as np
import numpy.typing as npt

from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, mesh

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]
Field = Callable[[F64], F64]
Vector = tuple[float, float, float]

PIECE = 8192
"""So many points at a time stay in the cache of a processor."""


def ball(centre: Vector, radius_m: float) -> Field:
    """A sphere."""
    middle = np.array(centre)
    return lambda p: length(p - middle) - radius_m


def ellipsoid(centre: Vector, radii_m: Vector) -> Field:
    """An ellipsoid along the axes (a close bound, not the exact distance)."""
    middle, radii = np.array(centre), np.array(radii_m)

    def field(p: F64) -> F64:
        inner = length((p - middle) / radii)
        steep = length((p - middle) / radii**2)
        result: F64 = inner * (inner - 1.0) / np.maximum(steep, 1e-9)
        return result

    return field


def capsule(a: Vector, b: Vector, radius_a_m: float, radius_b_m: float | None = None) -> Field:
    """A rod with round ends from a to b, thick `radius_a_m` at a and `radius_b_m` at b."""
    start, way = np.array(a), np.array(b) - np.array(a)
    end_m = radius_a_m if radius_b_m is None else radius_b_m
    square = float(way @ way) or 1.0

    def field(p: F64) -> F64:
        off = p - start
        share = np.clip(off @ way / square, 0.0, 1.0)
        gap = np.sqrt(squared_gap(off, share, way))
        result: F64 = gap - (radius_a_m + (end_m - radius_a_m) * share)
        return result

    return field


def limb(points: Sequence[Vector], radii_m: Sequence[float], soft_m: float = 0.02) -> Field:
    """A chain of capsules: an arm, a leg, a neck, a tail."""
    spans = zip(points[:-1], points[1:], radii_m[:-1], radii_m[1:], strict=True)
    return union([capsule(a, b, ra, rb) for a, b, ra, rb in spans], soft_m)


def rounded_box(centre: Vector, size_m: Vector, radius_m: float = 0.0) -> Field:
    """A box with round edges; `size_m` is its full extent."""
    middle, half = np.array(centre), np.array(size_m) / 2 - radius_m

    def field(p: F64) -> F64:
        q = np.abs(p - middle) - half
        outside = length(np.maximum(q, 0.0))
        result: F64 = outside + np.minimum(q.max(axis=1), 0.0) - radius_m
        return result

    return field


def revolved(section: npt.ArrayLike) -> Field:
    """A solid of revolution about z from a (radius, height) line, bottom to top (a bound)."""
    line = np.asarray(section, np.float64)

    def field(p: F64) -> F64:
        radius = np.hypot(p[:, 0], p[:, 1])
        wall = radius - np.interp(p[:, 2], line[:, 1], line[:, 0])
        ends = np.maximum(line[0, 1] - p[:, 2], p[:, 2] - line[-1, 1])
        result: F64 = np.maximum(wall * 0.8, ends)
        return result

    return field


def union(fields: Sequence[Field], soft_m: float = 0.0) -> Field:
    """All the fields together; `soft_m` is the size of the fillet where they meet."""

    def field(p: F64) -> F64:
        result = fields[0](p)
        for other in fields[1:]:
            result = _soft_min(result, other(p), soft_m)
        return result

    return field


def subtract(field: Field, cut: Field, soft_m: float = 0.0) -> Field:
    """The field without the cut."""
    return lambda p: -_soft_min(-field(p), cut(p), soft_m)


def intersect(a: Field, b: Field, soft_m: float = 0.0) -> Field:
    """What both fields share."""
    return lambda p: -_soft_min(-a(p), -b(p), soft_m)


def grown(field: Field, by_m: float) -> Field:
    """The field with its surface moved outwards."""
    return lambda p: field(p) - by_m


def moved(field: Field, by: Vector) -> Field:
    """The field moved."""
    step = np.array(by)
    return lambda p: field(p - step)


def turned(field: Field, axis: str, angle_deg: float) -> Field:
    """The field turned about "x", "y" or "z" through the origin (right hand)."""
    i, j = {"x": (1, 2), "y": (2, 0), "z": (0, 1)}[axis]
    c, s = np.cos(np.radians(angle_deg)), np.sin(np.radians(angle_deg))

    def field_turned(p: F64) -> F64:
        q = p.copy()
        q[:, i] = c * p[:, i] + s * p[:, j]
        q[:, j] = -s * p[:, i] + c * p[:, j]
        return field(q)

    return field_turned


def scaled(field: Field, x: float, y: float, z: float) -> Field:
    """The field stretched about the origin (a bound)."""
    size = np.array([x, y, z])
    return lambda p: field(p / size) * min(x, y, z)


def mirrored_x(field: Field) -> Field:
    """The half x > 0 and its mirror image."""
    return lambda p: field(p * np.where(np.arange(3) == 0, np.sign(p[:, :1] + 1e-12), 1.0))


def folds(
    field: Field,
    count: float,
    depth_m: float,
    low_m: float,
    high_m: float,
    centre: tuple[float, float] = (0.0, 0.0),
) -> Field:
    """Cloth: upright folds round an axis, deepest at `low_m`, gone at `high_m`."""

    def field_folded(p: F64) -> F64:
        angle = np.arctan2(p[:, 1] - centre[1], p[:, 0] - centre[0])
        share = np.clip((high_m - p[:, 2]) / (high_m - low_m), 0.0, 1.0)
        sway = 0.35 * np.sin(2.0 * angle + 3.0 * share)
        wave = 0.65 * np.cos(count * (angle + 0.12 * sway)) + 0.35 * np.cos(
            (2 * count + 1) * angle + 1.3
        )
        result: F64 = field(p) - depth_m * share**0.8 * wave
        return result

    return field_folded


def _soft_min(a: F64, b: F64, soft_m: float) -> F64:
    if soft_m <= 0.0:
        return np.minimum(a, b)
    blend = np.clip(0.5 + 0.5 * (b - a) / soft_m, 0.0, 1.0)
    result: F64 = b + (a - b) * blend - soft_m * blend * (1.0 - blend)
    return result


def surface(
    field: Field,
    low: Vector,
    high: Vector,
    paint: Paint,
    *,
    triangles: int = 6000,
    cells: int = 72,
) -> MeshData:
    """A closed smooth mesh of the field's zero inside a box.

    `cells` along the longest side decide what detail is seen at all, `triangles` what is
    kept. The box must enclose the whole shape.
    """
    corner, far = np.array(low, np.float64), np.array(high, np.float64)
    step = float((far - corner).max()) / cells
    count = np.ceil((far - corner) / step).astype(int) + 3
    points, faces = surface_nets(sampled(field, corner - step, step, count))
    points = corner - step + points * step
    if len(faces) > triangles:
        few, index = fast_simplification.simplify(
            points.astype(np.float32), faces.astype(np.int32), target_count=triangles, agg=5
        )
        points, faces = np.asarray(few, np.float64), np.asarray(index, np.int64)
    slope = gradient(field, points, 0.25 * step)
    gap = values_at(field, points)[:, None] / np.maximum((slope**2).sum(axis=1, keepdims=True), 0.2)
    points = points - np.clip(gap, -0.4 * step, 0.4 * step) * slope
    normals = gradient(field, points, 0.5 * step)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    return mesh(points, faces, normals, paint.material, tint=paint.tint)


def sampled(field: Field, corner: F64, step_m: float, count: I64) -> F64:
    """The field on a grid of `count` points; exact near the surface, coarse far from it.

    Blocks of 4 x 4 x 4 whose middle is further from the surface than twice their own size
    keep the value of their middle: only its sign matters there.
    """
    blocks = -(-count // 4)
    middles = corner + (np.indices(tuple(blocks)).reshape(3, -1).T * 4 + 1.5) * step_m
    rough = values_at(field, middles).reshape(tuple(blocks))
    values: F64 = np.kron(rough, np.ones((4, 4, 4))).astype(np.float64)
    near = np.kron(np.abs(rough) < 8.0 * step_m, np.ones((4, 4, 4), bool)).astype(bool)
    values[near] = values_at(field, corner + np.argwhere(near) * step_m)
    return values[: count[0], : count[1], : count[2]]


def values_at(field: Field, points: F64) -> F64:
    """(n,) the field at (n, 3) points, worked out piece by piece."""
    if len(points) <= PIECE:
        return field(points)
    return np.concatenate([field(points[i : i + PIECE]) for i in range(0, len(points), PIECE)])


def length(vectors: F64) -> F64:
    """(n,) lengths of (n, 3) vectors, a column at a time: faster than along short rows."""
    x, y, z = vectors[:, 0], vectors[:, 1], vectors[:, 2]
    result: F64 = np.sqrt(x * x + y * y + z * z)
    return result


def squared_gap(off: F64, share: F64, way: F64) -> F64:
    """(n,) squared distances of (n, k) points from the points at a `share` of a (k,) way."""
    total: F64 = (off[:, 0] - share * way[0]) ** 2
    for axis in range(1, len(way)):
        total += (off[:, axis] - share * way[axis]) ** 2
    return total


def gradient(field: Field, points: F64, step_m: float) -> F64:
    """(n, 3) slope of the field by central differences."""
    shifts = np.eye(3) * step_m
    ahead = np.concatenate([points + shift for shift in shifts])
    back = np.concatenate([points - shift for shift in shifts])
    change = (values_at(field, ahead) - values_at(field, back)) / (2 * step_m)
    return change.reshape(3, -1).T.copy()


def surface_nets(values: F64) -> tuple[F64, I64]:
    """Points (grid units) and outward faces of the zero of a sampled field.

    One point in every cell that the surface crosses, at the mean of its edge crossings; one
    quad round every grid edge whose ends differ in sign.
    """
    inside = values < 0.0
    shape = np.array(values.shape) - 1
    total = np.zeros((*shape, 3))
    hits = np.zeros(shape)
    for axis in range(3):
        _add_crossings(values, inside, axis, total, hits)
    crossed = hits > 0
    number = np.full(shape, -1, np.int64)
    number[crossed] = np.arange(int(crossed.sum()))
    points = total[crossed] / hits[crossed][:, None]
    quads = np.concatenate([_quads(inside, number, axis) for axis in range(3)])
    faces = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    return points, faces


def _add_crossings(
    values: F64, inside: npt.NDArray[np.bool_], axis: int, total: F64, hits: F64
) -> None:
    """Adds the crossings of all edges along one axis to the four cells round each."""
    first = np.take(values, range(values.shape[axis] - 1), axis)
    second = np.take(values, range(1, values.shape[axis]), axis)
    flips = np.diff(inside, axis=axis)
    share = np.where(flips, first / np.where(flips, first - second, 1.0), 0.0)
    place = np.moveaxis(np.indices(first.shape).astype(np.float64), 0, -1).copy()
    place[..., axis] += share
    place *= flips[..., None]
    u, v = (other for other in range(3) if other != axis)
    for du in (0, 1):
        for dv in (0, 1):
            window = [slice(None)] * 3
            window[u] = slice(du, first.shape[u] - 1 + du)
            window[v] = slice(dv, first.shape[v] - 1 + dv)
            total += place[tuple(window)]
            hits += flips[tuple(window)]


def _quads(inside: npt.NDArray[np.bool_], number: I64, axis: int) -> I64:
    """The four cells round every crossed edge along one axis, outward."""
    u, v = (axis + 1) % 3, (axis + 2) % 3
    flips = np.diff(inside, axis=axis)
    inner = [slice(None)] * 3
    inner[u] = inner[v] = slice(1, -1)
    at = np.argwhere(flips[tuple(inner)])
    at[:, [u, v]] += 1
    step_u, step_v = np.eye(3, dtype=int)[u], np.eye(3, dtype=int)[v]
    cells = [at - step_u - step_v, at - step_v, at, at - step_u]
    quads = np.stack([number[tuple(cell.T)] for cell in cells], axis=1)
    leaves = inside[tuple(at.T)]
    return np.where(leaves[:, None], quads, quads[:, ::-1])
