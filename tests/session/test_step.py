"""The session: commands, playback and flight, on the real city."""

from dataclasses import replace

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import SettingError
from almaty_tour.camera.state import CameraState
from almaty_tour.session.at_hand import at_hand
from almaty_tour.session.commands import SESSION_COMMANDS, Command
from almaty_tour.session.flight import arrival
from almaty_tour.session.handlers import HANDLERS, apply, title_state
from almaty_tour.session.light import environment_at
from almaty_tour.session.state import Controls, Mode, Preferences, Rig
from almaty_tour.session.step import step
from almaty_tour.session.world import load_world


@pytest.fixture(scope="module")
def world():
    return load_world(assets_dir())


@pytest.fixture
def title(world):
    return title_state(world, Preferences())


IDLE = Controls()


def after(world, state, seconds, *commands, controls=IDLE, rate=30):
    state = step(
        world,
        state,
        0.0,
        controls,
        [Command(*c) if isinstance(c, tuple) else Command(c) for c in commands],
    )
    for _ in range(round(seconds * rate)):
        state = step(world, state, 1.0 / rate, controls)
    return state


def test_every_command_has_a_handler_and_a_help_text():
    assert HANDLERS.keys() == SESSION_COMMANDS.keys()
    assert all(SESSION_COMMANDS.values())


def test_the_title_plays_the_tour_behind_it_for_ever(world, title):
    length = world.film("golden_cradle").duration_s
    later = after(world, title, length + 3.0, rate=10)
    assert later.mode is Mode.TITLE
    assert 0.0 < later.playback.position_s < 5.0


def test_a_tour_pauses_skips_and_seeks(world, title):
    tour = after(world, title, 1.0, ("start_tour", "golden_cradle"))
    assert tour.mode is Mode.TOUR
    assert tour.playback.position_s == pytest.approx(1.0)
    paused = after(world, tour, 2.0, "play_pause")
    assert paused.playback.position_s == pytest.approx(1.0)
    assert paused.camera == tour.camera
    skipped = after(world, paused, 0.0, "skip_step")
    assert skipped.playback.position_s == world.film("golden_cradle").cues[1].arrives_s
    assert after(world, skipped, 0.0, "back_step").playback.position_s == 0.0
    assert (
        after(world, tour, 0.0, ("seek_s", 1e9)).playback.position_s
        == world.film("golden_cradle").duration_s
    )


def test_speed_changes_the_clock_of_the_tour(world, title):
    tour = after(world, title, 0.0, "start_tour", ("tour_speed", 2.0))
    assert after(world, tour, 3.0).playback.position_s == pytest.approx(6.0, abs=1e-6)
    assert after(world, tour, 0.0, ("tour_speed", 9.0)).playback.speed == 2.0


def test_the_visitor_may_look_round_and_is_brought_back(world, title):
    tour = after(world, title, 1.0, "start_tour", "play_pause")
    before = tour.camera.heading_rad
    turned = step(world, tour, 0.02, Controls(look_rad=(0.5, 0.1)))
    assert turned.camera.heading_rad - before == pytest.approx(0.5)
    assert after(world, turned, 8.0).camera.heading_rad == pytest.approx(before, abs=0.01)


@pytest.mark.parametrize("landmark", ["kok_tobe_tower", "central_mosque"])
def test_flying_there_arrives_before_the_landmark(world, title, landmark):
    state = after(world, title, 0.0, ("explore", "abai_opera"), ("fly_to", landmark))
    seconds = state.flight.duration_s
    state = after(world, state, seconds + 0.2)
    place = world.place(landmark)
    assert state.flight is None
    assert state.near == landmark
    to_it = np.array([place.x_m, place.y_m]) - state.camera.position_enu[:2]
    ahead = [np.sin(state.camera.heading_rad), np.cos(state.camera.heading_rad)]
    assert to_it @ ahead / np.linalg.norm(to_it) > 0.999


def test_any_wish_to_move_stops_the_hop(world, title):
    state = after(world, title, 1.0, ("explore", "abai_opera"), ("fly_to", "kok_tobe_tower"))
    assert state.flight is not None
    assert step(world, state, 0.03, Controls(move=(0.0, 1.0, 0.0))).flight is None


