"""Contact sheets and the counting of frames; no GL."""

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.content.model import StepKind
from almaty_tour.export.sheet import CAPTION_PX, GAP_PX, PAPER, arranged, captioned, stop_moments
from almaty_tour.export.video import frame_count
from almaty_tour.session.world import load_world


@pytest.fixture(scope="module")
def film():
    return load_world(assets_dir()).film("golden_cradle")


def test_every_stop_has_one_picture_within_its_stay(film):
    moments = list(stop_moments(film))
    stays = [c for c in film.cues if film.tour.steps[c.step].kind is not StepKind.THROUGH]
    assert len(moments) == len(stays) == 8
    for (landmark, second), cue in zip(moments, stays, strict=True):
        assert cue.arrives_s < second < cue.leaves_s
        assert film.tour.steps[cue.step].view.landmark == landmark


def test_tiles_lie_in_rows_without_touching():
    tiles = [np.full((20, 30, 3), shade, np.uint8) for shade in (50, 100, 150)]
    sheet = arranged(tiles, 2)
    assert sheet.shape == (2 * 20 + 3 * GAP_PX, 2 * 30 + 3 * GAP_PX, 3)
    for shade, (row, column) in zip((50, 100, 150), ((0, 0), (0, 1), (1, 0)), strict=True):
        y, x = GAP_PX + row * (20 + GAP_PX), GAP_PX + column * (30 + GAP_PX)
        assert (sheet[y : y + 20, x : x + 30] == shade).all()
    assert (sheet[-GAP_PX - 20 : -GAP_PX, -GAP_PX - 30 : -GAP_PX] == PAPER).all()


def test_a_name_is_written_under_its_picture():
    picture = np.full((40, 300, 3), 77, np.uint8)
    shown = captioned(picture, "Қ Ң Ө Ү Һ")
    assert shown.shape == (40 + CAPTION_PX, 300, 3)
    assert np.array_equal(shown[:40], picture)
    assert (shown[40:].max(axis=2) > 150).sum() > 60
    assert not np.array_equal(shown, captioned(picture, "K H O Y H"))


def test_a_film_has_its_first_and_last_picture(film):
    count = frame_count(film, 10)
    assert (count - 1) / 10 <= film.duration_s < count / 10
