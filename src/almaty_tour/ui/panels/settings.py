"""Settings: every row is a name and a value between two arrows, so one tap is enough."""

from __future__ import annotations

from dataclasses import dataclass

from slimgui import imgui

from almaty_tour.session.state import Preferences
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.sheet import sheet
from almaty_tour.ui.view import UiView
from almaty_tour.ui.widgets import button, icon_button

ORDER = 100
ROW = 52.0


@dataclass(frozen=True)
class Choice:
    """One row: a preference's name, its label, its values and their texts."""

    name: str
    label: str
    values: tuple[object, ...]
    texts: tuple[str, ...]
    wraps: bool = False


def shown(desk: Desk, view: UiView) -> bool:
    return desk.sheet is Sheet.SETTINGS


def build(pen: Pen, view: UiView) -> None:
    """Three groups of rows, in one column or two."""
    words = pen.words
    with sheet(pen, "settings", words("settings.title"), "toggle_settings") as width:
        groups = (
            ("settings.picture", _picture(pen, view)),
            ("settings.reading", _reading(pen)),
            ("settings.hands", _hands(pen)),
        )
        for title, rows in groups:
            pen.paragraph(words(title), theme.LABEL, width, theme.GOLD_BRIGHT, below=4 * pen.unit)
            _group(pen, view.state.preferences, rows, width)
        left, top = imgui.get_cursor_screen_pos()
        spot = Rect(left, top, min(width, 340 * pen.unit), 46 * pen.unit)
        if button(pen, "imports.open", spot, words("imports.title"), picture="map"):
            pen.wish("toggle_imports")
        imgui.set_cursor_screen_pos((left, top))
        imgui.dummy((width, spot.height + 12 * pen.unit))
        told = [words("settings.kept")]
        if view.window.frame_s > 0.0:
            told.append(words("settings.frame", rate=round(1.0 / view.window.frame_s)))
        if view.window.eased:
            told.append(words("settings.eased", steps=view.window.eased))
        pen.paragraph(" · ".join(told), theme.SMALL, width, theme.MUTED, below=8 * pen.unit)


def _group(pen: Pen, preferences: Preferences, rows: tuple[Choice, ...], width: float) -> None:
    u = pen.unit
    in_row = 2 if width > 640 * u else 1
    gap = 28 * u
    each = (width - gap * (in_row - 1)) / in_row
    for i in range(0, len(rows), in_row):
        left, top = imgui.get_cursor_screen_pos()
        for j, row in enumerate(rows[i : i + in_row]):
            _row(pen, preferences, row, Rect(left + j * (each + gap), top, each, ROW * u))
        imgui.set_cursor_screen_pos((left, top))
        imgui.dummy((width, ROW * u))
    imgui.dummy((width, 12 * u))


def _row(pen: Pen, preferences: Preferences, row: Choice, rect: Rect) -> None:
    u, draw = pen.unit, pen.draw
    box = min(rect.width * 0.56, 232 * u)
    label = Rect(rect.left, rect.top, rect.width - box - 8 * u, rect.height)
    _label(pen, row.label, label)
    spot = Rect(rect.right - box, rect.top + 4 * u, box, rect.height - 8 * u)
    draw.add_rect_filled((spot.left, spot.top), (spot.right, spot.bottom), theme.RAISED, 10 * u)
    now = _index(row, getattr(preferences, row.name))
    y = spot.centre[1]
    if icon_button(
        pen, f"{row.name}.less", (spot.left + 22 * u, y), "left", pen.words("settings.less")
    ):
        _choose(pen, row, now - 1)
    if icon_button(
        pen, f"{row.name}.more", (spot.right - 22 * u, y), "right", pen.words("settings.more")
    ):
        _choose(pen, row, now + 1)
    value = Rect(spot.left + 44 * u, spot.top, spot.width - 88 * u, spot.height)
    pen.line(
        Rect(value.left, value.top - 2 * u, value.width, value.height),
        row.texts[now],
        theme.STRONG,
        theme.INK,
        0.5,
    )
    _pips(pen, value, now, len(row.values))


