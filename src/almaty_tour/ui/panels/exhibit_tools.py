"""Turning an exhibit with single presses: round, nearer, the light; and to its neighbours."""

from __future__ import annotations

from almaty_tour.session.state import Mode
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.exhibit_plan import exhibit_plan
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.view import UiView
from almaty_tour.ui.widgets import icon_button, surface

ORDER = 91
TURN_DEG, LIGHT_DEG, NEARER = 30.0, 45.0, 2.0
TOOLS: tuple[tuple[str, str, str, float | None], ...] = (
    ("previous", "back", "previous_exhibit", None),
    ("turn_left", "left", "turn_exhibit", TURN_DEG),
    ("turn_right", "right", "turn_exhibit", -TURN_DEG),
    ("tilt", "orbit", "tilt_exhibit", None),
    ("nearer", "plus", "zoom_exhibit", NEARER),
    ("farther", "minus", "zoom_exhibit", -NEARER),
    ("light", "sun", "turn_light", LIGHT_DEG),
    ("scale", "ruler", "toggle_scale", None),
    ("compare", "compare", "compare_exhibit", None),
    ("next", "skip", "next_exhibit", None),
)


def shown(desk: Desk, view: UiView) -> bool:
    looking = view.state.mode is Mode.EXHIBITION and desk.sheet is Sheet.NONE
    return looking and view.window.chrome


def build(pen: Pen, view: UiView) -> None:
    """One row of round tools."""
    rect = exhibit_plan(pen).tools
    surface(pen, rect, radius=28.0)
    step = rect.width / len(TOOLS)
    for number, (name, picture, command, argument) in enumerate(TOOLS):
        at = (rect.left + (number + 0.5) * step, rect.centre[1])
        told = pen.words(f"exhibits.{name}")
        used = name in _in_use(view)
        if icon_button(pen, f"exhibit_tool.{name}", at, picture, told, used):
            pen.wish(command, argument)


def _in_use(view: UiView) -> frozenset[str]:
    held = view.state.held
    if held is None:
        return frozenset()
    used = {"scale": held.measured, "compare": bool(held.beside)}
    return frozenset(name for name, on in used.items() if on)
