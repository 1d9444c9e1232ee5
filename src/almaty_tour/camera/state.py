"""Where the picture is taken from: plain data that every room may read."""

from __future__ import annotations

from dataclasses import dataclass

from almaty_tour.base.spaces import OUTDOORS


@dataclass(frozen=True)
class CameraState:
    """One camera; angles in radians, positions in metres of the local frame (float64).

    Attributes:
        position_enu: eye, metres east, north, above sea level.
        heading_rad: clockwise from north.
        pitch_rad: above the horizon; the camera never rolls.
        fov_rad: vertical field of view.
        space: id of the space that the eye is in.
        shift: how far the lens is slid up, as a share of the height of the picture: a level
            camera sees a tower whole and its edges stay upright.
    """

    position_enu: tuple[float, float, float]
    heading_rad: float
    pitch_rad: float
    fov_rad: float = 0.87
    space: str = OUTDOORS
    shift: float = 0.0
