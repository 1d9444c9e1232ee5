"""The pen that every panel draws with: measures, type, colour, words and wishes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from slimgui import imgui

from almaty_tour.session.commands import Command
from almaty_tour.ui import theme
from almaty_tour.ui.desk import Desk
from almaty_tour.ui.fonts import Fonts
from almaty_tour.ui.layout import Rect
from almaty_tour.ui.picture_textures import PictureTextures
from almaty_tour.ui.theme import Type
from almaty_tour.ui.words import Words


@dataclass
class Pen:
    """Everything a panel needs to draw one picture.

    Attributes:
        unit: points of a design unit; panels write `12 * pen.unit`.
        screen: the whole picture in points.
        pictures: textures of the gallery.
        own_names: code and own name of every language.
        grounds_before: `grounds` of the picture before.
        measured, broken: sizes and lines known already, kept while the unit stays.
        wishes: commands of this picture, in the order they were made.
        grounds: rectangles of panels, which keep the pointer from the city behind them.
        labels: rectangles of names that lie over the city, in the order they took their room.
        spilt: texts that did not fit where they were put; tests look here.
        targets: names and rectangles of all that can be pressed; tests look here.
        focus: name of the target that the keyboard is on.
    """

    unit: float
    screen: Rect
    fonts: Fonts
    words: Words
    desk: Desk
    pictures: PictureTextures
    own_names: tuple[tuple[str, str], ...] = ()
    grounds_before: list[Rect] = field(default_factory=list)
    measured: dict[tuple[str, Type], tuple[float, float]] = field(default_factory=dict)
    broken: dict[tuple[str, Type, int], tuple[str, ...]] = field(default_factory=dict)
    wishes: list[Command] = field(default_factory=list)
    grounds: list[Rect] = field(default_factory=list)
    labels: list[Rect] = field(default_factory=list)
    spilt: list[str] = field(default_factory=list)
    targets: list[tuple[str, Rect]] = field(default_factory=list)
    focus: str = ""

    def wish(self, name: str, argument: str | float | None = None) -> None:
        """Asks for a command."""
        self.wishes.append(Command(name, argument))

    def is_free(self, rect: Rect) -> bool:
        """Whether neither a name nor a panel of the picture before is there."""
        return not any(rect.meets(other) for other in (*self.labels, *self.grounds_before))

    def measure(self, text: str, kind: Type) -> tuple[float, float]:
        """Width and height of one line in points."""
        key = (text, kind)
        if key not in self.measured:
            imgui.push_font(self.fonts.faces[kind.face], kind.size * self.unit)
            self.measured[key] = imgui.calc_text_size(text)
            imgui.pop_font()
        return self.measured[key]

    def text(
        self,
        at: tuple[float, float],
        text: str,
        kind: Type,
        colour: int = theme.INK,
    ) -> None:
        """Writes one line into the current window from a left top corner."""
        self.draw.add_text(self.fonts.faces[kind.face], kind.size * self.unit, at, colour, text)

    def line(
        self, rect: Rect, text: str, kind: Type, colour: int = theme.INK, align: float = 0.0
    ) -> None:
        """Writes one line into a rectangle, smaller or cut with an ellipsis when it must."""
        kind, text = self.fitted(text, kind, rect.width)
        width, height = self.measure(text, kind)
        left = rect.left + max(rect.width - width, 0.0) * align
        self.text((left, rect.top + (rect.height - height) / 2), text, kind, colour)

    def lines(self, text: str, kind: Type, width: float) -> tuple[str, ...]:
        """The text broken into lines of at most `width` points, between words."""
        key = (text, kind, round(width))
        if key not in self.broken:
            self.broken[key] = self._broken(text, kind, width)
        return self.broken[key]

    def block_height(self, text: str, kind: Type, width: float) -> float:
        """Height of a wrapped text in points."""
        return len(self.lines(text, kind, width)) * kind.size * theme.LEADING[kind.face] * self.unit

    def block(
        self,
        at: tuple[float, float],
        text: str,
        kind: Type,
        width: float,
        colour: int = theme.INK,
    ) -> float:
        """Writes a wrapped text from a left top corner; returns its height."""
        step = kind.size * theme.LEADING[kind.face] * self.unit
        lines = self.lines(text, kind, width)
        for i, line in enumerate(lines):
            self.text((at[0], at[1] + i * step), line, kind, colour)
        return len(lines) * step

    def paragraph(
        self, text: str, kind: Type, width: float, colour: int = theme.INK, below: float = 0.0
    ) -> None:
        """A block at the cursor of a scrolling part, then the cursor below it."""
        height = self.block(imgui.get_cursor_screen_pos(), text, kind, width, colour)
        imgui.dummy((width, height + below))

    def balanced_width(self, text: str, kind: Type, width: float) -> float:
        """The narrowest width that needs no more lines than `width` does."""
        count, step, narrow = len(self.lines(text, kind, width)), 8.0 * self.unit, width
        while count > 1 and narrow > width * 0.4:
            lines = self.lines(text, kind, narrow - step)
            if len(lines) > count or any(self.measure(one, kind)[0] > narrow for one in lines):
                break
            narrow -= step
        return narrow

    def _broken(self, text: str, kind: Type, width: float) -> tuple[str, ...]:
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.measure(longer, kind)[0] <= width + 0.5:
                lines[-1] = longer
            else:
                lines.append(word)
        return tuple(lines)

    def fitted(self, text: str, kind: Type, width: float) -> tuple[Type, str]:
        """The type and text that fit a width: down to 88 % of the size, then cut."""
        for factor in (1.0, 0.94, 0.88):
            smaller = Type(kind.face, kind.size * factor)
            if self.measure(text, smaller)[0] <= width + 0.5:
                return smaller, text
        self.spilt.append(text)
        cut = text
        while len(cut) > 1 and self.measure(cut.rstrip() + "…", smaller)[0] > width:
            cut = cut[:-1]
        return smaller, cut.rstrip() + "…"

    @property
    def draw(self) -> imgui.DrawList:
        """The draw list of the current window."""
        return imgui.get_window_draw_list()

    @contextmanager
    def scroll(self, name: str, rect: Rect) -> Iterator[float]:
        """A scrolling part of a window; yields its inner width in points."""
        imgui.set_cursor_screen_pos((rect.left, rect.top))
        imgui.begin_child(name, (rect.width, max(rect.height, 1.0)), imgui.ChildFlags.NAV_FLATTENED)
        try:
            yield imgui.get_content_region_avail()[0]
            self._fade_edges(rect)
        finally:
            imgui.end_child()

    def _fade_edges(self, rect: Rect) -> None:
        """Text that goes on beyond an edge fades into the panel."""
        tall, width = 26.0 * self.unit, rect.width - 10 * self.unit
        solid, clear = theme.fade(theme.SHEET, 0.95), theme.fade(theme.SHEET, 0.0)
        if imgui.get_scroll_y() > 1.0:
            far = (rect.left + width, rect.top + tall)
            self.draw.add_rect_filled_multi_color(
                (rect.left, rect.top), far, solid, solid, clear, clear
            )
        if imgui.get_scroll_y() < imgui.get_scroll_max_y() - 1.0:
            near = (rect.left, rect.bottom - tall)
            self.draw.add_rect_filled_multi_color(
                near, (rect.left + width, rect.bottom), clear, clear, solid, solid
            )
