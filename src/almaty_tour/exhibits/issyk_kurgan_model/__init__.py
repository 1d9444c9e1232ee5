"""The Issyk mound as a model: a quarter taken out, layers and tombs in the cut, one tomb larger.

The mound is 1 : 100. South lies to the right before the eye, west to the left.
"""

from __future__ import annotations

import numpy as np

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import patina
from almaty_tour.exhibits._shared.display import DARK_WOOD, board
from almaty_tour.exhibits._shared.mounds_strata import domed
from almaty_tour.exhibits.issyk_kurgan_model import ground, section, tomb
from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

GRASS = Paint("felt", "#4E5231")
TURF = ground.TURF
LOESS = ground.LOESS
BOARD_CM, INSET_SHARE = 70.0, 15.0 / 18.0


def build(spec: ExhibitSpec) -> Model:
    """Board, block of ground, mound, cut faces, the small tombs and the larger one in front."""
    radius = spec.size_cm("width", "mound") / 2
    larger = transform.scale(tomb.larger(), INSET_SHARE)
    larger = transform.move(larger, y=-25.4, z=ground.FLOOR_CM)
    pieces = [
        as_part(board(BOARD_CM, BOARD_CM, DARK_WOOD, ground.BOARD_TOP_CM), "board"),
        as_part(_block(), "ground"),
        as_part(_mound(radius), "mound"),
        *section.faces(radius),
        *tomb.in_the_mound(),
        larger,
    ]
    return Model(merge(pieces))


def _block() -> MeshData:
    """The ground under the mound: a square, lower where the quarter is taken out."""
    half = ground.HALF_CM
    around = [(-half, -half), (0.0, 0.0), (half, -half), (half, half), (-half, half)]
    square = profile.rectangle(2 * half, 2 * half)
    floor = extrude.prism(square, ground.BOARD_TOP_CM, ground.FLOOR_CM, LOESS)
    layers = [
        extrude.prism(around, low, high, paint)
        for low, high, paint in zip(
            ground.LEVELS_CM[:-1],
            ground.LEVELS_CM[1:],
            (LOESS, ground.HUMUS, TURF),
            strict=True,
        )
    ]
    return patina.mottled(merge([floor, *layers]), 0.08, 9.0, 4)


def _mound(radius: float) -> MeshData:
    """Three quarters of a low dome with a flat, sunken crown, under dry grass."""
    skin = ground.skin(radius, -45.0, 225.0, 181, 64)
    made = domed(skin, ground.BOARD_TOP_CM + 0.1, (0.0, 4.0), GRASS)
    made = patina.mottled(made, 0.22, 3.0, 6)
    dry = patina.noise(made.positions, 6.0, 12) + 0.5 * patina.noise(made.positions, 1.4, 13)
    made = patina.stained(made, "#7E7244", 0.7 * np.clip(dry, 0.0, 1.0))
    return patina.stained(made, "#5A452F", ground.bare(made.positions))
