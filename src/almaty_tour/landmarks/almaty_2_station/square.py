"""The forecourt of Almaty-2, the round plaza of the khan, steps, lawns, trees, collision."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, profile, stair, transform
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.profile import F64
from almaty_tour.landmarks.almaty_2_station import engine, statue
from almaty_tour.landmarks.almaty_2_station import plan as p
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, as_part, merge

NAME = "almaty_2_station"
ENGINE_AT = (-64.0, -27.0)
ISLAND = profile.line((-14.0, -110.0), (0.0, -112.0), (30.0, -106.0), (50.0, -92.0),
                      (55.0, -74.0), (48.0, -61.0), (-16.0, -58.0), (-19.5, -88.0))  # fmt: skip
LAWNS = ((27.0, 55.0), (58.0, 75.0))


def square() -> MeshData:
    """Everything outside the house."""
    khan = transform.move(statue.monument(), *p.STATUE_AT, p.STATUE_FLOOR_M)
    old = transform.move(engine.engine(), *ENGINE_AT)
    return merge(
        [
            as_part(merge([_court(), _steps(), _plaza(), _platform()]), "square"),
            as_part(khan, "abylai_khan"),
            as_part(old, "engine"),
        ]
    )


def _court() -> MeshData:
    """Slabs with dark bands on the axes, lawns before the wings."""
    z = p.GROUND_M
    pieces = [tiles((-77.0, -38.0), (77.0, -9.0), z, p.PAVING, 7.0)]
    pieces += [tiles((x - 0.4, -37.6), (x + 0.4, -21.0), z + 0.02, p.DARK, 8.0)
               for x in (-20.0, -10.0, 10.0, 20.0)]  # fmt: skip
    pieces.append(tiles((-24.0, -22.0), (24.0, -21.2), z + 0.04, p.DARK, 8.0))
    for a, b in LAWNS:
        for s in (-1.0, 1.0):
            low, high = sorted((s * a, s * b))
            if s < 0 and a > 56:
                continue
            plan = profile.line((low, -35.0), (high, -35.0), (high, -22.0), (low, -22.0))
            pieces.append(extrude.prism(profile.offset(plan, 0.2), -0.2, z + 0.14, p.STEP))
            pieces.append(diced(extrude.sheet(plan, z + 0.17, p.LAWN), 7.0))
    return merge(pieces)


def _steps() -> MeshData:
    """Three wide steps to the doors."""
    plan = _landing()
    return stair.around(plan, p.FLOOR_M, p.STEPS, p.STEP, tread_m=0.4)


def _landing() -> F64:
    y = -p.HALL_Y_M
    return profile.line((-8.4, y - 3.2), (8.4, y - 3.2), (8.4, y + 0.2), (-8.4, y + 0.2))


def _island() -> MeshData:
    """The lawn of the traffic island round the plaza, behind a kerb."""
    hole = profile.offset(p.PLAZA, 0.2)
    kerb = extrude.prism(profile.offset(ISLAND, 0.25), -0.4, 0.08, p.STEP, holes=[p.PLAZA])
    grass = extrude.sheet(ISLAND, 0.11, p.LAWN, holes=[hole])
    walk = tiles((-3.0, -72.0), (3.0, -59.0), 0.14, p.PAVING, 7.0)
    return merge([kerb, diced(grass, 20.0), walk])


def _platform() -> MeshData:
    """The first platform behind the house under a long flat roof on slim posts."""
    deck = block((-66.0, 12.0, -0.3), (66.0, 25.5, 0.16), p.STEP)
    roof = block((-58.0, 17.0, 4.4), (58.0, 24.6, 4.75), p.ROOF)
    x = np.linspace(-54.0, 54.0, 10)
    foot = np.column_stack([x, np.full(10, 20.8), np.full(10, 0.1)])
    posts = struts(foot, foot + np.array([0.0, 0.0, 4.4]), 0.3, p.FRAME, caps=False)
    return merge([deck, roof, posts])


def _plaza() -> MeshData:
    """A round floor with a ring of flowers and low steps under the pedestal."""
    x, y = p.STATUE_AT
    z = p.GROUND_M
    disc = diced(extrude.prism(p.PLAZA, -1.0, z, p.PAVING, bottom=False), 6.0)
    outer = profile.regular(24, 13.6) + np.array(p.STATUE_AT)
    inner = profile.regular(24, 9.2) + np.array(p.STATUE_AT)
    lawn = extrude.prism(outer, -0.2, z + 0.12, p.STEP, holes=[inner])
    grass = extrude.sheet(profile.offset(outer, -0.3), z + 0.15, p.LAWN,
                          holes=[profile.offset(inner, 0.3)])  # fmt: skip
    steps = stair.around(profile.chamfered(7.4, 9.4, 2.0) + np.array([x, y]), p.STATUE_FLOOR_M, 4,
                         p.STEP, tread_m=0.45)  # fmt: skip
    return merge([disc, lawn, diced(grass, 9.0), steps, _island()])


def props() -> tuple[InstanceTable, ...]:
    """Spruces and elms in the lawns, lamps, benches."""
    z = p.GROUND_M
    spruce = np.array([(30.0, -32.5), (40.0, -32.5), (50.0, -32.5), (62.0, -32.5), (71.0, -32.5)])
    spruce = np.concatenate([spruce, spruce[:3] * [-1.0, 1.0]])
    single = [(56.5, -35.0), (-44.0, -20.5), (44.0, -20.5), (76.0, -20.0)]
    lamps = np.concatenate([row((-24.0, -36.0), (24.0, -36.0), 16.0), single])
    ring = np.radians(np.arange(8) * 45.0 + 22.5)
    seats = np.stack([15.4 * np.cos(ring), 15.4 * np.sin(ring)], axis=1) + p.STATUE_AT
    apples = np.array([(34.0, -68.0), (44.0, -70.0), (46.0, -82.0), (38.0, -92.0)])
    around = np.radians(np.arange(40) * 9.0)
    flowers = np.stack([11.4 * np.cos(around), 11.4 * np.sin(around)], axis=1) + p.STATUE_AT
    bushes = np.concatenate([row((28.5, -23.2), (53.5, -23.2), 3.1),
                             row((-53.5, -23.2), (-28.5, -23.2), 3.1)])  # fmt: skip
    return (
        instances("tree.spruce", _raised(spruce, z + 0.17), NAME + "/spruce", scale=0.42),
        instances("lamp.cluster", _raised(lamps, z), NAME + "/lamp", vary=0.0),
        instances("bench.park", _raised(seats, z), NAME + "/bench",
                  yaw_deg=np.degrees(ring) + 90.0 + 180.0, vary=0.0),
        instances("tree.apple", _raised(apples, 0.11), NAME + "/apple", scale=0.5),
        instances("bush.flowers", _raised(flowers, z + 0.15), NAME + "/flowers"),
        instances("bush.round", _raised(bushes, z + 0.17), NAME + "/bush", scale=0.75),
    )  # fmt: skip


def _raised(places: F64, z_m: float) -> F64:
    return np.column_stack([places, np.full(len(places), z_m)])


def collision() -> Collision:
    """House, pedestal and engine; court, plaza and steps to walk on."""
    x, y = p.STATUE_AT
    bow = profile.arc((p.BOW_X_M, -p.HALL_Y_M + 0.3), p.BOW_R_M, 180.0, 360.0, 8)
    ends = profile.line((p.HALL_X_M, -p.WING_Y_M), (p.WING_X_M, -p.WING_Y_M),
                        (p.WING_X_M, -p.END_Y_M), (p.END_X_M, -p.END_Y_M),
                        (p.END_X_M, p.END_Y_M), (p.WING_X_M, p.END_Y_M),
                        (p.WING_X_M, p.WING_Y_M), (p.HALL_X_M, p.WING_Y_M))  # fmt: skip
    solids = [stair.wall_prism(p.HALL, p.HALL_M)]
    for shape, top in ((bow, p.BOW_M), (ends, p.END_M)):
        solids += [stair.wall_prism(shape, top), stair.wall_prism(shape * [-1.0, 1.0], top)]
    solids.append(stair.wall_prism(profile.chamfered(5.4, 7.1, 1.3) + np.array([x, y]), 11.0))
    solids.append(stair.wall_prism(profile.rectangle(20.2, 3.8, ENGINE_AT), 4.4))
    floors = (
        stair.floor(p.SQUARE, p.GROUND_M),
        *stair.around_floors(_landing(), p.FLOOR_M, p.STEPS, tread_m=0.4),
        stair.floor(p.PLAZA, p.GROUND_M),
        stair.floor(profile.rectangle(132.0, 12.5, (0.0, 19.25)), 0.16),
        *stair.around_floors(profile.chamfered(7.4, 9.4, 2.0) + np.array([x, y]),
                             p.STATUE_FLOOR_M, 4, tread_m=0.45),
    )  # fmt: skip
    return Collision(tuple(solids), floors)
