"""More lumps for `kit.sdf`: tilted eggs and bricks, coins, hoops, oval-sliced bodies.

What large figures need that are built freely in space instead of about an axis. All are
fields as `sdf` has them: (n, 3) points in, (n,) metres out, negative inside.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import sdf
from almaty_tour.kit.sdf import Field, Vector

F64 = npt.NDArray[np.float64]


def egg(centre: Vector, radii_m: Vector, axes: npt.ArrayLike | None = None) -> Field:
    """An ellipsoid; `axes` is (3, 3) with the unit directions of its three radii as rows."""
    if axes is None:
        return sdf.ellipsoid(centre, radii_m)
    return placed(sdf.ellipsoid((0.0, 0.0, 0.0), radii_m), centre, axes)


def brick(centre: Vector, half_m: Vector, round_m: float = 0.0) -> Field:
    """A box by its half sizes, edges rounded by `round_m`."""
    size = (2 * half_m[0], 2 * half_m[1], 2 * half_m[2])
    return sdf.rounded_box(centre, size, round_m)


def disc(
    centre: Vector, axis: Vector, radius_m: float, half_m: float, round_m: float = 0.0
) -> Field:
    """A coin: a round plate across `axis`, `half_m` thick to either side."""
    middle, way = np.array(centre, np.float64), _unit(axis)

    def field(p: F64) -> F64:
        q = p - middle
        up = (q * way).sum(axis=1)
        out = sdf.length(q - up[:, None] * way) - radius_m + round_m
        high = np.abs(up) - half_m + round_m
        outside = np.sqrt(np.maximum(out, 0.0) ** 2 + np.maximum(high, 0.0) ** 2)
        result: F64 = outside + np.minimum(np.maximum(out, high), 0.0) - round_m
        return result

    return field


def hoop(centre: Vector, axis: Vector, radius_m: float, thick_m: float) -> Field:
    """A ring of round section across `axis`."""
    middle, way = np.array(centre, np.float64), _unit(axis)

    def field(p: F64) -> F64:
        q = p - middle
        up = (q * way).sum(axis=1)
        out = sdf.length(q - up[:, None] * way) - radius_m
        result: F64 = np.sqrt(out * out + up * up) - thick_m
        return result

    return field


def behind(point: Vector, normal: Vector) -> Field:
    """Everything on the back of a plane."""
    middle, way = np.array(point, np.float64), _unit(normal)
    return lambda p: np.asarray(((p - middle) * way).sum(axis=1))


def column(stations: Sequence[tuple[float, float, float, float, float]]) -> Field:
    """A body of oval slices: (z, centre x, centre y, radius x, radius y) from the bottom up.

    Torsos, coats and skirts: the slices run straight into each other; flat ends.
    """
    table = np.array(stations, np.float64)

    def field(p: F64) -> F64:
        z = p[:, 2]
        cx, cy, rx, ry = (np.interp(z, table[:, 0], table[:, k]) for k in (1, 2, 3, 4))
        x, y = p[:, 0] - cx, p[:, 1] - cy
        near = np.sqrt((x / rx) ** 2 + (y / ry) ** 2)
        steep = np.sqrt((x / rx**2) ** 2 + (y / ry**2) ** 2)
        side = near * (near - 1.0) / np.maximum(steep, 1e-9)
        side = np.where(near < 1e-6, -np.minimum(rx, ry), side)
        ends = np.maximum(table[0, 0] - z, z - table[-1, 0])
        out = np.sqrt(np.maximum(side, 0.0) ** 2 + np.maximum(ends, 0.0) ** 2)
        result: F64 = out + np.minimum(np.maximum(side, ends), 0.0)
        return result

    return field


def placed(body: Field, at: Vector, axes: npt.ArrayLike | None = None) -> Field:
    """The body with its origin at `at` and its x, y, z along the rows of `axes`."""
    middle = np.array(at, np.float64)
    frame = np.eye(3) if axes is None else np.asarray(axes, np.float64)

    def field(p: F64) -> F64:
        q = p - middle
        return body(np.stack([(q * row).sum(axis=1) for row in frame], axis=1))

    return field


def bounded(body: Field, low: Vector, high: Vector, margin_m: float = 0.25) -> Field:
    """The same body, asked only near the box that holds it: large groups get quick.

    Farther than `margin_m` away the distance to the box stands in; blends softer than the
    margin would notice.
    """
    least, most = np.array(low, np.float64), np.array(high, np.float64)

    def field(p: F64) -> F64:
        gap = np.maximum(np.maximum(least - p, p - most), 0.0)
        result: F64 = sdf.length(gap)
        near = result < margin_m
        if near.any():
            result[near] = body(p[near])
        return result

    return field


def grooved(body: Field, depth_m: float, waves: Callable[[F64], F64]) -> Field:
    """The body with folds: `waves` gives -1..1 for (n, 3) points, +1 stands out."""
    return lambda p: body(p) - depth_m * waves(p)


def ripple(value: F64) -> F64:
    """A wave of period 1 between -1 and 1, made of parabolas."""
    t = value - np.floor(value)
    half = np.where(t < 0.5, t, t - 0.5)
    arch = 16.0 * half * (0.5 - half)
    return np.where(t < 0.5, arch, -arch)


def frame_of(forward: Vector, up: Vector = (0.0, 0.0, 1.0)) -> F64:
    """(3, 3) rows: right, forward and up of something that looks along `forward`."""
    ahead = _unit(forward)
    right = np.cross(ahead, np.array(up, np.float64))
    right = right / np.linalg.norm(right)
    return np.stack([right, ahead, np.cross(right, ahead)])


def _unit(vector: Vector) -> F64:
    v = np.array(vector, np.float64)
    return np.asarray(v / np.linalg.norm(v))
