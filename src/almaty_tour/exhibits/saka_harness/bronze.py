"""Cast pieces of a harness: a jointed bit, rods with beasts' heads, plaques."""

from __future__ import annotations

from functools import cache

import numpy as np

from almaty_tour.exhibits._shared import patina
from almaty_tour.exhibits._shared.arms_relief import Figure, raised
from almaty_tour.kit import lathe, profile, sdf
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.settle import settled
from almaty_tour.kit.skin import skin
from almaty_tour.mesh.data import MeshData

BRONZE, GREEN = Paint("bronze_patina", "#6A5430"), "#4A6A55"
GOLD, SHADE = Paint("gold_old", "#D2A868"), "#4A3216"
BIRD: Figure = [
    ([(-0.6, -1.9), (-1.5, -0.9), (-1.4, 0.4), (-0.4, 1.2)], [0.25, 0.62, 0.85, 0.95]),
    ([(-0.4, 1.2), (0.5, 1.0), (1.1, 0.4), (0.9, -0.3), (0.35, -0.35)],
     [0.95, 0.72, 0.46, 0.32, 0.14]),
    ([(-1.2, 1.3), (-1.9, 1.9), (-1.5, 2.3)], [0.42, 0.34, 0.15]),
]  # fmt: skip
"""A comma that ends in the head of a bird of prey; its beak is hooked."""


def bit() -> MeshData:
    """Two links joined by their loops, their outer ends like small stirrups."""
    fields = []
    for side in (-1.0, 1.0):
        rod = sdf.capsule((side * 1.2, 0.0, 0.0), (side * 6.6, 0.0, 0.0), 0.46)
        ribs = [
            sdf.ellipsoid((side * x, 0.0, 0.0), (0.22, 0.56, 0.56)) for x in (2.4, 3.4, 4.4, 5.4)
        ]
        turn = np.radians(np.linspace(0.0, 360.0, 17))
        ring = [
            (side * 0.55 + 0.95 * c, 0.8 * s)
            for c, s in zip(np.cos(turn), np.sin(turn), strict=True)
        ]
        loop = [
            (float(x), float(y), 0.0) if side > 0 else (float(x), 0.0, float(y)) for x, y in ring
        ]
        fields += [rod, *ribs, sdf.limb(loop, [0.34] * 17, 0.05), *_stirrup(side)]
    whole = sdf.union(fields, 0.16)
    made = skin(whole, (-11.0, -2.8, -1.6), (11.0, 2.8, 1.6), 0.16, BRONZE, triangles=11_000)
    return _green(settled(made), 3)


def _stirrup(side: float) -> list[sdf.Field]:
    """A D-shaped end: a bow and a straight foot."""
    turn = np.radians(np.linspace(118.0, 242.0, 9))
    bow = [(side * (8.0 + 1.9 * float(np.cos(a))), 1.9 * float(np.sin(a)), 0.0) for a in turn]
    line = [(side * 9.6, 1.7, 0.0), *bow, (side * 9.6, -1.7, 0.0), (side * 9.6, 1.7, 0.0)]
    return [sdf.limb(line, [0.42] * len(line), 0.1)]


@cache
def stirrup_end() -> MeshData:
    """The end of a bit alone, along +x from the mouth."""
    field = sdf.union(
        [sdf.moved(one, (-5.6, 0.0, 0.0)) for one in _stirrup(1.0)]
        + [sdf.capsule((-2.0, 0.0, 0.0), (1.2, 0.0, 0.0), 0.46)], 0.15,
    )  # fmt: skip
    made = skin(field, (-3.0, -2.8, -1.2), (5.2, 2.8, 1.2), 0.16, BRONZE, triangles=3_000)
    return _green(settled(made), 5)


