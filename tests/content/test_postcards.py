"""Postcards as data: what ships is whole, what is broken is told and left out."""

from shutil import copytree
from types import SimpleNamespace

import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import ContentError
from almaty_tour.content.model import LANGUAGES
from almaty_tour.content.postcards import load_postcard, load_postcards
from almaty_tour.content.texts import check_words
from almaty_tour.content.weather import DEFAULT_WEATHER
from almaty_tour.export.postcards import eye, postcard

CONTENT = assets_dir() / "content"
GOOD = (CONTENT / "postcards" / "cathedral_evening.toml").read_text("utf-8")


def _written(folder, text, name="view"):
    (folder / "postcards").mkdir(exist_ok=True)
    path = folder / "postcards" / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_ships_is_in_order_and_named_in_three_languages():
    cards, faults = load_postcards(CONTENT)
    assert faults == []
    assert [card.order for card in cards.values()] == list(range(1, len(cards) + 1))
    for card in cards.values():
        assert set(card.name) == set(LANGUAGES)
    assert check_words(CONTENT) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("time = ", "times = ", "times"),
        ('T17:07"', ' evening"', "is no local time"),
        ("order = ", 'weathr = "rain"\norder = ', "weathr"),
        ("above_m = ", "above_m = -", "above_m"),
        ("order = ", "seconds = -1.0\norder = ", "seconds"),
        ("order = ", "haze = 1.5\norder = ", "haze"),
        ("latitude_deg = 4", "latitude_deg = 5", "latitude_deg"),
        ("shift = 0", "shift = 1", "view.shift"),
    ],
)
def test_a_broken_postcard_says_where(tmp_path, old, new, words):
    assert old in GOOD
    with pytest.raises(ContentError, match=words):
        load_postcard(_written(tmp_path, GOOD.replace(old, new)))


def test_a_postcard_in_unknown_weather_is_told(tmp_path):
    copytree(CONTENT, tmp_path / "content")
    path = tmp_path / "content" / "postcards" / "cathedral_evening.toml"
    path.write_text(GOOD.replace("order = ", 'weather = "rian"\norder = '), encoding="utf-8")
    (fault,) = check_words(tmp_path / "content")
    assert "cathedral_evening.toml: weather: there is no weather 'rian'" in str(fault)
    assert "did you mean rain" in str(fault)


def test_a_postcard_without_weather_is_fair(tmp_path):
    assert "weather" not in GOOD
    assert load_postcard(_written(tmp_path, GOOD)).weather == DEFAULT_WEATHER


def test_cars_stand_where_the_seconds_of_the_postcard_have_brought_them():
    told = []

    class Studio:
        stage = SimpleNamespace(world=SimpleNamespace(ground=lambda x, y: 0.0))

        def picture(self, camera, moment, time_s=0.0, *, weather, haze):
            told.append((time_s, haze))

    cards, _ = load_postcards(CONTENT)
    for card in cards.values():
        postcard(Studio(), card)
    assert told == [(card.seconds, card.haze) for card in cards.values()]
    assert {card.seconds for card in cards.values()} > {0.0}


def test_the_lens_of_a_postcard_is_shifted_as_it_says(tmp_path):
    plain = GOOD.replace("shift", "# shift")
    studio = SimpleNamespace(stage=SimpleNamespace(world=SimpleNamespace(ground=lambda x, y: 0.0)))
    shifted = _written(tmp_path, plain + "shift = 0.25\n")
    assert eye(studio, load_postcard(shifted)).shift == 0.25
    assert eye(studio, load_postcard(_written(tmp_path, plain))).shift == 0.0


def test_the_others_go_on(tmp_path):
    _written(tmp_path, "order = [", "bad")
    _written(tmp_path, GOOD, "good")
    cards, faults = load_postcards(tmp_path)
    assert list(cards) == ["good"]
    assert "bad.toml" in str(faults[0])
    assert "add-a-postcard.md" in str(faults[0])
