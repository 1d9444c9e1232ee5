"""Myn Agys: rings of thin jets that close to a dome of water over an eight-sided basin."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import extrude, lathe, profile, spray, stair, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import diced
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances
from almaty_tour.kit.pool import WATER
from almaty_tour.landmarks._shared.monuments_ground import KERB, on_ring, skirt
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

RED = Paint("granite", "#8E5A4C")
GREY = Paint("granite", "#A8A29A")
PAVING = Paint("paving", "#A79F95")
ROSE = Paint("paving", "#A8877A")
RED_BLOOM = (Paint("foliage", "#C8342A"), Paint("foliage", "#D8584A"))

GROUND_M = 0.05
PLACE_M, BASIN_M = 18.0, 12.2
WATER_M = 0.42
TURN_DEG = 22.5
ALLEY_WIDTH_M, ALLEY_END_M, ALLEY_TURN_DEG = 10.0, 44.0, 32.0
# radius of the nozzles, their number, how far inwards and how high they throw
JET_RINGS = ((10.6, 38, 3.4, 1.9), (7.9, 30, 3.4, 3.0), (5.2, 20, 3.2, 4.0))
TIER_M, TIER_TOP_M = 2.6, 1.0


def build(spec: LandmarkSpec) -> Model:
    """The basin and its dome of water, whose crown is `spec.height_m` high."""
    mesh = merge(
        [
            as_part(_place(), "place"),
            as_part(_basin(), "basin"),
            as_part(_jets(spec.height_m), "jets"),
        ]
    )
    solids = (stair.wall_prism(profile.regular(8, BASIN_M, TURN_DEG), 0.6),)
    floors = (stair.floor(profile.circle(PLACE_M, 32), GROUND_M),)
    return Model(mesh, _props(), Collision(solids, floors))


def _basin() -> MeshData:
    """A rim of red granite with eight corner blocks, a stepped stone drum in the middle."""
    edge = profile.regular(8, BASIN_M, TURN_DEG)
    section = profile.line(
        (0.3, 0.0),
        (0.3, 0.17),
        (0.0, 0.17),
        (0.0, 0.5),
        (0.08, 0.54),
        (0.08, 0.64),
        (-0.5, 0.64),
        (-0.5, 0.0),
    )
    rim = extrude.sweep(section, edge, RED, crease_deg=20.0)
    block = extrude.prism(
        profile.rectangle(1.0, 1.0),
        0.0,
        0.92,
        GREY,
        top_outline=profile.rectangle(0.86, 0.86),
        crease_deg=0.0,
    )
    blocks = transform.around(block, 8, BASIN_M - 0.1, start_deg=TURN_DEG)
    water = diced(extrude.sheet(profile.offset(edge, -0.5), WATER_M, WATER), 4.0)
    tier = profile.line(
        (TIER_M, 0.0),
        (TIER_M, 0.6),
        (TIER_M - 0.14, 0.66),
        (1.5, 0.66),
        (1.5, 0.92),
        (1.38, TIER_TOP_M),
        (0.0, TIER_TOP_M),
    )
    drum = lathe.lathe(tier, GREY, sides=32)
    pipes = [
        lathe.ring(profile.line((-0.06, 0.0), (0.06, 0.0), (0.06, 0.1), (-0.06, 0.1)), radius, GREY)
        for radius, *_ in JET_RINGS
    ]
    return merge([rim, blocks, water, drum, *(transform.move(p, z=WATER_M - 0.03) for p in pipes)])


def _jets(height_m: float) -> MeshData:
    """Three rings of streams bend inwards one over the other; plumes crown them."""
    pieces = []
    for k, (radius, count, reach, rise) in enumerate(JET_RINGS):
        one = transform.turn_z(spray.stream(reach, rise, f"myn_agys/{k}", drops=1), 180.0)
        pieces.append(transform.around(one, count, radius, z_m=WATER_M + 0.05))
    crown = spray.plume(height_m - TIER_TOP_M, "myn_agys/crown", drops=40)
    crown = transform.scale(crown, 1.0, 1.0, (height_m - TIER_TOP_M) / crown.bounds_m[1][2])
    side = spray.plume(0.62 * (height_m - TIER_TOP_M), "myn_agys/side", drops=8)
    core = lathe.cylinder(
        0.06, height_m - TIER_TOP_M - 0.05, spray.SPRAY, top_radius_m=0.015, sides=5
    )
    pieces.append(transform.move(merge([crown, core]), z=TIER_TOP_M))
    pieces.append(transform.around(side, 6, 1.15, z_m=TIER_TOP_M))
    return merge(pieces)


def _place() -> MeshData:
    """Rings of paving, a star of rose paths, four beds of red flowers."""
    ring = profile.circle(PLACE_M, 48)
    floors = []
    for outer, inner, paint in ((PLACE_M, 16.6, ROSE), (16.6, 13.4, PAVING), (13.4, 11.0, ROSE)):
        sheet = extrude.sheet(
            profile.circle(outer, 48), GROUND_M, paint, holes=[profile.circle(inner, 48)]
        )
        floors.append(diced(sheet, 4.2))
    bottom = extrude.prism(profile.circle(11.4, 32), -0.2, 0.02, KERB, bottom=False)
    arc = profile.joined(
        profile.arc((0, 0), 16.4, -24, 24, 8), profile.arc((0, 0), 15.0, 24, -24, 8)
    )
    arc = profile.counter_clockwise(arc)
    kerb = extrude.prism(profile.offset(arc, 0.14), 0.0, 0.2, KERB, holes=[arc], bottom=False)
    flowers = blooms(arc, 0.1, RED_BLOOM, "myn_agys/bed", pitch_m=1.0)
    beds = transform.around(merge([kerb, flowers]), 4, 0.0, start_deg=-13.0)
    return merge([skirt(ring, GROUND_M), *floors, bottom, beds, _alley()])


def _alley() -> MeshData:
    """A paved way with kerbs from the corner of the garden to the basin."""
    middle = (0.0, -(PLACE_M - 0.4 + ALLEY_END_M) / 2)
    plan = profile.rectangle(ALLEY_WIDTH_M, ALLEY_END_M - PLACE_M + 0.4, middle)
    low = GROUND_M - 0.02
    slab = extrude.prism(plan, -1.5, low, KERB, top=False)
    floor = diced(extrude.sheet(plan, low, PAVING), 5.0)
    strip = profile.rectangle(3.0, ALLEY_END_M - PLACE_M - 2.0, middle)
    red = extrude.prism(strip, 0.0, low + 0.02, ROSE, bottom=False)
    return transform.turn_z(merge([slab, floor, red]), ALLEY_TURN_DEG)


def _props() -> tuple[InstanceTable, ...]:
    """Spruces behind, lamps and benches at the rim."""
    name = "thousand_jets_fountain"
    seats = np.array([15.0, 165.0, 195.0, 345.0])
    return (
        instances(
            "tree.spruce",
            on_ring([52, 74, 106, 128], 17.3, GROUND_M),
            name + "/spruce",
            scale=0.5,
            vary=0.1,
        ),
        instances(
            "bench.park",
            on_ring(seats, 17.0, GROUND_M),
            name + "/bench",
            yaw_deg=seats - 90.0,
            vary=0.0,
        ),
        instances(
            "lamp.cluster", on_ring([-20, -158, 38, 142], 17.4, GROUND_M), name + "/lamp", vary=0.0
        ),
    )
