"""How thick the mountain forest stands: groves and glades, shade and sun, gullies and avalanches.

A wood of the Tien Shan is no carpet. Spruces fill slopes that look north, and on those that look
south keep to gullies and groves; where avalanches run a gully is bare from top to bottom; the
upper edge is ragged.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction
from almaty_tour.geo.terrain import Terrain

F64 = npt.NDArray[np.float64]

ABOUT_NODES: Final = 3
"""How far aside, in nodes of the inner lattice, ground is compared to find gullies."""
THICKEST: Final = 0.85
GROVES_M: Final = ((290.0, 0.50), (97.0, 0.42), (36.0, 0.30))
"""Sizes of groves and glades, and how much each counts."""
_VALUES: Final = fraction(np.arange(256 * 256), 11)


def groves(x_m: F64, y_m: F64) -> F64:
    """(n,) about -1 in glades to 1 in groves: soft noise of three sizes."""
    total = np.zeros(len(x_m))
    for number, (size_m, share) in enumerate(GROVES_M):
        east, north = (x_m, y_m) if number % 2 == 0 else (y_m, x_m)
        total += share * (2.0 * noise(east, north, size_m) - 1.0)
    return np.asarray(1.6 * total)


def hollow(terrain: Terrain, x_m: F64, y_m: F64) -> F64:
    """(n,) how much the ground about rises above a place, metres a metre; below 0 on ridges."""
    inner, heights = terrain.inner, terrain.heights.ravel()
    row, column = inner.nearest(x_m, y_m)
    row = np.clip(row, ABOUT_NODES, inner.rows - 1 - ABOUT_NODES)
    column = np.clip(column, ABOUT_NODES, inner.columns - 1 - ABOUT_NODES)
    node, up = row * inner.columns + column, ABOUT_NODES * inner.columns
    about = heights.take(node - up) + heights.take(node + up)
    about += heights.take(node - ABOUT_NODES) + heights.take(node + ABOUT_NODES)
    return np.asarray(
        (0.25 * about - heights.take(node)) / (ABOUT_NODES * inner.cell_m), np.float64
    )


def stocked(moist: F64, grove: F64) -> F64:
    """(n,) chance of a tree, 0 to `THICKEST`, where ground is dry (0) to moist (1)."""
    return np.asarray(THICKEST * np.clip(0.5 + 2.4 * (moist - 0.5 + 0.5 * grove), 0.0, 1.0))


def swept(z_m: F64, steep: F64, deep: F64, grove: F64) -> F64:
    """(n,) 1 where avalanches run: gullies of steep high ground, but not through thick groves."""
    run = rise(deep, 0.035, 0.085) * rise(steep, 0.40, 0.60) * rise(z_m, 1_500.0, 1_900.0)
    return np.asarray(run * rise(-grove, -0.9, -0.5))


def rise(value: F64, low: float, high: float) -> F64:
    """0 below `low` to 1 above `high`."""
    return np.asarray(np.clip((value - low) / (high - low), 0.0, 1.0))


def noise(x_m: F64, y_m: F64, cell_m: float) -> F64:
    """Value noise between the corners of cells, 0 to 1; the same again after 256 cells."""
    u, v = x_m / cell_m, y_m / cell_m
    i, j = np.floor(u).astype(np.int64), np.floor(v).astype(np.int64)
    u, v = u - i, v - j
    u, v = u * u * (3.0 - 2.0 * u), v * v * (3.0 - 2.0 * v)
    west, east, low, high = i & 255, (i + 1) & 255, (j & 255) << 8, ((j + 1) & 255) << 8
    near = _VALUES.take(low + west) * (1.0 - u) + _VALUES.take(low + east) * u
    far = _VALUES.take(high + west) * (1.0 - u) + _VALUES.take(high + east) * u
    return np.asarray(near * (1.0 - v) + far * v)
