"""Drawn lines with a breadth: curls, tendrils and limbs as outlines in the plane."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile

F64 = npt.NDArray[np.float64]


def stroke(points: npt.ArrayLike, breadth_m: npt.ArrayLike) -> F64:
    """Outline (counter-clockwise) of a line of (k, 2) points drawn `breadth_m` wide.

    `breadth_m` is one number or k numbers; the line must not cross itself.
    """
    way = np.asarray(points, np.float64).reshape(-1, 2)
    if len(way) < 2:
        raise ValueError(f"stroke(): expected at least two points, got {len(way)}")
    half = np.broadcast_to(np.asarray(breadth_m, np.float64) / 2, len(way))[:, None]
    right = profile.mitres(way, closed=False)
    return profile.counter_clockwise(
        np.concatenate([way + half * right, (way - half * right)[::-1]])
    )


def spiral(
    centre: profile.Point,
    radius_m: float,
    start_deg: float,
    turn_deg: float,
    *,
    inner_m: float = 0.0,
    steps: int = 10,
) -> F64:
    """(steps + 1, 2) points from the outer radius inwards, turning `turn_deg` (+ = ccw)."""
    share = np.linspace(0.0, 1.0, steps + 1)
    angle = np.radians(start_deg + share * turn_deg)
    radius = radius_m + (inner_m - radius_m) * share
    ring = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return np.asarray(np.asarray(centre, np.float64) + radius[:, None] * ring)


def flipped(outline: npt.ArrayLike) -> F64:
    """The outline mirrored across x = 0, counter-clockwise again."""
    points = np.asarray(outline, np.float64) * np.array([-1.0, 1.0])
    return profile.counter_clockwise(points)
