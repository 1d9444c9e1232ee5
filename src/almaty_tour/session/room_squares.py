"""A room in stretches: by squares of the floor, and by what a pixel of each surface needs.

A wall that turns away from the light that throws shadows needs no look at the shadow map, and
smooth plaster none at a texture. Together they are half of the pixels in a hall.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.mesh.data import MeshData
from almaty_tour.mesh.simplify import LevelMesh
from almaty_tour.mesh.stretches import by_key
from almaty_tour.render.materials import MaterialTable
from almaty_tour.scene.chunk import Wants

SIDE_M: Final = 8.0
TURNED: Final = 0.01
"""Cosine to the light from which on a corner of a surface is lit."""
Direction = tuple[float, float, float]


def in_squares(
    finest: LevelMesh, key_enu: Direction, table: MaterialTable | None
) -> tuple[LevelMesh, tuple[Wants, ...]]:
    """The only level of a room, divided, and what pixels of each stretch need.

    Args:
        key_enu: towards the light that throws shadows.
        table: tells whose grain is faint; without it all have theirs.
    """
    mesh = finest.mesh
    middle = mesh.positions[mesh.faces, :2].mean(axis=1, dtype=np.float64)
    square = np.floor(middle / SIDE_M).astype(np.int64)
    wants = _wants(mesh, key_enu, table)
    mesh, starts, keys = by_key(mesh, np.column_stack([wants, square]))
    return replace(finest, mesh=mesh, starts=starts), tuple(Wants(one) for one in keys[:, 0])


def _wants(
    mesh: MeshData, key_enu: Direction, table: MaterialTable | None
) -> npt.NDArray[np.int64]:
    """(m,) `Wants` of each face, as numbers."""
    lit = (mesh.normals @ np.array(key_enu, np.float32) > TURNED)[mesh.faces].any(axis=1)
    faint = np.zeros(len(mesh.materials), bool)
    if table is not None:
        faint = table.faint[[table.row(name) for name in mesh.materials]]
    grained = ~faint[mesh.material[mesh.faces[:, 0]]]
    return int(Wants.SHADOW) * lit.astype(np.int64) + int(Wants.GRAIN) * grained
