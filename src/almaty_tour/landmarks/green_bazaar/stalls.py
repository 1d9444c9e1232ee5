"""Stalls of the Green Bazaar: blue counters, heaps of fruit, striped awnings, booths, sheds."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, roof, transform
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import hexahedra, quadrilaterals, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.landmarks._shared.bare import BACK, OVER, UNDER, bare
from almaty_tour.landmarks.green_bazaar.plan import DARK, WHITE
from almaty_tour.mesh.data import MeshData, merge

COUNTER = Paint("painted_metal", "#2470B4")
SHELF = Paint("wood", "#C9A36C")
CRATE = Paint("wood", "#B98A52")
POST = Paint("painted_metal", "#D8DAD6")
AWNINGS = (
    (Paint("plaster", "#2E8B57"), Paint("plaster", "#F2EFE4")),
    (Paint("plaster", "#2C6FB0"), Paint("plaster", "#F2EFE4")),
    (Paint("plaster", "#C2452F"), Paint("plaster", "#F4E9CF")),
    (Paint("plaster", "#D79A2B"), Paint("plaster", "#F6F0DC")),
)
FRUIT = tuple(
    Paint("foliage", colour)
    for colour in ("#C9281F", "#E87A1E", "#E9C12E", "#6FA332", "#7A2E5E", "#E2A03F", "#A83A22",
                   "#F0D27A", "#8C5A2E", "#D94A3A", "#4E7E2A", "#B9864A")
)  # fmt: skip
WIDTH_M, DEPTH_M = 3.2, 2.6


def stall(number: int) -> MeshData:
    """One stall, front to -y: counter, stepped display with ten heaps, awning on four poles."""
    dark, pale = AWNINGS[number % len(AWNINGS)]
    half = WIDTH_M / 2
    return merge([
        bare(block((-half + 0.1, -0.5, -0.2), (half - 0.1, 0.6, 0.82), COUNTER), UNDER, OVER),
        block((-half + 0.02, -0.62, 0.82), (half - 0.02, 0.7, 0.9), SHELF),
        bare(block((-half + 0.1, -0.54, 0.12), (half - 0.1, -0.48, 0.2), WHITE), BACK),
        bare(block((-half + 0.1, 0.14, 0.9), (half - 0.1, 0.66, 1.14), SHELF), UNDER),
        _heaps(number), _awning(dark, pale),
    ])  # fmt: skip


def _heaps(number: int) -> MeshData:
    """Mounds of fruit in crates: two rows of five, tint and height from the stall's number."""
    draw = hashed(f"green_bazaar/stall{number}", 10)
    x = (np.arange(10) % 5 - 2.0) * 0.6
    back = np.arange(10) >= 5
    y, z = np.where(back, 0.4, -0.24), np.where(back, 1.14, 0.9)
    kind = ((draw >> np.uint32(9)) % np.uint32(len(FRUIT))).astype(np.int64)
    size = 0.85 + 0.3 * fraction(draw, 2)
    section = profile.line((0.28, 0.0), (0.19, 0.22), (0.0, 0.31))
    pieces = []
    for index in np.unique(kind):
        mine = kind == index
        heap = lathe.lathe(section, FRUIT[int(index)], sides=6, crease_deg=80.0, caps=False)
        places = np.column_stack([x[mine], y[mine], z[mine]])
        pieces.append(transform.at(heap, places, turn_deg=360.0 * fraction(draw, 3)[mine],
                                   scale_by=size[mine]))  # fmt: skip
    fronts = [bare(block((-1.51, a, b), (1.51, a + 0.03, b + 0.1), CRATE), UNDER)
              for a, b in ((-0.48, 0.9), (0.17, 1.14))]  # fmt: skip
    return merge([*pieces, *fronts])


def _ball(radius_m: float, paint: Paint, sides: int) -> MeshData:
    """A fruit: a ball of few sides, smooth."""
    half = profile.arc((0.0, 0.0), radius_m, -90.0, 90.0, 4)
    return lathe.lathe(half, paint, sides=sides, crease_deg=80.0, caps=False)


def _awning(dark: Paint, pale: Paint) -> MeshData:
    """A sloped roof of striped cloth with a hanging edge, on poles."""
    half, stripes = WIDTH_M / 2, 8
    edge = np.linspace(-half, half, stripes + 1)
    quads = []
    for a, b in pairwise(edge):
        for (y0, z0), (y1, z1) in (((-1.25, 2.29), (1.2, 2.99)), ((-1.25, 1.98), (-1.25, 2.29))):
            quads.append([(a, y0, z0), (b, y0, z0), (b, y1, z1), (a, y1, z1)])
    upper = np.array(quads).reshape(stripes, 2, 4, 3)
    lower = upper[:, :, ::-1] + np.array([(0.0, 0.0, -0.004), (0.0, 0.004, 0.0)])[:, None]
    cloth = np.concatenate([upper, lower], axis=1)
    parts = [quadrilaterals(cloth[k::2].reshape(-1, 4, 3), paint)
             for k, paint in ((0, dark), (1, pale))]  # fmt: skip
    spots = np.array([(x, y) for x in (-half + 0.05, half - 0.05) for y in (-1.2, 1.15)])
    top = np.where(spots[:, 1] < 0.0, 2.26, 2.93)
    poles = struts(np.column_stack([spots, np.full(4, -0.2)]), np.column_stack([spots, top]), 0.06,
                   POST, caps=False)  # fmt: skip
    return merge([*parts, poles])


