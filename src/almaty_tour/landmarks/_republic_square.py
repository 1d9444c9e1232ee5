"""Republic Square round the Independence Monument, in the monument's frame.

North (+y) to south (-y): fountains, flower carpets and flag masts on the paved strip, the
avenue, the garden with three glass domes, two pavilions under grass, the stair of terraces,
the Akimat. Levels rise to `AKIMAT_Z_M`.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, pool, profile, stair, transform
from almaty_tour.kit.hexahedra import hexahedra, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row, scattered
from almaty_tour.kit.pylon import rods
from almaty_tour.mesh.data import InstanceTable, MeshData, Prism, merge

F64 = npt.NDArray[np.float64]

PAVING = Paint("paving", "#A9A298")
GARDEN = Paint("paving", "#B9AB9B")
ASPHALT = Paint("asphalt", "#6A6A6E")
MARK = Paint("painted_metal", "#E8E6E0")
KERB = Paint("granite", "#A59C94")
ROSE = Paint("granite", "#A07462")
LAWN = Paint("lawn", "#5A8838")
RED = Paint("foliage", "#B5382C")
YELLOW = Paint("foliage", "#D3A52C")
STONE = Paint("ashlar", "#C3B59E")
MAST = Paint("painted_metal", "#EDEDEA")
GLASS = Paint("sky_glass", "#C4D6E0")
RIB = Paint("painted_metal", "#D9D4C8")

GROUND_M = 0.07
STRIP = profile.line((-92, -9), (-84, -16), (84, -16), (92, -9), (92, 16), (84, 25), (-84, 25), (-92, 16))
AVENUE = (-17.0, -53.0)
GARDEN_SOUTH_M = -112.0
STAIR_TOP_M, AKIMAT_FRONT_M, AKIMAT_Z_M = -178.0, -211.0, 6.0
STAIR_WIDTH_M, RUNS = 62.0, 6
LAWN_BEDS = ((-70.0, 15.5), (70.0, 15.5))
FOUNTAINS = ((-41.5, 3.0), (41.5, 3.0))


def ground() -> MeshData:
    """Paving, road, garden and the terraces up to the Akimat."""
    strip = extrude.prism(STRIP, -1.5, GROUND_M, PAVING)
    north = extrude.prism(profile.rectangle(17.0, 56.0, (0.0, 52.0)), -1.5, GROUND_M, GARDEN)
    garden = extrude.prism(
        profile.rectangle(220.0, AVENUE[1] - GARDEN_SOUTH_M, (0.0, (AVENUE[1] + GARDEN_SOUTH_M) / 2)),
        -1.5, GROUND_M, GARDEN,
    )  # fmt: skip
    return merge([strip, north, garden, _avenue(), *_terraces(), *_slopes(), _forecourt()])


def _avenue() -> MeshData:
    """Nine lanes: white edge lines, dashes, a double line in the middle."""
    near, far = AVENUE
    road = extrude.prism(profile.rectangle(284.0, near - far, (0.0, (near + far) / 2)), -1.5, 0.06, ASPHALT)
    kerbs = [
        extrude.block((-142.0, y - 0.2, -0.5), (142.0, y + 0.2, 0.2), KERB) for y in (far, near)
        if y == far
    ]  # fmt: skip
    lines: list[F64] = []
    for k, y in enumerate(np.linspace(near - 3.6, far + 3.6, 9)):
        if k == 4:
            lines += [_mark(-141.0, 141.0, y + d) for d in (-0.25, 0.25)]
        else:
            lines += [_mark(x, x + 3.0, y) for x in np.arange(-138.0, 136.0, 9.0)]
    return merge([road, *kerbs, hexahedra(np.array(lines), MARK)])


def _mark(left: float, right: float, y: float) -> F64:
    plan = [(left, y - 0.09), (right, y - 0.09), (right, y + 0.09), (left, y + 0.09)]
    return np.array([(px, py, z) for z in (0.03, 0.085) for px, py in plan])


def _terraces() -> list[MeshData]:
    """Six runs of steps with landings, clipped balls in boxes, the lawn with the leopard."""
    rise = AKIMAT_Z_M / RUNS
    depth = (GARDEN_SOUTH_M - STAIR_TOP_M) / RUNS
    pieces: list[MeshData] = []
    for run in range(RUNS):
        front = GARDEN_SOUTH_M - run * depth
        width = STAIR_WIDTH_M + 4.0 * run if run else 15.0
        flight = stair.straight(width, rise + 0.4, 8, STONE, tread_m=0.42, z_m=run * rise - 0.4)
        turned = transform.turn_z(flight, 180.0)
        pieces.append(transform.move(turned, y=front - 3.6))
        plan = profile.rectangle(width + 4.0, depth - 3.5, (0.0, front - 3.6 - (depth - 3.6) / 2))
        top = (run + 1) * rise
        pieces.append(extrude.prism(plan, -1.5, top, GARDEN))
        if run:
            pieces += _boxes(front - 4.6, top, width)
    y, z = GARDEN_SOUTH_M - 3.4 * depth, 3 * rise
    lawn = extrude.prism(profile.rectangle(15.0, 13.0, (0.0, y - 6.0)), z, z + rise + 0.12, LAWN)
    wreath = lathe.ring(profile.line((0.5, 0.0), (0.5, 0.12), (-0.5, 0.12), (-0.5, 0.0)), 3.6, RED, sides=28)
    return [*pieces, lawn, transform.move(wreath, y=y - 6.0, z=z + rise + 0.08)]


def _boxes(y: float, z: float, width: float) -> list[MeshData]:
    """Stone boxes for clipped balls at the ends and thirds of a run."""
    spots = [s * width * share for s in (-1, 1) for share in (0.19, 0.46)]
    return [
        extrude.block((x - 1.6, y - 1.2, z - 1.2), (x + 1.6, y + 2.6, z + 0.45), STONE.shaded(0.95)) for x in spots
    ]


def _slopes() -> list[MeshData]:
    """Grass banks left and right of the terraces, rising with them."""
    banks = []
    for side in (-1.0, 1.0):
        a, b = sorted((side * 30.0, side * 108.0))
        section = np.array(
            [(GARDEN_SOUTH_M, -1.5), (GARDEN_SOUTH_M, 0.3), (STAIR_TOP_M, AKIMAT_Z_M - 0.2),
             (AKIMAT_FRONT_M + 12.0, AKIMAT_Z_M - 0.1), (AKIMAT_FRONT_M + 12.0, -1.5)]
        )  # fmt: skip
        plate = extrude.panel(section * np.array([-1.0, 1.0]), a, b, LAWN, crease_deg=20.0)
        banks.append(transform.turn_z(plate, -90.0))
    return [transform.mirror_x(bank) for bank in banks]


def _forecourt() -> MeshData:
    """The upper road before the Akimat and the level it stands on."""
    road = extrude.prism(profile.rectangle(190.0, 15.0, (0.0, STAIR_TOP_M - 9.5)), -1.5, AKIMAT_Z_M + 0.03, ASPHALT)
    court = extrude.prism(profile.rectangle(170.0, 100.0, (0.0, AKIMAT_FRONT_M - 38.0)), -1.5, AKIMAT_Z_M, GARDEN)
    return merge([court, road])


def domes() -> MeshData:
    """Three glass domes over the mall under the garden: one large, two small beside it."""
    pieces = []
    for x, radius, height, columns, rows in ((0.0, 10.5, 4.6, 20, 5), (-23.0, 5.2, 3.6, 14, 4), (23.0, 5.2, 3.6, 14, 4)):
        dome = _dome(radius, height, columns, rows)
        pieces.append(transform.move(dome, x, -84.0, GROUND_M))
    return merge([*pieces, *_dome_rings()])


def _dome(radius: float, height: float, columns: int, rows: int) -> MeshData:
    curve = profile.arc((0.0, 0.5), (radius, height - 0.5), 0.0, 90.0, rows)
    glass = lathe.lathe(curve, GLASS, sides=columns, crease_deg=0.0)
    foot = lathe.lathe(profile.line((radius + 0.5, -0.4), (radius + 0.5, 0.4), (radius + 0.1, 0.55)), STONE, sides=40)
    angle = np.arange(columns) * (2 * np.pi / columns)
    ring = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    starts, ends = [], []
    for (r0, z0), (r1, z1) in zip(curve[:-1], curve[1:], strict=True):
        low = np.column_stack([ring * (r0 + 0.03), np.full(columns, z0 + 0.03)])
        high = np.column_stack([ring * (r1 + 0.03), np.full(columns, z1 + 0.03)])
        starts += [low, low]
        ends += [high, np.roll(low, -1, axis=0)]
    a, b = np.concatenate(starts), np.concatenate(ends)
    kept = np.linalg.norm(b - a, axis=1) > 0.05
    return merge([glass, foot, struts(a[kept], b[kept], 0.12, RIB)])


def _dome_rings() -> list[MeshData]:
    """Rings of paving, low benches and rounds of hedge about the large dome."""
    flat = profile.line((0.5, -0.05), (0.5, 0.03), (-0.5, 0.03), (-0.5, -0.05))
    rings = [
        transform.move(lathe.ring(flat, radius, KERB, sides=64), 0.0, -84.0, GROUND_M) for radius in (15.0, 20.5)
    ]
    return rings


def pavilions() -> MeshData:
    """Two low pavilions with grass roofs that flank the foot of the stair."""
    plan = profile.line((9.0, -113.0), (12.0, -108.0), (17.0, -105.5), (38.0, -105.5), (38.0, -122.0), (9.0, -122.0))
    wall = extrude.prism(plan, -1.5, 4.6, STONE)
    lid = extrude.prism(profile.offset(plan, 0.7), 4.6, 5.5, STONE.shaded(1.05))
    grass = extrude.prism(profile.offset(plan, -0.2), 5.4, 5.62, LAWN)
    x = np.arange(18.0, 37.6, 1.3)
    feet = np.column_stack([x, np.full(len(x), -105.35), np.full(len(x), 0.0)])
    fins = struts(feet, feet + np.array([0.0, 0.0, 4.6]), 0.42, STONE.shaded(1.06))
    glass = extrude.block((17.5, -105.6, 0.4), (37.5, -105.4, 4.0), GLASS.shaded(0.85))
    one = merge([wall, lid, grass, fins, glass])
    return merge([one, transform.mirror_x(one)])


def beds() -> MeshData:
    """Lawns and flower carpets of the strip and of the garden."""
    pieces: list[MeshData] = []
    for x, y in LAWN_BEDS:
        plan = profile.chamfered(36.0, 6.4, 2.6) + np.array([x, y])
        pieces += [_raised(plan, LAWN, 0.16), extrude.prism(profile.offset(plan, 0.35), 0.0, GROUND_M + 0.1, YELLOW)]
        knots = [
            transform.move(lathe.ring(profile.line((0.25, 0.0), (0.25, 0.16), (-0.25, 0.16), (-0.25, 0.0)), 1.4, YELLOW, sides=16), x + dx, y, GROUND_M + 0.14)
            for dx in (-10.0, -5.0, 0.0, 5.0, 10.0)
        ]
        pieces += knots
    for x in (-62.0, 62.0):
        round_bed = profile.circle(5.6, 32) + np.array([x, -5.5])
        pieces += [_raised(round_bed, LAWN, 0.18)]
        pieces += [
            transform.move(lathe.cylinder(1.15, 0.2, RED, sides=10), x + 3.2 * np.cos(t), -5.5 + 3.2 * np.sin(t), GROUND_M + 0.08)
            for t in np.arange(6) * np.pi / 3
        ]
    return merge([*pieces, *_garden_beds()])


def _raised(plan: F64, paint: Paint, height: float) -> MeshData:
    kerb = extrude.prism(profile.offset(plan, 0.2), -0.3, GROUND_M + height - 0.05, KERB)
    return merge([kerb, extrude.prism(plan, 0.0, GROUND_M + height, paint, bottom=False)])


def _garden_beds() -> list[MeshData]:
    """Curved lawns between the walks, a long lawn with red flowers along the avenue."""
    pieces: list[MeshData] = []
    for side in (-1.0, 1.0):
        long = profile.rounded_rectangle(80.0, 4.2, 2.0, 4, (side * 56.0, -57.5))
        pieces.append(_raised(long, LAWN, 0.15))
        for k, (x, y, rx, ry) in enumerate(
            ((44.0, -70.0, 9.0, 3.0), (66.0, -69.0, 10.0, 3.2), (90.0, -70.0, 9.0, 3.0), (42.0, -97.0, 8.0, 3.4),
             (63.0, -96.0, 9.0, 4.0), (88.0, -95.0, 11.0, 4.4), (54.0, -83.0, 7.0, 3.0), (78.0, -83.0, 8.0, 3.2))
        ):  # fmt: skip
            plan = profile.ellipse(rx, ry, 20) + np.array([side * x, y])
            pieces.append(_raised(plan, LAWN, 0.15))
            if k % 2:
                heart = profile.ellipse(rx * 0.4, ry * 0.35, 12) + np.array([side * x, y])
                pieces.append(extrude.prism(heart, 0.1, GROUND_M + 0.3, RED))
    return pieces


def fountains() -> MeshData:
    """Two round sunken-looking fountain rooms: rim wall, fan of steps, basin, jets."""
    return merge([transform.move(_fountain(), x, y) for x, y in FOUNTAINS])


def _fountain() -> MeshData:
    disc = extrude.prism(profile.circle(11.2, 56), -0.5, GROUND_M + 0.05, ROSE)
    floor = extrude.prism(profile.circle(10.6, 56), 0.0, GROUND_M + 0.09, GARDEN, bottom=False)
    tiers = []
    for tier in range(5):
        outer, inner = 10.4 - tier * 0.95, 10.4 - (tier + 1) * 0.95
        arc = np.concatenate(
            [profile.arc((0.0, 0.0), outer, 35.0, 145.0, 18), profile.arc((0.0, 0.0), inner, 145.0, 35.0, 18)]
        )
        tiers.append(extrude.prism(arc, -0.2, GROUND_M + 1.3 - 0.24 * tier, STONE.shaded(0.98 - 0.03 * (tier % 2))))
    wedges = [
        extrude.prism(
            np.concatenate([profile.arc((0.0, 0.0), 10.4, a, a + 26.0, 6), profile.arc((0.0, 0.0), 5.2, a + 26.0, a, 6)]),
            0.0, GROUND_M + 0.55, LAWN,
        )
        for a in (5.0, 149.0)
    ]  # fmt: skip
    rim = profile.arc((0.0, 0.0), 6.4, 180.0, 360.0, 24)
    back = profile.arc((0.0, 0.0), 5.8, 360.0, 180.0, 24)
    parapet = extrude.prism(np.concatenate([rim, back]), -0.2, GROUND_M + 1.0, ROSE)
    water = pool.basin(profile.circle(5.2, 36), ROSE, rim_m=0.5, height_m=0.5, water_m=0.36, z_m=GROUND_M)
    jets = [transform.move(pool.jet(h), x, y, GROUND_M + 0.3) for x, y, h in _jet_places()]
    return merge([disc, floor, *tiers, *wedges, parapet, water, *jets])


def _jet_places() -> list[tuple[float, float, float]]:
    ring = [(3.2 * float(np.cos(t)), 3.2 * float(np.sin(t)), 3.2) for t in np.arange(7) * 2 * np.pi / 7]
    return [(0.0, 0.0, 6.5), *ring]


def cascades() -> MeshData:
    """The wide walk north of the ring between two basins with white zigzag blocks."""
    one = transform.move(_cascade(), x=26.0, y=52.0)
    return merge([one, transform.mirror_x(one)])


def _cascade() -> MeshData:
    lawn = _raised(profile.rectangle(32.0, 50.0), LAWN.shaded(0.92), 0.12)
    basin = pool.basin(profile.rectangle(24.0, 9.0, (-1.0, -4.0)), KERB, rim_m=0.5, height_m=0.5, water_m=0.38, z_m=0.1)
    teeth = []
    for k in range(7):
        x = -11.0 + 3.3 * k
        tooth = profile.line((x - 1.5, -2.0), (x, -5.6), (x + 1.5, -2.0))
        teeth.append(extrude.prism(tooth, 0.1, 1.25, Paint("marble", "#D8D2C6")))
        block = profile.line((x - 1.6, -1.6), (x + 1.6, -1.6), (x + 1.6, 1.0), (x - 1.6, 1.0))
        teeth.append(extrude.prism(block, 0.1, 1.9, Paint("marble", "#CFC8BA")))
    gables = [
        extrude.panel(profile.line((x - 5.5, 0.1), (x + 5.5, 0.1), (x, 3.4)), 3.0, 4.4, Paint("ashlar", "#BDAE96"))
        for x in (-6.5, 5.0)
    ]
    steps = [extrude.block((-13.0, 5.0 + 1.6 * k, 0.0), (11.0, 6.6 + 1.6 * k, 1.6 - 0.25 * k), STONE) for k in range(5)]
    return merge([lawn, basin, *teeth, *gables, *steps])


def masts() -> MeshData:
    """White flag masts with a cross arm, rose bollards along the avenue, four lamp masts."""
    x = np.concatenate([s * np.arange(28.5, 88.0, 6.2) for s in (-1.0, 1.0)])
    y = np.where(np.abs(x) < 50.0, 19.5, 22.0)
    feet = np.column_stack([x, y, np.full(len(x), 0.0)])
    poles = rods(feet, feet + np.array([0.0, 0.0, 9.0]), 0.09, MAST, top_radius_m=0.06, sides=6)
    arm = np.array([0.9, 0.0, 8.6])
    arms = struts(feet + arm * np.array([-1, 1, 1]), feet + arm, 0.07, MAST)
    blocks = np.concatenate([feet + np.array([0.0, 0.0, 0.25])])
    boxes = struts(blocks - np.array([0.0, 0.0, 0.25]), blocks + np.array([0.0, 0.0, 0.3]), 0.6, ROSE)
    posts = np.array([(bx, -15.2, 0.0) for bx in np.arange(-82.0, 82.1, 2.9) if abs(bx) > 19.0])
    bollards = rods(posts, posts + np.array([0.0, 0.0, 0.75]), 0.24, ROSE, top_radius_m=0.2, sides=7)
    return merge([poles, arms, boxes, bollards])


def props() -> tuple[InstanceTable, ...]:
    """Trees of the lawns and banks, lamps, benches, clipped balls, flags."""
    rise, depth = AKIMAT_Z_M / RUNS, (GARDEN_SOUTH_M - STAIR_TOP_M) / RUNS
    balls = [
        (s * (STAIR_WIDTH_M + 4.0 * run) * share, GARDEN_SOUTH_M - run * depth - 4.0 + d, (run + 1) * rise + 0.4)
        for run in range(1, RUNS)
        for s in (-1, 1)
        for share in (0.19, 0.46)
        for d in (-0.4, 1.4)
    ]
    elms = [(s * x, y, _bank(y)) for s in (-1, 1) for x, y in scattered((48.0, -172.0), (104.0, -124.0), 11.0, f"republic/elm{s}")]
    north = [(s * x, y, 0.1) for s in (-1, 1) for x, y in scattered((45.0, 29.0), (86.0, 46.0), 9.0, f"republic/north{s}")]
    spruce = [(s * x, -206.0, AKIMAT_Z_M) for s in (-1, 1) for x in (30.0, 38.0, 46.0, 54.0)]
    spruce += [(s * x, 26.5, 0.1) for s in (-1, 1) for x in (26.0, 33.0, 40.0)]
    young = [(s * x, y, GROUND_M) for s in (-1, 1) for x, y in row((30.0, -62.5), (100.0, -62.5), 9.0)]
    young += [(s * x, y, GROUND_M) for s in (-1, 1) for x, y in row((40.0, -90.0), (98.0, -90.0), 11.0)]
    lamps = [(s * x, -62.0, GROUND_M) for s in (-1, 1) for x in (12.0, 34.0, 56.0, 78.0, 100.0)]
    clusters = [(s * x, y, GROUND_M) for s in (-1, 1) for x, y in ((22.9, -12.0), (27.0, 17.0), (88.0, 0.0))]
    benches = [(s * x, 10.5, GROUND_M) for s in (-1, 1) for x in (58.0, 64.0, 70.0, 76.0, 82.0)]
    return (
        instances("tree.elm", [*elms, *north], "republic/elm"),
        instances("tree.spruce", spruce, "republic/spruce", scale=0.75, vary=0.2),
        instances("tree.apple", young, "republic/young", scale=0.8),
        instances("bush.round", balls, "republic/ball", scale=1.6, vary=0.05),
        instances("lamp.globe", lamps, "republic/lamp", vary=0.0, yaw_deg=0.0),
        instances("lamp.cluster", clusters, "republic/cluster", vary=0.0, scale=1.2, yaw_deg=0.0),
        instances("bench.stone", benches, "republic/bench", vary=0.0, yaw_deg=0.0),
        instances("flag.kazakhstan", [(0.0, AKIMAT_FRONT_M - 8.0, AKIMAT_Z_M + 0.0)], "republic/flag", vary=0.0, yaw_deg=0.0),
    )


def _bank(y: float) -> float:
    return 0.3 + (GARDEN_SOUTH_M - y) / (GARDEN_SOUTH_M - STAIR_TOP_M) * (AKIMAT_Z_M - 0.5)


def collision() -> tuple[tuple[Prism, ...], tuple[Prism, ...]]:
    """Domes, pavilions and fountains stop; paving, terraces and court carry."""
    solids = []
    for x, radius, top in ((0.0, 11.0, 4.7), (-23.0, 5.7, 3.7), (23.0, 5.7, 3.7)):
        solids.append(stair.wall_prism(profile.circle(radius, 16) + np.array([x, -84.0]), top))
    for x in (-24.0, 24.0):
        solids.append(stair.wall_prism(profile.rectangle(30.0, 17.0, (x, -114.0)), 5.6))
    for x, y in FOUNTAINS:
        solids.append(stair.wall_prism(profile.circle(6.4, 16) + np.array([x, y]), 1.1))
    rise, depth = AKIMAT_Z_M / RUNS, (GARDEN_SOUTH_M - STAIR_TOP_M) / RUNS
    floors = [stair.floor(STRIP, GROUND_M)]
    for run in range(RUNS):
        front = GARDEN_SOUTH_M - run * depth
        width = STAIR_WIDTH_M + 4.0 * run if run else 15.0
        for step in range(8):
            near = front - 0.42 * step
            plan = profile.rectangle(width, near - STAIR_TOP_M, (0.0, (near + STAIR_TOP_M) / 2))
            floors.append(stair.floor(plan, run * rise + rise * (step + 1) / 8))
    floors.append(stair.floor(profile.rectangle(170.0, 110.0, (0.0, AKIMAT_FRONT_M - 22.0)), AKIMAT_Z_M))
    return tuple(solids), tuple(floors)
