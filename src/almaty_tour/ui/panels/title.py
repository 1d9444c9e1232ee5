"""The title screen over the living city: the exhibition, the tours, the way in."""

from __future__ import annotations

import math

from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.format import length
from almaty_tour.ui.layout import Rect, columns
from almaty_tour.ui.ornament import column, divider
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.theme import Type
from almaty_tour.ui.view import TourChoice, UiView
from almaty_tour.ui.widgets import Look, button, segments

ORDER = 10
MAX_TOURS = 8
LOWEST, LOW, LOW_FOR_MANY, MANY_TOURS = 400.0, 440.0, 500.0, 4
"""Design units of height below which the heading is small, and tours stand side by side."""
FEW_TOURS = 3
SMALL_MENU = {"quit": "quit", "story": "open_story"}
"""So many buttons below the first tour stand under each other, more in two columns."""


def shown(desk: Desk, view: UiView) -> bool:
    return view.state.mode is Mode.TITLE and desk.sheet is Sheet.NONE


def build(pen: Pen, view: UiView) -> None:
    """Scrim and frieze on the left, the exhibition's name, then everything to press."""
    u = pen.unit
    tall = pen.screen.height / u
    dense = tall < 600.0
    wide = min(540.0 * u, pen.screen.width - 120 * u)
    left = 96.0 * u if pen.screen.width > 900 * u else 64.0 * u
    _scrim(pen, left, wide)
    heading = _heading_height(pen, wide, dense)
    menu = _menu_height(pen, view, dense)
    languages = _languages_rect(pen)
    top = max((pen.screen.height - heading - menu) * 0.5, 14.0 * u)
    if left + wide > languages.left:
        top = max(top, languages.bottom)
    _heading(pen, Rect(left, top, wide, heading), dense)
    across, _ = _cells(pen, view)
    menu_wide = min(wide, 440.0 * u) if across == 1 else wide
    if _beside(pen, view):
        menu_wide = pen.screen.width - left - 14.0 * u
    _menu(pen, view, Rect(left, top + heading, menu_wide, menu), dense)
    _languages(pen, view, languages)
    if view.loading < 1.0:
        _loading(pen, view)


def _hero(pen: Pen, dense: bool) -> Type:
    if pen.screen.height / pen.unit < LOWEST:
        return Type("title", 28.0)
    return Type("title", 38.0) if dense else theme.HERO


def _heading_height(pen: Pen, wide: float, dense: bool) -> float:
    height = pen.block_height(pen.words("program.exhibition"), _hero(pen, dense), wide)
    lowest = pen.screen.height / pen.unit < LOWEST
    return height + (40.0 if lowest else 60.0 if dense else 108.0) * pen.unit


def _heading(pen: Pen, rect: Rect, dense: bool) -> None:
    u = pen.unit
    place = Rect(rect.left, rect.top, rect.width, 22 * u)
    pen.line(place, pen.words("program.exhibition_place"), theme.LABEL, theme.GOLD_BRIGHT)
    title, kind = pen.words("program.exhibition"), _hero(pen, dense)
    top = place.bottom + (6.0 if dense else 14.0) * u
    pen.block((rect.left, top), title, kind, pen.balanced_width(title, kind, rect.width))
    if pen.screen.height < LOWEST * u:
        return
    rule = rect.bottom - (18.0 if dense else 34.0) * u
    divider(pen.draw, rect.left, rect.left + 240 * u, rule, 17 * u, theme.GOLD_LINE)


def _row(pen: Pen, view: UiView, dense: bool) -> tuple[float, float]:
    """Height of a button and the gap below it."""
    if _beside(pen, view):
        return theme.TARGET, 6.0
    return (46.0, 8.0) if dense else (60.0, 12.0)


def _beside(pen: Pen, view: UiView) -> bool:
    """Whether tours stand side by side because there is little height for so many."""
    tall = pen.screen.height / pen.unit
    return tall < LOW or (tall < LOW_FOR_MANY and len(view.tours) > MANY_TOURS)


