"""A long iron sword inlaid with gold, and its red sheath, one above the other."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import arms_relief, patina
from almaty_tour.exhibits._shared.arms_display import desk, placed
from almaty_tour.exhibits._shared.fitting import fitted
from almaty_tour.exhibits._shared.forged_plate import metal, plate
from almaty_tour.kit import profile, sdf, transform, tube
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.settle import settled
from almaty_tour.kit.skin import skin
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

F64 = npt.NDArray[np.float64]
GOLD, SHADE = Paint("gold_old", "#D2A868"), "#4A3216"
IRON, RUST = Paint("iron_rust", "#413833"), "#4A2F20"
LEATHER, DARK = Paint("leather", "#4A1410"), Paint("leather", "#2A1712")
CLOTH = Paint("felt", "#35322F")
BLADE, HALF = 88.0, 2.3
GRIP = 11.5
SCROLLS = 9


def build(spec: ExhibitSpec) -> Model:
    """The bare sword above, the sheath below; both points to the right."""
    sword = fitted(_sword(), width_cm=spec.size_cm("width", "sword"))
    sheath = fitted(_sheath(), width_cm=spec.size_cm("width", "sheath"))
    pieces = [
        as_part(placed(sword, 0.0, 5.6, -0.3), "sword"),
        as_part(placed(sheath, 6.0, -6.0), "sheath"),
    ]
    return Model(desk(pieces, 110.0, 28.0, 58.0, CLOTH))


def _sword() -> MeshData:
    """Guard at x = 0; a flat ridge, gold scrolls let into the upper half of the blade."""
    edge = profile.smooth(
        [(-1.0, HALF), (20.0, HALF), (60.0, 0.86 * HALF), (80.0, 0.66 * HALF), (BLADE, 0.0)], 8
    )
    whole = np.concatenate([edge, edge[-2::-1] * [1.0, -1.0]])
    blade = metal(
        [plate(whole, 0.9, 0.14, 0.24)], (-2.0, -3.0, -0.9), (BLADE + 1.0, 3.0, 0.9), IRON,
        cell=0.19, triangles=20_000, rough=0.06,
    )  # fmt: skip
    blade = settled(blade)
    spots = patina.noise(blade.positions, 4.5, 5) + 0.7 * patina.noise(blade.positions, 1.2, 6)
    blade = patina.stained(blade, RUST, 0.85 * np.clip(1.2 * spots, 0.0, 1.0))
    inlay = transform.move(_inlay(), z=0.42)
    return merge([blade, inlay, transform.turn(inlay, "x", 180.0), _hilt()])


def _inlay() -> MeshData:
    """Thin gold lines: a running scroll between two borders."""
    lines = []
    for place in range(SCROLLS):
        way = 1.0 if place % 2 else -1.0
        turn = np.linspace(0.0, 3.2 * np.pi, 30)
        radius = 0.12 + 0.088 * turn
        x, y = radius * np.cos(turn), way * radius * np.sin(turn)
        lines.append(np.column_stack([3.4 + 3.3 * place + x, y]))
    border = np.array([(1.2, 1.35), (17.0, 1.35), (33.0, 1.3), (36.5, 0.06)])
    lines += [border, border * [1.0, -1.0]]
    bars = [tube.tube(np.insert(line, 2, 0.0, axis=1), 0.17, GOLD, sides=8) for line in lines]
    return patina.mottled(transform.scale(merge(bars), 1.0, 1.0, 0.6), 0.15, 2.0, 8)


def _hilt() -> MeshData:
    """A gold grip with grooves along it, a small straight guard, a small oval pommel."""
    parts = [
        sdf.intersect(_grooved, _between(-GRIP - 0.6, 0.0)),
        sdf.rounded_box((0.0, 0.0, 0.0), (1.7, 7.0, 2.1), 0.7),
        sdf.rounded_box((1.0, 0.0, 0.0), (1.4, 4.4, 1.7), 0.5),
        sdf.ellipsoid((-0.1, 3.6, 0.0), (1.0, 0.95, 1.0)),
        sdf.ellipsoid((-0.1, -3.6, 0.0), (1.0, 0.95, 1.0)),
        sdf.rounded_box((-1.2, 0.0, 0.0), (0.6, 3.5, 2.5), 0.28),
        sdf.rounded_box((-GRIP - 0.1, 0.0, 0.0), (0.7, 3.5, 2.5), 0.3),
        sdf.ellipsoid((-GRIP - 1.6, 0.0, 0.0), (1.5, 2.8, 1.3)),
    ]
    gold = arms_relief.cast(
        parts, (-15.4, -5.2, -2.0), (2.6, 5.2, 2.0), GOLD, cell=0.13, triangles=16_000, soft=0.12
    )
    away = _round(gold.positions.astype(np.float64))
    between = (gold.positions[:, 0] > -GRIP + 0.4) & (gold.positions[:, 0] < -1.6)
    shade = np.where(between, np.clip((1.0 - away) * 8.0, 0.0, 0.8), 0.0)
    return patina.mottled(patina.stained(gold, SHADE, shade), 0.10, 2.0, 4)


def _round(p: F64) -> F64:
    """(n,) distances from the axis of the grip, 1 on its mean surface."""
    return np.asarray(np.hypot(p[:, 1] / 1.45, p[:, 2] / 1.1))


def _grooved(p: F64) -> F64:
    """A flat round bar along x with ten hollows along it."""
    turn = np.arctan2(p[:, 2] / 1.1, p[:, 1] / 1.45)
    return np.asarray(1.1 * (_round(p) - 1.0 - 0.055 * np.cos(10.0 * turn)))


def _sheath() -> MeshData:
    """Flat and red, with a gold mouth, a stud, a slide for the strap and a gold shoe."""
    length = 90.0
    edge = profile.smooth(
        [(0.0, 2.9), (20.0, 3.0), (60.0, 2.75), (length - 3.0, 2.5), (length, 1.3), (length, 0.0)],
        5,
    )
    outline = np.concatenate([edge, edge[-2::-1] * [1.0, -1.0]])
    flat = plate(outline, 1.7, 0.9, 0.5)
    body = skin(flat, (-1.5, -4.0, -1.4), (length + 1.5, 4.0, 1.4), 0.3, LEATHER, triangles=10_000)
    body = patina.mottled(settled(body), 0.26, 5.0, 12)
    strips = [
        sdf.intersect(sdf.grown(flat, 0.16), _between(low, high), 0.12)
        for low, high in ((-0.3, 3.2), (21.0, 22.2), (25.2, 26.4), (length - 8.0, length + 0.4))
    ]
    loop = [
        sdf.rounded_box((23.7, 0.0, 1.15), (5.4, 2.6, 0.9), 0.4),
        sdf.ellipsoid((12.5, 0.0, 0.85), (1.7, 1.7, 0.75)),
    ]
    mounts = arms_relief.cast(
        [*strips, *loop], (-1.0, -4.0, -1.6), (length + 1.2, 4.0, 2.2), GOLD,
        cell=0.19, triangles=18_000, soft=0.1,
    )  # fmt: skip
    ring = arms_relief.closed(profile.circle(1.75, 28) + np.array([12.5, 0.0]))
    beads = transform.move(arms_relief.beaded(ring, 0.24, 0.42, GOLD), z=0.9)
    strap = transform.move(_strap(), x=23.7)
    return merge([body, patina.mottled(mounts, 0.12, 2.0, 14), beads, strap])


def _between(low: float, high: float) -> sdf.Field:
    return lambda p: np.maximum(low - p[:, 0], p[:, 0] - high)


def _strap() -> MeshData:
    """A piece of the weapon belt's strap that runs through the slide."""
    path = [(0.0, 5.4, 0.15), (0.1, 4.2, 0.5), (0.0, 2.0, 1.25), (0.0, -2.0, 1.25),
            (-0.2, -4.2, 0.4), (-0.5, -7.2, 0.1)]  # fmt: skip
    field = sdf.scaled(
        sdf.limb([(x / 3.2, y, z) for x, y, z in path], [0.32] * len(path), 0.2), 3.2, 1.0, 1.0
    )
    low, high = (-2.4, -8.2, -0.6), (2.0, 6.4, 2.2)
    return settled(skin(field, low, high, 0.15, DARK, triangles=2_500))
