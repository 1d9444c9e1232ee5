"""What a room looks like from points in it, as small pictures of all directions.

A picture is a square that an octahedron unfolds into (Cigolle and others 2014, "A survey of
efficient representations for independent unit vectors"): up in its middle, down in its corners.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction
from almaty_tour.mesh.data import MeshData

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]

PER_M2: Final = 40.0
MOST: Final = 200_000
REACH_M: Final = 26.0
"""Farther away nothing is looked for."""
BESIDE: Final = 1.15
"""What is no farther than so many times the nearest thing in a direction is seen with it."""
FILLED: Final = 3
"""How many texels wide a gap between samples of a near wall may be."""


def strewn(mesh: MeshData, light: F32) -> tuple[F32, F32, F32]:
    """Points even by area on all faces: places, normals and light, (k, 3) f4 each.

    Args:
        light: (n, 3) f4 of the mesh's vertices.
    """
    faces = mesh.faces.astype(np.int64)
    a, b, c = (mesh.positions[faces[:, k]].astype(np.float64) for k in range(3))
    across = np.cross(b - a, c - a)
    twice = np.linalg.norm(across, axis=1)
    area = np.cumsum(twice) / 2.0
    number = np.arange(int(min(MOST, area[-1] * PER_M2 + 1.0)))
    luck = [fraction(number, salt) for salt in (1, 2, 3)]
    face = np.searchsorted(area, (number + luck[2]) / len(number) * area[-1])
    face = np.minimum(face, len(faces) - 1)
    u, v = luck[0][:, None], luck[1][:, None]
    over = u + v > 1.0
    u, v = np.where(over, 1.0 - u, u), np.where(over, 1.0 - v, v)
    share = np.concatenate([1.0 - u - v, u, v], axis=1)
    corners = faces[face]
    places = np.einsum("ij,ijk->ik", share, mesh.positions[corners])
    seen = np.einsum("ij,ijk->ik", share, light[corners])
    normals = across[face] / np.maximum(twice[face], 1e-12)[:, None]
    return places.astype(np.float32), normals.astype(np.float32), seen.astype(np.float32)


def unfolded(ways: F32) -> F32:
    """(n, 2) f4 from 0 to 1: where (n, 3) directions of any length lie in a picture."""
    flat = ways[:, :2] / np.maximum(np.abs(ways).sum(axis=1, keepdims=True), 1e-9)
    back = (1.0 - np.abs(flat[:, ::-1])) * np.where(flat >= 0.0, 1.0, -1.0)
    return np.asarray(np.where(ways[:, 2:] < 0.0, back, flat) * 0.5 + 0.5, np.float32)


def seen_from(
    eye: F64,
    places: F32,
    normals: F32,
    light: F32,
    side: int,
    *,
    dark: tuple[float, float, float],
    from_m: float = 0.0,
) -> F32:
    """(side, side, 3) f4 what an eye sees in each direction, beyond `from_m` to the sides.

    It is `dark` where it sees nothing.
    """
    away = places - eye.astype(np.float32)
    far_m = np.sqrt(np.einsum("ij,ij->i", away, away))
    open_ = (np.einsum("ij,ij->i", away, normals) < 0.0) & (far_m < REACH_M)
    open_ &= np.abs(away[:, :2]).max(axis=1) > from_m
    away, far_m = away[open_], far_m[open_]
    spot = np.minimum((unfolded(away) * side).astype(np.int64), side - 1)
    cell = spot[:, 1] * side + spot[:, 0]
    nearest = np.full(side * side, np.inf, np.float32)
    np.minimum.at(nearest, cell, far_m)
    # a gap in a near wall shows no far one
    around = _least_around(nearest.reshape(side, side)).reshape(-1)
    near = far_m < BESIDE * np.minimum(nearest, 1.4 * around)[cell]
    cell, shown = cell[near], light[open_][near]
    count = np.bincount(cell, minlength=side * side)
    total = np.stack(
        [np.bincount(cell, shown[:, k].astype(np.float64), side * side) for k in range(3)], axis=1
    ).astype(np.float64)
    return _filled(total.reshape(side, side, 3), count.reshape(side, side), dark)


def _around(grid: npt.NDArray[np.floating]) -> list[npt.NDArray[np.floating]]:
    """A grid as its eight neighbours see it."""
    wide = np.pad(grid, ((1, 1), (1, 1), *((0, 0),) * (grid.ndim - 2)), mode="edge")
    high, broad = grid.shape[:2]
    return [
        wide[dy : dy + high, dx : dx + broad]
        for dy in range(3)
        for dx in range(3)
        if (dy, dx) != (1, 1)
    ]


def _least_around(nearest: F32) -> npt.NDArray[np.floating]:
    return np.asarray(np.min(_around(nearest), axis=0))


def _filled(total: F64, count: npt.NDArray[np.int64], dark: tuple[float, float, float]) -> F32:
    """Means of what was met; gaps take those of their neighbours, what stays open is dark."""
    weight = count.astype(np.float64)
    for _ in range(FILLED):
        empty = weight == 0.0
        if not empty.any():
            break
        total = np.where(empty[..., None], np.sum(_around(total), axis=0), total)
        weight = np.where(empty, np.sum(_around(weight), axis=0), weight)
    mean = total / np.maximum(weight, 1.0)[..., None]
    return np.where(weight[..., None] > 0.0, mean, np.array(dark)).astype(np.float32)
