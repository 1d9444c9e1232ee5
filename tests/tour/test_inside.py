"""Tours that stop in an interior: a cut leads in and out, and within nothing rises to the roof."""

from dataclasses import replace

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import ContentError
from almaty_tour.base.spaces import OUTDOORS, space_of
from almaty_tour.content.history import load_history
from almaty_tour.content.interiors import load_interiors
from almaty_tour.content.load import load_tour
from almaty_tour.content.model import StepKind, Tour, TourStep, View
from almaty_tour.mesh.data import Collision, Prism
from almaty_tour.scene.chunk import Chunk
from almaty_tour.scene.collision import obstacles
from almaty_tour.tour.check import check_film
from almaty_tour.tour.film import compile_tour
from almaty_tour.tour.places import Place
from almaty_tour.tour.rooms import Rooms

PLACES = {"house": Place("house", 0.0, 0.0, 700.0, 12.0, 20.0, 0.0)}
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
    return compile_tour(tour, PLACES, flat)


@pytest.fixture(scope="module")
def film():
    return film_of(
        outdoors(), indoors((0.0, 0.0, 1.6), "cut"), indoors((8.0, 2.0, 1.4), from_deg=90.0),
        outdoors("cut"),
    )  # fmt: skip


def test_the_camera_is_in_the_space_of_the_step(film):
    spaces = [film.camera(cue.arrives_s + 0.5).space for cue in film.cues]
    assert spaces == [OUTDOORS, space_of("room"), space_of("room"), OUTDOORS]
    assert [film.space(cue.arrives_s + 0.5) for cue in film.cues] == spaces


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


def test_a_step_that_was_left_out_does_not_lead_through_a_wall():
    film = film_of(outdoors(), indoors((0.0, 0.0, 1.6)), outdoors())
    assert film.cuts_s == (film.cues[1].arrives_s, film.cues[2].arrives_s)


STEP = """
[[steps]]
kind = "{kind}"
{where}
from_deg = 0.0
distance_m = 3.0
above_m = 0.0
hold_s = 2.0
"""
HEAD = """version = 1
start = "2026-06-21T12:00"
name = { kk = "а", ru = "б", en = "c" }
description = { kk = "а", ru = "б", en = "c" }
"""
CITY, ROOM = 'landmark = "house"', 'interior = "room"'


def written(folder, *steps):
    path = folder / "walk.toml"
    rows = (STEP.format(kind=kind, where=where) for kind, where in steps)
    path.write_text(HEAD + "".join(rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("steps", [
    (("stop", CITY), ("stop", ROOM)),
    (("stop", CITY), ("cut", ROOM), ("through", CITY)),
])  # fmt: skip
def test_only_a_cut_leads_through_a_door(tmp_path, steps):
    with pytest.raises(ContentError, match="another space"):
        load_tour(written(tmp_path, *steps))


@pytest.mark.parametrize("where", [
    'landmark = "house"\nexhibit = "golden_man"',
    'interior = "room"\nexhibit = "golden_man"\nevent = "tenge"',
])  # fmt: skip
def test_one_thing_is_looked_at_and_in_an_interior(tmp_path, where):
    with pytest.raises(ContentError, match="one of them at a time"):
        load_tour(written(tmp_path, ("stop", where)))


CONTENT = assets_dir() / "content"
HALL = "golden_cradle_hall"
ROOMS = Rooms(load_interiors(CONTENT)[0], load_history(CONTENT)[0])


def shown(**what):
    view = View(None, None, None, 0.0, 2.0, 0.0, 0.0, HALL, **what)
    return TourStep(StepKind.STOP, view, None, None, 2.0, 0.0, WORDS, None)


@pytest.mark.parametrize(
    "what",
    [{"exhibit": "golden_man"}, {"picture": "north_low.3"}, {"event": "independence"}],
)
def test_the_eye_stands_before_the_front_of_what_is_shown(what):
    tour = Tour("test", 1, WORDS, WORDS, "2026-06-21T12:00", (shown(**what),))
    film = compile_tour(tour, PLACES, flat, ROOMS)
    (eye,), (target,) = film.sample([1.0])
    spot, facing_deg = ROOMS.spot(tour.steps[0].view)
    away = (eye - target)[:2]
    turn = np.radians(facing_deg)
    assert np.allclose(target, spot)
    assert np.allclose(away, 2.0 * np.array([np.sin(turn), np.cos(turn)]))


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ({"exhibit": "golden_men"}, "no stand 'golden_men'"),
        ({"picture": "north_lov.3"}, "no place for a picture 'north_lov.3'"),
        ({"event": "tenga"}, "no event 'tenga'"),
    ],
)
def test_what_is_not_there_is_told_with_the_step(what, told):
    tour = Tour("test", 1, WORDS, WORDS, "2026-06-21T12:00", (shown(**what),))
    with pytest.raises(ContentError, match=f"step 1: there is {told}"):
        compile_tour(tour, PLACES, flat, ROOMS)


def room_faults(solids, *steps):
    chunk = Chunk(
        "walls", (0.0, 0.0, 0.0), np.zeros(3, np.float32), np.ones(3, np.float32),
        collision=Collision(tuple(solids)),
    )  # fmt: skip

    def floor(x, y):
        return np.zeros(np.broadcast(x, y).shape)

    inside = obstacles([chunk], floor)
    found = check_film(film_of(*steps), PLACES, obstacles([], flat), lambda _: inside)
    return [fault.what for fault in found]


WALK = (indoors((0.0, 3.0, 1.5), from_deg=180.0), indoors((6.0, 3.0, 1.5), from_deg=180.0))


def test_comfort_is_checked_within_against_its_own_walls():
    assert room_faults((), *WALK) == []
    outline = np.array([[3.0, -0.2], [3.2, -0.2], [3.2, 0.2], [3.0, 0.2]], np.float32)
    assert any("comes within" in what for what in room_faults([Prism(outline, 0.0, 2.5)], *WALK))
    turned = indoors((0.0, -3.0, 1.5), from_deg=0.0)
    hurried = replace(turned, travel_s=2.0)
    assert any("turns" in what for what in room_faults((), WALK[0], hurried))
    assert not any("turns" in what for what in room_faults((), WALK[0], turned))
