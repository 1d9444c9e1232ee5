"""The Schrenk spruce of the Tien Shan: narrow, dark, ragged tiers to the ground."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from almaty_tour.kit import lathe, profile
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.mesh.data import MeshData, merge, mesh

BARK = Paint("bark", "#5E5044")
LEAVES = Paint("foliage", "#2C4137")
HEIGHT_M, WIDEST_M, FOOT_M = 17.0, 2.6, 0.9
RING_M = 3.6


def spruce(level: int) -> MeshData:
    """A spruce; about 160 triangles on level 0, 60 on 1, 8 on 2."""
    if level == 2:
        return merge(
            [_far_tier(-1.5, 10.4, 1.15 * WIDEST_M, 4, 0), _far_tier(6.2, HEIGHT_M, 1.6, 4, 1)]
        )
    tiers, sides = ((9, 8), (5, 5))[level]
    pieces = [_trunk(level)]
    for tier in range(tiers):
        share = tier / tiers
        low = FOOT_M + (HEIGHT_M - 1.6) * share**0.92
        high = min(HEIGHT_M, low + 2.0 * (HEIGHT_M - FOOT_M) / tiers)
        pieces.append(_tier(low, high, WIDEST_M * (1.0 - 0.93 * share), sides, tier))
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
    tint[:, :3] *= (0.72 + 0.4 * up)[:, None]
    tint[:, 3] = 110.0 + 125.0 * up
    return replace(shape, tint=np.clip(tint, 0, 255).astype(np.uint8))


def _trunk(level: int) -> MeshData:
    section = profile.line((0.3, -0.4), (0.2, 2.4))
    return lathe.lathe(section, BARK, sides=(5, 3)[level], caps=False, crease_deg=80.0)


def _tier(low_m: float, high_m: float, radius_m: float, sides: int, number: int) -> MeshData:
    """A ragged skirt of branches: every other point hangs out and down."""
    count = 2 * sides
    seed = hashed(f"spruce{number}", count)
    turn = np.arange(count) * (2 * np.pi / count) + number * 1.7
    even = np.arange(count) % 2 == 0
    out = radius_m * np.where(even, 1.0, 0.58) * (1.0 + 0.4 * (fraction(seed, 1) - 0.5))
    drop = np.where(even, -0.2, 0.12) * radius_m
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
    tint[:-1, :3] *= (0.9 + 0.35 * fraction(seed, 2))[:, None]
    tint[-1, :3] *= 0.66
    up = (low_m - FOOT_M) / HEIGHT_M
    tint[:, 3] = [*(np.where(even, 215, 130) + 40 * up), 100 + 60 * up]
    return replace(shape, tint=np.clip(tint, 0, 255).astype(np.uint8))
