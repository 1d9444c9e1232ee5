"""Cornices with their small parts: dentils, brackets, stepped and stalactite crowns."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]


def along_path(
    piece: MeshData,
    path: npt.ArrayLike,
    spacing_m: float,
    *,
    closed: bool = True,
    z_m: float = 0.0,
    margin_m: float = 0.0,
) -> MeshData:
    """Copies of a wall piece (front to -y) at even steps on every edge of a plan path.

    Each edge gets as many as fit at about `spacing_m`, in the middles of equal bays between
    margins at its ends.
    """
    points = np.asarray(path, np.float64).reshape(-1, 2)
    ends = np.roll(points, -1, axis=0) if closed else points[1:]
    places: list[F64] = []
    turns: list[F64] = []
    for a, b in zip(points[: len(ends)], ends, strict=True):
        length = float(np.linalg.norm(b - a))
        count = max(1, round((length - 2 * margin_m) / spacing_m))
        share = (margin_m + (length - 2 * margin_m) * (np.arange(count) + 0.5) / count) / length
        spots = a + share[:, None] * (b - a)
        places.append(np.column_stack([spots, np.full(count, z_m)]))
        angle = np.degrees(np.arctan2(b[1] - a[1], b[0] - a[0]))
        turns.append(np.full(count, angle))
    return transform.at(piece, np.concatenate(places), turn_deg=np.concatenate(turns))


def cornice(
    path: npt.ArrayLike,
    z_m: float,
    height_m: float,
    out_m: float,
    paint: Paint,
    *,
    closed: bool = True,
    dentils_m: float = 0.0,
    brackets_m: float = 0.0,
) -> MeshData:
    """A classical cornice from z up; `dentils_m` / `brackets_m` are the spacings of its rows."""
    h, p = height_m, out_m
    pieces = [extrude.sweep(profile.cornice(h, p), path, paint, z_m=z_m, closed=closed)]
    if dentils_m > 0.0:
        tooth = extrude.block(
            (-0.3 * dentils_m, -0.3 * p, 0.0), (0.3 * dentils_m, 0.02, 0.2 * h), paint
        )
        pieces.append(along_path(tooth, path, dentils_m, closed=closed, z_m=z_m + 0.06 * h))
    if brackets_m > 0.0:
        console = bracket(0.26 * brackets_m, 0.85 * p, 0.5 * h, paint)
        pieces.append(along_path(console, path, brackets_m, closed=closed, z_m=z_m - 0.02 * h))
    return merge(pieces)


def bracket(width_m: float, out_m: float, height_m: float, paint: Paint) -> MeshData:
    """A scrolled console under a projection: top at z = `height_m`, back on y = 0."""
    section = profile.joined(
        profile.line((0.0, 0.0)),
        profile.arc((0.16 * out_m, 0.22 * height_m), (0.16 * out_m, 0.22 * height_m), -90, 60, 5),
        profile.arc((out_m, 0.95 * height_m), (0.65 * out_m, 0.55 * height_m), 190, 270, 3),
        profile.line((out_m, 0.42 * height_m), (out_m, height_m), (0.0, height_m)),
    )
    path = profile.line((-width_m / 2, 0.0), (width_m / 2, 0.0))
    return extrude.sweep(section, path, paint, closed=False)


def steps(
    path: npt.ArrayLike,
    z_m: float,
    rises: Sequence[float],
    outs: Sequence[float],
    paint: Paint,
    *,
    closed: bool = True,
) -> MeshData:
    """A corbelled crown: plain courses, each of its own rise and projection."""
    points = [(0.0, 0.0)]
    level = 0.0
    for rise, out in zip(rises, outs, strict=True):
        points += [(out, level), (out, level + rise)]
        level += rise
    points.append((0.0, level))
    section = profile.joined(points)
    return extrude.sweep(section, path, paint, z_m=z_m, closed=closed, crease_deg=0.0)


def stalactites(
    path: npt.ArrayLike,
    z_m: float,
    height_m: float,
    out_m: float,
    spacing_m: float,
    paint: Paint,
    *,
    rows: int = 3,
    closed: bool = True,
) -> MeshData:
    """Rows of small pointed cells that step out upwards, as under an oriental balcony."""
    pieces = []
    rise = height_m / rows
    for row in range(rows):
        out = out_m * (row + 1) / rows
        cell = _cell(spacing_m, out, rise, paint)
        ring = profile.offset(path, out_m * row / rows) if closed else path
        shift = 0.0 if row % 2 == 0 else spacing_m / 2
        level = z_m + rise * row
        pieces.append(along_path(cell, ring, spacing_m, closed=closed, z_m=level, margin_m=shift))
        band = profile.fillet(0.18 * rise, out_m / rows * 1.02)
        pieces.append(extrude.sweep(band, ring, paint, z_m=level + 0.82 * rise, closed=closed))
    return merge(pieces)


def _cell(width_m: float, _out_m: float, height_m: float, paint: Paint) -> MeshData:
    """One niche cell: an inverted drop that widens to the top, before the plane y = 0."""
    half, depth = width_m / 2, 0.9 * height_m
    outline = profile.line(
        (0.0, 0.0), (0.35 * half, 0.3 * height_m), (0.9 * half, 0.85 * height_m),
        (-0.9 * half, 0.85 * height_m), (-0.35 * half, 0.3 * height_m),
    )  # fmt: skip
    return extrude.panel(outline, -0.4 * depth, 0.05, paint)
