"""A small land to import heights into, and files of heights of any shape."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("rasterio")
pytest.importorskip("scipy")

from almaty_tour.city.dem.store import rounded, write_heights, write_picture
from almaty_tour.geo.grid import Lattice
from almaty_tour.geo.terrain import Surface, Terrain
from almaty_tour.geo.terrain_files import half_shape, join

INNER = Lattice(-7_680.0, -7_680.0, 30.0, 513, 513)
OUTER = Lattice(-38_400.0, -38_400.0, 480.0, 129, 129)
Height = Callable[[np.ndarray, np.ndarray], np.ndarray]


def present(x, y):
    """The land before an import: it rises to the south, in long waves."""
    return 900.0 - 0.005 * y + 12.0 * np.sin(x / 1_300.0) * np.cos(y / 1_700.0)


def nodes(lattice):
    return np.meshgrid(
        lattice.west_m + lattice.cell_m * np.arange(lattice.columns),
        lattice.south_m + lattice.cell_m * np.arange(lattice.rows),
    )


def small_land(folder: Path) -> Path:
    """A folder of assets with a square of 15 km and no landmark; its path."""
    terrain = folder / "terrain"
    terrain.mkdir(parents=True)
    (folder / "content" / "landmarks").mkdir(parents=True)
    heights = rounded(present(*nodes(INNER)).astype(np.float32))
    outer = rounded(present(*nodes(OUTER)).astype(np.float32))
    join(INNER, OUTER, heights, outer)
    write_heights(terrain, INNER, OUTER, heights, outer)
    for name, lattice in (("", INNER), ("outer_", OUTER)):
        write_picture(
            terrain / f"{name}surface.png", np.full(lattice.shape, Surface.STEPPE, np.uint8)
        )
        write_picture(terrain / f"{name}open_sky.png", np.full(half_shape(lattice), 255, np.uint8))
    return folder


@pytest.fixture
def land(tmp_path) -> Path:
    return small_land(tmp_path / "assets")


@pytest.fixture
def ground(land) -> Terrain:
    return Terrain.load(land / "terrain")


def tile_values(south: int, west: int, height: Height, side: int = 1201) -> np.ndarray:
    """(side, side) int16 from the north: `height(lat, lon)` rounded to metres."""
    return _tile_values(south, west, height, side).copy()


@lru_cache(maxsize=8)
def _tile_values(south: int, west: int, height: Height, side: int) -> np.ndarray:
    step = np.arange(side) / (side - 1)
    lon, lat = np.meshgrid(west + step, south + 1.0 - step)
    return np.rint(height(lat, lon)).astype(np.int16)


def tile_name(south: int, west: int) -> str:
    return f"N{south:02d}E{west:03d}.hgt"


def write_tile(folder: Path, south: int, west: int, values: np.ndarray, packed: bool = False):
    """A tile as `.hgt` or `.hgt.zip`; its path."""
    folder.mkdir(exist_ok=True)
    data, name = values.astype(">i2").tobytes(), tile_name(south, west)
    path = folder / (f"{name}.zip" if packed else name)
    if packed:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, data)
    else:
        path.write_bytes(data)
    return path


def write_geotiff(path: Path, crs: str, bounds, shape, height: Height, **more):
    """A GeoTIFF over `bounds` (west, south, east, north in its own system)."""
    import rasterio
    from rasterio.transform import from_bounds
    from rasterio.warp import transform

    rows, columns = shape
    place = from_bounds(*bounds, columns, rows)
    column, row = np.meshgrid(np.arange(columns) + 0.5, np.arange(rows) + 0.5)
    a, b, c, d, e, f = place[:6]
    u, v = a * column + b * row + c, d * column + e * row + f
    lon, lat = transform(crs, "EPSG:4326", u.ravel(), v.ravel())
    values = height(np.reshape(lat, shape), np.reshape(lon, shape)).astype(np.float32)
    values = np.where(np.isfinite(values), values, -9999.0)
    options = {"driver": "GTiff", "count": 1, "dtype": "float32", "nodata": -9999.0, **more}
    with rasterio.open(
        path, "w", width=columns, height=rows, crs=crs, transform=place, **options
    ) as file:
        file.write(values.astype(options["dtype"]), 1)
    return path
