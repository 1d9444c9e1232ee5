"""The small round map: north above, the visitor in the middle, landmarks by distance."""

from __future__ import annotations

import math

from slimgui import imgui

from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import MAP_REACHES_M, Desk, Sheet
from almaty_tour.ui.frame_plan import WIDE, ZOOM_SIDE, plan
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.street_map import MapFrame
from almaty_tour.ui.view import LandmarkView, UiView
from almaty_tour.ui.widgets import icon_button, press, tip

ORDER = 70
DOT_SIZES = {2: 0.75, 3: 0.6}
"""By tier, where it is not a hero."""
ZOOM_SIZES = (1.0, 1.0, 0.8, 0.62)
"""By zoom: the more of the city is shown, the smaller are its places."""
RIM_SIZE = 0.5
RIM = 0.94
"""Share of the radius at which farther places stand, none is lost."""
WITHIN = 0.93
"""Share of the radius that the map's reach fills."""


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
    reach_m = MAP_REACHES_M[pen.desk.map_zoom]
    frame = _frame(pen, view, at, radius)
    larger = ZOOM_SIZES[pen.desk.map_zoom]
    if frame is not None:
        pen.desk.street_map.draw_lines(pen, frame)
    _gaze(pen, view, at, radius)
    for one in reversed(view.landmarks):
        chosen = one.spec.id in (view.state.selected, view.state.near)
        _dot(pen, dot_at(one, at, radius, reach_m), chosen, _size(one, reach_m) * larger)
    if frame is not None:
        pen.desk.street_map.draw_names(
            pen, frame, lambda: _dots(view, frame, reach_m, 4.0 * u * larger)
        )
    draw.add_circle_filled(at, 5.5 * u, theme.NIGHT, 24)
    draw.add_circle_filled(at, 4.0 * u, theme.INK, 24)
    draw.add_circle(at, radius - u, theme.NIGHT, 96, 3.0 * u)
    draw.add_circle(at, radius - u, theme.GOLD_LINE, 96, 1.5 * u)
    _north(pen, at, radius)
    _zoom(pen, rect)
    _touch(pen, view, rect)


def reach(distance_m: float, reach_m: float) -> float:
    """Share of the radius for a distance: true to scale, farther places at the rim."""
    return min(WITHIN * distance_m / reach_m, RIM)


def dot_at(
    one: LandmarkView, at: tuple[float, float], radius: float, reach_m: float
) -> tuple[float, float]:
    """Place of a landmark on the map, in points."""
    away = radius * reach(one.distance_m, reach_m)
    return at[0] + away * math.sin(one.bearing_rad), at[1] - away * math.cos(one.bearing_rad)


def _size(one: LandmarkView, reach_m: float) -> float:
    """Of a dot: by tier, small at the rim."""
    return RIM_SIZE if one.distance_m >= reach_m else DOT_SIZES.get(one.spec.tier, 1.0)


def _frame(pen: Pen, view: UiView, at: tuple[float, float], radius: float) -> MapFrame | None:
    if view.streets.all is None:
        return None
    x, y, _ = view.state.camera.position_enu
    reach_m = MAP_REACHES_M[pen.desk.map_zoom] / WITHIN
    return MapFrame(view.streets.all, (x, y), reach_m, at, radius, pen.words.language)


def _dots(view: UiView, frame: MapFrame, reach_m: float, half: float) -> list[Rect]:
    """About the landmarks on the map, where no name lies."""
    spots = [
        dot_at(one, frame.middle, frame.radius, reach_m)
        for one in view.landmarks
        if one.distance_m < reach_m
    ]
    return [Rect(x - half, y - half, 2 * half, 2 * half) for x, y in spots]


def _zoom(pen: Pen, rect: Rect) -> None:
    """Nearer and farther, beside the map where there is room."""
    u = pen.unit
    if pen.screen.width <= WIDE * u:
        return
    x, y = rect.left - ZOOM_SIDE * u / 2, rect.bottom - 22 * u
    ground = Rect(x - 22 * u, y - 68 * u, 44 * u, 90 * u)
    corner, far = (ground.left, ground.top), (ground.right, ground.bottom)
    pen.draw.add_rect_filled(corner, far, theme.PANEL, 22 * u)
    pen.draw.add_rect(corner, far, theme.LINE, 22 * u)
    pen.grounds.append(ground)
    if icon_button(pen, "map.farther", (x, y), "minus", pen.words("explore.map_farther")):
        pen.wish("map_farther")
    at = (x, y - ZOOM_SIDE * u)
    if icon_button(pen, "map.nearer", at, "plus", pen.words("explore.map_nearer")):
        pen.wish("map_nearer")


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
    """One press takes the landmark nearest to the pointer; the wheel shows more or less."""
    pressed, hovered, _ = press(pen, "map", rect)
    turned = imgui.get_io().mouse_wheel if hovered else 0.0
    if turned:
        pen.wish("map_nearer" if turned > 0.0 else "map_farther")
    if not hovered or not view.landmarks:
        return
    x, y = imgui.get_mouse_pos()
    reach_m = MAP_REACHES_M[pen.desk.map_zoom]
    spots = [dot_at(one, rect.centre, rect.width / 2, reach_m) for one in view.landmarks]
    gaps = [math.hypot(x - a, y - b) for a, b in spots]
    nearest = gaps.index(min(gaps))
    if gaps[nearest] > 22 * pen.unit:
        return
    one, u = view.landmarks[nearest], pen.unit
    a, b = spots[nearest]
    tip(pen, one.spec.name[pen.words.language], Rect(a - 8 * u, b - 8 * u, 16 * u, 16 * u))
    if pressed:
        pen.wish("select", one.spec.id)
