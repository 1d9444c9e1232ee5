"""The roads with their junctions and what the junctions leave of them, worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.city.districts import ONE_STOREY, Districts
from almaty_tour.city.paint_nodes import MAIN, Corner, Node, corners, cuts, nodes, side_cuts
from almaty_tour.city.paint_roads import Road
from almaty_tour.city.paint_shapes import lines_of

F64 = npt.NDArray[np.float64]
BRIDGE_M = 1.5


@dataclass(frozen=True)
class Network:
    """Roads as they are painted.

    Attributes:
        crossings: the junctions between main roads: there markings stop and zebras lie.
        rounded: the corners of all junctions.
        gardens: per road whether it runs between gardens, where lanes have no kerbs.
        marked: per road the (k, 2) stretches without markings, in metres along it.
        verges: the same for the verges, on the left (1) and right (-1).
    """

    roads: Sequence[Road]
    crossings: Sequence[Node]
    rounded: Sequence[Corner]
    gardens: Sequence[bool]
    marked: Sequence[F64]
    verges: dict[int, list[F64]]

    @classmethod
    def of(cls, roads: Sequence[Road], water: shapely.Geometry | None = None) -> Network:
        """The network of some roads; bridges over `water` have no verges."""
        count = len(roads)
        gardens = _gardens(roads)
        coarse = [r.look.rank == 0 and garden for r, garden in zip(roads, gardens, strict=True)]
        rounded = [corner for node in nodes(roads) for corner in corners(node, roads, coarse)]
        crossings, beside = nodes(roads, MAIN), nodes(roads, 1)
        over = _bridges(roads, water or shapely.Polygon())
        verges = {}
        for side in (1, -1):
            both = side_cuts(crossings, count, side), side_cuts(beside, count, side), over
            verges[side] = [np.concatenate(three) for three in zip(*both, strict=True)]
        return cls(roads, crossings, rounded, gardens, cuts(crossings, count), verges)


def _bridges(roads: Sequence[Road], water: shapely.Geometry) -> list[F64]:
    """Per road the (k, 2) stretches over water."""
    lines = lines_of(road.line for road in roads)
    shapely.prepare(water)
    found = [np.zeros((0, 2)) for _ in roads]
    for number in np.flatnonzero(shapely.intersects(water, lines)).tolist():
        parts = shapely.get_parts(shapely.intersection(lines[number], water))
        ends = [shapely.get_point(parts, at) for at in (0, -1)]
        at = np.stack([shapely.line_locate_point(lines[number], end) for end in ends], axis=1)
        found[number] = np.sort(at, axis=1) + np.array([-BRIDGE_M, BRIDGE_M])
    return found


def _gardens(roads: Sequence[Road]) -> list[bool]:
    middles = np.array([road.line[len(road.line) // 2] for road in roads]).reshape(-1, 2)
    return [bool(one) for one in np.isin(Districts().at(middles), ONE_STOREY)]
