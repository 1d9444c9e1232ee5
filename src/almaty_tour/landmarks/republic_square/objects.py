"""What stands on Republic Square: glass domes, pavilions, beds, fountains, cascades, masts.

All in the monument's frame, north is +y.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, pool, profile, transform
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.pylon import rods
from almaty_tour.landmarks.republic_square.square import (
    GARDEN,
    GROUND_M,
    KERB,
    LAWN,
    RED,
    STONE,
)
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

ROSE = Paint("granite", "#8F7568")
YELLOW = Paint("foliage", "#D3A52C")
MAST = Paint("painted_metal", "#EDEDEA")
GLASS = Paint("sky_glass", "#C4D6E0")
RIB = Paint("painted_metal", "#D9D4C8")
WHITE_STONE = Paint("marble", "#D8D2C6")
LAWN_BEDS = ((-70.0, 15.5), (70.0, 15.5))
GARDEN_BEDS = (
    (44.0, -70.0, 9.0, 3.0),
    (66.0, -69.0, 10.0, 3.2),
    (90.0, -70.0, 9.0, 3.0),
    (42.0, -97.0, 8.0, 3.4),
    (63.0, -96.0, 9.0, 4.0),
    (88.0, -95.0, 11.0, 4.4),
    (54.0, -83.0, 7.0, 3.0),
    (78.0, -83.0, 8.0, 3.2),
)
"""Curved lawns of the eastern half: middle x, y and the two radii."""
FOUNTAINS = ((-41.5, 3.0), (41.5, 3.0))


def domes() -> MeshData:
    """Three glass domes over the mall under the garden: one large, two small beside it."""
    pieces = []
    for x, radius, height, columns, rows in (
        (0.0, 10.5, 4.6, 20, 5),
        (-23.0, 5.2, 3.6, 14, 4),
        (23.0, 5.2, 3.6, 14, 4),
    ):
        dome = _dome(radius, height, columns, rows)
        pieces.append(transform.move(dome, x, -84.0, GROUND_M))
    return merge([*pieces, *_dome_rings()])


def _dome(radius: float, height: float, columns: int, rows: int) -> MeshData:
    curve = profile.arc((0.0, 0.5), (radius, height - 0.5), 0.0, 90.0, rows)
    glass = lathe.lathe(curve, GLASS, sides=columns, crease_deg=0.0)
    foot = lathe.lathe(
        profile.line((radius + 0.5, -0.4), (radius + 0.5, 0.4), (radius + 0.1, 0.55)),
        STONE,
        sides=40,
    )
    angle = np.arange(columns) * (2 * np.pi / columns)
    ring = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    starts, ends = [], []
    for (r0, z0), (r1, z1) in pairwise(curve):
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
    return [
        transform.move(lathe.ring(flat, radius, KERB, sides=64), 0.0, -84.0, GROUND_M)
        for radius in (15.0, 20.5)
    ]


def pavilions() -> MeshData:
    """Two low pavilions with grass roofs that flank the foot of the stair."""
    plan = profile.line(
        (9.0, -113.0), (12.0, -108.0), (17.0, -105.5), (38.0, -105.5), (38.0, -122.0), (9.0, -122.0)
    )
    wall = extrude.prism(plan, -1.5, 4.6, STONE)
    lid = extrude.prism(profile.offset(plan, 0.7), 4.6, 5.5, STONE.shaded(1.05))
    grass = extrude.prism(profile.offset(plan, -0.2), 5.4, 5.62, LAWN)
    x = np.arange(18.0, 37.6, 1.3)
    feet = np.column_stack([x, np.full(len(x), -105.35), np.full(len(x), 0.0)])
    fins = struts(feet, feet + np.array([0.0, 0.0, 4.6]), 0.42, STONE.shaded(1.06))
    glass = extrude.block((17.5, -105.6, 0.4), (37.5, -105.4, 4.0), GLASS.shaded(0.85))
    x = np.arange(10.0, 37.6, 1.5)
    feet = np.column_stack([x, np.full(len(x), -122.05), np.full(len(x), 0.9)])
    rear = struts(feet, feet + np.array([0.0, 0.0, 3.7]), 0.4, STONE.shaded(1.06), caps=False)
    y = np.arange(-120.8, -106.0, 1.5)
    feet = np.column_stack([np.full(len(y), 38.05), y, np.full(len(y), 0.0)])
    side = struts(feet, feet + np.array([0.0, 0.0, 4.6]), 0.4, STONE.shaded(1.06), caps=False)
    one = merge([wall, lid, grass, fins, glass, rear, side])
    return merge([one, transform.mirror_x(one)])


def beds() -> MeshData:
    """Lawns and flower carpets of the strip and of the garden."""
    pieces: list[MeshData] = []
    for x, y in LAWN_BEDS:
        plan = profile.chamfered(36.0, 6.4, 2.6) + np.array([x, y])
        pieces += [
            _raised(plan, LAWN, 0.16),
            extrude.prism(profile.offset(plan, 0.35), 0.0, GROUND_M + 0.1, YELLOW),
        ]
        knots = [
            transform.move(
                lathe.ring(
                    profile.line((0.25, 0.0), (0.25, 0.16), (-0.25, 0.16), (-0.25, 0.0)),
                    1.4,
                    YELLOW,
                    sides=16,
                ),
                x + dx,
                y,
                GROUND_M + 0.14,
            )
            for dx in (-10.0, -5.0, 0.0, 5.0, 10.0)
        ]
        pieces += knots
    for x in (-62.0, 62.0):
        round_bed = profile.circle(5.6, 32) + np.array([x, -5.5])
        pieces += [_raised(round_bed, LAWN, 0.18)]
        pieces += [
            transform.move(
                lathe.cylinder(1.15, 0.2, RED, sides=10),
                x + 3.2 * np.cos(t),
                -5.5 + 3.2 * np.sin(t),
                GROUND_M + 0.08,
            )
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
        for k, (x, y, rx, ry) in enumerate(GARDEN_BEDS):
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
        arc = _sector(outer, inner, 35.0, 145.0, 18)
        tiers.append(
            extrude.prism(
                arc, -0.2, GROUND_M + 1.3 - 0.24 * tier, STONE.shaded(0.98 - 0.03 * (tier % 2))
            )
        )
    wedges = [
        extrude.prism(_sector(10.4, 5.2, a, a + 26.0, 6), 0.0, GROUND_M + 0.55, LAWN)
        for a in (5.0, 149.0)
    ]
    rim = profile.arc((0.0, 0.0), 6.4, 180.0, 360.0, 24)
    back = profile.arc((0.0, 0.0), 5.8, 360.0, 180.0, 24)
    parapet = extrude.prism(np.concatenate([rim, back]), -0.2, GROUND_M + 1.0, ROSE)
    water = pool.basin(
        profile.circle(5.2, 36), ROSE, rim_m=0.5, height_m=0.5, water_m=0.36, z_m=GROUND_M
    )
    jets = [transform.move(pool.jet(h, sides=6), x, y, GROUND_M + 0.3) for x, y, h in _jet_places()]
    return merge([disc, floor, *tiers, *wedges, parapet, water, *jets])


def _sector(outer_m: float, inner_m: float, start_deg: float, end_deg: float, steps: int) -> F64:
    """The outline of a piece of a ring."""
    outer = profile.arc((0.0, 0.0), outer_m, start_deg, end_deg, steps)
    inner = profile.arc((0.0, 0.0), inner_m, end_deg, start_deg, steps)
    return np.concatenate([outer, inner])


def _jet_places() -> list[tuple[float, float, float]]:
    ring = [(3.2 * float(np.cos(t)), 3.2 * float(np.sin(t)), 3.2) for t in np.arange(4) * np.pi / 2]
    return [(0.0, 0.0, 6.5), *ring]


def cascades() -> MeshData:
    """The wide walk north of the ring between two basins with white zigzag blocks."""
    one = transform.move(_cascade(), x=26.0, y=52.0)
    return merge([one, transform.mirror_x(one)])


def _cascade() -> MeshData:
    lawn = _raised(profile.rectangle(32.0, 50.0), LAWN.shaded(0.92), 0.12)
    basin = pool.basin(
        profile.rectangle(24.0, 9.0, (-1.0, -4.0)),
        KERB,
        rim_m=0.5,
        height_m=0.5,
        water_m=0.38,
        z_m=0.1,
    )
    teeth = []
    for k in range(7):
        x = -11.0 + 3.3 * k
        tooth = profile.line((x - 1.5, -2.0), (x, -5.6), (x + 1.5, -2.0))
        teeth.append(extrude.prism(tooth, 0.1, 1.25, WHITE_STONE))
        block = profile.line((x - 1.6, -1.6), (x + 1.6, -1.6), (x + 1.6, 1.0), (x - 1.6, 1.0))
        teeth.append(extrude.prism(block, 0.1, 1.9, WHITE_STONE.shaded(0.96)))
    gables = [
        extrude.panel(
            profile.line((x - 5.5, 0.1), (x + 5.5, 0.1), (x, 3.4)),
            3.0,
            4.4,
            Paint("ashlar", "#BDAE96"),
        )
        for x in (-6.5, 5.0)
    ]
    steps = [
        extrude.block((-13.0, 5.0 + 1.6 * k, 0.0), (11.0, 6.6 + 1.6 * k, 1.6 - 0.25 * k), STONE)
        for k in range(5)
    ]
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
    boxes = struts(
        blocks - np.array([0.0, 0.0, 0.25]), blocks + np.array([0.0, 0.0, 0.3]), 0.6, ROSE
    )
    posts = np.array([(bx, -15.2, 0.0) for bx in np.arange(-82.0, 82.1, 2.9) if abs(bx) > 19.0])
    bollards = rods(
        posts, posts + np.array([0.0, 0.0, 0.75]), 0.24, ROSE, top_radius_m=0.2, sides=7
    )
    return merge([poles, arms, boxes, bollards])
