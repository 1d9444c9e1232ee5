"""Age on surfaces: stains, soot, verdigris and wear, painted into the tint of the vertices."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction
from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]


def noise(points: npt.ArrayLike, size_cm: float, seed: int = 0) -> F64:
    """(n,) smooth noise from -1 to 1 at (n, 3) points, its spots about `size_cm` wide."""
    at = np.asarray(points, np.float64) / size_cm
    cell = np.floor(at).astype(np.int64)
    share = at - cell
    share = share * share * (3.0 - 2.0 * share)
    total = np.zeros(len(at))
    for corner in np.ndindex(2, 2, 2):
        weight = np.prod(np.where(corner, share, 1.0 - share), axis=1)
        total += weight * fraction(*(cell + np.array(corner)).T, seed)
    return total * 2.0 - 1.0


def stained(data: MeshData, colour: str, share: npt.ArrayLike) -> MeshData:
    """The mesh with an sRGB colour laid over it, `share` (n,) 0 to 1 a vertex."""
    over = np.frombuffer(bytes.fromhex(colour.lstrip("#")), np.uint8).astype(np.float64)
    part = np.clip(np.asarray(share, np.float64), 0.0, 1.0)[:, None]
    tint = data.tint.copy()
    tint[:, :3] = np.rint(data.tint[:, :3] * (1.0 - part) + over * part).astype(np.uint8)
    return replace(data, tint=tint)


def mottled(data: MeshData, amount: float, size_cm: float, seed: int = 0) -> MeshData:
    """The mesh lighter and darker in spots of two sizes; `amount` 0.1 is a tenth either way."""
    spots = noise(data.positions, size_cm, seed) + 0.5 * noise(
        data.positions, size_cm / 3, seed + 1
    )
    gain = 1.0 + amount * spots / 1.5
    tint = data.tint.copy()
    tint[:, :3] = np.clip(np.rint(data.tint[:, :3] * gain[:, None]), 0, 255).astype(np.uint8)
    return replace(data, tint=tint)


def sooted(data: MeshData, below_cm: float, amount: float = 0.7, seed: int = 0) -> MeshData:
    """Soot of the hearth on the lower part, with an uneven edge at `below_cm`."""
    edge = below_cm * (1.0 + 0.35 * noise(data.positions, 0.7 * below_cm, seed))
    share = amount * np.clip((edge - data.positions[:, 2]) / (0.4 * below_cm), 0.0, 1.0)
    return stained(data, "#241D19", share)
