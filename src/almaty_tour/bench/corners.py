"""Fewer corners for a flat mesh: walls that meet share theirs.

Flat meshes come with a corner for every face that meets in a place, because each has a normal
of its own. When a triangle takes the colour of its last corner, a place needs another corner
only if two faces want to be told by it: a box has 8 in the place of 24.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]
I64 = npt.NDArray[np.int64]
U64 = npt.NDArray[np.uint64]
LEVEL_NORMALS: Final = np.float32(1e-6)
GOLDEN: Final = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True)
class Pattern:
    """Which corners of a mesh stay, and its triangles by them.

    Attributes:
        kept: (k,) the old corners that stay, ascending.
        faces: (t, 3) triangles by number of the corners that stay.
        before: (t, 3) the old corners that those stand for.
    """

    kept: I64
    faces: I64
    before: I64

    def fits(self, positions: F32, normals: F32) -> npt.NDArray[np.bool_]:
        """(m,) whether it holds for (m, n, 3) corners of meshes with the same triangles."""
        now, last = self.kept[self.faces], self.kept[self.faces[:, 2]]
        there = positions.take(now, 1) == positions.take(self.before, 1)
        told = normals.take(last, 1) == normals.take(self.before[:, 2], 1)
        return np.asarray(there.all(axis=(1, 2, 3)) & told.all(axis=(1, 2)))


def are_level(normals: F32, faces: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """(m,) whether the corners of each triangle have one normal, for (m, n, 3) normals."""
    told = normals.take(faces[:, 2], 1)
    level = np.ones(len(normals), bool)
    for other in (faces[:, 0], faces[:, 1]):
        level &= (np.abs(normals.take(other, 1) - told) < LEVEL_NORMALS).all(axis=(1, 2))
    return level


def pattern_of(positions: F32, normals: F32, faces: npt.NDArray[Any]) -> Pattern:
    """The pattern of one flat mesh: (n, 3) corners, (t, 3) triangles.

    The last corner of each triangle has its normal. In a face of many triangles that is the
    corner that most of them have.
    """
    place = numbers(*_words(positions))[1]
    first, slot = numbers(place, *_words(normals))
    corners = slot[faces]
    uses = np.bincount(corners.ravel(), minlength=len(first))
    last = np.argmax(uses[corners], axis=1)
    rows = np.arange(len(faces))[:, None]
    before = faces[rows, (last[:, None] + (1, 2, 3)) % 3].astype(np.int64)
    teller = slot[before[:, 2]]
    used = np.zeros(len(first), bool)
    used[teller] = True
    standing = np.zeros(int(place.max()) + 1, np.int64)  # a corner that will do for a place
    standing[place[first]] = np.arange(len(first))
    standing[place[first[used]]] = np.flatnonzero(used)
    used[standing] = True
    kept = np.sort(first[used])
    number = np.searchsorted(kept, first)
    others = standing[place[before[:, :2]]]
    return Pattern(kept, number[np.column_stack([others, teller])], before)


def numbers(*columns: npt.NDArray[Any]) -> tuple[I64, I64]:
    """The first row of each group of equal rows, and (n,) the group of each row.

    Rows are told apart by 64-bit hashes: among two million, one pair in ten million scenes.
    """
    key: U64 = np.zeros(len(columns[0]), np.uint64)
    for column in columns:
        key = (key ^ column.astype(np.uint64)) * GOLDEN
        key ^= key >> np.uint64(32)
    order = np.argsort(key)
    begins = np.diff(key.take(order), prepend=np.uint64(0)) != 0
    begins[0] = True
    group = np.zeros(len(key), np.int64)
    group[order] = np.cumsum(begins) - 1
    return np.minimum.reduceat(order, np.flatnonzero(begins)), group


def _words(values: F32) -> tuple[npt.NDArray[np.uint32], ...]:
    words = (values + np.float32(0.0)).view(np.uint32)  # -0 becomes 0
    return words[:, 0], words[:, 1], words[:, 2]
