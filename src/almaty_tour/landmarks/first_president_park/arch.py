"""The triumphal arch in the middle: attic on columns, gilt gate, crests and the flag."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, pylon, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks.first_president_park import plan
from almaty_tour.landmarks.first_president_park.colonnade import column
from almaty_tour.mesh.data import MeshData, merge

HALF_M, OPENING_M, DEPTH_M = 7.9, 3.7, 3.6
ATTIC_M = 18.0
COLUMN_X = (4.75, 7.0)


def arch(top_m: float) -> MeshData:
    """Everything of the middle, on the terrace; the flag's tip is at `top_m` over zero."""
    columns = transform.at(
        column(), [(s * x, y) for x in COLUMN_X for s in (-1, 1) for y in (-2.6, 2.6)]
    )
    cores = [
        extrude.block((s * 5.9 - 1.3, -1.7, -0.1), (s * 5.9 + 1.3, 1.7, plan.COLUMN_M), plan.WHITE)
        for s in (-1, 1)
    ]
    feet = [
        extrude.block((s * 5.9 - 1.6, -2.0, -0.1), (s * 5.9 + 1.6, 2.0, 2.3), plan.GRANITE)
        for s in (-1, 1)
    ]
    whole = merge([columns, *cores, *feet, _attic(), _crests(), _gate()])
    flag_m = top_m - plan.TERRACE_M
    return transform.move(merge([whole, _flag(flag_m)]), z=plan.TERRACE_M)


def _attic() -> MeshData:
    """The block bitten by the arch, its roundels, keystone, cornice."""
    low, h = plan.COLUMN_M, HALF_M
    curve = profile.arc((0.0, low), OPENING_M, 180.0, 0.0, 14)
    shape = np.concatenate([[(h, low), (h, ATTIC_M), (-h, ATTIC_M), (-h, low)], curve])
    block = extrude.panel(shape, -DEPTH_M, DEPTH_M, plan.WHITE)
    rim = np.concatenate(
        [
            profile.arc((0.0, low), OPENING_M + 0.5, 0.0, 180.0, 14),
            profile.arc((0.0, low), OPENING_M, 180.0, 0.0, 14),
        ]
    )
    disc = extrude.panel(
        profile.circle(1.2, 16), -0.1, 0.0, plan.GILT, holes=[profile.circle(1.08, 16)], back=False
    )
    key = extrude.panel(
        profile.line((-0.4, low + 3.4), (0.4, low + 3.4), (0.75, low + 5.2), (-0.75, low + 5.2)),
        -0.4,
        0.0,
        plan.GILT,
    )
    face = merge(
        [
            extrude.panel(rim, -0.16, 0.0, plan.GILT, back=False),
            key,
            transform.at(disc, [(-5.5, 0.0, low + 4.0), (5.5, 0.0, low + 4.0)]),
            extrude.block((-h, -0.1, low + 5.7), (h, 0.0, low + 5.95), plan.GILT),
        ]
    )
    front = transform.move(face, y=-DEPTH_M)
    outline = profile.rectangle(2 * h, 2 * DEPTH_M)
    crown = extrude.sweep(profile.cornice(1.5, 1.3), outline, plan.TRIM, z_m=ATTIC_M - 1.1)
    lid = extrude.prism(profile.offset(outline, -0.5), ATTIC_M - 0.1, ATTIC_M + 0.9, plan.TRIM)
    return merge([block, front, transform.turn_z(front, 180.0), crown, lid])


def _crests() -> MeshData:
    """Gilt palmettes on the roof, large over the corners, a low one in the middle."""
    leaf = np.concatenate(
        [
            profile.line((-0.35, 0.0), (0.35, 0.0)),
            profile.smooth(
                [
                    (0.5, 0.5),
                    (1.5, 0.7),
                    (1.75, 1.35),
                    (1.2, 1.3),
                    (0.9, 1.0),
                    (0.55, 1.7),
                    (0.0, 2.3),
                    (-0.55, 1.7),
                    (-0.9, 1.0),
                    (-1.2, 1.3),
                    (-1.75, 1.35),
                    (-1.5, 0.7),
                    (-0.5, 0.5),
                ],
                1,
            ),
        ]
    )
    crest = extrude.panel(leaf, -0.14, 0.14, plan.GOLD)
    rail = extrude.block((-6.4, -0.15, 0.0), (6.4, 0.15, 0.3), plan.GILT)
    places = [(x, y, ATTIC_M + 0.9) for x in (-5.0, 5.0) for y in (-2.4, 2.4)]
    rails = [transform.move(rail, y=y, z=ATTIC_M + 0.9) for y in (-2.4, 2.4)]
    return merge([transform.at(crest, places), *rails])


