"""Mounds of Besshatyr as a model: one of 52 m cut through with its tomb of logs, the Great one.

The cut mound is 1 : 80, the Great one beside it 1 : 400. East lies to the right before the eye.
"""

from __future__ import annotations

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import mounds_strata as strata
from almaty_tour.exhibits._shared.display import DARK_WOOD, board
from almaty_tour.exhibits.besshatyr_kurgan_model import great, section, tomb
from almaty_tour.exhibits.besshatyr_kurgan_model.form import GROUND_CM, STONES, Mound
from almaty_tour.kit import extrude, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

STEPPE = Paint("felt", "#5E553F")
WIDE_CM, DEEP_CM = 106.0, 48.0
CUT_AT, GREAT_AT = (-18.0, -11.5), (33.5, -2.5)


def build(spec: ExhibitSpec) -> Model:
    """The half mound on the left, its tomb standing in the cut; the Great mound on the right."""
    mound = Mound(spec.size_cm("width", "mound") / 2, 10.0, 0.33, seed=21)
    cut = [
        as_part(_half(mound), "mound"),
        *section.face(mound),
        *[transform.move(one, z=GROUND_CM) for one in tomb.pieces()],
    ]
    beside = great.pieces(spec.size_cm("width", "great_mound") / 2)
    pieces = [
        as_part(board(WIDE_CM + 4.0, DEEP_CM + 4.0, DARK_WOOD, 2.0), "board"),
        as_part(extrude.box(WIDE_CM, DEEP_CM, GROUND_CM - 2.0, STEPPE, bottom_m=2.0), "ground"),
        transform.move(merge(cut), *CUT_AT),
        transform.move(merge(beside), *GREAT_AT),
    ]
    return Model(merge(pieces))


def _half(mound: Mound) -> MeshData:
    """The northern half under its skin of stones, hollow behind the cut to hold the tomb."""
    skin = mound.skin(0.0, 180.0, 171, 84, stone_cm=1.5, out_cm=0.42)
    made = strata.domed(skin, 2.5, (0.0, 9.0), STONES, recess_cm=3.6)
    return mound.weathered(made, 1.5)
