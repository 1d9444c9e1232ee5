"""Pins of the landmarks on the picture; what is truly hidden has no pin."""

from __future__ import annotations

from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.format import distance
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.view import LandmarkView, MarkerView, PointView, UiView
from almaty_tour.ui.widgets import focus_ring, press

ORDER = 20
LABEL_HEIGHT = 44.0
STEMS = (72.0, 116.0, 160.0)
"""Heights that a label may have above its place, in design units; the first free one is taken."""


def shown(desk: Desk, view: UiView) -> bool:
    return view.state.mode is Mode.EXPLORE and desk.sheet is Sheet.NONE and desk.labels_shown


def build(pen: Pen, view: UiView) -> None:
    """The nearest and the greatest first: a label where there is room, else only a point."""
    for point in view.points:
        if point.visible:
            _point(pen, point)
    labels: list[tuple[MarkerView, str, Rect]] = []
    placed = [(marker, view.landmark(marker.landmark)) for marker in view.markers]
    for marker, place in sorted(placed, key=_rank):
        if marker.visible and place is not None:
            name = place.spec.name[pen.words.language]
            label = _pin(pen, marker, name)
            if label is not None:
                labels.append((marker, name, label))
    for marker, name, label in labels:  # above every stem
        _label(pen, marker, label, name, view.state.selected == marker.landmark)


def _rank(placed: tuple[MarkerView, LandmarkView | None]) -> float:
    """Distance, as if places of a lower tier stood farther away."""
    marker, place = placed
    return marker.distance_m * (1.0 if place is None else float(place.spec.tier))


def _free(pen: Pen, rect: Rect) -> bool:
    return pen.screen.contains(rect) and pen.is_free(rect)


def _behind_panel(pen: Pen, at_pt: tuple[float, float]) -> bool:
    spot = Rect(*at_pt, 0.0, 0.0)
    return any(one.contains(spot) for one in pen.grounds_before)


def _width(pen: Pen, marker: MarkerView, name: str) -> float:
    away = pen.measure(distance(pen.words, marker.distance_m), theme.SMALL)[0]
    return max(pen.measure(name, theme.LABEL)[0], 60 * pen.unit) + away + 36 * pen.unit


def _pin(pen: Pen, marker: MarkerView, name: str) -> Rect | None:
    """Draws stem and point; the place of the label, None where there is no room for one."""
    u, draw, (x, y) = pen.unit, pen.draw, marker.at_pt
    width = _width(pen, marker, name)
    rooms = (Rect(x - width / 2, y - stem * u, width, LABEL_HEIGHT * u) for stem in STEMS)
    label = next((room for room in rooms if _free(pen, room)), None)
    if label is None:
        if not _behind_panel(pen, marker.at_pt):
            draw.add_circle_filled((x, y), 5.0 * u, theme.NIGHT, 20)
            draw.add_circle_filled((x, y), 3.5 * u, theme.GOLD, 20)
        return None
    pen.labels.append(label)
    draw.add_line((x, label.bottom - 4 * u), (x, y), theme.rgba("#070C17", 0.8), 3.2 * u)
    draw.add_line((x, label.bottom - 4 * u), (x, y), theme.GOLD_BRIGHT, 1.4 * u)
    draw.add_circle_filled((x, y), 4.5 * u, theme.NIGHT, 20)
    draw.add_circle_filled((x, y), 3.2 * u, theme.GOLD_BRIGHT, 20)
    return label


def _label(pen: Pen, marker: MarkerView, label: Rect, name: str, chosen: bool) -> None:
    u, draw = pen.unit, pen.draw
    pressed, hovered, _ = press(pen, f"marker.{marker.landmark}", label)
    pen.grounds.pop()
    body = label.inset(0.0, 6.0 * u)
    fill = theme.rgba("#1D2940", 0.96) if hovered else theme.PANEL
    corner, far = (body.left, body.top), (body.right, body.bottom)
    draw.add_rect_filled(corner, far, fill, body.height / 2)
    draw.add_rect(corner, far, theme.GOLD if chosen else theme.LINE, body.height / 2)
    inner = body.inset(14 * u, 0.0)
    pen.line(inner, name, theme.LABEL)
    pen.line(inner, distance(pen.words, marker.distance_m), theme.SMALL, theme.MUTED, 1.0)
    focus_ring(pen, body, body.height / 2)
    if pressed:
        pen.wish("select", marker.landmark)


def _point(pen: Pen, point: PointView) -> None:
    u, draw, (x, y) = pen.unit, pen.draw, point.at_pt
    width, height = pen.measure(point.text, theme.SMALL)
    draw.add_circle((x, y), 5.5 * u, theme.NIGHT, 20, 3.5 * u)
    draw.add_circle((x, y), 5.5 * u, theme.SKY, 20, 1.8 * u)
    wide, tall, top = width + 20 * u, height + 12 * u, y - height / 2 - 6 * u
    right = Rect(x + 26 * u, top, wide, tall)
    left = Rect(x - 26 * u - wide, top, wide, tall)
    label = next((one for one in (right, left) if _free(pen, one)), None)
    if label is None:
        return
    pen.labels.append(label)
    side = 1.0 if label is right else -1.0
    near = label.left if label is right else label.right
    draw.add_line((x + side * 6 * u, y), (near, y), theme.SKY, 1.4 * u)
    draw.add_rect_filled((label.left, label.top), (label.right, label.bottom), theme.PANEL, 7 * u)
    pen.text((label.left + 10 * u, label.top + 6 * u), point.text, theme.SMALL)
