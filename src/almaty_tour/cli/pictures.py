"""`almaty-tour pictures render|import|walls|list|remove`: the pictures of the gallery."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
import msgspec

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AssetError, SettingError
from almaty_tour.base.lock import alone
from almaty_tour.cli.main import FAULTS
from almaty_tour.cli.options import Size, loaded, progress, quality_option, warn
from almaty_tour.gallery.summary import REPORT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from almaty_tour.gallery.importing import Report
    from almaty_tour.gallery.library import Library

SHORTEST: Final = 6
"""Letters of a picture's number that mean it."""
MOST_ENDINGS: Final = 8
WORD: Final = "pictures"
"""What lines of progress begin with."""


@click.group("pictures")
def command() -> None:
    """Pictures of the gallery: makes the built-in ones, takes in those of a museum."""


@command.command("render")
@click.argument("ids", nargs=-1, metavar="[ID...]")
@click.option("--size", type=Size(), default="960x540", show_default=True)
@quality_option("high")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=None)
@click.option("--missing", is_flag=True, help="Only those that are not in the folder.")
def render(
    ids: tuple[str, ...], size: tuple[int, int], quality: str, out: Path | None, missing: bool
) -> None:
    """Makes the built-in pictures, or those named, by default into the shipped folder."""
    from almaty_tour.content.load import load_landmarks
    from almaty_tour.content.pictures import load_pictures

    content, folder = assets_dir() / "content", out or assets_dir() / "pictures"
    pictures, faults = load_pictures(content, load_landmarks(content)[0])
    for fault in faults:
        warn(fault)
    for name in ids:
        if name not in pictures:
            raise SettingError.unknown("picture", name, pictures)
    paths = {one.id: folder / f"{one.id}.jpg" for one in pictures.values()}
    chosen = [
        one
        for one in pictures.values()
        if (not ids or one.id in ids) and not (missing and paths[one.id].exists())
    ]
    from almaty_tour.export.made_pictures import made_picture, save_jpeg
    from almaty_tour.export.studio import Studio

    with Studio(assets_dir(), quality, size) as studio, progress("pictures") as report:
        loaded(studio.stage)
        for number, one in enumerate(chosen, 1):
            save_jpeg(made_picture(studio, one), paths[one.id])
            report(number, len(chosen))
    click.echo(folder)


@command.command("import")
@click.argument("given", nargs=-1, required=True, metavar="DIR...",
                type=click.Path(path_type=Path))  # fmt: skip
@click.option("--captions", metavar="FILE", type=click.Path(path_type=Path), default=None,
              help="A table of captions; DIR/captions.csv where it is there.")  # fmt: skip
@click.option("--each", is_flag=True, hidden=True, help="A line a picture, for the window.")
@click.pass_context
def import_pictures(
    ctx: click.Context, given: tuple[Path, ...], captions: Path | None, each: bool
) -> None:
    """Takes the pictures of DIR, or files, into the gallery; the originals are only read."""
    from almaty_tour.gallery import importing
    from almaty_tour.gallery.library import Library, library_place
    from almaty_tour.gallery.missing import MISSING
    from almaty_tour.gallery.summary import write_report
    from almaty_tour.session.own_folders import own_among
    from almaty_tour.session.userdata import user_data_dir

    if own := own_among(given):
        raise AssetError(own[0], f"is no folder of pictures of yours: {own[1]} is the program's")
    with alone(user_data_dir()), _telling(each) as report:
        library = Library(library_place(user_data_dir()))
        found = importing.import_pictures(given, library, captions, report)
        write_report(library.folder, found)
    found.notes += unknown_walls(library)
    missing = library.folder / MISSING
    used = captions is not None and captions.resolve() == missing.resolve()
    tell_import(found, given, missing, used)
    click.echo(f"what became of each file: {library.folder / REPORT}")
    ctx.exit(0 if found.taken or found.known or found.twice else FAULTS)


@command.command("walls")
def walls() -> None:
    """Names the places on the walls of the halls, and the picture that hangs in each."""
    from almaty_tour.content.interiors import load_interiors
    from almaty_tour.content.load import load_landmarks
    from almaty_tour.content.pictures import load_pictures
    from almaty_tour.session.hanging import gallery_places, hung

    content = assets_dir() / "content"
    made = tuple(load_pictures(content, load_landmarks(content)[0])[0])
    library = _library()
    for spec in load_interiors(content)[0].values():
        told = hung(gallery_places(spec), tuple(library.records.values()), made)
        for place, picture in told.items():
            known = library.records.get(picture)
            own = f"{picture[:12]}  {known.path}" if known else f"built-in  {picture}"
            click.echo(f"{place}  {own}")


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Everything, for programs.")
def list_pictures(as_json: bool) -> None:
    """Names the pictures that were imported, and what is missing of each."""
    library = _library()
    if as_json:
        rows = [msgspec.to_builtins(one) for one in library.records.values()]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for one in library.records.values():
        lacks = f"  no {', no '.join(one.missing)}" if one.missing else ""
        click.echo(f"{one.digest[:12]}  {one.path}{lacks}")
    click.echo(f"{len(library.records)} pictures in {library.folder}")


