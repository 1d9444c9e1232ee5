"""The exhibits by their order, and the way back to the city or the hall."""

from __future__ import annotations

from slimgui import imgui

from almaty_tour.base.spaces import OUTDOORS
from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.exhibit_plan import exhibit_plan
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.view import UiView
from almaty_tour.ui.widgets import Look, button, focus_ring, icon_button, press, surface

ORDER = 51


def shown(desk: Desk, view: UiView) -> bool:
    exhibition = view.state.mode is Mode.EXHIBITION and desk.sheet is Sheet.NONE
    return exhibition and view.window.chrome


def build(pen: Pen, view: UiView) -> None:
    """The way back above, the names below where there is room for them."""
    places = exhibit_plan(pen)
    indoors = view.state.camera.space != OUTDOORS
    _leave(pen, places.leave, indoors=indoors, wide=places.list is not None)
    if places.list is None:
        return
    u = pen.unit
    surface(pen, places.list)
    title = Rect(
        places.list.left + 18 * u, places.list.top + 12 * u, places.list.width - 26 * u, 30 * u
    )
    beside = view.state.held is not None and bool(view.state.held.beside)
    told = "exhibits.compare_with" if beside else "exhibits.title"
    pen.line(title, pen.words(told), theme.HEADING)
    body = Rect(
        places.list.left + 8 * u, title.bottom + 8 * u,
        places.list.width - 14 * u, places.list.bottom - title.bottom - 18 * u,
    )  # fmt: skip
    with pen.scroll("exhibits", body) as width:
        for one in view.exhibits:
            _row(pen, view, one, width - 4 * u)


def _leave(pen: Pen, rect: Rect, *, indoors: bool, wide: bool) -> None:
    text = pen.words("exhibits.leave_to_hall" if indoors else "exhibits.leave")
    if wide:
        surface(pen, rect, radius=26.0)
        pressed = button(pen, "exhibits.leave", rect, text, Look.QUIET, "left")
    else:
        pressed = icon_button(pen, "exhibits.leave", rect.centre, "left", text, look=Look.PLAIN)
    if pressed:
        pen.wish("leave_exhibits")


def _row(pen: Pen, view: UiView, one: ExhibitSpec, width: float) -> None:
    u, draw = pen.unit, pen.draw
    name, room = one.name[pen.words.language], width - 36 * u
    height = pen.block_height(name, theme.BODY, room)
    left, top = imgui.get_cursor_screen_pos()
    rect = Rect(left + 4 * u, top + 1 * u, width - 6 * u, max(height + 18 * u, 44 * u))
    looked_at = view.state.held
    beside = looked_at is not None and looked_at.beside
    chosen = looked_at is not None and one.id in (looked_at.exhibit, looked_at.beside)
    pressed, hovered, held = press(pen, f"exhibit.{one.id}", rect)
    pen.grounds.pop()
    if imgui.is_item_focused() and pen.desk.focused:
        imgui.set_scroll_here_y(0.5)
    if imgui.is_item_visible():
        if chosen or hovered or held:
            fill = theme.PRESSED if held else theme.CHOSEN if chosen else theme.RAISED
            draw.add_rect_filled((rect.left, rect.top), (rect.right, rect.bottom), fill, 9 * u)
        pen.block((rect.left + 14 * u, rect.centre[1] - height / 2), name, theme.BODY, room)
        focus_ring(pen, rect.inset(3 * u), 7 * u)
    imgui.set_cursor_screen_pos((left, rect.bottom + 1 * u))
    imgui.dummy((1.0, 0.0))
    if pressed:
        pen.wish("compare_exhibit" if beside else "show_exhibit", one.id)
