"""What arrives throws its shadow at once, or one map at a time; maps that take their time."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.render.cascades import PATIENCE, CascadeSet

EYE, NORTH = np.array([0.0, 0.0, 820.0]), np.array([0.0, 1.0, 0.0])
LIGHT = np.array([0.0, -0.6, 0.8])
TURNED = np.array([0.0, -0.61, np.sqrt(1.0 - 0.61**2)])
ASIDE = np.array([700.0, 600.0, 0.0])
FAR = np.array([40_000.0, 0.0, 800.0])
STEP = 60.0 * NORTH


@pytest.fixture
def maps() -> CascadeSet:
    made = CascadeSet(1024, (150.0, 900.0))
    made.update(EYE, NORTH, 20.0, LIGHT)
    return made


def drawn(maps, eye=EYE) -> list[int]:
    return [index for index, _ in maps.update(eye, NORTH, 20.0, LIGHT)]


def followed(maps, eye=EYE, light=LIGHT) -> list[int]:
    """What is due in a picture, begun and shown at once."""
    maps.follow(eye, NORTH, 20.0, light)
    placed = maps.due()
    maps.begin(placed)
    maps.show()
    return [index for index, _ in placed]


def test_what_comes_near_is_drawn_at_once_where_it_reaches(maps):
    assert drawn(maps) == []
    maps.forget_near(FAR, 50.0)
    assert drawn(maps) == []
    maps.forget_near(EYE + ASIDE, 30.0)
    assert drawn(maps) == [1]
    maps.forget_near(EYE, 30.0)
    assert drawn(maps) == [0, 1]


def test_later_it_is_drawn_one_map_at_a_time(maps):
    pictures = [followed(maps) for _ in range(PATIENCE)]
    assert pictures == [[]] * PATIENCE
    maps.forget_near(EYE, 30.0, later=True)
    pictures = [followed(maps) for _ in range(3 * PATIENCE)]
    assert sorted(one for one in pictures if one) == [[0], [1]]
    first, second = (number for number, one in enumerate(pictures) if one)
    assert second - first >= PATIENCE


def test_a_map_that_moves_has_taken_in_what_came(maps):
    maps.forget_near(EYE, 30.0, later=True)
    moved = EYE + 3_000.0 * NORTH
    assert len(maps.update(moved, NORTH, 20.0, LIGHT)) == 2
    again = [followed(maps, moved) for _ in range(3 * PATIENCE)]
    assert not any(again)


def test_maps_that_the_eye_has_left_take_turns(maps):
    eyes = [EYE + n * 2.0 * STEP for n in range(1, 9)]
    pictures = [followed(maps, eye) for eye in eyes]
    assert all(len(one) <= 1 for one in pictures)
    assert 1 in [one[0] for one in pictures if one]  # the far map does not wait for ever


def test_what_comes_while_a_map_is_under_way_is_in_the_next_one(maps):
    maps.follow(EYE + 2.0 * STEP, NORTH, 20.0, LIGHT)
    under_way = maps.due()
    assert [index for index, _ in under_way] == [0]
    maps.begin(under_way)
    new_place = under_way[0][1].centre + np.array([0.0, 145.0, 0.0])  # not in the old map
    maps.forget_near(new_place, 1.0, later=True)
    maps.show()
    pictures = [followed(maps, EYE + 2.0 * STEP) for _ in range(3 * PATIENCE)]
    assert [0] in pictures


def test_light_that_turns_replaces_all_maps_together(maps):
    maps.follow(EYE, NORTH, 20.0, TURNED)
    assert not maps.jumped
    before = maps.places(EYE)
    placed = maps.due()
    assert [index for index, _ in placed] == [0, 1]
    maps.begin(placed)
    under_way = maps.places(EYE)
    assert np.array_equal(under_way.turn, before.turn)
    assert np.array_equal(under_way.offset, before.offset)
    maps.show()
    after = maps.places(EYE)
    assert np.allclose(after.turn[2], -TURNED)
    assert all(np.array_equal(one.turn, after.turn) for one in maps.kept)


@pytest.mark.parametrize(("eye", "light", "jumped"), [
    (EYE, LIGHT, False), (EYE + STEP, TURNED, False),
    (EYE + 400.0 * NORTH, LIGHT, True), (EYE, np.array([0.6, 0.0, 0.8]), True),
])  # fmt: skip
def test_another_place_or_hour_is_a_jump(maps, eye, light, jumped):
    maps.follow(eye, NORTH, 20.0, light)
    assert maps.jumped == jumped
    maps.follow(eye, NORTH, 20.0, light)
    assert not maps.jumped


def test_the_first_picture_is_a_jump():
    maps = CascadeSet(1024, (150.0, 900.0))
    maps.follow(EYE, NORTH, 20.0, LIGHT)
    assert maps.jumped
