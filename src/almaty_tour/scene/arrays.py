"""Everything that can be drawn, as a structure of arrays; chunks come and go by row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.scene.chunk import Chunk, Level
from almaty_tour.scene.vertex import INSTANCE

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]

MOST_LEVELS: Final = 6
TREE_SIZE_M: Final = (13.0, 12.0)


@dataclass(frozen=True)
class PropField:
    """Every copy of every prop in the scene, those of a chunk side by side.

    Attributes:
        kinds: names; `kind` is an index into them.
        kind: (n,) u1. places: (3, n) f8 world positions.
        rows: (n,) of `INSTANCE`; positions are filled relative to the eye when drawn.
        radius_m: (n,) f4, how far a copy reaches from its place; height_m: (n,) f4.
        tallest_m: height of the largest house and of the largest other copy.
        first, split, last: (chunks,) i8, span of each row of the scene: houses come before
            `split`, everything smaller after it.
    """

    kinds: tuple[str, ...]
    kind: npt.NDArray[np.uint8]
    places: F64
    rows: npt.NDArray[np.void]
    radius_m: F32
    height_m: F32
    first: I64
    split: I64
    last: I64
    tallest_m: tuple[float, float]


class Scene:
    """The chunks of one space.

    Attributes:
        chunks: by row, without their levels, which are on the card only.
        boxes: (7, n) f4 world centre, half size, 1; what culling multiplies.
        errors: (n, MOST_LEVELS) f4 error of each level in metres, inf where there is none.
        level_count: (n,) i4; reach: (n,) f4 view distance.
    """

    def __init__(self) -> None:
        self.chunks: list[Chunk | None] = []
        self.boxes: F32 = np.zeros((7, 0), np.float32)
        self.errors: F32 = np.zeros((0, MOST_LEVELS), np.float32)
        self.level_count: I32 = np.zeros(0, np.int32)
        self.reach: F32 = np.zeros(0, np.float32)
        self.version = 0
        self._rows: dict[str, int] = {}
        self._props: PropField | None = None
        self._prop_sizes: dict[str, tuple[float, float]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, chunk: Chunk) -> int:
        """Take a chunk; its row. A chunk of the same id is replaced in its row."""
        row = self._rows.get(chunk.id)
        if row is None:
            row = self._free_row()
        self._rows[chunk.id] = row
        self._describe(row, chunk)
        self.chunks[row] = replace(chunk, levels=())
        self._changed()
        return row

    def remove(self, chunk_id: str) -> int | None:
        """Forget a chunk; the row it had, or None."""
        row = self._rows.pop(chunk_id, None)
        if row is not None:
            self.chunks[row] = None
            self.boxes[:, row] = 0.0
            self.boxes[6, row] = 1.0
            self.reach[row] = -1.0
            self._changed()
        return row

    def row(self, chunk_id: str) -> int | None:
        """Row of a chunk by id."""
        return self._rows.get(chunk_id)

    def ids(self) -> tuple[str, ...]:
        """Ids of all chunks, in the order they came."""
        return tuple(self._rows)

    @property
    def props(self) -> PropField:
        """All instance tables, gathered when the scene changed."""
        if self._props is None:
            self._props = _gathered(self.chunks, self._prop_sizes)
        return self._props

    def set_prop(self, kind: str, levels: tuple[Level, ...]) -> None:
        """Tell the size of a kind of prop from its mesh; a kind not told counts as a tree."""
        points = levels[0].vertices["position"]
        reach = float(np.linalg.norm(points, axis=1).max())
        _, middle, large = sorted(np.ptp(points, axis=0).tolist())
        self._prop_sizes[kind] = (reach, float((middle * large) ** 0.5))
        self._changed()

    def _free_row(self) -> int:
        for row, chunk in enumerate(self.chunks):
            if chunk is None:
                return row
        self.chunks.append(None)
        if len(self.chunks) > self.boxes.shape[1]:
            self._grow(max(16, 2 * len(self.chunks)))
        return len(self.chunks) - 1

    def _grow(self, capacity: int) -> None:
        old = self.boxes.shape[1]
        boxes = np.zeros((7, capacity), np.float32)
        boxes[6] = 1.0
        boxes[:, :old] = self.boxes
        errors = np.full((capacity, MOST_LEVELS), np.inf, np.float32)
        errors[:old] = self.errors
        count, reach = np.zeros(capacity, np.int32), np.full(capacity, -1.0, np.float32)
        count[:old], reach[:old] = self.level_count, self.reach
        self.boxes, self.errors, self.level_count, self.reach = boxes, errors, count, reach

    def _describe(self, row: int, chunk: Chunk) -> None:
        low = np.asarray(chunk.bounds_min, np.float64)
        high = np.asarray(chunk.bounds_max, np.float64)
        self.boxes[:3, row] = np.asarray(chunk.origin_enu) + (low + high) / 2.0
        self.boxes[3:6, row] = (high - low) / 2.0
        self.errors[row] = np.inf
        for level, one in enumerate(chunk.levels[:MOST_LEVELS]):
            self.errors[row, level] = one.error_m
        self.level_count[row] = len(chunk.levels)
        self.reach[row] = chunk.view_distance_m

    def _changed(self) -> None:
        self.version += 1
        self._props = None


def _gathered(chunks: list[Chunk | None], sizes: dict[str, tuple[float, float]]) -> PropField:
    kinds: dict[str, int] = {}
    kind, places, rows = [], [], []
    count, houses = np.zeros(len(chunks) + 1, np.int64), np.zeros(len(chunks), np.int64)
    for number, chunk in enumerate(chunks):
        if chunk is None:
            continue
        for table in sorted(chunk.instances, key=lambda one: not is_house(one.kind)):
            index = kinds.setdefault(table.kind, len(kinds))
            kind.append(np.full(len(table.rows), index, np.uint8))
            places.append(table.rows["position"] + np.asarray(chunk.origin_enu, np.float64))
            rows.append(table.rows)
            count[number + 1] += len(table.rows)
            houses[number] += len(table.rows) * is_house(table.kind)
    every = np.concatenate(rows) if rows else np.zeros(0, INSTANCE)
    which = np.concatenate(kind) if kind else np.zeros(0, np.uint8)
    where = np.concatenate(places) if places else np.zeros((0, 3))
    size = np.array([sizes.get(name, TREE_SIZE_M) for name in kinds] or [TREE_SIZE_M], np.float32)
    scale = every["scale"].max(axis=1, initial=0.0)
    ends = np.cumsum(count)
    height = size[which, 1] * scale
    return PropField(
        kinds=tuple(kinds), kind=which, places=np.ascontiguousarray(where.T), rows=every,
        radius_m=size[which, 0] * scale, height_m=height,
        first=ends[:-1], split=ends[:-1] + houses, last=ends[1:],
        tallest_m=_tallest(kinds, which, height),
    )  # fmt: skip


def is_house(kind: str) -> bool:
    """Whether a kind of prop is a house, which is seen from farther than a tree."""
    return kind.startswith("house.")


def _tallest(
    kinds: Iterable[str], which: npt.NDArray[np.uint8], height: F32
) -> tuple[float, float]:
    house = np.array([is_house(name) for name in kinds] or [False])[which]
    return (
        float(height[house].max(initial=0.0)),
        float(height[~house].max(initial=0.0)),
    )
