"""The stepped stone body of the Arasan baths: podium, upper tier, octagon, portal."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from almaty_tour.kit import arch, dome, extrude, lathe, profile, rail, transform
from almaty_tour.kit.bays import bayed_walls
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.ornament import star_lattice
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import Placed, edge_length_m, rhythm, walls
from almaty_tour.landmarks._shared.bare import BACK, OVER, bare
from almaty_tour.landmarks.arasan_baths import paint as p
from almaty_tour.landmarks.arasan_baths.cupola import hoop
from almaty_tour.mesh.data import MeshData, merge

PODIUM = profile.line((-38, -26), (38, -26), (38, 36), (-38, 36))
TIER = profile.line((-26, -12), (26, -12), (26, 22), (-26, 22))
OCTAGON_APOTHEM_M = 15.0
PORTAL_Y_M = -21.0
PORTAL_HALF_M, PORTAL_TOP_M = 7.4, 12.8
ARCH_M, ARCH_TOP_M = 6.8, 5.7
NICHE = Opening(
    2.0,
    2.7,
    head="persian",
    reveal_m=0.55,
    bars=(2, 1),
    frame_m=0.1,
    frame=p.FRAME,
    reveal=p.SHADE,
    surround=p.TRIM,
    surround_m=0.22,
    surround_out_m=0.08,
    steps=5,
)
SLIT = Opening(0.85, 3.1, head="persian", reveal_m=0.5, frame_m=0.0, reveal=p.SHADE, steps=4)


def body() -> MeshData:
    """Podium and upper tier with their roofs, parapets and friezes."""
    return merge([_podium(), _tier(), _octagon()])


def _podium() -> MeshData:
    """The ground storey: deep arched windows over a granite foot; its roof is the terrace."""
    low = -1.5
    foot = extrude.sweep(
        profile.line((0, low), (0.35, low), (0.35, 0.2), (0.35, 0.75), (0.0, 0.95)),
        PODIUM,
        p.GRANITE,
    )
    sides = {
        1: rhythm(62.0, 9, NICHE, 1.2, margin_m=13.0),
        2: rhythm(76.0, 11, replace(NICHE, frame_m=0.0), 1.2, margin_m=12.0),
        3: rhythm(62.0, 9, NICHE, 1.2, margin_m=13.0),
    }
    shell = bayed_walls(PODIUM, p.PODIUM_M, p.STONE, sides, edge_m=3.4)
    band = extrude.sweep(profile.string_course(0.34, 0.24), PODIUM, p.TRIM, z_m=p.PODIUM_M - 0.36)
    deck = diced(
        extrude.sheet(PODIUM, p.PODIUM_M, p.TERRACE, holes=[profile.offset(TIER, -0.4)]), 7.0
    )
    left = profile.line(
        (-13.4, -25.9), (-37.8, -25.9), (-37.8, 35.8), (37.8, 35.8), (37.8, -25.9), (13.4, -25.9)
    )[::-1]
    wall = rail.parapet(
        left, p.STONE, height_m=0.85, thickness_m=0.35, z_m=p.PODIUM_M, closed=False, coping=p.TRIM
    )
    return merge([foot, shell, band, deck, wall])


def _tier() -> MeshData:
    """The upper storey: slit windows in pairs between buttresses, a frieze of tiles."""
    height = p.TIER_M - p.PODIUM_M
    sides = {
        0: [Placed(x, 0.7, SLIT) for x in (3.2, 5.6, 9.2, 11.6, 40.4, 42.8, 46.4, 48.8)],
        1: _pairs(34.0, 6),
        2: _pairs(52.0, 9),
        3: _pairs(34.0, 6),
    }
    shell = transform.move(bayed_walls(TIER, height, p.STONE, sides, edge_m=3.4), z=p.PODIUM_M)
    foot = extrude.sweep(profile.plinth(0.5, 0.14), TIER, p.SHADE, z_m=p.PODIUM_M)
    post = merge(
        [
            block((-0.45, -0.5, 0.0), (0.45, 0.1, height - 0.3), p.STONE),
            block((-0.55, -0.6, height - 0.3), (0.55, 0.1, height + 0.1), p.TRIM),
        ]
    )
    post = bare(post, BACK, OVER)
    posts = [_along(post, TIER, index, count) for index, count in ((1, 7), (2, 10), (3, 7))]
    z = p.TIER_M
    cornice = extrude.sweep(
        profile.line((-0.4, -0.1), (0.1, -0.1), (0.6, 0.25), (0.6, 0.5), (0.45, 0.58), (-0.4, 0.6)),
        TIER,
        p.TRIM,
        z_m=z,
    )
    tiles = _tile_band(TIER, z - 0.75, 0.62)
    deck = diced(extrude.sheet(profile.offset(TIER, -0.3), z + 0.3, p.ROOF), 6.5)
    return merge([shell, foot, *posts, cornice, tiles, deck])


def _pairs(length_m: float, count: int) -> list[Placed]:
    """Windows in pairs in the middles of equal bays."""
    bay = length_m / count
    middles = [bay * (i + 0.5) for i in range(count)]
    return [Placed(x + side * 0.85, 0.7, SLIT) for x in middles for side in (-1.0, 1.0)]


def _along(piece: MeshData, plan: profile.F64, index: int, count: int) -> MeshData:
    """Copies of a wall piece from corner to corner of one edge, standing on the terrace."""
    a, b = plan[index], plan[(index + 1) % len(plan)]
    flat = transform.along(piece, (0.0, 0.0, 0.0), (float(np.linalg.norm(b - a)), 0.0, 0.0), count)
    return transform.on_edge(flat, a, b, p.PODIUM_M)


def _tile_band(plan: profile.F64, z_m: float, height_m: float) -> MeshData:
    """A turquoise strip with white lozenges on every edge of a plan."""
    pieces = []
    h = height_m
    shape = profile.line((0, -0.36 * h), (0.62 * h, 0), (0, 0.36 * h), (-0.62 * h, 0))
    mark = quadrilaterals([np.insert(shape, 1, -0.09, axis=1)], p.WHITE_TILE)
    for index, (a, b) in enumerate(zip(plan, np.roll(plan, -1, axis=0), strict=True)):
        length = edge_length_m(plan, index)
        strip = bare(block((0, -0.06, 0), (length, 0.05, h), p.TURQUOISE), BACK, OVER)
        strip = diced(strip, 4.0)
        row = transform.along(
            mark, (0, 0, h / 2), (length, 0, h / 2), round(length / 1.5), ends=False
        )
        pieces.append(transform.on_edge(merge([strip, row]), a, b, z_m))
    return merge(pieces)


def _octagon() -> MeshData:
    """The eight-sided body that carries the great drum, three arched windows to a side."""
    radius = OCTAGON_APOTHEM_M / np.cos(np.pi / 8)
    plan = profile.regular(8, radius, 22.5)
    length = edge_length_m(plan, 0)
    window = Opening(
        1.5,
        2.2,
        head="persian",
        reveal_m=0.5,
        bars=(2, 3),
        frame_m=0.1,
        frame=p.FRAME,
        reveal=p.SHADE,
        surround=p.TRIM,
        surround_m=0.22,
        surround_out_m=0.1,
        steps=5,
    )
    low = p.TIER_M + 0.2
    rear = replace(window, frame_m=0.0)
    sides = {
        side: rhythm(length, 3, rear if side < 3 else window, 0.55, margin_m=1.3)
        for side in range(8)
    }
    shell = walls(plan, p.OCTAGON_M - low, p.STONE, sides, z_m=low)
    cornice = extrude.sweep(
        profile.line((-2.6, -0.1), (0.1, -0.1), (0.55, 0.22), (0.55, 0.46), (-2.6, 0.56)),
        plan,
        p.TRIM,
        z_m=p.OCTAGON_M,
    )
    whole = merge([shell, cornice, _tile_band(plan, p.OCTAGON_M - 0.62, 0.5)])
    return transform.move(whole, y=p.CENTRE_Y_M)


def portal() -> MeshData:
    """The tall gate: a deep arched niche framed by tile bands, doors and a lattice in its back."""
    z, top = p.PODIUM_M, PORTAL_TOP_M - p.PODIUM_M
    gate = arch.portal(
        2 * PORTAL_HALF_M,
        top,
        9.2,
        p.STONE,
        opening_m=ARCH_M,
        opening_height_m=ARCH_TOP_M,
        niche_m=3.4,
        back=p.SMOOTH,
    )
    shape = profile.opening("persian", ARCH_M, ARCH_TOP_M, None, 8)
    steps = [
        bare(
            arch.archivolt(profile.offset(shape, 0.4 * i - 0.04), 0.44, 0.12 + 0.16 * i, paint),
            BACK,
        )
        for i, paint in enumerate((p.TURQUOISE, p.TRIM, p.SMOOTH))
    ]
    pieces = [gate, *steps, _gate_frame(top), _doors(), _crest(top)]
    return transform.move(merge(pieces), 0.0, PORTAL_Y_M, z)


def _gate_frame(top_m: float) -> MeshData:
    """Upright bands of stars beside the arch and a broad one over it."""
    half = PORTAL_HALF_M
    pieces = []
    for side in (-1.0, 1.0):
        x = side * (half - 1.35)
        field = block((x - 0.6, -0.05, 0.9), (x + 0.6, 0.05, top_m - 1.9), p.TURQUOISE)
        stars = bare(star_lattice(1.2, top_m - 2.9, 0.07, p.TRIM, cell_m=1.2), BACK)
        rim = extrude.panel(
            profile.rectangle(1.5, top_m - 2.6, (x, top_m / 2 - 0.5)),
            -0.14,
            0.05,
            p.TRIM,
            holes=[profile.rectangle(1.2, top_m - 2.9, (x, top_m / 2 - 0.5))],
            back=False,
        )
        pieces += [field, rim, transform.move(stars, x - 0.6, -0.05, 0.95)]
    over = block(
        (-half + 0.28, -0.05, top_m - 1.45), (half - 0.28, 0.05, top_m - 0.25), p.TURQUOISE
    )
    border = extrude.panel(
        profile.rectangle(2 * half - 0.36, 1.4, (0.0, top_m - 0.85)),
        -0.12,
        0.05,
        p.TRIM,
        holes=[profile.rectangle(2 * half - 0.6, 1.16, (0.0, top_m - 0.85))],
        back=False,
    )
    word = lettering(
        "АРАСАН", 0.78, Paint("lettering", "#F6EFD8"), out_m=0.1, bold_m=0.02, spacing_m=0.35
    )
    word = transform.move(bare(word, BACK), y=-0.05, z=top_m - 1.24)
    return merge([*pieces, over, border, word])


def _doors() -> MeshData:
    """Three pairs of bronze doors under a screen of stars, at the back of the niche."""
    y, half = 3.4, ARCH_M / 2
    glass = block((-half + 0.3, y - 0.1, 0.0), (half - 0.3, y + 0.1, 5.0), p.GLASS)
    stars = bare(star_lattice(6.3, 2.7, 0.12, p.GOLD, cell_m=0.9), BACK)
    screen = transform.move(stars, -3.15, y - 0.1, 3.0)
    beam = block((-half + 0.2, y - 0.35, 2.75), (half - 0.2, y + 0.1, 3.05), p.TRIM)
    post = block((-0.12, y - 0.26, 0.0), (0.12, y + 0.1, 2.8), p.FRAME)
    leaf = block((-0.05, y - 0.2, 0.0), (0.05, y, 2.8), p.FRAME)
    pulls = merge(
        [block((x - 0.03, y - 0.32, 0.9), (x + 0.03, y - 0.1, 1.7), p.GOLD) for x in (-0.2, 0.2)]
    )
    middles = [(-2.1, 0.0), (0.0, 0.0), (2.1, 0.0)]
    return merge(
        [
            glass,
            screen,
            beam,
            transform.at(merge([leaf, pulls]), middles),
            transform.at(post, [(x, 0.0) for x in (-3.1, -1.05, 1.05, 3.1)]),
        ]
    )


def _crest(top_m: float) -> MeshData:
    """A heavy cornice of two steps on the gate and its flat roof."""
    half = PORTAL_HALF_M
    plan = profile.line((-half, 0.0), (half, 0.0), (half, 9.2), (-half, 9.2))
    band = extrude.sweep(
        profile.line(
            (-0.3, -0.1),
            (0.12, -0.1),
            (0.3, 0.1),
            (0.3, 0.3),
            (0.55, 0.45),
            (0.55, 0.75),
            (0.4, 0.82),
            (-0.3, 0.82),
        ),
        plan,
        p.TRIM,
        z_m=top_m - 0.05,
        crease_deg=0.0,
    )
    lid = diced(extrude.sheet(profile.offset(plan, -0.2), top_m + 0.3, p.ROOF), 3.0)
    return merge([band, lid])


def turret(radius_m: float, low_m: float, top_m: float, *, sides: int = 48) -> MeshData:
    """A fluted round pylon under a ribbed cap with a ball; its foot is at `low_m`."""
    r = radius_m
    eaves = top_m - r - 0.75
    shaft = lathe.lathe(
        profile.line((r, low_m), (r, eaves)),
        p.STONE,
        sides=sides,
        modulation=lathe.flutes(sides, sides // 4, 0.09),
        crease_deg=32.0,
        caps=False,
    )
    rounds = min(sides, 24)
    foot = hoop(
        profile.line((0.12 * r, low_m), (0.12 * r, low_m + 0.5), (0.0, low_m + 0.6)),
        r,
        p.TRIM,
        rounds,
    )
    band = hoop(profile.line((0.04, eaves - 0.5), (0.04, eaves - 0.14)), r, p.TURQUOISE, rounds)
    plate = hoop(
        profile.line(
            (-0.1 * r, eaves),
            (0.06, eaves),
            (0.2 * r, eaves + 0.3),
            (0.2 * r, eaves + 0.5),
            (-0.3 * r, eaves + 0.56),
        ),
        r,
        p.TRIM,
        rounds,
    )
    bell = dome.curve("pointed", 1.02 * r, 0.8 * r, 5 if sides > 24 else 4) + np.array(
        [0.0, eaves + 0.45]
    )
    cap = lathe.lathe(
        bell,
        p.COPPER,
        sides=sides,
        modulation=lathe.ribs(sides, 8, 0.17),
        crease_deg=32.0,
        caps=False,
    )
    tip = lathe.lathe(
        profile.line(
            (0.07 * r, eaves + 0.8 * r + 0.3),
            (0.11 * r, top_m - 0.3),
            (0.04 * r, top_m - 0.12),
            (0.0, top_m),
        ),
        p.GOLD,
        sides=8,
    )
    return merge([shaft, foot, band, plate, cap, tip])
