"""Forecourt, steps, pool, lawns, flags and trees of the hotel, and what stops a walker."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit import stair
from almaty_tour.kit.extrude import block, prism
from almaty_tour.kit.lathe import lathe
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances
from almaty_tour.kit.pool import basin, jet
from almaty_tour.kit.transform import at
from almaty_tour.landmarks import _hotel_canopy as canopy
from almaty_tour.landmarks import _hotel_plan as plan
from almaty_tour.landmarks import _hotel_podium as podium
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, merge

PAVING = Paint("paving", "#9B968C")
DARK_PAVING = Paint("paving", "#716D66")
KERB = Paint("granite", "#B2ADA4")
LAWN = Paint("lawn", "#7F9A58")
ASPHALT = Paint("asphalt", "#6E6E6E")
POOL = p.rectangle(11.0, 17.0, (55.0, -14.0))
LAWNS = (
    p.rounded_rectangle(20.0, 14.0, 2.0, 4, (-36.0, -45.0)),
    p.rounded_rectangle(20.0, 13.0, 2.0, 4, (36.0, -46.0)),
    p.rounded_rectangle(13.0, 30.0, 2.0, 4, (-51.5, 2.0)),
    p.rounded_rectangle(12.0, 22.0, 2.0, 4, (53.0, 16.0)),
    p.rounded_rectangle(60.0, 9.0, 2.0, 4, (0.0, 40.0)),
)
STEPS_TOP_Y_M = -38.6
STEPS = 4


def grounds() -> MeshData:
    """All that lies on the ground."""
    plaza = p.rounded_rectangle(122.0, 104.0, 14.0, 6, (0.0, -6.0))
    drive = p.joined(
        p.line((-30.0, -57.0), (30.0, -57.0)),
        p.arc((30.0, -52.5), 4.5, -90, 90, 6),
        p.arc((-30.0, -52.5), 4.5, 90, 270, 6),
    )
    landing = p.rectangle(44.0, 12.0, (0.0, STEPS_TOP_Y_M + 6.0))
    pieces = [
        prism(plaza, -0.8, 0.07, PAVING),
        prism(drive, 0.0, 0.1, ASPHALT),
        prism(landing, -0.5, canopy.FLOOR_M, PAVING),
        stair.straight(
            44.0, canopy.FLOOR_M - 0.07, STEPS, KERB, tread_m=0.42, y_m=STEPS_TOP_Y_M, z_m=0.07
        ),
        _joints(),
        _pool(),
        _planters(),
    ]
    for lawn in LAWNS:
        pieces.append(prism(p.offset(lawn, 0.25), 0.0, 0.2, KERB))
        pieces.append(prism(lawn, 0.1, 0.26, LAWN))
    return merge(pieces)


def _joints() -> MeshData:
    """Darker strips that divide the forecourt."""
    strips = [p.rectangle(0.8, 12.0, (x, -46.5)) for x in np.arange(-21.0, 21.1, 7.0)]
    return merge([prism(strip, 0.0, 0.085, DARK_PAVING) for strip in strips])


def _pool() -> MeshData:
    pool = basin(POOL, KERB, rim_m=0.6, height_m=0.55, water_m=0.35, z_m=0.07)
    y = np.linspace(-20.0, -8.0, 5)
    side = at(jet(1.6), np.column_stack([np.full(5, 52.5), y, np.full(5, 0.4)]))
    other = at(jet(1.6), np.column_stack([np.full(5, 57.5), y, np.full(5, 0.4)]))
    return merge([pool, side, other, at(jet(4.2, spread_m=0.2), [(55.0, -14.0, 0.4)])])


def _planters() -> MeshData:
    """Dark boxes with clipped cones before the glass wall, boulders in the north lawn."""
    tub = block((-0.5, -0.5, 0.0), (0.5, 0.5, 0.8), Paint("painted_metal", "#3B3634"))
    cone = lathe(
        p.smooth([(0.42, 0.8), (0.46, 1.1), (0.3, 1.7), (0.0, 2.4)], 3),
        Paint("foliage", "#3F5B34"),
        sides=12,
    )
    x = np.array([-7.6, -6.4, 6.4, 7.6, -12.0, 12.0])
    spots = np.column_stack([x, np.full(6, canopy.COLUMN_Y_M - 1.2), np.full(6, canopy.FLOOR_M)])
    seats = at(
        block((-1.1, -0.25, 0.0), (1.1, 0.25, 0.45), KERB),
        [(-14.0, -42.6, 0.07), (-4.7, -42.6, 0.07), (4.7, -42.6, 0.07), (14.0, -42.6, 0.07)],
    )
    boulder = lathe(
        p.smooth([(0.9, 0.0), (1.1, 0.5), (0.7, 1.1), (0.0, 1.3)], 2),
        podium.RUBBLE,
        sides=9,
        crease_deg=20.0,
    )
    return merge(
        [
            at(merge([tub, cone]), spots),
            seats,
            at(
                boulder,
                [(-30.0, -42.0, 0.2), (-40.5, -47.5, 0.2)],
                turn_deg=[0.0, 70.0],
                scale_by=[1.0, 0.8],
            ),
        ]
    )


SPRUCES = [
    (-29, -47),
    (-33, -43),
    (-38, -49),
    (-44, -44),
    (-42, -40.5),
    (30, -43),
    (43, -44),
    (40, -50),
    (-53, -8),
    (-50, -3),
]
ELMS = [
    (-52, 5),
    (-50, 13),
    (-55, 16),
    (33, -49.5),
    (46, -49),
    (-27, -51),
    (52, 9),
    (55, 17),
    (50, 24),
    (-47, 30),
    (-54, -22),
    (49, -30),
    (58, -34),
]
POPLARS = [(-26, 41), (-18, 39), (-10, 42), (-2, 39.5), (6, 41.5), (14, 39), (22, 42)]
LAMPS = [(-22, -44), (-11, -44), (11, -44), (22, -44), (48, -22), (48, -6), (-45, -30), (44, -35)]
BENCHES = [(47.5, -18), (47.5, -10), (62.0, -18), (62.0, -10)]


def props() -> tuple[InstanceTable, ...]:
    """Trees, lamps, benches and flags of the forecourt."""
    hedge = [(x, -38.9) for x in np.arange(-44.0, -27.0, 2.0)]
    return (
        instances("tree.spruce", _at(SPRUCES, 0.2), "hotel spruces", vary=0.22),
        instances("tree.elm", _at(ELMS, 0.2), "hotel elms"),
        instances("tree.poplar", _at(POPLARS, 0.2), "hotel poplars"),
        instances("bush.hedge", _at(hedge, 0.2), "hotel hedge", yaw_deg=0.0, vary=0.0),
        instances("lamp.globe", _at(LAMPS, 0.07), "hotel lamps", vary=0.0),
        instances(
            "bench.park", _at(BENCHES, 0.07), "hotel benches", yaw_deg=[90, 90, -90, -90], vary=0.0
        ),
        instances(
            "flag.plain",
            _at([(25.0, -41.0), (30.0, -41.0)], 0.07),
            "hotel flags",
            yaw_deg=-12.0,
            vary=0.0,
        ),
        instances(
            "flag.kazakhstan", _at([(27.5, -41.0)], 0.07), "hotel flag", yaw_deg=-12.0, vary=0.0
        ),
    )


def _at(spots: Sequence[tuple[float, float]], z_m: float) -> plan.F64:
    points = np.array(spots, np.float64)
    return np.column_stack([points, np.full(len(points), z_m)])


def collision() -> Collision:
    """Tower, wings, piers, pool as solids; forecourt, steps and terrace as floors."""
    tower = plan.whole(plan.west_side(0.3, 0.3, 0.3), 0.3)
    nose = p.rectangle(53.0, 2.7)
    glass = p.rectangle(2 * canopy.HALF_M, 2.0, (0.0, canopy.GLASS_Y_M + 0.9))
    x = (np.arange(canopy.BAYS + 1) - canopy.BAYS / 2) * canopy.BAY_M
    piers = [p.rectangle(1.0, 1.2, (float(at_x), canopy.COLUMN_Y_M)) for at_x in x]
    low = [podium.WEST, podium.EAST, glass]
    landing = p.rectangle(44.0, 12.0, (0.0, STEPS_TOP_Y_M + 6.0))
    solids = [
        stair.wall_prism(tower, plan.TOP_M),
        stair.wall_prism(nose, plan.TOP_M),
        *(stair.wall_prism(outline, podium.FASCIA_HIGH_M) for outline in low),
        stair.wall_prism(podium.TERRACE, podium.TERRACE_M + 1.0),
        *(stair.wall_prism(outline, canopy.SPRING_M) for outline in piers),
        stair.wall_prism(POOL, 0.6),
    ]
    floors = [
        stair.floor(p.rounded_rectangle(122.0, 104.0, 14.0, 6, (0.0, -6.0)), 0.07),
        stair.floor(landing, canopy.FLOOR_M),
        *stair.straight_floors(
            44.0, canopy.FLOOR_M - 0.07, STEPS, tread_m=0.42, y_m=STEPS_TOP_Y_M, z_m=0.07
        ),
        *(stair.floor(lawn, 0.26) for lawn in LAWNS),
    ]
    return Collision(tuple(solids), tuple(floors))
