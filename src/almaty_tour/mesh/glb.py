"""The only reader and writer of GLB files, and the only face of trimesh.

A file of ours has one glTF mesh for every model, part and material, named
"model|part|material" ("model>piece|part|material" for a piece that moves), compact
attributes (see `mesh.compact`), and the props, collision and motions of each model in the
extras of the scene. Anybody else's GLB is read too: its nodes are placed, its colours
(textures as their mean) become tint, its materials become ours by their look. In a file y
is up; in memory z is.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import AssetError
from almaty_tour.base.importing import imported_alone
from almaty_tour.mesh import compact, extras
from almaty_tour.mesh.data import F32, MeshData, Model, box_uv, merge

LIMIT_BYTES = 256 << 20
MARK = "almaty_tour"
FORMAT = 1
MODEL = "model"
PIECE = ">"
WORD_VERTICES = 65535
COMPONENT_BYTE, COMPONENT_U2 = 5120, 5123
TO_FILE = np.array([[1, 0, 0], [0, 0, 1], [0, -1, 0]], np.float64)  # rows: x, z, -y


@dataclass(frozen=True)
class Look:
    """How a material appears to other programs: sRGB "#RRGGBB" and PBR numbers."""

    colour: str = "#FFFFFF"
    roughness: float = 0.8
    metallic: float = 0.0
    emission: float = 0.0


def read_model(path: Path) -> Model:
    """The model of any GLB; AssetError with one line when it is missing, damaged or too large."""
    return model_of(read_bounded(path, LIMIT_BYTES), path)


def read_library(path: Path) -> dict[str, Model]:
    """All the named models of a file of ours ("tree.poplar/0"); AssetError as above."""
    return library_of(read_bounded(path, LIMIT_BYTES), path)


def model_of(data: bytes, source: Path) -> Model:
    """The model in the bytes of a file; `source` is only named in errors."""
    library = library_of(data, source)
    return library.get(MODEL) or next(iter(library.values()))


def library_of(data: bytes, source: Path) -> dict[str, Model]:
    """The named models in the bytes of a file; a foreign file is one model."""
    gltf = imported_alone("trimesh", "trimesh.exchange.gltf")
    try:
        _refuse_truncated(data)
        with np.errstate(all="ignore"):  # numbers that are none are refused below
            raw = gltf.load_glb(io.BytesIO(data), ignore_broken=False)
            mark = (raw.get("metadata") or {}).get(MARK)
            library = _own(raw, mark) if mark else {MODEL: Model(_foreign(data))}
    except Exception as error:
        raise AssetError(source, f"is not a GLB that can be read: {_line(error)}") from error
    for name, mesh, _ in _meshes(library):
        _refuse_broken(mesh, source, name)
    return library


def _line(error: Exception) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    return text[:160]


def _refuse_truncated(data: bytes) -> None:
    """A short file can pass for a whole one when the cut falls well."""
    if len(data) < 20 or data[:4] != b"glTF":
        raise ValueError("it does not begin with the mark of a GLB")
    stated = int.from_bytes(data[8:12], "little")
    if stated > len(data):
        raise ValueError(f"it ends after {len(data)} of {stated} bytes")


def _refuse_broken(mesh: MeshData, source: Path, name: str) -> None:
    if mesh.triangle_count and int(mesh.faces.max()) >= mesh.vertex_count:
        raise AssetError(source, "a triangle points past the last vertex", where=name)
    if not (np.isfinite(mesh.positions).all() and np.isfinite(mesh.normals).all()):
        raise AssetError(source, "a vertex is not a number", where=name)


# Reading ------------------------------------------------------------------------------------


def _own(raw: Mapping[str, Any], mark: Mapping[str, Any]) -> dict[str, Model]:
    if int(mark["format"]) > FORMAT:
        raise ValueError(f"it has format {mark['format']}, this program knows {FORMAT}")
    found: dict[str, list[MeshData]] = {name: [] for name in mark["models"]}
    for geometry_name, geometry in raw["geometry"].items():
        name, part, material = geometry_name.split("|")
        steps = int(mark["uv_steps"][geometry_name])
        found.setdefault(name, []).append(_piece(geometry, part, material, steps))
    meshes = {name: merge(pieces) for name, pieces in found.items()}
    return {
        name: extras.read(values, meshes[name], _moving_meshes(meshes, name))
        for name, values in mark["models"].items()
    }


def _moving_meshes(meshes: Mapping[str, MeshData], name: str) -> dict[str, MeshData]:
    """The meshes of the pieces of one model that move, by the name of the piece."""
    start = name + PIECE
    return {key.removeprefix(start): m for key, m in meshes.items() if key.startswith(start)}


def _piece(geometry: Mapping[str, Any], part: str, material: str, uv_steps: int) -> MeshData:
    positions = (np.asarray(geometry["vertices"], np.float64) @ TO_FILE).astype(np.float32)
    normals = compact.unpacked_normals(geometry["vertex_normals"])
    count = len(positions)
    return MeshData(
        positions=np.ascontiguousarray(positions),
        normals=np.ascontiguousarray(normals @ TO_FILE.astype(np.float32)),
        uv=compact.unpacked_uv(geometry["vertex_attributes"]["_UV"], uv_steps),
        tint=np.array(geometry["visual"].vertex_attributes["color"], np.uint8).reshape(count, 4),
        material=np.zeros(count, np.uint16),
        part=np.zeros(count, np.uint16),
        faces=np.asarray(geometry["faces"], np.uint32),
        materials=(material,),
        parts=(part,),
    )


def _foreign(data: bytes) -> MeshData:
    import trimesh

    scene = trimesh.load_scene(io.BytesIO(data), file_type="glb", process=False)
    pieces = []
    for node in scene.graph.nodes_geometry:
        matrix, name = scene.graph[node]
        geometry = scene.geometry[name]
        if isinstance(geometry, trimesh.Trimesh) and len(geometry.faces):
            pieces.append(_foreign_piece(geometry, np.asarray(matrix, np.float64)))
    if not pieces:
        raise ValueError("it has no triangles")
    return merge(pieces)


def _foreign_piece(geometry: Any, matrix: npt.NDArray[np.float64]) -> MeshData:
    linear = matrix[:3, :3]
    positions = (geometry.vertices @ linear.T + matrix[:3, 3]) @ TO_FILE
    normals = geometry.vertex_normals @ np.linalg.inv(linear) @ TO_FILE
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
    faces = np.asarray(geometry.faces)
    if np.linalg.det(linear) < 0.0:
        faces = faces[:, ::-1]
    colour, material = _foreign_look(geometry.visual)
    count = len(positions)
    place, facing = positions.astype(np.float32), normals.astype(np.float32)
    return MeshData(
        positions=np.ascontiguousarray(place),
        normals=np.ascontiguousarray(facing),
        uv=box_uv(place, facing),
        tint=np.column_stack([np.broadcast_to(colour, (count, 3)), np.full(count, 255)]).astype(
            np.uint8
        ),
        material=np.zeros(count, np.uint16),
        part=np.zeros(count, np.uint16),
        faces=np.ascontiguousarray(faces, np.uint32),
        materials=(material,),
    )


def _foreign_look(visual: Any) -> tuple[npt.NDArray[np.uint8], str]:
    """One colour or one a vertex, sRGB, and the nearest material of ours."""
    stored = getattr(visual, "vertex_attributes", {})
    if visual.kind in ("vertex", "face"):
        return _srgb(np.asarray(visual.vertex_colors)[:, :3] / 255.0), "plaster"
    material = getattr(visual, "material", None)
    factor = getattr(material, "baseColorFactor", None)
    if factor is None:
        factor = getattr(material, "diffuse", None)
    linear = np.ones(4) if factor is None else np.asarray(factor, np.float64) / 255.0
    colour = _srgb(linear[:3]).astype(np.float64)
    image = getattr(material, "baseColorTexture", None) or getattr(material, "image", None)
    if image is not None:
        colour = colour * np.asarray(image.convert("RGB"), np.float64).mean(axis=(0, 1)) / 255.0
    if "color" in stored:
        colour = colour * _srgb(np.asarray(stored["color"])[:, :3] / 255.0) / 255.0
    tint = np.clip(np.rint(colour), 0, 255).astype(np.uint8)
    return tint, _nearest_material(material, float(linear[3]))


def _nearest_material(material: Any, opacity: float) -> str:
    metallic = getattr(material, "metallicFactor", None)
    blend = str(getattr(material, "alphaMode", "") or "").upper() == "BLEND"
    if opacity < 0.9 and blend:
        return "window"
    return "steel" if metallic is not None and float(metallic) > 0.5 else "plaster"


def _srgb(linear: npt.NDArray[np.float64]) -> npt.NDArray[np.uint8]:
    low = linear * 12.92
    high = 1.055 * np.maximum(linear, 0.0031308) ** (1 / 2.4) - 0.055
    return np.rint(np.where(linear <= 0.0031308, low, high) * 255.0).clip(0, 255).astype(np.uint8)


def _linear(colour: str) -> list[float]:
    parts = [value / 255.0 for value in bytes.fromhex(colour.lstrip("#"))]
    return [p / 12.92 if p <= 0.04045 else math.pow((p + 0.055) / 1.055, 2.4) for p in parts]


# Writing ------------------------------------------------------------------------------------


def model_bytes(model: Model, looks: Mapping[str, Look]) -> bytes:
    """A GLB of one model."""
    return library_bytes({MODEL: model}, looks)


def library_bytes(
    library: Mapping[str, Model], looks: Mapping[str, Look], *, unit_m: float = 1.0
) -> bytes:
    """A GLB of several named models; the same input gives the same bytes.

    `unit_m` is what one unit of the models is: other programs see them in metres.
    """
    import trimesh

    scene = trimesh.Scene()
    uv_steps: dict[str, int] = {}
    for name, mesh, at_m in _meshes(library):
        place = np.diag([unit_m, unit_m, unit_m, 1.0])
        place[:3, 3] = TO_FILE @ np.asarray(at_m) * unit_m
        for part, material, piece in compact.pieces(mesh):
            key = f"{name}|{part}|{material}"
            geometry, uv_steps[key] = _geometry(piece, material, looks.get(material, Look()))
            scene.add_geometry(geometry, node_name=key, geom_name=key, transform=place)
    scene.metadata[MARK] = {
        "format": FORMAT,
        "uv_steps": uv_steps,
        "models": {
            name: extras.written(m.props, m.collision, m.moving) for name, m in library.items()
        },
    }
    result = scene.export(
        file_type="glb",
        include_normals=False,
        buffer_postprocessor=_short_indices,
        tree_postprocessor=_standard_normals,
    )
    return bytes(result)


def _meshes(
    library: Mapping[str, Model],
) -> Iterator[tuple[str, MeshData, tuple[float, float, float]]]:
    """Name, mesh and place of every model and of what moves in it."""
    for name, model in library.items():
        yield name, model.mesh, (0.0, 0.0, 0.0)
        for piece in model.moving:
            yield name + PIECE + piece.name, piece.mesh, piece.pivot_m


def _geometry(piece: MeshData, material: str, look: Look) -> tuple[Any, int]:
    import trimesh

    uv, steps = compact.packed_uv(piece.uv)
    to_file = TO_FILE.T.astype(np.float32)
    paint = trimesh.visual.material.PBRMaterial(
        name=material,
        baseColorFactor=[*_linear(look.colour), 1.0],
        roughnessFactor=look.roughness,
        metallicFactor=look.metallic,
        emissiveFactor=[look.emission] * 3,
    )
    visual = trimesh.visual.TextureVisuals(material=paint)
    visual.vertex_attributes["color"] = piece.tint
    normals = compact.packed_normals(_exact(piece.normals @ to_file))
    geometry = trimesh.Trimesh(
        vertices=_exact(piece.positions @ to_file),
        faces=piece.faces,
        visual=visual,
        vertex_attributes={"_NORMAL": normals, "_UV": uv},
        process=False,
        validate=False,
    )
    return geometry, steps


def _exact(values: F32) -> F32:
    """Without negative zeros, which would make equal meshes differ in their bytes."""
    return values + np.float32(0.0)


def _short_indices(buffers: Any, tree: Any) -> None:
    """Two bytes an index where a piece has few enough vertices."""
    accessors = list(tree["accessors"].values())
    keys = list(buffers.keys())
    done: set[int] = set()
    for mesh in tree["meshes"]:
        for primitive in mesh["primitives"]:
            count = accessors[primitive["attributes"]["POSITION"]]["count"]
            accessor = accessors[primitive["indices"]]
            view = accessor["bufferView"]
            if count > WORD_VERTICES or view in done:
                continue
            done.add(view)
            words = np.frombuffer(buffers[keys[view]], np.uint32)[: accessor["count"]]
            short = words.astype("<u2").tobytes()
            buffers[keys[view]] = short + b"\0" * (-len(short) % 4)
            accessor["componentType"] = COMPONENT_U2


def _standard_normals(tree: Any) -> None:
    """Our byte normals under their standard name, as KHR_mesh_quantization allows."""
    for mesh in tree.get("meshes", []):
        for primitive in mesh["primitives"]:
            attributes = primitive["attributes"]
            accessor = tree["accessors"][attributes.pop("_NORMAL")]
            attributes["NORMAL"] = tree["accessors"].index(accessor)
            accessor |= {"componentType": COMPONENT_BYTE, "normalized": True, "type": "VEC3"}
            accessor.pop("min", None)
            accessor.pop("max", None)
            tree["bufferViews"][accessor["bufferView"]]["byteStride"] = 4
    tree["extensionsUsed"] = ["KHR_mesh_quantization"]
    tree["extensionsRequired"] = ["KHR_mesh_quantization"]
