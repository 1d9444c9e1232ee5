"""Groups of houses within the quarters: rows, courts of slabs, schools, sheds, garages.

A group is a small plan drawn in metres, front to -y; a lattice of cells turned with its quarter
says where groups stand. Sites only: whether they find room is asked of `houses.Taken`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.base.rng import hashed
from almaty_tour.city.districts import CORE, GLASS, ROWS, SLABS, SOUTH, WORKS, Districts
from almaty_tour.city.houses import SITE, Sites, site_rows
from almaty_tour.city.kinds import NUMBER, Mixture, mixture
from almaty_tour.city.zones import Zone

F64 = npt.NDArray[np.float64]
Place = tuple[str, float, float, float]  # kind or "*" for the series of the quarter; x, y, degrees
Group = tuple[Place, ...]

_LINES: Group = tuple(("*", 0.0, y, 0.0) for y in (-51.0, -17.0, 17.0, 51.0))
_COMB: Group = (
    ("*", -8.0, -52.0, 0.0), ("*", -36.0, 4.0, 90.0), ("*", 0.0, 4.0, 90.0), ("*", 36.0, 4.0, 90.0),
)  # fmt: skip
_YARD: Group = (
    ("*", 0.0, -52.0, 0.0), ("*", 0.0, 52.0, 180.0), ("*", -58.0, 0.0, 270.0),
    ("nursery", 8.0, 0.0, 0.0),
)  # fmt: skip
_SCHOOL: Group = (("school", -14.0, 6.0, 0.0), ("garages", 34.0, 52.0, 180.0))
_SCHOOL_WHITE: Group = (("school_white", -10.0, 0.0, 0.0), ("nursery", 46.0, 40.0, 180.0))
_WIDE_YARD: Group = (
    ("*", -70.0, -2.0, 270.0), ("*", 70.0, 2.0, 90.0), ("*", 4.0, 70.0, 180.0),
    ("*", -2.0, -72.0, 0.0), ("nursery", 0.0, -4.0, 0.0),
)  # fmt: skip
_STAGGER: Group = (
    ("*", -40.0, -66.0, 0.0), ("*", -8.0, -22.0, 0.0), ("*", 24.0, 22.0, 0.0),
    ("*", 48.0, 66.0, 0.0), ("shop", 66.0, -50.0, 90.0),
)  # fmt: skip
_ANGLES: Group = (
    ("panel9_angle", -52.0, -46.0, 270.0), ("panel9_angle", 52.0, 46.0, 90.0),
    ("nursery", -34.0, 44.0, 0.0), ("garages", 60.0, -70.0, 0.0),
)  # fmt: skip
_POINTS: Group = (
    ("tower12", -58.0, -50.0, 0.0), ("tower12", 0.0, -30.0, 0.0), ("tower12", 58.0, -50.0, 0.0),
    ("*", 0.0, 40.0, 0.0),
)  # fmt: skip
_BIG_SCHOOL: Group = (
    ("school", -40.0, 30.0, 0.0), ("*", 60.0, -20.0, 90.0), ("garages", -40.0, -70.0, 0.0),
    ("garages", -40.0, -58.0, 180.0),
)  # fmt: skip
_INNER: tuple[Group, ...] = (
    (("stalin_short", 0.0, 0.0, 0.0),), (("brick4_pitched", 0.0, 0.0, 90.0),),
    (("nursery", 0.0, 0.0, 0.0),), (("garages", 0.0, 0.0, 0.0),),
    (("stalin_cream", 0.0, 0.0, 90.0),), (("shop_white", 0.0, 0.0, 0.0),),
    (("panel5_green", 0.0, 0.0, 0.0),),
)  # fmt: skip
_YARDS_OF_WORK: tuple[Group, ...] = (
    (("shed", 0.0, 0.0, 0.0),), (("shed_brick", 0.0, 0.0, 0.0),), (("depot", 0.0, 0.0, 0.0),),
    (("shed_blue", 0.0, 0.0, 90.0),),
    tuple(("garages", 0.0, y, 0.0 if y < 0 else 180.0) for y in (-20.0, -7.0, 7.0, 20.0)),
    (("garages", 0.0, -12.0, 0.0), ("garages", 0.0, 4.0, 180.0), ("hut", 20.0, 18.0, 0.0)),
    (("shed_brick", -4.0, 0.0, 90.0), ("hut", 24.0, 8.0, 0.0)), (), (),
)  # fmt: skip
_RICH: tuple[Group, ...] = (
    (("complex12", 0.0, 0.0, 0.0),), (("living24", -22.0, 0.0, 0.0), ("living24", 24.0, 6.0, 0.0)),
    (("spire", 0.0, 0.0, 0.0),), (("living18", 0.0, 0.0, 0.0),), (("complex9", 0.0, 0.0, 90.0),),
    (("mall", 0.0, 0.0, 0.0),), (("office_tall", 0.0, 0.0, 0.0),), (), (),
)  # fmt: skip
_FIVE = mixture(
    panel5=20, panel5_blue=12, panel5_ochre=14, panel5_green=14, brick5=18, brick5_red=12,
    brick4_pitched=10,
)  # fmt: skip
_NINE = mixture(
    panel9=20, panel9_white=18, panel9_blue=14, panel9_long=14, panel9_sand=16, brick9=8,
    panel5_long=10,
)  # fmt: skip
_MIXED = mixture(
    panel5=16, panel5_ochre=10, panel5_blue=8, brick5=14, panel9=14, panel9_white=14, brick9=12,
    panel9_sand=8, tower12_ochre=4,
)  # fmt: skip


@dataclass(frozen=True)
class Pattern:
    """Groups of a district: size of a cell in metres, groups to draw from, series of slabs."""

    cell_m: tuple[float, float]
    groups: tuple[Group, ...]
    series: Mixture
    loose: int = 24


PATTERNS = {
    CORE: Pattern((52.0, 36.0), _INNER, _FIVE),
    ROWS: Pattern(
        (122.0, 134.0), (_LINES, _LINES, _COMB, _YARD, _YARD, _SCHOOL, _COMB, _SCHOOL_WHITE), _FIVE
    ),
    SOUTH: Pattern(
        (134.0, 140.0), (_LINES, _COMB, _YARD, _YARD, _SCHOOL, _POINTS, _STAGGER, _SCHOOL_WHITE),
        _MIXED, 34,
    ),
    SLABS: Pattern(
        (172.0, 168.0),
        (_WIDE_YARD, _WIDE_YARD, _STAGGER, _ANGLES, _POINTS, _BIG_SCHOOL, _WIDE_YARD, _STAGGER),
        _NINE,
    ),
    GLASS: Pattern((104.0, 92.0), _RICH, _MIXED),
    WORKS: Pattern((82.0, 62.0), _YARDS_OF_WORK, _FIVE),
}  # fmt: skip


_SMALL: tuple[Group, ...] = (
    (("annex", 0.0, 0.0, 0.0),), (("annex_pale", 0.0, 0.0, 90.0),),
    (("garages_short", 0.0, 0.0, 0.0),), (("hut", -5.0, 0.0, 0.0), ("hut", 5.0, 0.0, 0.0)),
    (("annex", 0.0, 0.0, 90.0),), (("garages_short", 0.0, 0.0, 90.0),), (), (), (),
)  # fmt: skip
_GARAGES: tuple[Group, ...] = (
    (("garages_short", 0.0, 0.0, 0.0),), (("garages_short", 0.0, 0.0, 90.0),), (), (), (),
)  # fmt: skip
FILLERS = {
    CORE: Pattern((31.0, 25.0), (*_SMALL[:3], *_GARAGES), _FIVE),
    ROWS: Pattern((44.0, 36.0), _GARAGES, _FIVE),
    SOUTH: Pattern((48.0, 40.0), _GARAGES, _FIVE),
    SLABS: Pattern((62.0, 54.0), _GARAGES, _FIVE),
    WORKS: Pattern((38.0, 30.0), _SMALL, _FIVE),
}
"""What stands where groups and rows have left room."""


def group_sites(
    zones: Sequence[Zone], districts: Districts, patterns: Mapping[int, Pattern] | None = None
) -> Sites:
    """Houses of the groups of all quarters, of `PATTERNS` or of `FILLERS`."""
    found = [np.zeros(0, SITE)]
    for number, pattern in (PATTERNS if patterns is None else patterns).items():
        made = [cells_of(zone, pattern.cell_m) for zone in zones]
        count = [len(cells) for cells, _ in made]
        cells = np.concatenate([cells for cells, _ in made])
        index = np.concatenate([index for _, index in made])
        zone = np.repeat(np.array([(z.turn_rad, z.key) for z in zones]), count, axis=0)
        mine = districts.at(cells) == number
        found.append(_filled(zone[mine], pattern, cells[mine], index[mine]))
    return np.concatenate(found)


def cells_of(zone: Zone, cell_m: tuple[float, float]) -> tuple[F64, npt.NDArray[np.int64]]:
    """(n, 2) middles of the cells within a quarter, metres, and (n, 2) their numbers."""
    way = np.array([np.cos(zone.turn_rad), np.sin(zone.turn_rad)])
    axes = np.array([way, (-way[1], way[0])])
    ring = np.asarray(zone.outline.exterior.coords) @ axes.T
    low, high = ring.min(axis=0), ring.max(axis=0)
    size = np.array(cell_m)
    count = np.maximum(np.round((high - low) / size), 1).astype(int)
    middle = (low + high) / 2
    i, j = (axis.ravel() for axis in np.meshgrid(*(np.arange(n) for n in count)))
    index = np.stack([i, j], axis=1)
    local = middle + (index - (count - 1) / 2) * size
    points = local @ axes
    inside = shapely.contains_xy(zone.outline, points)
    return points[inside], index[inside]


def _filled(zone: F64, pattern: Pattern, cells: F64, index: npt.NDArray[np.int64]) -> Sites:
    """A group in every cell, of the quarter's series with a few others.

    `zone` is (n, 2): the turn and the key of the quarter of each cell.
    """
    own = zone[:, 1].astype(np.int64)
    keys = hashed(own, index[:, 0], index[:, 1], 29)
    choice = (keys >> 8) % len(pattern.groups)
    series = pattern.series.drawn(np.where(keys % 100 < pattern.loose, keys >> 9, own >> 3))
    found = [np.zeros(0, SITE)]
    for number, group in enumerate(pattern.groups):
        mine = np.flatnonzero(choice == number)
        turn = zone[mine, 0] + np.where(keys[mine] & 32, np.pi, 0.0)
        if pattern.cell_m[0] - pattern.cell_m[1] < 20.0:
            turn = turn + np.where(keys[mine] & 64, np.pi / 2, 0.0)
        cos, sin = np.cos(turn), np.sin(turn)
        for place, (name, x, y, degrees) in enumerate(group):
            kind = series[mine] if name == "*" else np.full(len(mine), NUMBER[name])
            shift = np.stack([x * cos - y * sin, x * sin + y * cos], axis=1)
            seeds = hashed(keys[mine], place, 31)
            found.append(site_rows(kind, cells[mine] + shift, turn + np.radians(degrees), seeds))
    return np.concatenate(found)
