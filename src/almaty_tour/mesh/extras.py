"""What a model file says beside its triangles: props, collision and how pieces move."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, Moving, Prism, empty

POSITION_STEPS_PER_M = 4096
ANGLE_STEPS = 65536
SCALE_STEPS = 4096


def written(
    props: Sequence[InstanceTable], collision: Collision, moving: Sequence[Moving] = ()
) -> dict[str, Any]:
    """Plain lists of numbers for the JSON of a file; the meshes of what moves go elsewhere."""
    values: dict[str, Any] = {
        "props": [_table(table) for table in props],
        "solids": [_prism(prism) for prism in collision.solids],
        "floors": [_prism(prism) for prism in collision.floors],
    }
    if moving:
        values["moving"] = [_moving(piece) for piece in moving]
    return values


def read(values: Mapping[str, Any], mesh: MeshData, pieces: Mapping[str, MeshData]) -> Model:
    """The model of a mesh, of what `written` made and of the meshes of what moves, by name.

    KeyError or ValueError when `values` is something else.
    """
    props = tuple(_read_table(entry) for entry in values.get("props", []))
    solids = tuple(_read_prism(entry) for entry in values.get("solids", []))
    floors = tuple(_read_prism(entry) for entry in values.get("floors", []))
    moving = tuple(
        replace(_read_moving(entry), mesh=pieces[entry["name"]])
        for entry in values.get("moving", [])
    )
    return Model(mesh, props, Collision(solids, floors), moving)


def _steps(values: npt.ArrayLike, steps: float) -> list[int]:
    whole: list[int] = np.rint(np.asarray(values, np.float64) * steps).astype(int).ravel().tolist()
    return whole


def _table(table: InstanceTable) -> dict[str, Any]:
    return {
        "kind": table.kind,
        "positions": _steps(table.positions, POSITION_STEPS_PER_M),
        "yaw": _steps(table.yaw_rad, ANGLE_STEPS / (2 * np.pi)),
        "scale": _steps(table.scale, SCALE_STEPS),
        "seed": table.seed.astype(np.int64).tolist(),
    }


def _read_table(entry: Mapping[str, Any]) -> InstanceTable:
    positions = np.array(entry["positions"], np.float64).reshape(-1, 3) / POSITION_STEPS_PER_M
    scale = np.array(entry["scale"], np.float64).reshape(-1, 2) / SCALE_STEPS
    yaw = np.array(entry["yaw"], np.float64) * (2 * np.pi / ANGLE_STEPS)
    seed = np.array(entry["seed"], np.int64).astype(np.uint32)
    if not len(positions) == len(scale) == len(yaw) == len(seed):
        raise ValueError(f"the columns of the props '{entry['kind']}' differ in length")
    return InstanceTable(
        kind=str(entry["kind"]),
        positions=positions.astype(np.float32),
        yaw_rad=yaw.astype(np.float32),
        scale=scale.astype(np.float32),
        seed=seed,
    )


def _prism(prism: Prism) -> dict[str, Any]:
    return {
        "outline": _steps(prism.outline, POSITION_STEPS_PER_M),
        "span": _steps([prism.bottom_m, prism.top_m], POSITION_STEPS_PER_M),
    }


def _read_prism(entry: Mapping[str, Any]) -> Prism:
    outline = np.array(entry["outline"], np.float64).reshape(-1, 2) / POSITION_STEPS_PER_M
    bottom, top = (float(value) / POSITION_STEPS_PER_M for value in entry["span"])
    return Prism(outline.astype(np.float32), bottom, top)


def _moving(piece: Moving) -> dict[str, Any]:
    return {
        "name": piece.name,
        "motion": piece.motion,
        "pivot": _steps(piece.pivot_m, POSITION_STEPS_PER_M),
        "axis": [float(value) for value in piece.axis],
        "rate": float(piece.rate),
        "path": _steps(piece.path_m, POSITION_STEPS_PER_M),
        "phases": [float(value) for value in piece.phases],
    }


def _read_moving(entry: Mapping[str, Any]) -> Moving:
    x, y, z = (float(value) / POSITION_STEPS_PER_M for value in entry["pivot"])
    east, north, up = (float(value) for value in entry["axis"])
    path = np.array(entry["path"], np.float64).reshape(-1, 3) / POSITION_STEPS_PER_M
    return Moving(
        name=str(entry["name"]),
        mesh=empty(),
        motion=str(entry["motion"]),
        pivot_m=(x, y, z),
        axis=(east, north, up),
        rate=float(entry["rate"]),
        path_m=path.astype(np.float32),
        phases=tuple(float(value) for value in entry["phases"]),
    )
