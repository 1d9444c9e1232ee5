"""The hall of the Baluan Sholak Palace, its loggia, its base and its big flat roof."""

from __future__ import annotations

from typing import Final

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit.curtain import Curtain, face
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block, sweep
from almaty_tour.kit.hexahedra import hexahedra, struts
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.rail import railing
from almaty_tour.kit.transform import at, move, turn_z
from almaty_tour.landmarks._shared.sport_parts import band, cladding, fins, plot, returned
from almaty_tour.mesh.data import MeshData, merge

HALF_X: Final = 26.1
HALF_Y: Final = 46.5
BASE_X: Final = 31.0
BASE_Y: Final = (-57.0, 50.0)
DECK_M: Final = 4.95
EAVES_M: Final = 16.6
FASCIA_M: Final = 19.3
LOGGIA_M: Final = 5.2
CHEEK_M: Final = 4.6
OVERHANG_M: Final = 1.5

PALE = Paint("painted_metal", "#DADFE3")
WHITE = Paint("painted_metal", "#EEF0F1")
BLUE = Paint("painted_metal", "#2F6FB2")
DEEP = Paint("painted_metal", "#1F4F8C")
GREY = Paint("painted_metal", "#9AA3AC")
DARK = Paint("painted_metal", "#3C444C")
STONE = Paint("granite", "#8D8882")
PAVING = Paint("paving", "#B9B4AC")
ROOF = Paint("roof_membrane", "#A9ADAF")
GLAZING = Curtain(
    Paint("sky_glass", "#A9BDCB"), Paint("blue_glass", "#7E9DBC"), Paint("steel", "#C9CED2"),
    storey_m=4.0, sill_m=0.5, pane_m=1.5, base_m=DECK_M, variety=0.2,
)  # fmt: skip
YARD = Curtain(
    Paint("sky_glass", "#8FA5B5"), Paint("mirror_glass"), Paint("steel", "#AEB5BB"),
    storey_m=3.9, sill_m=0.5, pane_m=2.4, base_m=DECK_M,
)  # fmt: skip
DOORS = Curtain(
    Paint("window"), Paint("window"), Paint("painted_metal", "#E4E7E9"),
    storey_m=3.0, sill_m=0.0, pane_m=1.2, base_m=0.0, variety=0.1, mullion_m=(0.12, 0.12),
)  # fmt: skip


def loggia() -> MeshData:
    """The deep porch of the north front: glass wall, slim verticals, lit soffit, doors."""
    inner = HALF_X - CHEEK_M
    back = -HALF_Y + LOGGIA_M
    glass = face((-inner, back), (inner, back), DECK_M + 3.0, (EAVES_M, EAVES_M), GLAZING, "sholak")
    doors = face((-inner, back), (inner, back), DECK_M, (DECK_M + 3.0, DECK_M + 3.0), DOORS, "door")
    shelf = block((-inner, back - 1.7, DECK_M + 2.95), (inner, back, DECK_M + 3.3), WHITE)
    soffit = diced(
        block((-inner, -HALF_Y - OVERHANG_M + 0.3, EAVES_M - 0.12), (inner, back, EAVES_M), WHITE),
        4.0,
    )
    lamps = at(
        block((-0.9, -0.16, EAVES_M - 0.22), (0.9, 0.16, EAVES_M - 0.1), Paint("lamp_glass")),
        [(x, y, 0.0) for x in np.linspace(-18.9, 18.9, 14) for y in (-45.2, -43.2)],
    )
    verticals = fins((-inner, -HALF_Y + 0.2), (inner, -HALF_Y + 0.2), 15, (0.34, 1.1),
                     (DECK_M, EAVES_M), WHITE)  # fmt: skip
    feet = fins((-inner, -HALF_Y + 0.3), (inner, -HALF_Y + 0.3), 15, (0.6, 1.35),
                (DECK_M, DECK_M + 0.45), STONE)  # fmt: skip
    return merge([glass, doors, shelf, soffit, lamps, verticals, feet, *_cheeks()])


