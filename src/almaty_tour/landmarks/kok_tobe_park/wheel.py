"""The Ferris wheel: a white double ring that turns, twenty-four cabins that hang upright."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, stair, transform
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.rail import railing
from almaty_tour.landmarks._shared import ropeway_cabin as cabin
from almaty_tour.landmarks.kok_tobe_park import plan
from almaty_tour.mesh.data import MeshData, Moving, merge

F64 = npt.NDArray[np.float64]

STEEL = Paint("painted_metal", "#EEF0F1")
LIT = Paint("lamp_glass")
GLOW = (Paint("lamp_glass", "#F2C4EC"), Paint("lamp_glass", "#CFCDF8"))
SCREEN = Paint("lettering", "#D8C79A")

CABINS: Final = 24
RADIUS_M, OUTER_M, INNER_M, CORE_M = 15.0, 15.7, 13.7, 7.4
HALF_M = 1.15
HUB_M = 18.6
TURN_S = 300.0
CORNERS: Final = 96
DECK_M = 0.36
COLOURS = (("red", cabin.RED), ("blue", cabin.BLUE), ("green", cabin.GREEN), ("white", cabin.WHITE))


def moving() -> tuple[Moving, ...]:
    """The ring and its cabins, which keep to their places on it for ever."""
    pivot = (*plan.WHEEL, HUB_M)
    rate = 2 * np.pi / TURN_S
    angle = np.arange(CORNERS) * (2 * np.pi / CORNERS)
    path = RADIUS_M * np.stack([np.sin(angle), 0 * angle, np.cos(angle)], axis=1)
    way_m = CORNERS * 2 * RADIUS_M * np.sin(np.pi / CORNERS)
    ring = Moving("wheel", wheel(), "turn", pivot, (0.0, 1.0, 0.0), rate)
    count = CABINS // len(COLOURS)
    hung = tuple(
        Moving(
            name=f"wheel_cabins_{name}",
            mesh=_cabin(shell),
            motion="loop",
            pivot_m=pivot,
            rate=float(way_m / TURN_S),
            path_m=path.astype(np.float32),
            phases=tuple((number * len(COLOURS) + first) / CABINS for number in range(count)),
        )
        for first, (name, shell) in enumerate(COLOURS)
    )
    return (ring, *hung)


def _cabin(shell: Paint) -> MeshData:
    body = transform.move(transform.scale(cabin.body(shell), 0.84, 0.84, 0.9), z=-0.38)
    hooks = struts([(-0.4, 0, -0.34), (0.4, 0, -0.34)], [(0, 0, 0), (0, 0, 0)], 0.09, STEEL)
    axle = struts([(0, -HALF_M, 0)], [(0, HALF_M, 0)], 0.12, STEEL)
    return merge([body, hooks, axle])


def wheel() -> MeshData:
    """Rings, spokes and braces about the hub, its axle along y; lamps on rim and front spokes."""
    bays = np.linspace(0.0, 2 * np.pi, CABINS, endpoint=False)
    fine = np.linspace(0.0, 2 * np.pi, 2 * CABINS, endpoint=False)
    front = (_polar(bays, 2.0, -HALF_M - 0.09), _polar(bays, INNER_M, -HALF_M - 0.09))
    lamps = [
        struts(front[0][k::2], front[1][k::2], 0.1, paint, caps=False)
        for k, paint in enumerate(GLOW)
    ]
    pieces = [_hub(), *lamps]
    for y in (-HALF_M, HALF_M):
        for radius, width, paint in (
            (OUTER_M, 0.2, LIT),
            (INNER_M, 0.14, STEEL),
            (CORE_M, 0.12, STEEL),
        ):
            knots = _polar(fine, radius, y)
            pieces.append(struts(knots, np.roll(knots, -1, axis=0), width, paint, caps=False))
        pieces.append(
            struts(_polar(bays, 0.9, 0.8 * y), _polar(bays, OUTER_M, y), 0.17, STEEL, caps=False)
        )
        shift = np.pi / CABINS
        pieces += [
            struts(_polar(bays, a, y), _polar(bays + s * shift, b, y), 0.08, STEEL, caps=False)
            for a, b in ((CORE_M, INNER_M), (INNER_M, OUTER_M))
            for s in (-1.0, 1.0)
        ]
    pieces += [
        struts(_polar(bays, r, -HALF_M), _polar(bays, r, HALF_M), 0.1, STEEL, caps=False)
        for r in (OUTER_M, INNER_M, CORE_M)
    ]
    return merge(pieces)


def _polar(angle: F64, radius_m: float, y: float) -> F64:
    return np.stack([radius_m * np.sin(angle), np.full(len(angle), y), radius_m * np.cos(angle)], 1)


def _hub() -> MeshData:
    drum = transform.turn(lathe.cylinder(1.0, 2.6, STEEL, bottom_m=-1.3, sides=16), "x", 90.0)
    screen = extrude.block((-1.5, -1.75, -1.5), (1.5, -1.5, 1.5), SCREEN)
    return merge([drum, screen])


def stand() -> MeshData:
    """Two A-frames, raking stays, axle, the boarding deck with its steps, rail and cabin."""
    x, y = plan.WHEEL
    starts, ends = [], []
    for s in (-1.0, 1.0):
        head = (0.0, s * 2.3, HUB_M)
        for dx in (-8.6, 8.6):
            starts.append(head)
            ends.append((dx, s * 4.2, 0.0))
        starts.append(head)
        ends.append((0.0, s * 10.5, 0.0))
    legs = struts(starts, ends, 0.52, STEEL)
    thin = struts(
        [(s * 4.3, t * 3.25, HUB_M / 2) for s in (-1, 1) for t in (-1, 1)],
        [(-s * 4.3, t * 3.25, HUB_M / 2) for s in (-1, 1) for t in (-1, 1)],
        0.22,
        STEEL,
    )
    feet = transform.at(
        extrude.box(1.6, 1.6, 2.0, Paint("concrete", "#B5B0A6"), bottom_m=-1.5),
        [(e[0], e[1]) for e in ends],
    )
    axle = struts([(0, -3.0, HUB_M)], [(0, 3.0, HUB_M)], 0.7, STEEL)
    deck = stair.around(profile.rectangle(11.0, 5.4), DECK_M, 2, plan.KERB, tread_m=0.4)
    booth = extrude.block((-7.9, -1.3, 0.0), (-6.1, 1.3, 2.8), plan.WHITE)
    panes = extrude.block((-8.0, -1.0, 1.1), (-6.0, 1.0, 2.3), plan.GLASS)
    rail = railing([(-5.2, -2.5), (5.2, -2.5)], plan.GREY, z_m=DECK_M, bars=3)
    rear = railing([(-5.2, 2.5), (5.2, 2.5)], plan.GREY, z_m=DECK_M, bars=3)
    return transform.move(merge([legs, thin, feet, axle, deck, booth, panes, rail, rear]), x, y)
