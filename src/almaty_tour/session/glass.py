"""The glass cases of an interior: over which stands, how large, and what they mirror."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.content.interiors import InteriorSpec, RoomLight, Stand
from almaty_tour.mesh.data import MeshData
from almaty_tour.render.materials import MaterialTable
from almaty_tour.scene.cases import SIDE, GlassCases
from almaty_tour.scene.surround import seen_from, strewn

F32 = npt.NDArray[np.float32]

INSET_M: Final = 0.005
"""From the edge of the plinth to the metal of the case."""
METAL: Final = 0.7
"""Of light that a surface throws back to all sides, metal keeps so much."""
GLOSS: Final = 0.014
"""Of the room's light that any surface throws back without its colour."""
LAMPS: Final = 3.0
"""How many times brighter a lamp is in glass than a picture can show it."""


def case_size_m(stand: Stand) -> tuple[float, float, float]:
    """Width, depth and height of the case over a stand."""
    side = stand.width_m - 2.0 * INSET_M
    return side, side, stand.case_m


def glass_cases(
    spec: InteriorSpec, exhibits: Iterable[str], room: MeshData, table: MaterialTable
) -> GlassCases | None:
    """The cases over those stands whose exhibit is there; None where there are none."""
    there = frozenset(exhibits)
    stands = [one for one in spec.stands if one.case_m > 0.0 and one.exhibit in there]
    if not stands:
        return None
    foot = np.array([one.at_m for one in stands]) + [[0.0, 0.0, one.plinth_m] for one in stands]
    size = np.array([case_size_m(one) for one in stands], np.float32)
    turn = [math.radians(180.0 - one.heading_deg) for one in stands]
    middles = foot + size * [0.0, 0.0, 0.5]
    points = strewn(room, light_of(room, spec.light, table))
    seen = [
        seen_from(middle, *points, SIDE, dark=spec.light.backdrop, from_m=one.width_m)
        for middle, one in zip(middles, stands, strict=True)
    ]
    return GlassCases(foot, np.array(turn, np.float32), size, np.stack(seen))


def light_of(room: MeshData, light: RoomLight, table: MaterialTable) -> F32:
    """(n, 3) f4 about what an eye sees of each vertex of a room: lamps, and what they light.

    The light of the spots is in the tint of the vertices; see `render.indoors` for the rest.
    """
    rows = np.array([table.row(name) for name in room.materials])[room.material]
    tint = room.tint.astype(np.float64) / 255.0
    metal = table.rows[rows, 1, 1][:, None]
    colour = tint[:, :3] ** 2.2 * table.rows[rows, 0, :3] * (1.0 - METAL * metal)
    walls, ceiling, floor, key = (
        np.array(one) for one in (light.walls, light.ceiling, light.floor, light.key)
    )
    heading, height = (math.radians(angle) for angle in light.key_from_deg)
    level = math.cos(height)
    towards = (math.sin(heading) * level, math.cos(heading) * level, math.sin(height))
    up = room.normals[:, 2:].astype(np.float64)
    fallen = 0.5 * walls + 0.25 * (ceiling + floor) + 0.5 * (ceiling - floor) * up
    direct = np.maximum(room.normals @ np.array(towards), 0.0)[:, None] * key / math.pi
    sky = tint[:, 3:] * (0.65 + 0.35 * tint[:, 3:])  # as `surface.glsl` has it
    glow = table.rows[rows, 1, 3][:, None] * (light.lamps * LAMPS)
    sky = np.maximum(fallen, 0.0) * sky
    return np.asarray(colour * (sky + direct + glow) + GLOSS * sky, np.float32)
