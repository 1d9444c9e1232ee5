"""The framed picture that is looked at: under a pixel, and right before the eye."""

import math
from types import SimpleNamespace

import numpy as np
import pytest

from almaty_tour.camera.state import CameraState
from almaty_tour.scene.framed import framed
from almaty_tour.session.hung import PREFIX
from almaty_tour.session.looking import AT_HAND_M, picture_at_hand, picture_under
from almaty_tour.session.state import Mode

SIZE = (1280, 720)
MIDDLE = (640.0, 360.0)


def frame_of(*pictures, heading=0.0, pitch=0.0, at=(0.0, 0.0, 1.6)):
    """A frame with pictures of 1 m that face south, each given as (image, x, y, z)."""
    centres = [place for _, *place in pictures]
    images = tuple(image for image, *_ in pictures)
    right = np.tile((1.0, 0.0, 0.0), (len(images), 1))
    hung = framed(centres, right, (1.0, 1.0), images, None, frame_m=0.05)
    camera = CameraState(at, math.radians(heading), math.radians(pitch))
    return SimpleNamespace(framed=hung, camera=camera, size_px=SIZE)


def state_of(frame, mode=Mode.INSIDE, at_stand=None, flight=None):
    return SimpleNamespace(mode=mode, camera=frame.camera, flight=flight, at_stand=at_stand)


def world_of(**stands):
    there = {name: SimpleNamespace(at_m=at) for name, at in stands.items()}
    return SimpleNamespace(interiors={"": SimpleNamespace(stand=there.get)})


def test_a_click_meets_the_picture_under_it_and_not_beside_it():
    frame = frame_of((f"{PREFIX}a", 0.0, 2.0, 1.6), (f"{PREFIX}b", 1.5, 2.0, 1.6))
    assert picture_under(frame, *MIDDLE, math.inf) == "a"
    assert picture_under(frame, 1120.0, 360.0, math.inf) == "b"
    assert picture_under(frame, 640.0, 5.0, math.inf) is None


@pytest.mark.parametrize(("away_m", "seen"), [(1.0, None), (2.03, "a"), (math.inf, "a")])
def test_what_stands_before_a_picture_keeps_the_click(away_m, seen):
    frame = frame_of((f"{PREFIX}a", 0.0, 2.0, 1.6))
    assert picture_under(frame, *MIDDLE, away_m) == seen


def test_from_behind_from_far_and_a_board_of_the_story_open_nothing():
    behind = frame_of((f"{PREFIX}a", 0.0, -2.0, 1.6), heading=180.0)
    assert picture_under(behind, *MIDDLE, math.inf) is None
    far = frame_of((f"{PREFIX}a", 0.0, 200.0, 1.6))
    assert picture_under(far, *MIDDLE, math.inf) is None
    story = frame_of(("story/hall/en/0", 0.0, 2.0, 1.6))
    assert picture_under(story, *MIDDLE, math.inf) is None
    nothing = SimpleNamespace(framed=None)
    assert picture_under(nothing, *MIDDLE, math.inf) is None


@pytest.mark.parametrize(
    ("away_m", "mode", "seen"),
    [
        (AT_HAND_M - 0.1, Mode.INSIDE, "a"),
        (AT_HAND_M - 0.1, Mode.EXPLORE, "a"),
        (AT_HAND_M + 0.1, Mode.INSIDE, None),
        (AT_HAND_M - 0.1, Mode.TOUR, None),
    ],
)
def test_at_hand_is_what_is_near_and_before_the_eye(away_m, mode, seen):
    frame = frame_of((f"{PREFIX}a", 0.0, away_m, 1.6))
    assert picture_at_hand(world_of(), state_of(frame, mode), frame) == seen


def test_who_looks_aside_or_flies_has_nothing_at_hand():
    aside = frame_of((f"{PREFIX}a", 0.0, 2.0, 1.6), heading=40.0)
    assert picture_at_hand(world_of(), state_of(aside), aside) is None
    frame = frame_of((f"{PREFIX}a", 0.0, 2.0, 1.6))
    assert picture_at_hand(world_of(), state_of(frame, Mode.EXPLORE, flight=1), frame) is None


@pytest.mark.parametrize(
    ("stand", "seen"),
    [
        ((0.1, 1.5, 0.0), None),
        ((0.0, 3.4, 0.0), "a"),
        ((1.5, 1.0, 0.0), "a"),
    ],
)
def test_an_exhibit_before_a_picture_comes_first(monkeypatch, stand, seen):
    world = world_of(jug=stand)
    monkeypatch.setattr(
        "almaty_tour.session.looking.interior_at", lambda world, _: world.interiors[""]
    )
    frame = frame_of((f"{PREFIX}a", 0.0, 2.5, 1.6))
    assert picture_at_hand(world, state_of(frame, at_stand="jug"), frame) == seen
