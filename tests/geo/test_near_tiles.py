"""Among few tiles the same are chosen as among all; one height is what many heights are."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.camera.matrices import world_planes
from almaty_tour.camera.state import CameraState
from almaty_tour.geo.near_tiles import SLACK_M, NearTiles
from almaty_tour.geo.terrain import Terrain
from almaty_tour.geo.terrain_tiles import TileTree


@pytest.fixture(scope="module")
def tree() -> TileTree:
    return TileTree.build(Terrain.load(assets_dir() / "terrain"))


@pytest.mark.parametrize("error_px", [1.2, 3.0])
def test_a_flight_gets_the_tiles_of_the_whole_tree(tree, error_px):
    near, kept = NearTiles(tree), []
    for step in range(60):
        eye = (-3_000.0 + 40.0 * step, 900.0, 900.0 + 5.0 * step)
        camera = CameraState(eye, 0.1 * step, -0.3)
        wanted = world_planes(camera, 16 / 9), camera.fov_rad, 720, error_px, 60
        assert np.array_equal(near.select(eye, *wanted), tree.select(eye, *wanted))
        kept.append(near._part)
    assert len({id(part) for part in kept}) <= 2 + 60 * 40.0 / (SLACK_M / 2.0)
    assert all(len(part.keys) < len(tree.keys) / 3 for part in kept)


def test_one_height_is_the_same_to_the_bit(tree):
    random = np.random.default_rng(3)
    places = np.concatenate(
        [random.uniform(-9_000, 9_000, (2_000, 2)), random.uniform(-9e4, 9e4, (500, 2))]
    )
    terrain = tree.terrain
    one = [terrain.height_at(x, y) for x, y in places.tolist()]
    assert np.array_equal(one, terrain.height_m(places[:, 0], places[:, 1]))
