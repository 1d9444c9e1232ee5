"""A dish on a pierced cone: snow leopards on its rim, wolves and ravens at an ibex inside."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared.bronze_beasts import fallen_ibex, figure, raven, wolf
from almaty_tour.exhibits._shared.bronze_cast import BRONZE, aged
from almaty_tour.exhibits._shared.bronze_cats import prowler
from almaty_tour.exhibits._shared.bronze_tray import pierced_cone
from almaty_tour.exhibits._shared.fitting import fitted, grounded
from almaty_tour.exhibits._shared.vessel import vessel
from almaty_tour.kit import transform
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

LEOPARDS, STAND_CM, RIM_CM = 16, 15.0, 1.5
FLOOR_CM = STAND_CM + 0.45
CONE = [(10.6, 0.0), (10.3, 1.0), (8.9, 3.4), (7.0, 7.0), (5.8, 10.6), (5.7, 12.4), (6.6, 14.6),
        (7.0, 15.3)]  # fmt: skip
HOLES = [(3.9, 1.6, 2.2), (7.2, 1.3, 2.2), (10.4, 0.95, 2.0)]


def build(spec: ExhibitSpec) -> Model:
    """The leopards walk clockwise; the beasts inside look to the ibex."""
    width = spec.size_cm("width", "dish")
    pieces = [
        as_part(pierced_cone(CONE, HOLES, 10), "stand"),
        as_part(fitted(_dish(width / 2), width_cm=width), "dish"),
        as_part(_ring(width / 2 - 0.9), "leopards"),
        as_part(_fallen(), "ibex"),
        as_part(_wolves(), "wolves"),
        as_part(_ravens(), "ravens"),
    ]
    return Model(fitted(grounded(merge(pieces)), height_cm=spec.size_cm("height")))


def _dish(radius: float) -> MeshData:
    """Flat inside, its rim laid over outwards as a path for the beasts."""
    away = [0.02, 0.5 * radius, radius - 3.4, radius - 2.3, radius - 1.9, radius]
    high = np.array([0.0, 0.0, 0.08, 0.5, RIM_CM - 0.25, RIM_CM - 0.1])
    made = vessel(np.column_stack([away, STAND_CM + high]), 0.45, BRONZE, sides=144)
    return aged(made, 15, spot_cm=6.0)


def _ring(radius: float) -> MeshData:
    beast = figure(prowler(), 3.55, 2_900, seed=17, cell=0.024)
    turn = np.arange(LEOPARDS) * (360.0 / LEOPARDS) + 6.0
    c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    spots = np.column_stack([radius * c, radius * s, np.full(LEOPARDS, STAND_CM + RIM_CM + 0.1)])
    return transform.at(beast, spots, turn_deg=turn)


def _fallen() -> MeshData:
    """The ibex in the middle, in profile from the front."""
    beast = figure(fallen_ibex(), 5.6, 11_000, seed=29)
    return transform.move(transform.turn_z(beast, -96.0), x=1.0, y=1.4, z=FLOOR_CM - 0.15)


def _wolves() -> MeshData:
    """One comes from either side."""
    beast = figure(wolf(), 5.0, 8_000, seed=33)
    spots = [(-9.0, 1.2, FLOOR_CM), (9.4, 2.6, FLOOR_CM)]
    return transform.at(beast, spots, turn_deg=[82.0, -84.0])


def _ravens() -> MeshData:
    beast = figure(raven(), 3.2, 4_500, seed=39)
    spots = [(-4.2, -5.6, FLOOR_CM), (4.8, -5.2, FLOOR_CM)]
    return transform.at(beast, spots, turn_deg=[130.0, 225.0])
