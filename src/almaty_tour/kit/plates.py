"""Domes clad in lozenge plates: each plate lies flat, a little proud, with sunk seams."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge, mesh

F64 = npt.NDArray[np.float64]


def plated_dome(
    section: npt.ArrayLike,
    columns: int,
    rows: int,
    paint: Paint,
    *,
    seam: Paint | None = None,
    proud_m: float = 0.03,
    seam_share: float = 0.06,
) -> MeshData:
    """A dome of `columns` x `rows` staggered lozenges over (radius, height) from the foot up.

    The plates meet in seams that lie `proud_m` deeper and take `seam_share` of a plate on
    each side. The shell is one closed surface with a disc below and a small cap on the tip
    (the section must end on the axis); every plate is flat shaded, so that each mirrors its
    own piece of sky.
    """
    line = _resampled(np.asarray(section, np.float64).reshape(-1, 2), rows + 2)
    corners = _lozenges(line, columns, rows)
    middle = corners.mean(axis=2, keepdims=True)
    across = np.cross(corners[:, :, 1] - corners[:, :, 3], corners[:, :, 2] - corners[:, :, 0])
    across /= np.maximum(np.linalg.norm(across, axis=-1, keepdims=True), 1e-12)
    inner = corners + (middle - corners) * (2 * seam_share) + proud_m * across[:, :, None]
    plates = _quads(inner.reshape(-1, 4, 3), paint)
    joints = _seams(corners, inner, across, seam or paint)
    return merge([plates, joints, _foot(line, columns, paint), _tip(line, columns, paint)])


def _seams(corners: F64, inner: F64, facing: F64, paint: Paint) -> MeshData:
    """The rims of all plates; they share the normal of their plate, only their paint differs."""
    rims = np.concatenate([corners, inner], axis=2).reshape(-1, 3)
    normals = np.repeat(facing.reshape(-1, 1, 3), 8, axis=1).reshape(-1, 3)
    start = 8 * np.arange(len(rims) // 8)[:, None]
    faces = []
    for i in range(4):
        j = (i + 1) % 4
        faces += [start + np.array([i, j, j + 4]), start + np.array([i, j + 4, i + 4])]
    return mesh(rims, np.concatenate(faces), normals, paint.material, tint=paint.tint)


def _lozenges(line: F64, columns: int, rows: int) -> F64:
    """(rows, columns, 4, 3) corners: foot, right, tip, left."""
    level, column = np.meshgrid(np.arange(rows), np.arange(columns), indexing="ij")
    shift = column + (level % 2) / 2
    steps = ((0, 0.0), (1, 0.5), (2, 0.0), (1, -0.5))
    return np.stack([_spot(line, level + up, shift + side, columns) for up, side in steps], axis=2)


def _spot(line: F64, row: npt.NDArray[np.int64], column: F64, columns: int) -> F64:
    angle = column * (2 * np.pi / columns)
    radius = line[row, 0]
    return np.stack([radius * np.cos(angle), radius * np.sin(angle), line[row, 1]], axis=-1)


def _foot(line: F64, columns: int, paint: Paint) -> MeshData:
    """The half lozenges between the lowest tips, and the disc that closes the shell below."""
    column = np.arange(columns, dtype=np.float64)
    low, high = np.zeros(columns, np.int64), np.ones(columns, np.int64)
    a = _spot(line, low, column, columns)
    b = _spot(line, low, column + 1.0, columns)
    c = _spot(line, high, column + 0.5, columns)
    middle = np.zeros_like(a)
    middle[:, 2] = line[0, 1]
    halves = np.concatenate([np.stack([a, b, c], axis=1), np.stack([b, a, middle], axis=1)])
    return _triangles(halves, paint)


def _tip(line: F64, columns: int, paint: Paint) -> MeshData:
    """The fan over the highest row, from its shoulders and tips to the axis."""
    rows = len(line) - 2
    column = np.arange(columns, dtype=np.float64) + (rows - 1) % 2 / 2
    shoulder = np.full(columns, rows)
    last = np.full(columns, rows + 1)
    a = _spot(line, shoulder, column + 0.5, columns)
    b = _spot(line, last, column + 1.0, columns)
    c = _spot(line, last, column, columns)
    return _triangles(np.stack([a, b, c], axis=1), paint)


def _quads(corners: F64, paint: Paint) -> MeshData:
    start = 4 * np.arange(len(corners))[:, None]
    faces = np.concatenate([start + np.array([0, 1, 2]), start + np.array([0, 2, 3])])
    return solid(corners.reshape(-1, 3), faces, paint, crease_deg=0.0)


def _triangles(corners: F64, paint: Paint) -> MeshData:
    return solid(
        corners.reshape(-1, 3), np.arange(3 * len(corners)).reshape(-1, 3), paint, crease_deg=0.0
    )


def _resampled(section: F64, count: int) -> F64:
    """The line with `count` points at equal steps of its length."""
    length = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(section, axis=0), axis=1))])
    at = np.linspace(0.0, length[-1], count)
    return np.stack([np.interp(at, length, section[:, i]) for i in (0, 1)], axis=1)
