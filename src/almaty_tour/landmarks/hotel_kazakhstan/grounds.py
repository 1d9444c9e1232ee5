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
from almaty_tour.landmarks.hotel_kazakhstan import canopy, plan, podium
from almaty_tour.landmarks.hotel_kazakhstan.plan import F64
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, merge

PAVING = Paint("paving", "#9B968C")
DARK_PAVING = Paint("paving", "#716D66")
KERB = Paint("granite", "#B2ADA4")
LAWN = Paint("lawn", "#7F9A58")
ASPHALT = Paint("asphalt", "#77756F")
MARKING = Paint("plaster", "#DAD8D0")
POOL = p.rectangle(11.0, 17.0, (54.5, -14.0))
LAWNS = (
    p.rounded_rectangle(21.0, 15.0, 3.0, 4, (-36.0, -45.5)),
    p.rounded_rectangle(21.0, 15.0, 3.0, 4, (36.0, -45.5)),
    p.rounded_rectangle(12.0, 58.0, 4.0, 4, (-53.0, 3.0)),
    p.rounded_rectangle(12.0, 38.0, 4.0, 4, (53.0, 18.0)),
    p.rounded_rectangle(84.0, 8.5, 4.0, 4, (0.0, 40.0)),
)
YARD = p.rounded_rectangle(122.0, 104.0, 14.0, 6, (0.0, -6.0))
FORECOURT = p.rectangle(51.0, 20.6, (0.0, -42.3))
POOL_COURT = p.rectangle(14.0, 26.0, (53.5, -14.0))
WALKS = (FORECOURT, POOL_COURT, p.rectangle(92.0, 3.0, (0.0, 33.4)))
YARD_M, WALK_M, STRIP_M, LAWN_M = 0.07, 0.12, 0.15, 0.26
STEPS_TOP_Y_M = -38.6
STEPS = 4
LANDING = p.rectangle(44.0, 12.0, (0.0, STEPS_TOP_Y_M + 6.0))


def grounds() -> MeshData:
    """All that lies on the ground."""
    pieces = [
        prism(YARD, -0.8, YARD_M, ASPHALT),
        prism(LANDING, -0.5, canopy.FLOOR_M, PAVING),
        stair.straight(
            44.0, canopy.FLOOR_M - WALK_M, STEPS, KERB, tread_m=0.42, y_m=STEPS_TOP_Y_M, z_m=WALK_M
        ),
        _strips(),
        _pool(),
        _planters(),
    ]
    for walk in WALKS:
        pieces.append(prism(p.offset(walk, 0.2), -0.2, WALK_M - 0.02, KERB))
        pieces.append(prism(walk, -0.2, WALK_M, PAVING))
    for lawn in LAWNS:
        pieces.append(prism(p.offset(lawn, 0.25), -0.2, 0.2, KERB))
        pieces.append(prism(lawn, 0.1, LAWN_M, LAWN))
    return merge(pieces)


def _strips() -> MeshData:
    """Darker strips that divide the forecourt, white lines of the parking bays beside it."""
    bands = [p.rectangle(0.8, 12.0, (x, -46.4)) for x in np.arange(-21.0, 21.1, 7.0)]
    bands.append(p.rectangle(50.0, 0.8, (0.0, -46.4)))
    bays = [p.rectangle(0.14, 4.6, (x, -55.4)) for x in np.arange(-24.0, 24.1, 2.7)]
    return merge(
        [prism(band, 0.0, STRIP_M, DARK_PAVING) for band in bands[:-1]]
        + [prism(bands[-1], 0.0, STRIP_M + 0.03, DARK_PAVING)]
        + [prism(bay, 0.0, YARD_M + 0.03, MARKING) for bay in bays]
    )


def _pool() -> MeshData:
    pool = basin(POOL, KERB, rim_m=0.6, height_m=0.55, water_m=0.35, z_m=WALK_M)
    y = np.linspace(-20.0, -8.0, 5)
    side = at(jet(1.6, sides=4), np.column_stack([np.full(5, 52.0), y, np.full(5, 0.4)]))
    other = at(jet(1.6, sides=4), np.column_stack([np.full(5, 57.0), y, np.full(5, 0.4)]))
    return merge([pool, side, other, at(jet(4.2, spread_m=0.2, sides=4), [(54.5, -14.0, 0.4)])])


