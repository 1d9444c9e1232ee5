"""One picture alone: zoom, what it shows, where and when, who made it, the way to its place."""

from __future__ import annotations

from dataclasses import dataclass

from slimgui import imgui

from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.format import day_and_hour
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.picture_draw import best, laid
from almaty_tour.ui.picture_view import PictureCard
from almaty_tour.ui.view import UiView
from almaty_tour.ui.widgets import Look, button, icon_button, press

ORDER = 105
TOOL = 48.0


def shown(desk: Desk, view: UiView) -> bool:
    return desk.sheet is Sheet.PICTURE and desk.album.picture in view.gallery.by_id


def build(pen: Pen, view: UiView) -> None:
    """The picture between its tools; below it its words and what can be done."""
    u, screen = pen.unit, pen.screen
    card = view.gallery.by_id[pen.desk.album.picture]
    pen.grounds.append(screen)
    pen.draw.add_rect_filled((0, 0), (screen.width, screen.height), theme.rgba("#04060B", 0.985))
    margin, side = 20 * u, TOOL * u
    strip = _strip(pen, card, screen.width - 2 * margin)
    tall = screen.height - strip.height - 18 * u
    _picture(pen, card, Rect(side, 0.0, screen.width - 2 * side, tall))
    _tools(pen, view, card, Rect(0.0, 0.0, screen.width, tall))
    top = tall + 8 * u
    _words(pen, card, Rect(margin, top, strip.words_wide, strip.height))
    if strip.beside:
        left = screen.width - margin - strip.buttons_wide
        _buttons(pen, view, card, left, top + (strip.height - 44 * u) / 2)
    else:
        _buttons(pen, view, card, margin, top + strip.height - 44 * u)


@dataclass(frozen=True)
class _Strip:
    """How words and buttons lie below the picture: beside each other or below."""

    height: float
    words_wide: float
    buttons_wide: float
    beside: bool


def _strip(pen: Pen, card: PictureCard, width: float) -> _Strip:
    u = pen.unit
    buttons = sum(wide + 8 * u for _, wide in _places(pen, card))
    below = _words_height(pen, card, width) + (52 * u if buttons else 0.0)
    narrow = width - buttons - 16 * u
    if narrow > 0.35 * width:
        beside = max(_words_height(pen, card, narrow), 44 * u)
        if beside <= below:
            return _Strip(beside, narrow, buttons, True)
    return _Strip(below, width, buttons, False)


def _picture(pen: Pen, card: PictureCard, area: Rect) -> None:
    album, io = pen.desk.album, imgui.get_io()
    _, hovered, held = press(pen, "picture.whole", area)
    found = best(pen, card.id)
    if found is None:
        pen.line(area, pen.words("gallery.waits"), theme.BODY, theme.MUTED, 0.5)
        return
    wide, tall = card.size_px
    fit = min(area.width / wide, area.height / tall) * album.zoom
    size = (wide * fit, tall * fit)
    if hovered and io.mouse_wheel:
        album.nearer(io.mouse_wheel)
    if held and album.zoom > 1.0:
        album.move(-io.mouse_delta[0] / size[0], -io.mouse_delta[1] / size[1])
    laid(pen, found, area, size, album.centre)


def _told(pen: Pen, card: PictureCard) -> str:
    size = pen.words("gallery.size", width=card.size_px[0], height=card.size_px[1])
    parts = (card.place, day_and_hour(card.moment), size)
    return " · ".join(part for part in parts if part)


def _words_height(pen: Pen, card: PictureCard, width: float) -> float:
    u = pen.unit
    return (
        pen.block_height(card.caption, theme.HEADING, width)
        + pen.block_height(_told(pen, card), theme.SMALL, width)
        + pen.block_height(card.credit, theme.SMALL, width)
        + 10 * u
    )


def _words(pen: Pen, card: PictureCard, rect: Rect) -> None:
    u, top = pen.unit, rect.top
    top += pen.block((rect.left, top), card.caption, theme.HEADING, rect.width) + 4 * u
    top += pen.block((rect.left, top), _told(pen, card), theme.SMALL, rect.width) + 2 * u
    pen.block((rect.left, top), card.credit, theme.SMALL, rect.width, theme.MUTED)


def _places(pen: Pen, card: PictureCard) -> list[tuple[str, float]]:
    """The buttons with words, and their widths: only where it is known where to stand."""
    names = ("stand", "compare") if card.placed else ()
    return [
        (name, pen.measure(pen.words(f"gallery.{name}"), theme.STRONG)[0] + 34 * pen.unit)
        for name in names
    ]


def _tools(pen: Pen, view: UiView, card: PictureCard, rect: Rect) -> None:
    """Before at the left; back, after, nearer and farther at the right."""
    u, album = pen.unit, pen.desk.album
    cards = view.gallery.of(album.theme, album.dated)
    if card not in cards:  # opened where it hangs, while the gallery shows another theme
        cards = view.gallery.of("", album.dated)
    here = next((n for n, one in enumerate(cards) if one.id == card.id), 0)
    left, right, step = rect.left + TOOL * u / 2, rect.right - TOOL * u / 2, TOOL * u
    middle, low = rect.centre[1] - 0.5 * step, rect.bottom - step / 2
    tools = (
        ("previous", "left", left, middle), ("next", "right", right, middle),
        ("nearer", "plus", right, low - step), ("farther", "minus", right, low),
        ("back", "close", right, rect.top + step / 2 + 4 * u),
    )  # fmt: skip
    for name, picture, x, y in tools:
        hint = pen.words(
            "gallery.back_there" if name == "back" and album.hung else f"gallery.{name}"
        )
        if not icon_button(pen, f"picture.{name}", (x, y), picture, hint):
            continue
        if name == "back":
            pen.desk.step_back()
        elif name in ("nearer", "farther"):
            album.nearer(1.0 if name == "nearer" else -1.0)
        else:
            album.turned += 1 if name == "next" else -1
    if album.turned and cards:
        album.open(cards[(here + album.turned) % len(cards)].id)


def _buttons(pen: Pen, view: UiView, card: PictureCard, left: float, top: float) -> None:
    """To stand where it was taken, and to lay it over the view from there."""
    u = pen.unit
    for name, wide in _places(pen, card):
        look = Look.PRIMARY if name == "stand" else Look.PLAIN
        spot = Rect(left, top, wide, 44 * u)
        if button(pen, f"picture.{name}", spot, pen.words(f"gallery.{name}"), look):
            _go(pen, view.gallery.stand(card.id), name)
        left = spot.right + 8 * u


def _go(pen: Pen, stand: str, name: str) -> None:
    if name == "stand":
        pen.desk.sheet = Sheet.NONE
        pen.wish("stand_at", stand)
    else:
        pen.wish("stand_now", stand)
        pen.wish("compare_picture")
