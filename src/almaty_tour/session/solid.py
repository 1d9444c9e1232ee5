"""The world with all its obstacles and no renderer: what checks of tours need."""

from __future__ import annotations

from pathlib import Path

from almaty_tour.base.errors import AlmatyTourError
from almaty_tour.content.interiors import InteriorSpec
from almaty_tour.scene.chunk import Chunk
from almaty_tour.scene.collision import obstacles
from almaty_tour.session.arrivals import arrivals
from almaty_tour.session.hall_arrivals import Ground, hall_arrivals
from almaty_tour.session.world import World, load_world


def solid_world(assets: Path) -> tuple[World, list[AlmatyTourError]]:
    """The world of the shipped files, and the faults of what was left out."""
    world = load_world(assets)
    faults = list(world.faults)
    chunks = []
    for arrival in arrivals(assets, world, {}, (0.0, 0.0)):
        if isinstance(arrival, Chunk):
            chunks.append(arrival)
        elif isinstance(arrival, AlmatyTourError):
            faults.append(arrival)
    for spec in world.interiors.values():
        faults += _inside(assets, world, spec)
    return world.with_obstacles(obstacles(chunks, world.ground)), faults


def _inside(assets: Path, world: World, spec: InteriorSpec) -> list[AlmatyTourError]:
    """Tells the world what bodies meet in an interior; its faults."""
    faults: list[AlmatyTourError] = []
    for arrival in hall_arrivals(assets, world, spec, {}):
        if isinstance(arrival, Ground):
            world.set_inner(spec.id, arrival.met, arrival.ways)
            break
        if isinstance(arrival, AlmatyTourError):
            faults.append(arrival)
    return faults
