"""The way to a picture in the city: a pill when one stands before its board."""

from __future__ import annotations

from almaty_tour.session.state import Mode
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.panels.door import pill
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.view import UiView

ORDER = 94


def shown(desk: Desk, view: UiView) -> bool:
    exploring = view.state.mode is Mode.EXPLORE and desk.sheet is Sheet.NONE
    free = exploring and view.window.chrome and view.inside.entry is None
    return free and view.at_hand is not None


def build(pen: Pen, view: UiView) -> None:
    """One button above the ways to move."""
    if view.at_hand is None:
        return
    text = pen.words("inside.look_at", name=view.at_hand.title)
    if pill(pen, view, "board.open", text, "picture"):
        pen.wish("look_at_picture", view.at_hand.id)
