"""The story along time: a row of events that hands, keys and the wheel move through."""

from __future__ import annotations

import math

from slimgui import imgui

from almaty_tour.content.history import THEMES, Event
from almaty_tour.session.state import Mode
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.timeline_card import card_ground, large_card, small_card
from almaty_tour.ui.timeline_plan import HAND, SIDE, TimelinePlan, timeline_plan
from almaty_tour.ui.view import StoryView, UiView
from almaty_tour.ui.widgets import Look, button, focus_ring, icon_button, press

ORDER = 55
NEAR, GAP = 3, 14.0
"""Neighbours that are drawn on either side, and the room between them."""
SETTLE_PER_S, FARTHEST = 9.0, 2.5
DRAGGED_PT = 6.0


def shown(desk: Desk, view: UiView) -> bool:
    return view.state.mode is Mode.STORY and view.story is not None and desk.sheet is Sheet.NONE


def build(pen: Pen, view: UiView) -> None:
    """A dark ground over the city, title and themes, the row, the hands beside it."""
    story = view.story
    if story is None or not story.told:
        return
    places = timeline_plan(pen)
    _ground(pen)
    _head(pen, places, story)
    _themes(pen, places, story)
    _move(pen, view, places, story)
    _row(pen, places, story)
    _hands(pen, places, story)


def _ground(pen: Pen) -> None:
    pen.grounds.append(pen.screen)
    corner, far = (0.0, 0.0), (pen.screen.width, pen.screen.height)
    above, below = theme.rgba("#070C17", 0.91), theme.rgba("#070C17", 0.98)
    pen.draw.add_rect_filled_multi_color(corner, far, above, above, below, below)


def _head(pen: Pen, places: TimelinePlan, story: StoryView) -> None:
    words = pen.words
    if places.title is not None:
        pen.line(places.title, words("story.title"), theme.TITLE)
        number = 1 + next(i for i, one in enumerate(story.told) if one.id == story.chosen)
        count = words("story.count", number=number, count=len(story.told))
        pen.line(places.title, count, theme.SMALL, theme.MUTED, 1.0)
    if icon_button(pen, "story.leave", places.close, "close", words("story.leave")):
        pen.wish("go_back")


def _themes(pen: Pen, places: TimelinePlan, story: StoryView) -> None:
    u, rect, names = pen.unit, places.themes, ("", *THEMES)
    if not places.every_theme:
        text = pen.words("story.theme", name=_name(pen, story.theme))
        if button(pen, "story.theme", rect, text, Look.PLAIN):
            following = names[(names.index(story.theme) + 1) % len(names)]
            pen.wish("set_theme", following)
        return
    left = rect.left
    for name in names:
        text = _name(pen, name)
        spot = Rect(left, rect.top, pen.measure(text, theme.STRONG)[0] + 52 * u, rect.height)
        if not name:
            spot = Rect(left, rect.top, spot.width - 20 * u, rect.height)
        inside = Rect(spot.left, spot.top, spot.width, spot.height)
        chosen = name == story.theme
        if button(pen, f"story.theme.{name}", inside, text, Look.PLAIN, align=0.78 if name else 0.5,
                  chosen=chosen):  # fmt: skip
            pen.wish("set_theme", name)
        if name:
            at = (spot.left + 19 * u, spot.centre[1])
            pen.draw.add_circle_filled(at, 6 * u, theme.THEMES[name], 20)
        left = spot.right + 8 * u


def _name(pen: Pen, of: str) -> str:
    return pen.words(f"story.{of}") if of else pen.words("story.all")


