"""Contact sheets and the counting of frames."""

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.content.model import StepKind
from almaty_tour.content.pictures import load_pictures
from almaty_tour.export.sheet import (
    CAPTION_PX,
    GAP_PX,
    PAPER,
    arranged,
    captioned,
    shortened,
    stop_moments,
    stop_name,
)
from almaty_tour.export.studio import Studio
from almaty_tour.export.video import frame_count
from almaty_tour.geo.sun import local_time
from almaty_tour.session.hung import Hung
from almaty_tour.session.world import load_world


@pytest.fixture(scope="module")
def film():
    return load_world(assets_dir()).film("golden_cradle")


def test_every_stop_has_one_picture_within_its_stay(film):
    moments = list(stop_moments(film))
    stays = [c for c in film.cues if film.tour.steps[c.step].kind is not StepKind.THROUGH]
    assert len(moments) == len(stays) == 8
    for (view, second), cue in zip(moments, stays, strict=True):
        assert cue.arrives_s < second < cue.leaves_s
        assert film.tour.steps[cue.step].view is view


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


def test_a_name_too_long_for_its_strip_ends_in_whole_words():
    assert shortened("a fort is built", lambda text: len(text) <= 15) == "a fort is built"
    assert shortened("a fort is built", lambda text: len(text) <= 12) == "a fort is…"
    assert shortened("Zhetysu", lambda text: len(text) <= 3) == ""


@pytest.fixture(scope="module")
def studio(context):
    with Studio(assets_dir(), "low", (96, 54)) as made:
        yield made


@pytest.mark.gl
def test_every_stop_of_the_hall_and_of_the_exhibition_has_a_name(studio):
    world = studio.stage.world
    for tour in ("hall", "exhibition"):
        for view, _ in stop_moments(world.film(tour)):
            name = stop_name(studio, view)
            assert (name is None) == (view.latitude_deg is not None), view
            if view.exhibit or view.picture or view.event:
                assert name != world.interiors[view.interior].name, view


@pytest.mark.gl
def test_the_name_under_a_picture_is_that_of_the_one_which_hangs_there(studio):
    spec = studio.stage.world.interiors["golden_cradle_hall"]
    hung = Hung(assets_dir(), patient=False).pictures(studio.stage.world, spec)
    known, _ = load_pictures(assets_dir() / "content", studio.stage.world.landmarks)
    for place in [one for one in spec.hangings if one.group == "gallery"]:
        told = studio.stage.halls.caption(studio.stage.world, spec.id, place.id)
        away = np.hypot(*(hung.centre_enu - place.at_m)[:, :2].T) + abs(
            hung.centre_enu[:, 2] - place.at_m[2]
        )
        image = hung.images[int(away.argmin())] if away.min() < 0.1 else None
        assert told == (image and known[image.removeprefix("gallery/")].caption)


@pytest.mark.gl
def test_the_first_picture_of_a_hall_has_its_exhibits(studio):
    film = studio.stage.world.film("hall")
    second = next(one for view, one in stop_moments(film) if view.exhibit)
    noon = local_time(film.tour.start)
    first = studio.picture(film.camera(second), noon, second)
    studio.stage.halls.load_all(studio.stage.world, "golden_cradle_hall")
    assert np.array_equal(first, studio.picture(film.camera(second), noon, second))
