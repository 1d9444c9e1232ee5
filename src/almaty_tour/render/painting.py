"""Where the painted squares of the ground lie: nested, each twice as wide as the one within.

Pure numbers, so that equal frames ask for equal squares whatever was drawn before.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]
MOST_LEVELS = 6
STEPS = 8
"""A square follows the eye in steps of an eighth of its side."""
REACH = 0.5 - 0.5 / STEPS - 0.01
"""Share of its side that a square surely reaches from the eye."""
USEFUL = 0.7
"""A square is painted while a pixel straight below covers less than its texels over this."""


@dataclass(frozen=True)
class Squares:
    """The nested squares of a preset: texels along a side, metres of the finest, how many."""

    side_px: int
    finest_m: float
    count: int

    def side_m(self, level: int) -> float:
        """How wide a square is."""
        return self.side_px * self.finest_m * 2.0**level

    @property
    def reach_m(self) -> float:
        """How far from the eye the painting surely goes."""
        return self.side_m(self.count - 1) * REACH

    def middle(self, level: int, eye_xy: tuple[float, float]) -> tuple[float, float]:
        """The middle of a square for an eye; levels step at different places."""
        step = self.side_m(level) / STEPS
        shift = step * (0.37 * level % 1.0)
        x, y = ((math.floor((at - shift) / step + 0.5)) * step + shift for at in eye_xy)
        return x, y

    def first(self, above_m: float, fov_rad: float, height_px: int) -> int:
        """The finest level that an eye so high above the ground can make out."""
        pixel_m = max(above_m, 0.1) * 2.0 * math.tan(fov_rad / 2.0) / height_px
        level = math.floor(math.log2(max(pixel_m * USEFUL / self.finest_m, 1e-6)))
        return min(max(level, 0), self.count)

    def places(self, eye: F64) -> npt.NDArray[np.float32]:
        """(count, 4) f4: scale and offset from eye-relative metres to texture coordinates."""
        east, north = float(eye[0]), float(eye[1])
        rows = []
        for level in range(self.count):
            side = self.side_m(level)
            x, y = self.middle(level, (east, north))
            share = 1.0 / side
            rows.append((share, share, (east - x) / side + 0.5, (north - y) / side + 0.5))
        return np.array(rows, np.float32).reshape(-1, 4)
