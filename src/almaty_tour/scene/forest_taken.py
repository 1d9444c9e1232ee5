"""Ground in or near the woods that is taken: houses, roads, landmarks, trees that stand already.

A sparse set of cells of `CELL_M`; only what lies near forest is kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.geo.pads import Pad
from almaty_tour.geo.terrain import Surface, Terrain
from almaty_tour.scene.chunk import Chunk
from almaty_tour.scene.paint import GroundPaint

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

CELL_M: Final = 6.0
NEAR_NODES: Final = 2
"""Nodes of the inner lattice about forest in which taken ground is told."""
ROAD_MARGIN_M: Final = 3.5
WALL_MARGIN_M: Final = 4.0
PAD_BLEND: Final = 0.35
OVERHEAD_M: Final = 12.0
_MOST_SAMPLES: Final = 400
_STEP_M: Final = 0.7 * CELL_M
_HALF_KEYS: Final = 1 << 20


class Taken:
    """Gathers taken ground; `holds` answers for places."""

    def __init__(self, terrain: Terrain) -> None:
        self._terrain = terrain
        self._near = _widened(terrain.surface == Surface.FOREST, NEAR_NODES)
        self._found: list[I64] = []
        self._keys: I64 = np.zeros(0, np.int64)

    def __len__(self) -> int:
        self.settle()
        return len(self._keys)

    def add_pads(self, pads: Iterable[Pad]) -> None:
        """Level ground of landmarks, with some of the slope round it."""
        for pad in pads:
            place = np.array([[pad.x_m, pad.y_m]])
            self._add_round(place, pad.radius_m + PAD_BLEND * pad.blend_m, anyway=True)

    def add_chunk(self, chunk: Chunk) -> None:
        """What stands in a chunk: copies, solid boxes, outlines, and its model on the ground."""
        origin = np.array(chunk.origin_enu)
        if not self._near_box(origin[:2] + chunk.bounds_min[:2], origin[:2] + chunk.bounds_max[:2]):
            return
        for table in chunk.instances:
            place = table.rows["position"].astype(np.float64)
            self._add_round(place[:, :2] + origin[:2], CELL_M / 2.0)
        boxes = chunk.collision.boxes.astype(np.float64)
        if len(boxes):
            self._add_boxes(boxes, origin)
        if chunk.levels:
            self._add_model(chunk, origin)

    def add_paint(self, paint: GroundPaint) -> None:
        """Streets, paths and every painted place."""
        corners = paint.fills["corners"].astype(np.float64)
        self._add_triangles(corners[self.near(corners.reshape(-1, 2)).reshape(-1, 3).any(axis=1)])
        strokes = paint.strokes
        ends = np.stack([strokes["a"], strokes["b"]], axis=1).astype(np.float64)
        kept = self.near(ends.reshape(-1, 2)).reshape(-1, 2).any(axis=1)
        self._add_strokes(ends[kept], strokes["half_width_m"][kept].astype(np.float64))

    def near(self, points: F64) -> Mask:
        """Which of (n, 2) places are in or near forest."""
        return np.asarray(self._near[self._terrain.inner.nearest(points[:, 0], points[:, 1])])

    def settle(self) -> None:
        """Puts in order what has been added; `holds` does it too, but takes a while then."""
        if self._found:
            self._keys = np.unique(np.concatenate([self._keys, *self._found]))
            self._found.clear()

    def holds(self, points: F64) -> Mask:
        """Which of (n, 2) places are taken."""
        self.settle()
        if not len(self._keys):
            return np.zeros(len(points), bool)
        keys = _keys(points)
        at = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        return np.asarray(self._keys[at] == keys)

    def _near_box(self, low: F64, high: F64) -> bool:
        """Whether a rectangle has any place in or near forest."""
        corners = np.stack([low, high])
        row, column = self._terrain.inner.nearest(corners[:, 0], corners[:, 1])
        return bool(self._near[row[0] : row[1] + 1, column[0] : column[1] + 1].any())

    def _add(self, points: F64, *, anyway: bool = False) -> None:
        kept = points if anyway else points[self.near(points)]
        if len(kept):
            self._found.append(np.unique(_keys(kept)))

    def _add_round(self, points: F64, radius_m: float, *, anyway: bool = False) -> None:
        """The cells within a radius of (n, 2) places."""
        kept = points if anyway else points[self.near(points)]
        reach = np.arange(-np.ceil(radius_m / CELL_M), np.ceil(radius_m / CELL_M) + 1) * CELL_M
        x, y = np.meshgrid(reach, reach)
        disc = np.stack([x, y], axis=-1)[np.hypot(x, y) <= radius_m + CELL_M / 2.0]
        self._add((kept[:, None] + disc[None]).reshape(-1, 2), anyway=anyway)

    def _add_boxes(self, boxes: F64, origin: F64) -> None:
        """Boxes of `Collision`, with a margin."""
        boxes = boxes[self.near(boxes[:, :2] + origin[:2])]
        half = boxes[:, 2:4] + WALL_MARGIN_M
        unit = np.array([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]])
        local = unit[None] * half[:, None]
        cos, sin = np.cos(boxes[:, 4:5]), np.sin(boxes[:, 4:5])
        x = boxes[:, :1] + local[..., 0] * cos - local[..., 1] * sin
        y = boxes[:, 1:2] + local[..., 0] * sin + local[..., 1] * cos
        corners = np.stack([x, y], axis=2) + origin[:2]
        self._add_triangles(corners[:, [0, 1, 2]])
        self._add_triangles(corners[:, [0, 2, 3]])

    def _add_model(self, chunk: Chunk, origin: F64) -> None:
        """A landmark's triangles near the ground."""
        level = chunk.levels[min(1, len(chunk.levels) - 1)]
        place = level.vertices["position"].astype(np.float64) + origin
        corners = place[level.indices.astype(np.int64).reshape(-1, 3)]
        corners = corners[self.near(corners.mean(axis=1))]
        if len(corners):
            ground = self._terrain.height_m(corners[..., 0], corners[..., 1])
            low = (corners[..., 2] - ground).min(axis=1) < OVERHEAD_M
            self._add_triangles(corners[low][..., :2])

    def _add_triangles(self, corners: F64) -> None:
        """(n, 3, 2) triangles, sampled as finely as cells."""
        if not len(corners):
            return
        side = np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2).max(axis=1)
        steps = np.clip(np.ceil(side / _STEP_M), 1, _MOST_SAMPLES).astype(np.int64)
        for count in np.unique(steps).tolist():
            mine = corners[steps == count]
            i, j = np.meshgrid(np.arange(count + 1), np.arange(count + 1))
            weight = np.stack([i, j, count - i - j], axis=-1)[i + j <= count] / count
            self._add(np.einsum("kc,ncd->nkd", weight, mine).reshape(-1, 2))

    def _add_strokes(self, ends: F64, half_m: F64) -> None:
        """(n, 2, 2) segments with their half widths and a margin, sampled as finely."""
        along = ends[:, 1] - ends[:, 0]
        length = np.maximum(np.linalg.norm(along, axis=1), 1e-6)
        along = along / length[:, None]
        wide = half_m + ROAD_MARGIN_M
        count = np.ceil((length + 2.0 * wide) / _STEP_M).astype(np.int64) + 1
        across = np.ceil(wide / _STEP_M).astype(np.int64)
        for steps in np.unique(across).tolist():
            mine = np.flatnonzero(across == steps)
            row = np.repeat(mine, count[mine])
            number = np.arange(len(row)) - np.repeat(
                np.cumsum(count[mine]) - count[mine], count[mine]
            )
            at = number / (count[row] - 1) * (length + 2.0 * wide)[row] - wide[row]
            middle = ends[row, 0] + along[row] * at[:, None]
            aside = np.stack([-along[row, 1], along[row, 0]], axis=1) * wide[row, None]
            side = np.linspace(-1.0, 1.0, 2 * steps + 1)
            self._add((middle[:, None] + aside[:, None] * side[None, :, None]).reshape(-1, 2))


def _keys(points: F64) -> I64:
    cell = np.floor(points[:, :2] / CELL_M).astype(np.int64) + _HALF_KEYS
    return np.asarray(cell[:, 1] * (2 * _HALF_KEYS) + cell[:, 0])


def _widened(mask: Mask, nodes: int) -> Mask:
    """The mask and all within so many nodes along both axes."""
    for axis in (0, 1):
        grown = mask.copy()
        for step in range(1, nodes + 1):
            low = [slice(None), slice(None)]
            high = [slice(None), slice(None)]
            low[axis], high[axis] = slice(None, -step), slice(step, None)
            grown[tuple(low)] |= mask[tuple(high)]
            grown[tuple(high)] |= mask[tuple(low)]
        mask = grown
    return mask
