"""The Museum of Almaty: the timber house of the Verny orphanage in its garden."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import extrude, profile, rail, stair, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import tiles
from almaty_tour.kit.extrude import block
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.landmarks.almaty_history_museum import house
from almaty_tour.landmarks.almaty_history_museum.parts import EAVES_M, IRON
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

F64 = npt.NDArray[np.float64]

PAVING = Paint("paving", "#B9AE9F")
BAND = Paint("paving", "#968A7C")
LAWN = Paint("lawn", "#6F9150")
KERB = Paint("granite", "#B4AEA4")
SIGN = Paint("lettering", "#5A3A20")
FLOWERS = tuple(Paint("foliage", c) for c in ("#C83A34", "#E0B13C", "#F0EEE6"))
COURT = (-33.0, -23.6, 33.0, -8.0)
GROUND_M = 0.06


def build(spec: LandmarkSpec) -> Model:
    """The house with its front to the street (-y)."""
    del spec
    mesh = merge([house.house(), _garden()])
    return Model(mesh, _props(), _collision())


def _garden() -> MeshData:
    """Forecourt, the walk to the door, four lawns with kerbs and beds, the low iron fence."""
    x0, y0, x1, y1 = COURT
    pieces = [
        block((x0, y0, -1.5), (x1, y1, GROUND_M - 0.03), PAVING),
        tiles((x0, y0), (x1, y1), GROUND_M, PAVING, 3.6),
        block((-2.6, y0, 0.0), (2.6, -15.3, GROUND_M + 0.03), BAND),
    ]
    stone = block((6.4, -21.7, 0.0), (11.8, -21.2, 1.25), KERB)
    name = lettering("АЛМАТЫ МУЗЕЙІ", 0.46, SIGN, out_m=0.06)
    pieces += [stone, transform.move(name, 9.1, -21.7, 0.5)]
    for s in (-1.0, 1.0):
        for low, high in ((5.0, 17.0), (18.6, 31.6)):
            plot = profile.rectangle(high - low, 8.6, (s * (low + high) / 2, -18.1))
            rim = profile.line((0, 0), (0.18, 0), (0.18, 0.18), (0, 0.18))
            pieces += [
                extrude.prism(plot, 0.0, GROUND_M + 0.08, LAWN),
                extrude.sweep(rim, plot, KERB, crease_deg=0.0),
            ]
        bed = profile.rectangle(10.0, 1.3, (s * 11.0, -15.0))
        pieces.append(blooms(bed, GROUND_M + 0.08, FLOWERS, f"orphanage/bed{s}", pitch_m=0.65))
        path = profile.line((s * 3.4, y0 + 0.3), (s * 32.6, y0 + 0.3))
        pieces.append(
            rail.railing(path, IRON, height_m=0.9, z_m=GROUND_M, post_m=2.9, bars=3, bar_m=0.05)
        )
        pieces.append(block((s * 3.4 - 0.3, y0, GROUND_M), (s * 3.4 + 0.3, y0 + 0.6, 1.5), KERB))
    return as_part(merge(pieces), "garden")


def _props() -> tuple[InstanceTable, ...]:
    name = "almaty_history_museum"
    grass = GROUND_M + 0.08
    oaks = _at([(-29.4, -20.4), (29.4, -20.4), (-10.4, -20.8)], grass)
    spruces = _at([(-31.0, 6.0), (-20.0, 9.0), (10.5, 12.0), (-9.5, 20.0)], 0.0)
    hedge = np.concatenate([row((s * 18.8, -22.0), (s * 31.4, -22.0), 1.5) for s in (-1, 1)])
    lilac = _at([(s * x, -14.6) for s in (-1, 1) for x in (19.6, 22.4, 28.0, 30.6)], grass)
    lamps = _at([(s * 3.6, y) for s in (-1, 1) for y in (-21.6, -16.6)], GROUND_M)
    seats = _at([(s * 3.9, -19.0) for s in (-1, 1)], GROUND_M)
    return (
        instances("tree.oak", oaks, name + "/oak", scale=0.45, vary=0.08),
        instances("tree.spruce", spruces, name + "/spruce", scale=0.8),
        instances(
            "bush.hedge", _at(hedge, grass), name + "/hedge", scale=0.7, yaw_deg=0.0, vary=0.04
        ),
        instances("bush.round", lilac, name + "/lilac", scale=0.9),
        instances("lamp.globe", lamps, name + "/lamp", vary=0.0),
        instances("bench.park", seats, name + "/seat", yaw_deg=[90.0, -90.0], vary=0.0),
    )


def _at(places: npt.ArrayLike, z_m: float) -> F64:
    spots = np.asarray(places, np.float64)
    return np.column_stack([spots, np.full(len(spots), z_m)])


def _collision() -> Collision:
    x0, y0, x1, y1 = COURT
    court = profile.rectangle(x1 - x0, y1 - y0, ((x0 + x1) / 2, (y0 + y1) / 2))
    return Collision(
        (stair.wall_prism(house.outline(), EAVES_M + 1.0),),
        (stair.floor(court, GROUND_M), *house.floors()),
    )
