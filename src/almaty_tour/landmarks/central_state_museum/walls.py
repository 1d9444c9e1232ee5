"""Walls of the Central State Museum: folded bracket piers, pointed slabs, portal, attic."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

STONE = Paint("ashlar", "#CBBEA9")
FLUTED = Paint("concrete", "#CABDA8")
SHADE = Paint("ashlar", "#B9AD9C")
GRANITE = Paint("granite", "#7A5A55")
GLASS = Paint("blue_glass")
BAR = Paint("painted_metal", "#C9D6E2")
BLUE = Paint("roof_metal", "#1C63B6")
GILDED = Paint("gilded_plaster", "#E9C978")

TERRACE_M = 2.4
FOOT_M = 3.0
NECK_M = 12.15
SOFFIT_M = 15.4
DENTIL_M = 16.45
WALL_M = 19.4

PITCH_M = 5.35
PIER_M = 2.3
SLAB_M = 2.05
RISE = 0.577
LAYERS = 5
"""The bracket fan of a pier is a stack of five plates, each smaller and further forward."""

PIER_OUT_M = 0.62
LAYER_OUT_M = 0.24


# One bay ----------------------------------------------------------------------------------


def pier(left_m: float, right_m: float) -> MeshData:
    """A folded pier whose head spreads up to `left_m` and `right_m` from its middle.

    The wall's glass lies at y = 0; the shaft's ridge stands `PIER_OUT_M` before it.
    """
    half = PIER_M / 2
    shaft = _folded(half, PIER_OUT_M, FOOT_M, NECK_M, dip_m=0.42)
    neck = profile.line((-half - 0.1, 0.2), (-half - 0.1, -0.22), (0, -PIER_OUT_M - 0.14),
                        (half + 0.1, -0.22), (half + 0.1, 0.2))  # fmt: skip
    band = extrude.prism(neck, NECK_M - 0.02, NECK_M + 0.2, STONE)
    fans = []
    for layer in range(LAYERS):
        front = -0.16 - (layer + 1) * LAYER_OUT_M
        outline = _fan(layer, left_m, right_m)
        fans.append(panel(outline, front, front + LAYER_OUT_M + 0.02, FLUTED, back=layer == 0,
                          crease_deg=0))  # fmt: skip
    return merge([shaft, band, *fans])


def _folded(half: float, out_m: float, low_m: float, high_m: float, *, dip_m: float) -> MeshData:
    """A fluted shaft with two faces that meet in a ridge; its foot dips to a point there."""
    right = _fluted_face(half, out_m)
    section = np.concatenate(
        [[(-half, 0.25)], right[::-1] * [-1.0, 1.0], right[1:], [(half, 0.25)]]
    )
    count = len(section)
    dip = dip_m * np.clip(1.0 - np.abs(section[:, 0]) / half, 0.0, 1.0)
    low = np.column_stack([section, low_m - dip])
    high = np.column_stack([section, np.full(count, high_m)])
    here = np.arange(count)
    there = np.roll(here, -1)
    sides = [np.stack([here, there, there + count], axis=1),
             np.stack([here, there + count, here + count], axis=1)]  # fmt: skip
    _, cap = extrude.triangulate(section)
    faces = np.concatenate([*sides, cap + count, cap[:, ::-1]])
    return solid(np.concatenate([low, high]), faces, FLUTED, crease_deg=0)


def _fluted_face(half: float, out_m: float, *, flutes: int = 3) -> F64:
    """(k, 2) plan points from the ridge to the right edge, with shallow upright grooves."""
    ridge, edge = np.array([0.0, -out_m]), np.array([half, -0.16])
    normal = np.array([out_m - 0.16, -half])
    inwards = -0.05 * normal / np.linalg.norm(normal)
    shares, deep = [0.0], [0.0]
    for i in range(flutes):
        centre = (i + 0.75) / (flutes + 0.5)
        shares += [centre - 0.1, centre, centre + 0.1]
        deep += [0.0, 1.0, 0.0]
    shares.append(1.0)
    deep.append(0.0)
    share, depth = np.array(shares)[:, None], np.array(deep)[:, None]
    points = ridge + share * (edge - ridge) + depth * inwards
    return np.asarray(points)


def _fan(layer: int, left_m: float, right_m: float) -> F64:
    """Outline of one plate of the bracket: up from the neck, then out at 30 degrees."""
    half = PIER_M / 2 - 0.02 - 0.2 * layer
    shoulder = NECK_M + 0.5 + 0.42 * layer
    right = _arm(half, shoulder, right_m)
    left = _arm(half, shoulder, left_m)[::-1] * np.array([-1.0, 1.0])
    return profile.joined([(half, NECK_M + 0.1)], right, left, [(-half, NECK_M + 0.1)])


def _arm(half: float, shoulder: float, reach: float) -> F64:
    """The right edge of a plate from its shoulder to the soffit."""
    over = shoulder + (reach - half) * RISE
    if over < SOFFIT_M:
        return profile.line((half, shoulder), (reach, over), (reach, SOFFIT_M))
    out = half + (SOFFIT_M - shoulder) / RISE
    return profile.line((half, shoulder), (out, SOFFIT_M))


def slab() -> MeshData:
    """The infill between two piers: a folded plate with a pointed head."""
    half, out = SLAB_M / 2, 0.34
    top = NECK_M + 0.72
    apex = top + half * 0.5
    low = FOOT_M
    points = [
        (-half, 0.2, low), (-half, -0.08, low), (0, -out, low - 0.42), (half, -0.08, low),
        (half, 0.2, low), (-half, 0.2, top), (-half, -0.08, top), (0, -out, top + 0.05),
        (half, -0.08, top), (half, 0.2, top),
        (0, 0.2, apex), (0, -0.04, apex),
    ]  # fmt: skip
    faces = [
        (0, 1, 6), (0, 6, 5), (1, 2, 7), (1, 7, 6), (2, 3, 8), (2, 8, 7), (3, 4, 9), (3, 9, 8),
        (6, 7, 11), (7, 8, 11), (5, 6, 11), (5, 11, 10), (8, 9, 10), (8, 10, 11),
        (0, 2, 1), (0, 4, 2), (2, 4, 3), (4, 0, 5), (4, 5, 9), (9, 5, 10),
    ]  # fmt: skip
    return solid(points, faces, FLUTED, crease_deg=0)


def glass_strip(left_m: float, right_m: float, low_m: float, high_m: float) -> MeshData:
    """Blue glass behind a bay with thin bars every 1.1 m."""
    pane = block((left_m, 0.04, low_m), (right_m, 0.14, high_m), GLASS)
    count = max(1, round((high_m - low_m) / 1.1))
    bar = block((left_m, -0.02, -0.035), (right_m, 0.05, 0.035), BAR)
    levels = low_m + (np.arange(count) + 0.5) * (high_m - low_m) / count
    return merge([pane, transform.at(bar, [(0, 0, z) for z in levels])])


def hood_bars(half_m: float) -> MeshData:
    """The bars of the glass that breaks over a slab's head."""
    top = NECK_M + 0.55
    upright = [block((x - 0.03, -0.02, FOOT_M), (x + 0.03, 0.05, top + 0.2), BAR)
               for x in (-half_m + 0.03, half_m - 0.03)]  # fmt: skip
    spokes = []
    for share in (-0.6, -0.2, 0.2, 0.6):
        x = share * half_m
        spokes.append(block((x - 0.03, -0.02, top), (x + 0.03, 0.05, SOFFIT_M - 0.2), BAR))
    return merge([*upright, *spokes])


