"""The apple fountain: a ball of brown speckled granite with a gilded stalk and leaf."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.pool import WATER
from almaty_tour.kit.solid import solid
from almaty_tour.kit.spray import stream
from almaty_tour.kit.tube import tube
from almaty_tour.landmarks.kok_tobe_park import plan
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

STONE = Paint("polished_granite", "#7A5A3C")
GOLD = Paint("gold", "#E2C78C")
RIM = Paint("granite", "#A9A39B")
APPLE_M = 0.95
SEAT_M = 0.5


def fountain() -> MeshData:
    """Rosy setts, a round basin with a stepped rim, the apple on a low stone in the water."""
    floor = [
        diced(
            extrude.sheet(
                profile.circle(r, 40), plan.GROUND_M + z, paint, holes=[profile.circle(hole, 40)]
            ),
            2.5,
        )
        for r, hole, z, paint in (
            (8.4, 6.2, 0.022, plan.SETTS),
            (6.2, 5.6, 0.03, RIM),
            (5.6, 3.3, 0.022, plan.SETTS.shaded(1.08)),
        )
    ]
    rim = lathe.ring(
        profile.line(
            (-0.75, 0.0), (0.0, 0.0), (0.0, 0.22), (-0.25, 0.22), (-0.25, 0.42), (-0.75, 0.42)
        ),
        3.4,
        RIM,
        sides=44,
    )
    pool = extrude.sheet(profile.circle(2.7, 40), 0.3, WATER)
    seat = lathe.lathe(
        [(1.3, 0.02), (1.25, 0.4), (0.9, SEAT_M), (0.0, SEAT_M + 0.03)], RIM, sides=28
    )
    fruit = transform.move(
        transform.turn(transform.scale(apple(), 1.18), "x", 16.0), z=SEAT_M - 0.12
    )
    jets = [
        transform.turn_z(transform.move(stream(1.0, 0.5, f"apple/{k}", drops=8), y=-1.3, z=0.35), a)
        for k, a in enumerate((0.0, 72.0, 144.0, 216.0, 288.0))
    ]
    return transform.move(merge([*floor, rim, pool, seat, fruit, *jets]), *plan.APPLE)


def apple() -> MeshData:
    """The fruit on z = 0 with its dimple, five soft ribs, stalk and leaf."""
    r = APPLE_M
    wave = 1.0 + 0.018 * np.cos(5 * np.arange(40) * (2 * np.pi / 40))
    body = lathe.lathe(_section(), STONE, sides=40, modulation=wave, caps=False, crease_deg=80.0)
    stalk = tube(
        [
            (0, 0, 1.45 * r),
            (-0.08, -0.02, 1.85 * r),
            (-0.32, -0.1, 2.05 * r),
            (-0.85, -0.25, 2.12 * r),
            (-1.15, -0.32, 2.08 * r),
        ],
        0.07,
        GOLD,
        sides=8,
    )
    tip = transform.move(lathe.sphere(0.11, GOLD, sides=8), -1.15, -0.32, 2.08 * r)
    return merge([body, stalk, tip, transform.turn_z(_leaf(), -58.0)])


def _section() -> F64:
    """(radius, height) of the fruit from its foot over the shoulder into the dimple."""
    r = APPLE_M
    line = profile.smooth(
        [
            (0.0, 0.1),
            (0.3 * r, 0.0),
            (0.72 * r, 0.28 * r),
            (0.98 * r, 0.85 * r),
            (r, 1.15 * r),
            (0.86 * r, 1.58 * r),
            (0.5 * r, 1.8 * r),
            (0.2 * r, 1.7 * r),
            (0.0, 1.5 * r),
        ],
        4,
    )
    return np.maximum(line, [0.0, -1.0])


def _leaf() -> MeshData:
    """A big leaf laid on the fruit from the dimple over the shoulder, its tip lifted off."""
    line = _section()[::-1]
    gone = np.concatenate([[0.0], np.linalg.norm(np.diff(line, axis=0), axis=1).cumsum()])
    t, v = np.linspace(0.0, 1.0, 17), np.linspace(-1.0, 1.0, 9)
    along, across = np.meshgrid(t, v, indexing="ij")
    at = 0.24 + 1.3 * along
    radius, level = (np.interp(at, gone, line[:, k]) for k in (0, 1))
    width = 0.6 * np.sin(np.pi * along**0.75) ** 0.7 + 0.01
    turn = across * width / np.maximum(radius, 0.35)
    lift = (
        0.045
        + 0.13 * along**2
        + 0.05 * (1 - np.abs(across))
        + 0.025 * np.cos(26 * along) * across**2
    )
    out = radius + lift * np.clip(along * 1.4, 0.0, 1.0) * 1.06
    points = np.stack(
        [out * np.cos(turn), out * np.sin(turn), level + lift * (1.0 - 0.6 * along)], axis=2
    ).reshape(-1, 3)
    faces = extrude.grid_faces(len(t), len(v))
    thick = np.array([0.0, 0.0, 0.035])
    return merge(
        [
            solid(points, faces, GOLD, crease_deg=80.0),
            solid(points - thick, faces[:, ::-1], GOLD, crease_deg=80.0),
        ]
    )
