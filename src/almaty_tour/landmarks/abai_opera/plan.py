"""Levels, widths and paints that the pieces of the opera share; metres, front to -y."""

from __future__ import annotations

from almaty_tour.kit.paint import Paint

OCHRE = Paint("plaster", "#E5B67A")
LOGGIA = Paint("plaster", "#F2BA70")
PLINTH = Paint("granite", "#5A636C")
GREEN = Paint("roof_metal", "#457A5C")
GREEN_LOW = Paint("roof_metal", "#3F7156")
GREEN_PALE = Paint("roof_metal", "#4E8064")
DOOR = Paint("painted_metal", "#8C978F")
FRAME = Paint("painted_metal", "#3B4642")

TERRACE_M = 0.9
PLINTH_M = 2.05
DOOR_M = 3.12
BASE_M = 6.5
CAPITAL_M = 15.6
BELT_M = 16.55
FRIEZE_M = 18.2
CORNICE_M = 20.0
CREST_M = 22.0

HALF_M = 18.05
FRONT_M = -44.2
WING_M = -39.2
LOGGIA_HALF_M = 12.33
LOGGIA_BACK_M = -40.1
PITCH_M = 4.65
COLUMNS = tuple((i - 2.5) * PITCH_M for i in range(6))
BAYS = tuple((i - 2) * PITCH_M for i in range(5))
