"""Far trees set onto the ground as it is drawn: coarse tiles lie beside the true land."""

from __future__ import annotations

from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from almaty_tour.geo.grid import on_triangles, split
from almaty_tour.geo.terrain import Terrain

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]

QUADS: Final = 32
"""Squares along a tile."""


class DrawnTiles(Protocol):
    """The part of `geo.terrain_tiles.TileTree` that is needed.

    Attributes:
        low, high: (n, 3) corners of all tiles.
    """

    @property
    def terrain(self) -> Terrain: ...
    @property
    def low(self) -> F32: ...
    @property
    def high(self) -> F32: ...


def settled(places: F64, tree: DrawnTiles, tiles: npt.NDArray[np.int32]) -> F64:
    """(n, 3) places with heights of the drawn `tiles`; others stay where they are."""
    low, high = tree.low[tiles].astype(np.float64), tree.high[tiles].astype(np.float64)
    side = high[:, 0] - low[:, 0]
    coarse = side > 1.5 * QUADS * tree.terrain.inner.cell_m  # others lie on the land itself
    if not len(places) or not coarse.any():
        return places
    least, most = places.min(axis=0), places.max(axis=0)
    coarse &= (low[:, :2] <= most[:2]).all(axis=1) & (high[:, :2] >= least[:2]).all(axis=1)
    made = places.copy()
    x, y = np.ascontiguousarray(places[:, 0]), np.ascontiguousarray(places[:, 1])
    for tile in np.flatnonzero(coarse).tolist():
        west, south, east, north = low[tile, 0], low[tile, 1], high[tile, 0], high[tile, 1]
        inside = np.flatnonzero((x >= west) & (x < east) & (y >= south) & (y < north))
        if len(inside):
            made[inside, 2] = _height(tree.terrain, x[inside], y[inside], (west, south), side[tile])
    return made


def _height(terrain: Terrain, x: F64, y: F64, corner: tuple[float, float], side: float) -> F64:
    """Heights on the squares of a tile, whose nodes are some of the inner lattice's."""
    inner = terrain.inner
    cell = side / QUADS
    column, east = split((x - corner[0]) / cell, QUADS)
    row, north = split((y - corner[1]) / cell, QUADS)
    stride = round(cell / inner.cell_m)
    i = np.arange(QUADS + 1) * stride + round((corner[0] - inner.west_m) / inner.cell_m)
    j = np.arange(QUADS + 1) * stride + round((corner[1] - inner.south_m) / inner.cell_m)
    i, j = np.clip(i, 0, inner.columns - 1), np.clip(j, 0, inner.rows - 1)
    nodes = terrain.heights[np.ix_(j, i)].ravel()
    return on_triangles(nodes, row * (QUADS + 1) + column, QUADS + 1, east, north)
