"""The map of Zhetysu with the places where the exhibits were found."""

from __future__ import annotations

from slimgui import imgui

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.region_map import RegionFrame, draw_region, label
from almaty_tour.ui.view import UiView
from almaty_tour.ui.widgets import Look, button, focus_ring, icon_button, press, surface

ORDER = 104
LIST_WIDE = 330.0


def shown(desk: Desk, view: UiView) -> bool:
    return desk.sheet is Sheet.FINDS and desk.region is not None


def build(pen: Pen, view: UiView) -> None:
    """The map to the left, names to the right; the one that is looked at is marked."""
    u, region = pen.unit, pen.desk.region
    if region is None:
        return
    pen.grounds.append(pen.screen)
    rect = pen.screen.inset(14 * u, 14 * u)
    surface(pen, rect, theme.SHEET, radius=16.0)
    head = Rect(rect.left + 28 * u, rect.top + 10 * u, rect.width - 100 * u, 44 * u)
    pen.line(head, pen.words("exhibits.map_title"), theme.TITLE)
    close = (rect.right - 36 * u, head.centre[1])
    if icon_button(pen, "finds.close", close, "close", pen.words("explore.close")):
        pen.wish("toggle_finds")
    wide = min(LIST_WIDE * u, 0.42 * rect.width)
    body = Rect(head.left, head.bottom + 8 * u, rect.width - 56 * u, rect.bottom - head.bottom)
    body = Rect(body.left, body.top, body.width, body.height - 48 * u)
    frame = RegionFrame.within(
        region, Rect(body.left, body.top, body.width - wide - 16 * u, body.height)
    )
    draw_region(pen, frame)
    _pins(pen, view, frame)
    _legend(pen, Rect(body.left, body.bottom + 6 * u, body.width, 24 * u))
    _list(pen, view, Rect(body.right - wide, body.top, wide, body.height))


def _pins(pen: Pen, view: UiView, frame: RegionFrame) -> None:
    """A dot for each place, a ring where only the region is known."""
    u, draw, chosen = pen.unit, pen.draw, view.exhibit
    places: dict[tuple[float, float], list[ExhibitSpec]] = {}
    for one in view.exhibits:
        if one.find_deg is not None:
            places.setdefault(one.find_deg, []).append(one)
    for place, there in places.items():
        x, y = frame.spot(place)
        exact = any(one.find_exact for one in there)
        here = chosen is not None and chosen.find_deg == place
        size = 8.0 if here else 5.5
        draw.add_circle_filled((x, y), (size + 2.5) * u, theme.NIGHT, 28)
        if exact:
            colour = theme.GOLD_BRIGHT if here else theme.GOLD
            draw.add_circle_filled((x, y), size * u, colour, 28)
        else:
            draw.add_circle((x, y), (size - 0.5) * u, theme.GOLD_BRIGHT, 28, 2.4 * u)
        if here and chosen is not None:
            label(pen, frame, (x, y), chosen.find_place[pen.words.language], 22.0)


def _legend(pen: Pen, rect: Rect) -> None:
    u, draw, words = pen.unit, pen.draw, pen.words
    y, x = rect.centre[1], rect.left + 8 * u
    draw.add_circle_filled((x, y), 5.5 * u, theme.GOLD, 20)
    exact = words("exhibits.exact")
    wide = pen.measure(exact, theme.SMALL)[0]
    pen.line(Rect(x + 14 * u, rect.top, wide + 2 * u, rect.height), exact, theme.SMALL, theme.MUTED)
    x += wide + 40 * u
    draw.add_circle((x, y), 5.0 * u, theme.GOLD_BRIGHT, 20, 2.4 * u)
    rest = Rect(x + 14 * u, rect.top, rect.right - x - 14 * u, rect.height)
    pen.line(rest, words("exhibits.about_there"), theme.SMALL, theme.MUTED)


def _list(pen: Pen, view: UiView, rect: Rect) -> None:
    u, chosen = pen.unit, view.exhibit
    if chosen is not None and view.find_in_reach:
        go = Rect(rect.left, rect.bottom - 48 * u, rect.width, 48 * u)
        if button(pen, "finds.fly", go, pen.words("explore.fly_there"), Look.PRIMARY, "fly"):
            pen.wish("toggle_finds")
            pen.wish("fly_to_find", chosen.id)
        rect = Rect(rect.left, rect.top, rect.width, rect.height - 60 * u)
    with pen.scroll("finds", rect) as width:
        for one in view.exhibits:
            _row(pen, view, one, width - 4 * u)


def _row(pen: Pen, view: UiView, one: ExhibitSpec, width: float) -> None:
    u, draw, language = pen.unit, pen.draw, pen.words.language
    name, room = one.name[language], width - 30 * u
    place = one.find_place[language]
    tall = pen.block_height(name, theme.BODY, room)
    low = pen.block_height(place, theme.SMALL, room)
    left, top = imgui.get_cursor_screen_pos()
    rect = Rect(left + 2 * u, top + u, width - 4 * u, tall + low + 16 * u)
    chosen = view.exhibit is one
    pressed, hovered, held = press(pen, f"find.{one.id}", rect)
    pen.grounds.pop()
    if imgui.is_item_focused() and pen.desk.focused:
        imgui.set_scroll_here_y(0.5)
    if imgui.is_item_visible():
        if chosen or hovered or held:
            fill = theme.PRESSED if held else theme.CHOSEN if chosen else theme.RAISED
            draw.add_rect_filled((rect.left, rect.top), (rect.right, rect.bottom), fill, 9 * u)
        pen.block((rect.left + 12 * u, rect.top + 7 * u), name, theme.BODY, room)
        at = (rect.left + 12 * u, rect.top + 9 * u + tall)
        pen.block(at, place, theme.SMALL, room, theme.MUTED)
        focus_ring(pen, rect.inset(3 * u), 7 * u)
    imgui.set_cursor_screen_pos((left, rect.bottom + u))
    imgui.dummy((1.0, 0.0))
    if pressed:
        pen.wish("show_exhibit", one.id)
