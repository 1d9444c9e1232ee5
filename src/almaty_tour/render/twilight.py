"""The colours of civil twilight that the tables of the sky lack.

After sunset the west glows from orange at the horizon over yellow to blue; opposite stands the
shadow of the Earth, slate blue, under a rosy arch that rises as the sun sinks (Minnaert 1954, The
Nature of Light and Colour in the Open Air, ch. 11). One scattering has hardly any of either.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.render.atmosphere import SKY_COLUMNS, SKY_ROWS

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
SUNK_DEG: Final = (-10.0, -6.0, -3.0, 0.0, 2.0)
GLOWS: Final = (0.0, 0.8, 1.0, 0.7, 0.0)
ARCHED: Final = (0.0, 0.25, 1.0, 0.7, 0.0)
"""How strong the glow and the arch are at these heights of the sun."""
EMBER: Final = np.array([2.6, 0.75, -0.30])
STRAW: Final = np.array([0.75, 0.42, -0.05])
ROSE: Final = np.array([0.85, 0.16, 0.24])
SLATE: Final = np.array([-0.26, -0.15, 0.02])
"""What the radiance of the sky gains, as shares of it, in red, green and blue."""


def afterglow(height_deg: float) -> F32:
    """(rows, columns, 3) f4 what the sky's table is multiplied by, 1 by day and by night."""
    glow, arch = np.interp(height_deg, SUNK_DEG, GLOWS), np.interp(height_deg, SUNK_DEG, ARCHED)
    up_deg = _heights_deg()[:, None, None]
    away = _bearings_rad()[None, :, None]
    west, east = np.exp(-((away / 1.05) ** 2)), np.exp(-(((np.pi - away) / 1.35) ** 2))
    low = np.exp(-np.maximum(up_deg, 0.0) / 5.0)
    straw = _band(up_deg, 9.0, 8.0)
    middle_deg = 4.0 + 1.3 * max(-height_deg, 0.0)
    shadow = 1.0 / (1.0 + np.exp((up_deg - 0.55 * middle_deg) / 1.4))
    gain = glow * west * (low * EMBER + straw * STRAW)
    gain = gain + arch * east * (_band(up_deg, middle_deg, 4.5) * ROSE + shadow * SLATE)
    return np.asarray(np.maximum(1.0 + gain, 0.2), np.float32)


def _band(up_deg: F64, middle_deg: float, wide_deg: float) -> F64:
    return np.asarray(np.exp(-(((up_deg - middle_deg) / wide_deg) ** 2)))


def _heights_deg() -> F64:
    """(rows,) of the texels of the table, as `atmosphere.sky_directions` lays them."""
    row = (np.arange(SKY_ROWS) + 0.5) / SKY_ROWS * 2.0 - 1.0
    return np.asarray(np.arcsin(np.sign(row) * row * row) * (180.0 / math.pi))


def _bearings_rad() -> F64:
    """(columns,) from the azimuth of the sun."""
    return np.asarray(2.0 * np.arcsin((np.arange(SKY_COLUMNS) + 0.5) / SKY_COLUMNS))
