"""Rulers: true to the bounds, numbered in plain steps, on the near side."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.camera.matrices import projected
from almaty_tour.camera.view import looking
from almaty_tour.ui.measure import rulers, step_cm
from almaty_tour.ui.view import StandingView, VitrineView

SIZE_PT = (1280.0, 720.0)
BOX = StandingView("box", (-10.0, -5.0, 0.0), (10.0, 5.0, 30.0), (3.0, -2.0, 0.0))


def seen_from(turn_deg, up_deg=20.0):
    turn, up = math.radians(turn_deg), math.radians(up_deg)
    away = np.array([math.sin(turn) * math.cos(up), -math.cos(turn) * math.cos(up), math.sin(up)])
    middle = np.array([3.0, -2.0, 15.0])
    return VitrineView(looking(middle + 120.0 * away, middle, 0.5), (BOX,))


@given(st.floats(0.1, 500.0), st.floats(10.0, 1000.0))
def test_numbers_stand_apart_in_steps_of_one_two_five(length_cm, length_pt):
    step = step_cm(length_cm, length_pt, 46.0)
    mantissa = step / 10.0 ** math.floor(math.log10(step) + 1e-9)
    assert min(abs(mantissa - one) for one in (1.0, 2.0, 5.0)) < 1e-9
    assert step == 100.0 or step * length_pt / length_cm >= 46.0 - 1e-6


@pytest.mark.parametrize("turn_deg", range(0, 360, 45))
def test_rulers_measure_the_bounds_and_lie_before_the_exhibit(turn_deg):
    vitrine = seen_from(turn_deg + 10.0)
    found = {one.of: one for one in rulers(vitrine, BOX, SIZE_PT, 46.0)}
    assert {of: one.length_cm for of, one in found.items()} == pytest.approx(
        {"width": 20.0, "depth": 10.0, "height": 30.0}
    )
    middle = projected(vitrine.camera, np.array([[3.0, -2.0, 0.0]]), SIZE_PT)[0]
    for of in ("width", "depth"):
        spot = (np.array(found[of].begin) + found[of].end) / 2.0
        assert spot[1] > middle[1]  # lower on the picture: nearer than the middle
    assert found["height"].begin[0] < middle[0]


def test_strokes_stand_where_their_centimetres_are():
    vitrine = seen_from(0.0, 0.0)
    (height,) = (one for one in rulers(vitrine, BOX, SIZE_PT, 46.0) if one.of == "height")
    assert height.centimetres[0] == 0.0
    assert np.allclose(height.strokes[0], height.begin)
    share = np.linalg.norm(height.strokes - height.begin, axis=1) / np.linalg.norm(
        np.subtract(height.end, height.begin)
    )
    assert np.allclose(share, height.centimetres / 30.0, atol=0.02)
    steps = np.diff(height.centimetres[height.numbered])
    assert np.allclose(steps, steps[0])
