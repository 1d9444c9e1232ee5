"""The scale of centimetres about an exhibit, and the way between two points of its surface."""

from __future__ import annotations

import math

import numpy as np

from almaty_tour.camera.matrices import projected
from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.exhibit_plan import exhibit_plan
from almaty_tour.ui.format import decimal
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.measure import Ruler, rulers
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.view import UiView, VitrineView

ORDER = 21
APART = 46.0
"""Design units between two numbers of a ruler."""
LEAST = 26.0
"""A ruler that looks shorter is not drawn: it points at the eye."""
Point = tuple[float, float]


def shown(desk: Desk, view: UiView) -> bool:
    held = view.state.held
    looking = view.state.mode is Mode.EXHIBITION and desk.sheet is Sheet.NONE
    return looking and held is not None and held.measured and view.vitrine is not None


def build(pen: Pen, view: UiView) -> None:
    """Three rulers an exhibit, what was measured by hand, and a line that says how."""
    vitrine, held = view.vitrine, view.state.held
    if vitrine is None or held is None:
        return
    size_pt = (pen.screen.width, pen.screen.height)
    for standing in vitrine.standing:
        for ruler in rulers(vitrine, standing, size_pt, APART * pen.unit):
            _ruler(pen, ruler)
    if not held.beside:
        _marks(pen, vitrine, held.marks, size_pt)
        _hint(pen)


def _ruler(pen: Pen, ruler: Ruler) -> None:
    u, draw = pen.unit, pen.draw
    (x0, y0), (x1, y1) = ruler.begin, ruler.end
    length = math.hypot(x1 - x0, y1 - y0)
    if length < LEAST * u:
        return
    across = (y1 - y0) / length, (x0 - x1) / length
    side = -1.0 if across[1] < 0.0 or (across[1] == 0.0 and across[0] > 0.0) else 1.0
    across = across[0] * side, across[1] * side
    for colour, wide in ((theme.rgba("#070C17", 0.75), 3.4), (theme.GOLD_BRIGHT, 1.3)):
        draw.add_line(ruler.begin, ruler.end, colour, wide * u)
        for (x, y), long in zip(ruler.strokes.tolist(), ruler.numbered.tolist(), strict=True):
            reach = (9.0 if long else 5.0) * u
            draw.add_line((x, y), (x + across[0] * reach, y + across[1] * reach), colour, wide * u)
    for (x, y), value in zip(
        ruler.strokes[ruler.numbered].tolist(),
        ruler.centimetres[ruler.numbered].tolist(), strict=True,
    ):  # fmt: skip
        _told(pen, (x + across[0] * 20 * u, y + across[1] * 20 * u), decimal(pen.words, value))
    name = pen.words(f"exhibits.{ruler.of}")
    number = decimal(pen.words, ruler.length_cm)
    text = pen.words("exhibits.centimetres", name=name, number=number)
    middle = (x0 + x1) / 2 + across[0] * 46 * u, (y0 + y1) / 2 + across[1] * 46 * u
    _told(pen, middle, text, strong=True)


def _told(pen: Pen, at: Point, text: str, *, strong: bool = False) -> None:
    """A number or a word in the middle of its place, legible over anything."""
    u, kind = pen.unit, theme.LABEL if strong else theme.TINY
    width, height = pen.measure(text, kind)
    left, top = at[0] - width / 2, at[1] - height / 2
    if strong:
        far = left + width + 8 * u, top + height + 4 * u
        pen.draw.add_rect_filled((left - 8 * u, top - 4 * u), far, theme.PANEL, 6 * u)
    pen.text((left, top), text, kind, theme.GOLD_BRIGHT if strong else theme.INK)


def _marks(
    pen: Pen,
    vitrine: VitrineView,
    marks: tuple[tuple[float, float, float], ...],
    size_pt: tuple[float, float],
) -> None:
    if not marks:
        return
    u, draw = pen.unit, pen.draw
    points = np.array(marks, np.float64)
    spots = [(float(x), float(y)) for x, y, _ in projected(vitrine.camera, points, size_pt)]
    if len(spots) == 2:
        draw.add_line(spots[0], spots[1], theme.NIGHT, 4.0 * u)
        draw.add_line(spots[0], spots[1], theme.SKY, 2.0 * u)
    for spot in spots:
        draw.add_circle_filled(spot, 6.0 * u, theme.NIGHT, 20)
        draw.add_circle_filled(spot, 4.0 * u, theme.SKY, 20)
    if len(spots) == 2:
        away = decimal(pen.words, float(np.linalg.norm(points[1] - points[0])), 2)
        (x0, y0), (x1, y1) = spots
        text = pen.words("exhibits.measured", number=away)
        _told(pen, ((x0 + x1) / 2, min(y0, y1) - 24 * u), text, strong=True)


def _hint(pen: Pen) -> None:
    u, tools = pen.unit, exhibit_plan(pen).tools
    rect = Rect(tools.left, tools.top - 34 * u, tools.width, 24 * u)
    pen.line(rect, pen.words("exhibits.measure_hint"), theme.SMALL, theme.MUTED, 0.5)
