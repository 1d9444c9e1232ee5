"""Streets that a search found, below the landmarks: name, kind, distance; one press flies there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from slimgui import imgui

from almaty_tour.content.streets import StreetName
from almaty_tour.scene.streets import Streets
from almaty_tour.ui import theme
from almaty_tour.ui.format import distance
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.view import UiView
from almaty_tour.ui.widgets import focus_ring, press

MOST_ROWS = 40
CELL_M = 20.0
"""Distances are told anew after the eye has moved so far."""


def street_rows(pen: Pen, view: UiView, found: Sequence[StreetName], width: float) -> None:
    """One row a street, in the order they were found."""
    streets = view.streets.all
    if streets is None or not found:
        return
    x, y, _ = view.state.camera.position_enu
    away = _away_m(streets, round(x / CELL_M), round(y / CELL_M))
    for one in found[:MOST_ROWS]:
        row = streets.row(one.id)
        if row is not None:
            _row(pen, one, float(away[row]), width)


@lru_cache(maxsize=2)
def _away_m(streets: Streets, column: int, line: int) -> npt.NDArray[np.float64]:
    return streets.distances_m(column * CELL_M, line * CELL_M)


def _row(pen: Pen, one: StreetName, away_m: float, width: float) -> None:
    u, draw = pen.unit, pen.draw
    name, room = one.name[pen.words.language], width - 36 * u
    left, top = imgui.get_cursor_screen_pos()
    tall = pen.block_height(name, theme.STRONG, room) + 40 * u
    rect = Rect(left + 4 * u, top + 2 * u, width - 6 * u, tall)
    pressed, hovered, held = press(pen, f"place.street.{one.id}", rect)
    pen.grounds.pop()
    if imgui.is_item_focused() and pen.desk.focused:
        imgui.set_scroll_here_y(0.5)
    if hovered or held:
        fill = theme.PRESSED if held else theme.RAISED
        draw.add_rect_filled((rect.left, rect.top), (rect.right, rect.bottom), fill, 9 * u)
    pen.block((rect.left + 14 * u, rect.top + 8 * u), name, theme.STRONG, room)
    line = Rect(rect.left + 14 * u, rect.bottom - 30 * u, rect.width - 26 * u, 22 * u)
    pen.line(line, pen.words(f"street.{one.kind}"), theme.SMALL, theme.MUTED)
    pen.line(line, distance(pen.words, away_m), theme.SMALL, theme.GOLD_BRIGHT, 1.0)
    focus_ring(pen, rect.inset(3 * u), 7 * u)
    imgui.set_cursor_screen_pos((left, rect.bottom + 2 * u))
    imgui.dummy((1.0, 0.0))
    if pressed:
        pen.wish("fly_to_street", one.id)
