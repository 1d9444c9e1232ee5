"""Interiors as data: what ships is whole, what is broken is told in one line."""

from itertools import pairwise

import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import ContentError
from almaty_tour.base.spaces import OUTDOORS, VITRINE, interior_of, space_of
from almaty_tour.content.interiors import load_interior, load_interiors

CONTENT = assets_dir() / "content"
GOOD = (CONTENT / "interiors" / "golden_cradle_hall.toml").read_text("utf-8")


def _written(folder, text):
    (folder / "interiors").mkdir(exist_ok=True)
    path = folder / "interiors" / "room.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_ships_is_whole_in_three_languages_and_has_a_model():
    interiors, faults = load_interiors(CONTENT)
    assert faults == []
    for spec in interiors.values():
        assert (assets_dir() / "models" / spec.model).is_file()
        for words in (spec.name, spec.lead):
            assert len(set(words.values())) == 3
            assert all(words.values())


def test_the_hall_has_a_stand_for_each_of_32_exhibits_and_room_for_100_pictures():
    spec = load_interior(CONTENT / "interiors" / "golden_cradle_hall.toml")
    assert len({stand.exhibit for stand in spec.stands}) == len(spec.stands) == 32
    assert sum(place.group == "gallery" for place in spec.hangings) >= 100
    assert sum(place.group == "frieze" for place in spec.hangings) >= 20
    assert len({place.id for place in spec.hangings}) == len(spec.hangings)


def test_a_stand_without_a_word_of_it_has_no_case(tmp_path):
    spec = load_interior(_written(tmp_path, GOOD.replace("case_m = 2.6\n", "")))
    assert spec.stand("golden_man").case_m == 0.0
    assert spec.stand("kargaly_diadem").case_m == 0.65


def test_pictures_of_a_wall_look_to_the_right_hand_of_who_walks_along_it(tmp_path):
    spec = load_interior(_written(tmp_path, GOOD))
    west = next(place for place in spec.hangings if place.id == "west_low.1")
    assert west.facing_deg == pytest.approx(90.0)  # on the wall at x = -10, into the room
    assert west.at_m[0] == -10.0
    row = [place.at_m[1] for place in spec.hangings if place.id.startswith("west_low.")]
    assert row == sorted(row)
    assert all(b - a >= west.most_m[0] for a, b in pairwise(row))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[[portals]]", "[[doors]]", "doors"),
        ("plinth_m = 0.45", "plinth_m = 45.0", "stand golden_man plinth_m"),
        ('exhibit = "kargaly_diadem"', 'exhibit = "golden_man"', "is there twice"),
        ("count = 18", "count = 40", "do not fit"),
        ("count = 18", "count = 0", "wall 1 count"),
        ("reach_m = 9.0", "reach_m = 900.0", "portal 1 reach_m"),
        ("case_m = 2.6", "case_m = 0.02", "stand golden_man case_m"),
        ("case_m = 2.6", "case_m = -1.0", "stand golden_man case_m"),
        ("case_m = 2.6", 'case_m = "yes"', "case_m"),
        ("key_from_deg = [205.0, 74.0]", "key_from_deg = [205.0, -3.0]", "key_from_deg"),
        ('group = "gallery"', 'group = "cellar"', "group"),
    ],
)
def test_a_fault_is_told_in_one_line_with_its_file_and_place(tmp_path, old, new, words):
    path = _written(tmp_path, GOOD.replace(old, new))
    with pytest.raises(ContentError) as told:
        load_interior(path)
    line = str(told.value)
    assert "room.toml" in line
    assert words in line
    assert "\n" not in line


def test_a_broken_interior_is_left_out_and_the_others_stay(tmp_path):
    _written(tmp_path, GOOD.replace("order = 1", "order = one"))
    (tmp_path / "interiors" / "good.toml").write_text(GOOD, encoding="utf-8")
    found, faults = load_interiors(tmp_path)
    assert list(found) == ["good"]
    assert len(faults) == 1


def test_spaces_and_interiors_name_each_other():
    assert interior_of(space_of("room")) == "room"
    assert interior_of(OUTDOORS) is None
    assert interior_of(VITRINE) is None
