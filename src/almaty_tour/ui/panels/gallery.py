"""The pictures as they hang: by theme or by date, small, each to be opened."""

from __future__ import annotations

from slimgui import imgui

from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.format import day_and_hour
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.ornament import divider
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.picture_draw import filled
from almaty_tour.ui.picture_view import PictureCard
from almaty_tour.ui.view import UiView
from almaty_tour.ui.widgets import button, focus_ring, icon_button, press, segments, surface

ORDER = 104
CELL, GAP = 250.0, 14.0
LINES = 2
BRING = ("toggle_imports", "choose_pictures")
"""The sheet of imports, and on it the choice of a folder."""


def shown(desk: Desk, view: UiView) -> bool:
    return desk.sheet is Sheet.GALLERY


def build(pen: Pen, view: UiView) -> None:
    """Title and choice above, below them the pictures."""
    u, screen = pen.unit, pen.screen
    pen.grounds.append(screen)
    pen.draw.add_rect_filled((0, 0), (screen.width, screen.height), theme.rgba("#050913", 0.72))
    rect = screen.inset(min(28 * u, screen.width * 0.02), min(20 * u, screen.height * 0.02))
    surface(pen, rect, theme.SHEET, radius=16.0)
    head = Rect(rect.left + 28 * u, rect.top + 12 * u, rect.width - 104 * u, 44 * u)
    pen.line(head, pen.words("gallery.title"), theme.TITLE)
    at = (rect.right - 38 * u, head.centre[1])
    if icon_button(pen, "gallery.close", at, "close", pen.words("explore.close")):
        pen.wish("toggle_gallery")
    low = _choice(pen, view, Rect(head.left, head.bottom + 8 * u, rect.width - 56 * u, 0.0))
    divider(pen.draw, head.left, rect.right - 28 * u, low + 12 * u, 12 * u, theme.GOLD_LINE)
    body = Rect(head.left, low + 24 * u, rect.width - 44 * u, rect.bottom - low - 36 * u)
    cards = view.gallery.of(pen.desk.album.theme, pen.desk.album.dated)
    with pen.scroll("gallery", body) as width:
        _grid(pen, cards, width - 12 * u, body.height)
        if not view.gallery.has_own:
            pen.paragraph(
                pen.words("gallery.bring"), theme.SMALL, width - 12 * u, theme.MUTED, 8 * u
            )


def _choice(pen: Pen, view: UiView, rect: Rect) -> float:
    """Theme, then order, then the frames in the city and the way in, wrapped; their lower edge."""
    u, album, words = pen.unit, pen.desk.album, pen.words
    orders = (words("gallery.by_theme"), words("gallery.by_date"))
    order_wide = sum(pen.measure(text, theme.STRONG)[0] + 26 * u for text in orders)
    pager_wide = min(rect.width, 430 * u)
    beside = pager_wide + order_wide + 14 * u <= rect.width
    _pager(pen, view, Rect(rect.left, rect.top, pager_wide, 44 * u))
    left = rect.left + (pager_wide + 14 * u if beside else 0.0)
    top = rect.top if beside else rect.top + 50 * u
    wide = min(order_wide, rect.width)
    chosen = segments(pen, "order", Rect(left, top, wide, 44 * u), orders, int(album.dated))
    if chosen is not None:
        album.dated = chosen == 1
    left += wide + 14 * u
    for name, text, on, wishes in _buttons(pen, view):
        wide = min(pen.measure(text, theme.STRONG)[0] + 32 * u, rect.width)
        if left + wide > rect.right:
            left, top = rect.left, top + 50 * u
        if button(pen, f"gallery.{name}", Rect(left, top, wide, 44 * u), text, chosen=on):
            for wish in wishes:
                pen.wish(wish)
        left += wide + 14 * u
    return top + 44 * u


def _buttons(pen: Pen, view: UiView) -> list[tuple[str, str, bool, tuple[str, ...]]]:
    """Name, words, whether it is on, and wishes of the buttons behind the order."""
    bring = ("import", pen.words("imports.choose_pictures"), False, BRING)
    if not view.gallery.can_frame:
        return [bring]
    return [("frames", pen.words("gallery.frames"), view.gallery.framed, ("toggle_frames",)), bring]


