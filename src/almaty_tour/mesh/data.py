"""The one mesh type of the program: what the kit makes, the bakery packs and the renderer uploads.

Frame of a model: metres, right-handed, z up, origin on the ground at the middle of the
building's outline. **The main front looks towards -y**, so +x is to the right of somebody
who stands before the front. Counter-clockwise faces are outside faces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]
U16 = npt.NDArray[np.uint16]
U32 = npt.NDArray[np.uint32]

WHITE = (255, 255, 255, 255)


@dataclass(frozen=True)
class MeshData:
    """Triangles with everything a vertex carries; all arrays share one vertex count n.

    Attributes:
        positions: (n, 3) f4, metres in the model frame.
        normals: (n, 3) f4, unit length.
        uv: (n, 2) f4, **metres on the surface**; a material divides by its own texture size.
        tint: (n, 4) u1, sRGB multiplier of the material's colour, and ambient occlusion in
            the last channel (255 = open sky). The bakery fills the occlusion.
        material: (n,) u2, index into `materials`.
        part: (n,) u2, index into `parts`; names a piece that can be pointed at ("belfry").
        faces: (m, 3) u4.
        materials: names from `assets/content/materials.toml`.
        parts: names of parts; the first is "body".
    """

    positions: F32
    normals: F32
    uv: F32
    tint: U8
    material: U16
    part: U16
    faces: U32
    materials: tuple[str, ...]
    parts: tuple[str, ...] = ("body",)

    @property
    def vertex_count(self) -> int:
        return len(self.positions)

    @property
    def triangle_count(self) -> int:
        return len(self.faces)

    @property
    def bounds_m(self) -> tuple[F32, F32]:
        """Lowest and highest corner, (3,) f4 each; zeros for an empty mesh."""
        if not len(self.positions):
            zero = np.zeros(3, np.float32)
            return zero, zero
        return self.positions.min(axis=0), self.positions.max(axis=0)


@dataclass(frozen=True)
class InstanceTable:
    """Many copies of one prop: trees, lamps, benches, flags.

    Attributes:
        kind: name of the prop, "tree.poplar", "lamp.globe"; the file name in `kit/props/`
            is the part before the dot.
        positions: (n, 3) f4, metres in the frame of the owner.
        yaw_rad: (n,) f4, counter-clockwise seen from above.
        scale: (n, 2) f4, horizontal and vertical.
        seed: (n,) u4, integer hash of a stable id: tint and other variety come from it.
    """

    kind: str
    positions: F32
    yaw_rad: F32
    scale: F32
    seed: U32


@dataclass(frozen=True)
class Prism:
    """A solid that walking and flying collide with: a polygon pulled straight up.

    Attributes:
        outline: (k, 2) f4, metres, counter-clockwise, convex or not.
        bottom_m, top_m: heights in the frame of the owner.
    """

    outline: F32
    bottom_m: float
    top_m: float


@dataclass(frozen=True)
class Collision:
    """What a model stops and what it carries.

    `solids` are never entered. `floors` are prisms whose top can be walked on (steps,
    terraces, plazas); they are solid below their top. `boxes` are many plain solids at once:
    (n, 7) f4 of x, y, half length, half depth, yaw in radians, bottom, top.
    """

    solids: tuple[Prism, ...] = ()
    floors: tuple[Prism, ...] = ()
    boxes: F32 = field(default_factory=lambda: np.zeros((0, 7), np.float32))


@dataclass(frozen=True)
class Moving:
    """A piece that moves for ever: a wheel, the cabins of a ropeway.

    Attributes:
        name: id within the model, of letters, digits and "_".
        mesh: geometry in the piece's own frame, axes as in the model frame.
        motion: "turn" round `axis` through `pivot_m`, "swing" to and fro round it, or
            "loop": carried upright along the closed line `path_m` from `pivot_m`.
        pivot_m: where the piece's frame lies in the model frame.
        axis: unit vector.
        rate: radians a second, for "loop" metres a second.
        path_m: (k, 3) f4 corners of the closed line, relative to `pivot_m`.
        phases: one copy each, as a share (0 to 1) of the line or of a turn.
    """

    name: str
    mesh: MeshData
    motion: str
    pivot_m: tuple[float, float, float] = (0.0, 0.0, 0.0)
    axis: tuple[float, float, float] = (0.0, 0.0, 1.0)
    rate: float = 1.0
    path_m: F32 = field(default_factory=lambda: np.zeros((0, 3), np.float32))
    phases: tuple[float, ...] = (0.0,)


@dataclass(frozen=True)
class Model:
    """A finished landmark: its mesh, the props of its setting, its collision, what moves."""

    mesh: MeshData
    props: tuple[InstanceTable, ...] = ()
    collision: Collision = field(default_factory=Collision)
    moving: tuple[Moving, ...] = ()


def mesh(
    positions: npt.ArrayLike,
    faces: npt.ArrayLike,
    normals: npt.ArrayLike,
    material: str,
    *,
    uv: npt.ArrayLike | None = None,
    tint: tuple[int, int, int, int] = WHITE,
) -> MeshData:
    """A mesh of one material from (n, 3) positions and normals and (m, 3) faces.

    Without `uv` the surface is laid out in metres by the dominant axis of its normals.
    """
    points = np.ascontiguousarray(positions, np.float32).reshape(-1, 3)
    directions = np.ascontiguousarray(normals, np.float32).reshape(-1, 3)
    count = len(points)
    layout = box_uv(points, directions) if uv is None else np.asarray(uv, np.float32)
    return MeshData(
        positions=points,
        normals=directions,
        uv=np.ascontiguousarray(layout, np.float32).reshape(count, 2),
        tint=np.tile(np.array(tint, np.uint8), (count, 1)),
        material=np.zeros(count, np.uint16),
        part=np.zeros(count, np.uint16),
        faces=np.ascontiguousarray(faces, np.uint32).reshape(-1, 3),
        materials=(material,),
    )


def box_uv(positions: F32, normals: F32) -> F32:
    """(n, 2) f4 metres: the two axes across the dominant axis of each normal, v upwards."""
    axis = np.abs(normals).argmax(axis=1)
    u = np.where(axis == 0, positions[:, 1], positions[:, 0])
    v = np.where(axis == 2, positions[:, 1], positions[:, 2])
    return np.stack([u, v], axis=1).astype(np.float32)


def merge(parts: Sequence[MeshData]) -> MeshData:
    """One mesh of all `parts` in order, with the material and part names united."""
    filled = [part for part in parts if part.vertex_count]
    if not filled:
        return empty()
    materials = tuple(dict.fromkeys(name for part in filled for name in part.materials))
    names = tuple(dict.fromkeys(name for part in filled for name in part.parts))
    offsets = np.cumsum([0] + [part.vertex_count for part in filled[:-1]])
    return MeshData(
        positions=np.concatenate([part.positions for part in filled]),
        normals=np.concatenate([part.normals for part in filled]),
        uv=np.concatenate([part.uv for part in filled]),
        tint=np.concatenate([part.tint for part in filled]),
        material=np.concatenate([_renamed(p.material, p.materials, materials) for p in filled]),
        part=np.concatenate([_renamed(p.part, p.parts, names) for p in filled]),
        faces=np.concatenate(
            [part.faces + np.uint32(offset) for part, offset in zip(filled, offsets, strict=True)]
        ),
        materials=materials,
        parts=names,
    )


def empty() -> MeshData:
    """A mesh without a vertex, the zero of `merge`."""
    return MeshData(
        positions=np.zeros((0, 3), np.float32),
        normals=np.zeros((0, 3), np.float32),
        uv=np.zeros((0, 2), np.float32),
        tint=np.zeros((0, 4), np.uint8),
        material=np.zeros(0, np.uint16),
        part=np.zeros(0, np.uint16),
        faces=np.zeros((0, 3), np.uint32),
        materials=(),
    )


def as_part(data: MeshData, name: str) -> MeshData:
    """The same mesh, all of it one named part."""
    return replace(data, part=np.zeros(data.vertex_count, np.uint16), parts=(name,))


def transformed(data: MeshData, matrix: npt.ArrayLike) -> MeshData:
    """The mesh moved by a (4, 4) affine matrix; mirrored faces are turned over again."""
    affine = np.asarray(matrix, np.float64).reshape(4, 4)
    linear = affine[:3, :3]
    positions = data.positions @ linear.T + affine[:3, 3]
    normals = data.normals @ np.linalg.inv(linear)
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    faces = data.faces[:, ::-1] if np.linalg.det(linear) < 0.0 else data.faces
    return replace(
        data,
        positions=positions.astype(np.float32),
        normals=(normals / np.maximum(length, 1e-12)).astype(np.float32),
        faces=np.ascontiguousarray(faces),
    )


def _renamed(index: U16, old: tuple[str, ...], new: tuple[str, ...]) -> U16:
    table = np.array([new.index(name) for name in old], np.uint16)
    return table[index]
