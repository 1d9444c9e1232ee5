"""Facade textures: whole tiles, dark panes where the far houses have theirs."""

import numpy as np
import pytest

from almaty_tour.bake.facades import FACADES, PANE, _chosen


@pytest.mark.parametrize("name", ["facade_panel", "facade_brick"])
def test_panes_are_dark_and_walls_are_light(name):
    light, height = FACADES[name]()
    assert light.shape == (256, 256, 3)
    grey = light.mean(axis=2)
    left, low, right, high = (round(value * 128) for value in PANE)
    for row in (0, 128):
        for column in (0, 128):
            cell = grey[row : row + 128, column : column + 128][::-1]
            window = cell[low:high, left:right]
            wall = np.concatenate([cell[: low - 12].ravel(), cell[high + 10 :].ravel()])
            assert np.median(window) < 0.55 * np.median(wall)
    assert height.min() >= 0.0
    assert height.max() <= 1.01


def test_windows_of_a_tile_differ():
    light, _ = FACADES["facade_panel"]()
    cells = [light[r : r + 128, c : c + 128] for r in (0, 128) for c in (0, 128)]
    left, low, right, high = (round(value * 128) for value in PANE)
    windows = [cell[128 - high : 128 - low, left:right].mean() for cell in cells]
    assert np.ptp(windows) > 0.05


def test_cells_are_counted_from_the_upper_left():
    mask = _chosen((True, False, False, False))
    assert mask[:128, :128].all()
    assert mask.sum() == 128 * 128
