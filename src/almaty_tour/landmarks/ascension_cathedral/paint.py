"""Paints of the Ascension Cathedral, sRGB for a neutral noon."""

from __future__ import annotations

from almaty_tour.kit.paint import Paint

YELLOW = Paint("plaster", "#F2BE5F")
CREAM = Paint("plaster", "#F3D297")
WHITE = Paint("plaster", "#F4F0E6")
PINK = Paint("plaster", "#E2857A")
PALE_BLUE = Paint("plaster", "#9CC3DD")
SKY = Paint("plaster", "#5E9CCB")
CRIMSON = Paint("plaster", "#B0333F")
MAROON = Paint("plaster", "#6B2528")
ROOF = Paint("roof_metal", "#2E6047")
ROOF_DARK = Paint("roof_metal", "#365744")
DOOR = Paint("wood", "#B87A24")
DARK = Paint("painted_metal", "#2A2522")
GILT = Paint("gold")
GILT_EDGE = Paint("painted_metal", "#C79A3C")
GILT_EDGE_WALL = Paint("plaster", "#E9BE6C")
GLASS = Paint("window")
LATTICE = Paint("painted_metal", "#F2EFE8")
SCALE_WHITE = Paint("dome_paint", "#F3F2EC")
SCALE_RED = Paint("dome_paint", "#A5243B")
SCALE_BLUE = Paint("dome_paint", "#2650A8")
SCALE_GREEN = Paint("dome_paint", "#2C6F4E")
STEP = Paint("granite", "#B9B2A4")
PAVING = Paint("paving", "#8D8A86")
KERB = Paint("concrete", "#A8A49C")
LAWN = Paint("lawn", "#5B7238")
