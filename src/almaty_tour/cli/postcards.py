"""`almaty-tour postcards --out DIR`: the views chosen for their beauty, large."""

from __future__ import annotations

from pathlib import Path

import click

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import SettingError
from almaty_tour.cli.options import Size, loaded, progress, quality_option, warn
from almaty_tour.content.postcards import load_postcards


@click.command("postcards")
@click.argument("ids", nargs=-1, metavar="[ID...]")
@click.option("--size", type=Size(), default="1920x1080", show_default=True)
@quality_option("high")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True)
def command(ids: tuple[str, ...], size: tuple[int, int], quality: str, out: Path) -> None:
    """Writes the postcards, or those named, as pictures into a folder."""
    cards, faults = load_postcards(assets_dir() / "content")
    for fault in faults:
        warn(fault)
    for name in ids:
        if name not in cards:
            raise SettingError.unknown("postcard", name, cards)
    from almaty_tour.export.postcards import postcard
    from almaty_tour.export.studio import Studio

    with Studio(assets_dir(), quality, size) as studio:
        loaded(studio.stage)
        chosen = [card for name, card in cards.items() if not ids or name in ids]
        with progress("postcards") as report:
            for number, card in enumerate(chosen, 1):
                path = out / f"{card.order:02d}-{card.id}.png"
                studio.save(postcard(studio, card), path)
                report(number, len(chosen))
    click.echo(out)
