"""Ways are cut within themselves only, into equal pieces that are short enough."""

import numpy as np

from almaty_tour.scene.pieces import cut_to

POINTS = np.array([[0.0, 0.0], [100.0, 0.0], [100.0, 10.0], [900.0, 10.0], [900.0, 40.0]])
OWNER = np.array([0, 0, 0, 1, 1])


def test_long_pieces_are_cut_and_the_way_from_one_to_the_next_is_not():
    cut = cut_to(POINTS, OWNER, 24.0)
    assert cut.parts.tolist() == [5, 1, 1, 2]
    dense = cut.of(POINTS)
    assert np.array_equal(dense[cut.place], POINTS)
    step = np.hypot(*np.diff(dense, axis=0).T)
    assert np.allclose(step, [20.0] * 5 + [10.0, 800.0, 15.0, 15.0])


def test_other_values_go_along_on_straight_lines():
    cut = cut_to(POINTS, OWNER, 50.0)
    values = np.array([[0.0], [8.0], [1.0], [2.0], [4.0]])
    assert cut.of(values).ravel().tolist() == [0.0, 4.0, 8.0, 1.0, 2.0, 4.0]


def test_nothing_is_cut_to_nothing():
    none = np.zeros((0, 2))
    cut = cut_to(none, np.zeros(0, np.int64), 24.0)
    assert cut.of(none).shape == (0, 2)
