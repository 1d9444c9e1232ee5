"""A small terrain for tests: hills on one inner tile of level 7 inside one root."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.geo.grid import Lattice
from almaty_tour.geo.pads import no_patches
from almaty_tour.geo.terrain import Surface, Terrain
from almaty_tour.geo.terrain_files import half_shape, join
from almaty_tour.geo.tile_table import measure_tiles

INNER = Lattice(-3_000.0, -9_000.0, 30.0, 513, 513)
OUTER = Lattice(INNER.west_m - 15_360.0, INNER.south_m - 15_360.0, 480.0, 129, 129)


def _hills(lattice: Lattice) -> np.ndarray:
    x = lattice.west_m + lattice.cell_m * np.arange(lattice.columns)[None, :]
    y = lattice.south_m + lattice.cell_m * np.arange(lattice.rows)[:, None]
    wave = 90.0 * np.sin(x / 700.0) * np.cos(y / 900.0) + 40.0 * np.sin(x / 170.0 + y / 230.0)
    return (1_500.0 - 0.05 * y + wave).astype(np.float32)


@pytest.fixture(scope="session")
def small() -> Terrain:
    heights, outer_heights = _hills(INNER), _hills(OUTER)
    join(INNER, OUTER, heights, outer_heights)
    surface = np.full(INNER.shape, Surface.MEADOW, np.uint8)
    surface[:, 256:] = Surface.ROCK
    return Terrain(
        inner=INNER,
        outer=OUTER,
        heights=heights,
        outer_heights=outer_heights,
        surface=surface,
        outer_surface=np.full(OUTER.shape, Surface.STEPPE, np.uint8),
        open_sky=np.full(half_shape(INNER), 255, np.uint8),
        outer_open_sky=np.full(half_shape(OUTER), 255, np.uint8),
        patches=no_patches(INNER),
        tiles=measure_tiles(INNER, OUTER, heights, outer_heights),
    )
