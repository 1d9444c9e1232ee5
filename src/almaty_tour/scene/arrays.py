"""Everything that can be drawn, as a structure of arrays; chunks come and go by row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.mesh.data import Collision
from almaty_tour.scene.chunk import Chunk, Level
from almaty_tour.scene.copies import Copies
from almaty_tour.scene.stretches import Stretches, stretches_of

F32 = npt.NDArray[np.float32]

MOST_LEVELS: Final = 6


@dataclass(frozen=True)
class Solids:
    """The chunks with geometry of their own, without gaps: what culling multiplies.

    Attributes:
        rows: (n,) i8 rows of the scene. boxes: (7, n) f4 world centre, half size, 1.
        errors: (n, MOST_LEVELS) f4 error of each level in metres, inf where there is none.
        reach_m: (n,) f4 view distance. moving: (n,) which have moving parts.
    """

    rows: npt.NDArray[np.int64]
    boxes: F32
    errors: F32
    reach_m: F32
    moving: npt.NDArray[np.bool_]


class Scene:
    """The chunks of one space.

    Attributes:
        chunks: by row, without what is kept elsewhere: levels, which are on the card only,
            tables of copies and collision.
        copies: the props of all chunks.
        version: grows with every change.
    """

    def __init__(self) -> None:
        self.chunks: list[Chunk | None] = []
        self.copies = Copies()
        self.version = 0
        self._boxes: F32 = np.zeros((7, 0), np.float32)
        self._errors: F32 = np.zeros((0, MOST_LEVELS), np.float32)
        self._reach: F32 = np.zeros(0, np.float32)
        self._rows: dict[str, int] = {}
        self._free: list[int] = []
        self._solid: npt.NDArray[np.bool_] = np.zeros(0, bool)
        self._solids: Solids | None = None
        self._stretches: dict[int, Stretches] = {}
        self._joined: Stretches | None = None

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, chunk: Chunk) -> int:
        """Take a chunk; its row. A chunk of the same id is replaced in its row."""
        row = self._rows.get(chunk.id)
        if row is None:
            row = self._free_row()
        self._rows[chunk.id] = row
        if self._solid[row] or has_geometry(chunk):
            self._describe(row, chunk)
        self.copies.put(row, chunk.instances, chunk.origin_enu, chunk.view_distance_m)
        self.chunks[row] = replace(chunk, levels=(), instances=(), collision=Collision())
        self.version += 1
        return row

    def remove(self, chunk_id: str) -> int | None:
        """Forget a chunk; the row it had, or None."""
        row = self._rows.pop(chunk_id, None)
        if row is not None:
            self.chunks[row] = None
            self.copies.put(row, (), (0.0, 0.0, 0.0), 0.0)
            self._solid[row] = False
            self._solids = self._joined = None
            self._stretches.pop(row, None)
            self._free.append(row)
            self.version += 1
        return row

    def move(self, row: int, origin_enu: tuple[float, float, float]) -> bool:
        """Let a chunk without copies stand elsewhere; False where it stands there already."""
        chunk = self.chunks[row]
        if chunk is None or chunk.origin_enu == origin_enu:
            return False
        middle = (np.asarray(chunk.bounds_min, np.float64) + chunk.bounds_max) / 2.0
        self._boxes[:3, row] = np.asarray(origin_enu) + middle
        self.chunks[row] = replace(chunk, origin_enu=origin_enu)
        if row in self._stretches:
            moved = replace(chunk, origin_enu=origin_enu)
            self._stretches[row] = stretches_of(moved, row, self._errors[row])
        self._solids = self._joined = None
        self.version += 1
        return True

    def row(self, chunk_id: str) -> int | None:
        """Row of a chunk by id."""
        return self._rows.get(chunk_id)

    def ids(self) -> tuple[str, ...]:
        """Ids of all chunks, in the order they came."""
        return tuple(self._rows)

    @property
    def solids(self) -> Solids:
        """The chunks with geometry, gathered when they changed."""
        if self._solids is None:
            rows = np.flatnonzero(self._solid)
            self._solids = Solids(
                rows, np.ascontiguousarray(self._boxes[:, rows]), self._errors[rows],
                self._reach[rows], np.array([self._moves(row) for row in rows.tolist()], bool),
            )  # fmt: skip
        return self._solids

    @property
    def stretches(self) -> Stretches:
        """The stretches of all chunks, gathered when they changed."""
        if self._joined is None:
            self._joined = Stretches.joined(list(self._stretches.values()), MOST_LEVELS)
        return self._joined

    def _moves(self, row: int) -> bool:
        chunk = self.chunks[row]
        return chunk is not None and bool(chunk.moving)

    def set_prop(self, kind: str, levels: tuple[Level, ...]) -> None:
        """Tell the size of a kind of prop from its mesh; a kind not told counts as a tree."""
        self.copies.set_size(kind, levels)
        self.version += 1

    def _free_row(self) -> int:
        if self._free:
            return self._free.pop()
        self.chunks.append(None)
        if len(self.chunks) > len(self._reach):
            self._grow(max(16, 2 * len(self.chunks)))
        return len(self.chunks) - 1

    def _grow(self, capacity: int) -> None:
        old = len(self._reach)
        boxes = np.zeros((7, capacity), np.float32)
        boxes[6] = 1.0
        boxes[:, :old] = self._boxes
        errors = np.full((capacity, MOST_LEVELS), np.inf, np.float32)
        errors[:old] = self._errors
        reach, solid = np.full(capacity, -1.0, np.float32), np.zeros(capacity, bool)
        reach[:old], solid[:old] = self._reach, self._solid
        self._boxes, self._errors, self._reach, self._solid = boxes, errors, reach, solid

    def _describe(self, row: int, chunk: Chunk) -> None:
        low = np.asarray(chunk.bounds_min, np.float64)
        high = np.asarray(chunk.bounds_max, np.float64)
        self._boxes[:3, row] = np.asarray(chunk.origin_enu) + (low + high) / 2.0
        self._boxes[3:6, row] = (high - low) / 2.0
        self._errors[row] = np.inf
        for level, one in enumerate(chunk.levels[:MOST_LEVELS]):
            self._errors[row, level] = one.error_m
        self._reach[row] = chunk.view_distance_m
        self._solid[row] = has_geometry(chunk)
        self._stretches.pop(row, None)
        if chunk.levels:
            self._stretches[row] = stretches_of(chunk, row, self._errors[row])
        self._solids = self._joined = None


def has_geometry(chunk: Chunk) -> bool:
    """Whether a chunk is more than copies of props."""
    return bool(chunk.levels or chunk.moving)
