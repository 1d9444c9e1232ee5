"""Boards of the frieze: no word runs over an edge, doubts are told, a thread makes them."""

import time
from dataclasses import replace

import numpy as np
import pytest
from PIL import ImageDraw

from almaty_tour.base.assets import assets_dir
from almaty_tour.content.frieze import Board, boards, load_frieze_words
from almaty_tour.content.history import load_history
from almaty_tour.content.interiors import load_interiors
from almaty_tour.content.model import LANGUAGES
from almaty_tour.scene.framed import PICTURE_PX
from almaty_tour.session.board_page import Pages
from almaty_tour.session.frieze import Frieze, halved

ASSETS = assets_dir()
HISTORY = load_history(ASSETS / "content")[0]
HALL = load_interiors(ASSETS / "content")[0]["golden_cradle_hall"]
BOARDS = boards(HALL, tuple(HISTORY.values()))


@pytest.fixture(scope="module")
def pages():
    return Pages(ASSETS / "fonts", load_frieze_words(ASSETS / "content"))


@pytest.fixture
def written(monkeypatch):
    lines = []
    text = ImageDraw.ImageDraw.text

    def kept(self, at, words, **more):
        lines.append(words)
        text(self, at, words, **more)

    monkeypatch.setattr(ImageDraw.ImageDraw, "text", kept)
    return lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_runs_over_an_edge(pages, language):
    for board in BOARDS:
        page = pages.page(board, language, 256)[..., :3].astype(int)
        assert page.shape == (256, 256, 3)
        margin = 240 if len(board.events) > 1 else 246
        right, low = page[20:-20, margin:247], page[245:248, 20:-20]
        for edge in (right, low):
            assert np.abs(edge - page[8, 8]).max() < 14, board.events[0].id


def test_a_doubt_is_written_and_only_there(pages, written):
    doubt = load_frieze_words(ASSETS / "content").uncertain["en"]
    for event in HISTORY.values():
        written.clear()
        pages.page(Board((event,), (0.0, 0.0, 0.0), 0.0, (0.9, 1.5)), "en", 16)
        told = " ".join(written)
        assert (doubt in told) == (not event.certain), event.id
        assert all(word in told for word in event.text["en"].split())


def test_the_same_board_makes_the_same_pixels(pages):
    again = Pages(ASSETS / "fonts", load_frieze_words(ASSETS / "content"))
    for board in (BOARDS[0], next(one for one in BOARDS if one.decision)):
        assert np.array_equal(pages.page(board, "kk", 64), again.page(board, "kk", 64))


def test_they_look_into_the_room_and_hang_before_the_wall():
    hung = Frieze(ASSETS, patient=False).pictures(HALL, HISTORY, "ru")
    assert len(hung) == len(BOARDS)
    facing = np.cross(hung.right, hung.up)
    for row, board in enumerate(BOARDS):
        away = hung.centre_enu[row] - board.at_m
        assert 0.01 < away @ facing[row] < 0.1
        assert (hung.half_m[row] * 2.0 <= np.array(board.size_m) + 1e-5).all()


def test_levels_halve_down_to_four_texels():
    frieze = Frieze(ASSETS, patient=False)
    hung = frieze.pictures(HALL, HISTORY, "en")
    sizes = [len(one) for one in hung.source.levels(hung.images[0])]
    assert sizes == [PICTURE_PX >> k for k in range(len(sizes))]
    assert sizes[-1] == 4
    assert halved(np.full((4, 4, 4), 7, np.uint8)).tolist() == [[[7] * 4] * 2] * 2


def test_a_thread_makes_them_while_the_tour_goes_on():
    frieze = Frieze(ASSETS, patient=True)
    hung = frieze.pictures(HALL, HISTORY, "kk")
    image = hung.images[3]
    assert hung.source.levels(image) is None
    end = time.monotonic() + 30.0
    while (levels := hung.source.levels(image)) is None and time.monotonic() < end:
        time.sleep(0.01)
    frieze.free()
    calm = Frieze(ASSETS, patient=False)
    calm.pictures(HALL, HISTORY, "kk")
    assert np.array_equal(levels[0], calm.levels(image)[0])


def test_each_language_has_boards_of_its_own():
    frieze = Frieze(ASSETS, patient=False)
    first, second = (frieze.pictures(HALL, HISTORY, one) for one in ("kk", "en"))
    assert not set(first.images) & set(second.images)
    assert frieze.pictures(HALL, HISTORY, "kk") is first
    assert frieze.pictures(replace(HALL, id="bare", hangings=()), HISTORY, "kk") is None
