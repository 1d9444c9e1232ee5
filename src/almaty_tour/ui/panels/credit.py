"""Whose map the city is made from, in the corner of the picture."""

from __future__ import annotations

from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.view import UiView

ORDER = 5
INK, SHADE = theme.rgba("#FFFFFF", 0.92), theme.rgba("#070C17", 0.60)
HALO = ((-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0))


def shown(desk: Desk, view: UiView) -> bool:
    return desk.sheet is Sheet.NONE and view.state.mode is not Mode.EXHIBITION


def build(pen: Pen, view: UiView) -> None:
    """The map's credit and those of what was imported, on the lower edge at the right."""
    u, text = pen.unit, pen.words("program.map_credit")
    if view.map_licence:
        text = pen.words("program.imported_credit", licence=view.map_licence)
    if view.credits:
        text = "  ·  ".join((text, *view.credits))
    kind, text = pen.fitted(text, theme.FINE, pen.screen.width - 32 * u)
    width, height = pen.measure(text, kind)
    x, y = pen.screen.width - width - 12 * u, pen.screen.height - height - u
    for dx, dy in HALO:
        pen.text((x + dx * u, y + dy * u), text, kind, SHADE)
    pen.text((x, y), text, kind, INK)
