"""`almaty-tour shot`: one picture, offscreen."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import SettingError
from almaty_tour.camera.state import CameraState
from almaty_tour.cli.options import (
    PICTURES,
    CameraOption,
    LocalTime,
    Size,
    language_option,
    loaded,
    quality_option,
    writable,
)

DEFAULT_TIME = "2026-06-21T17:30"


@click.command("shot")
@click.option("--at", "landmark", metavar="ID", help="A good view of a landmark.")
@click.option("--camera", type=CameraOption(), help="Degrees; ALT in metres above sea level.")
@click.option("--time", "moment", type=LocalTime(), default=DEFAULT_TIME, show_default=True)
@click.option("--size", type=Size(), default="1280x720", show_default=True)
@quality_option("high")
@language_option()
@click.option("--ui", "with_ui", is_flag=True, help="With the interface over it.")
@click.option("--out", type=click.Path(path_type=Path), required=True)
def command(
    landmark: str | None,
    camera: CameraState | None,
    moment: datetime,
    size: tuple[int, int],
    quality: str,
    lang: str,
    with_ui: bool,
    out: Path,
) -> None:
    """Writes one picture of the city."""
    if (landmark is None) == (camera is None):
        raise SettingError("say where: either --at ID or --camera LAT,LON,ALT,HEADING,PITCH")
    from almaty_tour.export.studio import Studio

    writable(out, PICTURES)
    with Studio(assets_dir(), quality, size) as studio:
        view = camera or studio.arrival(str(landmark))
        loaded(studio.stage)
        overlay = None
        if with_ui:
            from almaty_tour.app.proofs import Proofs, exploring

            world = studio.stage.world
            state = exploring(world, view, moment, lang, landmark)
            overlay = Proofs(assets_dir(), size).overlay(world, state)
        studio.save(studio.picture(view, moment, overlay=overlay), out)
    click.echo(out)
