"""Every copy of every prop (houses, trees, lamps), kept so that a picture touches few of them.

A chunk has two groups of copies: its houses, which are seen from far, and all that is
smaller. The copies of a group lie side by side, tallest first. So those that an eye can make
out from a distance are the head of a slice, and a table of heights tells how long it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from almaty_tour.scene.chunk import Instances, Level
from almaty_tour.scene.vertex import INSTANCE

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]
Rows = npt.NDArray[np.void]

TREE_SIZE_M: Final = (13.0, 12.0)
GROUPS: Final = 2
"""Of a chunk: houses, all else."""
STEPS_M: Final = (0.25 * 2.0 ** (0.25 * np.arange(44))).astype(np.float32)
"""The heights that the table of a group counts by, from 0.25 to 430 m."""
RAW: Final = np.dtype((np.void, INSTANCE.itemsize))
BLOCK_M: Final = 4_096.0
_FIRST_ROOM: Final = 1 << 21
"""Rows that there is room for at first: zeros cost nothing until they are written, and moving
to a larger room in the middle of a flight would be seen."""
_FEW: Final = 1 << 12


def is_house(kind: str) -> bool:
    """Whether a kind of prop is a house, which is seen from farther than a tree."""
    return kind.startswith("house.")


_GROUP_ARRAYS: Final = (
    "radius_m", "tallest_m", "view_m", "origins", "first", "count", "taller",
)  # fmt: skip


@dataclass(frozen=True)
class Blocks:
    """Groups that lie together in squares of `BLOCK_M`, houses and all else apart.

    Attributes:
        groups: (m,) i8 numbers of the groups, those of a block side by side.
        first, count: (b,) i8 spans of `groups`.
        boxes: (6, b) f4 world centre and half size of the places; radius_m: (b,) f4.
        tallest_m: (b,) f4. house: (b,) bool.
    """

    groups: I64
    first: I64
    count: I64
    boxes: F32
    radius_m: F32
    tallest_m: F32
    house: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, copies: Copies) -> Blocks:
        """The blocks of all groups that hold anything."""
        groups = np.flatnonzero(copies.count)
        square = np.floor(copies.boxes[:2, groups] / BLOCK_M).astype(np.int64)
        key = ((square[0] << 32) + square[1]) * GROUPS + groups % GROUPS
        order = np.argsort(key, kind="stable")
        groups, key = groups[order], key[order]
        first = np.flatnonzero(np.append(True, key[1:] != key[:-1])[: len(key)])
        boxes = copies.boxes[:, groups]
        low, high = boxes[:3] - boxes[3:6], boxes[:3] + boxes[3:6]
        if len(first):
            low = np.minimum.reduceat(low, first, axis=1)
            high = np.maximum.reduceat(high, first, axis=1)
        radius, tallest = copies.radius_m[groups], copies.tallest_m[groups]
        return cls(
            groups, first, np.diff(np.append(first, len(groups))),
            np.asarray(np.concatenate([low + high, high - low]) / 2.0, np.float32),
            np.maximum.reduceat(radius, first) if len(first) else radius,
            np.maximum.reduceat(tallest, first) if len(first) else tallest,
            groups[first] % GROUPS == 0,
        )  # fmt: skip


class Copies:
    """The copies of a scene, as a structure of arrays.

    Group `g` belongs to row `g // GROUPS` of the scene; it is empty where `count` is 0.

    Attributes:
        kinds: names; `kind` holds their numbers. other: (kinds,) u1, 0 for houses, 1 for all else.
        rows: (room,) of `INSTANCE`, relative to the origins of their groups.
        kind: (room,) u2. height_m: (room,) f4, never growing within a group.
        boxes: (7, g) f4 world centre, half size, 1 of the places of a group.
        radius_m: (g,) f4, how far a copy reaches from its place at most.
        tallest_m: (g,) f4. view_m: (g,) f4 view distance of its chunk.
        origins: (g, 3) f8 world metres.
        first, count: (g,) i8. taller: (g, steps) i4, how many are taller than each of
            `STEPS_M`; all, for the first.
        version: grows with every change. moved: grows when copies have changed places.
    """

    def __init__(self) -> None:
        self.kinds: list[str] = []
        self.other: npt.NDArray[np.uint8] = np.zeros(0, np.uint8)
        self.rows: Rows = np.zeros(0, INSTANCE)
        self.kind: npt.NDArray[np.uint16] = np.zeros(0, np.uint16)
        self.height_m: F32 = np.zeros(0, np.float32)
        self.boxes: F32 = np.zeros((7, 0), np.float32)
        self.radius_m: F32 = np.zeros(0, np.float32)
        self.tallest_m: F32 = np.zeros(0, np.float32)
        self.view_m: F32 = np.zeros(0, np.float32)
        self.origins: F64 = np.zeros((0, 3))
        self.first: I64 = np.zeros(0, np.int64)
        self.count: I64 = np.zeros(0, np.int64)
        self.taller: npt.NDArray[np.int32] = np.zeros((0, len(STEPS_M)), np.int32)
        self.used, self.wasted = 0, 0
        self.version, self.moved = 0, 0
        self._blocks: Blocks | None = None
        self._numbers: dict[str, int] = {}
        self._known: dict[tuple[str, ...], npt.NDArray[np.uint16]] = {}
        self._sizes: dict[str, tuple[float, float]] = {}
        self._size_table: F32 = np.zeros((0, 2), np.float32)

    def __len__(self) -> int:
        """How many copies there are."""
        return self.used - self.wasted

    @property
    def nbytes(self) -> int:
        """Bytes of all arrays, without the room to grow of rows."""
        each = self.rows.itemsize + self.kind.itemsize + self.height_m.itemsize
        groups = sum(int(getattr(self, name).nbytes) for name in ("boxes", *_GROUP_ARRAYS))
        return self.used * each + groups

    def number(self, kind: str) -> int:
        """The number of a kind of prop, given when it is first named."""
        found = self._numbers.get(kind)
        if found is None:
            found = self._numbers[kind] = len(self.kinds)
            self.kinds.append(kind)
            self.other = np.append(self.other, np.uint8(not is_house(kind)))
            size = self._sizes.get(kind, TREE_SIZE_M)
            self._size_table = np.concatenate([self._size_table, np.array([size], np.float32)])
        return found

    def numbers(self, kinds: tuple[str, ...]) -> npt.NDArray[np.uint16]:
        """The numbers of some kinds."""
        found = self._known.get(kinds)
        if found is None:
            found = self._known[kinds] = np.array([self.number(kind) for kind in kinds], np.uint16)
        return found

    def sizes_m(self, kind: npt.NDArray[np.uint16], scale: F32) -> tuple[F32, F32]:
        """(n,) f4 reach and height of copies with numbers of kinds and (n, 2) scales."""
        largest = np.maximum(np.maximum(scale[:, 0], scale[:, 1]), np.float32(0.0))
        reach, height = self._size_table.reshape(-1, 2).T
        return reach.take(kind) * largest, height.take(kind) * largest

    def radius_m_of(self, kind: npt.NDArray[np.uint16], height_m: F32) -> F32:
        """(n,) f4 how far copies with numbers of kinds and heights reach from their places."""
        reach, height = self._size_table.reshape(-1, 2).T
        return np.asarray((reach / np.maximum(height, np.float32(1e-6))).take(kind) * height_m)

    def set_size(self, kind: str, levels: Sequence[Level]) -> None:
        """Tell the size of a kind from its mesh; a kind not told counts as a tree."""
        points = levels[0].vertices["position"]
        reach = float(np.linalg.norm(points, axis=1).max())
        _, middle, large = sorted(np.ptp(points, axis=0).tolist())
        self._sizes[kind] = reach, float((middle * large) ** 0.5)
        number = self._numbers.get(kind)
        if number is None:
            return
        self._blocks = None
        self.version += 1
        self.moved += 1
        self._size_table[number] = self._sizes[kind]
        for group in np.flatnonzero(self.count):
            mine = self._slice(int(group))
            if (self.kind[mine] == number).any():
                self._arrange(int(group), self.rows[mine].copy(), self.kind[mine].copy())

    @property
    def blocks(self) -> Blocks:
        """The groups by place, sorted anew when copies came or went."""
        if self._blocks is None:
            self._blocks = Blocks.of(self)
        return self._blocks

    def heads(self, group: I64, step: I64) -> I64:
        """How many copies of each group are taller than a step of `STEPS_M`; steps are clipped."""
        steps = len(STEPS_M)
        at = group * steps + np.minimum(np.maximum(step, 0), steps - 1)
        return self.taller.reshape(-1).take(at).astype(np.int64)

    def put(
        self,
        row: int,
        tables: Sequence[Instances],
        origin_enu: tuple[float, float, float],
        view_m: float,
    ) -> None:
        """Take the copies of a chunk under its row of the scene, in the place of older ones."""
        self._grow_groups((row + 1) * GROUPS)
        self._blocks = None
        self.version += 1
        if self.wasted > max(self.used // 2, _FEW):
            self._close_gaps()
        for part in range(GROUPS):
            mine = [one for one in tables if is_house(one.kind) is (part == 0) and len(one.rows)]
            group = row * GROUPS + part
            self._make_room(group, sum(len(one.rows) for one in mine))
            self.origins[group], self.view_m[group] = origin_enu, view_m
            if mine:
                rows = np.concatenate([one.rows.view(RAW) for one in mine]).view(INSTANCE)
                numbers = [np.full(len(one.rows), self.number(one.kind), np.uint16) for one in mine]
                self._arrange(group, rows, np.concatenate(numbers))

    def _make_room(self, group: int, count: int) -> None:
        """A place for so many copies: the old one when it is large enough, else at the end."""
        old = int(self.count[group])
        self.moved += old > 0
        if count > old:
            self.wasted += old
            self._grow_rows(self.used + count)
            self.first[group] = self.used
            self.used += count
        else:
            self.wasted += old - count
        self.count[group] = count

    def _close_gaps(self) -> None:
        """Move the copies together after many have gone."""
        self.moved += 1
        at = spans(self.first, self.count)
        self.rows, self.kind, self.height_m = (
            self.rows.take(at), self.kind.take(at), self.height_m.take(at)
        )  # fmt: skip
        self.first = np.cumsum(self.count) - self.count
        self.used, self.wasted = len(at), 0

    def _slice(self, group: int) -> slice:
        first = int(self.first[group])
        return slice(first, first + int(self.count[group]))

    def _arrange(self, group: int, rows: Rows, kind: npt.NDArray[np.uint16]) -> None:
        """Write the copies of a group, tallest first, and what is told of them as a whole."""
        reach, height = self.sizes_m(kind, rows["scale"])
        order = np.argsort(-height, kind="stable")
        mine = self._slice(group)
        self.rows[mine] = rows.take(order)
        self.kind[mine] = kind.take(order)
        self.height_m[mine] = height = height.take(order)
        at = rows["position"].astype(np.float64) + self.origins[group]
        low, high = at.min(axis=0), at.max(axis=0)
        self.boxes[:3, group], self.boxes[3:6, group] = (low + high) / 2.0, (high - low) / 2.0
        self.radius_m[group] = reach.max()
        self.tallest_m[group] = height[0]
        self.taller[group] = np.searchsorted(-height, -STEPS_M, "left")
        self.taller[group, 0] = len(rows)

    def _grow_groups(self, least: int) -> None:
        old = len(self.count)
        if least <= old:
            return
        new = max(2 * old, least, 64)
        self.boxes = np.concatenate([self.boxes, np.zeros((7, new - old), np.float32)], axis=1)
        self.boxes[6] = 1.0
        for name in _GROUP_ARRAYS:
            setattr(self, name, _longer(getattr(self, name), new))

    def _grow_rows(self, least: int) -> None:
        old = len(self.kind)
        if least <= old:
            return
        new = max(2 * old, least, _FIRST_ROOM)
        for name in ("rows", "kind", "height_m"):
            longer = np.zeros(new, getattr(self, name).dtype)
            longer[: self.used] = getattr(self, name)[: self.used]
            setattr(self, name, longer)


def _longer(array: npt.NDArray[Any], count: int) -> npt.NDArray[Any]:
    """The same array with room for more, filled with zeros."""
    return np.concatenate([array, np.zeros((count - len(array), *array.shape[1:]), array.dtype)])


def spans(first: I64, count: I64) -> I64:
    """All indices of several spans, in order."""
    start = np.repeat(first - np.cumsum(count) + count, count)
    return np.asarray(start + np.arange(len(start)))
