"""The Medeu rink: an ice oval in a gorge, two stands, the faceted front, board, pylon, masts.

z = 0 is the forecourt. The ground beside the bowl lies 10 m higher (a pad of its own); a
very small pad under the ice keeps the model's origin on the level of the forecourt.
"""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import profile, stair
from almaty_tour.kit.placing import fraction, hashed, instances, scattered
from almaty_tour.landmarks._shared.medeu_slopes import rooted
from almaty_tour.landmarks.medeu_rink import board, front, ice, plan, road, setting, stands, tiers
from almaty_tour.landmarks.medeu_rink.plan import F64, on_front
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, Prism, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """Bowl, front, lights and setting; spruces on both sides of the gorge."""
    return Model(_mesh(spec), props(spec), collision(spec.height_m))


def _mesh(spec: LandmarkSpec) -> MeshData:
    front_pieces = [front.facet_wall(), front.rim(), front.gallery()]
    front_pieces += [front.bank(-1.0), front.bank(1.0), front.pavilion()]
    front_pieces += [front.tower(), front.wing()]
    setting_pieces = [setting.forecourt(), setting.apron(), board.flags()]
    setting_pieces += [road.road(spec), road.river(spec), setting.compressors()]
    setting_pieces += [setting.garden_walls(), setting.shelters(), setting.lawns()]
    ice_pieces = [ice.ice(), ice.pads(), ice.resurfacer()]
    return merge(
        [
            as_part(merge(front_pieces), "front"),
            as_part(stands.main_stand(), "main_stand"),
            as_part(stands.roofed_stand(), "roofed_stand"),
            as_part(tiers.south_ring(), "low_ring"),
            as_part(merge(ice_pieces), "ice"),
            as_part(board.relief(), "relief"),
            as_part(board.pylon(), "pylon"),
            as_part(board.masts(spec.height_m), "masts"),
            as_part(setting.pond(), "pond"),
            as_part(merge(setting_pieces), "setting"),
        ]
    )


def props(spec: LandmarkSpec) -> tuple[InstanceTable, ...]:
    """Flags, lamps, garden spruces, birches by the river, the forest on the slopes."""
    forest = _forest(spec)
    birch = hashed("rink forest", len(forest)) % np.uint32(4) == 0
    garden = [(x, y, plan.GROUND_Z_M) for x, y in
              ((-40.0, 126.0), (-26.0, 128.0), (6.0, 127.0), (52.0, 120.0),
               (56.0, 112.0))]  # fmt: skip
    garden += [(x, y, 0.0) for x in (-51.0, 45.0) for y in np.arange(-214.0, -150.0, 9.0)]
    lamps = np.concatenate([setting.lamp_places(), road.lamp_places(spec)])
    cars = setting.car_places()
    benches = [(side * 8.6, y, 0.1) for side in (-1.0, 1.0) for y in (-205.0, -190.0, -175.0)]
    return (
        instances("lamp.mast", lamps, "rink lamps", vary=0.0),
        instances("car.white", cars[::3], "rink white cars", yaw_deg=90.0, vary=0.0),
        instances("car.silver", cars[1::3], "rink silver cars", yaw_deg=90.0, vary=0.0),
        instances("car.high_grey", cars[2::3], "rink grey cars", yaw_deg=-90.0, vary=0.0),
        instances("tree.spruce", garden, "rink garden", scale=0.5, vary=0.25),
        instances("tree.birch", road.birch_places(spec), "rink birches", scale=0.6,
                  vary=0.25),
        instances("bench.park", benches, "rink benches", yaw_deg=90.0, vary=0.0),
        instances("tree.spruce", forest[~birch], "rink forest spruces", scale=0.95, vary=0.3),
        instances("tree.birch", forest[birch], "rink forest birches", scale=0.7, vary=0.3),
    )  # fmt: skip