def _cells(pen: Pen, view: UiView) -> tuple[int, int]:
    """Columns, and rows of buttons: the first tour above, the others and the way out below."""
    others = max(min(len(view.tours), MAX_TOURS) - 1, 0) + 1
    if _beside(pen, view):
        cells = others + min(len(view.tours), 1)
        across = 2 if cells <= FEW_TOURS else 3
        return across, -(-cells // across)
    across = 2 if others > FEW_TOURS else 1
    return across, -(-others // across) + min(len(view.tours), 1)


def _menu_height(pen: Pen, view: UiView, dense: bool) -> float:
    row, gap = _row(pen, view, dense)
    _, rows = _cells(pen, view)
    return (rows * (row + gap) + theme.TARGET + 4.0) * pen.unit


def _menu(pen: Pen, view: UiView, rect: Rect, dense: bool) -> None:
    u = pen.unit
    row, gap = _row(pen, view, dense)
    across, rows = _cells(pen, view)
    tours = view.tours[:MAX_TOURS]
    spots: list[Rect] = []
    for k in range(rows):
        line = Rect(rect.left, rect.top + k * (row + gap) * u, rect.width, row * u)
        alone = k == 0 and tours and not _beside(pen, view)
        spots += [line] if alone else columns(line, across, gap * u)
    for i, (tour, spot) in enumerate(zip(tours, spots, strict=False)):
        _tour_button(pen, tour, spot, first=i == 0)
    spot = spots[len(tours)]
    if button(pen, "explore", spot, pen.words("title.explore"), picture="fly", align=0.0):
        pen.wish("explore")
    top = rect.top + rows * (row + gap) * u
    _small_menu(pen, Rect(rect.left, top, rect.width, theme.TARGET * u))


def _tour_button(pen: Pen, tour: TourChoice, spot: Rect, first: bool) -> None:
    look = Look.PRIMARY if first else Look.PLAIN
    u = pen.unit
    minutes = length(pen.words, tour.duration_s)
    if spot.width < 330 * u:
        minutes = ""  # the name needs the room
    width = pen.measure(minutes, theme.SMALL)[0]
    name = Rect(spot.left, spot.top, spot.width, spot.height)
    label, text = pen.fitted(tour.name, theme.STRONG, spot.width - width - 78 * u)
    if button(pen, f"tour.{tour.id}", name, text, look, "play", 0.0, kind=label):
        pen.wish("start_tour", tour.id)
    colour = theme.ON_GOLD if first else theme.MUTED
    right = Rect(spot.right - width - 16 * u, spot.top, width + 1, spot.height)
    pen.line(right, minutes, theme.SMALL, colour)


def _small_menu(pen: Pen, rect: Rect) -> None:
    names = ("story", "gallery", "settings", "help", "about", "quit")
    texts = [pen.words(f"title.{name}") for name in names]
    bare = [pen.measure(text, theme.SMALL)[0] for text in texts]
    left = rect.left - 14 * pen.unit
    room = pen.screen.width - left - sum(bare) - 16 * pen.unit
    spare = min(room / len(names) - 4 * pen.unit, 30 * pen.unit)  # long words leave less about them
    widths = [width + spare for width in bare]
    for name, text, width in zip(names, texts, widths, strict=True):
        spot = Rect(left, rect.top, width, rect.height)
        if button(pen, f"menu.{name}", spot, text, Look.QUIET, kind=theme.SMALL):
            pen.wish(SMALL_MENU.get(name, f"toggle_{name}"))
        left += width + 4 * pen.unit


def _languages_rect(pen: Pen) -> Rect:
    u = pen.unit
    width = sum(pen.measure(name, theme.STRONG)[0] + 28 * u for _, name in pen.own_names)
    margin = 16.0 if pen.screen.width < 900 * u else theme.MARGIN
    return Rect(pen.screen.width - width - margin * u, margin * u, width, theme.TARGET * u)


def _languages(pen: Pen, view: UiView, rect: Rect) -> None:
    codes = [code for code, _ in pen.own_names]
    names = tuple(name for _, name in pen.own_names)
    corner, far = (rect.left, rect.top), (rect.right, rect.bottom)
    pen.draw.add_rect_filled(corner, far, theme.PANEL, 10 * pen.unit)
    chosen = segments(pen, "language", rect, names, codes.index(view.state.preferences.language))
    if chosen is not None:
        pen.wish("set_preference", f"language={codes[chosen]}")


def _scrim(pen: Pen, left: float, wide: float) -> None:
    u, draw, height = pen.unit, pen.draw, pen.screen.height
    dark = 0.90
    x = left + wide * 0.62
    draw.add_rect_filled((0, 0), (x, height), theme.rgba("#070C17", dark))
    for share, width in ((0.80, 130.0), (0.52, 150.0), (0.20, 170.0), (0.0, 190.0)):
        near, far = theme.rgba("#070C17", dark), theme.rgba("#070C17", share)
        draw.add_rect_filled_multi_color((x, 0), (x + width * u, height), near, far, far, near)
        x, dark = x + width * u, share
    _frieze(pen)


def _frieze(pen: Pen) -> None:
    """A woven edge: ram's horns between two gold threads."""
    u, height, draw = pen.unit, pen.screen.height, pen.draw
    draw.add_rect_filled((0, 0), (38 * u, height), theme.rgba("#070C17", 0.75))
    column(draw, 19 * u, 0.0, height, 26 * u, theme.rgba("#E3B55B", 0.62))
    for x in (3.0, 35.0):
        draw.add_rect_filled((x * u, 0), ((x + 1.4) * u, height), theme.GOLD_LINE)


def _loading(pen: Pen, view: UiView) -> None:
    u = pen.unit
    right, bottom = pen.screen.width - theme.MARGIN * u, pen.screen.height - theme.MARGIN * u
    width = 260 * u
    text = Rect(right - width, bottom - 34 * u, width, 20 * u)
    pen.line(text, pen.words("program.loading"), theme.SMALL, theme.INK, 1.0)
    y = bottom - 5 * u
    draw = pen.draw
    draw.add_rect_filled((right - width, y), (right, y + 3 * u), theme.LINE, 2 * u)
    start = right - width + (width - 70 * u) * (0.5 + 0.5 * math.sin(view.state.clock_s * 2.4))
    draw.add_rect_filled((start, y), (start + 70 * u, y + 3 * u), theme.GOLD, 2 * u)
