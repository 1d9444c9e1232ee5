"""`almaty-tour check [PATH...]`: content, tours and assets."""

from __future__ import annotations

from pathlib import Path

import click

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AlmatyTourError, ContentError
from almaty_tour.cli.main import FAULTS
from almaty_tour.content.load import load_landmark, load_tour
from almaty_tour.content.texts import check_words
from almaty_tour.session.solid import solid_world
from almaty_tour.session.world import World
from almaty_tour.tour.check import check_film
from almaty_tour.tour.film import compile_tour


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...]) -> None:
    """Checks content, tours and models; with PATHs only those files."""
    assets = assets_dir()
    world, missing = solid_world(assets)
    faults = _files(world, paths) if paths else _everything(assets, world, missing)
    for fault in faults:
        click.echo(fault)
    click.echo(f"{len(faults)} fault{'' if len(faults) == 1 else 's'}")
    ctx.exit(FAULTS if faults else 0)


def _everything(assets: Path, world: World, missing: list[AlmatyTourError]) -> list[str]:
    faults = [str(fault) for fault in missing]
    faults += [str(fault) for fault in check_words(assets / "content")]
    for name in world.tours:
        faults += _tour_faults(world, name)
    return faults


def _tour_faults(world: World, name: str) -> list[str]:
    try:
        film = world.film(name)
    except AlmatyTourError as fault:
        return [f"tour {name}: {fault}"]
    return [str(fault) for fault in check_film(film, world.places, world.obstacles)]


def _files(world: World, paths: tuple[Path, ...]) -> list[str]:
    faults: list[str] = []
    for path in paths:
        try:
            faults += _file(world, path)
        except AlmatyTourError as fault:
            faults.append(str(fault))
    return faults


def _file(world: World, path: Path) -> list[str]:
    if path.suffix.lower() == ".glb":
        from almaty_tour.mesh.glb import read_model

        read_model(path)
        return []
    if path.suffix.lower() != ".toml":
        raise ContentError(path, "is neither a TOML nor a GLB file")
    if _is_tour(path):
        film = compile_tour(load_tour(path), world.places, world.ground)
        return [str(fault) for fault in check_film(film, world.places, world.obstacles)]
    load_landmark(path)
    return []


def _is_tour(path: Path) -> bool:
    try:
        return "[[steps]]" in path.read_text("utf-8") or path.parent.name == "tours"
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(path, f"cannot be read: {error}") from error