@cache
def cheek_piece() -> MeshData:
    """A slightly bent rod of 14 cm along y with three eyes, a beast's head at each end."""
    bend = [(0.9 - 0.9 * float(np.cos(y / 5.2)), float(y), 0.0) for y in np.linspace(-6.0, 6.0, 13)]
    parts: list[sdf.Field] = [sdf.limb(bend, [0.52] * 13, 0.1)]
    for y in (-3.2, 0.0, 3.2):
        x = 0.9 - 0.9 * float(np.cos(y / 5.2))
        parts.append(sdf.ellipsoid((x, y, 0.0), (0.95, 1.05, 0.62)))
    for side in (-1.0, 1.0):
        x = bend[-1][0]
        parts += [
            sdf.ellipsoid((x, 6.4 * side, 0.0), (0.95, 0.95, 0.8)),
            sdf.capsule((x - 0.1, 6.7 * side, 0.0), (x - 0.9, 7.3 * side, 0.0), 0.62, 0.45),
            sdf.limb([(x + 0.5, 6.0 * side, 0.3), (x + 1.2, 5.5 * side, 0.4)], [0.36, 0.15], 0.05),
        ]
    holes = [
        sdf.capsule((0.9 - 0.9 * float(np.cos(y / 5.2)), y, -2.0),
                    (0.9 - 0.9 * float(np.cos(y / 5.2)), y, 2.0), 0.42)
        for y in (-3.2, 0.0, 3.2)
    ]  # fmt: skip
    holes += [sdf.capsule((0.2, 6.55 * s, -2.0), (0.2, 6.55 * s, 2.0), 0.16) for s in (-1.0, 1.0)]
    field = sdf.subtract(sdf.union(parts, 0.15), sdf.union(holes), 0.08)
    made = skin(field, (-2.4, -8.8, -1.4), (3.0, 8.8, 1.4), 0.15, BRONZE, triangles=6_000)
    return _green(settled(made), 8)


def _green(data: MeshData, seed: int) -> MeshData:
    spots = patina.noise(data.positions, 2.2, seed) + 0.5 * patina.noise(data.positions, 0.7, seed)
    green = patina.stained(data, GREEN, 0.7 * np.clip(1.3 * spots - 0.15, 0.0, 1.0))
    return patina.mottled(green, 0.2, 1.2, seed)


@cache
def roundel() -> MeshData:
    """A round plaque of 4 cm with two rings and a boss, its face to +z."""
    line = [(2.1, 0.0), (2.1, 0.35), (1.95, 0.62), (1.7, 0.66), (1.5, 0.42), (1.2, 0.36),
            (1.05, 0.58), (0.85, 0.62), (0.66, 0.5), (0.6, 0.7), (0.35, 1.0),
            (0.0, 1.08)]  # fmt: skip
    made = lathe.lathe(profile.smooth(line, 2), GOLD, sides=40, crease_deg=50.0)
    deep = np.clip((0.5 - made.positions[:, 2]) / 0.2, 0.0, 1.0)
    return patina.stained(made, SHADE, 0.6 * deep)


@cache
def bird() -> MeshData:
    """A comma-shaped plaque with a bird's head."""
    eye = sdf.ball((-0.1, 1.25, 0.62), 0.24)
    spiral = np.linspace(0.0, 2.6 * np.pi, 14)
    curl = [
        (-1.3 + 0.055 * t * float(np.cos(t)), -0.3 + 0.055 * t * float(np.sin(t)), 0.62)
        for t in spiral.tolist()
    ]
    ring = [(-0.1 + 0.42 * float(np.cos(t)), 1.25 + 0.42 * float(np.sin(t)), 0.62)
            for t in np.linspace(0.0, 2 * np.pi, 13).tolist()]  # fmt: skip
    cuts = sdf.union([sdf.limb(line, [0.1] * len(line), 0.0) for line in (curl, ring)])
    body = sdf.subtract(raised(BIRD, 0.65, 0.2), cuts, 0.05)
    field = sdf.intersect(sdf.union([body, eye], 0.05), lambda p: -0.02 - p[:, 2])
    made = settled(skin(field, (-3.0, -3.0, -0.4), (2.4, 3.0, 1.2), 0.11, GOLD, triangles=2_600))
    deep = cuts(made.positions.astype(np.float64))
    low = np.clip((0.3 - made.positions[:, 2]) / 0.3, 0.0, 1.0)
    return patina.stained(made, SHADE, np.maximum(0.4 * low, np.clip(0.8 - deep / 0.12, 0, 0.8)))


@cache
def drop() -> MeshData:
    """A drop-shaped plaque for the nose, ribbed, its point down."""
    body = sdf.union(
        [sdf.ellipsoid((0.0, 0.7, 0.0), (1.6, 1.7, 0.75)),
         sdf.capsule((0.0, 0.4, 0.0), (0.0, -3.0, 0.0), 0.75, 0.2)], 0.7,
    )  # fmt: skip
    inner = sdf.ellipsoid((0.0, 0.8, 0.75), (1.0, 1.1, 0.25))
    boss = sdf.ellipsoid((0.0, 0.8, 0.5), (0.62, 0.62, 0.5))
    field = sdf.union([sdf.subtract(body, inner, 0.1), boss], 0.06)
    upper = sdf.intersect(field, lambda p: -0.02 - p[:, 2])
    made = settled(skin(upper, (-2.2, -4.0, -0.4), (2.2, 3.0, 1.5), 0.12, GOLD, triangles=2_400))
    return patina.mottled(made, 0.1, 1.2, 4)
