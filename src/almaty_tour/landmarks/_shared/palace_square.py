"""The square before the Palace of the Republic: paving, pools, planters, lamps, trees."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, pool, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.mesh.data import InstanceTable, MeshData, Prism, merge

PAVING = Paint("paving", "#96918A")
BAND = Paint("paving", "#7E766E")
LIGHT = Paint("paving", "#A99E92")
RIM = Paint("granite", "#A3A19D")
LAWN = Paint("lawn", "#4F7A33")
DARK = Paint("painted_metal", "#2E3134")
TIMBER = Paint("wood", "#8E5A38")
BOWL = Paint("granite", "#D8CFC2")
EARTH = Paint("lawn", "#C9A63E")
WATER = Paint("pool_water", "#8C97A0")

GROUND_M = 0.07
SQUARE = profile.line(
    (-70, -128), (-24, -128), (-24, -176), (24, -176), (24, -128), (70, -128),
    (70, -40), (58, -40), (58, 70), (-58, 70), (-58, -40), (-70, -40),
)  # fmt: skip
"""The paving; its western arm keeps the view from the avenue open."""

ABAI_Y_M = -105.0
ABAI_PLOT_M, ABAI_PLOT_SIDES = 14.0, 64
"""The round plot of the Abai monument, a model of its own, stays free."""
POOL_X_M, POOL_WIDTH_M = 29.0, 13.0
POOL_NEAR_M, POOL_FAR_M = -107.0, -73.0
LAMPS = tuple(
    (s * x, y)
    for s in (-1, 1)
    for x, y in ((15.0, -76.0), (15.0, -95.0), (41.0, -76.0), (41.0, -98.0))
)
PLANTERS = tuple(
    (s * x, y) for s in (-1, 1) for x, y in ((17.5, -86.0), (11.0, -72.5), (45.0, -88.0))
)


def ground() -> MeshData:
    """Paving with lighter walks, lawns on both sides."""
    plot = profile.circle(ABAI_PLOT_M, ABAI_PLOT_SIDES) + np.array([0.0, ABAI_Y_M])
    base = extrude.prism(SQUARE, -1.5, GROUND_M, PAVING, holes=[plot])
    walks = [
        *(_walk(end) for end in (-174.0, -64.0)),
        *(_strip(s * 20.3 - 0.6, s * 20.3 + 0.6, -126.0, -64.0, BAND) for s in (-1, 1)),
        *(_strip(-70.0, 70.0, y - 0.5, y + 0.5, BAND) for y in (-66.0, -122.0)),
        *(_strip(x - 29.0, x + 29.0, -114.5, -113.5, BAND) for x in (-41.0, 41.0)),
    ]
    lawns = [_lawn(outline) for s in (-1, 1) for outline in _lawn_plans(s)]
    return merge([base, *walks, *lawns])


def _walk(end_m: float) -> MeshData:
    """The light walk on the axis from `end_m` to the monument's plot."""
    half, side = 8.0, np.sign(end_m - ABAI_Y_M)
    turn = float(np.degrees(np.arcsin(half / ABAI_PLOT_M)))
    near = profile.arc(
        (0.0, ABAI_Y_M), ABAI_PLOT_M + 0.04, 90.0 * side - turn, 90.0 * side + turn, 8
    )
    ends = profile.line((near[-1][0], end_m), (near[0][0], end_m))
    plan = profile.counter_clockwise(np.concatenate([near, ends]))
    return extrude.prism(plan, 0.0, GROUND_M + 0.05, LIGHT, bottom=False)


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
    return _basin(outline, 0.9, 0.42)


def _basin(outline: profile.F64, rim_m: float, height_m: float) -> MeshData:
    """A granite rim round still, dark water."""
    section = profile.line(
        (0.0, -0.4), (0.0, height_m - 0.06), (-0.06, height_m), (-rim_m, height_m), (-rim_m, -0.4)
    )
    water = extrude.sheet(profile.offset(outline, -0.9 * rim_m), GROUND_M + 0.62 * height_m, WATER)
    return merge([extrude.sweep(section, outline, RIM, z_m=GROUND_M), water])