def _flag(top_m: float) -> MeshData:
    """The sky-blue flag with its golden sun."""
    low = ATTIC_M + 0.8
    pole = lathe.cylinder(
        0.1, top_m - low, Paint("painted_metal", "#E6E8EA"), bottom_m=low, sides=6
    )
    x = np.linspace(0.0, 3.2, 7)
    y = 0.22 * np.sin(x * 2.2)
    line = np.concatenate([np.column_stack([x, y - 0.015]), np.column_stack([x, y + 0.015])[::-1]])
    cloth = extrude.prism(line, top_m - 1.9, top_m - 0.2, Paint("painted_metal", "#00A3C7"))
    sun = transform.move(
        lathe.sphere(0.3, Paint("painted_metal", "#FFD34A"), sides=8), 1.5, 0.0, top_m - 1.05
    )
    return merge([pole, cloth, sun])


def _gate() -> MeshData:
    """A gilt frame in the opening, circles in its head, two leaves of scrolls thrown open."""
    low = plan.COLUMN_M - 0.2
    frame = extrude.panel(
        np.concatenate(
            [
                profile.line((3.7, -0.1)),
                profile.arc((0.0, low), 3.7, 0.0, 180.0, 13),
                profile.line((-3.7, -0.1), (-3.15, -0.1)),
                profile.arc((0.0, low), 3.15, 180.0, 0.0, 13),
                profile.line((3.15, -0.1)),
            ]
        ),
        -0.5,
        0.5,
        plan.GILT,
    )
    rings = [
        transform.move(_hoop(r, 0.13), x=x, z=z)
        for x, z, r in (
            (0.0, low + 1.35, 1.75),
            (-1.15, low + 0.5, 1.5),
            (1.15, low + 0.5, 1.5),
            (0.0, low + 0.7, 1.05),
            (-0.75, low + 1.7, 0.8),
            (0.75, low + 1.7, 0.8),
        )
    ]
    sill = extrude.panel(
        np.concatenate(
            [
                profile.arc((0.0, low - 2.6), (3.15, 2.0), 0.0, 180.0, 14),
                profile.arc((0.0, low - 2.6), (3.15, 1.75), 180.0, 0.0, 14),
            ]
        ),
        -0.15,
        0.15,
        plan.GOLD,
    )
    return merge([frame, *rings, sill, *_leaves()])


def _leaves() -> list[MeshData]:
    x = np.linspace(0.1, 2.9, 8)
    top = 3.0 + 1.1 * np.sin(x / 2.9 * np.pi / 2)
    a = np.column_stack([x, np.zeros(8), np.full(8, 0.2)])
    b = np.column_stack([x, np.zeros(8), top])
    bars = pylon.rods(a, b, 0.05, plan.GOLD, sides=3)
    rails = pylon.rods(
        [(0.0, 0.0, 0.3), (0.0, 0.0, 1.3)],
        [(2.95, 0.0, 0.3), (2.95, 0.0, 1.3)],
        0.07,
        plan.GOLD,
        sides=4,
    )
    scroll = transform.move(_hoop(0.8, 0.1), x=1.5, z=2.2)
    leaf = merge([bars, rails, scroll])
    right = transform.move(transform.turn_z(leaf, 78.0), x=-3.1)
    return [right, transform.mirror_x(right)]


def _hoop(radius_m: float, width_m: float) -> MeshData:
    section = profile.line((-width_m, -0.08), (0.0, 0.0), (-width_m, 0.08))
    return transform.turn(lathe.ring(section, radius_m, plan.GOLD, sides=13), "x", 90.0)
