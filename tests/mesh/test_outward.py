"""The order of faces: by stretch, the outer ones first, none lost."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.kit import extrude
from almaty_tour.kit.paint import STONE
from almaty_tour.mesh.outward import outer_first


def corners_of(*meshes):
    return np.concatenate([one.positions[one.faces] for one in meshes]).astype(np.float64)


@given(st.integers(0, 2**32 - 1), st.integers(1, 200), st.integers(1, 5))
def test_it_is_an_order_of_all_faces_and_stretches_stay_together(seed, count, stretches):
    random = np.random.default_rng(seed)
    stretch = random.integers(0, stretches, count)
    order = outer_first(random.uniform(-30.0, 30.0, (count, 3, 3)), stretch)
    assert np.array_equal(np.sort(order), np.arange(count))
    assert (np.diff(stretch[order]) >= 0).all()


@given(st.integers(0, 2**32 - 1))
def test_a_body_within_another_comes_after_it_whatever_the_order_was(seed):
    random = np.random.default_rng(seed)
    sides = (3.0, 14.0, 40.0)  # apart by more than a patch
    boxes = [extrude.box(side, side, side, STONE) for side in sides]
    for one, side in zip(boxes, sides, strict=True):  # about one middle
        one.positions[:, 2] -= (one.positions[:, 2].max() + one.positions[:, 2].min()) / 2.0
        assert abs(np.abs(one.positions).max() - side / 2.0) < 1e-4
    size = np.repeat(sides, [one.triangle_count for one in boxes])
    shuffled = random.permutation(len(size))
    where = random.uniform(-500.0, 500.0, 3)
    order = outer_first(corners_of(*boxes)[shuffled] + where, np.zeros(len(size), np.int64))
    assert (np.diff(size[shuffled][order]) <= 0.0).all()


def test_faces_of_a_patch_keep_their_order_and_no_faces_are_no_fault():
    flat = np.array([[[0, 0, 0], [1, 0, 0], [0, 1, 0]]] * 9, np.float64) + 0.1
    assert outer_first(flat, np.zeros(9, np.int64)).tolist() == list(range(9))
    assert len(outer_first(np.zeros((0, 3, 3)), np.zeros(0, np.int64))) == 0
