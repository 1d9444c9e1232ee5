"""Regular grids of heights, cut into triangles in one way for asking and for drawing.

A square with corners a (south-west), b (south-east), c (north-west) and d (north-east) is
the triangles a-b-d and a-d-c. Arrays run row by row from the south: `grid[iy, ix]`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Lattice:
    """A regular grid of points: `columns` x `rows` nodes, `cell_m` apart, from a corner."""

    west_m: float
    south_m: float
    cell_m: float
    columns: int
    rows: int

    @property
    def east_m(self) -> float:
        return self.west_m + self.cell_m * (self.columns - 1)

    @property
    def north_m(self) -> float:
        return self.south_m + self.cell_m * (self.rows - 1)

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, columns) of an array over the lattice."""
        return self.rows, self.columns

    def contains(self, x_m: F64, y_m: F64) -> npt.NDArray[np.bool_]:
        """Which points lie on the lattice, its border included."""
        east = (x_m >= self.west_m) & (x_m <= self.east_m)
        return np.asarray(east & (y_m >= self.south_m) & (y_m <= self.north_m))

    def nearest(self, x_m: F64, y_m: F64) -> tuple[I64, I64]:
        """Row and column of the node nearest to each point, held inside."""
        column = np.rint((x_m - self.west_m) / self.cell_m)
        row = np.rint((y_m - self.south_m) / self.cell_m)
        return (
            np.clip(row, 0, self.rows - 1).astype(np.int64),
            np.clip(column, 0, self.columns - 1).astype(np.int64),
        )


def interpolate(lattice: Lattice, grid: npt.NDArray[Any], x_m: F64, y_m: F64) -> F64:
    """Heights on the triangles of a (rows, columns) grid; points outside are held inside."""
    column, east = split((x_m - lattice.west_m) / lattice.cell_m, lattice.columns - 1)
    row, north = split((y_m - lattice.south_m) / lattice.cell_m, lattice.rows - 1)
    return on_triangles(
        grid.reshape(-1), row * lattice.columns + column, lattice.columns, east, north
    )


def height_at(lattice: Lattice, grid: npt.NDArray[Any], x_m: float, y_m: float) -> float:
    """`interpolate` for one point: a fortieth of the time, and the same to the last bit."""
    column, east = _split_one((x_m - lattice.west_m) / lattice.cell_m, lattice.columns - 1)
    row, north = _split_one((y_m - lattice.south_m) / lattice.cell_m, lattice.rows - 1)
    lower = east >= north
    a, d = float(grid[row, column]), float(grid[row + 1, column + 1])
    side = float(grid[row, column + 1] if lower else grid[row + 1, column])
    first, second = (east, north) if lower else (north, east)
    return a + first * (side - a) + second * (d - side)


def _split_one(place: float, squares: int) -> tuple[int, float]:
    whole = min(max(math.floor(place), 0), squares - 1)
    return whole, min(max(place - whole, 0.0), 1.0)


def split(place: F64, squares: int) -> tuple[I64, F64]:
    """The square that a place (in cells) lies in, and how far inside, 0 to 1."""
    # Twice as fast as np.clip for one place, which every picture asks for.
    whole = np.minimum(np.maximum(np.floor(place), 0.0), squares - 1.0)
    return whole.astype(np.int64), np.minimum(np.maximum(place - whole, 0.0), 1.0)


def on_triangles(flat: npt.NDArray[Any], corner: I64, stride: int, east: F64, north: F64) -> F64:
    """Heights inside squares: `corner` numbers node a in `flat`, node c is `stride` further."""
    a = flat[corner].astype(np.float64)
    d = flat[corner + stride + 1].astype(np.float64)
    lower = east >= north
    side = flat[np.where(lower, corner + 1, corner + stride)].astype(np.float64)
    first = np.where(lower, east, north)
    second = np.where(lower, north, east)
    return np.asarray(a + first * (side - a) + second * (d - side))


def refined(grid: F32, step: int) -> F32:
    """(..., r, c) nodes refined to (..., (r - 1) step + 1, ...) on the same triangles."""
    rows, columns = grid.shape[-2:]
    fraction = (np.arange(step, dtype=np.float32) / step).astype(np.float32)
    north, east = fraction[:, None], fraction[None, :]
    a, b = grid[..., :-1, :-1, None, None], grid[..., :-1, 1:, None, None]
    c, d = grid[..., 1:, :-1, None, None], grid[..., 1:, 1:, None, None]
    lower = a + east * (b - a) + north * (d - b)
    upper = a + north * (c - a) + east * (d - c)
    blocks = np.where(east >= north, lower, upper)
    lead = grid.shape[:-2]
    core = np.moveaxis(blocks, -2, -3).reshape(*lead, (rows - 1) * step, (columns - 1) * step)
    result = np.zeros((*lead, (rows - 1) * step + 1, (columns - 1) * step + 1), np.float32)
    result[..., :-1, :-1] = core
    result[..., -1, :-1] = (
        grid[..., -1, :-1, None] + fraction * (grid[..., -1, 1:] - grid[..., -1, :-1])[..., None]
    ).reshape(*lead, -1)
    result[..., :-1, -1] = (
        grid[..., :-1, -1, None] + fraction * (grid[..., 1:, -1] - grid[..., :-1, -1])[..., None]
    ).reshape(*lead, -1)
    result[..., -1, -1] = grid[..., -1, -1]
    return result
