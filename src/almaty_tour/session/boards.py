"""Pictures of a museum on posts in the city, where they were taken."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from almaty_tour.camera.state import CameraState
from almaty_tour.scene.framed import FramedPictures, ImageSource, framed

AHEAD_M, ASIDE_M = 4.5, 1.9
"""From the eye of the photographer: ahead, and to the right, so that the view stays free."""
WIDE_M, TALLEST_M = 1.5, 1.5
MAT_M, FRAME_M, POST_M = 0.05, 0.035, 0.95
GLOW = 0.35


def boards(
    cameras: Sequence[CameraState],
    shapes: Sequence[tuple[int, int]],
    images: tuple[str, ...],
    source: ImageSource,
) -> FramedPictures:
    """One board for each picture, facing the eye that took it.

    `shapes` are widths and heights in pixels; only their ratio counts.
    """
    eye = np.array([camera.position_enu for camera in cameras]).reshape(-1, 3)
    heading = np.array([camera.heading_rad for camera in cameras])
    ratio = np.array([high / wide for wide, high in shapes])
    wide = np.minimum(WIDE_M, TALLEST_M / np.maximum(ratio, 1e-3))
    size = np.stack([wide, wide * ratio], axis=1) if len(cameras) else np.zeros((0, 2))
    flat = np.zeros_like(heading)
    ahead = np.stack([np.sin(heading), np.cos(heading), flat], axis=1)
    right = np.stack([np.cos(heading), -np.sin(heading), flat], axis=1)
    centre = eye + ahead * AHEAD_M + right * ASIDE_M
    return framed(
        centre, right, size, images, source, mat_m=MAT_M, frame_m=FRAME_M, glow=GLOW,
        leg_m=POST_M + (TALLEST_M - size[:, 1]) / 2.0,
    )  # fmt: skip
