"""Built-in traffic keeps to the carriageways of an imported map."""

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.scene.imported import DENSE, STILL, HideRaster
from almaty_tour.scene.stillness import FADE_M, GAP_M, SHORTEST_M, STEP_M, driven_share
from almaty_tour.scene.traffic import every_car, traffic_of
from almaty_tour.scene.traffic_file import read_traffic


def line(mask):
    """A raster of one row, a cell for every step, and the places along it."""
    cells = np.where(np.asarray(mask), DENSE | STILL, 0).astype(np.uint8)[None]
    raster = HideRaster(cells, 0.0, 0.0, STEP_M)
    x = (np.arange(len(mask)) + 0.5) * STEP_M
    return np.column_stack([x, np.ones_like(x)]), raster


def test_cars_go_and_come_gently_where_the_map_has_no_street():
    still = np.zeros(200, bool)
    still[80:140] = True
    share = driven_share(*line(still))
    assert (share[80:140] == 0.0).all()
    assert (share[:75] == 1.0).all()
    assert share[79] == pytest.approx(STEP_M / FADE_M)
    assert np.abs(np.diff(share)).max() <= STEP_M / FADE_M + 1e-6


def test_a_short_gap_is_driven_over_and_a_short_stretch_is_not_driven():
    still = np.zeros(300, bool)
    still[50 : 50 + int(GAP_M / STEP_M) - 1] = True
    assert (driven_share(*line(still)) == 1.0).all()
    still = np.ones(300, bool)
    still[100 : 100 + int(SHORTEST_M / STEP_M) - 1] = False
    assert (driven_share(*line(still)) == 0.0).all()


@pytest.mark.parametrize("mask", [[False] * 9, [True] * 90, [False] * 90, [True]])
def test_lines_of_one_kind(mask):
    share = driven_share(*line(mask))
    assert np.isfinite(share).all()
    assert (share == (0.0 if mask[0] else 1.0)).all()


def test_no_car_of_the_town_is_seen_where_the_map_has_no_street():
    def ground(x, y):
        return np.zeros(np.broadcast(x, y).shape)

    file = read_traffic(assets_dir() / "city")
    mask = np.zeros((5632, 5632), np.uint8)
    mask[1200:3000, 2000:3600] = DENSE | STILL
    hide = HideRaster(mask, -13_312.0, -9_216.0, 4.0)
    crowd, _, _ = every_car(traffic_of(file, ground, hide), 4321.0)
    inner = hide.at(crowd.places[:, 0], crowd.places[:, 1]) & STILL > 0
    shift = np.array([[GAP_M, 0.0], [-GAP_M, 0.0], [0.0, GAP_M], [0.0, -GAP_M]])
    for by in shift:  # well inside: short gaps at the border are driven
        inner &= hide.at(*(crowd.places[:, :2] + by).T) & STILL > 0
    size = crowd.rows["scale"].max(axis=1)
    assert inner.sum() > 500
    assert size[inner].max() < 0.02  # a car of nine centimetres is as good as gone
    assert (size[~inner] > 0.9).mean() > 0.9


def test_without_an_imported_map_every_car_is_whole():
    def ground(x, y):
        return np.zeros(np.broadcast(x, y).shape)

    assert not len(traffic_of(read_traffic(assets_dir() / "city"), ground).share)
