"""Columns in beige-brown marble, the beams they carry, the vaults over all."""

from __future__ import annotations

from typing import Final

import numpy as np

from almaty_tour.interiors._shared import metro_hall as metro
from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, Prism, as_part, merge

AT_M: Final = 4.4
HALF_M: Final = 0.42
TOP_M: Final = 3.75
BEAM_M: Final = (0.55, 4.35)
"""Half width and top of the beams."""
CROWN_M: Final = 6.3
SEATS_M: Final = (-4.4, 4.4)
BEIGE, BROWN = Paint("marble", "#C4AB88"), Paint("marble", "#6E4C39")
PALE = Paint("marble", "#D8C7A8")
GLOW = Paint("hall_lamp", "#FFE9C8")


def rows(platform: metro.Platform) -> MeshData:
    """Both rows, on every joint between bays, and the beams over them with lines of light."""
    places = [(x, float(y)) for x in (-AT_M, AT_M) for y in platform.joints_m()]
    shafts = transform.at(_column(), np.array(places))
    low, high = platform.ends_m
    beams = []
    for x in (-AT_M, AT_M):
        half, top = BEAM_M
        beam = block((x - half, low, TOP_M), (x + half, high, top), BEIGE)
        line = block((x - half - 0.03, low, TOP_M + 0.16), (x + half + 0.03, high, TOP_M + 0.22),
                     BROWN)  # fmt: skip
        inner = x - half if x > 0 else x + half
        cove = block((inner - 0.05, low, top), (inner + 0.05, high, top + 0.05), GLOW)
        beams += [diced(beam, 1.4), diced(line, 6.0), diced(cove, 6.0)]
    return as_part(merge([shafts, *beams]), "columns")


def _column() -> MeshData:
    """A square column with cut corners on a dark foot, a strip of brown let into each side."""
    shaft = extrude.prism(
        profile.chamfered(2 * HALF_M, 2 * HALF_M, 0.12), 0.3, TOP_M - 0.35, BEIGE, crease_deg=20.0
    )
    foot = extrude.prism(
        profile.chamfered(2 * HALF_M + 0.2, 2 * HALF_M + 0.2, 0.16), 0.0, 0.3, BROWN
    )
    wide = profile.chamfered(2 * HALF_M + 0.5, 2 * HALF_M + 0.5, 0.2)
    head = extrude.prism(
        profile.chamfered(2 * HALF_M, 2 * HALF_M, 0.12), TOP_M - 0.35, TOP_M, PALE, top_outline=wide
    )
    ring = extrude.prism(
        profile.chamfered(2 * HALF_M + 0.08, 2 * HALF_M + 0.08, 0.13),
        TOP_M - 0.48, TOP_M - 0.35, BROWN,
    )  # fmt: skip
    strip = block((-0.065, -HALF_M - 0.012, 0.3), (0.065, -HALF_M + 0.05, TOP_M - 0.48), BROWN)
    strips = [transform.turn_z(strip, 90.0 * turn) for turn in range(4)]
    return merge([diced(shaft, 1.7), foot, head, ring, *strips])


def vaults(platform: metro.Platform, side_top_m: float, paint: Paint) -> MeshData:
    """A vault over the middle, one over each edge and track, ribs across at the columns."""
    half, top = BEAM_M
    inner, outer, far = AT_M - half, AT_M + half, platform.wall_m
    ends = platform.ends_m
    lines = [
        metro.arch((-inner, inner), (top, top), CROWN_M - top, 14),
        metro.arch((outer, far), (top, side_top_m), 1.0, 10),
        metro.arch((-far, -outer), (side_top_m, top), 1.0, 10),
    ]
    made = [metro.vault(line, ends, paint) for line in lines]
    ribs = [
        metro.rib(line, float(y), 0.5, 0.1, PALE) for line in lines for y in platform.joints_m()
    ]
    lamps = [transform.move(_lamp(), y=float(y), z=CROWN_M) for y in platform.middles_m()]
    return as_part(merge([*made, *ribs, *lamps]), "vaults")


def _lamp() -> MeshData:
    """A round lamp under the crown."""
    rim = extrude.prism(profile.circle(0.62, 24), -0.12, 0.1, Paint("brass", "#FFF2DC"), top=False)
    glass = extrude.prism(profile.circle(0.54, 24), -0.16, -0.1, GLOW, top=False)
    return merge([rim, glass])


def stops(platform: metro.Platform) -> tuple[Prism, ...]:
    """What bodies meet of the columns and of the seats between them."""
    reach = HALF_M + 0.1
    at = [(x, float(y)) for x in (-AT_M, AT_M) for y in platform.joints_m()]
    columns = [metro.prism((x - reach, x + reach), (y - reach, y + reach)) for x, y in at]
    seats = [
        metro.prism((x - 0.3, x + 0.3), (y - 1.0, y + 1.0), 1.4)
        for x in SEATS_M
        for y in platform.middles_m()[1::3].tolist()
    ]
    return (*columns, *seats)
