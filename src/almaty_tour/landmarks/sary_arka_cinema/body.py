"""The blind hall of the Sary-Arka Cinema, its glazed foyer, relief, signs and roof."""

from __future__ import annotations

from typing import Final

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit.curtain import Curtain, face
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block, panel, sweep
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.rail import railing
from almaty_tour.kit.transform import at, move
from almaty_tour.landmarks._shared.sport_parts import band, cladding, fins, plot
from almaty_tour.mesh.data import MeshData, merge

HALF_X: Final = 13.2
HALF_Y: Final = 18.7
DECK_M: Final = 0.9
BOX_M: Final = (4.9, 12.4)
SET_BACK_M: Final = 3.0
STONE = Paint("ashlar", "#DCCDAE")
WARM = Paint("ashlar", "#C9B48C")
TRIM = Paint("plaster", "#EFE6D2")
PLINTH = Paint("granite", "#857E77")
DARK = Paint("painted_metal", "#3E4247")
FRAME = Paint("painted_metal", "#B08C4A")
GLASS = Curtain(
    Paint("sky_glass", "#92A4AE"), Paint("window"), FRAME, storey_m=4.0, sill_m=0.15, pane_m=1.5,
    base_m=DECK_M, variety=0.2, mullion_m=(0.14, 0.16), transom_m=(0.0, 0.0),
)  # fmt: skip


def front() -> MeshData:
    """The relief wall of rolling steppe between two plain cheeks, the name and the bright board."""
    low, high = BOX_M
    y = -HALF_Y
    cheeks = [
        cladding((a, y), (b, y), low, high, (2.1, 1.9), STONE, f"saryarka cheek {a}")
        for a, b in ((-HALF_X, -9.0), (9.0, HALF_X))
    ]
    ground = diced(block((-9.0, y + 0.5, low), (9.0, y + 0.9, high + 0.3), WARM), 3.0)
    soffit = diced(block((-HALF_X, y, low - 0.3), (HALF_X, y + SET_BACK_M + 0.4, low), TRIM), 4.0)
    spots = at(block((-0.35, -0.35, low - 0.38), (0.35, 0.35, low - 0.28), Paint("lamp_glass")),
               [(x, y + 1.5) for x in np.linspace(-10.5, 10.5, 8)])  # fmt: skip
    ribs = [
        block((s * 9.0 - 0.25, y - 0.35, low - 0.3), (s * 9.0 + 0.25, y + 0.9, high), TRIM)
        for s in (-1, 1)
    ]
    return merge([*cheeks, ground, soffit, spots, *ribs, *_hills(), _board(), _name()])


def _hills() -> list[MeshData]:
    """Four layers of hills, each before the last, and the sun over them."""
    low = BOX_M[0]
    x = np.linspace(-8.75, 8.75, 22)
    pieces = []
    for k, (height, swing, phase) in enumerate(
        ((4.7, 0.9, 0.3), (3.5, 0.8, 2.0), (2.3, 0.6, 4.1), (1.2, 0.4, 5.6))
    ):
        z = height + swing * np.sin(0.42 * x + phase) + 0.3 * swing * np.sin(1.1 * x + 2 * phase)
        crest = np.column_stack([x, low + z])
        outline = np.concatenate([[(x[0], low), (x[-1], low)], crest[::-1]])
        tone = (
            Paint("ashlar", "#B99C6C"),
            Paint("ashlar", "#CDB486"),
            Paint("ashlar", "#DCC9A4"),
            STONE,
        )[k]
        out = -HALF_Y + 0.5 - 0.18 * (k + 1)
        pieces.append(panel(outline, out, -HALF_Y + 0.52, tone, back=False))
    disc = panel(
        np.add(p.circle(1.25, 24), (3.4, low + 5.7)),
        -HALF_Y + 0.3,
        -HALF_Y + 0.52,
        Paint("gilded_plaster", "#FFDF96"),
        back=False,
    )
    return [*pieces, disc]


def _board() -> MeshData:
    """The luminous board of films on the left cheek, in a dark frame."""
    z0, z1, y = 5.6, 11.4, -HALF_Y - 0.12
    frame = block((-12.8, y - 0.25, z0 - 0.25), (-9.5, y + 0.2, z1 + 0.25), DARK)
    tones = ("#3E7CC8", "#D8703A", "#4FA06A", "#B8486E")
    step = (z1 - z0) / 4
    cells = [
        block((-12.6, y - 0.3, z0 + k * step + 0.08), (-9.7, y - 0.2, z0 + (k + 1) * step - 0.08),
              Paint("lamp_glass", tone))
        for k, tone in enumerate(tones)
    ]  # fmt: skip
    return merge([frame, *cells])


def _name() -> MeshData:
    """САРЫАРҚА over the edge of the roof, on a rail."""
    text = lettering(
        "САРЫАРҚА", 1.6, Paint("lettering", "#C23B2E"), out_m=0.2, bold_m=0.04, spacing_m=0.3
    )
    wide = float(text.bounds_m[1][0])
    rail = [block((-wide, -HALF_Y - 0.1, z), (wide, -HALF_Y, z + 0.1), DARK) for z in (13.3, 14.4)]
    posts = [
        block((x - 0.06, -HALF_Y - 0.1, 12.8), (x + 0.06, -HALF_Y, 14.5), DARK)
        for x in np.linspace(-wide, wide, 6)
    ]
    return merge([move(text, 0.0, -HALF_Y - 0.12, 13.12), *rail, *posts])


