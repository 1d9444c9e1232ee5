"""Lakes: where they lie, and level water in the height grid.

Outlines are ellipses read off our own knowledge of the place; GEBCO shows neither shores
nor levels at this size. Big Almaty Lake is held at the 2,506 m of its spot heights.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.bake.terrain_noise import fractal_noise
from almaty_tour.geo import frame
from almaty_tour.geo.grid import Lattice

F32 = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Lake:
    """An ellipse of water; `level_m` None takes the lowest ground at its middle."""

    name: str
    lat_deg: float
    lon_deg: float
    length_m: float
    width_m: float
    bearing_deg: float
    level_m: float | None = None


LAKES: Final = (
    Lake("Big Almaty Lake", 43.0508, 76.9850, 1_450.0, 660.0, 163.0, 2_506.0),
    Lake("Sayran", 43.2425, 76.8640, 1_150.0, 520.0, 10.0),
    Lake("Pervomaisky ponds", 43.3385, 76.9905, 620.0, 320.0, 20.0),
)
SHORE_M: Final = 180.0
# Great lakes of the outer lattice: south, west, north, east in degrees, and the level.
BASINS: Final = (
    ("Kapchagay", 43.70, 77.08, 44.20, 78.60, 479.0),
    ("Issyk-Kul", 42.10, 76.15, 42.82, 78.40, 1_607.0),
)
_SEED: Final = 60


def water(lattice: Lattice, heights: F32) -> Bools:
    """Which nodes are water."""
    wet = np.zeros(lattice.shape, bool)
    for lake in LAKES:
        wet |= _inside(lattice, lake) < 1.0
    for where, level in _basins(lattice):
        wet |= where & (heights <= level + 0.5)
    return wet


def fill(lattice: Lattice, heights: F32) -> F32:
    """Heights with level lakes, shores that rise from them, and no beds of great lakes."""
    result = heights.copy()
    for lake in LAKES:
        away = _inside(lattice, lake)
        near = away < _reach(lake)
        if not near.any():
            continue
        level = lake.level_m
        if level is None:
            level = float(heights[np.unravel_index(np.argmin(away), away.shape)])
        share = np.clip((away - 1.0) / (_reach(lake) - 1.0), 0.0, 1.0)
        share = share * share * (3.0 - 2.0 * share)
        result = np.where(near, level + share * (heights - level), result).astype(np.float32)
    for where, level in _basins(lattice):
        result = np.where(where, np.maximum(result, np.float32(level)), result)
    return result


def _inside(lattice: Lattice, lake: Lake) -> F32:
    """1 on the shore, less inside, growing outwards; ragged by noise."""
    x, y = frame.to_local(lake.lat_deg, lake.lon_deg)
    east = (lattice.west_m + lattice.cell_m * np.arange(lattice.columns) - float(x))[None, :]
    north = (lattice.south_m + lattice.cell_m * np.arange(lattice.rows) - float(y))[:, None]
    ahead = frame.heading_vector(lake.bearing_deg)
    along = (east * ahead[0] + north * ahead[1]) * (2.0 / lake.length_m)
    across = (east * ahead[1] - north * ahead[0]) * (2.0 / lake.width_m)
    ragged = 0.18 * fractal_noise(lattice, 500.0, 2, _SEED)
    return np.asarray(np.sqrt(along * along + across * across) + ragged, np.float32)


def _reach(lake: Lake) -> float:
    return 1.0 + 2.0 * SHORE_M / lake.width_m


def _basins(lattice: Lattice) -> list[tuple[Bools, float]]:
    found = []
    for _, south, west, north, east, level in BASINS:
        x, y = frame.to_local([south, south, north, north], [west, east, west, east])
        column = lattice.west_m + lattice.cell_m * np.arange(lattice.columns)
        row = lattice.south_m + lattice.cell_m * np.arange(lattice.rows)
        where = ((column >= x.min()) & (column <= x.max()))[None, :] & (
            (row >= y.min()) & (row <= y.max())
        )[:, None]
        found.append((where, level))
    return found
