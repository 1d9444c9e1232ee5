"""The park's axis behind its gate: places, paints and the outlines of walks and pond."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile
from almaty_tour.kit.paint import Paint

F64 = npt.NDArray[np.float64]

GATE_Y_M: Final = -48.0
ROUND: Final = (0.0, 40.0)
POND: Final = (54.0, 14.0)
WHEEL: Final = (-58.0, 44.0)
PAVED_M: Final = 0.1
LAWN_M: Final = 0.07
WATER_M: Final = 0.14

PEACH = Paint("plaster", "#E9C29C")
WHITE = Paint("plaster", "#F4F1EA")
CAP = Paint("plaster", "#8A8480")
FOOT = Paint("rock_faced", "#8A5A4A")
GREY_ROOF = Paint("roof_metal", "#A7ADB3")
GOLD = Paint("gold", "#EBC05A")
WORD = Paint("lettering_gilt", "#EBC05A")
IRON = Paint("painted_metal", "#2B2C2E")
DARK = Paint("window")
SETTS = Paint("paving", "#C2A89E")
PALE = Paint("paving", "#D5CBC0")
BAND = Paint("granite", "#A8877C")
KERB = Paint("granite", "#B7B0A8")
LAWN = Paint("lawn", "#6E9A46")
RED_BED = Paint("foliage", "#A23A34")
GREEN_BED = Paint("foliage", "#5E8A42")
PINK_BED = Paint("foliage", "#D0708E")
SILVER_BED = Paint("foliage", "#BFC8BC")
POND_WATER = Paint("pool_water", "#9DB58A")
BRONZE = Paint("bronze_dark", "#A49C90")
WOOD = Paint("wood", "#A87A4C")


def pond() -> F64:
    """The shore, counter-clockwise, in the park's frame."""
    knots = [
        (-18.0, -30.0),
        (2.0, -36.0),
        (20.0, -26.0),
        (24.0, -4.0),
        (19.0, 18.0),
        (22.0, 32.0),
        (6.0, 40.0),
        (-12.0, 34.0),
        (-19.0, 16.0),
        (-16.0, -6.0),
    ]
    return np.asarray(profile.smooth(knots, 4, closed=True) + np.array(POND))
