"""Values that several verbs read from the command line."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AlmatyTourError, AssetError, ExportError, SettingError
from almaty_tour.base.spaces import interior_of
from almaty_tour.camera.state import CameraState
from almaty_tour.content.weather import DEFAULT_WEATHER

if TYPE_CHECKING:
    from almaty_tour.session.stage import Stage
    from almaty_tour.tour.film import Film

PICTURES = (".png", ".jpg", ".jpeg")
LONGEST_SIDE_PX = 8192
CAMERA_RANGES = (
    ("LAT", 41.0, 45.5),
    ("LON", 74.0, 80.0),
    ("ALT", -500.0, 20_000.0),
    ("HEADING", -360.0, 360.0),
    ("PITCH", -89.0, 89.0),
    ("FOV", 5.0, 120.0),
)
Command = Callable[..., Any]


class Size(click.ParamType[tuple[int, int]]):
    """WxH in pixels."""

    name = "WxH"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        if isinstance(value, tuple):
            return int(value[0]), int(value[1])
        width, _, height = str(value).lower().partition("x")
        if not (width.isdecimal() and height.isdecimal()):
            self.fail(f"'{value}' is not a size; write for example 1280x720", param, ctx)
        size = int(width), int(height)
        if not all(16 <= side <= LONGEST_SIDE_PX for side in size):
            self.fail(f"'{value}': each side must be 16 to {LONGEST_SIDE_PX} pixels", param, ctx)
        return size


class LocalTime(click.ParamType[datetime]):
    """An ISO time, local in Almaty."""

    name = "ISO"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        from almaty_tour.geo.sun import local_time

        if isinstance(value, datetime):
            return value
        try:
            return local_time(str(value))
        except ValueError:
            self.fail(f"'{value}' is not a time; write for example 2026-06-21T18:30", param, ctx)


class CameraOption(click.ParamType[CameraState]):
    """LAT,LON,ALT,HEADING,PITCH[,FOV]: degrees, metres above sea level."""

    name = "LAT,LON,ALT,HEADING,PITCH[,FOV]"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> CameraState:
        if isinstance(value, CameraState):
            return value
        parts = str(value).split(",")
        try:
            numbers = [float(part) for part in parts]
        except ValueError:
            numbers = []
        if len(numbers) not in {5, 6}:
            self.fail(f"'{value}' is not {self.name}", param, ctx)
        for (name, low, high), number in zip(CAMERA_RANGES, numbers, strict=False):
            if not low <= number <= high:
                self.fail(
                    f"'{value}': {name} is {number:g}, must be {low:g} to {high:g}", param, ctx
                )
        from almaty_tour.app.gallery import camera_of

        return camera_of(tuple(numbers))


class InnerCamera(click.ParamType[tuple[float, ...]]):
    """X,Y,Z,HEADING,PITCH[,FOV] within an interior: metres and degrees."""

    name = "X,Y,Z,HEADING,PITCH[,FOV]"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, ...]:
        try:
            numbers = tuple(float(part) for part in str(value).split(","))
        except ValueError:
            numbers = ()
        if len(numbers) not in {5, 6} or not all(abs(one) <= 1000.0 for one in numbers):
            self.fail(f"'{value}' is not {self.name}", param, ctx)
        return numbers


def language_option(default: str = "en") -> Callable[[Command], Command]:
    """`--lang`."""
    from almaty_tour.content.model import LANGUAGES

    return click.option("--lang", type=click.Choice(LANGUAGES), default=default, show_default=True)


def warn(fault: AlmatyTourError | str) -> None:
    """One line on stderr."""
    click.echo(f"almaty-tour: {fault}", err=True)


def tell_step(words: str) -> None:
    """What a long command is at, on stderr; no fault, so without the name of the program."""
    click.echo(words, err=True)


def loaded(stage: Stage, film: Film | None = None) -> None:
    """Puts all on the stage, a film's interiors too; what is left out is told on stderr."""
    stage.load_all()
    names = () if film is None else dict.fromkeys(map(interior_of, film.spaces))
    for name in filter(None, names):
        stage.halls.load_all(stage.world, name)
    for fault in stage.faults:
        warn(fault)


def writable(path: Path, endings: tuple[str, ...]) -> None:
    """Returns when `path` can hold a new file of a kind known here, else ExportError."""
    if path.suffix.lower() not in endings:
        raise ExportError(f"{path}: the name must end in {', '.join(endings)}")
    if path.is_dir():
        raise ExportError(f"{path}: is a folder (give a file name)")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path.parent):
            pass
    except OSError as error:
        raise ExportError(f"{path}: {error.strerror or error} (choose another --out)") from error


def quality_option(default: str) -> Callable[[Command], Command]:
    """`--quality`."""
    from almaty_tour.render.quality import PRESETS

    names = sorted(PRESETS)
    return click.option("--quality", type=click.Choice(names), default=default, show_default=True)


def weather_option() -> Callable[[Command], Command]:
    """`--weather`."""
    return click.option(
        "--weather", metavar="KIND", default=DEFAULT_WEATHER, show_default=True,
        callback=_known_weather, help="For example rain or snow.",
    )  # fmt: skip


def _known_weather(_ctx: click.Context, _param: click.Parameter, name: str) -> str:
    """The id of a kind of weather that there is; SettingError for another."""
    from almaty_tour.content.weather import load_weathers

    known, _ = load_weathers(assets_dir() / "content")
    if name not in known and name != DEFAULT_WEATHER:
        raise SettingError.unknown("weather", name, known)
    return name


@contextmanager
def progress(words: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on stderr; call it with done and all."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn(words),
        BarColumn(),
        TextColumn("{task.completed:.0f}/{task.total:.0f}"),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _told_in_tenths(words)
        return
    with Progress(*columns, console=console) as bar:
        task = bar.add_task(words, total=1)

        def report(done: int, everything: int) -> None:
            bar.update(task, completed=done, total=everything)

        yield report


def _told_in_tenths(words: str) -> Callable[[int, int], None]:
    """A line for every tenth, for logs and pipes."""
    told = 0

    def report(done: int, everything: int) -> None:
        nonlocal told
        tenth = done * 10 // max(everything, 1)
        if tenth > told:
            told = tenth
            click.echo(f"{words} {done}/{everything}", err=True)

    return report


def known_tour(name: str) -> str:
    """The id of a tour that there is; SettingError before anything heavy is loaded."""
    from almaty_tour.content.load import load_tours

    tours, _ = load_tours(assets_dir() / "content")
    if name not in tours:
        raise SettingError.unknown("tour", name, tours)
    return name


def known_interior(name: str) -> str:
    """The id of an interior that there is, before anything heavy is loaded."""
    from almaty_tour.content.interiors import load_interiors

    interiors, _ = load_interiors(assets_dir() / "content")
    if name not in interiors:
        raise SettingError.unknown("interior", name, interiors)
    return name


def known_landmark(name: str) -> str:
    """The id of a landmark that there is, with its model if it has one, before all is loaded.

    SettingError for an unknown id; AssetError where the model's file is missing.
    """
    from almaty_tour.content.load import load_landmarks

    landmarks, _ = load_landmarks(assets_dir() / "content")
    if name not in landmarks:
        raise SettingError.unknown("landmark", name, landmarks)
    model = assets_dir() / "models" / landmarks[name].model
    if landmarks[name].model and not model.is_file():
        raise AssetError(model, "is missing", hint=f"almaty-tour bake {name}")
    return name
