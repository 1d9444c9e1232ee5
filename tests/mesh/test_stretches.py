"""Stretches: whole pieces that stand together, in every level the same ones."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.kit import extrude, lathe, transform
from almaty_tour.kit.paint import STONE
from almaty_tour.mesh import simplify, stretches
from almaty_tour.mesh.data import merge

BALL = lathe.sphere(3.0, STONE, sides=48)
ROW_M = 40.0
ROW = merge([transform.move(BALL, x=ROW_M * step) for step in range(12)])


def strips(random, count):
    """Triangles in strips of their own, each a few steps from the one before: no two touch."""
    faces, places, owner = [], [], []
    for number in range(count):
        size = int(random.integers(3, 12))
        at = random.uniform(-400.0, 400.0, 3)
        first = len(places)
        places.extend(at + np.cumsum(random.uniform(0.0, 4.0, (size, 3)), axis=0))
        faces.extend([first + k, first + k + 1, first + k + 2] for k in range(size - 2))
        owner.extend([number] * (size - 2))
    order = random.permutation(len(faces))
    return np.array(faces)[order], np.array(places), np.array(owner)[order]


@given(st.integers(0, 2**32 - 1), st.integers(1, 60))
def test_nothing_that_is_connected_is_cut(seed, count):
    faces, places, owner = strips(np.random.default_rng(seed), count)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stretches, "LEAST_TRIANGLES", 4)
        stretch = stretches.stretch_of_faces(faces, places)
    for number in range(count):
        assert len(set(stretch[owner == number].tolist())) == 1
    used = np.unique(stretch)
    assert used.tolist() == list(range(len(used)))
    assert (np.bincount(stretch) < 4).sum() <= 1  # what is too wide or left over is one more


def test_what_is_far_apart_is_apart_and_small_parts_are_together():
    balls = np.repeat(np.arange(12), BALL.triangle_count)
    stretch = simplify._stretches(ROW)
    assert len(set(stretch.tolist())) == 12
    assert np.array_equal(stretch, balls)
    pegs = transform.along(extrude.box(0.1, 0.1, 0.1, STONE), (-5, 0), (5, 0), 20)
    assert simplify._stretches(pegs).max() == 0


def test_the_stretches_of_every_level_are_the_whole_level_and_keep_their_places():
    for level in simplify.levels(ROW):
        assert level.starts[0] == 0
        assert level.starts[-1] == level.mesh.triangle_count
        for number, (begin, end) in enumerate(zip(level.starts, level.starts[1:], strict=False)):
            places = level.mesh.positions[level.mesh.faces[begin:end]].reshape(-1, 3)
            assert np.abs(places[:, 0] - ROW_M * number).max(initial=0.0) <= 3.001


def test_the_finest_level_has_the_faces_of_the_model():
    def corners(mesh):
        every = mesh.positions[mesh.faces].reshape(-1, 9)
        return every[np.lexsort(every.T)]

    assert np.array_equal(corners(simplify.levels(ROW)[0].mesh), corners(ROW))
