"""Kok-Tobe cable car: lower station, seven masts, two ropes with their sag, cabins that travel.

Everything is drawn with +y up the line and turned at the end to the bearing of the
specification; the rope ends in the hall of the park on Kok-Tobe, whose origin that point is.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import transform
from almaty_tour.landmarks._shared import ropeway_cabin as cabin
from almaty_tour.landmarks._shared import ropeway_mast as mast
from almaty_tour.landmarks._shared import ropeway_plan as plan
from almaty_tour.landmarks._shared import ropeway_station as station
from almaty_tour.mesh.data import (
    Collision,
    InstanceTable,
    MeshData,
    Model,
    Moving,
    Prism,
    as_part,
    merge,
    transformed,
)

SPEED_M_S = 4.5
"""1,620 m in six minutes."""
A_COLOUR = 6
NEAR_MASTS = 2
COLOURS = (("red", cabin.RED), ("white", cabin.WHITE), ("blue", cabin.BLUE))


def build(spec: LandmarkSpec) -> Model:
    """The whole ropeway; the second mast settles the height."""
    mesh = merge(
        [
            as_part(station.ground(), "body"),
            as_part(station.station(), "lower_station"),
            as_part(station.signs(), "name"),
            as_part(station.machinery(), "drive"),
            as_part(mast.masts(spec, 0, NEAR_MASTS), "masts"),
        ]
    )
    turn = _turn(spec)
    stops = station.collision(plan.feet_m(spec)[:NEAR_MASTS])
    return Model(
        transformed(mesh, turn),
        tuple(_turned(table, turn) for table in station.props()),
        Collision(_prisms(stops.solids, turn), _prisms(stops.floors, turn)),
        (*_cabins(spec, turn), _line(spec, turn)),
    )


def _turn(spec: LandmarkSpec) -> plan.F64:
    """(4, 4) from the frame of the drawing, whose front looks down the line, to the model's."""
    return transform.matrix(turn_deg=spec.bearing_deg - plan.bearing_deg(spec) - 180.0)


def _turned(table: InstanceTable, turn: plan.F64) -> InstanceTable:
    yaw = table.yaw_rad + np.arctan2(turn[1, 0], turn[0, 0])
    places = table.positions @ turn[:3, :3].T
    return replace(table, positions=places.astype(np.float32), yaw_rad=yaw.astype(np.float32))


def _prisms(found: tuple[Prism, ...], turn: plan.F64) -> tuple[Prism, ...]:
    plane = turn[:2, :2].T
    return tuple(replace(p, outline=(p.outline @ plane).astype(np.float32)) for p in found)


def _line(spec: LandmarkSpec, turn: plan.F64) -> Moving:
    """Ropes, the masts up the hill and the upper bull wheel, all at rest.

    Of what moves no coarse level is made, in which thin lines would vanish; and the size of
    the model, from which views of it are chosen, stays that of the lower station.
    """
    far = [mast.hauling_rope(spec), mast.cable(spec), mast.masts(spec, NEAR_MASTS), _upper(spec)]
    return Moving("line", transformed(merge(far), turn), "turn", rate=0.0)


def _cabins(spec: LandmarkSpec, turn: plan.F64) -> tuple[Moving, ...]:
    """Red, white and blue cabins in turn, evenly along the closed rope."""
    way = (plan.loop(spec) @ turn[:3, :3].T).astype(np.float32)
    count = A_COLOUR * len(COLOURS)
    return tuple(
        Moving(
            name=f"cabins_{name}",
            mesh=transformed(cabin.gondola(shell), turn),
            motion="loop",
            rate=SPEED_M_S,
            path_m=way,
            phases=tuple((number * len(COLOURS) + first) / count for number in range(A_COLOUR)),
        )
        for first, (name, shell) in enumerate(COLOURS)
    )


def _upper(spec: LandmarkSpec) -> MeshData:
    """The upper bull wheel and its frame, in the hall of the park."""
    frame = transform.turn_z(mast.guide(10.5, 0.0), 180.0)
    whole = merge([mast.bull_wheel(), frame])
    return transform.move(whole, y=plan.length_m(spec), z=plan.RISE_M + plan.UPPER_ROPE_M)
