"""The story on the screen: every event fits, what is uncertain says so, hands move through it."""

from dataclasses import replace

import numpy as np
import pytest
from tests.ui.test_interface import press

from almaty_tour.base.assets import assets_dir
from almaty_tour.content.history import load_history
from almaty_tour.content.model import LANGUAGES
from almaty_tour.session.commands import Command
from almaty_tour.session.state import Mode
from almaty_tour.ui.ridge import nearest, ridge_of, year_marks
from almaty_tour.ui.view import StoryView

EVENTS = tuple(load_history(assets_dir() / "content")[0].values())
RECALLED = {
    "usun_age", "turgesh_karluk", "kazakh_khanate", "chilik_quake", "million", "olympic_vote",
}  # fmt: skip
"""Events whose date or matter the facts hold for recalled, not for sourced."""
DAY_RECALLED = {
    "mudflow_1921", "turksib", "university", "kazakh_ssr", "circus_and_medeu", "nauryz",
    "tamgaly_heritage", "dawn_monument", "tselinny_centre",
}  # fmt: skip
"""Events whose day is recalled: their dates tell a year, at most a month or season."""


@pytest.fixture
def story_of(view_of):
    def make(event, language="en", theme="", place="Place", **options):
        scenes = frozenset(one.id for one in EVENTS if one.decision)
        view = view_of(Mode.STORY, language, **options)
        return replace(view, story=StoryView(EVENTS, event, theme, place, scenes))

    return make


def shown(interface, view, times=3):
    for _ in range(times):
        interface.build(view)
    return dict(interface.pen.targets)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_every_event_fits_its_card(interface, story_of, language, text_scale):
    for event in EVENTS:
        view = story_of(event.id, language, text_scale=text_scale)
        interface.desk.timeline.at = -1.0
        interface.build(view)
        assert not interface.pen.spilt, event.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_uncertain_says_so_and_nothing_else_does(interface, story_of, written, language):
    words = interface.words(language)
    for event in EVENTS:
        interface.desk.timeline.at = -1.0
        written.clear()
        alone = replace(story_of(event.id, language), story=StoryView((event,), event.id))
        interface.build(alone)
        assert (words("story.uncertain") in written) == (not event.certain), event.id
        assert (words("story.no_source") in written) == (not event.certain), event.id
    uncertain = {one.id for one in EVENTS if not one.certain}
    assert uncertain == RECALLED


def test_a_day_that_is_only_recalled_is_not_told():
    by_id = {one.id: one for one in EVENTS}
    for name in DAY_RECALLED:
        for language, date in by_id[name].date.items():
            digits = "".join(c if c.isdigit() else " " for c in date).split()
            assert all(len(number) == 4 for number in digits), (name, language)


def test_a_neighbour_that_is_uncertain_says_so_too(interface, story_of, written):
    shown(interface, story_of("verny_quake"))
    assert interface.words("en")("story.uncertain") in written


@pytest.mark.parametrize(
    ("target", "command"),
    [
        ("story.leave", Command("go_back")),
        ("story.watch", Command("play_scene", "independence")),
        ("story.to_place", Command("fly_to_event", "independence")),
        ("story.later", Command("next_event")),
        ("story.earlier", Command("previous_event")),
        ("story.theme.sport", Command("set_theme", "sport")),
        ("summit.currency", Command("show_event", "tenge")),
        ("event.republic_named", Command("show_event", "republic_named")),
    ],
)
def test_what_is_pressed_is_what_is_wished(interface, story_of, target, command):
    view = story_of("independence")
    shown(interface, view)
    assert press(interface, view, target) == [command]


def test_the_four_decisions_stand_above_all_else(interface, story_of):
    targets = shown(interface, story_of("fort_built"))
    assert {name for name in targets if name.startswith("summit.")} == {
        f"summit.{name}" for name in ("independence", "constitution", "currency", "test_site")
    }
    ridge = ridge_of(EVENTS)
    decided = [i for i, one in enumerate(EVENTS) if one.decision]
    heights = ridge.height(ridge.x)
    assert heights[decided].min() > 1.5 * np.delete(heights, decided).max()


def test_a_drag_moves_the_row_and_presses_nothing(interface, story_of):
    view = story_of("independence")
    targets = shown(interface, view)
    x, y = targets["event.alma_ata_declaration"].centre
    interface.pointer_at(x, y)
    interface.build(view)
    interface.pointer_button(0, True)
    interface.build(view)
    wishes = []
    for shift in (60.0, 160.0, 300.0):
        interface.pointer_at(x - shift, y)
        wishes += interface.build(view)[1]
    interface.pointer_button(0, False)
    wishes += interface.build(view)[1]
    assert [wish.name for wish in wishes] == ["show_event"]
    order = [one.id for one in EVENTS]
    assert order.index(wishes[0].argument) > order.index("independence")


def test_the_wheel_goes_along_time(interface, story_of):
    view = story_of("independence")
    shown(interface, view)
    interface.wheel(-1.0)
    assert interface.build(view)[1] == [Command("next_event")]


def test_pressing_the_range_tells_the_event_that_is_there(interface, story_of):
    view = story_of("independence")
    rect = shown(interface, view)["range"]
    interface.pointer_at(rect.left + 2.0, rect.bottom - 4.0)
    interface.build(view)
    interface.pointer_button(0, True)
    assert interface.build(view)[1] == [Command("show_event", EVENTS[0].id)]


def test_the_row_settles_at_once_where_motion_is_unwanted(interface, story_of):
    far = story_of("constitution_2026")
    calm = replace(far.state, preferences=replace(far.state.preferences, reduced_motion=True))
    shown(interface, story_of("first_farmers"))
    interface.build(replace(far, state=calm))
    assert interface.desk.timeline.at == len(EVENTS) - 1


def test_the_range_goes_with_time():
    ridge = ridge_of(EVENTS)
    assert np.all(np.diff(ridge.x) > 0.0)
    assert ridge.x[0] >= 0.0
    assert ridge.x[-1] <= 1.0
    marks = year_marks(EVENTS, (1854, 1900, 1991, 2020, 3000))
    assert [year for year, _ in marks] == [1854, 1900, 1991, 2020]
    for year, share in marks:
        before = max(i for i, one in enumerate(EVENTS) if one.year < year)
        assert ridge.x[before] < share < ridge.x[before + 1]
    for i in (0, 40, len(EVENTS) - 1):
        assert nearest(EVENTS, "", float(ridge.x[i])) == EVENTS[i].id
    assert nearest(EVENTS, "sport", 0.0) == next(e.id for e in EVENTS if e.theme == "sport")
