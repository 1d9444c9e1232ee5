"""A gamepad, where the system lets us look for one; without it everything goes on."""

from __future__ import annotations

from typing import Any

from almaty_tour.app.hands import Hands
from almaty_tour.session.state import Controls, Mode

DEAD_ZONE = 0.16
TURN_RAD_S = 1.5

_FOCUS_KEYS = {
    "a": "space", "dpleft": "left", "dpright": "right", "dpup": "up", "dpdown": "down",
}  # fmt: skip
_TOUR_KEYS = {"a": "space", "x": "c", "dpleft": "b", "dpright": "n", "y": "x"}
_EXPLORE_KEYS = {"a": "g", "x": "m", "y": "l", "dpleft": "p", "dpright": "n",
                 "dpup": "bracketright", "dpdown": "bracketleft"}  # fmt: skip


class Gamepad:
    """The first gamepad that is found; others are left alone."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._controller: Any = None
        self._manager: Any = None
        try:
            from pyglet.input import ControllerManager

            self._manager = ControllerManager()
            self._manager.push_handlers(on_connect=self.connect, on_disconnect=self.disconnect)
            for found in self._manager.get_controllers():
                self.connect(found)
        except Exception:
            self._manager = None

    @property
    def present(self) -> bool:
        """Whether a gamepad is in use."""
        return self._controller is not None

    def connect(self, controller: Any) -> None:
        """Takes a gamepad when there is none yet."""
        if self._controller is not None:
            return
        try:
            controller.open()
        except Exception:
            return
        self._controller = controller
        controller.push_handlers(
            on_button_press=self.pressed,
            on_button_release=self.released,
            on_dpad_motion=self.dpad_moved,
        )

    def disconnect(self, controller: Any) -> None:
        """Lets a gamepad go."""
        if controller is self._controller:
            self._controller = None

    def close(self) -> None:
        """Lets go of everything."""
        try:
            if self._controller is not None:
                self._controller.close()
            if self._manager is not None:
                self._manager.pop_handlers()
        except Exception:
            pass
        self._controller = self._manager = None

    def pressed(self, controller: Any, button: str) -> None:
        """A button went down: the same as a key."""
        hands = self._hands
        if button == "start":
            hands.press("tab")
        elif button in {"b", "back"}:
            hands.press("escape")
        elif (key := self._key(button)) is not None:
            hands.press(key)

    def released(self, controller: Any, button: str) -> None:
        """A button went up."""
        if button == "start":
            self._hands.interface.key("tab", False)
        elif (key := _FOCUS_KEYS.get(button)) is not None:
            self._hands.interface.key(key, False)

    def dpad_moved(self, controller: Any, vector: Any) -> None:
        """The cross moved; middle lets all its directions go."""
        for name, held in (
            ("dpleft", vector.x < 0), ("dpright", vector.x > 0),
            ("dpup", vector.y > 0), ("dpdown", vector.y < 0),
        ):  # fmt: skip
            if held:
                self.pressed(controller, name)
            else:
                self.released(controller, name)

    def mix(self, controls: Controls, dt_s: float) -> Controls:
        """The controls with the sticks added."""
        pad = self._controller
        if pad is None or self._hands.interface.wants_keyboard:
            return controls
        right, ahead = _live(pad.leftx), _live(pad.lefty)
        up = float(bool(pad.rightshoulder)) - float(bool(pad.leftshoulder))
        turn = TURN_RAD_S * dt_s
        look = (_live(pad.rightx) * turn, _live(pad.righty) * turn)
        if not any((right, ahead, up, *look)):
            return controls
        self._hands.interface.touched()
        return Controls(
            move=_sum(controls.move, (right, ahead, up)),
            look_rad=(controls.look_rad[0] + look[0], controls.look_rad[1] + look[1]),
            zoom=controls.zoom,
            fast=controls.fast or pad.righttrigger > 0.5,
        )

    def _key(self, button: str) -> str | None:
        state = self._hands.state
        if state is None:
            return None
        if self._hands.interface.wants_keyboard or state.mode is Mode.TITLE:
            return _FOCUS_KEYS.get(button)
        return (_TOUR_KEYS if state.mode is Mode.TOUR else _EXPLORE_KEYS).get(button)


def _live(value: float) -> float:
    """A stick's value without its dead zone, rising from zero."""
    size = abs(value)
    if size <= DEAD_ZONE:
        return 0.0
    return (1.0 if value > 0 else -1.0) * (size - DEAD_ZONE) / (1.0 - DEAD_ZONE)


def _sum(
    a: tuple[float, float, float], b: tuple[float, float, float]
) -> tuple[float, float, float]:
    x, y, z = (min(max(p + q, -1.0), 1.0) for p, q in zip(a, b, strict=True))
    return x, y, z
