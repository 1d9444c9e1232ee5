"""The finished folder of imported heights: laid out as `assets/terrain`."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image

from almaty_tour.geo.grid import F32, Lattice
from almaty_tour.geo.terrain_files import CONFIG_FILE, TILES_FILE
from almaty_tour.geo.tile_table import measure_tiles

U8 = npt.NDArray[np.uint8]
U16 = npt.NDArray[np.uint16]
OFFSET_M: Final = 300.0
STEP_M: Final = 0.1
_COMPRESSION: Final = 2


def rounded(heights: F32) -> F32:
    """Heights as a reader of the files will see them."""
    return _encoded(heights).astype(np.float32) * np.float32(STEP_M) + np.float32(OFFSET_M)


def _encoded(heights: F32) -> U16:
    return np.asarray(np.clip(np.rint((heights - OFFSET_M) / STEP_M), 0, 65_535), np.uint16)


def write_heights(
    folder: Path, inner: Lattice, outer: Lattice, heights: F32, outer_heights: F32
) -> None:
    """Rounded heights, the lattices and the table of tiles."""
    (folder / CONFIG_FILE).write_text(_config(inner, outer), encoding="utf-8")
    np.save(folder / TILES_FILE, measure_tiles(inner, outer, heights, outer_heights))
    write_picture(folder / "height.png", _encoded(heights))
    write_picture(folder / "outer_height.png", _encoded(outer_heights))


def write_picture(path: Path, grid: U8 | U16) -> None:
    """A grey PNG with the northern row first."""
    buffer = io.BytesIO()
    image = Image.fromarray(np.ascontiguousarray(grid[::-1]))
    image.save(buffer, "PNG", compress_level=_COMPRESSION)
    path.write_bytes(buffer.getvalue())


def _config(inner: Lattice, outer: Lattice) -> str:
    lines = [
        "# Imported heights: what the pictures of this folder mean.",
        f"offset_m = {OFFSET_M}",
        f"step_m = {STEP_M}",
    ]
    for name, lattice in (("inner", inner), ("outer", outer)):
        lines += ["", f"[lattice.{name}]"]
        lines += [f"{key} = {value}" for key, value in vars(lattice).items()]
    return "\n".join(lines) + "\n"
