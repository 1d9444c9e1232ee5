"""Tables of props: places in, an `InstanceTable` with its variety out."""

from __future__ import annotations

import zlib

import numpy as np
import numpy.typing as npt

from almaty_tour.base import rng
from almaty_tour.mesh.data import U32, InstanceTable

F64 = npt.NDArray[np.float64]


def instances(
    kind: str,
    places: npt.ArrayLike,
    name: str,
    *,
    yaw_deg: npt.ArrayLike | None = None,
    scale: npt.ArrayLike = 1.0,
    vary: float = 0.15,
) -> InstanceTable:
    """Props of one kind at (k, 2) or (k, 3) places; `name` is the stable id of the group.

    Sizes vary by +-`vary` and, without `yaw_deg`, headings are free, both from the integer
    hash of the name and the number of the place: the same for everybody, for ever.
    """
    spots = np.atleast_2d(np.asarray(places, np.float64))
    if spots.shape[1] == 2:
        spots = np.column_stack([spots, np.zeros(len(spots))])
    seed = hashed(name, len(spots))
    yaw = fraction(seed, 1) * 2 * np.pi if yaw_deg is None else np.radians(yaw_deg)
    size = np.asarray(scale, np.float64) * (1.0 + vary * (2.0 * fraction(seed, 2) - 1.0))
    height = size * (1.0 + 0.6 * vary * (2.0 * fraction(seed, 3) - 1.0))
    return InstanceTable(
        kind=kind,
        positions=spots.astype(np.float32),
        yaw_rad=np.broadcast_to(yaw, len(spots)).astype(np.float32),
        scale=np.stack([size, height], axis=1).astype(np.float32),
        seed=seed,
    )


def row(start: tuple[float, float], end: tuple[float, float], spacing_m: float) -> F64:
    """(k, 2) places in a straight row, both ends included, at about `spacing_m`."""
    a, b = np.array(start, np.float64), np.array(end, np.float64)
    count = max(2, round(float(np.linalg.norm(b - a)) / spacing_m) + 1)
    return a + np.linspace(0.0, 1.0, count)[:, None] * (b - a)


def scattered(
    low: tuple[float, float], high: tuple[float, float], spacing_m: float, name: str
) -> F64:
    """(k, 2) places on a jittered grid over a rectangle, never much nearer than the spacing."""
    x = np.arange(low[0] + spacing_m / 2, high[0], spacing_m)
    y = np.arange(low[1] + spacing_m / 2, high[1], spacing_m)
    grid = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    seed = hashed(name, len(grid))
    shift = np.stack([fraction(seed, 4), fraction(seed, 5)], axis=1) - 0.5
    return grid + 0.6 * spacing_m * shift


def hashed(name: str, count: int) -> U32:
    """(count,) u4: well mixed integers that depend on the name and the number only."""
    return rng.hashed(zlib.crc32(name.encode()), np.arange(count))


def fraction(seed: U32, stream: int) -> F64:
    """(k,) numbers in [0, 1) from seeds; each stream is another series."""
    return rng.fraction(seed, stream)
