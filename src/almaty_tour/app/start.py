"""What a visit begins with: options, the first command, the world read ahead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from almaty_tour.app.window import DEFAULT_SIZE
from almaty_tour.session.commands import Command
from almaty_tour.session.state import Preferences, SessionState

if TYPE_CHECKING:
    from concurrent.futures import Future

    from almaty_tour.session.world import World


@dataclass(frozen=True)
class ViewerOptions:
    """What the command line asks for, over the settings kept.

    Attributes:
        language, quality, adaptive: None leaves the visitor's own.
        size: of the window. most_frames: end after so many pictures (0 never), for tests.
        settings: file of the settings, None for the usual place.
        told: write a line for the first picture and for every change that a hand made.
    """

    language: str | None = None
    quality: str | None = None
    adaptive: bool | None = None
    size: tuple[int, int] = DEFAULT_SIZE
    most_frames: int = 0
    settings: Path | None = None
    told: bool = False


def start_command(mode: str, tour_id: str | None, at: str | None) -> Command | None:
    """The command that a visit begins with, None for the title screen."""
    if mode == "tour" or tour_id is not None:
        return Command("start_tour", tour_id)
    if mode == "explore" or at is not None:
        return Command("explore", at)
    return None


def first_state(world: World, preferences: Preferences, first: Command | None) -> SessionState:
    """The state of the first picture: the title, or what the first command makes of it."""
    from almaty_tour.session.handlers import apply, title_state

    state = title_state(world, preferences)
    return state if first is None else apply(world, state, first)


def start_place(world: World, state: SessionState, first: Command | None) -> tuple[float, float]:
    """East and north of what is seen first: the landmark asked for, else where the eye is.

    Who begins in an interior begins behind its door.
    """
    from almaty_tour.session.inside import outdoors

    if first is not None and first.name == "explore" and first.argument in world.places:
        place = world.place(str(first.argument))
        return place.x_m, place.y_m
    x, y, _ = outdoors(world, state).camera.position_enu
    return x, y


def read_ahead(assets: Path) -> Future[World]:
    """The world, read on the second core while the window and the interface are made."""
    from concurrent.futures import ThreadPoolExecutor

    from almaty_tour.session.userdata import heal_imports, user_data_dir
    from almaty_tour.session.world import load_world

    def read() -> World:
        heal_imports(user_data_dir())
        return load_world(assets, user_data_dir())

    pool = ThreadPoolExecutor(1, "reading")
    future = pool.submit(read)
    pool.shutdown(wait=False)
    return future


class Renewal:
    """The world read again while the old one is still shown."""

    def __init__(self) -> None:
        self._reading: Future[World] | None = None

    def begin(self, assets: Path) -> None:
        """Begins to read; what was being read before is forgotten."""
        self._reading = read_ahead(assets)

    def take(self) -> World | None:
        """The world, once, when it has been read; its fault is raised."""
        if self._reading is None or not self._reading.done():
            return None
        reading, self._reading = self._reading, None
        return reading.result()


def overridden(preferences: Preferences, options: ViewerOptions) -> Preferences:
    """The visitor's preferences with what the command line asks for."""
    if options.language is not None:
        preferences = replace(preferences, language=options.language)
    if options.quality is not None:
        preferences = replace(preferences, quality=options.quality)
    if options.adaptive is not None:
        preferences = replace(preferences, adaptive=options.adaptive)
    return preferences


def key_names() -> dict[int, str]:
    """Pyglet's names of key symbols."""
    from pyglet.window import key

    names: dict[int, str] = key._key_names
    return names
