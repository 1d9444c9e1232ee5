"""The round floor of the Independence Monument: rings of steps, figures, fences."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, stair, transform
from almaty_tour.kit.hexahedra import hexahedra
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.landmarks.independence_monument import figures
from almaty_tour.mesh.data import Collision, MeshData, Prism, merge

FLOOR = Paint("paving", "#978C83")
ROSE = Paint("granite", "#8E7567")
GREY = Paint("granite", "#989089")

RADIUS_M = 23.25
FLOOR_M = 0.1
OUTER_M, OUTER_STEPS = 14.2, 2
INNER_M, INNER_STEPS = 9.6, 3
RISE_M, TREAD_M = 0.1, 0.42
PLATFORM_M = FLOOR_M + RISE_M * (OUTER_STEPS + INNER_STEPS)
FOOT_M = PLATFORM_M + 0.14
FIGURE_X_M, FIGURE_Y_M = 9.9, 9.7


def ring() -> MeshData:
    """The floor with its bands and steps."""
    pieces = [_floor(), *_bands(), *_slabs()]
    level = FLOOR_M
    for radius, count in ((OUTER_M, OUTER_STEPS), (INNER_M, INNER_STEPS)):
        for step in range(count):
            size = radius + (count - 1 - step) * TREAD_M
            pieces.append(_disc(size, level - 0.05, level + RISE_M - 0.03, GREY, 72))
            pieces.append(_disc(size - 0.03, level + 0.04, level + RISE_M, FLOOR, 72))
            level += RISE_M
    pieces += [_disc(2.9, 0.0, PLATFORM_M + 0.07, ROSE, 40), _disc(2.6, 0.0, FOOT_M, ROSE, 40)]
    return merge(pieces)


def _floor() -> MeshData:
    """The outer floor, with rings of points so that shade gathers only where it belongs."""
    rings = [(r, FLOOR_M) for r in (RADIUS_M - 0.1, RADIUS_M - 0.8, 20.5, 17.8, 15.6, 14.0)]
    section = profile.line((14.0, -1.5), (RADIUS_M, -1.5), (RADIUS_M, 0.03), *rings)
    return lathe.lathe(section, FLOOR, sides=96, crease_deg=25.0)


def _disc(radius: float, low: float, high: float, paint: Paint, sides: int) -> MeshData:
    return extrude.prism(profile.circle(radius, sides), low, high, paint, bottom=False)


def _bands() -> list[MeshData]:
    """Rings of rose stone let into the floor."""
    flat = profile.line((0.35, -0.05), (0.35, 0.02), (-0.35, 0.02), (-0.35, -0.05))
    return [
        transform.move(lathe.ring(flat, radius, ROSE, sides=72), z=FLOOR_M)
        for radius in (RADIUS_M - 0.4, 19.0, 16.6)
    ]


def _slabs() -> list[MeshData]:
    """Slabs of several tones between the bands, laid in rings with open joints."""
    pieces = []
    for inner, outer, count in ((19.45, 20.9, 96), (17.05, 18.55, 84), (15.05, 16.15, 72)):
        tone = np.digitize(
            fraction(hashed(f"independence/slab{count}", count), 1), (0.3, 0.6, 0.85)
        )
        turn = np.linspace(0.0, 2 * np.pi, count + 1)
        low, high = turn[:-1] + 0.0025, turn[1:] - 0.0025
        rim = [(inner, low), (outer, low), (outer, high), (inner, high)]
        flat = np.stack([np.stack([r * np.cos(t), r * np.sin(t)], axis=1) for r, t in rim], axis=1)
        for kind in range(4):
            some = flat[tone == kind]
            corners = np.concatenate(
                [_at(some, FLOOR_M - 0.06), _at(some, FLOOR_M + 0.022)], axis=1
            )
            pieces.append(hexahedra(corners, FLOOR.shaded(0.9 + 0.06 * kind)))
    return pieces


def _at(flat: npt.NDArray[np.float64], z_m: float) -> npt.NDArray[np.float64]:
    return np.concatenate([flat, np.full((*flat.shape[:2], 1), z_m)], axis=2)


def corner_figures() -> MeshData:
    """Elders on the north side, young riders on the south side, all looking south."""
    x, y = FIGURE_X_M, FIGURE_Y_M
    placed = (
        (figures.mother(), x, y, 12.0),
        (figures.elder(), -x, y, -12.0),
        (figures.rider(True), x, -y, 18.0),
        (figures.rider(False), -x, -y, -18.0),
    )
    return merge(
        [
            transform.move(transform.turn_z(figure, turn), px, py, FLOOR_M)
            for figure, px, py, turn in placed
        ]
    )


def collision() -> Collision:
    """The steps carry, the shaft and the four blocks stop."""
    floors: list[Prism] = [stair.floor(profile.circle(RADIUS_M, 32), FLOOR_M)]
    level = FLOOR_M
    for radius, count in ((OUTER_M, OUTER_STEPS), (INNER_M, INNER_STEPS)):
        for step in range(count):
            level += RISE_M
            size = radius + (count - 1 - step) * TREAD_M
            floors.append(stair.floor(profile.circle(size, 32), level))
    floors.append(stair.floor(profile.circle(2.75, 16), FOOT_M))
    shaft = stair.wall_prism(profile.rectangle(3.0, 3.0), 34.0)
    blocks = [
        stair.wall_prism(
            profile.circle(1.3, 10) + np.array([sx * FIGURE_X_M, sy * FIGURE_Y_M]), 4.4
        )
        for sx in (-1, 1)
        for sy in (-1, 1)
    ]
    return Collision(solids=(shaft, *blocks), floors=tuple(floors))