def _cheeks() -> list[MeshData]:
    """The blind corner walls that hold the loggia: plates in front and on the inner returns."""
    pieces = []
    for sign in (-1.0, 1.0):
        near, far = sign * (HALF_X - CHEEK_M), sign * HALF_X
        a, b = sorted((near, far))
        start, end = returned(near, (-HALF_Y, -HALF_Y + LOGGIA_M), sign < 0)
        for one, other, wide in (((a, -HALF_Y), (b, -HALF_Y), 2.3), (start, end, 2.6)):
            name = f"sholak cheek {sign} {wide}"
            pieces.append(cladding(one, other, DECK_M, EAVES_M, (wide, 2.9), PALE, name))
        stripe = block(
            (a + 1.4, -HALF_Y - 0.16, DECK_M + 0.6), (a + 2.0, -HALF_Y, EAVES_M - 0.6), BLUE
        )
        pieces += [stripe, move(stripe, 1.2)]
    return pieces


def hall() -> MeshData:
    """Windowless sides of plates in two tones, the yard front with its glass field and gate."""
    x, y = HALF_X, HALF_Y
    pieces = []
    for name, a, b in (("west", (x, -y), (x, y)), ("east", (-x, y), (-x, -y))):
        pieces.append(
            cladding(a, b, DECK_M, 8.2, (3.1, 3.3), BLUE, f"sholak {name} low", variety=0.25)
        )
        pieces.append(cladding(a, b, 8.2, EAVES_M, (3.1, 2.8), PALE, f"sholak {name}"))
    for sign in (-1.0, 1.0):
        far, near = sorted((sign * 16.0, sign * x), reverse=True)
        pieces.append(
            cladding((far, y), (near, y), DECK_M, EAVES_M, (3.3, 2.9), PALE, f"yard {sign}")
        )
    field = face((16.0, y), (-16.0, y), DECK_M, (EAVES_M - 1.2, EAVES_M - 1.2), YARD, "sholak yard")
    lintel = cladding((16.0, y), (-16.0, y), EAVES_M - 1.2, EAVES_M, (4.0, 1.2), PALE, "lintel")
    core = block((-x + 0.4, -y + LOGGIA_M + 0.3, 4.0), (x - 0.4, y - 0.3, EAVES_M), DARK)
    return merge([*pieces, field, lintel, core, _escape(1.0), _escape(-1.0)])


def _escape(sign: float) -> MeshData:
    """A steel escape stair on a blind side, two flights down to the deck."""
    flights = []
    for low, high, start, end in ((DECK_M, 8.7, 4.0, 11.0), (8.7, 12.4, 11.0, 4.0)):
        sides = np.array([0.55, 1.75])
        ends = [np.column_stack([sides, [y, y], [z, z]]) for y, z in ((start, low), (end, high))]
        flights.append(struts(ends[0], ends[1], 0.12, GREY, depth_m=0.3))
        count = 16
        share = (np.arange(count) + 0.5) / count
        tread = block((0.5, -0.16, -0.03), (1.8, 0.16, 0.03), GREY)
        spots = np.column_stack([np.zeros(count), start + share * (end - start),
                                 low + share * (high - low)])  # fmt: skip
        flights.append(at(tread, spots))
        flights.append(
            railing([(1.75, start), (1.75, end)], GREY, z_m=(low + high) / 2 - 0.4, bars=2)
        )
    flights += [
        block((0.0, 11.0, 8.6), (1.85, 12.6, 8.72), GREY),
        block((0.0, 2.4, 12.3), (1.85, 4.0, 12.42), GREY),
        block((0.02, 2.5, 12.4), (0.16, 3.7, 14.6), DARK),
        block((1.6, 11.0, 0.0), (1.8, 11.2, 8.6), GREY),
    ]
    stairway = merge(flights)
    turned = stairway if sign > 0 else turn_z(stairway, 180.0)
    return move(turned, sign * HALF_X, sign * 20.0)


