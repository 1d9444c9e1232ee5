"""The viewer: events, session, interface, picture, again and again."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from almaty_tour.app.settings import Loaded, load_settings, save_settings, settings_path
from almaty_tour.app.start import (
    Renewal,
    ViewerOptions,
    first_state,
    key_names,
    overridden,
    read_ahead,
    start_command,
    start_place,
)
from almaty_tour.app.window import CityWindow
from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AlmatyTourError
from almaty_tour.session.commands import SESSION_COMMANDS, Command
from almaty_tour.session.state import Controls, Mode, Preferences

if TYPE_CHECKING:
    from almaty_tour.app.curtain import Curtain
    from almaty_tour.app.sound import Sound
    from almaty_tour.app.trial import Trial
    from almaty_tour.render.frame import Frame
    from almaty_tour.session.stage import Stage
    from almaty_tour.session.world import World
    from almaty_tour.ui.view import WindowView

NOTICE_S = 5.0
LOAD_SHARE, LOAD_BUDGET_S = 0.35, (0.006, 0.02)
HIDDEN_SLEEP_S = 0.05


__all__ = ["Viewer", "ViewerOptions", "run_viewer"]


def run_viewer(
    mode: str = "title",
    tour_id: str | None = None,
    at: str | None = None,
    options: ViewerOptions | None = None,
) -> int:
    """Opens the window and runs until it is closed; returns the exit code.

    Args:
        mode: "title", "tour" or "explore".
        tour_id: the tour to begin with. at: the landmark to begin at.

    Raises:
        GraphicsError: no display or no OpenGL. SettingError: an unknown tour or landmark.
    """
    chosen = options or ViewerOptions()
    path = chosen.settings or settings_path()
    loaded = load_settings(path)
    if loaded.fault:
        print(f"almaty-tour: {loaded.fault}", file=sys.stderr)  # noqa: T201 - a line for the terminal
    first = start_command(mode, tour_id, at)
    viewer = Viewer(loaded, path, chosen, first)
    try:
        return viewer.run()
    finally:
        viewer.close()


class Viewer:
    """The window with all that is behind it."""

    def __init__(
        self, loaded: Loaded, path: Path, options: ViewerOptions, first: Command | None
    ) -> None:
        self._options, self._path = options, path
        preferences = self._kept = overridden(loaded.preferences, options)
        assets = assets_dir()
        reading = read_ahead(assets)
        self.window = CityWindow(preferences, options.size)
        self.curtain = self._show_still(assets)
        from almaty_tour.app.follower import Follower
        from almaty_tour.app.gamepad import Gamepad
        from almaty_tour.app.hands import Hands
        from almaty_tour.app.imports import Imports
        from almaty_tour.app.picture_wall import open_wall
        from almaty_tour.ui.interface import Interface
        from almaty_tour.ui.pins import Sights

        self.wall = open_wall(assets)
        self.interface = Interface(assets, self.wall.pixels)
        self.hands = Hands(self.interface, key_names())
        self.window.handle.push_handlers(self.hands)
        self.imports = Imports()
        self.pace = Follower()
        self._sights = Sights()
        world = reading.result()
        self.state = first_state(world, preferences, first)
        near = start_place(world, self.state, first)
        self.stage = self._open_stage(assets, preferences, world, near)
        self._renewal = Renewal()
        self.gamepad = Gamepad(self.hands)
        if preferences.full_screen:
            self.window.apply(preferences)
        self._notice, self._notice_until_s = "", 0.0
        self._wishes: list[Command] = []
        self._hidden: frozenset[int] = frozenset()
        self._screenshot = False
        self._frames = 0
        self._told = ""
        self._faults_told = self._renewed = False
        self._sound: Sound | None = None
        self._trial: Trial | None = None
        if loaded.kept_aside:
            self._tell("notice.settings_reset", where=loaded.kept_aside)

    def _show_still(self, assets: Path) -> Curtain:
        """The title picture, at once, while the city is read."""
        from almaty_tour.app.curtain import Curtain

        self.window.handle.clear()
        curtain = Curtain(assets, self.window.size_px)
        self.window.flip()
        return curtain

    def _open_stage(
        self, assets: Path, preferences: Preferences, world: World, near: tuple[float, float]
    ) -> Stage:
        from almaty_tour.session.framing import Framing
        from almaty_tour.session.stage import Stage
        from almaty_tour.session.userdata import user_data_dir

        preset = "low" if preferences.quality == "auto" else preferences.quality
        stage = Stage(assets, preset, near, world, ahead=True, data=user_data_dir())
        self._framing = Framing(stage, assets)
        return stage

    def _renew(self) -> None:
        """The city anew after an import or a reset: another world, the same eye."""
        if self.imports.take_change():
            self._renewal.begin(assets_dir())
        try:
            world = self._renewal.take()
        except AlmatyTourError as fault:
            self._say(str(fault))
            return
        if world is None:
            return
        x, y, _ = self.state.camera.position_enu
        self.stage.free()
        self.stage = self._open_stage(assets_dir(), self.state.preferences, world, (x, y))
        self._renewed, self._faults_told = True, False
        if self._sound is not None:
            self._sound.close()
            self._sound = None

    def run(self) -> int:
        """Pictures until the window is closed."""
        before = time.perf_counter()
        while self.window.pump():
            if not self.window.visible:
                time.sleep(HIDDEN_SLEEP_S)
            now = time.perf_counter()
            dt_s, before = now - before, now
            self._follow_pace(dt_s)
            self.picture(dt_s)
            self._frames += 1
            if self._options.most_frames and self._frames >= self._options.most_frames:
                break
        return 0

    def picture(self, dt_s: float) -> None:
        """One picture: wishes, step, interface, drawing."""
        controls = self._follow_hands(self.curtain.passing(dt_s))
        self._renew()
        least, most = LOAD_BUDGET_S
        budget_s = min(max(dt_s * LOAD_SHARE, least), most)
        self.stage.load_some(budget_s)
        self.stage.near_halls(self.state.camera, budget_s)
        self._tell_faults()
        frame = self._frame(controls, dt_s)
        waits = self.state.mode is Mode.TITLE and not self.stage.loaded
        self.curtain.draw(self.stage, frame, dt_s, wanted=waits)
        if self._screenshot:
            self._save_screenshot(frame)
        self.window.flip()
        self._hear(dt_s)
        self._report()
        self._pick(frame)
        self._measure(dt_s)

    def _follow_hands(self, dt_s: float) -> Controls:
        from almaty_tour.session.step import step

        self.hands.state = self.state
        self.hands.size_pt, self.hands.window_size = self.window.size_pt, self.window.size
        controls, commands = self.hands.take()
        controls = self.gamepad.mix(controls, dt_s)
        wanted = [*self._wishes, *commands]
        session = [one for one in wanted if one.name in SESSION_COMMANDS]
        for command in wanted:
            if command.name not in SESSION_COMMANDS:
                self._window_command(command)
        try:
            self.state = step(self.stage.world, self.state, dt_s, controls, session)
        except AlmatyTourError as fault:
            self._say(str(fault))
            self.state = step(self.stage.world, self.state, dt_s, controls)
        self._keep_preferences()
        return controls

    def _frame(self, controls: Controls, dt_s: float) -> Frame:
        from almaty_tour.ui.told import clear_share, ui_view, vitrine_view

        told = ui_view(
            self.stage.world,
            self.state,
            self._window_view(),
            dt_s,
            self._sights,
            loading=1.0 if self.stage.loaded else 0.0,
            notice=self._notice if self.state.clock_s < self._notice_until_s else "",
            hidden=self._hidden,
        )
        self.imports.poll()
        vitrine = self._framing.ready(self.state, self._say)
        seen = vitrine_view(vitrine, told, self._hidden)
        told = replace(told, imports=self.imports.view(), vitrine=seen)
        told = self.wall.told(told, self.stage.world, self.interface)
        overlay, self._wishes = self.interface.build(told, controls)
        if self._renewed:
            overlay = replace(overlay, textures=self.interface.textures())
            self._renewed = False
        return self._framing.frame(
            self.state,
            size_px=self.window.size_px,
            preset=self._preset(),
            resolution_scale=self.state.preferences.resolution_scale,
            overlay=overlay,
            trim=self.pace.trim,
            clear=clear_share(told.window),
            framed=self.wall.framed(self.stage.world),
            tell=self._say,
        )

    def _window_view(self) -> WindowView:
        from almaty_tour.ui.view import WindowView

        return WindowView(
            size_pt=self.window.size_pt,
            scale=self.window.scale,
            monitors=self._monitors(),
            frame_s=self.pace.frame_s,
            eased=self.pace.eased,
            clear_pt=self.interface.clear_pt,
        )

    def _monitors(self) -> tuple[str, ...]:
        """Asked for only while the settings lie open: it takes a while on X11."""
        if self.interface.desk.sheet.value != "settings":
            return ()
        return tuple(str(number) for number in range(len(self.window.monitors())))

    def _preset(self) -> str:
        quality = self.state.preferences.quality
        if quality != "auto":
            return quality
        return "low" if self.stage.renderer.driver.software else "medium"

    def _follow_pace(self, dt_s: float) -> None:
        wanted = self.state.preferences
        asked = (self._preset(), self.window.size_px, wanted.resolution_scale)
        seen = self.window.visible and not self.curtain.up
        steady = seen and self.stage.loaded and self._trial is None
        self.pace.told(dt_s, asked if wanted.adaptive else None, steady=steady)

    def _window_command(self, command: Command) -> None:
        self.imports.follow(command, self.interface.words(self.state.preferences.language))
        if self.wall.follow(command) or self.interface.apply(command):
            return
        if command.name == "quit":
            self.window.closed = True
        elif command.name == "screenshot":
            self._screenshot = True
        elif command.name == "toggle_full_screen":
            full = not self.state.preferences.full_screen
            self._wishes_now(Command("set_preference", f"full_screen={str(full).lower()}"))

    def _wishes_now(self, command: Command) -> None:
        from almaty_tour.session.handlers import apply

        self.state = apply(self.stage.world, self.state, command)

    def _keep_preferences(self) -> None:
        now, before = self.state.preferences, self._kept
        if now == before:
            return
        if (now.full_screen, now.monitor, now.vsync) != (
            before.full_screen, before.monitor, before.vsync,
        ):  # fmt: skip
            self.window.apply(now)
        self._kept = now
        if fault := save_settings(self._path, now):
            self._tell("notice.settings_failed", where=fault)

    def _pick(self, frame: Frame) -> None:
        from almaty_tour.app.pointing import hidden_points, pointed_at

        self.hands.at_hand = self.wall.see(self.stage.world, self.state, frame)
        at, self.hands.clicked_pt = self.hands.clicked_pt, None
        scale = self.window.scale
        if at is not None:
            at_px = at[0] * scale, at[1] * scale
            wish = pointed_at(self.stage, self._framing, self.state, frame, at_px)
            self._wishes += [] if wish is None else [wish]
        self._hidden = hidden_points(self.stage, self._framing, self.state, frame)

    def _save_screenshot(self, frame: Frame) -> None:
        from almaty_tour.app.screenshot import take_picture

        self._screenshot = False
        moment = datetime.now().astimezone()
        name, told = take_picture(self.stage, replace(frame, overlay=None), moment)
        self._tell(f"notice.{name}", **told)

    def _measure(self, dt_s: float) -> None:
        """The first start: some pictures are timed, then a quality is chosen and kept."""
        waits = self.curtain.up or not self.stage.loaded
        if self.state.preferences.quality != "auto" or waits:
            return
        if self._trial is None:
            from almaty_tour.app.trial import Trial

            self._trial = Trial(self.stage.renderer.driver.software)
            self.window.handle.set_vsync(False)
        chosen = self._trial.told(dt_s)
        if chosen is None:
            return
        self._trial = None
        self.window.handle.set_vsync(self.state.preferences.vsync)
        self._wishes_now(Command("set_preference", f"quality={chosen}"))
        words = self.interface.words(self.state.preferences.language)
        self._tell("notice.measured", quality=words(f"settings.quality_{chosen}"))

    def _hear(self, dt_s: float) -> None:
        """Sound begins after the first picture; opening a device can take a while."""
        if self._frames == 0:
            return
        if self._sound is None:
            from almaty_tour.app.sound import Sound

            self._sound = Sound(assets_dir(), self.stage.world)
        self._sound.follow(self.state, dt_s)

    def _report(self) -> None:
        """Lines for whoever drives the window from outside."""
        if not self._options.told:
            return
        from almaty_tour.app.report import line_of

        line = line_of(self.state, self.interface.desk, self.window.size_px, self.stage.loaded)
        if line != self._told:
            self._told = line
            print(line, flush=True)  # noqa: T201 - asked for

    def _tell_faults(self) -> None:
        """What could not be read, when all has arrived: a notice, and its lines on stderr."""
        if self._faults_told or not self.stage.loaded:
            return
        self._faults_told = True
        still = [self.curtain.fault] if self.curtain.fault is not None else []
        faults = [*still, *self.interface.faults, *self.stage.faults]
        for fault in faults:
            print(f"almaty-tour: {fault}", file=sys.stderr)  # noqa: T201 - for the terminal
        if faults:
            self._tell("notice.content_left_out", count=len(faults))

    def _tell(self, name: str, **values: object) -> None:
        self._say(self.interface.words(self.state.preferences.language)(name, **values))

    def _say(self, text: str) -> None:
        self._notice, self._notice_until_s = text, self.state.clock_s + NOTICE_S

    def close(self) -> None:
        """Gives the card and the window back."""
        self.window.handle.remove_handlers(self.hands)
        for one in (self.gamepad, self.imports, self.wall):
            one.close()
        if self._sound is not None:
            self._sound.close()
        self.curtain.free()
        self.stage.free()
        self.window.close()
