"""`almaty-tour catalogue --out DIR [ID...]`: a page a landmark, and sheets of all."""

from __future__ import annotations

from pathlib import Path

import click

from almaty_tour.base.assets import assets_dir
from almaty_tour.cli.options import (
    Size,
    known_landmark,
    loaded,
    progress,
    quality_option,
    writable,
)

PAGE, SHEET = "{}.jpg", "sheet-{}.jpg"


@click.command("catalogue")
@click.argument("ids", nargs=-1, metavar="[ID...]")
@click.option("--size", type=Size(), default="480x270", show_default=True, help="Of each view.")
@quality_option("high")
@click.option("--sheets-only", is_flag=True, help="Write the sheets, not the pages.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True)
def command(
    ids: tuple[str, ...], size: tuple[int, int], quality: str, sheets_only: bool, out: Path
) -> None:
    """Writes a page a landmark (front, corner, aerial; day and night) and contact sheets."""
    from almaty_tour.export.catalogue import pages, sheets, thumbnails
    from almaty_tour.export.studio import Studio

    for name in ids:
        known_landmark(name)
    writable(out / PAGE.format("catalogue"), (".jpg",))
    with Studio(assets_dir(), quality, size) as studio:
        landmarks = studio.stage.world.landmarks
        chosen = [landmarks[name] for name in ids] or [
            spec for spec in landmarks.values() if spec.model
        ]
        loaded(studio.stage)
        small = []
        with progress("pages") as report:
            if sheets_only:
                for number, one in enumerate(thumbnails(studio, chosen), 1):
                    small.append(one)
                    report(number, len(chosen))
            else:
                for number, page in enumerate(pages(studio, chosen), 1):
                    studio.save(page.picture, out / PAGE.format(page.landmark))
                    small.append(page.thumbnail)
                    report(number, len(chosen))
        for number, sheet in enumerate(sheets(small), 1):
            studio.save(sheet, out / SHEET.format(number))
    click.echo(out)
