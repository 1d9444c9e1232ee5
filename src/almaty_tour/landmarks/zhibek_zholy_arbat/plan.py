"""Where everything lies on the pedestrian street: model frame, x north, y west along the street."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.profile import F64

HALF_M = 13.0
EAST_M, WEST_M = -130.0, 131.0
RAMP_FROM_M, RAMP_TO_M, SLOPE = -12.0, -104.0, 0.018
PLATE_M = 0.09
LAWN_PITCH_M = 29.0
LAWNS_AT = tuple((-1.0 if k % 2 else 1.0, -117.0 + LAWN_PITCH_M * k) for k in range(9) if k != 1)
"""Side (sign of x) and middle (y) of every three-cornered lawn."""
FOUNTAINS_AT = ((5.4, 39.5), (5.4, 92.0))
FOUNTAIN = (3.4, 17.0)
THEATRE_AT = (-12.2, 70.0)
CAFE_Y = (96.0, 122.0)
TUNNEL_X, TUNNEL_Y = -7.6, (-98.0, -38.0)

DARK = Paint("paving", "#5F5B5A")
MIDDLE = Paint("paving", "#847D77")
LIGHT = Paint("paving", "#B7AB99")
BAND = Paint("granite", "#CDD0D2")
BAND_EDGE = Paint("granite", "#8F9498")
CURB = Paint("granite", "#9A948D")
LAWN = Paint("lawn", "#6C9048")
TIMBER = Paint("wood", "#7B553A")
BLACK = Paint("painted_metal", "#2B2C2E")
POST = Paint("painted_metal", "#B9BBB8")
LIGHT_BULB = Paint("lamp_glass")
BRONZE = Paint("bronze")


def rise_m(y_m: npt.ArrayLike) -> F64:
    """How far the street lies over its western, level half at y."""
    y = np.asarray(y_m, np.float64)
    return SLOPE * np.clip(RAMP_FROM_M - y, 0.0, RAMP_FROM_M - RAMP_TO_M)


def floor_m(y_m: npt.ArrayLike) -> F64:
    """Top of the paving at y."""
    return rise_m(y_m) + PLATE_M


def on_floor(places: npt.ArrayLike, over_m: float = 0.0) -> F64:
    """(k, 3) places on the paving from (k, 2)."""
    spots = np.asarray(places, np.float64).reshape(-1, 2)
    return np.column_stack([spots, floor_m(spots[:, 1]) + over_m])


def corner_lawn(side: float, y_m: float) -> F64:
    """A lawn: its long edge lies along the middle band, its tip towards the houses."""
    x = side * np.array([2.6, 2.6, 8.6])
    points = np.column_stack([x, y_m + np.array([-7.0, 7.0, 4.0 * side])])
    return profile.counter_clockwise(points)