def _basins() -> list[MeshData]:
    near = profile.circle(7.6, 40) + np.array([POOL_X_M, POOL_NEAR_M])
    far = profile.circle(4.6, 32) + np.array([POOL_X_M, POOL_FAR_M])
    return [
        _basin(near, 1.2, 0.5),
        _basin(far, 0.7, 0.8),
        transform.move(pool.jet(3.2, sides=6), POOL_X_M, POOL_FAR_M, GROUND_M + 0.6),
        *(
            transform.move(
                pool.jet(1.6, sides=6), POOL_X_M + 2.4 * c, POOL_FAR_M + 2.4 * s, GROUND_M + 0.6
            )
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
        for x in (-0.13, 0.13)
        for y in (-0.13, 0.13)
    ]
    head = extrude.box(0.38, 0.38, 0.75, DARK, bottom_m=4.35)
    glow = extrude.box(0.2, 0.2, 0.5, Paint("lamp_glass"), bottom_m=3.85)
    foot = extrude.box(0.5, 0.5, 0.4, DARK)
    return merge([*fins, head, glow, foot])


def _planter() -> MeshData:
    dish = lathe.lathe(
        profile.line((1.0, 0.0), (1.75, 0.22), (1.85, 0.42), (1.2, 0.46)), BOWL, sides=24
    )
    drum = lathe.lathe(profile.line((1.2, 0.4), (1.05, 1.0)), TIMBER, sides=24, crease_deg=0.0)
    soil = lathe.lathe(profile.line((0.98, 0.98), (0.85, 1.08)), EARTH, sides=16)
    crown = profile.line((0.2, 1.05), (0.5, 1.3), (0.48, 2.2), (0.3, 3.2), (0.03, 4.0))
    cypress = lathe.lathe(profile.smooth(crown, 3), Paint("foliage", "#3F6A34"), sides=10)
    return merge([dish, drum, soil, cypress])


def props() -> tuple[InstanceTable, ...]:
    """Spruces and elms on the lawns, lamps along the walks, benches by the pools."""
    z = GROUND_M + 0.2
    sides = (-1, 1)
    spruces = [
        (s * 48.0, y, z) for s in sides for y in (-30.0, -17.0, -3.0, 11.0, 25.0, 39.0, 51.0)
    ]
    elms = [(s * 65.0, y, 0.0) for s in sides for y in (16.0, 34.0, 52.0)]
    flowers = [
        (s * x, y, z) for s in sides for x in (50.5, 57.0, 63.5) for y in range(-114, -68, 6)
    ]
    lamps = np.concatenate([row((s * 9.2, -122.0), (s * 9.2, -68.0), 9.0) for s in (-1, 1)])
    clear = np.hypot(lamps[:, 0], lamps[:, 1] - ABAI_Y_M) > ABAI_PLOT_M + 0.5
    lamps = lamps[clear]
    globes = np.column_stack([lamps, np.full(len(lamps), GROUND_M)])
    spots = [(s * 20.3, y, GROUND_M) for s in (-1, 1) for y in (-80.0, -86.0, -92.0, -98.0)]
    spots += [(s * 37.6, y, GROUND_M) for s in (-1, 1) for y in (-82.0, -90.0, -98.0)]
    yaw = [90.0 if x > 0 else -90.0 for x, _, _ in spots[:8]] + [
        -90.0 if x > 0 else 90.0 for x, _, _ in spots[8:]
    ]
    return (
        instances("tree.spruce", spruces, "palace_of_republic/spruce", vary=0.2),
        instances("tree.elm", elms, "palace_of_republic/elm", scale=0.85),
        instances("bush.flowers", flowers, "palace_of_republic/flowers", scale=0.9),
        instances("lamp.globe", globes, "palace_of_republic/lamp", vary=0.0, yaw_deg=0.0),
        instances("bench.park", spots, "palace_of_republic/bench", vary=0.0, yaw_deg=yaw),
    )


def collision() -> tuple[tuple[Prism, ...], tuple[Prism, ...]]:
    """Pools and planters stop; the paving carries."""
    solids = []
    for side in (-1.0, 1.0):
        x = side * POOL_X_M
        rect = profile.rectangle(
            POOL_WIDTH_M, POOL_FAR_M - POOL_NEAR_M, (x, (POOL_NEAR_M + POOL_FAR_M) / 2)
        )
        solids.append(Prism(rect.astype(np.float32), -1.0, 0.6))
        for radius, y in ((7.6, POOL_NEAR_M), (4.6, POOL_FAR_M)):
            ring = profile.circle(radius, 16) + np.array([x, y])
            solids.append(Prism(ring.astype(np.float32), -1.0, 0.9))
    for x, y in PLANTERS:
        solids.append(
            Prism((profile.circle(1.85, 10) + np.array([x, y])).astype(np.float32), -1.0, 4.0)
        )
    floors = (Prism(SQUARE.astype(np.float32), -2.0, GROUND_M),)
    return tuple(solids), floors
