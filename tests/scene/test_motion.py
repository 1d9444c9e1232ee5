from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.scene.chunk import MovingPart
from almaty_tour.scene.motion import part_transform, rotation


def part(motion, rate=1.0):
    return MovingPart("wheel", (), motion, (1.0, 2.0, 3.0), (0.0, 0.0, 1.0), rate)


@given(st.floats(-10.0, 10.0))
def test_a_turn_is_a_rotation_that_keeps_its_axis(angle):
    axis = np.array([0.6, 0.0, 0.8])
    turn = rotation(axis, angle)
    assert np.allclose(turn @ turn.T, np.eye(3))
    assert np.allclose(turn @ axis, axis)
    assert np.linalg.det(turn) == pytest.approx(1.0)


def test_a_wheel_goes_round_counter_clockwise():
    turn, shift = part_transform(part("turn"), math.pi / 2)
    assert np.allclose(turn @ [1, 0, 0], [0, 1, 0])
    assert shift.tolist() == [1.0, 2.0, 3.0]


def test_a_cabin_slides_and_a_flag_swings_back():
    assert part_transform(part("slide", 2.0), 3.0)[1].tolist() == [1.0, 2.0, 9.0]
    assert np.allclose(part_transform(part("swing"), math.pi)[0], np.eye(3), atol=1e-12)
    assert np.allclose(part_transform(part("unknown"), 5.0)[0], np.eye(3))


def test_a_loop_goes_round_its_corners_at_one_speed_and_stays_upright():
    square = np.array([[0, 0, 0], [4, 0, 0], [4, 3, 0], [0, 3, 0]], np.float32)
    cabin = replace(part("loop", 2.0), path_m=square)
    places = np.array([part_transform(cabin, t)[1] for t in (0.0, 2.0, 3.5, 7.0, 9.0)]) - (1, 2, 3)
    assert places.tolist() == [[0, 0, 0], [4, 0, 0], [4, 3, 0], [0, 0, 0], [4, 0, 0]]
    ahead = replace(cabin, phase=0.5)
    assert (part_transform(ahead, 0.0)[1] - (1, 2, 3)).tolist() == [4, 3, 0]
    assert np.array_equal(part_transform(ahead, 1.3)[0], np.eye(3))
