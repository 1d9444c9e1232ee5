"""Time laws: ends at rest, even in the middle, the same for every frame rate."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.base.easing import decay, glide, smoothstep, wrap_angle


@given(st.floats(0.05, 0.5))
def test_glide_starts_and_ends_at_rest_and_never_goes_back(ramp):
    t = np.linspace(0.0, 1.0, 4001)
    way = glide(t, ramp)
    speed = np.gradient(way, t)
    assert way[0] == 0.0
    assert way[-1] == 1.0
    assert np.all(np.diff(way) >= 0.0)
    assert abs(speed[0]) < 0.02
    assert abs(speed[-1]) < 0.02
    assert speed.max() == pytest.approx(1.0 / (1.0 - ramp), rel=2e-3)


def test_glide_has_no_corner_in_its_speed():
    t = np.linspace(0.0, 1.0, 20001)
    speed = np.gradient(glide(t, 0.25), t)
    assert np.abs(np.diff(speed)).max() < 6e-4


def test_smoothstep_is_the_textbook_polynomial():
    assert np.array_equal(smoothstep([-1.0, 0.0, 0.5, 1.0, 2.0]), [0.0, 0.0, 0.5, 1.0, 1.0])


@given(st.floats(0.1, 20.0), st.floats(0.001, 1.0), st.floats(0.001, 1.0))
def test_decay_of_two_steps_is_the_decay_of_their_sum(rate, first, second):
    assert decay(rate, first) * decay(rate, second) == pytest.approx(decay(rate, first + second))


@given(st.floats(-100.0, 100.0))
def test_wrapped_angles_are_the_same_direction(angle):
    wrapped = float(wrap_angle(angle))
    assert -np.pi <= wrapped <= np.pi
    assert np.sin(wrapped) == pytest.approx(np.sin(angle), abs=1e-9)
    assert np.cos(wrapped) == pytest.approx(np.cos(angle), abs=1e-9)
