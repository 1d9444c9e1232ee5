"""Events in, controls and commands out, without a window."""

import sys
import types
from dataclasses import replace
from datetime import datetime

import pytest

from almaty_tour.app.gamepad import Gamepad
from almaty_tour.app.hands import Hands, stepped_speed
from almaty_tour.base.assets import assets_dir
from almaty_tour.camera.state import CameraState
from almaty_tour.session.commands import Command
from almaty_tour.session.state import (
    Controls,
    Flight,
    Held,
    Mode,
    Playback,
    Preferences,
    Rig,
    SessionState,
)
from almaty_tour.ui.interface import Interface
from almaty_tour.ui.view import UiView

CAMERA = CameraState((0.0, 0.0, 900.0), 0.0, 0.0)
KEY = {
    "w": 119,
    "l": 108,
    "space": 32,
    "escape": 65307,
    "e": 101,
    "g": 103,
    "bracketright": 93,
    "equal": 61,
    "shift": 65505,
    "tab": 65289,
    "enter": 65293,
    "f4": 65473,
    "q": 113,
    "f1": 65470,
    "x": 120,
    "t": 116,
    "n": 110,
    "left": 65361,
}
NAMES = {code: {"enter": "RETURN", "shift": "LSHIFT"}.get(n, n.upper()) for n, code in KEY.items()}


@pytest.fixture
def hands():
    made = Hands(Interface(assets_dir()), NAMES)
    made.state = state(Mode.EXPLORE)
    settle(made)
    return made


def state(mode, **more):
    playback = Playback("golden_cradle") if mode is not Mode.EXPLORE else None
    moment = datetime(2016, 11, 5, 16, 30)
    return SessionState(mode, CAMERA, moment, playback=playback, **more)


def settle(hands):
    for _ in range(3):
        hands.interface.build(UiView(hands.state))
    hands.take()


def commands(hands, *keys, modifiers=0):
    for key in keys:
        hands.on_key_press(KEY[key], modifiers)
        hands.on_key_release(KEY[key], modifiers)
    return hands.take()[1]


def test_held_keys_move_until_they_are_let_go(hands):
    hands.on_key_press(KEY["w"], 0)
    hands.on_key_press(KEY["shift"], 0)
    assert hands.take()[0] == Controls(move=(0.0, 1.0, 0.0), fast=True)
    assert hands.take()[0].move == (0.0, 1.0, 0.0)
    hands.on_key_release(KEY["w"], 0)
    assert hands.take()[0].move == (0.0, 0.0, 0.0)


def test_keys_of_the_story_go_along_time_and_back(hands):
    assert commands(hands, "t") == [Command("open_story")]
    hands.state = state(Mode.STORY, before=hands.state)
    settle(hands)
    assert commands(hands, "n", "left") == [Command("next_event"), Command("previous_event")]
    assert commands(hands, "enter", "g") == [Command("open_event"), Command("fly_to_event")]
    assert commands(hands, "escape", "t") == [Command("go_back"), Command("go_back")]


def test_arrows_turn_over_the_pictures_where_one_lies_open(hands):
    hands.interface.apply(Command("show_picture", "any"))
    told = [Command("next_picture"), Command("previous_picture")]
    assert commands(hands, "n", "left") == told
    hands.interface.apply(Command("toggle_gallery"))
    assert commands(hands, "left") == []


def test_escape_leads_from_a_scene_to_the_story(hands):
    hands.state = state(Mode.TOUR, before=state(Mode.STORY))
    settle(hands)
    assert commands(hands, "escape") == [Command("go_back")]


def test_escape_ends_a_comparison_before_it_leaves_the_exhibits(hands):
    hands.state = state(Mode.EXHIBITION, held=Held("usun_jug", beside="golden_man"))
    settle(hands)
    assert commands(hands, "escape") == [Command("compare_exhibit")]
    hands.state = state(Mode.EXHIBITION, held=Held("usun_jug"))
    settle(hands)
    assert commands(hands, "escape") == [Command("leave_exhibits")]


def test_losing_the_window_lets_all_keys_go(hands):
    hands.on_key_press(KEY["w"], 0)
    hands.on_deactivate()
    assert not hands.take()[0].active


