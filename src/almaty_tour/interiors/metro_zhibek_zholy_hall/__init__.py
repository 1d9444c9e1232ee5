"""The hall of the metro station Zhibek Zholy: three halls between pylons with arched ways."""

from __future__ import annotations

from typing import Final

import numpy as np

from almaty_tour.content.interiors import InteriorSpec
from almaty_tour.interiors._shared import metro_escalators as rising
from almaty_tour.interiors._shared import metro_hall as metro
from almaty_tour.interiors._shared.metro_train import train
from almaty_tour.interiors._shared.panels import Gap
from almaty_tour.interiors._shared.plinths import plinths
from almaty_tour.interiors.metro_zhibek_zholy_hall import panel, pylons
from almaty_tour.kit import lettering, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import Collision, MeshData, Model, as_part, merge

PLATFORM: Final = metro.Platform(9.9, 104.0, 20)
RISE_M: Final = 28.5
SIDE_TOP_M: Final = 3.2
MOSAIC, BROWN = pylons.MOSAIC, pylons.BROWN
VAULT = Paint("plaster", "#D6CCB8")
FIELD, BAND, FIGURE = (
    Paint("hall_floor", "#8C7B68"),
    Paint("hall_floor", "#3E302A"),
    Paint("hall_floor", "#5A3A30"),
)
LETTERS = Paint("lettering", "#4A2E20")
OPENING: Final = Gap.amid(2 * PLATFORM.half_m, 2 * rising.HALF_M, rising.HEIGHT_M)


def build(spec: InteriorSpec) -> Model:
    """Platform and tracks, pylons and vaults, the panel of the Silk Road, escalators, a train."""
    low, high = PLATFORM.ends_m
    stands, stand_stops = plinths(spec)
    walls = ((metro.BED_M, 0.7, BROWN), (0.7, SIDE_TOP_M, MOSAIC))
    pieces = [
        metro.tracks(PLATFORM, walls),
        metro.ground(PLATFORM, FIELD, BAND, _figures(), FIGURE),
        metro.ends(PLATFORM, pylons.CROWN_M + 0.4, MOSAIC, OPENING),
        pylons.rows(PLATFORM),
        pylons.vaults(PLATFORM, SIDE_TOP_M, VAULT),
        _names(),
        stands,
        transform.move(panel.wall(), y=high),
        rising.escalators(low, RISE_M, MOSAIC, VAULT, BROWN),
        train(PLATFORM.half_m + metro.RAIL_AT_M),
        *[metro.bench(x, y) for x, y in pylons.seats(PLATFORM)],
    ]
    solids = (
        *metro.borders(PLATFORM, OPENING),
        *pylons.stops(PLATFORM),
        *rising.stops(low),
        *stand_stops,
    )
    return Model(merge(pieces), collision=Collision(solids))


def _figures() -> list[metro.F64]:
    """Lozenges with squares between them along the middle of the floor."""
    large = profile.line((1.7, 0.0), (0.0, 1.9), (-1.7, 0.0), (0.0, -1.9))
    small = profile.line((0.5, 0.0), (0.0, 0.5), (-0.5, 0.0), (0.0, -0.5))
    figures = [large + np.array([0.0, y]) for y in PLATFORM.middles_m()]
    return figures + [small + np.array([0.0, y]) for y in PLATFORM.joints_m()]


def _names() -> MeshData:
    """The name of the station and a band of lozenges on the walls behind the tracks."""
    word = lettering.lettering("ЖІБЕК ЖОЛЫ", 0.52, LETTERS, out_m=0.03)
    low, high = PLATFORM.ends_m
    far = PLATFORM.wall_m
    pieces = []
    for side in (-1.0, 1.0):
        end, begin = PLATFORM.along(far, side)
        band = metro.lozenges(high - low, 0.36, Paint("marble", "#6E4634"))
        pieces.append(transform.on_edge(band, begin, end, 2.62))
        for y in (-26.0, 26.0):
            here = transform.move(word, x=y + high, y=-0.01)
            pieces.append(transform.on_edge(here, begin, end, 1.6))
    return as_part(merge(pieces), "names")
