"""Plan, levels and paints of the Kasteev museum: pale stone about an inner court."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile
from almaty_tour.kit.paint import Paint

F64 = npt.NDArray[np.float64]

STONE = Paint("ashlar", "#DCD5C3")
STONE_WARM = Paint("ashlar", "#D9CBB9")
RIB = Paint("ashlar", "#E4DECF")
BEAM = Paint("concrete", "#C9C6BE")
BASE = Paint("granite", "#A98772")
GRANITE = Paint("granite", "#5B534C")
FRAME = Paint("painted_metal", "#43413E")
GLASS = Paint("window")
ROOF = Paint("roof_flat", "#98958D")
ROOF_DARK = Paint("roof_flat", "#7F7C75")
BRONZE = Paint("bronze_dark", "#5E6A62")
PAVING = Paint("paving", "#BDB6AB")
BAND = Paint("paving", "#9C948A")
LAWN = Paint("lawn", "#74964E")
KERB = Paint("granite", "#B3AEA6")
IRON = Paint("painted_metal", "#26282A")

ROOF_M, PARAPET_M = 12.0, 12.8
HALF_M, BACK_M = 61.0, 31.6
COURT = profile.rectangle(42.0, 20.0, (-4.0, 6.0))
ENTRY = (-33.0, -15.0)
COMB = (-15.0, 10.6)
PYLONS = 8
SLABS = ((10.6, 27.0, -30.8), (27.0, 44.0, -29.6), (44.0, 61.0, -28.4))
LEFT_Y_M, ENTRY_Y_M = -29.4, -27.0


def comb_front_m(index: int) -> float:
    """How far the front of a pylon stands out: each further right, further forward."""
    return -28.6 - 0.42 * index


def outline() -> F64:
    """The walls' plan, counter-clockwise, from the front left corner."""
    points = [
        (-HALF_M, LEFT_Y_M),
        (ENTRY[0], LEFT_Y_M),
        (ENTRY[0], ENTRY_Y_M),
        (COMB[1], ENTRY_Y_M),
    ]
    for left, right, y in SLABS:
        points += [(left, y), (right, y)]
    points += [(HALF_M, BACK_M), (-HALF_M, BACK_M)]
    return profile.line(*points)
