"""Reads the plain GLB of a benchmark scene: its table and the arrays of all primitives.

Only what the contract promises: triangles with float positions and normals, one material
a primitive, nodes with translation, rotation, scale under roots that do not move. Anything
else is an AssetError. Models of the tour go through `mesh.glb` instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
import numpy.typing as npt

from almaty_tour.base.errors import AssetError

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]

_HEADER: Final = 20
"""Bytes before the table; 8 more before the buffer."""
_INDEX_TYPES: Final = {5121: np.uint8, 5123: np.uint16, 5125: np.uint32}
_FLOAT: Final = 5126
_WIDTHS: Final = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4}


@dataclass(frozen=True)
class PlainScene:
    """A scene of the contract, primitive after primitive, Y up as in the file.

    Attributes:
        positions, normals: (v, 3) f4.
        faces: (t, 3) i4 counted from the first corner of the primitive.
        corner_count, face_count, material: (p,) i8 of each primitive.
        count: (m,) i8 primitives of each mesh.
        mesh: (n,) i4 mesh of each node; matrices: (n, 4, 4) f8.
        colours: (c, 3) f4 linear base colours.
    """

    positions: F32
    normals: F32
    faces: I32
    corner_count: I64
    face_count: I64
    material: I64
    count: I64
    mesh: I32
    matrices: F64
    colours: F32


class _Accessor(msgspec.Struct, gc=False):
    bufferView: int  # noqa: N815  names of glTF
    componentType: int  # noqa: N815
    count: int
    type: str
    byteOffset: int = 0  # noqa: N815


class _View(msgspec.Struct, gc=False):
    byteOffset: int = 0  # noqa: N815


class _Attributes(msgspec.Struct, gc=False):
    POSITION: int
    NORMAL: int


class _Primitive(msgspec.Struct, gc=False):
    attributes: _Attributes
    indices: int
    material: int = 0


class _Mesh(msgspec.Struct, gc=False):
    primitives: tuple[_Primitive, ...]


class _Node(msgspec.Struct, gc=False):
    mesh: int = -1
    translation: tuple[float, float, float] = (0.0, 0.0, 0.0)
    rotation: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 1.0)
    scale: tuple[float, float, float] = (1.0, 1.0, 1.0)


class _Surface(msgspec.Struct, frozen=True):
    baseColorFactor: tuple[float, float, float, float] = (1.0, 1.0, 1.0, 1.0)  # noqa: N815


class _Material(msgspec.Struct, gc=False):
    pbrMetallicRoughness: _Surface = _Surface()  # noqa: N815


class _Table(msgspec.Struct):
    accessors: list[_Accessor]
    bufferViews: list[_View]  # noqa: N815
    meshes: list[_Mesh]
    nodes: list[_Node]
    materials: list[_Material] = msgspec.field(default_factory=lambda: [_Material()])


def read_plain(path: Path) -> PlainScene:
    """The scene of a GLB. Raises AssetError when it is not one of the contract."""
    try:
        data = np.memmap(path, np.uint8, "r")  # its large arrays are copied once
        length = int.from_bytes(data[12:16].tobytes(), "little")
        if data[:4].tobytes() != b"glTF" or len(data) < _HEADER + 8 + length:
            raise ValueError("it is no whole GLB")
        table = msgspec.json.decode(data[_HEADER : _HEADER + length].data, type=_Table)
        return _scene(table, np.asarray(data)[_HEADER + 8 + length :])
    except OSError as fault:
        raise AssetError(path, f"cannot be read: {fault.strerror}") from fault
    except (ValueError, IndexError, KeyError, msgspec.MsgspecError) as fault:
        raise AssetError(path, f"is not a plain GLB: {fault}") from fault


def _scene(table: _Table, buffer: npt.NDArray[np.uint8]) -> PlainScene:
    every = [one for mesh in table.meshes for one in mesh.primitives]
    nodes = [node for node in table.nodes if node.mesh >= 0]
    places = [one.attributes.POSITION for one in every]
    normals = [one.attributes.NORMAL for one in every]
    indices = [one.indices for one in every]
    return PlainScene(
        positions=_corners(table, buffer, places),
        normals=_corners(table, buffer, normals),
        faces=_faces(table, buffer, indices),
        corner_count=np.array([table.accessors[at].count for at in places], np.int64),
        face_count=np.array([table.accessors[at].count // 3 for at in indices], np.int64),
        material=np.array([one.material for one in every], np.int64),
        count=np.array([len(mesh.primitives) for mesh in table.meshes], np.int64),
        mesh=np.array([node.mesh for node in nodes], np.int32),
        matrices=_matrices(nodes),
        colours=np.array(
            [one.pbrMetallicRoughness.baseColorFactor[:3] for one in table.materials], np.float32
        ),
    )


def _corners(table: _Table, buffer: npt.NDArray[np.uint8], which: Sequence[int]) -> F32:
    """(v, 3) what accessors of three floats hold, one after the other."""
    parts = _parts(table, buffer, which, {_FLOAT: np.float32}, "VEC3")
    return np.asarray(np.concatenate(parts).view(np.float32).reshape(-1, 3))


def _faces(table: _Table, buffer: npt.NDArray[np.uint8], which: Sequence[int]) -> I32:
    """(t, 3) what accessors of indices hold, one after the other."""
    parts = _parts(table, buffer, which, _INDEX_TYPES, "SCALAR")
    kinds = [_INDEX_TYPES[table.accessors[at].componentType] for at in which]
    if set(kinds) == {np.uint32}:
        return np.concatenate(parts).view(np.int32).reshape(-1, 3)
    typed = [part.view(kind) for part, kind in zip(parts, kinds, strict=True)]
    return np.concatenate(typed).astype(np.int32).reshape(-1, 3)


def _parts(
    table: _Table,
    buffer: npt.NDArray[np.uint8],
    which: Sequence[int],
    types: dict[int, Any],
    shape: str,
) -> list[npt.NDArray[np.uint8]]:
    """The bytes of accessors. Raises ValueError for other types, or where the buffer ends."""
    chosen = [table.accessors[at] for at in which]
    if any(one.type != shape or one.componentType not in types for one in chosen):
        raise ValueError(f"something else than {shape} where the contract wants it")
    size = {code: np.dtype(kind).itemsize * _WIDTHS[shape] for code, kind in types.items()}
    views = table.bufferViews
    begins = [views[one.bufferView].byteOffset + one.byteOffset for one in chosen]
    ends = [
        begin + one.count * size[one.componentType]
        for begin, one in zip(begins, chosen, strict=True)
    ]
    if min(begins, default=0) < 0 or max(ends, default=0) > len(buffer):
        raise ValueError("its buffer ends too soon")
    return [buffer[begin:end] for begin, end in zip(begins, ends, strict=True)]


def _rows(tuples: Sequence[tuple[float, ...]]) -> F64:
    """(n, k) of n tuples; faster than `np.array`."""
    return np.fromiter(chain.from_iterable(tuples), np.float64).reshape(len(tuples), -1)


def _matrices(nodes: list[_Node]) -> F64:
    """(n, 4, 4) of translation, rotation (x, y, z, w) and scale."""
    shift = _rows([node.translation for node in nodes])
    turn = _rows([node.rotation for node in nodes])
    scale = _rows([node.scale for node in nodes])
    x, y, z, w = turn.T
    rows = np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
            [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
            [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
        ]
    )
    result = np.zeros((len(nodes), 4, 4))
    result[:, :3, :3] = rows.transpose(2, 0, 1) * scale[:, None, :]
    result[:, :3, 3] = shift
    result[:, 3, 3] = 1.0
    return result
