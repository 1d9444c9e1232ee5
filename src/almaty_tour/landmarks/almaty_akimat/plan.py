"""Measures and paints of the Akimat, shared by its parts.

The building's own level is z = 0 here, its front stands on y = 0 and looks to -y; the model
lifts it on the court, `COURT_M` over the square.
"""

from __future__ import annotations

from almaty_tour.kit.paint import Paint

STONE = Paint("ashlar", "#CDBFA4")
PIER = Paint("marble", "#DCD2BC")
ATTIC = Paint("ashlar", "#C9B28A")
BLIND = Paint("ashlar", "#C4B79F")
PANEL = Paint("marble", "#D6CCB8")
PLINTH = Paint("granite", "#9A8F86")
GLASS = Paint("window", "#9AA0A6")
FRAME = Paint("painted_metal", "#D8D4CA")
DOOR = Paint("wood", "#A4502E")
GOLD = Paint("gold")
ROOF = Paint("roof_flat", "#9A968E")
SEAM = Paint("roof_flat", "#86827B")
BLUE = Paint("roof_membrane", "#3F6FA8")

COURT_M = 6.0
LENGTH_M, DEPTH_M, HEIGHT_M = 110.0, 27.0, 26.6
ATTIC_M = 4.6
STOREYS, FOOT_M = 6, 1.2
STOREY_M = (HEIGHT_M - ATTIC_M - FOOT_M - 0.9) / STOREYS
END_M = 7.0
CENTRE_M = 15.5
HALF_M = LENGTH_M / 2 - END_M
WALL_M = HEIGHT_M - ATTIC_M
PIERS = 9
BAY_M = (HALF_M - CENTRE_M / 2) / (PIERS + 0.5)
ROOF_M = HEIGHT_M - 1.2
"""The roof lies behind the attic as behind a parapet."""
FRONT_Y_M = -40.0
"""The front in the model's frame, whose origin is the middle of the outline on the map."""
HALL = (38.0, 37.0, 79.0)
"""Half width of the assembly hall, its near and far side."""
PAVILION = (42.0, 60.0, 31.0, 74.0)
"""One side pavilion: inner and outer x, near and far y; the other is its mirror image."""
PLATFORM_M, PLATFORM_STEPS = 0.75, 5
