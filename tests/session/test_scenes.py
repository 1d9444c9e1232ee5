"""The four staged scenes: begun from the story, in their own season, back to where one was."""

from dataclasses import replace
from datetime import timedelta

import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import SettingError
from almaty_tour.geo.sun import local_time, sun
from almaty_tour.session.commands import Command
from almaty_tour.session.handlers import apply, title_state
from almaty_tour.session.state import Mode, Preferences
from almaty_tour.session.step import step
from almaty_tour.session.story import scene_of
from almaty_tour.session.world import load_world
from almaty_tour.ui.told import tour_choices

DATES = {
    "independence": "1991-12-16",
    "test_site_closed": "1991-08-29",
    "first_constitution": "1993-01-28",
    "tenge": "1993-11-15",
}
EN_MONTHS = {"01": "January", "08": "August", "11": "November", "12": "December"}


@pytest.fixture(scope="module")
def world():
    return load_world(assets_dir())


@pytest.fixture
def story(world):
    state = apply(world, title_state(world, Preferences()), Command("explore", "abai_opera"))
    return apply(world, state, Command("open_story"))


def test_each_decision_has_one_scene_of_its_own(world):
    decisions = {name for name, one in world.history.items() if one.decision}
    assert decisions == DATES.keys()
    staged = [tour.event for tour in world.tours.values() if tour.event]
    assert sorted(staged) == sorted(DATES)


@pytest.mark.parametrize("event", DATES)
def test_it_is_short_and_on_the_day_that_is_told(world, event):
    film = world.film(scene_of(world, event))
    year, month, day = DATES[event].split("-")
    assert 20.0 <= film.duration_s <= 40.0
    assert film.tour.start.startswith(DATES[event])
    assert world.history[event].date["en"] == f"{int(day)} {EN_MONTHS[month]} {year}"
    assert film.tour.weather in world.weathers
    months = world.weather(film.tour.weather).months
    assert not months or int(month) in months


def test_independence_is_told_in_a_winter_dusk(world):
    film = world.film(scene_of(world, "independence"))
    begins = local_time(film.tour.start)
    ends = begins.replace(hour=0, minute=0) + timedelta(hours=film.hour(film.duration_s))
    assert sun(ends).direction[2] < 0.0
    assert film.tour.weather == "snow"


@pytest.mark.parametrize("event", DATES)
def test_it_leads_back_to_the_story_and_from_there_to_the_city(world, story, event):
    state = apply(world, story, Command("show_event", event))
    scene = apply(world, state, Command("play_scene"))
    tour = world.tours[scene_of(world, event)]
    assert scene.mode is Mode.TOUR
    assert (scene.weather, scene.weather_before) == (tour.weather, tour.weather)
    later = step(world, scene, 12.0)
    assert (later.local_time.year, later.local_time.month) == tuple(
        int(part) for part in DATES[event].split("-")[:2]
    )
    back = apply(world, later, Command("go_back"))
    assert replace(back, clock_s=0.0) == replace(state, clock_s=0.0)
    city = apply(world, back, Command("go_back"))
    assert (city.mode, city.camera, city.weather) == (
        Mode.EXPLORE, story.before.camera, story.before.weather,
    )  # fmt: skip


def test_staying_in_the_city_forgets_the_way_back(world, story):
    scene = apply(world, story, Command("play_scene", "tenge"))
    free = apply(world, scene, Command("explore"))
    assert (free.mode, free.before) == (Mode.EXPLORE, None)
    assert apply(world, scene, Command("start_tour", "grand")).before is None


def test_an_event_without_a_scene_says_which_have_one(world, story):
    with pytest.raises(SettingError, match="tenge"):
        apply(world, story, Command("play_scene", "teng"))


def test_scenes_are_no_tours_of_the_menu(world):
    names = {one.id for one in tour_choices(world, "en")}
    assert names == {name for name, tour in world.tours.items() if not tour.event}
    assert len(names) >= 6
