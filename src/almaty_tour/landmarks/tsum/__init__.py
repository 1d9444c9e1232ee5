"""TsUM, the central department store: the stone house of 1961 and its modern neighbour."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import profile, stair
from almaty_tour.kit.dice import tiles
from almaty_tour.kit.extrude import block
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.profile import F64
from almaty_tour.landmarks.tsum import new as modern
from almaty_tour.landmarks.tsum import old as stone
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

PAVING = Paint("paving", "#A39A90")
BAND = Paint("paving", "#7E766F")
GROUND_M = 0.06
WALKS = (((-54.0, -46.0), (48.0, -37.5)), ((-54.0, -37.5), (-48.0, 37.0)))


def build(spec: LandmarkSpec) -> Model:
    """Both houses on the pedestrian street, which lies before the front (-y)."""
    mesh = merge(
        [
            as_part(stone.house(), "stone_house"),
            as_part(modern.house(spec.height_m), "modern_house"),
            as_part(_ground(), "ground"),
        ]
    )
    return Model(mesh, _props(), _collision())


def _ground() -> MeshData:
    """The pavement along the two streets, in bands."""
    pieces = []
    for low, high in WALKS:
        pieces.append(block((*low, -1.5), (*high, GROUND_M - 0.03), BAND))
        pieces.append(tiles(low, high, GROUND_M, PAVING, 4.5))
    z = GROUND_M + 0.03
    pieces += [
        tiles((x, -45.6), (x + 0.6, -38.6), z, BAND, 8.0) for x in np.arange(-44.0, 46.0, 6.0)
    ]
    return merge(pieces)


def _props() -> tuple[InstanceTable, ...]:
    """Young trees, lamps, benches and flower tubs on the pavement."""
    trees = row((-51.0, -20.0), (-51.0, 30.0), 10.0)
    tubs = np.concatenate(
        [row((-44.0, -44.6), (-30.0, -44.6), 3.5), row((-8.0, -44.6), (6.0, -44.6), 3.5)]
    )
    benches = row((14.0, -43.6), (44.0, -43.6), 6.0)
    lamps = row((-53.0, -34.0), (-53.0, 34.0), 17.0)
    return (
        instances("tree.elm", _on(trees), "tsum/elm", scale=0.62),
        instances("bush.flowers", _on(tubs), "tsum/tub", scale=0.9),
        instances("bench.park", _on(benches), "tsum/bench", yaw_deg=0.0, vary=0.0),
        instances("lamp.cluster", _on(lamps), "tsum/lamp", scale=1.3, vary=0.0),
    )


def _on(places: F64) -> F64:
    return np.column_stack([places, np.full(len(places), GROUND_M)])


def _collision() -> Collision:
    """The houses are solid, the pavements are walked on."""
    x0, y0 = stone.X0, stone.Y0
    bodies = (
        (((x0, y0), (stone.X1, stone.Y1)), stone.TOP_M),
        (((modern.X0, modern.Y0), (modern.X1, modern.Y1)), modern.BODY_M),
        (modern.LINK, 13.0),
        (((-48.5, -6.0), (47.7, 37.0)), 13.0),
    )
    solids = tuple(stair.wall_prism(_box(*plot), top) for plot, top in bodies)
    return Collision(solids, tuple(stair.floor(_box(*walk), GROUND_M) for walk in WALKS))


def _box(low: tuple[float, float], high: tuple[float, float]) -> F64:
    return profile.line(low, (high[0], low[1]), high, (low[0], high[1]))
