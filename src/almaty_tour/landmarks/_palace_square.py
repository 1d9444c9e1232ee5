"""The square before the Palace of the Republic: paving, pools, planters, lamps, trees."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, pool, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row, scattered
from almaty_tour.mesh.data import InstanceTable, MeshData, Prism, merge

PAVING = Paint("paving", "#A9A49C")
BAND = Paint("paving", "#8F877E")
LIGHT = Paint("paving", "#C2B6A8")
RIM = Paint("granite", "#A3A19D")
LAWN = Paint("lawn", "#5F8A3A")
DARK = Paint("painted_metal", "#2E3134")
TIMBER = Paint("wood", "#8E5A38")
BOWL = Paint("granite", "#D8CFC2")
EARTH = Paint("lawn", "#C9A63E")
BED = Paint("granite", "#1E2A2E")

GROUND_M = 0.07
SQUARE = profile.line(
    (-70, -128), (70, -128), (70, -40), (54, -40), (54, 62), (-54, 62), (-54, -40), (-70, -40)
)
POOL_X_M, POOL_WIDTH_M = 29.0, 13.0
POOL_NEAR_M, POOL_FAR_M = -107.0, -73.0
LAMPS = tuple((s * x, y) for s in (-1, 1) for x, y in ((15.0, -76.0), (15.0, -95.0), (41.0, -76.0), (41.0, -98.0)))
PLANTERS = tuple((s * x, y) for s in (-1, 1) for x, y in ((17.5, -86.0), (11.0, -72.5), (45.0, -88.0)))


def ground() -> MeshData:
    """Paving with lighter walks, lawns on both sides."""
    base = extrude.prism(SQUARE, -1.5, GROUND_M, PAVING)
    walks = [
        _strip(-8.0, 8.0, -126.0, -64.0, LIGHT),
        *(_strip(s * 20.3 - 0.6, s * 20.3 + 0.6, -126.0, -64.0, BAND) for s in (-1, 1)),
        *(_strip(-70.0, 70.0, y - 0.5, y + 0.5, BAND) for y in (-66.0, -114.0, -122.0)),
    ]
    lawns = [_lawn(outline) for s in (-1, 1) for outline in _lawn_plans(s)]
    return merge([base, *walks, *lawns])


def _strip(left: float, right: float, near: float, far: float, paint: Paint) -> MeshData:
    plan = profile.line((left, near), (right, near), (right, far), (left, far))
    return extrude.prism(plan, 0.0, GROUND_M + 0.03, paint, bottom=False)


def _lawn_plans(side: int) -> list[profile.F64]:
    return [
        profile.rounded_rectangle(22.0, 56.0, 5.0, 4, (side * 57.0, -92.0)),
        profile.rounded_rectangle(11.0, 92.0, 2.0, 3, (side * 47.5, 10.0)),
    ]


def _lawn(outline: profile.F64) -> MeshData:
    kerb = extrude.prism(outline, -0.4, GROUND_M + 0.14, RIM)
    grass = extrude.prism(profile.offset(outline, -0.25), 0.0, GROUND_M + 0.2, LAWN, bottom=False)
    return merge([kerb, grass])


def pools() -> MeshData:
    """A long dark pool before each pylon pair, a round basin at either end of it."""
    right = merge([_long_pool(), *_basins()])
    return merge([right, transform.mirror_x(right)])


def _long_pool() -> MeshData:
    middle = (POOL_X_M, (POOL_NEAR_M + POOL_FAR_M) / 2)
    outline = profile.rectangle(POOL_WIDTH_M, POOL_FAR_M - POOL_NEAR_M, middle)
    return pool.basin(outline, RIM, rim_m=0.9, height_m=0.42, water_m=0.26, z_m=GROUND_M, bed=BED)


def _basins() -> list[MeshData]:
    near = profile.circle(7.6, 40) + np.array([POOL_X_M, POOL_NEAR_M])
    far = profile.circle(4.6, 32) + np.array([POOL_X_M, POOL_FAR_M])
    return [
        pool.basin(near, RIM, rim_m=1.2, height_m=0.5, water_m=0.32, z_m=GROUND_M, bed=BED),
        pool.basin(far, RIM, rim_m=0.7, height_m=0.8, water_m=0.6, z_m=GROUND_M, bed=BED),
        transform.move(pool.jet(3.2), POOL_X_M, POOL_FAR_M, GROUND_M + 0.6),
        *(
            transform.move(pool.jet(1.6), POOL_X_M + 2.4 * c, POOL_FAR_M + 2.4 * s, GROUND_M + 0.6)
            for c, s in ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))
        ),
    ]


def furniture() -> MeshData:
    """Dark square lamp pylons, round planters clad in slats."""
    lamps = transform.at(_lamp_pylon(), [(x, y, GROUND_M) for x, y in LAMPS])
    planters = transform.at(_planter(), [(x, y, GROUND_M) for x, y in PLANTERS])
    return merge([lamps, planters])


def _lamp_pylon() -> MeshData:
    fins = [
        extrude.block((x - 0.05, y - 0.05, 0.0), (x + 0.05, y + 0.05, 4.6), DARK)
        for x in (-0.17, 0.17)
        for y in (-0.17, 0.17)
    ]
    head = extrude.box(0.46, 0.46, 0.75, DARK, bottom_m=4.35)
    glow = extrude.box(0.3, 0.3, 0.5, Paint("lamp_glass"), bottom_m=3.85)
    foot = extrude.box(0.6, 0.6, 0.5, DARK)
    return merge([*fins, head, glow, foot])


def _planter() -> MeshData:
    dish = lathe.lathe(
        profile.line((1.0, 0.0), (1.75, 0.22), (1.85, 0.42), (1.2, 0.46)), BOWL, sides=24
    )
    drum = lathe.lathe(profile.line((1.2, 0.4), (1.05, 1.0)), TIMBER, sides=24, crease_deg=0.0)
    soil = lathe.lathe(profile.line((0.98, 0.98), (0.85, 1.08)), EARTH, sides=16)
    cypress = lathe.lathe(
        profile.smooth(profile.line((0.2, 1.05), (0.5, 1.3), (0.48, 2.2), (0.3, 3.2), (0.03, 4.0)), 3),
        Paint("foliage", "#3F6A34"), sides=10,
    )  # fmt: skip
    return merge([dish, drum, soil, cypress])


def props() -> tuple[InstanceTable, ...]:
    """Spruces and elms on the lawns, lamps along the walks, benches by the pools."""
    z = GROUND_M + 0.2
    spruces, elms = [], []
    for side in (-1, 1):
        spruces += [(side * 64.0, y, z) for y in (-117.0, -108.0, -99.0)]
        spruces += [(side * 48.0, y, z) for y in (-28.0, -14.0, 2.0, 20.0, 38.0, 50.0)]
        places = scattered((side * 57.0 - 7.0, -117.0), (side * 57.0 + 9.0, -66.0), 10.5, f"palace/elm{side}")
        elms += [(x, y, z) for x, y in places if abs(x) > 55.0 and y < -92.0]
    lamps = np.concatenate([row((s * 9.2, -122.0), (s * 9.2, -68.0), 9.0) for s in (-1, 1)])
    globes = np.column_stack([lamps, np.full(len(lamps), GROUND_M)])
    spots = [(s * 20.3, y, GROUND_M) for s in (-1, 1) for y in (-80.0, -86.0, -92.0, -98.0)]
    spots += [(s * 37.6, y, GROUND_M) for s in (-1, 1) for y in (-82.0, -90.0, -98.0)]
    yaw = [90.0 if x > 0 else -90.0 for x, _, _ in spots[:8]] + [-90.0 if x > 0 else 90.0 for x, _, _ in spots[8:]]
    return (
        instances("tree.spruce", spruces, "palace_of_republic/spruce", vary=0.2),
        instances("tree.elm", elms, "palace_of_republic/elm", scale=0.85),
        instances("lamp.globe", globes, "palace_of_republic/lamp", vary=0.0, yaw_deg=0.0),
        instances("bench.park", spots, "palace_of_republic/bench", vary=0.0, yaw_deg=yaw),
    )


def collision(abai_y_m: float) -> tuple[tuple[Prism, ...], tuple[Prism, ...]]:
    """Pools, planters and the pedestal stop; the paving and the monument's steps carry."""
    solids = []
    for side in (-1.0, 1.0):
        x = side * POOL_X_M
        rect = profile.rectangle(POOL_WIDTH_M, POOL_FAR_M - POOL_NEAR_M, (x, (POOL_NEAR_M + POOL_FAR_M) / 2))
        solids.append(Prism(rect.astype(np.float32), -1.0, 0.6))
        for radius, y in ((7.6, POOL_NEAR_M), (4.6, POOL_FAR_M)):
            ring = profile.circle(radius, 16) + np.array([x, y])
            solids.append(Prism(ring.astype(np.float32), -1.0, 0.9))
    for x, y in PLANTERS:
        solids.append(Prism((profile.circle(1.85, 10) + np.array([x, y])).astype(np.float32), -1.0, 4.0))
    pedestal = profile.rectangle(6.9, 6.9, (0.0, abai_y_m))
    solids.append(Prism(pedestal.astype(np.float32), -1.0, 13.7))
    floors = [Prism(SQUARE.astype(np.float32), -2.0, GROUND_M)]
    for step in range(5):
        half = 7.5 - 0.45 * step
        plan = profile.chamfered(2 * half, 2 * half - 1.0, 1.6) + np.array([0.0, abai_y_m])
        floors.append(Prism(plan.astype(np.float32), -2.0, 0.19 * (step + 1)))
    return tuple(solids), tuple(floors)
