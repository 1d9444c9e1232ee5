"""Plan, heights and paints of the Kazpotrebsoyuz building: an E of wings with a corner tower."""

from __future__ import annotations

from almaty_tour.kit import profile
from almaty_tour.kit.paint import Paint

WALL = Paint("plaster", "#EAD9A9")
WHITE = Paint("plaster", "#F6F1E4")
BASE = Paint("plaster", "#DCC68F")
PLINTH = Paint("granite", "#7F6A5C")
FRAME = Paint("painted_metal", "#5B4637")
ROOF = Paint("roof_metal", "#7E5A49")
OAK = Paint("wood", "#6B4630")
SPIRE = Paint("gold")

PLINTH_M, FIRST_M, WALL_M, CORNICE_M = 0.9, 5.2, 13.2, 1.0
TOP_M = WALL_M + CORNICE_M
SOUTH_M, WEST_M, EAST_M = 24.0, -53.0, 53.3
TOWER_M, SUNK_M = 13.6, 1.1
TOWER_X, TOWER_Y = SOUTH_M - TOWER_M, WEST_M + TOWER_M
OUTLINE = profile.line(
    (-31.0, -53.0),
    (TOWER_X, -53.0),
    (TOWER_X, TOWER_Y),
    (SOUTH_M, TOWER_Y),
    (SOUTH_M, EAST_M),
    (-35.5, EAST_M),
    (-35.5, 35.3),
    (4.8, 35.3),
    (4.8, -0.4),
    (-33.0, -0.4),
    (-33.0, -19.2),
    (4.8, -19.2),
    (4.8, -37.6),
    (-31.0, -37.6),
)
"""Counter-clockwise, from the left end of the west front; the tower's square is cut out."""

WINGS = (
    ((-31.0, -53.0), (TOWER_X, -37.6)),
    ((4.8, TOWER_Y), (SOUTH_M, EAST_M)),
    ((-33.0, -19.2), (4.8, -0.4)),
    ((-35.5, 35.3), (4.8, EAST_M)),
)
"""Rectangles of the wings: lower and upper corner."""
