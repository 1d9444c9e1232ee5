"""Court, drive, pool, lawns and trees of Esentai Tower, and what stops a walker."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit import stair
from almaty_tour.kit.extrude import block, box, prism
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.pool import basin, jet
from almaty_tour.kit.transform import at
from almaty_tour.landmarks.esentai_tower import base, plan
from almaty_tour.landmarks.esentai_tower.plan import F64
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, merge

COURT_M, DRIVE_M, LAWN_M = 0.06, 0.1, 0.14
COURT = p.rounded_rectangle(96.0, 70.0, 16.0, 6, (-5.0, -4.0))
DRIVE = p.rounded_rectangle(60.0, 9.0, 4.4, 6, (5.0, -21.5))
POOL = p.rectangle(5.0, 26.0, (34.5, 1.0))
LAWNS = (
    p.rounded_rectangle(26.0, 6.0, 2.5, 4, (-32.0, -32.0)),
    p.rounded_rectangle(36.0, 5.0, 2.4, 4, (6.0, -33.0)),
    p.rounded_rectangle(56.0, 6.0, 2.6, 4, (-6.0, 25.5)),
)
PAVING, BAND = Paint("paving", "#B9B5AC"), Paint("paving", "#8D8A84")
KERB, LAWN = Paint("granite", "#A39F98"), Paint("lawn", "#86A45C")


def grounds() -> MeshData:
    """All that lies on the ground."""
    pieces = [
        prism(COURT, -1.5, COURT_M, PAVING),
        prism(DRIVE, -0.5, DRIVE_M, Paint("asphalt", "#6E6D6B")),
        prism(p.offset(DRIVE, 0.25), -0.5, DRIVE_M - 0.02, KERB),
        _bands(),
        _water(),
        _bollards(),
    ]
    for lawn in LAWNS:
        pieces.append(prism(p.offset(lawn, 0.25), -0.4, LAWN_M - 0.02, KERB))
        pieces.append(prism(lawn, -0.3, LAWN_M, LAWN))
    return merge(pieces)


def _bands() -> MeshData:
    """Darker strips across the court at the rhythm of the columns, crossing lines on the drive."""
    strips = [
        prism(p.rectangle(0.7, 3.2, (float(x), -15.2)), 0.0, COURT_M + 0.025, BAND)
        for x in base.COLUMN_X
    ]
    strips += [
        prism(p.rectangle(0.7, 8.0, (float(x), 17.8)), 0.0, COURT_M + 0.025, BAND)
        for x in np.arange(-24.0, 25.0, 6.0)
    ]
    lines = [
        prism(p.rectangle(0.5, 4.0, (float(x), -21.5)), 0.0, DRIVE_M + 0.02, Paint("plaster"))
        for x in np.arange(-20.0, -14.9, 1.0)
    ]
    return merge([*strips, *lines])


def _water() -> MeshData:
    """A long pool along the end of the tower with a row of jets."""
    rim = basin(POOL, KERB, rim_m=0.5, height_m=0.5, water_m=0.32, z_m=COURT_M)
    y = np.linspace(-9.5, 11.5, 8)
    return merge([rim, at(jet(2.4, spread_m=0.3, sides=6), [(34.5, v, 0.36) for v in y])])


def _bollards() -> MeshData:
    post = block((-0.1, -0.1, 0.0), (0.1, 0.1, 0.85), plan.METAL)
    tub = merge(
        [
            box(1.2, 1.2, 0.8, plan.DARK),
            box(1.0, 1.0, 1.1, Paint("foliage", "#4F7040"), bottom_m=0.7),
        ]
    )
    x = np.arange(-22.0, 33.0, 2.6)
    return merge(
        [
            at(post, [(v, -16.6, COURT_M) for v in x if not -8.0 < v < 18.0]),
            at(tub, [(v, -13.6, COURT_M) for v in (-20.5, -14.0, -4.5, 14.5)]),
        ]
    )


def props() -> tuple[InstanceTable, ...]:
    """Trees, hedges, lamps, benches, flags and a few cars."""
    birch = np.concatenate(
        [row((-43.0, -32.0), (-21.0, -32.0), 5.5), row((-32, 25.5), (20, 25.5), 8)]
    )
    round_trees = row((40.0, -14.0), (40.0, 20.0), 7.0)
    black = _on([(2.0, -20.6), (24.0, -22.8)], DRIVE_M)
    white = _on([(11.0, -20.6)], DRIVE_M)
    hedge = row((-9.0, -33.0), (21.0, -33.0), 2.0)
    lamps = np.concatenate(
        [row((-30.0, -27.6), (36.0, -27.6), 13.2), row((-28, 20), (26, 20), 13.5)]
    )
    return (
        instances("tree.birch", _on(birch, 0.1), "esentai birches"),
        instances("tree.elm", _on(round_trees, 0.0), "esentai elms", scale=0.75),
        instances("bush.hedge", _on(hedge, 0.1), "esentai hedge", yaw_deg=0.0, vary=0.0),
        instances("lamp.mast", _on(lamps, 0.04), "esentai lamps", vary=0.0),
        instances(
            "bench.stone",
            _on(row((30.2, -8.0), (30.2, 10.0), 6.0), COURT_M),
            "esentai benches",
            yaw_deg=270.0,
            vary=0.0,
        ),
        instances("flag.kazakhstan", _on([(22.5, -28.4)], 0.06), "esentai flag", yaw_deg=8.0),
        instances(
            "flag.plain",
            _on([(24.5, -28.4), (26.5, -28.4)], 0.06),
            "esentai flags",
            yaw_deg=8.0,
            vary=0.0,
        ),
        instances("car.black", black, "esentai cars", yaw_deg=0.0, vary=0.0),
        instances("car.white", white, "esentai taxi", yaw_deg=0.0, vary=0.0),
    )


def _on(spots: object, z_m: float) -> F64:
    points = np.asarray(spots, np.float64).reshape(-1, 2)
    return np.column_stack([points, np.full(len(points), z_m)])


def collision() -> Collision:
    """Slabs, lobby, columns, wing and pool as solids; court, drive and lawns as floors."""
    cuts = np.linspace(-plan.HALF_M, plan.HALF_M, 7)
    slices = [
        stair.wall_prism(
            p.rectangle(b - a, 13.4, ((a + b) / 2, 3.7)), float(plan.roof_m(np.array(a))) - 1.8
        )
        for a, b in pairwise(cuts)
    ]
    columns = [
        stair.wall_prism(p.rectangle(1.1, 1.1, (float(x), base.COLUMN_Y_M)), base.HALL_TOP_M)
        for x in base.COLUMN_X
    ]
    solids = [
        stair.wall_prism(plan.TALL, plan.LOW_END_M - 2.0),
        *slices[1:],
        stair.wall_prism(plan.LOW, plan.LOW_TOP_M, base.HALL_TOP_M),
        stair.wall_prism(base.HALL, base.HALL_TOP_M),
        *columns,
        stair.wall_prism(base.WING, base.WING_TOP_M),
        stair.wall_prism(POOL, 0.55),
    ]
    floors = [
        stair.floor(COURT, COURT_M),
        stair.floor(DRIVE, DRIVE_M),
        *(stair.floor(lawn, LAWN_M) for lawn in LAWNS),
    ]
    return Collision(tuple(solids), tuple(floors))
