"""The large sheet that settings, help and credits lie on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from almaty_tour.ui import theme
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.ornament import divider
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.widgets import icon_button, surface


@contextmanager
def sheet(pen: Pen, name: str, title: str, close: str, tallest: float = 660.0) -> Iterator[float]:
    """Title, close button and a scrolling body; yields the body's width in points."""
    u, screen = pen.unit, pen.screen
    pen.grounds.append(screen)
    pen.draw.add_rect_filled((0, 0), (screen.width, screen.height), theme.rgba("#050913", 0.58))
    wide = min(900.0 * u, screen.width - 28 * u)
    tall = min(tallest * u, screen.height - 28 * u)
    rect = Rect((screen.width - wide) / 2, (screen.height - tall) / 2, wide, tall)
    surface(pen, rect, theme.SHEET, radius=16.0)
    head = Rect(rect.left + 32 * u, rect.top + 14 * u, rect.width - 110 * u, 44 * u)
    pen.line(head, title, theme.TITLE)
    if icon_button(
        pen,
        f"{name}.close",
        (rect.right - 40 * u, head.centre[1]),
        "close",
        pen.words("explore.close"),
    ):
        pen.wish(close)
    divider(pen.draw, head.left, rect.right - 32 * u, head.bottom + 14 * u, 14 * u, theme.GOLD_LINE)
    top = head.bottom + 30 * u
    body = Rect(head.left, top, rect.width - 54 * u, rect.bottom - top - 16 * u)
    with pen.scroll(name, body) as width:
        yield width - 16 * u