def test_escape_never_closes_the_window(hands):
    assert hands.on_key_press(KEY["escape"], 0)
    assert hands.take()[1] == [Command("show_title")]


def test_escape_goes_back_one_thing_at_a_time(hands):
    flight = Flight("abai_opera", CAMERA, CAMERA, 0.0, 5.0)
    hands.state = replace(hands.state, flight=flight, selected="abai_opera")
    assert commands(hands, "escape") == [Command("stop_flight")]
    hands.state = replace(hands.state, flight=None)
    assert commands(hands, "escape") == [Command("select")]
    hands.state = state(Mode.TITLE)
    settle(hands)
    assert commands(hands, "escape") == []


def test_any_key_stops_a_flight_and_keeps_its_meaning(hands):
    hands.state = replace(hands.state, flight=Flight("abai_opera", CAMERA, CAMERA, 0.0, 5.0))
    assert commands(hands, "g") == [Command("stop_flight")]
    assert commands(hands, "l") == [Command("stop_flight"), Command("toggle_list")]
    assert commands(hands, "shift") == []
    assert commands(hands, "f1") == [Command("stop_flight"), Command("toggle_help")]
    hands.on_key_press(987654, 0)
    assert hands.take()[1] == [Command("stop_flight")]


def test_any_key_stops_a_flight_while_the_interface_has_the_keyboard(hands):
    hands.state = replace(hands.state, flight=Flight("abai_opera", CAMERA, CAMERA, 0.0, 5.0))
    assert commands(hands, "tab") == [Command("stop_flight")]
    assert hands.interface.wants_keyboard
    assert commands(hands, "l") == [Command("stop_flight")]


def test_the_key_of_the_flight_stops_it_and_begins_no_other(hands):
    flight = Flight("abai_opera", CAMERA, CAMERA, 0.0, 5.0)
    hands.state = replace(hands.state, flight=flight, selected="abai_opera")
    assert commands(hands, "g") == [Command("stop_flight")]


def test_keys_of_the_modes(hands):
    assert commands(hands, "bracketright") == [Command("set_hour", 17.0)]
    hands.state = replace(hands.state, selected="abai_opera")
    assert commands(hands, "g") == [Command("fly_to", "abai_opera")]
    hands.state = state(Mode.TOUR)
    settle(hands)
    assert commands(hands, "space") == [Command("play_pause")]
    assert commands(hands, "equal") == [Command("tour_speed", 1.5)]
    hands.state = state(Mode.TITLE)
    settle(hands)
    assert commands(hands, "enter") == [Command("start_tour")]
    assert commands(hands, "q", modifiers=2) == [Command("quit")]
    assert commands(hands, "f4", modifiers=4) == [Command("quit")]


def test_the_interface_takes_the_keyboard_after_tab(hands):
    commands(hands, "tab")
    hands.on_key_press(KEY["w"], 0)
    assert not hands.take()[0].active
    assert commands(hands, "l") == []
    assert commands(hands, "escape") == []
    assert commands(hands, "l") == [Command("toggle_list")]


def test_dragging_the_city_turns_and_dragging_a_panel_does_not(hands):
    hands.state = replace(hands.state, preferences=Preferences(mouse_sensitivity=2.0))
    hands.on_mouse_press(700, 400, 1, 0)
    hands.on_mouse_drag(720, 410, 20, 10, 1, 0)
    turn = hands.take()[0].look_rad
    assert turn == pytest.approx((0.128, 0.064))
    hands.on_mouse_release(720, 410, 1, 0)
    assert hands.clicked_pt is None
    hands.on_mouse_press(100, 400, 1, 0)
    hands.on_mouse_drag(120, 410, 20, 10, 1, 0)
    assert not hands.take()[0].active


def test_inversion(hands):
    hands.state = replace(hands.state, preferences=Preferences(invert_y=True))
    hands.on_mouse_press(700, 400, 4, 0)
    hands.on_mouse_drag(700, 410, 0, 10, 4, 0)
    assert hands.take()[0].look_rad[1] < 0.0


def test_a_click_without_a_drag_picks(hands):
    hands.on_mouse_press(700, 400, 1, 0)
    hands.on_mouse_release(701, 400, 1, 0)
    assert hands.clicked_pt == pytest.approx((701.0, 320.0))


