"""Almaty-1 station: a laconic glass box of the 1970s, and a granite revolutionary before it."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import extrude, profile, stair, transform
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances
from almaty_tour.kit.settle import settled
from almaty_tour.kit.statue import standing
from almaty_tour.landmarks.almaty_1_station import house
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

NAME = "almaty_1_station"
GROUND_M, COURT_Y_M = 0.05, -40.0
STATUE_AT = (6.0, -76.0)
LAWNS = ((-66.0, -26.0), (26.0, 66.0))
LANDING = profile.line((-20.0, -26.0), (20.0, -26.0), (20.0, -17.0), (-20.0, -17.0))
GRANITE = Paint("granite", "#8B8480")


def build(spec: LandmarkSpec) -> Model:
    """The station, its square and the statue; the raised hall is the highest."""
    del spec
    statue = transform.move(_zhangildin(), *STATUE_AT)
    mesh = merge([house.house(), as_part(_court(), "square"), as_part(statue, "zhangildin")])
    return Model(mesh, _props(), _collision())


def _court() -> MeshData:
    """Paving to the kerb, lawns before the wings, low steps to the doors."""
    pieces = [tiles((-70.0, COURT_Y_M), (70.0, -17.0), GROUND_M, Paint("paving", "#C9C2B7"), 10.0)]
    pieces += [
        tiles((x - 0.5, -39.5), (x + 0.5, -28.0), GROUND_M + 0.02, Paint("paving", "#9D958B"), 12.0)
        for x in (-18.0, -6.0, 6.0, 18.0)
    ]
    for a, b in LAWNS:
        plan = profile.line((a, -36.0), (b, -36.0), (b, -24.0), (a, -24.0))
        pieces.append(extrude.prism(profile.offset(plan, 0.2), -0.2, 0.18, house.STEP))
        pieces.append(diced(extrude.sheet(plan, 0.21, Paint("lawn", "#688A42")), 12.0))
    steps = stair.around(LANDING, house.FLOOR_M, 3, house.STEP, tread_m=0.45)
    return merge([*pieces, steps])


def _zhangildin() -> MeshData:
    """A figure in a long coat on a square block, in granite, looking to -y."""
    figure = settled(standing(4.2, GRANITE, triangles=2200))
    block = extrude.prism(profile.rectangle(2.6, 2.6), 0.5, 2.6, Paint("granite", "#5E5854"),
                          top_outline=profile.rectangle(2.1, 2.1), crease_deg=0.0)  # fmt: skip
    foot = extrude.prism(profile.rectangle(4.4, 4.4), -1.5, 0.55, house.STEP)
    disc = extrude.prism(profile.regular(20, 8.0), -0.5, GROUND_M, Paint("paving", "#C9C2B7"))
    return merge([transform.move(figure, z=2.55), block, foot, disc])


def _props() -> tuple[InstanceTable, ...]:
    x = np.array([-62.0, -51.0, -40.0, -29.0])
    x = np.concatenate([x, -x])
    trees = np.column_stack([x, np.full(8, -33.5), np.full(8, 0.21)])
    bushes = np.concatenate([np.arange(-64.0, -27.0, 2.8), np.arange(28.0, 65.0, 2.8)])
    rows = np.column_stack([bushes, np.full(len(bushes), -25.2), np.full(len(bushes), 0.21)])
    lamps = np.array([(-22.0, -37.0), (22.0, -37.0), (-68.0, -30.0), (68.0, -30.0)])
    seats = np.array([(-24.0, -30.0), (24.0, -30.0)])
    return (
        instances("tree.spruce", trees, NAME + "/spruce", scale=0.42),
        instances("bush.round", rows, NAME + "/bush", scale=0.8),
        instances("lamp.mast", np.column_stack([lamps, np.full(4, GROUND_M)]), NAME + "/lamp",
                  scale=0.8, vary=0.0),
        instances("bench.park", np.column_stack([seats, np.full(2, GROUND_M)]), NAME + "/bench",
                  yaw_deg=[90.0, -90.0], vary=0.0),
    )  # fmt: skip


def _collision() -> Collision:
    body = profile.rectangle(2 * house.HALF_M, house.BACK_M - house.FRONT_M,
                             (0.0, (house.FRONT_M + house.BACK_M) / 2))  # fmt: skip
    apse = np.concatenate([house.APSE, [(-28.5, 14.0), (28.5, 14.0)]])
    court = profile.line((-70.0, COURT_Y_M), (70.0, COURT_Y_M), (70.0, -17.0), (-70.0, -17.0))
    return Collision(
        (
            stair.wall_prism(body, house.SLAB_M),
            stair.wall_prism(apse, house.SOFFIT_M),
            stair.wall_prism(profile.rectangle(4.4, 4.4, STATUE_AT), 6.5),
        ),
        (
            stair.floor(court, GROUND_M),
            *stair.around_floors(LANDING, house.FLOOR_M, 3, tread_m=0.45),
        ),
    )
