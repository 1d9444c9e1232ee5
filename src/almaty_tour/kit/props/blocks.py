"""Upright blocks by the dozen, plates and drums that lie: what machines and stacks are made of."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import lathe, transform
from almaty_tour.kit.hexahedra import SIDES, quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]
Block = tuple[float, float, float, float, float, float]
_LOW_HIGH = np.array([
    (0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0), (0, 0, 1), (1, 0, 1), (1, 1, 1), (0, 1, 1),
])  # fmt: skip


def blocks(rows: Sequence[Block] | F64, paint: Paint, *, floor: bool = False) -> MeshData:
    """Blocks from x, y, z of their low and of their high corners, without undersides."""
    ends = np.asarray(rows, np.float64).reshape(-1, 2, 3)
    corners = np.stack([ends[:, pick, axis] for axis, pick in enumerate(_LOW_HIGH.T)], axis=-1)
    sides = SIDES if floor else SIDES[1:]
    return quadrilaterals(corners[:, sides].reshape(-1, 4, 3), paint)


def two_faced(face: Sequence[Sequence[float]], thick_m: float, paint: Paint) -> MeshData:
    """A thin plate from the (4, 3) corners of its face towards -y; its edges are not seen."""
    front = np.asarray(face, np.float64)
    behind = front[[1, 0, 3, 2]] + np.array([0.0, thick_m, 0.0])
    return quadrilaterals(np.stack([front, behind]), paint)


def drum(
    ends_m: tuple[float, float], centre_m: tuple[float, float], radius_m: float, sides: int,
    paint: Paint, bulge_m: float = 0.0,
) -> MeshData:  # fmt: skip
    """A cylinder along x between two stations, about y and z of its axis; its ends may bulge."""
    low, high = ends_m
    section = [(radius_m, low + bulge_m), (radius_m, high - bulge_m)]
    if bulge_m > 0.0:
        section = [(0.62 * radius_m, low), *section, (0.62 * radius_m, high)]
    made = lathe.lathe(np.array(section), paint, sides=sides, crease_deg=60.0)
    return transform.move(transform.turn(made, "y", 90.0), y=centre_m[0], z=centre_m[1])
