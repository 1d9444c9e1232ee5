"""What lies flat in the yards: sports grounds, car parks, playgrounds, drives behind houses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import hashed
from almaty_tour.city.districts import ONE_STOREY, WORKS, Districts
from almaty_tour.city.extent import Extent
from almaty_tour.city.groups import cells_of
from almaty_tour.city.houses import Row, Taken, in_world
from almaty_tour.city.kinds import ALL, NUMBER, is_flats, yard_side
from almaty_tour.city.land import Land
from almaty_tour.city.town_map import cell_of
from almaty_tour.city.zones import Zone

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
SPACING_M = 35.0
SIZES_M = {
    "pitch": (44.0, 24.0),
    "court": (28.0, 16.0),
    "parking": (36.0, 17.0),
    "play": (20.0, 15.0),
    "sand": (13.0, 11.0),
    "drying": (14.0, 8.0),
    "power": (10.0, 9.0),
}
TICKETS = (
    "pitch", "court", "court", "parking", "parking", "parking", "parking", "play", "play", "play",
    "play", "sand", "sand", "drying", "drying", "power",
)  # fmt: skip
SMALLER = {"pitch": "court", "court": "play", "parking": "sand", "play": "sand", "sand": "drying"}
"""What finds room where something larger does not."""
DRIVE_M, APRON_M = (3.4, 8.6), 6.5
GARAGES = frozenset(NUMBER[name] for name in ("garages", "garages_short"))
STRETCHES, LEAST_SHARE = 24, 0.4


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
        for cell in _cells(zone, where):
            if land.at(land.allowed, cell.xy):
                found += _placed(taken, cell)
    return found


@dataclass(frozen=True)
class _Cell:
    """A place where a ground is wanted, the turn of its quarter, a hash."""

    xy: F64
    turn_rad: float
    key: int


def _cells(zone: Zone, where: Districts) -> list[_Cell]:
    cells, index = cells_of(zone, (SPACING_M, SPACING_M))
    if not len(cells):
        return []
    flats = ~np.isin(where.at(cells), (*ONE_STOREY, WORKS))
    cells, index = cells[flats], index[flats]
    keys = hashed(zone.key, index[:, 0], index[:, 1], 91).tolist()
    return [_Cell(xy, zone.turn_rad, key) for xy, key in zip(cells, keys, strict=True)]


def _placed(taken: Taken, cell: _Cell) -> list[Patch]:
    """The ground that is wanted, or the next smaller one that finds room, or none."""
    kind: str | None = TICKETS[(cell.key >> 4) % len(TICKETS)]
    while kind is not None:
        patch = _patch(cell, kind)
        if taken.claim([patch.corners]):
            return [patch]
        kind = SMALLER.get(kind)
    return []


def _patch(cell: _Cell, kind: str) -> Patch:
    u, v = (cell.key >> 8) % 12 - 6.0, (cell.key >> 14) % 12 - 6.0
    cos, sin = np.cos(cell.turn_rad), np.sin(cell.turn_rad)
    yaw = cell.turn_rad + (np.pi / 2 if cell.key & 1 else 0.0)
    place = cell.xy + np.array([u * cos - v * sin, u * sin + v * cos])
    corners = _rectangle(float(place[0]), float(place[1]), yaw, *SIZES_M[kind])
    return Patch(kind, corners, cell.key)


def _rectangle(x: float, y: float, yaw_rad: float, length_m: float, depth_m: float) -> F64:
    unit = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]])
    cos, sin = np.cos(yaw_rad), np.sin(yaw_rad)
    turned = (unit * [length_m, depth_m]) @ np.array([[cos, sin], [-sin, cos]])
    return np.asarray(turned + np.array([x, y]))


def off(patches: Sequence[Patch], extent: Extent, closed: Mask) -> list[Patch]:
    """What of the patches lies off closed cells of the map: their longest free stretch."""
    share = (np.arange(STRETCHES) + 0.5) / STRETCHES
    s, t = (axis.ravel()[:, None] for axis in np.meshgrid(share, (np.arange(6) + 0.5) / 6))
    kept = []
    for patch in patches:
        a, b, _, d = patch.corners
        points = a + s * (b - a) + t * (d - a)
        shut = closed[cell_of(extent, closed.shape, *points.T)].reshape(6, STRETCHES).any(axis=0)
        first, last = _longest(np.logical_not(shut))
        if last - first >= LEAST_SHARE * STRETCHES:
            kept.append(_part(patch, first / STRETCHES, last / STRETCHES))
    return kept


def _longest(free: Mask) -> tuple[int, int]:
    """The longest run of what is free: its first place and the one after its last."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], free, [False]]))).reshape(-1, 2)
    if not len(edges):
        return 0, 0
    first, last = edges[np.argmax(edges[:, 1] - edges[:, 0])].tolist()
    return first, last


def _part(patch: Patch, low: float, high: float) -> Patch:
    a, b, c, d = patch.corners
    cut = [a + low * (b - a), a + high * (b - a), d + high * (c - d), d + low * (c - d)]
    return Patch(patch.kind, np.array(cut), patch.key)


def yards_of(houses: Sequence[Row]) -> list[Patch]:
    """All that belongs to houses: drives, asphalt before garages, beds in courts."""
    return [*drives(houses), *gardens(houses)]


def drives(houses: Sequence[Row]) -> list[Patch]:
    """The drives along the doors of every block of flats, and the asphalt before garages."""
    flats = [row for row in houses if is_flats(row.kind)]
    garages = [row for row in houses if row.kind in GARAGES]
    yards = [patch for row in flats for patch in _drive(row)]
    return [*yards, *(_apron(row) for row in garages)]


def _drive(row: Row) -> list[Patch]:
    """The strip along the doors, and the way from it to the street."""
    x0, y0, x1, _ = ALL[row.kind].wings[0]
    left, right, y = yard_side(row.kind)
    near, far, wings = y + DRIVE_M[0], y + DRIVE_M[1], ALL[row.kind].wings
    ends = (x0 - 4.0, x1 + 5.5), (x0 - 5.5, right - 1.0), (left + 1.0, right - 1.0)
    strip = _box(*ends[len(wings) - 1], near, far)
    if len(wings) == 1:
        way = _box(x1 + 2.0, x1 + 5.5, y0 - 9.0, near)
    elif len(wings) == 2:
        way = _box(x0 - 5.5, x0 - 2.0, y0 - 9.0, near)
    else:
        middle = (left + right) / 2
        way = _box(middle - 1.75, middle + 1.75, far, wings[1][3] + 9.0)
    return [_turned("drive", row, strip), _turned("way", row, way)]


def _apron(row: Row) -> Patch:
    """The asphalt before a row of garages."""
    x0, y0, x1, _ = ALL[row.kind].wings[0]
    return _turned("apron", row, _box(x0 - 1.0, x1 + 1.0, y0 - APRON_M, y0))


def gardens(houses: Sequence[Row]) -> list[Patch]:
    """The round bed in the court of every house that stands about one."""
    found = []
    for row in houses:
        wings = ALL[row.kind].wings
        if len(wings) == 3 and is_flats(row.kind):
            left, right, y = yard_side(row.kind)
            low, high = y + DRIVE_M[1] + 1.5, wings[1][3] + 4.0
            found.append(_turned("round", row, _box(left + 3.0, right - 3.0, low, high)))
    return found


def _box(left: float, right: float, near: float, far: float) -> F64:
    return np.array([(left, near), (right, near), (right, far), (left, far)])


def _turned(kind: str, row: Row, local: F64) -> Patch:
    return Patch(kind, in_world(row, local), row.seed)