def roof(top_m: float) -> MeshData:
    """The wide fascia with its blue line and the sign, the raised middle over the arena, plant."""
    rim = p.rectangle(2 * (HALF_X + OVERHANG_M), 2 * (HALF_Y + OVERHANG_M))
    slab = diced(
        block((-HALF_X - OVERHANG_M, -HALF_Y - OVERHANG_M, EAVES_M),
              (HALF_X + OVERHANG_M, HALF_Y + OVERHANG_M, EAVES_M + 0.5), WHITE), 14.0,
    )  # fmt: skip
    fascia = []
    for k in range(4):
        a, b = rim[k], rim[(k + 1) % 4]
        fascia.append(cladding(a, b, EAVES_M + 0.5, FASCIA_M, (3.0, 2.2), WHITE, f"fascia {k}"))
        fascia.append(band(a, b, EAVES_M + 0.5, EAVES_M + 1.05, 0.16, BLUE))
    cap = p.line((-0.55, 0.0), (0.16, 0.0), (0.16, 0.3), (-0.55, 0.3))
    inside = p.line((-0.4, -0.9), (-0.3, -0.9), (-0.3, 0.0), (-0.4, 0.0))
    pieces = [sweep(cap, rim, GREY, z_m=FASCIA_M), sweep(inside, rim, GREY, z_m=FASCIA_M)]
    deck = FASCIA_M - 0.9
    floor = tiles((-HALF_X - 1.2, -HALF_Y - 1.2), (HALF_X + 1.2, HALF_Y + 1.2), deck, ROOF, 6.0)
    sign = lettering("БАЛУАН ШОЛАҚ", 1.5, Paint("lettering", "#1F5CA6"), out_m=0.2, bold_m=0.03,
                       spacing_m=0.3)  # fmt: skip
    sign = move(sign, 0.0, -HALF_Y - OVERHANG_M - 0.1, EAVES_M + 1.2)
    return merge([slab, *fascia, *pieces, floor, sign, _crown(deck, top_m), _plant(deck)])


def _crown(deck_m: float, top_m: float) -> MeshData:
    """The hipped plateau over the arena with ten ridges of skylights."""
    low, high = plot((-19.0, -36.0), (19.0, 36.0)), plot((-16.0, -33.0), (16.0, 33.0))
    z = top_m - 0.75
    slopes = hexahedra(
        [[*[(x, y, deck_m - 0.1) for x, y in low], *[(x, y, z) for x, y in high]]],
        Paint("roof_metal", "#8FA0AE"),
    )
    light = hexahedra(
        [[(-13.0, -1.0, z), (13.0, -1.0, z), (13.0, 1.0, z), (-13.0, 1.0, z),
          (-12.6, -0.12, top_m), (12.6, -0.12, top_m), (12.6, 0.12, top_m), (-12.6, 0.12, top_m)]],
        Paint("sky_glass", "#B8CBD8"),
    )  # fmt: skip
    bars = at(block((-0.06, -1.05, z), (0.06, 1.05, z + 0.2), WHITE), [(x, 0.0) for x in (-13, 13)])
    lights = at(merge([light, bars]), [(0.0, y) for y in np.linspace(-28.0, 28.0, 10)])
    walk = block((-0.5, -33.0, z), (0.5, 33.0, z + 0.12), GREY)
    return merge([diced(slopes, 8.0), lights, walk])


def _plant(deck_m: float) -> MeshData:
    """Fans, cabinets, ducts, two stair heads on the margins of the roof."""
    fan = merge(
        [
            block((-1.1, -1.1, 0.0), (1.1, 1.1, 0.9), GREY),
            block((-0.8, -0.8, 0.9), (0.8, 0.8, 1.05), DARK),
        ]
    )
    spots = [(x, y, deck_m) for x in (-22.5, 22.5) for y in (-28.0, -20.0, -4.0, 12.0, 20.0)]
    heads = [
        block((-2.0, y - 1.6, deck_m), (2.0, y + 1.6, deck_m + 1.3), PALE) for y in (-41.0, 41.0)
    ]
    ducts = [
        block((x - 0.4, -16.0, deck_m + 0.1), (x + 0.4, 8.0, deck_m + 0.8), Paint("steel"))
        for x in (-21.0, 21.0)
    ]
    return merge([at(fan, spots), *heads, *ducts])


