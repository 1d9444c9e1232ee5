"""Fewer triangles for a tile: squares are cut only where the ground bends.

A right-triangulated network (Evans, Kirkpatrick and Townsend 2001) on 33 x 33 nodes: a
triangle is halved at the middle of its longest side as long as some node under it is
further from the plane than a tolerance. Errors are carried upwards first, so halves always
meet and no crack opens inside a tile. The hem of the skirt follows the nodes that are left
on the edges.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]
U16 = npt.NDArray[np.uint16]

QUADS: Final = 32
NODES: Final = QUADS + 1
VERTICES: Final = NODES * NODES + 4 * NODES
_ROOTS: Final = (((0, QUADS), (0, 0), (QUADS, QUADS)), ((QUADS, 0), (QUADS, QUADS), (0, 0)))


@cache
def full_faces() -> U16:
    """(2304, 3) u2 of every square cut from south-west to north-east, then the skirt."""
    node = np.arange(NODES * NODES).reshape(NODES, NODES)
    a, b, c, d = node[:-1, :-1], node[:-1, 1:], node[1:, :-1], node[1:, 1:]
    ground = np.stack([a, b, d, a, d, c], axis=-1).reshape(-1, 3)
    everyone = np.ones(NODES * NODES, bool)
    faces = np.concatenate([ground, _skirt(everyone)]).astype(np.uint16)
    faces.flags.writeable = False
    return faces


def sparse_faces(heights: F64, tolerance_m: float, widest: int = QUADS) -> U16:
    """(m, 3) u2 for (33, 33) heights, no node further than about `tolerance_m`, with skirt.

    No triangle is wider than `widest` squares. They come row by row, so that those that share
    nodes are near each other.
    """
    error = _errors(heights).ravel()
    triangles = np.array(_ROOTS, np.int64)
    done = []
    while len(triangles):
        apex, left, right = triangles[:, 0], triangles[:, 1], triangles[:, 2]
        middle = (left + right) // 2
        wide = np.abs(left - right).max(axis=1)
        halve = ((error[_number(middle)] > tolerance_m) | (wide > widest)) & (wide > 1)
        done.append(triangles[~halve])
        apex, left, right, middle = apex[halve], left[halve], right[halve], middle[halve]
        one = np.stack([middle, apex, left], axis=1)
        other = np.stack([middle, right, apex], axis=1)
        triangles = np.concatenate([one, other])
    ground = _as_cut(np.concatenate(done))
    ground = ground[np.argsort(ground.min(axis=1), kind="stable")]
    used = np.zeros(NODES * NODES, bool)
    used[ground] = True
    return np.concatenate([ground, _skirt(used)]).astype(np.uint16)


def _number(place: I64) -> I64:
    """Node numbers of (..., 2) column and row."""
    return np.asarray(place[..., 1] * NODES + place[..., 0], np.int64)


def _errors(heights: F64) -> F64:
    """(33, 33) how wrong a triangle is that leaves a node out, the nodes below it included."""
    error = np.zeros((NODES, NODES))
    _corners(heights, error)
    for size in (2, 4, 8, 16, 32):
        half = size // 2
        _sides(heights, error, size, half)
        _sides(heights.T, error.T, size, half)
        _middles(heights, error, size, half)
    return error


def _as_cut(triangles: I64) -> I64:
    """Node numbers of triangles; whole single squares are cut as `full_faces` cuts them."""
    low, high = triangles.min(axis=1), triangles.max(axis=1)
    single = (high - low).max(axis=1) == 1
    square = low[single, 1] * QUADS + low[single, 0]
    whole = np.bincount(square, minlength=QUADS * QUADS) == 2
    kept = np.ones(len(triangles), bool)
    kept[single] = ~whole[square]
    recut = full_faces()[: 2 * QUADS * QUADS].reshape(-1, 2, 3)[whole].reshape(-1, 3)
    return np.concatenate([_number(triangles[kept]), recut.astype(np.int64)])


def _corners(heights: F64, error: F64) -> None:
    """How far the two ways to cut the squares at a node are apart, in place.

    Only squares that are whole can be cut as the ground is, so these may not be left out by halves.
    """
    apart = np.abs(heights[:-1, :-1] + heights[1:, 1:] - heights[:-1, 1:] - heights[1:, :-1]) / 2
    padded = np.pad(apart, 1)
    around = np.maximum(padded[:-1], padded[1:])
    around = np.maximum(around[:, :-1], around[:, 1:])
    row, column = np.indices(error.shape)
    np.copyto(error, around, where=(row + column) % 2 == 1)


def _sides(heights: F64, error: F64, size: int, half: int) -> None:
    """Middles of the level sides of squares of a size, in place."""
    own = (
        np.abs(
            heights[::size, half::size] * 2
            - heights[::size, :-1:size]
            - heights[::size, size::size]
        )
        / 2
    )
    quarter = half // 2
    if quarter:
        centres = error[quarter::half, quarter::half]
        padded = np.pad(centres, ((1, 1), (0, 0)))
        around = np.maximum(padded[0::2], padded[1::2])
        own = np.maximum(own, np.maximum(around[:, 0::2], around[:, 1::2]))
    place = error[::size, half::size]
    np.maximum(place, own, out=place)


def _middles(heights: F64, error: F64, size: int, half: int) -> None:
    """Middles of squares of a size, in place; the diagonals alternate like a chessboard."""
    a, b = heights[:-1:size, :-1:size], heights[:-1:size, size::size]
    c, d = heights[size::size, :-1:size], heights[size::size, size::size]
    row, column = np.indices(a.shape)
    ends = np.where((row + column) % 2 == 0, a + d, b + c)
    own = np.abs(heights[half::size, half::size] * 2 - ends) / 2
    level, upright = error[::size, half::size], error[half::size, ::size]
    below = np.maximum(
        np.maximum(level[:-1], level[1:]), np.maximum(upright[:, :-1], upright[:, 1:])
    )
    error[half::size, half::size] = np.maximum(own, below)


def _skirt(used: npt.NDArray[np.bool_]) -> I64:
    """Triangles of the hem under the edge nodes that are used, facing outwards."""
    node = np.arange(NODES * NODES).reshape(NODES, NODES)
    hem = np.arange(NODES * NODES, VERTICES).reshape(4, NODES)
    edges = (node[0], node[-1, ::-1], node[::-1, 0], node[:, -1])
    hems = (hem[0], hem[1, ::-1], hem[2, ::-1], hem[3])
    walls = []
    for edge, below in zip(edges, hems, strict=True):
        top, low = edge[used[edge]], below[used[edge]]
        quads = [top[:-1], low[:-1], low[1:], top[:-1], low[1:], top[1:]]
        walls.append(np.stack(quads, axis=-1).reshape(-1, 3))
    return np.concatenate(walls)
