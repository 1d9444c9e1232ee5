"""All keys on one sheet, and what a gamepad does."""

from __future__ import annotations

from slimgui import imgui

from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.sheet import sheet
from almaty_tour.ui.view import UiView

ORDER = 101

# Group, then (what it does, keys). A key starting with "." is a name of the words.
KEYS: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...] = (
    (
        "moving",
        (
            ("key_move", ("W", "A", "S", "D")),
            ("key_up_down", ("E", "Q")),
            ("key_fast", (".shift",)),
            ("key_look", ("*key_look_how",)),
            ("key_zoom", ("*key_zoom_how",)),
        ),
    ),
    (
        "in_explore",
        (
            ("key_click", ("*key_click_how",)),
            ("key_list", ("L",)),
            ("key_next", ("N", "P")),
            ("key_fly", ("G",)),
            ("key_rig", ("1", "2", "3")),
            ("key_time", ("[", "]")),
            ("key_weather", ("K",)),
            ("key_map", ("M", "-", "+")),
            ("key_labels", ("V",)),
            ("key_exhibits", ("O",)),
            ("key_story", ("T",)),
            ("key_gallery", ("I",)),
            ("key_pages", ("←", "→")),
        ),
    ),
    (
        "everywhere",
        (
            ("key_focus", (".tab",)),
            ("key_arrows", ("↑", "↓", "←", "→")),
            ("key_choose", (".enter",)),
            ("key_leave", (".escape",)),
            ("key_picture", ("F12",)),
            ("key_full", ("F11",)),
            ("key_settings", ("F10",)),
            ("key_help", ("F1",)),
        ),
    ),
    (
        "in_exhibits",
        (
            ("key_turn", ("A", "D", "E", "Q")),
            ("key_exhibit", ("N", "P")),
            ("key_light", ("R",)),
            ("key_scale", ("L",)),
            ("key_compare", ("C",)),
            ("key_finds", ("M",)),
        ),
    ),
    (
        "in_interior",
        (
            ("key_use", ("E", ".enter")),
            ("key_stand", ("N", "P")),
            ("key_out", ("O",)),
        ),
    ),
    (
        "in_story",
        (
            ("key_event", ("←", "→")),
            ("key_scene", (".enter",)),
            ("key_place", ("G",)),
        ),
    ),
    (
        "in_tour",
        (
            ("key_pause", (".space",)),
            ("key_steps", ("B", "N", "←", "→")),
            ("key_speed", ("-", "+")),
            ("key_captions", ("C",)),
        ),
    ),
)


def shown(desk: Desk, view: UiView) -> bool:
    return desk.sheet is Sheet.HELP


def build(pen: Pen, view: UiView) -> None:
    """Groups of keys in one column or two, then the gamepad."""
    u, words = pen.unit, pen.words
    with sheet(pen, "help", words("help.title"), "toggle_help") as width:
        columns = 2 if width > 620 * u else 1
        each = (width - 36 * u * (columns - 1)) / columns
        left, top = imgui.get_cursor_screen_pos()
        lows = [top] * columns
        for i, (title, rows) in enumerate(KEYS):
            column = i % columns
            x = left + column * (each + 36 * u)
            lows[column] = _group(pen, title, rows, Rect(x, lows[column], each, 0.0))
        imgui.set_cursor_screen_pos((left, top))
        imgui.dummy((width, max(lows) - top + 4 * u))
        pen.paragraph(words("help.gamepad"), theme.SMALL, width, theme.MUTED, below=8 * u)


def _group(
    pen: Pen, title: str, rows: tuple[tuple[str, tuple[str, ...]], ...], rect: Rect
) -> float:
    u, top = pen.unit, rect.top
    pen.line(
        Rect(rect.left, top, rect.width, 26 * u),
        pen.words(f"help.{title}"),
        theme.LABEL,
        theme.GOLD_BRIGHT,
    )
    top += 28 * u
    for name, keys in rows:
        width = _keys(pen, keys, rect.right, top)
        label = Rect(rect.left, top, rect.width - width - 10 * u, 32 * u)
        pen.line(label, pen.words(f"help.{name}"), theme.BODY)
        top += 33 * u
    return top + 12 * u


def _keys(pen: Pen, keys: tuple[str, ...], right: float, top: float) -> float:
    """Key caps ending at `right`; returns their width."""
    u, draw, left = pen.unit, pen.draw, right
    for key in reversed(keys):
        if key.startswith("*"):
            text, kind = pen.words(f"help.{key[1:]}"), theme.SMALL
        else:
            text, kind = pen.words(f"keys.{key[1:]}") if key.startswith(".") else key, theme.LABEL
        width = max(pen.measure(text, kind)[0] + 16 * u, 28 * u)
        cap = Rect(left - width, top + 3 * u, width, 26 * u)
        if not key.startswith("*"):
            draw.add_rect_filled((cap.left, cap.top), (cap.right, cap.bottom), theme.RAISED, 6 * u)
            draw.add_rect((cap.left, cap.top), (cap.right, cap.bottom), theme.LINE, 6 * u)
        pen.line(cap, text, kind, theme.INK if not key.startswith("*") else theme.MUTED, 0.5)
        left = cap.left - 5 * u
    return right - left
