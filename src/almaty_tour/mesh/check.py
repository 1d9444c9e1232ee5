"""What is wrong with a mesh, as lines for a person; empty when nothing is."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]

POSITION_STEPS_PER_M = 4096
THIN_M2 = 1e-9
UNIT_TOLERANCE = 0.02


def faults(data: MeshData) -> list[str]:
    """Broken numbers, indices, normals, names and faces of a mesh."""
    found: list[str] = []
    if not data.triangle_count:
        return ["it has no triangles"]
    if int(data.faces.max()) >= data.vertex_count:
        return ["a triangle points past the last vertex"]
    for name in ("positions", "normals", "uv"):
        broken = ~np.isfinite(getattr(data, name)).all(axis=1)
        if broken.any():
            found.append(f"{int(broken.sum())} vertices have {name} that are no numbers")
    if found:
        return found
    length = np.linalg.norm(data.normals, axis=1)
    found += _count(np.abs(length - 1.0) > UNIT_TOLERANCE, "normals are not of unit length")
    found += _count(data.material >= len(data.materials), "vertices have an unknown material")
    found += _count(data.part >= len(data.parts), "vertices have an unknown part")
    found += _count(_area_m2(data) < THIN_M2, "faces have no area")
    found += _count(backward(data), "faces turn their back on their normals")
    return found


def _count(mask: npt.NDArray[np.bool_], words: str) -> list[str]:
    number = int(mask.sum())
    return [f"{number} {words}"] if number else []


def _crosses(data: MeshData) -> F64:
    corner = data.positions.astype(np.float64)[data.faces]
    return np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])


def _area_m2(data: MeshData) -> F64:
    result: F64 = np.linalg.norm(_crosses(data), axis=1) / 2
    return result


def backward(data: MeshData) -> npt.NDArray[np.bool_]:
    """(m,) faces whose winding disagrees with the mean of their normals."""
    facing = data.normals.astype(np.float64)[data.faces].sum(axis=1)
    across = _crosses(data)
    size = np.linalg.norm(across, axis=1) * np.linalg.norm(facing, axis=1)
    result: npt.NDArray[np.bool_] = (across * facing).sum(axis=1) < -1e-3 * size
    return result


def volume_m3(data: MeshData) -> float:
    """Signed volume: positive for a closed mesh with outside faces."""
    corner = data.positions.astype(np.float64)[data.faces]
    return float((corner[:, 0] * np.cross(corner[:, 1], corner[:, 2])).sum() / 6)


def welded_faces(data: MeshData) -> I64:
    """(m, 3) faces over vertices joined where they are within a quarter of a millimetre."""
    place = np.rint(data.positions.astype(np.float64) * POSITION_STEPS_PER_M).astype(np.int64)
    _, index = np.unique(place, axis=0, return_inverse=True)
    return index.reshape(-1)[data.faces.astype(np.int64)]


def open_edges(data: MeshData) -> int:
    """How many directed edges lack their one opposite: 0 for a closed, outward solid.

    Each solid on its own: two that share an edge count as open there.
    """
    faces = welded_faces(data)
    edges = faces[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2)
    edges = edges[edges[:, 0] != edges[:, 1]]
    top = int(edges.max()) + 1 if len(edges) else 1
    key, twin = edges[:, 0] * top + edges[:, 1], edges[:, 1] * top + edges[:, 0]
    keys, count = np.unique(key, return_counts=True)
    twins, twin_count = np.unique(twin, return_counts=True)
    place = np.searchsorted(twins, keys).clip(0, len(twins) - 1)
    single = (count == 1) & (twins[place] == keys) & (twin_count[place] == 1)
    return int(count[~single].sum())


def boundary_edges(data: MeshData) -> int:
    """Directed edges that no face walks the other way: holes, whatever else shares them."""
    faces = welded_faces(data)
    edges = faces[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2)
    edges = edges[edges[:, 0] != edges[:, 1]]
    top = int(edges.max()) + 1 if len(edges) else 1
    forward, count = np.unique(edges[:, 0] * top + edges[:, 1], return_counts=True)
    opposite, back = np.unique(edges[:, 1] * top + edges[:, 0], return_counts=True)
    place = np.searchsorted(opposite, forward).clip(0, len(opposite) - 1)
    matched = np.where(opposite[place] == forward, back[place], 0)
    return int(np.maximum(count - matched, 0).sum())


def is_solid(data: MeshData) -> bool:
    """Closed, every edge walked twice, outside out."""
    return bool(data.triangle_count) and open_edges(data) == 0 and volume_m3(data) > 0.0
