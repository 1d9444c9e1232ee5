"""The one law by which free cameras move: velocity follows the wish exponentially.

The law is integrated exactly, so 30 and 144 frames a second lead to the same place.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.base.easing import decay

F64 = npt.NDArray[np.float64]
MAX_PITCH_RAD = 1.5


def follow(velocity: F64, wish: F64, rate_per_s: float, dt_s: float) -> tuple[F64, F64]:
    """New velocity and the way gone, (3,) each, when velocity falls towards `wish`."""
    left = decay(rate_per_s, dt_s)
    rest = velocity - wish
    way = wish * dt_s + rest * (1.0 - left) / rate_per_s
    return wish + rest * left, way


def turned(
    heading_rad: float, pitch_rad: float, look_rad: tuple[float, float]
) -> tuple[float, float]:
    """Heading and pitch after a turn to the right and up."""
    heading = float(np.mod(heading_rad + look_rad[0], 2.0 * np.pi))
    return heading, float(np.clip(pitch_rad + look_rad[1], -MAX_PITCH_RAD, MAX_PITCH_RAD))
