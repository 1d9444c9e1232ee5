"""`pictures` and `list pictures` on the command line."""

from __future__ import annotations

import csv
import json
from importlib.util import find_spec

import pytest
from PIL import Image
from tests.gallery import foreign

from almaty_tour.base.assets import assets_dir
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
    assert done.code == 0, "some were taken, though others are bad"
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
    done = almaty("pictures", "remove")
    assert (done.code, done.out) == (2, "")
    assert "give --all" in done.fault
    assert "5 taken out, 0 left" in almaty("pictures", "remove", "--all").out


def test_the_report_names_every_file_and_every_row_without_one(almaty, data, tmp_path):
    given = tmp_path / "given"
    made = foreign.make(given, 2, 2)
    (given / "deep").mkdir()
    (given / "deep" / "notes.docx").write_bytes(b"x")
    (given / "captions.csv").write_text("file,caption\ngone.jpg,x\n")
    there = {one.relative_to(given).as_posix() for one in given.rglob("*") if one.is_file()}
    assert almaty("pictures", "import", given).code == 0
    with (data / "pictures" / "report.csv").open(encoding="utf-8-sig") as file:
        rows = [(row["file"], row["outcome"]) for row in csv.DictReader(file)]
    assert sorted(name for name, _ in rows) == sorted(there - {"captions.csv"} | {"gone.jpg"})
    told = dict(rows)
    assert (told["deep/notes.docx"], told["gone.jpg"]) == ("not looked at", "no file")
    assert {told[name] for name in made.good} == {"taken"}


def test_an_import_is_undone_by_its_folder_or_as_the_last(almaty, data, tmp_path):
    one, two = tmp_path / "one", tmp_path / "one more"
    assert "no import is known" in almaty("pictures", "remove", "--last").fault
    foreign.make(one / "deep", 3, 0)
    Image.new("RGB", (90, 60), "teal").save(one / "top.png")
    two.mkdir()
    for number, colour in enumerate(("red", "gold")):
        Image.new("RGB", (90, 60), colour).save(two / f"{number}.png")
    almaty("pictures", "import", one)
    almaty("pictures", "import", one, two)
    originals = {path: path.read_bytes() for path in tmp_path.glob("one*/**/*.*")}
    last = almaty("pictures", "remove", "--last")
    assert (last.code, last.out.strip()) == (0, "2 taken out, 4 left"), "only what it added"
    again = almaty("pictures", "remove", "--last")
    assert (again.code, again.out) == (2, "")
    assert "of the last import no picture is left" in again.fault
    almaty("pictures", "import", two)
    assert f"no picture came from {data}" in almaty("pictures", "remove", data).fault
    assert almaty("pictures", "remove", "").code == 2
    assert almaty("pictures", "remove", one / "top.png").out == "1 taken out, 5 left\n"
    assert almaty("pictures", "remove", one).out == "3 taken out, 2 left\n", "not 'one more'"
    assert {path: path.read_bytes() for path in originals} == originals


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


def test_other_files_are_counted_and_a_folder_without_pictures_is_a_fault(almaty, data, tmp_path):
    given = tmp_path / "given"
    (given / "deep").mkdir(parents=True)
    for name in ("a.gif", "notes.docx", "deep/b.GIF", ".hidden"):
        (given / name).write_bytes(b"x")
    done = almaty("pictures", "import", given)
    assert done.code == 1
    assert f"{given} holds no picture" in done.out
    assert "4 other files not looked at: .gif, .docx, .hidden" in done.out
    foreign.make(given, 2, 0)
    (given / "captions.csv").write_text("file\n")
    done = almaty("pictures", "import", given)
    assert done.code == 0
    assert "holds no picture" not in done.out
    assert "4 other files not looked at: .gif, .docx, .hidden" in done.out


@pytest.mark.parametrize("where", ["assets", "holds", "inside", "library"])
def test_folders_of_the_program_are_refused(almaty, data, where):
    thumbs = data / "pictures" / "thumbs"
    thumbs.mkdir(parents=True)
    given, own = {
        "assets": (assets_dir(), assets_dir()),
        "holds": (data.parent, data / "pictures"),
        "inside": (assets_dir() / "models", assets_dir()),
        "library": (thumbs, data / "pictures"),
    }[where]
    done = almaty("pictures", "import", given)
    assert (done.code, done.out) == (2, "")
    assert done.fault == f"{given}: is no folder of pictures of yours: {own} is the program's"
    assert not (data / "pictures" / "library.jsonl").exists()


