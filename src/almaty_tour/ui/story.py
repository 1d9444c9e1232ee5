"""What cards and labels are written with: pairs, parts, sentences behind a mark."""

from __future__ import annotations

from slimgui import imgui

from almaty_tour.ui import theme
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.ornament import divider
from almaty_tour.ui.pen import Pen


def pair(pen: Pen, name: str, value: str, width: float) -> None:
    """A name and what it is, side by side."""
    u = pen.unit
    left, top = imgui.get_cursor_screen_pos()
    column = min(132 * u, width * 0.38)
    pen.line(Rect(left, top, column, 22 * u), name, theme.SMALL, theme.MUTED)
    room = width - column - 10 * u
    height = pen.block((left + column + 10 * u, top + 2 * u), value, theme.BODY, room)
    imgui.dummy((width, height + 6 * u))


def part(pen: Pen, title: str, width: float) -> None:
    """A divider and a small heading."""
    u = pen.unit
    imgui.dummy((width, 8 * u))
    left, top = imgui.get_cursor_screen_pos()
    divider(pen.draw, left, left + width, top + 8 * u, 11 * u, theme.GOLD_LINE)
    imgui.dummy((width, 22 * u))
    pen.paragraph(title, theme.LABEL, width, theme.GOLD_BRIGHT, below=7 * u)


def bullet(pen: Pen, text: str, width: float, number: str = "") -> None:
    """A sentence behind a small diamond, or behind the number that it has on the picture."""
    u = pen.unit
    left, top = imgui.get_cursor_screen_pos()
    middle = top + 10 * u
    if number:
        box = Rect(left + u, top, 16 * u, 20 * u)
        pen.line(box, number, theme.LABEL, theme.SKY)
    else:
        _diamond(pen, left, middle)
    height = pen.block((left + 18 * u, top), text, theme.BODY, width - 18 * u)
    imgui.dummy((width, height + 8 * u))


def _diamond(pen: Pen, left: float, middle: float) -> None:
    u = pen.unit
    pen.draw.add_quad_filled(
        (left + 4 * u, middle - 4 * u), (left + 8 * u, middle), (left + 4 * u, middle + 4 * u),
        (left, middle), theme.GOLD,
    )  # fmt: skip
