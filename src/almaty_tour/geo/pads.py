"""Level ground for landmarks: patches of fine squares laid over the 30 m lattice.

A pad rarely fits the 30 m squares, so the squares of 240 m that it touches get their own
nodes, 3.75 m apart. Outside a pad's reach these carry the very triangles of the coarse
lattice, so a patch joins its surroundings without a step, whatever lies beside it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.geo.grid import F32, F64, I64, Lattice, height_at, on_triangles, split

I32 = npt.NDArray[np.int32]

PATCH_QUADS: Final = 64
PATCH_CELL_M: Final = 3.75
PATCH_M: Final = PATCH_QUADS * PATCH_CELL_M
# A triangle that reaches into the level circle must be level as a whole.
_ROUND_UP_M: Final = PATCH_CELL_M * 1.5
_LEAST_BLEND_M: Final = 1e-3


@dataclass(frozen=True)
class Pad:
    """A round piece of ground made level for a landmark.

    Attributes:
        x_m, y_m: middle in the world frame.
        radius_m: level inside; may be smaller than a cell.
        blend_m: width of the ring in which the land goes back to its own height.
        height_m: height of the level ground; None takes the mean of the land inside.
    """

    x_m: float
    y_m: float
    radius_m: float
    blend_m: float = 20.0
    height_m: float | None = None

    @property
    def reach_m(self) -> float:
        return self.radius_m + _ROUND_UP_M + self.blend_m


@dataclass(frozen=True)
class Patches:
    """The fine squares of a terrain.

    Attributes:
        index: (rows, columns) i4 for squares of 240 m over the inner lattice: -1, or the
            number of the patch there.
        heights: (n, 65, 65) f4 metres, 3.75 m apart, row by row from the south.
    """

    index: I32
    heights: F32

    def find(self, inner: Lattice, x_m: F64, y_m: F64) -> I64:
        """Number of the patch under each point of the inner lattice, or -1."""
        rows, columns = self.index.shape
        column, _ = split((x_m - inner.west_m) / PATCH_M, columns)
        row, _ = split((y_m - inner.south_m) / PATCH_M, rows)
        return self.index[row, column].astype(np.int64)

    def height_m(self, inner: Lattice, number: I64, x_m: F64, y_m: F64) -> F64:
        """Heights of points that lie in the patches `number`."""
        rows, columns = self._squares
        west = inner.west_m + PATCH_M * columns[number]
        south = inner.south_m + PATCH_M * rows[number]
        column, east = split((x_m - west) / PATCH_CELL_M, PATCH_QUADS)
        row, north = split((y_m - south) / PATCH_CELL_M, PATCH_QUADS)
        stride = PATCH_QUADS + 1
        corner = number * stride * stride + row * stride + column
        return on_triangles(self.heights.reshape(-1), corner, stride, east, north)

    def height_at(self, inner: Lattice, x_m: float, y_m: float) -> float | None:
        """Height of one point of the inner lattice, None where no patch lies."""
        rows, columns = self.index.shape
        column = min(max(math.floor((x_m - inner.west_m) / PATCH_M), 0), columns - 1)
        row = min(max(math.floor((y_m - inner.south_m) / PATCH_M), 0), rows - 1)
        number = int(self.index[row, column])
        if number < 0:
            return None
        nodes = PATCH_QUADS + 1
        west, south = inner.west_m + PATCH_M * column, inner.south_m + PATCH_M * row
        square = Lattice(west, south, PATCH_CELL_M, nodes, nodes)
        return height_at(square, self.heights[number], x_m, y_m)

    @cached_property
    def _squares(self) -> tuple[I64, I64]:
        """Row and column of the square of each patch."""
        rows, columns = np.nonzero(self.index >= 0)
        order = np.argsort(self.index[rows, columns])
        return rows[order], columns[order]


def no_patches(inner: Lattice) -> Patches:
    """Patches of a terrain that has no pad yet."""
    rows = int((inner.rows - 1) * inner.cell_m / PATCH_M)
    columns = int((inner.columns - 1) * inner.cell_m / PATCH_M)
    side = PATCH_QUADS + 1
    return Patches(np.full((rows, columns), -1, np.int32), np.zeros((0, side, side), np.float32))


def lay(
    inner: Lattice, old: Patches, pads: Sequence[Pad], ground: Callable[[F64, F64], F64]
) -> Patches:
    """Patches with level ground; larger pads are laid first, so a small one keeps its level.

    `ground` gives the heights before any of these pads.
    """
    touched = old.index >= 0
    for pad in pads:
        touched[_squares(inner, pad, touched.shape)] = True
    index = np.full(touched.shape, -1, np.int32)
    index[touched] = np.arange(int(touched.sum()), dtype=np.int32)
    rows, columns = np.nonzero(touched)
    step = PATCH_CELL_M * np.arange(PATCH_QUADS + 1)
    x = (inner.west_m + PATCH_M * columns)[:, None, None] + step[None, None, :]
    y = (inner.south_m + PATCH_M * rows)[:, None, None] + step[None, :, None]
    heights = ground(*np.broadcast_arrays(x, y))
    kept = [pad for pad in pads if _touches(inner, pad, touched.shape)]
    for pad in sorted(kept, key=lambda p: (-p.radius_m, p.x_m, p.y_m)):
        some = index[_squares(inner, pad, touched.shape)].ravel()
        heights[some] = _levelled(heights[some], x[some], y[some], pad)
    return Patches(index, heights.astype(np.float32))


def _levelled(heights: F64, x_m: F64, y_m: F64, pad: Pad) -> F64:
    distance = np.hypot(x_m - pad.x_m, y_m - pad.y_m)
    level = pad.height_m
    if level is None:
        inside = heights[distance <= pad.radius_m + PATCH_CELL_M]
        level = float(inside.mean()) if inside.size else float(heights.mean())
    away = (distance - pad.radius_m - _ROUND_UP_M) / max(pad.blend_m, _LEAST_BLEND_M)
    away = np.clip(away, 0.0, 1.0)
    return np.asarray(level + (heights - level) * away * away * (3.0 - 2.0 * away))


def _touches(inner: Lattice, pad: Pad, shape: tuple[int, ...]) -> bool:
    rows, columns = _squares(inner, pad, shape)
    return bool(rows.start < rows.stop and columns.start < columns.stop)


def _squares(inner: Lattice, pad: Pad, shape: tuple[int, ...]) -> tuple[slice, slice]:
    """Rows and columns of the squares that a pad's reach touches."""

    def span(middle: float, start: float, count: int) -> slice:
        first = int(np.floor((middle - pad.reach_m - start) / PATCH_M))
        last = int(np.floor((middle + pad.reach_m - start) / PATCH_M))
        return slice(max(first, 0), min(last + 1, count))

    return span(pad.y_m, inner.south_m, shape[0]), span(pad.x_m, inner.west_m, shape[1])
