"""The Great mound from outside: its bank, and the necklace of 94 enclosures of standing stones."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction
from almaty_tour.exhibits._shared import mounds_strata as strata
from almaty_tour.exhibits._shared import patina
from almaty_tour.exhibits.besshatyr_kurgan_model.form import COLOURS, GROUND_CM, STONES, Mound
from almaty_tour.kit import lathe, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, as_part, merge

F64 = npt.NDArray[np.float64]
M = 100.0 / 400.0
"""A metre of the site in centimetres of this piece."""
HEIGHT_M, CROWN = 16.0, 32.0 / 104.0
BANK_M, FIRST_M, LAST_M = 6.0, 9.0, 16.0
ENCLOSURES, OUTER, INNER = 94, 3, 3
MENHIRS = ("#6A5040", "#7A5A48", "#57504A", "#655A50")


def pieces(radius_cm: float) -> list[MeshData]:
    """Mound, bank and necklace about the origin."""
    mound = Mound(radius_cm, HEIGHT_M * M, CROWN, seed=43)
    skin = mound.skin(0.0, 360.0, 208, 62, stone_cm=0.8, out_cm=0.2, whole=True)
    made = strata.domed(skin, GROUND_CM - 0.5, (0.0, 0.0), STONES, whole=True)
    return [
        as_part(mound.weathered(made, 0.8), "great_mound"),
        as_part(_bank(radius_cm), "bank"),
        as_part(_necklace(radius_cm), "necklace"),
    ]


def _bank(radius_cm: float) -> MeshData:
    """A low ring of stones two metres wide."""
    round_it = radius_cm + BANK_M * M
    section = [(-0.3, -0.2), (0.3, -0.2), (0.25, 0.08), (0.0, 0.16), (-0.25, 0.08)]
    ring = transform.move(lathe.ring(section, round_it, STONES, sides=160), z=GROUND_CM)
    number = np.arange(260)
    turn = 2.0 * np.pi * (number + 0.8 * fraction(number, 5)) / len(number)
    away = round_it + 0.35 * (fraction(number, 6) - 0.5)
    places = np.stack(
        [away * np.cos(turn), away * np.sin(turn), np.full(len(turn), GROUND_CM + 0.12)], axis=1
    )
    size = 0.12 + 0.10 * fraction(number, 7)
    sizes = np.stack([1.2 * size, size, 0.8 * size], axis=1)
    return merge([patina.mottled(ring, 0.2, 0.8, 3), _stones(places, sizes, COLOURS, 15)])


def _necklace(radius_cm: float) -> MeshData:
    """Enclosures along a spiral: menhirs on the outer side, boulders on the inner one."""
    each = OUTER + INNER
    number = np.repeat(np.arange(ENCLOSURES), each)
    place = np.tile(np.arange(each), ENCLOSURES)
    outer = place < OUTER
    turn = 2.0 * np.pi * number / ENCLOSURES + 0.6
    middle = radius_cm + M * (FIRST_M + (LAST_M - FIRST_M) * number / ENCLOSURES)
    around = np.pi * ((place % OUTER) + 0.5 + 0.3 * fraction(number, place, 1)) / OUTER
    own = 0.42
    out = own * np.sin(around) * np.where(outer, 1.0, -1.0)
    aside = own * np.cos(around)
    x = (middle + out) * np.cos(turn) - aside * np.sin(turn)
    y = (middle + out) * np.sin(turn) + aside * np.cos(turn)
    tall = np.where(outer, 0.34 + 0.30 * fraction(number, place, 2), 0.13)
    wide = np.where(outer, 0.12, 0.15)
    places = np.stack([x, y, GROUND_CM + 0.6 * tall], axis=1)
    return _stones(places, np.stack([wide, 0.75 * wide, tall], axis=1), MENHIRS, 19)


def _stones(places: F64, sizes: F64, colours: tuple[str, ...], seed: int) -> MeshData:
    return strata.boulders(places, sizes, Paint("carved_stone", "#57504A"), colours, seed)
