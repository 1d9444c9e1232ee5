"""A coarser level for ground that comes as a regular grid: two by two cells become two triangles.

Along the border of a tile nothing is left out, so that tiles of both levels fit together
without cracks. A block that is bent or bends the light stays as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from almaty_tour.bench.read import F32

I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

RING: Final = np.array([(0, 0), (0, 1), (0, 2), (1, 2), (2, 2), (2, 1), (2, 0), (1, 0)])
"""Corners of a block round its rim, rows and columns from its first; odd ones are middles."""
SIDES: Final = ((-1, 0), (0, 1), (1, 0), (0, -1))
"""The block beyond each middle of the rim."""
LEAST_CELLS: Final = 8
COLOUR_STEPS: Final = 1.5
"""Steps of 255 that the light may be off by in a block of two triangles."""
MOST_BENT_M: Final = 0.25


@dataclass(frozen=True)
class Grid:
    """Ground of `rows` by `columns` corners; `cell` (t, 2) i8 row and column of each triangle."""

    rows: int
    columns: int
    cell: I64

    @property
    def blocks(self) -> tuple[int, int]:
        """Blocks along rows and columns; the last ones may be cut off."""
        return self.rows // 2, self.columns // 2

    @property
    def first_corner(self) -> I64:
        """(blocks,) the first corner of every block."""
        row, column = np.indices(self.blocks).reshape(2, -1) * 2
        return np.asarray(row * self.columns + column)

    @property
    def block(self) -> I64:
        """(t,) number of the block of each triangle."""
        return np.asarray(self.cell[:, 0] // 2 * self.blocks[1] + self.cell[:, 1] // 2)


def grid_of(positions: F32, faces: I32) -> Grid | None:
    """The grid that a mesh (Y up) is, None when it is none."""
    columns = int(np.argmax(positions[:, 2] != positions[0, 2]))
    if columns < LEAST_CELLS or len(positions) % columns:
        return None
    rows = len(positions) // columns
    x, z = positions[:, 0].reshape(rows, columns), positions[:, 2].reshape(rows, columns)
    corner = np.stack([faces // columns, faces % columns], axis=-1)
    cell = corner.min(axis=1)
    whole = len(faces) == 2 * (rows - 1) * (columns - 1)
    whole &= bool((np.ptp(x, axis=0) == 0).all() and (np.ptp(z, axis=1) == 0).all())
    whole &= bool((corner.max(axis=1) - cell == 1).all())
    return Grid(rows, columns, cell) if whole else None


def block_corners(grid: Grid) -> I64:
    """(blocks, 9) corners of every whole block by row and column, -1 where a block is cut off."""
    first, step = grid.first_corner[:, None], np.arange(9)
    row, column = np.divmod(first, grid.columns)
    cut = (row + 2 >= grid.rows) | (column + 2 >= grid.columns)
    return np.where(cut, -1, first + step // 3 * grid.columns + step % 3)


def coarse_faces(
    grid: Grid, faces: I32, vertices: npt.NDArray[Any], tile: I64
) -> tuple[I32, I64, F32]:
    """The coarser level: (k, 3) triangles, (k,) the block of each, and (blocks,) f4 error in m.

    `tile` (blocks,) tells the tile of each block.
    """
    corners = block_corners(grid)
    place = vertices["position"][:, 2].astype(np.float32)[corners]
    light = vertices["colour"][:, :3].astype(np.float32)[corners]
    error_m = _bend(place)
    joined = (corners[:, 0] >= 0) & (error_m < MOST_BENT_M)
    joined &= _bend(light).max(axis=1) < COLOUR_STEPS
    error_m[~joined] = 0.0
    kept = _kept_middles(grid, tile, joined)
    turned = _turned(grid, faces[0])
    fine = ~joined[grid.block]
    parts, owners = [faces[fine]], [grid.block[fine]]
    for mask in np.unique(kept[joined]).tolist():
        mine = np.flatnonzero(joined & (kept == mask))
        fan = _fan(mask)[:, ::-1] if turned else _fan(mask)
        local = RING[fan]
        kept_corners = corners[mine][:, local[..., 0] * 3 + local[..., 1]].reshape(-1, 3)
        parts.append(kept_corners.astype(np.int32))
        owners.append(np.repeat(mine, len(fan)))
    return np.concatenate(parts), np.concatenate(owners), error_m


def _bend(values: F32) -> F32:
    """(blocks, ...) how far the corners that are left out are from what joins the others."""
    v = values.swapaxes(0, 1)
    ends = ((0, 2), (0, 6), (2, 8), (6, 8), (0, 8))
    off = [
        np.abs(v[m] - (v[a] + v[b]) / 2.0) for m, (a, b) in zip((1, 3, 5, 7, 4), ends, strict=True)
    ]
    return np.asarray(np.maximum.reduce(off))


def _kept_middles(grid: Grid, tile: I64, joined: Bools) -> I64:
    """(blocks,) bits of the middles of the rim that stay, because what is beyond has them."""
    rows, columns = grid.blocks
    tiles = np.where(joined, tile, -1).reshape(rows, columns)
    around = np.full((rows + 2, columns + 2), -2)
    around[1:-1, 1:-1] = tiles
    kept = np.zeros((rows, columns), np.int64)
    for bit, (row, column) in enumerate(SIDES):
        beyond = around[1 + row : 1 + row + rows, 1 + column : 1 + column + columns]
        kept |= ((beyond != tiles) & (beyond != -2)).astype(np.int64) << bit
    return kept.ravel()


def _fan(mask: int) -> I64:
    """(k, 3) triangles over corners of `RING` that keep the middles of a mask."""
    if not mask:
        return np.array([(0, 2, 4), (0, 4, 6)])
    apex = next(2 * bit + 1 for bit in range(4) if mask >> bit & 1)
    rim = [at % 8 for at in range(apex + 1, apex + 8) if at % 2 == 0 or mask >> (at % 8 // 2) & 1]
    return np.array([(apex, a, b) for a, b in pairwise(rim)])


def _turned(grid: Grid, face: I32) -> bool:
    """Whether the triangles of a grid run round the other way than `RING`."""
    row, column = face // grid.columns, face % grid.columns
    ring = _area(*RING[[0, 2, 4]].T)
    return bool(_area(row, column) * ring < 0)


def _area(row: npt.NDArray[Any], column: npt.NDArray[Any]) -> int:
    ahead, aside = np.diff(row.astype(np.int64)), np.diff(column.astype(np.int64))
    return int(ahead[0] * aside[1] - ahead[1] * aside[0])
