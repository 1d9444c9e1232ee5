"""`almaty-tour dem import FILE... | reset | status`: the user's own heights."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.extras import HEIGHTS, need_gis
from almaty_tour.base.lock import alone
from almaty_tour.base.progress import Step
from almaty_tour.cli.options import tell_step

if TYPE_CHECKING:
    from almaty_tour.city.dem.importer import Outcome


@click.group("dem")
def command() -> None:
    """The ground from your own heights: SRTM tiles or GeoTIFFs."""


@command.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...",
                type=click.Path(path_type=Path))  # fmt: skip
@click.option("--credit", metavar="TEXT", help="Whose heights these are, shown on the screen.")
def import_files(files: tuple[Path, ...], credit: str | None) -> None:
    """Lays FILEs (.hgt, .hgt.zip, .tif) over the ground, in place of an earlier import."""
    from almaty_tour.session.userdata import user_data_dir

    need_gis(HEIGHTS)
    with alone(user_data_dir()):
        import_heights(files, credit)


@command.command("reset")
def reset() -> None:
    """Goes back to the shipped ground."""
    from almaty_tour.base.swap import removed
    from almaty_tour.geo.imported import heights_place
    from almaty_tour.session.userdata import user_data_dir

    with alone(user_data_dir()):
        gone = removed(heights_place(user_data_dir()))
    click.echo("the shipped ground is back" if gone else "nothing was imported")


@command.command("status")
def status() -> None:
    """Tells what is imported."""
    from almaty_tour.geo.imported import imported_heights
    from almaty_tour.session.userdata import user_data_dir

    found = imported_heights(user_data_dir(), assets_dir() / "terrain")
    if found is None:
        click.echo("the shipped ground is shown; nothing is imported")
        return
    click.echo(f"imported heights are shown, {found.credit}: {found.folder}")
    for name in found.files:
        click.echo(f"  {name}")


def import_heights(files: tuple[Path, ...], credit: str | None = None) -> None:
    """What `dem import` does; `city download --dem` ends with the same."""
    from almaty_tour.city.dem import importer
    from almaty_tour.geo.imported import FOLDER
    from almaty_tour.session.userdata import user_data_dir

    target = user_data_dir() / FOLDER
    done = importer.import_heights(files, assets_dir(), target, tell_step, _derived, credit)
    for line in _told(done):
        click.echo(line)


def _derived(folder: Path) -> None:
    """Surface classes, light and paint of new heights, by the bakery's own rules."""
    from almaty_tour.bake.relief import derive

    tell_step(Step.LIGHTING.value)
    derive(folder)


def _told(done: Outcome) -> list[str]:
    share = 100.0 * done.measured / max(done.measured + done.filled + done.shifted, 1)
    lines = [
        f"{len(done.files)} files, {done.spacing_m:.0f} m between heights",
        f"{share:.2f} % of the covered ground measured; voids: {done.filled} nodes from their rim, "
        f"{done.shifted} wider ones keep the present form",
        f"the ground moved by {done.moved_m:+.1f} m (median)",
    ]
    if done.kept:
        lines.append(f"land kept under {', '.join(done.kept)}")
    return lines
