"""What must stay free so that a landmark is seen: the way from where a visitor arrives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.city.extent import Extent
from almaty_tour.city.town_map import CELL_M, Canvas

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
FRONT_M, WIDEST_M = 55.0, 42.0
BESIDE_EYE_M = 9.0
TREE_M, HOUSE_M = 15.0, 24.0


@dataclass(frozen=True)
class Sight:
    """A view of a landmark.

    Attributes:
        eye: (3,) x, y and height over the ground about the landmark, metres.
        foot: (2,) middle of the landmark. radius_m: half its width.
        looked_at_m: height of the lowest part that must be seen.
    """

    eye: tuple[float, float, float]
    foot: tuple[float, float]
    radius_m: float
    looked_at_m: float


def free_of(extent: Extent, sights: Sequence[Sight], tall_m: float, cell_m: float = CELL_M) -> Mask:
    """The cells on which something `tall_m` high would stand in a sight."""
    canvas = Canvas(extent, cell_m)
    for sight in sights:
        for outline in wedge(sight, tall_m):
            canvas.fill(outline)
    return canvas.mask()


def wedge(sight: Sight, tall_m: float) -> list[F64]:
    """The strip from the landmark to where the line of sight passes over `tall_m`."""
    eye, foot = np.array(sight.eye[:2]), np.array(sight.foot)
    away = float(np.hypot(*(eye - foot)))
    if away < 1.0:
        return []
    way = (eye - foot) / away
    across = np.array([-way[1], way[0]])
    rise = (sight.eye[2] - sight.looked_at_m) / away
    clear = (tall_m - sight.looked_at_m) / rise if rise > 0.0 else away
    far = min(max(clear, sight.radius_m + FRONT_M), away + 4.0)
    wide = max(min(0.85 * sight.radius_m, WIDEST_M), BESIDE_EYE_M)
    narrow = wide + (BESIDE_EYE_M - wide) * min(far / away, 1.0)
    end = foot + way * far
    return [np.array([foot - across * wide, foot + across * wide, end + across * narrow,
                      end - across * narrow])]  # fmt: skip
