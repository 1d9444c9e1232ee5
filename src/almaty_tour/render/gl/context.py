"""A GL context: headless where there is no display, and what the driver can do."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from ctypes import byref, c_int, string_at
from dataclasses import dataclass
from typing import Any

import pyglet

from almaty_tour.base.errors import GraphicsError
from almaty_tour.render.gl.short_calls import keep_interpreter

NEEDED_VERSION = (3, 3)
WANTED_VERSIONS = ((4, 5), (4, 3), NEEDED_VERSION)
"""Best first: some drivers give exactly what is asked, and newer ones draw many things a call."""
MULTI_DRAW_VERSION = (4, 3)


@dataclass(frozen=True)
class DriverInfo:
    """What the driver says of itself.

    Attributes:
        renderer, version, vendor: its own words.
        clip_control: the depth range can be 0 to 1, so reversed depth keeps its precision.
        multi_draw: many draws can be asked for in one call.
        software: pictures are made by the processor.
    """

    renderer: str
    version: str
    vendor: str
    clip_control: bool
    software: bool
    multi_draw: bool = False


def configure(*, headless: bool | None = None, debug: bool = False) -> None:
    """Set pyglet's options; must run before anything imports `pyglet.gl` or `pyglet.window`.

    Args:
        headless: None chooses headless on Linux without a display.
        debug: check every call for errors (twice as slow).
    """
    if "pyglet.gl" in sys.modules:
        return
    no_display = sys.platform.startswith("linux") and not os.environ.get("DISPLAY")
    pyglet.options["headless"] = no_display if headless is None else headless
    pyglet.options["debug_gl"] = debug
    pyglet.options["shadow_window"] = False


def open_headless() -> Any:
    """A tiny hidden window that owns a context; keep it alive as long as the renderer.

    One a process: a headless window leaks some megabytes when it is closed.
    """
    configure(headless=None)
    try:
        from pyglet.window import Window

        return opened(lambda config: Window(16, 16, config=config, visible=False, vsync=False))
    except GraphicsError:
        raise
    except Exception as fault:
        text = str(fault).splitlines()[0] if str(fault) else type(fault).__name__
        what = f"no OpenGL {_needed()} context could be made ({text}; see almaty-tour doctor)"
        raise GraphicsError(what) from fault


def opened(make: Callable[[Any], Any]) -> Any:
    """What `make` opens with the best configuration that the driver has.

    Raises what `make` raises when not even the needed version can be had.
    """
    window = _best(make)
    keep_interpreter()
    return window


def _best(make: Callable[[Any], Any]) -> Any:
    for version in WANTED_VERSIONS[:-1]:
        with contextlib.suppress(Exception):  # each system refuses in a way of its own
            return make(_config(version))
    return make(_config(NEEDED_VERSION))


def _config(version: tuple[int, int]) -> Any:
    from pyglet import gl

    return gl.Config(
        double_buffer=True, red_size=8, green_size=8, blue_size=8, alpha_size=8,
        depth_size=24, major_version=version[0], minor_version=version[1],
        forward_compatible=True,
    )  # fmt: skip


def ensure_context() -> Any:
    """A new hidden window, or None when a context is current already; keep what is returned."""
    configure()
    from pyglet import gl

    return None if gl.current_context is not None else open_headless()


def driver_info() -> DriverInfo:
    """Facts of the current context. Raises GraphicsError below OpenGL 3.3."""
    from pyglet import gl

    version = _text(gl.GL_VERSION)
    major, minor = _integer(gl.GL_MAJOR_VERSION), _integer(gl.GL_MINOR_VERSION)
    renderer = _text(gl.GL_RENDERER)
    if (major, minor) < NEEDED_VERSION:
        raise GraphicsError(f"OpenGL {_needed()} is needed, '{renderer}' has {version}")
    extensions = _extensions()
    return DriverInfo(
        renderer=renderer,
        version=version,
        vendor=_text(gl.GL_VENDOR),
        clip_control=(major, minor) >= (4, 5) or "GL_ARB_clip_control" in extensions,
        software=any(name in renderer.lower() for name in ("llvmpipe", "softpipe", "swrast")),
        multi_draw=(major, minor) >= MULTI_DRAW_VERSION,
    )


def _needed() -> str:
    return ".".join(map(str, NEEDED_VERSION))


def _text(name: int) -> str:
    from ctypes import c_void_p, cast

    from pyglet import gl

    pointer = cast(gl.glGetString(name), c_void_p).value
    return string_at(pointer).decode(errors="replace") if pointer else "unknown"


def _integer(name: int) -> int:
    from pyglet import gl

    value = c_int(0)
    gl.glGetIntegerv(name, byref(value))
    return int(value.value)


def _extensions() -> set[str]:
    from ctypes import c_void_p, cast

    from pyglet import gl

    names = set()
    for index in range(_integer(gl.GL_NUM_EXTENSIONS)):
        pointer = cast(gl.glGetStringi(gl.GL_EXTENSIONS, index), c_void_p).value
        if pointer:
            names.add(string_at(pointer).decode(errors="replace"))
    return names
