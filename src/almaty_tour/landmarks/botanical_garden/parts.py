"""Parts of the botanical garden: slatted pavilions, glasshouse, pools, pergolas, beds."""

from __future__ import annotations

from typing import Final

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, pylon, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.landmarks._shared.light_letters import letters
from almaty_tour.mesh.data import MeshData, merge

GATE_Y_M: Final = -70.0
HOUSE: Final = (0.0, 56.0)
POOLS: Final = ((43.0, 8.0, 26.0, 15.0), (38.0, 28.0, 18.0, 11.0), (-42.0, 12.0, 22.0, 18.0))
WALK_M: Final = 0.1

METAL = Paint("painted_metal", "#33363A")
SLAT = Paint("wood", "#B98A5A")
YELLOW = Paint("wood", "#E0B860")
GLASS = Paint("sky_glass", "#D2DCCC")
CLEAR = Paint("window")
WHITE = Paint("painted_metal", "#F0F1EE")
WORD = Paint("lettering", "#F0F1EE")
CONCRETE = Paint("concrete", "#D5D2CA")
SETTS = Paint("paving", "#D2CCC2")
LAWN = Paint("lawn", "#6E8C50")
WATER = Paint("pool_water", "#B7C3A0")
LILY = Paint("foliage", "#5F8A4A")
REED = Paint("foliage", "#8BA05A")
RED, GOLD, PINK, SAGE = (Paint("foliage", c) for c in ("#B23B36", "#DDA93C", "#D98BA6", "#8FA77C"))
SIGN = "БАС БОТАНИКАЛЫҚ БАҒЫ"


def ground() -> MeshData:
    """The square before the gate, the alley that parts round a bed, a round before the house."""
    z = WALK_M
    square = extrude.block((-27.0, -82.0, -1.5), (27.0, -58.0, z), SETTS)
    alley = [
        extrude.block((s * 6.0 - 2.6, -58.0, -0.5), (s * 6.0 + 2.6, 24.0, z), SETTS)
        for s in (-1, 1)
    ]
    round_m = transform.move(
        extrude.prism(profile.circle(15.0, 36), -0.5, z - 0.02, SETTS), 0.0, 30.0
    )
    cross = [
        extrude.block((min(a, b), -6.0, -0.5), (max(a, b), -2.8, z - 0.04), SETTS)
        for a, b in ((8.6, 58.0), (-58.0, -8.6))
    ]
    lawns = [
        extrude.block((min(s * 8.9, s * 28.0), y0, -0.4), (max(s * 8.9, s * 28.0), y1, 0.05), LAWN)
        for s in (-1, 1)
        for y0, y1 in ((-57.5, -6.2), (-2.6, 14.0))
    ]
    lawns.append(extrude.block((-3.4, -57.5, -0.4), (3.4, 22.5, 0.05), LAWN))
    return diced(merge([*lawns, square, *alley, round_m, *cross]), 16.0)


def beds() -> MeshData:
    """Long beds in the middle of the alley and the round one before the glasshouse."""
    pieces = []
    for k, (y, length) in enumerate(((-44.0, 22.0), (-18.0, 22.0), (8.0, 20.0))):
        outline = profile.rounded_rectangle(6.2, length, 2.6, 4, (0.0, y))
        pieces += [
            extrude.prism(outline, -0.3, 0.26, SAGE),
            extrude.prism(
                profile.offset(outline, -0.7), 0.2, 0.42, (RED, PINK, GOLD)[k], bottom=False
            ),
            extrude.prism(
                profile.offset(outline, -1.9), 0.3, 0.56, (GOLD, SAGE, RED)[k], bottom=False
            ),
        ]
    for r, top, paint in ((7.5, 0.3, SAGE), (6.6, 0.45, RED), (4.6, 0.6, GOLD), (2.4, 0.75, PINK)):
        disc = extrude.prism(profile.circle(r, 22), -0.2, top, paint)
        pieces.append(transform.move(disc, 0.0, 30.0))
    return merge(pieces)


