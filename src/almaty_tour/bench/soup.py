"""The meshes of a plain scene in one piece, with walls that meet sharing their corners.

Flat meshes come with a corner for every face that meets in a place, because each has a normal
of its own. When a triangle takes the colour of its last corner, a place needs another corner
only if two faces want to be told by it: a box has 8 in the place of 24.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from almaty_tour.bench.parallel import each
from almaty_tour.bench.read import F32, PlainScene
from almaty_tour.scene.copies import spans

I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]
U64 = npt.NDArray[np.uint64]
LEVEL_NORMALS = np.float32(1e-6)
PART: Final = 1 << 16
"""Corners that are shared at a time."""


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
    bases = np.cumsum(scene.corner_count) - scene.corner_count
    faces = scene.faces + np.repeat(bases, scene.face_count).astype(np.int32)[:, None]
    loose = Soup(
        scene.positions, scene.normals, scene.faces, scene.corner_count, scene.face_count,
        _flat(scene.normals, faces, scene.face_count), scene.material,
        np.cumsum(scene.count) - scene.count, scene.count,
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
    face_base = np.cumsum(soup.face_count) - soup.face_count
    kept = np.repeat(~soup.flat, soup.corner_count)
    told = soup.faces.copy()  # triangles by rows of old corners, counted from their primitive

    def share(primitives: I64) -> None:
        rows = spans(base[primitives], soup.corner_count[primitives])
        at = spans(face_base[primitives], soup.face_count[primitives])
        own = np.repeat(np.arange(len(primitives)), soup.corner_count[primitives])
        shift = np.repeat(base[primitives], soup.face_count[primitives])[:, None]
        begin = np.cumsum(soup.corner_count[primitives]) - soup.corner_count[primitives]
        faces = soup.faces[at] + np.repeat(begin, soup.face_count[primitives])[:, None]
        source, corners = _few_corners(own, soup.positions[rows], soup.normals[rows], faces)
        kept[rows[source]] = True
        told[at] = rows[source][corners] - shift

    each(share, _in_parts(np.flatnonzero(soup.flat), soup.corner_count))
    number = np.cumsum(kept, dtype=np.int32) - np.int32(1)
    corner_count = np.add.reduceat(kept, base, dtype=np.int64)
    old = np.repeat(base, soup.face_count).astype(np.int32)[:, None]
    new_base = np.cumsum(corner_count) - corner_count
    faces = number[told + old] - np.repeat(new_base, soup.face_count).astype(np.int32)[:, None]
    return Soup(
        soup.positions[kept], soup.normals[kept], faces,
        corner_count, soup.face_count, soup.flat, soup.material, soup.first, soup.count,
    )  # fmt: skip


def _in_parts(primitives: I64, corner_count: I64) -> list[I64]:
    """Primitives in pieces of about `PART` corners."""
    end = np.cumsum(corner_count[primitives])
    cuts = np.searchsorted(end, np.arange(PART, int(end[-1]), PART))
    return [part for part in np.split(primitives, cuts) if len(part)]


def _few_corners(
    owner: npt.NDArray[Any], positions: F32, normals: F32, faces: npt.NDArray[Any]
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
