"""How much of the sky each place sees: valleys are dim, crests are bright."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.geo.grid import Lattice

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]

# Sixteen ways in whole cells, so that every look goes from node to node.
WAYS: Final = (
    (1, 0), (2, 1), (1, 1), (1, 2), (0, 1), (-1, 2), (-1, 1), (-2, 1),
    (-1, 0), (-2, -1), (-1, -1), (-1, -2), (0, -1), (1, -2), (1, -1), (2, -1),
)  # fmt: skip
STEPS: Final = (1, 2, 3, 5, 8, 12, 18, 28, 44, 70)


def open_sky(lattice: Lattice, heights: F32) -> U8:
    """(rows, columns) u1, 255 = the whole sky: mean of cos^2 of the horizon's height."""
    total = np.zeros(lattice.shape, np.float32)
    for dx, dy in WAYS:
        steepest = np.zeros(lattice.shape, np.float32)
        for step in STEPS:
            _look(heights, dx * step, dy * step, lattice.cell_m, steepest)
        total += 1.0 / (1.0 + steepest * steepest)
    return np.asarray(np.rint(total * np.float32(255.0 / len(WAYS))), np.uint8)


def _look(heights: F32, dx: int, dy: int, cell_m: float, steepest: F32) -> None:
    """Raise `steepest` to the slope of the look (dx, dy) cells away, in place."""
    rows, columns = heights.shape
    if abs(dx) >= columns or abs(dy) >= rows:
        return
    here = np.s_[max(0, -dy) : rows - max(0, dy), max(0, -dx) : columns - max(0, dx)]
    there = np.s_[max(0, dy) : rows - max(0, -dy), max(0, dx) : columns - max(0, -dx)]
    distance = np.float32(cell_m * np.sqrt(float(dx * dx + dy * dy)))
    np.maximum(steepest[here], (heights[there] - heights[here]) / distance, out=steepest[here])
