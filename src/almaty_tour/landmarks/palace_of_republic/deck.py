"""The flat top of the Palace's roof: falls and seams, hall and stage, plant, skylights.

No picture shows it from above at close range: everything here is plain, low and below the
rim, as the silhouette in the photographs asks.
"""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import hexahedra, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.mesh.data import MeshData, merge

SHEET = Paint("roof_flat", "#888E91")
SEAM = Paint("roof_flat", "#6B7174")
GUTTER = Paint("roof_flat", "#6C7275")
UPPER = Paint("roof_flat", "#A2A5A4")
WALL = Paint("painted_metal", "#C9C5BA")
COPING = Paint("painted_metal", "#EAE7DE")
PLANT = Paint("painted_metal", "#A9AEB0")
LOUVRE = Paint("painted_metal", "#6F767A")
LIGHT = Paint("sky_glass", "#A38C84")

INSET_M = 1.3
STRIPS, FIELDS = 8, 10
TONES = (0.9, 0.96, 1.0, 1.06)
HALL = ((-22.0, -24.0), (22.0, 16.0))
STAGE = ((-25.0, 16.0), (25.0, 38.0))
LIGHTS_X_M = (-33.0, 33.0)


def deck(half: tuple[float, float], deck_m: float, top_m: float) -> MeshData:
    """Everything inside the rim of half widths `half`, between `deck_m` and `top_m`."""
    x, y = half[0] - INSET_M, half[1] - INSET_M
    return merge(
        [
            *_sheets(x, y, deck_m),
            _seams(x, y, deck_m),
            _volume(*HALL, deck_m, top_m - 0.55),
            _volume(*STAGE, deck_m, top_m - 0.12),
            *_hall_top(top_m - 0.55),
            *_plant(deck_m),
            *_skylights(deck_m),
        ]
    )


def _sheets(x: float, y: float, deck_m: float) -> list[MeshData]:
    """The sealing sheet in fields of four tones: old and mended pieces beside each other."""
    across, along = np.linspace(-x, x, STRIPS + 1), np.linspace(-y, y, FIELDS + 1)
    column, row = (a.ravel() for a in np.meshgrid(np.arange(STRIPS), np.arange(FIELDS)))
    low = np.stack([across[column], along[row]], axis=1)
    high = np.stack([across[column + 1], along[row + 1]], axis=1)
    plan = np.stack(
        [low, np.stack([high[:, 0], low[:, 1]], axis=1), high,
         np.stack([low[:, 0], high[:, 1]], axis=1)], axis=1,
    )  # fmt: skip
    levels = [np.full((len(low), 4, 1), z) for z in (deck_m - 0.2, deck_m + 0.05)]
    blocks = np.concatenate([np.concatenate([plan, z], axis=2) for z in levels], axis=1)
    tone = (fraction(hashed("palace_of_republic/deck", len(low)), 1) * len(TONES)).astype(int)
    return [hexahedra(blocks[tone == k], SHEET.shaded(t)) for k, t in enumerate(TONES)]


def _seams(x: float, y: float, deck_m: float) -> MeshData:
    """Welded laps along the falls, a gutter on each long side, cross falls to its outlets."""
    z = deck_m + 0.06
    at = np.linspace(-x, x, 2 * STRIPS + 1)[1:-1]
    laps = struts(
        np.column_stack([at, np.full(len(at), -y), np.full(len(at), z)]),
        np.column_stack([at, np.full(len(at), y), np.full(len(at), z)]), 0.1, SEAM,
    )  # fmt: skip
    gutters = [
        block((s * (x - 4.0) - 0.35, -y + 4.0, z - 0.1), (s * (x - 4.0) + 0.35, y - 4.0, z + 0.04),
              GUTTER)
        for s in (-1.0, 1.0)
    ]  # fmt: skip
    outlets = np.linspace(-y + 4.0, y - 4.0, 6)
    edge, inner = x - 4.0, HALL[1][0] + 3.5
    starts = [(s * edge, v, z) for s in (-1, 1) for v in outlets for _ in range(2)]
    middle = (outlets[1] - outlets[0]) / 2
    ends = [(s * inner, v + d, z) for s in (-1, 1) for v in outlets for d in (-middle, middle)]
    inside = [k for k, e in enumerate(ends) if abs(e[1]) < y - 1.0]
    falls = struts(np.array(starts)[inside], np.array(ends)[inside], 0.09, SEAM)
    return merge([laps, *gutters, falls])


