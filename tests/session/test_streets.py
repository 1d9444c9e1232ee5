"""Flying to a street."""

import math
from dataclasses import replace

import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import SettingError
from almaty_tour.session.commands import Command
from almaty_tour.session.flight import street_view
from almaty_tour.session.handlers import title_state
from almaty_tour.session.state import Controls, Mode, Preferences
from almaty_tour.session.step import step
from almaty_tour.session.world import load_world


@pytest.fixture(scope="module")
def world():
    return load_world(assets_dir())


def test_every_street_is_seen_from_above_the_ground_along_it(world):
    for row, one in enumerate(world.streets.names):
        view = street_view(world, one.id)
        x, y, z = view.eye
        assert z - float(world.ground(x, y)) > 20.0, one.id
        assert world.streets.distances_m(*view.target[:2])[row] < 1.0
        assert view.target[1] <= y + 1e-6  # towards the mountains


def test_a_flight_leads_there_and_any_move_stops_it(world):
    state = title_state(world, Preferences())
    state = step(world, state, 0.0, commands=[Command("explore")])
    state = step(world, state, 0.02, commands=[Command("fly_to_street", "abai_avenue")])
    assert state.flight is not None
    assert state.selected is None
    stopped = step(world, state, 0.02, Controls(move=(0.0, 1.0, 0.0)))
    assert stopped.flight is None
    for _ in range(3000):
        if state.flight is None:
            break
        state = step(world, state, 0.1)
    goal = street_view(world, "abai_avenue")
    assert math.dist(state.camera.position_enu, goal.eye) < 1.0
    assert state.mode is Mode.EXPLORE


def test_with_little_motion_one_is_there_at_once(world):
    state = title_state(world, Preferences(reduced_motion=True))
    state = step(world, state, 0.02, commands=[Command("fly_to_street", "tole_bi_street")])
    assert state.flight is None
    goal = street_view(world, "tole_bi_street")
    assert math.dist(state.camera.position_enu, goal.eye) < 1.0


def test_an_unknown_street_is_told(world):
    state = title_state(world, Preferences())
    with pytest.raises(SettingError, match="street"):
        step(world, state, 0.02, commands=[Command("fly_to_street", "abai_avenu")])


def test_a_city_without_street_files_is_told_and_goes_on(world, tmp_path):
    from almaty_tour.session.world import _streets

    streets, faults = _streets(tmp_path)
    assert streets.names == ()
    assert len(faults) == 1
    bare = replace(world, streets=streets)
    assert title_state(bare, Preferences()).mode is Mode.TITLE
