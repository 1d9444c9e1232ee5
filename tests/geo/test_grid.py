"""Grids cut into triangles: asking, refining and measuring agree."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from almaty_tour.geo import grid as grids
from almaty_tour.geo.tile_errors import block_error, block_extremes

LATTICE = grids.Lattice(100.0, -50.0, 2.0, 6, 5)
heights = arrays.arrays(np.float32, (5, 6), elements=st.floats(-100, 100, width=16))


@given(heights, st.integers(1, 5))
def test_refined_nodes_lie_on_the_triangles(grid: np.ndarray, step: int) -> None:
    fine = grids.refined(grid, step)
    rows, columns = fine.shape
    x = LATTICE.west_m + LATTICE.cell_m / step * np.arange(columns)
    y = LATTICE.south_m + LATTICE.cell_m / step * np.arange(rows)
    expected = grids.interpolate(LATTICE, grid, *np.meshgrid(x, y))
    assert np.abs(fine - expected).max() < 1e-3


@given(heights)
def test_nodes_keep_their_heights(grid: np.ndarray) -> None:
    row, column = np.mgrid[0:5, 0:6]
    x, y = LATTICE.west_m + 2.0 * column, LATTICE.south_m + 2.0 * row
    assert np.array_equal(grids.interpolate(LATTICE, grid, x, y), grid.astype(np.float64))


@given(heights, st.floats(0, 1), st.floats(0, 1))
def test_points_lie_between_the_corners_of_their_triangle(
    grid: np.ndarray, east: float, north: float
) -> None:
    square = grid[:2, :2]
    corners = [square[0, 0], square[1, 1], square[0, 1] if east >= north else square[1, 0]]
    found = grids.interpolate(
        LATTICE, grid, np.float64(100 + 2 * east), np.float64(-50 + 2 * north)
    )
    assert min(corners) - 1e-9 <= float(found) <= max(corners) + 1e-9


def test_a_fold_runs_from_the_south_west_to_the_north_east() -> None:
    ridge = np.array([[10.0, 0.0], [0.0, 10.0]], np.float32)
    lattice = grids.Lattice(0.0, 0.0, 1.0, 2, 2)
    along, across = np.array([0.5, 0.25]), np.array([0.5, 0.75])
    assert grids.interpolate(lattice, ridge, along, across) == pytest.approx([10.0, 5.0])


def test_points_outside_are_held_on_the_border() -> None:
    grid = np.arange(30, dtype=np.float32).reshape(5, 6)
    far = grids.interpolate(LATTICE, grid, np.array([-1e6, 1e6]), np.array([-1e6, 1e6]))
    assert far == pytest.approx([0.0, 29.0])


@given(arrays.arrays(np.float32, (9, 17), elements=st.floats(-50, 50, width=16)))
def test_block_measures_agree_with_plain_loops(grid: np.ndarray) -> None:
    low, high = block_extremes(grid, 8)
    typical, greatest = block_error(grid, 4, 8)
    off = np.abs(grids.refined(grid[::4, ::4], 4) - grid)
    for column in range(2):
        block = np.s_[:9, 8 * column : 8 * column + 9]
        inner = np.s_[:8, 8 * column : 8 * column + 8]
        assert low[0, column] == grid[block].min()
        assert high[0, column] == grid[block].max()
        assert greatest[0, column] == off[block].max()
        assert typical[0, column] == pytest.approx(np.sqrt(np.mean(off[inner] ** 2)), abs=1e-4)
