"""`pictures` and `list pictures` on the command line."""

from __future__ import annotations

import json

import pytest
from tests.gallery import foreign

from almaty_tour.content.model import LANGUAGES


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("ALMATY_TOUR_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def test_the_built_in_pictures_are_told_complete(almaty):
    done = almaty("list", "pictures", "--json")
    assert (done.code, done.err) == (0, "")
    rows = json.loads(done.out)
    assert len(rows) >= 100
    for row in rows:
        for key in ("name", "place", "credit", "theme_name"):
            assert set(row[key]) == set(LANGUAGES)
            assert all(row[key].values())
        assert row["photograph"] is False
        assert row["file"] == f"{row['id']}.jpg"


def test_importing_listing_and_removing(almaty, data, tmp_path):
    made = foreign.make(tmp_path / "given", 6, 4)
    done = almaty("pictures", "import", str(tmp_path / "given"))
    assert done.code == 1
    assert "6 taken, 0 known, 0 there twice, 4 left out" in done.out
    assert "fill in" in done.out
    told = [line for line in done.err.splitlines() if line.startswith("left out: ")]
    assert len(told) == len(made.bad)
    rows = json.loads(almaty("pictures", "list", "--json").out)
    assert len(rows) == 6
    assert "6 pictures" in almaty("pictures", "list").out
    done = almaty("pictures", "remove", rows[0]["digest"][:10])
    assert (done.code, done.out.strip()) == (0, "1 taken out, 5 left")
    assert almaty("pictures", "remove", "nothing").code == 2
    assert "5 taken out, 0 left" in almaty("pictures", "remove", "--all").out


def test_a_table_that_was_filled_in_is_never_lost(almaty, data, tmp_path):
    given, table = tmp_path / "given", data / "pictures" / "missing.csv"
    foreign.make(given, 3, 0)
    command = f"almaty-tour pictures import {given} --captions {table}"
    assert command in almaty("pictures", "import", given).out
    assert "kept" not in almaty("pictures", "import", given).out
    filled = table.read_text("utf-8").replace(",,,", ",Filled in,,", 1)
    table.write_text(filled, "utf-8")
    done = almaty("pictures", "import", given)
    (kept,) = table.parent.glob("missing-*.csv")
    assert kept.read_text("utf-8") == filled
    assert f"--captions {kept}" in done.out
    table.write_text(filled + "x.jpg\n", "utf-8")
    done = almaty("pictures", "import", given, "--captions", table)
    assert "1 taken, 2 known" in done.out
    assert "take it in" not in done.out
    assert len(list(table.parent.glob("missing-*.csv"))) == 2
    assert "Filled in" in almaty("pictures", "list", "--json").out


def test_a_folder_that_is_none_is_one_line(almaty, data, tmp_path):
    done = almaty("pictures", "import", str(tmp_path / "nowhere"))
    assert done.code == 2
    assert "is no folder" in done.err
