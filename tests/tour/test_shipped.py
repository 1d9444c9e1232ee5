"""The tours that are shipped, and the example of the guide."""

import re
from pathlib import Path

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.content.load import load_tour
from almaty_tour.content.model import LANGUAGES, StepKind
from almaty_tour.session.world import load_world
from almaty_tour.tour.check import check_film
from almaty_tour.tour.film import compile_tour

GUIDE = Path(__file__).parents[2] / "docs" / "add-a-tour.md"
TOURS = (
    "exhibition", "golden_cradle", "grand", "hall", "independence", "mountains", "sacred",
    "soviet_modernism",
)  # fmt: skip
SCENES = ("scene_constitution", "scene_independence", "scene_tenge", "scene_test_site")
EIGHT = {
    "abai_opera", "ascension_cathedral", "central_mosque", "central_state_museum",
    "hotel_kazakhstan", "independence_monument", "kok_tobe_tower", "palace_of_republic",
}  # fmt: skip
LETTERS_S = 17.0
MOST_LETTERS = 240


@pytest.fixture(scope="module")
def world():
    return load_world(assets_dir())


@pytest.mark.parametrize("name", TOURS + SCENES)
def test_every_caption_can_be_read_in_its_time(world, name):
    film = world.film(name)
    for cue in film.cues:
        begin, end = film.caption_span(cue.step)
        for language, text in film.tour.steps[cue.step].caption.items():
            assert len(text) <= MOST_LETTERS, (cue.step + 1, language)
            assert len(text) / LETTERS_S <= end - max(begin, cue.arrives_s), (
                cue.step + 1,
                language,
            )


@pytest.mark.parametrize("name", TOURS + SCENES)
def test_every_stop_has_a_caption_in_each_language_of_its_own(world, name):
    for number, step in enumerate(world.tours[name].steps, 1):
        if step.kind is StepKind.THROUGH:
            continue
        assert set(step.caption) == set(LANGUAGES), number
        assert len(set(step.caption.values())) == len(LANGUAGES), number
        assert all(text.strip() == text and text for text in step.caption.values()), number
        assert set(step.caption["kk"]) & set("әғқңөұүһіӘҒҚҢӨҰҮҺІ"), number
        assert not re.search("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]", step.caption["ru"]), number
        assert not re.search("[а-яА-ЯёЁ]", step.caption["en"]), number


@pytest.mark.parametrize("name", ["golden_cradle", "grand"])
def test_the_eight_of_the_gallery_are_met(world, name):
    met = {step.view.landmark for step in world.tours[name].steps} - {None}
    assert met >= EIGHT


@pytest.mark.parametrize("name", TOURS + SCENES)
def test_the_clock_never_goes_back(world, name):
    hours = world.film(name).hours
    assert np.all(np.diff(hours[:, 0]) >= 0.0)
    assert np.all(np.diff(hours[:, 1]) >= 0.0)


def test_lengths(world):
    assert world.film("golden_cradle").duration_s <= 120.0
    assert 240.0 <= world.film("grand").duration_s <= 480.0
    for name in set(TOURS) - {"golden_cradle"}:
        assert 120.0 < world.film(name).duration_s < 480.0


def test_the_gallery_tour_has_at_most_ten_stops(world):
    stops = [s for s in world.tours["golden_cradle"].steps if s.kind is not StepKind.THROUGH]
    assert len(stops) <= 10


def test_the_grand_tour_goes_from_the_morning_into_the_dusk(world):
    film = world.film("grand")
    assert film.hour(0.0) == pytest.approx(7.0)
    assert 20.0 <= film.hour(film.duration_s) <= 20.6
    assert {step.kind for step in film.tour.steps} >= {
        StepKind.THROUGH,
        StepKind.STOP,
        StepKind.ORBIT,
    }
    assert sum(step.view.landmark is None for step in film.tour.steps) >= 3


def looked_at(tour, what):
    return {getattr(step.view, what) for step in tour.steps} - {"", None}


def test_the_walk_through_the_hall_is_short_and_stays_within(world):
    assert world.film("hall").duration_s <= 180.0
    assert {step.view.interior for step in world.tours["hall"].steps} == {"golden_cradle_hall"}
    assert len(looked_at(world.tours["hall"], "exhibit")) >= 6


def test_the_walk_through_the_exhibition_joins_all_of_it(world):
    tour = world.tours["exhibition"]
    assert world.film("exhibition").duration_s <= 600.0
    assert len(looked_at(tour, "landmark")) >= 7
    assert len(looked_at(tour, "exhibit")) >= 9
    assert looked_at(tour, "picture")
    decided = {world.history[name].decision for name in looked_at(tour, "event")}
    assert decided >= {"independence", "constitution"}
    assert tour.steps[0].view.interior is tour.steps[-1].view.interior is None


def test_the_example_of_the_guide_is_a_tour_without_a_fault(world, tmp_path):
    (example,) = re.findall(r"```toml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    path = tmp_path / "evening_walk.toml"
    path.write_text(example, "utf-8")
    film = compile_tour(load_tour(path), world.places, world.ground)
    assert [str(fault) for fault in check_film(film, world.places, world.obstacles)] == []
    assert film.tour.id == "evening_walk"


def test_the_guide_names_every_key():
    from almaty_tour.content.schema import StepFile, TourFile

    text = GUIDE.read_text("utf-8")
    for name in (*TourFile.__struct_fields__, *StepFile.__struct_fields__):
        assert f"`{name}" in text or f"[[{name}]]" in text, name
