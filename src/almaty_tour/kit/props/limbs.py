"""Trunks and the limbs that carry a crown: tapering tubes that bend and enter the leaves."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.props.crown import Crown
from almaty_tour.mesh.data import MeshData, merge, mesh

F64 = npt.NDArray[np.float64]


def trunk(
    radius_m: float,
    top_m: float,
    bark: Paint,
    *,
    sides: int,
    lean_m: float = 0.0,
    rings: int = 5,
    thins: float = 0.62,
) -> MeshData:
    """A trunk from below the ground to `top_m` that sways by `lean_m` and `thins` by a share."""
    share = np.linspace(0.0, 1.0, rings) ** 1.3
    z = share * top_m
    sway = lean_m * np.sin(np.pi * share * 1.1)
    line = np.stack([sway, 0.6 * sway, z], axis=1)
    line[0, 2] = -0.4
    radius = radius_m * (1.0 - thins * share**0.8)
    radius[0] *= 1.5
    return _tubes(line[None], radius[None], bark, sides)


def limbs(crown: Crown, fork_m: float, radius_m: float, bark: Paint, count: int) -> MeshData:
    """Limbs from the trunk above its fork into the hearts of the first `count` lobes."""
    seed = hashed("limbs", count)
    tip = crown.middle[:count] + np.array([0.0, 0.0, 0.2])
    count = len(tip)
    tall = np.maximum(tip[:, 2] - fork_m, 0.4)
    start = np.zeros((count, 3))
    start[:, 2] = np.minimum(fork_m + 0.35 * tall * fraction(seed[:count], 1), tip[:, 2] - 0.2)
    knee = 0.5 * (start + tip)
    knee[:, :2] *= 1.15
    knee[:, 2] -= 0.1 * tall
    line = np.stack([start, knee, tip], axis=1)
    width = radius_m * (0.3 + 0.16 * fraction(seed[:count], 2))
    width = width * np.minimum(1.0, 0.35 + 0.1 * tall)
    return _tubes(line, width[:, None] * np.array([1.0, 0.66, 0.12]), bark, 3)


def speckled(wood: MeshData, name: str) -> MeshData:
    """Bark with dark scars here and there, and dark at its foot: birch."""
    dark = fraction(hashed(name, wood.vertex_count), 1) < 0.22
    low = wood.positions[:, 2] < 0.4
    tint = wood.tint.copy()
    tint[dark | low, :3] = (tint[dark | low, :3] * 0.36).astype(np.uint8)
    return replace(wood, tint=tint)


def post(radius_m: float, top_m: float, bark: Paint) -> MeshData:
    """A trunk far away: one upright triangle, seen from both sides."""
    wide = 1.5 * radius_m
    points = np.array([(-wide, 0, -0.4), (wide, 0, -0.4), (0, 0, top_m)])
    normals = np.tile([0.0, 0.0, 1.0], (3, 1))
    return mesh(points, [(0, 1, 2), (1, 0, 2)], normals, bark.material, tint=bark.tint)


def _tubes(line: F64, radius: F64, bark: Paint, sides: int) -> MeshData:
    """Open tubes round (n, k, 3) points with (n, k) radii."""
    return merge(
        [_tube(points, wide, bark, sides) for points, wide in zip(line, radius, strict=True)]
    )


def _tube(line: F64, radius: F64, bark: Paint, sides: int) -> MeshData:
    along = line[-1] - line[0]
    along = along / np.linalg.norm(along)
    u = np.cross(along, [0.3, 1.0, 0.1])
    u /= np.linalg.norm(u)
    v = np.cross(along, u)
    turn = np.arange(sides + 1) * (2 * np.pi / sides)
    out = np.cos(turn)[:, None] * u + np.sin(turn)[:, None] * v
    points = line[:, None] + radius[:, None, None] * out
    away = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    round_m = max(0.75, round(2 * np.pi * float(radius[0]) / 0.75) * 0.75)
    uv = np.stack(np.meshgrid(turn / (2 * np.pi) * round_m, away), axis=-1)
    at = np.arange((len(line) - 1) * sides)
    at = at + at // sides
    low, high = at, at + sides + 1
    faces = np.concatenate(
        [np.stack([low, low + 1, high + 1], axis=1), np.stack([low, high + 1, high], axis=1)]
    )
    normals = np.broadcast_to(out, points.shape).reshape(-1, 3)
    return mesh(
        points.reshape(-1, 3), faces, normals, bark.material, uv=uv.reshape(-1, 2), tint=bark.tint
    )
