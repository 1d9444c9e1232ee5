"""The line of the mountains round an eye, for glass and water that mirror it."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.geo.frame import curvature_drop_m
from almaty_tour.geo.terrain import Terrain

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
Place = tuple[float, float, float]

DIRECTIONS: Final = 256
NEAREST_M, FARTHEST_M, STEPS = 450.0, 45_000.0, 112
STEP_M, RISE_M = 400.0, 80.0  # how far an eye goes before it has another line


def settled(eye: F64) -> Place:
    """The middle of the cell of space that an eye is in: it has the same line all through it."""
    x, y, z = eye.tolist()
    east, north = (math.floor(at / STEP_M) * STEP_M + STEP_M / 2.0 for at in (x, y))
    return east, north, round(z / RISE_M) * RISE_M


def skyline(terrain: Terrain, place: Place) -> F32:
    """(DIRECTIONS, 4) f4: sine of the crest's height over a place, its distance in km, 0, 1.

    About 1.5 ms; what is nearer than `NEAREST_M` is left out.
    """
    x_m, y_m, z_m = place
    away, east_m, north_m, drop_m = _steps()
    at = terrain.outer.nearest(x_m + east_m, y_m + north_m)
    ground = terrain.outer_heights[at]
    rise = ground - drop_m - max(z_m, terrain.height_at(x_m, y_m))
    crest = np.argmax(rise / away, axis=1)
    far_m, top_m = away[crest], rise[np.arange(DIRECTIONS), crest]
    line = np.zeros((DIRECTIONS, 4), np.float32)
    line[:, 0] = top_m / np.hypot(top_m, far_m)
    line[:, 1] = far_m / 1e3
    line[:, 3] = 1.0
    return line


@lru_cache(maxsize=1)
def _steps() -> tuple[F64, F64, F64, F64]:
    """(STEPS,) metres that a ray is followed in steps, (DIRECTIONS, STEPS) east and north, and
    (STEPS,) how far the Earth has sunk below it there.
    """
    away, ways = np.geomspace(NEAREST_M, FARTHEST_M, STEPS), directions()
    return away, ways[:, :1] * away, ways[:, 1:] * away, curvature_drop_m(away)


@lru_cache(maxsize=1)
def directions() -> F64:
    """(DIRECTIONS, 2) unit ways east and north in the order of the line.

    The line is laid round a square that stands on its corner, not round a circle, so that a
    shader finds its place without an arc tangent; `light.glsl` does the same.
    """
    turn = (np.arange(DIRECTIONS) + 0.5) / DIRECTIONS
    fold = np.where(turn > 0.75, turn - 1.0, turn)
    east = np.where(fold < 0.25, fold * 4.0, 2.0 - fold * 4.0)
    north = np.where(fold < 0.25, 1.0, -1.0) * (1.0 - np.abs(east))
    ways = np.stack([east, north], axis=1)
    return np.asarray(ways / np.linalg.norm(ways, axis=1, keepdims=True))
