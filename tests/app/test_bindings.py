import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.app.bindings import BINDINGS, MOVES, bound, key_name, moves
from almaty_tour.session.commands import SESSION_COMMANDS, WINDOW_COMMANDS
from almaty_tour.session.state import Mode

NAMES = {
    119: "W",
    65307: "ESCAPE",
    65505: "LSHIFT",
    65470: "F1",
    49: "_1",
    34: "DOUBLEQUOTE",
    91: "BRACKETLEFT",
}


@pytest.mark.parametrize(
    ("keycode", "name"),
    [
        (24, "q"),
        (25, "w"),
        (26, "e"),
        (38, "a"),
        (39, "s"),
        (40, "d"),
        (46, "l"),
        (57, "n"),
        (58, "m"),
        (10, "1"),
        (12, "3"),
        (20, "minus"),
        (21, "equal"),
        (34, "bracketleft"),
        (35, "bracketright"),
    ],
)
def test_keys_of_a_cyrillic_layout_go_by_their_place(keycode, name):
    assert key_name(keycode << 32, NAMES) == name


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        (119, "w"),
        (65307, "escape"),
        (65505, "shift"),
        (65470, "f1"),
        (49, "1"),
        (34, "1"),
        (91, "bracketleft"),
        (12345, ""),
    ],
)
def test_keys_of_a_latin_layout_go_by_their_name(symbol, name):
    assert key_name(symbol, NAMES) == name


def test_unknown_places_have_no_name():
    assert key_name(200 << 32, NAMES) == ""


def test_every_bound_command_exists_and_no_key_is_bound_twice():
    seen = set()
    for one in BINDINGS:
        assert one.command.name in SESSION_COMMANDS | WINDOW_COMMANDS
        for mode in one.modes:
            assert (one.key, mode) not in seen
            seen.add((one.key, mode))


def test_moving_keys_have_no_other_meaning_while_exploring():
    assert not [key for key in MOVES if bound(key, Mode.EXPLORE)]


@given(st.sets(st.sampled_from([*MOVES, "shift", "x"])))
def test_moves_stay_in_range_and_opposites_cancel(held):
    assert all(-1.0 <= part <= 1.0 for part in moves(held))
    assert moves({*held, "w", "up", "s", "down"})[1] == 0.0


def test_forward_right_up():
    assert moves({"w", "d", "e"}) == (1.0, 1.0, 1.0)
    assert moves({"left", "page_down"}) == (-1.0, 0.0, -1.0)