def base() -> MeshData:
    """The ground storey that spreads wider than the hall: stone piers, strips of windows, deck."""
    x, (y0, y1) = BASE_X, BASE_Y
    core = block((-x + 0.5, y0 + 0.5, -1.5), (x - 0.5, y1 - 0.5, DECK_M - 0.6), DARK)
    ring = plot((-x, y0), (x, y1))
    strip = Curtain(Paint("window"), STONE, DARK, storey_m=5.6, sill_m=2.1, pane_m=2.0, base_m=-1.5,
                    transom_m=(0.0, 0.0))  # fmt: skip
    pieces = []
    for k in (1, 2, 3):
        a, b = ring[k], ring[(k + 1) % 4]
        pieces.append(face(a, b, -1.5, (4.1, 4.1), strip, f"sholak base {k}"))
        way = 0.36 * (b - a) / np.linalg.norm(b - a)
        pieces.append(fins(a + way, b - way, 28 if k != 2 else 17, (0.7, 0.35), (-1.5, 4.1), STONE))
    pieces.append(cladding(ring[0], ring[1], -1.5, 4.1, (2.6, 1.9), STONE, "sholak base front"))
    rim = p.line((-0.6, 4.1), (0.6, 4.1), (0.6, DECK_M - 0.06), (-0.6, DECK_M - 0.06))
    coping = p.line((-0.5, 0.0), (0.4, 0.0), (0.4, 0.55), (-0.1, 0.55))
    pieces += [
        sweep(rim, ring, PALE),
        tiles((-x - 0.4, y0 - 0.4), (x + 0.4, y1 + 0.4), DECK_M, PAVING, 8.0),
    ]
    sides = [ring[1], ring[2], ring[3], ring[0]]
    pieces.append(sweep(coping, np.array(sides), PALE, z_m=DECK_M - 0.06, closed=False))
    for a, b in (((-x, y0), (-13.0, y0)), ((13.0, y0), (x, y0))):
        pieces.append(sweep(coping, np.array([a, b]), PALE, z_m=DECK_M - 0.06, closed=False))
    pieces += [_entrance(sign * 22.0) for sign in (-1.0, 1.0)]
    rails = [
        railing(
            np.array([a, b]),
            Paint("steel"),
            z_m=DECK_M + 0.45,
            height_m=0.6,
            post_m=2.4,
            bars=2,
            bar_m=0.05,
        )
        for a, b in (
            ((-x + 0.2, y0 + 0.1), (-13.2, y0 + 0.1)),
            ((13.2, y0 + 0.1), (x - 0.2, y0 + 0.1)),
        )
    ]
    pieces += rails
    gate = block((-3.2, y1 - 0.1, -1.5), (3.2, y1 + 0.3, 3.9), GREY)
    ribs = [
        block((-3.0, y1 + 0.3, z), (3.0, y1 + 0.36, z + 0.3), PALE)
        for z in np.arange(0.2, 3.6, 0.5)
    ]
    return merge([core, *pieces, gate, *ribs])


def _entrance(x_m: float) -> MeshData:
    """A door to the ground storey under a flat canopy, with boards of coming games beside it."""
    y = BASE_Y[0]
    tones = ("#C8503A", "#2F7FB8", "#D9A23A", "#3E8E63")
    boards = [
        block((dx - 0.75, y - 0.3, 0.9), (dx + 0.75, y - 0.18, 3.2), Paint("painted_metal", tone))
        for dx, tone in zip((-6.2, -4.2, 4.2, 6.2), tones, strict=True)
    ]
    frames = at(
        block((-0.85, y - 0.24, 0.8), (0.85, y - 0.02, 3.3), DARK),
        [(d, 0.0) for d in (-6.2, -4.2, 4.2, 6.2)],
    )
    door = face((-2.0, y - 0.2), (2.0, y - 0.2), 0.0, (2.9, 2.9), DOORS, "sholak low door")
    jambs = [block((s * 2.2 - 0.2, y - 0.45, -0.5), (s * 2.2 + 0.2, y, 3.1), PALE) for s in (-1, 1)]
    canopy = block((-3.0, y - 1.9, 3.1), (3.0, y, 3.4), BLUE)
    return move(merge([*boards, frames, door, *jambs, canopy]), x_m)