def _move(pen: Pen, view: UiView, places: TimelinePlan, story: StoryView) -> None:
    """The row follows the hand that holds it, else it settles at the chosen event."""
    row = pen.desk.timeline
    goal = float(next(i for i, one in enumerate(story.told) if one.id == story.chosen))
    if row.at < 0.0 or row.theme != story.theme or view.state.preferences.reduced_motion:
        row.at, row.theme = goal, story.theme
    left = imgui.MouseButton.LEFT
    if row.grabbed is None and imgui.is_mouse_clicked(left) and _over(places.strip):
        row.grabbed = row.at
    if row.grabbed is not None:
        moved = imgui.get_mouse_drag_delta(left, DRAGGED_PT)[0] / ((SIDE + GAP) * pen.unit)
        last = len(story.told) - 1
        row.at = min(max(row.grabbed - moved, 0.0), float(last))
        if not imgui.is_mouse_down(left):
            row.grabbed = None
            if moved:
                pen.wish("show_event", story.told[round(row.at)].id)
        return
    if abs(goal - row.at) > FARTHEST:
        row.at = goal + math.copysign(FARTHEST, row.at - goal)
    row.at += (goal - row.at) * (1.0 - math.exp(-SETTLE_PER_S * view.dt_s))
    if abs(goal - row.at) < 0.002:
        row.at = goal
    wheel = imgui.get_io().mouse_wheel
    if wheel:
        pen.wish("previous_event" if wheel > 0.0 else "next_event")


def _over(rect: Rect) -> bool:
    return rect.contains(Rect(*imgui.get_mouse_pos(), 0.0, 0.0))


def _row(pen: Pen, places: TimelinePlan, story: StoryView) -> None:
    """The neighbours from the outermost inwards, then the event in the middle."""
    at, strip = pen.desk.timeline.at, places.strip
    pen.draw.push_clip_rect((strip.left, strip.top - 4), (strip.right, strip.bottom + 4), True)
    first, last = max(math.ceil(at) - NEAR, 0), min(math.floor(at) + NEAR, len(story.told) - 1)
    for i in sorted(range(first, last + 1), key=lambda one: -abs(one - at)):
        event, away = story.told[i], i - at
        rect = _place(pen, places, away)
        if rect.right < 0.0 or rect.left > strip.right:
            continue
        strength = min(max(1.15 - 0.22 * abs(away), 0.0), 1.0)
        card_ground(pen, rect, event, strength)
        if abs(away) >= 0.5:
            _small(pen, event, rect, strength)
        elif event.id == story.chosen:
            large_card(pen, story, event, rect)
    pen.draw.pop_clip_rect()


def _place(pen: Pen, places: TimelinePlan, away: float) -> Rect:
    """The rectangle of the event so many steps away from the middle."""
    u, card, part = pen.unit, places.card, min(abs(away), 1.0)
    side = min(SIDE * u, card.width)
    first = card.width / 2 + HAND * u + side / 2
    shift = part * first + max(abs(away) - 1.0, 0.0) * (side + GAP * u)
    wide = card.width + (side - card.width) * part
    tall = card.height * (1.0 - 0.22 * part)
    x, y = card.centre[0] + math.copysign(shift, away), card.centre[1]
    return Rect(x - wide / 2, y - tall / 2, wide, tall)


def _small(pen: Pen, event: Event, rect: Rect, strength: float) -> None:
    pressed, hovered, _ = press(pen, f"event.{event.id}", rect)
    still = not any(imgui.get_mouse_drag_delta(imgui.MouseButton.LEFT, DRAGGED_PT))
    if hovered and still:
        corner, far = (rect.left, rect.top), (rect.right, rect.bottom)
        pen.draw.add_rect_filled(corner, far, theme.RAISED, 14 * pen.unit)
    small_card(pen, event, rect, strength)
    focus_ring(pen, rect, 14 * pen.unit)
    if pressed and still:
        pen.wish("show_event", event.id)


def _hands(pen: Pen, places: TimelinePlan, story: StoryView) -> None:
    ends = (story.told[0].id, story.told[-1].id)
    rows = ((-1.0, "left", "earlier", "previous_event"), (1.0, "right", "later", "next_event"))
    for end, (side, picture, name, command) in zip(ends, rows, strict=True):
        hint = pen.words(f"story.{name}")
        at = places.hand(side, pen.unit)
        if story.chosen != end and icon_button(
            pen, f"story.{name}", at, picture, hint, look=Look.PLAIN
        ):
            pen.wish(command)
