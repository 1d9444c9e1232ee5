"""The Schrenk spruce of the Tien Shan: narrow, dark, ragged tiers to the ground."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from almaty_tour.kit import lathe, profile
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.mesh.data import MeshData, merge, mesh

BARK = Paint("bark", "#5E5044")
LEAVES = Paint("foliage", "#2F4A3C")
HEIGHT_M, WIDEST_M, FOOT_M = 17.0, 2.6, 0.9


def spruce(level: int) -> MeshData:
    """A spruce; about 160 triangles on level 0, 60 on 1, 12 on 2."""
    tiers, sides = ((9, 8), (5, 5), (2, 3))[level]
    pieces = [_trunk(level)] if level < 2 else []
    for tier in range(tiers):
        share = tier / tiers
        low = FOOT_M + (HEIGHT_M - 1.6) * share**0.92
        high = min(HEIGHT_M, low + 2.0 * (HEIGHT_M - FOOT_M) / tiers)
        pieces.append(_tier(low, high, WIDEST_M * (1.0 - 0.93 * share), sides, tier))
    return merge(pieces)


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
    flat = points * np.array([1.0, 1.0, 0.0])
    normals = flat / max(radius_m, 0.3) + np.array([0.0, 0.0, 0.5])
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    shape = mesh(points, faces, normals, LEAVES.material, tint=LEAVES.tint)
    tint = shape.tint.astype(np.float64)
    tint[:-1, :3] *= (0.9 + 0.35 * fraction(seed, 2))[:, None]
    tint[-1, :3] *= 0.66
    up = (low_m - FOOT_M) / HEIGHT_M
    tint[:, 3] = [*(np.where(even, 215, 130) + 40 * up), 100 + 60 * up]
    return replace(shape, tint=np.clip(tint, 0, 255).astype(np.uint8))
