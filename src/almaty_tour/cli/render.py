"""`almaty-tour render TOUR`: the tour as a video."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from almaty_tour.base.assets import assets_dir
from almaty_tour.cli.options import (
    Size,
    known_tour,
    language_option,
    loaded,
    progress,
    quality_option,
    warn,
    writable,
)

if TYPE_CHECKING:
    from almaty_tour.export.studio import Studio
    from almaty_tour.export.video import Captions

ENDINGS = (".mp4", ".mkv", ".mov")


@click.command("render")
@click.argument("tour")
@click.option("--size", type=Size(), default="1280x720", show_default=True)
@click.option("--fps", type=click.IntRange(1, 120), default=30, show_default=True)
@quality_option("high")
@language_option()
@click.option("--smooth", is_flag=True, help="Draw at twice the size and average; slow.")
@click.option("--no-captions", is_flag=True, help="Leave the captions out.")
@click.option("--out", type=click.Path(path_type=Path), required=True)
def command(
    tour: str,
    size: tuple[int, int],
    fps: int,
    quality: str,
    lang: str,
    smooth: bool,
    no_captions: bool,
    out: Path,
) -> None:
    """Plays a tour offscreen into a video, every frame complete."""
    from almaty_tour.export import video
    from almaty_tour.export.studio import Studio
    from almaty_tour.session.userdata import user_data_dir

    known_tour(tour)
    writable(out, ENDINGS)
    with Studio(assets_dir(), quality, size, user_data_dir(), lang) as studio:
        studio.smooth = smooth
        film = studio.stage.world.film(tour)
        loaded(studio.stage, film)
        captions = (lambda _: None) if no_captions else _captions(studio, tour, size, lang)
        pictures = video.frames(studio, film, fps, captions)
        count = video.frame_count(film, fps)
        with progress("frames") as report:
            if video.video_available():
                video.write_video(pictures, count, size, fps, out, report)
            else:
                out = out.with_suffix("")
                video.write_pictures(pictures, count, out, report)
    if out.is_dir():
        warn(f"frames are in {out}; {video.HOW_TO_GET_VIDEO}")
    click.echo(out)


def _captions(studio: Studio, tour: str, size: tuple[int, int], lang: str) -> Captions:
    from almaty_tour.app.proofs import Proofs, touring

    proofs, world = Proofs(assets_dir(), size, chrome=False), studio.stage.world
    return lambda second: proofs.caption(world, touring(world, tour, second, lang))
