"""When a tour is over: once more, or stay in the city."""

from __future__ import annotations

from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.ornament import divider
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.view import UiView
from almaty_tour.ui.widgets import Look, button, surface

ORDER = 45


def shown(desk: Desk, view: UiView) -> bool:
    playback, tour = view.state.playback, view.tour
    return (
        view.state.mode is Mode.TOUR
        and view.window.chrome
        and desk.sheet is Sheet.NONE
        and playback is not None
        and tour is not None
        and playback.position_s >= tour.duration_s - 1e-3
    )


def build(pen: Pen, view: UiView) -> None:
    """The end, said quietly, and three ways on."""
    u, words = pen.unit, pen.words
    wide, tall = min(460 * u, pen.screen.width - 28 * u), 276 * u
    rect = Rect(
        (pen.screen.width - wide) / 2,
        max((pen.screen.height - tall) * 0.4 - 30 * u, 10 * u),
        wide,
        tall,
    )
    surface(pen, rect, theme.SHEET, radius=16.0)
    inner = rect.inset(28 * u, 18 * u)
    head = Rect(inner.left, inner.top, inner.width, 40 * u)
    staged = view.state.before is not None
    told = words("story.finished" if staged else "tour.finished")
    pen.line(head, told, theme.TITLE, theme.INK, 0.5)
    divider(pen.draw, inner.left, inner.right, head.bottom + 14 * u, 14 * u, theme.GOLD_LINE)
    rows = (
        ("again", words("tour.again"), Look.PRIMARY, "play", "play_pause"),
        ("stay", words("tour.explore_here"), Look.PLAIN, "fly", "explore"),
        ("home", words("explore.home"), Look.PLAIN, "home", "show_title"),
    )
    if staged:
        back = ("back", words("story.back"), Look.PRIMARY, "left", "go_back")
        rows = (back, ("again", words("tour.again"), Look.PLAIN, "play", "play_pause"), rows[1])
    top = head.bottom + 32 * u
    for name, text, look, picture, command in rows:
        spot = Rect(inner.left, top, inner.width, 46 * u)
        if button(pen, f"ending.{name}", spot, text, look, picture):
            pen.wish(command)
        top = spot.bottom + 8 * u
