"""What a model file says beside its triangles: props of the setting and collision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from almaty_tour.mesh.data import Collision, InstanceTable, Prism

POSITION_STEPS_PER_M = 4096
ANGLE_STEPS = 65536
SCALE_STEPS = 4096


def written(props: Sequence[InstanceTable], collision: Collision) -> dict[str, Any]:
    """Plain lists of integers for the JSON of a file."""
    return {
        "props": [_table(table) for table in props],
        "solids": [_prism(prism) for prism in collision.solids],
        "floors": [_prism(prism) for prism in collision.floors],
    }


def read(values: Mapping[str, Any]) -> tuple[tuple[InstanceTable, ...], Collision]:
    """Props and collision of what `written` made; KeyError or ValueError when it is not."""
    props = tuple(_read_table(entry) for entry in values.get("props", []))
    solids = tuple(_read_prism(entry) for entry in values.get("solids", []))
    floors = tuple(_read_prism(entry) for entry in values.get("floors", []))
    return props, Collision(solids, floors)


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
