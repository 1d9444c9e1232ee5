"""Heights of a raster at the nodes of a lattice, and a lattice that passes through them."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.city.dem.raster import Raster
from almaty_tour.geo.grid import F32, F64, Lattice, interpolate, split

Bools = npt.NDArray[np.bool_]
Points = tuple[F32, F32, F32]
_BAND: Final = 128
_ROUNDS: Final = 4


def sampled(raster: Raster, lattice: Lattice) -> tuple[F32, Bools]:
    """Heights on a lattice (NaN where not measured), and which nodes the raster covers.

    Catmull-Rom where sixteen neighbours are measured, bilinear where only four are, so a
    node of the raster keeps its height.
    """
    heights = np.full(lattice.shape, np.nan, np.float32)
    covered = np.zeros(lattice.shape, bool)
    padded = np.pad(raster.heights, 2, constant_values=np.nan)
    for top in range(0, lattice.rows, _BAND):
        rows = slice(top, min(top + _BAND, lattice.rows))
        row, column = raster.place(lattice, rows)
        inside = (row >= 0) & (row <= raster.heights.shape[0] - 1)
        inside &= (column >= 0) & (column <= raster.heights.shape[1] - 1)
        if inside.any():
            covered[rows] = inside
            heights[rows][inside] = _interpolated(padded, row[inside] + 2, column[inside] + 2)
    return heights, covered


def _interpolated(padded: F32, row: F64, column: F64) -> F32:
    """Heights at places of an array whose border of two is NaN."""
    first, north = split(row, padded.shape[0] - 1)
    left, east = split(column, padded.shape[1] - 1)
    start = first * padded.shape[1] + left
    flat, stride = padded.reshape(-1), padded.shape[1]
    south, nearer = _catmull_rom(north.astype(np.float32)), _catmull_rom(east.astype(np.float32))
    smooth = np.zeros(len(row), np.float32)
    for step in range(4):
        line = sum(
            (nearer[k] * flat[start + (step - 1) * stride + k - 1] for k in range(4)),
            start=np.zeros(len(row), np.float32),
        )
        smooth += south[step] * line
    rough = np.flatnonzero(~np.isfinite(smooth))
    smooth[rough] = _bilinear(flat, stride, start[rough], north[rough], east[rough])
    return smooth


def _bilinear(flat: F32, stride: int, start: npt.NDArray[np.int64], north: F64, east: F64) -> F32:
    """A neighbour without any weight may be unmeasured."""
    total = np.zeros(len(start))
    for down, right in ((0, 0), (0, 1), (1, 0), (1, 1)):
        weight = np.abs(1 - down - north) * np.abs(1 - right - east)
        value = flat[start + down * stride + right]
        total += np.where(weight > 1e-9, weight * value, 0.0)
    return total.astype(np.float32)


def _catmull_rom(t: F32) -> tuple[F32, F32, F32, F32]:
    t2, t3 = t * t, t * t * t
    half = np.float32(0.5)
    return (
        half * (2 * t2 - t - t3),
        half * (3 * t3 - 5 * t2 + 2),
        half * (t + 4 * t2 - 3 * t3),
        half * (t3 - t2),
    )


def within(lattice: Lattice, points: Points) -> Points:
    """The points that lie on a lattice."""
    kept = lattice.contains(points[0].astype(np.float64), points[1].astype(np.float64))
    return points[0][kept], points[1][kept], points[2][kept]


def through(lattice: Lattice, heights: F32, points: Points) -> F32:
    """Heights whose triangles pass through measured points, moved as little as it takes.

    Each round shares what is missing at a point among the three nodes round it (SIRT); where
    points are sparser than nodes one round is exact.
    """
    result = heights.astype(np.float64)
    x, y, z = (part.astype(np.float64) for part in points)
    nodes, weights = _corners(lattice, x, y)
    total = np.bincount(nodes.ravel(), weights.ravel(), minlength=result.size)
    for _ in range(_ROUNDS):
        missing = z - interpolate(lattice, result, x, y)
        moved = np.bincount(nodes.ravel(), (weights * missing).ravel(), minlength=result.size)
        result += (moved / np.maximum(total, 0.05)).reshape(result.shape)
    return result.astype(np.float32)


def _corners(lattice: Lattice, x: F64, y: F64) -> tuple[npt.NDArray[np.int64], F64]:
    """(3, n) numbers and weights of the nodes of the triangle under each point."""
    column, east = split((x - lattice.west_m) / lattice.cell_m, lattice.columns - 1)
    row, north = split((y - lattice.south_m) / lattice.cell_m, lattice.rows - 1)
    corner = row * lattice.columns + column
    side = np.where(east >= north, corner + 1, corner + lattice.columns)
    larger, smaller = np.maximum(east, north), np.minimum(east, north)
    nodes = np.stack([corner, side, corner + lattice.columns + 1])
    return nodes, np.stack([1.0 - larger, larger - smaller, smaller])
