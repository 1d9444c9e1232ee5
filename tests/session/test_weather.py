"""Weather and month: what a wish makes of them, and what light makes of the weather."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import SettingError
from almaty_tour.camera.state import CameraState
from almaty_tour.content.weather import load_weathers
from almaty_tour.session.commands import Command
from almaty_tour.session.handlers import apply, in_month, nearest_month
from almaty_tour.session.light import environment_at, under
from almaty_tour.session.state import Mode, SessionState
from almaty_tour.session.turning import TURN_S, environment_of
from almaty_tour.session.world import World, load_world

JUNE = datetime(2026, 6, 21, 12, 30)


@pytest.fixture(scope="module")
def world() -> World:
    return load_world(assets_dir())


@pytest.fixture
def state() -> SessionState:
    return SessionState(Mode.EXPLORE, CameraState((0.0, 0.0, 900.0), 0.0, 0.0), JUNE)


def test_snow_falls_in_the_nearest_winter_month_and_lies_everywhere(world, state):
    snow = apply(world, state, Command("set_weather", "snow"))
    assert snow.local_time == JUNE.replace(month=2, day=21)
    found = world.environment(snow.local_time, snow.weather)
    assert found.snowfall > 0.0
    assert found.snow_line_m == 0.0
    assert apply(world, snow, Command("set_weather", "clear")).local_time == snow.local_time


def test_rain_wets_and_veils_and_leaves_the_month_alone(world, state):
    rain = apply(world, state, Command("set_weather", "rain"))
    assert rain.local_time == JUNE
    found, fair = world.environment(JUNE, rain.weather), world.environment(JUNE, "fair")
    assert (found.rain, found.wetness, found.cloud) == (1.0, 1.0, 1.0)
    assert found.haze > fair.haze
    assert found.sun_enu == fair.sun_enu


def test_the_next_kind_goes_through_all_of_them(world, state):
    seen = []
    for _ in world.weathers:
        state = apply(world, state, Command("next_weather"))
        seen.append(state.weather)
    assert sorted(seen) == sorted(world.weathers)
    assert seen[-1] == "fair"


def test_an_unknown_kind_is_told_and_a_missing_file_means_fair(world, state):
    with pytest.raises(SettingError, match="did you mean rain"):
        apply(world, state, Command("set_weather", "rian"))
    bare = replace(world, weathers={})
    assert bare.environment(JUNE, "snow") == environment_at(JUNE)
    assert apply(bare, state, Command("next_weather")) == state


@given(st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31)), st.integers(-12, 24))
def test_another_month_keeps_the_hour_and_at_most_the_last_day(day, month):
    moved = in_month(day, month)
    assert moved.month == (month - 1) % 12 + 1
    assert (moved.year, moved.time()) == (day.year, day.time())
    assert moved.day == day.day or (moved.day < day.day and (moved.day >= 28))


@given(st.integers(1, 12), st.sets(st.integers(1, 12)))
def test_the_nearest_month_is_one_of_those_asked_for(month, months):
    found = nearest_month(month, tuple(sorted(months)))
    if not months or month in months:
        assert found == month
        return
    apart = {one: min((one - month) % 12, (month - one) % 12) for one in months}
    assert apart[found] == min(apart.values())


def test_weather_never_lifts_the_snow_line_of_the_month():
    kinds, faults = load_weathers(assets_dir() / "content")
    assert faults == []
    assert list(kinds) == ["clear", "fair", "overcast", "rain", "snow"]
    winter = environment_at(datetime(2026, 1, 15, 12))
    for kind in kinds.values():
        assert under(winter, kind).snow_line_m <= winter.snow_line_m


def test_weather_turns_in_some_seconds_and_not_at_once(world, state):
    state = replace(state, clock_s=50.0)
    rain = apply(world, state, Command("set_weather", "rain"))
    assert environment_of(world, rain).cloud == environment_of(world, state).cloud
    seen = [
        environment_of(world, replace(rain, clock_s=50.0 + share * TURN_S))
        for share in (0.0, 0.25, 0.5, 0.75, 1.0)
    ]
    for of in ("cloud", "rain", "wetness", "haze_share"):
        values = [getattr(one, of) for one in seen]
        assert values == sorted(set(values))
    heights = [one.ceiling_m for one in seen]
    assert heights == sorted(set(heights), reverse=True)
    assert seen[-1] == world.environment(JUNE, "rain")


def test_the_same_kind_again_turns_nothing(world, state):
    rain = apply(world, replace(state, clock_s=9.0), Command("set_weather", "rain"))
    later = replace(rain, clock_s=90.0)
    assert apply(world, later, Command("set_weather", "rain")) == later


def test_cloud_hides_the_mountains_on_closed_days_alone(world):
    heights = {name: world.environment(JUNE, name).ceiling_m for name in world.weathers}
    assert heights["clear"] == heights["fair"] > 9_000.0
    assert heights["snow"] <= heights["rain"] < heights["overcast"] < 4_000.0