def _planters() -> MeshData:
    """Dark boxes with clipped cones before the glass wall, boulders in the north lawn."""
    tub = block((-0.5, -0.5, 0.0), (0.5, 0.5, 0.8), Paint("painted_metal", "#3B3634"))
    cone = lathe(
        p.smooth([(0.42, 0.8), (0.46, 1.1), (0.3, 1.7), (0.0, 2.4)], 3),
        Paint("foliage", "#3F5B34"),
        sides=8,
    )
    x = np.array([-7.6, -6.4, 6.4, 7.6, -12.0, 12.0])
    spots = np.column_stack([x, np.full(6, canopy.COLUMN_Y_M - 1.2), np.full(6, canopy.FLOOR_M)])
    seats = at(
        block((-1.1, -0.25, 0.0), (1.1, 0.25, 0.45), KERB),
        [
            (-14.0, -42.6, WALK_M),
            (-4.7, -42.6, WALK_M),
            (4.7, -42.6, WALK_M),
            (14.0, -42.6, WALK_M),
        ],
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


SPRUCES = (
    (-29, -47), (-33, -43), (-38, -49), (-44, -44), (-42, -40.5), (43, -40.5),
    (44, -46), (40, -50.5), (-52, -16), (-50, -10), (-56, -12),
)  # fmt: skip
ELMS = (
    (-52, 5), (-50, 13), (-55, 18), (33, -50), (-28, -51), (53, 4), (55, 13), (50, 22), (54, 31),
    (-54, 27), (-55, -22), (-36, 41), (38, 40),
)  # fmt: skip
POPLARS = ((-26, 41), (-18, 39), (-10, 42), (-2, 39.5), (6, 41.5), (14, 39), (22, 42), (30, 40))
LAMPS = (
    (-22, -44),
    (-11, -44),
    (11, -44),
    (22, -44),
    (47.5, -25),
    (47.5, -3),
    (-45, -33),
    (44, -34),
)
BENCHES = ((47.8, -18), (47.8, -10), (59.8, -25.5), (59.8, -2.5))
BEDS = ((-15.0, -49.6), (-8.0, -49.6), (8.0, -49.6), (15.0, -49.6), (28.5, -40.0), (31.5, -40.0))


def props() -> tuple[InstanceTable, ...]:
    """Trees, lamps, benches and flags of the forecourt."""
    hedge = [(x, -38.9) for x in np.arange(-44.0, -27.0, 2.0)]
    return (
        instances("tree.spruce", _at(SPRUCES, 0.2), "hotel spruces", vary=0.22),
        instances("tree.elm", _at(ELMS, 0.2), "hotel elms"),
        instances("tree.poplar", _at(POPLARS, 0.2), "hotel poplars"),
        instances("bush.hedge", _at(hedge, 0.2), "hotel hedge", yaw_deg=0.0, vary=0.0),
        instances("bush.flowers", _at(BEDS, WALK_M), "hotel beds", scale=1.4, vary=0.1),
        instances("lamp.globe", _at(LAMPS, 0.1), "hotel lamps", vary=0.0),
        instances(
            "bench.park",
            _at(BENCHES, WALK_M),
            "hotel benches",
            yaw_deg=[90.0, 90.0, 180.0, 0.0],
            vary=0.0,
        ),
        instances(
            "flag.plain",
            _at([(27.6, -40.6), (32.4, -40.6)], 0.2),
            "hotel flags",
            yaw_deg=-12.0,
            vary=0.0,
        ),
        instances(
            "flag.kazakhstan", _at([(30.0, -40.6)], 0.2), "hotel flag", yaw_deg=-12.0, vary=0.0
        ),
    )


def _at(spots: Sequence[tuple[float, float]], z_m: float) -> F64:
    points = np.array(spots, np.float64)
    return np.column_stack([points, np.full(len(points), z_m)])


def collision() -> Collision:
    """Tower, wings, piers, pool as solids; forecourt, steps and terrace as floors."""
    nose = p.rectangle(53.0, 2.7)
    glass = p.rectangle(2 * canopy.HALF_M, 2.0, (0.0, canopy.GLASS_Y_M + 0.9))
    x = (np.arange(canopy.BAYS + 1) - canopy.BAYS / 2) * canopy.BAY_M
    piers = [p.rectangle(1.0, 1.2, (float(at_x), canopy.COLUMN_Y_M)) for at_x in x]
    low = [podium.WEST, podium.EAST, glass]
    solids = [
        stair.wall_prism(_shell(0.3), plan.TOP_M),
        stair.wall_prism(nose, plan.TOP_M),
        *(stair.wall_prism(outline, podium.FASCIA_HIGH_M) for outline in low),
        stair.wall_prism(_shell(3.4), 21.4, 12.8),
        stair.wall_prism(_shell(1.1), plan.BELT_TOP_M + 0.2, plan.EAVES_M),
        stair.wall_prism(canopy.outline(), canopy.TOP_M, canopy.SPRING_M - 0.2),
        stair.wall_prism(podium.TERRACE, podium.TERRACE_M + 1.0),
        *(stair.wall_prism(outline, canopy.SPRING_M) for outline in piers),
        stair.wall_prism(POOL, 0.6),
    ]
    floors = [
        stair.floor(YARD, YARD_M),
        *(stair.floor(walk, WALK_M) for walk in WALKS),
        stair.floor(LANDING, canopy.FLOOR_M),
        *stair.straight_floors(
            44.0, canopy.FLOOR_M - WALK_M, STEPS, tread_m=0.42, y_m=STEPS_TOP_Y_M, z_m=WALK_M
        ),
        *(stair.floor(lawn, LAWN_M) for lawn in LAWNS),
    ]
    return Collision(tuple(solids), tuple(floors))


def _shell(out_m: float) -> F64:
    """Outline of the tower `out_m` before its ridges; the ends stay within half a metre."""
    return plan.whole(plan.west_side(out_m, out_m, out_m), min(out_m, 0.5))
