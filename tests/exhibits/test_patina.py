"""Noise that ages surfaces: smooth, within its bounds, the same everywhere."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.exhibits._shared import patina


@given(st.integers(0, 10_000), st.floats(0.5, 20.0))
def test_noise_is_bounded_and_smooth(seed, size_cm):
    line = np.linspace([-30.0, 3.0, -7.0], [30.0, 8.0, 9.0], 4_000)
    found = patina.noise(line, size_cm, seed)
    assert np.abs(found).max() <= 1.0
    step = np.linalg.norm(line[1] - line[0]) / size_cm
    assert np.abs(np.diff(found)).max() < 8.0 * step


def test_noise_fills_its_range_and_seeds_differ():
    points = np.random.default_rng(1).uniform(-50.0, 50.0, (4_000, 3))
    one, other = patina.noise(points, 2.0, 1), patina.noise(points, 2.0, 2)
    assert one.std() > 0.25
    assert abs(np.corrcoef(one, other)[0, 1]) < 0.1
