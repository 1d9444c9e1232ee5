"""Sizes and stones of the Auezov theatre; heights count from the square."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile
from almaty_tour.kit.paint import Paint

F64 = npt.NDArray[np.float64]

ROUGH = Paint("concrete", "#EFE4CE")
SMOOTH = Paint("marble", "#EDE3D0")
PIER = Paint("marble", "#F3ECDD")
WALL = Paint("ashlar", "#DDD2BC")
BALCONY = Paint("marble", "#F6F1E6")
EDGE = Paint("painted_metal", "#774129")
BRONZE = Paint("bronze_dark", "#AEA394")
BROWN = Paint("painted_metal", "#5A4030")
DOOR = Paint("wood", "#6A4630")
SOFFIT = Paint("plaster", "#CFC4AE")
PODIUM = Paint("granite", "#5B5956")
STEP = Paint("granite", "#7F7C77")
COPING = Paint("granite", "#77746F")
PAVING = Paint("paving", "#A59E93")

PITCH_M = 8.9
BAYS = 7
SIDE_BAYS_M = (9.6, PITCH_M, PITCH_M, PITCH_M)

TERRACE_M = 1.5
WALL_M = 20.8
TOP_M = TERRACE_M + WALL_M

FRONT_M = -46.0
RECESS_M = 4.8
CORNER_M = 31.95
SIDE_M = 34.3
SHIELDS_END_M = FRONT_M + 0.4 + sum(SIDE_BAYS_M) + 0.8
REAR_M = 30.0
BACK_M = 54.0
REAR_SIDE_M = 33.6
BACK_TOP_M = 15.6

TOWER_LOW = (-20.0, -6.0)
TOWER_HIGH = (20.0, 18.0)

TERRACE = profile.line((-46, -57), (46, -57), (46, 4), (-46, 4))
STEPS, TREAD_M, STAIR_M = 8, 0.38, 52.0
GROUND_M = 0.06


def pier_x() -> F64:
    """(8,) middles of the piers of the front."""
    return np.asarray((np.arange(BAYS + 1) - BAYS / 2) * PITCH_M, np.float64)


def bay_x() -> F64:
    """(7,) middles of the bays of the front."""
    return np.asarray((np.arange(BAYS) - (BAYS - 1) / 2) * PITCH_M, np.float64)


def side_bays() -> F64:
    """(4, 2) where the bays of a side begin and end along y, the piers' halves left out."""
    start = FRONT_M + 0.4 + np.concatenate([[0.0], np.cumsum(SIDE_BAYS_M)[:-1]])
    return np.stack([start, start + np.array(SIDE_BAYS_M)], axis=1)
