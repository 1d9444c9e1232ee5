"""Reads the plain GLB of a benchmark scene: JSON and views of one buffer, nothing copied.

Only what the contract promises: triangles with float positions and normals, one material
a primitive, nodes with translation, rotation, scale under roots that do not move. Anything
else is an AssetError. Models of the tour go through `mesh.glb` instead.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.errors import AssetError

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]

_TYPES: Final = {5121: np.uint8, 5123: np.uint16, 5125: np.uint32, 5126: np.float32}
_WIDTHS: Final = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4}


@dataclass(frozen=True)
class Primitive:
    """Triangles of one material, Y up as in the file."""

    positions: F32
    normals: F32
    indices: npt.NDArray[Any]
    material: int


@dataclass(frozen=True)
class PlainScene:
    """A scene of the contract.

    Attributes:
        meshes: primitives of each mesh.
        mesh: (n,) i4 mesh of each node; matrices: (n, 4, 4) f8, Y up.
        colours: (m, 3) f4 linear base colours.
    """

    meshes: tuple[tuple[Primitive, ...], ...]
    mesh: npt.NDArray[np.int32]
    matrices: F64
    colours: F32


def read_plain(path: Path) -> PlainScene:
    """The scene of a GLB. Raises AssetError when it is not one of the contract."""
    try:
        data = path.read_bytes()
        length = int.from_bytes(data[12:16], "little")
        if data[:4] != b"glTF" or len(data) < 28 + length:
            raise ValueError("it is no whole GLB")
        with _uncollected():
            return _scene(json.loads(data[20 : 20 + length]), data, 28 + length)
    except OSError as fault:
        raise AssetError(path, f"cannot be read: {fault.strerror}") from fault
    except (ValueError, KeyError, IndexError, TypeError) as fault:
        raise AssetError(path, f"is not a plain GLB: {fault}") from fault


@contextmanager
def _uncollected() -> Iterator[None]:
    """A hundred thousand small things come and stay: looking through them takes half the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _scene(table: dict[str, Any], data: bytes, start: int) -> PlainScene:
    accessors = [_accessor(table, data, start, one) for one in table["accessors"]]
    meshes = tuple(
        tuple(_primitive(one, accessors) for one in mesh["primitives"]) for mesh in table["meshes"]
    )
    nodes = [node for node in table["nodes"] if "mesh" in node]
    colours = [
        material.get("pbrMetallicRoughness", {}).get("baseColorFactor", (1, 1, 1, 1))[:3]
        for material in table.get("materials", [{}])
    ]
    return PlainScene(
        meshes=meshes,
        mesh=np.array([node["mesh"] for node in nodes], np.int32),
        matrices=_matrices(nodes),
        colours=np.array(colours, np.float32),
    )


def _accessor(
    table: dict[str, Any], data: bytes, start: int, one: dict[str, Any]
) -> npt.NDArray[Any]:
    view = table["bufferViews"][one["bufferView"]]
    width = _WIDTHS[one["type"]]
    offset = start + view.get("byteOffset", 0) + one.get("byteOffset", 0)
    flat = np.frombuffer(data, _TYPES[one["componentType"]], one["count"] * width, offset)
    return flat.reshape(-1, width) if width > 1 else flat


def _primitive(one: dict[str, Any], accessors: list[npt.NDArray[Any]]) -> Primitive:
    attributes = one["attributes"]
    return Primitive(
        positions=accessors[attributes["POSITION"]],
        normals=accessors[attributes["NORMAL"]],
        indices=accessors[one["indices"]],
        material=one.get("material", 0),
    )


def _matrices(nodes: list[dict[str, Any]]) -> F64:
    """(n, 4, 4) of translation, rotation (x, y, z, w) and scale."""
    shift = np.array([node.get("translation", (0, 0, 0)) for node in nodes], np.float64)
    turn = np.array([node.get("rotation", (0, 0, 0, 1)) for node in nodes], np.float64)
    scale = np.array([node.get("scale", (1, 1, 1)) for node in nodes], np.float64)
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
