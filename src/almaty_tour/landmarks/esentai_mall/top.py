"""What stands on and beside Esentai Mall: cinema box, roof plant, pylon, the timber wedge."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block, box, panel, prism
from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.lathe import cylinder
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.rail import parapet
from almaty_tour.kit.transform import at, move, turn_z
from almaty_tour.landmarks.esentai_mall import skin
from almaty_tour.mesh.data import MeshData, merge

BOX_PAINT = Paint("painted_metal", "#4C5254")
TIMBER = Paint("wood", "#9A5228")
BEIGE = Paint("granite", "#D3C3A2")
BLACK = Paint("painted_metal", "#232627")
TOP_M = 30.45
BOX_STEPS = ((-66.0, -42.0, 25.0), (-42.0, -20.0, 27.6), (-20.0, 6.0, TOP_M))
"""The cinema box in steps: x from, x to, height."""
BOX_Y = (-24.0, 24.0)
WEDGE = p.line((-86.0, 2.0), (-69.0, 2.0), (-69.0, 26.0), (-86.0, 26.0))


def roof() -> MeshData:
    """The deck behind its parapet with skylights, coolers and a louvred screen."""
    x, y, z = skin.HALF_X_M, skin.HALF_Y_M, skin.ROOF_M
    deck = quadrilaterals(
        [[(-x, -y, z - 0.6), (x, -y, z - 0.6), (x, y, z - 0.6), (-x, y, z - 0.6)]],
        Paint("roof_membrane", "#7E837F"),
    )
    glass = Paint("sky_glass", "#C2B9B3")
    light = prism(
        p.rectangle(40.0, 7.0), 0.0, 2.6, glass, top_outline=p.rectangle(38.0, 0.4), crease_deg=0.0
    )
    ribs_x = np.linspace(-19.5, 19.5, 14)
    ribs = merge(
        [
            struts(
                [(v, s * 3.5, 0.05) for v in ribs_x],
                [(v, 0.0, 2.68) for v in ribs_x],
                0.12,
                skin.WHITE,
                caps=False,
            )
            for s in (-1, 1)
        ]
    )
    unit = merge(
        [
            box(3.6, 2.4, 1.9, Paint("painted_metal", "#B9BEBC")),
            cylinder(0.9, 0.25, BLACK, bottom_m=1.9, sides=12),
        ]
    )
    spots = [(v, w, z - 0.6) for v in (14.0, 22.0, 30.0, 50.0, 58.0) for w in (12.0, 24.0)]
    return merge(
        [
            diced(deck, 12.0),
            parapet(skin.BODY, skin.METAL, height_m=0.7, thickness_m=0.5, z_m=z - 0.2),
            at(merge([light, ribs]), [(38.0, -4.0, z - 0.6)]),
            at(unit, spots),
            _screen(),
        ]
    )


def _screen() -> MeshData:
    """Level blades on posts along the front edge of the roof."""
    y, z = -skin.HALF_Y_M + 1.4, skin.ROOF_M
    posts_x = np.arange(-66.0, 19.0, 5.0)
    posts = struts([(v, y, z - 0.6) for v in posts_x], [(v, y, z + 2.6) for v in posts_x], 0.16,
                   skin.METAL)  # fmt: skip
    levels = np.arange(z + 0.6, z + 2.7, 0.35)
    blades = struts([(-66.0, y, v) for v in levels], [(18.5, y, v) for v in levels], 0.1,
                    Paint("painted_metal", "#A49A86"), depth_m=0.2, caps=False)  # fmt: skip
    return merge([posts, blades])


def cinema() -> MeshData:
    """Dark boxes with slanting ribs that step up from the left, and their letters."""
    low = skin.ROOF_M - 0.8
    pieces = []
    for a, b, top in BOX_STEPS:
        body = block((a, BOX_Y[0], low), (b, BOX_Y[1], top), BOX_PAINT)
        pieces.append(diced(body, 8.0))
        pieces.append(_box_roof(a, b, top))
        pieces.append(_ribs(b - a, top - low, (a, BOX_Y[0], low), 0.0))
        pieces.append(_ribs(b - a, top - low, (b, BOX_Y[1], low), 180.0))
    first = BOX_STEPS[0]
    depth = BOX_Y[1] - BOX_Y[0]
    pieces.append(_ribs(depth, first[2] - low, (first[0], BOX_Y[1], low), -90.0))
    return merge([*pieces, _letters()])


def _box_roof(from_m: float, to_m: float, top_m: float) -> MeshData:
    """Seams, a rim and two air handlers on one of the dark boxes, all below its edge."""
    x = np.arange(from_m + 2.0, to_m - 0.5, 2.4)
    seams = struts(
        [(v, BOX_Y[0] + 0.5, top_m) for v in x],
        [(v, BOX_Y[1] - 0.5, top_m) for v in x],
        0.1,
        BOX_PAINT.shaded(1.5),
        caps=False,
    )
    if top_m >= TOP_M - 0.1:
        return seams
    unit = merge(
        [
            box(5.0, 2.6, 2.2, Paint("painted_metal", "#A9AFAD")),
            box(0.9, 0.9, 0.7, Paint("painted_metal", "#A9AFAD"), bottom_m=2.0),
        ]
    )
    middle = (from_m + to_m) / 2 - 2.0
    return merge([seams, at(unit, [(middle, -9.0, top_m), (middle, 8.0, top_m)])])


def _ribs(
    length_m: float, height_m: float, corner: tuple[float, float, float], turn_deg: float
) -> MeshData:
    """Ribs that lean by 45 degrees over a wall, cut at its edges."""
    start = np.arange(-height_m, length_m, 1.7)
    low_x = np.maximum(start, 0.0)
    high_x = np.minimum(start + height_m, length_m)
    keep = high_x - low_x > 0.6
    start, low_x, high_x = start[keep], low_x[keep], high_x[keep]
    a = np.column_stack([low_x, np.full(len(start), -0.06), low_x - start])
    b = np.column_stack([high_x, np.full(len(start), -0.06), high_x - start])
    bars = struts(a, b, 0.16, BOX_PAINT.shaded(1.25), caps=False)
    return move(turn_z(bars, turn_deg), *corner)


def _letters() -> MeshData:
    y = BOX_Y[0] - 0.12
    orange = Paint("lettering", "#D8742C")
    name = lettering("esentai mall", 2.6, orange, out_m=0.35, bold_m=0.08, spacing_m=0.2)
    screen = lettering("KINO", 2.4, Paint("lettering", "#2E86C8"), out_m=0.3, bold_m=0.1)
    cinema_name = lettering("KINOPARK", 1.5, Paint("lettering", "#E8E4DC"), out_m=0.25, bold_m=0.08)
    return merge(
        [
            move(name, -7.0, y, 26.2),
            move(screen, -31.0, y, 23.6),
            move(cinema_name, -54.0, y, 22.4),
        ]
    )


def pylon() -> MeshData:
    """The black board in a beige stone frame at the corner, with the shops' names."""
    wide, deep, high = 8.6, 2.4, 26.0
    frame = [
        block((-wide / 2, -deep / 2, -1.5), (-wide / 2 + 0.9, deep / 2, high), BEIGE),
        block((wide / 2 - 1.9, -deep / 2, -1.5), (wide / 2, deep / 2, high + 0.6), BEIGE),
    ]
    board = block(
        (-wide / 2 + 0.9, -deep / 2 + 0.2, 0.6), (wide / 2 - 1.9, deep / 2 - 0.2, high - 0.6), BLACK
    )
    words = [
        ("esentai", 0.95, "#D8742C"),
        ("FIT", 1.1, "#E2C48C"),
        ("KINO", 1.1, "#EDEDE8"),
    ]
    rows = []
    for index, (word, size, colour) in enumerate(words):
        z = high - 6.4 - 6.0 * index
        text = lettering(word, size, Paint("lettering", colour), out_m=0.06)
        rows.append(move(text, -0.5, -deep / 2 + 0.19, z))
        rows.append(
            block((-3.3, -deep / 2 + 0.1, z - 2.6), (2.3, -deep / 2 + 0.2, z - 2.52), skin.METAL)
        )
    whole = merge([*frame, board, *rows])
    return move(turn_z(whole, -28.0), -72.0, -39.0)  # fmt: skip


