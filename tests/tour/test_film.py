"""Films: C2 between rests, met on time, and a checker that catches each kind of fault."""

from dataclasses import replace

import numpy as np
import pytest

from almaty_tour.base.errors import ContentError
from almaty_tour.content.model import StepKind, Tour, TourStep, View
from almaty_tour.mesh.data import Collision, Prism
from almaty_tour.scene.chunk import Chunk
from almaty_tour.scene.collision import obstacles
from almaty_tour.tour.check import check_film, picture_share
from almaty_tour.tour.film import compile_tour
from almaty_tour.tour.places import Place
from almaty_tour.tour.player import Look, next_stop_s, previous_stop_s

PLACES = {
    "south": Place("south", 0.0, 0.0, 0.0, 30.0, 25.0, 180.0),
    "north": Place("north", 200.0, 1500.0, 0.0, 50.0, 25.0, 180.0),
}
WORDS = {"kk": "а", "ru": "б", "en": "c"}


def flat(x, y):
    return np.zeros(np.broadcast(x, y).shape)


def step(
    landmark,
    kind="orbit",
    *,
    from_deg=20.0,
    distance=110.0,
    above=25.0,
    hold=6.0,
    turn=-20.0,
    travel=None,
):
    view = View(landmark, None, None, from_deg, distance, above, 15.0)
    return TourStep(StepKind(kind), view, travel, None, hold, turn, WORDS, None)


def tour(*steps):
    return Tour("test", 1, WORDS, WORDS, "2026-06-21T12:00", steps)


def film_of(*steps, ground=flat):
    return compile_tour(tour(*steps), PLACES, ground)


def faults(film, solids=(), ground=flat):
    chunk = Chunk(
        "walls",
        (0.0, 0.0, 0.0),
        np.zeros(3, np.float32),
        np.ones(3, np.float32),
        collision=Collision(tuple(solids)),
    )
    return [fault.what for fault in check_film(film, PLACES, obstacles([chunk], ground))]


def wall(x0, y0, x1, y1, top):
    outline = np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], np.float32)
    return Prism(outline, -1.0, top)


GOOD = (step("south"), step("north", from_deg=-10.0, distance=130.0))


def test_a_good_tour_has_no_fault():
    assert faults(film_of(*GOOD)) == []


def test_the_film_is_smooth_everywhere():
    film = film_of(*GOOD)
    t = np.arange(0.0, film.duration_s, 0.01)
    eyes, targets = film.sample(t)
    for curve in (eyes, targets):
        speed = np.diff(curve, axis=0) / 0.01
        jump = np.linalg.norm(np.diff(speed, axis=0), axis=1)
        assert jump.max() < 0.04 * np.linalg.norm(speed, axis=1).max() + 0.05


def test_views_are_met_at_their_cues():
    film = film_of(step("south"), step("north", "through", hold=0.0), step("south", from_deg=60.0))
    for number, cue in enumerate(sorted(film.cues, key=lambda c: c.step)):
        _, targets = film.sample([cue.arrives_s])
        place = PLACES[film.tour.steps[number].view.landmark]
        assert np.hypot(targets[0, 0] - place.x_m, targets[0, 1] - place.y_m) < 1.0


def test_sampling_is_random_access():
    film = film_of(*GOOD)
    t = np.linspace(0.0, film.duration_s, 50)
    together, _ = film.sample(t)
    alone = np.vstack([film.sample([moment])[0] for moment in t[::-1]])[::-1]
    assert np.array_equal(together, alone)


def test_skip_and_back_go_from_stop_to_stop():
    film = film_of(*GOOD)
    assert next_stop_s(film, 0.0) == film.cues[1].arrives_s
    assert next_stop_s(film, film.duration_s) == film.duration_s
    assert previous_stop_s(film, film.cues[1].arrives_s + 3.0) == film.cues[1].arrives_s
    assert previous_stop_s(film, film.cues[1].arrives_s + 0.5) == 0.0


def test_a_look_aside_is_brought_back():
    look = Look().moved((0.8, 0.2), 0.02)
    assert look.heading_rad == pytest.approx(0.8)
    for _ in range(400):
        look = look.moved((0.0, 0.0), 0.02)
    assert abs(look.heading_rad) < 0.01


def test_an_unknown_landmark_is_told_with_the_nearest_name():
    with pytest.raises(ContentError, match=r"no landmark 'souht' \(did you mean south"):
        film_of(step("souht"))


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ((step("south", turn=-300.0, hold=8.0),), "turns"),
        ((step("south"), step("north", travel=1.2)), "accelerates"),
        ((step("south", distance=900.0),), "fills"),
        ((step("south", distance=24.0, above=10.0),), "fills"),
        ((step("south", above=-14.0),), "comes within"),
    ],
)
def test_each_fault_is_found(broken, words):
    assert any(words in what for what in faults(film_of(*broken)))


def test_a_hidden_landmark_and_a_wall_in_the_way_are_found():
    film = film_of(*GOOD)
    eye, _ = film.sample([0.0])
    x, y, _ = eye[0]
    near = wall(x * 0.6 - 40.0, y * 0.6 - 3.0, x * 0.6 + 40.0, y * 0.6 + 3.0, 60.0)
    assert any("hidden" in what for what in faults(film, [near]))
    on_it = wall(x - 1.0, y - 1.0, x + 1.0, y + 1.0, 60.0)
    assert any("comes within 0.0 m" in what for what in faults(film, [on_it]))


def test_a_hill_hides_a_landmark():
    def hill(x, y):
        return 80.0 * np.exp(-(((np.asarray(y) + 70.0) / 15.0) ** 2)) + 0.0 * np.asarray(x)

    film = film_of(step("south", from_deg=0.0, distance=200.0, above=20.0))
    assert any("hidden" in what for what in faults(film, ground=hill))


def test_a_velocity_corner_is_found():
    film = film_of(*GOOD)
    cut = replace(
        film, legs=(film.legs[0], replace(film.legs[1], duration_s=film.legs[1].duration_s))
    )
    shifted = replace(
        cut, starts_s=film.starts_s + np.array([0.0, -1.0, 0.0])[: len(film.starts_s)]
    )
    assert any("corner" in what for what in faults(shifted))


def test_a_tower_of_the_pictures_height_fills_it():
    place = Place("t", 0.0, 0.0, 0.0, 2.0 * 100.0 * np.tan(0.87 / 2.0), 0.01, 0.0)
    eye = np.array([0.0, -100.0, place.height_m / 2.0])
    assert picture_share(eye, np.array([0.0, 0.0, place.height_m / 2.0]), place) == pytest.approx(
        1.0
    )
