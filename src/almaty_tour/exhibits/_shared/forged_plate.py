"""Flat metal pieces that lie on a board: outlines with ground edges, bars bent in the plane."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.exhibits._shared import patina
from almaty_tour.kit import sdf
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.skin import skin
from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]


def inside(outline: npt.ArrayLike) -> sdf.Field:
    """Signed distance in (x, y) to a closed outline, negative within; z does not matter."""
    ring = np.asarray(outline, np.float64)
    following = np.roll(ring, -1, axis=0)

    def field(p: F64) -> F64:
        gap = np.full(len(p), np.inf)
        odd = np.zeros(len(p), bool)
        for a, b in zip(ring, following, strict=True):
            way, to = b - a, p[:, :2] - a
            share = np.clip(to @ way / max(float(way @ way), 1e-12), 0.0, 1.0)
            gap = np.minimum(gap, sdf.squared_gap(to, share, way))
            if a[1] != b[1]:
                reach = to[:, 0] < way[0] * to[:, 1] / way[1]
                odd ^= ((a[1] > p[:, 1]) != (b[1] > p[:, 1])) & reach
        return np.asarray(np.sqrt(gap) * np.where(odd, -1.0, 1.0))

    return field


def plate(outline: npt.ArrayLike, thick: float, edge: float, slope: float = 0.5) -> sdf.Field:
    """A plate about z = 0: `edge` thick at its rim, up to `thick` by a bevel of `slope`."""
    plan = inside(outline)

    def field(p: F64) -> F64:
        away = plan(p)
        half = np.clip(edge / 2 - slope * away, edge / 2, thick / 2)
        return np.asarray(np.maximum(away, (np.abs(p[:, 2]) - half) * 0.85))

    return field


def bar(points: Sequence[tuple[float, ...]], radius: float, end: float | None = None) -> sdf.Field:
    """A round bar along a line in (x, y) or (x, y, z), thinner or thicker towards its end."""
    line = [(float(p[0]), float(p[1]), float(p[2]) if len(p) > 2 else 0.0) for p in points]
    radii = np.linspace(radius, radius if end is None else end, len(line))
    return sdf.limb(line, [float(one) for one in radii], 0.05)


def metal(
    fields: Sequence[sdf.Field],
    low: sdf.Vector,
    high: sdf.Vector,
    paint: Paint,
    *,
    cell: float = 0.1,
    triangles: int = 5000,
    rough: float = 0.03,
    seed: int = 0,
) -> MeshData:
    """One piece of the fields, eaten a little by the earth, spotted in its colour."""
    whole = sdf.union(list(fields), 0.08)

    def eaten(p: F64) -> F64:
        waves = patina.noise(p, 0.9, seed) + 0.6 * patina.noise(p, 0.35, seed + 1)
        return np.asarray(whole(p) + rough * waves)

    made = skin(eaten, low, high, cell, paint, triangles=triangles)
    return patina.mottled(made, 0.28, 1.4, seed + 2)
