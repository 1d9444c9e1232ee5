"""The Ferris wheel over the trees: a standing frame, a turning rim, cabins carried upright."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, pylon, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks.central_park_gorky import plan
from almaty_tour.mesh.data import MeshData, Moving, merge

HUB_M, RADIUS_M, CABINS = 14.4, 12.4, 16
CAROUSEL = (-36.0, 22.0)
RATE = 0.055
STEEL = Paint("painted_metal", "#E9ECEE")
RED = Paint("painted_metal", "#C8453A")


def stand() -> MeshData:
    """Two A-frames, the axle, the boarding deck."""
    feet = [(s * 6.2, y, 0.0) for y in (-2.2, 2.2) for s in (-1, 1)]
    tops = [(0.0, y * 0.6, HUB_M) for y in (-2.2, 2.2) for _ in (0, 1)]
    legs = pylon.rods(feet, tops, 0.3, STEEL, top_radius_m=0.2, sides=6)
    ties = pylon.rods(
        [(-3.1, y * 0.8, HUB_M / 2) for y in (-2.2, 2.2)],
        [(3.1, y * 0.8, HUB_M / 2) for y in (-2.2, 2.2)],
        0.12,
        STEEL,
        sides=5,
    )
    axle = transform.turn(lathe.cylinder(0.45, 3.4, RED, bottom_m=-1.7, sides=10), "x", 90.0)
    deck = extrude.box(15.0, 7.0, 1.62, plan.PALE, bottom_m=-1.5)
    booth = extrude.box(2.4, 2.2, 2.6, RED, centre=(5.6, -2.2), bottom_m=0.1)
    lid = extrude.box(2.9, 2.7, 0.2, STEEL, centre=(5.6, -2.2), bottom_m=2.7)
    return transform.move(
        merge([legs, ties, transform.move(axle, z=HUB_M), deck, booth, lid]), *plan.WHEEL
    )


def carousel() -> MeshData:
    """The round platform with its mirrored core, under a striped roof."""
    floor = extrude.prism(profile.circle(5.6, 24), -0.5, 0.16, plan.WOOD, crease_deg=20.0)
    core = lathe.cylinder(0.9, 3.6, plan.GOLD, bottom_m=0.1, sides=10)
    gores = [
        transform.turn_z(
            lathe.lathe(
                profile.line((5.9, 3.5), (5.9, 3.85), (0.25, 5.4)),
                paint,
                sides=1,
                sweep_deg=22.5,
                caps=False,
            ),
            22.5 * k,
        )
        for k in range(16)
        for paint in ((RED, STEEL)[k % 2],)
    ]
    ball = lathe.sphere(0.4, plan.GOLD, sides=8, centre_m=5.7)
    return transform.move(merge([floor, core, *gores, ball]), *CAROUSEL)


def _ride() -> Moving:
    """Twelve seats like little boats that go round under the roof."""
    seat = merge(
        [
            extrude.prism(profile.chamfered(0.7, 1.5, 0.2), 0.55, 1.0, RED),
            extrude.box(0.7, 0.2, 0.6, plan.WHITE, centre=(0.0, 0.6), bottom_m=0.95),
            extrude.box(0.07, 0.07, 3.3, plan.GOLD, bottom_m=0.2),
        ]
    )
    ring = merge(
        [
            transform.around(transform.turn_z(seat, 90.0), 9, 4.7),
            transform.around(transform.turn_z(seat, 90.0), 6, 3.0),
        ]
    )
    return Moving("carousel", ring, "turn", (*CAROUSEL, 0.0), (0.0, 0.0, 1.0), 0.35)


def moving() -> tuple[Moving, ...]:
    """The rim with its spokes and the cabins that hang from it, seen from the gate as a circle."""
    pivot = (plan.WHEEL[0], plan.WHEEL[1], HUB_M)
    turn = np.arange(CABINS) * (2 * np.pi / CABINS)
    circle = np.column_stack([np.cos(turn), 0 * turn, np.sin(turn)])
    pieces = []
    for y in (-0.9, 0.9):
        rim = circle * RADIUS_M + [0.0, y, 0.0]
        inner = circle * (RADIUS_M - 1.5) + [0.0, y, 0.0]
        pieces += [
            pylon.rods(rim, np.roll(rim, -1, axis=0), 0.12, STEEL, sides=4),
            pylon.rods(inner, np.roll(inner, -1, axis=0), 0.09, STEEL, sides=4),
            pylon.rods(np.zeros_like(rim) + np.array([0.0, y, 0.0]), rim, 0.06, STEEL, sides=3),
        ]
    near, far = circle * RADIUS_M - [0.0, 0.9, 0.0], circle * RADIUS_M + [0.0, 0.9, 0.0]
    pieces.append(pylon.rods(near, far, 0.08, RED, sides=4))
    wheel = Moving("wheel", merge(pieces), "turn", pivot, (0.0, -1.0, 0.0), RATE)
    fine = np.arange(64) * (2 * np.pi / 64)
    path = np.column_stack([np.cos(fine), 0 * fine, np.sin(fine)]) * RADIUS_M
    shares = tuple(float(k) / CABINS for k in range(CABINS))
    cabins = Moving(
        "cabins",
        _cabin(),
        "loop",
        pivot,
        (0.0, 0.0, 1.0),
        RATE * RADIUS_M,
        path.astype(np.float32),
        shares,
    )
    return wheel, cabins, _ride()


def _cabin() -> MeshData:
    tub = extrude.prism(profile.chamfered(1.5, 1.3, 0.3), -1.9, -1.1, RED)
    roof_m = lathe.lathe(profile.line((1.0, -0.45), (1.0, -0.38), (0.0, -0.05)), RED, sides=8)
    posts = transform.at(
        extrude.box(0.06, 0.06, 0.8, STEEL, bottom_m=-1.15),
        [(x, y) for x in (-0.6, 0.6) for y in (-0.5, 0.5)],
    )
    return merge([tub, roof_m, posts])
