"""What lies flat in the yards: sports grounds, car parks, playgrounds, drives behind houses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import hashed
from almaty_tour.city.districts import ONE_STOREY, Districts
from almaty_tour.city.extent import Extent
from almaty_tour.city.groups import cells_of
from almaty_tour.city.houses import Row, Taken
from almaty_tour.city.kinds import ALL, is_flats
from almaty_tour.city.land import Land
from almaty_tour.city.town_map import cell_of
from almaty_tour.city.zones import Zone

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
SPACING_M = 74.0
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


def place_grounds(taken: Taken, land: Land, zones: Sequence[Zone], where: Districts) -> list[Patch]:
    """Grounds where room is left between the flats of the blocks."""
    found = []
    for zone in zones:
        for patch in _patches(zone, where):
            middle = patch.corners.mean(axis=0)
            if land.at(land.allowed, middle) and taken.claim([patch.corners]):
                found.append(patch)
    return found


def _patches(zone: Zone, where: Districts) -> list[Patch]:
    cells, index = cells_of(zone, (SPACING_M, SPACING_M))
    if not len(cells):
        return []
    flats = ~np.isin(where.at(cells), ONE_STOREY)
    cells, index = cells[flats], index[flats]
    keys = hashed(zone.key, index[:, 0], index[:, 1], 91).tolist()
    return [_patch(xy, zone.turn_rad, key) for xy, key in zip(cells, keys, strict=True)]


def _patch(xy: F64, turn_rad: float, key: int) -> Patch:
    kind = TICKETS[(key >> 4) % len(TICKETS)]
    u, v = (key >> 8) % 24 - 12.0, (key >> 14) % 24 - 12.0
    cos, sin = np.cos(turn_rad), np.sin(turn_rad)
    yaw = turn_rad + (np.pi / 2 if key & 1 else 0.0)
    place = xy + np.array([u * cos - v * sin, u * sin + v * cos])
    return Patch(kind, _rectangle(float(place[0]), float(place[1]), yaw, *SIZES_M[kind]), key)


def _rectangle(x: float, y: float, yaw_rad: float, length_m: float, depth_m: float) -> F64:
    unit = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]])
    cos, sin = np.cos(yaw_rad), np.sin(yaw_rad)
    turned = (unit * [length_m, depth_m]) @ np.array([[cos, sin], [-sin, cos]])
    return np.asarray(turned + np.array([x, y]))


def off(patches: Sequence[Patch], extent: Extent, closed: Mask) -> list[Patch]:
    """The patches that lie wholly off closed cells of the map, a little of their rim aside."""
    share = (np.arange(12) + 0.5) / 12
    s, t = (axis.ravel()[:, None] for axis in np.meshgrid(share, share))
    kept = []
    for patch in patches:
        a, b, _, d = patch.corners
        points = a + s * (b - a) + t * (d - a)
        if not closed[cell_of(extent, closed.shape, *points.T)].any():
            kept.append(patch)
    return kept


def drives(houses: Sequence[Row]) -> list[Patch]:
    """The drive along the back of every block of flats, where its doors are."""
    flats = [row for row in houses if is_flats(row.kind)]
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
