"""From bare triangles to a finished mesh: normals with creases, surface coordinates, welding."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, empty, mesh

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]

CREASE_DEG = 35.0
AREA_EPSILON_M2 = 1e-10


def solid(
    positions: npt.ArrayLike,
    faces: npt.ArrayLike,
    paint: Paint,
    *,
    crease_deg: float = CREASE_DEG,
    corner_uv: npt.ArrayLike | None = None,
    face_tint: npt.ArrayLike | None = None,
) -> MeshData:
    """A mesh of (n, 3) shared positions and (m, 3) outward faces.

    Faces that meet at less than `crease_deg` are smoothed into each other, sharper edges
    stay hard. `corner_uv` is (m, 3, 2) metres; without it each face is laid out along its
    dominant axis. `face_tint` is (m, 3) u1 sRGB to multiply the paint's tint with, for
    patterns. Faces without area are dropped.
    """
    points = np.asarray(positions, np.float64).reshape(-1, 3)
    index = np.asarray(faces, np.int64).reshape(-1, 3)
    across = _cross_of_faces(points, index)
    kept = np.linalg.norm(across, axis=1) > AREA_EPSILON_M2
    if not kept.any():
        return empty()
    index, across = index[kept], across[kept]
    flat = across / np.linalg.norm(across, axis=1, keepdims=True)
    if corner_uv is None:
        uv = face_uv(points[index], flat)
    else:
        uv = np.asarray(corner_uv, np.float64).reshape(-1, 3, 2)[kept]
    normals = corner_normals(points, index, flat, crease_deg)
    tint = np.full((len(index), 4), paint.tint, np.uint8)
    if face_tint is not None:
        pattern = np.asarray(face_tint, np.uint16).reshape(-1, 3)[kept]
        tint[:, :3] = (tint[:, :3].astype(np.uint16) * pattern + 127) // 255
    return _welded(points, index, normals, uv, tint, paint.material)


def face_uv(corners: F64, flat: F64) -> F64:
    """(m, 3, 2) metres across the dominant axis of each face normal, v upwards on walls."""
    axis = np.abs(flat).argmax(axis=1)[:, None]
    u = np.where(axis == 0, corners[:, :, 1], corners[:, :, 0])
    v = np.where(axis == 2, corners[:, :, 1], corners[:, :, 2])
    return np.stack([u, v], axis=2)


def corner_normals(points: F64, index: I64, flat: F64, crease_deg: float) -> F64:
    """(m, 3, 3) unit normals: the mean of the faces round a vertex that bend gently."""
    if crease_deg <= 0.0:
        return np.repeat(flat[:, None, :], 3, axis=1)
    vertex = index.ravel()
    order = np.argsort(vertex, kind="stable")
    first, second = _pairs_of_equal(vertex[order])
    first, second = order[first], order[second]
    angle = _corner_angles(points[index]).ravel()
    near = (flat[first // 3] * flat[second // 3]).sum(axis=1)
    weight = np.where(near >= np.cos(np.radians(crease_deg)) - 1e-9, angle[second], 0.0)
    share = flat[second // 3] * weight[:, None]
    total = np.stack(
        [np.bincount(first, share[:, axis], minlength=len(vertex)) for axis in range(3)], axis=1
    )
    length = np.linalg.norm(total, axis=1, keepdims=True)
    own = np.repeat(flat, 3, axis=0)
    return np.where(length > 1e-9, total / np.maximum(length, 1e-9), own).reshape(-1, 3, 3)


def _pairs_of_equal(values: I64) -> tuple[I64, I64]:
    """Indices of all ordered pairs (i, j) with equal entries of a sorted array."""
    _, start, count = np.unique(values, return_index=True, return_counts=True)
    per_item = np.repeat(count, count)
    first = np.repeat(np.arange(len(values)), per_item)
    base = np.repeat(np.repeat(start, count), per_item)
    ends = np.cumsum(per_item)
    within = np.arange(len(first)) - np.repeat(ends - per_item, per_item)
    return first, base + within


def _corner_angles(corners: F64) -> F64:
    ahead = np.roll(corners, -1, axis=1) - corners
    back = np.roll(corners, 1, axis=1) - corners
    length = np.linalg.norm(ahead, axis=2) * np.linalg.norm(back, axis=2)
    cosine = (ahead * back).sum(axis=2) / np.maximum(length, 1e-12)
    result: F64 = np.arccos(np.clip(cosine, -1.0, 1.0))
    return result


def _cross_of_faces(points: F64, index: I64) -> F64:
    corner = points[index]
    return np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])


def _welded(
    points: F64, index: I64, normals: F64, uv: F64, tint: npt.NDArray[np.uint8], material: str
) -> MeshData:
    """One vertex for all corners that agree in place, normal, layout and colour."""
    shade = np.repeat(tint, 3, axis=0)
    keys = np.concatenate(
        [
            index.reshape(-1, 1),
            np.rint(normals.reshape(-1, 3) * 2048).astype(np.int64),
            np.rint(uv.reshape(-1, 2) * 2048).astype(np.int64),
            shade.astype(np.int64)[:, :3],
        ],
        axis=1,
    )
    _, first, inverse = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    result = mesh(
        points[index.ravel()[first]],
        inverse.reshape(-1, 3),
        normals.reshape(-1, 3)[first],
        material,
        uv=uv.reshape(-1, 2)[first],
    )
    return replace(result, tint=shade[first])
