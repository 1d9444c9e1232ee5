"""The story as data: whole in three languages, in order, honest about what is uncertain."""

import json

import pytest
from click.testing import CliRunner

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import ContentError
from almaty_tour.cli.list import command
from almaty_tour.content.history import THEMES, load_events, load_history
from almaty_tour.content.texts import check_words

CONTENT = assets_dir() / "content"
DECISIONS = {"independence", "constitution", "currency", "test_site"}
GOOD = """[[events]]
id = "fort"
year = 1854.1
date = { kk = "1854", ru = "1854", en = "1854" }
theme = "city"
source = "city-history pages"
kk = "Бекініс."
ru = "Укрепление."
en = "A fort."
"""


def _written(folder, text, name="era"):
    (folder / "history").mkdir(exist_ok=True)
    path = folder / "history" / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_ships_is_whole_and_from_the_oldest_on():
    events, faults = load_history(CONTENT)
    assert faults == []
    assert check_words(CONTENT) == []
    assert len(events) >= 100
    years = [event.year for event in events.values()]
    assert years == sorted(years)
    assert {event.theme for event in events.values()} == set(THEMES)


def test_each_of_the_four_decisions_is_there_once_and_certain():
    events, _ = load_history(CONTENT)
    decided = [event for event in events.values() if event.decision]
    assert sorted(event.decision for event in decided) == sorted(DECISIONS)
    assert all(event.certain for event in decided)


def test_the_list_says_what_is_uncertain():
    rows = json.loads(CliRunner().invoke(command, ["history", "--json"]).output)
    by_id = {row["id"]: row for row in rows}
    assert len(rows) >= 100
    assert by_id["chilik_quake"]["certain"] is False
    assert by_id["tenge"]["certain"] is True
    assert by_id["tenge"]["decision"] == "currency"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('theme = "city"', 'theme = "town"', "theme"),
        ("year = 1854.1", "year = 18540", "year"),
        ("date =", "dates =", "date"),
        ('ru = "Укрепление."\n', "", "ru"),
    ],
)
def test_a_broken_event_says_where(tmp_path, old, new, words):
    assert old in GOOD
    with pytest.raises(ContentError, match=words):
        load_events(_written(tmp_path, GOOD.replace(old, new)))


def test_an_event_told_twice_is_kept_once_and_named(tmp_path):
    _written(tmp_path, GOOD, "a")
    _written(tmp_path, GOOD, "b")
    events, faults = load_history(tmp_path)
    assert list(events) == ["fort"]
    assert "b.toml: event fort: is there twice" in str(faults[0])
