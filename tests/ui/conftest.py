"""Stand-in views: the real landmarks, a made-up tour and markers."""

import math
from datetime import datetime

import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.camera.state import CameraState
from almaty_tour.content.exhibits import load_exhibits
from almaty_tour.content.history import load_history
from almaty_tour.content.load import load_landmarks
from almaty_tour.content.pictures import load_pictures
from almaty_tour.geo.frame import to_local
from almaty_tour.session.state import Held, Mode, Playback, Preferences, SessionState
from almaty_tour.ui.interface import Interface
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.picture_view import GalleryView, PictureCard
from almaty_tour.ui.view import (
    LandmarkView,
    MarkerView,
    StoryView,
    TourChoice,
    TourView,
    UiView,
    WeatherChoice,
    WindowView,
)

EYE = (-600.0, -900.0, 1100.0)
CAPTION = {
    "kk": "Вознесен соборы 1907 жылы тянь-шань шыршасынан тұрғызылды."
    " Ол жер сілкінісіне төтеп берді.",
    "ru": "Вознесенский собор построен в 1907 году из тянь-шаньской ели."
    " Он выстоял в землетрясении.",
    "en": "Ascension Cathedral was built of Tian Shan spruce in 1907."
    " It stood through the earthquake.",
}


def landmark_views():
    views = []
    for spec in load_landmarks(assets_dir() / "content")[0].values():
        x, y = (float(value) for value in to_local(spec.latitude_deg, spec.longitude_deg))
        east, north = x - EYE[0], y - EYE[1]
        away, bearing = math.hypot(east, north), math.atan2(east, north)
        views.append(LandmarkView(spec, (x, y), away, bearing))
    return tuple(sorted(views, key=lambda view: view.distance_m))


WEATHERS = tuple(
    WeatherChoice(name, f"{name} weather", icon)
    for name, icon in (("clear", "sun"), ("fair", "sun_cloud"), ("rain", "rain"), ("snow", "snow"))
)
EVERY = landmark_views()
HISTORY = tuple(load_history(assets_dir() / "content")[0].values())
EXHIBITS = tuple(load_exhibits(assets_dir() / "content")[0].values())
FEW = {
    "abai_opera", "ascension_cathedral", "central_mosque", "central_state_museum",
    "hotel_kazakhstan", "independence_monument", "kok_tobe_tower", "palace_of_republic",
}  # fmt: skip
LANDMARKS = tuple(one for one in EVERY if one.spec.id in FEW)


def gallery_of(language, count=40):
    """Pictures with the words of the built-in ones; every third is of an unknown place."""
    pictures, _ = load_pictures(assets_dir() / "content", {one.spec.id: one.spec for one in EVERY})
    cards = tuple(
        PictureCard(
            one.id, one.theme, one.theme_name[language], one.caption[language],
            one.place[language], one.time, one.credit[language], (960, 540),
            number % 3 != 2,
        )
        for number, one in enumerate(pictures.values())
    )  # fmt: skip
    return GalleryView(cards[:count], lambda name: f"stand of {name}", can_frame=True)


@pytest.fixture(scope="session")
def every():
    """A view of every landmark of the city, nearest first."""
    return EVERY


@pytest.fixture
def interface():
    return Interface(assets_dir())


@pytest.fixture(scope="session")
def view_of():
    """Makes a view of a mode; the tour stands in its middle, four markers can be seen."""

    def make(mode, language="en", size=(1280.0, 720.0), text_scale=1.0, selected=None, **more):
        names = tuple(one.spec.name[language] for one in LANDMARKS)
        state = SessionState(
            mode,
            CameraState(EYE, 0.7, -0.2),
            datetime(2016, 11, 5, 16, 30),
            playback=Playback("golden_cradle", 40.0) if mode is Mode.TOUR else None,
            selected=selected,
            held=Held("usun_jug") if mode is Mode.EXHIBITION else None,
            preferences=Preferences(language=language, text_scale=text_scale),
        )
        tour = TourView(
            names[3], 118.0, tuple(8.0 + 14.0 * i for i in range(8)), names,
            CAPTION[language], 2.0, 9.0,
        )  # fmt: skip
        markers = tuple(
            MarkerView(one.spec.id, (430.0 + 95.0 * i, 330.0), one.distance_m, i % 2 == 0)
            for i, one in enumerate(LANDMARKS)
        )
        given = {
            "landmarks": LANDMARKS,
            "tours": tuple(
                TourChoice(f"tour{i}", names[i], names[i + 3], 118.0 + 200.0 * i) for i in range(2)
            ),
            "tour": tour if mode is Mode.TOUR else None,
            "weathers": WEATHERS,
            "story": StoryView(HISTORY, "independence") if mode is Mode.STORY else None,
            "exhibits": EXHIBITS if mode is Mode.EXHIBITION else (),
            "gallery": gallery_of(language),
            "markers": markers if mode is Mode.EXPLORE else (),
            "window": WindowView(size, monitors=("0", "1"), frame_s=1 / 60),
        }
        return UiView(state, **(given | more))

    return make


@pytest.fixture
def written(monkeypatch):
    """Every line that the pen wrote."""
    lines = []
    text = Pen.text

    def kept(self, at, words, kind, colour=0, **more):
        lines.append(words)
        text(self, at, words, kind, colour, **more)

    monkeypatch.setattr(Pen, "text", kept)
    return lines
