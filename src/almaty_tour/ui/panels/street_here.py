"""The street one stands on, in small type above the ways to move."""

from __future__ import annotations

from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.frame_plan import plan
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.view import UiView

ORDER = 19
"""Before all names over the city, which keep off it."""
PAD = 14.0


def shown(desk: Desk, view: UiView) -> bool:
    exploring = view.state.mode is Mode.EXPLORE and desk.sheet is Sheet.NONE
    return exploring and bool(view.streets.here)


def build(pen: Pen, view: UiView) -> None:
    """One street, or two at a crossing."""
    room = plan(pen, view).here
    if room is None:
        return
    u, language = pen.unit, pen.words.language
    names = [one.name[language] for one in view.streets.here]
    text = " / ".join(names)
    space = room.width - 2 * PAD * u
    if pen.measure(text, theme.SMALL)[0] > space:
        text = " / ".join(one.short(language) for one in view.streets.here)
    if pen.measure(text, theme.SMALL)[0] > space:
        text = view.streets.here[0].short(language)
    width = min(pen.measure(text, theme.SMALL)[0] + 2 * PAD * u, room.width)
    rect = Rect(room.centre[0] - width / 2, room.top, width, room.height)
    pen.draw.add_rect_filled(
        (rect.left, rect.top), (rect.right, rect.bottom), theme.PANEL, rect.height / 2
    )
    pen.line(rect.inset(PAD * u, 0.0), text, theme.SMALL, theme.INK, 0.5)
    pen.labels.append(rect)
