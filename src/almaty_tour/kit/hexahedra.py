"""Many six-faced blocks at once: cladding plates, struts, rails, slats, lattices."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, empty, mesh

F64 = npt.NDArray[np.float64]

SIDES = np.array(
    [[3, 2, 1, 0], [4, 5, 6, 7], [0, 1, 5, 4], [1, 2, 6, 5], [2, 3, 7, 6], [3, 0, 4, 7]]
)
"""Corners of the six faces: bottom, top, then round; corners 0-3 run counter-clockwise."""


def hexahedra(corners: npt.ArrayLike, paint: Paint) -> MeshData:
    """Closed blocks from (k, 8, 3) corners: four of the lower face, four over them.

    The lower four run counter-clockwise seen from the upper four. Every face is flat shaded
    and has its own metres along and across.
    """
    points = np.asarray(corners, np.float64).reshape(-1, 8, 3)
    if not len(points):
        return empty()
    quads = points[:, SIDES]
    return quadrilaterals(quads.reshape(-1, 4, 3), paint)


def quadrilaterals(quads: npt.ArrayLike, paint: Paint) -> MeshData:
    """Flat-shaded faces from (k, 4, 3) corners, counter-clockwise seen from outside."""
    points = np.asarray(quads, np.float64).reshape(-1, 4, 3)
    across = np.cross(points[:, 2] - points[:, 0], points[:, 3] - points[:, 1])
    size = np.linalg.norm(across, axis=1)
    points, across, size = points[size > 1e-9], across[size > 1e-9], size[size > 1e-9]
    if not len(points):
        return empty()
    normals = np.repeat((across / size[:, None])[:, None], 4, axis=1)
    base = np.arange(len(points))[:, None] * 4
    faces = np.concatenate([base + np.array([0, 1, 2]), base + np.array([0, 2, 3])])
    return mesh(
        points.reshape(-1, 3),
        faces,
        normals.reshape(-1, 3),
        paint.material,
        uv=_surface_metres(points).reshape(-1, 2),
        tint=paint.tint,
    )


def struts(
    starts: npt.ArrayLike,
    ends: npt.ArrayLike,
    width_m: float,
    paint: Paint,
    *,
    depth_m: float | None = None,
    caps: bool = True,
) -> MeshData:
    """Square bars between (k, 3) points; `depth_m` is the second size, up where it can be.

    Without `caps` the end faces are left out: for bars that run into something.
    """
    first = np.asarray(starts, np.float64).reshape(-1, 3)
    last = np.asarray(ends, np.float64).reshape(-1, 3)
    way = last - first
    way /= np.maximum(np.linalg.norm(way, axis=1, keepdims=True), 1e-12)
    upright = np.abs(way[:, 2:]) > 0.999
    aside = np.cross(way, np.where(upright, [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]))
    aside /= np.maximum(np.linalg.norm(aside, axis=1, keepdims=True), 1e-12)
    above = np.cross(aside, way)
    half = width_m / 2 * aside
    rise = (width_m if depth_m is None else depth_m) / 2 * above
    ring = np.stack([-half - rise, -half + rise, half + rise, half - rise], axis=1)
    corners = np.concatenate([first[:, None] + ring, last[:, None] + ring], axis=1)
    sides = SIDES if caps else SIDES[2:]
    return quadrilaterals(corners[:, sides].reshape(-1, 4, 3), paint)


def _surface_metres(points: F64) -> F64:
    """(k, 4, 2): along the first edge and across it; standing faces get v upwards."""
    edge = points[:, 1] - points[:, 0]
    normal = np.cross(points[:, 2] - points[:, 0], points[:, 3] - points[:, 1])
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    level = np.abs(normal[:, 2:]) > 0.9
    sideways = np.cross(np.broadcast_to([0.0, 0.0, 1.0], normal.shape), normal)
    u_axis = np.where(level, edge, sideways)
    u_axis /= np.maximum(np.linalg.norm(u_axis, axis=1, keepdims=True), 1e-12)
    v_axis = np.cross(normal, u_axis)
    return np.stack(
        [np.einsum("kij,kj->ki", points, u_axis), np.einsum("kij,kj->ki", points, v_axis)], axis=2
    )
