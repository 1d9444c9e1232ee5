"""What arrives throws its shadow at once, or one map at a time."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.render.cascades import PATIENCE, CascadeSet

EYE, NORTH = np.array([0.0, 0.0, 820.0]), np.array([0.0, 1.0, 0.0])
LIGHT = np.array([0.0, -0.6, 0.8])
ASIDE = np.array([700.0, 600.0, 0.0])
FAR = np.array([40_000.0, 0.0, 800.0])


@pytest.fixture
def maps() -> CascadeSet:
    made = CascadeSet(1024, (150.0, 900.0))
    made.update(EYE, NORTH, 20.0, LIGHT)
    return made


def drawn(maps) -> list[int]:
    return [index for index, _ in maps.update(EYE, NORTH, 20.0, LIGHT)]


def test_what_comes_near_is_drawn_at_once_where_it_reaches(maps):
    assert drawn(maps) == []
    maps.forget_near(FAR, 50.0)
    assert drawn(maps) == []
    maps.forget_near(EYE + ASIDE, 30.0)
    assert drawn(maps) == [1]
    maps.forget_near(EYE, 30.0)
    assert drawn(maps) == [0, 1]


def test_later_it_is_drawn_one_map_at_a_time(maps):
    pictures = [drawn(maps) for _ in range(PATIENCE)]
    assert pictures == [[]] * PATIENCE
    maps.forget_near(EYE, 30.0, later=True)
    pictures = [drawn(maps) for _ in range(3 * PATIENCE)]
    assert [one for one in pictures if one] == [[0], [1]]
    first, second = (number for number, one in enumerate(pictures) if one)
    assert second - first >= PATIENCE


def test_a_map_that_moves_has_taken_in_what_came(maps):
    maps.forget_near(EYE, 30.0, later=True)
    moved = EYE + 3_000.0 * NORTH
    assert len(maps.update(moved, NORTH, 20.0, LIGHT)) == 2
    again = [maps.update(moved, NORTH, 20.0, LIGHT) for _ in range(3 * PATIENCE)]
    assert not any(again)
