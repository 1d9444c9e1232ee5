"""The meshes of a plain scene in one piece, with walls that meet sharing their corners.

Flat meshes come with a corner for every face that meets in a place, because each has a normal
of its own. When a triangle takes the colour of its last corner, a place needs another corner
only if two faces want to be told by it: a box has 8 in the place of 24.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from almaty_tour.bench.read import F32, PlainScene
from almaty_tour.scene.copies import spans

I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]
U64 = npt.NDArray[np.uint64]
LEVEL_NORMALS = np.float32(1e-6)


@dataclass(frozen=True)
class Soup:
    """Primitives one after the other, in the frames of their meshes.

    Attributes:
        positions, normals: (v, 3) f4. faces: (t, 3) i4 counted from the first corner of the
            primitive.
        corner_count, face_count: (p,) i8 of each primitive. flat: (p,) bool.
        material: (p,) i8. first, count: (m,) i8 primitives of each mesh.
    """

    positions: F32
    normals: F32
    faces: I32
    corner_count: I64
    face_count: I64
    flat: npt.NDArray[np.bool_]
    material: I64
    first: I64
    count: I64


def soup_of(scene: PlainScene) -> Soup:
    """The meshes of a scene, each once, with few corners."""
    every = [one for mesh in scene.meshes for one in mesh]
    count = np.array([len(mesh) for mesh in scene.meshes], np.int64)
    corner_count = np.array([len(one.positions) for one in every], np.int64)
    face_count = np.array([len(one.indices) // 3 for one in every], np.int64)
    faces = np.concatenate([one.indices for one in every]).astype(np.int32).reshape(-1, 3)
    normals = np.concatenate([one.normals for one in every])
    bases = np.repeat(np.cumsum(corner_count) - corner_count, face_count).astype(np.int32)
    loose = Soup(
        np.concatenate([one.positions for one in every]), normals, faces, corner_count,
        face_count, _flat(normals, faces + bases[:, None], face_count),
        np.array([one.material for one in every], np.int64), np.cumsum(count) - count, count,
    )  # fmt: skip
    return _shared(loose) if loose.flat.any() else loose


def _flat(normals: F32, faces: I32, face_count: I64) -> npt.NDArray[np.bool_]:
    """(p,) whether the corners of every triangle of a primitive have one normal."""
    level = np.ones(len(faces), bool)
    first, *others = np.ascontiguousarray(faces.T)
    for axis in range(3):
        along = np.ascontiguousarray(normals[:, axis])
        expected = along.take(first)
        for other in others:
            level &= np.abs(along.take(other) - expected) < LEVEL_NORMALS
    return np.asarray(np.logical_and.reduceat(level, np.cumsum(face_count) - face_count))


def _shared(soup: Soup) -> Soup:
    """The soup with the corners of its flat primitives shared."""
    base = np.cumsum(soup.corner_count) - soup.corner_count
    owner = np.repeat(np.arange(len(base)), soup.corner_count)
    flat = soup.flat[owner]
    mine = np.flatnonzero(flat)
    at = np.flatnonzero(np.repeat(soup.flat, soup.face_count))
    face_owner = np.repeat(np.arange(len(base)), soup.face_count)[at]
    faces = (np.cumsum(flat) - 1)[soup.faces[at] + base[face_owner][:, None]]
    source, told = _few_corners(owner[mine], soup.positions[mine], soup.normals[mine], faces)
    kept = ~flat
    kept[mine[source]] = True
    number = np.cumsum(kept) - 1
    corner_count = np.add.reduceat(kept, base, dtype=np.int64)
    joined = soup.faces.copy()
    new_base = (np.cumsum(corner_count) - corner_count)[face_owner]
    joined[at] = number[mine[source]][told] - new_base[:, None]
    return Soup(
        soup.positions[kept], soup.normals[kept], joined,
        corner_count, soup.face_count, soup.flat, soup.material, soup.first, soup.count,
    )  # fmt: skip


def _few_corners(
    owner: npt.NDArray[Any], positions: F32, normals: F32, faces: I64
) -> tuple[I64, I64]:
    """Corners that do for flat triangles: which of the old they are, and the triangles anew.

    The last corner of each triangle has its normal. In a face of many triangles that is the
    corner that most of them have.
    """
    place = _numbers(owner, *_words(positions))[1]
    first, slot = _numbers(place, *_words(normals))
    corners = slot[faces]
    uses = np.bincount(corners.ravel(), minlength=len(first))
    last = np.argmax(uses[corners], axis=1)
    rows = np.arange(len(faces))
    teller = corners[rows, last]
    used = np.zeros(len(first), bool)
    used[teller] = True
    standing = np.zeros(int(place.max()) + 1, np.int64)  # a corner that will do for a place
    standing[place[first]] = np.arange(len(first))
    standing[place[first[used]]] = np.flatnonzero(used)
    used[standing] = True
    number = np.cumsum(used) - 1
    others = [standing[place[faces[rows, (last + step) % 3]]] for step in (1, 2)]
    return first[used], number[np.stack([*others, teller], axis=1)]


def _words(values: F32) -> tuple[npt.NDArray[np.uint32], ...]:
    words = (values + np.float32(0.0)).view(np.uint32)  # -0 becomes 0
    return words[:, 0], words[:, 1], words[:, 2]


def _numbers(*columns: npt.NDArray[Any]) -> tuple[I64, I64]:
    """The first row of each group of equal rows, and (n,) the group of each row.

    Rows are told apart by 64-bit hashes: among two million, one pair in ten million scenes.
    """
    key: U64 = np.zeros(len(columns[0]), np.uint64)
    for column in columns:
        key = (key ^ column.astype(np.uint64)) * np.uint64(0x9E3779B97F4A7C15)
        key ^= key >> np.uint64(32)
    order = np.argsort(key)
    begins = np.diff(key.take(order), prepend=np.uint64(0)) != 0
    begins[0] = True
    group = np.zeros(len(key), np.int64)
    group[order] = np.cumsum(begins) - 1
    return np.minimum.reduceat(order, np.flatnonzero(begins)), group


def corners_of(soup: Soup, primitives: I64) -> I64:
    """Rows of the corners of primitives, one after the other."""
    first = np.cumsum(soup.corner_count) - soup.corner_count
    return spans(first[primitives], soup.corner_count[primitives])


def faces_of(soup: Soup, primitives: I64) -> I64:
    """Rows of the triangles of primitives, one after the other."""
    first = np.cumsum(soup.face_count) - soup.face_count
    return spans(first[primitives], soup.face_count[primitives])