def test_an_import_is_a_fault_only_where_nothing_was_taken_or_known(almaty, data, tmp_path):
    given, bad = tmp_path / "given", tmp_path / "bad"
    for folder in (given, bad):
        folder.mkdir()
        (folder / "bad.jpg").write_bytes(b"no picture")
    Image.new("RGB", (90, 60), "teal").save(given / "good.png")
    assert almaty("pictures", "import", bad).code == 1
    assert almaty("pictures", "import", given).code == 0
    assert almaty("pictures", "import", given).code == 0, "known"
    (bad / "copy.png").write_bytes((given / "good.png").read_bytes())
    done = almaty("pictures", "import", bad)
    assert (done.code, "0 taken, 0 known, 1 there twice, 1 left out" in done.out) == (0, True)


def test_a_folder_that_is_none_is_one_line(almaty, data, tmp_path):
    done = almaty("pictures", "import", str(tmp_path / "nowhere"))
    assert done.code == 2
    assert done.fault.endswith("nowhere: is not there: neither a folder nor a picture")


def test_files_and_a_table_among_them_are_one_import(almaty, data, tmp_path):
    given = tmp_path / "given"
    foreign.make(given, 5, 0)
    chosen = sorted(given.glob("*.*"))[:2]
    table = tmp_path / "words.csv"
    table.write_text(f"file,caption,hang\n{chosen[0].name},Told,west\nother.jpg,x,\n")
    done = almaty("pictures", "import", *chosen, table)
    assert "2 taken, 0 known" in done.out
    assert "there is no picture 'other.jpg'" in done.err
    rows = {
        row["path"]: row["taken"] for row in json.loads(almaty("pictures", "list", "--json").out)
    }
    assert set(rows) == {str(one) for one in chosen}
    assert (rows[str(chosen[0])]["captions"], rows[str(chosen[0])]["hang"]) == (
        {"": "Told"},
        "west",
    )


def test_the_walls_are_named_with_what_hangs_there(almaty, data, tmp_path):
    given = tmp_path / "given"
    made = foreign.make(given, 3, 0)
    first, second, third = sorted(made.good)
    rows = (f"{first},north_low.8", f"{second},no", f"{third},attic", "x.jpg,north low")
    (given / "captions.csv").write_text("file,hang\n" + "\n".join(rows) + "\n")
    done = almaty("pictures", "import", given)
    assert "there is no wall 'attic' (almaty-tour pictures walls names them)" in done.err
    assert "captions.csv: row 5: hang 'north low' is none" in done.err
    lines = almaty("pictures", "walls").out.splitlines()
    assert len(lines) == 112
    (told,) = [line for line in lines if line.startswith("north_low.8 ")]
    assert told.endswith(str(given / first))
    assert lines[0].startswith("west_low.1 ")
    assert lines[0].endswith(str(given / third)), "hangs as if no wall were named"
    assert not [line for line in lines if line.endswith(str(given / second))]
    assert sum("  built-in  " in line for line in lines) == 110


def test_a_place_without_its_row_is_told_with_the_rows_there_are(almaty, data, tmp_path):
    (name,) = foreign.make(tmp_path / "given", 1, 0).good
    (tmp_path / "given" / "captions.csv").write_text(f"file,hang\n{name},west.1\n", "utf-8")
    done = almaty("pictures", "import", tmp_path / "given")
    assert "there is no wall 'west.1' (name a row: west_low.1, west_high.1)" in done.err


def test_heic_without_its_extra_is_one_line_that_names_it(almaty, data, tmp_path, monkeypatch):
    heic = tmp_path / "a.heic"
    heic.write_bytes(b"\x00\x00\x00\x18ftypheic" + b"\x00" * 300)
    if find_spec("pi_heif"):
        pytest.skip("the extra is installed here")
    done = almaty("pictures", "import", heic)
    assert done.code == 1
    (line,) = [line for line in done.err.splitlines() if "heic" in line]
    assert line.startswith("left out: a.heic: is HEIC, which needs the extra 'heic': ")
    assert "pip install '.[heic]'" in line
    assert "JPEG" in line
