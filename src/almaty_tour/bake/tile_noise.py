"""Noise on a square that repeats without a seam, from integer hashes."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.bake.terrain_noise import hash_cells, unit

F32 = npt.NDArray[np.float32]

SIDE: Final = 256


def axes(side: int = SIDE) -> tuple[F32, F32]:
    """U and v of the texels, 0 to 1, as (1, side) and (side, 1)."""
    line = ((np.arange(side) + 0.5) / side).astype(np.float32)
    return line[None, :], line[:, None]


def soft(cells_x: int, seed: int, cells_y: int | None = None, *, side: int = SIDE) -> F32:
    """(side, side) value noise with so many cells a side, 0 to 1."""
    high = cells_y or cells_x
    x, fx = _split(cells_x, side)
    y, fy = _split(high, side)
    total = np.zeros((side, side), np.float32)
    for dy in (0, 1):
        for dx in (0, 1):
            value = unit(hash_cells((x[None, :] + dx) % cells_x, (y[:, None] + dy) % high, seed))
            wx = fx if dx else 1.0 - fx
            wy = fy if dy else 1.0 - fy
            total += value * wx[None, :] * wy[:, None]
    return total


def cloudy(cells: int, octaves: int, seed: int, gain: float = 0.5, *, side: int = SIDE) -> F32:
    """(side, side) sum of octaves of `soft`, stretched to 0..1."""
    total = np.zeros((side, side), np.float32)
    for octave in range(octaves):
        layer = soft(min(cells << octave, side), seed + octave, side=side)
        total += layer * np.float32(gain**octave)
    return stretched(total)


def speckle(seed: int, *, side: int = SIDE) -> F32:
    """(side, side) a new value for every texel, 0 to 1."""
    index = np.arange(side)
    return unit(hash_cells(index[None, :], index[:, None], seed))


def nearest(cells: int, seed: int, *, side: int = SIDE) -> tuple[F32, F32, F32]:
    """Cellular noise: distance to the nearest and second point in cells, value of its cell."""
    u, v = axes(side)
    x, y = u * cells, v * cells
    first = np.full((side, side), 9.0, np.float32)
    second = first.copy()
    value = np.zeros((side, side), np.float32)
    ix, iy = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            cx, cy = ix + dx, iy + dy
            px = cx + unit(hash_cells(cx % cells, cy % cells, seed))
            py = cy + unit(hash_cells(cx % cells, cy % cells, seed + 1))
            distance = np.hypot(x - px, y - py).astype(np.float32)
            nearer = distance < first
            second = np.where(nearer, first, np.minimum(second, distance))
            value = np.where(nearer, unit(hash_cells(cx % cells, cy % cells, seed + 2)), value)
            first = np.where(nearer, distance, first)
    return first, second, value


def stretched(values: npt.NDArray[np.floating]) -> F32:
    """The same values from 0 to 1."""
    low, high = float(values.min()), float(values.max())
    return np.asarray((values - low) / max(high - low, 1e-9), np.float32)


def ramp(values: npt.NDArray[np.floating], start: float, end: float) -> F32:
    """Smooth step from 0 at `start` to 1 at `end`."""
    share = np.clip((values - start) / (end - start), 0.0, 1.0)
    return np.asarray(share * share * (3.0 - 2.0 * share), np.float32)


def _split(cells: int, side: int) -> tuple[npt.NDArray[np.int64], F32]:
    place = (np.arange(side) + 0.5) / side * cells
    whole = np.floor(place).astype(np.int64)
    share = (place - whole).astype(np.float32)
    return whole, np.asarray(share * share * (3.0 - 2.0 * share), np.float32)
