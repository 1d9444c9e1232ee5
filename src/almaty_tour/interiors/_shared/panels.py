"""Floors, walls and ceilings of one side, cut into pieces that baked light can fall on."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, Prism, merge

F64 = npt.NDArray[np.float64]
Point = tuple[float, float]

CELL_M: Final = 0.7
HIGH_M: Final = 1.4
"""Cells of ceilings, where light changes little."""
LEAST_M2: Final = 1e-4
WALL_M: Final = 0.5
"""How thick what bodies meet of a wall is."""


@dataclass(frozen=True)
class Gap:
    """An opening in a wall: from `low_m` to `high_m` along it, from `sill_m` up to `top_m`."""

    low_m: float
    high_m: float
    top_m: float
    sill_m: float = 0.0

    @classmethod
    def amid(cls, length_m: float, width_m: float, top_m: float, sill_m: float = 0.0) -> Gap:
        """In the middle of a wall."""
        return cls((length_m - width_m) / 2, (length_m + width_m) / 2, top_m, sill_m)


def wall(
    begin: Point, end: Point, foot_m: float, top_m: float, paint: Paint,
    gaps: Sequence[Gap] = (), cell_m: float = CELL_M,
) -> MeshData:  # fmt: skip
    """A wall that looks to the right hand of who walks from begin to end."""
    length = math.dist(begin, end)
    xs = sorted({0.0, length, *(x for gap in gaps for x in (gap.low_m, gap.high_m))})
    zs = sorted({foot_m, top_m, *(z for gap in gaps for z in (gap.sill_m, gap.top_m))})
    pieces = []
    for x0, x1 in pairwise(xs):
        for z0, z1 in pairwise(zs):
            if not any(_within(gap, x0, x1, z0, z1) for gap in gaps):
                pieces.append(_upright(x0, x1, z0, z1, paint, cell_m))
    return transform.on_edge(merge(pieces), begin, end)


def _within(gap: Gap, x0: float, x1: float, z0: float, z1: float) -> bool:
    across, up = (x0 + x1) / 2, (z0 + z1) / 2
    return gap.low_m < across < gap.high_m and gap.sill_m < up < gap.top_m


def _upright(x0: float, x1: float, z0: float, z1: float, paint: Paint, cell_m: float) -> MeshData:
    """A grid on the plane y = 0 that looks to -y."""
    across = max(1, math.ceil((x1 - x0) / cell_m - 1e-6))
    up = max(1, math.ceil((z1 - z0) / cell_m - 1e-6))
    x, z = np.meshgrid(np.linspace(x0, x1, across + 1), np.linspace(z0, z1, up + 1))
    points = np.column_stack([x.ravel(), np.zeros(x.size), z.ravel()])
    return solid(points, extrude.grid_faces(up + 1, across + 1)[:, ::-1], paint)


def floor(
    outline: npt.ArrayLike, z_m: float, paint: Paint, *, holes: Sequence[npt.ArrayLike] = (),
    cell_m: float = CELL_M,
) -> MeshData:  # fmt: skip
    """A level surface that looks up, cut along a grid of the whole interior."""
    shape = shapely.Polygon(np.asarray(outline), [np.asarray(hole) for hole in holes]).buffer(0.0)
    x0, y0, x1, y1 = (int(v) for v in np.floor(np.array(shape.bounds) / cell_m))
    points: list[F64] = []
    faces: list[npt.NDArray[np.int64]] = []
    count = 0
    for column in range(x0, x1 + 1):
        for row in range(y0, y1 + 1):
            cell = shapely.box(
                column * cell_m, row * cell_m, (column + 1) * cell_m, (row + 1) * cell_m
            )
            for part in _polygons(shape.intersection(cell)):
                at, index = extrude.triangulate(
                    _open(part.exterior), [_open(ring) for ring in part.interiors]
                )
                points.append(at)
                faces.append(index + count)
                count += len(at)
    flat = np.concatenate(points)
    placed = np.column_stack([flat, np.full(len(flat), z_m)])
    return solid(placed, np.concatenate(faces), paint, crease_deg=0.0)


def _polygons(shape: shapely.Geometry) -> list[shapely.Polygon]:
    parts = [one for one in shapely.get_parts(shape) if one.geom_type == "Polygon"]
    return [one for one in parts if one.area > LEAST_M2]


def _open(ring: shapely.LinearRing) -> F64:
    return np.array(ring.coords)[:-1]


def ceiling(
    outline: npt.ArrayLike, z_m: float, paint: Paint, *, holes: Sequence[npt.ArrayLike] = (),
    cell_m: float = HIGH_M,
) -> MeshData:  # fmt: skip
    """A level surface that looks down; light from above comes through it."""
    return turned_over(floor(outline, z_m, paint, holes=holes, cell_m=cell_m))


def turned_over(data: MeshData) -> MeshData:
    """The other side of a surface of one side."""
    return replace(data, normals=-data.normals, faces=np.ascontiguousarray(data.faces[:, ::-1]))


def lining(begin: Point, end: Point, gap: Gap, depth_m: float, paint: Paint) -> MeshData:
    """Sides and head of an opening, which go `depth_m` behind the wall."""
    low, high, back = gap.low_m, gap.high_m, depth_m
    sides = [
        wall((low, 0.0), (low, back), gap.sill_m, gap.top_m, paint),
        wall((high, back), (high, 0.0), gap.sill_m, gap.top_m, paint),
    ]
    head = profile.line((low, 0.0), (high, 0.0), (high, back), (low, back))
    return transform.on_edge(merge([*sides, ceiling(head, gap.top_m, paint)]), begin, end)


def stops(
    begin: Point, end: Point, top_m: float, gaps: Sequence[Gap] = (), thick_m: float = WALL_M
) -> tuple[Prism, ...]:
    """What bodies meet of a wall, with its openings left free."""
    length = math.dist(begin, end)
    doors = sorted((gap.low_m, gap.high_m) for gap in gaps if gap.sill_m < 1.0)
    ends = [0.0, *(x for door in doors for x in door), length]
    way = np.subtract(end, begin) / length
    back = np.array([-way[1], way[0]]) * thick_m
    prisms = []
    for low, high in zip(ends[::2], ends[1::2], strict=True):
        if high - low > 1e-3:
            a, b = np.add(begin, way * low), np.add(begin, way * high)
            outline = profile.counter_clockwise(np.array([a, b, b + back, a + back]))
            prisms.append(Prism(outline.astype(np.float32), -2.0, top_m))
    return tuple(prisms)