def booth(number: int) -> MeshData:
    """A closed kiosk beside the gate way: sheet walls, open front full of bags, balls, cloth."""
    blue = Paint("roof_metal", "#2F6DA8") if number % 2 == 0 else Paint("roof_metal", "#B9C0C2")
    half, depth, high = 1.95, 2.6, 2.7
    shell = [
        block((-half, 0.0, -0.3), (half, depth, 0.25), WHITE),
        block((-half, depth - 0.12, 0.2), (half, depth, high), WHITE),
        block((-half, 0.0, 0.2), (-half + 0.12, depth, high), WHITE),
        block((half - 0.12, 0.0, 0.2), (half, depth, high), WHITE),
        block((-half, 0.0, 2.35), (half, 0.15, high), Paint("painted_metal", "#2B8F62")),
        block((-half + 0.12, 0.5, 0.25), (half - 0.12, depth - 0.1, 0.9), COUNTER),
        block((-half + 0.12, depth - 0.5, 0.9), (half - 0.12, depth - 0.12, 2.2), DARK),
    ]  # fmt: skip
    wide, back, rise = half + 0.1, depth + 0.1, high + 0.25
    low = np.array([(-wide, -1.1, 2.45), (wide, -1.1, 2.45), (wide, back, rise),
                    (-wide, back, rise)])  # fmt: skip
    top = np.concatenate([low, low + np.array([0.0, 0.0, 0.08])])[None]
    return merge([*shell, hexahedra(top, blue), _goods(number, half)])


def _goods(number: int, half_m: float) -> MeshData:
    """What hangs in the front of a booth and lies on its counter."""
    draw = hashed(f"green_bazaar/booth{number}", 24)
    pieces = []
    x = np.linspace(-half_m + 0.3, half_m - 0.3, 12)
    for row, (y, z, size) in enumerate(((-0.25, 1.95, 0.3), (0.45, 1.02, 0.26))):
        pick = draw[12 * row : 12 * row + 12]
        kind = ((pick >> np.uint32(7)) % np.uint32(len(FRUIT))).astype(np.int64)
        drop = 0.35 * fraction(pick, 2) * (1 - row)
        for index in np.unique(kind):
            mine = kind == index
            if row == 0 and index % 2:
                piece = extrude.box(0.24, 0.12, 0.5, FRUIT[int(index)], bottom_m=-0.25)
            else:
                piece = _ball(0.5 * size, FRUIT[int(index)], 5)
            spots = np.column_stack([x[mine], np.full(mine.sum(), y), z - drop[mine]])
            pieces.append(transform.at(piece, spots))
    return merge(pieces)


def melons(number: int) -> MeshData:
    """A heap of watermelons in a low pen of boards, and pale long melons beside it."""
    green, pale = Paint("foliage", "#3F7A36"), Paint("foliage", "#D9B84E")
    places = [(0.46 * (a - (3 - k) / 2), 0.42 * (b - (2 - k) / 2), 0.22 + 0.34 * k)
              for k in range(3) for a in range(4 - k) for b in range(3 - k)]  # fmt: skip
    turn = 360.0 * fraction(hashed(f"green_bazaar/melons{number}", len(places)), 1)
    ball = _ball(0.24, green, 6)
    long = transform.scale(_ball(0.17, pale, 6), 1.6, 1.0, 1.0)
    beside = [(1.5, 0.36 * (b - 1), 0.17) for b in range(3)] + [(1.5, 0.0, 0.45)]
    pen = [block((-1.0, y, -0.1), (2.0, y + 0.05, 0.28), CRATE) for y in (-0.72, 0.68)]
    ends = [block((x, -0.7, -0.1), (x + 0.05, 0.7, 0.28), CRATE) for x in (-1.0, 1.95)]
    return merge([
        transform.at(ball, places, turn_deg=turn), transform.at(long, beside), *pen, *ends,
    ])  # fmt: skip


def shed(length_m: float, colour: str) -> MeshData:
    """A trading row in the yard: a pitched sheet roof on steel posts, open all round, x along."""
    half, wide, low, high = length_m / 2, 3.6, 3.1, 4.3
    post = block((-0.07, -0.07, -0.3), (0.07, 0.07, low + 0.1), POST)
    x = np.linspace(-half + 0.4, half - 0.4, round(length_m / 4.2) + 1)
    posts = transform.at(post, [(a, b) for a in x for b in (-wide + 0.5, wide - 0.5)])
    tie = struts(np.array([(a, -wide + 0.5, low) for a in x]),
                 np.array([(a, wide - 0.5, low) for a in x]), 0.09, POST, caps=False)  # fmt: skip
    king = struts(np.array([(a, 0, low) for a in x]), np.array([(a, 0, high - 0.05) for a in x]),
                  0.07, POST, caps=False)  # fmt: skip
    cover = roof.gable(length_m, 2 * wide, high - low, Paint("roof_metal", colour), z_m=low)
    ridge = block((-half, -0.2, high - 0.06), (half, 0.2, high + 0.05), WHITE)
    return merge([posts, tie, king, cover, ridge])
