"""Trees of the mountains in a picture: set on what is drawn, kept while the view stays."""

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.geo.terrain import Terrain
from almaty_tour.geo.terrain_tiles import TileTree
from almaty_tour.scene.drawing import Viewpoint
from almaty_tour.scene.forest import Forest
from almaty_tour.scene.forest_land import ForestLand
from almaty_tour.scene.forest_taken import Taken
from almaty_tour.session.woods import Woods

EYE = np.array([8_360.0, -11_950.0, 2_260.0])
FACING = np.array([[0.8, -0.6, 0.0, 0.0], [0.8, 0.6, 0.0, 0.0]])


@pytest.fixture(scope="module")
def woods():
    terrain = Terrain.load(assets_dir() / "terrain")
    tree = TileTree.build(terrain)
    return Woods(Forest(ForestLand(terrain, Taken(terrain))), tree), tree, terrain


def view(eye=EYE):
    return Viewpoint(eye, FACING, np.radians(60.0), 360)


def drawn(tree, eye, most):
    return tree.select(eye, view(eye).world_planes, np.radians(60.0), 360, 3.0, most)


def test_a_view_that_stays_costs_nothing(woods):
    made, tree, _ = woods
    tiles = drawn(tree, EYE, 24)
    first = made.crowd(view(), tiles, 2_500)
    assert len(first.rows) > 300
    assert made.crowd(view(), tiles, 2_500) is first
    moved = EYE + np.array([1.0, 0.0, 0.0])
    assert made.crowd(view(moved), tiles, 2_500) is not first
    assert np.array_equal(made.crowd(view(), tiles, 2_500).rows, first.rows)


def test_trees_follow_the_tiles_and_are_true_on_fine_ones(woods):
    made, tree, terrain = woods
    coarse = made.crowd(view(), drawn(tree, EYE, 8), 2_500).places
    fine = made.crowd(view(), drawn(tree, EYE, None), 2_500).places
    assert np.array_equal(coarse[:, :2], fine[:, :2])
    true = terrain.height_m(fine[:, 0], fine[:, 1])
    near = np.hypot(*(fine[:, :2] - EYE[:2]).T) < 150.0
    assert np.abs(fine[:, 2] - true)[near].max() < 2.0
    assert np.abs(coarse[:, 2] - true).max() > 5.0
