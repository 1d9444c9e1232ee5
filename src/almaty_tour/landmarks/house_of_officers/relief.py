"""The copper relief over the gate: star in a wreath, sword, two sheaves of folded banners."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, ornament, profile, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.relief import relief
from almaty_tour.kit.solid import solid
from almaty_tour.kit.tube import tube
from almaty_tour.mesh.data import MeshData, as_part, merge

COPPER = Paint("bronze_dark", "#7C665B")
DARK = Paint("bronze_dark", "#5D4C44")
GILT = Paint("gilded_plaster", "#FFE3B0")
WREATH_M = 1.62


def emblem() -> MeshData:
    """The relief on the wall y = 0 about the middle of its panel; parts `relief` and `star`."""
    side = merge([_sheaf(), _rays(), _bar(), _bayonet()])
    whole = merge(
        [_panel(), side, transform.mirror_x(side), _shield(), _wreath(), _sword(), _ribbons()]
    )
    return merge([as_part(whole, "relief"), as_part(_star(), "star")])


def _panel() -> MeshData:
    """The wide plate, its upper edge sagging between the sheaves like hung cloth."""
    right = profile.smooth([(6.4, 2.2), (4.4, 2.45), (3.9, 2.02), (3.3, 1.9), (1.3, 1.95)], 4)
    top = np.concatenate([right, right[::-1] * [-1.0, 1.0]])
    foot = profile.line((-6.4, -2.3), (-2.9, -2.5), (2.9, -2.5), (6.4, -2.3))
    return diced(panel(np.concatenate([foot, top]), -0.55, 0.02, DARK), 1.2)


def _sheaf() -> MeshData:
    """Folds of banners rolled side by side at the right end of the panel."""
    pieces = []
    for x, radius, top in ((4.45, 0.3, 2.62), (4.98, 0.34, 2.42), (5.52, 0.31, 2.36),
                           (5.98, 0.27, 2.3), (6.35, 0.22, 2.2)):  # fmt: skip
        section = profile.line((0.82 * radius, -2.55), (radius, -2.1), (0.9 * radius, 0.2),
                               (radius, top - 0.3), (0.7 * radius, top))  # fmt: skip
        roll = lathe.lathe(section, COPPER, sides=10)
        pieces.append(transform.move(roll, x, -0.56))
    hem = profile.smooth([(4.2, -2.45), (4.9, -2.75), (5.6, -2.5), (6.4, -2.62)], 3)
    pieces.append(transform.move(ornament.ribbon(hem, 0.22, 0.4, COPPER), y=-0.5))
    return merge(pieces)


def _rays() -> MeshData:
    """Folds of cloth that fan out from the wreath to the sheaf."""
    pieces = []
    for angle, reach in ((58, 2.5), (44, 3.0), (30, 3.7), (17, 4.15), (4, 4.2), (-9, 4.2),
                         (-22, 4.0), (-35, 3.6), (-48, 3.0)):  # fmt: skip
        a = np.radians(angle)
        start, end = 1.75, reach
        way = np.array([np.cos(a), 0.82 * np.sin(a)])
        half = 0.05 + 0.055 * reach
        across = half * np.array([-way[1], way[0]])
        ring = np.array([start * way, end * way - across, end * way + across])
        mid = 0.86 * end * way
        points = [(x, -0.5, z) for x, z in ring] + [(mid[0], -0.86, mid[1])]
        pieces.append(solid(points, [(0, 1, 3), (1, 2, 3), (2, 0, 3)], COPPER, crease_deg=0.0))
    folds = [profile.smooth([(2.4, z), (3.3, z + 0.16), (4.2, z - 0.05)], 4)
             for z in (1.35, 0.95, -1.55, -1.95)]  # fmt: skip
    pieces += [transform.move(ornament.ribbon(f, 0.1, 0.12, COPPER), y=-0.52) for f in folds]
    return merge(pieces)


def _bar() -> MeshData:
    """Stepped beams of torn cloth that run on to the edge of the block."""
    bars = [
        block((6.3, -0.34, -0.85), (9.2, 0.0, -0.42), DARK),
        block((6.3, -0.24, -1.3), (9.25, 0.0, -0.9), COPPER),
        block((6.3, -0.34, -1.8), (8.9, 0.0, -1.35), DARK),
        block((7.2, -0.46, -1.42), (7.6, -0.2, -1.0), COPPER),
    ]
    torn = relief(
        profile.line((6.4, -2.0), (6.9, -2.25), (7.2, -1.7), (7.45, -1.9), (7.7, -1.2),
                     (7.2, -0.75), (7.0, 0.1), (6.75, -0.2), (6.4, 0.5)),
        -0.62, 0.0, COPPER, edge_m=0.08,
    )  # fmt: skip
    return merge([*bars, torn])


def _bayonet() -> MeshData:
    """A rifle's muzzle before the cloth with the slim blade that rises over the roof."""
    blade = tube([(2.35, -0.86, -1.1), (2.35, -0.86, 2.6), (2.35, -0.86, 3.95)], 0.06, DARK)
    stock = [
        block((2.08, -1.05, -0.75), (2.62, -0.5, 0.05), COPPER),
        block((2.18, -1.12, 0.05), (2.52, -0.6, 0.3), DARK),
        block((2.24, -0.98, -1.2), (2.46, -0.55, -0.75), DARK),
    ]
    return merge([blade, *stock])


