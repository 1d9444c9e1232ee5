"""The interface over pictures that no window shows: proofs, goldens, captions of videos."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from almaty_tour.app.picture_wall import PictureWall
from almaty_tour.base.errors import SettingError
from almaty_tour.base.spaces import interior_of
from almaty_tour.camera.state import CameraState
from almaty_tour.render.frame import Overlay
from almaty_tour.session.commands import WINDOW_COMMANDS, Command
from almaty_tour.session.handlers import apply, title_state
from almaty_tour.session.state import Mode, Preferences, SessionState
from almaty_tour.session.step import step
from almaty_tour.session.world import World
from almaty_tour.ui.interface import Interface
from almaty_tour.ui.pins import Sights
from almaty_tour.ui.told import ui_view
from almaty_tour.ui.view import WindowView

SETTLING_PICTURES = 3
SETTLING_S = 0.4


class Proofs:
    """Overlays of any state at one size; hands and passing notices are left out.

    Every overlay carries all textures made so far, so each can be drawn alone; those of a film
    carry them once, then what has changed.
    """

    def __init__(self, assets: Path, size_px: tuple[int, int], *, chrome: bool = True) -> None:
        self._wall = PictureWall(assets, patient=False)
        self._interface = Interface(assets, self._wall.pixels)
        self._size_pt = float(size_px[0]), float(size_px[1])
        self._chrome = chrome
        self._sights = Sights()
        self._filming = False

    def overlay(self, world: World, state: SessionState, commands: Sequence[str] = ()) -> Overlay:
        """The interface of a state when it has come to rest.

        Args:
            commands: about panels (`toggle_settings` ...), given in the state's mode;
                SettingError for one that is not about panels.
        """
        self._build(world, state, SETTLING_S)
        self._filming = False
        for name in commands:
            word, _, argument = name.partition(" ")
            if not self._interface.apply(Command(word, argument or None)):
                raise SettingError.unknown("command about panels", name, WINDOW_COMMANDS)
        for _ in range(SETTLING_PICTURES - 1):
            self._build(world, state, SETTLING_S)
        return self._with_textures(self._build(world, state, SETTLING_S))

    def caption(self, world: World, state: SessionState) -> Overlay:
        """The interface of a state in a film, whose pictures one renderer draws in a row."""
        overlay = self._build(world, state, 1.0 / 30.0)
        if self._filming:
            return overlay
        self._filming = True
        return self._with_textures(overlay)

    def _build(self, world: World, state: SessionState, dt_s: float) -> Overlay:
        clear_pt = self._interface.clear_pt
        window = WindowView(size_pt=self._size_pt, chrome=self._chrome, clear_pt=clear_pt)
        view = ui_view(world, state, window, dt_s, self._sights)
        overlay, _ = self._interface.build(self._wall.told(view, world, self._interface))
        return overlay

    def _with_textures(self, overlay: Overlay) -> Overlay:
        return replace(overlay, textures=self._interface.textures())


def exploring(
    world: World, camera: CameraState, moment: datetime, language: str, landmark: str | None = None
) -> SessionState:
    """The state of free flight at a camera, with a landmark's card open or none; or inside."""
    state = title_state(world, Preferences(language=language))
    state = apply(world, state, Command("explore"))
    mode = Mode.EXPLORE if interior_of(camera.space) is None else Mode.INSIDE
    state = replace(state, mode=mode, camera=camera, local_time=moment, selected=landmark)
    return step(world, state, 0.0) if mode is Mode.INSIDE else state


def touring(world: World, tour: str, second: float, language: str) -> SessionState:
    """The state of a running tour at a second."""
    state = title_state(world, Preferences(language=language))
    state = apply(world, state, Command("start_tour", tour))
    return apply(world, state, Command("seek_s", second))
