"""What comes onto the stage, in the order in which it is needed; broken things are told.

Each arrival is finished arrays: a chunk, the levels of a prop, or the town's picture.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import AlmatyTourError, AssetError
from almaty_tour.geo.frame import yaw_of_bearing_rad
from almaty_tour.mesh.cache import load_library, load_model
from almaty_tour.scene.chunk import Chunk, Level
from almaty_tour.scene.load import Placement, mesh_level, model_chunk
from almaty_tour.scene.town import read_town, town_chunks
from almaty_tour.session.world import World

MAP_LIMIT_BYTES = 20_000_000


@dataclass(frozen=True)
class PropArrival:
    """The mesh of a prop, finest level first."""

    kind: str
    levels: tuple[Level, ...]


@dataclass(frozen=True)
class TownPicture:
    """The town from above: (h, w, 4) u1 sRGB and share, rows from the south."""

    rgba: npt.NDArray[np.uint8]
    half_side_m: float


Arrival = Chunk | PropArrival | TownPicture | AlmatyTourError


def arrivals(
    assets: Path, world: World, material_rows: Mapping[str, int], near: tuple[float, float]
) -> Iterator[Arrival]:
    """Everything of the outdoors: props, the landmarks near ones first, then the town.

    Args:
        material_rows: row of each material by name.
        near: x and y in metres; what is near them comes first.
    """
    yield from _props(assets, material_rows)
    built = [place for place in world.places.values() if world.landmarks[place.id].model]
    order = sorted(built, key=lambda p: np.hypot(p.x_m - near[0], p.y_m - near[1]))
    first, later = order[:2], order[2:]
    for place in first:
        yield _landmark(assets, world, place.id, material_rows)
    yield from _town(assets, world)
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
    return model_chunk(
        f"landmark.{name}",
        [(level.mesh, level.error_m) for level in model.levels],
        Placement((place.x_m, place.y_m, place.ground_m), yaw_of_bearing_rad(place.bearing_deg)),
        material_rows,
        props=model.props,
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
        levels = (mesh_level(level.mesh, level.error_m, material_rows) for level in model.levels)
        yield PropArrival(kind, tuple(levels))


def _town(assets: Path, world: World) -> Iterator[Arrival]:
    folder = assets / "city"
    try:
        town = read_town(folder)
    except AlmatyTourError as fault:
        yield fault
        return
    try:
        yield _town_picture(folder / "map.png", town.half_side_m)
    except AlmatyTourError as fault:
        yield fault
    yield from town_chunks(town, world.ground)


def _town_picture(path: Path, half_side_m: float) -> TownPicture:
    from PIL import Image

    data = read_bounded(path, MAP_LIMIT_BYTES)
    try:
        with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
            if max(image.size) > 4096:
                raise ValueError(f"it has {image.size[0]} x {image.size[1]} pixels")
            rgba = np.asarray(image.convert("RGBA"))
    except (OSError, ValueError, SyntaxError) as error:
        raise AssetError(path, f"is not a picture that can be read: {error}") from error
    return TownPicture(np.ascontiguousarray(rgba[::-1]), half_side_m)
