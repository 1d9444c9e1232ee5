"""A grid of triangles cut off at the zero line of a distance field."""

from __future__ import annotations

import manifold3d
import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]
SNAP = 0.35
"""Grid points nearer to the contour than this share of a cell are moved onto it."""


def clipped(corner: F64, cell: float, away: F64) -> tuple[F64, I64]:
    """(n, 2) points and (m, 3) counter-clockwise faces of where `away` (rows along y) is < 0."""
    rows, columns = away.shape
    y, x = np.mgrid[0:rows, 0:columns]
    points = corner + cell * np.stack([x.ravel(), y.ravel()], axis=1)
    gap = away.ravel().copy()
    up, across = np.gradient(away, cell)
    slope = np.stack([across, up], axis=2).reshape(-1, 2)
    slope /= np.maximum(np.linalg.norm(slope, axis=1, keepdims=True), 1e-6)
    near = np.abs(gap) < SNAP * cell
    points[near] -= gap[near, None] * slope[near]
    gap[near] = 0.0
    faces = _grid_faces(rows, columns)
    faces = faces[(gap[faces] < 0.0).any(axis=1)]
    points, faces = _cut(points, gap, faces)
    used, index = np.unique(faces, return_inverse=True)
    return points[used], index.reshape(-1, 3)


def _grid_faces(rows: int, columns: int) -> I64:
    """Two faces to a cell, their diagonals in turn one way and the other."""
    r, c = np.mgrid[0 : rows - 1, 0 : columns - 1]
    a = (r * columns + c).ravel()
    b, d, e = a + 1, a + columns, a + columns + 1
    even = ((r + c) % 2 == 0).ravel()[:, None]
    first = np.where(even, np.stack([a, b, e], axis=1), np.stack([a, b, d], axis=1))
    second = np.where(even, np.stack([a, e, d], axis=1), np.stack([b, e, d], axis=1))
    return np.concatenate([first, second])


def _cut(points: F64, gap: F64, faces: I64) -> tuple[F64, I64]:
    """The faces with what lies outside cut off; points on the cuts are added."""
    outside = gap[faces] > 0.0
    number = outside.sum(axis=1)
    one, two = faces[number == 1], faces[number == 2]
    one = _rolled(one, outside[number == 1].argmax(axis=1))
    two = _rolled(two, (~outside[number == 2]).argmax(axis=1))
    edges = np.concatenate([one[:, [0, 1]], one[:, [0, 2]], two[:, [0, 1]], two[:, [0, 2]]])
    if not len(edges):
        return points, faces[number == 0]
    ends, which = np.unique(np.sort(edges, axis=1), axis=0, return_inverse=True)
    low, high = gap[ends[:, 0]], gap[ends[:, 1]]
    apart = np.where(low == high, 1.0, low - high)
    share = np.clip(low / apart, 0.0, 1.0)[:, None]
    added = points[ends[:, 0]] * (1.0 - share) + points[ends[:, 1]] * share
    which = which.reshape(-1) + len(points)
    m, k = len(one), len(two)
    p, q, r, s = np.split(which, [m, 2 * m, 2 * m + k])
    pieces = [
        faces[number == 0],
        np.stack([p, one[:, 1], one[:, 2]], axis=1),
        np.stack([p, one[:, 2], q], axis=1),
        np.stack([two[:, 0], r, s], axis=1),
    ]
    return np.concatenate([points, added]), np.concatenate(pieces)


def _rolled(faces: I64, first: I64) -> I64:
    """The faces turned so that their corner number `first` leads."""
    return np.take_along_axis(faces, (first[:, None] + np.arange(3)) % 3, axis=1)


def border(faces: I64) -> I64:
    """(k, 2) directed edges that only one face has."""
    edges = faces[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2)
    top = int(faces.max()) + 1
    free = ~np.isin(edges[:, 0] * top + edges[:, 1], edges[:, 1] * top + edges[:, 0])
    return np.asarray(edges[free])


def plate(faces: I64) -> I64:
    """The faces, their twins below (as many points further on) and walls between the borders."""
    count = int(faces.max()) + 1
    a, b = border(faces).T
    walls = [np.stack([b, a, a + count], axis=1), np.stack([b, a + count, b + count], axis=1)]
    return np.concatenate([faces, faces[:, ::-1] + count, *walls])


def thinned(points: F64, faces: I64, fine: float) -> tuple[F64, I64]:
    """The closed mesh with fewer triangles, all within `fine` of what it was."""
    body = manifold3d.Manifold(
        manifold3d.Mesh(points.astype(np.float32), np.ascontiguousarray(faces, np.uint32))
    )
    if body.status() != manifold3d.Error.NoError or body.is_empty():
        return points, faces
    few = body.simplify(fine).to_mesh()
    return np.asarray(few.vert_properties[:, :3], np.float64), np.asarray(few.tri_verts, np.int64)
