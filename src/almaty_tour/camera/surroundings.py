"""What a moving camera must know of the world, as a protocol of plain arrays."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]


class Surroundings(Protocol):
    """Ground and obstacles of the space that the camera is in."""

    def ground_m(self, x_m: npt.ArrayLike, y_m: npt.ArrayLike) -> F64:
        """Height of the natural ground above sea level."""

    def floor_m(self, x_m: float, y_m: float, feet_m: float) -> float:
        """Height of the highest floor or ground that feet at `feet_m` can stand on."""

    def pushed_out(self, position: F64, radius_m: float) -> F64:
        """The nearest free place for a ball of `radius_m` at (3,) `position`."""
