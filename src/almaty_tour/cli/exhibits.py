"""`almaty-tour exhibits --out DIR [ID...]`: pictures of the exhibits from two sides."""

from __future__ import annotations

from pathlib import Path

import click

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import SettingError
from almaty_tour.cli.options import Size, progress, quality_option, warn, writable
from almaty_tour.content.exhibits import load_exhibits
from almaty_tour.session.state import Held

VIEWS_DEG = ((24.0, 16.0), (-52.0, 34.0))


@click.command("exhibits")
@click.argument("ids", nargs=-1, metavar="[ID...]")
@click.option("--size", type=Size(), default="720x720", show_default=True, help="Of each view.")
@quality_option("high")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True)
def command(ids: tuple[str, ...], size: tuple[int, int], quality: str, out: Path) -> None:
    """Draws exhibits on a plinth: ID-1.png and ID-2.png, two fixed views without a label."""
    from almaty_tour.export.cabinet import Cabinet
    from almaty_tour.export.studio import save_picture

    known, faults = load_exhibits(assets_dir() / "content")
    for fault in faults:
        warn(fault)
    for name in ids:
        if name not in known:
            raise SettingError.unknown("exhibit", name, known)
    writable(out / "exhibit.png", (".png",))
    chosen = ids or tuple(known)
    with Cabinet(assets_dir(), quality, size) as cabinet, progress("exhibits") as report:
        for number, name in enumerate(chosen, 1):
            for view, (azimuth_deg, elevation_deg) in enumerate(VIEWS_DEG, 1):
                picture = cabinet.picture(Held(name, azimuth_deg, elevation_deg))
                save_picture(picture, out / f"{name}-{view}.png")
            report(number, len(chosen))
    click.echo(out)
