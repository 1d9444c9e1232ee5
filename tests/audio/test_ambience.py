from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.audio.ambience import NAMES, SILENCE, levels, nearest_m
from almaty_tour.camera.state import CameraState
from almaty_tour.scene.environment import Season

HOURS = st.floats(0.0, 24.0)
SEASONS = st.sampled_from(list(Season))
METRES = st.floats(-40_000.0, 40_000.0)


def at(x=0.0, y=0.0, z=800.0):
    return CameraState((x, y, z), 0.0, 0.0, 0.87)


@given(METRES, METRES, st.floats(0.0, 9000.0), st.floats(300.0, 5000.0), HOURS, SEASONS,
       st.floats(0.0, 1e5) | st.just(np.inf), st.floats(-1.0, 2.0))  # fmt: skip
def test_every_gain_is_a_number_from_0_to_1(x, y, z, ground, hour, season, water, volume):
    found = levels(at(x, y, z), ground, hour, season, water, volume)
    assert tuple(found) == NAMES
    assert all(np.isfinite(gain) and 0.0 <= gain <= 1.0 for gain in found.values())


@given(st.floats(0.0, 3000.0), st.floats(500.0, 4500.0), HOURS, SEASONS, st.floats(0.0, 400.0))
def test_a_small_step_changes_little(above, ground, hour, season, water):
    """No jump anywhere: a metre, a metre of ground, six seconds of the clock."""
    here = levels(at(z=ground + above), ground, hour, season, water)
    for there in (
        levels(at(z=ground + above + 1.0), ground, hour, season, water),
        levels(at(z=ground + above), ground + 1.0, hour, season, water),
        levels(at(z=ground + above), ground, (hour + 0.0017) % 24.0, season, water),
        levels(at(z=ground + above), ground, hour, season, water + 1.0),
        levels(at(5.0, 5.0, ground + above), ground, hour, season, water),
    ):
        assert max(abs(there[name] - here[name]) for name in NAMES) < 0.02


@given(st.floats(0.0, 2000.0), st.floats(5.0, 500.0), HOURS, SEASONS)
def test_wind_grows_and_the_city_fades_with_height(above, more, hour, season):
    low = levels(at(z=800.0 + above), 800.0, hour, season)
    high = levels(at(z=800.0 + above + more), 800.0, hour, season)
    assert high["wind"] > low["wind"]
    assert high["city"] < low["city"]
    assert high["birds"] <= low["birds"]


@given(st.floats(21.5, 28.3), SEASONS)
def test_birds_are_silent_at_night(hour, season):
    assert levels(at(), 798.0, hour % 24.0, season)["birds"] == 0.0


@given(st.floats(7.0, 18.0), SEASONS)
def test_crickets_are_silent_by_day(hour, season):
    assert levels(at(), 798.0, hour, season)["crickets"] == 0.0


def test_each_season_and_place_has_its_voice():
    summer = levels(at(), 798.0, 22.0, Season.SUMMER)
    winter = levels(at(), 798.0, 22.0, Season.WINTER)
    assert summer["crickets"] > 0.2
    assert winter["crickets"] == 0.0
    morning = levels(at(), 798.0, 8.0, Season.SPRING)
    assert max(morning, key=morning.__getitem__) in {"birds", "city"}
    ridge = levels(at(5000.0, -14000.0, 3600.0), 3590.0, 12.0, Season.SUMMER)
    assert ridge["city"] == 0.0
    assert ridge["birds"] == 0.0
    assert max(ridge, key=ridge.__getitem__) == "wind"


def test_water_is_heard_near_a_fountain_only():
    near, far = (levels(at(), 798.0, 12.0, Season.SUMMER, m)["fountain"] for m in (5.0, 300.0))
    assert near > 0.5
    assert far == 0.0
    assert levels(at(), 798.0, 12.0, Season.SUMMER)["fountain"] == 0.0


@given(st.floats(0.0, 1.0), HOURS)
def test_volume_scales_everything_alike(volume, hour):
    full = levels(at(), 790.0, hour, Season.SUMMER, 30.0)
    part = levels(at(), 790.0, hour, Season.SUMMER, 30.0, volume)
    assert part == pytest.approx({name: gain * volume**2 for name, gain in full.items()})


def test_volume_zero_is_silence():
    assert levels(at(), 790.0, 9.0, Season.SUMMER, 0.0, 0.0) == SILENCE


def test_distance_to_the_nearest_place_counts_from_its_edge():
    places = [(100.0, 0.0, 800.0, 8.0), (0.0, 50.0, 800.0, 8.0)]
    assert nearest_m(at(), places) == pytest.approx(42.0)
    assert nearest_m(replace(at(), position_enu=(0.0, 47.0, 800.0)), places) == 0.0
    assert nearest_m(at(), []) == np.inf