def bays(length_m: float, piers: int) -> MeshData:
    """A stretch of wall about x = 0: `piers` brackets, slabs between, glass behind.

    The stretch stands between two towers; what is left at its ends is glass.
    """
    first = -(piers - 1) / 2 * PITCH_M
    x = first + np.arange(piers) * PITCH_M
    end = length_m / 2
    reach = PITCH_M / 2
    margin = min(reach, end + first)
    pieces = [glass_strip(-end, end, FOOT_M - 0.6, SOFFIT_M)]
    for index, at in enumerate(x):
        left = margin if index == 0 else reach
        right = margin if index == piers - 1 else reach
        pieces.append(transform.move(pier(left, right), float(at)))
    middle = x[:-1] + PITCH_M / 2
    half = (PITCH_M - PIER_M) / 2
    pieces.append(transform.at(merge([slab(), hood_bars(half)]), [(m, 0) for m in middle]))
    pieces.append(footing(length_m))
    return merge(pieces)


def footing(length_m: float) -> MeshData:
    """The red granite course under a wall, sloped towards the front."""
    half = length_m / 2
    section = profile.line(
        (0, -1.5), (1.0, -1.5), (1.0, 0.1), (1.0, FOOT_M - 0.85), (0.5, FOOT_M - 0.3), (0, FOOT_M)
    )
    path = profile.line((-half, 0.3), (half, 0.3))
    return extrude.sweep(section, path, GRANITE, closed=False, crease_deg=0)


# Attic ------------------------------------------------------------------------------------


def attic(path: F64, back_m: float) -> MeshData:
    """The deep plain attic over a front: fascia, dentil line, tall band, blue edge.

    `path` is the line of its face, left to right; the attic reaches back `back_m`.
    """
    z0, z1, z2 = SOFFIT_M, DENTIL_M, WALL_M
    low = profile.line((0.0, z0), (0.0, z1), (-back_m, z1), (-back_m, z0))
    high = profile.line((-0.28, z1 - 0.02), (-0.28, z1 + 0.3), (0.04, z1 + 0.3), (0.04, z2),
                        (-back_m, z2), (-back_m, z1 - 0.02))  # fmt: skip
    edge = profile.line((0.0, z2), (0.14, z2), (0.14, z2 + 0.12), (0.0, z2 + 0.12))
    tooth = block((-0.16, -0.24, 0.0), (0.16, 0.1, 0.3), STONE)
    pieces = [
        extrude.sweep(low, path, STONE, closed=False, crease_deg=0),
        extrude.sweep(high, path, STONE, closed=False, crease_deg=0),
        extrude.sweep(edge, path, BLUE, closed=False, crease_deg=0),
    ]
    for a, b in pairwise(path):
        count = max(1, round(float(np.hypot(*(b - a))) / 0.66))
        row = transform.along(transform.move(tooth, 0, 0.26), (*a, z1), (*b, z1), count, ends=False)
        pieces.append(row)
    return merge(pieces)


