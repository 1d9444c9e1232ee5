"""Measures and colours that the parts of the Wedding Palace share."""

from __future__ import annotations

from almaty_tour.kit.paint import Paint

MARBLE = Paint("marble", "#EFEBE2")
SLAB = Paint("marble", "#F6F3EC")
JOINT = Paint("marble", "#B9B3A6")
GRANITE = Paint("granite", "#6A4B43")
RELIEF = Paint("granite", "#92695C")
STEP = Paint("granite", "#A79E96")
GRILLE = Paint("painted_metal", "#DCCB9E")
POST = Paint("painted_metal", "#B7A578")
FRAME = Paint("painted_metal", "#4B4338")
GLASS = Paint("window")
GOLD = Paint("gold")
BRONZE = Paint("painted_metal", "#7A5A34")

RADIUS_M = 17.0
PLINTH_M = 1.0
LOWER_M = 4.3
UPPER_M = 9.5
TOP_M = 12.6
ROOF_M = 12.0
GLASS_RADIUS_M = 15.9
GRILLE_RADIUS_M = 17.05
BAYS = 72
TERRACE_Y_M = -18.6
TERRACE_RADIUS_M = 7.4
