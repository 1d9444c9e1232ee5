"""Keys to commands, for every keyboard layout.

A Kazakh or Russian layout on X11 delivers letters and digits as `user_key(keycode)`, because
the keysym is Cyrillic; `key_name` then goes by the place of the key.
"""

from __future__ import annotations

from dataclasses import dataclass

from almaty_tour.session.commands import Command
from almaty_tour.session.state import Mode

USER_KEY_SHIFT = 32
"""pyglet's `user_key(code)` is the code shifted by this much."""

_X11_ROWS = (
    (10, ("1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "minus", "equal")),
    (24, ("q", "w", "e", "r", "t", "y", "u", "i", "o", "p", "bracketleft", "bracketright")),
    (38, ("a", "s", "d", "f", "g", "h", "j", "k", "l")),
    (52, ("z", "x", "c", "v", "b", "n", "m", "comma", "period", "slash")),
)
X11_NAMES = {first + i: name for first, row in _X11_ROWS for i, name in enumerate(row)}

# Names that pyglet gives, where ours are shorter. The Kazakh layout has a quotation mark
# where others have 1.
_SAME = {
    "return": "enter", "enter": "enter", "num_enter": "enter", "escape": "escape",
    "lshift": "shift", "rshift": "shift", "lctrl": "ctrl", "rctrl": "ctrl",
    "pageup": "page_up", "pagedown": "page_down", "plus": "equal", "num_add": "equal",
    "num_subtract": "minus", "doublequote": "1",
    "underscore": "minus", "lalt": "alt", "ralt": "alt",
}  # fmt: skip


def key_name(symbol: int, name_of: dict[int, str]) -> str:
    """Our name of a pyglet key symbol; "" when it has none.

    `name_of` is pyglet's own table of names by symbol.
    """
    if symbol >> USER_KEY_SHIFT:
        return X11_NAMES.get(symbol >> USER_KEY_SHIFT, "")
    name = name_of.get(symbol, "").lower().lstrip("_")
    return _SAME.get(name, name)


@dataclass(frozen=True)
class Binding:
    """A key, the modes in which it counts, and the command it makes."""

    key: str
    modes: frozenset[Mode]
    command: Command


_ALL = frozenset(Mode)
_TOUR = frozenset({Mode.TOUR})
_EXPLORE = frozenset({Mode.EXPLORE})
_TITLE = frozenset({Mode.TITLE})
_EXHIBITION = frozenset({Mode.EXHIBITION})
_STORY = frozenset({Mode.STORY})
_INSIDE = frozenset({Mode.INSIDE})

BINDINGS = (
    Binding("f1", _ALL, Command("toggle_help")),
    Binding("f10", _ALL, Command("toggle_settings")),
    Binding("f11", _ALL, Command("toggle_full_screen")),
    Binding("f12", _ALL, Command("screenshot")),
    Binding("space", _TOUR, Command("play_pause")),
    Binding("n", _TOUR, Command("skip_step")),
    Binding("right", _TOUR, Command("skip_step")),
    Binding("b", _TOUR, Command("back_step")),
    Binding("left", _TOUR, Command("back_step")),
    Binding("c", _TOUR, Command("toggle_captions")),
    Binding("x", _TOUR, Command("explore")),
    Binding("n", _EXPLORE, Command("next_landmark")),
    Binding("p", _EXPLORE, Command("previous_landmark")),
    Binding("l", _EXPLORE, Command("toggle_list")),
    Binding("m", _EXPLORE, Command("toggle_map")),
    Binding("k", _EXPLORE, Command("next_weather")),
    Binding("v", _EXPLORE, Command("toggle_labels")),
    Binding("equal", _EXPLORE, Command("map_nearer")),
    Binding("minus", _EXPLORE, Command("map_farther")),
    Binding("1", _EXPLORE, Command("set_rig", "fly")),
    Binding("2", _EXPLORE, Command("set_rig", "orbit")),
    Binding("3", _EXPLORE, Command("set_rig", "walk")),
    Binding("i", _EXPLORE | _TITLE | _EXHIBITION, Command("toggle_gallery")),
    Binding("o", _EXPLORE | _TITLE, Command("show_exhibit")),
    Binding("n", _EXHIBITION, Command("next_exhibit")),
    Binding("p", _EXHIBITION, Command("previous_exhibit")),
    Binding("r", _EXHIBITION, Command("turn_light", 45.0)),
    Binding("l", _EXHIBITION, Command("toggle_scale")),
    Binding("c", _EXHIBITION, Command("compare_exhibit")),
    Binding("m", _EXHIBITION, Command("toggle_finds")),
    Binding("o", _EXHIBITION, Command("leave_exhibits")),
    Binding("t", _EXPLORE | _TITLE | _EXHIBITION | _INSIDE, Command("open_story")),
    Binding("n", _STORY, Command("next_event")),
    Binding("right", _STORY, Command("next_event")),
    Binding("down", _STORY, Command("next_event")),
    Binding("p", _STORY, Command("previous_event")),
    Binding("left", _STORY, Command("previous_event")),
    Binding("up", _STORY, Command("previous_event")),
    Binding("g", _STORY, Command("fly_to_event")),
    Binding("enter", _STORY, Command("open_event")),
    Binding("t", _STORY, Command("go_back")),
    Binding("h", _TOUR | _EXPLORE | _EXHIBITION | _STORY | _INSIDE, Command("toggle_help")),
    Binding("e", _INSIDE, Command("use_here")),
    Binding("enter", _INSIDE | _EXPLORE, Command("use_here")),
    Binding("n", _INSIDE, Command("next_stand")),
    Binding("p", _INSIDE, Command("previous_stand")),
    Binding("o", _INSIDE, Command("leave_interior")),
    Binding("enter", _TITLE, Command("start_tour")),
    Binding("x", _TITLE, Command("explore")),
)
"""Keys with a fixed command; `viewer_keys` has those that need the state."""

MOVES = {
    "w": (0.0, 1.0, 0.0), "up": (0.0, 1.0, 0.0), "s": (0.0, -1.0, 0.0), "down": (0.0, -1.0, 0.0),
    "a": (-1.0, 0.0, 0.0), "left": (-1.0, 0.0, 0.0), "d": (1.0, 0.0, 0.0),
    "right": (1.0, 0.0, 0.0), "e": (0.0, 0.0, 1.0), "page_up": (0.0, 0.0, 1.0),
    "q": (0.0, 0.0, -1.0), "page_down": (0.0, 0.0, -1.0),
}  # fmt: skip
"""What a held key adds to right, forward, up."""


def bound(key: str, mode: Mode) -> Command | None:
    """The fixed command of a key in a mode."""
    return next((one.command for one in BINDINGS if one.key == key and mode in one.modes), None)


def moves(held: set[str]) -> tuple[float, float, float]:
    """Right, forward, up of all held keys, each -1 to 1."""
    sums = [0.0, 0.0, 0.0]
    for key in held:
        for axis, part in enumerate(MOVES.get(key, (0.0, 0.0, 0.0))):
            sums[axis] += part
    right, forward, up = (min(max(value, -1.0), 1.0) for value in sums)
    return right, forward, up
