"""Esentai Mall: a long hull of pale glass tiles with slanting bands and a dark cinema box."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import profile as p
from almaty_tour.kit import stair
from almaty_tour.kit.extrude import prism
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.pool import basin, jet
from almaty_tour.kit.transform import at
from almaty_tour.landmarks.esentai_mall import skin, top
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

YARD = p.rounded_rectangle(158.0, 92.0, 8.0, 4, (-4.0, -7.0))
DRIVE = p.rectangle(140.0, 7.0, (-2.0, -46.5))
LAWN = p.rounded_rectangle(48.0, 5.0, 2.0, 4, (-30.0, -41.3))
POOL = p.rectangle(14.0, 4.0, (34.0, -41.3))
YARD_M, DRIVE_M, LAWN_M = 0.06, 0.1, 0.16


def build(spec: LandmarkSpec) -> Model:
    """The mall, its pylon and wedge, and the strip of plaza before it."""
    del spec
    mesh = merge(
        [
            as_part(skin.walls(), "walls"),
            as_part(skin.fields(), "bands"),
            as_part(skin.awning(), "awning"),
            as_part(skin.entrance(), "entrance"),
            as_part(top.roof(), "roof"),
            as_part(top.cinema(), "cinema"),
            as_part(top.pylon(), "pylon"),
            as_part(top.wedge(), "wedge"),
            as_part(_grounds(), "grounds"),
        ]
    )
    return Model(mesh, _props(), _collision())


def _grounds() -> MeshData:
    kerb = Paint("granite", "#9C978E")
    pool = basin(POOL, kerb, rim_m=0.4, height_m=0.45, water_m=0.3, z_m=YARD_M)
    spray = at(jet(1.8, spread_m=0.3, sides=6), [(x, -41.3, 0.35) for x in (29.0, 34.0, 39.0)])
    lines = [
        prism(p.rectangle(0.6, 4.4, (float(x), -46.5)), 0.0, DRIVE_M + 0.02, Paint("plaster"))
        for x in np.arange(29.0, 40.0, 1.2)
    ]
    return merge(
        [
            prism(YARD, -1.5, YARD_M, Paint("paving", "#AFABA2")),
            prism(DRIVE, -0.5, DRIVE_M, Paint("asphalt", "#737270")),
            prism(p.offset(LAWN, 0.3), -0.4, LAWN_M - 0.03, kerb),
            prism(LAWN, -0.3, LAWN_M, Paint("lawn", "#83A45A")),
            pool,
            spray,
            *lines,
        ]
    )


def _props() -> tuple[InstanceTable, ...]:
    trees = np.column_stack([row((-52.0, -41.3), (-8.0, -41.3), 7.5), np.full(7, 0.1)])
    lamps = row((-62.0, -50.8), (60.0, -50.8), 17.5)
    lamps = np.column_stack([lamps, np.full(len(lamps), YARD_M)])
    hedge = [(x, 36.2, 0.0) for x in np.arange(-60.0, 60.0, 2.0)]
    cars = np.array([(-48.0, -46.5, DRIVE_M), (-12.0, -46.5, DRIVE_M), (52.0, -46.5, DRIVE_M)])
    return (
        instances("tree.birch", trees, "mall birches", scale=0.6),
        instances("bush.hedge", hedge, "mall hedge", yaw_deg=0.0, vary=0.0),
        instances("lamp.mast", lamps, "mall lamps", vary=0.0),
        instances("car.black", cars[:2], "mall cars", yaw_deg=0.0, vary=0.0),
        instances("car.white", cars[2:], "mall car", yaw_deg=0.0, vary=0.0),
    )  # fmt: skip


def _collision() -> Collision:
    body = p.rectangle(2 * skin.HALF_X_M - 5.0, 2 * skin.HALF_Y_M - 5.0)
    a, b = skin.ENTRANCE
    atrium = p.rectangle(b - a, 18.0, ((a + b) / 2, -skin.HALF_Y_M + 5.5))
    solids = [
        stair.wall_prism(body, skin.ROOF_M),
        stair.wall_prism(skin.BODY, skin.ROOF_M, skin.SHOPS_M),
        stair.wall_prism(atrium, skin.ROOF_M + 3.0),
        stair.wall_prism(top.WEDGE, 5.0),
        stair.wall_prism(POOL, 0.5),
        *(
            stair.wall_prism(p.rectangle(x1 - x0, 48.0, ((x0 + x1) / 2, 0.0)), z, skin.ROOF_M)
            for x0, x1, z in top.BOX_STEPS
        ),
    ]
    floors = [
        stair.floor(YARD, YARD_M),
        stair.floor(DRIVE, DRIVE_M),
        stair.floor(LAWN, LAWN_M),
    ]
    return Collision(tuple(solids), tuple(floors))
