"""Then and now: a picture over the view from where it was taken, drawn aside like a curtain."""

from __future__ import annotations

from slimgui import imgui

from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.format import day_and_hour
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.picture_draw import best, laid
from almaty_tour.ui.view import UiView
from almaty_tour.ui.widgets import focus_ring, icon_button, press, surface

ORDER = 106
HANDLE = 60.0


def shown(desk: Desk, view: UiView) -> bool:
    there = desk.album.picture in view.gallery.by_id and view.state.mode is Mode.EXPLORE
    return desk.sheet is Sheet.COMPARE and there


def build(pen: Pen, view: UiView) -> None:
    """The picture as high as the view, left of the slider; the view itself at its right."""
    u, screen, album = pen.unit, pen.screen, pen.desk.album
    card = view.gallery.by_id[album.picture]
    x = screen.width * album.share
    found = best(pen, card.id)
    if found is not None and x > 0.0:
        wide, tall = card.size_px
        size = (screen.height * wide / tall, screen.height)
        laid(pen, found, screen, size, (0.5, 0.5), Rect(0.0, 0.0, x, screen.height))
    _chip(pen, pen.words("gallery.then", date=day_and_hour(card.moment)), left=True)
    _chip(pen, pen.words("gallery.now"), left=False)
    _handle(pen, x)
    at = (screen.width - 38 * u, 38 * u)
    surface(pen, Rect(at[0] - 24 * u, at[1] - 24 * u, 48 * u, 48 * u), radius=24.0)
    if icon_button(pen, "compare.close", at, "close", pen.words("explore.close")):
        pen.desk.step_back()


def _handle(pen: Pen, x: float) -> None:
    """A line over the whole height and what takes hold of it."""
    u, screen, album = pen.unit, pen.screen, pen.desk.album
    pen.draw.add_line((x, 0.0), (x, screen.height), theme.GOLD_BRIGHT, 2.5 * u)
    side = HANDLE * u
    middle = min(max(x, side / 2 + 2 * u), screen.width - side / 2 - 2 * u)
    spot = Rect(middle - side / 2, screen.height * 0.5 - side / 2, side, side)
    pressed, hovered, held = press(pen, "compare.slider", spot)
    if held:
        album.slide(imgui.get_io().mouse_delta[0] / screen.width)
    elif pressed:
        album.let_go()
    fill = theme.GOLD_BRIGHT if hovered or held else theme.GOLD
    pen.draw.add_circle_filled(spot.centre, side * 0.42, fill)
    for way in (-1.0, 1.0):
        tip, y = spot.centre[0] + way * side * 0.26, spot.centre[1]
        back = tip - way * side * 0.14
        pen.draw.add_triangle_filled(
            (tip, y), (back, y - side * 0.13), (back, y + side * 0.13), theme.ON_GOLD
        )
    focus_ring(pen, spot.inset(6 * u), side / 2)


def _chip(pen: Pen, text: str, *, left: bool) -> None:
    u, screen = pen.unit, pen.screen
    wide, tall = pen.measure(text, theme.STRONG)[0] + 28 * u, 40 * u
    top = screen.height - tall - 20 * u
    x = 20 * u if left else screen.width - wide - 20 * u
    rect = Rect(x, top, wide, tall)
    surface(pen, rect, radius=20.0)
    pen.line(rect.inset(14 * u, 0.0), text, theme.STRONG)
