"""Plan, levels and paints of the Ykhlas museum: a timber house with a tower in the middle."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.paint import Paint

F64 = npt.NDArray[np.float64]

PLINTH_M = 0.75
RAIL_M = 4.25
EAVES_M = 5.7
TOWER_EAVES_M = 9.9

FRONT_M, WING_FRONT_M, BACK_M = -7.6, -5.4, 12.0
HALF_M, PAVILION_M, TOWER_M = 21.6, 12.6, 4.3
TOWER_BACK_M = FRONT_M + 2 * TOWER_M
TOWER_Y_M = FRONT_M + TOWER_M
HALL_FRONT_M, HALL_EAVES_M, HALL_RIDGE_M = 0.8, 7.1, 9.4
GABLE_X_M, GABLE_HALF_M, GABLE_RISE_M = 16.2, 3.3, 3.6

BOARD = Paint("wood", "#CC6A31")
BOARD_DARK = Paint("wood", "#AE5524")
TRIM = Paint("wood", "#BC5B26")
LACE = Paint("wood", "#A84D1B")
DOOR = Paint("wood", "#A84C1C")
GREEN = Paint("painted_metal", "#377A5E")
GREEN_LOW = Paint("painted_metal", "#24573F")
RUBBLE = Paint("rock_faced", "#7C7468")
STAIR = Paint("granite", "#B79A84")
BROWN = Paint("granite", "#8A6A5A")
FINIAL = Paint("wood", "#8E5A38")
STEEL = Paint("steel")
PLAQUE = Paint("granite", "#3A3634")

OUTLINE: F64 = np.array(
    [
        (-HALF_M, FRONT_M), (-PAVILION_M, FRONT_M), (-PAVILION_M, WING_FRONT_M),
        (-TOWER_M, WING_FRONT_M), (-TOWER_M, FRONT_M), (TOWER_M, FRONT_M),
        (TOWER_M, WING_FRONT_M), (PAVILION_M, WING_FRONT_M), (PAVILION_M, FRONT_M),
        (HALF_M, FRONT_M), (HALF_M, BACK_M), (-HALF_M, BACK_M),
    ]
)  # fmt: skip
TOWER: F64 = np.array(
    [(-TOWER_M, FRONT_M), (TOWER_M, FRONT_M), (TOWER_M, TOWER_BACK_M), (-TOWER_M, TOWER_BACK_M)]
)
