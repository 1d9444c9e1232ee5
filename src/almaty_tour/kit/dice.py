"""Large faces cut small, so that shade baked into vertices can change across them.

A wall of two triangles whose feet stand inside another body would be dark all over: its
only vertices see nothing. Every edge longer than a limit is halved, in all faces that share
it, so a closed solid stays closed.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.extrude import grid_faces
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData

I64 = npt.NDArray[np.int64]
MAX_ROUNDS = 16


def diced(data: MeshData, edge_m: float) -> MeshData:
    """The same surface without an edge longer than `edge_m`."""
    if edge_m <= 0.0:
        raise ValueError(f"diced(): expected a positive edge, got {edge_m}")
    for _ in range(MAX_ROUNDS):
        halved = _halved(data, edge_m)
        if halved is data:
            return data
        data = halved
    return data


def _halved(data: MeshData, edge_m: float) -> MeshData:
    """One round: all long edges get a middle vertex, their faces become two, three or four."""
    faces = data.faces.astype(np.int64)
    sides = np.stack([faces, np.roll(faces, -1, axis=1)], axis=2)
    points = data.positions.astype(np.float64)
    length = np.linalg.norm(points[sides[..., 0]] - points[sides[..., 1]], axis=2)
    long = length > edge_m * (1.0 + 1e-6)
    if not long.any():
        return data
    pairs, inverse = np.unique(np.sort(sides[long], axis=1), axis=0, return_inverse=True)
    middle = np.full(long.shape, -1, np.int64)
    middle[long] = data.vertex_count + inverse.ravel()
    grown = _with_middles(data, pairs)
    return replace(grown, faces=_cut(faces, middle, length).astype(np.uint32))


def _with_middles(data: MeshData, pairs: I64) -> MeshData:
    """The mesh with one more vertex in the middle of each pair."""
    first, second = pairs[:, 0], pairs[:, 1]

    def mean(values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        wide = values.astype(np.float64)
        return ((wide[first] + wide[second]) / 2).astype(np.float32)

    normals = mean(data.normals)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    return replace(
        data,
        positions=np.concatenate([data.positions, mean(data.positions)]),
        normals=np.concatenate([data.normals, normals]),
        uv=np.concatenate([data.uv, mean(data.uv)]),
        tint=np.concatenate([data.tint, data.tint[first]]),
        material=np.concatenate([data.material, data.material[first]]),
        part=np.concatenate([data.part, data.part[first]]),
    )


def _cut(faces: I64, middle: I64, length: npt.NDArray[np.float64]) -> I64:
    """Faces with their long edges cut; `middle` is (m, 3), -1 where an edge stays whole."""
    count = (middle >= 0).sum(axis=1)
    pieces = [faces[count == 0]]
    start = np.where(count == 1, (middle >= 0).argmax(axis=1), (middle < 0).argmax(axis=1) + 1)
    turn = (np.arange(3)[None] + start[:, None]) % 3
    a, b, c = np.take_along_axis(faces, turn, axis=1).T
    p, q, r = np.take_along_axis(middle, turn, axis=1).T
    first, second, _ = np.take_along_axis(length, turn, axis=1).T
    one, two, three = count == 1, count == 2, count == 3
    pieces += [_faces(a, p, c, one), _faces(p, b, c, one)]
    pieces.append(_faces(p, b, q, two))
    longer = two & (first >= second)
    pieces += [_faces(a, p, c, two & ~longer), _faces(p, q, c, two & ~longer)]
    pieces += [_faces(a, p, q, longer), _faces(a, q, c, longer)]
    pieces += [_faces(a, p, r, three), _faces(p, b, q, three)]
    pieces += [_faces(r, q, c, three), _faces(p, q, r, three)]
    return np.concatenate(pieces)


def _faces(a: I64, b: I64, c: I64, chosen: npt.NDArray[np.bool_]) -> I64:
    return np.stack([a[chosen], b[chosen], c[chosen]], axis=1)


def tiles(
    low: tuple[float, float], high: tuple[float, float], z_m: float, paint: Paint, cell_m: float
) -> MeshData:
    """A level floor looking up between two corners, cut into cells of at most `cell_m`."""
    across = max(1, int(np.ceil((high[0] - low[0]) / cell_m - 1e-6)))
    along = max(1, int(np.ceil((high[1] - low[1]) / cell_m - 1e-6)))
    x, y = np.meshgrid(
        np.linspace(low[0], high[0], across + 1), np.linspace(low[1], high[1], along + 1)
    )
    points = np.column_stack([x.ravel(), y.ravel(), np.full(x.size, z_m)])
    return solid(points, grid_faces(along + 1, across + 1)[:, ::-1], paint)
