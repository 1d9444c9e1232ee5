"""Bakes `assets/terrain`: measured heights, invented detail, surface classes, open sky.

    from almaty_tour.bake import terrain
    terrain.run(print)

Order: GEBCO, spot heights, calm city, erosion, summits again, lakes, a seam to the outer
lattice, then everything that is derived from the stored (rounded) heights, the painted
colours and the skylines of other modules included.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image

from almaty_tour.bake import terrain_detail, terrain_sources, terrain_water
from almaty_tour.bake.ground import bake_ground
from almaty_tour.bake.terrain_light import open_sky
from almaty_tour.bake.terrain_surface import surface
from almaty_tour.base.errors import BakeError
from almaty_tour.base.files import write_atomic
from almaty_tour.geo.grid import F32, Lattice, refined
from almaty_tour.geo.terrain import Terrain
from almaty_tour.geo.terrain_files import CONFIG_FILE, TILES_FILE, join
from almaty_tour.geo.tile_table import measure_tiles
from almaty_tour.scene.horizon import bake_horizon

U8 = npt.NDArray[np.uint8]
U16 = npt.NDArray[np.uint16]
Report = Callable[[str], None]

INNER: Final = Lattice(-36_000.0, -36_000.0, 30.0, 2561, 2049)
OUTER: Final = Lattice(-112_800.0, -128_160.0, 480.0, 513, 513)
OFFSET_M: Final = 300.0
STEP_M: Final = 0.1
SEAM_M: Final = 1_500.0
# Heights before erosion are rounded so that other processors start from the same bits.
_BASE_STEP_M: Final = 1.0 / 256.0
# Below, the fan is smoother than the spot heights are true.
_MOUNTAIN_PLACES_M: Final = 950.0
_LARGEST_BYTES: Final = 12_000_000


@dataclass(frozen=True)
class Ground:
    """The heights as they will be stored, metres, on both lattices."""

    heights: F32
    outer_heights: F32


def run(report: Report, directory: Path | None = None) -> dict[str, bytes]:
    """Bake the terrain and write its files; `report` is told each step in a line.

    Returns the files by name. `directory` defaults to `assets/terrain` of the checkout.
    """
    folder = directory if directory is not None else _checkout_folder()
    files = bake(report)
    size = sum(map(len, files.values()))
    if size > _LARGEST_BYTES:
        raise BakeError(f"terrain: {size} bytes are more than the {_LARGEST_BYTES} allowed")
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        write_atomic(folder / name, content)
    report("terrain: colours and skylines")
    ground = Terrain.load(folder)
    bake_ground(ground, folder)
    bake_horizon(ground, folder)
    report(f"terrain: {len(files)} files, {size / 1e6:.1f} MB")
    return files


def bake(report: Report) -> dict[str, bytes]:
    """The files of `assets/terrain` by name."""
    report("terrain: heights")
    ground = make_ground(INNER, OUTER, report)
    report("terrain: surface classes")
    inner_surface, outer_surface = (
        surface(INNER, ground.heights),
        surface(OUTER, ground.outer_heights),
    )
    report("terrain: open sky")
    inner_sky, outer_sky = half_sky(INNER, ground.heights), half_sky(OUTER, ground.outer_heights)
    report("terrain: tiles")
    return {
        CONFIG_FILE: _config(INNER, OUTER).encode(),
        TILES_FILE: _npy(measure_tiles(INNER, OUTER, ground.heights, ground.outer_heights)),
        "height.png": _png(encoded(ground.heights)),
        "surface.png": _png(inner_surface),
        "open_sky.png": _png(inner_sky),
        "outer_height.png": _png(encoded(ground.outer_heights)),
        "outer_surface.png": _png(outer_surface),
        "outer_open_sky.png": _png(outer_sky),
    }


def make_ground(inner: Lattice, outer: Lattice, report: Report) -> Ground:
    """Heights of both lattices, rounded to the steps of the files."""
    spots = terrain_sources.read_spots()
    gebco = terrain_sources.read_gebco(outer)
    outer_heights = terrain_water.fill(
        outer, terrain_sources.base_heights(outer, gebco).astype(np.float32)
    )
    known = corrected(inner, terrain_sources.base_heights(inner, gebco), spots)
    base = np.rint(known / _BASE_STEP_M).astype(np.float32) * np.float32(_BASE_STEP_M)
    report("terrain: erosion")
    heights = terrain_detail.detailed(inner, terrain_detail.smooth_fan(inner, base))
    heights = restored(inner, heights, spots)
    heights = terrain_water.fill(inner, heights)
    heights, outer_heights = rounded(heights), rounded(outer_heights)
    heights = rounded(_seamed(inner, outer, heights, outer_heights))
    join(inner, outer, heights, outer_heights)
    return Ground(heights, outer_heights)


def corrected(
    lattice: Lattice, base: npt.NDArray[np.float64], spots: terrain_sources.Spots
) -> npt.NDArray[np.float64]:
    """The base moved towards the spot heights that make it better (not the city's grid)."""
    known = spots.of("summit", "valley_floor", "landmark")
    return terrain_sources.correct(lattice, base, known, terrain_sources.REACH_M, 1.0)


def restored(lattice: Lattice, heights: F32, spots: terrain_sources.Spots) -> F32:
    """Summits and places in the mountains put back to their heights after erosion."""
    places = spots.of("landmark").above(_MOUNTAIN_PLACES_M)
    known = terrain_sources.correct(
        lattice, heights.astype(np.float64), places, terrain_sources.REACH_M, 1.0
    )
    summits = spots.of("summit")
    known = terrain_sources.correct(lattice, known, summits, terrain_sources.PEAK_REACH_M, 1.0)
    return known.astype(np.float32)


def rounded(heights: F32) -> F32:
    """Heights as a reader of the files will see them."""
    return encoded(heights).astype(np.float32) * np.float32(STEP_M) + np.float32(OFFSET_M)


def encoded(heights: F32) -> U16:
    """Stored values of heights."""
    return np.asarray(np.clip(np.rint((heights - OFFSET_M) / STEP_M), 0, 65_535), np.uint16)


def half_sky(lattice: Lattice, heights: F32) -> U8:
    """Open sky at every second node."""
    half = Lattice(
        lattice.west_m,
        lattice.south_m,
        2.0 * lattice.cell_m,
        (lattice.columns + 1) // 2,
        (lattice.rows + 1) // 2,
    )
    return open_sky(half, np.ascontiguousarray(heights[::2, ::2]))


def _seamed(inner: Lattice, outer: Lattice, heights: F32, outer_heights: F32) -> F32:
    """Inner heights that become the outer triangles towards the border."""
    step = round(outer.cell_m / inner.cell_m)
    row = round((inner.south_m - outer.south_m) / outer.cell_m)
    column = round((inner.west_m - outer.west_m) / outer.cell_m)
    rows, columns = (inner.rows - 1) // step + 1, (inner.columns - 1) // step + 1
    coarse = refined(
        np.ascontiguousarray(outer_heights[row : row + rows, column : column + columns]), step
    )
    east, north = np.arange(inner.columns), np.arange(inner.rows)
    edge = np.minimum(
        np.minimum(east, east[::-1])[None, :], np.minimum(north, north[::-1])[:, None]
    )
    share = np.clip(edge * (inner.cell_m / SEAM_M), 0.0, 1.0).astype(np.float32)
    share = share * share * (3.0 - 2.0 * share)
    return np.asarray(coarse + share * (heights - coarse), np.float32)


def _config(inner: Lattice, outer: Lattice) -> str:
    lines = [
        "# The ground round Almaty: what the pictures of this folder mean.",
        "# height = offset_m + step_m * value; rows of the pictures run from the north.",
        "# Source: GEBCO 2023 (public domain), corrected near spot heights, refined by erosion.",
        f"offset_m = {OFFSET_M}",
        f"step_m = {STEP_M}",
    ]
    for name, lattice in (("inner", inner), ("outer", outer)):
        lines += [
            "",
            f"[lattice.{name}]",
            f"west_m = {lattice.west_m}",
            f"south_m = {lattice.south_m}",
            f"cell_m = {lattice.cell_m}",
            f"columns = {lattice.columns}",
            f"rows = {lattice.rows}",
        ]
    return "\n".join(lines) + "\n"


def _png(grid: U8 | U16) -> bytes:
    """A grey PNG with the northern row first."""
    buffer = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(grid[::-1])).save(buffer, "PNG", compress_level=9)
    return buffer.getvalue()


def _npy(table: F32) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, table, allow_pickle=False)
    return buffer.getvalue()


def _checkout_folder() -> Path:
    """`assets/terrain` of the checkout that this file lies in."""
    root = Path(__file__).resolve().parents[3]
    if not (root / "pyproject.toml").is_file():
        raise BakeError("terrain: baking needs a checkout of the repository")
    return root / "assets" / "terrain"
