"""`almaty-tour golden check|record|diff [NAME...]`: golden pictures of a checkout."""

from __future__ import annotations

import tomllib
from pathlib import Path

import click

from almaty_tour.app.gallery import Gallery
from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import ExportError, SettingError
from almaty_tour.cli.main import FAULTS
from almaty_tour.export.golden import Scene, difference, read_picture, read_scenes, write_report
from almaty_tour.export.studio import save_picture

DRIVER_FILE = "driver.toml"
PINNED = "llvmpipe"


@click.command("golden")
@click.argument("what", type=click.Choice(["check", "record", "diff"]))
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option(
    "--folder", type=click.Path(path_type=Path), default=Path("tests/golden"), show_default=True
)
@click.option(
    "--report", type=click.Path(path_type=Path), default=Path("out/golden"), show_default=True
)
@click.pass_context
def command(
    ctx: click.Context, what: str, names: tuple[str, ...], folder: Path, report: Path
) -> None:
    """Draws the scenes of FOLDER/scenes.toml and compares, records or shows them."""
    scenes = _chosen(read_scenes(folder / "scenes.toml"), names)
    gallery = Gallery(assets_dir())
    if what == "record":
        _record(gallery, scenes, folder)
        return
    same = _recorded_driver(folder) == gallery.driver
    faults = 0 if names else _strangers(folder, scenes)
    for name, scene in scenes.items():
        ours, golden = gallery.picture(scene), read_picture(folder / f"{name}.png")
        found = difference(ours, golden)
        good = found.passes(same)
        faults += not good
        click.echo(f"{'ok  ' if good else 'FAIL'} {name}: {found}")
        if not good or what == "diff":
            click.echo(f"     {write_report(report, name, ours, golden)}")
    click.echo(
        f"{faults} faults; recorded on '{_recorded_driver(folder)}', drawn on '{gallery.driver}'"
    )
    ctx.exit(FAULTS if faults and what == "check" else 0)


def _chosen(scenes: dict[str, Scene], names: tuple[str, ...]) -> dict[str, Scene]:
    for name in names:
        if name not in scenes:
            raise SettingError.unknown("scene", name, scenes)
    return {name: scene for name, scene in scenes.items() if not names or name in names}


def _record(gallery: Gallery, scenes: dict[str, Scene], folder: Path) -> None:
    if not gallery.driver.startswith(PINNED):
        raise ExportError(f"goldens are recorded on {PINNED} only, this is '{gallery.driver}'")
    for name, scene in scenes.items():
        save_picture(gallery.picture(scene), folder / f"{name}.png")
        click.echo(folder / f"{name}.png")
    text = f'# The driver that drew the pictures beside this file.\nrenderer = "{gallery.driver}"\n'
    (folder / DRIVER_FILE).write_text(text, "utf-8")


def _recorded_driver(folder: Path) -> str:
    try:
        return str(tomllib.loads((folder / DRIVER_FILE).read_text("utf-8")).get("renderer", ""))
    except (OSError, tomllib.TOMLDecodeError):
        return ""


def _strangers(folder: Path, scenes: dict[str, Scene]) -> int:
    extra = sorted({path.stem for path in folder.glob("*.png")} - set(scenes))
    for name in extra:
        click.echo(f"FAIL {name}.png has no scene")
    return len(extra)
