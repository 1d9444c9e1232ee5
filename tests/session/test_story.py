"""The story along time: told event by event, by theme, and left for where one was."""

import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import SettingError
from almaty_tour.content.history import THEMES
from almaty_tour.session.commands import Command
from almaty_tour.session.handlers import apply, title_state
from almaty_tour.session.state import Controls, Mode, Preferences
from almaty_tour.session.step import step
from almaty_tour.session.story import told_by
from almaty_tour.session.world import load_world


@pytest.fixture(scope="module")
def world():
    return load_world(assets_dir())


@pytest.fixture
def exploring(world):
    state = apply(world, title_state(world, Preferences()), Command("explore", "abai_opera"))
    return apply(world, state, Command("set_weather", "rain"))


def after(world, state, *commands):
    for name, *argument in commands:
        state = apply(world, state, Command(name, *argument))
    return state


def test_it_opens_at_a_decision_and_leads_back_to_where_one_was(world, exploring):
    state = after(world, exploring, ("open_story",))
    assert state.mode is Mode.STORY
    assert world.history[state.told.event].decision
    moved = step(world, state, 0.5, Controls(move=(1.0, 1.0, 0.0), look_rad=(0.3, 0.0)))
    assert moved.camera == exploring.camera
    back = after(world, moved, ("go_back",))
    assert (back.mode, back.camera, back.weather) == (Mode.EXPLORE, exploring.camera, "rain")
    assert back.before is None
    assert after(world, back, ("open_story",)).told == state.told


@pytest.mark.parametrize("theme", ["", *THEMES])
def test_next_goes_through_all_of_a_theme_once_and_stays_at_the_end(world, exploring, theme):
    order = told_by(world, theme)
    state = after(world, exploring, ("open_story", order[0]), ("set_theme", theme))
    seen = [state.told.event]
    for _ in order:
        state = after(world, state, ("next_event",))
        seen.append(state.told.event)
    assert seen == [*order, order[-1]]
    assert state.told.theme == theme
    assert after(world, state, ("previous_event",)).told.event == order[-2]


def test_a_theme_begins_at_its_event_that_is_nearest_in_time(world, exploring):
    state = after(world, exploring, ("open_story", "independence"), ("set_theme", "disaster"))
    years = [world.history[name].year for name in told_by(world, "disaster")]
    told = world.history[state.told.event]
    assert told.theme == "disaster"
    assert abs(told.year - 1991.96) == min(abs(year - 1991.96) for year in years)
    other = after(world, state, ("show_event", "independence"))
    assert other.told.theme == ""


def test_the_place_of_an_event_is_flown_to(world, exploring):
    state = after(world, exploring, ("open_story", "hotel_kazakhstan"), ("fly_to_event",))
    assert state.mode is Mode.EXPLORE
    assert state.flight.landmark == "hotel_kazakhstan"
    assert state.before is None
    stays = after(world, exploring, ("open_story", "census_1939"), ("fly_to_event",))
    assert (stays.mode, stays.flight) == (Mode.STORY, None)


@pytest.mark.parametrize(
    ("name", "argument"),
    [("open_story", "tenga"), ("show_event", "tenga"), ("set_theme", "stat")],
)
def test_unknown_names_are_told_with_the_nearest(world, exploring, name, argument):
    state = after(world, exploring, ("open_story",))
    with pytest.raises(SettingError, match="did you mean"):
        after(world, state, (name, argument))


def test_every_place_of_the_story_is_a_landmark(world):
    places = {one.place for one in world.history.values()} - {""}
    assert places <= world.landmarks.keys()
    assert len(places) > 30


def test_leaving_keeps_what_was_chosen_in_the_story(world, exploring):
    state = after(world, exploring, ("open_story",), ("set_preference", "language=ru"))
    assert after(world, state, ("go_back",)).preferences.language == "ru"
