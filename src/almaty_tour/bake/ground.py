"""Paints the ground: colours of what grows and lies on it, from classes, slopes and noise.

One picture for each lattice, sRGB without light or snow; the shader adds both. Borders of
classes are torn by noise, so that no raster is seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.bake.terrain_noise import fractal_noise, hash_cells, unit
from almaty_tour.geo.grid import Lattice
from almaty_tour.geo.terrain import Surface, Terrain

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]
Colour = tuple[int, int, int]

JPEG_QUALITY: Final = 88


@dataclass(frozen=True)
class _Paint:
    """Two sRGB colours of a class, mixed by noise of a wavelength in metres."""

    dark: Colour
    light: Colour
    wave_m: float


PAINTS: Final = {
    Surface.CITY: _Paint((86, 94, 68), (126, 124, 104), 420.0),
    Surface.ORCHARD: _Paint((84, 98, 54), (146, 138, 88), 700.0),
    Surface.FOREST: _Paint((30, 46, 34), (54, 72, 44), 500.0),
    Surface.MEADOW: _Paint((86, 104, 52), (134, 134, 78), 900.0),
    Surface.ROCK: _Paint((96, 90, 84), (142, 134, 124), 600.0),
    Surface.SNOW: _Paint((118, 116, 114), (158, 156, 154), 500.0),
    Surface.STEPPE: _Paint((124, 118, 78), (160, 148, 104), 1500.0),
    Surface.WATER: _Paint((42, 70, 82), (62, 92, 98), 800.0),
}
GRASS: Final = np.array((110, 118, 64), np.float32)
SCREE: Final = np.array((128, 120, 110), np.float32)
CLIFF: Final = np.array((92, 84, 78), np.float32)
ROOFS: Final = np.array(
    [(150, 140, 128), (126, 88, 74), (168, 164, 158), (112, 116, 122), (146, 118, 96)], np.float32
)
FIELDS: Final = np.array(
    [(120, 122, 66), (164, 148, 94), (92, 108, 58), (178, 160, 108), (134, 118, 84)], np.float32
)
TREES: Final = np.array((58, 76, 44), np.float32)
GROVES: Final = np.array(
    [(62, 84, 44), (78, 96, 52), (150, 140, 92), (108, 112, 64), (70, 90, 48)], np.float32
)
SHRUBS: Final = np.array((52, 68, 40), np.float32)
ALPINE: Final = np.array((128, 130, 78), np.float32)
TRACK: Final = np.array((156, 142, 112), np.float32)
OPEN: Final = (Surface.ORCHARD, Surface.MEADOW, Surface.STEPPE)


def bake_ground(terrain: Terrain, directory: Path) -> list[Path]:
    """Write the paint of both lattices; returns the files."""
    from PIL import Image

    written = []
    for name in ("inner", "outer"):
        path = directory / f"{name}_colour.jpg"
        rgb = painted(terrain, name)[::-1]
        Image.fromarray(rgb).save(path, quality=JPEG_QUALITY, subsampling=1, optimize=True)
        written.append(path)
    return written


def painted(terrain: Terrain, name: str) -> U8:
    """(rows, columns, 3) u1 sRGB of a lattice, rows from the south."""
    inner = name == "inner"
    lattice = terrain.inner if inner else terrain.outer
    heights = terrain.heights if inner else terrain.outer_heights
    surface = _torn(lattice, terrain.surface if inner else terrain.outer_surface)
    rgb = np.zeros((*lattice.shape, 3), np.float32)
    for kind, paint in PAINTS.items():
        mix = _spread(fractal_noise(lattice, paint.wave_m, 5, 300 + int(kind), 0.62))[..., None]
        colour = _vector(paint.dark) * (1.0 - mix) + _vector(paint.light) * mix
        rgb += _share(surface, int(kind))[..., None] * colour
    rgb = _with_fields(lattice, heights, surface, rgb)
    rgb = _with_groves(lattice, heights, surface, rgb)
    rgb = _with_city(lattice, surface, rgb)
    rgb = _with_slopes(lattice, heights, surface, rgb)
    broad = fractal_noise(lattice, 4_000.0, 4, 350)[..., None]
    return np.asarray(np.rint(np.clip(rgb * (1.0 + 0.10 * broad), 0.0, 255.0)), np.uint8)


def _vector(colour: Colour) -> F32:
    return np.array(colour, np.float32)


def _torn(lattice: Lattice, surface: U8) -> U8:
    """The classes looked up at places moved by noise, so that borders fray."""
    reach = 2.2
    shift_x = fractal_noise(lattice, lattice.cell_m * 9.0, 4, 360, 0.6) * reach
    shift_y = fractal_noise(lattice, lattice.cell_m * 9.0, 4, 370, 0.6) * reach
    row = np.arange(lattice.rows)[:, None] + shift_y
    column = np.arange(lattice.columns)[None, :] + shift_x
    row = np.clip(np.rint(row), 0, lattice.rows - 1).astype(np.int64)
    column = np.clip(np.rint(column), 0, lattice.columns - 1).astype(np.int64)
    return np.asarray(surface[row, column])


def _share(surface: U8, kind: int) -> F32:
    """Share of a class round each node: mean over 3 x 3."""
    here = np.pad((surface == kind).astype(np.float32), 1, mode="edge")
    rows = here[:-2] + here[1:-1] + here[2:]
    return np.asarray((rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]) / 9.0)


def _with_slopes(lattice: Lattice, heights: F32, surface: U8, rgb: F32) -> F32:
    """Rock where it is steep, scree high up, grass tufts in the rocks, dark gullies."""
    north, east = np.gradient(heights, lattice.cell_m)
    steep = np.hypot(north, east)
    noise = fractal_noise(lattice, lattice.cell_m * 12.0, 5, 380, 0.62)
    bare = _ramp(steep + 0.22 * noise, 0.72, 1.15)
    bare *= np.where(surface == Surface.FOREST, 0.55, 1.0) * (surface != Surface.CITY)
    strata = _spread(fractal_noise(lattice, lattice.cell_m * 6.0, 3, 390))[..., None]
    stone = CLIFF * (1.0 - strata) + SCREE * strata
    rgb = rgb + (stone - rgb) * (0.85 * bare)[..., None]
    tufts = _ramp(noise - 1.4 * steep, -0.35, 0.15) * _share(surface, int(Surface.ROCK))
    rgb = rgb + (GRASS * 0.95 - rgb) * (0.55 * tufts)[..., None]
    bend = _bend(heights, lattice.cell_m)
    hollow = np.clip(bend * 140.0, -0.10, 0.16) * _ramp(steep, 0.05, 0.3)
    cool = 1.0 + 0.10 * np.clip(north, -0.6, 0.6)
    return np.asarray(
        rgb * (1.0 - hollow)[..., None] * np.stack([1.0 / cool, np.ones_like(cool), cool], 2) ** 0.4
    )


def _bend(heights: F32, cell_m: float) -> F32:
    """Curvature, positive in gullies."""
    wide = np.pad(heights, 2, mode="edge")
    around = wide[:-4, 2:-2] + wide[4:, 2:-2] + wide[2:-2, :-4] + wide[2:-2, 4:]
    return np.asarray((around / 4.0 - heights) / (4.0 * cell_m * cell_m) * cell_m)


def _with_fields(lattice: Lattice, heights: F32, surface: U8, rgb: F32) -> F32:
    """Strips of crops on the plain, each its own colour, where it is level."""
    north, east = np.gradient(heights, lattice.cell_m)
    level = _ramp(np.hypot(north, east), 0.05, 0.02)
    x = lattice.west_m + lattice.cell_m * np.arange(lattice.columns)[None, :]
    y = lattice.south_m + lattice.cell_m * np.arange(lattice.rows)[:, None]
    bent = 300.0 * fractal_noise(lattice, 9_000.0, 2, 411)
    block_x, block_y = np.floor((x + bent) / 1_400.0), np.floor((y - bent) / 1_000.0)
    turned = unit(hash_cells(block_x, block_y, 412)) < 0.5
    strip = np.where(turned, np.floor((x + bent) / 280.0), np.floor((y - bent) / 250.0) + 7_777.0)
    which = unit(hash_cells(strip, block_x * 57 + block_y, 413))
    colour = FIELDS[(which * len(FIELDS)).astype(np.int64)]
    tilled = unit(hash_cells(block_x, block_y, 414)) < 0.7
    share = 0.55 * level * tilled * _share(surface, int(Surface.STEPPE))
    return np.asarray(rgb + (colour - rgb) * share[..., None])


def _with_groves(lattice: Lattice, heights: F32, surface: U8, rgb: F32) -> F32:
    """Parcels of orchards and hay, shrubs in the gullies, dirt tracks, alpine meadows."""
    north, east = np.gradient(heights, lattice.cell_m)
    steep = np.hypot(north, east)
    x = lattice.west_m + lattice.cell_m * np.arange(lattice.columns)[None, :]
    y = lattice.south_m + lattice.cell_m * np.arange(lattice.rows)[:, None]
    bent = 160.0 * fractal_noise(lattice, 1_600.0, 3, 421)
    parcel = np.floor((x + bent) / 210.0), np.floor((y - bent) / 330.0)
    chance = unit(hash_cells(*parcel, 422))
    colour = GROVES[(unit(hash_cells(*parcel, 423)) * len(GROVES)).astype(np.int64)]
    grown = _ramp(fractal_noise(lattice, 2_600.0, 3, 424), -0.25, 0.15) * (chance < 0.75)
    share = 0.7 * grown * _ramp(steep, 0.26, 0.14) * _share(surface, int(Surface.ORCHARD))
    rgb = rgb + (colour - rgb) * share[..., None]
    open_land = sum(_share(surface, int(kind)) for kind in OPEN)
    high = _ramp(heights, 2_450.0, 2_850.0) * open_land
    rgb = rgb + (ALPINE - rgb) * (0.6 * high)[..., None]
    wet = np.clip(_bend(heights, lattice.cell_m) * 420.0 - 0.12, 0.0, 0.75)
    wet *= open_land * _ramp(steep, 0.06, 0.2) * _ramp(heights, 2_300.0, 1_900.0)
    rgb = rgb + (SHRUBS - rgb) * wet[..., None]
    ways = np.abs(fractal_noise(lattice, 2_900.0, 3, 425))
    wide = 0.006 * lattice.cell_m / 15.0
    track = _ramp(ways, wide * 2.0, wide) * open_land * _ramp(steep, 0.45, 0.3)
    return np.asarray(rgb + (TRACK - rgb) * (0.5 * track)[..., None])


def _with_city(lattice: Lattice, surface: U8, rgb: F32) -> F32:
    """Villages: quarters of roofs among trees, each as dense as it is, with gardens between."""
    index_y, index_x = np.mgrid[0 : lattice.rows, 0 : lattice.columns]
    chance = unit(hash_cells(index_x, index_y, 401))
    which = (unit(hash_cells(index_x // 4, index_y // 3, 402)) * len(ROOFS)).astype(np.int64)
    dense = _ramp(fractal_noise(lattice, 1_500.0, 4, 403, 0.6), -0.1, 0.5)
    street = ((index_x % 7 == 0) | (index_y % 5 == 0)) & (dense > 0.2)
    roof = ROOFS[which] * (0.88 + 0.16 * chance[..., None])
    grown = TREES * (0.9 + 0.3 * chance[..., None])
    city = np.where((chance < 0.62 * dense)[..., None], roof, grown)
    city = np.where(street[..., None], ROOFS[0] * 0.85, city)
    share = _share(surface, int(Surface.CITY)) * (0.2 + 0.4 * dense)
    return np.asarray(rgb + (city - rgb) * share[..., None])


def _spread(noise: F32) -> F32:
    return _ramp(noise, -0.95, 0.95)


def _ramp(values: npt.NDArray[np.floating], start: float, end: float) -> F32:
    share = np.clip((values - start) / (end - start), 0.0, 1.0)
    return np.asarray(share * share * (3.0 - 2.0 * share), np.float32)