def wedge() -> MeshData:
    """The entrance wedge at the left end: a sloping timber-lined mouth with a glass screen."""
    low, high = 5.2, 8.4
    section = p.line((-86.0, low - 0.7), (-69.0, high - 0.7), (-69.0, high), (-86.0, low))
    lid = panel(section, 0.0, 26.0, Paint("painted_metal", "#7B766E"), crease_deg=0.0)
    lining = panel(
        p.line((-85.6, low - 1.0), (-69.0, high - 1.0), (-69.0, high - 0.7), (-85.6, low - 0.7)),
        0.05,
        25.9,
        TIMBER,
        crease_deg=0.0,
    )
    cheek = block((-86.0, 0.0, -1.5), (-85.2, 26.0, low - 0.6), TIMBER)
    glass = merge(
        [
            block((-85.2, 2.2, -1.5), (-69.0, 2.4, 0.4), skin.STONE),
            quadrilaterals(
                [
                    [
                        (-85.2, 2.4, 0.4),
                        (-69.0, 2.4, 0.4),
                        (-69.0, 2.4, high - 1.0),
                        (-85.2, 2.4, low - 1.0),
                    ]
                ],
                Paint("window", "#A8B4B6"),
            ),
        ]
    )
    x = np.linspace(-84.6, -69.4, 10)
    posts = struts(
        [(v, 2.2, 0.3) for v in x],
        [(v, 2.2, low - 1.0 + (v + 86.0) / 17.0 * (high - low)) for v in x],
        0.12,
        skin.METAL,
        depth_m=0.3,
    )
    fins_y = np.arange(1.0, 26.0, 1.7)
    fins = struts([(-86.2, v, 0.0) for v in fins_y], [(-86.8, v, low - 0.2) for v in fins_y], 0.2,
                  Paint("painted_metal", "#6B675F"), depth_m=0.5)  # fmt: skip
    word = move(
        lettering("E A S T", 0.9, Paint("lettering", "#3B3F40"), out_m=0.12), -76.0, 0.2, 7.5
    )
    return merge([lid, lining, cheek, glass, posts, fins, word])
