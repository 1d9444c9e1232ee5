"""What comes onto the stage, in the order in which it is needed; broken things are told.

Each arrival is finished arrays: a chunk, the levels of a prop, or the town's picture.
"""

from __future__ import annotations

import io
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import AlmatyTourError, AssetError
from almaty_tour.content.strolls import FILE as STROLLS
from almaty_tour.content.strolls import load_strolls
from almaty_tour.geo.frame import yaw_of_bearing_rad
from almaty_tour.mesh.cache import load_library, load_model
from almaty_tour.scene.chunk import Chunk, Level
from almaty_tour.scene.collision import Met, Obstacles
from almaty_tour.scene.forest import Forest
from almaty_tour.scene.forest_land import ForestLand
from almaty_tour.scene.forest_taken import Taken
from almaty_tour.scene.imported import FOLDER as MAP_FOLDER
from almaty_tour.scene.imported import (
    HideRaster,
    imported_chunks,
    joined_paint,
    read_hide,
    thinned,
)
from almaty_tour.scene.imported_picture import PICTURE, laid_over
from almaty_tour.scene.life import Life, read_life
from almaty_tour.scene.load import Placement, mesh_level, model_chunk
from almaty_tour.scene.paint import GroundPaint, TownPicture, read_paint
from almaty_tour.scene.town import Town, read_town, town_chunks
from almaty_tour.session.draped import draped
from almaty_tour.session.world import World, pads

MAP_LIMIT_BYTES = 20_000_000


@dataclass(frozen=True)
class PropArrival:
    """The mesh of a prop, finest level first."""

    kind: str
    levels: tuple[Level, ...]


Arrival = (
    Chunk | PropArrival | TownPicture | GroundPaint | Life | Forest | Obstacles | AlmatyTourError
)


def arrivals(
    assets: Path, world: World, material_rows: Mapping[str, int], near: tuple[float, float]
) -> Iterator[Arrival]:
    """Everything of the outdoors: props, the landmarks near ones first, then the town.

    Args:
        material_rows: row of each material by name.
        near: x and y in metres; what is near them comes first.

    What bodies meet comes last.
    """
    met = Met()
    taken = Taken(world.terrain)
    taken.add_pads(pads(world.landmarks))
    for arrival in _all(assets, world, material_rows, near):
        if isinstance(arrival, Chunk):
            met.add(arrival)
            taken.add_chunk(arrival)
        elif isinstance(arrival, GroundPaint):
            taken.add_paint(arrival)
        yield arrival
    yield Forest(ForestLand(world.terrain, taken).ready())
    yield met.obstacles(world.ground)


def _all(
    assets: Path, world: World, material_rows: Mapping[str, int], near: tuple[float, float]
) -> Iterator[Arrival]:
    yield from _props(assets, material_rows)
    built = [place for place in world.places.values() if world.landmarks[place.id].model]
    order = sorted(built, key=lambda p: np.hypot(p.x_m - near[0], p.y_m - near[1]))
    first, later = order[:2], order[2:]
    for place in first:
        yield _landmark(assets, world, place.id, material_rows)
    hide = None
    if world.map_folder is not None:
        yield from imported_chunks(world.map_folder, world.ground, material_rows, near)
        hide = yield from _hide(world.map_folder)
    yield from _town(assets, world, hide)
    for place in later:
        yield _landmark(assets, world, place.id, material_rows)


def _landmark(
    assets: Path, world: World, name: str, material_rows: Mapping[str, int]
) -> Chunk | AlmatyTourError:
    spec, place = world.landmarks[name], world.places[name]
    try:
        model = load_model(assets / "models" / spec.model)
    except AlmatyTourError as fault:
        return fault
    props = model.props
    if world.made_for is not None:
        props = draped(props, place, world.terrain, world.made_for)
    return model_chunk(
        f"landmark.{name}",
        model.levels,
        Placement((place.x_m, place.y_m, place.ground_m), yaw_of_bearing_rad(place.bearing_deg)),
        material_rows,
        props=props,
        collision=model.collision,
        moving=model.moving,
    )


def _props(assets: Path, material_rows: Mapping[str, int]) -> Iterator[Arrival]:
    try:
        library = load_library(assets / "models" / "props.glb")
    except AlmatyTourError as fault:
        yield fault
        return
    for kind, model in library.items():
        rows = worn_by(kind, material_rows)
        levels = (mesh_level(level.mesh, level.error_m, rows) for level in model.levels)
        yield PropArrival(kind, tuple(levels))


def worn_by(kind: str, material_rows: Mapping[str, int]) -> dict[str, int]:
    """The rows of materials as a prop has them: leaves have rows of their own by the prop."""
    end = f"@{kind}"
    own = {name[: -len(end)]: row for name, row in material_rows.items() if name.endswith(end)}
    return {**material_rows, **own}


def _hide(folder: Path) -> Generator[Arrival, None, HideRaster | None]:
    """Where the built-in town gives way to the imported map; a damaged raster is told."""
    try:
        return read_hide(folder)
    except AlmatyTourError as fault:
        yield fault
        return None


def _town(assets: Path, world: World, hide: HideRaster | None) -> Iterator[Arrival]:
    folder = assets / "city"
    try:
        town = thinned(read_town(folder), hide)
    except AlmatyTourError as fault:
        yield fault
        return
    try:
        yield _town_picture(folder, town, world.map_folder if hide is not None else None)
    except AlmatyTourError as fault:
        yield fault
    yield from _paint(folder, world, hide)
    yield from town_chunks(town, world.ground)
    yield from _life(folder, world, hide)


def _paint(folder: Path, world: World, hide: HideRaster | None) -> Iterator[Arrival]:
    """What is painted on the ground; where that of an imported map is damaged, the town's own."""
    try:
        own = read_paint(folder)
    except AlmatyTourError as fault:
        yield fault
        return
    try:
        yield joined_paint(own, world.map_folder, hide)
    except AlmatyTourError as fault:
        yield fault
        yield own


def _life(folder: Path, world: World, hide: HideRaster | None) -> Iterator[Arrival]:
    try:
        places = {one.id: (one.x_m, one.y_m, one.ground_m) for one in world.places.values()}
        strolls = load_strolls(folder.parent / "content" / STROLLS)
        life, chunks = read_life(folder, world.ground, places, hide, strolls)
    except AlmatyTourError as fault:
        yield fault
        return
    yield life
    yield from chunks


def _town_picture(folder: Path, town: Town, data: Path | None) -> TownPicture:
    west, south, east, north = town.extent_m
    seen = _picture(folder / "map.png")
    theirs = None if data is None else data / MAP_FOLDER / PICTURE
    if theirs is not None and theirs.is_file():
        seen = laid_over(seen, _picture(theirs))
    made = TownPicture(
        seen, _picture(folder / "cover.png"),
        west, south, (east - west, north - south),
    )  # fmt: skip
    made.levels, made.cover_levels  # noqa: B018 - made here, in the thread that reads
    return made


def _picture(path: Path) -> npt.NDArray[np.uint8]:
    from PIL import Image

    data = read_bounded(path, MAP_LIMIT_BYTES)
    try:
        with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
            if max(image.size) > 4096:
                raise ValueError(f"it has {image.size[0]} x {image.size[1]} pixels")
            rgba = np.asarray(image if image.mode == "RGBA" else image.convert("RGBA"))
    except (OSError, ValueError, SyntaxError) as error:
        raise AssetError(path, f"is not a picture that can be read: {error}") from error
    return rgba[::-1]
