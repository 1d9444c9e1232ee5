"""Colours of the ground by what covers it, blended so that no raster is seen.

The bakery paints them once (`bake.ground`) into `assets/terrain`; without its pictures the
classes are painted here, plainly.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from almaty_tour.base.errors import AlmatyTourError, AssetError
from almaty_tour.geo.terrain import Terrain

U8 = npt.NDArray[np.uint8]

# sRGB of city, orchard, forest, meadow, rock, snow, steppe, water
PALETTE = np.array(
    [
        [122, 118, 106], [104, 112, 66], [42, 60, 38], [104, 112, 62],
        [118, 110, 102], [196, 200, 206], [150, 138, 96], [58, 84, 92],
    ],
    np.uint8,
)  # fmt: skip


def ground_colours(
    terrain: Terrain, directory: Path, name: str, faults: list[AlmatyTourError]
) -> U8:
    """(h, w, 3) u1 sRGB albedo of a lattice ("inner" or "outer"), rows from the south.

    A picture that is damaged is told in `faults` and painted plainly too.
    """
    path = directory / f"{name}_colour.jpg"
    if path.is_file():
        try:
            return _picture(path)
        except AssetError as fault:
            faults.append(fault)
    return _softened(PALETTE[terrain.surface if name == "inner" else terrain.outer_surface])


def _picture(path: Path) -> U8:
    from PIL import Image

    try:
        with Image.open(path) as image:
            return np.ascontiguousarray(np.asarray(image.convert("RGB"), np.uint8)[::-1])
    except (OSError, SyntaxError, ValueError) as fault:
        raise AssetError(path, f"is damaged: {fault}", hint="install again") from fault


def _softened(values: U8) -> U8:
    """Mean over 3 x 3 nodes, edges held."""
    wide = np.pad(values.astype(np.uint16), [(1, 1), (1, 1), (0, 0)], "edge")
    rows = wide[:-2] + wide[1:-1] + wide[2:]
    return np.asarray((rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]) // 9, np.uint8)
