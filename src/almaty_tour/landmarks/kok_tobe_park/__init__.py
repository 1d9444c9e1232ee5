"""Kok-Tobe park: upper station, Ferris wheel, restaurants, apple fountain, wood, small zoo.

The origin is the upper bull wheel of the ropeway, whose model ends there; -y looks to the city.
"""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import profile, stair
from almaty_tour.landmarks._shared import ropeway_plan as ropeway
from almaty_tour.landmarks.kok_tobe_park import apple, cafe, fair, ground, hall, plan, wheel, wood
from almaty_tour.mesh.data import F32, Collision, Model, Prism, as_part, merge

LINE_M = 1601.1
"""Level length of the ropeway, whose last mast stands on the plateau."""


def build(spec: LandmarkSpec) -> Model:
    """The park on its level plateau; what turns is told apart."""
    mesh = merge(
        [
            as_part(ground.ground(), "body"),
            as_part(ground.rails(), "railing"),
            as_part(hall.hall(), "station"),
            as_part(wheel.stand(), "wheel_stand"),
            as_part(cafe.restaurants(), "restaurants"),
            as_part(cafe.drum(), "drum"),
            as_part(fair.carousel_base(), "carousel"),
            as_part(fair.stilts(), "cafe"),
            as_part(merge([fair.sails(), fair.kiosks()]), "sails"),
            as_part(fair.letters(), "letters"),
            as_part(fair.rhino(), "rhino"),
            as_part(apple.fountain(), "apple"),
            as_part(merge([wood.walks(spec), wood.lookout()]), "lookout"),
            as_part(wood.zoo(), "zoo"),
        ]
    )
    return Model(mesh, wood.props(spec), collision(), (*wheel.moving(), fair.carousel()))


def collision() -> Collision:
    """Walls and plinths stop, the plateau, the wheel's deck and the fountain's rim carry."""
    solids = [
        _box(-13.2, hall.INNER_M, 13.2, hall.BACK_M + 0.1, hall.TOP_M - 1.0),
        _box(-17.4, -9.2, -12.8, 22.2, 3.2),
        _box(-13.0, hall.FRONT_M, -6.2, hall.FRONT_M + 1.3, 8.0),
        _box(11.6, hall.FRONT_M - 0.3, 13.2, hall.INNER_M, 4.4),
        _box(*cafe.BLOCK, cafe.BLOCK_M + 0.8),
        _box(*cafe.TERRACE, cafe.TERRACE_M + 1.2),
        _round(cafe.DRUM, cafe.DRUM_LOW_M, cafe.DRUM_FOOT_M),
        Prism(_at(profile.circle(cafe.DRUM_HIGH_M, 24), cafe.DRUM), 7.7, 13.9),
        _round(plan.APPLE, 3.5, 2.4),
        _round(plan.CAROUSEL, 2.0, 6.0),
        _box(
            plan.STILTS[0] - 2.5,
            plan.STILTS[1] - 3.0,
            plan.STILTS[0] + 1.0,
            plan.STILTS[1] + 3.0,
            3.2,
        ),
        Prism(_at(profile.rectangle(11.0, 14.0), plan.STILTS), 2.9, 6.9),
        _box(-2.0, 88.0, 13.0, 96.4, 5.4),
    ]
    mast_y = ropeway.MASTS[-1][0] - LINE_M
    solids.append(_box(-0.8, mast_y - 0.8, 0.8, mast_y + 0.8, 10.0))
    for dx, dy in ((-8.6, -4.2), (8.6, -4.2), (-8.6, 4.2), (8.6, 4.2), (0.0, -10.5), (0.0, 10.5)):
        x, y = plan.WHEEL[0] + dx, plan.WHEEL[1] + dy
        solids.append(_box(x - 0.8, y - 0.8, x + 0.8, y + 0.8, 3.0))
    deck = profile.rectangle(11.0, 5.4, plan.WHEEL)
    floors = (
        stair.floor(plan.PLAZA, plan.GROUND_M, -1.5),
        *stair.around_floors(deck, wheel.DECK_M, 2, tread_m=0.4),
        stair.floor(_at(profile.circle(7.0, 24), plan.CAROUSEL), 0.16, -1.0),
    )
    return Collision(tuple(solids), floors)


def _box(x0: float, y0: float, x1: float, y1: float, top_m: float) -> Prism:
    plan_of = profile.rectangle(x1 - x0, y1 - y0, ((x0 + x1) / 2, (y0 + y1) / 2))
    return stair.wall_prism(plan_of, top_m, -1.5)


def _round(spot: plan.Spot, radius_m: float, top_m: float) -> Prism:
    return stair.wall_prism(_at(profile.circle(radius_m, 20), spot), top_m, -1.5)


def _at(outline: plan.F64, spot: plan.Spot) -> F32:
    return np.asarray(outline + np.array(spot), np.float32)
