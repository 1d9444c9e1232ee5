"""The land under the town, on cells of 16 m: what may be built on, slopes, what is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter

from almaty_tour.base.rng import fraction
from almaty_tour.city.extent import Extent
from almaty_tour.city.tables import Street
from almaty_tour.city.town_map import Canvas, cell_of
from almaty_tour.geo.terrain import Surface, Terrain

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
CELL_M = 16.0
STEEPEST = 0.14
CENTRE = np.array([-2_500.0, 0.0])
GRID_TURN_RAD = np.radians(7.0)
"""How far the grid of the streets is turned counter-clockwise from east."""
DENSE_M, THIN_M = 6_500.0, 13_500.0
HOME_STREETS, BESIDE_M = ("residential", "unclassified"), 260.0


@dataclass(frozen=True)
class Land:
    """Rasters over an extent, row 0 in the south, 16 m a cell.

    Attributes:
        city, orchard: surface classes. gentle: less steep than houses bear.
        shade: 0 on slopes to the sun, 1 on those turned from it, f4.
        settled: where people have built; out of town villages lie between fields.
    """

    extent: Extent
    city: Mask
    orchard: Mask
    gentle: Mask
    shade: F32
    settled: Mask

    @property
    def allowed(self) -> Mask:
        """City land on which houses can stand."""
        return self.city & self.gentle

    def at(self, raster: Mask, points: F64) -> Mask:
        """What a raster says of (..., 2) places in metres."""
        return np.asarray(raster[self._cells(points)], np.bool_)

    def value(self, raster: npt.NDArray[np.floating], points: F64) -> F64:
        """Numbers of a raster at (..., 2) places in metres."""
        return np.asarray(raster[self._cells(points)], np.float64)

    def _cells(self, points: F64) -> tuple[npt.NDArray[np.intp], ...]:
        return cell_of(self.extent, self.city.shape, points[..., 0], points[..., 1], CELL_M)


def land_of(extent: Extent, terrain: Terrain, streets: Sequence[Street] = ()) -> Land:
    """The land of an extent; beside the smaller `streets` people have built everywhere."""
    rows, columns = extent.shape(CELL_M)
    x, y = np.meshgrid(
        extent.west_m + (np.arange(columns) + 0.5) * CELL_M,
        extent.south_m + (np.arange(rows) + 0.5) * CELL_M,
    )
    normal = terrain.normal(x, y)
    gentle = np.hypot(normal[..., 0], normal[..., 1]) < STEEPEST
    kind = terrain.surface_class(x, y)
    city = np.isin(kind, (Surface.CITY, Surface.ORCHARD))
    north_west = 0.8 * normal[..., 1] - 0.6 * normal[..., 0]
    shade = np.where(gentle & ~city, 0.0, np.clip(0.5 + 2.2 * north_west, 0.0, 1.0))
    return Land(
        extent, city, kind == Surface.ORCHARD, gentle, np.asarray(shade, np.float32),
        (_settled(x, y) | _beside(extent, streets)) & city,
    )  # fmt: skip


def _beside(extent: Extent, streets: Sequence[Street]) -> Mask:
    canvas = Canvas(extent, CELL_M)
    for street in streets:
        if street.kind in HOME_STREETS:
            canvas.stroke(street.line, BESIDE_M)
    return canvas.mask()


def _settled(x: F64, y: F64) -> Mask:
    """All of the town; farther out more and more land is left open, in large soft patches."""
    clumps = soft_noise(x, y, 14, 71)
    far = np.hypot(x - CENTRE[0], y - CENTRE[1])
    wild = np.clip((far - DENSE_M) / (THIN_M - DENSE_M), 0.0, 1.0)
    return np.asarray((wild == 0.0) | (clumps > 0.12 + 0.62 * wild))


def soft_noise(x: F64, y: F64, reach: int, salt: int) -> F32:
    """Smooth noise from 0 to 1 on a raster of places; `reach` is its grain in cells."""
    cells = np.floor(x / CELL_M).astype(np.int64), np.floor(y / CELL_M).astype(np.int64)
    luck = fraction(*cells, salt).reshape(x.shape).astype(np.float32)
    soft = gaussian_filter(luck, float(reach))
    spread = 0.2887 / (2.0 * np.sqrt(np.pi) * reach)  # deviation of a mean of uniform numbers
    return np.asarray(np.clip(0.5 + (soft - 0.5) / (4.2 * spread), 0.0, 1.0), np.float32)
