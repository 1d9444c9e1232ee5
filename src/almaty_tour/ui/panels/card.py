"""The card of a landmark: what it is, what is sure about it, and the way there."""

from __future__ import annotations

from almaty_tour.session.state import Mode, Rig
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.format import decimal, distance
from almaty_tour.ui.frame_plan import plan
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.panels.places import category
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.story import bullet, pair, part
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
        pair(pen, words("explore.year"), spec.year, width)
    if spec.height_source:
        pair(pen, words("explore.height"), _height(pen, spec.height_m), width)
    if spec.architects is not None:
        pair(pen, words("explore.architects"), spec.architects[words.language], width)
    if spec.facts:
        part(pen, words("explore.facts"), width)
        for fact in spec.facts:
            bullet(pen, fact.text[words.language], width)
    if spec.annotations:
        part(pen, words("explore.points"), width)
        for point in spec.annotations:
            bullet(pen, point.text[words.language], width)
    if spec.sources:
        part(pen, words("explore.sources"), width)
        pen.paragraph("; ".join(spec.sources), theme.SMALL, width, theme.MUTED, below=8 * u)


def _height(pen: Pen, height_m: float) -> str:
    return pen.words("explore.metres", number=decimal(pen.words, height_m))


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
        entry = view.inside.entry_of(place.spec.id)
        if entry is not None:
            half = (main.width - 8 * u) / 2
            door = Rect(main.right - half, main.top, half, main.height)
            main = Rect(main.left, main.top, half, main.height)
            if button(pen, "card.enter", door, pen.words("inside.go_in"), Look.PRIMARY):
                pen.wish("enter_interior", entry.interior)
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
