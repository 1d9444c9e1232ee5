"""How the beasts of the calendar are cast: limbs in one plane, twins on both sides, rings."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from almaty_tour.kit import clay, sdf
from almaty_tour.kit.sdf import Field, Vector


def eye(x: float, z: float, y: float = 0.09, size_m: float = 0.03) -> Field:
    """An eye on both sides of the head."""
    return both([sdf.ball((x, y, z), size_m)])


def both(parts: Sequence[Field]) -> Field:
    """The parts and their twins on the other side of the casting (y mirrored)."""
    whole = sdf.union(list(parts), 0.02)
    return lambda p: whole(np.column_stack([p[:, 0], np.abs(p[:, 1]), p[:, 2]]))


def flat(
    points: Sequence[tuple[float, float]], radii: Sequence[float], soft: float = 0.04
) -> Field:
    """A limb in the plane of the profile from (x, z) points."""
    return sdf.limb([(x, 0.0, z) for x, z in points], list(radii), soft)


def rings(*spots: tuple[float, float, float]) -> Field:
    """Raised rings on shoulder and haunch: (x, z, radius)."""
    hoops = [clay.hoop((x, 0.16, z), (0.0, 1.0, 0.0), r, 0.028) for x, z, r in spots]
    cores = [sdf.ball((x, 0.16, z), 0.035) for x, z, _ in spots]
    return both([*hoops, *cores])


def legs(*ways: Sequence[tuple[float, float]], radius: float = 0.075, y_m: float = 0.1) -> Field:
    """Four legs or more; every second one stands on the near side."""
    limbs = []
    for number, way in enumerate(ways):
        y = y_m if number % 2 else -y_m
        points: list[Vector] = [(x, y, z) for x, z in way]
        radii = np.linspace(1.35 * radius, 0.7 * radius, len(points))
        hoof = sdf.ellipsoid((way[-1][0] - 0.03, y, 0.06), (0.09, 0.065, 0.05))
        limbs.append(sdf.union([sdf.limb(points, [float(r) for r in radii], 0.03), hoof], 0.03))
    return sdf.union(limbs, 0.0)


def trunk(
    shoulder: tuple[float, float, float], haunch: tuple[float, float, float], waist_m: float
) -> Field:
    """Two swelling masses (x, z, radius) and the waist between them, flattened across."""
    (ax, az, ar), (bx, bz, br) = shoulder, haunch
    return sdf.union(
        [
            sdf.ellipsoid((ax, 0.0, az), (1.1 * ar, 0.72 * ar, ar)),
            sdf.ellipsoid((bx, 0.0, bz), (1.1 * br, 0.72 * br, br)),
            sdf.capsule((ax, 0.0, az + 0.02), (bx, 0.0, bz + 0.02), waist_m),
        ],
        0.08,
    )
