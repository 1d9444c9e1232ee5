"""The landmark list with distance, direction and a search in every script."""

from __future__ import annotations

import math

from slimgui import imgui

from almaty_tour.content.streets import StreetName
from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.format import distance
from almaty_tour.ui.frame_plan import plan
from almaty_tour.ui.icons import icon
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.search import found_streets, matches
from almaty_tour.ui.street_rows import street_rows
from almaty_tour.ui.view import LandmarkView, UiView
from almaty_tour.ui.widgets import focus_ring, icon_button, press, surface

ORDER = 50


def shown(desk: Desk, view: UiView) -> bool:
    return view.state.mode is Mode.EXPLORE and desk.list_open and desk.sheet is Sheet.NONE


def build(pen: Pen, view: UiView) -> None:
    """Heading, search field, rows."""
    rect = plan(pen, view).places
    if rect is None:
        return
    u = pen.unit
    surface(pen, rect)
    found = [one for one in view.landmarks if _is_found(pen, view, one)]
    streets = () if view.streets.all is None else view.streets.all.names
    roads = [streets[row] for row in found_streets(pen.desk.query, streets)]
    top = rect.top + 12 * u
    if rect.height > 330 * u:
        _heading(pen, rect, len(view.landmarks), len(found) + len(roads))
        top = rect.top + 66 * u
    field = Rect(rect.left + 14 * u, top, rect.width - 28 * u, 44 * u)
    if _search_field(pen, field):
        _open_first(pen, found, roads)
    body = Rect(
        rect.left + 8 * u,
        field.bottom + 8 * u,
        rect.width - 14 * u,
        rect.bottom - field.bottom - 18 * u,
    )
    with pen.scroll("places", body) as width:
        for one in found:
            _row(pen, view, one, width - 4 * u)
        street_rows(pen, view, roads, width - 4 * u)
        if not found and not roads:
            imgui.dummy((width, 10 * u))
            imgui.indent(10 * u)
            pen.paragraph(
                pen.words("explore.nothing_found"), theme.BODY, width - 30 * u, theme.MUTED
            )
            imgui.unindent(10 * u)


def _open_first(pen: Pen, found: list[LandmarkView], roads: list[StreetName]) -> None:
    if found:
        pen.wish("select", found[0].spec.id)
    elif roads:
        pen.wish("fly_to_street", roads[0].id)


def _is_found(pen: Pen, view: UiView, one: LandmarkView) -> bool:
    """By name in any script, by kind ("museum" finds all museums), or by what lies within."""
    if not pen.desk.query:
        return True
    within = view.inside.names_within(one.spec.id)
    plain = one.spec.id.replace("_", " ")
    return matches(pen.desk.query, (*one.spec.name.values(), category(pen, one), *within, plain))


def _heading(pen: Pen, rect: Rect, count: int, found: int) -> None:
    u = pen.unit
    counted = "explore.found" if pen.desk.query else "explore.all_landmarks"
    text = pen.words(counted, count=found if pen.desk.query else count)
    line = Rect(rect.left + 20 * u, rect.top + 14 * u, rect.width - 84 * u, 28 * u)
    pen.line(line, pen.words("explore.landmarks"), theme.HEADING)
    pen.line(Rect(line.left, line.bottom, line.width, 20 * u), text, theme.SMALL, theme.MUTED)
    at = (rect.right - 34 * u, rect.top + 34 * u)
    if icon_button(pen, "places.close", at, "close", pen.words("explore.close")):
        pen.wish("toggle_list")


