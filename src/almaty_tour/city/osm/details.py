"""What large buildings show from near: stair heads on flat roofs, doors under canopies."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.city.osm.guesses import APARTMENTS, GARAGE, HOUSE, OFFICE, PUBLIC, SHED
from almaty_tour.city.osm.soup import F64, I64, U8, Palette, Soup, empty, joined, quads
from almaty_tour.city.osm.volumes import Volume
from almaty_tour.city.osm.walls import Edges, Table
from almaty_tour.kit.paint import Paint

HEAD_M = (4.2, 3.4)
HEAD_EVERY_M, DOOR_EVERY_M = 24.0, 18.0
DOOR_M = (1.4, 2.2)
CANOPY_M = (2.6, 1.3, 2.5)
SLAB_M = 0.2
DOOR = Paint("painted_metal", "#5A4A40")
GATE = Paint("painted_metal", "#6B7378")
GATE_M, GATE_EVERY_M = (2.4, 2.2), 3.6
LONG_M = 14.0
UNIT = np.array([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]])


def heads(volumes: Sequence[Volume], palette: Palette) -> Soup:
    """Stair heads and shafts along the middle of flat roofs."""
    kinds = (APARTMENTS, OFFICE, PUBLIC)
    rows = [
        row for row, volume in enumerate(volumes)
        if volume.decision.roof == "flat" and volume.decision.kind in kinds
        and volume.decision.look.floors >= 3 and volume.shape.area > 220.0
    ]  # fmt: skip
    if not rows:
        return empty()
    shapes = np.array([volumes[row].shape for row in rows], object)
    boxes = shapely.get_coordinates(shapely.minimum_rotated_rectangle(shapes)).reshape(-1, 5, 2)
    first, second = boxes[:, 1] - boxes[:, 0], boxes[:, 2] - boxes[:, 1]
    longer = np.hypot(*first.T) >= np.hypot(*second.T)
    along = np.where(longer[:, None], first, second)
    length = np.hypot(*along.T)
    count = np.maximum(np.rint(length / HEAD_EVERY_M), 1.0).astype(np.int64)
    each = np.repeat(np.arange(len(rows)), count)
    place = np.arange(len(each)) - np.repeat(np.cumsum(count) - count, count)
    share = (place + 0.5) / count[each] - 0.5
    middle = boxes[each, :4].mean(axis=1) + along[each] * share[:, None]
    yaw = np.arctan2(along[each, 1], along[each, 0])
    owner = np.array(rows, np.int64)[each]
    room = shapely.contains(shapely.buffer(shapes, -3.2)[each], shapely.points(middle))
    top = np.array([volumes[row].decision.wall_m for row in rows])[each]
    tall = np.array([3.0 if volumes[row].decision.look.floors > 6 else 2.2 for row in rows])[each]
    trim = palette.codes([volumes[row].decision.look.trim for row in rows])
    return boxes_of(
        middle[room], np.array(HEAD_M) / 2.0, yaw[room], top[room], (top + tall)[room],
        (trim[0][each][room], trim[1][each][room]), owner[room],
    )  # fmt: skip


def boxes_of(
    middle: F64, half: F64, yaw: F64, low: F64, high: F64, paint: tuple[I64, U8], owner: I64
) -> Soup:
    """Boxes without their bottom: (k, 2) middles, (2,) half sides, (k,) the rest."""
    cos, sin = np.cos(yaw)[:, None], np.sin(yaw)[:, None]
    local = UNIT * half
    x = middle[:, :1] + local[:, 0] * cos - local[:, 1] * sin
    y = middle[:, 1:] + local[:, 0] * sin + local[:, 1] * cos
    ring = np.stack([x, y], axis=2)
    lower = np.concatenate([ring, np.broadcast_to(low[:, None, None], (*x.shape, 1))], axis=2)
    upper = np.concatenate([ring, np.broadcast_to(high[:, None, None], (*x.shape, 1))], axis=2)
    made = []
    for side in range(4):
        after = (side + 1) % 4
        corners = np.stack(
            [lower[:, side], lower[:, after], upper[:, after], upper[:, side]], axis=1
        )
        made.append(_faced(corners, paint, owner))
    made.append(_faced(upper, paint, owner))
    return joined(made)


def _faced(corners: F64, paint: tuple[I64, U8], owner: I64) -> Soup:
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    length = np.linalg.norm(across, axis=1, keepdims=True)
    size = np.linalg.norm(corners[:, 1] - corners[:, 0], axis=1)
    tall = np.linalg.norm(corners[:, 3] - corners[:, 0], axis=1)
    uv = (
        np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
        * np.stack([size, tall], axis=1)[:, None]
    )
    return quads(corners, across / np.maximum(length, 1e-9), uv, paint[1], paint[0], owner)


def doors(edges: Edges, t: Table, volumes: Sequence[Volume], palette: Palette) -> Soup:
    """Doors under canopies along the longer walls; gates along garages and sheds."""
    kinds = np.array([volume.decision.kind for volume in volumes])
    grounded = t.low_m[edges.owner] <= 0.0
    kind = kinds[edges.owner]
    homes = grounded & ~np.isin(kind, (GARAGE, SHED)) & (edges.length_m > _least(kind))
    gates = grounded & np.isin(kind, (GARAGE, SHED)) & (edges.length_m > 3.2)
    front = _longest(edges, len(volumes))
    homes, gates = homes & front, gates & front
    made = [
        _row(edges, np.flatnonzero(homes), DOOR_EVERY_M, DOOR_M, palette.codes([DOOR])),
        _row(edges, np.flatnonzero(gates), GATE_EVERY_M, GATE_M, palette.codes([GATE])),
        _canopies(edges, t, np.flatnonzero(homes & (kind != HOUSE))),
    ]
    return joined(made)


def _longest(edges: Edges, count: int) -> npt.NDArray[np.bool_]:
    """Which wall is the longest of its volume, the first of equal ones."""
    longest = np.zeros(count)
    np.maximum.at(longest, edges.owner, edges.length_m)
    rows = np.flatnonzero(edges.length_m > longest[edges.owner] - 0.5)
    _, first = np.unique(edges.owner[rows], return_index=True)
    found = np.zeros(len(edges.owner), np.bool_)
    found[rows[first]] = True
    return found


def _least(kind: npt.NDArray[np.str_]) -> F64:
    return np.where(kind == HOUSE, 5.0, LONG_M)


def _spread(edges: Edges, rows: I64, every_m: float) -> tuple[I64, F64]:
    """Walls and places along them, one about every so many metres."""
    count = np.maximum(np.rint(edges.length_m[rows] / every_m), 1.0).astype(np.int64)
    each = np.repeat(rows, count)
    place = np.arange(len(each)) - np.repeat(np.cumsum(count) - count, count)
    return each, edges.length_m[each] * (place + 0.5) / np.repeat(count, count)


def _row(
    edges: Edges, rows: I64, every_m: float, size_m: tuple[float, float], paint: tuple[I64, U8]
) -> Soup:
    """Flat doors a little before the wall."""
    each, along = _spread(edges, rows, every_m)
    wide, tall = size_m
    middle = edges.start[each] + edges.way[each] * along[:, None] + edges.out[each] * 0.05
    a, b = middle - edges.way[each] * wide / 2.0, middle + edges.way[each] * wide / 2.0
    low, high = np.full((len(each), 1), -0.6), np.full((len(each), 1), tall)
    corners = np.stack(
        [np.hstack([a, low]), np.hstack([b, low]), np.hstack([b, high]), np.hstack([a, high])],
        axis=1,
    )
    material = np.broadcast_to(paint[0], len(each))
    colour = np.broadcast_to(paint[1], (len(each), 3))
    return _faced(corners, (material, colour), edges.owner[each])


def _canopies(edges: Edges, t: Table, rows: I64) -> Soup:
    """Slabs over the doors: front edge, upper and lower side."""
    each, along = _spread(edges, rows, DOOR_EVERY_M)
    wide, deep, low = CANOPY_M
    way, out = edges.way[each], edges.out[each]
    middle = edges.start[each] + way * along[:, None]
    a, b = middle - way * wide / 2.0, middle + way * wide / 2.0
    ring = np.stack([a, a + out * deep, b + out * deep, b], axis=1)
    owner = edges.owner[each]
    paint = t.paint("trim", owner)
    lower, upper = _level(ring, low), _level(ring, low + SLAB_M)
    front = np.stack([lower[:, 1], lower[:, 2], upper[:, 2], upper[:, 1]], axis=1)
    return joined(
        [
            _faced(upper, paint, owner),
            _faced(lower[:, ::-1], paint, owner),
            _faced(front, paint, owner),
        ]
    )


def _level(ring: F64, z_m: float) -> F64:
    return np.concatenate([ring, np.full((*ring.shape[:2], 1), z_m)], axis=2)
