"""Faces of soft shapes that disagree with their own shading, set right."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from almaty_tour.kit.paint import BRONZE
from almaty_tour.kit.statue import standing
from almaty_tour.mesh.data import MeshData

SLIVER_M2 = 1e-7


def settled(data: MeshData, least_cos: float = 0.02) -> MeshData:
    """The same surface; faces that turn away from a shared normal become flat on their own.

    Thinning a melted field leaves such faces in the creases of lips, brims and knots, and
    slivers without an area, which are left out.
    """
    data = _without_slivers(data)
    corner = data.positions[data.faces].astype(np.float64)
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    size = np.linalg.norm(across, axis=1, keepdims=True)
    flat = across / np.maximum(size, 1e-12)
    agree = np.einsum("mi,mki->mk", flat, data.normals[data.faces].astype(np.float64))
    wrong = (agree < least_cos).any(axis=1) & (size[:, 0] > 1e-12)
    if not wrong.any():
        return data
    old = data.faces[wrong].reshape(-1)
    fresh = np.arange(len(old), dtype=np.uint32).reshape(-1, 3) + np.uint32(data.vertex_count)
    faces = data.faces.copy()
    faces[wrong] = fresh
    return replace(
        data,
        positions=np.concatenate([data.positions, data.positions[old]]),
        normals=np.concatenate([data.normals, np.repeat(flat[wrong], 3, axis=0).astype("f4")]),
        uv=np.concatenate([data.uv, data.uv[old]]),
        tint=np.concatenate([data.tint, data.tint[old]]),
        material=np.concatenate([data.material, data.material[old]]),
        part=np.concatenate([data.part, data.part[old]]),
        faces=faces,
    )


def _without_slivers(data: MeshData) -> MeshData:
    corner = data.positions[data.faces].astype(np.float64)
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    kept = np.linalg.norm(across, axis=1) > SLIVER_M2
    return data if kept.all() else replace(data, faces=data.faces[kept])


def demo() -> MeshData:
    """A small figure whose creases are settled."""
    return settled(standing(1.8, BRONZE, triangles=1500))
