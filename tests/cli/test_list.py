"""What `list` tells; no GL."""

import json

import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.content.model import LANGUAGES

EIGHT = {
    "ascension_cathedral", "abai_opera", "hotel_kazakhstan", "palace_of_republic",
    "central_state_museum", "independence_monument", "kok_tobe_tower", "central_mosque",
}  # fmt: skip


FILES = {path.stem for path in (assets_dir() / "content/landmarks").glob("*.toml")}


def test_every_landmark_in_three_languages(almaty):
    done = almaty("list", "landmarks", "--json")
    assert (done.code, done.err) == (0, "")
    rows = json.loads(done.out)
    assert {row["id"] for row in rows} == FILES >= EIGHT
    for row in rows:
        assert set(row["name"]) == set(row["lead"]) == set(LANGUAGES)
        assert all(row["name"].values())
        assert 43.0 < row["latitude_deg"] < 43.4
        assert 76.8 < row["longitude_deg"] < 77.1
        assert set(row["members"]) <= FILES
        if row["reason"] is None:
            assert row["model"] == f"{row['id']}.glb"
        else:
            assert row["model"] is None
            assert set(row["reason"]) == set(LANGUAGES)
        assert row["sources"]
        for fact in row["facts"]:
            assert fact["source"]
            assert all(fact[language] for language in LANGUAGES)


def test_a_height_is_told_only_where_a_source_states_it(almaty, city, monkeypatch):
    city.use(monkeypatch)
    before = {row["id"]: row for row in json.loads(almaty("list", "landmarks", "--json").out)}
    text = (city.folder / "content/landmarks/abai_opera.toml").read_text("utf-8")
    assert "height_source" not in text
    assert before["abai_opera"]["height_m"] is None
    sourced = text.replace("height_m = 28.0", 'height_m = 28.0\nheight_source = "a book"')
    city.put("content/landmarks/abai_opera.toml", sourced)
    after = {row["id"]: row for row in json.loads(almaty("list", "landmarks", "--json").out)}
    assert after["abai_opera"]["height_m"] == 28.0


def test_a_model_that_is_missing_is_told(almaty, city, monkeypatch):
    city.use(monkeypatch)
    city.put("models/abai_opera.glb", None)
    rows = json.loads(almaty("list", "landmarks", "--json").out)
    opera = next(row for row in rows if row["id"] == "abai_opera")
    assert opera["model"] is None
    assert "almaty-tour bake" in opera["reason"]


def test_tours_with_their_stops(almaty):
    rows = json.loads(almaty("list", "tours", "--json").out)
    cradle = next(row for row in rows if row["id"] == "golden_cradle")
    assert set(cradle["stops"]) == EIGHT
    assert set(cradle["name"]) == set(cradle["description"]) == set(LANGUAGES)


def test_plain_lines_for_people(almaty):
    lines = almaty("list", "landmarks").out.splitlines()
    assert {line.split()[0] for line in lines} == FILES
    assert all(line.count(" | ") == 2 for line in lines)


def test_interiors_with_their_doors_and_exhibits(almaty):
    done = almaty("list", "interiors", "--json")
    assert (done.code, done.err) == (0, "")
    rows = {row["id"]: row for row in json.loads(done.out)}
    assert set(rows) == {path.stem for path in (assets_dir() / "content/interiors").glob("*.toml")}
    hall = rows["golden_cradle_hall"]
    assert hall["landmarks"] == ["almaty_history_museum"]
    assert "golden_man" in hall["exhibits"]
    assert len(hall["exhibits"]) == 32
    for row in rows.values():
        assert set(row["name"]) == set(row["lead"]) == set(LANGUAGES)
        assert set(row["landmarks"]) <= FILES
        assert row["model"] == f"{row['id']}.glb"
    lines = almaty("list", "interiors").out.splitlines()
    assert [line.split()[0] for line in lines] == list(rows)


def test_events_are_told_with_their_dates(almaty):
    events = {row["id"]: row for row in json.loads(almaty("list", "history", "--json").out)}
    lines = almaty("list", "history").out.splitlines()
    assert len(lines) == len(events) > 100
    for line, event in zip(lines, events.values(), strict=True):
        told = [f"{event['date'][one]}: {event['name'][one]}" for one in ("kk", "ru", "en")]
        assert line == f"{event['id']:24} {' | '.join(told)}"


@pytest.mark.parametrize("what", ["landmarks", "tours"])
def test_a_broken_file_is_told_and_the_others_are_listed(almaty, city, monkeypatch, what):
    city.use(monkeypatch)
    path = city.put(f"content/{what}/broken.toml", "name = ")
    done = almaty("list", what, "--json")
    assert done.code == 1
    assert str(path) in done.fault
    assert {"abai_opera", "golden_cradle"} & {row["id"] for row in json.loads(done.out)}
