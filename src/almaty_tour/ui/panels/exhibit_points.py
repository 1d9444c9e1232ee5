"""Numbers on the annotated points of an exhibit, and names under two that are compared."""

from __future__ import annotations

import numpy as np

from almaty_tour.camera.matrices import projected
from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.view import StandingView, UiView, VitrineView

ORDER = 20
NAME_WIDE = 250.0


def shown(desk: Desk, view: UiView) -> bool:
    looking = view.state.mode is Mode.EXHIBITION and desk.sheet is Sheet.NONE
    return looking and view.vitrine is not None


def build(pen: Pen, view: UiView) -> None:
    """Points of the one that is looked at; names where there are two."""
    vitrine, spec = view.vitrine, view.exhibit
    if vitrine is None or spec is None:
        return
    if len(vitrine.standing) > 1:
        for standing in vitrine.standing:
            _name(pen, view, vitrine, standing)
    else:
        _points(pen, vitrine, spec)


def _points(pen: Pen, vitrine: VitrineView, spec: ExhibitSpec) -> None:
    u, draw = pen.unit, pen.draw
    at = np.array([note.at_m for note in spec.annotations], np.float64)
    spots = projected(vitrine.camera, at, (pen.screen.width, pen.screen.height))
    for row, (x, y, _) in enumerate(spots.tolist()):
        if row in vitrine.hidden or not pen.is_free(Rect(x - 1, y - 1, 2, 2)):
            continue
        draw.add_circle_filled((x, y), 12.0 * u, theme.rgba("#070C17", 0.78), 28)
        draw.add_circle((x, y), 12.0 * u, theme.SKY, 28, 1.6 * u)
        box = Rect(x - 12 * u, y - 12 * u, 24 * u, 24 * u)
        pen.line(box, str(row + 1), theme.LABEL, theme.INK, 0.5)


def _name(pen: Pen, view: UiView, vitrine: VitrineView, standing: StandingView) -> None:
    spec, u = view.exhibit_of(standing.exhibit), pen.unit
    if spec is None:
        return
    foot = np.add(standing.at, (0.0, 0.0, standing.high[2]))
    foot[:2] += (np.array(standing.low) + np.array(standing.high))[:2] / 2.0
    x, y, _ = projected(vitrine.camera, foot[None], (pen.screen.width, pen.screen.height))[0]
    name = spec.name[pen.words.language]
    wide = pen.balanced_width(name, theme.LABEL, NAME_WIDE * u)
    wide = max(pen.measure(line, theme.LABEL)[0] for line in pen.lines(name, theme.LABEL, wide)) + 1
    height = pen.block_height(name, theme.LABEL, wide)
    left, top = float(x) - wide / 2, max(float(y) - height - 40 * u, 8 * u)
    far = left + wide + 10 * u, top + height + 6 * u
    pen.draw.add_rect_filled((left - 10 * u, top - 6 * u), far, theme.PANEL, 7 * u)
    pen.block((left, top), name, theme.LABEL, wide)
