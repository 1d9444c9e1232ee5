"""Tours that stop in an interior: a cut leads in and out, and within nothing rises to the roof."""

from dataclasses import replace

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import ContentError
from almaty_tour.base.spaces import OUTDOORS, space_of
from almaty_tour.content.interiors import load_interior
from almaty_tour.content.model import StepKind, Tour, TourStep, View
from almaty_tour.tour.film import compile_tour
from almaty_tour.tour.places import Place
from almaty_tour.tour.rooms import Rooms

PLACES = {"house": Place("house", 0.0, 0.0, 700.0, 12.0, 20.0, 0.0)}
HALL = assets_dir() / "content" / "interiors" / "golden_cradle_hall.toml"
ROOM = replace(load_interior(HALL), id="room")
WORDS = {"kk": "а", "ru": "б", "en": "c"}


def flat(x, y):
    return np.full(np.broadcast(x, y).shape, 700.0)


def outdoors(kind="stop"):
    view = View("house", None, None, 0.0, 60.0, 20.0, 5.0)
    return TourStep(StepKind(kind), view, None, None, 3.0, 0.0, WORDS, None)


def indoors(at_m, kind="stop", from_deg=180.0, distance=3.0):
    view = View(None, None, None, from_deg, distance, 0.1, 0.0, "room", at_m)
    return TourStep(StepKind(kind), view, None, None, 2.0, 0.0, WORDS, None)


def film_of(*steps):
    tour = Tour("test", 1, WORDS, WORDS, "2026-06-21T12:00", steps)
    return compile_tour(tour, PLACES, flat, Rooms({"room": ROOM}))


@pytest.fixture(scope="module")
def film():
    return film_of(
        outdoors(), indoors((0.0, 0.0, 1.6), "cut"), indoors((8.0, 2.0, 1.4), from_deg=90.0),
        outdoors("cut"),
    )  # fmt: skip


def test_the_camera_is_in_the_space_of_the_step(film):
    spaces = [film.camera(cue.arrives_s + 0.5).space for cue in film.cues]
    assert spaces == [OUTDOORS, space_of("room"), space_of("room"), OUTDOORS]


def test_within_the_eye_goes_straight_and_turns_softly(film):
    begin, end = film.cues[1].leaves_s, film.cues[2].arrives_s
    times = np.linspace(begin, end, 200)
    eyes, targets = film.sample(times)
    assert np.abs(eyes[:, 2] - np.linspace(eyes[0, 2], eyes[-1, 2], 200)).max() < 0.2
    way_x, way_y = (eyes[-1] - eyes[0])[:2]
    x, y = (eyes - eyes[0])[:, :2].T
    assert np.abs(way_x * y - way_y * x).max() / np.hypot(way_x, way_y) < 0.3
    way = targets - eyes
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    turn_deg = np.degrees(np.arccos(np.clip((way[1:] * way[:-1]).sum(axis=1), -1.0, 1.0)))
    assert turn_deg.max() / (times[1] - times[0]) < 60.0


def test_another_space_begins_with_a_cut_of_itself():
    film = film_of(outdoors(), indoors((0.0, 0.0, 1.6)), outdoors())
    assert film.cuts_s == tuple(cue.arrives_s for cue in film.cues[1:])


def test_an_interior_that_is_not_there_is_told_with_its_step():
    tour = Tour("test", 1, WORDS, WORDS, "2026-06-21T12:00", (outdoors(), indoors((0.0,) * 3)))
    with pytest.raises(ContentError, match="step 2: there is no interior 'room'"):
        compile_tour(tour, PLACES, flat)
