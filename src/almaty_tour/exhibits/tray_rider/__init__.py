"""A dish on a stand of arched bands; in it a man with a cup sits before his bridled horse."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared.bronze_beasts import figure
from almaty_tour.exhibits._shared.bronze_cast import BRONZE, aged, cast
from almaty_tour.exhibits._shared.bronze_herds import horse
from almaty_tour.exhibits._shared.bronze_tray import arches, dish
from almaty_tour.exhibits._shared.fitting import fitted, grounded
from almaty_tour.exhibits.tray_rider.man import HIGH, LOW, man
from almaty_tour.kit import lathe, transform
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

STAND_CM, FLOOR_CM = 13.6, 0.5
MAN_CM, HORSE_CM = 10.2, 11.6


def build(spec: ExhibitSpec) -> Model:
    """Man and horse look at each other across the dish."""
    width = spec.size_cm("width", "dish")
    tray = transform.move(fitted(dish(width / 2, 1.9), width_cm=width), z=STAND_CM)
    floor = STAND_CM + FLOOR_CM - 0.12
    rider = transform.move(transform.turn_z(_man(), 62.0), x=-7.2, y=1.2, z=floor)
    beast = figure(horse(), HORSE_CM, 22_000, seed=61, cell=0.022)
    beast = transform.move(transform.turn_z(beast, -80.0), x=6.6, y=-0.6, z=floor)
    whole = merge(
        [
            as_part(_stand(), "stand"),
            as_part(tray, "dish"),
            as_part(rider, "man"),
            as_part(beast, "horse"),
        ]
    )
    return Model(fitted(grounded(whole), height_cm=spec.size_cm("height")))


def _stand() -> MeshData:
    collar = [(7.2, 12.4), (8.4, 12.5), (9.3, 13.2), (9.6, 13.9)]
    ring = aged(lathe.lathe(np.array(collar), BRONZE, sides=72, crease_deg=60.0), 8)
    return merge([arches(11.6, 8.2, 13.1), ring])


def _man() -> MeshData:
    made = cast(man(), LOW, HIGH, 0.018, triangles=26_000)
    low, high = (float(one[2]) for one in made.bounds_m)
    made = transform.scale(transform.move(made, z=-low), MAN_CM / (high - low))
    return aged(made, 71, green=0.6, spot_cm=5.0)
