"""What stands on the tip of a dome or a spire: balls, crosses, crescents, stars."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge


def ball(height_m: float, radius_m: float, paint: Paint, *, sides: int = 16) -> MeshData:
    """A ball on a slim stem that rises from z = 0 to `height_m`."""
    r = radius_m
    middle = 0.45 * height_m
    section = profile.joined(
        profile.line((0.45 * r, 0.0), (0.25 * r, max(0.0, middle - 1.3 * r))),
        profile.arc((0.0, middle), r, -72.0, 75.0, 8),
        profile.line((0.16 * r, middle + 1.3 * r), (0.0, height_m)),
    )
    return lathe.lathe(section, paint, sides=sides)


def cross(height_m: float, paint: Paint, *, thickness_m: float | None = None) -> MeshData:
    """An Orthodox cross with three bars in the plane y = 0, foot at the origin."""
    h = height_m
    t = 0.035 * h if thickness_m is None else thickness_m / 2
    post = extrude.block((-t, -t, 0.0), (t, t, h), paint)
    long = extrude.block((-0.27 * h, -t, 0.62 * h - t), (0.27 * h, t, 0.62 * h + t), paint)
    short = extrude.block((-0.14 * h, -t, 0.82 * h - t), (0.14 * h, t, 0.82 * h + t), paint)
    slanted = extrude.block((-0.17 * h, -t, -t), (0.17 * h, t, t), paint)
    slanted = transform.move(transform.turn(slanted, "y", 22.0), z=0.32 * h)
    knobs = [(x, 0.0, 0.62 * h) for x in (-0.27 * h, 0.27 * h)] + [(0.0, 0.0, h)]
    return merge(
        [post, long, short, slanted, transform.at(lathe.sphere(1.7 * t, paint, sides=8), knobs)]
    )


def crescent(radius_m: float, paint: Paint, *, thickness_m: float | None = None) -> MeshData:
    """A crescent in the plane y = 0 that opens upwards; its lowest point is the origin."""
    r = radius_m
    t = 0.12 * r if thickness_m is None else thickness_m / 2
    outer = profile.arc((0.0, r), r, -212.0, 32.0, 24)
    tip, depth = outer[-1], 0.42 * r
    reach = (tip[0] ** 2 + (tip[1] - depth) ** 2) / (2 * (tip[1] - depth))
    swing = np.degrees(np.arctan2(tip[1] - depth - reach, tip[0]))
    inner = profile.arc((0.0, depth + reach), reach, swing, -180.0 - swing, 20)[1:-1]
    return extrude.panel(np.concatenate([outer, inner]), -t, t, paint)


def crescent_spire(height_m: float, paint: Paint, *, balls: int = 3) -> MeshData:
    """Balls of falling size on a rod, a crescent on top; foot at z = 0."""
    h = height_m
    stem = lathe.cylinder(0.025 * h, 0.74 * h, paint, top_radius_m=0.015 * h, sides=8)
    sizes = [0.085 * h * 0.72**i for i in range(balls)]
    levels = np.cumsum([0.1 * h] + [2.3 * size for size in sizes[:-1]])
    beads = [
        transform.move(lathe.sphere(size, paint, sides=12), z=float(level))
        for size, level in zip(sizes, levels, strict=True)
    ]
    return merge([stem, *beads, transform.move(crescent(0.13 * h, paint), z=0.73 * h)])


def star(radius_m: float, paint: Paint, *, points: int = 5, thickness_m: float = 0.1) -> MeshData:
    """A flat star in the plane y = 0 about the origin."""
    outline = profile.star(points, radius_m, 0.4 * radius_m)
    return extrude.panel(outline, -thickness_m / 2, thickness_m / 2, paint)
