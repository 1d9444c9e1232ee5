"""Splines pass through their points and have no corner up to the second derivative."""

import numpy as np
import pytest
from scipy.interpolate import CubicSpline

from almaty_tour.base.spline import spline

KNOTS = np.array([0.0, 0.7, 1.1, 2.5, 4.0])
POINTS = np.array([[0.0, 1.0], [2.0, 0.5], [1.0, 3.0], [4.0, 2.0], [5.0, -1.0]])


@pytest.mark.parametrize("ends", [(None, None), ([1.0, 0.0], [0.0, 2.0])])
def test_agrees_with_scipy(ends):
    ours = spline(KNOTS, POINTS, *ends)
    kinds = [(2, np.zeros(2)) if end is None else (1, np.array(end)) for end in ends]
    theirs = CubicSpline(KNOTS, POINTS, bc_type=tuple(kinds))
    at = np.linspace(0.0, 4.0, 321)
    assert np.abs(ours(at) - theirs(at)).max() < 1e-12


def test_stays_at_its_ends_outside():
    curve = spline(KNOTS, POINTS)
    assert np.allclose(curve([-5.0, 9.0]), POINTS[[0, -1]])


def test_says_what_is_wrong():
    with pytest.raises(ValueError, match="at least two knots, got 1"):
        spline([0.0], [[1.0]])
    with pytest.raises(ValueError, match="knots must rise"):
        spline([0.0, 0.0], [[1.0], [2.0]])
