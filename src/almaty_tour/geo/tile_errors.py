"""How far a coarse tile's triangles lie from the finest ground: what level of detail needs."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from almaty_tour.geo.grid import F32, refined
from almaty_tour.geo.pads import PATCH_QUADS


def block_extremes(grid: npt.NDArray[Any], quads: int) -> tuple[F32, F32]:
    """Lowest and highest node of each block of `quads` squares, edges included."""
    return _reduced(np.minimum, grid, quads), _reduced(np.maximum, grid, quads)


def block_error(grid: F32, step: int, quads: int) -> tuple[F32, F32]:
    """Root mean square and greatest distance of nodes `step` apart, per block of `quads`.

    The nodes span triangles as a coarser level would draw them; the distance is that of
    the finer nodes from these triangles. `quads` is a multiple of `step`.
    """
    rows, columns = (grid.shape[0] - 1) // quads, (grid.shape[1] - 1) // quads
    typical, greatest = [], []
    for row in range(rows):
        band = grid[row * quads : (row + 1) * quads + 1]
        off = refined(np.ascontiguousarray(band[::step, ::step]), step) - band
        square = np.square(off[:-1, :-1], dtype=np.float64).reshape(quads, columns, quads)
        typical.append(np.sqrt(square.mean(axis=(0, 2)))[None, :])
        greatest.append(_reduced(np.maximum, np.abs(off), quads))
    return np.concatenate(typical).astype(np.float32), np.concatenate(greatest)


def patch_errors(patches: F32) -> tuple[F32, F32, F32]:
    """(n,) errors of the squares of 7.5, 15 and 30 m against (n, 65, 65) patches."""
    one, two, three = (
        np.abs(refined(np.ascontiguousarray(patches[:, ::step, ::step]), step) - patches)
        .max(axis=(1, 2), initial=0.0)
        .astype(np.float32)
        for step in (2, 4, PATCH_QUADS // 8)
    )
    return one, two, three


def _reduced(reduce: np.ufunc, grid: npt.NDArray[Any], quads: int) -> F32:
    rows, columns = (grid.shape[0] - 1) // quads, (grid.shape[1] - 1) // quads
    core = grid[:-1, :-1].reshape(rows, quads, columns, quads)
    result = reduce.reduce(core, axis=(1, 3))
    east = reduce.reduce(grid[:-1, quads::quads].reshape(rows, quads, columns), axis=1)
    north = reduce.reduce(grid[quads::quads, :-1].reshape(rows, columns, quads), axis=2)
    corner = grid[quads::quads, quads::quads]
    return np.asarray(reduce(reduce(result, east), reduce(north, corner)), np.float32)
