"""The plan of the hall and what it is made of."""

from __future__ import annotations

import math
from typing import Final

from almaty_tour.kit.paint import Paint

FLOOR: Final = Paint("hall_floor", "#4A423B")
FLOOR_DARK: Final = Paint("hall_floor", "#2A2522")
STONE: Final = Paint("hall_stone", "#6B6157")
STONE_DARK: Final = Paint("hall_stone", "#4C433A")
PLASTER: Final = Paint("plaster", "#8B7F71")
CEILING: Final = Paint("plaster", "#5A5047")
FELT: Final = Paint("plaster", "#B9A488")
OAK: Final = Paint("oak", "#9A6B3E")
OAK_RED: Final = Paint("oak", "#8A4A30")
BRASS: Final = Paint("brass", "#FFF2DC")
GLOW: Final = Paint("hall_lamp", "#FFD9A0")
DAY: Final = Paint("hall_lamp", "#E8F0FF")

Point = tuple[float, float]

SIDES: Final = 16
APOTHEM_M: Final = 11.0
WALL_TOP_M: Final = 6.6
DOOR_M: Final = (3.2, 4.3)
NICHE_M: Final = (3.0, 4.8, 0.9)
"""Width, height, depth."""
PASSAGE_M: Final = 2.0
"""From the rotunda to a wing."""
WING_M: Final = (18.0, 18.0, 5.4)
"""Depth away from the rotunda, width, height."""
GALLERY_M: Final = (30.0, 20.0, 5.4)
ENTRY_M: Final = (8.0, 6.0, 4.3)
SPINE: Final = (-0.4, 18.0, 0.4, 38.0, 3.6)
NEAR_M: Final = APOTHEM_M + PASSAGE_M


def corner(number: float) -> Point:
    """A corner of the rotunda, clockwise from the one to the left of north."""
    turn = math.radians(360.0 / SIDES * (number - 0.5))
    radius = APOTHEM_M / math.cos(math.pi / SIDES)
    return radius * math.sin(turn), radius * math.cos(turn)


def turned(point: Point, quarter: int) -> Point:
    """A point turned clockwise by quarters about the middle."""
    x, y = point
    for _ in range(quarter % 4):
        x, y = y, -x
    return x, y
