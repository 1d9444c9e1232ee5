"""Running water: everything drains, nothing is lost, and it only takes away."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("scipy")
from almaty_tour.bake import terrain_erosion as erosion
from almaty_tour.bake.terrain_noise import fractal_noise, gradient_noise, hash_cells, unit
from almaty_tour.geo.grid import Lattice

LATTICE = Lattice(-600.0, 900.0, 30.0, 64, 48)


@pytest.fixture(scope="module")
def heights() -> np.ndarray:
    return 900.0 + 60.0 * fractal_noise(LATTICE, 400.0, 4, 3)


def _is_border(nodes: np.ndarray) -> np.ndarray:
    row, column = np.divmod(nodes, LATTICE.columns)
    return (row == 0) | (row == LATTICE.rows - 1) | (column == 0) | (column == LATTICE.columns - 1)


def test_all_water_reaches_the_border(heights: np.ndarray) -> None:
    flow = erosion.route(LATTICE, heights, 0, 0.8)
    node = np.arange(heights.size)
    for _ in range(heights.size):
        below = flow.receiver[node]
        if np.array_equal(below, node):
            break
        node = below
    assert _is_border(node).all()
    assert _is_border(np.flatnonzero(flow.receiver == np.arange(heights.size))).all()


def test_no_water_is_lost(heights: np.ndarray) -> None:
    flow = erosion.route(LATTICE, heights, 1, 0.8)
    water = erosion.accumulate(flow)
    outlets = flow.receiver == np.arange(heights.size)
    assert water[outlets].sum() == heights.size
    assert water.min() == 1.0


def test_order_puts_receivers_first(heights: np.ndarray) -> None:
    flow = erosion.route(LATTICE, heights, 2, 0.8)
    place = np.zeros(heights.size, int)
    place[flow.order] = np.arange(heights.size)
    inland = flow.receiver != np.arange(heights.size)
    assert (place[flow.receiver[inland]] < place[inland]).all()


def test_incision_never_raises_the_ground_nor_digs_below_the_outlets(heights: np.ndarray) -> None:
    flow = erosion.route(LATTICE, heights, 0, 0.8)
    worn = erosion.incise(heights, flow, np.full(heights.size, 0.5, np.float32))
    assert (worn <= heights + 1e-3).all()
    assert worn.min() >= heights.min() - 1e-3
    assert (heights - worn).max() > 1.0


def test_noise_is_the_same_in_a_crop_and_has_no_mean() -> None:
    wide = gradient_noise(Lattice(-30_000.0, -30_000.0, 30.0, 1500, 1500), 300.0, 5)
    crop = gradient_noise(Lattice(-15_000.0, -12_000.0, 30.0, 200, 100), 300.0, 5)
    assert np.array_equal(crop, wide[600:700, 500:700])
    assert abs(float(wide.mean())) < 0.01
    assert 0.3 < float(np.abs(wide).max()) < 2.5


def test_hashes_are_even_and_pinned() -> None:
    share = unit(hash_cells(np.arange(-200, 200)[None, :], np.arange(-200, 200)[:, None], 7))
    assert np.histogram(share, 16, (0, 1))[0].std() < 0.02 * share.size / 16
    assert int(hash_cells(3, -4, 5)) == int(hash_cells(np.int64(3), np.int32(-4), 5))
