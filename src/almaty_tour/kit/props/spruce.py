"""The Schrenk spruce of the Tien Shan: a narrow blue-green spire, branched to the ground."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.props import limbs
from almaty_tour.kit.props.crown import GOLDEN_RAD, QUAD, directions, squared, unit
from almaty_tour.mesh.data import MeshData, merge, mesh

F64 = npt.NDArray[np.float64]
BARK = Paint("bark", "#5E5044")
LEAVES = Paint("foliage", "#3B5748")
HEIGHT_M, WIDEST_M, FOOT_M = 17.0, 2.6, 0.5
RING_M = 3.6
BOUGHS: Final = 218
UP: Final = np.array([0.0, 0.0, 1.0])
COOL: Final = np.array([0.96, 0.90, 0.93])
"""What needles are against the colour of the tree: bluer."""


def spruce(level: int) -> MeshData:
    """A spruce; about 470 triangles on level 0, 40 on 1, 8 on 2."""
    if level == 2:
        return merge(
            [_far_tier(-1.5, 10.4, 1.28 * WIDEST_M, 4, 0), _far_tier(6.2, HEIGHT_M, 1.75, 4, 1)]
        )
    trunk = limbs.trunk(0.24, 2.4 if level else 15.0, BARK, sides=(5, 3)[level], rings=2)
    if level == 1:
        return merge([trunk, _spires(5, 1.0, 1.0), _far_tier(0.3, 15.0, 0.9, 4, 0)])
    return merge([trunk, _spires(4, 0.72, 0.52), _branches()])


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
    return np.asarray(WIDEST_M * np.clip(1.02 - share, 0.0, 0.9) ** 0.85)


def _branches() -> MeshData:
    """Boughs in loose whorls: flat ones that hang, and others seen from their side.

    Each is seen from one face; half of them look to each side.
    """
    seed, number = hashed("spruce branches", BOUGHS), np.arange(BOUGHS)
    share = (number + 2.5 * fraction(seed, 1)) / (BOUGHS + 2.5)
    share = share + 0.012 * np.sin(share * 2 * np.pi * 19.0)  # whorls, with gaps between them
    z = FOOT_M + (HEIGHT_M - 0.7 - FOOT_M) * share**0.9
    lucky = fraction(seed, 2)
    length = _radius(share) * (0.5 + 0.62 * lucky**0.7) + 0.3
    heading, flank = _headings(share)
    hung = number % 5 < 2
    hand = np.where(fraction(seed, 4) < 0.5, 1.0, -1.0)[:, None]
    flat_face = UP + hand * (0.3 + 0.5 * fraction(seed, 6))[:, None] * flank
    hung_face = hand * flank + 0.5 * directions(seed, 7)
    facing = np.where(hung[:, None], hung_face, flat_face)
    width = length * np.where(hung, 0.5, 0.62) + 0.25
    corners = squared(z[:, None] * UP, heading, facing, length, width).reshape(-1, 4, 3)
    corners[hung, :, 2] -= 0.2 * width[hung, None]
    tone = 0.8 + 0.4 * fraction(seed, 8)
    lit = np.array([0.42, 1.16, 1.16, 0.42]) * (tone * (0.7 + 0.4 * lucky))[:, None]
    uv = _cells(corners, hung).reshape(-1, 2)
    faces = (4 * number[:, None, None] + QUAD).reshape(-1, 3)
    return _painted(corners.reshape(-1, 3), faces, uv, lit.ravel(), np.repeat(share, 4), "needles")


def _headings(share: F64) -> tuple[F64, F64]:
    """Where boughs at shares of the height point, and what lies level across them."""
    seed = hashed("spruce branches", len(share))
    turn = np.arange(len(share)) * GOLDEN_RAD + 0.8 * fraction(seed, 3)
    out = np.stack([np.cos(turn), np.sin(turn), 0.0 * turn], axis=1)
    flank = np.stack([-out[:, 1], out[:, 0], 0.0 * turn], axis=1)
    fall = 0.62 - 1.15 * share + 0.5 * (fraction(seed, 5) - 0.5)
    return unit(out - fall[:, None] * UP), flank


def _cells(corners: F64, hung: npt.NDArray[np.bool_]) -> F64:
    """(n, 4, 2) uv: the fringe of those seen from their side hangs whichever way a card faces."""
    upper = (corners[:, 0, 2] + corners[:, 1, 2]) > (corners[:, 2, 2] + corners[:, 3, 2])
    high = np.where(upper[:, None], [0.5, 0.5, 0.0, 0.0], [0.0, 0.0, 0.5, 0.5])
    v = np.where(hung[:, None], high, 0.5 + high)
    return np.stack([np.broadcast_to(np.array([0.02, 0.98, 0.98, 0.02]), v.shape), v], axis=-1)


def _spires(count: int, wide: float, shade: float) -> MeshData:
    """Pictures of the whole tree, upright round its axis, each seen from one face."""
    return merge([_spire(number, count, wide, shade) for number in range(count)])


def _spire(number: int, count: int, wide: float, shade: float) -> MeshData:
    levels = np.array([0.0, 0.34, 0.68, 1.0])
    turn = number * 2 * np.pi / count + 0.4
    out = np.array([np.cos(turn), np.sin(turn), 0.0])
    flank = np.array([-out[1], out[0], 0.0])
    z = FOOT_M - 0.4 + (HEIGHT_M + 0.7 - FOOT_M) * levels
    near = 0.34 * WIDEST_M * wide * (1.0 - levels)
    spine = near[:, None] * out + z[:, None] * UP
    aside = 1.1 * WIDEST_M * wide * flank
    points = np.stack([spine - aside, spine + aside], axis=1).reshape(-1, 3)
    left = 0.5 * (number % 2)
    cell = [left + 0.01, left + 0.49] if number % 3 else [left + 0.49, left + 0.01]
    uv = np.column_stack([np.tile(cell, len(levels)), np.repeat(levels, 2)])
    quads = np.array([(0, 1, 3), (0, 3, 2)])
    faces = (2 * np.arange(len(levels) - 1)[:, None, None] + quads).reshape(-1, 3)
    normals = 0.75 * out + np.tile([[-0.8], [0.8]], (len(levels), 1)) * flank + 0.5 * UP
    shape = _painted(points, faces, uv, np.full(len(points), shade), uv[:, 1], "spires")
    return replace(shape, normals=unit(normals).astype(shape.normals.dtype))


def _painted(
    points: F64, faces: npt.NDArray[np.int64], uv: F64, lit: F64, up: F64, material: str
) -> MeshData:
    """Branches with normals away from the axis, their tips and the upper whorls open to the sky."""
    away = np.hypot(points[:, 0], points[:, 1])
    out = points[:, :2] / np.maximum(away, 0.2)[:, None]
    normals = unit(np.column_stack([out, np.full(len(points), 0.5)]))
    shape = mesh(points, faces, normals, material, uv=uv, tint=LEAVES.tint)
    tint = shape.tint.astype(np.float64)
    tint[:, :3] *= COOL * (lit * (0.84 + 0.24 * up))[:, None]
    tint[:, 3] = np.clip(50.0 + 140.0 * np.clip(lit, 0, 1.1) + 60.0 * up, 50, 255)
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