def box() -> MeshData:
    """Blind sides with a belt of upright fins, the plain back with stage doors."""
    low, high = BOX_M
    x, y = HALF_X, HALF_Y
    pieces = []
    for a, b in (((x, -y), (x, y)), ((-x, y), (-x, -y))):
        pieces.append(cladding(a, b, low, high, (3.1, 2.5), STONE, f"saryarka side {a[0]}"))
        inner_a, inner_b = (np.array(a) * [1.0, 0.72], np.array(b) * [1.0, 0.72])
        pieces.append(fins(inner_a, inner_b, 15, (0.4, 0.45), (low + 0.6, high - 0.9), TRIM))
    pieces.append(cladding((x, y), (-x, y), low, high, (3.3, 2.5), STONE, "saryarka rear"))
    pieces.append(
        cladding((x - 1.6, y), (-x + 1.6, y), -1.5, low, (3.3, 2.2), PLINTH, "saryarka foot")
    )
    pieces += [
        diced(
            block(
                (s * (x - 0.9) - 0.9, -y + SET_BACK_M, low - 0.3),
                (s * (x - 0.9) + 0.9, y, low + 0.02),
                TRIM,
            ),
            6.0,
        )
        for s in (-1, 1)
    ]
    doors = [block((v - 1.2, y, 0.0), (v + 1.2, y + 0.16, 2.6), DARK) for v in (-7.0, 0.0, 7.0)]
    rim = plot((-x, -y), (x, y))
    shape = p.line((-0.5, 0.0), (0.1, 0.0), (0.35, 0.25), (0.35, 0.6), (-0.5, 0.7))
    crown = sweep(shape, rim, TRIM, z_m=high, crease_deg=0.0)
    line = band((-9.0, -y - 0.1), (9.0, -y - 0.1), high - 0.02, high + 0.2, 0.1, FRAME)
    core = block((-x + 0.4, -y + 1.0, low - 0.2), (x - 0.4, y - 0.4, high - 0.2), DARK)
    return merge([*pieces, *doors, diced(crown, 6.0), line, core])


def foyer() -> MeshData:
    """The glass floor set back under the box, round piers, doors, and the deck with its steps."""
    x, y, top = HALF_X - 1.6, HALF_Y, BOX_M[0] - 0.3
    front_y = -y + SET_BACK_M
    glass = [
        face((-x, front_y), (x, front_y), DECK_M, (top, top), GLASS, "saryarka foyer"),
        face((x, front_y), (x, 2.0), DECK_M, (top, top), GLASS, "saryarka west"),
        face((-x, 2.0), (-x, front_y), DECK_M, (top, top), GLASS, "saryarka east"),
    ]
    core = block((-x + 0.3, front_y + 0.3, -1.5), (x - 0.3, y - 0.2, top + 0.2), DARK)
    low = [cladding(a, b, -1.5, top + 0.3, (3.0, 2.0), PLINTH, f"saryarka low {a[0]}")
           for a, b in (((x, 2.0), (x, y)), ((-x, y), (-x, 2.0)))]  # fmt: skip
    pier = block((-0.28, -0.28, DECK_M), (0.28, 0.28, top), TRIM)
    spots = [(v, -y + 0.9) for v in np.linspace(-x + 0.4, x - 0.4, 8)]
    spots += [(s * (HALF_X - 0.5), v) for s in (-1, 1) for v in (-13.0, -7.0, -1.0)]
    doors = [
        block(
            (v - 0.9, front_y - 0.22, DECK_M),
            (v + 0.9, front_y - 0.1, DECK_M + 2.5),
            Paint("window"),
        )
        for v in (-4.4, -1.5, 1.5, 4.4)
    ]
    pulls = [
        block(
            (v - 0.05, front_y - 0.34, DECK_M + 0.8), (v + 0.05, front_y - 0.2, DECK_M + 1.7), FRAME
        )
        for v in (-4.0, -1.9, 1.1, 4.0)
    ]
    shelf = block((-6.4, front_y - 1.6, DECK_M + 2.7), (6.4, front_y, DECK_M + 2.95), FRAME)
    return merge([*glass, core, *low, at(pier, spots), *doors, *pulls, shelf])


def roof(top_m: float) -> MeshData:
    """A sealed roof with the raised hall, its skylight ridge, fans and a ladder."""
    deck = BOX_M[1] - 0.1
    floor = tiles(
        (-HALF_X, -HALF_Y), (HALF_X, HALF_Y), deck + 0.05, Paint("roof_flat", "#9C9A94"), 6.5
    )
    hall = diced(block((-9.0, -9.0, deck), (9.0, 14.0, top_m - 0.3), TRIM), 6.0)
    cap = tiles((-9.2, -9.2), (9.2, 14.2), top_m, Paint("roof_metal", "#8E979C"), 6.5)
    rim = sweep(
        p.line((-0.2, 0.0), (0.25, 0.0), (0.25, 0.4), (-0.2, 0.4)),
        plot((-9.0, -9.0), (9.0, 14.0)),
        FRAME,
        z_m=top_m - 0.4,
    )
    fan = block((-0.9, -0.9, deck), (0.9, 0.9, deck + 1.1), Paint("painted_metal", "#9AA0A4"))
    fans = at(fan, [(s * 11.0, v) for s in (-1, 1) for v in (-6.0, 2.0, 10.0)])
    hatch = block((-2.0, 15.4, deck), (0.0, 17.4, deck + 0.9), DARK)
    ladder = railing(
        [(10.9, 16.0), (10.9, 17.6)], Paint("steel"), z_m=deck, height_m=0.9, post_m=0.8
    )
    half = merge([fans, hatch, ladder])
    return merge([floor, hall, cap, rim, half])
