"""Exhibits as data: what ships is whole, what is broken is told, what is uncertain says so."""

import json

import pytest
from click.testing import CliRunner

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import ContentError
from almaty_tour.cli.list import command
from almaty_tour.content.exhibits import load_exhibit, load_exhibits
from almaty_tour.content.texts import check_words

CONTENT = assets_dir() / "content"
GOOD = (CONTENT / "exhibits" / "usun_jug.toml").read_text("utf-8")


def _written(folder, text, name="jug"):
    (folder / "exhibits").mkdir(exist_ok=True)
    path = folder / "exhibits" / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_ships_is_whole_and_each_has_its_own_place_in_the_order():
    exhibits, faults = load_exhibits(CONTENT)
    assert faults == []
    assert check_words(CONTENT) == []
    orders = [spec.order for spec in exhibits.values()]
    assert orders == sorted(set(orders))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("value_cm = 25.0", "value_cm = -25.0", "value_cm"),
        ("group = ", "grup = ", "grup"),
        ('group = "vessels"', 'group = "pots"', "group"),
        ("find_deg = [43.2", "find_deg = [143.2", "find_deg"),
    ],
)
def test_a_broken_exhibit_says_where(tmp_path, old, new, words):
    assert old in GOOD
    with pytest.raises(ContentError, match=words):
        load_exhibit(_written(tmp_path, GOOD.replace(old, new)))


def test_an_exhibit_with_one_annotation_is_refused(tmp_path):
    start = GOOD.index("[[annotations]]")
    end = GOOD.index("[[annotations]]", start + 1)
    with pytest.raises(ContentError, match="fewer than two annotations"):
        load_exhibit(_written(tmp_path, GOOD[:start] + GOOD[end:]))


def test_the_list_marks_what_no_source_states():
    rows = json.loads(CliRunner().invoke(command, ["exhibits", "--json"]).output)
    (jug,) = [row for row in rows if row["id"] == "usun_jug"]
    assert jug["period_certain"] is False
    assert [size["source"] for size in jug["sizes"]] == [None, None]
