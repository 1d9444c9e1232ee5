"""Which picture a row of a table means."""

from __future__ import annotations

from tests.gallery import foreign

from almaty_tour.gallery.importing import import_folder
from almaty_tour.gallery.library import Library
from almaty_tour.gallery.matching import matched
from almaty_tour.gallery.record import Taken
from almaty_tour.gallery.table import Table, read_table

ONE, TWO = Taken(author="one"), Taken(author="two")


def test_a_path_is_matched_before_a_bare_name():
    found = matched(Table({"1.jpg": ONE, "a/1.jpg": TWO}), ["1.jpg", "a/1.jpg", "b/1.jpg"])
    assert found.told == {"1.jpg": ONE, "a/1.jpg": TWO}
    assert not found.notes + found.unmatched
    for paths in (["a/1.jpg", "b/1.jpg"], ["a/1.jpg"]):
        found = matched(Table({"1.jpg": ONE, "a/1.jpg": TWO}), paths)
        assert found.told == {"a/1.jpg": TWO}
        assert len(found.notes) == 1


def test_a_bare_name_counts_where_it_is_unique_and_is_noted_where_not():
    paths = ["a/1.jpg", "b/1.jpg", "b/2.jpg"]
    found = matched(Table({"1.jpg": ONE, "2.jpg": TWO, "3.jpg": ONE, "c/2.jpg": ONE}), paths)
    assert found.told == {"b/2.jpg": TWO}
    assert found.unmatched == ["3.jpg", "c/2.jpg"]
    (note,) = found.notes
    assert note == "captions: '1.jpg' is the name of 2 pictures, left out (write a/1.jpg)"


def test_paths_are_read_with_either_slash_and_half_a_place_is_noted(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("file,author,latitude,longitude\na\\1.jpg,one,,\n./b/1.jpg,two,43.2,\n")
    table = read_table(path)
    assert table.rows == {"a/1.jpg": ONE, "b/1.jpg": TWO}
    assert table.notes == [
        "t.csv: row 3: latitude and longitude are one without the other, left out"
    ]


def test_what_is_missing_is_named_by_path_and_can_be_taken_back(tmp_path):
    given, place = tmp_path / "given", tmp_path / "data"
    for seed, folder in enumerate("ab"):
        (given / folder).mkdir(parents=True)
        (given / folder / "1.png").write_bytes(foreign.encoded(foreign.pixels(seed), "PNG"))
    import_folder(given, Library(place))
    rows = (place / "missing.csv").read_text("utf-8-sig")
    filled = rows.replace("b/1.png,", "b/1.png,Of b")
    assert rows.count("a/1.png,") == rows.count("b/1.png,") == 1
    (tmp_path / "t.csv").write_text(filled, "utf-8")
    report = import_folder(given, Library(place), tmp_path / "t.csv")
    assert (report.taken, report.known, report.notes) == (["b/1.png"], ["a/1.png"], [])
