"""The way in: a pill when one stands at a door that leads into an interior."""

from __future__ import annotations

from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.frame_plan import plan
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.view import UiView
from almaty_tour.ui.widgets import Look, button

ORDER = 93
HEIGHT = 54.0


def shown(desk: Desk, view: UiView) -> bool:
    exploring = view.state.mode is Mode.EXPLORE and desk.sheet is Sheet.NONE
    return exploring and view.window.chrome and view.inside.entry is not None


def build(pen: Pen, view: UiView) -> None:
    """One button above the ways to move."""
    entry = view.inside.entry
    if entry is None:
        return
    text = pen.words("inside.go_in_to", name=entry.name)
    if pill(pen, view, "door.enter", text, "walk"):
        pen.wish("enter_interior", entry.interior)


def pill(pen: Pen, view: UiView, name: str, text: str, picture: str) -> bool:
    """A button above the ways to move, as wide as its words; whether it was pressed."""
    u, rigs = pen.unit, plan(pen, view).rigs
    middle = pen.screen.width / 2 if rigs is None else rigs.centre[0]
    low = (pen.screen.height if rigs is None else rigs.top) - 56 * u
    width = min(pen.measure(text, theme.STRONG)[0] + 72 * u, pen.screen.width - 40 * u)
    rect = Rect(middle - width / 2, low - HEIGHT * u, width, HEIGHT * u)
    return button(pen, name, rect, text, Look.PRIMARY, picture)
