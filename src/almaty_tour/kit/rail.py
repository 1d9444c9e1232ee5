"""Balustrades, railings and fences along a plan path."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import cornice, extrude, lathe, profile
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge


def balustrade(
    path: npt.ArrayLike,
    paint: Paint,
    *,
    height_m: float = 1.0,
    z_m: float = 0.0,
    closed: bool = False,
    spacing_m: float = 0.28,
    pedestal_m: float = 0.0,
    sides: int = 8,
) -> MeshData:
    """Turned balusters between a base and a hand rail; `pedestal_m` spaces square posts."""
    h = height_m
    base = _rail(0.26, 0.14 * h, path, paint, z_m, closed)
    top = _rail(0.3, 0.14 * h, path, paint, z_m + 0.86 * h, closed)
    pieces = [base, top]
    pieces.append(
        cornice.along_path(
            baluster(0.72 * h, paint, sides), path, spacing_m, closed=closed, z_m=z_m + 0.14 * h
        )
    )
    if pedestal_m > 0.0:
        post = merge(
            [
                extrude.box(0.42, 0.42, 1.06 * h, paint),
                extrude.box(0.52, 0.52, 0.1 * h, paint, bottom_m=1.06 * h),
            ]
        )
        pieces.append(cornice.along_path(post, path, pedestal_m, closed=closed, z_m=z_m))
    return merge(pieces)


def _rail(
    width_m: float, height_m: float, path: npt.ArrayLike, paint: Paint, z_m: float, closed: bool
) -> MeshData:
    half = width_m / 2
    section = profile.line((-half, 0.0), (half, 0.0), (half, height_m), (-half, height_m))
    return extrude.sweep(section, path, paint, z_m=z_m, closed=closed, crease_deg=0.0)


def baluster(height_m: float, paint: Paint, sides: int = 8) -> MeshData:
    """One vase-shaped baluster on z = 0."""
    h = height_m
    section = profile.smooth(
        profile.line((0.075, 0.0), (0.09, 0.08 * h), (0.1, 0.3 * h), (0.05, 0.62 * h),
            (0.045, 0.8 * h),
                     (0.075, 0.92 * h), (0.08, h)), 1
    )  # fmt: skip
    return lathe.lathe(section, paint, sides=sides, crease_deg=60.0, caps=False)


def railing(
    path: npt.ArrayLike,
    paint: Paint,
    *,
    height_m: float = 1.1,
    z_m: float = 0.0,
    closed: bool = False,
    post_m: float = 1.5,
    bars: int = 0,
    spacing_m: float = 0.14,
    bar_m: float = 0.025,
) -> MeshData:
    """A light metal railing: posts, a hand rail, and upright bars or `bars` level ones."""
    posts = extrude.box(0.06, 0.06, height_m, paint)
    pieces = [
        _rail(0.07, 0.05, path, paint, z_m + height_m - 0.05, closed),
        cornice.along_path(posts, path, post_m, closed=closed, z_m=z_m),
    ]
    if bars:
        levels = np.linspace(0.12, height_m - 0.15, bars)
        pieces += [_rail(bar_m, bar_m, path, paint, z_m + float(level), closed) for level in levels]
    else:
        pieces.append(_rail(0.05, 0.04, path, paint, z_m + 0.1, closed))
        rod = extrude.box(bar_m, bar_m, height_m - 0.14, paint, bottom_m=0.12)
        pieces.append(cornice.along_path(rod, path, spacing_m, closed=closed, z_m=z_m))
    return merge(pieces)


def parapet(
    path: npt.ArrayLike,
    paint: Paint,
    *,
    height_m: float = 1.0,
    thickness_m: float = 0.3,
    z_m: float = 0.0,
    closed: bool = True,
    coping: Paint | None = None,
) -> MeshData:
    """A solid low wall inside the path, with a coping that stands out a little."""
    t, h = thickness_m, height_m
    wall = profile.line((-t, 0.0), (0.0, 0.0), (0.0, h), (-t, h))
    cap = profile.line((-t - 0.06, 0.0), (0.06, 0.0), (0.06, 0.1), (-t - 0.06, 0.1))
    return merge(
        [
            extrude.sweep(wall, path, paint, z_m=z_m, closed=closed, crease_deg=0.0),
            extrude.sweep(cap, path, coping or paint, z_m=z_m + h, closed=closed, crease_deg=0.0),
        ]
    )
