"""One passing line: a flight under way, a picture saved, a fault the visitor should know."""

from __future__ import annotations

from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.theme import Type
from almaty_tour.ui.view import UiView
from almaty_tour.ui.widgets import button, surface

ORDER = 200


def shown(desk: Desk, view: UiView) -> bool:
    return bool(view.notice) or _flies(desk, view)


def _flies(desk: Desk, view: UiView) -> bool:
    """Whether the flight is told; under a sheet it is not."""
    exploring = view.state.mode is Mode.EXPLORE
    return exploring and view.state.flight is not None and desk.sheet is Sheet.NONE


def build(pen: Pen, view: UiView) -> None:
    """A pill in the middle above; a flight has its stop button beside it."""
    text, flies = view.notice, _flies(pen.desk, view)
    if text:
        _pill(pen, text, row=1 if flies else 0)
    if flies:
        _flight(pen, view)


def _place(pen: Pen, width: float, row: int) -> Rect:
    u = pen.unit
    narrow = pen.screen.width < 1000 * u
    top = (76.0 if narrow else 24.0) * u + row * 58 * u
    width = min(width, pen.screen.width - 24 * u)
    return Rect((pen.screen.width - width) / 2, top, width, 48 * u)


def _pill(pen: Pen, text: str, row: int) -> None:
    u = pen.unit
    kind: Type = theme.BODY
    lines = pen.lines(text, kind, pen.screen.width - 80 * u)
    step = kind.size * 1.25 * u
    rect = _place(pen, max(pen.measure(line, kind)[0] for line in lines) + 56 * u, row)
    rect = Rect(rect.left, rect.top, rect.width, rect.height + step * (len(lines) - 1))
    surface(pen, rect, theme.SHEET, radius=24.0)
    pen.grounds.pop()
    inner = rect.inset(28 * u, 0.0)
    pen.draw.add_circle_filled((rect.left + 17 * u, rect.centre[1]), 3.5 * u, theme.GOLD)
    top = inner.centre[1] - step * len(lines) / 2
    for i, line in enumerate(lines):
        pen.line(Rect(inner.left, top + i * step, inner.width, step), line, kind, theme.INK, 0.5)


def _goal(view: UiView, language: str) -> str:
    """Name of the landmark or street that the flight leads to, "" when it is not known."""
    flight, streets = view.state.flight, view.streets.all
    if flight is None:
        return ""
    if flight.street and streets is not None:
        row = streets.row(flight.street)
        return "" if row is None else streets.names[row].name[language]
    place = view.landmark(flight.landmark)
    return "" if place is None else place.spec.name[language]


def _flight(pen: Pen, view: UiView) -> None:
    flight, u = view.state.flight, pen.unit
    name = _goal(view, pen.words.language)
    if flight is None or not name:
        return
    text = pen.words("explore.flying_to", name=name)
    stop = pen.words("explore.stop_flight")
    stop_width = pen.measure(stop, theme.STRONG)[0] + 40 * u
    room = pen.screen.width - 76 * u - stop_width
    width = min(pen.measure(text, theme.BODY)[0], room) + stop_width + 44 * u
    rect = _place(pen, width, 0)
    surface(pen, rect, theme.SHEET, radius=24.0)
    pen.line(
        Rect(rect.left + 22 * u, rect.top, width - stop_width - 38 * u, rect.height),
        text,
        theme.BODY,
    )
    spot = Rect(rect.right - stop_width - 6 * u, rect.top + 2 * u, stop_width, 44 * u)
    if button(pen, "flight.stop", spot, stop):
        pen.wish("stop_flight")