def gate() -> MeshData:
    """Two low slatted pavilions under one thin dark roof, turnstiles, letters on its edge."""
    half = _pavilion()
    roof_m = extrude.block((-21.0, -4.6, 4.1), (21.0, 4.2, 4.6), METAL)
    edge = extrude.block((-21.2, -4.9, 4.0), (21.2, -4.6, 5.1), METAL)
    soffit = extrude.block((-20.6, -4.4, 4.02), (20.6, 4.0, 4.1), SLAT)
    words = transform.move(letters(SIGN, 0.62, WORD, out_m=0.08, spacing_m=0.16), y=-4.9, z=4.24)
    posts = transform.at(
        extrude.box(0.24, 0.24, 5.5, METAL, bottom_m=-1.4),
        [(x, y) for x in (-6.8, 6.8) for y in (-4.0, 3.6)],
    )
    bars = transform.at(
        merge(
            [
                extrude.box(0.3, 1.5, 1.0, METAL, bottom_m=0.05),
                extrude.box(0.9, 0.06, 0.06, WHITE, bottom_m=0.8),
            ]
        ),
        [(x, 0.0) for x in np.linspace(-5.2, 5.2, 6)],
    )
    whole = merge([half, transform.mirror_x(half), roof_m, edge, soffit, words, posts, bars])
    return transform.move(whole, y=GATE_Y_M)


def _pavilion() -> MeshData:
    core = extrude.block((8.0, -3.4, -1.5), (19.6, 3.2, 4.05), Paint("concrete", "#8E8A84"))
    glass = extrude.block((8.4, -3.5, 0.6), (12.2, -3.3, 3.5), CLEAR)
    slat = extrude.box(0.09, 0.16, 3.9, SLAT, bottom_m=0.1)
    front = transform.at(slat, [(x, -3.55) for x in np.arange(12.7, 19.7, 0.3)])
    end = transform.at(slat, [(19.72, y) for y in np.arange(-3.3, 3.3, 0.36)], turn_deg=90.0)
    inner = transform.at(slat, [(7.9, y) for y in np.arange(-3.3, 3.3, 0.36)], turn_deg=90.0)
    return merge([core, glass, front, end, inner])


def glasshouse() -> MeshData:
    """A high hall under a glass vault with white ribs between two lower glass wings."""
    hall = _vault(18.0, 13.0, 5.2, 11.0, 10)
    wing = _vault(20.0, 9.0, 3.4, 6.2, 8)
    wings = [transform.move(wing, s * 19.0, 1.0) for s in (-1, 1)]
    porch = merge(
        [
            extrude.block((-3.2, -9.4, -0.4), (3.2, -6.3, 4.0), CONCRETE),
            extrude.block((-2.3, -9.5, 0.1), (2.3, -9.3, 3.2), CLEAR),
            extrude.block((-4.0, -10.4, 4.0), (4.0, -6.3, 4.4), WHITE),
            extrude.block((-3.9, -11.2, -0.3), (3.9, -9.4, 0.14), CONCRETE),
        ]
    )
    return transform.move(merge([hall, *wings, porch]), *HOUSE)


def _vault(width_m: float, depth_m: float, wall_m: float, top_m: float, bays: int) -> MeshData:
    """A glazed shed along x: plinth, upright glass, a half-ellipse roof, ribs, ridge."""
    half = depth_m / 2
    curve = profile.arc((0.0, wall_m), (half, top_m - wall_m - 0.12), 0.0, 180.0, 12)
    shape = np.concatenate([[(half, 0.5)], curve, [(-half, 0.5)]])
    body = transform.turn_z(
        extrude.panel(
            shape[::-1] if profile.area_m2(shape) < 0 else shape, -width_m / 2, width_m / 2, GLASS
        ),
        90.0,
    )
    plinth = extrude.box(width_m + 0.3, depth_m + 0.3, 2.1, CONCRETE, bottom_m=-1.5)
    x = np.linspace(-width_m / 2, width_m / 2, bays + 1)
    line = np.concatenate([[(half, 0.5)], curve, [(-half, 0.5)]]) * 1.006
    ribs = []
    for at_x in x:
        points = np.column_stack([np.full(len(line), at_x), -line[:, 0], line[:, 1]])
        ribs.append(pylon.rods(points[:-1], points[1:], 0.07, WHITE, sides=3))
    rows = np.array([1, 3, 5, 7, 9, 11, 13])
    a = np.column_stack([np.full(7, -width_m / 2), -line[rows, 0], line[rows, 1]])
    b = a * [-1.0, 1.0, 1.0]
    long_bars = pylon.rods(a, b, 0.07, WHITE, sides=3)
    ends = [_gable(half, wall_m, curve, s * (width_m / 2 + 0.02)) for s in (-1.0, 1.0)]
    return merge([body, plinth, *ribs, long_bars, *ends])


