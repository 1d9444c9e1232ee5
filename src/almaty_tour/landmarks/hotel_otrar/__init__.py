"""Hotel Otrar: a light slab of arched loggias across from the park, a yurt-like hall behind."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import extrude, profile, stair
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances
from almaty_tour.landmarks.hotel_otrar import house
from almaty_tour.landmarks.hotel_otrar import yurt as round_hall
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

NAME = "hotel_otrar"
GROUND_M, COURT_Y_M = 0.05, -31.0
LAWNS = ((-40.0, -14.0), (14.0, 40.0))


def build(spec: LandmarkSpec) -> Model:
    """The house, its round restaurant and the forecourt; the name is the highest."""
    del spec
    mesh = merge([house.house(), round_hall.yurt(), _court()])
    return Model(mesh, _props(), _collision())


def _court() -> MeshData:
    """Paving before the doors, two lawns, a low step."""
    pieces = [
        tiles((-42.0, COURT_Y_M), (42.0, house.FRONT_M), GROUND_M, Paint("paving", "#CDC4B6"), 9.0)
    ]
    for a, b in LAWNS:
        plan = profile.line((a, -29.5), (b, -29.5), (b, -19.0), (a, -19.0))
        pieces.append(extrude.prism(profile.offset(plan, 0.2), -0.2, 0.18, house.FOOT))
        pieces.append(diced(extrude.sheet(plan, 0.21, Paint("lawn", "#688A42")), 9.0))
    step = extrude.block((-8.0, -20.0, -0.3), (8.0, house.FRONT_M + 0.1, 0.2), house.FOOT)
    return as_part(merge([*pieces, step]), "court")


def _props() -> tuple[InstanceTable, ...]:
    x = np.array([-36.0, -27.0, -18.0, 18.0, 27.0, 36.0])
    trees = np.column_stack([x, np.full(6, -26.5), np.full(6, 0.21)])
    x = np.concatenate([np.arange(-39.0, -14.0, 2.4), np.arange(15.0, 40.0, 2.4)])
    bushes = np.column_stack([x, np.full(len(x), -20.0), np.full(len(x), 0.21)])
    lamps = np.array([(-12.0, -29.0, GROUND_M), (12.0, -29.0, GROUND_M)])
    return (
        instances("tree.birch", trees, NAME + "/birch", scale=0.5),
        instances("bush.round", bushes, NAME + "/bush", scale=0.7),
        instances("lamp.globe", lamps, NAME + "/lamp", vary=0.0),
    )


def _collision() -> Collision:
    hall = profile.regular(24, round_hall.RADIUS_M - 0.2) + np.array(round_hall.AT)
    block = profile.rectangle(2 * house.HALF_M, house.BACK_M - house.FRONT_M)
    court = profile.line((-42.0, COURT_Y_M), (42.0, COURT_Y_M), (42.0, -14.5), (-42.0, -14.5))
    step = profile.line((-8.0, -20.0), (8.0, -20.0), (8.0, -14.5), (-8.0, -14.5))
    return Collision(
        (stair.wall_prism(block, 20.0), stair.wall_prism(hall, 8.0)),
        (stair.floor(court, GROUND_M), stair.floor(step, 0.19)),
    )
