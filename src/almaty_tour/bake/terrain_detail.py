"""Ground between the measured points: ridges, gullies and valley floors by erosion.

GEBCO says how high the land is every 400 m; what lies between is invented, but by water: noise
roughens the slopes, then running water and sliding scree work on them while a spring
pulls the means of about 300 m back to the measured heights. Flat land gets none of it.
Only sums, products and square roots are used, so other processors get the same land.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from almaty_tour.bake import terrain_erosion as erosion
from almaty_tour.bake.terrain_noise import fractal_noise, gradient_noise
from almaty_tour.geo.grid import Lattice

F32 = npt.NDArray[np.float32]

ROUNDS: Final = 22
ROUGHNESS: Final = ((900.0, 24.0), (450.0, 22.0), (220.0, 10.0), (110.0, 4.0))
# Sharp crests above the tree line: waves of ridged noise, and the heights where they begin.
CRESTS: Final = ((700.0, 60.0), (330.0, 26.0))
CRAGS: Final = ((260.0, 22.0), (120.0, 10.0))
ALPINE_M: Final = (2_700.0, 3_700.0)
INCISION: Final = 0.04
HEAD_CELLS: Final = 3.0
GREATEST_CELLS: Final = 1000.0
# How much the hardness of the rock varies, which keeps gullies from standing in ranks.
SOFTNESS: Final = 1.1
WANDER: Final = 0.85
CREEP: Final = 0.02
SCREE_SLOPE: Final = 0.9
SCREE: Final = 0.17
SPRING_M: Final = 330.0
GREATEST_M: Final = 130.0
LEVEL_M: Final = 160.0
FULL_SLOPE: Final = 0.5
LEAST_SLOPE: Final = 0.07
SMOOTH_M: Final = 240.0
FAN_SMOOTH_M: Final = 450.0
_GREATEST_GAIN: Final = 1.3
_MARGIN: Final = 64
_ROCK_SEED: Final = 20
_CRAG_SEED: Final = 30


def smooth_fan(lattice: Lattice, base: F32) -> F32:
    """The base with gentle land freed of the bumps that buildings leave in GEBCO."""
    steepness = _steepness(lattice, base, SMOOTH_M)
    gentle = np.clip((LEAST_SLOPE * 1.4 - steepness) / LEAST_SLOPE, 0.0, 1.0)
    calm = _blurred(base, FAN_SMOOTH_M / lattice.cell_m)
    return np.asarray(base + gentle * (calm - base), np.float32)


def detailed(lattice: Lattice, base: F32, rounds: int = ROUNDS) -> F32:
    """(rows, columns) f4 heights with detail; `base` (rows, columns) f4 in metres."""
    gain = np.clip(
        (_steepness(lattice, base, SMOOTH_M) - LEAST_SLOPE) / FULL_SLOPE, 0.0, _GREATEST_GAIN
    ).astype(np.float32)
    rough = np.flatnonzero((gain > 0.0).any(axis=1))
    if not len(rough):
        return base
    rows = slice(max(int(rough[0]) - _MARGIN, 0), int(rough[-1]) + _MARGIN)
    part = Lattice(
        lattice.west_m,
        lattice.south_m + lattice.cell_m * rows.start,
        lattice.cell_m,
        lattice.columns,
        base[rows].shape[0],
    )
    result = base.copy()
    result[rows] = _eroded(part, base[rows], gain[rows], rounds)
    return result


def _eroded(lattice: Lattice, base: F32, gain: F32, rounds: int) -> F32:
    heights = base.copy()
    for number, (wave_m, height_m) in enumerate(ROUGHNESS):
        heights += gain * np.float32(height_m) * gradient_noise(lattice, wave_m, number)
    low, high = ALPINE_M
    alpine = gain * np.clip((base - low) / np.float32(high - low), 0.0, 1.0)
    for number, (wave_m, height_m) in enumerate(CRESTS, start=len(ROUGHNESS)):
        heights += alpine * np.float32(height_m) * _ridged(lattice, wave_m, number)
    softness = gain * (1.0 + np.float32(SOFTNESS) * fractal_noise(lattice, 1_300.0, 3, _ROCK_SEED))
    softness = np.maximum(softness, 0.1 * gain)
    spring = SPRING_M / lattice.cell_m
    for turn in range(rounds):
        flow = erosion.route(lattice, heights, turn, WANDER)
        strength = _strength(erosion.accumulate(flow)) * softness.ravel()
        worn = erosion.incise(heights, flow, strength)
        heights = np.asarray(worn + _blurred(base - worn, spring), np.float32)
        heights += np.minimum(gain, 1.0) * _loosened(lattice, heights)
    for number, (wave_m, height_m) in enumerate(CRAGS, start=_CRAG_SEED):
        heights += alpine * np.float32(height_m) * _ridged(lattice, wave_m, number)
    drift = _blurred(base - heights, LEVEL_M / lattice.cell_m)
    detail = (heights + drift - base) * np.minimum(gain * 8.0, 1.0)
    detail = detail / np.sqrt(1.0 + np.square(detail / np.float32(GREATEST_M)))
    return np.asarray(base + detail, np.float32)


def _ridged(lattice: Lattice, wave_m: float, seed: int) -> F32:
    return np.asarray(0.5 - 2.0 * np.abs(gradient_noise(lattice, wave_m, seed)), np.float32)


def _strength(water: F32) -> F32:
    """F of the stream power law, (share of water)^0.625 by roots alone."""
    share = np.clip(water - np.float32(HEAD_CELLS), 0.0, np.float32(GREATEST_CELLS))
    root = np.sqrt(share)
    return np.asarray(np.float32(INCISION) * root * np.sqrt(np.sqrt(np.sqrt(share))), np.float32)


def _loosened(lattice: Lattice, heights: F32) -> F32:
    """What creep and, on steep slopes, scree add to the heights in one round."""
    padded = np.pad(heights, 1, mode="edge")
    east = (padded[1:-1, 2:] - padded[1:-1, :-2]) / np.float32(2.0 * lattice.cell_m)
    north = (padded[2:, 1:-1] - padded[:-2, 1:-1]) / np.float32(2.0 * lattice.cell_m)
    steep = np.sqrt(east * east + north * north)
    rate = np.float32(CREEP) + np.float32(SCREE) * np.clip((steep - SCREE_SLOPE) / 0.3, 0.0, 1.0)
    around = padded[1:-1, 2:] + padded[1:-1, :-2] + padded[2:, 1:-1] + padded[:-2, 1:-1]
    return np.asarray(rate * (around - 4.0 * heights), np.float32)


def _steepness(lattice: Lattice, heights: F32, smooth_m: float) -> F32:
    north, east = np.gradient(heights, lattice.cell_m)
    return _blurred(np.sqrt(east * east + north * north), smooth_m / lattice.cell_m)


def _blurred(grid: F32, cells: float) -> F32:
    return np.asarray(
        ndimage.gaussian_filter(grid, cells, truncate=3.0, mode="nearest"), np.float32
    )
