"""The shaft of the television tower: sixteen clad flats, collar, galleries, louvre belts."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile as p
from almaty_tour.kit.hexahedra import hexahedra, struts
from almaty_tour.kit.lathe import cylinder, lathe, ring
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import hashed
from almaty_tour.kit.rail import railing
from almaty_tour.kit.transform import at, move, turn, turn_z
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

FLATS = 16
PANEL = Paint("painted_metal", "#BEB8A9")
SEAM = Paint("painted_metal", "#57544E")
DARK = Paint("painted_metal", "#33363A")
RIM = Paint("painted_metal", "#4B4038")
GLASS = Paint("window", "#FFFFFF")
WHITE = Paint("painted_metal", "#E8E6DF")
TINTS = (1.0, 0.955, 1.03, 0.975, 0.93)


def cladding(
    bottom: tuple[float, float], top: tuple[float, float], rows: int, *, seam_m: float = 0.5
) -> MeshData:
    """Panels on sixteen flats from (radius, height) to (radius, height), a dark core behind.

    The panels stand 0.28 m before the core, so that seams and joints are real gaps; each has
    one of five slightly different greys.
    """
    core = p.line((bottom[0] - 0.28, bottom[1]), (top[0] - 0.28, top[1]))
    corners = _panel_corners(bottom, top, rows, seam_m)
    kind = hashed(f"cladding {rows}", len(corners)) % np.uint32(len(TINTS))
    return merge(
        [lathe(core, SEAM, sides=FLATS, start_deg=180 / FLATS, crease_deg=0.0)]
        + [hexahedra(corners[kind == i], PANEL.shaded(f)) for i, f in enumerate(TINTS)]
    )


def _panel_corners(
    bottom: tuple[float, float], top: tuple[float, float], rows: int, seam_m: float
) -> F64:
    height = np.linspace(bottom[1], top[1], rows + 1)
    radius = np.interp(height, [bottom[1], top[1]], [bottom[0], top[0]])
    middle = np.arange(FLATS) * (2 * np.pi / FLATS)
    ahead = np.stack([np.cos(middle), np.sin(middle)], axis=1)
    aside = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1)
    rings = []
    for level, lift in ((slice(0, -1), 0.05), (slice(1, None), -0.05)):
        z = height[level] + lift
        reach = radius[level] * np.cos(np.pi / FLATS)
        half = radius[level] * np.sin(np.pi / FLATS) - seam_m / 2
        for back, side in ((0.0, -1), (0.0, 1), (0.34, 1), (0.34, -1)):
            plan = (reach - back)[:, None, None] * ahead + (side * half)[:, None, None] * aside
            rings.append(
                np.concatenate(
                    [plan, np.broadcast_to(z[:, None, None], (*plan.shape[:2], 1))], axis=2
                )
            )
    block = np.stack(rings, axis=2).reshape(-1, 8, 3)
    return block[:, [3, 0, 1, 2, 7, 4, 5, 6]]


def louvre_belt(radius_m: float, bottom_m: float, top_m: float) -> MeshData:
    """A dark belt of slats and glass between sixteen pale piers, flush with the cladding."""
    core = p.line((radius_m - 0.55, bottom_m), (radius_m - 0.55, top_m))
    rows = round((top_m - bottom_m) / 0.55)
    blade = p.line((-0.5, 0.0), (-0.16, -0.12), (-0.16, -0.06), (-0.5, 0.08))
    slat = turn_z(ring(blade, radius_m, DARK, sides=FLATS), 180 / FLATS)
    levels = np.linspace(bottom_m + 0.4, top_m - 0.2, rows)
    angle = (np.arange(FLATS) + 0.5) * (2 * np.pi / FLATS)
    foot = np.column_stack(
        [
            (radius_m - 0.2) * np.cos(angle),
            (radius_m - 0.2) * np.sin(angle),
            np.full(FLATS, bottom_m),
        ]
    )
    piers = struts(foot, foot + np.array([0, 0, top_m - bottom_m]), 0.5, PANEL)
    glass = lathe(core, GLASS, sides=FLATS, start_deg=180 / FLATS, crease_deg=0.0)
    return merge([glass, piers, at(slat, [(0.0, 0.0, z) for z in levels])])


def gallery(
    radius_m: float, z_m: float, reach_m: float, *, paint: Paint = DARK, seed: int = 1
) -> MeshData:
    """A ring walk on brackets with its railing and the aerials that crowd on it."""
    out = radius_m + reach_m
    deck = p.line(
        (radius_m - 0.2, z_m - 0.5),
        (out - 0.3, z_m - 0.18),
        (out, z_m - 0.18),
        (out, z_m + 0.05),
        (radius_m - 0.2, z_m + 0.05),
    )
    angle = np.arange(12) * (np.pi / 6)
    way = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    feet = np.column_stack([way * (radius_m - 0.1), np.full(12, z_m - 1.7)])
    tips = np.column_stack([way * (out - 0.25), np.full(12, z_m - 0.2)])
    return merge(
        [
            lathe(deck, paint, sides=32),
            railing(
                p.regular(24, out - 0.08),
                paint,
                z_m=z_m,
                post_m=1.5,
                bars=2,
                bar_m=0.06,
                closed=True,
            ),
            struts(feet, tips, 0.14, paint),
            aerials(out - 0.1, z_m, seed),
        ]
    )


def aerials(radius_m: float, z_m: float, seed: int, count: int = 20) -> MeshData:
    """Panel aerials, whips and small dishes round a railing, scattered by integer hashes."""
    turn = (np.arange(count) * 360.0 / count) + hashed(f"aerials {seed}", count) % np.uint32(18)
    kind = hashed(f"aerial kinds {seed}", count) % np.uint32(4)
    panel = hexahedra(_upright(0.34, 0.16, 1.9, 0.1), WHITE)
    whip = struts([(0, 0, 0)], [(0, 0, 2.6)], 0.08, RIM)
    shapes = [panel, whip, dish(0.55), panel]
    pieces = []
    for index, shape in enumerate(shapes):
        angle = turn[kind == index]
        spot = radius_m * np.stack([np.cos(np.radians(angle)), np.sin(np.radians(angle))], axis=1)
        if len(angle):
            pieces.append(
                at(shape, np.column_stack([spot, np.full(len(angle), z_m)]), turn_deg=angle + 90)
            )
    return merge(pieces)


def dish(radius_m: float) -> MeshData:
    """A parabolic dish with its drum, looking to -y, its foot at the origin."""
    bowl = p.line(
        (0.0, 0.0), (radius_m, 0.22 * radius_m), (radius_m, 0.5 * radius_m), (0.0, 0.62 * radius_m)
    )
    face = turn(lathe(bowl, WHITE, sides=14), "x", 90.0)
    return merge(
        [move(face, z=radius_m * 1.25), struts([(0, 0, 0)], [(0, 0, radius_m * 1.25)], 0.12, DARK)]
    )


def _upright(width_m: float, depth_m: float, height_m: float, bottom_m: float) -> F64:
    plan = p.rectangle(width_m, depth_m)
    low = np.column_stack([plan, np.full(4, bottom_m)])
    return np.concatenate([low, low + np.array([0, 0, height_m])])[None]


def aerial_ladder(
    radius_m: float, bottom_m: float, top_m: float, turn_deg: float, seed: int
) -> MeshData:
    """The dark column of dipole fields and feeders that runs up one side of the upper shaft."""
    rows = int((top_m - bottom_m) / 1.5)
    index = np.arange(rows * 3)
    row, lane = index // 3, index % 3
    z = bottom_m + row * 1.5
    x = (lane - 1) * 0.85 + (hashed(f"lane {seed}", len(index)) % np.uint32(7)) * 0.03
    reach = -(radius_m + 0.3 + (hashed(f"reach {seed}", len(index)) % np.uint32(5)) * 0.12)
    half = np.array([0.3, 0.22, 0.55])
    sign = np.array(
        [
            [-1, -1, -1],
            [1, -1, -1],
            [1, 1, -1],
            [-1, 1, -1],
            [-1, -1, 1],
            [1, -1, 1],
            [1, 1, 1],
            [-1, 1, 1],
        ]
    )
    spot = np.stack([x, reach, z + 0.6], axis=1)
    pale = hashed(f"pale {seed}", len(index)) % np.uint32(5) == 0
    blocks = spot[:, None] + sign * half
    legs_x = np.array([-1.35, 1.35])
    foot = np.column_stack([legs_x, np.full(2, -radius_m - 0.2), np.full(2, bottom_m - 0.5)])
    rungs = np.arange(bottom_m, top_m, 1.5)
    left = np.column_stack(
        [np.full(len(rungs), -1.35), np.full(len(rungs), -radius_m - 0.2), rungs]
    )
    whole = merge(
        [
            hexahedra(blocks[~pale], DARK),
            hexahedra(blocks[pale], WHITE.shaded(0.8)),
            struts(foot, foot + np.array([0, 0, top_m - bottom_m + 1.0]), 0.16, DARK),
            struts(left, left + np.array([2.7, 0, 0]), 0.1, DARK),
        ]
    )
    return at(whole, [(0.0, 0.0)], turn_deg=turn_deg)


def collar() -> MeshData:
    """The dark double collar over the foot with its wide gallery and two big dishes."""
    low_ring = p.line((8.6, 32.6), (9.75, 33.0), (9.75, 34.0), (8.3, 34.3))
    deck = p.line((7.4, 35.4), (10.5, 36.6), (10.75, 36.7), (10.75, 37.7), (7.0, 37.8))
    angle = np.arange(20) * (2 * np.pi / 20)
    way = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    brackets = struts(
        np.column_stack([way * 7.7, np.full(20, 34.6)]),
        np.column_stack([way * 10.3, np.full(20, 36.6)]),
        0.25,
        DARK,
    )
    return merge(
        [
            lathe(low_ring, RIM, sides=32),
            cylinder(8.0, 2.4, PANEL.shaded(0.75), bottom_m=34.0, sides=32),
            lathe(deck, DARK, sides=32),
            brackets,
            railing(
                p.regular(32, 10.6), DARK, z_m=37.65, post_m=1.7, bars=3, bar_m=0.06, closed=True
            ),
            aerials(10.2, 37.8, seed=5, count=24),
            at(dish(1.5), [(3.3, -8.6, 38.2), (-6.0, -7.0, 38.4)], turn_deg=[20.0, -40.0]),
            at(dish(1.6), [(1.6, -9.6, 31.6)], turn_deg=[8.0]),
        ]
    )


def shaft() -> MeshData:
    """Everything round from the ground to the upper pod, without the pods."""
    return merge(
        [
            cladding((9.25, -1.5), (9.2, 32.8), 6, seam_m=0.5),
            collar(),
            cladding((7.25, 36.5), (7.2, 44.4), 2),
            louvre_belt(7.2, 44.4, 49.2),
            cladding((7.2, 49.2), (6.92, 125.4), 12),
            gallery(6.92, 124.6, 2.2, seed=11),
            louvre_belt(6.92, 125.9, 131.9),
            cladding((6.9, 131.9), (6.8, 167.6), 6),
            gallery(6.82, 159.0, 2.1, seed=23),
            cladding((4.98, 181.0), (4.92, 217.0), 6, seam_m=0.34),
            gallery(4.95, 214.6, 2.6, seed=31),
            louvre_belt(4.92, 217.0, 222.4),
            cladding((4.9, 222.4), (4.88, 233.6), 2, seam_m=0.34),
            gallery(4.9, 230.6, 2.5, seed=41),
            louvre_belt(4.88, 233.6, 237.2),
            lathe(p.line((4.6, 237.0), (4.6, 240.5)), PANEL.shaded(0.8), sides=FLATS),
            aerial_ladder(4.9, 185.0, 211.0, 12.0, seed=51),
            aerial_ladder(4.9, 216.0, 229.0, 14.0, seed=61),
            aerial_ladder(4.9, 187.0, 209.0, 192.0, seed=71),
        ]
    )
