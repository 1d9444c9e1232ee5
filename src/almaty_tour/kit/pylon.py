"""Pylons: tapering shafts, obelisks, lattice towers and masts."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]


def obelisk(
    width_m: float,
    height_m: float,
    paint: Paint,
    *,
    top_m: float,
    tip_m: float = 0.0,
    depth_m: float | None = None,
    bottom_m: float = 0.0,
) -> MeshData:
    """A tapering square shaft of `height_m`; the last `tip_m` of it is a pyramid."""
    depth = width_m if depth_m is None else depth_m
    share = top_m / width_m
    low = profile.rectangle(width_m, depth)
    high = bottom_m + height_m - tip_m
    shaft = extrude.prism(low, bottom_m, high, paint, top_outline=low * share, crease_deg=0.0)
    if tip_m <= 0.0:
        return shaft
    corners = np.column_stack([low * share, np.full(4, high)])
    points = np.concatenate([corners, [[0.0, 0.0, high + tip_m]]])
    faces = [(0, 1, 4), (1, 2, 4), (2, 3, 4), (3, 0, 4), (0, 3, 2), (0, 2, 1)]
    return merge([shaft, solid(points, faces, paint, crease_deg=0.0)])


def stacked(
    levels: npt.ArrayLike, paint: Paint, *, sides: int = 4, turn_deg: float | None = None
) -> MeshData:
    """A many-sided shaft through (corner radius, height) levels, hard edges."""
    start = -90.0 - 180.0 / sides if turn_deg is None else turn_deg
    return lathe.lathe(levels, paint, sides=sides, start_deg=start, crease_deg=0.0)


def rod(
    a: npt.ArrayLike,
    b: npt.ArrayLike,
    radius_m: float,
    paint: Paint,
    *,
    top_radius_m: float | None = None,
    sides: int = 6,
) -> MeshData:
    """A round bar between two points in space."""
    return rods(np.asarray(a)[None], np.asarray(b)[None], radius_m, paint,
                top_radius_m=top_radius_m, sides=sides)  # fmt: skip


def rods(
    starts: npt.ArrayLike,
    ends: npt.ArrayLike,
    radius_m: float,
    paint: Paint,
    *,
    top_radius_m: float | None = None,
    sides: int = 5,
) -> MeshData:
    """Round bars between (k, 3) starts and ends, all in one operation; closed ends."""
    a = np.asarray(starts, np.float64).reshape(-1, 3)
    b = np.asarray(ends, np.float64).reshape(-1, 3)
    along = (b - a) / np.maximum(np.linalg.norm(b - a, axis=1, keepdims=True), 1e-9)
    helper = np.where(np.abs(along[:, 2:]) < 0.9, [[0.0, 0.0, 1.0]], [[1.0, 0.0, 0.0]])
    u = np.cross(helper, along)
    u /= np.linalg.norm(u, axis=1, keepdims=True)
    v = np.cross(along, u)
    turn = np.arange(sides) * (2 * np.pi / sides)
    ring = np.cos(turn)[None, :, None] * u[:, None] + np.sin(turn)[None, :, None] * v[:, None]
    top = radius_m if top_radius_m is None else top_radius_m
    points = np.concatenate(
        [a[:, None] + ring * radius_m, b[:, None] + ring * top], axis=1
    ).reshape(-1, 3)
    here = np.arange(sides)
    there = np.roll(here, -1)
    side = np.concatenate(
        [
            np.stack([here, there, there + sides], axis=1),
            np.stack([here, there + sides, here + sides], axis=1),
        ]
    )
    fan = np.stack([np.zeros(sides - 2, int), here[1:-1], here[2:]], axis=1)
    one = np.concatenate([side, fan[:, ::-1], fan + sides])
    faces = one[None] + (2 * sides * np.arange(len(a)))[:, None, None]
    return solid(points, faces, paint, crease_deg=80.0)


def lattice(
    levels: npt.ArrayLike,
    paint: Paint,
    *,
    sides: int = 4,
    leg_m: float = 0.12,
    brace_m: float = 0.06,
    turn_deg: float = 45.0,
) -> MeshData:
    """A trussed tower through (corner radius, height) levels: legs, rings and crosses."""
    points = np.asarray(levels, np.float64)
    angle = np.radians(turn_deg) + np.arange(sides) * (2 * np.pi / sides)
    ring = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    plan = points[:, None, :1] * ring[None]
    height = np.broadcast_to(points[:, None, 1:], (*plan.shape[:2], 1))
    knot = np.concatenate([plan, height], axis=2)
    beside = np.roll(knot, -1, axis=1)
    legs = rods(knot[:-1], knot[1:], leg_m, paint)
    level = rods(knot[1:], beside[1:], brace_m, paint)
    rising = rods(knot[:-1], beside[1:], brace_m, paint)
    falling = rods(beside[:-1], knot[1:], brace_m, paint)
    return merge([legs, level, rising, falling])
