"""Coarser levels of a mesh, made by us from the finest one.

Vertex clustering (Rossignac and Borrel 1993) on a cubic grid: everything in a cell moves
to the cell's weightiest vertex, faces that lose their area go. It never opens a seam
between materials, because a cell has one place whatever meets in it, it takes away small
parts before large walls, and the distance it moves anything is known: `error_m`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.mesh.data import MeshData

I64 = npt.NDArray[np.int64]
F64 = npt.NDArray[np.float64]

SHARES = (1.0, 1 / 4, 1 / 16)
SEARCH_STEPS = 9
FINEST_CELL_M = 0.02


@dataclass(frozen=True)
class LevelMesh:
    """A mesh and how far its surface may be from the finest one."""

    mesh: MeshData
    error_m: float


def levels(data: MeshData) -> tuple[LevelMesh, ...]:
    """The mesh with all, a quarter and a sixteenth of its triangles (about)."""
    result = [LevelMesh(data, 0.0)]
    for share in SHARES[1:]:
        coarse = reduced(data, max(1, round(data.triangle_count * share)))
        if coarse.mesh.triangle_count < 0.8 * result[-1].mesh.triangle_count:
            result.append(coarse)
    return tuple(result)


def reduced(data: MeshData, target: int) -> LevelMesh:
    """The mesh with at most `target` triangles (the finest clustering that has so few)."""
    low, high = FINEST_CELL_M, float(np.ptp(data.positions, axis=0).max()) + FINEST_CELL_M
    corners = _places(data)
    for _ in range(SEARCH_STEPS):
        cell = (low * high) ** 0.5
        if _surviving(data, cell, corners) > target:
            low = cell
        else:
            high = cell
    return clustered(data, high, corners)


def _places(data: MeshData) -> F64:
    """(n,) weight of each vertex: the area about its place, all twins together."""
    points = data.positions.astype(np.float64)
    _, twin = np.unique(np.rint(points * 4096).astype(np.int64), axis=0, return_inverse=True)
    twin = twin.reshape(-1)
    corner = points[data.faces]
    area = np.linalg.norm(
        np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0]), axis=1
    )
    total = np.bincount(twin[data.faces.ravel()], np.repeat(area, 3), minlength=twin.max() + 1)
    return np.asarray(total[twin], np.float64)


def _cells(data: MeshData, cell_m: float) -> I64:
    """(n,) number of the grid cell of each vertex."""
    low = data.positions.min(axis=0).astype(np.float64) - 0.37 * cell_m
    step = np.floor((data.positions.astype(np.float64) - low) / cell_m).astype(np.int64)
    size = step.max(axis=0) + 1
    result: I64 = (step[:, 0] * size[1] + step[:, 1]) * size[2] + step[:, 2]
    return result


def _kept_faces(data: MeshData, cell: I64) -> npt.NDArray[np.bool_]:
    """(m,) faces with three different cells, one of those that became equal."""
    ends = cell[data.faces]
    full = (ends[:, 0] != ends[:, 1]) & (ends[:, 1] != ends[:, 2]) & (ends[:, 2] != ends[:, 0])
    _, number = np.unique(cell, return_inverse=True)
    ordered = np.sort(number.reshape(-1)[data.faces].astype(np.int64), axis=1)
    top = int(number.max()) + 1
    key = (ordered[:, 0] * top + ordered[:, 1]) * top + ordered[:, 2]
    alone = np.zeros(len(key), bool)
    alone[np.unique(np.where(full, key, -1), return_index=True)[1]] = True
    result: npt.NDArray[np.bool_] = full & alone
    return result


def _surviving(data: MeshData, cell_m: float, _weights: F64) -> int:
    return int(_kept_faces(data, _cells(data, cell_m)).sum())


def clustered(data: MeshData, cell_m: float, weights: F64) -> LevelMesh:
    """The mesh with everything in one grid cell at one place."""
    cell = _cells(data, cell_m)
    order = np.lexsort((np.arange(len(cell)), -weights, cell))
    firsts = np.unique(cell[order], return_index=True)[1]
    chosen = order[firsts]
    home = np.searchsorted(cell[chosen], cell)
    moved = data.positions[chosen][home]
    error = float(np.linalg.norm(moved - data.positions, axis=1).max())
    facing = np.abs(data.normals).argmax(axis=1) * 2
    facing += np.take_along_axis(data.normals, facing[:, None] // 2, axis=1)[:, 0] < 0
    keys = np.stack(
        [home, facing, data.material.astype(np.int64), data.part.astype(np.int64)], axis=1
    )
    _, first, number = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    faces = number.reshape(-1)[data.faces[_kept_faces(data, cell)].astype(np.int64)]
    return LevelMesh(_gathered(data, moved, first, number.reshape(-1), faces), error)


def _gathered(
    data: MeshData, moved: npt.NDArray[np.float32], first: I64, number: I64, faces: I64
) -> MeshData:
    """The groups that faces still use, with mean normal and tint."""
    used, small = np.unique(faces, return_inverse=True)
    share = np.bincount(number, minlength=len(first))[used]
    normals = _means(data.normals.astype(np.float64), number, len(first))[used]
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    tint = _means(data.tint.astype(np.float64), number, len(first))[used] / share[:, None]
    chosen = first[used]
    return MeshData(
        positions=np.ascontiguousarray(moved[chosen]),
        normals=normals.astype(np.float32),
        uv=data.uv[chosen],
        tint=np.clip(np.rint(tint), 0, 255).astype(np.uint8),
        material=data.material[chosen],
        part=data.part[chosen],
        faces=small.reshape(-1, 3).astype(np.uint32),
        materials=data.materials,
        parts=data.parts,
    )


def _means(values: F64, number: I64, count: int) -> F64:
    """(count, k) sums of the rows of each group (a mean up to its length)."""
    return np.stack(
        [np.bincount(number, values[:, i], minlength=count) for i in range(values.shape[1])], axis=1
    )
