"""In at the door, from stand to stand, an exhibit taken and put back, out again."""

import math
from dataclasses import replace

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import SettingError
from almaty_tour.base.spaces import OUTDOORS, space_of
from almaty_tour.camera.rigs.walk import EYE_M
from almaty_tour.session.commands import Command
from almaty_tour.session.hall_arrivals import Ground, hall_arrivals
from almaty_tour.session.handlers import apply, title_state
from almaty_tour.session.inside import stand_under, view_of_stand
from almaty_tour.session.state import Controls, Mode, Preferences
from almaty_tour.session.step import step
from almaty_tour.session.world import load_world

HALL = "golden_cradle_hall"
DT_S = 1.0 / 30.0


@pytest.fixture(scope="module")
def world():
    found = load_world(assets_dir())
    spec = found.interiors[HALL]
    arrivals = hall_arrivals(assets_dir(), found, spec, {})
    ground = next(one for one in arrivals if isinstance(one, Ground))
    found.set_inner(HALL, ground.met, ground.ways)
    return found


@pytest.fixture
def at_the_door(world):
    door = next(one for one in world.doors if one.interior == HALL)
    state = apply(world, title_state(world, Preferences()), Command("explore"))
    return step(world, replace(state, camera=door.outside), 0.0)


@pytest.fixture
def inside(world, at_the_door):
    return apply(world, at_the_door, Command("enter_interior"))


def test_the_door_is_at_hand_before_the_museum_and_nowhere_far_from_it(world, at_the_door):
    assert at_the_door.door == HALL
    x, y, z = at_the_door.camera.position_enu
    away = replace(at_the_door.camera, position_enu=(x, y + 40.0, z))
    assert step(world, replace(at_the_door, camera=away), 0.0).door is None
    assert apply(world, replace(at_the_door, camera=away), Command("enter_interior")).mode is (
        Mode.EXPLORE
    )


def test_one_goes_in_and_comes_out_before_the_same_door(world, at_the_door, inside):
    assert (inside.mode, inside.camera.space) == (Mode.INSIDE, space_of(HALL))
    out = apply(world, inside, Command("leave_interior"))
    assert (out.mode, out.camera.space) == (Mode.EXPLORE, OUTDOORS)
    assert out.camera == at_the_door.camera
    assert step(world, out, 0.0).door == HALL


def test_one_key_leads_in_and_out(world, at_the_door):
    inside = apply(world, at_the_door, Command("use_here"))
    assert inside.mode is Mode.INSIDE
    assert apply(world, inside, Command("use_here")).mode is Mode.EXPLORE


def test_an_unknown_interior_is_told_with_the_nearest_name(world, at_the_door):
    with pytest.raises(SettingError, match=HALL):
        apply(world, at_the_door, Command("enter_interior", "golden_hall"))


def test_who_begins_at_a_place_that_is_not_there_is_told_of_interiors_too(world, at_the_door):
    with pytest.raises(SettingError, match=rf"landmark or interior 'hal' .*{HALL}"):
        apply(world, at_the_door, Command("explore", "hal"))


def test_fifty_visits_end_where_they_began(world, at_the_door):
    state = at_the_door
    for _ in range(50):
        state = step(world, state, DT_S, commands=[Command("enter_interior")])
        state = step(world, state, DT_S, commands=[Command("leave_interior")])
    assert np.allclose(state.camera.position_enu, at_the_door.camera.position_enu, atol=0.01)


def test_walls_and_plinths_stop_who_walks(world, inside):
    state = inside
    for _ in range(400):
        state = step(world, state, DT_S, Controls(move=(0.0, 1.0, 0.0), fast=True))
    _, y, z = state.camera.position_enu
    assert z == pytest.approx(EYE_M, abs=0.02)
    assert -2.6 < y < -0.7  # before the Golden Man, who stands in the middle
    turned = replace(state, camera=replace(state.camera, heading_rad=math.pi / 2.0))
    for _ in range(400):
        turned = step(world, turned, DT_S, Controls(move=(0.0, 1.0, 0.0), fast=True))
    assert turned.camera.position_enu[0] < 30.7


def _arrived(world, state):
    for _ in range(1200):
        state = step(world, state, DT_S)
        if state.stroll is None:
            return state
    raise AssertionError("never arrives")


def test_one_walks_round_what_stands_in_the_way_and_looks_at_the_exhibit(world, inside):
    met = world.inner(HALL)
    state = apply(world, inside, Command("go_to_stand", "issyk_clay_jugs"))
    while state.stroll is not None:
        state = step(world, state, DT_S)
        place = np.array(state.camera.position_enu)
        assert np.allclose(met.pushed_out(place, 0.25)[:2], place[:2], atol=0.01)
    spec = world.interiors[HALL]
    goal = view_of_stand(spec.stand("issyk_clay_jugs"))
    assert np.allclose(state.camera.position_enu, goal.position_enu)
    assert state.at_stand == "issyk_clay_jugs"


def test_every_stand_with_an_exhibit_is_met_once_round(world, inside):
    state, seen = inside, []
    there = [one.exhibit for one in world.interiors[HALL].stands if one.exhibit in world.exhibits]
    for _ in there:
        state = _arrived(world, apply(world, state, Command("next_stand")))
        seen.append(state.at_stand)
    assert sorted(seen) == sorted(there)


def test_hands_stop_the_walk(world, inside):
    state = apply(world, inside, Command("next_stand"))
    assert state.stroll is not None
    assert step(world, state, DT_S, Controls(move=(1.0, 0.0, 0.0))).stroll is None


def test_an_exhibit_is_taken_from_its_stand_and_put_back(world, inside):
    state = _arrived(world, apply(world, inside, Command("go_to_stand", "golden_man")))
    held = apply(world, state, Command("use_here"))
    assert (held.mode, held.held.exhibit) == (Mode.EXHIBITION, "golden_man")
    back = apply(world, held, Command("leave_exhibits"))
    assert (back.mode, back.camera) == (Mode.INSIDE, state.camera)


def test_a_flight_to_a_landmark_begins_before_the_door(world, inside):
    out = apply(world, inside, Command("explore"))
    door = next(one for one in world.doors if one.interior == HALL)
    assert (out.mode, out.camera) == (Mode.EXPLORE, door.outside)


def test_a_point_of_a_stand_belongs_to_it_and_the_floor_to_none(world, inside):
    stand = world.interiors[HALL].stand("golden_man")
    above = np.array([stand.at_m[0], stand.at_m[1], stand.plinth_m + 1.0])
    assert stand_under(world, inside.camera, above) == "golden_man"
    assert stand_under(world, inside.camera, np.array([4.0, -4.0, 0.0])) is None
