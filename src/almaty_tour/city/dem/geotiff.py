"""GeoTIFFs of heights in any projection that GDAL knows; the part over our land is read."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from almaty_tour.base.errors import AssetError
from almaty_tour.city.dem.hgt import HIGHEST_M, LOWEST_M
from almaty_tour.city.dem.raster import Raster, on_net
from almaty_tour.geo import frame
from almaty_tour.geo.grid import F32, F64, Lattice

if TYPE_CHECKING:
    from rasterio.io import DatasetReader
    from rasterio.windows import Window

MOST_NODES: Final = 40_000_000
MOST_PIXELS: Final = 1_500_000_000
FINEST_M: Final = 15.0
"""Finer files are averaged to this: half a cell of the ground."""
_MARGIN_PX: Final = 4


def read_geotiff(path: Path, land: Lattice) -> Raster:
    """The part of a GeoTIFF that lies over `land`, averaged where it is finer than needed.

    Raises AssetError when it is damaged, has no place on the Earth, or lies elsewhere.
    """
    with _opened(path) as file:
        if file.crs is None or file.transform.is_identity:
            raise AssetError(path, "says not where it lies", hint="a GeoTIFF with a projection")
        if np.dtype(file.dtypes[0]).kind not in "iuf":
            raise AssetError(path, f"has values of kind {file.dtypes[0]}, heights are expected")
        project, unproject = _projections(file.crs)
        window = _window(path, file, land, project)
        spacing = _spacing_m(file, window, unproject)
        step = max(FINEST_M / spacing, math.sqrt(window.width * window.height / MOST_NODES), 1.0)
        shape = max(round(window.height / step), 2), max(round(window.width / step), 2)
        heights = _heights(path, file, window, shape)
        affine = _nodes(file, window, window.height / shape[0], window.width / shape[1])
    return Raster(path.name, heights, affine, project, unproject, spacing * step)


@contextmanager
def _opened(path: Path) -> Iterator[DatasetReader]:
    """The file by the one driver we trust; GDAL's faults become one line."""
    import rasterio

    options = {"GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR", "GDAL_MAX_BAND_COUNT": "64"}
    try:
        with rasterio.Env(**options), rasterio.open(path, driver="GTiff") as file:
            yield file
    except AssetError:
        raise
    except Exception as error:  # GDAL's own faults have no public base
        words = " ".join(str(error.__cause__ or error).split())
        raise AssetError(path, f"is not a GeoTIFF that can be read: {words}") from error


def _projections(crs: Any) -> tuple[Callable[..., Any], Callable[..., Any]]:
    from rasterio.warp import transform

    def project(lat_deg: F64, lon_deg: F64) -> tuple[F64, F64]:
        return _arrays(transform("EPSG:4326", crs, lon_deg.ravel(), lat_deg.ravel()), lat_deg)

    def unproject(u: F64, v: F64) -> tuple[F64, F64]:
        lon, lat = _arrays(transform(crs, "EPSG:4326", u.ravel(), v.ravel()), u)
        return lat, lon

    return project, unproject


def _arrays(pair: Any, like: F64) -> tuple[F64, F64]:
    return (
        np.asarray(pair[0], np.float64).reshape(like.shape),
        np.asarray(pair[1], np.float64).reshape(like.shape),
    )


def _window(path: Path, file: DatasetReader, land: Lattice, project: Callable[..., Any]) -> Window:
    """The pixels over the land and a few more; AssetError where there are none."""
    from rasterio.windows import Window

    def at(row: F64, column: F64) -> tuple[F64, F64]:
        x, y = land.west_m + land.cell_m * column, land.south_m + land.cell_m * row
        u, v = project(*frame.to_geographic(x, y))
        a, b, c, d, e, f = file.transform[:6]
        u, v, area = u - c, v - f, a * e - b * d
        return (a * v - d * u) / area, (e * u - b * v) / area

    edge = np.arange(land.rows, dtype=np.float64), np.arange(land.columns, dtype=np.float64)
    row, column = on_net(at, edge[0][::8], edge[1][::8])
    known = np.isfinite(row) & np.isfinite(column)
    low = np.array([row[known].min(), column[known].min()]) if known.any() else np.zeros(2)
    high = np.array([row[known].max(), column[known].max()]) if known.any() else np.zeros(2)
    first = np.clip(np.floor(low) - _MARGIN_PX, 0, [file.height, file.width]).astype(int)
    last = np.clip(np.ceil(high) + _MARGIN_PX, 0, [file.height, file.width]).astype(int)
    size = last - first
    if size.min() < 2:
        raise AssetError(path, "lies outside the land of the tour", hint="43.25 N 76.95 E")
    if size.prod(dtype=np.int64) > MOST_PIXELS:
        what = f"has {size.prod(dtype=np.int64)} pixels over the land, at most {MOST_PIXELS}"
        raise AssetError(path, f"{what} are read", hint="make it coarser first")
    return Window(int(first[1]), int(first[0]), int(size[1]), int(size[0]))


def _nodes(
    file: DatasetReader, window: Window, high: float, wide: float
) -> tuple[float, float, float, float, float, float]:
    """Where the nodes of a window lie that is read with pixels `high` x `wide` as large.

    A node is the middle of a pixel.
    """
    a, b, c, d, e, f = file.transform[:6]
    column, row = window.col_off + wide / 2, window.row_off + high / 2
    return (
        a * wide, b * high, a * column + b * row + c,
        d * wide, e * high, d * column + e * row + f,
    )  # fmt: skip


def _spacing_m(file: DatasetReader, window: Window, unproject: Callable[..., Any]) -> float:
    """The smaller distance of two neighbours in the middle of the window."""
    row, column = window.row_off + window.height / 2, window.col_off + window.width / 2
    columns, rows = np.array([column, column + 1, column]), np.array([row, row, row + 1])
    a, b, c, d, e, f = file.transform[:6]
    u, v = a * columns + b * rows + c, d * columns + e * rows + f
    x, y = frame.to_local(*unproject(np.asarray(u), np.asarray(v)))
    return float(min(np.hypot(x[1:] - x[0], y[1:] - y[0])))


def _heights(path: Path, file: DatasetReader, window: Window, shape: tuple[int, int]) -> F32:
    from rasterio.enums import Resampling

    read = file.read(1, window=window, out_shape=shape, masked=True, resampling=Resampling.average)
    scale, offset = file.scales[0], file.offsets[0]
    values = np.ma.filled(read.astype(np.float32), np.nan) * np.float32(scale) + np.float32(offset)
    values[values == np.float32(-32768.0)] = np.nan
    known = values[np.isfinite(values)]
    if not known.size:
        raise AssetError(path, "holds no height over the land of the tour")
    if known.min() < LOWEST_M or known.max() > HIGHEST_M:
        what = f"has heights from {known.min():.0f} to {known.max():.0f} m"
        raise AssetError(path, what, hint="heights in metres above sea level are expected")
    return np.asarray(np.where(np.isfinite(values), values, np.nan), np.float32)
