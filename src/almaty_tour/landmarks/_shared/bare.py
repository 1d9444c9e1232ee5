"""Pieces set against a wall or on a floor, without the faces that nobody ever sees."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.mesh.compact import taken
from almaty_tour.mesh.data import MeshData

FRONT, BACK = (0.0, -1.0, 0.0), (0.0, 1.0, 0.0)
LEFT, RIGHT = (-1.0, 0.0, 0.0), (1.0, 0.0, 0.0)
UNDER, OVER = (0.0, 0.0, -1.0), (0.0, 0.0, 1.0)
STRAIGHT = 0.98


def bare(data: MeshData, *ways: tuple[float, float, float]) -> MeshData:
    """The mesh without the faces that look straight to one of the (unit) ways."""
    return _kept(data, ~_looks(data, *ways))


def facing(data: MeshData, *ways: tuple[float, float, float]) -> MeshData:
    """Only the faces of the mesh that look straight to one of the (unit) ways."""
    return _kept(data, _looks(data, *ways))


def _looks(data: MeshData, *ways: tuple[float, float, float]) -> npt.NDArray[np.bool_]:
    """(m,) whether a face looks to one of the ways."""
    corner = data.positions[data.faces].astype(np.float64)
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    across /= np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-12)
    return np.asarray((across @ np.array(ways).T > STRAIGHT).any(axis=1))


def _kept(data: MeshData, chosen: npt.NDArray[np.bool_]) -> MeshData:
    return taken(data, np.arange(data.vertex_count), data.faces[chosen].astype(np.int64))
