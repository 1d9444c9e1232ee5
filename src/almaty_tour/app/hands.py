"""Events of mouse and keyboard become controls and commands; the interface comes first."""

from __future__ import annotations

import math

from almaty_tour.app.bindings import bound, key_name, moves
from almaty_tour.session.commands import Command
from almaty_tour.session.state import Controls, Mode, Rig, SessionState
from almaty_tour.tour.player import SPEEDS
from almaty_tour.ui.desk import Sheet
from almaty_tour.ui.format import hours
from almaty_tour.ui.interface import Interface

TURN_RAD_PER_PT = 0.0032
CLICK_PT = 5.0
BUTTONS = {1: 0, 4: 1, 2: 2}
"""pyglet's mouse buttons to the interface's numbers: left, right, middle."""

_WINDOW_KEYS = frozenset({"f1", "f10", "f11", "f12"})
_MOVING = (Mode.EXPLORE, Mode.EXHIBITION, Mode.INSIDE)
_MODIFIERS = frozenset({"shift", "ctrl", "alt"})


PAGES = {
    "right": "next_picture", "n": "next_picture",
    "left": "previous_picture", "p": "previous_picture",
}  # fmt: skip
"""Keys of a picture that lies open alone."""


class Hands:
    """Collects what the visitor does between two pictures.

    The window pushes its events here; `take` hands them over. Points count from the left top.
    `at_hand` is the framed picture before the eye, which a key opens.
    """

    def __init__(self, interface: Interface, name_of: dict[int, str]) -> None:
        self.interface = interface
        self.state: SessionState | None = None
        self.size_pt = (1280.0, 720.0)
        self.window_size = (1280, 720)
        self.clicked_pt: tuple[float, float] | None = None
        self.at_hand: str | None = None
        self._name_of = name_of
        self._held: set[str] = set()
        self._commands: list[Command] = []
        self._turn_rad = (0.0, 0.0)
        self._zoom = 0.0
        self._drag_pt = -1.0

    def take(self) -> tuple[Controls, list[Command]]:
        """Controls and commands since the last call."""
        held = set() if self.interface.wants_keyboard else self._held
        moving = self.state is not None and self.state.mode in _MOVING
        controls = Controls(
            move=moves(held) if moving else (0.0, 0.0, 0.0),
            look_rad=self._turn_rad,
            zoom=self._zoom,
            fast="shift" in held,
        )
        commands, self._commands = self._commands, []
        self._turn_rad, self._zoom = (0.0, 0.0), 0.0
        return controls, commands

    def wish(self, name: str, argument: str | float | None = None) -> None:
        """Adds a command."""
        self._commands.append(Command(name, argument))

    # Events of the window.

    def on_key_press(self, symbol: int, modifiers: int) -> bool:
        """A key went down; always handled, so that Escape does not close the window."""
        key = key_name(symbol, self._name_of)
        self.press(key, ctrl=bool(modifiers & 2), alt=bool(modifiers & 4))
        return True

    def on_key_release(self, symbol: int, modifiers: int) -> None:
        key = key_name(symbol, self._name_of)
        self._held.discard(key)
        self.interface.key(key, False)

    def on_text(self, text: str) -> None:
        if self.interface.wants_text and text.isprintable():
            self.interface.text(text)

    def on_mouse_motion(self, x: float, y: float, dx: float, dy: float) -> None:
        self.interface.pointer_at(*self._point(x, y))

    def on_mouse_drag(
        self, x: float, y: float, dx: float, dy: float, buttons: int, modifiers: int
    ) -> None:
        self.interface.pointer_at(*self._point(x, y))
        if self._drag_pt < 0.0 or self.state is None:
            return
        factor = self.size_pt[0] / max(self.window_size[0], 1)
        self._drag_pt += math.hypot(dx, dy) * factor
        wish = self.state.preferences
        turn = TURN_RAD_PER_PT * factor * wish.mouse_sensitivity
        up = -dy if wish.invert_y else dy
        self._turn_rad = self._turn_rad[0] + dx * turn, self._turn_rad[1] + up * turn

    def on_mouse_press(self, x: float, y: float, button: int, modifiers: int) -> None:
        at = self._point(x, y)
        self.interface.pointer_at(*at)
        self.interface.pointer_button(BUTTONS.get(button, 2), True)
        self._drag_pt = -1.0 if self.interface.covers(at) or self._on_title() else 0.0

    def on_mouse_release(self, x: float, y: float, button: int, modifiers: int) -> None:
        at = self._point(x, y)
        self.interface.pointer_at(*at)
        self.interface.pointer_button(BUTTONS.get(button, 2), False)
        if 0.0 <= self._drag_pt < CLICK_PT and button == 1 and not self.interface.covers(at):
            self.clicked_pt = at
        self._drag_pt = -1.0

    def on_mouse_scroll(self, x: float, y: float, scroll_x: float, scroll_y: float) -> None:
        at = self._point(x, y)
        if self.interface.covers(at):
            self.interface.wheel(scroll_y)
        else:
            self._zoom += scroll_y
            self.interface.touched()

    def on_mouse_leave(self, x: float, y: float) -> None:
        self.interface.pointer_at(-1e6, -1e6)

    def on_file_drop(self, x: float, y: float, paths: list[str]) -> None:
        """Files were dropped on the window: a map, heights or pictures of the visitor's own."""
        names = [str(path) for path in paths if "\n" not in str(path)]
        if names:
            self.wish("import_files", "\n".join(names))

    def on_deactivate(self) -> None:
        """Keys that are let go elsewhere are never reported."""
        for key in self._held:
            self.interface.key(key, False)
        self._held.clear()
        self._drag_pt = -1.0

    # What a key means.

    def press(self, key: str, *, ctrl: bool = False, alt: bool = False) -> None:
        """A key went down: flight, window, interface, then the mode's own keys.

        Every key stops a flight, also one without a name; Escape then does nothing more.
        """
        if self.state is None:
            return
        flying = self.state.mode is Mode.EXPLORE and self.state.flight is not None
        if flying and key not in _MODIFIERS and key != "escape":
            self.wish("stop_flight")
        if not key:
            return
        if (ctrl and key == "q") or (alt and key == "f4"):
            self.wish("quit")
        elif alt and key == "enter":
            self.wish("toggle_full_screen")
        elif key in _WINDOW_KEYS and (command := bound(key, self.state.mode)) is not None:
            self._commands.append(command)
        elif key == "escape":
            self._back()
        elif self.interface.wants_keyboard or key == "tab":
            self._to_interface(key, self.state)
        else:
            self._to_city(key, self.state)

    def _to_interface(self, key: str, state: SessionState) -> None:
        untouched = not self.interface.desk.focused and self.interface.desk.sheet is Sheet.NONE
        command = bound(key, state.mode)
        if self.interface.desk.sheet is Sheet.PICTURE and key in PAGES:
            self.wish(PAGES[key])
        elif state.mode is Mode.TITLE and untouched and command is not None:
            self._commands.append(command)
        else:
            self.interface.key(key, True)

    def _to_city(self, key: str, state: SessionState) -> None:
        self.interface.touched()
        self._held.add(key)
        command = bound(key, state.mode)
        if self.at_hand is not None and _opens(key, state):
            self.wish("look_at_picture", self.at_hand)
        elif command is not None:
            self._commands.append(command)
        elif state.mode is Mode.TOUR and key in {"minus", "equal"} and state.playback is not None:
            self.wish(
                "tour_speed", stepped_speed(state.playback.speed, 1 if key == "equal" else -1)
            )
        elif state.mode is Mode.EXPLORE:
            self._explore_key(key, state)

    def _explore_key(self, key: str, state: SessionState) -> None:
        if key in {"bracketleft", "bracketright"}:
            step = 0.5 if key == "bracketright" else -0.5
            self.wish("set_hour", (hours(state.local_time) + step) % 24.0)
        elif key == "e" and state.rig is Rig.WALK and state.door is not None:
            self.wish("use_here")
        elif key == "g" and state.selected is not None and not _flies_there(state):
            self.wish("fly_to", state.selected)

    def _back(self) -> None:
        state = self.state
        if state is None:
            return
        if state.flight is not None:
            self.wish("stop_flight")
            if self.interface.desk.sheet is not Sheet.NONE:
                self.interface.step_back()
        elif self.interface.step_back():
            return
        elif state.selected is not None and state.mode is Mode.EXPLORE:
            self.wish("select")
        elif state.before is not None:
            self.wish("go_back")
        elif state.mode is Mode.EXHIBITION:
            beside = state.held is not None and state.held.beside
            self.wish("compare_exhibit" if beside else "leave_exhibits")
        elif state.mode is Mode.INSIDE:
            self.wish("leave_interior")
        elif state.mode is not Mode.TITLE:
            self.wish("show_title")

    def _on_title(self) -> bool:
        return self.state is None or self.state.mode is Mode.TITLE

    def _point(self, x: float, y: float) -> tuple[float, float]:
        width, height = self.window_size
        return x / max(width, 1) * self.size_pt[0], (1.0 - y / max(height, 1)) * self.size_pt[1]


def _opens(key: str, state: SessionState) -> bool:
    """Whether a key opens the picture at hand: E rises where one flies."""
    on_foot = state.mode is Mode.INSIDE or state.rig is Rig.WALK
    return state.mode in (Mode.INSIDE, Mode.EXPLORE) and (
        key == "enter" or (key == "e" and on_foot)
    )


def _flies_there(state: SessionState) -> bool:
    """Whether a flight to the open card is under way, which the key of the flight ends."""
    return state.flight is not None and state.flight.landmark == state.selected


def stepped_speed(speed: float, step: int) -> float:
    """The next faster or slower tour speed."""
    nearest = min(range(len(SPEEDS)), key=lambda i: abs(SPEEDS[i] - speed))
    return SPEEDS[min(max(nearest + step, 0), len(SPEEDS) - 1)]
