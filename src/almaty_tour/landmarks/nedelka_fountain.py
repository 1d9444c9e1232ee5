"""The fountain of the seven days: a long basin with seven bowls in a row, next to the Opera."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import extrude, lathe, pool, profile, spray, stair, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.pool import WATER
from almaty_tour.landmarks._shared.monuments_ground import KERB, bed, on, skirt
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

GRANITE = Paint("granite", "#9C8074")
PALE = Paint("granite", "#C4B8AA")
PAVING = Paint("paving", "#A79F95")
BAND = Paint("paving", "#8E7468")
LAWN = Paint("lawn", "#7E9A54")

GROUND_M = 0.05
PLACE = (37.0, 20.0)
BASIN = (29.0, 9.0)
DAYS, PITCH_M = 7, 3.9
BOWL_M, BOWL_HEIGHT_M, FOOT_M = 1.45, 1.05, 0.25


def build(spec: LandmarkSpec) -> Model:
    """The basin with its bowls; `spec` tells how high the jets rise."""
    jet_m = spec.height_m - FOOT_M - BOWL_HEIGHT_M
    mesh = merge(
        [
            as_part(_place(), "place"),
            as_part(_basin(), "basin"),
            as_part(_bowls(jet_m), "bowls"),
        ]
    )
    solids = (stair.wall_prism(profile.rectangle(*BASIN), 0.6),)
    floors = (stair.floor(profile.rectangle(*PLACE), GROUND_M),)
    return Model(mesh, _props(), Collision(solids, floors))


def _basin() -> MeshData:
    """A moulded granite rim with round ends, a stone seat round it, still water."""
    edge = profile.rounded_rectangle(*BASIN, 1.6, 5)
    step = extrude.prism(profile.offset(edge, 0.55), 0.0, 0.17, PALE, holes=[edge], bottom=False)
    inner = profile.offset(edge, -0.45)
    section = profile.joined(
        profile.line((0.0, 0.0), (0.0, 0.42), (0.07, 0.46), (0.07, 0.56), (-0.45, 0.56)),
        profile.line((-0.45, 0.0)),
    )
    rim = extrude.sweep(section, edge, GRANITE)
    water = diced(extrude.sheet(inner, 0.4, WATER), 4.0)
    return merge([step, rim, water])


def _bowls(jet_m: float) -> MeshData:
    """Seven equal bowls on octagonal feet; each overflows and throws one jet."""
    foot = extrude.prism(profile.regular(8, 0.95, 22.5), 0.0, FOOT_M + 0.2, PALE, crease_deg=0.0)
    bowl = transform.move(pool.bowl(BOWL_M, BOWL_HEIGHT_M, GRANITE, sides=16), z=FOOT_M)
    lip = transform.move(
        lathe.ring(
            profile.line((-0.1, 0.0), (0.06, 0.0), (0.06, 0.09), (-0.1, 0.09)),
            BOWL_M,
            PALE,
            sides=16,
        ),
        z=FOOT_M + BOWL_HEIGHT_M - 0.06,
    )
    thread = transform.around(spray.stream(0.55, 0.2, "nedelka/lip", drops=1), 7, BOWL_M - 0.05)
    fall = transform.move(thread, z=FOOT_M + BOWL_HEIGHT_M - 0.1)
    x = (np.arange(DAYS) - (DAYS - 1) / 2) * PITCH_M
    one = merge([foot, bowl, lip, fall])
    jets = [
        transform.move(_jet(jet_m, f"nedelka/{k}"), float(x[k]), 0.0, FOOT_M + BOWL_HEIGHT_M - 0.1)
        for k in range(DAYS)
    ]
    return merge([transform.at(one, np.column_stack([x, np.zeros(DAYS)])), *jets])


def _jet(height_m: float, name: str) -> MeshData:
    """A plume stretched to end exactly at the height, measured over the bowl's lip."""
    made = spray.plume(height_m, name, drops=12)
    return transform.scale(made, 1.0, 1.0, (height_m + 0.1) / float(made.bounds_m[1][2]))


def _place() -> MeshData:
    """Paving with a band round the basin and two strips of lawn with kerbs."""
    outline = profile.rectangle(*PLACE)
    band = profile.rectangle(BASIN[0] + 3.4, BASIN[1] + 3.4)
    basin = profile.rectangle(BASIN[0] - 1.5, BASIN[1] - 1.5)
    floor = diced(extrude.sheet(outline, GROUND_M, PAVING, holes=[band]), 3.6)
    ring = diced(extrude.sheet(band, GROUND_M, BAND, holes=[basin]), 3.6)
    lawns = [
        bed(profile.rectangle(13.0, 2.0, (x, y)), 0.1, LAWN)
        for x in (-10.0, 10.0)
        for y in (-8.4, 8.4)
    ]
    bottom = extrude.prism(profile.rectangle(*BASIN), -0.2, 0.02, KERB, bottom=False)
    return merge([skirt(outline, GROUND_M), floor, ring, bottom, *lawns])


def _props() -> tuple[InstanceTable, ...]:
    """Spruces and flowers on the lawns behind, benches towards the water, lamps at the ends."""
    name = "nedelka_fountain"
    seats = [(x, y) for y in (-6.7, 6.7) for x in (-9.0, 0.0, 9.0)]
    look = [180.0, 180.0, 180.0, 0.0, 0.0, 0.0]
    back = np.concatenate([row((-15.4, 8.4), (-4.6, 8.4), 3.6), row((4.6, 8.4), (15.4, 8.4), 3.6)])
    front = np.concatenate(
        [row((-15.6, -8.4), (-4.4, -8.4), 1.6), row((4.4, -8.4), (15.6, -8.4), 1.6)]
    )
    ends = [(x, y) for x in (-17.6, 17.6) for y in (-6.0, 6.0)]
    return (
        instances("tree.spruce", on(back, 0.1), name + "/spruce", scale=0.42, vary=0.12),
        instances("bush.flowers", on(front, 0.1), name + "/flowers", scale=0.75),
        instances("bench.park", on(seats, GROUND_M), name + "/bench", yaw_deg=look, vary=0.0),
        instances("lamp.globe", on(ends, GROUND_M), name + "/lamp", vary=0.0),
    )
