"""What covers the ground: city, orchards, spruce, meadow, rock, snow, steppe, water.

A class wins where its fitness, by height, slope and how far the slope looks away from the
noon sun, is above a threshold that noise moves, so the borders are ragged as real ones.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from almaty_tour.bake.terrain_noise import fractal_noise
from almaty_tour.bake.terrain_water import water
from almaty_tour.geo.grid import Lattice
from almaty_tour.geo.terrain import Surface

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]

# Middle and half axes of the built-up land, metres in the world frame.
CITY_MIDDLE_M: Final = (-3_200.0, 1_500.0)
CITY_AXES_M: Final = (14_500.0, 9_500.0)
CITY_TOP_M: Final = 1_080.0
_SEED: Final = 40


def surface(lattice: Lattice, heights: F32) -> U8:
    """(rows, columns) u1 of `Surface` for heights in metres."""
    patches = fractal_noise(lattice, 1_400.0, 5, _SEED)
    fine = fractal_noise(lattice, 240.0, 3, _SEED + 10)
    slope, north = _slope_and_shade(lattice, heights)
    result = np.full(lattice.shape, Surface.STEPPE, np.uint8)
    rolling = ndimage.gaussian_filter(slope, 150.0 / lattice.cell_m, truncate=3.0)
    hills = _rise(heights + 90.0 * patches, 960.0, 1_120.0) + _rise(rolling, 0.07, 0.14)
    _paint(result, Surface.ORCHARD, hills > 1.0)
    _paint(result, Surface.MEADOW, heights + 110.0 * patches + 60.0 * fine > 1_480.0)
    _paint(result, Surface.FOREST, _forest(heights, slope, north, patches, fine) > 0.5)
    _paint(result, Surface.ROCK, _rock(heights, slope, patches, fine) > 0.5)
    _paint(result, Surface.SNOW, _snow(heights, slope, north, patches, fine) > 0.5)
    _paint(result, Surface.CITY, _city(lattice, heights, patches) & (hills < 0.75))
    _paint(result, Surface.WATER, water(lattice, heights))
    return result


def _forest(heights: F32, slope: F32, north: F32, patches: F32, fine: F32) -> F32:
    """Spruce on shaded slopes from 1,500 to 2,800 m; leafy woods in the ravines below."""
    band = _rise(heights, 1_420.0, 1_650.0) * (1.0 - _rise(heights, 2_620.0, 2_900.0))
    shade = 0.42 + 0.55 * north + 0.35 * patches + 0.3 * fine
    spruce = band * (shade - 0.5 * _rise(slope, 0.95, 1.3))
    low = _rise(heights, 1_080.0, 1_250.0) * (1.0 - _rise(heights, 1_500.0, 1_700.0))
    leafy = low * (0.25 + 0.6 * north + 0.3 * patches + 0.3 * fine) * _rise(slope, 0.12, 0.3)
    return np.asarray(np.maximum(spruce, leafy), np.float32)


def _rock(heights: F32, slope: F32, patches: F32, fine: F32) -> F32:
    """Bare above about 3,300 m, lower where it is steep."""
    high = _rise(heights + 160.0 * patches + 120.0 * fine, 3_150.0, 3_550.0)
    steep = _rise(slope + 0.15 * fine, 0.9, 1.25) * _rise(heights, 1_700.0, 2_500.0)
    return np.asarray(np.maximum(high, steep), np.float32)


def _snow(heights: F32, slope: F32, north: F32, patches: F32, fine: F32) -> F32:
    """Snow and ice above 3,700-3,900 m, lower in the shade, not on walls of rock."""
    line = heights + 260.0 * north + 150.0 * patches + 90.0 * fine
    return _rise(line, 3_700.0, 3_950.0) * (1.0 - _rise(slope + 0.12 * fine, 0.95, 1.35))


def _city(lattice: Lattice, heights: F32, patches: F32) -> npt.NDArray[np.bool_]:
    x = lattice.west_m + lattice.cell_m * np.arange(lattice.columns, dtype=np.float32)
    y = lattice.south_m + lattice.cell_m * np.arange(lattice.rows, dtype=np.float32)
    east = ((x - CITY_MIDDLE_M[0]) / CITY_AXES_M[0])[None, :]
    north = ((y - CITY_MIDDLE_M[1]) / CITY_AXES_M[1])[:, None]
    inside = east * east + north * north + 0.35 * patches < 1.0
    low = heights + 60.0 * patches < CITY_TOP_M
    return np.asarray(inside & low)


def _slope_and_shade(lattice: Lattice, heights: F32) -> tuple[F32, F32]:
    """Rise per metre, and how much a slope looks north (-1 to 1), over about 60 m."""
    calm = ndimage.gaussian_filter(heights, 45.0 / lattice.cell_m, truncate=3.0, mode="nearest")
    north, east = np.gradient(calm, lattice.cell_m)
    slope = np.sqrt(east * east + north * north)
    return slope.astype(np.float32), np.clip(-1.6 * north, -1.0, 1.0).astype(np.float32)


def _rise(value: F32, low: float, high: float) -> F32:
    return np.asarray(
        np.clip((value - np.float32(low)) / np.float32(high - low), 0.0, 1.0), np.float32
    )


def _paint(result: U8, kind: Surface, where: npt.NDArray[np.bool_]) -> None:
    result[where] = kind
