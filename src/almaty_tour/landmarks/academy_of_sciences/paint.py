"""Measures and paints of the Academy of Sciences; heights count from the forecourt."""

from __future__ import annotations

from almaty_tour.kit.paint import Paint

OCHRE = Paint("plaster", "#C58656")
WHITE = Paint("plaster", "#EDEAE3")
RELIEF = Paint("plaster", "#F6F4EF")
GRANITE = Paint("granite", "#8A837E")
STEP = Paint("granite", "#9C958F")
FRAME = Paint("painted_metal", "#6B4A34")
GLASS = Paint("window")
DOOR = Paint("wood", "#6A4630")
ROOF = Paint("roof_metal", "#98A1A6")
IRON = Paint("painted_metal", "#34363A")
LETTERS = Paint("lettering", "#A89F90")
MEDAL = Paint("gilded_plaster", "#D8CDB4")
PLATE = Paint("painted_metal", "#2F7FB6")

PORTAL_FRONT_M, PORTAL_BACK_M = -74.0, -45.0
PORTAL_HALF_M, MIDDLE_HALF_M = 11.7, 6.1
BASE_M = 1.3
TERRACE_M = 0.9
COURSE_M, LOGGIA_M, ATTIC_M, SHOULDER_M = 13.3, 14.2, 17.2, 19.6
FRIEZE_M, CROWN_M, TOP_M = 20.6, 21.7, 23.2
RANGE_M, PAVILION_M = 10.2, 11.8
