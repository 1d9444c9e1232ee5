"""The line of the mountains round an eye, for glass and water that mirror it."""

from __future__ import annotations

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
    x, y = (np.floor(eye[:2] / STEP_M) * STEP_M + STEP_M / 2.0).tolist()
    return x, y, round(float(eye[2]) / RISE_M) * RISE_M


def skyline(terrain: Terrain, place: Place) -> F32:
    """(DIRECTIONS, 4) f4: sine of the crest's height over a place, its distance in km, 0, 1.

    About 2 ms; what is nearer than `NEAREST_M` is left out.
    """
    x_m, y_m, z_m = place
    away = np.geomspace(NEAREST_M, FARTHEST_M, STEPS)
    ways = directions()
    at = terrain.outer.nearest(x_m + ways[:, :1] * away, y_m + ways[:, 1:] * away)
    ground = terrain.outer_heights[at]
    foot_m = float(terrain.height_m(x_m, y_m))
    rise = ground - curvature_drop_m(away) - max(z_m, foot_m)
    sines = rise / np.hypot(rise, away)
    crest = np.argmax(sines, axis=1)
    line = np.zeros((DIRECTIONS, 4), np.float32)
    line[:, 0] = np.take_along_axis(sines, crest[:, None], axis=1)[:, 0]
    line[:, 1] = away[crest] / 1e3
    line[:, 3] = 1.0
    return line


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
