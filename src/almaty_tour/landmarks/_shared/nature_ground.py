"""The lie of the land under a landmark's own pads, worked out once and asked often."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from almaty_tour.base.assets import assets_dir
from almaty_tour.content.ground import level_ground
from almaty_tour.content.model import LandmarkSpec
from almaty_tour.geo.frame import to_local, yaw_of_bearing_rad
from almaty_tour.geo.pads import Pad
from almaty_tour.geo.terrain import Terrain

F64 = npt.NDArray[np.float64]
Ground = Callable[[F64], F64]


def ground(spec: LandmarkSpec) -> Ground:
    """A function of (k, 2) places that gives the (k,) heights of the ground, model frame."""
    x, y = (float(value) for value in to_local(spec.latitude_deg, spec.longitude_deg))
    yaw = yaw_of_bearing_rad(spec.bearing_deg)
    land = _land(tuple(level_ground(spec)))
    turn = np.array([[np.cos(yaw), -np.sin(yaw)], [np.sin(yaw), np.cos(yaw)]])
    zero_m = float(land.height_m(x, y))

    def height_m(spots: F64) -> F64:
        world = np.asarray(spots, np.float64).reshape(-1, 2) @ turn.T + np.array([x, y])
        return np.asarray(land.height_m(*world.T) - zero_m)

    return height_m


@lru_cache(maxsize=2)
def _land(own: tuple[Pad, ...]) -> Terrain:
    return Terrain.load(assets_dir() / "terrain").flattened(own)


def planted(land: Ground, spots: F64, *, slack_m: float = 0.06) -> F64:
    """(j, 3): the places not below the model's zero, on level ground at zero itself."""
    level = land(spots)
    kept = level > -slack_m
    sunk = np.where(level > 0.5, 0.2, 0.0)
    place = np.column_stack([spots, np.maximum(level - sunk, 0.0)])
    return np.asarray(place[kept])