def _gable(half: float, wall_m: float, curve: np.ndarray, x: float) -> MeshData:
    y = np.linspace(-half + 0.8, half - 0.8, 5)
    top = np.interp(y, curve[::-1, 0], curve[::-1, 1])
    low = np.column_stack([np.full(5, x), y, np.full(5, 0.5)])
    bars = pylon.rods(low, np.column_stack([low[:, :2], top]), 0.06, WHITE, sides=3)
    rail = pylon.rods([(x, -half, wall_m)], [(x, half, wall_m)], 0.08, WHITE, sides=3)
    return merge([bars, rail])


def pools() -> MeshData:
    """Shallow pools with rims of concrete and planks, lilies on them, reeds at their ends."""
    pieces = []
    for k, (x, y, w, d) in enumerate(POOLS):
        outline = profile.rectangle(w, d, (x, y))
        rim = profile.line((0.5, -0.3), (0.5, 0.34), (-0.25, 0.34), (-0.25, -0.3))
        pieces.append(extrude.sweep(rim, outline, CONCRETE, crease_deg=0.0))
        pieces.append(
            extrude.block((x - w / 2, y + d / 2 - 1.9, -0.2), (x + w / 2, y + d / 2, 0.3), SLAT)
        )
        pieces.append(diced(extrude.prism(outline, -0.3, 0.14, WATER, bottom=False), 9.0))
        seed = hashed(f"botanic lilies {k}", 30)
        spots = np.column_stack(
            [
                x + (w - 4.0) * (fraction(seed, 1) - 0.5),
                y - 1.2 + (d - 5.0) * (fraction(seed, 2) - 0.5),
            ]
        )
        leaf = extrude.sheet(profile.circle(0.42, 7), 0.17, LILY)
        pieces.append(transform.at(leaf, spots, scale_by=1.0, turn_deg=360 * fraction(seed, 3)))
        bloom = lathe.lathe(profile.line((0.05, 0.16), (0.2, 0.36)), PINK, sides=5, caps=False)
        pieces.append(transform.at(bloom, spots[::4]))
        pieces.append(_reeds(x - w / 2 + 1.2, y, d - 4.0, f"botanic reeds {k}"))
    return merge(pieces)


def _reeds(x: float, y: float, length: float, name: str) -> MeshData:
    seed = hashed(name, 36)
    spots = np.column_stack(
        [x + 1.3 * (fraction(seed, 1) - 0.5), y + length * (fraction(seed, 2) - 0.5)]
    )
    blade = lathe.lathe(
        profile.line((0.09, 0.1), (0.05, 1.0), (0.0, 1.7)), REED, sides=3, caps=False
    )
    return transform.at(blade, spots, scale_by=0.7 + 0.5 * fraction(seed, 3))


def pergolas() -> MeshData:
    """Yellow timber frames over the cross walk."""
    posts = transform.at(
        extrude.box(0.2, 0.2, 3.0, YELLOW, bottom_m=-0.3), [(-1.9, 0.0), (1.9, 0.0)]
    )
    beam = extrude.box(4.6, 0.16, 0.24, YELLOW, bottom_m=2.7)
    frame = transform.turn_z(merge([posts, beam]), 90.0)
    x = np.arange(15.0, 56.0, 4.0)
    rails = [
        extrude.block(
            (s * 35.0 - 20.5, -4.4 + v - 0.07, 2.94),
            (s * 35.0 + 20.5, -4.4 + v + 0.07, 3.08),
            YELLOW,
        )
        for s in (-1, 1)
        for v in (-2.0, -1.0, 0.0, 1.0, 2.0)
    ]
    return merge([transform.at(frame, [(s * v, -4.4) for v in x for s in (-1, 1)]), *rails])
