"""The window: made once, told about, never assumed."""

from __future__ import annotations

import os
import sys
from typing import Any

import pyglet

from almaty_tour.app.drops import guard_drops
from almaty_tour.base.errors import GraphicsError
from almaty_tour.render.gl.context import opened
from almaty_tour.session.state import Preferences

DEFAULT_SIZE = (1280, 720)
SMALLEST_SIZE = (640, 360)
TITLE = "Almaty Tour"


def has_display() -> bool:
    """Whether a window can be expected to open."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY"))


class CityWindow:
    """A pyglet window with what the viewer needs of it."""

    def __init__(self, preferences: Preferences, size: tuple[int, int] = DEFAULT_SIZE) -> None:
        if not has_display():
            raise GraphicsError(
                "there is no display to open a window on"
                " (set DISPLAY, or make pictures with: almaty-tour shot, almaty-tour render)"
            )
        from almaty_tour.render.gl.context import configure

        configure(headless=False)
        self.handle = _open(preferences, size)
        self.closed = False
        self.active = True
        self.visible = True
        self._placed = (False, 0)
        self.handle.push_handlers(
            on_close=self._close,
            on_activate=self._activate,
            on_deactivate=self._deactivate,
            on_show=self._show,
            on_hide=self._hide,
        )

    @property
    def size_px(self) -> tuple[int, int]:
        """Pixels of the picture, on any density of screen."""
        width, height = self.handle.get_framebuffer_size()
        return max(int(width), 1), max(int(height), 1)

    @property
    def size(self) -> tuple[int, int]:
        """The window's own size, in which the mouse counts."""
        width, height = self.handle.get_size()
        return max(int(width), 1), max(int(height), 1)

    @property
    def scale(self) -> float:
        """Pixels a point of the interface."""
        dense = self.size_px[0] / self.size[0]
        told = float(getattr(self.handle, "scale", 1.0) or 1.0)
        return min(max(dense, told, 1.0), 4.0)

    @property
    def size_pt(self) -> tuple[float, float]:
        """Size in points."""
        width, height = self.size_px
        return width / self.scale, height / self.scale

    def pump(self) -> bool:
        """Delivers waiting events, those of gamepads too; False once the window is closed."""
        loop = pyglet.app.platform_event_loop
        self.handle.switch_to()
        self.handle.dispatch_events()
        loop.dispatch_posted_events()
        if sys.platform.startswith("linux"):
            loop.step(0.0)
        return not self.closed

    def flip(self) -> None:
        """Shows the picture."""
        self.handle.flip()

    def apply(self, preferences: Preferences) -> None:
        """Follows full screen, monitor and vsync."""
        self.handle.set_vsync(preferences.vsync)
        screens = self.monitors()
        number = min(max(preferences.monitor, 0), len(screens) - 1)
        wanted = (preferences.full_screen, number if preferences.full_screen else 0)
        if wanted == self._placed:
            return
        if self.handle.fullscreen and preferences.full_screen:
            self.handle.set_fullscreen(False)
        screen = screens[number] if preferences.full_screen else None
        self.handle.set_fullscreen(preferences.full_screen, screen=screen)
        self._placed = wanted

    def monitors(self) -> list[Any]:
        """The monitors of the display."""
        return list(self.handle.display.get_screens())

    def close(self) -> None:
        """Closes the window."""
        self.closed = True
        self.handle.pop_handlers()
        self.handle.close()

    def _close(self) -> bool:
        self.closed = True
        return True

    def _activate(self) -> None:
        self.active = True

    def _deactivate(self) -> None:
        self.active = False

    def _show(self) -> None:
        self.visible = True

    def _hide(self) -> None:
        self.visible = False


def _open(preferences: Preferences, size: tuple[int, int]) -> Any:
    try:
        from pyglet.window import Window

        window = opened(
            lambda config: Window(
                *size, caption=TITLE, config=config, resizable=True, vsync=preferences.vsync,
                file_drops=True,
            )
        )  # fmt: skip
        window.set_minimum_size(*SMALLEST_SIZE)
        guard_drops(window)
    except Exception as fault:
        text = str(fault).splitlines()[0] if str(fault) else type(fault).__name__
        where = f" on display {name}" if (name := os.environ.get("DISPLAY")) else ""
        raise GraphicsError(
            f"no window with OpenGL 3.3 could be opened{where} ({text}; see almaty-tour doctor)"
        ) from fault
    return window
