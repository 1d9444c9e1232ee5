"""A mesh in stretches: what stands together, so that what is far can be coarser than what is near.

Nothing that is connected is cut, so no crack can show between two stretches at different
levels. Each connected piece belongs to the cube that holds its middle, of a side that is at
least as large as the piece; cubes with few triangles are joined to larger ones.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.mesh.data import MeshData

I64 = npt.NDArray[np.int64]
F64 = npt.NDArray[np.float64]

SIDE_M: Final = 32.0
LEAST_TRIANGLES: Final = 800
"""Fewer are not worth a draw of their own."""


def stretch_of_faces(faces: I64, places: F64) -> I64:
    """(m,) stretch of each of (m, 3) faces between (k, 3) places in metres, numbered from 0.

    Faces that share a place, or are joined by others that do, are in the same stretch.
    """
    if not len(faces):
        return np.zeros(0, np.int64)
    piece = _pieces(faces, len(places))[faces[:, 0]]
    _, piece, count = np.unique(piece, return_inverse=True, return_counts=True)
    low, high = _bounds(places[faces].reshape(-1, 3), np.repeat(piece, 3), len(count))
    return _cubes(low, high, count)[piece]


def starts_of(stretch: I64) -> I64:
    """(s + 1,) where each stretch begins in faces that are sorted by stretch, and their end."""
    return np.concatenate([[0], np.cumsum(np.bincount(stretch))]).astype(np.int64)


def sorted_by(mesh: MeshData, stretch: I64) -> MeshData:
    """The mesh with its faces in the order of their stretches."""
    return replace(mesh, faces=mesh.faces[np.argsort(stretch, kind="stable")])


def by_key(mesh: MeshData, key: I64) -> tuple[MeshData, I64, I64]:
    """A mesh with its faces sorted by (m, k) keys, where each key that there is is a stretch.

    Returns the mesh, what `starts_of` gives of it, and the (s, k) keys of the stretches. What is
    connected is cut: only for meshes that have no coarser level.
    """
    keys, stretch = np.unique(key, axis=0, return_inverse=True)
    stretch = stretch.reshape(-1)
    return sorted_by(mesh, stretch), starts_of(stretch), keys


def _cubes(low: F64, high: F64, count: I64) -> I64:
    """(p,) cube of each piece, from (p, 3) corners and how many triangles it has."""
    middle, corner = (low + high) / 2.0, low.min(axis=0)
    whole_m = float((high.max(axis=0) - corner).max())
    top = max(math.ceil(math.log2(max(whole_m / SIDE_M, 1.0))), 0)
    sizes = np.log2(np.maximum((high - low).max(axis=1) / SIDE_M, 1.0))
    size = np.minimum(np.ceil(sizes).astype(np.int64), top)
    for step in range(top + 1):
        place = np.floor((middle - corner) / (SIDE_M * 2.0 ** size[:, None])).astype(np.int64)
        place[size == top] = 0
        key = np.concatenate([size[:, None], place], axis=1)
        _, cube = np.unique(key, axis=0, return_inverse=True)
        cube = cube.reshape(-1)
        few = np.bincount(cube, count)[cube] < LEAST_TRIANGLES
        size[few & (size == step) & (size < top)] += 1
    return np.asarray(cube, np.int64)


def _bounds(points: F64, owner: I64, count: int) -> tuple[F64, F64]:
    """(count, 3) low and high corners of the points of each owner; each has some."""
    order = np.argsort(owner, kind="stable")
    begin = np.searchsorted(owner[order], np.arange(count))
    points = points[order]
    return np.minimum.reduceat(points, begin), np.maximum.reduceat(points, begin)


def _pieces(faces: I64, places: int) -> I64:
    """(places,) the least place that each is connected with.

    Each takes the least number among those it shares a face with, then that one's, and so on.
    """
    least = np.arange(places)
    while True:
        before = least.copy()
        joined = np.repeat(least[faces].min(axis=1), 3)
        np.minimum.at(least, least[faces.ravel()], joined)
        np.minimum.at(least, faces.ravel(), joined)
        least = _roots(least)
        if np.array_equal(least, before):
            return least


def _roots(least: I64) -> I64:
    """Each followed to the one that is its own least."""
    while True:
        further = least[least]
        if np.array_equal(further, least):
            return least
        least = further
