"""The bowl of the lake: heights, paints and lines in the model frame (-y is north).

The model's zero is the floor that the tour's ground has there, 2,506 m above the sea; the
water stands five metres over it, at the 2,511 m that are told of the lake.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.paint import Paint

F64 = npt.NDArray[np.float64]

WATER_M: Final = 5.0
CREST_M: Final = 8.0
SHORE_M: Final = 9.6
"""Up to here the bare shore reaches, as seen in spring when the water is low."""
CELL_M: Final = 16.0
LOW: Final = (-480.0, -930.0)
HIGH: Final = (470.0, 960.0)
DAM_Y_M: Final = -876.0
DAM_X_M: Final = (-150.0, 172.0)
CREST_DEPTH_M: Final = 7.0
SLOPE: Final = 2.0
TOWER: Final = (40.0, -838.0)
BRIDGE_M: Final = 1.9

WATER = Paint("lake_water")
GRAVEL = Paint("asphalt", "#B4AC9C")
STREAM = Paint("lake_water", "#B8D2CC")
STONE = Paint("granite", "#A8A49A")
RUBBLE = Paint("lawn", "#A39C90")
CONCRETE = Paint("concrete", "#CFCBC0")
PALE = Paint("plaster", "#E4E0D4")
ROAD = Paint("asphalt", "#A09A8C")
ROOF = Paint("roof_metal", "#7E8C92")
RAIL = Paint("painted_metal", "#C9CDCB")
PIPE = Paint("painted_metal", "#3A3B3C")
GLASS = Paint("window")


def grid(cell_m: float = CELL_M) -> tuple[F64, int, int]:
    """(rows * columns, 2) places of the survey of the bowl, row by row, and their counts."""
    x = np.arange(LOW[0], HIGH[0] + 0.1, cell_m)
    y = np.arange(LOW[1], HIGH[1] + 0.1, cell_m)
    return np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2), len(y), len(x)
