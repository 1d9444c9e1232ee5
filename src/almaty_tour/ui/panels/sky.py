"""The sky: the month of the year and the kind of weather."""

from __future__ import annotations

from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.frame_plan import plan
from almaty_tour.ui.icons import ICONS
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.view import UiView
from almaty_tour.ui.widgets import icon_button, surface

ORDER = 81
UNKNOWN_ICON = "cloud"
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


def shown(desk: Desk, view: UiView) -> bool:
    exploring = view.state.mode is Mode.EXPLORE and desk.sheet is Sheet.NONE
    return exploring and desk.sky_open and view.window.chrome


def build(pen: Pen, view: UiView) -> None:
    """The month with its steps above, a button for each kind of weather below."""
    rect = plan(pen, view).sky
    if rect is None:
        return
    u = pen.unit
    surface(pen, rect)
    _month(pen, view, Rect(rect.left, rect.top + 6 * u, rect.width, 44 * u))
    kinds = view.weathers
    step = (rect.width - 16 * u) / max(len(kinds), 1)
    for number, kind in enumerate(kinds):
        at = (rect.left + 8 * u + step * (number + 0.5), rect.top + 76 * u)
        picture = kind.icon if kind.icon in ICONS else UNKNOWN_ICON
        chosen = kind.id == view.state.weather
        if icon_button(pen, f"weather.{kind.id}", at, picture, kind.name, chosen=chosen):
            pen.wish("set_weather", kind.id)


def _month(pen: Pen, view: UiView, rect: Rect) -> None:
    u, month = pen.unit, view.state.local_time.month
    y = rect.centre[1]
    if icon_button(pen, "month_before", (rect.left + 30 * u, y), "left", pen.words("sky.before")):
        pen.wish("set_month", month - 1)
    if icon_button(pen, "month_after", (rect.right - 30 * u, y), "right", pen.words("sky.after")):
        pen.wish("set_month", month + 1)
    middle = Rect(rect.left + 60 * u, rect.top, rect.width - 120 * u, rect.height)
    pen.line(middle, pen.words(f"sky.{MONTHS[month - 1]}"), theme.STRONG, theme.INK, 0.5)
