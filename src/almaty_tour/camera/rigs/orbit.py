"""Turning round a place: looks move the eye on a sphere, the wheel goes nearer."""

from __future__ import annotations

import numpy as np

from almaty_tour.camera.rigs.fly import kept_in_bounds
from almaty_tour.camera.state import CameraState
from almaty_tour.camera.surroundings import Surroundings
from almaty_tour.camera.view import angles, forward, looking

ZOOM_PER_STEP = 0.12
NEAREST_M = 12.0
FARTHEST_M = 8000.0
LOWEST_RAD = np.radians(-2.0)
HIGHEST_RAD = np.radians(80.0)


def orbit(
    camera: CameraState,
    target: tuple[float, float, float],
    move: tuple[float, float, float],
    look_rad: tuple[float, float],
    zoom: float,
    dt_s: float,
    world: Surroundings,
) -> CameraState:
    """The camera after turning round `target`; keys turn 40 degrees a second."""
    offset = np.subtract(target, camera.position_enu)
    distance = float(np.linalg.norm(offset))
    heading, pitch = (float(value) for value in angles(offset))
    rate = np.radians(40.0) * dt_s
    heading += look_rad[0] - move[0] * rate
    elevation = np.clip(-pitch - look_rad[1] + move[2] * rate, LOWEST_RAD, HIGHEST_RAD)
    nearer = zoom * ZOOM_PER_STEP + move[1] * 0.8 * dt_s
    distance = float(np.clip(distance * np.exp(-nearer), NEAREST_M, FARTHEST_M))
    eye = np.asarray(target) - distance * forward(heading, -elevation)
    free = kept_in_bounds(eye, world)
    return looking(free, target, camera.fov_rad, camera.space)
