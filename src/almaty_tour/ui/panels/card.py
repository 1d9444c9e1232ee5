"""The card of a landmark: what it is, what is sure about it, and the way there."""

from __future__ import annotations

from slimgui import imgui

from almaty_tour.session.state import Mode, Rig
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.format import decimal, distance
from almaty_tour.ui.frame_plan import plan
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.ornament import divider
from almaty_tour.ui.panels.places import category
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.view import LandmarkView, UiView
from almaty_tour.ui.widgets import Look, button, icon_button, surface

ORDER = 60


def shown(desk: Desk, view: UiView) -> bool:
    return (
        view.state.mode is Mode.EXPLORE
        and desk.sheet is Sheet.NONE
        and view.landmark(view.state.selected) is not None
    )


def build(pen: Pen, view: UiView) -> None:
    """Name above, text that scrolls, buttons below."""
    rect, place = plan(pen, view).card, view.landmark(view.state.selected)
    if rect is None or place is None:
        return
    u = pen.unit
    surface(pen, rect)
    inner = rect.inset(20 * u, 14 * u)
    top = _name(pen, inner, place)
    buttons = Rect(inner.left, inner.bottom - 48 * u, inner.width, 48 * u)
    body = Rect(inner.left, top, inner.width + 10 * u, buttons.top - top - 10 * u)
    with pen.scroll(f"card.{place.spec.id}", body) as width:
        _story(pen, place, width - 14 * u)
    _buttons(pen, view, place, buttons)
    at = (rect.right - 34 * u, rect.top + 32 * u)
    if icon_button(pen, "card.close", at, "close", pen.words("explore.close")):
        pen.wish("select")


def _name(pen: Pen, inner: Rect, place: LandmarkView) -> float:
    u = pen.unit
    kind = f"{category(pen, place)}  ·  {distance(pen.words, place.distance_m)}"
    line = Rect(inner.left, inner.top + 4 * u, inner.width - 44 * u, 22 * u)
    pen.line(line, kind, theme.LABEL, theme.GOLD_BRIGHT)
    name = place.spec.name[pen.words.language]
    width = inner.width - 26 * u
    height = pen.block((inner.left, line.bottom + 4 * u), name, theme.HEADING, width)
    return line.bottom + height + 17 * u


def _story(pen: Pen, place: LandmarkView, width: float) -> None:
    u, words, spec = pen.unit, pen.words, place.spec
    pen.paragraph(spec.lead[words.language], theme.BODY, width, below=12 * u)
    if spec.no_model is not None:
        text = spec.no_model[words.language]
        pen.paragraph(text, theme.SMALL, width, theme.MUTED, below=12 * u)
    if spec.year:
        _pair(pen, words("explore.year"), spec.year, width)
    if spec.height_source:
        _pair(pen, words("explore.height"), _height(pen, spec.height_m), width)
    if spec.architects is not None:
        _pair(pen, words("explore.architects"), spec.architects[words.language], width)
    if spec.facts:
        _part(pen, words("explore.facts"), width)
        for fact in spec.facts:
            _bullet(pen, fact.text[words.language], width)
    if spec.annotations:
        _part(pen, words("explore.points"), width)
        for point in spec.annotations:
            _bullet(pen, point.text[words.language], width)
    if spec.sources:
        _part(pen, words("explore.sources"), width)
        pen.paragraph("; ".join(spec.sources), theme.SMALL, width, theme.MUTED, below=8 * u)


def _height(pen: Pen, height_m: float) -> str:
    return pen.words("explore.metres", number=decimal(pen.words, height_m))


def _pair(pen: Pen, name: str, value: str, width: float) -> None:
    u = pen.unit
    left, top = imgui.get_cursor_screen_pos()
    column = min(132 * u, width * 0.38)
    pen.line(Rect(left, top, column, 22 * u), name, theme.SMALL, theme.MUTED)
    room = width - column - 10 * u
    height = pen.block((left + column + 10 * u, top + 2 * u), value, theme.BODY, room)
    imgui.dummy((width, height + 6 * u))


def _part(pen: Pen, title: str, width: float) -> None:
    u = pen.unit
    imgui.dummy((width, 8 * u))
    left, top = imgui.get_cursor_screen_pos()
    divider(pen.draw, left, left + width, top + 8 * u, 11 * u, theme.GOLD_LINE)
    imgui.dummy((width, 22 * u))
    pen.paragraph(title, theme.LABEL, width, theme.GOLD_BRIGHT, below=7 * u)


def _bullet(pen: Pen, text: str, width: float) -> None:
    u = pen.unit
    left, top = imgui.get_cursor_screen_pos()
    middle = top + 10 * u
    pen.draw.add_quad_filled(
        (left + 4 * u, middle - 4 * u), (left + 8 * u, middle), (left + 4 * u, middle + 4 * u),
        (left, middle), theme.GOLD,
    )  # fmt: skip
    height = pen.block((left + 18 * u, top), text, theme.BODY, width - 18 * u)
    imgui.dummy((width, height + 8 * u))


def _way(pen: Pen, view: UiView, place: LandmarkView, rect: Rect) -> None:
    """The way there; quiet at the landmark, round it where a flight would not lead on."""
    state = view.state
    here = state.near == place.spec.id
    if here and place.arrived and state.rig is not Rig.ORBIT:
        text = pen.words("explore.rig_orbit")
        if button(pen, "card.orbit", rect, text, Look.PLAIN, "orbit"):
            pen.wish("set_rig", "orbit")
        return
    look = Look.PLAIN if here else Look.PRIMARY
    if button(pen, "card.fly", rect, pen.words("explore.fly_there"), look, "fly"):
        pen.wish("fly_to", place.spec.id)


def _buttons(pen: Pen, view: UiView, place: LandmarkView, rect: Rect) -> None:
    u, flight = pen.unit, view.state.flight
    main = Rect(rect.left, rect.top, rect.width - 108 * u, rect.height)
    if flight is not None and flight.landmark == place.spec.id:
        if button(pen, "card.stop", main, pen.words("explore.stop_flight"), Look.PLAIN, "pause"):
            pen.wish("stop_flight")
    else:
        _way(pen, view, place, main)
    y = rect.centre[1]
    at = (rect.right - 76 * u, y)
    if icon_button(
        pen, "card.previous", at, "left", pen.words("explore.previous"), look=Look.PLAIN
    ):
        pen.wish("previous_landmark")
    at = (rect.right - 24 * u, y)
    if icon_button(pen, "card.next", at, "right", pen.words("explore.next"), look=Look.PLAIN):
        pen.wish("next_landmark")
