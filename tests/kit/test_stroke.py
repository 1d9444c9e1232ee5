"""Strokes are as broad as told, counter-clockwise, and spirals end where they should."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.kit import profile
from almaty_tour.kit.stroke import flipped, spiral, stroke


@given(st.floats(0.1, 20.0), st.floats(0.01, 3.0), st.floats(0.0, 360.0))
def test_a_straight_stroke_has_the_area_of_its_rectangle(
    length: float, breadth: float, turn_deg: float
) -> None:
    way = np.array([np.cos(np.radians(turn_deg)), np.sin(np.radians(turn_deg))]) * length
    outline = stroke([(0.0, 0.0), way], breadth)
    assert profile.area_m2(outline) == pytest.approx(length * breadth)


def test_a_stroke_may_taper() -> None:
    assert profile.area_m2(stroke([(0, 0), (0, 2)], [1.0, 0.5])) == pytest.approx(1.5)


def test_one_point_is_not_a_line() -> None:
    with pytest.raises(ValueError, match="at least two points"):
        stroke([(0.0, 0.0)], 1.0)


def test_a_spiral_runs_from_its_rim_to_its_eye() -> None:
    line = spiral((1.0, 2.0), 0.5, 90.0, -360.0, inner_m=0.1, steps=12)
    assert line[0] == pytest.approx([1.0, 2.5])
    assert line[-1] == pytest.approx([1.0, 2.1])
    assert (np.diff(np.linalg.norm(line - [1.0, 2.0], axis=1)) < 0).all()


def test_flipping_mirrors_and_keeps_the_turn() -> None:
    outline = stroke([(0.2, 0.0), (0.5, 1.0)], 0.2)
    assert profile.area_m2(flipped(outline)) == pytest.approx(profile.area_m2(outline))
    assert flipped(outline)[:, 0].max() == pytest.approx(-outline[:, 0].min())
