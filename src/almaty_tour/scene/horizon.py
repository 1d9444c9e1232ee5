"""How high the mountains stand round every place: their shadows for any sun, in an instant.

For sixteen directions the angle up to the skyline is kept on a coarse grid. A sun position
then needs one blend of two directions and one comparison, a few milliseconds.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.arrays import read_npz
from almaty_tour.base.errors import AlmatyTourError, AssetError
from almaty_tour.geo.frame import curvature_drop_m
from almaty_tour.geo.grid import Lattice
from almaty_tour.geo.terrain import Terrain

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]

DIRECTIONS: Final = 24
FILE: Final = "horizon.npz"
ANGLE_RANGE: Final = (-0.12, 0.90)  # sines, as stored in a byte
PENUMBRA: Final = 0.010  # sine; the sun's width and the coarse grid
_STRIDE: Final = {"inner": 8, "outer": 4}
LIMIT_BYTES: Final = 20_000_000
FORMS: Final[dict[str, tuple[str, int]]] = dict.fromkeys(_STRIDE, ("|u1", 3))
Direction = tuple[float, float, float]


@dataclass(frozen=True)
class Horizon:
    """Skylines by direction.

    Attributes:
        sines: for "inner" and "outer" (DIRECTIONS, rows, columns) u1 sine of the skyline's
            height by compass direction, clockwise from north.
        lattices: where the grids lie.
    """

    sines: dict[str, U8]
    lattices: dict[str, Lattice]

    @classmethod
    def load(cls, directory: Path, terrain: Terrain, faults: list[AlmatyTourError]) -> Horizon:
        """The baked skylines; without them the mountains throw no shadow.

        A file that is damaged is told in `faults`.
        """
        lattices = {name: grid(getattr(terrain, name), stride) for name, stride in _STRIDE.items()}
        path = directory / FILE
        if path.is_file():
            try:
                found = read_npz(path, LIMIT_BYTES, hint="install again", forms=FORMS)
            except AssetError as fault:
                faults.append(fault)
                found = {}
            if all(
                n in found and found[n].shape == (DIRECTIONS, *lattices[n].shape) for n in _STRIDE
            ):
                return cls(found, lattices)
        flat = {n: np.zeros((DIRECTIONS, *lattices[n].shape), np.uint8) for n in _STRIDE}
        return cls(flat, lattices)

    def sun_share(self, name: str, light_enu: Direction) -> U8:
        """(rows, columns) u1 share of the sun that the mountains let through."""
        stored = _blended(self.sines[name], light_enu)
        return _share(stored, light_enu[2])

    def share_at(
        self, light_enu: Direction, x_m: npt.ArrayLike, y_m: npt.ArrayLike
    ) -> npt.NDArray[np.float64]:
        """(n,) f8 the same for n places, 0 to 1."""
        lattice = self.lattices["inner"]
        row, column = lattice.nearest(np.atleast_1d(x_m), np.atleast_1d(y_m))
        around = self.sines["inner"][:, row, column]
        return _share(_blended(around, light_enu), light_enu[2]).astype(np.float64) / 255.0


def grid(lattice: Lattice, stride: int) -> Lattice:
    """Every `stride`-th node of a lattice."""
    return Lattice(
        lattice.west_m, lattice.south_m, lattice.cell_m * stride,
        (lattice.columns - 1) // stride + 1, (lattice.rows - 1) // stride + 1,
    )  # fmt: skip


def skylines(terrain: Terrain, name: str) -> U8:
    """(DIRECTIONS, rows, columns) u1 skylines; slow, for the bakery."""
    lattice = grid(getattr(terrain, name), _STRIDE[name])
    x = lattice.west_m + lattice.cell_m * np.arange(lattice.columns)
    y = lattice.south_m + lattice.cell_m * np.arange(lattice.rows)
    ground = terrain.height_m(x[None, :], y[:, None])
    distances = lattice.cell_m * 1.12 ** np.arange(0, 60)
    distances = distances[distances < 60_000.0]
    out = np.zeros((DIRECTIONS, *lattice.shape), np.uint8)
    for index in range(DIRECTIONS):
        turn = math.tau * index / DIRECTIONS
        best = np.full(lattice.shape, -1.0)
        for distance in distances:
            far = terrain.height_m(
                x[None, :] + math.sin(turn) * distance, y[:, None] + math.cos(turn) * distance
            )
            rise = far - curvature_drop_m(distance) - ground
            best = np.maximum(best, rise / np.hypot(rise, distance))
        out[index] = _stored(best)
    return out


def _stored(sine: npt.NDArray[np.float64]) -> U8:
    low, high = ANGLE_RANGE
    return np.rint(np.clip((sine - low) / (high - low), 0.0, 1.0) * 255.0).astype(np.uint8)


def _blended(stored: U8, light_enu: Direction) -> F32:
    turn = math.atan2(light_enu[0], light_enu[1]) / math.tau * DIRECTIONS
    first = math.floor(turn)
    share = np.float32(turn - first)
    near = stored[first % DIRECTIONS].astype(np.float32)
    far = stored[(first + 1) % DIRECTIONS].astype(np.float32)
    return np.asarray(near + (far - near) * share)


def _share(stored: F32, light_up: float) -> U8:
    low, high = ANGLE_RANGE
    at = (light_up - low) / (high - low) * 255.0
    soft = PENUMBRA / (high - low) * 255.0
    share = np.clip((np.float32(at) - stored) / np.float32(soft) * 0.5 + 0.5, 0.0, 1.0)
    return np.asarray(share * 255.0 + 0.5, np.uint8)


def bake_horizon(terrain: Terrain, directory: Path) -> Path:
    """Write the skylines of both lattices; returns the file."""
    path = directory / FILE
    inner, outer = skylines(terrain, "inner"), skylines(terrain, "outer")
    np.savez_compressed(path, inner=inner, outer=outer)
    return path
