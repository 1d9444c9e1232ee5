"""Jets reach as high and as far as asked, are closed, outward and the same every time."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.kit import spray
from almaty_tour.mesh import check

MADE = {"plume": spray.plume(4.0, "one"), "stream": spray.stream(3.0, 2.0, "one")}


@pytest.mark.parametrize("name", MADE)
def test_water_is_closed_and_faces_outwards(name):
    assert check.boundary_edges(MADE[name]) == 0
    assert not check.backward(MADE[name]).any()
    assert check.volume_m3(MADE[name]) > 0.0


@given(st.floats(1.0, 9.0))
def test_a_plume_is_about_as_high_as_asked(height_m):
    low, high = spray.plume(height_m, "one").bounds_m
    assert 0.85 * height_m < high[2] < 1.15 * height_m + 0.2
    assert low[2] > -0.15


@given(st.floats(1.0, 6.0), st.floats(0.5, 3.0))
def test_a_stream_lands_where_asked(reach_m, height_m):
    low, high = spray.stream(reach_m, height_m, "one").bounds_m
    assert low[1] == pytest.approx(-reach_m, abs=0.15)
    assert high[2] == pytest.approx(height_m, rel=0.15, abs=0.1)


def test_the_name_decides_where_drops_fly():
    assert np.array_equal(spray.plume(4.0, "one").positions, MADE["plume"].positions)
    assert not np.array_equal(spray.plume(4.0, "two").positions, MADE["plume"].positions)
