"""A plain scene as chunks of the product: blocks of a grid, and props for what repeats.

Every node keeps an object id of its own (its number + 1), so that a picture of ids can
tell whether a building is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.bench.read import PlainScene, Primitive
from almaty_tour.mesh.data import F32
from almaty_tour.scene.chunk import Chunk, Instances, Level
from almaty_tour.scene.vertex import INSTANCE, VERTEX, pack_normals

F64 = npt.NDArray[np.float64]

BLOCKS: Final = 8
REPEATED: Final = 64
WIDE_SHARE: Final = 0.5
TO_Z_UP: Final = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, -1.0], [0.0, 1.0, 0.0]])


@dataclass(frozen=True)
class BenchScene:
    """What the renderer is given.

    Attributes:
        chunks: blocks of the grid. props: levels by kind, used by the chunks.
        object_ids: (n,) u4 of every node.
    """

    chunks: tuple[Chunk, ...]
    props: Mapping[str, tuple[Level, ...]]
    object_ids: npt.NDArray[np.uint32]


def bench_scene(scene: PlainScene) -> BenchScene:
    """The chunks of a plain scene; materials are rows of the scene's own colours."""
    places = scene.matrices[:, :3, 3] @ TO_Z_UP.T
    count = np.bincount(scene.mesh, minlength=len(scene.meshes))
    repeated = count[scene.mesh] >= REPEATED
    low, high = places[:, :2].min(axis=0), places[:, :2].max(axis=0)
    side = float((high - low).max()) / BLOCKS + 1e-6
    cell = np.floor((places[:, :2] - low) / side).astype(np.int64)
    key = cell[:, 0] * (BLOCKS + 1) + cell[:, 1]
    chunks: list[Chunk] = []
    for block in np.unique(key):
        nodes = np.flatnonzero(key == block)
        chunks += _chunks(scene, f"block.{block}", nodes, repeated, places, side)
    props = {
        f"prop.{mesh}": (_prop_level(scene.meshes[mesh]),)
        for mesh in np.unique(scene.mesh[repeated]).tolist()
    }
    ids = np.arange(1, len(scene.mesh) + 1, dtype=np.uint32)
    return BenchScene(tuple(chunks), props, ids)


def _chunks(
    scene: PlainScene, name: str, nodes: npt.NDArray[np.intp],
    repeated: npt.NDArray[np.bool_], places: F64, side: float,
) -> Iterator[Chunk]:  # fmt: skip
    """The chunk of a block, and one for each wide mesh cut into blocks of its own."""
    single = [int(node) for node in nodes if not repeated[node]]
    wide = [node for node in single if _width(scene, node) > WIDE_SHARE * 2.0 * side]
    plain = [node for node in single if node not in set(wide)]
    origin = places[nodes].mean(axis=0)
    parts = [
        _world(scene, node, primitive, origin) for node in plain for primitive in _of(scene, node)
    ]
    tables = tuple(_instances(scene, nodes[repeated[nodes]], places, origin))
    if parts or tables:
        yield _chunk(name, origin, _joined(parts), tables)
    for node in wide:
        for number, primitive in enumerate(_of(scene, node)):
            yield from _cut(
                f"{name}.{node}.{number}", _world(scene, node, primitive, origin), origin, side
            )


def _of(scene: PlainScene, node: int) -> tuple[Primitive, ...]:
    return scene.meshes[scene.mesh[node]]


def _width(scene: PlainScene, node: int) -> float:
    points = [primitive.positions for primitive in _of(scene, node)]
    scale = float(np.abs(scene.matrices[node, :3, :3]).sum(axis=0).max())
    return max(float(np.ptp(one[:, [0, 2]], axis=0).max()) for one in points) * scale


Piece = tuple[npt.NDArray[np.void], npt.NDArray[np.uint32]]


def _world(scene: PlainScene, node: int, primitive: Primitive, origin: F64) -> Piece:
    """Vertices of one primitive in the world, relative to an origin."""
    linear = (TO_Z_UP @ scene.matrices[node, :3, :3]).astype(np.float32)
    shift = (TO_Z_UP @ scene.matrices[node, :3, 3] - origin).astype(np.float32)
    normals = primitive.normals @ np.linalg.inv(linear).astype(np.float32)
    rows = _rows(primitive.positions @ linear.T + shift, normals, primitive.material)
    rows["object_id"] = node + 1
    return rows, primitive.indices.astype(np.uint32)


def _rows(positions: F32, normals: F32, material: int) -> npt.NDArray[np.void]:
    rows = np.zeros(len(positions), VERTEX)
    rows["position"] = positions
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    rows["normal"] = pack_normals(normals / np.maximum(length, 1e-9))
    rows["tint"] = 255
    rows["material"] = material
    return rows


def _joined(parts: list[Piece]) -> tuple[Level, ...]:
    if not parts:
        return ()
    first = np.cumsum([0, *(len(rows) for rows, _ in parts[:-1])])
    indices = [index + np.uint32(base) for (_, index), base in zip(parts, first, strict=True)]
    return (Level(np.concatenate([rows for rows, _ in parts]), np.concatenate(indices), 0.0),)


def _cut(name: str, piece: Piece, origin: F64, side: float) -> Iterator[Chunk]:
    """A wide mesh in blocks, each triangle in the block of its first corner."""
    rows, indices = piece
    faces = indices.reshape(-1, 3)
    cell = np.floor(rows["position"][faces[:, 0], :2] / side).astype(np.int64)
    key = cell[:, 0] * 4096 + cell[:, 1]
    for block in np.unique(key):
        used, local = np.unique(faces[key == block], return_inverse=True)
        level = Level(rows[used], local.ravel().astype(np.uint32), 0.0)
        yield _chunk(f"{name}.{block}", origin, (level,), ())


def _instances(
    scene: PlainScene, nodes: npt.NDArray[np.intp], places: F64, origin: F64
) -> Iterator[Instances]:
    for mesh in np.unique(scene.mesh[nodes]).tolist():
        mine = nodes[scene.mesh[nodes] == mesh]
        linear = scene.matrices[mine, :3, :3]
        rows = np.zeros(len(mine), INSTANCE)
        rows["position"] = places[mine] - origin
        rows["yaw_rad"] = np.arctan2(linear[:, 0, 2], linear[:, 0, 0])
        rows["scale"] = np.linalg.norm(linear[:, :, 1], axis=1)[:, None]
        rows["seed"] = rows["object_id"] = mine + 1
        yield Instances(f"prop.{mesh}", rows)


def _prop_level(primitives: tuple[Primitive, ...]) -> Level:
    turn = TO_Z_UP.T.astype(np.float32)
    parts = [
        (
            _rows(one.positions @ turn, one.normals @ turn, one.material),
            one.indices.astype(np.uint32),
        )
        for one in primitives
    ]
    return _joined(parts)[0]


def _chunk(
    name: str, origin: F64, levels: tuple[Level, ...], tables: tuple[Instances, ...]
) -> Chunk:
    points = [level.vertices["position"] for level in levels]
    reach = np.float32(20.0)
    for table in tables:
        points += [table.rows["position"] - reach, table.rows["position"] + reach]
    low = np.min([one.min(axis=0) for one in points], axis=0)
    high = np.max([one.max(axis=0) for one in points], axis=0)
    x, y, z = origin.tolist()
    return Chunk(name, (x, y, z), low, high, levels, tables)