@command.command("remove")
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option("--last", is_flag=True, help="Those that the last import took in.")
@click.option("--all", "everything", is_flag=True, help="All of them.")
def remove(names: tuple[str, ...], last: bool, everything: bool) -> None:
    """Takes pictures out of the gallery; the originals stay.

    NAME is a picture's number, its file, or a folder that pictures were taken from.
    """
    if not names and not last and not everything:
        raise click.UsageError("name the pictures or their folder, or give --all or --last")
    from almaty_tour.gallery.undoing import came_last
    from almaty_tour.session.userdata import user_data_dir

    with alone(user_data_dir()):
        library = _library()
        chosen = set(library.records) if everything else set()
        chosen |= came_last(library) if last else set()
        for name in names:
            chosen |= _matching(library, name)
        click.echo(f"{library.remove(sorted(chosen))} taken out, {len(library.records)} left")


@contextmanager
def _telling(each: bool) -> Iterator[Callable[[int, int], None]]:
    """How far an import is: a line a picture, or as all other commands tell it."""
    if each:
        yield lambda done, everything: click.echo(f"{WORD} {done}/{everything}", err=True)
        return
    with progress(WORD) as report:
        yield report


def unknown_walls(library: Library) -> list[str]:
    """A line for each picture that is wanted on a wall which no hall has."""
    from almaty_tour.content.interiors import load_interiors
    from almaty_tour.session.hanging import gallery_places, lacks, rows_of

    def way(hang: str) -> str:
        rows = rows_of(places, hang)
        named = f"name a row: {', '.join(rows)}" if rows else ""
        return named or "almaty-tour pictures walls names them"

    interiors, _ = load_interiors(assets_dir() / "content")
    places = [place for spec in interiors.values() for place in gallery_places(spec)]
    return [
        f"{one.path}: there is no wall '{one.taken.hang}' ({way(one.taken.hang)})"
        for one in library.records.values()
        if lacks(places, one.taken.hang)
    ]


def _library() -> Library:
    from almaty_tour.gallery.library import Library, library_place
    from almaty_tour.session.userdata import user_data_dir

    return Library(library_place(user_data_dir()))


def _matching(library: Library, name: str) -> set[str]:
    """The digests that a name means: the beginning of a number, a file, its name or a folder."""
    from almaty_tour.gallery.undoing import came_from

    found = came_from(library, name) | {
        one.digest
        for one in library.records.values()
        if (len(name) >= SHORTEST and one.digest.startswith(name))
        or name in {one.path, Path(one.path).name}
    }
    if not found:
        told = (
            f"no picture came from {name}"
            if Path(name).is_dir()
            else f"there is no picture '{name}'"
        )
        raise SettingError(f"{told} (almaty-tour pictures list names them)")
    return found


def tell_import(found: Report, given: Sequence[Path], missing: Path, used: bool) -> None:
    """What became of the files: each odd one by name, then counts, then what is missing.

    `used` says that this import read `missing`.
    """
    for line in _odd_ones(found):
        click.echo(line, err=True)
    if not found.pictures:
        where = ", ".join(map(str, given))
        click.echo(f"{where} holds no picture (JPEG, PNG, TIFF, WebP or HEIC)")
    click.echo(
        f"{len(found.taken)} taken, {len(found.known)} known, {len(found.twice)} there twice, "
        f"{len(found.refused)} left out"
    )
    if count := found.others.total():
        files = "files" if count > 1 else "file"
        click.echo(f"{count} other {files} not looked at: {_endings(found.others)}")
    if found.kept:
        click.echo(f"the table that you filled in is kept: {found.kept}")
    if found.kept and not used:
        click.echo(f"take it in with\n  {_again(given, found.kept)}")
    if found.lacking:
        told = ", ".join(
            f"{found.lacking.count(what)} without {what}" for what in sorted(set(found.lacking))
        )
        click.echo(f"{told}: fill in {missing}, then\n  {_again(given, missing)}")


def _odd_ones(found: Report) -> list[str]:
    """A line for each file and each row that is left out or odd."""
    return [
        *(f"left out: {name}: {reason}" for name, reason in found.refused),
        *(f"note: {name}: {note}" for name, note in found.noted),
        *(f"note: {name}: is the same picture as {first}" for name, first in found.twice),
        *(f"note: {note}" for note in found.notes),
        *(f"note: captions: there is no picture '{name}'" for name in found.unmatched),
    ]


def _endings(others: Mapping[str, int]) -> str:
    """The endings of files, the most frequent first and not too many."""
    names = sorted(others, key=lambda name: (-others[name], name))
    return ", ".join([*names[:MOST_ENDINGS], "..."] if names[MOST_ENDINGS:] else names)


def _again(given: Sequence[Path], captions: Path) -> str:
    """The command that imports the same with a table, as a shell here reads it."""
    again = [str(one) for one in given if one.suffix.lower() != ".csv"]
    words = ["almaty-tour", "pictures", "import", *again, "--captions", str(captions)]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)
