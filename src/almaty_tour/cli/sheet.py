"""`almaty-tour sheet TOUR`: a contact sheet, one picture a stop."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from almaty_tour.base.assets import assets_dir
from almaty_tour.cli.options import (
    PICTURES,
    LocalTime,
    Size,
    known_tour,
    language_option,
    loaded,
    progress,
    quality_option,
    writable,
)


@click.command("sheet")
@click.argument("tour")
@click.option("--time", "moment", type=LocalTime(), help="Light of this time, not the tour's own.")
@click.option("--size", type=Size(), default="640x360", show_default=True, help="Of each picture.")
@quality_option("medium")
@language_option()
@click.option("--out", type=click.Path(path_type=Path), required=True)
def command(
    tour: str, moment: datetime | None, size: tuple[int, int], quality: str, lang: str, out: Path
) -> None:
    """Writes one picture a stop of a tour onto one sheet."""
    from almaty_tour.export.sheet import tour_sheet
    from almaty_tour.export.studio import Studio
    from almaty_tour.session.userdata import user_data_dir

    known_tour(tour)
    writable(out, PICTURES)
    with Studio(assets_dir(), quality, size, user_data_dir(), lang) as studio:
        loaded(studio.stage, studio.stage.world.film(tour))
        with progress("pictures") as report:
            sheet = tour_sheet(studio, tour, lang, report, moment)
        studio.save(sheet, out)
    click.echo(out)
