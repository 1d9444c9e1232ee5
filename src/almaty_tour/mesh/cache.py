"""Models ready for the renderer, kept between starts: all levels as plain arrays.

An entry is named by the hash of the model file's content, so it can never be out of date;
a damaged one fails its check sums, is made again and replaced. Where nothing can be written
the program only starts slower. With a warm cache trimesh is never imported.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import platformdirs

from almaty_tour.base.arrays import DAMAGE, Array, arrays_of
from almaty_tour.base.assets import read_bounded
from almaty_tour.base.files import write_atomic
from almaty_tour.mesh import extras, glb, simplify
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, Moving
from almaty_tour.mesh.simplify import LevelMesh

FORMAT = 7
ARRAYS = ("positions", "normals", "uv", "tint", "material", "part", "faces")


@dataclass(frozen=True)
class LevelledModel:
    """A model with all its levels, finest first."""

    levels: tuple[LevelMesh, ...]
    props: tuple[InstanceTable, ...]
    collision: Collision
    moving: tuple[Moving, ...] = ()


def default_folder() -> Path:
    """Where this user's entries are."""
    return Path(platformdirs.user_cache_path("almaty-tour")) / "meshes"


def load_model(path: Path, folder: Path | None = None) -> LevelledModel:
    """The model of a GLB with its coarser levels; AssetError when the file is wrong."""
    data = read_bounded(path, glb.LIMIT_BYTES)

    def make() -> dict[str, LevelledModel]:
        return {glb.MODEL: levelled(glb.model_of(data, path))}

    return _kept(data, "model", folder, make)[glb.MODEL]


def load_library(path: Path, folder: Path | None = None) -> dict[str, LevelledModel]:
    """The named models of a file; "kind/0", "kind/1" ... are joined as levels of "kind"."""
    data = read_bounded(path, glb.LIMIT_BYTES)

    def make() -> dict[str, LevelledModel]:
        return joined_levels(glb.library_of(data, path))

    return _kept(data, "library", folder, make)


def levelled(model: Model) -> LevelledModel:
    """The model with coarser levels made by clustering."""
    return LevelledModel(simplify.levels(model.mesh), model.props, model.collision, model.moving)


def joined_levels(library: dict[str, Model]) -> dict[str, LevelledModel]:
    """Models called "name/level" as one model a name; the error is the spread of the bounds."""
    found: dict[str, list[tuple[int, MeshData]]] = {}
    for key, model in library.items():
        name, _, level = key.rpartition("/")
        found.setdefault(name or key, []).append((int(level or 0), model.mesh))
    result = {}
    for name, meshes in sorted(found.items()):
        ordered = [mesh for _, mesh in sorted(meshes, key=lambda item: item[0])]
        errors = [_spread_m(ordered[0], mesh) for mesh in ordered]
        made = tuple(LevelMesh(m, e) for m, e in zip(ordered, errors, strict=True))
        result[name] = LevelledModel(made, (), Collision())
    return result


def _spread_m(finest: MeshData, other: MeshData) -> float:
    """How far apart two meshes may be: the gap of their bounds, at least a tenth of an edge."""
    if other is finest:
        return 0.0
    gap = np.abs(np.array(finest.bounds_m) - np.array(other.bounds_m)).max()
    corner = other.positions[other.faces]
    edge = np.linalg.norm(corner[:, 1] - corner[:, 0], axis=1).mean()
    return float(max(gap, 0.1 * edge))


def _kept(
    data: bytes,
    kind: str,
    folder: Path | None,
    make: Callable[[], dict[str, LevelledModel]],
) -> dict[str, LevelledModel]:
    digest = hashlib.blake2b(data, digest_size=16).hexdigest()
    entry = (folder or default_folder()) / f"{kind}-{FORMAT}-{digest}.npz"
    stored = _read(entry)
    if stored is not None:
        return stored
    made = make()
    with contextlib.suppress(OSError):  # a cache that cannot be written only costs time
        write_atomic(entry, encoded(made))
    return made


def _read(entry: Path) -> dict[str, LevelledModel] | None:
    """The stored models, None when there are none or the file is damaged."""
    try:
        return decoded(entry.read_bytes())
    except DAMAGE:
        return None


def encoded(models: dict[str, LevelledModel]) -> bytes:
    """The bytes of an entry: an uncompressed npz, each array with its check sum."""
    header: dict[str, Any] = {}
    arrays: dict[str, Any] = {}
    for number, (name, model) in enumerate(models.items()):
        for level, item in enumerate(model.levels):
            for field in ARRAYS:
                arrays[f"{number}.{level}.{field}"] = getattr(item.mesh, field)
            arrays[f"{number}.{level}.starts"] = item.starts
        header[name] = {
            "errors": [item.error_m for item in model.levels],
            "names": [[item.mesh.materials, item.mesh.parts] for item in model.levels],
            "extras": extras.written(model.props, model.collision, model.moving),
            "moving": [[piece.mesh.materials, piece.mesh.parts] for piece in model.moving],
        }
        for piece in model.moving:
            for field in ARRAYS:
                arrays[f"{number}.{piece.name}.{field}"] = getattr(piece.mesh, field)
    arrays["header"] = np.frombuffer(json.dumps(header).encode(), np.uint8)
    file = io.BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


def decoded(data: bytes) -> dict[str, LevelledModel]:
    """What `encoded` wrote; one of `DAMAGE` when it is damaged."""
    arrays = arrays_of(data, len(data))
    header = json.loads(arrays["header"].tobytes().decode())
    result = {}
    for number, (name, entry) in enumerate(header.items()):
        levels = [
            LevelMesh(
                _mesh(arrays, f"{number}.{level}", names),
                float(error),
                arrays[f"{number}.{level}.starts"],
            )
            for level, (error, names) in enumerate(
                zip(entry["errors"], entry["names"], strict=True)
            )
        ]
        moving = entry["extras"].get("moving", [])
        pieces = {
            piece["name"]: _mesh(arrays, f"{number}.{piece['name']}", names)
            for piece, names in zip(moving, entry["moving"], strict=True)
        }
        rest = extras.read(entry["extras"], levels[0].mesh, pieces)
        result[name] = LevelledModel(tuple(levels), rest.props, rest.collision, rest.moving)
    return result


def _mesh(arrays: dict[str, Array], key: str, names: tuple[list[str], list[str]]) -> MeshData:
    materials, parts = names
    fields = {field: arrays[f"{key}.{field}"] for field in ARRAYS}
    return MeshData(**fields, materials=tuple(materials), parts=tuple(parts))