def _volume(
    low: tuple[float, float], high: tuple[float, float], deck_m: float, top_m: float
) -> MeshData:
    """A raised block with panelled sides, a coping and a sunk top."""
    middle = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2)
    plan = profile.rectangle(high[0] - low[0], high[1] - low[1], middle)
    body = extrude.prism(plan, deck_m - 0.1, top_m - 0.22, UPPER, crease_deg=0.0)
    skin = profile.line((-0.1, deck_m), (0.12, deck_m), (0.12, top_m - 0.15), (-0.1, top_m - 0.15))
    coping = profile.line(
        (-0.55, top_m - 0.25), (0.25, top_m - 0.25), (0.25, top_m), (-0.55, top_m)
    )
    walls = extrude.sweep(skin, plan, WALL, crease_deg=0.0)
    return merge([body, walls, extrude.sweep(coping, plan, COPING, crease_deg=0.0)])


def _hall_top(top_m: float) -> list[MeshData]:
    """Ribs over the hall's girders and two rows of smoke hatches on the stage."""
    z = top_m - 0.22
    y = np.linspace(HALL[0][1] + 4.0, HALL[1][1] - 4.0, 9)
    ribs = struts(
        np.column_stack([np.full(9, HALL[0][0] + 0.6), y, np.full(9, z)]),
        np.column_stack([np.full(9, HALL[1][0] - 0.6), y, np.full(9, z)]), 0.22, SEAM,
    )  # fmt: skip
    hatch = merge(
        [block((-1.3, -1.0, -0.05), (1.3, 1.0, 0.22), COPING),
         block((-1.1, -0.8, 0.2), (1.1, 0.8, 0.3), LIGHT)]
    )  # fmt: skip
    spots = [(x, v, z + 0.43) for x in (-15.0, -5.0, 5.0, 15.0) for v in (22.0, 32.0)]
    return [ribs, transform.at(hatch, spots)]


def _plant(deck_m: float) -> list[MeshData]:
    """Four plant rooms with louvred sides, their ducts, and rows of little vents."""
    room = [block((-3.0, -2.2, -0.1), (3.0, 2.2, 1.15), PLANT),
            block((-3.2, -2.4, 1.15), (3.2, 2.4, 1.3), PLANT.shaded(1.12))]  # fmt: skip
    slats = [block((-2.6, -2.28, z), (2.6, 2.28, z + 0.14), LOUVRE) for z in (0.25, 0.55, 0.85)]
    duct = block((-0.45, 2.2, 0.15), (0.45, 8.5, 0.8), PLANT.shaded(1.1))
    house = merge([*room, *slats, duct])
    places = [(-29.0, -44.0, deck_m), (26.0, -46.0, deck_m), (-12.0, 45.5, deck_m),
              (17.0, 46.0, deck_m)]  # fmt: skip
    vent = merge([block((-0.35, -0.35, -0.05), (0.35, 0.35, 0.6), PLANT),
                  block((-0.5, -0.5, 0.6), (0.5, 0.5, 0.75), COPING)])  # fmt: skip
    row = [(x, y, deck_m) for y in (-33.0, -52.0) for x in np.arange(-18.0, 18.1, 9.0)]
    row += [(x, 53.0, deck_m) for x in np.arange(-30.0, 30.1, 7.5)]
    turn = np.array([0.0, 0.0, 180.0, 180.0])
    return [transform.at(house, places, turn_deg=turn), transform.at(vent, row)]


def _skylights(deck_m: float) -> list[MeshData]:
    """A row of low ridge lights over the galleries on each long side."""
    curb = block((-1.5, -1.5, -0.05), (1.5, 1.5, 0.35), COPING)
    ridge = np.array(
        [(-1.3, -1.3, 0.35), (1.3, -1.3, 0.35), (1.3, 1.3, 0.35), (-1.3, 1.3, 0.35),
         (-1.3, -0.05, 0.95), (1.3, -0.05, 0.95), (1.3, 0.05, 0.95), (-1.3, 0.05, 0.95)]
    )  # fmt: skip
    light = merge([curb, hexahedra(ridge[None], LIGHT)])
    y = np.concatenate([np.arange(-30.0, -5.9, 6.0), np.arange(8.0, 38.1, 6.0)])
    places = [(x, v, deck_m) for x in LIGHTS_X_M for v in y]
    return [transform.at(light, places)]
