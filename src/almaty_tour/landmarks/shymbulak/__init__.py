"""Shymbulak: the resort's base village and the lifts; +y goes up the run."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import profile, stair
from almaty_tour.kit.placing import fraction, hashed, instances, scattered
from almaty_tour.landmarks._shared.medeu_slopes import heights_m, rooted
from almaty_tour.landmarks.shymbulak import houses, lifts
from almaty_tour.mesh.data import Collision, InstanceTable, Model, Prism, as_part, merge

F64 = npt.NDArray[np.float64]


def build(spec: LandmarkSpec) -> Model:
    """Hotel, chalets, cabins, yurt, terraces, gondola hall, chairlift; spruces round them."""
    run = np.column_stack([np.full(len(lifts.PYLON_Y_M), lifts.CHAIR[0]), lifts.PYLON_Y_M])
    village = [houses.chalets(), houses.cabins(), houses.yurt(), houses.plaza(), houses.pool()]
    mesh = merge(
        [
            as_part(houses.hotel(), "hotel"),
            as_part(merge(village), "village"),
            as_part(merge([lifts.station(), lifts.gondola()]), "station"),
            as_part(lifts.chairlift(heights_m(spec, run)), "lift"),
        ]
    )
    return Model(mesh, props(spec), collision())


def props(spec: LandmarkSpec) -> tuple[InstanceTable, ...]:
    """Young spruces in the village, the forest beside the run, lamps, benches, flags."""
    near = [(-30.0, -46.0), (-70.0, -20.0), (-72.0, 2.0), (-8.0, -52.0), (6.0, -58.0),
            (24.0, 4.0), (-74.0, 20.0), (52.0, 2.0), (56.0, -14.0), (20.0, -64.0)]  # fmt: skip
    lamps = [(x, y, 0.06) for x in (-60.0, -36.0, -18.0, 20.0) for y in (-31.0, 11.0)]
    flags = [(x, -38.0, 0.0) for x in (2.0, 8.0, 14.0)]
    return (
        instances("tree.spruce", near, "shymbulak young", scale=0.5, vary=0.3),
        instances("tree.spruce", _forest(spec), "shymbulak forest", scale=0.9, vary=0.3),
        instances("lamp.globe", lamps, "shymbulak lamps", vary=0.0),
        instances("lamp.mast", _floodlights(spec), "shymbulak floodlights", vary=0.0),
        instances("flag.kazakhstan", flags, "shymbulak flags", yaw_deg=20.0, vary=0.0),
        instances("bench.park", [(x, -28.0, 0.06) for x in (-50.0, -42.0, -26.0)],
                  "shymbulak benches", yaw_deg=0.0, vary=0.0),
    )  # fmt: skip


def _forest(spec: LandmarkSpec) -> F64:
    """Spruces on both sides of the run and round the level ground, never on it."""
    spots = scattered((-230.0, -190.0), (230.0, 420.0), 9.0, "shymbulak forest")
    x, y = spots.T
    seed = hashed("shymbulak forest keep", len(x))
    patch = np.sin(x * 0.023 + 1.0) * np.sin(y * 0.019 + 2.0) + 0.9 * fraction(seed, 1)
    run = (np.abs(x - 5.0) < 52.0) & (y > 40.0)
    base = np.hypot(x, y + 10.0) < 96.0
    line = (np.abs(x - lifts.STATION[0]) < 12.0) & (y < 0.0)
    return rooted(spec, spots[(patch > 0.15) & ~run & ~base & ~line])


def _floodlights(spec: LandmarkSpec) -> F64:
    spots = np.array([(x, y) for y in (70.0, 130.0, 190.0, 250.0, 310.0) for x in (-22.0, 34.0)])
    return np.column_stack([spots, np.maximum(heights_m(spec, spots), 0.0)])


def collision() -> Collision:
    """Houses, hall and drive station are solid; plaza and decks are floors."""
    x, y = lifts.STATION
    hotel = profile.rectangle(*houses.HOTEL_M, houses.HOTEL)
    solids = [
        stair.wall_prism(hotel, 13.8, -1.5),
        stair.wall_prism(profile.rectangle(18.0, 33.0, (x, y)), 9.0, -1.5),
        stair.wall_prism(profile.circle(4.1, 16) + np.array([34.0, 22.0]), 4.6, -1.5),
        stair.wall_prism(profile.rectangle(2.0, 6.0, lifts.CHAIR), 6.0, -1.5),
        *[stair.wall_prism(profile.rectangle(9.0, 9.0, spot[:2]), 9.0, -1.5)
          for spot in houses.CHALETS],
        *[stair.wall_prism(profile.rectangle(6.4, 4.4, spot), 4.4, -1.5) for spot in houses.CABINS],
    ]  # fmt: skip
    return Collision(tuple(solids), _floors())


def _floors() -> tuple[Prism, ...]:
    def plate(x0: float, y0: float, x1: float, y1: float, top_m: float) -> Prism:
        return stair.floor(profile.line((x0, y0), (x1, y0), (x1, y1), (x0, y1)), top_m)

    return (
        plate(-66.0, -34.0, 26.0, 14.0, 0.06),
        *[plate(-14.0 + 3.0 * n, -12.0 - 7.0 * n, 14.0, -5.0 - 7.0 * n, 0.54 - 0.16 * n)
          for n in range(3)],
    )  # fmt: skip
