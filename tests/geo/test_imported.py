"""Which ground is read: imported heights where they are sound, and their credit."""

import shutil

import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AssetError
from almaty_tour.base.swap import removed
from almaty_tour.geo.imported import FOLDER, MARK_FILE, heights_place, imported_heights

SHIPPED = assets_dir() / "terrain"
MARK = """version = 1
credit = "SRTM"

[[files]]
name = "N43E076.hgt"
bytes = 3
sha256 = "ab"
"""


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / FOLDER
    folder.mkdir()
    shutil.copy(SHIPPED / "terrain.toml", folder)
    (folder / MARK_FILE).write_text(MARK, encoding="utf-8")
    return tmp_path


def test_nothing_imported_is_no_fault(tmp_path):
    assert imported_heights(tmp_path / "none", SHIPPED) is None
    assert not removed(heights_place(tmp_path / "none"))


def test_what_was_imported_is_told(data):
    found = imported_heights(data, SHIPPED)
    assert found is not None
    assert (found.folder, found.credit) == (data / FOLDER, "SRTM")
    assert found.files == ("N43E076.hgt",)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (MARK_FILE, "version = "),
        (MARK_FILE, "version = 1"),
        (MARK_FILE, "version = 1\ncredit = 'x'\nfiles = 3"),
        (MARK_FILE, MARK.replace("version = 1", "version = 2")),
        (MARK_FILE, "\x00" * 10),
        (MARK_FILE, "#" * 200_000),
        ("terrain.toml", "[lattice.inner]\nwest_m = 0.0"),
        ("terrain.toml", "lattice ="),
    ],
)
def test_a_damaged_folder_is_refused_in_one_line(data, file, text):
    (data / FOLDER / file).write_text(text, encoding="utf-8")
    with pytest.raises(AssetError) as caught:
        imported_heights(data, SHIPPED)
    assert "\n" not in str(caught.value)
    assert str(data / FOLDER) in str(caught.value)


def test_a_missing_lattice_is_refused(data):
    (data / FOLDER / "terrain.toml").unlink()
    with pytest.raises(AssetError, match=r"terrain\.toml"):
        imported_heights(data, SHIPPED)


def test_remove_takes_all_away(data):
    assert removed(heights_place(data))
    assert list(data.iterdir()) == []
