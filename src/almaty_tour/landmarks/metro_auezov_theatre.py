"""Metro station Auezov Theatre: two hoods over stairs and the sign on the avenue's footway."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import profile, stair, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances
from almaty_tour.landmarks._shared.metro_parts import (
    BAND,
    GROUND_M,
    PAVING,
    Hood,
    hood_collision,
    hoods,
    lift,
    plate,
)
from almaty_tour.landmarks._shared.metro_sign import PYLON_M, pylon
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

TRAVERTINE = Paint("ashlar", "#CDBFA6")
HOOD = Hood(4.6, 8.4, 3.7, 2.0, TRAVERTINE)
PLACES = (((10.2, 1.0), 90.0), ((-10.2, 1.0), -90.0))
PLATE = profile.rectangle(25.0, 10.0)
SIGN = (0.0, -2.8)
LIFT = (0.0, 3.0)


def build(spec: LandmarkSpec) -> Model:
    """The hoods stand back to back along the avenue; the pylon settles the height."""
    sign = transform.move(pylon("МЕТРО"), *SIGN, spec.height_m - PYLON_M)
    mesh = merge(
        [
            as_part(_ground(), "paving"),
            as_part(hoods(spec.id, HOOD, PLACES), "hoods"),
            as_part(transform.move(lift(spec.id), *LIFT), "lift"),
            as_part(sign, "sign"),
        ]
    )
    return Model(mesh, _props(), _collision())


def _ground() -> MeshData:
    lines = [
        plate(profile.rectangle(0.5, 9.6, (x, 0.0)), GROUND_M + 0.03, BAND)
        for x in (-11.8, 0.0, 11.8)
    ]
    return merge([plate(PLATE, GROUND_M, PAVING), *lines])


def _props() -> tuple[InstanceTable, ...]:
    name = "metro_auezov_theatre"
    z = GROUND_M
    lamps = np.array([(x, -4.4, z) for x in (-11.2, 11.2)])
    seats = np.array([(x, -3.2, z) for x in (-6.4, 6.4)])
    return (
        instances("lamp.globe", lamps, name + "/lamp", vary=0.0),
        instances("bench.park", seats, name + "/bench", yaw_deg=0.0, vary=0.0),
        instances("bush.round", [(-3.0, -2.4, z), (3.0, -2.4, z)], name + "/bush", scale=0.7),
    )


def _collision() -> Collision:
    pairs = [hood_collision(HOOD, at, turn) for at, turn in PLACES]
    foot = stair.wall_prism(profile.rectangle(1.5, 0.8, SIGN), 2.0)
    return Collision(
        (
            foot,
            stair.wall_prism(profile.rectangle(2.4, 2.4, LIFT), 2.9),
            *(solid for solids, _ in pairs for solid in solids),
        ),
        (stair.floor(PLATE, GROUND_M), *(floor for _, floors in pairs for floor in floors)),
    )
