"""Small forms of vertex attributes for files: eight-bit normals, sixteen-bit layouts.

Positions stay f4 on a grid of 1/4096 m. A normal takes three signed bytes and a pad byte
(half a degree at worst), a layout two signed words with one step for the whole piece.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.mesh.data import F32, MeshData

POSITION_STEPS_PER_M = 4096
UV_STEPS_PER_M = 1024
WORD = 32767


def packed_normals(normals: F32) -> npt.NDArray[np.int8]:
    """(n, 4) i1 of (n, 3) unit vectors; the last column is padding."""
    steps = np.rint(np.clip(normals, -1.0, 1.0) * 127.0).astype(np.int8)
    return np.pad(steps, ((0, 0), (0, 1)))


def unpacked_normals(packed: npt.NDArray[np.generic]) -> F32:
    """(n, 3) f4 unit vectors."""
    wide = np.asarray(packed, np.float32)[:, :3]
    length = np.linalg.norm(wide, axis=1, keepdims=True)
    return np.ascontiguousarray(wide / np.maximum(length, np.float32(1e-6)))


def packed_uv(uv: F32) -> tuple[npt.NDArray[np.int16], int]:
    """(n, 2) i2 and the steps to a metre: 1024, or fewer where the piece is large."""
    reach = float(np.abs(uv).max()) if len(uv) else 0.0
    steps = UV_STEPS_PER_M
    while reach * steps > WORD and steps > 1:
        steps //= 2
    return np.clip(np.rint(uv * np.float32(steps)), -WORD, WORD).astype(np.int16), steps


def unpacked_uv(packed: npt.NDArray[np.generic], steps_per_m: int) -> F32:
    """(n, 2) f4 metres."""
    return np.ascontiguousarray(np.asarray(packed, np.float32) / np.float32(steps_per_m))


def snapped(data: MeshData) -> MeshData:
    """The mesh with its positions on the grid of 1/4096 m."""
    steps = np.rint(data.positions.astype(np.float64) * POSITION_STEPS_PER_M)
    return replace(data, positions=(steps / POSITION_STEPS_PER_M).astype(np.float32))


def welded(data: MeshData) -> MeshData:
    """One vertex for all that would be equal in a file; faces without area are dropped.

    Vertices are numbered in the order the faces use them, which reads and packs well.
    """
    uv, steps = packed_uv(data.uv)
    keys = np.concatenate(
        [
            np.rint(data.positions.astype(np.float64) * POSITION_STEPS_PER_M).astype(np.int64),
            packed_normals(data.normals)[:, :3].astype(np.int64),
            uv.astype(np.int64) * UV_STEPS_PER_M // steps,
            data.tint.astype(np.int64),
            data.material[:, None].astype(np.int64),
            data.part[:, None].astype(np.int64),
        ],
        axis=1,
    )
    _, first, inverse = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    faces = inverse.reshape(-1)[data.faces.astype(np.int64)]
    place = np.rint(data.positions[first].astype(np.float64) * POSITION_STEPS_PER_M)
    a, b, c = (place[faces[:, i]] for i in range(3))
    full = np.linalg.norm(np.cross(b - a, c - a), axis=1) > 0.5
    return taken(data, first, faces[full])


def taken(
    data: MeshData, vertices: npt.NDArray[np.int64], faces: npt.NDArray[np.int64]
) -> MeshData:
    """The `vertices` of a mesh under `faces` that count in them, in the order of use."""
    _, at, number = np.unique(faces.ravel(), return_index=True, return_inverse=True)
    order = np.argsort(np.argsort(at, kind="stable"), kind="stable")
    used = np.sort(at)
    chosen = vertices[faces.ravel()[used]]
    return replace(
        data,
        positions=data.positions[chosen],
        normals=data.normals[chosen],
        uv=data.uv[chosen],
        tint=data.tint[chosen],
        material=data.material[chosen],
        part=data.part[chosen],
        faces=order[number].reshape(-1, 3).astype(np.uint32),
    )


def pieces(data: MeshData) -> list[tuple[str, str, MeshData]]:
    """(part, material, mesh) for every pair that has triangles, in a fixed order."""
    index = data.faces.astype(np.int64)
    owner = data.part[index[:, 0]].astype(np.int64) * len(data.materials)
    owner += data.material[index[:, 0]]
    everything = np.arange(data.vertex_count)
    result = []
    for key in np.unique(owner):
        part, material = divmod(int(key), len(data.materials))
        piece = taken(data, everything, index[owner == key])
        result.append((data.parts[part], data.materials[material], piece))
    return result
