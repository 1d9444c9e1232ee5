"""Walls cut into bays between their openings, each bay of small faces.

One wall of twenty windows is one large plate of slivers; shade baked into its few vertices
smears over the whole. In bays the same wall shades like a wall.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.mesh.data import MeshData, merge

LEAST_PIER_M = 0.4


def bayed_wall(
    length_m: float,
    height_m: float,
    paint: Paint,
    openings: Sequence[Placed] = (),
    *,
    edge_m: float = 2.4,
) -> MeshData:
    """`wall.wall` of the same arguments, without an edge longer than `edge_m`."""
    cuts = [0.0, *_cuts(openings), length_m]
    pieces = []
    for start, end in pairwise(cuts):
        mine = [
            Placed(placed.x_m - start, placed.z_m, placed.opening)
            for placed in openings
            if start < placed.x_m < end
        ]
        bay = wall(end - start, height_m, paint, mine)
        pieces.append(transform.move(diced(bay, edge_m), start))
    return merge(pieces)


def bayed_walls(
    outline: npt.ArrayLike,
    height_m: float,
    paint: Paint,
    sides: Mapping[int, Sequence[Placed]] | None = None,
    *,
    z_m: float = 0.0,
    edge_m: float = 2.4,
) -> MeshData:
    """`wall.walls` of the same arguments, in bays of small faces."""
    points = np.asarray(outline, np.float64).reshape(-1, 2)
    pieces = []
    for index, (a, b) in enumerate(zip(points, np.roll(points, -1, axis=0), strict=True)):
        length = float(np.linalg.norm(b - a))
        openings = (sides or {}).get(index, ())
        face = bayed_wall(length, height_m, paint, openings, edge_m=edge_m)
        pieces.append(transform.on_edge(face, a, b, z_m))
    return merge(pieces)


def _cuts(openings: Sequence[Placed]) -> list[float]:
    """The middles of the piers between openings that do not stand over one another."""
    spans = sorted(
        (placed.x_m - placed.opening.width_m / 2, placed.x_m + placed.opening.width_m / 2)
        for placed in openings
    )
    result: list[float] = []
    reach = spans[0][1] if spans else 0.0
    for low, high in spans[1:]:
        if low - reach >= LEAST_PIER_M:
            result.append((low + reach) / 2)
        reach = max(reach, high)
    return result
