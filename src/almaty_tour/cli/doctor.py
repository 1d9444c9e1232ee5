"""`almaty-tour doctor`: what works here and what does not, in plain words."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import click

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AlmatyTourError
from almaty_tour.cli._told_imports import extras_line, heights_line, map_line
from almaty_tour.cli.main import FAULTS, NO_GRAPHICS

LEAST_MEMORY_GB = 2.0
Line = tuple[bool, str]


@click.command("doctor")
@click.pass_context
def command(ctx: click.Context) -> None:
    """Checks this computer: graphics, memory, sound, files, extras, imports."""
    graphics = _tried(_graphics)
    lines = [
        graphics, _memory(), _tried(_sound), _tried(_files), _settings_folder(), _display(),
        (True, extras_line()), _tried(_map), _tried(_heights),
    ]  # fmt: skip
    click.echo(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    for good, words in lines:
        click.echo(f"{'ok  ' if good else 'FAIL'} {words}")
    if not graphics[0]:
        ctx.exit(NO_GRAPHICS)
    ctx.exit(0 if all(good for good, _ in lines) else FAULTS)


def _tried(check: Callable[[], Line]) -> Line:
    try:
        return check()
    except AlmatyTourError as error:
        return False, str(error)


def _graphics() -> Line:
    from almaty_tour.render.gl.context import driver_info, open_headless

    context = open_headless()
    info = driver_info()
    context.close()
    kind = "software rendering, the preset 'low' fits" if info.software else "hardware"
    return True, f"graphics: OpenGL {info.version}, {info.renderer} ({kind})"


def _memory() -> Line:
    try:
        total_gb = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    except (AttributeError, ValueError, OSError):
        return True, "memory: not told by this system"
    return (
        total_gb >= LEAST_MEMORY_GB,
        f"memory: {total_gb:.1f} GB, {LEAST_MEMORY_GB:.0f} GB are needed",
    )


def _sound() -> Line:
    if sys.platform.startswith("linux") and not (
        Path("/dev/snd").exists() or os.environ.get("PULSE_SERVER")
    ):
        return True, "sound: no device, the tour is silent"
    return True, "sound: a device is there"


def _files() -> Line:
    from almaty_tour.content.load import load_landmarks, load_tours

    assets = assets_dir()
    landmarks, faults = load_landmarks(assets / "content")
    tours, tour_faults = load_tours(assets / "content")
    missing = [
        spec.model
        for spec in landmarks.values()
        if spec.model and not (assets / "models" / spec.model).is_file()
    ]
    broken = [*map(str, [*faults, *tour_faults]), *(f"{name} is missing" for name in missing)]
    if broken:
        return False, f"files: {broken[0]}" + (
            f" and {len(broken) - 1} more" if len(broken) > 1 else ""
        )
    return True, f"files: {len(landmarks)} landmarks and {len(tours)} tours"


def _map() -> Line:
    from almaty_tour.session.userdata import user_data_dir

    return True, map_line(user_data_dir())


def _heights() -> Line:
    from almaty_tour.session.userdata import user_data_dir

    return True, heights_line(user_data_dir(), assets_dir() / "terrain")


def _settings_folder() -> Line:
    from almaty_tour.app.settings import damage, settings_path

    if told := damage(settings_path()):
        return False, f"settings: {told}"
    folder = settings_path().parent
    at = folder
    while not at.exists() and at != at.parent:
        at = at.parent
    free_gb = shutil.disk_usage(at).free / 2**30
    return os.access(at, os.W_OK), f"settings: {folder}, {free_gb:.0f} GB free"


def _display() -> Line:
    if not sys.platform.startswith("linux"):
        return True, "display: there is one"
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return True, "display: there is one"
    return True, "display: none, pictures and videos can be made (almaty-tour sheet, render)"
