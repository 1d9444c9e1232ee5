"""Plan, levels and paints of the Tselinny center: a cinema hall behind a cloud of white fins."""

from __future__ import annotations

from almaty_tour.kit import profile
from almaty_tour.kit.paint import Paint

FRONT_M, FOYER_BACK_M, BACK_M = -32.6, -15.0, 32.4
HALF_M, HALL_HALF_M, WING_HALF_M = 21.0, 17.4, 21.0
FOYER_M, HALL_M, WING_M = 12.6, 19.0, 7.2
HALL_BACK_M = 27.0
FLOOR_M = 0.08

CONCRETE = Paint("concrete", "#CFCAC0")
CONCRETE_DARK = Paint("concrete", "#B4AEA3")
WHITE = Paint("plaster", "#F6F5F1")
FIN = Paint("painted_metal", "#FAFAF7")
GLASS = Paint("window")
FRAME = Paint("painted_metal", "#8E8A82")
LIGHT = Paint("lamp_glass", "#FFF3DC")
INSET = Paint("lamp_glass", "#FFF1DA")
ROOF = Paint("roof_flat", "#B3AFA6")
OCHRE = Paint("plaster", "#CDA67C")
SIENNA = Paint("plaster", "#7E4A2C")
BLACK = Paint("plaster", "#3A332D")
PAVING = Paint("paving", "#CDC6BA")
BAND = Paint("paving", "#B3AB9D")
GRAVEL = Paint("rock_faced", "#B9B1A2")
LAWN = Paint("lawn", "#8E9A5A")
STEPPE = Paint("lawn", "#A3A067")
BOULDER = Paint("rock_faced", "#9A948A")

FOYER = profile.rectangle(2 * HALF_M, FOYER_BACK_M - FRONT_M, (0.0, (FRONT_M + FOYER_BACK_M) / 2))
HALL = profile.rectangle(
    2 * HALL_HALF_M, HALL_BACK_M - FOYER_BACK_M, (0.0, (HALL_BACK_M + FOYER_BACK_M) / 2)
)
WINGS = profile.rectangle(
    2 * WING_HALF_M, BACK_M - FOYER_BACK_M, (0.0, (BACK_M + FOYER_BACK_M) / 2)
)