def _forest(spec: LandmarkSpec) -> F64:
    """Trees where the ground rises from the level floor, on both sides."""
    spots = scattered((-330.0, -330.0), (310.0, 190.0), 8.5, "rink forest")
    x, y = spots.T
    seed = hashed("rink forest keep", len(x))
    west = x > 0.0
    patch = np.sin(x * 0.019 + 2.0) * np.sin(y * 0.017 + 0.5) + 0.9 * fraction(seed, 1)
    place = rooted(spec, spots[patch > np.where(west, -0.25, 0.25)])
    floor = np.interp(place[:, 1], [-330.0, -235.0, -110.0, -80.0, 140.0, 160.0],
                      [0.0, 0.0, 2.0, 10.4, 10.4, 20.4])  # fmt: skip
    level = np.where(place[:, 0] > 0.0, 4.0, 3.0)
    free = np.maximum(np.abs(place[:, 0] + 22.0) - 92.0, np.abs(place[:, 1] + 30.0) - 205.0) > 0.0
    return np.asarray(place[(place[:, 2] > floor + level) & free & (place[:, 1] < 175.0)])


def collision(height_m: float) -> Collision:
    """Stands, walls, board and masts are solid; one climbs from the forecourt to the ice."""
    return Collision(_solids(height_m), _floors())


def _floors() -> tuple[Prism, ...]:
    width, count, tread = front.STAIR_M
    y = plan.FRONT_Y_M - plan.GALLERY_R_M + 0.4
    flight = stair.straight_floors(width, plan.TERRACE_Z_M, count, tread_m=tread, y_m=y)
    angle = np.linspace(*front.GALLERY_DEG, 36)
    terrace = np.concatenate(
        [on_front(plan.GALLERY_R_M - 0.3, angle), on_front(plan.WALL_R_M, angle)[::-1]]
    )
    banks = [
        stair.floor(outline, float(top), float(top) - 1.0)
        for side in (-1.0, 1.0)
        for outline, top in zip(
            front.bank_outlines(side)[::-1], front.bank_tops_m()[::-1], strict=True
        )
    ]
    turn = np.linspace(-plan.RIM_DEG, plan.RIM_DEG, 40)
    rim = np.concatenate([on_front(plan.BANK_R_M, turn[:4]), on_front(plan.WALL_R_M, turn[3:-3]),
                          on_front(plan.BANK_R_M, turn[-4:]),
                          [[44.0, -50.0], [-44.0, -50.0]]])  # fmt: skip
    return (
        *flight,
        stair.floor(terrace, plan.TERRACE_Z_M, -1.5),
        *banks,
        stair.floor(rim, plan.ICE_Z_M - 0.02, 9.0),
        stair.floor(plan.stadium(plan.ICE_R_M + 3.0, 32), plan.ICE_Z_M, 9.0),
    )


def _solids(height_m: float) -> tuple[Prism, ...]:
    west, east = stands.WEST_Y_M, stands.EAST_Y_M
    ring = np.concatenate(
        [plan.south_arc(45.0, 0.0, 180.0, 24), plan.south_arc(58.0, 180.0, 0.0, 24)]
    )
    inner = on_front(plan.WALL_R_M - 0.6, np.linspace(-46.0, 46.0, 30))
    outer = on_front(plan.WALL_R_M, np.linspace(46.0, -46.0, 30))
    middle = on_front(board.BOARD_R_M - 1.0, board.BOARD_DEG)
    masts = [
        stair.wall_prism(profile.rectangle(4.4, 4.4, spot), height_m - 1.0, 5.0)
        for spot in board.MASTS
    ]
    return (
        stair.wall_prism(_box(45.0, 70.0, *west), 28.0, 8.0),
        stair.wall_prism(_box(-70.0, -45.0, *east), 24.0, 8.0),
        stair.wall_prism(_box(-60.0, -46.4, -62.0, -32.0), 19.0, 8.0),
        stair.wall_prism(ring, 15.5, 8.0),
        stair.wall_prism(np.concatenate([inner, outer]), plan.ICE_Z_M + 1.0, -1.5),
        stair.wall_prism(front.TOWER, 22.0, -1.5),
        stair.wall_prism(profile.rectangle(5.4, 4.0, board.PYLON), 46.0, -1.5),
        *[
            stair.wall_prism(
                profile.rectangle(3.6, 2.0, (float(middle[0]) + dx, float(middle[1]))), 14.6, 11.0
            )
            for dx in (-8.0, 8.0)
        ],
        stair.wall_prism(profile.circle(31.5, 32) + np.array(setting.POND), 20.9, 18.0),
        *masts,
    )


def _box(x0: float, x1: float, y0: float, y1: float) -> F64:
    return profile.line((x0, y0), (x1, y0), (x1, y1), (x0, y1))
