"""The hall of the metro station Abai: three vaults on two rows of marble columns."""

from __future__ import annotations

from typing import Final

import numpy as np

from almaty_tour.content.interiors import InteriorSpec
from almaty_tour.interiors._shared import metro_escalators as rising
from almaty_tour.interiors._shared import metro_hall as metro
from almaty_tour.interiors._shared.metro_train import train
from almaty_tour.interiors._shared.panels import Gap
from almaty_tour.interiors._shared.plinths import plinths
from almaty_tour.interiors.metro_abai_hall import columns, mosaic
from almaty_tour.kit import lettering, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import Collision, MeshData, Model, as_part, merge

PLATFORM: Final = metro.Platform(7.6, 104.0, 20)
RISE_M: Final = 46.0
SIDE_TOP_M: Final = 3.5
BEIGE, BROWN = columns.BEIGE, columns.BROWN
WALL = Paint("marble", "#C9B596")
VAULT = Paint("plaster", "#D9D0BF")
FIELD, BAND, STAR = (
    Paint("hall_floor", "#8F8474"),
    Paint("hall_floor", "#46301F"),
    Paint("hall_floor", "#54362A"),
)
LETTERS = Paint("lettering", "#4A3022")
OPENING: Final = Gap.amid(2 * PLATFORM.half_m, 2 * rising.HALF_M, rising.HEIGHT_M)


def build(spec: InteriorSpec) -> Model:
    """Platform and tracks, columns and vaults, the wall of the relief, escalators, a train."""
    low, high = PLATFORM.ends_m
    stands, stand_stops = plinths(spec)
    walls = ((metro.BED_M, 0.85, BROWN), (0.85, SIDE_TOP_M, WALL))
    pieces = [
        metro.tracks(PLATFORM, walls),
        metro.ground(PLATFORM, FIELD, BAND, _stars(), STAR),
        metro.ends(PLATFORM, columns.CROWN_M + 0.4, WALL, OPENING),
        columns.rows(PLATFORM),
        columns.vaults(PLATFORM, SIDE_TOP_M, VAULT),
        _names(),
        stands,
        transform.move(mosaic.wall(), y=high),
        rising.escalators(low, RISE_M, WALL, VAULT, BROWN),
        train(-PLATFORM.half_m - metro.RAIL_AT_M),
        *[metro.bench(x, float(y)) for y in PLATFORM.middles_m()[1::3] for x in columns.SEATS_M],
    ]
    solids = (
        *metro.borders(PLATFORM, OPENING),
        *columns.stops(PLATFORM),
        *rising.stops(low),
        *stand_stops,
    )
    return Model(merge(pieces), collision=Collision(solids))


def _stars() -> list[metro.F64]:
    """Eight-pointed figures of stone along the middle of the floor, one a bay."""
    return [profile.star(8, 1.25, 0.86) + np.array([0.0, y]) for y in PLATFORM.middles_m()]


def _names() -> MeshData:
    """The name of the station and a band of ornament on the walls behind the tracks."""
    word = lettering.lettering("АБАЙ", 0.62, LETTERS, out_m=0.03)
    low, high = PLATFORM.ends_m
    far = PLATFORM.wall_m
    pieces = []
    for side in (-1.0, 1.0):
        end, begin = PLATFORM.along(far, side)
        band = metro.lozenges(high - low, 0.34, Paint("marble", "#7A563E"))
        pieces.append(transform.on_edge(band, begin, end, 2.9))
        for y in np.linspace(-36.0, 36.0, 4):
            here = transform.move(word, x=float(y + high), y=-0.01)
            pieces.append(transform.on_edge(here, begin, end, 1.75))
    return as_part(merge(pieces), "names")
