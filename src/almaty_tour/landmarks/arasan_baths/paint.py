"""Colours and measures that the parts of the Arasan baths share."""

from __future__ import annotations

from almaty_tour.kit.paint import Paint

STONE = Paint("ashlar", "#DEC99C")
SMOOTH = Paint("plaster", "#E4D2A8")
SHADE = Paint("ashlar", "#C8B080")
TRIM = Paint("plaster", "#EBDDBB")
GRANITE = Paint("granite", "#8B7A6C")
STEP = Paint("granite", "#B5A898")
TURQUOISE = Paint("glazed_tile", "#2B868C")
COBALT = Paint("glazed_tile", "#2C5FA6")
WHITE_TILE = Paint("glazed_tile", "#DDE3D8")
COPPER = Paint("roof_metal", "#67877D")
RIB = Paint("painted_metal", "#A9BFB3")
GLASS = Paint("window")
EYE = Paint("blue_glass", "#8FA3AC")
FRAME = Paint("painted_metal", "#5A4632")
GOLD = Paint("gold")
ROOF = Paint("roof_flat", "#B8AE9C")
TERRACE = Paint("paving", "#C9B999")

PODIUM_M = 4.2
TIER_M = 8.8
OCTAGON_M = 12.8
DRUM_M = 15.6
CENTRE_Y_M = 5.0
ROTUNDAS = ((34.0, -20.5), (-34.0, -20.5), (-34.0, 30.5), (34.0, 30.5))
ROTUNDA_M = 9.5