def _pager(pen: Pen, view: UiView, rect: Rect) -> None:
    """The theme before, the name of this one and how many hang there, the theme after."""
    u, album, words = pen.unit, pen.desk.album, pen.words
    themes = (("", words("gallery.all")), *view.gallery.themes)
    here = next((n for n, (name, _) in enumerate(themes) if name == album.theme), 0)
    for step, picture, x in ((-1, "left", rect.left + 22 * u), (1, "right", rect.right - 22 * u)):
        hint = words("gallery.previous_theme" if step < 0 else "gallery.next_theme")
        if icon_button(pen, f"theme.{picture}", (x, rect.centre[1]), picture, hint):
            album.theme = themes[(here + step) % len(themes)][0]
            imgui.set_scroll_y(0.0)
    count = len(view.gallery.of(themes[here][0], False))
    name = Rect(rect.left + 50 * u, rect.top, rect.width - 100 * u, rect.height)
    pen.line(name, f"{themes[here][1]} · {count}", theme.STRONG, theme.GOLD_BRIGHT, 0.5)


def _grid(pen: Pen, cards: tuple[PictureCard, ...], width: float, height: float) -> None:
    """Rows of pictures; only those in sight are made, and one above and below for the keys."""
    u = pen.unit
    left, top = imgui.get_cursor_screen_pos()
    if not cards:
        pen.paragraph(pen.words("gallery.empty"), theme.BODY, width, theme.MUTED)
        return
    across = max(int((width + GAP * u) // ((CELL + GAP) * u)), 1)
    cell = (width - GAP * u * (across - 1)) / across
    words_tall = (LINES * theme.SMALL.size * theme.LEADING["text"] + theme.TINY.size + 16.0) * u
    row_tall = cell * 9.0 / 16.0 + words_tall + GAP * u
    rows = -(-len(cards) // across)
    first = max(int(imgui.get_scroll_y() // row_tall) - 1, 0)
    last = min(int((imgui.get_scroll_y() + height) // row_tall) + 2, rows)
    for place in range(first * across, min(last * across, len(cards))):
        row, column = divmod(place, across)
        spot = Rect(
            left + column * (cell + GAP * u), top + row * row_tall, cell, row_tall - GAP * u
        )
        _cell(pen, cards[place], spot)
    imgui.set_cursor_screen_pos((left, top + rows * row_tall))
    imgui.dummy((width, 1.0))


def _cell(pen: Pen, card: PictureCard, rect: Rect) -> None:
    u, draw = pen.unit, pen.draw
    pressed, hovered, held = press(pen, f"picture.{card.id}", rect)
    pen.grounds.pop()
    if imgui.is_item_focused() and pen.desk.focused:
        imgui.set_scroll_here_y(0.5)
    if pressed:
        pen.wish("show_picture", card.id)
    if not imgui.is_item_visible():
        return
    if hovered or held:
        grown = rect.inset(-5 * u)
        fill = theme.PRESSED if held else theme.RAISED
        draw.add_rect_filled((grown.left, grown.top), (grown.right, grown.bottom), fill, 8 * u)
    picture = Rect(rect.left, rect.top, rect.width, rect.width * 9.0 / 16.0)
    filled(pen, card.id, picture)
    lines = pen.lines(card.caption, theme.SMALL, rect.width)
    shown_lines = lines[:LINES]
    if len(lines) > LINES:
        shown_lines = (*lines[: LINES - 1], f"{lines[LINES - 1]} …")
    y = picture.bottom + 6 * u
    for line in shown_lines:
        pen.text((rect.left, y), line, theme.SMALL)
        y += theme.SMALL.size * theme.LEADING["text"] * u
    if card.moment:
        pen.text((rect.left, y + 1 * u), day_and_hour(card.moment), theme.TINY, theme.MUTED)
    focus_ring(pen, rect.inset(-2 * u), 7 * u)