def _search_field(pen: Pen, rect: Rect) -> bool:
    """The field; True when Enter was pressed in it, which opens the first place found."""
    u, draw, desk = pen.unit, pen.draw, pen.desk
    corner, far = (rect.left, rect.top), (rect.right, rect.bottom)
    draw.add_rect_filled(corner, far, theme.RAISED, 10 * u)
    pen.targets.append(("search", rect))
    imgui.set_cursor_screen_pos((rect.left + 30 * u, rect.top))
    imgui.push_font(pen.fonts.faces["text"], theme.BODY.size * u)
    line = imgui.get_text_line_height()
    imgui.push_style_var(imgui.StyleVar.FRAME_PADDING, (10 * u, (rect.height - line) / 2))
    imgui.set_next_item_width(rect.width - 34 * u)
    if desk.wants_search:
        imgui.set_keyboard_focus_here()
    was_active = desk.was_searching
    name = f"##search{desk.search_number}"
    _, desk.query = imgui.input_text_with_hint(name, pen.words("explore.search"), desk.query)
    active = desk.searching = imgui.is_item_active()
    if imgui.is_item_focused():
        pen.focus = "search"
    desk.was_searching = active
    desk.wants_search = desk.wants_search and not active
    imgui.pop_style_var()
    imgui.pop_font()
    draw.add_rect(corner, far, theme.GOLD if active else theme.LINE, 10 * u)
    focus_ring(pen, rect, 10 * u)
    icon(draw, "search", (rect.left + 22 * u, rect.centre[1]), 9 * u, theme.MUTED)
    return was_active and imgui.is_key_pressed(imgui.Key.KEY_ENTER, False)


def _row(pen: Pen, view: UiView, one: LandmarkView, width: float) -> None:
    u, draw = pen.unit, pen.draw
    name = one.spec.name[pen.words.language]
    room = width - 36 * u
    name_height = pen.block_height(name, theme.STRONG, room)
    left, top = imgui.get_cursor_screen_pos()
    rect = Rect(left + 4 * u, top + 2 * u, width - 6 * u, name_height + 40 * u)
    chosen = view.state.selected == one.spec.id
    pressed, hovered, held = press(pen, f"place.{one.spec.id}", rect)
    pen.grounds.pop()
    if imgui.is_item_focused() and pen.desk.focused:
        imgui.set_scroll_here_y(0.5)
    if not imgui.is_item_visible():
        imgui.set_cursor_screen_pos((left, rect.bottom + 2 * u))
        imgui.dummy((1.0, 0.0))
        return
    corner, far = (rect.left, rect.top), (rect.right, rect.bottom)
    if chosen or hovered or held:
        fill = theme.PRESSED if held else theme.CHOSEN if chosen else theme.RAISED
        draw.add_rect_filled(corner, far, fill, 9 * u)
    if chosen:
        draw.add_rect_filled(
            (rect.left, rect.top + 9 * u), (rect.left + 3 * u, rect.bottom - 9 * u), theme.GOLD, u
        )
    pen.block((rect.left + 14 * u, rect.top + 8 * u), name, theme.STRONG, room)
    _second_line(
        pen, view, one, Rect(rect.left + 14 * u, rect.bottom - 30 * u, rect.width - 26 * u, 22 * u)
    )
    focus_ring(pen, rect.inset(3 * u), 7 * u)
    imgui.set_cursor_screen_pos((left, rect.bottom + 2 * u))
    imgui.dummy((1.0, 0.0))
    if pressed:
        pen.wish("fly_to" if chosen else "select", one.spec.id)


def _second_line(pen: Pen, view: UiView, one: LandmarkView, rect: Rect) -> None:
    u = pen.unit
    kind = category(pen, one)
    text = f"{kind} · {one.spec.year}" if one.spec.year else kind
    away = distance(pen.words, one.distance_m)
    width = pen.measure(away, theme.SMALL)[0]
    pen.line(
        Rect(rect.left, rect.top, rect.width - width - 34 * u, rect.height),
        text,
        theme.SMALL,
        theme.MUTED,
    )
    pen.line(rect, away, theme.SMALL, theme.GOLD_BRIGHT, 1.0)
    turn = one.bearing_rad - view.state.camera.heading_rad
    _arrow(pen, (rect.right - width - 13 * u, rect.centre[1]), turn)


def _arrow(pen: Pen, at: tuple[float, float], turn_rad: float) -> None:
    """Points to the landmark as the visitor looks: up is ahead."""
    size, c, s = 6.5 * pen.unit, math.cos(turn_rad), math.sin(turn_rad)
    shape = [(0.0, -1.0), (0.62, 0.8), (0.0, 0.42), (-0.62, 0.8)]
    points = [(at[0] + size * (x * c - y * s), at[1] + size * (x * s + y * c)) for x, y in shape]
    pen.draw.add_concave_poly_filled(points, theme.GOLD)


def category(pen: Pen, one: LandmarkView) -> str:
    """The kind of a landmark in the visitor's language."""
    name = f"category.{one.spec.category}"
    return pen.words(name if name in pen.words.texts else "category.other")
