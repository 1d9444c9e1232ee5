"""Free flight: the speed follows the height above the ground."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.camera.rigs.motion import follow, turned
from almaty_tour.camera.state import CameraState
from almaty_tour.camera.surroundings import Surroundings
from almaty_tour.camera.view import forward

F64 = npt.NDArray[np.float64]

SLOWEST_M_S = 8.0
FASTEST_M_S = 1200.0
SPEED_PER_HEIGHT_S = 0.6
FAST_FACTOR = 3.0
RESPONSE_PER_S = 4.0
BODY_RADIUS_M = 1.5
LOWEST_ABOVE_GROUND_M = 1.7
CEILING_M = 9000.0
REACH_M = 40_000.0


def speed_m_s(height_m: float, fast: bool) -> float:
    """Metres a second at `height_m` above the ground."""
    speed = min(SLOWEST_M_S + SPEED_PER_HEIGHT_S * max(height_m, 0.0), FASTEST_M_S)
    return speed * (FAST_FACTOR if fast else 1.0)


def fly(
    camera: CameraState,
    velocity: F64,
    move: tuple[float, float, float],
    look_rad: tuple[float, float],
    fast: bool,
    dt_s: float,
    world: Surroundings,
) -> tuple[CameraState, F64]:
    """Camera and (3,) velocity after `dt_s`; `move` is right, forward, up."""
    heading, pitch = turned(camera.heading_rad, camera.pitch_rad, look_rad)
    here = np.array(camera.position_enu)
    height = here[2] - float(world.ground_m(here[0], here[1]))
    wish = _wish(heading, pitch, move) * speed_m_s(height, fast)
    velocity, way = follow(velocity, wish, RESPONSE_PER_S, dt_s)
    there = kept_in_bounds(here + way, world)
    x, y, z = (float(value) for value in there)
    return replace(camera, position_enu=(x, y, z), heading_rad=heading, pitch_rad=pitch), velocity


def kept_in_bounds(position: F64, world: Surroundings) -> F64:
    """The position outside of solids, above the ground, within the city's reach."""
    inside = position.copy()
    inside[:2] = np.clip(inside[:2], -REACH_M, REACH_M)
    inside = world.pushed_out(inside, BODY_RADIUS_M)
    ground = float(world.ground_m(inside[0], inside[1]))
    inside[2] = np.clip(inside[2], ground + LOWEST_ABOVE_GROUND_M, max(CEILING_M, ground + 100.0))
    return inside


def _wish(heading: float, pitch: float, move: tuple[float, float, float]) -> F64:
    right = np.array([np.cos(heading), -np.sin(heading), 0.0])
    up = np.array([0.0, 0.0, 1.0])
    wish = right * move[0] + forward(heading, pitch) * move[1] + up * move[2]
    length = float(np.linalg.norm(wish))
    return np.asarray(wish / max(length, 1.0), np.float64)
