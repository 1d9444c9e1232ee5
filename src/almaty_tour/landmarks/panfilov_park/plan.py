"""The plan of Panfilov Park: alleys, squares, lawns, and the plots of its members left free.

Park frame: origin at the cathedral, -y north to Gogol Street, +x west, +y south.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

F64 = npt.NDArray[np.float64]

EDGE = (-266.0, -173.5, 266.0, 179.5)
AXIS_Y = 2.2
DOSTYK_X, WEST_X, PUSHKIN_X = -145.0, 140.0, -7.0
CATHEDRAL = ((51.24, -47.69), (56.05, 44.18), (-47.81, 49.62), (-52.62, -42.25))
MEMORIAL = (-269.71, -23.77, -204.71, 30.23)
ROUNDS = ((DOSTYK_X, AXIS_Y, 17.0), (WEST_X, AXIS_Y, 17.0), (DOSTYK_X, 152.0, 15.0))
BED_RADIUS_M = 6.5


@cache
def members() -> BaseGeometry:
    """The plots whose ground belongs to the landmarks that stand in the park."""
    return unary_union([Polygon(CATHEDRAL), box(*MEMORIAL)])


@cache
def avenues() -> BaseGeometry:
    """The paved cross of main alleys with its round squares, members left out."""
    x0, y0, x1, y1 = EDGE
    lines = [
        _strip([(x0, AXIS_Y), (x1, AXIS_Y)], 10.0),
        _strip([(DOSTYK_X, AXIS_Y), (DOSTYK_X, y1)], 11.0),
        _strip([(PUSHKIN_X, y0), (PUSHKIN_X, y1)], 8.0),
        Polygon(CATHEDRAL).buffer(5.0, join_style="mitre"),
        box(*MEMORIAL).buffer(3.0, join_style="mitre"),
        *[Point(x, y).buffer(r, quad_segs=12) for x, y, r in ROUNDS],
    ]
    return unary_union(lines).intersection(box(*EDGE)).difference(members())


@cache
def paths() -> BaseGeometry:
    """The lesser alleys: a walk along the edge, two cross walks, the diagonals."""
    lines = [
        [(DOSTYK_X, -166.0), (DOSTYK_X, AXIS_Y)],
        [(WEST_X, -166.0), (WEST_X, 172.0)],
        [(-258.0, -90.0), (258.0, -90.0)],
        [(-258.0, 95.0), (258.0, 95.0)],
        [(45.0, 42.0), (258.0, 172.0)], [(45.0, -40.0), (258.0, -166.0)],
        [(-45.0, 45.0), (-145.0, 152.0)], [(-45.0, -38.0), (-258.0, -166.0)],
        [(-218.0, 30.0), (-258.0, 172.0)], [(-218.0, -24.0), (-258.0, -166.0)],
    ]  # fmt: skip
    ring = box(-258.0, -166.0, 258.0, 172.0).exterior
    walks = [_strip(line, 4.6) for line in lines]
    everything = unary_union([*walks, ring.buffer(2.4, join_style="mitre")])
    return everything.intersection(box(*EDGE)).difference(unary_union([avenues(), members()]))


@cache
def lawns() -> tuple[Polygon, ...]:
    """Every lawn; what is narrower than two metres is paved instead."""
    trodden = unary_union([avenues(), paths(), members().buffer(0.6, join_style="mitre")])
    rest = box(*EDGE).difference(trodden)
    opened = rest.buffer(-1.0, join_style="mitre").buffer(1.0, join_style="mitre")
    grass = opened.intersection(rest)
    return tuple(piece for piece in polygons(grass) if piece.area > 25.0)


def _strip(line: list[tuple[float, float]], width_m: float) -> BaseGeometry:
    return LineString(line).buffer(width_m / 2, cap_style="square", join_style="mitre")


def polygons(shape: BaseGeometry) -> list[Polygon]:
    """The polygons of a shape, cleaned of points that bend nothing."""
    parts = shape.geoms if isinstance(shape, MultiPolygon) else [shape]
    made = [part.simplify(0.02) for part in parts if isinstance(part, Polygon)]
    return [part for part in made if part.area > 1.0]


def ring(line: object) -> F64:
    """(k, 2) counter-clockwise points of a closed line, the last not repeated."""
    points = np.asarray(line.coords, np.float64)[:-1]  # type: ignore[attr-defined]
    x, y = points[:, 0], points[:, 1]
    turn = (x * np.roll(y, -1) - np.roll(x, -1) * y).sum()
    return points if turn > 0 else points[::-1].copy()
