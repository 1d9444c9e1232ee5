"""`almaty-tour city download`: today's map, and heights, from public services."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from almaty_tour import __version__
from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AlmatyTourError, AssetError
from almaty_tour.base.extras import EXTRAS, MAPS, need_gis
from almaty_tour.base.lock import alone
from almaty_tour.cli.options import warn

if TYPE_CHECKING:
    from almaty_tour.city.fetch_settings import Box, Services

FOLDER = "download"
OLDEST = timedelta(days=2)
"""Parts that are older do not belong to today's map."""


@click.command("download")
@click.option("--box", "words", metavar="WEST,SOUTH,EAST,NORTH", help="Degrees; without: the town.")
@click.option("--dem", is_flag=True, help="Heights too, in place of the shipped ground.")
def download(words: str | None, dem: bool) -> None:
    """Gets today's map of a box and imports it; stop it with Ctrl-C and run it again to go on."""
    from almaty_tour.city.fetch_settings import box_of, read_services
    from almaty_tour.session.userdata import user_data_dir

    need_gis(EXTRAS["gis"] if dem else MAPS)
    services = read_services(assets_dir() / "content")
    box = services.box if words is None else box_of(words)
    with alone(user_data_dir()):
        _kept(user_data_dir() / FOLDER, services, box, dem)


def _kept(folder: Path, services: Services, box: Box, dem: bool) -> None:
    """Downloads into a folder and imports; what has come is kept only where it was stopped."""
    try:
        _fresh(folder)
        _download(folder, services, box, dem)
        shutil.rmtree(folder, ignore_errors=True)
    except KeyboardInterrupt:
        warn(f"stopped; what has come is kept in {folder}, run it again to go on")
        raise click.exceptions.Abort from None
    except OSError as error:
        raise AssetError(folder, f"cannot be used: {error.strerror or error}") from error


def _download(folder: Path, services: Services, box: Box, dem: bool) -> None:
    """Everything is loaded before anything is imported."""
    from almaty_tour.city.fetch import Line, Manners
    from almaty_tour.city.fetch_heights import fetch_heights
    from almaty_tour.city.fetch_map import fetch_map
    from almaty_tour.cli.city import import_map_file
    from almaty_tour.cli.dem import import_heights

    line = Line(
        Manners(
            agent=services.agent.replace("{version}", __version__),
            pause_s=services.pause_s,
            tries=services.tries,
            timeout_s=services.timeout_s,
            longest_wait_s=services.longest_wait_s,
            most_s=services.most_s,
        )
    )
    map_file = fetch_map(line, services.map, box, folder, warn)
    heights = services.heights
    tiles = fetch_heights(line, heights, heights.box, folder, warn) if dem else []
    try:
        import_map_file(map_file)
        if tiles:
            import_heights(tuple(tiles), heights.credit)
    except AlmatyTourError:
        shutil.rmtree(folder, ignore_errors=True)  # a bad file would fail again and again
        raise


def _fresh(folder: Path) -> None:
    """The folder of parts, without those of days ago."""
    folder.mkdir(parents=True, exist_ok=True)
    limit = datetime.now(UTC) - OLDEST
    for path in folder.iterdir():
        if path.is_file() and datetime.fromtimestamp(path.stat().st_mtime, UTC) < limit:
            path.unlink()
