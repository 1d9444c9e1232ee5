"""Pictures of a museum on posts in the city, where they were taken."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from almaty_tour.geo.frame import to_local
from almaty_tour.scene.framed import FramedPictures, ImageSource, framed
from almaty_tour.session.standpoints import PHOTOGRAPHER_M

F64 = npt.NDArray[np.float64]

AHEAD_M, ASIDE_M = 4.5, 1.9
"""From the eye of the photographer: ahead, and to the right, so that the view stays free."""
WIDE_M, TALLEST_M = 1.5, 1.5
MAT_M, FRAME_M, POST_M = 0.05, 0.035, 0.95
GLOW = 0.35


def boards(
    latitude_deg: F64,
    longitude_deg: F64,
    direction_deg: F64,
    shapes: npt.NDArray[np.int64],
    images: tuple[str, ...],
    source: ImageSource,
    ground: Callable[[npt.ArrayLike, npt.ArrayLike], F64],
) -> FramedPictures:
    """One board for each picture, facing the eye that took it.

    `shapes` are (n, 2) widths and heights in pixels; only their ratio counts.
    """
    x, y = (np.asarray(one, np.float64) for one in to_local(latitude_deg, longitude_deg))
    eye = np.stack([x, y, ground(x, y) + PHOTOGRAPHER_M], axis=1)
    heading = np.radians(direction_deg)
    ratio = shapes[:, 1] / np.maximum(shapes[:, 0], 1)
    wide = np.minimum(WIDE_M, TALLEST_M / np.maximum(ratio, 1e-3))
    size = np.stack([wide, wide * ratio], axis=1)
    flat = np.zeros_like(heading)
    ahead = np.stack([np.sin(heading), np.cos(heading), flat], axis=1)
    right = np.stack([np.cos(heading), -np.sin(heading), flat], axis=1)
    centre = eye + ahead * AHEAD_M + right * ASIDE_M
    return framed(
        centre, right, size, images, source, mat_m=MAT_M, frame_m=FRAME_M, glow=GLOW,
        leg_m=POST_M + (TALLEST_M - size[:, 1]) / 2.0,
    )  # fmt: skip
