"""The caption band of a tour: at most two lines, timed by reading speed."""

from __future__ import annotations

from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.captions import caption_pages, page_at
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.panels.tour_bar import visible_part
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.theme import Type
from almaty_tour.ui.view import UiView

ORDER = 30
BAR_ROOM = 92.0
"""Design units that the controls take below the band while they are shown."""


def shown(desk: Desk, view: UiView) -> bool:
    return (
        view.state.mode is Mode.TOUR
        and view.state.captions
        and view.tour is not None
        and bool(view.tour.caption)
        and desk.sheet is Sheet.NONE
    )


def build(pen: Pen, view: UiView) -> None:
    """The page that is read now, centred above the controls."""
    tour = view.tour
    if tour is None:
        return
    page = page_at(caption_pages(tour.caption, tour.caption_duration_s), tour.caption_s)
    if page is None:
        return
    u = pen.unit
    kind = _kind(pen, page.lines)
    widths, height = [pen.measure(line, kind)[0] for line in page.lines], kind.size * 1.2 * u
    wide, tall = max(widths) + 48 * u, height * len(page.lines) + 24 * u
    lift = (30.0 + BAR_ROOM * visible_part(pen.desk, view)) * u
    rect = Rect((pen.screen.width - wide) / 2, pen.screen.height - lift - tall, wide, tall)
    _band(pen, rect)
    for i, line in enumerate(page.lines):
        row = Rect(rect.left, rect.top + 12 * u + i * height, rect.width, height)
        pen.line(row, line, kind, theme.INK, 0.5)


def _kind(pen: Pen, lines: tuple[str, ...]) -> Type:
    room = pen.screen.width - 72 * pen.unit
    widest = max(pen.measure(line, theme.CAPTION)[0] for line in lines)
    return Type(theme.CAPTION.face, theme.CAPTION.size * min(room / widest, 1.0))


def _band(pen: Pen, rect: Rect) -> None:
    u, draw = pen.unit, pen.draw
    draw.add_rect_filled(
        (rect.left, rect.top), (rect.right, rect.bottom), theme.rgba("#0A101D", 0.84), 10 * u
    )
    middle = rect.centre[1]
    for x in (rect.left, rect.right):
        draw.add_rect_filled(
            (x - 1.2 * u, middle - 15 * u), (x + 1.2 * u, middle + 15 * u), theme.GOLD, u
        )