def test_the_hop_is_smooth_and_above_the_ground(world, title):
    state = after(world, title, 0.0, ("explore", "central_mosque"), ("fly_to", "kok_tobe_tower"))
    places = []
    for _ in range(round(state.flight.duration_s * 30)):
        state = step(world, state, 1 / 30)
        places.append(state.camera.position_enu)
    x, y, z = np.array(places).T
    assert np.all(z > world.terrain.height_m(x, y) + 1.0)
    speed = np.linalg.norm(np.diff(places, axis=0), axis=1) * 30
    assert np.abs(np.diff(speed)).max() < 0.12 * speed.max()


def test_next_goes_from_north_to_south_and_round(world, title):
    state = after(world, title, 0.0, ("explore", world.order[-1]), "next_landmark")
    assert state.selected == world.order[0]
    assert after(world, state, 0.0, "previous_landmark").selected == world.order[-1]


def test_reduced_motion_cuts_instead_of_flying(world, title):
    calm = replace(title, preferences=Preferences(reduced_motion=True))
    state = after(world, calm, 0.0, ("fly_to", "abai_opera"))
    assert state.flight is None
    assert state.near == "abai_opera"


def test_wrong_arguments_are_told_with_the_nearest_name(world, title):
    with pytest.raises(SettingError, match="did you mean"):
        after(world, title, 0.0, ("fly_to", "kok_tobe_towr"))
    with pytest.raises(SettingError, match="no rig 'swim'"):
        after(world, title, 0.0, ("set_rig", "swim"))
    with pytest.raises(SettingError, match="cannot be 'loud'"):
        after(world, title, 0.0, ("set_preference", "volume=loud"))


def test_what_a_flight_leads_to_is_at_hand(world):
    """Where places lie close or in each other, the one before the eyes, not its surroundings."""
    for name, spec in world.landmarks.items():
        camera = arrival(world.place(name))
        found = at_hand(world, camera)
        if spec.tier == 1 and not spec.members:
            assert found == name
        assert at_hand(world, camera, chosen=name) == name


def test_nothing_is_at_hand_far_from_everything(world):
    far = CameraState((60_000.0, 60_000.0, 3_000.0), 0.0, 0.0)
    assert at_hand(world, far, 2.5) is None
    assert at_hand(world, far, 2.5, "abai_opera") is None
    assert at_hand(world, far) in world.places


def test_orbit_keeps_the_nearest_landmark_in_the_middle(world, title):
    state = after(world, title, 0.0, ("explore", "abai_opera"), ("set_rig", "orbit"))
    assert state.rig is Rig.ORBIT
    turned = after(world, state, 1.0, controls=Controls(move=(1.0, 0.0, 0.0)))
    assert turned.camera.heading_rad != state.camera.heading_rad
    assert turned.near == "abai_opera"


@pytest.mark.parametrize("rig", ["walk", "fly", "orbit"])
def test_walking_begins_with_a_look_at_the_horizon(world, title, rig):
    state = after(world, title, 0.0, ("explore", "kok_tobe_tower"))
    down = replace(state, camera=replace(state.camera, pitch_rad=-0.6))
    chosen = apply(world, down, Command("set_rig", rig))
    assert chosen.camera.pitch_rad == (0.0 if rig == "walk" else -0.6)
    assert chosen.camera.heading_rad == state.camera.heading_rad


def test_the_sun_follows_the_clock(world, title):
    """Almaty, 21 June: noon is near 11:54 by the clock (UTC+5), the sun 70 degrees high."""
    noon = after(world, title, 0.0, "explore", ("set_hour", 11.9))
    east, _, up = environment_at(noon.local_time).sun_enu
    assert np.degrees(np.arcsin(up)) == pytest.approx(70.1, abs=0.5)
    assert abs(east) < 0.03
    night = after(world, title, 0.0, "explore", ("set_hour", 0.5))
    assert environment_at(night.local_time).sun_enu[2] < 0.0


def test_who_lands_on_foot_looks_ahead(world, title):
    state = after(world, title, 0.0, ("explore", "abai_opera"), ("set_rig", "walk"))
    state = after(world, state, 0.0, ("fly_to", "central_mosque"))
    state = after(world, state, state.flight.duration_s + 0.1)
    assert state.camera.pitch_rad == 0.0
