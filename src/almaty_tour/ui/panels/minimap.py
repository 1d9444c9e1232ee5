"""The small round map: north above, the visitor in the middle, landmarks by distance."""

from __future__ import annotations

import math

from slimgui import imgui

from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.frame_plan import plan
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.view import LandmarkView, UiView
from almaty_tour.ui.widgets import press, tip

ORDER = 70
DOT_SIZES = {2: 0.75, 3: 0.6}
"""By tier, where it is not a hero."""
REACH_M = 2500.0
"""Distance at 70 % of the radius; farther places crowd towards the rim, none is lost."""


def shown(desk: Desk, view: UiView) -> bool:
    return view.state.mode is Mode.EXPLORE and desk.map_open and desk.sheet is Sheet.NONE


def build(pen: Pen, view: UiView) -> None:
    """Rim, distance rings, landmarks, the visitor's view."""
    rect = plan(pen, view).map
    if rect is None:
        return
    u, draw, at, radius = pen.unit, pen.draw, rect.centre, rect.width / 2
    pen.grounds.append(rect)
    for i in range(6):
        draw.add_circle_filled(
            (at[0], at[1] + 3 * u), radius + i * 2 * u, theme.rgba("#000000", 0.03), 72
        )
    draw.add_circle_filled(at, radius, theme.PANEL, 96)
    draw.add_circle(at, radius - u, theme.GOLD_LINE, 96, 1.5 * u)
    for metres in (500.0, 1500.0, 5000.0):
        draw.add_circle(at, radius * reach(metres), theme.rgba("#FFFFFF", 0.10), 72)
    _gaze(pen, view, at, radius)
    for one in reversed(view.landmarks):
        chosen = one.spec.id in (view.state.selected, view.state.near)
        _dot(pen, dot_at(one, at, radius), chosen, DOT_SIZES.get(one.spec.tier, 1.0))
    draw.add_circle_filled(at, 5.5 * u, theme.NIGHT, 24)
    draw.add_circle_filled(at, 4.0 * u, theme.INK, 24)
    _north(pen, at, radius)
    _touch(pen, view, rect)


def reach(distance_m: float) -> float:
    """Share of the radius for a distance: near places apart, far ones inside the rim."""
    return 0.92 * (1.0 - math.exp(-1.45 * distance_m / REACH_M))


def dot_at(one: LandmarkView, at: tuple[float, float], radius: float) -> tuple[float, float]:
    """Place of a landmark on the map, in points."""
    away = radius * reach(one.distance_m)
    return at[0] + away * math.sin(one.bearing_rad), at[1] - away * math.cos(one.bearing_rad)


def _gaze(pen: Pen, view: UiView, at: tuple[float, float], radius: float) -> None:
    camera = view.state.camera
    aspect = pen.screen.width / max(pen.screen.height, 1.0)
    half = math.atan(math.tan(camera.fov_rad / 2) * aspect)
    middle = camera.heading_rad - math.pi / 2
    draw = pen.draw
    draw.path_clear()
    draw.path_line_to(at)
    draw.path_arc_to(at, radius * 0.86, middle - half, middle + half, 24)
    draw.path_fill_convex(theme.rgba("#E3B55B", 0.26))
    tip_at = (at[0] + radius * 0.86 * math.cos(middle), at[1] + radius * 0.86 * math.sin(middle))
    draw.add_line(at, tip_at, theme.GOLD_BRIGHT, 1.4 * pen.unit)


def _dot(pen: Pen, at: tuple[float, float], chosen: bool, size: float) -> None:
    u, draw = pen.unit * (1.0 if chosen else size), pen.draw
    draw.add_circle_filled(at, 5.2 * u, theme.NIGHT, 20)
    draw.add_circle_filled(at, 4.0 * u, theme.GOLD_BRIGHT if chosen else theme.GOLD, 20)
    if chosen:
        draw.add_circle(at, 8.0 * u, theme.INK, 24, 1.6 * u)


def _north(pen: Pen, at: tuple[float, float], radius: float) -> None:
    u, draw, top = pen.unit, pen.draw, (at[0], at[1] - radius)
    draw.add_circle_filled(top, 12 * u, theme.NIGHT, 32)
    draw.add_circle(top, 12 * u, theme.GOLD_LINE, 32, 1.4 * u)
    box = Rect(top[0] - 12 * u, top[1] - 12 * u, 24 * u, 24 * u)
    pen.line(box, pen.words("explore.north"), theme.LABEL, theme.GOLD_BRIGHT, 0.5)


def _touch(pen: Pen, view: UiView, rect: Rect) -> None:
    """One press on the map takes the landmark nearest to the pointer."""
    pressed, hovered, _ = press(pen, "map", rect)
    if not hovered or not view.landmarks:
        return
    x, y = imgui.get_mouse_pos()
    spots = [dot_at(one, rect.centre, rect.width / 2) for one in view.landmarks]
    gaps = [math.hypot(x - a, y - b) for a, b in spots]
    nearest = gaps.index(min(gaps))
    if gaps[nearest] > 22 * pen.unit:
        return
    one, u = view.landmarks[nearest], pen.unit
    a, b = spots[nearest]
    tip(pen, one.spec.name[pen.words.language], Rect(a - 8 * u, b - 8 * u, 16 * u, 16 * u))
    if pressed:
        pen.wish("select", one.spec.id)
