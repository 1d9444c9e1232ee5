"""`almaty-tour city import FILE | reset | status`: the user's own map."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.extras import MAPS, need_gis
from almaty_tour.base.lock import alone
from almaty_tour.cli._city_download import download
from almaty_tour.cli.options import tell_step

if TYPE_CHECKING:
    from almaty_tour.scene.imported import ImportedMap


@click.group("city")
def command() -> None:
    """The city from your own map of OpenStreetMap."""


command.add_command(download)


@command.command("import")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
def import_file(file: Path) -> None:
    """Builds the city from FILE (.osm.pbf, .osm, Overpass JSON, GeoJSON) where it is dense."""
    from almaty_tour.session.userdata import user_data_dir

    need_gis(MAPS)
    with alone(user_data_dir()):
        import_map_file(file)


@command.command("reset")
def reset() -> None:
    """Goes back to the built-in city; nothing shipped was ever changed."""
    from almaty_tour.base.swap import removed
    from almaty_tour.scene.imported import import_place
    from almaty_tour.session.userdata import user_data_dir

    with alone(user_data_dir()):
        gone = removed(import_place(user_data_dir()))
    click.echo("the built-in city is back" if gone else "nothing was imported")


@command.command("status")
def status() -> None:
    """Tells what is imported."""
    from almaty_tour.scene.imported import read_import
    from almaty_tour.session.userdata import user_data_dir

    found = read_import(user_data_dir())
    if found is None:
        click.echo("the built-in city is shown; nothing is imported")
    else:
        click.echo(_told(found, user_data_dir()))


def import_map_file(file: Path) -> None:
    """What `city import` does; `city download` goes on with the same."""
    from almaty_tour.city.osm.importing import import_map
    from almaty_tour.session.userdata import user_data_dir

    data = user_data_dir()
    told = import_map(file, data, assets_dir(), tell_step)
    click.echo(_told(told, data))


def _told(found: ImportedMap, data: Path) -> str:
    date = f" of {found.date}" if found.date else ""
    return (
        f"map {found.file}{date} is shown, {found.credit}, {found.licence}\n"
        f"{found.drawn} buildings drawn, {found.landmark} gave way to landmarks, "
        f"{found.skipped} left out: {data / 'city' / 'report.json'}"
    )
