"""One event of the story as a card: large in the middle of the row, small beside it."""

from __future__ import annotations

from almaty_tour.content.history import Event
from almaty_tour.ui import theme
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.ornament import divider
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.theme import Type
from almaty_tour.ui.view import StoryView
from almaty_tour.ui.widgets import Look, button

VOICES = (
    Type("title", 31.0),
    Type("title", 28.0),
    theme.HEADING,
    Type("title", 22.0),
    theme.BODY,
    theme.SMALL,
)
"""Voices of an event's text from the largest on; the first that fits is taken."""
ACTIONS = 46.0


def card_ground(pen: Pen, rect: Rect, event: Event, strength: float) -> None:
    """The ground of a card: gold about a decision, a band of its theme, broken when uncertain."""
    u, draw = pen.unit, pen.draw
    corner, far = (rect.left, rect.top), (rect.right, rect.bottom)
    draw.add_rect_filled(corner, far, theme.fade(theme.SHEET, strength), 14 * u)
    line = theme.GOLD if event.decision else theme.LINE
    thick = 2.0 * u if event.decision else 1.0
    draw.add_rect(corner, far, theme.fade(line, strength), 14 * u, thickness=thick)
    colour = theme.fade(theme.THEMES[event.theme], strength)
    band, step = Rect(rect.left + 18 * u, rect.top, rect.width - 36 * u, 4 * u), 18.0 * u
    if event.certain:
        draw.add_rect_filled((band.left, band.top), (band.right, band.bottom), colour, 2 * u)
        return
    for i in range(int(band.width // step)):
        left = band.left + i * step
        draw.add_rect_filled((left, band.top), (left + step * 0.5, band.bottom), colour, 2 * u)


def large_card(pen: Pen, story: StoryView, event: Event, rect: Rect) -> None:
    """The event in the middle: theme, date, what happened, and where to go from here."""
    u, words, language = pen.unit, pen.words, pen.words.language
    inner = rect.inset(24 * u, 16 * u)
    head = Rect(inner.left, inner.top + 2 * u, inner.width, 22 * u)
    _theme(pen, event, head)
    date = Rect(inner.left, head.bottom + 4 * u, inner.width, 40 * u)
    pen.line(date, event.date[language], theme.TITLE, theme.GOLD_BRIGHT)
    divider(pen.draw, inner.left, inner.right, date.bottom + 9 * u, 12 * u, theme.GOLD_LINE)
    low = inner.bottom
    if story.place or event.id in story.scenes:
        low -= ACTIONS * u
        _actions(pen, story, event, Rect(inner.left, low, inner.width, ACTIONS * u))
        low -= 8 * u
    foot = _foot(pen, story, event)
    for text in reversed(foot):
        low -= 21 * u
        pen.line(Rect(inner.left, low, inner.width, 20 * u), text, theme.SMALL, theme.MUTED)
    top = date.bottom + 22 * u
    kind = _voice(pen, event.text[language], inner.width, low - top - 4 * u)
    pen.block((inner.left, top), event.text[language], kind, inner.width)
    if not event.certain:
        doubt = words("story.uncertain")
        width = pen.measure(doubt, theme.LABEL)[0] + 24 * u
        _doubt(pen, Rect(inner.right - width, head.top - 3 * u, width, 28 * u), doubt)


def small_card(pen: Pen, event: Event, rect: Rect, strength: float) -> None:
    """A neighbour: date and text."""
    u, language = pen.unit, pen.words.language
    inner = rect.inset(18 * u, 16 * u)
    date = Rect(inner.left, inner.top + 2 * u, inner.width, 24 * u)
    gold, ink = theme.fade(theme.GOLD_BRIGHT, strength), theme.fade(theme.INK, strength)
    kind, text = _shrunk(pen, event.date[language], theme.STRONG, inner.width)
    pen.line(date, text, kind, gold)
    top = date.bottom + 8 * u
    if not event.certain:
        doubt = Rect(inner.left, date.bottom, inner.width, 20 * u)
        pen.line(doubt, pen.words("story.uncertain"), theme.SMALL, theme.fade(theme.SKY, strength))
        top = doubt.bottom + 4 * u
    voices = (theme.BODY, theme.SMALL, theme.TINY)
    kind = _voice(pen, event.text[language], inner.width, inner.bottom - top, voices)
    pen.block((inner.left, top), event.text[language], kind, inner.width, ink)


def _theme(pen: Pen, event: Event, head: Rect) -> None:
    u = pen.unit
    name = pen.words(f"story.{event.decision or event.theme}")
    pen.draw.add_circle_filled(
        (head.left + 6 * u, head.centre[1]), 5.5 * u, theme.THEMES[event.theme], 20
    )
    label = Rect(head.left + 20 * u, head.top, head.width - 20 * u, head.height)
    pen.line(label, name, theme.LABEL, theme.THEMES[event.theme])


def _doubt(pen: Pen, rect: Rect, text: str) -> None:
    """A mark that nobody overlooks: what is told here no source confirms."""
    u, draw = pen.unit, pen.draw
    draw.add_rect_filled(
        (rect.left, rect.top), (rect.right, rect.bottom), theme.rgba("#6FC3CF", 0.18), 14 * u
    )
    draw.add_rect((rect.left, rect.top), (rect.right, rect.bottom), theme.SKY, 14 * u)
    pen.line(rect, text, theme.LABEL, theme.SKY, 0.5)


def _foot(pen: Pen, story: StoryView, event: Event) -> list[str]:
    words = pen.words
    lines = [words("story.place", place=story.place)] if story.place else []
    lines.append(
        words("story.source", source=event.source) if event.certain else words("story.no_source")
    )
    return lines


def _actions(pen: Pen, story: StoryView, event: Event, rect: Rect) -> None:
    u, words, left = pen.unit, pen.words, rect.left
    rows = []
    if event.id in story.scenes:
        rows.append(("watch", "play", Look.PRIMARY, "play_scene"))
    if story.place:
        look = Look.PLAIN if rows else Look.PRIMARY
        rows.append(("to_place", "fly", look, "fly_to_event"))
    wide = min((rect.width - 10 * u * (len(rows) - 1)) / len(rows), 260 * u)
    for name, picture, look, command in rows:
        spot = Rect(left, rect.top, wide, rect.height)
        if button(pen, f"story.{name}", spot, words(f"story.{name}"), look, picture):
            pen.wish(command, event.id)
        left = spot.right + 10 * u


def _voice(
    pen: Pen, text: str, width: float, height: float, voices: tuple[Type, ...] = VOICES
) -> Type:
    """The largest voice in which a text fits a height."""
    return next((one for one in voices if pen.block_height(text, one, width) <= height), voices[-1])


def _shrunk(pen: Pen, text: str, kind: Type, width: float) -> tuple[Type, str]:
    """A line in a smaller voice where it is long, before it would be cut."""
    for factor in (1.0, 0.9, 0.8, 0.7):
        smaller = Type(kind.face, kind.size * factor)
        if pen.measure(text, smaller)[0] <= width:
            return smaller, text
    return pen.fitted(text, smaller, width)
