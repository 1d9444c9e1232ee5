"""The names of the streets ahead, small plates that lie along them; landmarks come first."""

from __future__ import annotations

import math

from slimgui import imgui

from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.turned import Turned, write
from almaty_tour.ui.view import StreetLabelView, UiView

ORDER = 21
PLATE = theme.rgba("#12314F", 0.82)
EDGE = theme.rgba("#FFFFFF", 0.30)
PAD = 7.0


def shown(desk: Desk, view: UiView) -> bool:
    exploring = view.state.mode is Mode.EXPLORE and desk.sheet is Sheet.NONE
    return exploring and desk.labels_shown and bool(view.streets.labels)


def build(pen: Pen, view: UiView) -> None:
    """A plate where nothing else is; the first of the list first."""
    names, u = [], pen.unit
    for label in view.streets.labels:
        text = label.name.name[pen.words.language]
        width, height = pen.measure(text, theme.TINY)
        across, down = math.cos(label.turn_rad), math.sin(label.turn_rad)
        half = width / 2 + PAD * u, height / 2 + 1.5 * u
        if not _takes_room(pen, label.at_pt, half, (abs(across), abs(down))):
            continue
        _plate(pen, label, half, (across, down))
        ink = theme.fade(theme.INK, label.strength)
        names.append(Turned(text, theme.TINY, label.at_pt, label.turn_rad, ink))
    write(pen, names)


def _takes_room(
    pen: Pen, at: tuple[float, float], half: tuple[float, float], turn: tuple[float, float]
) -> bool:
    """Whether the upright rectangle about a plate is free; it is taken then."""
    wide = half[0] * turn[0] + half[1] * turn[1]
    tall = half[0] * turn[1] + half[1] * turn[0]
    room = Rect(at[0] - wide, at[1] - tall, 2 * wide, 2 * tall)
    if not pen.screen.contains(room) or not pen.is_free(room):
        return False
    pen.labels.append(room)
    return True


def _plate(
    pen: Pen, label: StreetLabelView, half: tuple[float, float], turn: tuple[float, float]
) -> None:
    (x, y), (c, s) = label.at_pt, turn
    corners = [
        (x + dx * c - dy * s, y + dx * s + dy * c)
        for dx, dy in ((-half[0], -half[1]), (half[0], -half[1]), half, (-half[0], half[1]))
    ]
    draw = pen.draw
    draw.add_convex_poly_filled(corners, theme.fade(PLATE, label.strength))
    draw.add_polyline(corners, theme.fade(EDGE, label.strength), imgui.DrawFlags.CLOSED, pen.unit)
