"""Wheels of cars and buses: discs with a pale hub, seen from outside only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge, mesh

F64 = npt.NDArray[np.float64]
TYRE = Paint("painted_metal", "#1C1C1D")
HUB = (104, 106, 110, 255)


def wheels(at_m: Sequence[float], radius_m: float, half_m: float, corners: int) -> MeshData:
    """Pairs of wheels at stations along x, `half_m` from the middle; (corners) triangles each."""
    return merge([_disc(x, side, radius_m, half_m, corners) for x in at_m for side in (-1, 1)])


def plain_wheels(at_m: Sequence[float], radius_m: float, half_m: float, corners: int) -> MeshData:
    """The same without hubs, for farther off; two triangles less each."""
    discs = [_rim(x, side, radius_m, half_m, corners) for x in at_m for side in (-1, 1)]
    fan = np.array([(0, k, k + 1) for k in range(1, corners - 1)])
    sides = [side for _ in at_m for side in (-1, 1)]
    return merge([_facing(disc, fan, side) for disc, side in zip(discs, sides, strict=True)])


def _rim(x_m: float, side: int, radius_m: float, half_m: float, corners: int) -> F64:
    angle = (np.arange(corners) + 0.5) * 2.0 * np.pi / corners * side
    return np.stack(
        [x_m - radius_m * np.cos(angle), np.full(corners, side * half_m),
         radius_m + radius_m * np.sin(angle)], axis=1,
    )  # fmt: skip


def _facing(points: F64, faces: npt.NDArray[np.intp], side: int) -> MeshData:
    normals = np.tile([0.0, float(side), 0.0], (len(points), 1))
    return mesh(points, faces, normals, TYRE.material, tint=TYRE.tint)


def _disc(x_m: float, side: int, radius_m: float, half_m: float, corners: int) -> MeshData:
    rim = _rim(x_m, side, radius_m, half_m, corners)
    points = np.concatenate([[[x_m, side * (half_m - 0.04), radius_m]], rim])
    number = np.arange(corners)
    faces = np.stack([np.zeros(corners, int), 1 + number, 1 + (number + 1) % corners], axis=1)
    made = _facing(points, faces, side)
    tint = made.tint.copy()
    tint[0] = HUB
    return replace(made, tint=tint)
