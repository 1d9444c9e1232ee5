"""Surfaces of revolution: round, faceted, ribbed, whole or in part."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile
from almaty_tour.kit.extrude import grid_faces, triangulate_ring
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import CREASE_DEG, solid
from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]


def lathe(
    section: npt.ArrayLike,
    paint: Paint,
    *,
    sides: int = 32,
    start_deg: float = 0.0,
    sweep_deg: float = 360.0,
    crease_deg: float = CREASE_DEG,
    caps: bool = True,
    modulation: npt.ArrayLike | None = None,
) -> MeshData:
    """The section (radius, height), bottom to top, turned about z.

    With `sides` below about 10 the facets are sharper than the crease and stay flat; give
    `crease_deg=0` for flat facets at any count. `modulation` is (sides,) multipliers of the
    radius (see `ribs`, `flutes`). Closed: `caps` close bottom and top, a partial turn is
    closed by its two cut faces.
    """
    points = np.asarray(section, np.float64).reshape(-1, 2)
    whole = sweep_deg >= 360.0 - 1e-9
    if caps or not whole:
        points = _closed_to_axis(points)
    columns = sides if whole else sides + 1
    turn = np.radians(start_deg + np.arange(columns) * (sweep_deg / sides))
    factor = np.ones(columns) if modulation is None else np.asarray(modulation, np.float64)
    ring = np.stack([np.cos(turn), np.sin(turn)], axis=1) * factor[:, None]
    plan = points[:, None, :1] * ring[None]
    height = np.broadcast_to(points[:, None, 1:], (*plan.shape[:2], 1))
    grid = np.concatenate([plan, height], axis=2).transpose(1, 0, 2)
    faces = grid_faces(columns, len(points), wrap_rows=whole)
    uv = _around_uv(points, columns, np.radians(sweep_deg / sides), faces)
    merged, index = _share_axis(grid.reshape(-1, 3), points, faces)
    if not whole:
        cut = triangulate_ring(points)
        pieces = [index, cut, cut[:, ::-1] + (columns - 1) * len(points)]
        flat_uv = points[np.concatenate([cut, cut[:, ::-1]])]
        index, uv = np.concatenate(pieces), np.concatenate([uv, flat_uv])
    return solid(merged, index, paint, crease_deg=crease_deg, corner_uv=uv)


def _closed_to_axis(points: F64) -> F64:
    low, high = points[0], points[-1]
    return profile.joined([(0.0, low[1])], points, [(0.0, high[1])])


def _around_uv(points: F64, columns: int, step_rad: float, faces: npt.NDArray[np.int64]) -> F64:
    """(m, 3, 2): arc length at the widest radius by length along the section, seam unwrapped."""
    rows = len(points)
    widest = float(points[:, 0].max())
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    column = (faces // rows).astype(np.float64)
    seam = column.max(axis=1, keepdims=True) - column > columns / 2
    column = np.where(seam, column + columns, column)
    return np.stack([column * step_rad * widest, along[faces % rows]], axis=2)


def _share_axis(
    grid: F64, points: F64, faces: npt.NDArray[np.int64]
) -> tuple[F64, npt.NDArray[np.int64]]:
    """All copies of a point on the axis become one, so that normals meet there."""
    rows = len(points)
    index = np.arange(len(grid))
    on_axis = np.abs(points[:, 0]) < 1e-9
    index = np.where(on_axis[index % rows], index % rows, index)
    return grid, index[faces]


def ribs(sides: int, count: int, depth: float) -> F64:
    """(sides,) multipliers: `count` round swellings with sharp valleys of `depth` between."""
    phase = np.arange(sides) * (count / sides)
    result: F64 = 1.0 - depth * (1.0 - np.abs(np.sin(np.pi * phase)))
    return result


def flutes(sides: int, count: int, depth: float) -> F64:
    """(sides,) multipliers: `count` hollows of `depth` with sharp arrises between."""
    phase = np.arange(sides) * (count / sides)
    result: F64 = 1.0 - depth * np.abs(np.sin(np.pi * phase))
    return result


def sphere(radius_m: float, paint: Paint, *, sides: int = 24, centre_m: float = 0.0) -> MeshData:
    """A ball about (0, 0, centre)."""
    rows = max(4, sides // 2)
    return lathe(profile.arc((0.0, centre_m), radius_m, -90, 90, rows), paint, sides=sides)


def cylinder(
    radius_m: float,
    height_m: float,
    paint: Paint,
    *,
    top_radius_m: float | None = None,
    bottom_m: float = 0.0,
    sides: int = 24,
) -> MeshData:
    """A cylinder or cone frustum."""
    high = radius_m if top_radius_m is None else top_radius_m
    section = profile.line((radius_m, bottom_m), (high, bottom_m + height_m))
    return lathe(section, paint, sides=sides)


def ring(moulding: npt.ArrayLike, radius_m: float, paint: Paint, *, sides: int = 32) -> MeshData:
    """A moulding (outwards, height) round a cylinder: a closed solid ring."""
    section = np.asarray(moulding, np.float64) + np.array([radius_m, 0.0])
    count = len(section)
    turn = np.arange(sides) * (2 * np.pi / sides)
    around = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    plan = around[:, None, :] * section[None, :, :1]
    height = np.broadcast_to(section[None, :, 1:], (sides, count, 1))
    points = np.concatenate([plan, height], axis=2).reshape(-1, 3)
    return solid(points, grid_faces(sides, count, wrap_rows=True, wrap_columns=True), paint)
