"""The time of day: a band of sky to drag on, and half-hour steps for one tap."""

from __future__ import annotations

from itertools import pairwise

from slimgui import imgui

from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.format import clock, hours
from almaty_tour.ui.frame_plan import plan
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.view import UiView
from almaty_tour.ui.widgets import focus_ring, icon_button, press, surface

ORDER = 80
STEP_HOURS = 0.5
SKY_BY_HOUR = (
    (0.0, "#141B33"), (5.0, "#27305C"), (6.5, "#C98A6B"), (8.5, "#86B4DE"), (13.0, "#A6CDEF"),
    (16.5, "#8FBDE6"), (18.5, "#E0935C"), (20.0, "#3B3766"), (24.0, "#141B33"),
)  # fmt: skip


def shown(desk: Desk, view: UiView) -> bool:
    return view.state.mode is Mode.EXPLORE and desk.sheet is Sheet.NONE and view.window.chrome


def build(pen: Pen, view: UiView) -> None:
    """Name and clock above, the band with its steps below."""
    rect = plan(pen, view).daylight
    if rect is None:
        return
    u, now = pen.unit, hours(view.state.local_time)
    surface(pen, rect)
    head = Rect(rect.left + 20 * u, rect.top + 14 * u, rect.width - 40 * u, 26 * u)
    pen.line(head, pen.words("explore.time_of_day"), theme.STRONG)
    room = Rect(head.left, head.top, head.width - 44 * u, head.height)
    pen.line(room, clock(now), theme.STRONG, theme.GOLD_BRIGHT, 1.0)
    at, hint = (rect.right - 30 * u, rect.top + 27 * u), pen.words("sky.open")
    if icon_button(pen, "sky", at, "sun_cloud", hint, chosen=pen.desk.sky_open):
        pen.wish("toggle_sky")
    y = rect.top + 74 * u
    if icon_button(pen, "earlier", (rect.left + 30 * u, y), "minus", pen.words("explore.earlier")):
        pen.wish("set_hour", (now - STEP_HOURS) % 24.0)
    if icon_button(pen, "later", (rect.right - 30 * u, y), "plus", pen.words("explore.later")):
        pen.wish("set_hour", (now + STEP_HOURS) % 24.0)
    _band(pen, Rect(rect.left + 62 * u, y - 22 * u, rect.width - 124 * u, 44 * u), now)


def _band(pen: Pen, rect: Rect, now: float) -> None:
    u, draw, y = pen.unit, pen.draw, rect.centre[1]
    _, hovered, held = press(pen, "daylight", rect)
    if held and imgui.is_mouse_down(imgui.MouseButton.LEFT):
        share = (imgui.get_mouse_pos()[0] - rect.left) / rect.width
        pen.wish("set_hour", min(max(share, 0.0), 0.9999) * 24.0)
    half = (5.0 if hovered or held else 4.0) * u
    for (start, a), (end, b) in pairwise(SKY_BY_HOUR):
        x0, x1 = (rect.left + rect.width * hour / 24.0 for hour in (start, end))
        near, far = theme.rgba(a), theme.rgba(b)
        draw.add_rect_filled_multi_color((x0, y - half), (x1, y + half), near, far, far, near)
    for hour in (0, 6, 12, 18, 24):
        x = rect.left + rect.width * hour / 24.0
        text = f"{hour}"
        width = pen.measure(text, theme.TINY)[0]
        pen.text((x - width / 2, y + 15 * u), text, theme.TINY, theme.MUTED)
    x = rect.left + rect.width * now / 24.0
    draw.add_circle_filled((x, y), 12 * u, theme.NIGHT, 32)
    draw.add_circle_filled((x, y), 10 * u, theme.GOLD, 32)
    draw.add_circle_filled((x, y), 4 * u, theme.rgba("#FFF6DF"), 24)
    focus_ring(pen, rect, 10 * u)
