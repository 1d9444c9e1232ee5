"""Coarser levels of a mesh, made by us from the finest one.

Vertex clustering (Rossignac and Borrel 1993) on a cubic grid: everything in a cell moves
to the cell's weightiest vertex, faces that lose their area go. It never opens a seam
between materials, because a cell has one place whatever meets in it, it takes away small
parts before large walls, and how far it moves surfaces off their planes is known: `error_m`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from almaty_tour.mesh.data import MeshData
from almaty_tour.mesh.stretches import sorted_by, starts_of, stretch_of_faces

I64 = npt.NDArray[np.int64]
F64 = npt.NDArray[np.float64]

SHARES = (1.0, 2 / 5, 1 / 7, 1 / 20, 1 / 64)
SEARCH_STEPS = 10
POSITION_STEPS_PER_M = 4096
GROUND_LAYERS_M = 1.0
ERROR_PERCENTILE = 98.0
FINEST_CELL_M = 0.02


@dataclass(frozen=True)
class LevelMesh:
    """A mesh and how far its surface is from the finest one, but for a fiftieth of it.

    Sliding along its own plane does not count: nothing of it is seen.

    Attributes:
        starts: (s + 1,) face with which each stretch begins (`mesh.stretches`), and their end;
            empty where the mesh is one.
    """

    mesh: MeshData
    error_m: float
    starts: I64 = field(default_factory=lambda: np.zeros(0, np.int64))


def levels(data: MeshData) -> tuple[LevelMesh, ...]:
    """The mesh in stretches, with all its triangles and with about the `SHARES` of them."""
    stretch = _stretches(data)
    data, starts = sorted_by(data, stretch), starts_of(stretch)
    result = [LevelMesh(data, 0.0, starts)]
    for share in SHARES[1:]:
        coarse = reduced(data, max(1, round(data.triangle_count * share)), starts)
        if coarse.mesh.triangle_count < 0.8 * result[-1].mesh.triangle_count:
            result.append(coarse)
    return tuple(result)


def _stretches(data: MeshData) -> I64:
    """(m,) stretch of each face."""
    place, twin = _places(data)
    return stretch_of_faces(twin[data.faces.astype(np.int64)], place)


def reduced(data: MeshData, target: int, starts: I64 | None = None) -> LevelMesh:
    """The mesh with at most `target` triangles, by the finest grid that leaves so few."""
    place, twin = _places(data)
    faces = twin[data.faces.astype(np.int64)]
    low, high = FINEST_CELL_M, float(np.ptp(data.positions, axis=0).max()) + FINEST_CELL_M
    for _ in range(SEARCH_STEPS):
        cell_m = (low * high) ** 0.5
        if _surviving(_cells(place, cell_m)[faces]) > target:
            low = cell_m
        else:
            high = cell_m
    return clustered(data, high, starts)


def _surviving(ends: I64) -> int:
    """How many faces keep three different cells; those that become equal count each."""
    return int(_full(ends).sum())


def _full(ends: I64) -> npt.NDArray[np.bool_]:
    result: npt.NDArray[np.bool_] = (
        (ends[:, 0] != ends[:, 1]) & (ends[:, 1] != ends[:, 2]) & (ends[:, 2] != ends[:, 0])
    )
    return result


def _places(data: MeshData) -> tuple[F64, I64]:
    """(k, 3) different places and (n,) which of them each vertex has."""
    steps = np.rint(data.positions.astype(np.float64) * POSITION_STEPS_PER_M).astype(np.int64)
    steps -= steps.min(axis=0)
    size = steps.max(axis=0) + 1
    key = (steps[:, 0] * size[1] + steps[:, 1]) * size[2] + steps[:, 2]
    _, first, twin = np.unique(key, return_index=True, return_inverse=True)
    return data.positions[first].astype(np.float64), twin.reshape(-1)


def _weights(data: MeshData) -> F64:
    """(n,) area about the place of each vertex: what makes a place worth keeping."""
    place, twin = _places(data)
    faces = twin[data.faces.astype(np.int64)]
    corner = place[faces]
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    area = np.repeat(np.linalg.norm(across, axis=1), 3)
    total = np.bincount(faces.ravel(), area, minlength=len(place))
    return np.asarray(total[twin], np.float64)


def _cells(points: F64, cell_m: float) -> I64:
    """(n,) number of the grid cell of each point."""
    low = points.min(axis=0) - 0.37 * cell_m
    step = np.floor((points - low) / cell_m).astype(np.int64)
    size = step.max(axis=0) + 1
    result: I64 = (step[:, 0] * size[1] + step[:, 1]) * size[2] + step[:, 2]
    return result


def _kept_faces(data: MeshData, cell: I64) -> I64:
    """Indices of the faces with three different cells; of equal ones the outermost.

    The two sides of a thin plate become one triangle walked both ways, and both are kept.
    """
    faces = np.flatnonzero(_full(cell[data.faces.astype(np.int64)]))
    _, number = np.unique(cell, return_inverse=True)
    ends = number.reshape(-1)[data.faces[faces].astype(np.int64)]
    first = ends.argmin(axis=1)[:, None]
    ends = np.take_along_axis(ends, (first + np.arange(3)) % 3, axis=1)
    top = int(number.max()) + 1
    key = (ends[:, 0] * top + ends[:, 1]) * top + ends[:, 2]
    order = np.lexsort((-_reach(data, faces), key))
    kept = order[np.unique(key[order], return_index=True)[1]]
    return np.sort(faces[kept])


def _reach(data: MeshData, faces: I64) -> F64:
    """(k,) how far out each face lies along its own normal."""
    corner = data.positions.astype(np.float64)[data.faces[faces]]
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    across /= np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-12)
    return np.asarray((across * corner.mean(axis=1)).sum(axis=1), np.float64)


def clustered(data: MeshData, cell_m: float, starts: I64 | None = None) -> LevelMesh:
    """The mesh with everything in one grid cell at one place; stretches stay in their order."""
    cell = _cells(data.positions.astype(np.float64), cell_m)
    order = np.lexsort((np.arange(len(cell)), -_weights(data), cell))
    firsts = np.unique(cell[order], return_index=True)[1]
    chosen = order[firsts]
    home = np.searchsorted(cell[chosen], cell)
    moved = data.positions[chosen][home]
    off = np.abs(((moved - data.positions) * data.normals).sum(axis=1))
    error = float(np.percentile(off, ERROR_PERCENTILE))
    facing = np.abs(data.normals).argmax(axis=1) * 2
    facing += np.take_along_axis(data.normals, facing[:, None] // 2, axis=1)[:, 0] < 0
    shade = (data.tint[:, :3] >> 5).astype(np.int64) @ np.array([64, 8, 1])
    paint = (data.material.astype(np.int64) << 16) + data.part
    keys = np.stack([home, facing, paint, shade], axis=1)
    _, first, number = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    kept = _kept_faces(data, cell)
    faces = number.reshape(-1)[data.faces[kept].astype(np.int64)]
    coarse = _gathered(data, moved, first, number.reshape(-1), faces)
    begin = np.zeros(0, np.int64) if starts is None else np.searchsorted(kept, starts)
    return LevelMesh(coarse, error, begin)


def _gathered(
    data: MeshData, moved: npt.NDArray[np.float32], first: I64, number: I64, faces: I64
) -> MeshData:
    """The groups that faces still use, with mean normal and tint.

    Lawns, paving and water lie centimetres apart near the ground; each keeps its own
    height there, else they would fight for the same pixels.
    """
    used, small = _by_first_use(faces)
    share = np.bincount(number, minlength=len(first))[used]
    normals = _means(data.normals.astype(np.float64), number, len(first))[used]
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    tint = _means(data.tint.astype(np.float64), number, len(first))[used] / share[:, None]
    chosen = first[used]
    positions = moved[chosen].copy()
    height = _means(data.positions[:, 2:].astype(np.float64), number, len(first))[used, 0] / share
    layer = (normals[:, 2] > 0.95) & (np.abs(height) < GROUND_LAYERS_M)
    positions[layer, 2] = height[layer]
    return MeshData(
        positions=positions,
        normals=normals.astype(np.float32),
        uv=data.uv[chosen],
        tint=np.clip(np.rint(tint), 0, 255).astype(np.uint8),
        material=data.material[chosen],
        part=data.part[chosen],
        faces=small.reshape(-1, 3).astype(np.uint32),
        materials=data.materials,
        parts=data.parts,
    )


def _by_first_use(faces: I64) -> tuple[I64, I64]:
    """Vertices in the order in which faces use them, and the place of each corner's there.

    What is near in the buffer is found again: a tenth fewer vertices are worked out.
    """
    used, first, small = np.unique(faces, return_index=True, return_inverse=True)
    order = np.argsort(first)
    place = np.zeros_like(order)
    place[order] = np.arange(len(order))
    return used[order], place[small.reshape(-1)]


def _means(values: F64, number: I64, count: int) -> F64:
    """(count, k) sums of the rows of each group (a mean up to its length)."""
    return np.stack(
        [np.bincount(number, values[:, i], minlength=count) for i in range(values.shape[1])], axis=1
    )
