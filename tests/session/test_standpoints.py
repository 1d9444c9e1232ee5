"""Standing where a picture was taken."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import SettingError
from almaty_tour.base.spaces import OUTDOORS
from almaty_tour.camera.state import CameraState
from almaty_tour.content.pictures import load_pictures
from almaty_tour.geo.frame import to_local
from almaty_tour.session.boards import AHEAD_M, boards
from almaty_tour.session.commands import Command
from almaty_tour.session.handlers import apply, title_state
from almaty_tour.session.standpoints import (
    Standpoint,
    made_standpoint,
    read_standpoint,
    taken_standpoint,
)
from almaty_tour.session.state import Controls, Mode, Preferences
from almaty_tour.session.step import step
from almaty_tour.session.world import load_world

HALL = "golden_cradle_hall"


@pytest.fixture(scope="module")
def world():
    return load_world(assets_dir())


@pytest.fixture(scope="module")
def pictures(world):
    return load_pictures(assets_dir() / "content", world.landmarks)[0]


def test_a_standpoint_is_the_same_after_it_was_told():
    point = Standpoint(CameraState((12.5, -800.25, 900.0), 1.25, -0.125, 0.75), None, "rain")
    assert read_standpoint(point.told()) == point


@pytest.mark.parametrize("text", ["", "1,2,3|x|", "1,2,3,4,5,nan||fair", "1,2,3,4,5,6|soon|fair"])
def test_what_is_no_standpoint_is_told(text):
    with pytest.raises(SettingError, match="is no standpoint"):
        read_standpoint(text)


def test_one_stands_there_at_its_hour_and_in_its_weather(world, pictures):
    one = pictures["opera_snow"]
    state = title_state(world, Preferences())
    there = apply(world, state, Command("stand_now", made_standpoint(world, one).told()))
    assert (there.mode, there.weather) == (Mode.EXPLORE, "snow")
    assert there.local_time.isoformat().startswith(f"{state.local_time.year}-01-10T14:00")
    assert there.camera.fov_rad == pytest.approx(math.radians(one.fov_deg), abs=1e-4)


def test_a_hop_ends_where_the_picture_was_taken(world, pictures):
    point = made_standpoint(world, pictures["opera_noon"])
    state = apply(world, title_state(world, Preferences()), Command("explore", "abai_monument"))
    state = apply(world, state, Command("stand_at", point.told()))
    assert state.flight is not None
    for _ in range(2000):
        state = step(world, state, 0.05, Controls())
        if state.flight is None:
            break
    assert state.camera.position_enu == pytest.approx(point.camera.position_enu, abs=0.01)
    assert state.camera.fov_rad == pytest.approx(point.camera.fov_rad, abs=1e-4)
    calm = replace(state, preferences=Preferences(reduced_motion=True))
    at_once = apply(world, calm, Command("stand_at", point.told()))
    assert at_once.flight is None


def test_from_a_hall_the_hop_begins_in_the_city_before_its_door(world, pictures):
    point = made_standpoint(world, pictures["opera_noon"])
    inside = apply(world, title_state(world, Preferences()), Command("explore", HALL))
    assert inside.camera.space != OUTDOORS
    state = apply(world, inside, Command("stand_at", point.told()))
    begun = step(world, state, 1e-3, Controls()).camera
    doors = [door.outside for door in world.doors if door.interior == HALL]
    assert begun.space == OUTDOORS
    away_m = min(math.dist(begun.position_enu, door.position_enu) for door in doors)
    assert away_m < 15.0, "over the door: a hop keeps above the ground"


def test_every_built_in_picture_stands_above_the_ground(world, pictures):
    for one in pictures.values():
        x, y, z = made_standpoint(world, one).camera.position_enu
        assert z >= float(world.ground(x, y)) + 1.5, one.id


def test_a_photograph_stands_at_the_height_of_an_eye_by_day(world):
    point = taken_standpoint(world.terrain.height_at, 43.25, 76.95, 90.0, "1978-05-09T23:30")
    x, y = (float(one) for one in to_local(43.25, 76.95))
    height = world.terrain.height_at(x, y)
    assert point.camera.position_enu == pytest.approx((x, y, height + 1.7))
    assert point.camera.heading_rad == pytest.approx(math.pi / 2)
    assert point.moment.hour == 12
    assert taken_standpoint(world.terrain.height_at, 43.25, 76.95, None, "1978").moment is None


def test_boards_stand_ahead_and_face_who_took_the_picture(world):
    place = np.array([43.25]), np.array([76.95])
    made = boards(*place, np.array([90.0]), np.array([[300, 200]]), ("a",), None, world.ground)
    x, y = to_local(*place)
    assert made.centre_enu[0, 0] == pytest.approx(float(x[0]) + AHEAD_M)
    assert made.centre_enu[0, 2] == pytest.approx(float(world.ground(x, y)[0]) + 1.7)
    assert made.right[0] == pytest.approx((0.0, -1.0, 0.0), abs=1e-6)  # it looks to the west
    assert made.size_m[0] == pytest.approx((1.5, 1.0))
    none = np.zeros(0)
    assert len(boards(none, none, none, np.zeros((0, 2)), (), None, world.ground)) == 0
