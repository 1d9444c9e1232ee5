"""The land between the houses of a dense map: trees, drives along blocks of flats, small grounds.

A map of buildings and streets leaves yards empty. What is put there are types, chosen by hash;
trees of the map itself stand where it has them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.base.rng import fraction, hashed
from almaty_tour.city.extent import CITY
from almaty_tour.city.grounds import Patch
from almaty_tour.city.osm.land import COARSE_M
from almaty_tour.city.osm.landmarks import Plot
from almaty_tour.city.osm.outlines import Outline
from almaty_tour.city.osm.streets import Lines

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
TREES = ("tree.elm", "tree.poplar", "tree.birch", "tree.apple", "tree.spruce", "tree.oak")
CARS = ("car.white", "car.silver", "car.black", "car.high_white", "car.high_grey", "car.blue",
        "car.red")  # fmt: skip
PROPS = (*TREES, *CARS)
STALL_M, STALL_LONG_M, FULL = 2.8, 5.0, 46
SHARES = (44, 12, 14, 16, 4, 10)
SPACING_M, FROM_HOUSE_M, FROM_ROAD_M = 9.0, 3.2, 2.2
CLUMP_M, DENSEST, THINNEST = 60.0, 0.62, 0.12
FLATS_M, DRIVE_M = 26.0, (3.4, 8.2)
GROUND_CELL_M = 58.0
SIZES_M = {"parking": (30.0, 16.0), "play": (18.0, 13.0), "court": (28.0, 16.0)}
TICKETS = ("parking", "play", "parking", "court", "play", "parking")
GRID_TURN_RAD = np.radians(7.0)


@dataclass(frozen=True)
class Props:
    """Trees and cars as arrays of one length n.

    Attributes:
        xy: (n, 2) f8 metres. kind: (n,) u1 index into `PROPS`. yaw_rad: (n,) f4.
        scale: (n, 2) f4. seed: (n,) u4.
    """

    xy: F64
    kind: npt.NDArray[np.uint8]
    yaw_rad: npt.NDArray[np.float32]
    scale: npt.NDArray[np.float32]
    seed: npt.NDArray[np.uint32]


@dataclass(frozen=True)
class Yards:
    """What is put between the houses."""

    props: Props
    patches: tuple[Patch, ...]


class _Taken:
    """Shapes that stand in the way, to be asked for many places at once."""

    def __init__(self, shapes: npt.NDArray[Any]) -> None:
        self._shapes = shapes
        self._tree = shapely.STRtree(shapes)

    def meets(self, others: npt.NDArray[Any]) -> Mask:
        found = np.zeros(len(others), np.bool_)
        found[self._tree.query(others, "intersects")[0]] = True
        return found


def yards_of(drawn: Sequence[Outline], lines: Lines, dense: Mask, plots: Sequence[Plot]) -> Yards:
    """The yards of a map, only inside the dense region (cells of 64 m)."""
    houses = np.array([one.shape for one in drawn], object)
    roads = _roads(lines)
    water = _areas(lines, ("water",))
    sport = [f.line for f in lines.features if f.sport]
    pitches = np.array([shapely.Polygon(line) for line in sport if len(line) > 3], object)
    taken = _Taken(np.concatenate([houses, roads, water, _valid(pitches)]))
    patches = _grounds(dense, taken, plots)
    squares = np.array([shapely.Polygon(p.corners) for p in patches], object)
    drives = _drives(drawn, houses, roads, dense)
    lanes = np.array([shapely.Polygon(p.corners) for p in drives], object)
    blocked = _Taken(
        np.concatenate([
            shapely.buffer(houses, FROM_HOUSE_M, quad_segs=1), water, _valid(pitches),
            shapely.buffer(roads, FROM_ROAD_M, quad_segs=1), squares, lanes,
        ])
    )  # fmt: skip
    trees = _trees(lines, dense, blocked, plots)
    return Yards(_joined(trees, _parked(patches)), (*patches, *drives))


def _roads(lines: Lines) -> npt.NDArray[Any]:
    made = np.array([shapely.LineString(s.line) for s in lines.streets], object)
    half = np.array([s.width_m / 2.0 for s in lines.streets])
    roads = shapely.buffer(made, half + 1.8, quad_segs=2) if len(made) else made
    rails = [shapely.LineString(f.line) for f in lines.features if f.kind == "rail"]
    beds = (
        shapely.buffer(np.array(rails, object), 5.0, quad_segs=2) if rails else np.zeros(0, object)
    )
    return np.concatenate([roads, beds])


def _areas(lines: Lines, kinds: tuple[str, ...]) -> npt.NDArray[Any]:
    found = [shapely.Polygon(f.line) for f in lines.features if f.kind in kinds and len(f.line) > 3]
    rivers = [shapely.LineString(f.line).buffer(6.0, quad_segs=2) for f in lines.features
              if f.kind == "river"]  # fmt: skip
    return _valid(np.array([*found, *rivers], object))


def _valid(shapes: npt.NDArray[Any]) -> npt.NDArray[Any]:
    return np.asarray(shapely.make_valid(shapes)) if len(shapes) else np.zeros(0, object)


def _in_dense(points: F64, dense: Mask) -> Mask:
    column = np.floor((points[:, 0] - CITY.west_m) / COARSE_M).astype(np.int64)
    row = np.floor((points[:, 1] - CITY.south_m) / COARSE_M).astype(np.int64)
    good = (row >= 0) & (row < dense.shape[0]) & (column >= 0) & (column < dense.shape[1])
    return np.asarray(good & dense[np.where(good, row, 0), np.where(good, column, 0)])


def _off_landmarks(points: F64, plots: Sequence[Plot]) -> Mask:
    free = np.ones(len(points), np.bool_)
    for plot in plots:
        free &= ~plot.at(points[:, 0], points[:, 1])
    return free


def _lattice(dense: Mask, spacing_m: float, jitter: float, salt: int) -> tuple[F64, F64]:
    """(n, 2) points of a lattice with some disorder inside the dense cells; (n, 2) its numbers."""
    rows, columns = np.nonzero(dense)
    if not len(rows):
        return np.zeros((0, 2)), np.zeros((0, 2))
    low = np.array([columns.min(), rows.min()]) * COARSE_M + [CITY.west_m, CITY.south_m]
    high = np.array([columns.max() + 1, rows.max() + 1]) * COARSE_M + [CITY.west_m, CITY.south_m]
    first, last = np.floor(low / spacing_m).astype(int), np.ceil(high / spacing_m).astype(int)
    i, j = (
        a.ravel() for a in np.meshgrid(*(np.arange(a, b) for a, b in zip(first, last, strict=True)))
    )
    shift = np.stack([fraction(i, j, salt), fraction(i, j, salt + 1)], axis=1) - 0.5
    points = (np.stack([i, j], axis=1) + 0.5 + shift * jitter) * spacing_m
    inside = _in_dense(points, dense)
    return points[inside], np.stack([i, j], axis=1)[inside].astype(np.float64)


def _trees(lines: Lines, dense: Mask, blocked: _Taken, plots: Sequence[Plot]) -> Props:
    points, number = _lattice(dense, SPACING_M, 0.8, 41)
    keys = number.astype(np.int64)
    clump = np.floor(points / CLUMP_M).astype(np.int64)
    lush = fraction(clump[:, 0], clump[:, 1], 57) ** 1.5
    wanted = fraction(keys[:, 0], keys[:, 1], 43) < THINNEST + (DENSEST - THINNEST) * lush
    points, keys = points[wanted], keys[wanted]
    free = ~blocked.meets(shapely.points(points)) & _off_landmarks(points, plots)
    seed = hashed(keys[free, 0], keys[free, 1], 47)
    own = hashed(lines.tree_ids, lines.tree_ids >> 32, 49) if len(lines.trees) else seed[:0]
    xy, every = np.concatenate([points[free], lines.trees]), np.concatenate([seed, own])
    ends = np.cumsum(SHARES)
    kind = np.searchsorted(ends, every % ends[-1], "right").astype(np.uint8)
    size = 0.62 + 0.5 * ((every >> 8) & 0xFF) / 255.0
    tall = size * (0.9 + 0.25 * ((every >> 16) & 0xFF) / 255.0)
    yaw = (every % np.uint32(628)).astype(np.float32) / np.float32(100.0)
    scale = np.stack([size, tall], axis=1).astype(np.float32)
    return Props(xy, kind, yaw, scale, every)


def _joined(first: Props, second: Props) -> Props:
    return Props(
        np.concatenate([first.xy, second.xy]), np.concatenate([first.kind, second.kind]),
        np.concatenate([first.yaw_rad, second.yaw_rad]),
        np.concatenate([first.scale, second.scale]), np.concatenate([first.seed, second.seed]),
    )  # fmt: skip


def _parked(patches: Sequence[Patch]) -> Props:
    """Cars in the stalls along both long sides of the car parks."""
    places, yaws, seeds = [np.zeros((0, 2))], [np.zeros(0)], [np.zeros(0, np.uint32)]
    for patch in patches:
        if patch.kind != "parking":
            continue
        a, b, _, d = patch.corners
        length, width = float(np.hypot(*(b - a))), float(np.hypot(*(d - a)))
        way, across = (b - a) / length, (d - a) / width
        stalls = (np.arange(int(length / STALL_M)) + 0.5) * STALL_M
        for side in (1, -1):
            middle = a + way * stalls[:, None] + across * (width / 2.0)
            middle = middle + across * side * (width / 2.0 - STALL_LONG_M / 2.0 - 0.2)
            seed = hashed(patch.key, side, np.arange(len(stalls)))
            taken = seed % 100 < FULL
            places.append(middle[taken])
            yaws.append(np.full(int(taken.sum()), np.arctan2(across[1], across[0])))
            seeds.append(seed[taken])
    seed = np.concatenate(seeds)
    kind = (len(TREES) + (seed >> 8) % len(CARS)).astype(np.uint8)
    yaw = np.concatenate(yaws) + np.where(seed & 1, 0.0, np.pi)
    scale = np.ones((len(seed), 2), np.float32)
    return Props(np.concatenate(places), kind, yaw.astype(np.float32), scale, seed)


def _grounds(dense: Mask, taken: _Taken, plots: Sequence[Plot]) -> list[Patch]:
    """Car parks and playgrounds where there is room for them."""
    points, number = _lattice(dense, GROUND_CELL_M, 0.4, 61)
    keys = hashed(*number.astype(np.int64).T, 67).tolist() if len(number) else []
    free = _off_landmarks(points, plots)
    patches = []
    for middle, key, good in zip(points, keys, free.tolist(), strict=True):
        if good:
            kind = TICKETS[(key >> 4) % len(TICKETS)]
            turn = GRID_TURN_RAD + (np.pi / 2.0 if key & 1 else 0.0)
            patches.append(Patch(kind, _rectangle(middle, turn, SIZES_M[kind]), key))
    grown = [shapely.Polygon(patch.corners).buffer(2.0, join_style="mitre") for patch in patches]
    crowded = taken.meets(np.array(grown, object)) if grown else np.zeros(0, np.bool_)
    return [patch for patch, full in zip(patches, crowded.tolist(), strict=True) if not full]


def _rectangle(middle: F64, turn_rad: float, size_m: tuple[float, float]) -> F64:
    unit = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]]) * size_m
    cos, sin = np.cos(turn_rad), np.sin(turn_rad)
    return np.asarray(unit @ np.array([[cos, sin], [-sin, cos]]) + middle)


def _drives(
    drawn: Sequence[Outline], houses: npt.NDArray[Any], roads: npt.NDArray[Any], dense: Mask
) -> list[Patch]:
    """The drive along the side of every long block that looks away from the street."""
    if not len(houses) or not len(roads):
        return []
    boxes = shapely.get_coordinates(shapely.minimum_rotated_rectangle(houses)).reshape(-1, 5, 2)
    first, second = boxes[:, 1] - boxes[:, 0], boxes[:, 2] - boxes[:, 1]
    longer = np.hypot(*first.T) >= np.hypot(*second.T)
    along = np.where(longer[:, None], first, second)
    across = np.where(longer[:, None], second, first)
    length, depth = np.hypot(*along.T), np.hypot(*across.T)
    middle = boxes[:, :4].mean(axis=1)
    square = shapely.area(houses) > 0.8 * length * depth
    rows = np.flatnonzero((length > FLATS_M) & (depth < 20.0) & square & _in_dense(middle, dense))
    way = along[rows] / length[rows, None]
    out = np.stack([-way[:, 1], way[:, 0]], axis=1)
    tree = shapely.STRtree(roads)
    probe = depth[rows, None] / 2.0 + 9.0
    both = [_away(tree, roads, middle[rows] + side * out * probe) for side in (1.0, -1.0)]
    side = np.where(both[0] >= both[1], 1.0, -1.0)[:, None]
    near = depth[rows, None] / 2.0 + DRIVE_M[0]
    far = depth[rows, None] / 2.0 + DRIVE_M[1]
    reach = way * (length[rows, None] / 2.0 + 4.0)
    base = middle[rows]
    corners = np.stack(
        [base - reach + out * side * near, base + reach + out * side * near,
         base + reach + out * side * far, base - reach + out * side * far], axis=1,
    )  # fmt: skip
    strips = shapely.polygons(corners)
    crowded = _Taken(houses).meets(shapely.buffer(strips, -0.5))
    return [
        Patch("drive", corners[n], drawn[row].id & 0xFFFF)
        for n, row in enumerate(rows.tolist()) if not crowded[n]
    ]  # fmt: skip


def _away(tree: Any, roads: npt.NDArray[Any], points: F64) -> F64:
    """Distance of points from the nearest road."""
    places = shapely.points(points)
    return np.asarray(shapely.distance(places, roads[tree.nearest(places)]), np.float64)
