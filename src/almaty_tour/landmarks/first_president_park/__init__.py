"""First President's Park: the white arc of columns, its forecourt, the round fountain court."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import profile, stair
from almaty_tour.kit.placing import instances, scattered
from almaty_tour.landmarks._shared.nature_ground import ground as land_of
from almaty_tour.landmarks._shared.nature_ground import planted
from almaty_tour.landmarks.first_president_park import arch as middle
from almaty_tour.landmarks.first_president_park import colonnade as arc
from almaty_tour.landmarks.first_president_park import court as rear
from almaty_tour.landmarks.first_president_park import ground, plan
from almaty_tour.landmarks.first_president_park.plan import F64
from almaty_tour.mesh.data import F32, Collision, InstanceTable, Model, Prism, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """Forecourt, arc, arch, court and the young wood round them."""
    wings = merge([arc.singles(), arc.beam(), arc.fence(), arc.bowls()])
    mesh = merge(
        [
            as_part(merge([ground.forecourt(), ground.pillars()]), "body"),
            as_part(wings, "colonnade"),
            as_part(arc.inscription(), "inscription"),
            as_part(arc.pavilions(), "pavilions"),
            as_part(middle.arch(spec.height_m), "arch"),
            as_part(ground.fountain(), "small_fountain"),
            as_part(ground.flowers(), "flowers"),
            as_part(rear.court(), "court"),
        ]
    )
    return Model(mesh, props(spec), collision())


def props(spec: LandmarkSpec) -> tuple[InstanceTable, ...]:
    """Slim thujas on the lawns, lamps, and the wood behind."""
    thujas = _thujas()
    lamps = ground.pillar_spots() + np.array([0.0, 0.0, 3.0])
    turn = np.radians(np.arange(-30.0, 211.0, 12.0))
    round_m = 49.0 * np.stack([np.cos(turn), np.sin(turn)], axis=1) + np.array(plan.COURT)
    seats = plan.polar(79.0, np.array([-15.2, -13.0, 13.0, 15.2]))
    wood = _wood(spec)
    third = np.arange(len(wood)) % 3
    return (
        instances("tree.poplar", thujas, "president thujas", scale=0.24, vary=0.15),
        instances("lamp.cluster", lamps[:, :3], "president lamps", scale=0.7, vary=0.0),
        instances("lamp.globe", planted(land_of(spec), round_m), "president court lamps", vary=0.0),
        instances(
            "bench.stone",
            np.column_stack([seats, np.full(4, 0.1)]),
            "president seats",
            yaw_deg=0.0,
            vary=0.0,
        ),
        instances("tree.spruce", wood[third == 0], "president spruces", scale=0.75, vary=0.3),
        instances("tree.birch", wood[third == 1], "president birches", scale=0.75, vary=0.25),
        instances("tree.oak", wood[third == 2], "president oaks", scale=0.7, vary=0.25),
    )


def _thujas() -> F64:
    r = np.array([74.0, 77.0, 80.0, 89.0, 92.0, 95.0, 107.0, 110.0, 112.5])
    edge = plan.funnel_deg(r) - np.degrees((plan.RAMP_M + 1.3) / r)
    right = plan.polar(r[3:], edge[3:])
    spots = np.concatenate([right, right * np.array([-1.0, 1.0])])
    return np.column_stack([spots, plan.slope_m(spots) + 0.05])


def _wood(spec: LandmarkSpec) -> F64:
    """(k, 3) trees round the court, clear of it, of the bank and of the streets."""
    spots = scattered((-150.0, -6.0), (170.0, 300.0), 9.0, "president wood")
    x, y = spots.T
    r = np.hypot(x, y + plan.ARC_M)
    kept = np.hypot(x - plan.COURT[0], y - plan.COURT[1]) > 52.0
    kept &= (r > plan.BACK_M[1] + 4.0) & ((np.abs(x) > 14.0) | (y > 40.0))
    for lean in (-0.42, 0.42):
        kept &= (np.abs(x - lean * (y - 100.0)) > 6.5) | (y < 100.0)
    kept &= (np.abs(x) > 12.0) | (y < 40.0) | (y > 150.0)
    kept &= ~((y < 25.0) & (np.abs(x) > 100.0))
    street_left = (x + 159.0) * -77.0 - (y - 42.0) * 65.0 < -2200.0
    street_right = (y - 5.0) - (x - 160.0) * 0.659 > 20.0
    return planted(land_of(spec), spots[kept & street_left & street_right])


def collision() -> Collision:
    """Columns, piers, basins stop; terrace, lawns and plaza carry."""
    return Collision(
        solids=_solids(), floors=(*ground.floors(), *_court_floors()), boxes=_columns()
    )


def _solids() -> tuple[Prism, ...]:
    top = plan.TERRACE_M
    solids = [
        stair.wall_prism(profile.rectangle(5.2, 7.4, (s * 5.9, 0.0)), top + plan.COLUMN_M, -1.5)
        for s in (-1, 1)
    ]
    solids.append(
        stair.wall_prism(profile.circle(6.3, 20) + np.array(plan.FOUNTAIN), top + 3.2, -1.5)
    )
    solids.append(stair.wall_prism(profile.circle(26.0, 32) + np.array(plan.COURT), 2.1, -1.5))
    solids.append(stair.wall_prism(profile.circle(9.7, 24) + np.array(plan.CLOCK), 0.5, -1.5))
    return tuple(solids)


def _columns() -> F32:
    """Boxes about the columns of the wings and the pavilions: x, y, half sizes, yaw, heights."""
    turns = np.array([s * v for v in plan.COLUMNS_DEG for s in (-1.0, 1.0)])
    ends = np.array([s * v for v in (plan.INNER_DEG, plan.END_DEG) for s in (-1.0, 1.0)])
    spots = np.concatenate([plan.polar(plan.ARC_M, turns), plan.polar(plan.ARC_M, ends)])
    half = np.concatenate([np.full(len(turns), 0.85), np.full(4, 3.2)])
    yaw = -np.radians(np.concatenate([turns, ends]))
    high = np.full(len(half), plan.TERRACE_M + plan.COLUMN_M)
    return np.column_stack([spots, half, half, yaw, 0 * half - 1.5, high]).astype(np.float32)


def _court_floors() -> tuple[Prism, ...]:
    return (stair.floor(profile.circle(45.0, 40) + np.array(plan.COURT), rear.FLOOR_M, -1.5),)
