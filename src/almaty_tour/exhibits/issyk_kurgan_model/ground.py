"""Heights of the model: the board, the old surface of the ground, the skin of the mound."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.exhibits._shared import patina
from almaty_tour.kit.paint import Paint

F64 = npt.NDArray[np.float64]
BOARD_TOP_CM, FLOOR_CM, GROUND_CM = 2.0, 4.3, 5.6
"""The floor of the cut lies as deep as the tombs, 1.2 m of the site under the old surface."""
HALF_CM = 32.5
LEVELS_CM = (FLOOR_CM, GROUND_CM - 0.4, GROUND_CM - 0.12, GROUND_CM)
LOESS, HUMUS = Paint("fired_clay", "#8A7556"), Paint("fired_clay", "#43352A")
TURF = Paint("felt", "#4C4E30")
HEIGHT_CM, CROWN_SHARE = 6.6, 0.36
PIT_CM = 4.4
"""Radius of the robbers' funnel in the crown."""


def rise(share: npt.ArrayLike) -> F64:
    """(n,) heights above the ground, 0 to 1, at shares of the radius: flat crown, even flank."""
    out = np.clip((np.asarray(share, np.float64) - CROWN_SHARE) / (1.0 - CROWN_SHARE), 0.0, 1.0)
    return np.asarray(0.5 + 0.5 * np.cos(np.pi * out**1.06))


def surface(x: npt.ArrayLike, y: npt.ArrayLike, radius: float) -> F64:
    """Heights of the skin over the plan, the funnel in its crown included."""
    east, north = np.broadcast_arrays(np.asarray(x, np.float64), np.asarray(y, np.float64))
    away = np.hypot(east, north)
    at = np.stack([east.ravel(), north.ravel(), np.zeros(east.size)], axis=1)
    waves = patina.noise(at, 5.0, 21) + 0.4 * patina.noise(at, 1.3, 22)
    height = HEIGHT_CM * rise(away / radius)
    height = height + 0.16 * waves.reshape(east.shape) * np.clip(height, 0.0, 1.0)
    funnel = np.clip(1.0 - np.hypot(east + 0.5, north - 0.4) / PIT_CM, 0.0, 1.0)
    return np.asarray(GROUND_CM + height - 1.9 * funnel**1.3 * (height > 0.5))


def skin(radius: float, start_deg: float, end_deg: float, angles: int, radii: int) -> F64:
    """(angles, radii, 3) points of the skin over a sector."""
    turn = np.radians(np.linspace(start_deg, end_deg, angles))[:, None]
    away = radius * np.linspace(0.0, 1.0, radii)[None, :]
    x, y = away * np.cos(turn), away * np.sin(turn)
    return np.stack([x, y, surface(x, y, radius)], axis=2)


def bare(positions: npt.ArrayLike) -> F64:
    """(n,) how bare the earth is: in the funnel and on its rim."""
    at = np.asarray(positions, np.float64)
    away = np.hypot(at[:, 0] + 0.5, at[:, 1] - 0.4)
    ragged = away + 0.9 * patina.noise(at, 1.6, 31)
    return np.clip(1.0 - (ragged - 3.2) / 1.6, 0.0, 0.9)
