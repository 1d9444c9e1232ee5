"""The parts of the land that are baked by name: ground, textures, town, sounds."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from almaty_tour.base.assets import assets_dir
from almaty_tour.geo.frame import yaw_of_bearing_rad
from almaty_tour.mesh.glb import read_model
from almaty_tour.session.flight import arrival_view
from almaty_tour.session.world import World, load_world

if TYPE_CHECKING:
    from almaty_tour.city.sights import Sight

F64 = npt.NDArray[np.float64]
Report = Callable[[str], None]
OVERHEAD_M = 12.0


def _ground(folder: Path, report: Report) -> None:
    from almaty_tour.bake import terrain

    terrain.run(report, folder)


def _textures(folder: Path, report: Report) -> None:
    from almaty_tour.bake import textures

    textures.run(report, folder)


def _sounds(folder: Path, report: Report) -> None:
    from almaty_tour.bake import sounds

    sounds.run(report, folder)


def _town(folder: Path, report: Report) -> None:
    from almaty_tour.city.town import make_town

    world = load_world(assets_dir())
    built = [name for name, spec in world.landmarks.items() if spec.model]
    plots = [_plot(world, name) for name in built]
    make_town(folder, world.terrain, plots, report, [_sight(world, name) for name in built])


def _sight(world: World, name: str) -> Sight:
    """The view of a landmark on arrival."""
    from almaty_tour.city.sights import Sight

    place = world.places[name]
    eye = arrival_view(place).eye
    over_m = eye[2] - place.ground_m
    return Sight(
        (eye[0], eye[1], over_m), (place.x_m, place.y_m), place.radius_m, 0.2 * place.height_m
    )


def _plot(world: World, name: str) -> F64:
    """(k, 3, 2) f8 triangles of a landmark's model near the ground on the map, metres.

    What is higher than `OVERHEAD_M` over the land leaves it free: ropes, not eaves.
    """
    mesh = read_model(assets_dir() / "models" / world.landmarks[name].model).mesh
    place = world.places[name]
    turn = yaw_of_bearing_rad(place.bearing_deg)
    rotation = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    points = mesh.positions[:, :2].astype(np.float64) @ rotation + np.array([place.x_m, place.y_m])
    land_m = world.terrain.height_m(points[:, 0], points[:, 1])
    over_m = mesh.positions[:, 2] + place.ground_m - land_m
    low = over_m[mesh.faces].min(axis=1) < OVERHEAD_M
    return np.asarray(points[mesh.faces[low]], np.float64)


PARTS: dict[str, tuple[str, Callable[[Path, Report], None]]] = {
    "terrain": ("terrain", _ground),
    "textures": ("textures", _textures),
    "town": ("city", _town),
    "sounds": ("audio", _sounds),
}


def make(name: str, check: bool, report: Report) -> list[str]:
    """Makes a part into its folder of assets; with `check` compares every byte instead."""
    folder, build = PARTS[name]
    target = assets_dir() / folder
    if not check:
        build(target, report)
        return []
    with tempfile.TemporaryDirectory() as scratch:
        build(Path(scratch), report)
        made = {path.name: path.read_bytes() for path in Path(scratch).iterdir() if path.is_file()}
    return [
        f"{target / file}: differs from what the code makes (almaty-tour bake {name})"
        for file, data in sorted(made.items())
        if not (target / file).is_file() or (target / file).read_bytes() != data
    ]
