"""Measures and paints of the old Government House; heights count from the forecourt."""

from __future__ import annotations

from almaty_tour.kit import profile
from almaty_tour.kit.paint import Paint

STONE = Paint("ashlar", "#DCC9A4")
TRIM = Paint("concrete", "#DFCEAC")
CARVED = Paint("concrete", "#B6A581")
SHAFT = Paint("concrete", "#F1E8DA")
PLINTH = Paint("granite", "#8A5C44")
STEP = Paint("granite", "#B4A38D")
RED_STEP = Paint("granite", "#93614E")
FRAME = Paint("painted_metal", "#4A3328")
GLASS = Paint("window")
DOOR = Paint("wood", "#C99740")
ROOF = Paint("roof_metal", "#70504A")
IRON = Paint("painted_metal", "#2E2F2E")
RAIL = Paint("painted_metal", "#C9CBCB")
GILT = Paint("gold")
TIMBER = Paint("wood", "#5B4030")

FRONT_M, WING_M, BACK_M = -50.4, -39.6, 66.0
HALL_M = -43.4
HALF_M, RISE_HALF_M, PORTICO_HALF_M = 52.6, 29.8, 23.8
COURT_M, TONGUE_M = 34.8, 10.3
LINK_M, TONGUE_BACK_M = 25.9, 48.0
COURT_FRONT_M, COURT_BACK_M = -21.8, 13.5
TERRACE_M, PLINTH_M = 1.5, 2.1
CAPITAL_M = TERRACE_M + 15.5
RISE_M = CAPITAL_M + 5.0
WING_CORNICE_M, WING_TOP_M = 16.5, 18.3
PITCH_M = 4.2

OUTLINE = profile.line(
    (-HALF_M, WING_M), (-RISE_HALF_M, WING_M), (-RISE_HALF_M, HALL_M), (RISE_HALF_M, HALL_M),
    (RISE_HALF_M, WING_M), (HALF_M, WING_M), (HALF_M, BACK_M), (COURT_M, BACK_M),
    (COURT_M, LINK_M), (TONGUE_M, LINK_M), (TONGUE_M, TONGUE_BACK_M), (-TONGUE_M, TONGUE_BACK_M),
    (-TONGUE_M, LINK_M), (-COURT_M, LINK_M), (-COURT_M, BACK_M), (-HALF_M, BACK_M),
)  # fmt: skip
"""The whole plan without the portico, counter-clockwise from the south-west corner."""

COURT = profile.line(
    (TONGUE_M, COURT_FRONT_M), (TONGUE_M, COURT_BACK_M),
    (COURT_M, COURT_BACK_M), (COURT_M, COURT_FRONT_M),
)  # fmt: skip
"""The closed court on the right, clockwise: its walls look into it."""
