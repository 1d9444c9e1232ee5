"""A folder is replaced wholly or not at all, and what is the user's own is never touched."""

import errno
import os
from contextlib import suppress

import pytest

from almaty_tour.base import swap
from almaty_tour.base.errors import AssetError
from almaty_tour.base.swap import Place, fresh, healed, removed

MARK = "mark.toml"


@pytest.fixture
def place(tmp_path):
    return Place(tmp_path / "data" / "city", MARK)


def fill(place, words):
    with fresh(place) as folder:
        (folder / MARK).write_text(words)
        (folder / "deep").mkdir()
        (folder / "deep" / "tile").write_text(words)


def everything(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def whole(words):
    return {f"city/{MARK}": words, "city/deep/tile": words}


def test_the_new_takes_the_place_of_the_old_and_leaves_no_litter(place):
    for words in ("one", "two"):
        fill(place, words)
        assert everything(place.folder.parent) == whole(words)
    assert removed(place)
    assert list(place.folder.parent.iterdir()) == []
    assert not removed(place)


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), ValueError("no"), AssetError("a", "b")])
def test_what_fails_while_filling_changes_nothing(place, fault):
    fill(place, "one")

    def fails():
        with fresh(place) as folder:
            (folder / MARK).write_text("half")
            raise fault

    with pytest.raises(type(fault)):
        fails()
    assert everything(place.folder.parent) == whole("one")
    assert list(place.folder.parent.iterdir()) == [place.folder]


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize("number", range(6))
def test_a_disk_that_refuses_at_any_moment_changes_nothing(place, monkeypatch, call, number):
    fill(place, "one")
    real, count = getattr(os, call), iter(range(100))

    def refuses(*given):
        if next(count) == number:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*given)

    monkeypatch.setattr(os, call, refuses)
    with suppress(AssetError):
        fill(place, "two")
    monkeypatch.undo()
    healed(place)
    assert everything(place.folder.parent) in (whole("one"), whole("two"))


def test_a_full_disk_is_told_in_one_line(place, monkeypatch):
    def full(handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(AssetError, match="make room on the disk") as told:
        fill(place, "one")
    assert "\n" not in str(told.value)


class Power(BaseException):
    """The machine is off from now on."""


@pytest.mark.parametrize("number", range(1, 3))
def test_a_change_that_was_cut_off_is_healed(place, monkeypatch, number):
    """Every rename after the first ones fails, the undoing too: so it looks after a crash."""
    fill(place, "one")
    real, count = os.replace, iter(range(100))

    def dies(*given):
        if next(count) >= number:
            raise Power
        return real(*given)

    monkeypatch.setattr(os, "replace", dies)
    monkeypatch.setattr(swap.shutil, "rmtree", lambda *_, **__: None)
    if number == 1:
        with pytest.raises(Power):
            fill(place, "two")
        assert not place.folder.exists()
    else:
        fill(place, "two")
        assert place.old.exists()
    monkeypatch.undo()
    healed(place)
    assert everything(place.folder.parent) == whole("one" if number == 1 else "two")


@pytest.mark.parametrize("what", ["folder", "empty", "file", "link"])
def test_what_is_the_users_own_is_never_touched(place, what, tmp_path):
    place.folder.parent.mkdir()
    own = tmp_path / "own"
    own.mkdir()
    (own / MARK).write_text("mine")
    if what == "link":
        place.folder.symlink_to(own)
    elif what == "file":
        place.folder.write_text("mine")
    else:
        place.folder.mkdir()
        if what == "folder":
            (place.folder / "photo").write_text("mine")
    before = everything(tmp_path)
    for change in (lambda: fill(place, "two"), lambda: removed(place)):
        with pytest.raises(AssetError, match="not a folder of this program") as told:
            change()
        assert "\n" not in str(told.value)
    assert everything(tmp_path) == before


def test_a_folder_named_like_the_old_one_that_is_not_ours_stays(place):
    place.old.mkdir(parents=True)
    (place.old / "photo").write_text("mine")
    healed(place)
    assert (place.old / "photo").read_text() == "mine"


def test_every_file_is_on_the_disk_before_the_name_changes(place, monkeypatch):
    done = []
    real_sync, real_replace = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (done.append("sync"), real_sync(handle)))
    monkeypatch.setattr(os, "replace", lambda a, b: (done.append("name"), real_replace(a, b)))
    fill(place, "one")
    assert done.index("name") >= 4  # two files, two folders