# Portal -----------------------------------------------------------------------------------


def portal() -> MeshData:
    """The pointed glass door: a stone frame with a broken head and deep splayed jambs.

    x = 0 is its middle, y = 0 the line of the piers' glass, the floor lies at the terrace.
    """
    outer = _broken(4.6, NECK_M + 0.35 - TERRACE_M, SOFFIT_M - TERRACE_M)
    edge = _broken(3.75, NECK_M - 0.1 - TERRACE_M, SOFFIT_M - 0.85 - TERRACE_M)
    inner = _broken(2.2, 8.55, 10.4)
    frame = panel(profile.joined(outer, edge[::-1]), -1.15, 0.2, FLUTED, crease_deg=0)
    jamb = _splay(edge, -1.15, inner, 0.9)
    glass = panel(np.concatenate([[(2.2, 3.3)], inner[1:4], [(-2.2, 3.3)]]), 0.86, 0.96, GLASS)
    bars = _portal_bars()
    lintel = block((-2.35, 0.3, 3.3), (2.35, 1.0, 4.05), SHADE)
    doors = _portal_doors()
    both = merge([frame, jamb, glass, bars, lintel, doors])
    return transform.move(both, z=TERRACE_M)


def _broken(half: float, spring: float, apex: float) -> F64:
    """A door outline with a head of two straight lines, open at the foot."""
    return profile.line((half, 0), (half, spring), (0, apex), (-half, spring), (-half, 0))


def _splay(front: F64, front_m: float, back: F64, back_m: float) -> MeshData:
    """The slanted faces between two outlines of equal count in two planes."""
    count = len(front)
    near = np.column_stack([front[:, 0], np.full(count, front_m), front[:, 1]])
    far = np.column_stack([back[:, 0], np.full(count, back_m), back[:, 1]])
    here = np.arange(count - 1)
    faces = np.concatenate(
        [
            np.stack([here, here + count + 1, here + count], axis=1),
            np.stack([here, here + 1, here + count + 1], axis=1),
        ]
    )
    return solid(np.concatenate([near, far]), faces, FLUTED, crease_deg=0)


def _portal_bars() -> MeshData:
    """The grid of the glass: seven uprights, transoms, and a fan in the pointed head."""
    y0, y1 = 0.78, 0.87
    uprights = [block((x - 0.035, y0, 4.0), (x + 0.035, y1, 10.3 - 0.84 * abs(x)), BAR)
                for x in np.linspace(-2.2, 2.2, 7)[1:-1]]  # fmt: skip
    levels = [block((-2.2, y0, z - 0.035), (2.2, y1, z + 0.035), BAR)
              for z in (5.0, 5.9, 6.8, 7.7, 8.5)]  # fmt: skip
    head = []
    for drop in (0.75, 1.45):
        chevron = profile.joined(_chevron(2.2, 10.4 - drop), _chevron(2.2, 10.33 - drop)[::-1])
        head.append(panel(profile.counter_clockwise(chevron), y0, y1, BAR))
    cross = [block((-0.09, y0 - 0.03, 4.0), (0.09, y1, 9.6), BAR),
             block((-0.9, y0 - 0.03, 7.6), (0.9, y1, 7.78), BAR)]  # fmt: skip
    return merge([*uprights, *levels, *head, *cross])


def _chevron(half: float, apex: float) -> F64:
    return profile.line((half, apex - 0.84 * half), (0, apex), (-half, apex - 0.84 * half))


def _portal_doors() -> MeshData:
    """Two pairs of gilded leaves on both sides of an open dark passage."""
    dark = panel(
        profile.rectangle(4.4, 3.3, (0, 1.65)), 0.9, 0.95, Paint("painted_metal", "#241E1A")
    )
    leaf = panel(profile.rectangle(0.84, 3.1, (0, 1.6)), 0.5, 0.6, GILDED)
    boss = panel(profile.star(8, 0.28, 0.17), 0.46, 0.5, GILDED.shaded(0.75), back=False)
    frame = panel(profile.rectangle(0.72, 0.86), 0.47, 0.5, GILDED.shaded(0.85),
                  holes=[profile.rectangle(0.58, 0.72)], back=False)  # fmt: skip
    field = merge([boss, frame])
    door = merge([leaf, transform.at(field, [(0, 0, z) for z in (0.62, 1.6, 2.58)])])
    header = block((-2.2, 0.45, 3.12), (2.2, 0.8, 3.32), GILDED.shaded(0.8))
    return merge(
        [dark, header, transform.at(door, [(x, 0, 0) for x in (-1.74, -0.86, 0.86, 1.74)])]
    )
