"""The order of the faces of a mesh: what may hide other faces first, whichever way one looks.

Whoever fills pixels by processor pays for each that is hidden later. Of a closed body the faces
that lie farthest out along their own normals are in front of the others from all sides that they
are seen from (Sander, Nehab and Barczak 2007). Faces go by patches, so that those which share
corners stay together.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

I64 = npt.NDArray[np.int64]
F64 = npt.NDArray[np.float64]

PATCH_M: Final = 4.0
"""Side of the cubes; a patch is what of a cube looks to one of six sides."""


def outer_first(corners: F64, stretch: I64) -> I64:
    """(m,) order of faces by stretch, the outer patches of each before its inner ones.

    Args:
        corners: (m, 3, 3) metres. stretch: (m,) numbers from 0.
    """
    if not len(corners):
        return np.zeros(0, np.int64)
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    area = np.linalg.norm(across, axis=1)
    weight = np.maximum(area, 1e-9)
    middle = corners.mean(axis=1)
    patch = _patches(middle, across, stretch)
    of = np.zeros(int(patch.max()) + 1, np.int64)
    of[patch] = stretch
    facing = _sums(across, patch)
    facing /= np.maximum(np.linalg.norm(facing, axis=1), 1e-12)[:, None]
    off = _means(middle, patch, weight) - _means(middle, stretch, weight)[of]
    out_m = (off * facing).sum(axis=1)
    rank = np.zeros(len(of), np.int64)
    rank[np.lexsort((-out_m, of))] = np.arange(len(of))
    return np.argsort(rank[patch], kind="stable")


def _patches(middle: F64, across: F64, stretch: I64) -> I64:
    """(m,) patch of each face: its stretch, cube and side."""
    cube = np.floor(middle / PATCH_M).astype(np.int64)
    cube -= cube.min(axis=0)
    axis = np.abs(across).argmax(axis=1)
    side = 2 * axis + (np.take_along_axis(across, axis[:, None], axis=1)[:, 0] < 0.0)
    size = cube.max(axis=0) + 1
    key = ((stretch * size[0] + cube[:, 0]) * size[1] + cube[:, 1]) * size[2] + cube[:, 2]
    _, patch = np.unique(key * 6 + side, return_inverse=True)
    return np.asarray(patch.reshape(-1), np.int64)


def _sums(values: F64, owner: I64) -> F64:
    """(k, 3) sums of (m, 3) values by owner."""
    return np.stack([np.bincount(owner, values[:, axis]) for axis in range(3)], axis=1)


def _means(values: F64, owner: I64, weight: F64) -> F64:
    """(k, 3) weighted means of (m, 3) values by owner; zero for one without any."""
    total = np.maximum(np.bincount(owner, weight), 1e-12)
    return _sums(values * weight[:, None], owner) / total[:, None]
