"""Strolls of the content: what ships is whole, and people keep to their lines and floors."""

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import ContentError
from almaty_tour.content.strolls import FILE, Stroll, load_strolls
from almaty_tour.geo.frame import to_geographic
from almaty_tour.scene.people import people_of, walkers
from almaty_tour.scene.strolls import floors_of, with_strolls
from almaty_tour.scene.walks_file import WalksFile, read_walks

TIMES_S = np.arange(0.0, 900.0, 61.0)


def degrees(*points):
    latitudes, longitudes = to_geographic(*np.transpose(points))
    return tuple(zip(latitudes.tolist(), longitudes.tolist(), strict=True))


THERE = Stroll("there", degrees((0.0, 0.0), (80.0, 0.0)), 9, 1.5, 1.2, 42.0)


@pytest.fixture(scope="module")
def town():
    return read_walks(assets_dir() / "city")


def level(x_m, y_m):
    return np.zeros(np.broadcast(x_m, y_m).shape)


def places(file: WalksFile, ground):
    people = people_of(file, ground)
    mine = np.flatnonzero(people.way == len(file.people) - 1)
    return np.concatenate([walkers(people, mine, float(at))[1] for at in TIMES_S])


def test_people_go_the_whole_way_there_and_back_on_its_floor(town):
    joined = with_strolls(town, [THERE])
    at = places(joined, floors_of(level, [THERE]))
    assert at[:, 0].min() < 15.0
    assert at[:, 0].max() > 65.0
    assert np.abs(at[:, 1]).max() < 3.0
    assert (at[:, 2] == 42.0).all()


def test_floors_end_beside_their_lines():
    ground = floors_of(level, [THERE])
    assert ground(40.0, 0.0) == 42.0
    assert ground(40.0, 9.0) == 0.0


def test_the_ways_of_the_town_stay_as_they_are(town):
    joined = with_strolls(town, [THERE])
    assert np.array_equal(joined.points[: len(town.points)], town.points)
    assert joined.first[-1] == len(joined.points)
    assert with_strolls(town, []) is town


def test_what_ships_is_whole():
    shipped = load_strolls(assets_dir() / "content" / FILE)
    assert {"opera_forecourt", "medeu_ice_fast"} <= {one.id for one in shipped}


@pytest.mark.parametrize(
    "text", ["[a]\nline_deg = [[43.2, 76.9]]\npeople = 2\n", "[a]\npeople = 2", "a"]
)
def test_what_is_broken_is_told(tmp_path, text):
    path = tmp_path / FILE
    path.write_text(text, "utf-8")
    with pytest.raises(ContentError):
        load_strolls(path)
