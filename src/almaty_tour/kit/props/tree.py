"""Trees of Almaty: poplar, elm, oak, birch, apple and the spruce of the mountains.

A crown is a few dark cores under tufts of leaves, whose normals bend outwards from the whole
crown, so that light runs over it as over foliage and not as over stones.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import lathe, profile
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.mesh.data import U32, MeshData, merge, mesh

F64 = npt.NDArray[np.float64]
Ball = tuple[float, float, float, float, float]  # x, y, z, radius across, radius up


@dataclass(frozen=True)
class Kind:
    """One broad-leaved tree: height of the trunk's end, its radius, paints, balls."""

    trunk_m: float
    radius_m: float
    bark: Paint
    leaves: Paint
    balls: tuple[Ball, ...]


BARK = Paint("bark", "#6E5B48")
KINDS = {
    "poplar": Kind(5.0, 0.26, Paint("bark", "#8A8272"), Paint("foliage", "#5F7F3A"), (
        (0.0, 0.0, 4.6, 1.45, 2.9), (0.35, 0.2, 8.8, 1.75, 3.5), (-0.3, -0.2, 12.8, 1.5, 3.4),
        (0.1, 0.0, 16.6, 0.95, 3.2))),
    "elm": Kind(4.6, 0.36, BARK, Paint("foliage", "#4F7034"), (
        (0.0, 0.0, 8.9, 3.4, 2.9), (2.7, 0.6, 6.8, 2.6, 2.2), (-2.4, 1.5, 7.0, 2.7, 2.3),
        (-0.4, -2.6, 6.7, 2.7, 2.2))),
    "oak": Kind(3.9, 0.42, BARK, Paint("foliage", "#48672E"), (
        (0.3, 0.2, 8.4, 3.6, 3.0), (3.0, -0.8, 6.0, 2.7, 2.1), (-2.6, -1.4, 6.2, 2.8, 2.2),
        (-0.5, 2.9, 6.1, 2.8, 2.2))),
    "birch": Kind(5.2, 0.17, Paint("bark", "#E4E0D6"), Paint("foliage", "#7A9A48"), (
        (0.0, 0.0, 9.8, 1.5, 2.6), (1.05, 0.3, 7.1, 1.5, 2.1), (-0.95, 0.7, 7.0, 1.5, 2.0),
        (-0.1, -1.1, 5.6, 1.4, 1.8))),
    "apple": Kind(1.5, 0.16, Paint("bark", "#6A5A4C"), Paint("foliage", "#648A42"), (
        (0.0, 0.0, 3.3, 1.6, 1.3), (1.15, 0.3, 2.6, 1.2, 1.0), (-1.0, 0.8, 2.6, 1.25, 1.0),
        (-0.2, -1.2, 2.5, 1.2, 1.0))),
}  # fmt: skip
VARIANTS = (*KINDS, "spruce")


def build(variant: str, level: int) -> MeshData:
    """A tree of a kind; 400 triangles at most on level 0, 100 on 1, 30 on 2."""
    if variant == "spruce":
        return _spruce(level)
    kind = KINDS[variant]
    balls = kind.balls if level < 2 else (_whole(kind.balls),)
    crown = _crown(kind.balls, balls, kind.leaves, variant, level)
    return merge([_trunk(kind.trunk_m + 1.0, kind.radius_m, kind.bark, level), crown])


def _trunk(height_m: float, radius_m: float, bark: Paint, level: int) -> MeshData:
    sides = (6, 4, 3)[level]
    section = profile.line((1.35 * radius_m, -0.3), (radius_m, 0.5), (0.55 * radius_m, height_m))
    line = section if level == 0 else section[[0, 2]]
    return lathe.lathe(line, bark, sides=sides, caps=False, crease_deg=80.0)


def _whole(balls: tuple[Ball, ...]) -> Ball:
    """One ball about as large as all of them."""
    table = np.array(balls)
    low = (table[:, :3] - table[:, [3, 3, 4]]).min(axis=0)
    high = (table[:, :3] + table[:, [3, 3, 4]]).max(axis=0)
    x, y, z = (low + high) / 2
    across = float((high - low)[:2].mean() / 2)
    return float(x), float(y), float(z), across, float((high - low)[2] / 2)


