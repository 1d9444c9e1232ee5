"""What lies flat in the yards: sports grounds, car parks, playgrounds, drives behind houses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import hashed
from almaty_tour.city.houses import GRID_TURN_RAD, Row, Taken
from almaty_tour.city.kinds import ALL, district
from almaty_tour.city.town_map import HALF_SIDE_M, TownMap

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
SPACING_M = 118.0
SIZES_M = {
    "pitch": (44.0, 24.0),
    "court": (28.0, 16.0),
    "parking": (36.0, 17.0),
    "play": (20.0, 15.0),
}
TICKETS = ("pitch", "court", "court", "parking", "parking", "parking", "play", "play")
DRIVE_M = (3.2, 8.2)


@dataclass(frozen=True)
class Patch:
    """A flat piece of ground: what it is, (4, 2) corners in metres, a hash."""

    kind: str
    corners: F64
    key: int


def place_grounds(taken: Taken, allowed: Mask, town: TownMap) -> list[Patch]:
    """Grounds where room is left between the houses of the blocks."""
    found = []
    count = int(HALF_SIDE_M * 1.15 / SPACING_M)
    for i in range(-count, count):
        for j in range(-count, count):
            patch = _patch(i, j)
            x, y = patch.corners.mean(axis=0)
            if np.abs(patch.corners).max() > HALF_SIDE_M - 60.0 or district(x, y) == "houses":
                continue
            if allowed[town.cell(x, y)] and taken.claim([patch.corners]):
                found.append(patch)
    return found


def _patch(i: int, j: int) -> Patch:
    key = int(hashed(i, j, 91)[0])
    kind = TICKETS[(key >> 4) % len(TICKETS)]
    u = i * SPACING_M + (key >> 8) % 60
    v = j * SPACING_M + (key >> 14) % 60
    cos, sin = np.cos(GRID_TURN_RAD), np.sin(GRID_TURN_RAD)
    x, y = u * cos - v * sin, u * sin + v * cos
    yaw = GRID_TURN_RAD + (np.pi / 2 if key & 1 else 0.0)
    return Patch(kind, _rectangle(x, y, yaw, *SIZES_M[kind]), key)


def _rectangle(x: float, y: float, yaw_rad: float, length_m: float, depth_m: float) -> F64:
    unit = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]])
    cos, sin = np.cos(yaw_rad), np.sin(yaw_rad)
    turned = (unit * [length_m, depth_m]) @ np.array([[cos, sin], [-sin, cos]])
    return np.asarray(turned + np.array([x, y]))


def drives(houses: Sequence[Row]) -> list[Patch]:
    """The drive along the back of every block of flats, where its doors are."""
    flats = [row for row in houses if not ALL[row.kind].garden]
    return [patch for row in flats for patch in _drive(row)]


def _drive(row: Row) -> list[Patch]:
    """The strip behind a house, and the way past its end to the street."""
    x0, y0, x1, y1 = ALL[row.kind].wings[0]
    near, far = y1 + DRIVE_M[0], y1 + DRIVE_M[1]
    strip = [(x0 - 4, near), (x1 + 5.5, near), (x1 + 5.5, far), (x0 - 4, far)]
    way = [(x1 + 2, y0 - 9), (x1 + 5.5, y0 - 9), (x1 + 5.5, near), (x1 + 2, near)]
    cos, sin = np.cos(row.yaw_rad), np.sin(row.yaw_rad)
    turn, place = np.array([[cos, sin], [-sin, cos]]), np.array([row.x_m, row.y_m])
    return [
        Patch(kind, np.asarray(np.array(local) @ turn + place), row.seed)
        for kind, local in (("drive", strip), ("way", way))
    ]
