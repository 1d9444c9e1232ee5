"""What follows from heights, for a folder of a terrain: classes, open sky, paint, skylines.

The same rules that the bakery uses for the shipped ground, for heights that a user imports.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from almaty_tour.bake.ground import bake_ground
from almaty_tour.bake.terrain import half_sky
from almaty_tour.bake.terrain_surface import surface
from almaty_tour.geo.grid import F32, Lattice
from almaty_tour.geo.terrain import U8, Surface, Terrain
from almaty_tour.scene.horizon import bake_horizon


def derive(folder: Path) -> None:
    """Writes the derived files of the heights in `folder`; water stays where its classes say."""
    ground = Terrain.load(folder)
    ground = replace(
        ground,
        surface=_classes(ground.inner, ground.heights, ground.surface),
        outer_surface=_classes(ground.outer, ground.outer_heights, ground.outer_surface),
        open_sky=half_sky(ground.inner, ground.heights),
        outer_open_sky=half_sky(ground.outer, ground.outer_heights),
    )
    for name in ("surface", "outer_surface", "open_sky", "outer_open_sky"):
        grid = np.ascontiguousarray(getattr(ground, name)[::-1])
        Image.fromarray(grid).save(folder / f"{name}.png", "PNG", compress_level=6)
    bake_ground(ground, folder)
    bake_horizon(ground, folder)


def _classes(lattice: Lattice, heights: F32, known: U8) -> U8:
    found = surface(lattice, heights)
    found[(found == Surface.WATER) | (known == Surface.WATER)] = Surface.STEPPE
    found[known == Surface.WATER] = Surface.WATER
    return found
