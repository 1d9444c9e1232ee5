"""The interface: what the visitor sees over the city, made into arrays for the renderer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from slimgui import imgui

from almaty_tour.base.errors import AlmatyTourError
from almaty_tour.content.region import FILE, load_region
from almaty_tour.render.frame import Overlay
from almaty_tour.session.commands import Command
from almaty_tour.session.state import Controls, Mode
from almaty_tour.ui.context import KEYS, GuiContext
from almaty_tour.ui.desk import Desk, Sheet
from almaty_tour.ui.dispatch import find_panels
from almaty_tour.ui.exhibit_plan import clear_before
from almaty_tour.ui.fonts import load_fonts
from almaty_tour.ui.frame_plan import clear_part
from almaty_tour.ui.layout import Rect, unit_pt
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.picture_textures import NEW_A_PICTURE, PLACES, PictureTextures
from almaty_tour.ui.picture_view import Pixels, Reading
from almaty_tour.ui.view import UiView
from almaty_tour.ui.words import Words, load_all_words

_STAGE = (
    imgui.WindowFlags.NO_DECORATION
    | imgui.WindowFlags.NO_MOVE
    | imgui.WindowFlags.NO_SAVED_SETTINGS
    | imgui.WindowFlags.NO_BACKGROUND
    | imgui.WindowFlags.NO_SCROLL_WITH_MOUSE
    | imgui.WindowFlags.NO_BRING_TO_FRONT_ON_FOCUS
)
_FOCUS_KEYS = frozenset({"tab", "left", "right", "up", "down"})


MAX_MEASURED = 5000
"""Sizes of texts kept between pictures; numbers that count up would fill the memory."""


class Interface:
    """Panels on one stage; hands go in, an overlay and wishes come out.

    `faults` tells what of the words could not be read and was left out; `clear_pt` which part
    of the picture no panel covers.

    All panels share one Dear ImGui window, so that Tab and the arrow keys reach everything.
    """

    def __init__(self, assets: Path, pixels: Pixels | None = None) -> None:
        self.desk = Desk()
        found = pixels or Reading(lambda _name, _side: None)
        at_once = PLACES if isinstance(found, Reading) else NEW_A_PICTURE
        self.pictures = PictureTextures(found, at_once)
        self._content = assets / "content"
        self._words, self.faults = load_all_words(self._content)
        self._own_names = tuple(
            (code, one("language.own_name")) for code, one in self._words.items()
        )
        self._context = GuiContext()
        self._fonts = load_fonts(assets / "fonts", self._context.io.fonts)
        self._panels = find_panels()
        self._pointer = (-1.0, -1.0)
        self._typed = ""
        self._mode = Mode.TITLE
        self._text_scale = 0.0
        self.pen: Pen | None = None
        self.clear_pt: tuple[float, float, float, float] | None = None
        _set_style()

    # What the hands do. Places in points from the left top corner.

    def pointer_at(self, x_pt: float, y_pt: float) -> None:
        """The pointer moved."""
        self._pointer = (x_pt, y_pt)
        self._context.io.add_mouse_pos_event(x_pt, y_pt)
        self.touched()

    def pointer_button(self, number: int, down: bool) -> None:
        """A button went down or up: 0 left, 1 right, 2 middle."""
        self._context.io.add_mouse_button_event(number, down)
        self.touched()
        if down and self.desk.sheet is Sheet.NONE:
            self.desk.focused = False

    def wheel(self, steps: float) -> None:
        """The wheel turned, positive away from the visitor."""
        self._context.io.add_mouse_wheel_event(0.0, steps)
        self.touched()

    def key(self, name: str, down: bool) -> None:
        """A key of `context.KEYS` went down or up; other names are ignored."""
        self.touched()
        if name in KEYS:
            self._context.io.add_key_event(KEYS[name], down)
        if down and name in _FOCUS_KEYS:
            self.desk.focused = True

    def text(self, typed: str) -> None:
        """Letters were typed; those that come before the field is ready wait for it."""
        self._typed += typed

    def touched(self) -> None:
        """Somebody is here: the tour's controls come back."""
        self.desk.quiet_s = 0.0

    def apply(self, command: Command) -> bool:
        """Follows a command about panels; False when it is not the interface's."""
        if command.name == "toggle_finds" and self.desk.region is None:
            try:
                self.desk.region = load_region(self._content / FILE)
            except AlmatyTourError as fault:
                self.faults.append(fault)
                return True
        if command.name in ("show_picture", "look_at_picture"):
            hung = command.name == "look_at_picture"
            self.desk.show_picture(str(command.argument), hung=hung)
            return True
        return self.desk.apply(command.name)

    def step_back(self) -> bool:
        """Closes the nearest thing (sheet, search, focus); False when there was none."""
        desk = self.desk
        if desk.sheet is not Sheet.NONE:
            desk.step_back()
        elif self.wants_text or desk.query:
            desk.query, desk.focused, desk.wants_search, self._typed = "", False, False, ""
            desk.search_number += 1
        elif desk.focused and self._mode is not Mode.TITLE:
            desk.focused = False
        else:
            return False
        return True

    def covers(self, at_pt: tuple[float, float]) -> bool:
        """Whether a panel lies at a place of the picture."""
        spot = Rect(*at_pt, 0.0, 0.0)
        return self.pen is not None and any(one.contains(spot) for one in self.pen.grounds)

    @property
    def wants_keyboard(self) -> bool:
        """Whether keys belong to the interface and not to the camera."""
        return (
            self.desk.focused
            or self.desk.sheet not in {Sheet.NONE, Sheet.COMPARE}
            or self._mode is Mode.TITLE
            or self.wants_text
        )

    @property
    def wants_text(self) -> bool:
        """Whether letters go into a text field."""
        return self.desk.searching or self.desk.wants_search

    def words(self, language: str) -> Words:
        """The words of a language, the first language when it is unknown."""
        return self._words.get(language) or next(iter(self._words.values()))

    def textures(self) -> dict[int, npt.NDArray[np.uint8]]:
        """Every texture in use by id, for a renderer that starts later."""
        return self._context.all_textures() | self.pictures.all()

    def build(
        self, view: UiView, controls: Controls | None = None
    ) -> tuple[Overlay, list[Command]]:
        """One picture of the interface and what the visitor asked of it."""
        if controls is not None and controls.active:
            self.touched()
        self.desk.quiet_s += view.dt_s
        self._follow(view.state.mode)
        size_pt, preferences = view.window.size_pt, view.state.preferences
        self._context.use()
        pen = Pen(
            unit=unit_pt(size_pt, self._shown_scale(preferences.text_scale)),
            screen=Rect(0.0, 0.0, *size_pt),
            fonts=self._fonts,
            words=self.words(preferences.language),
            desk=self.desk,
            pictures=self.pictures,
            own_names=self._own_names,
        )
        if self.pen is not None:
            pen.grounds_before = self.pen.grounds
            if self.pen.unit == pen.unit and len(self.pen.measured) < MAX_MEASURED:
                pen.measured, pen.broken = self.pen.measured, self.pen.broken
        imgui.get_style().scrollbar_size = 6.0 * pen.unit
        if self._typed and self.desk.searching:
            self._context.io.add_input_characters_utf8(self._typed)
            self._typed = ""
        self._context.begin(size_pt, view.window.scale, view.dt_s)
        self.pictures.begin()
        self._stage(pen, view)
        if self.desk.sheet not in {Sheet.PICTURE, Sheet.COMPARE}:
            self.pictures.forget_whole()
        self.pen = pen
        self.clear_pt = _clear(pen, view)
        overlay, changed = self._context.finish(), self.pictures.changed()
        if changed:
            overlay = replace(overlay, textures={**overlay.textures, **changed})
        return overlay, pen.wishes

    def _shown_scale(self, wanted: float) -> float:
        """The size of texts: a new one waits until the pointer has left the button for it.

        So the button stays under the pointer and can be pressed again.
        """
        pressing = self.desk.sheet is Sheet.SETTINGS and self.pen is not None and any(
            name.startswith("text_scale.") and rect.contains(Rect(*self._pointer, 0.0, 0.0))
            for name, rect in self.pen.targets
        )  # fmt: skip
        if not pressing or self._text_scale == 0.0:
            self._text_scale = wanted
        return self._text_scale

    def _stage(self, pen: Pen, view: UiView) -> None:
        imgui.set_next_window_pos((0.0, 0.0))
        imgui.set_next_window_size((pen.screen.width, pen.screen.height))
        imgui.begin("stage", flags=_STAGE)
        self.desk.searching = False
        for panel in self._panels:
            if panel.shown(self.desk, view):
                panel.build(pen, view)
        imgui.end()

    def _follow(self, mode: Mode) -> None:
        if mode is not self._mode:
            self._mode = mode
            self.desk.focused = False
            if self.desk.sheet is not Sheet.COMPARE:  # it brought the visitor here itself
                self.desk.sheet = Sheet.NONE
            self.touched()


