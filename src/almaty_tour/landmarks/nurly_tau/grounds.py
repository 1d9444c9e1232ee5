"""The esplanade of Nurly Tau with its cascade, the forecourts, trees, and what stops a walker."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit import stair
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.extrude import block, box, prism
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances
from almaty_tour.kit.pool import basin, jet
from almaty_tour.kit.transform import at
from almaty_tour.landmarks.nurly_tau import plan
from almaty_tour.landmarks.nurly_tau.plan import F64
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, merge

YARD_M, WALK_M, LAWN_M = 0.05, 0.1, 0.15
YARD = p.rounded_rectangle(220.0, 176.0, 40.0, 8, (0.0, 12.0))
WALK = p.rectangle(24.0, 166.0, (0.0, 12.0))
POOLS = tuple(p.rectangle(7.0, 16.0, (0.0, y)) for y in (-46.0, -20.0, 6.0, 32.0, 58.0))
LAWNS = tuple(
    p.rounded_rectangle(width, depth, 3.0, 4, (side * x, y))
    for side in (-1.0, 1.0)
    for width, depth, x, y in (
        (11.0, 22.0, 22.0, 0.0),
        (11.0, 22.0, 22.0, 28.0),
        (46.0, 7.0, 46.0, -73.0),
        (13.0, 56.0, 96.0, 14.0),
    )
)
BED = p.ellipse(7.0, 3.2, 24) + np.array([0.0, -64.0])
PAVING, BAND = Paint("paving", "#B4ADA4"), Paint("paving", "#8C7F78")
KERB, LAWN = Paint("granite", "#8D8480"), Paint("lawn", "#7F9F58")
FLOWERS = tuple(Paint("foliage", colour) for colour in ("#C23A40", "#D06A8C", "#EFEAE0"))


def grounds() -> MeshData:
    """All that lies on the ground, both sides."""
    pieces = [
        prism(YARD, -1.5, YARD_M, Paint("asphalt", "#8B8884")),
        prism(WALK, -1.0, WALK_M, PAVING),
        prism(p.offset(WALK, 0.3), -1.0, WALK_M - 0.025, KERB),
        _bands(),
        _cascade(),
        _bed(),
        _tubs(),
        _parking(),
    ]
    for lawn in LAWNS:
        pieces.append(prism(p.offset(lawn, 0.25), -0.5, LAWN_M - 0.025, KERB))
        pieces.append(prism(lawn, -0.4, LAWN_M, LAWN))
    return merge(pieces)


def _bands() -> MeshData:
    strips = [
        prism(p.rectangle(23.0, 0.8, (0.0, float(y))), 0.0, WALK_M + 0.025, BAND)
        for y in np.arange(-67.0, 94.0, 6.5)
        if not any(abs(y - pool[:, 1].mean()) < 9.2 for pool in POOLS) and abs(y + 64.0) > 4.0
    ]
    sides = [
        prism(p.rectangle(0.8, 160.0, (x, 12.0)), 0.0, WALK_M + 0.05, BAND) for x in (-9.5, 9.5)
    ]
    return merge([*strips, *sides])


def _cascade() -> MeshData:
    """Five long basins in a row: water running down between the ridges."""
    pieces = []
    for index, pool in enumerate(POOLS):
        height = 0.45 + 0.15 * index
        pieces.append(
            basin(pool, KERB, rim_m=0.6, height_m=height, water_m=height - 0.14, z_m=WALK_M)
        )
        y = pool[:, 1].mean() + np.linspace(-4.0, 4.0, 2)
        pieces.append(
            at(jet(2.4, spread_m=0.3, sides=6), [(0.0, v, WALK_M + height - 0.1) for v in y])
        )
    return merge(pieces)  # fmt: skip


def _bed() -> MeshData:
    """The red and white flower bed towards the avenue."""
    return merge(
        [
            prism(p.offset(BED, 0.3), -0.3, 0.3, KERB),
            blooms(BED, 0.3, FLOWERS, "nurly bed"),
        ]
    )


def _tubs() -> MeshData:
    tub = merge(
        [
            box(1.6, 1.6, 0.8, plan.GRANITE),
            box(1.35, 1.35, 0.7, Paint("foliage", "#557A40"), bottom_m=0.6),
        ]
    )
    return at(tub, [(x, y, WALK_M) for x in (-7.0, 7.0) for y in np.arange(-33.0, 72.0, 26.0)])


def _parking() -> MeshData:
    """White lines of the parking bays before both fronts."""
    line = block((-0.07, -2.4, 0.0), (0.07, 2.4, YARD_M + 0.03), Paint("plaster", "#E4E2DC"))
    x = np.concatenate([np.arange(-84.0, -15.0, 2.8), np.arange(17.0, 86.0, 2.8)])
    keep = [v for v in x if not 60.0 < abs(v) < 84.0]
    return at(line, [(v, -60.0) for v in keep])


def props() -> tuple[InstanceTable, ...]:
    """Trees, lamps, benches, flags and parked cars."""
    birch = [(s * 22.0, y) for s in (-1, 1) for y in (-7.0, -1.0, 5.0, 21.0, 27.0, 33.0)]
    spruce = [
        (s * x, -73.0 + 1.2 * (i % 2)) for s in (-1, 1) for i, x in enumerate(range(27, 66, 6))
    ]
    poplar = [
        (s * x, y) for s in (-1, 1) for x, y in ((96, -6), (96, 4), (96, 14), (95, 24), (94, 34))
    ]
    lamps = [(s * 11.2, y) for s in (-1, 1) for y in np.arange(-58.0, 92.0, 18.0)]
    cars = [(s * x, -60.0) for s in (-1, 1) for x in (19.9, 25.5, 31.1, 33.9, 42.3, 47.9)]
    return (
        instances("tree.birch", _on(birch, 0.1), "nurly birches", scale=0.85),
        instances("tree.spruce", _on(spruce, 0.1), "nurly spruces", scale=0.55),
        instances("tree.poplar", _on(poplar, 0.1), "nurly poplars"),
        instances("lamp.globe", _on(lamps, 0.08), "nurly lamps", vary=0.0),
        instances(
            "bench.park",
            _on([(s * 8.4, y) for s in (-1, 1) for y in (-46.0, -20.0, 6.0, 32.0, 58.0)], WALK_M),
            "nurly benches",
            yaw_deg=np.repeat([90.0, -90.0], 5),
            vary=0.0,
        ),
        instances("car.black", _on(cars[::3], YARD_M), "nurly black cars", yaw_deg=90.0, vary=0.0),
        instances("car.white", _on(cars[1::3], YARD_M), "nurly white cars", yaw_deg=90.0, vary=0.0),
        instances("car.silver", _on(cars[2::3], YARD_M), "nurly cars", yaw_deg=-90.0, vary=0.0),
        instances("flag.plain", _on([(-4, -70.5), (4, -70.5)], 0.08), "nurly flags", yaw_deg=0.0),
        instances("flag.kazakhstan", _on([(0, -70.5)], 0.08), "nurly flag", yaw_deg=0.0, vary=0.0),
    )  # fmt: skip


def _on(spots: object, z_m: float) -> F64:
    points = np.asarray(spots, np.float64).reshape(-1, 2)
    return np.column_stack([points, np.full(len(points), z_m)])


def collision() -> Collision:
    """Every wing and shaft, both sides, and the basins; yard, walk and lawns as floors."""
    bodies = [(wing.outline(), wing.eaves_m, -2.0) for wing in plan.WINGS]
    bodies.append((plan.shaft(), plan.SHAFT_TOP_M, -2.0))
    bodies.append((p.rectangle(9.0, 5.5, (70.4, 34.25)), 6.0, -2.0))
    bodies.append((p.rectangle(5.5, 9.0, (33.05, 22.0)), 6.0, -2.0))
    middle = np.array(plan.TOWER)
    for share in (0.3, 0.65):
        ring = middle + (plan.shaft() - middle) * (1.0 - share)
        top = plan.SHAFT_TOP_M + (plan.APEX_M - plan.SHAFT_TOP_M) * share
        bodies.append((ring, top - 0.4, plan.SHAFT_TOP_M))
    solids = [
        stair.wall_prism(ring * np.array([side, 1.0]), top, low)
        for ring, top, low in bodies
        for side in (1.0, -1.0)
    ]
    solids += [stair.wall_prism(pool, 0.45) for pool in POOLS]
    solids.append(stair.wall_prism(BED, 0.3))
    floors = [
        stair.floor(YARD, YARD_M),
        stair.floor(WALK, WALK_M),
        *(stair.floor(lawn, LAWN_M) for lawn in LAWNS),
    ]
    return Collision(tuple(solids), tuple(floors))
