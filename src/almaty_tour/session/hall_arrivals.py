"""What comes into an interior: its model, what bodies meet in it, the exhibits on its stands."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from almaty_tour.base.errors import AlmatyTourError
from almaty_tour.content.interiors import InteriorSpec, Stand
from almaty_tour.mesh.cache import load_model
from almaty_tour.mesh.data import MeshData
from almaty_tour.mesh.simplify import LevelMesh
from almaty_tour.render.materials import MaterialTable
from almaty_tour.scene.cases import GlassCases
from almaty_tour.scene.chunk import Chunk
from almaty_tour.scene.collision import Obstacles, obstacles
from almaty_tour.scene.load import Placement, model_chunk
from almaty_tour.scene.ways import Ways, ways_of
from almaty_tour.session.glass import glass_cases
from almaty_tour.session.room_squares import in_squares
from almaty_tour.session.world import World, level_floor

CENTIMETRE: Final = 0.01
FINE_M: Final = 0.0004
"""Levels of an exhibit that are finer than that are left to the plinth where it is looked at."""
SIGHT: Final = 60.0
"""From how many times its size, and a little, an exhibit is drawn."""


@dataclass(frozen=True)
class Ground:
    """What bodies meet in an interior, and the ways through it."""

    met: Obstacles
    ways: Ways


HallArrival = Chunk | Ground | GlassCases | AlmatyTourError


def hall_arrivals(
    assets: Path,
    world: World,
    spec: InteriorSpec,
    material_rows: Mapping[str, int],
    table: MaterialTable | None = None,
) -> Iterator[HallArrival]:
    """Everything of an interior, the room first; broken things are told and left out.

    Glass cases come last, and only with the `table` of materials that tells what they mirror.
    """
    try:
        model = load_model(assets / "models" / spec.model)
    except AlmatyTourError as fault:
        yield fault
        return
    divided, wants = in_squares(model.levels[0], spec.light.key_enu, table)
    room = model_chunk(
        f"interior.{spec.id}",
        [divided],
        Placement((0.0, 0.0, 0.0)),
        material_rows,
        collision=model.collision,
        moving=model.moving,
        space=spec.space,
    )
    room = replace(room, wants=wants)
    yield room
    met = obstacles([room], level_floor(spec.floor_m))
    yield Ground(met, ways_of(met, spec.portals[0].inside_m[2]))
    for stand in spec.stands:
        if stand.exhibit in world.exhibits:
            try:
                yield exhibit_chunk(assets, spec, stand, material_rows)
            except AlmatyTourError as fault:
                yield fault
    cases = table and glass_cases(spec, world.exhibits, model.levels[0].mesh, table)
    if cases:
        yield cases


def exhibit_chunk(
    assets: Path, spec: InteriorSpec, stand: Stand, material_rows: Mapping[str, int]
) -> Chunk:
    """An exhibit on its plinth; AssetError when its model cannot be read."""
    size = CENTIMETRE * stand.scale
    found = load_model(assets / "models" / f"{stand.exhibit}.glb").levels
    levels = [
        LevelMesh(_scaled(one.mesh, size), one.error_m * size) for one in _coarse(found, size)
    ]
    x, y, z = stand.at_m
    radius_m = float(np.linalg.norm(np.ptp(levels[0].mesh.positions, axis=0))) / 2.0
    return model_chunk(
        f"stand.{spec.id}.{stand.exhibit}",
        levels,
        Placement((x, y, z + stand.plinth_m), math.radians(180.0 - stand.heading_deg)),
        material_rows,
        view_distance_m=SIGHT * (radius_m + 0.2),
        space=spec.space,
    )


def _coarse(levels: tuple[LevelMesh, ...], size: float) -> tuple[LevelMesh, ...]:
    """The levels from the one on that is fine enough for eyes before a plinth."""
    good = [number for number, one in enumerate(levels) if one.error_m * size <= FINE_M]
    return levels[max(good, default=0) :]


def _scaled(data: MeshData, size: float) -> MeshData:
    """A smaller mesh; its texture keeps the size that it has in the exhibit's own frame."""
    return replace(data, positions=(data.positions * np.float32(size)).astype(np.float32))
