"""Spruces and birches on the sides of the gorge, set on the ground as the tour shapes it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.base.assets import assets_dir
from almaty_tour.content.ground import level_ground
from almaty_tour.content.model import LandmarkSpec
from almaty_tour.geo.frame import to_local, yaw_of_bearing_rad
from almaty_tour.geo.terrain import Terrain

F64 = npt.NDArray[np.float64]
_FOOT_M = 0.25
"""How deep a trunk stands in the ground, so that none floats on a slope."""


def heights_m(spec: LandmarkSpec, spots: F64) -> F64:
    """(k,) heights of the shaped ground at (k, 2) places, both in the model frame.

    Only the landmark's own pads are laid: ask for places that no other one's pad reaches.
    """
    x, y = (float(value) for value in to_local(spec.latitude_deg, spec.longitude_deg))
    yaw = yaw_of_bearing_rad(spec.bearing_deg)
    turn = np.array([[np.cos(yaw), -np.sin(yaw)], [np.sin(yaw), np.cos(yaw)]])
    ground = Terrain.load(assets_dir() / "terrain").flattened(level_ground(spec))
    world = np.asarray(spots, np.float64) @ turn.T + np.array([x, y])
    return ground.height_m(*world.T) - float(ground.height_m(x, y))


def rooted(spec: LandmarkSpec, spots: F64) -> F64:
    """(j, 3): the places that lie above the model's zero, a little below their ground."""
    place = np.column_stack([spots, heights_m(spec, spots) - _FOOT_M])
    return np.asarray(place[place[:, 2] >= 0.0])
