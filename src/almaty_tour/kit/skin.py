"""Triangles over a large distance field, sampled only where its surface is.

`sdf.surface` samples a whole box; a figure with outstretched limbs fills little of its box,
so here the field is first asked once per block of cells and worked out only near the zero.
"""

from __future__ import annotations

from itertools import product

import fast_simplification
import numpy as np
import numpy.typing as npt

from almaty_tour.kit import sdf
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, mesh

F64 = npt.NDArray[np.float64]

BLOCK = 8
SLACK = 2.5  # fields are not true distances everywhere: how much nearer the surface may be
ROUNDING_M = 2.0**-24  # one bit of another machine's arithmetic must not flip a sign


def skin(
    field: sdf.Field,
    low: sdf.Vector,
    high: sdf.Vector,
    cell_m: float,
    paint: Paint,
    *,
    triangles: int = 0,
) -> MeshData:
    """A closed smooth mesh of the field's zero inside a box that encloses the whole body.

    Detail down to `cell_m` is seen. With `triangles` the mesh is thinned to about that many,
    few where it is flat.
    """
    values, origin = _sample(field, np.array(low, np.float64), np.array(high, np.float64), cell_m)
    if _touches_border(values < 0.0):
        raise ValueError("skin(): expected a box that holds the whole body, it sticks out")
    grid, faces = sdf.surface_nets(values)
    points = origin + cell_m * grid
    points = _pulled(field, points, cell_m)
    if 0 < triangles < len(faces):
        few, index = fast_simplification.simplify(
            points.astype(np.float32), faces.astype(np.int32), target_count=triangles, agg=4
        )
        points, faces = np.asarray(few, np.float64), np.asarray(index, np.int64)
    normals = sdf.gradient(field, points, 0.4 * cell_m)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    return mesh(points, faces, normals, paint.material, tint=paint.tint)


def _sample(field: sdf.Field, low: F64, high: F64, cell_m: float) -> tuple[F64, F64]:
    """Values on all grid points, worked out only in the blocks near the surface."""
    blocks = np.ceil((high - low) / (cell_m * BLOCK)).astype(int) + 1
    reach = cell_m * BLOCK * 0.87
    corner = np.stack(np.meshgrid(*(np.arange(n) for n in blocks), indexing="ij"), -1)
    corner = corner.reshape(-1, 3)
    middle = low + (corner * BLOCK + (BLOCK - 1) / 2.0) * cell_m
    coarse = sdf.values_at(field, middle)
    near = np.abs(coarse) < reach * SLACK + cell_m
    within = np.array(list(product(range(BLOCK), repeat=3)))
    fine = np.repeat(coarse[:, None], BLOCK**3, axis=1)
    spots = low + (corner[near][:, None, :] * BLOCK + within[None]) * cell_m
    fine[near] = sdf.values_at(field, spots.reshape(-1, 3)).reshape(-1, BLOCK**3)
    fine = np.round(fine / ROUNDING_M) * ROUNDING_M + ROUNDING_M / 4.0
    grid = fine.reshape(*blocks, BLOCK, BLOCK, BLOCK).transpose(0, 3, 1, 4, 2, 5)
    return np.ascontiguousarray(grid.reshape(*(blocks * BLOCK))), low


def _touches_border(inside: npt.NDArray[np.bool_]) -> bool:
    sides = (np.moveaxis(inside, axis, 0)[[0, -1]] for axis in range(3))
    return any(bool(side.any()) for side in sides)


def _pulled(field: sdf.Field, points: F64, cell_m: float) -> F64:
    """The points drawn onto the surface, by at most a third of a cell at each of two tries."""
    for _ in range(2):
        slope = sdf.gradient(field, points, 0.3 * cell_m)
        steep = np.maximum((slope**2).sum(axis=1, keepdims=True), 0.1)
        gap = sdf.values_at(field, points)[:, None] / steep
        points = points - np.clip(gap, -0.3 * cell_m, 0.3 * cell_m) * slope
    return points
