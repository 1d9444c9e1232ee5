"""Domes: their curves, ribbed and faceted shells, scales in colours, drums, finials."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, transform, wall
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

CURVES = {
    "pointed": [(1, 0), (0.985, 0.2), (0.92, 0.42), (0.78, 0.64), (0.54, 0.83), (0.25, 0.95),
        (0, 1)],
    "timurid": [(0.96, 0), (1.0, 0.12), (1.0, 0.26), (0.93, 0.45), (0.77, 0.64), (0.52, 0.81),
        (0.24, 0.93), (0, 1)],
    "onion": [(0.72, 0), (0.93, 0.12), (1.0, 0.27), (0.93, 0.42), (0.72, 0.55), (0.45, 0.66),
        (0.22, 0.77), (0.09, 0.89), (0, 1)],
    "helmet": [(1, 0), (1.0, 0.18), (0.93, 0.38), (0.76, 0.56), (0.5, 0.71), (0.24, 0.84),
        (0.08, 0.94), (0, 1)],
    "bell": [(1, 0), (0.86, 0.08), (0.74, 0.2), (0.66, 0.4), (0.55, 0.62), (0.34, 0.84), (0, 1)],
}  # fmt: skip


def curve(kind: str, radius_m: float, height_m: float, steps: int = 16) -> F64:
    """Section of a dome, (radius, height) from the foot to the tip at (0, height).

    `kind`: "round" (half ellipse), "saucer" (shallow arc), "pointed", "timurid" (slight
    bulge, pointed), "onion" (narrow foot, long tip; `radius_m` is the widest), "helmet",
    "bell", "cone".
    """
    if kind == "cone":
        return profile.line((radius_m, 0.0), (0.0, height_m))
    if kind == "round":
        return _to_axis(profile.arc((0.0, 0.0), (radius_m, height_m), 0.0, 90.0, steps))
    if kind == "saucer":
        head = profile.arch_head("segment", 2 * radius_m, height_m, steps)
        return _to_axis(head[: len(head) // 2 + 1])
    if kind not in CURVES:
        known = ["round", "saucer", "cone", *CURVES]
        raise ValueError(f"curve(): kind must be one of {known}, got {kind!r}")
    knots = np.array(CURVES[kind], np.float64)
    line = profile.smooth(knots, max(1, round(steps / (len(knots) - 1))))
    return _to_axis(line * np.array([radius_m, height_m]))


def _to_axis(section: F64) -> F64:
    """The same line with its last point exactly on the axis."""
    result = np.maximum(section, 0.0)
    result[-1, 0] = 0.0
    return result


def dome(
    kind: str,
    radius_m: float,
    height_m: float,
    paint: Paint,
    *,
    sides: int = 32,
    steps: int = 16,
    z_m: float = 0.0,
    ribs: int = 0,
    rib_depth: float = 0.08,
    faceted: bool = False,
) -> MeshData:
    """A dome shell, closed below. `ribs` swellings run from foot to tip; `faceted` keeps edges.

    A ribbed dome wants at least 6 sides to a rib; `sides` is raised to that.
    """
    section = curve(kind, radius_m, height_m, steps) + np.array([0.0, z_m])
    if ribs:
        points = ribs * max(6, -(-sides // ribs))
        swelling = lathe.ribs(points, ribs, rib_depth)
        return lathe.lathe(section, paint, sides=points, modulation=swelling, crease_deg=50.0)
    if faceted:
        return facets(section, sides, paint)
    return lathe.lathe(section, paint, sides=sides)


def facets(section: npt.ArrayLike, sides: int, paint: Paint) -> MeshData:
    """A cloister dome: each side curved smoothly upwards, sharp hips between the sides."""
    points = np.asarray(section, np.float64)
    angle = np.radians(-90.0 + np.array([-0.5, 0.5]) * 360.0 / sides)
    edge = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    left, right = (
        np.column_stack([points[:, :1] * ray, points[:, 1]]) for ray in (edge[0], edge[1])
    )
    grid = np.stack([left, right], axis=1).reshape(-1, 3)
    faces = extrude.grid_faces(len(points), 2)
    return transform.around(solid(grid, faces[:, ::-1], paint), sides)


def banded(
    section: npt.ArrayLike,
    paint: Paint,
    colours: Sequence[str],
    pattern: npt.ArrayLike,
    *,
    sides: int,
    modulation: npt.ArrayLike | None = None,
) -> MeshData:
    """A turned surface coloured by quads: `pattern` (rows, columns) indexes `colours`.

    Rows are the spans of the section from below; columns repeat round the dome.
    """
    points = np.asarray(section, np.float64)
    index = np.asarray(pattern, np.int64)
    turn = np.arange(sides) * (2 * np.pi / sides)
    factor = np.ones(sides) if modulation is None else np.asarray(modulation, np.float64)
    ring = np.stack([np.cos(turn), np.sin(turn)], axis=1) * factor[:, None]
    plan = ring[:, None, :] * points[None, :, :1]
    grid = np.concatenate(
        [plan, np.broadcast_to(points[None, :, 1:], (sides, len(points), 1))], axis=2
    )
    column, row = np.meshgrid(np.arange(sides), np.arange(len(points) - 1), indexing="ij")
    choice = index[row % index.shape[0], column % index.shape[1]].ravel()
    tint = np.tile(_rgb(colours)[choice], (2, 1))
    faces = extrude.grid_faces(sides, len(points), wrap_rows=True)
    shell = solid(grid.reshape(-1, 3), faces, paint, face_tint=tint)
    foot = extrude.sheet(grid[:, 0, :2], points[0, 1], paint)
    return merge([shell, replace(foot, normals=-foot.normals, faces=foot.faces[:, ::-1])])


def scales(
    section: npt.ArrayLike,
    paint: Paint,
    colours: Sequence[str],
    pattern: npt.ArrayLike,
    *,
    columns: int,
    rows: int,
    relief_m: float = 0.0,
) -> MeshData:
    """A dome of diamond scales in staggered rows, each with its colour.

    `pattern` (any rows, any columns) indexes `colours` and repeats; row 0 is the lowest.
    `relief_m` lifts the lower tip of every scale off the dome.
    """
    line = _resampled(np.asarray(section, np.float64), rows + 2)
    level, column = np.meshgrid(np.arange(rows), np.arange(columns), indexing="ij")
    foot, left, right, tip = (
        _staggered(line, level + up, column + (level % 2) / 2 + side, columns)
        for up, side in ((0, 0.0), (1, -0.5), (1, 0.5), (2, 0.0))
    )
    if relief_m:
        outward = np.cross(right - left, tip - foot)
        outward /= np.maximum(np.linalg.norm(outward, axis=-1, keepdims=True), 1e-9)
        foot = foot + relief_m * outward
    corners = np.stack([foot, right, tip, left], axis=2).reshape(-1, 3)
    start = 4 * np.arange(rows * columns)[:, None]
    faces = np.concatenate([start + np.array([0, 1, 2]), start + np.array([0, 2, 3])])
    index = np.asarray(pattern, np.int64)
    choice = index[level % index.shape[0], column % index.shape[1]].ravel()
    tint = np.tile(_rgb(colours)[choice], (2, 1))
    flat = solid(corners, faces, paint, crease_deg=0.0, face_tint=tint)
    return merge([flat, _scale_foot(line, columns, paint, colours[int(index[0, 0])])])


def _scale_foot(line: F64, columns: int, paint: Paint, colour: str) -> MeshData:
    """The half scales between the lowest tips, and the cap below."""
    low = line[:2] * np.array([0.998, 1.0])
    return lathe.lathe(low, Paint(paint.material, colour), sides=columns)


def _resampled(section: F64, count: int) -> F64:
    """The line with `count` points at equal steps of its length."""
    length = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(section, axis=0), axis=1))])
    at = np.linspace(0.0, length[-1], count)
    return np.stack([np.interp(at, length, section[:, i]) for i in (0, 1)], axis=1)


def _staggered(line: F64, row: npt.NDArray[np.int64], column: F64, columns: int) -> F64:
    angle = column * (2 * np.pi / columns)
    radius = line[row, 0]
    return np.stack([radius * np.cos(angle), radius * np.sin(angle), line[row, 1]], axis=-1)


def _rgb(colours: Sequence[str]) -> npt.NDArray[np.uint8]:
    return np.array([list(bytes.fromhex(colour.lstrip("#"))) for colour in colours], np.uint8)


def drum(
    radius_m: float,
    height_m: float,
    paint: Paint,
    *,
    sides: int = 8,
    opening: Opening | None = None,
    sill_m: float = 0.5,
    every: int = 1,
    cornice_m: float = 0.0,
    cornice_out_m: float = 0.3,
    pilaster_m: float = 0.0,
    trim: Paint | None = None,
    z_m: float = 0.0,
) -> MeshData:
    """A many-sided drum, a side to the front, `opening` in every `every`-th side.

    `radius_m` is to the corners. Optional cornice on top and pilasters on the corners.
    """
    plan = profile.regular(sides, radius_m, -90.0 - 180.0 / sides)
    finish = trim or paint
    length = wall.edge_length_m(plan, 0)
    placed = [] if opening is None else [wall.Placed(length / 2, sill_m, opening)]
    by_side = dict.fromkeys(range(0, sides, every), placed)
    pieces = [wall.walls(plan, height_m, paint, by_side), extrude.sheet(plan, height_m, paint)]
    if cornice_m > 0.0:
        moulding = profile.cornice(cornice_m, cornice_out_m)
        pieces.append(extrude.sweep(moulding, plan, finish, z_m=height_m - cornice_m))
    if pilaster_m > 0.0:
        post = extrude.box(pilaster_m, pilaster_m, height_m - cornice_m, finish)
        pieces.append(transform.around(post, sides, radius_m, start_deg=-90.0 + 180.0 / sides))
    return transform.move(merge(pieces), z=z_m)
