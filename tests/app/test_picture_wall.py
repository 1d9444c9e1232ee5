"""The gallery of the window: what hangs there, read beside the frame."""

from __future__ import annotations

import time

import pytest
from tests.gallery import foreign

from almaty_tour.app.picture_files import LARGE_PX, MOST_READY, MOST_WAITING, SMALL_PX
from almaty_tour.app.picture_wall import PictureWall
from almaty_tour.base.assets import assets_dir
from almaty_tour.gallery.importing import import_folder
from almaty_tour.gallery.library import Library, library_place
from almaty_tour.session.commands import Command
from almaty_tour.session.standpoints import read_standpoint
from almaty_tour.session.world import load_world
from almaty_tour.ui.desk import Sheet
from almaty_tour.ui.words import load_all_words


@pytest.fixture(scope="module")
def world():
    return load_world(assets_dir())


WORDS = load_all_words(assets_dir() / "content")[0]["en"]


@pytest.fixture
def wall(tmp_path):
    made = PictureWall(assets_dir(), tmp_path)
    yield made
    made.close()


def waited(work, seconds=30.0):
    end = time.monotonic() + seconds
    while (found := work()) is None and time.monotonic() < end:
        time.sleep(0.01)
    return found


def test_nothing_is_read_before_the_gallery_opens(wall, world):
    assert not wall.view(world, WORDS, Sheet.NONE).cards
    assert wall._made is None
    view = wall.view(world, WORDS, Sheet.GALLERY)
    assert len(view.cards) >= 100
    assert wall.view(world, WORDS, Sheet.PICTURE) is view


def test_what_was_imported_hangs_first_and_a_new_import_is_seen(wall, world, tmp_path):
    wall.view(world, WORDS, Sheet.GALLERY)
    foreign.make(tmp_path / "given", 5, 0)
    import_folder(tmp_path / "given", Library(library_place(tmp_path)))
    view = wall.view(world, WORDS, Sheet.GALLERY)
    assert [card.theme for card in view.cards[:6]].count("own.") == 5
    assert view.cards[0].theme_name == WORDS("gallery.own")
    assert view.can_frame


def test_boards_stand_only_when_they_are_wanted(wall, world, tmp_path):
    foreign.make(tmp_path / "given", 5, 0)
    import_folder(tmp_path / "given", Library(library_place(tmp_path)))
    wall.view(world, WORDS, Sheet.GALLERY)
    assert wall.framed(world) is None
    assert wall.follow(Command("toggle_frames"))
    assert not wall.follow(Command("toggle_gallery"))
    assert wall.view(world, WORDS, Sheet.GALLERY).framed
    boards = wall.framed(world)
    assert len(boards) == sum(c.placed for c in wall.view(world, WORDS, Sheet.GALLERY).cards
                              if c.theme == "own.")  # fmt: skip
    assert boards is wall.framed(world)
    view = wall.view(world, WORDS, Sheet.GALLERY)
    for one in view.cards:
        assert read_standpoint(view.stand(one.id)) if one.placed else True


def test_pixels_come_when_they_have_been_read(wall, world):
    wall.view(world, WORDS, Sheet.GALLERY)
    assert wall.pixels.thumb("opera_noon") is None
    small = waited(lambda: wall.pixels.thumb("opera_noon"))
    assert small.shape == (SMALL_PX * 9 // 16, SMALL_PX, 4)
    large = waited(lambda: wall.pixels.whole("opera_noon"))
    assert large.shape == (540, 960, 4)


def test_a_large_original_is_shown_no_larger_than_it_may_be(wall, world, tmp_path):
    (tmp_path / "given").mkdir()
    raw = foreign.encoded(foreign.pixels(1, 6000, 4000), "JPEG")
    (tmp_path / "given" / "a.jpg").write_bytes(raw)
    import_folder(tmp_path / "given", Library(library_place(tmp_path)))
    name = wall.view(world, WORDS, Sheet.GALLERY).cards[0].id
    large = waited(lambda: wall.pixels.whole(name))
    assert large.shape[1] == LARGE_PX


def test_what_waits_and_what_is_ready_are_bounded(wall, world):
    view = wall.view(world, WORDS, Sheet.GALLERY)
    for one in view.cards:
        wall.pixels.thumb(one.id)
        assert len(wall._files._waiting) <= MOST_WAITING
    waited(lambda: None if wall._files._waiting else True)
    assert len(wall._files._ready) <= MOST_READY


def test_a_library_that_is_damaged_is_told_and_the_rest_hangs(wall, world, tmp_path):
    place = library_place(tmp_path)
    place.mkdir()
    (place / "library.jsonl").write_bytes(b"\xff\xfe nonsense\n")
    assert len(wall.view(world, WORDS, Sheet.GALLERY).cards) >= 100
