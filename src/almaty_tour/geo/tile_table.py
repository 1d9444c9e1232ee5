"""What the bakery measures of each fixed tile, in the order that the tree expects."""

from __future__ import annotations

import numpy as np

from almaty_tour.geo.grid import F32, Lattice
from almaty_tour.geo.terrain_tiles import (
    INNER_LEVEL,
    OUTER_LEVEL,
    ROOT_LEVEL,
    cell_m,
    level_keys,
)
from almaty_tour.geo.tile_errors import block_error, block_extremes
from almaty_tour.geo.tile_faces import QUADS


def measure_tiles(inner: Lattice, outer: Lattice, heights: F32, outer_heights: F32) -> F32:
    """(n, 4) f4 of the tiles of levels 9 to 3.

    Lowest and highest ground, root mean square and greatest error, metres. Under the inner
    lattice tiles of level 7 are held against its fine heights, coarser ones against the
    outer heights.
    """
    tables = [
        _level(inner, heights, level)
        if level < OUTER_LEVEL
        else _level(outer, outer_heights, level)
        for level in range(INNER_LEVEL, ROOT_LEVEL + 1)
    ]
    rows, columns = _under_inner(inner, outer)
    fine = _level(inner, heights, OUTER_LEVEL)
    tables[OUTER_LEVEL - INNER_LEVEL][rows, columns] = fine
    return np.concatenate([table.reshape(-1, 4) for table in tables[::-1]])


def _level(lattice: Lattice, heights: F32, level: int) -> F32:
    """(rows, columns, 4) f4 of the tiles of a level over a lattice."""
    step = round(cell_m(level) / lattice.cell_m)
    low, high = block_extremes(heights, QUADS * step)
    typical, greatest = block_error(heights, step, QUADS * step)
    return np.stack([low, high, typical, greatest], axis=-1).astype(np.float32)


def _under_inner(inner: Lattice, outer: Lattice) -> tuple[slice, slice]:
    """Rows and columns of the tiles of level 7 that lie on the inner lattice."""
    finer = level_keys(inner, outer, OUTER_LEVEL - 1)[:, 1:] // 2
    (west, south), (east, north) = finer.min(axis=0), finer.max(axis=0) + 1
    return slice(int(south), int(north)), slice(int(west), int(east))
