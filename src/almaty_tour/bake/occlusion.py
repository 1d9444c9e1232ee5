"""Ambient occlusion by ray casting: how much of the sky every vertex sees.

Each corner of each face is looked at from a point a little inside the face, not from the
vertex itself: vertices often lie in the edge between two bodies, where half of all rays
start inside something. The corners of one vertex are averaged by area.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]

RAYS = 96
REACH_M = 14.0
INSET_M = 0.5
LIFT_M = 0.015
GROUND_WEIGHT = 0.45
DARKEST = 0.12
BATCH_POINTS = 8192


def occluded(data: MeshData, *, rays: int = RAYS) -> MeshData:
    """The mesh with its occlusion in the last channel of the tint, 255 = open sky."""
    if not data.triangle_count:
        return data
    openness = open_share(data, rays=rays)
    tint = data.tint.copy()
    tint[:, 3] = np.clip(np.rint(255.0 * np.maximum(openness, DARKEST)), 0, 255).astype(np.uint8)
    return replace(data, tint=tint)


def open_share(data: MeshData, *, rays: int = RAYS) -> F64:
    """(n,) mean share of the weighted hemisphere that is open above each vertex."""
    faces = data.faces.astype(np.int64)
    place, facing, area = _viewpoints(data, faces)
    seen = _seen(data, place, facing, rays)
    weight = np.repeat(np.maximum(area, 1e-6), 3)
    index = faces.ravel()
    total = np.bincount(index, weight, minlength=data.vertex_count)
    share = np.bincount(index, weight * seen, minlength=data.vertex_count)
    return share / np.maximum(total, 1e-12)


def _viewpoints(data: MeshData, faces: I64) -> tuple[F64, F64, F64]:
    """(3m, 3) points inside the corners, their normals, and (m,) areas of the faces."""
    corner = data.positions.astype(np.float64)[faces]
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    area = np.linalg.norm(across, axis=1) / 2
    flat = across / np.maximum(2 * area[:, None], 1e-12)
    inward = corner.mean(axis=1, keepdims=True) - corner
    length = np.linalg.norm(inward, axis=2, keepdims=True)
    step = np.minimum(0.5, INSET_M / np.maximum(length, 1e-9))
    place = corner + inward * step + flat[:, None, :] * LIFT_M
    facing = data.normals.astype(np.float64)[faces]
    behind = (facing * flat[:, None, :]).sum(axis=2, keepdims=True) < 0.1
    facing = np.where(behind, flat[:, None, :], facing)
    return place.reshape(-1, 3), facing.reshape(-1, 3), area


def _seen(data: MeshData, place: F64, facing: F64, rays: int) -> F64:
    """(k,) open share at each point; near things hide more than far ones."""
    from embreex import rtcore_scene
    from embreex.mesh_construction import TriangleMesh

    scene = rtcore_scene.EmbreeScene()
    TriangleMesh(scene, data.positions.astype(np.float32), data.faces.astype(np.int32))
    directions = hemisphere(rays)
    result = np.zeros(len(place))
    for start in range(0, len(place), BATCH_POINTS):
        batch = slice(start, start + BATCH_POINTS)
        ways = turned_to(directions, facing[batch])
        origin = np.repeat(place[batch], rays, axis=0)
        flat = ways.reshape(-1, 3)
        far = scene.run(origin.astype(np.float32), flat.astype(np.float32), query="DISTANCE")
        hidden = np.clip(1.0 - np.asarray(far, np.float64) / REACH_M, 0.0, 1.0)
        hidden = np.maximum(hidden, _ground_hides(origin, flat))
        result[batch] = 1.0 - hidden.reshape(-1, rays).mean(axis=1)
    return result


def _ground_hides(origin: F64, way: F64) -> F64:
    """How much the ground plane z = 0 hides; it is bright itself, so only in part."""
    down = -way[:, 2]
    distance = np.maximum(origin[:, 2], 0.0) / np.maximum(down, 1e-6)
    share: F64 = np.where(down > 1e-6, np.clip(1.0 - distance / REACH_M, 0.0, 1.0), 0.0)
    return share * GROUND_WEIGHT


def hemisphere(rays: int) -> F64:
    """(rays, 3) directions about +z, cosine weighted, evenly spread on a golden spiral."""
    number = np.arange(rays) + 0.5
    radius = np.sqrt(number / rays)
    turn = number * 2.399963229728653
    height = np.sqrt(1.0 - radius**2)
    return np.stack([radius * np.cos(turn), radius * np.sin(turn), height], axis=1)


def turned_to(directions: F64, facing: F64) -> F64:
    """(k, rays, 3) the directions about each of (k, 3) normals (Duff et al. 2017 frames)."""
    x, y, z = facing.T
    sign = np.where(z >= 0.0, 1.0, -1.0)
    a = -1.0 / (sign + z)
    b = x * y * a
    u = np.stack([1.0 + sign * x * x * a, sign * b, -sign * x], axis=1)
    v = np.stack([b, sign + y * y * a, -y], axis=1)
    frame = np.stack([u, v, facing], axis=1)
    return np.asarray(np.einsum("rj,kji->kri", directions, frame), np.float64)
