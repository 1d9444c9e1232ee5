"""Within an interior: the way out, what is at hand, and the way from exhibit to exhibit."""

from __future__ import annotations

from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.view import UiView
from almaty_tour.ui.widgets import Look, button, icon_button, surface

ORDER = 92
BAR, STEP = 56.0, 50.0
TOOLS = (
    ("screenshot", "camera", "screenshot"),
    ("settings", "gear", "toggle_settings"),
    ("help", "help", "toggle_help"),
)


def shown(desk: Desk, view: UiView) -> bool:
    return view.state.mode is Mode.INSIDE and desk.sheet is Sheet.NONE and view.window.chrome


def build(pen: Pen, view: UiView) -> None:
    """Out at the left top, tools at the right top, what is at hand in the middle below."""
    u = pen.unit
    margin = (theme.MARGIN if pen.screen.width > 1000 * u else 14.0) * u
    _leave(pen, view, margin)
    _tools(pen, margin)
    if view.inside.stands or view.at_hand is not None:
        _hand(pen, view, margin)


def _leave(pen: Pen, view: UiView, margin: float) -> None:
    u, text = pen.unit, pen.words("inside.leave")
    width = pen.measure(text, theme.STRONG)[0] + 72 * u
    rect = Rect(margin, margin, width, 52 * u)
    surface(pen, rect, radius=26.0)
    look = Look.PRIMARY if view.inside.at_door else Look.QUIET
    if button(pen, "inside.leave", rect, text, look, "left"):
        pen.wish("leave_interior")


def _tools(pen: Pen, margin: float) -> None:
    u = pen.unit
    width = len(TOOLS) * STEP * u
    rect = Rect(pen.screen.width - margin - width, margin, width, 52 * u)
    surface(pen, rect, radius=26.0)
    for number, (name, picture, command) in enumerate(TOOLS):
        at = (rect.left + (number + 0.5) * STEP * u, rect.centre[1])
        if icon_button(pen, f"inside.{name}", at, picture, pen.words(f"explore.{name}")):
            pen.wish(command)


def _hand(pen: Pen, view: UiView, margin: float) -> None:
    """What is at hand between the ways to the exhibits beside it; else the name of the room."""
    u, exhibit, picture = pen.unit, view.inside.exhibit, view.at_hand
    name = exhibit if picture is None else picture.title
    text = pen.words("inside.look_at", name=name) if name else view.inside.name
    most = pen.screen.width - 2 * margin
    width = min(max(pen.measure(text, theme.STRONG)[0] + 190 * u, 380 * u), most)
    top = pen.screen.height - margin - BAR * u
    rect = Rect((pen.screen.width - width) / 2, top, width, BAR * u)
    surface(pen, rect, radius=28.0)
    y = rect.centre[1]
    at = (rect.left + 30 * u, y)
    if icon_button(pen, "inside.previous", at, "left", pen.words("exhibits.previous")):
        pen.wish("previous_stand")
    at = (rect.right - 30 * u, y)
    if icon_button(pen, "inside.next", at, "right", pen.words("exhibits.next")):
        pen.wish("next_stand")
    inner = Rect(rect.left + 60 * u, rect.top + 5 * u, rect.width - 120 * u, rect.height - 10 * u)
    if picture is not None:
        if button(pen, "inside.picture", inner, text, Look.PRIMARY, "picture"):
            pen.wish("look_at_picture", picture.id)
    elif not exhibit:
        pen.line(inner, text, theme.STRONG, theme.INK, 0.5)
    elif button(pen, "inside.look", inner, text, Look.PRIMARY, "vessel"):
        pen.wish("use_here")
