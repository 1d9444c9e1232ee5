"""From models to chunks: meshes become vertices, turned to their bearing, with ids."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.spaces import OUTDOORS
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Moving, Prism
from almaty_tour.mesh.simplify import LevelMesh
from almaty_tour.scene.chunk import Chunk, Instances, Level, MovingPart
from almaty_tour.scene.pick import object_ids
from almaty_tour.scene.stretches import bounds_of
from almaty_tour.scene.vertex import INSTANCE, VERTEX, pack_normals

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]

PROP_REACH_M: Final = 15.0


@dataclass(frozen=True)
class Placement:
    """Where a model stands: its origin in the world, turned counter-clockwise by a yaw."""

    origin_enu: tuple[float, float, float]
    yaw_rad: float = 0.0


def model_chunk(
    chunk_id: str,
    levels: Sequence[LevelMesh],
    placement: Placement,
    material_rows: Mapping[str, int],
    *,
    props: Sequence[InstanceTable] = (),
    collision: Collision | None = None,
    moving: Sequence[Moving] = (),
    view_distance_m: float = math.inf,
    space: str = OUTDOORS,
) -> Chunk:
    """A chunk of a model with its levels, finest first."""
    finished = tuple(
        replace(
            mesh_level(one.mesh, one.error_m, material_rows, chunk_id, placement.yaw_rad),
            starts=one.starts,
        )
        for one in levels
        if one.mesh.vertex_count
    )
    tables = tuple(_instances(table, placement.yaw_rad, chunk_id) for table in props)
    parts = tuple(
        part
        for piece in moving
        for part in moving_parts(piece, material_rows, chunk_id, placement.yaw_rad)
    )
    low, high = _bounds(finished, tables, parts)
    return Chunk(
        id=chunk_id,
        origin_enu=placement.origin_enu,
        bounds_min=low,
        bounds_max=high,
        levels=finished,
        instances=tables,
        moving=parts,
        collision=turned_collision(collision or Collision(), placement.yaw_rad),
        view_distance_m=view_distance_m,
        space=space,
        stretches=bounds_of(finished),
    )


def mesh_level(
    mesh: MeshData,
    error_m: float,
    material_rows: Mapping[str, int],
    chunk_id: str = "",
    yaw_rad: float = 0.0,
) -> Level:
    """One level of a mesh, turned by a yaw. An unknown material is drawn as row 0."""
    turn = _turn(yaw_rad)
    rows = np.zeros(mesh.vertex_count, VERTEX)
    rows["position"] = mesh.positions @ turn.T
    rows["normal"] = pack_normals(mesh.normals @ turn.T)
    rows["uv"] = mesh.uv
    rows["tint"] = mesh.tint
    table = np.array([material_rows.get(name, 0) for name in mesh.materials] or [0], np.uint32)
    rows["material"] = table[mesh.material]
    rows["object_id"] = object_ids(chunk_id, mesh.parts)[mesh.part] if chunk_id else 0
    return Level(rows, np.ascontiguousarray(mesh.faces, np.uint32).ravel(), error_m)


def moving_parts(
    piece: Moving, material_rows: Mapping[str, int], chunk_id: str, yaw_rad: float
) -> tuple[MovingPart, ...]:
    """The copies of a piece that moves, turned by a yaw with the model; they share levels."""
    turn = _turn(yaw_rad)
    levels = (mesh_level(piece.mesh, 0.0, material_rows, chunk_id, yaw_rad),)
    x, y, z = (turn @ piece.pivot_m).tolist()
    east, north, up = (turn @ piece.axis).tolist()
    path = (piece.path_m @ turn.T).astype(np.float32)
    return tuple(
        MovingPart(
            name=f"{piece.name}.{number}",
            levels=levels,
            motion=piece.motion,
            pivot_m=(x, y, z),
            axis=(east, north, up),
            rate=piece.rate,
            path_m=path,
            phase=phase,
        )
        for number, phase in enumerate(piece.phases)
    )


def turned_collision(collision: Collision, yaw_rad: float) -> Collision:
    """The same collision with its outlines turned."""
    turn = _turn(yaw_rad)[:2, :2].astype(np.float32)

    def turned(prisms: tuple[Prism, ...]) -> tuple[Prism, ...]:
        return tuple(Prism(p.outline @ turn.T, p.bottom_m, p.top_m) for p in prisms)

    boxes = collision.boxes.copy()
    boxes[:, :2] = boxes[:, :2] @ turn.T
    boxes[:, 4] += np.float32(yaw_rad)
    return Collision(turned(collision.solids), turned(collision.floors), boxes)


def _instances(table: InstanceTable, yaw_rad: float, chunk_id: str) -> Instances:
    rows = np.zeros(len(table.positions), INSTANCE)
    rows["position"] = table.positions @ _turn(yaw_rad).T
    rows["yaw_rad"] = table.yaw_rad + yaw_rad
    rows["scale"] = table.scale
    rows["seed"] = table.seed
    rows["object_id"] = object_ids(chunk_id, ("props",))[0]
    return Instances(table.kind, rows)


def _bounds(
    levels: Sequence[Level], tables: Sequence[Instances], moving: Sequence[MovingPart]
) -> tuple[F32, F32]:
    """Corners round every vertex, every prop and all that a moving part can reach."""
    points = [level.vertices["position"] for level in levels[:1]]
    for part in moving:
        places = part.path_m if len(part.path_m) else np.zeros((1, 3), np.float32)
        reach = np.linalg.norm(part.levels[0].vertices["position"], axis=1).max(initial=0.0)
        points += [part.pivot_m + places - reach, part.pivot_m + places + reach]
    for table in tables:
        points += [table.rows["position"] - PROP_REACH_M, table.rows["position"] + PROP_REACH_M]
    filled = [part for part in points if len(part)]
    if not filled:
        return np.zeros(3, np.float32), np.zeros(3, np.float32)
    low = np.min([part.min(axis=0) for part in filled], axis=0)
    high = np.max([part.max(axis=0) for part in filled], axis=0)
    return low.astype(np.float32), high.astype(np.float32)


def _turn(yaw_rad: float) -> F64:
    cosine, sine = math.cos(yaw_rad), math.sin(yaw_rad)
    return np.array([[cosine, -sine, 0.0], [sine, cosine, 0.0], [0.0, 0.0, 1.0]])