def _shield() -> MeshData:
    """The upright plate behind the wreath with its two shoulders."""
    line = profile.line((-1.5, -1.9), (1.5, -1.9), (1.5, 2.45), (0.9, 2.78), (0.3, 2.9),
                        (-0.9, 2.84), (-1.5, 2.4))  # fmt: skip
    middle = diced(panel(line, -0.82, 0.0, DARK), 1.0)
    folds = [block((x - 0.09, -0.96, 1.5), (x + 0.09, -0.8, 2.5), COPPER)
             for x in (-1.3, -1.0, 1.0, 1.3)]  # fmt: skip
    return merge([middle, *folds])


def _wreath() -> MeshData:
    """Two laurel boughs that meet above and are tied below."""
    angle = np.radians(np.linspace(-84.0, 264.0, 41))
    ring = np.column_stack(
        [0.94 * WREATH_M * np.cos(angle), np.full(41, -0.98), WREATH_M * np.sin(angle)]
    )
    leaf_line = profile.smooth(
        [(0.0, -0.34), (0.17, -0.05), (0.12, 0.2), (0.0, 0.4), (-0.12, 0.2), (-0.17, -0.05)],
        1, closed=True,
    )  # fmt: skip
    leaf = transform.move(relief(leaf_line, -0.2, 0.06, COPPER, edge_m=0.06), y=-1.06)
    pieces = [tube(ring, 0.14, DARK)]
    for side in (1.0, -1.0):
        for turn in np.linspace(-78.0, 78.0, 14):
            a = np.radians(turn)
            for lean, out in ((-26.0, 0.2), (24.0, -0.16)):
                x = side * (0.94 * WREATH_M + out) * np.cos(a)
                z = (WREATH_M + out) * np.sin(a)
                turned = transform.turn(leaf, "y", -side * (turn + lean))
                pieces.append(transform.move(turned, x, 0.0, z))
    return merge(pieces)


def _sword() -> MeshData:
    """Blade upwards behind the star, guard, grip and pommel below it."""
    blade = panel(profile.line((-0.24, 0.6), (0.24, 0.6), (0.2, 2.6), (0.0, 3.0), (-0.2, 2.6)),
                  -1.12, -0.7, COPPER)  # fmt: skip
    ridge = block((-0.04, -1.18, 0.8), (0.04, -1.0, 2.7), DARK)
    grip = lathe.lathe(profile.line((0.13, -2.9), (0.17, -2.4), (0.13, -1.6)), COPPER, sides=10)
    boss = lathe.sphere(0.3, COPPER, sides=12, centre_m=-1.5)
    pommel = lathe.sphere(0.24, COPPER, sides=10, centre_m=-3.0)
    guard = block((-0.75, -1.2, -1.95), (0.75, -0.85, -1.72), DARK)
    hilt = transform.move(merge([grip, boss, pommel]), y=-1.05)
    return merge([blade, ridge, hilt, guard])


def _ribbons() -> MeshData:
    """Streamers under the wreath that hang over the lower edge of the panel."""
    pieces = []
    for s in (1.0, -1.0):
        for points in ([(0.3, -1.9), (1.2, -2.15), (2.2, -2.1), (2.85, -2.45)],
                       [(0.3, -2.1), (1.0, -2.55), (1.8, -2.5), (2.2, -2.85)],
                       [(0.2, -2.2), (0.5, -2.75), (0.45, -3.3)]):  # fmt: skip
            line = profile.smooth(np.array(points) * [s, 1.0], 4)
            wide = np.linspace(0.42, 0.16, len(line))
            pieces.append(transform.move(ornament.ribbon(line, wide, 0.3, COPPER), y=-0.56))
    return merge(pieces)


def _star() -> MeshData:
    """The gilded star of ten facets."""
    ring = profile.star(5, 0.98, 0.39)
    count = len(ring)
    points = [(x, -1.3, z) for x, z in ring] + [(0.0, -1.62, 0.0)]
    faces = [(i, (i + 1) % count, count) for i in range(count)]
    rear = extrude.panel(ring, -1.3, -0.9, GILT, back=False)
    return merge([rear, solid(points, faces, GILT, crease_deg=0.0)])