def test_the_wheel_belongs_to_what_is_under_it(hands):
    hands.on_mouse_scroll(700, 400, 0, 2)
    assert hands.take()[0].zoom == 2
    hands.on_mouse_scroll(100, 400, 0, 2)
    assert hands.take()[0].zoom == 0


def test_points_follow_the_density_of_the_screen(hands):
    hands.window_size, hands.size_pt = (2560, 1440), (1280.0, 720.0)
    hands.on_mouse_press(1400, 800, 1, 0)
    hands.on_mouse_release(1400, 800, 1, 0)
    assert hands.clicked_pt == pytest.approx((700.0, 320.0))


def test_speeds_end_at_both_ends():
    assert [stepped_speed(s, 1) for s in (0.5, 1.0, 2.0)] == [0.75, 1.5, 2.0]
    assert [stepped_speed(s, -1) for s in (0.5, 1.0, 2.0)] == [0.5, 0.75, 1.5]


class Pad:
    """A gamepad with its sticks."""

    leftx = lefty = rightx = righty = righttrigger = 0.0
    rightshoulder = leftshoulder = False

    def open(self):
        pass

    def push_handlers(self, **handlers):
        self.handlers = handlers


@pytest.fixture
def gamepad(hands, monkeypatch):
    def none_here():
        raise FileNotFoundError("/dev/input")

    stub = types.ModuleType("pyglet.input")
    stub.ControllerManager = none_here
    monkeypatch.setitem(sys.modules, "pyglet.input", stub)
    return Gamepad(hands)


def test_without_devices_everything_goes_on(gamepad):
    assert not gamepad.present
    controls = Controls(move=(1.0, 0.0, 0.0))
    assert gamepad.mix(controls, 0.02) is controls


def test_sticks_move_beyond_their_dead_zone(gamepad):
    pad = Pad()
    gamepad.connect(pad)
    assert gamepad.present
    pad.leftx = 0.1
    assert not gamepad.mix(Controls(), 0.02).active
    pad.leftx, pad.rightshoulder, pad.rightx = -1.0, True, 1.0
    mixed = gamepad.mix(Controls(move=(-1.0, 0.0, 0.0)), 0.02)
    assert mixed.move == (-1.0, 0.0, 1.0)
    assert mixed.look_rad[0] == pytest.approx(0.03)
    gamepad.disconnect(pad)
    assert not gamepad.present


def test_gamepad_buttons_are_keys(gamepad, hands):
    pad = Pad()
    gamepad.connect(pad)
    gamepad.pressed(pad, "dpright")
    assert hands.take()[1] == [Command("next_landmark")]
    gamepad.pressed(pad, "b")
    assert hands.take()[1] == [Command("show_title")]
    gamepad.pressed(pad, "start")
    gamepad.released(pad, "start")
    assert hands.interface.wants_keyboard


def test_the_title_can_be_used_with_a_gamepad_alone(gamepad, hands):
    hands.state = state(Mode.TITLE)
    settle(hands)
    pad, wishes = Pad(), []
    gamepad.connect(pad)
    for button in ("dpdown", "dpdown", "a"):
        gamepad.pressed(pad, button)
        wishes += hands.interface.build(UiView(hands.state))[1]
        gamepad.released(pad, button)
        wishes += hands.interface.build(UiView(hands.state))[1]
    assert len(wishes) == 1


LOOK = Command("look_at_picture", "p1")


@pytest.mark.parametrize(
    ("mode", "rig", "key", "opens"),
    [
        (Mode.INSIDE, Rig.FLY, "e", True),
        (Mode.INSIDE, Rig.FLY, "enter", True),
        (Mode.EXPLORE, Rig.WALK, "e", True),
        (Mode.EXPLORE, Rig.FLY, "enter", True),
        (Mode.EXPLORE, Rig.FLY, "e", False),
        (Mode.INSIDE, Rig.FLY, "n", False),
    ],
)
def test_the_picture_at_hand_opens_by_its_keys(hands, mode, rig, key, opens):
    hands.state = replace(state(mode), rig=rig, door="hall")
    settle(hands)
    hands.at_hand = "p1"
    assert (LOOK in commands(hands, key)) is opens
    hands.at_hand = None
    assert LOOK not in commands(hands, key)
