"""`almaty-tour check [PATH...]`: content, tours and assets."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import click

from almaty_tour.base.assets import assets_dir, read_bounded
from almaty_tour.base.errors import AlmatyTourError, AssetError, ContentError, SettingError
from almaty_tour.cli.main import FAULTS
from almaty_tour.content.exhibits import load_exhibit
from almaty_tour.content.history import load_events
from almaty_tour.content.load import MAX_TOML_BYTES, load_landmark, load_tour
from almaty_tour.content.model import Tour
from almaty_tour.content.postcards import load_postcard
from almaty_tour.content.region import FILE, load_region
from almaty_tour.content.texts import check_words
from almaty_tour.content.weather import load_weather
from almaty_tour.mesh.cache import load_model
from almaty_tour.render.leaves import load_leaves
from almaty_tour.render.materials import load_materials
from almaty_tour.session.solid import solid_world
from almaty_tour.session.standing import standing
from almaty_tour.session.world import World
from almaty_tour.tour.check import check_film
from almaty_tour.tour.film import compile_tour

HEIGHT_STEP_M = 0.5
READERS: dict[str, Callable[[Path], object]] = {
    "exhibits": load_exhibit,
    "history": load_events,
    "landmarks": load_landmark,
    "postcards": load_postcard,
    "weather": load_weather,
}
"""What reads a file of content by its folder; a file elsewhere is taken for a landmark."""
Solid = Callable[[], tuple[World, list[AlmatyTourError]]]


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...]) -> None:
    """Checks content, tours and models; with PATHs only those files."""
    assets = assets_dir()
    solid = cache(lambda: solid_world(assets))
    faults = _files(solid, paths) if paths else _everything(assets, solid)
    for fault in faults:
        click.echo(fault)
    click.echo(f"{len(faults)} fault{'' if len(faults) == 1 else 's'}")
    ctx.exit(FAULTS if faults else 0)


def _everything(assets: Path, solid: Solid) -> list[str]:
    world, missing = solid()
    faults: list[object] = [*missing, *check_words(assets / "content"), *_looks(assets, world)]
    for name in world.tours:
        faults += _tour_faults(world, name)
    return [str(fault) for fault in faults]


def _tour_faults(world: World, name: str) -> list[str]:
    try:
        film = world.film(name)
    except AlmatyTourError as fault:
        return [f"tour {name}: {fault}"]
    faults = [str(fault) for fault in check_film(film, world.places, world.obstacles, world.inside)]
    return [*_staging_faults(world, film.tour), *faults]


def _staging_faults(world: World, tour: Tour) -> list[str]:
    """Names of a tour that nothing bears: its event, its weather."""
    named = (("event", tour.event, world.history), ("weather", tour.weather, world.weathers))
    return [
        f"tour {tour.id}: {SettingError.unknown(what, name, known)}"
        for what, name, known in named
        if name and name not in known
    ]


def _looks(assets: Path, world: World) -> list[AlmatyTourError]:
    """Materials and textures: all there, and every material of a model known."""
    path = assets / "content" / "materials.toml"
    try:
        table = load_materials(path)
    except AlmatyTourError as fault:
        return [fault]
    faults: list[AlmatyTourError] = []
    try:
        load_leaves(path.with_name("leaves.toml"))
    except AlmatyTourError as fault:
        faults.append(fault)
    try:
        load_region(assets / "content" / FILE)
    except AlmatyTourError as fault:
        faults.append(fault)
    for name in filter(None, table.layers):
        faults += _picture_faults(assets / "textures" / f"{name}.png")
    for spec in filter(lambda spec: spec.model, world.landmarks.values()):
        path = assets / "models" / spec.model
        faults += _model_faults(path, set(table.names), spec.height_m, world, spec.id)
    return faults


def _picture_faults(path: Path) -> list[AlmatyTourError]:
    from PIL import Image

    try:
        with Image.open(path) as image:
            image.verify()
    except (OSError, SyntaxError, ValueError) as error:
        what = "is missing" if isinstance(error, FileNotFoundError) else "is not a picture"
        return [AssetError(path, what, hint="almaty-tour bake textures")]
    return []


def _model_faults(
    path: Path, known: set[str], height_m: float, world: World, name: str
) -> list[AlmatyTourError]:
    try:
        levels = load_model(path).levels
    except AlmatyTourError:
        return []  # the solid world has told it
    used = {name for level in levels for name in level.mesh.materials}
    faults: list[AlmatyTourError] = [
        AssetError(path, f"there is no material '{name}'", hint="see materials.toml")
        for name in sorted(used - known)
    ]
    top_m = float(levels[0].mesh.bounds_m[1][2])
    if abs(top_m - height_m) > HEIGHT_STEP_M:
        what = f"is {top_m:.1f} m high, its TOML says {height_m:.1f}"
        faults.append(AssetError(path, what, hint="bake it again or mend height_m"))
    stands = standing(world, world.places[name], levels[0].mesh)
    hint = "mend the pads of its TOML"
    return [*faults, *(AssetError(path, what, hint=hint) for what in stands.faults)]


def _files(solid: Solid, paths: tuple[Path, ...]) -> list[str]:
    faults: list[str] = []
    for path in paths:
        try:
            faults += _file(solid, path)
        except AlmatyTourError as fault:
            faults.append(str(fault))
    return faults


def _file(solid: Solid, path: Path) -> list[str]:
    if path.suffix.lower() == ".glb":
        from almaty_tour.mesh.glb import read_model

        read_model(path)
    elif path.suffix.lower() != ".toml" or path.is_dir():
        raise ContentError(path, "is neither a TOML nor a GLB file")
    elif path.name == "materials.toml":
        load_materials(path)
    elif path.name == "leaves.toml":
        load_leaves(path)
    elif _is_tour(path):
        world, _ = solid()
        film = compile_tour(load_tour(path), world.places, world.ground, world.rooms)
        faults = [
            str(fault) for fault in check_film(film, world.places, world.obstacles, world.inside)
        ]
        return [*_staging_faults(world, film.tour), *faults]
    else:
        READERS.get(path.resolve().parent.name, load_landmark)(path)
    return []


def _is_tour(path: Path) -> bool:
    words = read_bounded(path, MAX_TOML_BYTES)
    return b"[[steps]]" in words or path.parent.name == "tours"
