"""Folders of foreign pictures: every good one is taken, every bad one named, nothing changed."""

from __future__ import annotations

import hashlib
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.gallery import foreign

from almaty_tour.base.errors import AssetError
from almaty_tour.gallery.decoder import Decoder
from almaty_tour.gallery.importing import import_folder, import_pictures
from almaty_tour.gallery.library import Library
from almaty_tour.gallery.record import MOST_BYTES, RefusedError, Taken
from almaty_tour.gallery.table import read_table


def state_of(folder: Path) -> dict[str, tuple[str, int]]:
    return {
        str(path.relative_to(folder)): (
            hashlib.sha256(path.read_bytes()).hexdigest() if path.stat().st_size < 1e8 else "",
            path.stat().st_mtime_ns,
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """Three hundred files, sixty of them bad, and what became of them."""
    folder, data = tmp_path_factory.mktemp("given"), tmp_path_factory.mktemp("data")
    made = foreign.make(folder, 240, 59)
    foreign.oversized(folder / "huge.jpg", MOST_BYTES + 1)
    made.bad["huge.jpg"] = "MB, at most"
    before = state_of(folder)
    report = import_folder(folder, Library(data))
    return folder, data, made, before, report


def test_all_good_ones_are_taken_and_each_bad_one_is_named_with_its_reason(imported):
    _, data, made, _, report = imported
    assert sorted(report.taken) == sorted(made.good)
    refused = dict(report.refused)
    assert sorted(refused) == sorted(made.bad)
    assert len(refused) == 60
    for name, why in made.bad.items():
        assert why in refused[name], name
        assert "\n" not in refused[name]
        assert len(refused[name]) < 200
    library = Library(data)
    assert len(library.records) == 240
    assert all(library.thumb(digest).is_file() for digest in library.records)


def test_nothing_of_what_was_given_is_changed(imported):
    folder, _, _, before, _ = imported
    assert state_of(folder) == before


def test_odd_ones_are_told(imported):
    report = imported[-1]
    notes = dict(report.noted)
    assert sum("is PNG, not JPEG" in note for note in notes.values()) == 13
    assert all("\x1b" not in name + note for name, note in report.noted)


def test_what_is_missing_is_listed_in_a_table_that_can_be_filled_in(imported):
    _, data, _, _, _ = imported
    library = Library(data)
    rows = (data / "missing.csv").read_text("utf-8-sig").splitlines()
    lacking = [one for one in library.records.values() if one.missing]
    assert len(rows) == 1 + len(lacking)
    assert 0 < len(lacking) < 240


def test_the_same_folder_again_changes_nothing(imported):
    folder, data, made, _, _ = imported
    before = (data / "library.jsonl").read_bytes()
    again = import_folder(folder, Library(data))
    assert not again.taken
    assert sorted(again.known) == sorted(made.good)
    assert (data / "library.jsonl").read_bytes() == before


def test_of_single_files_only_their_own_lacks_are_told(tmp_path):
    given, library = tmp_path / "given", Library(tmp_path / "data")
    foreign.make(given, 12, 0)
    assert import_folder(given, library).lacking
    text = given / "text.jpg"
    text.write_text("no picture")
    report = import_pictures([text], library)
    assert [name for name, _ in report.refused] == ["text.jpg"]
    assert report.lacking == []
    lacking = next(record for record in library.records.values() if record.missing)
    assert import_pictures([Path(lacking.path)], library).lacking == list(lacking.missing)


def test_the_same_bytes_twice_are_one_picture(tmp_path):
    given, data = tmp_path / "given", tmp_path / "data"
    foreign.make(given, 4, 0)
    first = next(path for path in sorted(given.glob("*.*")))
    (given / f"again{first.suffix}").write_bytes(first.read_bytes())
    report = import_folder(given, Library(data))
    assert len(report.taken) == 4
    assert report.twice == [(first.name, f"again{first.suffix}")]
    assert len(Library(data).records) == 4


def test_a_row_for_any_of_some_copies_counts_and_a_second_import_changes_nothing(tmp_path):
    given, data = tmp_path / "given", tmp_path / "data"
    foreign.make(given, 2, 0)
    picture = given / "көрініс 001.png"
    for name in ("a copy.png", "b copy.png"):
        (given / name).write_bytes(picture.read_bytes())
    (given / "captions.csv").write_text(
        f"file,caption,author,theme\n{picture.name},Last,Me,\nb copy.png,Middle,,Old\n", "utf-8"
    )
    report = import_folder(given, Library(data))
    assert report.twice == [(name, "a copy.png") for name in ("b copy.png", picture.name)]
    before = Library(data).records
    taken = next(r.taken for r in before.values() if r.path.endswith("a copy.png"))
    assert (taken.captions, taken.author, taken.theme) == ({"": "Middle"}, "Me", "Old")
    again = import_folder(given, Library(data))
    assert (again.taken, Library(data).records) == ([], before)


def test_what_a_table_told_stays_when_the_folder_moves(tmp_path):
    given, data, moved = tmp_path / "given", tmp_path / "data", tmp_path / "moved"
    foreign.make(given, 2, 0)
    (given / "captions.csv").write_text("file,caption\nкөрініс 001.png,Told\n", "utf-8")
    import_folder(given, Library(data))
    given.rename(moved)
    (moved / "captions.csv").unlink()
    import_folder(moved, Library(data))
    assert {"": "Told"} in [one.taken.captions for one in Library(data).records.values()]


def test_a_file_that_moved_is_found_again(tmp_path):
    given, data = tmp_path / "given", tmp_path / "data"
    foreign.make(given, 3, 0)
    import_folder(given, Library(data))
    moved = tmp_path / "moved"
    given.rename(moved)
    report = import_folder(moved, Library(data))
    assert len(report.taken) == 3
    assert all(Path(one.path).is_file() for one in Library(data).records.values())


def test_a_table_tells_what_files_do_not(tmp_path):
    given, data = tmp_path / "given", tmp_path / "data"
    foreign.make(given, 3, 0)
    name = "көрініс 001.png"
    (given / "captions.csv").write_text(
        "file;caption_kk;caption_ru;date;latitude;longitude;theme\n"
        f"{name};Қала;Город;1978;43,25;76,94;Архив\nnone.jpg;;;;;;\n",
        "utf-8",
    )
    report = import_folder(given, Library(data))
    assert report.unmatched == ["none.jpg"]
    taken = next(r.taken for r in Library(data).records.values() if r.path.endswith(name))
    assert taken.captions == {"kk": "Қала", "ru": "Город"}
    assert (taken.time[:4], taken.latitude_deg, taken.theme) == ("1978", 43.25, "Архив")


@pytest.mark.parametrize(("text", "told"), [
    ("name,caption\na,b\n", "unknown column 'name'"), ("caption\nb\n", "no column 'file'"),
])  # fmt: skip
def test_a_wrong_table_is_told_and_nothing_is_taken(tmp_path, text, told):
    foreign.make(tmp_path / "given", 2, 0)
    (tmp_path / "given" / "captions.csv").write_text(text)
    with pytest.raises(AssetError, match=told):
        import_folder(tmp_path / "given", Library(tmp_path / "data"))
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(("cell", "told"), [
    ("date\nX,soon", "captions.csv: row 2: date 'soon' is none"),
    ("date\nX,31.02.1978", "row 2: date '31.02.1978' is none"),
    ("direction\nX,400", "row 2: direction is '400', no number up to 360, left out"),
    ("latitude,longitude\nX,99,76", "row 2: latitude is '99'"),
    ("caption\nX,one, two", "row 2 has more cells than columns"),
    ("caption\nX,a\nX,b", "row 3 names 'X' again"), ("caption\n,a", "row 2 names no file"),
])  # fmt: skip
def test_a_bad_cell_or_row_is_noted_and_the_rest_is_taken(tmp_path, cell, told):
    given, name = tmp_path / "given", "көрініс 001.png"
    foreign.make(given, 2, 0)
    (given / "captions.csv").write_text(f"file,{cell}\n".replace("X", name), "utf-8")
    report = import_folder(given, Library(tmp_path / "data"))
    assert len(report.taken) == 2
    (note,) = report.notes
    assert told.replace("X", name) in note


def test_a_row_with_a_bad_cell_tells_its_other_cells(tmp_path):
    (tmp_path / "t.csv").write_text(
        "file,date,author,direction\na.jpg,soon,Me,90\nb.jpg,09.05.1978 14:30,,\n"
        "c.jpg,09.05.1978,,\n"
    )
    table = read_table(tmp_path / "t.csv")
    assert table.rows["a.jpg"] == Taken(author="Me", direction_deg=90.0)
    assert table.rows["b.jpg"].time == "1978-05-09T14:30"
    assert table.rows["c.jpg"].time == "1978-05-09T00:00"
    assert len(table.notes) == 1


def test_a_folder_that_is_none_is_told(tmp_path):
    with pytest.raises(AssetError, match="is no folder"):
        import_folder(tmp_path / "nowhere", Library(tmp_path / "data"))


def test_removing_leaves_the_originals(tmp_path):
    given, data = tmp_path / "given", tmp_path / "data"
    foreign.make(given, 3, 0)
    import_folder(given, Library(data))
    library = Library(data)
    digest = next(iter(library.records))
    before = state_of(given)
    assert library.remove([digest, "unknown"]) == 1
    assert digest not in Library(data).records
    assert not library.thumb(digest).exists()
    assert state_of(given) == before


def test_a_decoder_that_takes_too_long_is_ended_and_the_next_picture_is_read(tmp_path):
    foreign.make(tmp_path, 1, 0)
    path = next(path for path in tmp_path.rglob("*.jpg"))
    with Decoder(patience_s=0.0) as hasty, pytest.raises(RefusedError, match="takes too long"):
        hasty.take(path, tmp_path / "thumbs")
    with Decoder() as decoder:
        decoder._started().kill()
        with pytest.raises(RefusedError, match=r"ends the decoder|takes too long"):
            decoder.take(path, tmp_path / "thumbs")
        assert decoder.take(path, tmp_path / "thumbs").width_px == 60
        assert decoder.pixels(path, 32).shape == (21, 32, 3)


def killed_import(given: Path, data: Path, after_s: float) -> None:
    """Start an import in a process and end it hard after a while."""
    code = (
        "import sys; from pathlib import Path\n"
        "from almaty_tour.gallery.importing import import_folder\n"
        "from almaty_tour.gallery.library import Library\n"
        "import_folder(Path(sys.argv[1]), Library(Path(sys.argv[2])))"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(given), str(data)])
    time.sleep(after_s)
    process.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
    process.wait()


def test_an_import_that_is_killed_leaves_a_library_that_opens_and_goes_on(tmp_path):
    given, data = tmp_path / "given", tmp_path / "data"
    made = foreign.make(given, 60, 6)
    counts = []
    for kill in range(4):
        killed_import(given, data, 0.45 + 0.13 * kill)
        library = Library(data)
        counts.append(len(library.records))
        assert all(library.thumb(digest).is_file() for digest in library.records)
    assert counts == sorted(counts)
    report = import_folder(given, Library(data))
    assert len(Library(data).records) == len(made.good)
    assert sorted(report.taken + report.known) == sorted(made.good)
    assert not [path for path in (data / "thumbs").iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("cut", [1, 40, 200])
def test_a_line_that_was_cut_off_is_written_anew(tmp_path, cut):
    given, data = tmp_path / "given", tmp_path / "data"
    foreign.make(given, 2, 0)
    import_folder(given, Library(data))
    file = data / "library.jsonl"
    whole = file.read_bytes()
    file.write_bytes(whole[:-cut])
    assert len(Library(data).records) == 1
    import_folder(given, Library(data))
    assert file.read_bytes() == whole