def _label(pen: Pen, text: str, rect: Rect) -> None:
    """A name in one line, or in two smaller ones."""
    if pen.measure(text, theme.BODY)[0] <= rect.width:
        pen.line(rect, text, theme.BODY)
        return
    lines = pen.lines(text, theme.SMALL, pen.balanced_width(text, theme.SMALL, rect.width))
    step = theme.SMALL.size * 1.2 * pen.unit
    top = rect.centre[1] - step * len(lines) / 2
    for i, line in enumerate(lines):
        pen.line(Rect(rect.left, top + i * step, rect.width, step), line, theme.SMALL)


def _pips(pen: Pen, rect: Rect, now: int, count: int) -> None:
    u, y = pen.unit, rect.bottom - 6 * pen.unit
    each = min(rect.width / count, 14 * u)
    left = rect.centre[0] - each * count / 2
    for i in range(count):
        colour = theme.GOLD if i == now else theme.rgba("#FFFFFF", 0.22)
        pen.draw.add_rect_filled(
            (left + i * each + 1.5 * u, y), (left + (i + 1) * each - 1.5 * u, y + 2 * u), colour, u
        )


def _index(row: Choice, value: object) -> int:
    if value in row.values:
        return row.values.index(value)
    if isinstance(value, float):
        gaps = [abs(float(str(one)) - value) for one in row.values]
        return gaps.index(min(gaps))
    return 0


def _choose(pen: Pen, row: Choice, index: int) -> None:
    count = len(row.values)
    index = index % count if row.wraps or count == 2 else min(max(index, 0), count - 1)
    value = row.values[index]
    text = str(value).lower() if isinstance(value, bool) else f"{value}"
    pen.wish("set_preference", f"{row.name}={text}")


def _percent(pen: Pen, name: str, label: str, values: tuple[float, ...]) -> Choice:
    texts = tuple(pen.words("settings.percent", number=round(one * 100)) for one in values)
    return Choice(name, pen.words(label), values, texts)


def _switch(pen: Pen, name: str, label: str) -> Choice:
    texts = (pen.words("settings.off"), pen.words("settings.on"))
    return Choice(name, pen.words(label), (False, True), texts, wraps=True)


def _picture(pen: Pen, view: UiView) -> tuple[Choice, ...]:
    words, window = pen.words, view.window
    qualities = ("auto", *window.qualities)
    texts = tuple(words(f"settings.quality_{one}") for one in qualities)
    rows = [
        Choice("quality", words("settings.quality"), qualities, texts, wraps=True),
        _switch(pen, "adaptive", "settings.adaptive"),
        _percent(pen, "resolution_scale", "settings.resolution", (0.5, 0.6, 0.75, 0.85, 1.0)),
        _switch(pen, "full_screen", "settings.full_screen"),
        _switch(pen, "vsync", "settings.vsync"),
    ]
    if len(window.monitors) > 1:
        numbers = tuple(range(len(window.monitors)))
        named = tuple(words("settings.monitor_number", number=one + 1) for one in numbers)
        rows.insert(4, Choice("monitor", words("settings.monitor"), numbers, named, wraps=True))
    return tuple(rows)


def _reading(pen: Pen) -> tuple[Choice, ...]:
    codes = tuple(code for code, _ in pen.own_names)
    names = tuple(name for _, name in pen.own_names)
    return (
        Choice("language", pen.words("settings.language"), codes, names, wraps=True),
        _percent(pen, "text_scale", "settings.text_size", (1.0, 1.25, 1.5, 1.75, 2.0)),
        _switch(pen, "reduced_motion", "settings.reduced_motion"),
    )


def _hands(pen: Pen) -> tuple[Choice, ...]:
    return (
        _percent(
            pen, "mouse_sensitivity", "settings.sensitivity", (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0)
        ),
        _switch(pen, "invert_y", "settings.invert"),
        _percent(
            pen,
            "volume",
            "settings.volume",
            (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0),
        ),
    )
