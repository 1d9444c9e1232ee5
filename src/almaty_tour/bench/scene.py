"""A plain scene as a still: its one light never changes, so it is worked out beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.bench.grid import coarse_faces, grid_of
from almaty_tour.bench.parallel import each
from almaty_tour.bench.placed import TILES, Light, Placed, placed
from almaty_tour.bench.read import F32, PlainScene
from almaty_tour.bench.sides import SIDES, facing_table, sides_of
from almaty_tour.scene.still import Ranges, Shade, Still

I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]
U16 = npt.NDArray[np.uint16]

OWN_RANGE: Final = 4096
"""Triangles from which a thing is culled by itself, side by side."""
LIKE: Final = TILES * TILES
"""Numbers of ranges: so many for the tiles of flat things, as many of smooth ones, then of wide
flat and of wide smooth ones; then those of large things by number and side, flat or smooth."""
EACH: Final = 2 * SIDES
MOST_LARGE: Final = (2**16 - 4 * LIKE) // EACH


@dataclass(frozen=True)
class _Coarse:
    """Triangles that may stand for those of some ranges.

    Attributes:
        faces: (t, 3) i4. key: (t,) u2 number of the range. error_m: how far off, by number.
    """

    faces: I32
    key: U16
    error_m: F32


def still_of(scene: PlainScene, light: Light) -> Still:
    """The still of a scene."""
    made = placed(scene, light)
    keys = _keys(made)
    coarse = _coarse_ground(made, keys)
    first, faces, key = _sorted(made.faces, keys)
    indices, ranges = [faces], _ranges(made.vertices["position"], faces, first, key)
    if coarse is not None:
        begin, more, key_2 = _sorted(coarse.faces, coarse.key)
        indices.append(more)
        ranges = _with_coarse(ranges, key, begin + len(faces), key_2, coarse, more)
    joined = np.concatenate(indices).view(np.uint32).ravel()
    return Still((0.0, 0.0, 0.0), made.vertices, made.object_ids, joined, ranges)


def _keys(made: Placed) -> U16:
    """(t,) number of the range of each triangle; so small that they are sorted by digits."""
    key = (made.tile + ~made.flat * LIKE).astype(np.uint16)
    keys = np.repeat(key, made.face_count)
    positions, ends = made.vertices["position"], np.cumsum(made.face_count)
    large = np.flatnonzero((made.face_count > OWN_RANGE) & ~made.wide)[:MOST_LARGE]

    def by_side(number: int) -> None:
        item = large[number]
        mine = slice(ends[item] - made.face_count[item], ends[item])
        first = 4 * LIKE + EACH * number + int(not made.flat[item])
        keys[mine] = first + 2 * sides_of(positions[made.faces[mine]])

    each(by_side, range(len(large)))
    for item in np.flatnonzero(made.wide).tolist():
        mine = slice(ends[item] - made.face_count[item], ends[item])
        tile = made.tiling.tile(positions[made.faces[mine, 0]])
        keys[mine] = tile + (2 + int(not made.flat[item])) * LIKE
    return keys


def _coarse_ground(made: Placed, key: U16) -> _Coarse | None:
    """A coarser ground where one wide thing is a grid; `key` then follows its blocks."""
    wide = np.flatnonzero(made.wide)
    if len(wide) != 1 or made.flat[wide[0]]:
        return None
    item = int(wide[0])
    end = int(made.face_count[: item + 1].sum())
    mine = slice(end - int(made.face_count[item]), end)
    base = int(made.corner_count[:item].sum())
    corners = slice(base, base + int(made.corner_count[item]))
    first = int(made.soup.corner_count[: made.primitive[item]].sum())
    flat_on = made.soup.positions[first : first + int(made.corner_count[item])]
    grid = grid_of(flat_on, made.faces[mine] - base)
    if grid is None:
        return None
    vertices, faces = made.vertices[corners], made.faces[mine] - np.int32(base)
    tile = made.tiling.tile(vertices["position"][grid.first_corner])
    more, block, error_m = coarse_faces(grid, faces, vertices, tile)
    key[mine] = tile[grid.block] + 3 * LIKE
    worst = np.zeros(4 * LIKE, np.float32)
    np.maximum.at(worst, tile + 3 * LIKE, error_m)
    return _Coarse(more + np.int32(base), (tile[block] + 3 * LIKE).astype(np.uint16), worst)


def _sorted(faces: I32, key: U16) -> tuple[I64, I32, I64]:
    """Where ranges begin, triangles by range, and the number of each range."""
    order = np.argsort(key, kind="stable")
    key = key.take(order)
    first = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]]))
    return first, faces.take(order, 0), key[first].astype(np.int64)


def _ranges(positions: F32, faces: I32, first: I64, key: I64) -> Ranges:
    """The ranges of sorted triangles, `key` (r,) their numbers."""
    boxes = np.ones((7, len(first)), np.float32)

    def extend(axis: int) -> None:
        corner = np.ascontiguousarray(positions[:, axis]).take(faces.ravel())
        low = np.minimum.reduceat(corner, 3 * first)
        high = np.maximum.reduceat(corner, 3 * first)
        boxes[axis], boxes[axis + 3] = (low + high) / 2.0, (high - low) / 2.0

    each(extend, range(3))
    return Ranges(
        (first * 3).astype(np.int32), (np.diff(first, append=len(faces)) * 3).astype(np.int32),
        _shade(key), boxes, _facing(key),
        np.arange(len(first), dtype=np.int32), np.full(len(first), np.inf, np.float32),
    )  # fmt: skip


def _facing(key: I64) -> F32:
    """(4, 3, r) as `Ranges.facing`."""
    table = np.concatenate([facing_table(), np.zeros((1, 4, 3), np.float32)])
    side = np.where(key < 4 * LIKE, SIDES, (key - 4 * LIKE) % EACH // 2)
    return np.ascontiguousarray(table[side].transpose(1, 2, 0))


def _shade(key: I64) -> npt.NDArray[np.uint8]:
    like = np.where(key < 4 * LIKE, key // LIKE % 2, key % 2)
    return np.where(like == 1, Shade.SMOOTH, Shade.FLAT).astype(np.uint8)


def _with_coarse(
    ranges: Ranges, key: I64, first: I64, coarse_key: I64, coarse: _Coarse, faces: I32
) -> Ranges:
    """The ranges with coarser ones behind them."""
    mine = np.searchsorted(key, coarse_key)
    stands, error_m = ranges.coarse.copy(), ranges.error_m.copy()
    stands[mine] = len(key) + np.arange(len(mine))
    error_m[mine] = coarse.error_m[coarse_key]
    end = int(ranges.first[-1] + ranges.count[-1]) + faces.size
    more = (first * 3).astype(np.int32)
    return Ranges(
        np.concatenate([ranges.first, more]),
        np.concatenate([ranges.count, np.diff(more, append=end).astype(np.int32)]),
        np.concatenate([ranges.shade, _shade(coarse_key)]), ranges.boxes, ranges.facing, stands,
        error_m,
    )  # fmt: skip
