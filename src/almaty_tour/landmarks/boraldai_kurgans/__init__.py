"""The Saka burial mounds of Boraldai: a chain of grass domes on the plain."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import profile, stair
from almaty_tour.kit.placing import fraction, hashed, instances, scattered
from almaty_tour.landmarks._shared.nature_ground import ground, planted
from almaty_tour.landmarks.boraldai_kurgans import mound as mounds
from almaty_tour.landmarks.boraldai_kurgans import plan, visit
from almaty_tour.mesh.data import Collision, InstanceTable, Model, Prism, as_part, merge

STEP_M = 0.18


def build(spec: LandmarkSpec) -> Model:
    """Forty-seven mounds of the chain; the great one can be climbed."""
    ground_m = ground(spec)
    made = mounds.mounds(ground_m)
    mesh = merge(
        [
            as_part(merge([visit.square(), visit.path()]), "body"),
            *[as_part(data, name) for name, data in made.items()],
            as_part(mounds.stones(ground_m), "stones"),
            as_part(visit.stand(), "stand"),
            as_part(visit.name(), "name"),
        ]
    )
    return Model(mesh, props(spec), collision())


def props(spec: LandmarkSpec) -> tuple[InstanceTable, ...]:
    """Wormwood and wild bushes between the mounds, two benches; no trees on the steppe."""
    spots = scattered((-180.0, -110.0), (190.0, 660.0), 14.0, "kurgan bushes")
    spots = spots[fraction(hashed("kurgan bush", len(spots)), 2) < 0.42]
    for x, y, width, _ in (plan.GREAT_M, *plan.GIANTS, *plan.MIDDLE, *plan.SMALL):
        spots = spots[np.hypot(spots[:, 0] - x, spots[:, 1] - y) > 0.56 * width]
    spots = spots[np.hypot(spots[:, 0] - plan.STAND[0], spots[:, 1] - plan.STAND[1]) > 26.0]
    wild = planted(ground(spec), spots)
    x, y = plan.STAND
    seats = np.array([(x - 5.0, y - 3.2, 0.12), (x + 5.0, y - 3.2, 0.12)])
    return (
        instances("bush.round", wild, "kurgan wormwood", scale=0.75, vary=0.5),
        instances("bench.park", seats, "kurgan benches", yaw_deg=[160.0, 200.0], vary=0.0),
    )


def collision() -> Collision:
    """Rings of turf that feet climb; the boards and the block stop."""
    x, y = plan.STAND
    return Collision(
        solids=(
            stair.wall_prism(profile.rectangle(10.0, 0.9, (x, y + 2.1)), 2.7, -1.5),
            stair.wall_prism(profile.rectangle(7.0, 1.6, (x - 15.0, y - 0.5)), 1.4, -1.5),
        ),
        floors=(stair.floor(profile.rectangle(*visit.SQUARE_M, plan.STAND), 0.12, -1.5), *_rings()),
    )


def _rings() -> tuple[Prism, ...]:
    """The great mound in steps of a hand: where the dome has that height, there is the ring."""
    half, height = plan.GREAT_M[2] / 2, plan.GREAT_M[3]
    share = np.linspace(0.0, 1.0, 2000)
    level = height * plan.profile_m(share)
    tops = np.arange(STEP_M, height - 0.05, STEP_M)
    radii = half * np.interp(-tops, -level, share)
    return tuple(
        stair.floor(profile.circle(float(r), 40), float(z), -1.5)
        for r, z in zip(radii, tops, strict=True)
        if r > 0.4
    )
