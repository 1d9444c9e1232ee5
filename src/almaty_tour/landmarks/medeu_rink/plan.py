"""The rink's plan: the ice, the circle of the front, levels and paints.

z = 0 is the forecourt; the ice lies 11 m above it. -y is down the valley (north-west), +x is
the side of the main stand.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]

ICE_Z_M: Final = 11.0
GROUND_Z_M: Final = 10.2
BEND_Y_M: Final = 50.0
"""The two bends are half circles about (0, +-50)."""
ICE_R_M: Final = 42.0
TRACK_M: Final = 15.0
FRONT_Y_M: Final = -44.0
"""Middle of the circles of the front wall, the banks and the gallery: (0, -44)."""
WALL_R_M: Final = 62.0
BANK_R_M: Final = 72.0
GALLERY_R_M: Final = 86.0
TERRACE_Z_M: Final = 3.7
BANK_DEG: Final = (20.0, 48.0)
RIM_DEG: Final = 55.0

CONCRETE = Paint("concrete", "#D2D1CC")
PALE = Paint("concrete", "#E6E4DE")
FACET = Paint("concrete", "#C9C7BF")
WHITE = Paint("plaster", "#ECEBE6")
RAMP = Paint("ashlar", "#DACDAD")
OCHRE = Paint("painted_metal", "#C98F3E")
TIMBER = Paint("wood", "#A96F42")
BROWN = Paint("painted_metal", "#8A5A3C")
MAROON = Paint("wood", "#6E3230")
SEAT = Paint("wood", "#C9B08A")
GREY_SEAT = Paint("wood", "#8C8078")
RED = Paint("painted_metal", "#C2302B")
LETTER = Paint("lettering", "#C2402F")
BLACK = Paint("bronze_dark", "#3A3B40")
STEEL = Paint("steel", "#C3C7CA")
RAIL = Paint("painted_metal", "#B4B8BA")
DARK = Paint("painted_metal", "#35393D")
PAVING = Paint("paving", "#BDB7AB")
ASPHALT = Paint("asphalt", "#747475")
LAWN = Paint("lawn", "#7E9459")
ROOF = Paint("roof_flat", "#A5A29B")
PLATE = Paint("roof_metal", "#46586A")
WATER = Paint("pool_water")
LAMP = Paint("lamp_glass")
ICE = Paint("ice", "#FFFFFF")


def on_front(radius_m: npt.ArrayLike, angle_deg: npt.ArrayLike) -> F64:
    """(..., 2) points of the front's circles; 0 degrees is straight ahead, + is right (+x)."""
    angle = np.radians(np.asarray(angle_deg, np.float64))
    radius = np.asarray(radius_m, np.float64)
    return np.stack([radius * np.sin(angle), FRONT_Y_M - radius * np.cos(angle)], axis=-1)


def stadium(radius_m: float, steps: int = 40) -> F64:
    """(k, 2) the outline `radius_m` from the spine of the oval, counter-clockwise."""
    turn = np.radians(np.linspace(0.0, 180.0, steps + 1))
    bend = np.stack([np.cos(turn), np.sin(turn)], axis=1) * radius_m
    south = np.add(bend, [0.0, BEND_Y_M])
    return np.concatenate([south, -south])


def south_arc(radius_m: float, start_deg: float, end_deg: float, steps: int) -> F64:
    """(k, 2) part of the uphill bend; 0 degrees is +x, counter-clockwise."""
    turn = np.radians(np.linspace(start_deg, end_deg, steps + 1))
    ring = np.stack([np.cos(turn), np.sin(turn)], axis=1) * radius_m
    return np.add(ring, [0.0, BEND_Y_M])


def rods(starts: npt.ArrayLike, ends: npt.ArrayLike, width_m: float, paint: Paint) -> MeshData:
    """Three-sided bars without end faces between (..., 3) points: thin members of lattices."""
    first = np.asarray(starts, np.float64).reshape(-1, 3)
    last = np.asarray(ends, np.float64).reshape(-1, 3)
    way = (last - first) / np.linalg.norm(last - first, axis=1, keepdims=True)
    level = np.abs(way[:, 2:]) < 0.9
    aside = np.cross(way, np.where(level, [0.0, 0.0, 1.0], [0.0, 1.0, 0.0]))
    aside /= np.linalg.norm(aside, axis=1, keepdims=True)
    above = np.cross(aside, way)
    turn = np.radians([90.0, 210.0, 330.0])[:, None, None]
    ring = width_m / 2 * (np.cos(turn) * aside + np.sin(turn) * above)
    here, there = first + ring, last + ring
    beside, over = np.roll(here, -1, axis=0), np.roll(there, -1, axis=0)
    return quadrilaterals(np.stack([here, there, over, beside], axis=2), paint)
