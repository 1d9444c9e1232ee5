"""The two pods of the television tower and the antenna above them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile as p
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.lathe import cylinder, lathe
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import hashed
from almaty_tour.kit.rail import railing
from almaty_tour.kit.transform import at
from almaty_tour.landmarks.kok_tobe_tower.shaft import (
    DARK,
    GLASS,
    RIM,
    SEAM,
    WHITE,
    aerials,
    dish,
)
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

BAND = Paint("painted_metal", "#D6D3C8")
SOFFIT = Paint("painted_metal", "#8C877C")
LATTICE = Paint("painted_metal", "#B9A06E")
FRAME = Paint("painted_metal", "#54382C")
RED = Paint("painted_metal", "#C4553A")
BAND_WHITE = Paint("painted_metal", "#E8E4DE")
ROOF = Paint("painted_metal", "#8A4236")
WARNING_LAMP = block((-0.22, -0.22, 0.0), (0.22, 0.22, 0.5), Paint("lamp_glass", "#FF5A46"))


def lower_pod() -> MeshData:
    """The wide pod: underside, two pale bands with a lattice belt between, slats, dark rim."""
    sides = 16
    shell = [
        _facets([(6.9, 166.6), (7.6, 168.0), (11.6, 169.6), (12.35, 169.8)], SOFFIT, sides),
        _facets([(12.35, 169.6), (12.75, 172.9), (11.5, 172.95), (11.5, 169.6)], BAND, sides),
        lattice_belt((12.75, 172.9), (13.1, 176.1), sides, cells=2),
        _facets([(11.5, 176.0), (13.1, 176.1), (13.2, 178.2), (11.5, 178.25)], BAND, sides),
        _facets([(11.5, 178.2), (12.75, 178.25), (12.75, 178.9), (11.5, 178.9)], FRAME, sides),
        _facets([(11.5, 178.9), (13.0, 178.9), (13.0, 179.5), (11.5, 179.5)], BAND, sides),
        fins(12.2, 179.4, 181.2, 96),
        _facets(
            [(11.2, 181.1), (13.5, 181.2), (13.8, 181.4), (13.8, 182.0), (4.9, 182.2)], DARK, 32
        ),
    ]
    seams = _soffit_seams(7.6, 167.9, 12.2, 169.72, sides)
    return merge([*shell, seams, _roof_of(4.9, 13.6, 182.05, seed=7)])


def upper_pod() -> MeshData:
    """The slimmer, taller pod: three pale bands, two lattice belts, a flared top edge."""
    sides = 12
    shell = [
        _facets([(4.6, 237.6), (5.4, 238.2), (8.8, 240.2), (9.55, 240.5)], SOFFIT, sides),
        _facets([(9.55, 240.3), (9.85, 242.6), (8.9, 242.65), (8.9, 240.3)], BAND, sides),
        lattice_belt((9.85, 242.6), (10.05, 245.5), sides, cells=2),
        _facets([(8.9, 245.4), (10.05, 245.5), (10.1, 249.0), (8.9, 249.05)], BAND, sides),
        lattice_belt((10.1, 249.0), (10.3, 252.0), sides, cells=2),
        _facets([(8.9, 251.9), (10.3, 252.0), (10.9, 254.3), (8.9, 254.4)], BAND, sides),
        _facets([(8.0, 254.2), (11.0, 254.3), (11.0, 254.75), (1.4, 255.0)], RIM, sides),
    ]
    seams = _soffit_seams(5.4, 238.1, 9.4, 240.38, sides)
    return merge([*shell, seams, _roof_of(1.6, 10.8, 254.8, seed=17)])


def _facets(section: list[tuple[float, float]], paint: Paint, sides: int) -> MeshData:
    return lathe(p.line(*section), paint, sides=sides, start_deg=180 / sides, crease_deg=0.0)


def lattice_belt(
    foot: tuple[float, float], head: tuple[float, float], sides: int, cells: int
) -> MeshData:
    """Dark glass behind crossed bars between (radius, height) points, `cells` crosses a facet."""
    back = [(radius - 0.75, z) for radius, z in (foot, head)]
    low = _facet_points(foot[0] - 0.22, foot[1] + 0.1, sides, cells)
    high = _facet_points(head[0] - 0.22, head[1] - 0.1, sides, cells)
    first, last = low[:, :-1].reshape(-1, 3), low[:, 1:].reshape(-1, 3)
    over, beyond = high[:, :-1].reshape(-1, 3), high[:, 1:].reshape(-1, 3)
    return merge(
        [
            _facets(back, GLASS, sides),
            struts(first, over, 0.24, FRAME),
            struts(first, beyond, 0.16, LATTICE),
            struts(last, over, 0.16, LATTICE),
        ]
    )


def _facet_points(radius_m: float, z_m: float, sides: int, cells: int) -> F64:
    """(sides, cells + 1, 3): points along each facet of a polygon."""
    corner = p.regular(sides, radius_m, 180 / sides)
    share = np.linspace(0.0, 1.0, cells + 1)[None, :, None]
    plan = corner[:, None] * (1 - share) + np.roll(corner, -1, axis=0)[:, None] * share
    return np.concatenate([plan, np.full((*plan.shape[:2], 1), z_m)], axis=2)


def fins(radius_m: float, bottom_m: float, top_m: float, count: int) -> MeshData:
    """Close upright slats before a dark ring."""
    ring = p.regular(count, radius_m)
    foot = np.column_stack([ring, np.full(count, bottom_m)])
    return merge(
        [
            lathe(p.line((radius_m - 0.5, bottom_m), (radius_m - 0.5, top_m)), SEAM, sides=32),
            struts(foot, foot + np.array([0.0, 0.0, top_m - bottom_m]), 0.22, BAND.shaded(0.85)),
        ]
    )


def _soffit_seams(
    inner_m: float, low_m: float, outer_m: float, high_m: float, sides: int
) -> MeshData:
    ring = p.regular(sides, 1.0, 180 / sides)
    start = np.column_stack([ring * inner_m, np.full(sides, low_m)])
    end = np.column_stack([ring * outer_m, np.full(sides, high_m)])
    return struts(start, end, 0.22, SEAM)


def _roof_of(inner_m: float, outer_m: float, z_m: float, seed: int) -> MeshData:
    """Railing, plant boxes, dishes and whips on the roof of a pod."""
    rail = railing(
        p.regular(32, outer_m), RIM, z_m=z_m, post_m=2.0, bars=2, bar_m=0.06, closed=True
    )
    crate = block((-0.9, -0.6, 0.0), (0.9, 0.6, 1.3), ROOF)
    middle = (inner_m + outer_m) / 2
    turn = np.arange(9) * 40.0 + hashed(f"roof {seed}", 9) % np.uint32(25)
    spot = np.stack([np.cos(np.radians(turn)), np.sin(np.radians(turn))], axis=1) * middle
    spots = np.column_stack([spot, np.full(9, z_m)])
    masts = struts(
        spots[::3] + np.array([0.9, 0.4, 0]), spots[::3] + np.array([0.9, 0.4, 5.0]), 0.12, WHITE
    )
    return merge(
        [
            rail,
            at(crate, spots[::2], turn_deg=turn[::2]),
            at(dish(0.7), spots[1::2], turn_deg=turn[1::2] + 90.0),
            masts,
            aerials(outer_m, z_m, seed, count=10),
        ]
    )


ANTENNA_STEPS = ((255.0, 288.0, 1.6), (288.0, 316.0, 1.35), (316.0, 347.5, 1.0))
"""Bottom, top and radius of the three thick tubes; a cross gallery ends each."""


def antenna(top_m: float) -> MeshData:
    """Red and white tubes in three steps, a slim lattice tip and its little crown."""
    pieces: list[MeshData] = [cylinder(2.0, 2.4, RIM, bottom_m=254.6, sides=16)]
    for index, (low, high, radius) in enumerate(ANTENNA_STEPS):
        pieces += _banded(low, high, radius, first=RED if index % 2 == 0 else BAND_WHITE)
        pieces.append(_cross_gallery(high, radius))
    tip = 363.2
    pieces += [
        _lattice(347.5, tip, 0.5, RED),
        cylinder(0.28, tip - 347.5, RED.shaded(0.9), bottom_m=347.5, sides=8),
        cylinder(0.24, 368.0 - tip, BAND_WHITE, bottom_m=tip, sides=8),
        _crown(368.0),
        cylinder(0.12, top_m - 368.0, RED, top_radius_m=0.05, bottom_m=368.0, sides=8),
    ]
    return merge(pieces)


def _banded(low_m: float, high_m: float, radius_m: float, first: Paint) -> list[MeshData]:
    """Five bands with dipole panels standing round the white ones."""
    other = BAND_WHITE if first == RED else RED
    level = np.linspace(low_m, high_m, 6)
    pieces = []
    for index in range(5):
        paint = (first, other)[index % 2]
        height = level[index + 1] - level[index]
        pieces.append(cylinder(radius_m, height, paint, bottom_m=level[index], sides=16))
        if paint == BAND_WHITE:
            pieces.append(_dipoles(level[index], level[index + 1], radius_m))
    return pieces


def _dipoles(low_m: float, high_m: float, radius_m: float) -> MeshData:
    z = np.arange(low_m + 0.5, high_m - 0.4, 0.9)
    ring = p.regular(4, 1.0, 45.0)
    spot = np.concatenate([np.column_stack([ring * radius_m * 0.9, np.full(4, h)]) for h in z])
    tip = np.concatenate([np.column_stack([ring * (radius_m + 0.55), np.full(4, h)]) for h in z])
    return struts(spot, tip, 0.18, SEAM, depth_m=0.3)


def _cross_gallery(z_m: float, radius_m: float) -> MeshData:
    """A small ring walk on four arms where two tubes meet."""
    out = radius_m + 1.7
    arms = p.regular(4, 1.0)
    return merge(
        [
            lathe(
                p.line(
                    (radius_m - 0.1, z_m - 0.9),
                    (radius_m + 0.25, z_m - 0.3),
                    (out, z_m - 0.15),
                    (out, z_m + 0.1),
                    (radius_m - 0.3, z_m + 0.1),
                ),
                ROOF,
                sides=12,
            ),
            at(WARNING_LAMP, np.column_stack([arms * (out + 0.7), np.full(4, z_m + 0.15)])),
            struts(
                np.column_stack([arms * radius_m, np.full(4, z_m)]),
                np.column_stack([arms * (out + 0.9), np.full(4, z_m)]),
                0.3,
                ROOF,
            ),
            railing(p.regular(12, out), ROOF, z_m=z_m, post_m=1.4, bars=2, bar_m=0.06, closed=True),
        ]
    )


def _lattice(low_m: float, high_m: float, half_m: float, paint: Paint) -> MeshData:
    """A square lattice mast: four legs and zigzag bracing."""
    legs = p.rectangle(2 * half_m, 2 * half_m)
    foot = np.column_stack([legs, np.full(4, low_m)])
    level = np.linspace(low_m, high_m, 14)
    low = np.concatenate([np.column_stack([legs, np.full(4, z)]) for z in level[:-1]])
    high = np.concatenate(
        [np.column_stack([np.roll(legs, -1, axis=0), np.full(4, z)]) for z in level[1:]]
    )
    return merge(
        [
            struts(foot, foot + np.array([0, 0, high_m - low_m]), 0.14, paint),
            struts(low, high, 0.08, paint),
        ]
    )


def _crown(z_m: float) -> MeshData:
    """The petalled platform just under the tip."""
    ring = p.regular(8, 1.0)
    start = np.column_stack([ring * 0.2, np.full(8, z_m - 0.6)])
    tip = np.column_stack([ring * 2.1, np.full(8, z_m + 0.8)])
    deck = p.line((0.2, z_m - 0.5), (1.8, z_m - 0.1), (1.8, z_m + 0.15), (0.1, z_m + 0.15))
    return merge([lathe(deck, ROOF, sides=12), struts(start, tip, 0.22, ROOF)])