def _set_style() -> None:
    style = imgui.get_style()
    style.window_padding = (0.0, 0.0)
    style.window_border_size = 0.0
    style.window_min_size = (1.0, 1.0)
    style.scrollbar_rounding = 4.0
    style.item_spacing = (0.0, 0.0)
    style.frame_border_size = 0.0
    style.child_border_size = 0.0
    clear = (0.0, 0.0, 0.0, 0.0)
    for part in (imgui.Col.CHILD_BG, imgui.Col.NAV_CURSOR, imgui.Col.SCROLLBAR_BG):
        style.colors[part] = clear
    for part in (imgui.Col.FRAME_BG, imgui.Col.FRAME_BG_HOVERED, imgui.Col.FRAME_BG_ACTIVE):
        style.colors[part] = clear
    style.colors[imgui.Col.SCROLLBAR_GRAB] = (0.89, 0.71, 0.36, 0.45)
    style.colors[imgui.Col.SCROLLBAR_GRAB_HOVERED] = (0.89, 0.71, 0.36, 0.75)
    style.colors[imgui.Col.SCROLLBAR_GRAB_ACTIVE] = (0.97, 0.84, 0.58, 1.0)
    style.colors[imgui.Col.TEXT] = (0.965, 0.941, 0.894, 1.0)
    style.colors[imgui.Col.TEXT_DISABLED] = (0.76, 0.74, 0.68, 1.0)
    style.colors[imgui.Col.TEXT_SELECTED_BG] = (0.89, 0.71, 0.36, 0.35)
    style.colors[imgui.Col.INPUT_TEXT_CURSOR] = (0.97, 0.84, 0.58, 1.0)


def _clear(pen: Pen, view: UiView) -> tuple[float, float, float, float] | None:
    """What of the picture no panel covers, where the picture goes by it."""
    held = view.state.held
    if view.state.mode is Mode.EXPLORE:
        return clear_part(pen, view)
    if view.state.mode is Mode.EXHIBITION and held is not None:
        return clear_before(pen, compared=bool(held.beside))
    return None
