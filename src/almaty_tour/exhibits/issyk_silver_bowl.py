"""A shallow silver bowl with 26 scratched signs in two lines, and a spoon with a bird's head."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction
from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import patina, struck
from almaty_tour.exhibits._shared.display import board
from almaty_tour.exhibits._shared.fitting import fitted, grounded
from almaty_tour.exhibits._shared.vessel import by_hand, vessel
from almaty_tour.kit import clay, extrude, profile, sdf, skin, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

F64 = npt.NDArray[np.float64]
SILVER = Paint("silver", "#C4BEB2")
BLOCK = Paint("old_wood", "#3A2A20")
DARK = "#2E2A27"
SAUCER = (
    (0.002, 0.0), (0.35, 0.02), (0.62, 0.14), (0.84, 0.42), (0.95, 0.74), (1.0, 0.97),
)  # fmt: skip
"""The outer line in shares of the radius and the height."""
WALL_CM, TILT_DEG = 0.16, 52.0
SIGNS = (14, 12)
"""How many signs each line has: 26 in all."""


def build(spec: ExhibitSpec) -> Model:
    """The bowl with the signs leans on a block; the plain one and the spoon lie before it."""
    width, height = spec.size_cm("width", "second_bowl"), spec.size_cm("height", "second_bowl")
    leaning = transform.turn(_bowl(width / 2, height, signed=True), "x", -TILT_DEG)
    plain = fitted(_bowl(width / 2, height), width_cm=width, height_cm=height)
    spoon = grounded(_spoon(spec.size_cm("width", "spoon")))
    pieces = [
        as_part(board(24.0, 19.0, high_cm=1.2), "board"),
        as_part(extrude.box(7.0, 1.6, 3.6, BLOCK, centre=(-5.4, 6.6), bottom_m=1.2), "stand"),
        as_part(transform.move(grounded(leaning), x=-5.4, y=2.6, z=1.2), "bowl"),
        as_part(transform.move(grounded(plain), x=5.4, y=2.6, z=1.2), "second_bowl"),
        as_part(transform.move(spoon, y=-6.2, z=1.2), "spoon"),
    ]
    return Model(merge(pieces))


def _bowl(radius: float, height: float, *, signed: bool = False) -> MeshData:
    """The bowl standing upright, its signs towards -y."""
    outer = np.array(SAUCER) * [radius, height]
    sides, smooth = (280, 12) if signed else (120, 5)
    body = vessel(outer, WALL_CM, SILVER, sides=sides, smooth=smooth)
    aged = patina.mottled(by_hand(body, 0.05, 2.5, 4), 0.14, 1.5, 6)
    aged = patina.stained(aged, DARK, _patches(aged.positions.astype(np.float64)))
    return _scratched(aged, body.positions.astype(np.float64), radius, outer) if signed else aged


def _scratched(data: MeshData, at: F64, radius: float, outer: F64) -> MeshData:
    """The signs cut into the outer wall; `at` are the points before hands shaped them."""
    signs = struck.strokes(_signs(radius, float(outer[-1, 1])), 0.045, 1.0)
    away = np.hypot(at[:, 0], at[:, 1])
    outside = away > np.interp(at[:, 2], outer[:, 1], outer[:, 0] - 0.5 * WALL_CM)
    around = np.arctan2(at[:, 0], -at[:, 1]) * radius
    cut = np.where(outside, signs(np.column_stack([around, at[:, 2]])), 0.0)
    inward = at * [1.0, 1.0, 0.0] / np.maximum(away, 0.1)[:, None]
    deep = data.positions - 0.035 * cut[:, None] * inward
    carved = replace(data, positions=deep.astype(np.float32))
    return patina.stained(carved, "#171513", 0.85 * cut)


def _patches(at: F64) -> F64:
    return np.clip(0.9 * patina.noise(at, 2.0, 3), 0.0, 0.65)


def _signs(radius: float, height: float) -> list[F64]:
    """Two lines of plain scratches, each its own; none is a letter."""
    lines = []
    for row, count in enumerate(SIGNS):
        z = height * (0.72 - 0.26 * row)
        for place in range(count):
            x = (place - (count - 1) / 2) * 0.105 * radius
            lines += [_scratch(row * 50 + place) * 0.085 * radius + [x, z]]
            lines += [_scratch(row * 50 + place + 500)[:2] * 0.07 * radius + [x, z]]
    return lines


def _scratch(seed: int) -> F64:
    x, y = (fraction(np.arange(6), seed + shift)[:3] for shift in (0, 900))
    return np.stack([x - 0.5, y * 1.5 - 0.75], axis=1)


def _spoon(length: float) -> MeshData:
    """An oval bowl, a thin bent handle that ends in the head of a water bird."""
    bowl = sdf.subtract(
        clay.egg((-0.36 * length, 0.0, 0.0), (2.3, 1.55, 0.75)),
        clay.egg((-0.36 * length, 0.0, 0.42), (2.15, 1.40, 0.85)),
    )
    path = profile.smooth([(-0.26, 0.25), (-0.05, 0.55), (0.25, 0.9), (0.40, 1.8), (0.445, 2.7)], 5)
    stem = sdf.limb([(x * length, 0.0, z) for x, z in path], [0.16] * len(path), 0.05)
    head = sdf.union(
        [clay.egg((0.46 * length, 0.0, 3.0), (0.42, 0.30, 0.34)),
         sdf.capsule((0.475 * length, 0.0, 2.95), (0.5 * length, 0.0, 2.55), 0.17, 0.07)], 0.08,
    )  # fmt: skip
    body = sdf.union([bowl, stem, head], 0.10)
    low, high = (-0.52 * length, -1.9, -1.1), (0.54 * length, 1.9, 3.7)
    made = skin.skin(body, low, high, 0.075, SILVER, triangles=18_000)
    sized = fitted(made, width_cm=length)
    return patina.stained(
        patina.mottled(sized, 0.12, 1.2, 2),
        DARK,
        _patches(sized.positions.astype(np.float64)) * 0.8,
    )
