"""A grid of measured heights with its place on the Earth, whatever file it came from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.geo import frame
from almaty_tour.geo.grid import F32, F64, Lattice

Project = Callable[[F64, F64], tuple[F64, F64]]
NET_STEP: Final = 16
"""Projections are worked out at every sixteenth node of large grids; between, a plane errs by
centimetres."""
EXACT_NODES: Final = 200_000


@dataclass(frozen=True)
class Raster:
    """Heights at the nodes of a grid; NaN where nothing was measured.

    Attributes:
        name: of the file, for reports.
        heights: (rows, columns) f4 metres above sea level, row 0 as in the file.
        affine: a, b, c, d, e, f of `u = a column + b row + c`, `v = d column + e row + f`,
            where (u, v) are the coordinates of a node in the file's own system.
        project: latitude and longitude in degrees to (u, v); unproject: back.
        spacing_m: the smaller distance of two neighbours.
    """

    name: str
    heights: F32
    affine: tuple[float, float, float, float, float, float]
    project: Project
    unproject: Project
    spacing_m: float

    def place(self, lattice: Lattice, rows: slice) -> tuple[F64, F64]:
        """(rows, columns) f8 row and column in this raster of the nodes of a lattice."""
        index = np.arange(lattice.rows, dtype=np.float64)[rows]
        column = np.arange(lattice.columns, dtype=np.float64)

        def at(row: F64, col: F64) -> tuple[F64, F64]:
            x, y = lattice.west_m + lattice.cell_m * col, lattice.south_m + lattice.cell_m * row
            return self.pixel(*frame.to_geographic(x, y))

        return on_net(at, index, column)

    def pixel(self, lat_deg: F64, lon_deg: F64) -> tuple[F64, F64]:
        """Row and column of places on the Earth."""
        a, b, c, d, e, f = self.affine
        u, v = self.project(lat_deg, lon_deg)
        u, v, area = u - c, v - f, a * e - b * d
        return (a * v - d * u) / area, (e * u - b * v) / area

    def nodes(self) -> tuple[F32, F32, F32]:
        """(n,) f4 x, y and height of all that was measured, world frame."""
        rows, columns = self.heights.shape
        a, b, c, d, e, f = self.affine

        def at(row: F64, col: F64) -> tuple[F64, F64]:
            lat, lon = self.unproject(a * col + b * row + c, d * col + e * row + f)
            return frame.to_local(lat, lon)

        x, y = on_net(at, np.arange(rows, dtype=float), np.arange(columns, dtype=float))
        known = np.isfinite(self.heights)
        return x[known].astype(np.float32), y[known].astype(np.float32), self.heights[known]


def same(lat_deg: F64, lon_deg: F64) -> tuple[F64, F64]:
    """The projection of a file in degrees: u is the longitude, v the latitude."""
    return lon_deg, lat_deg


def on_net(function: Project, rows: F64, columns: F64) -> tuple[F64, F64]:
    """Two smooth functions of (row, column); on large grids bilinear between the nodes of a net.

    Returns two (rows, columns) f8 arrays.
    """
    if len(rows) * len(columns) <= EXACT_NODES:
        return function(*np.meshgrid(rows, columns, indexing="ij"))
    net_rows, net_columns = _net(rows), _net(columns)
    first, second = function(*np.meshgrid(net_rows, net_columns, indexing="ij"))
    return (
        _between(first, net_rows, net_columns, rows, columns),
        _between(second, net_rows, net_columns, rows, columns),
    )


def _net(values: F64) -> F64:
    kept = values[::NET_STEP]
    if kept[-1] != values[-1]:
        kept = np.append(kept, values[-1])
    return kept if len(kept) > 1 else np.append(kept, kept[-1] + 1.0)


def _between(grid: F64, net_rows: F64, net_columns: F64, rows: F64, columns: F64) -> F64:
    row, north = _weights(net_rows, rows)
    column, east = _weights(net_columns, columns)
    wide = grid[:, column] + (grid[:, column + 1] - grid[:, column]) * east
    return np.asarray(wide[row] + (wide[row + 1] - wide[row]) * north[:, None])


def _weights(net: F64, values: F64) -> tuple[npt.NDArray[np.int64], F64]:
    index = np.clip(np.searchsorted(net, values, "right") - 1, 0, len(net) - 2)
    return index, (values - net[index]) / (net[index + 1] - net[index])
