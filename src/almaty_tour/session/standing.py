"""How models stand on the land: no edge in the air, no floor under the grass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.geo.frame import yaw_of_bearing_rad
from almaty_tour.mesh.data import MeshData
from almaty_tour.session.world import World
from almaty_tour.tour.places import Place

F64 = npt.NDArray[np.float64]

FOOT_M: Final = -1.0
FLOOR_M: Final = (0.0, 0.6)
SLACK_M: Final = 0.06
LEAST_SHARE: Final = 0.01


@dataclass(frozen=True)
class Standing:
    """How a model meets the land.

    Attributes:
        floating: share of the points deeper than `FOOT_M` of the model frame that hang over
            the land all the same; worst_float_m: by how much at most.
        sunk: share of the low floors' area that lies under the land; worst_sunk_m: how
            deep at most.
    """

    floating: float
    worst_float_m: float
    sunk: float
    worst_sunk_m: float

    @property
    def faults(self) -> list[str]:
        """What is wrong, in words; empty when it stands well."""
        told = []
        if self.floating > LEAST_SHARE:
            told.append(f"its foot hangs {self.worst_float_m:.1f} m over the land")
        if self.sunk > LEAST_SHARE:
            told.append(f"its floor lies {self.worst_sunk_m:.1f} m under the land")
        return told


def standing(world: World, place: Place, mesh: MeshData) -> Standing:
    """How the finest mesh of a landmark stands in its place."""
    points = placed(place, mesh.positions)
    over_m = points[:, 2] - world.terrain.height_m(points[:, 0], points[:, 1])
    foot = over_m[mesh.positions[:, 2] < FOOT_M]
    faces = _floor(mesh)
    floor, area = over_m[faces].mean(axis=1), _area_m2(points, faces)
    return Standing(
        floating=float((foot > SLACK_M).mean()) if len(foot) else 0.0,
        worst_float_m=float(foot.max(initial=0.0)),
        sunk=float(area[floor < -SLACK_M].sum() / max(area.sum(), 1e-6)),
        worst_sunk_m=float(-floor.min(initial=0.0)),
    )


def placed(place: Place, positions: npt.NDArray[np.float32]) -> F64:
    """(n, 3) f8 points of the model frame in the world."""
    yaw = yaw_of_bearing_rad(place.bearing_deg)
    turn = np.array([[np.cos(yaw), -np.sin(yaw)], [np.sin(yaw), np.cos(yaw)]])
    world = positions.astype(np.float64)
    world[:, :2] = world[:, :2] @ turn.T
    return np.asarray(world + np.array([place.x_m, place.y_m, place.ground_m]))


def _floor(mesh: MeshData) -> npt.NDArray[np.int64]:
    """(k, 3) the faces of level surfaces a little over the model's own ground."""
    z = mesh.positions[:, 2]
    level = (mesh.normals[:, 2] > 0.95) & (z > FLOOR_M[0]) & (z < FLOOR_M[1])
    return mesh.faces[level[mesh.faces].all(axis=1)].astype(np.int64)


def _area_m2(points: F64, faces: npt.NDArray[np.int64]) -> F64:
    a, b, c = (points[faces[:, k], :2] for k in range(3))
    ab, ac = b - a, c - a
    return np.asarray(np.abs(ab[:, 0] * ac[:, 1] - ab[:, 1] * ac[:, 0]) / 2.0)
