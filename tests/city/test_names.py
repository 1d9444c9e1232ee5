"""The streets by name: what is joined, what is left without a name, what is written."""

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.base.assets import assets_dir
from almaty_tour.city import names
from almaty_tour.city.street_lines import chained, length_m, resampled, without_twins
from almaty_tour.content.model import LANGUAGES
from almaty_tour.scene.streets import read_streets

TABLES = Path(names.__file__).with_name("tables")


def rows(name):
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def joined():
    return names.joined()


@pytest.fixture(scope="module")
def shipped():
    return read_streets(assets_dir() / "city")


def test_how_many_lines_have_a_name(joined):
    named = [row for row in rows("streets.csv") if row["name_ru_2012"]]
    assert len(rows("streets.csv")) == 501
    assert len(named) == 376
    certain = {r["name_ru_2012"] for r in rows("street_names.csv") if r["confidence"] != "guess"}
    told = [row for row in named if row["name_ru_2012"] in certain]
    assert len(told) == 316
    assert sum(one.street is not None for one in joined) == 316 - 4  # namesakes of `PARTS`
    assert len(joined) == 501 + 1  # Dostyk is cut in two


def test_how_many_streets_are_shipped(shipped):
    assert len(shipped.names) == 148
    assert len({one.id for one in shipped.names}) == 148


def test_no_guess_is_ever_shown(shipped):
    guesses = {row["name_kk"] for row in rows("street_names.csv") if row["confidence"] == "guess"}
    assert len(guesses) > 40
    assert not guesses & {one.name["kk"] for one in shipped.names}


@pytest.mark.parametrize(
    ("old", "kk", "ru", "en"),
    [
        ("Абая", "Абай даңғылы", "проспект Абая", "Abai Avenue"),
        ("Достык", "Достық даңғылы", "проспект Достык", "Dostyk Avenue"),
        ("Фурманова", "Назарбаев даңғылы", "проспект Назарбаева", "Nazarbayev Avenue"),
        ("Мирзояна", "Шөкин көшесі", "улица Шафика Чокина", "Chokin Street"),
        ("Белинского", "Жансүгіров көшесі", "улица Жансугурова", "Zhansugurov Street"),
        ("Бухар Жырау", "Бұқар жырау бульвары", "бульвар Бухар жырау", "Bukhar Zhyrau Boulevard"),
    ],
)
def test_known_pairs_and_renamed_streets(shipped, old, kk, ru, en):
    (one,) = [street for street in shipped.names if old in street.also]
    assert one.name == {"kk": kk, "ru": ru, "en": en}
    assert not any(old in name for name in one.name.values()) or old in ru


def test_old_names_that_became_others_are_nowhere_shown(shipped):
    for row in rows("street_names.csv"):
        if row["renamed"] and row["name_ru_2012"] and row["confidence"] != "guess":
            shown = [street.name["ru"] for street in shipped.names]
            assert not [name for name in shown if row["name_ru_2012"] in name]


def test_every_name_in_three_languages(shipped):
    kazakh = set("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
    for one in shipped.names:
        assert set(one.name) == set(LANGUAGES)
        for language in LANGUAGES:
            assert one.name[language].strip() == one.name[language] != ""
            assert one.short(language)
        assert one.name["en"].isascii()
        assert not one.name["ru"].isascii()
        assert not kazakh & set(one.name["ru"])
    assert sum(bool(kazakh & set(one.name["kk"])) for one in shipped.names) > 140


def test_avenues_renamed_in_part(joined):
    def latitudes(kk):
        return [one.line[:, 1] for one in joined if one.street and one.street.kk == kk]

    border = names.to_local(43.22, 76.9629)[1]
    assert all(line.min() > border - 5.0 for line in latitudes("Достық даңғылы"))
    assert len(latitudes("Серкебаев даңғылы")) == 1
    assert len(latitudes("Гагарин даңғылы")) == 2
    west = names.to_local(43.2, 76.85)[0]
    assert all(
        one.line[:, 0].min() > west
        for one in joined
        if one.street and one.street.kk == "Әуезов көшесі"
    )


@pytest.mark.parametrize(
    ("key", "today"), [(("Достык", 1), None), (("Достык", 16356), "Жоқ көшесі")]
)
def test_a_part_that_fits_no_line_or_no_name_is_told(monkeypatch, key, today):
    monkeypatch.setitem(names.PARTS, key, names._Part(today))
    with pytest.raises(ValueError, match="PARTS"):
        names.joined()


def test_namesakes_far_away_have_no_name(shipped):
    for row in range(len(shipped.names)):
        lines = [
            shipped.points[shipped.starts[i] : shipped.starts[i + 1]]
            for i in np.flatnonzero(shipped.street == row)
        ]
        longest = max(lines, key=length_m)
        for line in lines:
            gap = np.hypot(*(resampled(line)[:, None] - resampled(longest)[None]).T).min()
            assert gap <= names.NAMESAKE_M + 30.0, shipped.names[row].id


def test_the_same_bytes_as_shipped(tmp_path):
    names.make_names(tmp_path)
    for path in sorted(tmp_path.iterdir()):
        assert path.read_bytes() == (assets_dir() / "city" / path.name).read_bytes(), path.name
    assert {path.name for path in tmp_path.iterdir()} == {
        "named_streets.toml",
        "named_streets.npz",
    }


def test_pieces_of_a_street_are_joined_whatever_their_direction():
    line = np.array([(0.0, 0.0), (100.0, 3.0), (210.0, 0.0), (330.0, 8.0), (400.0, 0.0)])
    pieces = [line[2:4][::-1], line[:2], line[3:], line[1:3][::-1]]
    (whole,) = chained(pieces)
    whole = whole if whole[0, 0] < whole[-1, 0] else whole[::-1]
    assert np.array_equal(whole, line)


def test_the_other_carriageway_is_left_out_and_a_parallel_street_kept():
    one = np.array([(0.0, 0.0), (900.0, 0.0)])
    twin, street = one[::-1] + np.array((5.0, 22.0)), one + np.array((0.0, 150.0))
    kept = without_twins(chained([one, twin, street]))
    assert len(kept) == 2


@given(st.integers(2, 40), st.integers(0, 2**31))
def test_joining_loses_no_length(count, seed):
    turn = np.random.default_rng(seed)
    line = np.cumsum(turn.uniform(30.0, 90.0, (count, 2)), axis=0)
    pieces = [line[i : i + 2] for i in range(count - 1)]
    whole = chained([piece[:: turn.choice((1, -1))] for piece in turn.permutation(pieces)])
    assert sum(map(length_m, whole)) == pytest.approx(length_m(line))
    assert len(whole) == 1


def test_tables_lie_apart_under_their_own_licence():
    told = (TABLES / "LICENSE.md").read_text("utf-8")
    assert "Open Database License" in told
    assert "© OpenStreetMap contributors" in told
    assert "OpenStreetMap" in (assets_dir() / "LICENSES.md").read_text("utf-8")
