"""The frieze as places: every event once and in order, decisions alone, no board over another."""

import itertools
import math

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.content.frieze import GROUP, boards, load_frieze_words
from almaty_tour.content.history import Event, load_history
from almaty_tour.content.interiors import Hanging, InteriorSpec, Portal, RoomLight
from almaty_tour.content.model import LANGUAGES

CONTENT = assets_dir() / "content"
EVENTS = tuple(load_history(CONTENT)[0].values())
GREY = (0.2, 0.2, 0.2)
LIGHT = RoomLight((0.0, 80.0), GREY, GREY, GREY, GREY, GREY, 1.0, 0.0)


def hall(*walls, door=(0.0, 0.0, 0.0)):
    """An interior whose walls are (id, count, first place, step, facing, most)."""
    places = tuple(
        Hanging(f"{name}.{k + 1}", GROUP, tuple(np.add(first, np.multiply(step, k))), facing, most)
        for name, count, first, step, facing, most in walls
        for k in range(count)
    )
    portal = Portal("museum", (0.0, 0.0, 0.0), 0.0, 9.0, door, 0.0)
    return InteriorSpec(
        "hall", 1, {}, {}, "hall.glb", 0.0, LIGHT, (portal,), (), places, (), ()
    )  # fmt: skip


EAST = ("east", 10, (0.4, 19.0, 1.75), (0.0, 2.0, 0.0), 90.0, (1.9, 1.5))
WEST = ("west", 10, (-0.4, 37.0, 1.75), (0.0, -2.0, 0.0), 270.0, (1.9, 1.5))


def corners(board):
    turn = math.radians(board.facing_deg)
    along = np.array([-math.cos(turn), math.sin(turn), 0.0]) * board.size_m[0] / 2.0
    return np.array(board.at_m) - along, np.array(board.at_m) + along


def test_every_event_is_told_once_and_in_order():
    found = boards(hall(WEST, EAST), EVENTS)
    assert [one for board in found for one in board.events] == list(EVENTS)
    assert max(len(board.events) for board in found) <= 5


def test_a_decision_has_a_whole_place_for_itself():
    found = boards(hall(WEST, EAST), EVENTS)
    decided = [board for board in found if board.decision]
    assert sorted(board.decision for board in decided) == [
        "constitution", "currency", "independence", "test_site",
    ]  # fmt: skip
    assert all(board.size_m == (1.9, 1.5) for board in decided)


def test_it_begins_by_the_door_and_reads_from_left_to_right():
    found = boards(hall(WEST, EAST), EVENTS)
    assert found[0].facing_deg == 90.0
    for before, after in itertools.pairwise(found):
        if before.facing_deg == after.facing_deg:
            way = np.subtract(after.at_m, before.at_m)
            left, right = corners(before)
            assert way @ (right - left) > 0.0


def test_no_board_lies_on_another_or_leaves_its_place():
    found = boards(hall(WEST, EAST), EVENTS)
    for before, after in itertools.pairwise(found):
        if before.facing_deg == after.facing_deg:
            gap = np.linalg.norm(np.subtract(after.at_m, before.at_m))
            assert gap >= (before.size_m[0] + after.size_m[0]) / 2.0 - 1e-9
    lows, highs = zip(*(corners(board) for board in found if board.facing_deg == 90.0), strict=True)
    assert min(one[1] for one in lows) >= 19.0 - 0.95 - 1e-9
    assert max(one[1] for one in highs) <= 37.0 + 0.95 + 1e-9


@pytest.mark.parametrize("count", [1, 3, 7, 9, 40, 200])
def test_a_hall_of_any_size_tells_all_of_it(count):
    wall = ("only", count, (0.0, 0.0, 1.6), (2.0, 0.0, 0.0), 0.0, (1.9, 1.5))
    found = boards(hall(wall), EVENTS)
    assert [one for board in found for one in board.events] == list(EVENTS)
    assert all(board.events for board in found)


def test_a_hall_without_places_or_a_story_has_no_boards():
    assert boards(hall(), EVENTS) == ()
    assert boards(hall(EAST), ()) == ()


def test_an_upright_place_is_not_cut_in_two():
    wall = ("only", 12, (0.0, 0.0, 1.6), (1.2, 0.0, 0.0), 0.0, (0.9, 1.5))
    assert {board.size_m for board in boards(hall(wall), EVENTS)} == {(0.9, 1.5)}


def test_the_shipped_words_are_whole():
    words = load_frieze_words(CONTENT)
    for one in (words.uncertain, *words.decisions.values()):
        assert set(one) == set(LANGUAGES)
    assert {event.decision for event in EVENTS} - {""} == words.decisions.keys()
    assert isinstance(EVENTS[0], Event)
