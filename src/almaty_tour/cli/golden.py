"""`almaty-tour golden check|record|diff [NAME...]`: golden pictures of a checkout."""

from __future__ import annotations

from pathlib import Path

import click

from almaty_tour.app.gallery import Gallery
from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import ExportError, SettingError
from almaty_tour.cli.main import FAULTS
from almaty_tour.export.golden import (
    DRIVER_FILE,
    SCENES_FILE,
    Scene,
    difference,
    loose_ends,
    read_driver,
    read_picture,
    read_scenes,
    write_driver,
    write_report,
)
from almaty_tour.export.studio import save_picture

PINNED = "llvmpipe"
FOLDER = click.Path(path_type=Path)


@click.command("golden")
@click.argument("what", type=click.Choice(["check", "record", "diff"]))
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option("--folder", type=FOLDER, default=Path("tests/golden"), show_default=True)
@click.option("--report", type=FOLDER, default=Path("out/golden"), show_default=True)
@click.pass_context
def command(
    ctx: click.Context, what: str, names: tuple[str, ...], folder: Path, report: Path
) -> None:
    """Draws the scenes of FOLDER/scenes.toml and compares, records or shows them."""
    scenes = read_scenes(folder / SCENES_FILE)
    chosen = _chosen(scenes, names)
    faults = [] if what == "record" or names else loose_ends(folder, scenes)
    gallery = Gallery(assets_dir())
    if what == "record":
        _record(gallery, chosen, folder, everything=not names)
    else:
        for name, scene in chosen.items():
            if (folder / f"{name}.png").is_file():
                faults += _compared(gallery, name, scene, folder, report, always=what == "diff")
            elif names:
                faults.append(f"{name}.png has not been recorded")
        for fault in faults:
            click.echo(f"FAIL {fault}")
        click.echo(f"{len(faults)} faults")
    ctx.exit(FAULTS if faults and what == "check" else 0)


def _chosen(scenes: dict[str, Scene], names: tuple[str, ...]) -> dict[str, Scene]:
    for name in names:
        if name not in scenes:
            raise SettingError.unknown("scene", name, scenes)
    return {name: scene for name, scene in scenes.items() if not names or name in names}


def _compared(
    gallery: Gallery, name: str, scene: Scene, folder: Path, report: Path, *, always: bool
) -> list[str]:
    """The fault of one scene, or none; the report is written for faults and when asked for."""
    recorded = read_driver(folder)
    ours, golden = gallery.picture(scene), read_picture(folder / f"{name}.png")
    found = difference(ours, golden)
    good = found.passes(recorded == gallery.driver)
    if always or not good:
        click.echo(f"     {write_report(report, name, ours, golden)}")
    if good:
        click.echo(f"ok   {name}: {found}")
        return []
    return [f"{name}: {found}; recorded on '{recorded}', drawn on '{gallery.driver}'"]


def _record(gallery: Gallery, scenes: dict[str, Scene], folder: Path, *, everything: bool) -> None:
    if not gallery.driver.startswith(PINNED):
        raise ExportError(f"goldens are recorded on {PINNED} only, this is '{gallery.driver}'")
    recorded = read_driver(folder)
    if not everything and recorded not in {"", gallery.driver}:
        raise ExportError(
            f"{folder / DRIVER_FILE}: the others were recorded on '{recorded}', this is "
            f"'{gallery.driver}' (record all of them)"
        )
    for name, scene in scenes.items():
        save_picture(gallery.picture(scene), folder / f"{name}.png")
        click.echo(folder / f"{name}.png")
    write_driver(folder, gallery.driver)