def _crown(
    full: tuple[Ball, ...], balls: tuple[Ball, ...], leaves: Paint, name: str, level: int
) -> MeshData:
    """Dark cores, and on level 0 and 1 tufts of leaves standing off them."""
    middle = _whole(full)
    centre, reach = np.array(middle[:3]), np.array([middle[3], middle[3], middle[4]])
    pieces = []
    points, faces = icosphere(0)
    for number, ball in enumerate(balls):
        size, place = np.array([ball[3], ball[3], ball[4]]), np.array(ball[:3])
        seed = hashed(f"{name}{number}", 200)
        bump = 1.0 + 0.3 * (fraction(seed[:12], 1) - 0.5)
        core = points * bump[:, None] * size * (0.86 if level == 0 else 1.0) + place
        shade = leaves.shaded(0.62) if level == 0 else leaves.shaded(0.9)
        pieces.append(_bent(core, points, faces, centre, reach, shade, fraction(seed[:12], 2)))
        if level == 0:
            corners, lean, index = _tufts(round(140 / len(balls)), seed)
            noise = np.repeat(fraction(seed[: len(corners) // 4], 3), 4)
            tuft = corners * size + place
            pieces.append(_bent(tuft, lean, index, centre, reach, leaves, noise))
    return merge(pieces)


def _tufts(count: int, seed: U32) -> tuple[F64, F64, npt.NDArray[np.int64]]:
    """Tufts of leaves on a unit ball: bent rhombs, evenly spread and loosely tilted."""
    number = np.arange(count)
    up = 1.0 - 2.0 * (number + 0.5) / count
    turn = number * 2.399963 + 0.8 * fraction(seed[:count], 4)
    flat = np.sqrt(1.0 - up**2)
    out = np.stack([flat * np.cos(turn), flat * np.sin(turn), up], axis=1)
    side = np.stack([-np.sin(turn), np.cos(turn), np.zeros(count)], axis=1)
    rise = np.cross(out, side)
    roll = 2 * np.pi * fraction(seed[:count], 5)[:, None]
    u = np.cos(roll) * side + np.sin(roll) * rise
    v = np.cross(out, u)
    span = (2.1 / np.sqrt(count)) * (0.75 + 0.6 * fraction(seed[:count], 6))[:, None]
    tilt = 0.5 * (fraction(seed[:count], 7) - 0.5)[:, None]
    lift = 0.93 + 0.16 * fraction(seed[:count], 8)[:, None]
    corners = [
        out * lift + span * u * 1.25 + out * span * tilt,
        out * (lift + 0.1 * span) + span * v * 0.8,
        out * lift - span * u * 1.25 - out * span * (tilt + 0.12),
        out * (lift - 0.16 * span) - span * v * 0.8,
    ]
    start = 4 * number[:, None]
    faces = np.concatenate([start + np.array([0, 1, 2]), start + np.array([0, 2, 3])])
    return np.stack(corners, axis=1).reshape(-1, 3), np.repeat(out, 4, axis=0), faces


def _bent(
    place: F64,
    lean: F64,
    faces: npt.NDArray[np.int64],
    centre: F64,
    reach: F64,
    paint: Paint,
    noise: F64,
) -> MeshData:
    """A piece of crown with its normals turned away from the middle of the whole crown."""
    away = (place - centre) / reach
    length = np.maximum(np.linalg.norm(away, axis=1, keepdims=True), 0.2)
    normals = 0.5 * lean + 0.8 * away / length + np.array([0.0, 0.0, 0.15])
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    shape = mesh(place, faces, normals, paint.material, tint=paint.tint)
    return _shaded(shape, away, noise)


def _shaded(shape: MeshData, away: F64, noise: F64) -> MeshData:
    """Lighter outside and on top, darker within and below; the hollow of the crown occludes."""
    outer = np.clip(np.linalg.norm(away, axis=1), 0.2, 1.1)
    light = 0.72 + 0.2 * outer + 0.14 * away[:, 2] + 0.24 * (noise - 0.5)
    tint = shape.tint.astype(np.float64)
    tint[:, :3] *= np.clip(light, 0.45, 1.25)[:, None]
    tint[:, 3] = np.clip(255.0 * (0.42 + 0.4 * outer + 0.2 * away[:, 2]), 70, 255)
    return replace(shape, tint=np.clip(np.rint(tint), 0, 255).astype(np.uint8))


def _spruce(level: int) -> MeshData:
    """The Schrenk spruce: narrow, dark, ragged tiers to the ground."""
    tiers, sides = ((7, 10), (4, 7), (2, 5))[level]
    leaves = Paint("foliage", "#33533A")
    height, widest = 17.0, 2.5
    pieces = [_trunk(2.0, 0.24, BARK, max(level, 1))]
    for tier in range(tiers):
        share = tier / tiers
        low = 0.9 + (height - 1.6) * share
        high = min(height, low + 1.75 * (height - 0.9) / tiers)
        pieces.append(_tier(low, high, widest * (1.0 - 0.9 * share), sides, tier, leaves))
    return merge(pieces)


def _tier(
    low_m: float, high_m: float, radius_m: float, sides: int, number: int, leaves: Paint
) -> MeshData:
    """A ragged skirt of branches: every other point hangs out and down."""
    count = 2 * sides
    seed = hashed(f"spruce{number}", count)
    turn = np.arange(count) * (2 * np.pi / count) + number * 1.7
    out = radius_m * np.where(np.arange(count) % 2 == 0, 1.0, 0.62)
    out *= 1.0 + 0.3 * (fraction(seed, 1) - 0.5)
    drop = np.where(np.arange(count) % 2 == 0, -0.16, 0.1) * radius_m
    rim = np.stack([out * np.cos(turn), out * np.sin(turn), low_m + drop], axis=1)
    points = np.concatenate([rim, [[0.0, 0.0, high_m]]])
    here = np.arange(count)
    faces = np.stack([here, np.roll(here, -1), np.full(count, count)], axis=1)
    flat = points * np.array([1.0, 1.0, 0.0])
    normals = flat / max(radius_m, 0.3) + np.array([0.0, 0.0, 0.55])
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    shape = mesh(points, faces, normals, leaves.material, tint=leaves.tint)
    tint = shape.tint.astype(np.float64)
    tint[:-1, :3] *= (0.95 + 0.35 * fraction(seed, 2))[:, None]
    tint[-1, :3] *= 0.6
    tint[:, 3] = [*np.where(np.arange(count) % 2 == 0, 250, 170), 110]
    return replace(shape, tint=np.clip(tint, 0, 255).astype(np.uint8))


def icosphere(level: int) -> tuple[F64, npt.NDArray[np.int64]]:
    """Unit ball: 12 points and 20 faces, or 42 and 80 after one division."""
    g = (1 + 5**0.5) / 2
    points = [(-1, g, 0), (1, g, 0), (-1, -g, 0), (1, -g, 0), (0, -1, g), (0, 1, g),
              (0, -1, -g), (0, 1, -g), (g, 0, -1), (g, 0, 1), (-g, 0, -1), (-g, 0, 1)]  # fmt: skip
    faces = [(0, 11, 5), (0, 5, 1), (0, 1, 7), (0, 7, 10), (0, 10, 11), (1, 5, 9), (5, 11, 4),
             (11, 10, 2), (10, 7, 6), (7, 1, 8), (3, 9, 4), (3, 4, 2), (3, 2, 6), (3, 6, 8),
             (3, 8, 9), (4, 9, 5), (2, 4, 11), (6, 2, 10), (8, 6, 7), (9, 8, 1)]  # fmt: skip
    place = np.array(points, np.float64)
    place /= np.linalg.norm(place, axis=1, keepdims=True)
    index = np.array(faces, np.int64)
    for _ in range(level):
        place, index = _divided(place, index)
    return place, index


def _divided(points: F64, faces: npt.NDArray[np.int64]) -> tuple[F64, npt.NDArray[np.int64]]:
    edges = np.sort(faces[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2), axis=1)
    unique, inverse = np.unique(edges, axis=0, return_inverse=True)
    middle = points[unique].mean(axis=1)
    middle /= np.linalg.norm(middle, axis=1, keepdims=True)
    a, b, c = faces.T
    ab, bc, ca = (inverse.reshape(-1, 3) + len(points)).T
    corners = [(a, ab, ca), (b, bc, ab), (c, ca, bc), (ab, bc, ca)]
    return (
        np.concatenate([points, middle]),
        np.concatenate([np.stack(corner, axis=1) for corner in corners]),
    )
