"""The meshes of a plain scene in one piece, with few corners.

Most buildings have the triangles of many others (a box is a box), so a pattern of shared
corners is found for one of a kind and only tried on the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.bench.corners import LEVEL_NORMALS, are_level, numbers, pattern_of
from almaty_tour.bench.parallel import each
from almaty_tour.bench.read import F32, PlainScene
from almaty_tour.scene.copies import spans

I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]
PART: Final = 1 << 16
"""Corners that are shared at a time."""
FEW: Final = 16
"""Triangles that tell most smooth meshes, and most kinds apart."""
ROUNDS: Final = 8
"""Patterns that are tried on a part of a kind; what fits none keeps its corners."""


@dataclass(frozen=True)
class Soup:
    """Primitives one after the other, in the frames of their meshes.

    Attributes:
        positions, normals: (v, 3) f4. faces: (t, 3) i4 counted from the first corner of the
            primitive.
        corner_count, face_count: (p,) i8 of each primitive. flat: (p,) bool, each triangle has
            the normal of its last corner.
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
    sharing = _Sharing(scene)
    each(sharing.share, _alike(scene, sharing.face_base))
    kept = np.flatnonzero(sharing.kept)
    return Soup(
        scene.positions.take(kept, 0), scene.normals.take(kept, 0), sharing.faces,
        np.add.reduceat(sharing.kept, sharing.base, dtype=np.int64), scene.face_count,
        sharing.flat, scene.material, begins(scene.count), scene.count,
    )  # fmt: skip


def begins(count: I64) -> I64:
    """Where each of several runs begins."""
    return np.asarray(np.cumsum(count) - count)


def _alike(scene: PlainScene, face_base: I64) -> list[I64]:
    """Primitives in parts of about `PART` corners, most likely with the same triangles.

    Told by their numbers and a few of them from begin to end.
    """
    some = np.arange(FEW) * scene.face_count[:, None] // FEW
    sample = scene.faces[face_base[:, None] + some].reshape(len(some), -1)
    key = numbers(scene.corner_count, scene.face_count, *sample.T)[1]
    order = np.argsort(key, kind="stable")
    new = np.flatnonzero(np.diff(key[order])) + 1
    kinds = np.split(order, new)
    return [part for kind in kinds for part in _parts(kind, int(scene.corner_count[kind[0]]))]


def _parts(kind: I64, corners: int) -> list[I64]:
    many = max(PART // max(corners, 1), 1)
    return [kind[at : at + many] for at in range(0, len(kind), many)]


class _Sharing:
    """What becomes of the corners: which stay, and the triangles by those."""

    def __init__(self, scene: PlainScene) -> None:
        self._scene = scene
        self.base, self.face_base = begins(scene.corner_count), begins(scene.face_count)
        self.kept = np.ones(len(scene.positions), bool)
        self.faces = scene.faces.copy()
        self.flat = np.zeros(len(scene.corner_count), bool)

    def share(self, primitives: I64) -> None:
        """Share the corners of primitives of a kind."""
        primitives = primitives[self._may_be_flat(primitives)]
        for _ in range(ROUNDS):
            if not len(primitives):
                return
            primitives = self._by_one(primitives)

    def _may_be_flat(self, primitives: I64) -> npt.NDArray[np.bool_]:
        """(m,) whether the first triangles have one normal each; few smooth meshes begin so."""
        few = min(FEW, int(self._scene.face_count[primitives].min()))
        faces = self._scene.faces[self.face_base[primitives][:, None] + np.arange(few)]
        normals = self._scene.normals[faces + self.base[primitives][:, None, None]]
        return np.asarray((np.abs(np.diff(normals, axis=2)) < LEVEL_NORMALS).all(axis=(1, 2, 3)))

    def _by_one(self, primitives: I64) -> I64:
        """Share as the first flat one does; those that it does not fit come back."""
        scene, one = self._scene, primitives[0]
        rows = self.base[primitives][:, None] + np.arange(scene.corner_count[one])
        at = self.face_base[primitives][:, None] + np.arange(scene.face_count[one])
        faces, normals = scene.faces.take(at[0], 0), scene.normals.take(rows, 0)
        same = (scene.faces.take(at, 0) == faces).all(axis=(1, 2))
        flat = same & are_level(normals, faces)
        if not flat.any():
            return np.asarray(primitives[~same])
        example, positions = int(np.argmax(flat)), scene.positions.take(rows, 0)
        pattern = pattern_of(positions[example], normals[example], faces)
        fits = flat & pattern.fits(positions, normals)
        self.flat[primitives[fits]] = True
        self.kept[rows[fits]] = False
        self.kept[rows[fits][:, pattern.kept]] = True
        self.faces[at[fits]] = pattern.faces
        return np.asarray(primitives[~(same & (fits | ~flat))])


def faces_of(soup: Soup, primitives: I64) -> I64:
    """Rows of the triangles of primitives, one after the other."""
    return spans(begins(soup.face_count)[primitives], soup.face_count[primitives])
