"""The round tools at the right top, and the ways to move at the bottom."""

from __future__ import annotations

from almaty_tour.session.state import Mode, Rig
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.frame_plan import NARROW_STEP, TOOLS, plan
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.view import UiView
from almaty_tour.ui.widgets import Look, button, icon_button, surface

ORDER = 90
SPARED = "screenshot"
"""The tool that a narrow window does without; it has a key."""


def shown(desk: Desk, view: UiView) -> bool:
    return view.state.mode is Mode.EXPLORE and desk.sheet is Sheet.NONE and view.window.chrome


def build(pen: Pen, view: UiView) -> None:
    """The tools of a free visitor; then fly, circle, walk."""
    places = plan(pen, view)
    _tools(pen, places.tools)
    if places.rigs is not None:
        _rigs(pen, view, places.rigs)


def _tools(pen: Pen, rect: Rect) -> None:
    desk = pen.desk
    surface(pen, rect, radius=26.0)
    tools = (
        ("home", "home", "show_title", False),
        ("list", "list", "toggle_list", desk.list_open),
        ("map", "map", "toggle_map", desk.map_open),
        ("exhibits", "vessel", "show_exhibit", False),
        ("story", "story", "open_story", False),
        ("gallery", "picture", "toggle_gallery", False),
        ("screenshot", "camera", "screenshot", False),
        ("settings", "gear", "toggle_settings", False),
        ("help", "help", "toggle_help", False),
    )
    narrow = rect.width < TOOLS * NARROW_STEP * pen.unit
    kept = [one for one in tools if not narrow or one[0] != SPARED]
    for i, (name, picture, command, chosen) in enumerate(kept):
        at = (rect.left + (i + 0.5) * rect.width / len(kept), rect.centre[1])
        if icon_button(pen, f"tool.{name}", at, picture, pen.words(f"explore.{name}"), chosen):
            pen.wish(command)


def _rigs(pen: Pen, view: UiView, rect: Rect) -> None:
    u = pen.unit
    surface(pen, rect, radius=28.0)
    sides = rect.width > 380 * u
    inner = rect.inset(56 * u if sides else 6 * u, 6 * u)
    if sides:
        at = (rect.left + 30 * u, rect.centre[1])
        if icon_button(pen, "rigs.previous", at, "left", pen.words("explore.previous")):
            pen.wish("previous_landmark")
    width = inner.width / len(Rig)
    for i, rig in enumerate(Rig):
        spot = Rect(inner.left + i * width + 2 * u, inner.top, width - 4 * u, inner.height)
        text = pen.words(f"explore.rig_{rig.value}")
        chosen = view.state.rig is rig
        picture = rig.value if rect.width > 350 * u else None
        if button(pen, f"rig.{rig.value}", spot, text, Look.QUIET, picture, chosen=chosen):
            pen.wish("set_rig", rig.value)
    if sides:
        at = (rect.right - 30 * u, rect.centre[1])
        if icon_button(pen, "rigs.next", at, "right", pen.words("explore.next")):
            pen.wish("next_landmark")
