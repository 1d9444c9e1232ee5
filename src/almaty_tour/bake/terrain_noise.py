"""Noise on lattices from integer hashes: the same bits on every machine, no seeds to keep.

Coordinates are world metres, so a crop of the map gets the same noise as the whole.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.geo.grid import Lattice

F32 = npt.NDArray[np.float32]
U32 = npt.NDArray[np.uint32]

_MIX_A: Final = np.uint32(0x7FEB352D)
_MIX_B: Final = np.uint32(0x846CA68B)
_STEP_X: Final = np.uint32(0x9E3779B1)
_STEP_Y: Final = np.uint32(0x85EBCA77)
_STEP_SEED: Final = np.uint32(0xC2B2AE3D)


def hash_cells(ix: npt.ArrayLike, iy: npt.ArrayLike, seed: int) -> U32:
    """A 32-bit hash of whole coordinates (may be negative) and a seed, broadcast."""
    with np.errstate(over="ignore"):
        value = np.asarray(ix).astype(np.int64).astype(np.uint32) * _STEP_X
        value = value ^ (np.asarray(iy).astype(np.int64).astype(np.uint32) * _STEP_Y)
        value = np.asarray(value ^ (np.uint32(seed) * _STEP_SEED))
        value = (value ^ (value >> np.uint32(16))) * _MIX_A
        value = (value ^ (value >> np.uint32(15))) * _MIX_B
    return np.asarray(value ^ (value >> np.uint32(16)))


def unit(hashed: U32) -> F32:
    """Hashes as numbers in [0, 1)."""
    return (hashed >> np.uint32(8)).astype(np.float32) * np.float32(2.0**-24)


def gradient_noise(lattice: Lattice, wave_m: float, seed: int) -> F32:
    """(rows, columns) f4 Perlin noise of one wavelength, about -1 to 1, zero mean."""
    ix, fx = _cells(lattice.west_m, lattice.cell_m, lattice.columns, wave_m)
    iy, fy = _cells(lattice.south_m, lattice.cell_m, lattice.rows, wave_m)
    net_x = np.arange(ix[0], ix[-1] + 2)
    net_y = np.arange(iy[0], iy[-1] + 2)
    angle = unit(hash_cells(net_x[None, :], net_y[:, None], seed)) * np.float32(2.0 * np.pi)
    east, north = np.cos(angle), np.sin(angle)
    total = np.zeros((lattice.rows, lattice.columns), np.float32)
    for dy in (0, 1):
        for dx in (0, 1):
            where = np.ix_(iy - iy[0] + dy, ix - ix[0] + dx)
            ramp = east[where] * (fx - dx)[None, :] + north[where] * (fy - dy)[:, None]
            total += ramp * (_fade(fy, dy)[:, None] * _fade(fx, dx)[None, :])
    return np.asarray(total * np.float32(1.5))


def fractal_noise(
    lattice: Lattice, wave_m: float, octaves: int, seed: int, gain: float = 0.5
) -> F32:
    """A sum of `gradient_noise`, each octave half as long and `gain` as strong."""
    total = np.zeros((lattice.rows, lattice.columns), np.float32)
    for octave in range(octaves):
        total += np.float32(gain**octave) * gradient_noise(
            lattice, wave_m / 2**octave, seed + octave
        )
    return total


def _cells(
    start_m: float, cell_m: float, count: int, wave_m: float
) -> tuple[npt.NDArray[np.int64], F32]:
    place = (start_m + cell_m * np.arange(count)) / wave_m
    whole = np.floor(place).astype(np.int64)
    return whole, (place - whole).astype(np.float32)


def _fade(fraction: F32, corner: int) -> F32:
    smooth = fraction * fraction * fraction * (fraction * (fraction * 6.0 - 15.0) + 10.0)
    return np.asarray(smooth if corner else 1.0 - smooth, np.float32)
