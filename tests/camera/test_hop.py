"""The zoom-and-pan law against its paper, and hops that keep their ends."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.camera.hop import ZoomPan, hop_points, perceived_length
from almaty_tour.camera.view import EyeTarget, angles, forward, looking, placed_view

distances = st.floats(20.0, 2000.0)
ways = st.floats(0.0, 20_000.0)


@given(distances, distances, ways)
def test_the_law_keeps_its_ends(w0, w1, way):
    law = ZoomPan(w0, w1, way)
    w, u = law.at(np.array([0.0, 1.0]))
    assert w == pytest.approx([w0, w1], rel=1e-6)
    assert u == pytest.approx([0.0, way], rel=1e-6, abs=1e-6 * max(w0, w1))


def test_the_peak_of_a_wide_hop_is_about_as_wide_as_the_hop_is_long():
    """The dossier's table: 3 km between views 300 m wide, rho 1.42, peak 3.0 km, 3.5 s at 1.2."""
    law = ZoomPan(300.0, 300.0, 3000.0, rho=1.42)
    w, _ = law.at(np.linspace(0.0, 1.0, 501))
    assert w.max() == pytest.approx(3000.0, rel=0.03)
    assert law.length / 1.2 == pytest.approx(3.5, abs=0.06)


def test_equal_steps_of_the_parameter_are_equally_long_in_the_laws_metric():
    law = ZoomPan(150.0, 400.0, 2500.0)
    t = np.linspace(0.0, 1.0, 2001)
    w, u = law.at(t)
    middle = 0.5 * (w[1:] + w[:-1])
    steps = np.hypot(law.rho**2 * np.diff(u), np.diff(w)) / (law.rho * middle)
    assert steps.std() / steps.mean() < 1e-3
    assert steps.sum() == pytest.approx(law.length, rel=1e-4)


def test_hops_begin_and_end_at_their_views_and_swing_the_short_way():
    a = placed_view((0.0, 0.0, 800.0), 350.0, 120.0, 30.0)
    b = placed_view((900.0, 400.0, 830.0), 20.0, 90.0, 20.0)
    eyes, targets = hop_points(a, b, np.linspace(0.0, 1.0, 101))
    assert np.allclose(eyes[0], a.eye)
    assert np.allclose(eyes[-1], b.eye)
    assert np.allclose(targets[-1], b.target)
    heading = np.degrees(np.arctan2(*(eyes - targets)[:, :2].T))
    assert np.all(np.abs(heading) < 20.1)


def test_hops_stay_above_the_ground():
    a = EyeTarget((0.0, -100.0, 20.0), (0.0, 0.0, 0.0))
    b = EyeTarget((2000.0, -100.0, 20.0), (2000.0, 0.0, 0.0))

    def ridge(x, y):
        return 900.0 * np.exp(-(((x - 1000.0) / 300.0) ** 2)) + 0.0 * y

    eyes, _ = hop_points(a, b, np.linspace(0.0, 1.0, 201), ridge)
    assert np.all(eyes[1:-1, 2] >= ridge(eyes[1:-1, 0], eyes[1:-1, 1]) + 11.9)


def test_turning_round_a_target_takes_time_too():
    a = placed_view((0.0, 0.0, 0.0), 0.0, 100.0, 20.0)
    b = placed_view((0.0, 0.0, 0.0), 180.0, 100.0, 20.0)
    assert perceived_length(a, b) > 2.0


@given(st.floats(0.0, 6.28), st.floats(-1.5, 1.5))
def test_angles_are_the_inverse_of_forward(heading, pitch):
    found = angles(forward(heading, pitch))
    assert np.allclose(forward(*found), forward(heading, pitch), atol=1e-9)


def test_looking_north_east_and_up():
    camera = looking((0.0, 0.0, 0.0), (1.0, 1.0, np.sqrt(2.0)))
    assert np.degrees(camera.heading_rad) == pytest.approx(45.0)
    assert np.degrees(camera.pitch_rad) == pytest.approx(45.0)
