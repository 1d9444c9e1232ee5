"""Where everything stands on Kok-Tobe, in the park's frame.

The origin is the upper bull wheel of the ropeway on the level plateau; -y looks down the rope
to the city, -x is the rim over the gorge, +x the side of the restaurants.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from almaty_tour.kit import profile
from almaty_tour.kit.paint import Paint

F64 = npt.NDArray[np.float64]
Spot = tuple[float, float]

GROUND_M = 0.06
PAVING = Paint("paving", "#B5ADA1")
STRIPE = Paint("paving", "#6E6B68")
SETTS = Paint("paving", "#B08A7C")
KERB = Paint("granite", "#A8A199")
LAWN = Paint("lawn", "#57883A")
ASPHALT = Paint("asphalt", "#76757A")
WHITE = Paint("painted_metal", "#EDEFF0")
GREY = Paint("painted_metal", "#8F969C")
DARK = Paint("painted_metal", "#33363A")
GLASS = Paint("window", "#8FA0AC")
CREAM = Paint("plaster", "#D9BF9C")
TIMBER = Paint("wood", "#A9764A")

PLAZA = profile.line(
    (-38, -50),
    (22, -38),
    (54, -25),
    (80, -8),
    (88, 14),
    (84, 36),
    (50, 60),
    (44, 84),
    (30, 98),
    (0, 103),
    (-24, 88),
    (-34, 64),
    (-50, 48),
    (-66, 36),
    (-74, 20),
    (-66, -28),
)
BEATLES: Spot = (-30.24, -40.81)
"""The bench has a model of its own; this much paving, turned with it, is left to it."""
BEATLES_SIZE, BEATLES_TURN_DEG = (9.0, 7.0), 37.67
APPLE: Spot = (-56.9, 34.4)
WHEEL: Spot = (-31.0, 47.0)
CAROUSEL: Spot = (-48.0, -22.0)
STILTS: Spot = (-58.0, 9.0)
ZOO: Spot = (98.0, 76.0)
ZOO_M = 6.0
TOP: Spot = (128.0, 112.0)
TOP_M = 8.4
CARS = profile.line((68, -6), (78.5, -6), (86, 14), (82.5, 34), (68, 40))

LAWNS = (
    profile.line((-62, -29), (-45, -42.5), (-42, -38.5), (-57, -25.5)),
    profile.line((-22, -45), (-4, -41.5), (-4, -33), (-15, -30), (-22, -35)),
    profile.line((5, -38.5), (21, -35.5), (33, -30), (33, -17), (17, -17), (5, -30)),
    profile.line((60, -19), (76, -7.5), (66, -7.5), (60, -12)),
    profile.line((54, 46), (76, 37.5), (52, 55), (50, 52)),
    profile.line((20, 96), (30, 95.5), (41.5, 83), (46, 64), (40, 66), (36, 80), (27, 90)),
)
"""Lawns with low kerbs, outlines counter-clockwise."""


def plaza() -> Polygon:
    """The paved plateau without the plot of the bench, the lawns and the car park."""
    whole = Polygon(PLAZA).difference(Polygon(_bench_plot()))
    for lawn in (*LAWNS, CARS):
        whole = whole.difference(Polygon(lawn))
    return whole


def _bench_plot() -> F64:
    c, s = np.cos(np.radians(BEATLES_TURN_DEG)), np.sin(np.radians(BEATLES_TURN_DEG))
    return np.asarray(profile.rectangle(*BEATLES_SIZE) @ np.array([[c, s], [-s, c]]) + BEATLES)


def polygons(shape: BaseGeometry) -> list[Polygon]:
    """The pieces with an area, counter-clockwise."""
    parts = getattr(shape, "geoms", [shape])
    return [orient(p) for p in parts if isinstance(p, Polygon) and p.area > 0.05]


def rings(piece: Polygon) -> tuple[F64, list[F64]]:
    """Outline and holes without the repeated last point."""
    return _ring(piece.exterior.coords), [_ring(hole.coords) for hole in piece.interiors]


def cells(shape: BaseGeometry, size_m: float) -> list[Polygon]:
    """The shape cut by a wide grid."""
    x0, y0, x1, y1 = shape.bounds
    found: list[Polygon] = []
    for x in np.arange(x0, x1, size_m):
        for y in np.arange(y0, y1, size_m):
            found += polygons(shape.intersection(box(x, y, x + size_m, y + size_m)))
    return found


def on(spots: npt.ArrayLike, z_m: float = GROUND_M) -> F64:
    """(k, 3) places of (k, 2) spots at a height."""
    plan = np.asarray(spots, np.float64).reshape(-1, 2)
    return np.column_stack([plan, np.full(len(plan), z_m)])


def _ring(coords: npt.ArrayLike) -> F64:
    return np.array(coords, np.float64)[:-1, :2]
