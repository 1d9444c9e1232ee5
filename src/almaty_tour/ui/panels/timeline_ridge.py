"""All of time at a glance: a range with a light for each event and a summit for each decision."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from slimgui import imgui

from almaty_tour.content.history import Event
from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.ridge import Ridge, nearest, ridge_of, year_marks
from almaty_tour.ui.timeline_plan import timeline_plan
from almaty_tour.ui.view import StoryView, UiView
from almaty_tour.ui.widgets import focus_ring, press

ORDER = 56
YEARS = (-1000, 1854, 1900, 1921, 1950, 1970, 1986, 1991, 1992, 1993, 1994, 2000, 2010, 2020)
FOOT, HEAD, BARE_HEAD = 26.0, 66.0, 16.0
"""Design units for the years below the range, and above its summits with and without names."""
NAMED = 1150.0
"""Design units of length from which the names of the summits have room."""
NAME_WIDE = 118.0
GLOWS, SNOW_REACH = 16, 0.0165
FAR, NEAR, SNOW = theme.rgba("#24365A", 0.75), theme.rgba("#15233F"), theme.rgba("#F3EEE2", 0.92)


def shown(desk: Desk, view: UiView) -> bool:
    return view.state.mode is Mode.STORY and view.story is not None and desk.sheet is Sheet.NONE


def build(pen: Pen, view: UiView) -> None:
    """The two ranges, snow and names of the summits, the lights, the years."""
    rect, story = timeline_plan(pen).ridge, view.story
    if rect is None or story is None or not story.events:
        return
    u, ridge = pen.unit, ridge_of(story.events)
    named = rect.width >= NAMED * u
    head = (HEAD if named else BARE_HEAD) * u
    range_ = Rect(rect.left, rect.top + head, rect.width, rect.height - head - FOOT * u)
    lowest = min((height for _, height in ridge.summits), default=1.0) if named else 1.0
    top = range_.bottom - lowest * range_.height - 12 * u
    _scrub(pen, story, Rect(rect.left, top, rect.width, rect.bottom - top))
    _glow(pen, ridge, range_, rect)
    _fill(pen, ridge.far, range_, FAR)
    _fill(pen, ridge.near, range_, NEAR)
    _snow(pen, ridge, range_)
    pen.draw.add_polyline(
        _points(ridge.near, range_), theme.GOLD_LINE, imgui.DrawFlags.NONE, 1.4 * u
    )
    _lights(pen, story, ridge, range_)
    _years(pen, story, range_)
    for i, height in ridge.summits if named else ():
        _name(pen, story, story.events[i], _spot(range_, float(ridge.x[i]), height))


def _points(shares: npt.NDArray[np.float32], rect: Rect) -> npt.NDArray[np.float32]:
    """Shares of a rectangle, y upwards, as points of the picture."""
    scale = np.array([rect.width, -rect.height], np.float32)
    return shares * scale + np.array([rect.left, rect.bottom], np.float32)


def _spot(rect: Rect, x: float, y: float) -> tuple[float, float]:
    return rect.left + x * rect.width, rect.bottom - y * rect.height


def _fill(pen: Pen, outline: npt.NDArray[np.float32], rect: Rect, colour: int) -> None:
    ends = np.array([[1.0, 0.0], [0.0, 0.0]], np.float32)
    points = _points(np.concatenate([outline, ends]), rect)
    pen.draw.add_concave_poly_filled(points, colour)


def _glow(pen: Pen, ridge: Ridge, rect: Rect, whole: Rect) -> None:
    """A low sun behind the summits."""
    if not ridge.summits:
        return
    middle = float(np.mean([ridge.x[i] for i, _ in ridge.summits]))
    at = _spot(rect, middle, 0.3)
    pen.draw.push_clip_rect((whole.left, whole.top), (whole.right, rect.bottom), True)
    for k in range(GLOWS):
        size = rect.height * 1.5 * (1.0 - k / GLOWS)
        pen.draw.add_circle_filled(at, size, theme.rgba("#E3B55B", 0.012), 72)
    pen.draw.pop_clip_rect()


def _snow(pen: Pen, ridge: Ridge, rect: Rect) -> None:
    """A cap on each summit, with a torn edge."""
    for i, height in ridge.summits:
        cap = ridge.near[np.abs(ridge.near[:, 0] - ridge.x[i]) < SNOW_REACH]
        if len(cap) < 3:
            continue
        edge = np.linspace(cap[-1, 0], cap[0, 0], 9)[1:-1]
        deep = height - min(float(cap[0, 1]), float(cap[-1, 1]))
        torn = height - deep * np.where(np.arange(7) % 2, 1.3, 0.75)
        points = np.concatenate([cap, np.stack([edge, torn], axis=1)]).astype(np.float32)
        pen.draw.add_concave_poly_filled(_points(points, rect), SNOW)


def _lights(pen: Pen, story: StoryView, ridge: Ridge, rect: Rect) -> None:
    """A light for each event on the range; hollow where it is uncertain, dim off the theme."""
    u, draw = pen.unit, pen.draw
    spots = _points(np.stack([ridge.x, ridge.height(ridge.x)], axis=1), rect).tolist()
    for event, (x, y) in zip(story.events, spots, strict=True):
        told = story.theme in ("", event.theme)
        colour = theme.fade(theme.THEMES[event.theme], 1.0 if told else 0.25)
        if event.certain:
            draw.add_circle_filled((x, y), 2.8 * u, colour, 12)
        else:
            draw.add_circle((x, y), 3.0 * u, colour, 12, 1.3 * u)
    here = next(i for i, one in enumerate(story.events) if one.id == story.chosen)
    x, y = spots[here]
    draw.add_line((x, y + 8 * u), (x, rect.bottom), theme.GOLD_BRIGHT, 1.6 * u)
    draw.add_circle((x, y), 8.5 * u, theme.GOLD_BRIGHT, 28, 2.2 * u)


def _years(pen: Pen, story: StoryView, rect: Rect) -> None:
    u, right = pen.unit, rect.left - 40.0 * pen.unit
    for year, share in year_marks(story.events, YEARS):
        x = rect.left + share * rect.width
        text = str(year)
        if year < 0:
            text = pen.words("story.before_christ", year=-year)
        width = pen.measure(text, theme.SMALL)[0]
        left = min(max(x - width / 2, rect.left), rect.right - width)
        if left < right + 14 * u:
            continue
        pen.draw.add_line((x, rect.bottom), (x, rect.bottom + 5 * u), theme.MUTED, 1.0)
        pen.text((left, rect.bottom + 6 * u), text, theme.SMALL, theme.MUTED)
        right = left + width


def _name(pen: Pen, story: StoryView, event: Event, top: tuple[float, float]) -> None:
    """A decision's name above its summit; pressing it tells the decision."""
    u, text = pen.unit, pen.words(f"story.{event.decision}")
    lines = pen.lines(text, theme.LABEL, (NAME_WIDE - 6.0) * u)
    tall = max(len(lines) * 19.0 + 6.0, theme.TARGET) * u
    rect = Rect(top[0] - NAME_WIDE * u / 2, top[1] - 15 * u - tall, NAME_WIDE * u, tall)
    pressed, hovered, _ = press(pen, f"summit.{event.decision}", rect)
    chosen = event.id == story.chosen
    if chosen or hovered:
        fill = theme.CHOSEN if chosen else theme.RAISED
        pen.draw.add_rect_filled((rect.left, rect.top), (rect.right, rect.bottom), fill, 9 * u)
    colour = theme.GOLD_BRIGHT if chosen or hovered else theme.GOLD
    for k, line in enumerate(lines):
        row = Rect(rect.left, rect.bottom - (len(lines) - k) * 19 * u - 3 * u, rect.width, 19 * u)
        pen.line(row, line, theme.LABEL, colour, 0.5)
    focus_ring(pen, rect, 9 * u)
    if pressed:
        pen.wish("show_event", event.id)


def _scrub(pen: Pen, story: StoryView, rect: Rect) -> None:
    """Pressing or dragging along the range tells the event there."""
    _, _, held = press(pen, "range", rect)
    if held and imgui.is_mouse_down(imgui.MouseButton.LEFT):
        share = (imgui.get_mouse_pos()[0] - rect.left) / max(rect.width, 1.0)
        event = nearest(story.events, story.theme, share)
        if event != story.chosen:
            pen.wish("show_event", event)
