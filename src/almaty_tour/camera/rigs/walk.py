"""Walking at eye height: feet on the ground or a floor, never through walls."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.base.easing import decay
from almaty_tour.camera.rigs.motion import follow, turned
from almaty_tour.camera.state import CameraState
from almaty_tour.camera.surroundings import Surroundings

F64 = npt.NDArray[np.float64]

EYE_M = 1.7
WALK_M_S = 2.2
HURRY_FACTOR = 3.0
RESPONSE_PER_S = 8.0
BODY_RADIUS_M = 0.4
STEP_RESPONSE_PER_S = 9.0


def walk(
    camera: CameraState,
    velocity: F64,
    move: tuple[float, float, float],
    look_rad: tuple[float, float],
    fast: bool,
    dt_s: float,
    world: Surroundings,
) -> tuple[CameraState, F64]:
    """Camera and (3,) velocity after `dt_s`; the eye follows stairs softly."""
    heading, pitch = turned(camera.heading_rad, camera.pitch_rad, look_rad)
    here = np.array(camera.position_enu)
    right = np.array([np.cos(heading), -np.sin(heading), 0.0])
    ahead = np.array([np.sin(heading), np.cos(heading), 0.0])
    wish = right * move[0] + ahead * move[1]
    wish = wish / max(float(np.linalg.norm(wish)), 1.0)
    wish = wish * WALK_M_S * (HURRY_FACTOR if fast else 1.0)
    velocity, way = follow(velocity * np.array([1.0, 1.0, 0.0]), wish, RESPONSE_PER_S, dt_s)
    there = world.pushed_out(here + way, BODY_RADIUS_M)
    floor = world.floor_m(float(there[0]), float(there[1]), float(here[2]) - EYE_M)
    drop = float(here[2]) - (floor + EYE_M)
    z = floor + EYE_M + drop * decay(STEP_RESPONSE_PER_S, dt_s)
    ground = float(world.ground_m(there[0], there[1]))
    eye = (float(there[0]), float(there[1]), max(z, ground + 0.5))
    return replace(camera, position_enu=eye, heading_rad=heading, pitch_rad=pitch), velocity
