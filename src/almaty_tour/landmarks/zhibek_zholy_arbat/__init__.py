"""The heart of the pedestrian Zhibek Zholy street: setts, lights, fountains, painters, bronzes."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import profile, stair
from almaty_tour.kit.placing import instances, row
from almaty_tour.landmarks.zhibek_zholy_arbat import ground, plan, things
from almaty_tour.landmarks.zhibek_zholy_arbat.plan import on_floor
from almaty_tour.mesh.data import Collision, InstanceTable, Model, Prism, as_part, merge

FLOOR_STEP_M = 8.0


def build(_spec: LandmarkSpec) -> Model:
    """The street from east (-y) to west, level before TsUM and rising gently to the east."""
    mesh = merge(
        [
            ground.ground(),
            as_part(ground.fountains(), "fountains"),
            as_part(things.lamps(), "lamps"),
            as_part(things.tunnel(), "lights"),
            as_part(merge([things.kiosks(), things.easels(), things.cafe()]), "stalls"),
            as_part(things.figures(), "figures"),
            as_part(things.theatre(), "theatre"),
        ]
    )
    return Model(mesh, _props(), _collision())


def _props() -> tuple[InstanceTable, ...]:
    """Old elms in two rows, young ones before TsUM; spruces and bushes on lawns; benches."""
    name = "zhibek_zholy_arbat"
    y = np.arange(plan.EAST_M + 5.0, plan.WEST_M - 2.0, 12.0)
    south = np.column_stack([np.full(len(y), -11.9), y + 3.0])
    busy = (np.abs(south[:, 1] - plan.THEATRE_AT[1]) < 7.5) | (south[:, 1] > plan.CAFE_Y[0] - 4.0)
    south = south[~_near_kiosk(south) & ~busy]
    north = np.column_stack([np.full(len(y), 11.9), y])
    east = north[(north[:, 1] < 8.0) & ~_near_kiosk(north) & ~_near_easels(north)]
    young = north[north[:, 1] > 14.0]
    lawns = np.array([plan.corner_lawn(*at).mean(axis=0) for at in plan.LAWNS_AT])
    trees, shrubs = lawns[::2], lawns[1::2] + np.array([0.0, 1.2])
    benches = np.concatenate([row((10.6, 16.0), (10.6, 124.0), 13.5)])
    turned = np.full(len(benches), -90.0)
    return (
        instances("tree.elm", on_floor(south), name + "/south", scale=0.92, vary=0.2),
        instances("tree.elm", on_floor(east), name + "/north", scale=0.86, vary=0.2),
        instances("tree.birch", on_floor(young), name + "/young", scale=0.5),
        instances("tree.oak", on_floor(trees, 0.3), name + "/lawn", scale=0.55),
        instances("bush.round", on_floor(shrubs, 0.3), name + "/shrub", scale=1.1),
        instances("bench.park", on_floor(benches), name + "/bench", yaw_deg=turned, vary=0.0),
    )


def _near_kiosk(places: np.ndarray) -> np.ndarray:
    gaps = places[:, None] - np.array(things.KIOSKS_AT)[None]
    return np.asarray((np.abs(gaps) < np.array([3.0, 3.4])).all(axis=2).any(axis=1))


def _near_easels(places: np.ndarray) -> np.ndarray:
    return np.asarray((places[:, 1] > -44.0) & (places[:, 1] < -12.0))


def _collision() -> Collision:
    """Kiosks, fountains, lawns and bronzes are solid; the street is a chain of low floors."""
    kiosk = [
        stair.wall_prism(profile.rectangle(2.6, 3.4, at), float(plan.floor_m(at[1])) + 2.5)
        for at in things.KIOSKS_AT
    ]
    pools = [
        stair.wall_prism(profile.rectangle(*plan.FOUNTAIN, at), plan.PLATE_M + 0.36)
        for at in plan.FOUNTAINS_AT
    ]
    bronze = [
        stair.wall_prism(profile.circle(0.7, 8) + np.array(at), float(plan.floor_m(at[1])) + 1.8)
        for at in things.FIGURES_AT
    ]
    theatre = stair.wall_prism(things.theatre_plot(), 1.2)
    return Collision((*kiosk, *pools, *bronze, theatre), tuple(_floors()))


def _floors() -> list[Prism]:
    steps = np.arange(plan.RAMP_TO_M, plan.RAMP_FROM_M, FLOOR_STEP_M).tolist()
    edges = [plan.EAST_M, *steps, plan.RAMP_FROM_M, plan.WEST_M]
    result = []
    for low, high in pairwise(edges):
        plot = profile.rectangle(2 * plan.HALF_M, high - low, (0.0, (low + high) / 2))
        result.append(stair.floor(plot, float(plan.floor_m((low + high) / 2))))
    return result
