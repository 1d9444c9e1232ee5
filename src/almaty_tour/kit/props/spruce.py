"""The Schrenk spruce of the Tien Shan: a narrow blue-green spire, branched to the ground."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.props import limbs
from almaty_tour.mesh.data import MeshData, merge, mesh

F64 = npt.NDArray[np.float64]
BARK = Paint("bark", "#5E5044")
LEAVES = Paint("foliage", "#3B5748")
HEIGHT_M, WIDEST_M, FOOT_M = 17.0, 2.6, 0.7
RING_M = 3.6
CORE: Final = 0.52
"""Radius of the dark heart of the near tree against that of its branches."""


def spruce(level: int) -> MeshData:
    """A spruce; about 480 triangles on level 0, 60 on 1, 8 on 2."""
    if level == 2:
        return merge(
            [_far_tier(-1.5, 10.4, 1.28 * WIDEST_M, 4, 0), _far_tier(6.2, HEIGHT_M, 1.75, 4, 1)]
        )
    trunk = limbs.trunk(0.24, 2.4 if level else 14.0, BARK, sides=(5, 3)[level], rings=2)
    wide, tiers, sides = (CORE, 4, 6) if level == 0 else (1.12, 5, 5)
    pieces = [trunk, *(_tier(tier, tiers, wide, sides) for tier in range(tiers))]
    if level == 0:
        pieces.append(_branches(15, 7))
    return merge(pieces)


def spruces() -> MeshData:
    """Slim spruces about one that is not there: what stands for its neighbours far away.

    Nine triangles. They reach below the ground, so that a slope does not lay them bare.
    """
    turns = np.array([0.4, 2.6, 4.6])
    tips_m = HEIGHT_M * np.array([0.94, 0.76, 1.02])
    away_m = RING_M * np.array([0.9, 1.1, 1.0])
    return merge(
        [
            _far_tier(-6.0, tip, 1.25, 3, number, (away * np.cos(turn), away * np.sin(turn)))
            for number, (turn, tip, away) in enumerate(zip(turns, tips_m, away_m, strict=True))
        ]
    )


def _radius(share: F64) -> F64:
    """Radius of the tree at shares of its height: full below, an even spire above."""
    return np.asarray(WIDEST_M * np.clip(1.06 - share, 0.0, 0.94) ** 0.9)


def _branches(whorls: int, each: int) -> MeshData:
    """Whorls of branches that hang, leaning to one side or the other, seen from both faces."""
    count = whorls * each
    seed, number = hashed("spruce branches", count), np.arange(count)
    share = ((number // each) + 0.8 * fraction(seed, 1)) / whorls
    z = FOOT_M + (HEIGHT_M - 0.9 - FOOT_M) * share**0.94
    length = _radius(share) * (0.86 + 0.26 * fraction(seed, 2)) + 0.25
    turn = 2 * np.pi * ((number % each) + 0.6 * fraction(seed, 3)) / each + 1.9 * (number // each)
    up = np.array([0.0, 0.0, 1.0])
    out = np.stack([np.cos(turn), np.sin(turn), 0.0 * turn], axis=1)
    flat = np.stack([-out[:, 1], out[:, 0], 0.0 * turn], axis=1)
    roll = np.where(number % 2 == 0, 1.0, -1.0) * (0.35 + 0.45 * fraction(seed, 4))
    side = np.cos(roll)[:, None] * flat + np.sin(roll)[:, None] * up
    drop = length * (0.5 - 0.8 * share + 0.2 * (fraction(seed, 5) - 0.5))
    foot = z[:, None] * up
    tip = foot + length[:, None] * out - drop[:, None] * up
    half = (0.42 * length + 0.2)[:, None] * side
    points = np.stack([foot - half, foot + half, tip - half, tip + half], axis=1).reshape(-1, 3)
    strip = np.array([(0, 2, 3), (0, 3, 1), (0, 3, 2), (0, 1, 3)])
    faces = (4 * number[:, None, None] + strip).reshape(-1, 3)
    v = 0.5 * (fraction(seed, 6) < 0.5)[:, None] + np.array([0.0, 0.5, 0.0, 0.5])
    u = np.broadcast_to(np.array([0.02, 0.02, 0.98, 0.98]), v.shape)
    uv = np.stack([u, v], axis=-1).reshape(-1, 2)
    lit = np.array([0.5, 0.5, 1.22, 1.22]) * (0.82 + 0.36 * fraction(seed, 7))[:, None]
    return _painted(points, faces, uv, lit.ravel(), np.repeat(share, 4))


def _painted(points: F64, faces: npt.NDArray[np.int64], uv: F64, lit: F64, up: F64) -> MeshData:
    """Branches with normals away from the axis, their tips and the upper whorls open to the sky."""
    away = np.hypot(points[:, 0], points[:, 1])
    out = points[:, :2] / np.maximum(away, 0.2)[:, None]
    normals = np.column_stack([out, np.full(len(points), 0.55)])
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    shape = mesh(points, faces, normals, "needles", uv=uv, tint=LEAVES.tint)
    tint = shape.tint.astype(np.float64)
    tint[:, :3] *= (lit * (0.86 + 0.2 * up))[:, None]
    tint[:, 3] = np.clip(60.0 + 130.0 * np.clip(lit, 0, 1.1) + 60.0 * up, 60, 255)
    return replace(shape, tint=np.clip(np.rint(tint), 0, 255).astype(np.uint8))


def _far_tier(
    low_m: float, high_m: float, radius_m: float, sides: int, number: int,
    middle_m: tuple[float, float] = (0.0, 0.0),
) -> MeshData:  # fmt: skip
    """A cone far away: dark at its foot, where a wood lets no light in, lighter at the tip."""
    turn = (np.arange(sides) + 0.5 * number) * (2.0 * np.pi / sides)
    out = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    rim = np.column_stack([radius_m * out + middle_m, np.full(sides, low_m)])
    points = np.concatenate([rim, [[*middle_m, high_m]]])
    here = np.arange(sides)
    faces = np.stack([here, np.roll(here, -1), np.full(sides, sides)], axis=1)
    # the tip leans aside, or it would be white of snow and the brightest of all
    normals = np.column_stack([np.concatenate([out, [[0.55, 0.0]]]), np.full(sides + 1, 0.3)])
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    shape = mesh(points, faces, normals, LEAVES.material, tint=LEAVES.tint)
    tint = shape.tint.astype(np.float64)
    up = np.clip(points[:, 2] / HEIGHT_M, 0.0, 1.0)
    tint[:, :3] *= (0.62 + 0.4 * up)[:, None]
    tint[:, 3] = 110.0 + 125.0 * up
    return replace(shape, tint=np.clip(tint, 0, 255).astype(np.uint8))


def _tier(number: int, tiers: int, wide: float, sides: int) -> MeshData:
    """A ragged skirt of branches: every other point hangs out and down."""
    share = number / tiers
    low_m = FOOT_M + 0.3 + (HEIGHT_M - 1.6) * share**0.92
    high_m = min(HEIGHT_M, low_m + 2.0 * (HEIGHT_M - FOOT_M) / tiers)
    radius_m = wide * float(_radius(np.array(share)))
    count = 2 * sides
    seed = hashed(f"spruce{number}", count)
    turn = np.arange(count) * (2 * np.pi / count) + number * 1.7
    even = np.arange(count) % 2 == 0
    out = radius_m * np.where(even, 1.0, 0.66) * (1.0 + 0.3 * (fraction(seed, 1) - 0.5))
    drop = np.where(even, -0.26, 0.1) * radius_m
    rim = np.stack([out * np.cos(turn), out * np.sin(turn), low_m + drop], axis=1)
    points = np.concatenate([rim, [[0.0, 0.0, high_m]]])
    here = np.arange(count)
    faces = np.stack([here, np.roll(here, -1), np.full(count, count)], axis=1)
    out_m = np.maximum(np.hypot(points[:, 0], points[:, 1]), 0.01)
    normals = points / out_m[:, None]
    normals[:, 2] = 0.34
    normals[-1] = 0.8, 0.0, 0.45
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    shape = mesh(points, faces, normals, LEAVES.material, tint=LEAVES.tint)
    tint = shape.tint.astype(np.float64)
    shade = 0.84 if wide < 1.0 else 0.86
    tint[:-1, :3] *= (shade * (0.86 + 0.3 * fraction(seed, 2)))[:, None]
    tint[-1, :3] *= 0.74 * shade
    up = (low_m - FOOT_M) / HEIGHT_M
    tint[:, 3] = [*(np.where(even, 215, 130) + 40 * up), 100 + 60 * up]
    return replace(shape, tint=np.clip(tint, 0, 255).astype(np.uint8))
