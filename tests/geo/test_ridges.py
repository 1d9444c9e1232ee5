"""Ground is left out only where no eye could see it, and pictures from the town leave out much."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from almaty_tour.base.assets import assets_dir
from almaty_tour.camera.matrices import world_planes
from almaty_tour.camera.state import CameraState
from almaty_tour.geo.frame import curvature_drop_m
from almaty_tour.geo.near_tiles import NearTiles
from almaty_tour.geo.ridges import (
    BLOCK_LEVEL,
    RISE_M,
    STEP_M,
    Ridges,
    TilesInSight,
    _spread,
    _squares,
    any_within,
    settled,
)
from almaty_tour.geo.terrain import Terrain
from almaty_tour.geo.terrain_tiles import TileTree, tile_m

TOWN = (600.0, -500.0, 1_000.0)


@pytest.fixture(scope="module")
def tree() -> TileTree:
    return TileTree.build(Terrain.load(assets_dir() / "terrain"))


def select(tiles, eye, heading_rad, pitch_rad=0.0, error_px=3.0):
    camera = CameraState(eye, heading_rad, pitch_rad)
    planes = world_planes(camera, 16 / 9)
    return tiles.select(eye, planes, camera.fov_rad, 720, error_px, 24)


def in_the_way(terrain, eye, points):
    """(n,) whether land stands on the straight ways from an eye to (n, 3) points, by marching."""
    way = points - eye
    far = np.hypot(way[:, 0], way[:, 1])
    share = np.linspace(0.02, 0.98, 900)[:, None]
    x, y = eye[0] + share * way[:, 0], eye[1] + share * way[:, 1]
    sunk = points[:, 2] - curvature_drop_m(far)
    sight = eye[2] + share * (sunk - eye[2])
    return (terrain.height_m(x, y) - curvature_drop_m(share * far) > sight).any(axis=0)


@pytest.mark.parametrize("seed", range(12))
def test_no_line_of_sight_reaches_ground_that_is_left_out(tree, seed):
    random = np.random.default_rng(seed)
    terrain = tree.terrain
    x, y = random.uniform(-9_000.0, 9_000.0, 2)
    eye = np.array([x, y, terrain.height_at(x, y) + random.choice([2.0, 60.0, 300.0, 1_200.0])])
    hidden = np.flatnonzero(Ridges(terrain).hidden(settled(eye)))
    assert len(hidden) > 40
    columns, wide = (terrain.outer.columns - 1) // 16, tile_m(BLOCK_LEVEL)
    block = random.choice(hidden, 300)
    at = np.stack([block % columns, block // columns], 1) + random.uniform(0.0, 1.0, (300, 2))
    spot = at * wide + [terrain.outer.west_m, terrain.outer.south_m]
    points = np.column_stack([spot, terrain.height_m(*spot.T) + 1.0])
    assert in_the_way(terrain, eye, points).all()


def test_from_the_town_a_tenth_of_the_tiles_are_left_out_and_nothing_else_changes(tree):
    near = NearTiles(tree)
    sight, before, after = TilesInSight(near, tree.terrain), 0, 0
    for step in range(24):
        eye = TOWN[0] + 90.0 * step, TOWN[1] - 40.0 * step, TOWN[2] + 10.0 * step
        turn = math.pi + math.sin(step)  # towards the mountains
        wanted, kept = select(near, eye, turn), select(sight, eye, turn)
        assert np.array_equal(kept, wanted[np.isin(wanted, kept)])
        left_out = np.setdiff1d(wanted, kept)
        assert (tree.keys[left_out, 0] >= BLOCK_LEVEL).all()
        before, after = before + len(wanted), after + len(kept)
    assert after < 0.9 * before


def test_from_above_the_peaks_nothing_is_hidden_but_what_is_out_of_view(tree):
    eye = (0.0, -20_000.0, 60_000.0)
    assert not Ridges(tree.terrain).hidden(settled(np.array(eye))).any()
    every = NearTiles(tree).select(eye, None, 0.9, 720, 3.0, 24)
    assert np.array_equal(
        TilesInSight(NearTiles(tree), tree.terrain).select(eye, None, 0.9, 720, 3.0, 24), every
    )


def test_lattices_that_no_blocks_fit_keep_all_tiles(small):
    tree = TileTree.build(small)
    near = NearTiles(tree)
    eye = (5_000.0, 0.0, 1_500.0)
    assert np.array_equal(select(TilesInSight(near, small), eye, 3.0), select(near, eye, 3.0))


@given(st.tuples(*[st.floats(-9e4, 9e4)] * 2, st.floats(0.0, 9e3)))
def test_an_eye_is_in_the_cell_round_its_place(eye):
    place = settled(np.array(eye))
    off = np.abs(np.array(place) - eye)
    assert (off <= np.array([STEP_M, STEP_M, RISE_M]) / 2.0 + 1e-6).all()
    assert settled(np.array(place)) == place


@given(arrays(bool, (8, 8)), st.integers(0, 3), st.integers(0, 7), st.integers(0, 7))
def test_a_tile_is_seen_when_one_of_its_blocks_is(seen, above, column, row):
    size = 1 << above
    key = np.array([[BLOCK_LEVEL + above, column // size, row // size]], np.int32)
    south, west = row // size * size, column // size * size
    assert any_within(seen, key)[0] == seen[south : south + size, west : west + size].any()


@given(arrays(np.float32, (9, 13), elements=st.floats(-99.0, 99.0, width=32)), st.integers(1, 4))
def test_extremes_are_those_of_all_nodes_within_reach(heights, side):
    for of in (np.minimum, np.maximum):
        squares = _squares(heights, side, of)
        for row, column in np.ndindex(squares.shape):
            first, left = row * side, column * side
            part = heights[first : first + side + 1, left : left + side + 1]
            assert squares[row, column] == of.reduce(part, axis=None)
        wide = _spread(squares, side, of)
        for row, column in np.ndindex(squares.shape):
            part = squares[max(row - side, 0) : row + side + 1]
            part = part[:, max(column - side, 0) : column + side + 1]
            assert wide[row, column] == of.reduce(part, axis=None)
