"""The viewer without a display, and what it saves."""

from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from almaty_tour.app.screenshot import save_picture, told_folder
from almaty_tour.app.start import start_command, start_place
from almaty_tour.app.viewer import ViewerOptions, run_viewer
from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import GraphicsError
from almaty_tour.content.model import LANGUAGES
from almaty_tour.session.commands import Command
from almaty_tour.session.handlers import apply, title_state
from almaty_tour.session.state import Preferences
from almaty_tour.session.world import load_world
from almaty_tour.ui.captions import FASTEST_LETTERS_S, caption_pages, reading_s
from almaty_tour.ui.pins import Sights, landmark_views
from almaty_tour.ui.told import caption_stay, tour_choices, tour_view, ui_view
from almaty_tour.ui.view import WindowView

MOMENT = datetime(2016, 11, 5, 16, 30, 7)


@pytest.fixture(scope="module")
def world():
    return load_world(assets_dir())


def test_without_a_display_one_clear_line(monkeypatch, tmp_path):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(GraphicsError) as caught:
        run_viewer(options=ViewerOptions(settings=tmp_path / "settings.toml"))
    assert "no display" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "settings.toml").exists()


def test_pictures_never_replace_each_other(tmp_path):
    pixels = np.zeros((4, 6, 3), np.uint8)
    pixels[0, 0] = (255, 0, 0)
    names = {save_picture(pixels, tmp_path / "new", "Almaty", MOMENT).name for _ in range(3)}
    assert len(names) == 3
    with Image.open(tmp_path / "new" / "Almaty 2016-11-05 16.30.07.png") as image:
        assert image.size == (6, 4)
        assert image.getpixel((0, 0)) == (255, 0, 0)


def test_the_folder_of_pictures_is_told_from_home_on():
    home = Path("/home/visitor")
    assert told_folder(home / "Pictures" / "Almaty Tour", home) == str(Path("Pictures/Almaty Tour"))
    assert told_folder(Path("/media/disk"), home) == str(Path("/media/disk"))


def test_every_caption_of_every_tour_can_be_read_in_its_time(world):
    for name in world.tours:
        film = world.film(name)
        for cue in film.cues:
            for language in LANGUAGES:
                text = film.tour.steps[cue.step].caption.get(language, "")
                begin_s, end_s = caption_stay(film, cue, text)
                for page in caption_pages(text, end_s - begin_s):
                    speed = page.letters / (page.end_s - page.start_s)
                    assert speed <= FASTEST_LETTERS_S * 1.001, (name, cue.step, language)


def test_captions_end_when_the_camera_leaves(world):
    for name in world.tours:
        film = world.film(name)
        for cue in film.cues:
            for language in LANGUAGES:
                text = film.tour.steps[cue.step].caption.get(language, "")
                begin_s, end_s = caption_stay(film, cue, text)
                latest = max(cue.leaves_s, begin_s + reading_s(text))
                assert end_s <= latest + 1e-9, (name, cue.step, language)
                pages = caption_pages(text, end_s - begin_s)
                assert not pages or begin_s + pages[-1].end_s <= latest + 1e-6


@pytest.mark.parametrize("landmark", ["hotel_kazakhstan", "kok_tobe_tower"])
def test_the_landmark_asked_for_comes_before_all_others(world, landmark):
    first = start_command("explore", None, landmark)
    state = apply(world, title_state(world, Preferences()), first)
    near = start_place(world, state, first)
    places = world.places.values()
    nearest = min(places, key=lambda p: np.hypot(p.x_m - near[0], p.y_m - near[1]))
    assert nearest.id == landmark


def test_a_landmark_is_reached_where_its_flight_ends(world):
    state = apply(world, title_state(world, Preferences()), Command("explore", "abai_opera"))
    told = {one.spec.id: one.arrived for one in landmark_views(world, state.camera)}
    assert [name for name, arrived in told.items() if arrived] == ["abai_opera"]


def test_a_tour_begins_where_its_eye_is(world):
    first = start_command("tour", "grand", None)
    state = apply(world, title_state(world, Preferences()), first)
    assert start_place(world, state, first) == state.camera.position_enu[:2]


def test_the_tour_is_told_in_the_visitors_language(world):
    state = title_state(world, Preferences(language="kk"))
    assert tour_view(world, state) is None
    state = apply(world, state, Command("start_tour", "golden_cradle"))
    state = apply(world, state, Command("seek_s", 40.0))
    told = tour_view(world, state)
    film = world.film("golden_cradle")
    assert told.name == film.tour.name["kk"]
    assert told.duration_s == film.duration_s
    assert told.caption in {step.caption.get("kk", "") for step in film.tour.steps}
    assert list(told.step_times_s) == sorted(told.step_times_s)
    assert len(told.step_names) == len(told.step_times_s)


def test_the_gallery_tour_comes_first(world):
    assert tour_choices(world, "en")[0].id == "golden_cradle"
    view = ui_view(world, title_state(world, Preferences()), WindowView(), 0.02, Sights())
    assert view.tours
    assert not view.markers
