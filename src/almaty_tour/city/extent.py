"""The rectangle of the world that the town covers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

F64 = npt.NDArray[np.float64]
BEYOND_M = 40.0
"""How far past the border streets, water and tracks are painted, so that no ends are seen."""


@dataclass(frozen=True)
class Extent:
    """Borders in world metres, multiples of 512 m.

    A raster over it has row 0 in the south and column 0 in the west.
    """

    west_m: float
    south_m: float
    east_m: float
    north_m: float

    @property
    def width_m(self) -> float:
        """From west to east."""
        return self.east_m - self.west_m

    @property
    def height_m(self) -> float:
        """From south to north."""
        return self.north_m - self.south_m

    def shape(self, cell_m: float) -> tuple[int, int]:
        """Rows and columns of a raster over the rectangle."""
        return round(self.height_m / cell_m), round(self.width_m / cell_m)

    def inside(self, points: F64, edge_m: float = 0.0) -> npt.NDArray[np.bool_]:
        """Which (..., 2) points in metres lie within, `edge_m` or more from the border."""
        low = np.array([self.west_m, self.south_m]) + edge_m
        high = np.array([self.east_m, self.north_m]) - edge_m
        return np.asarray(((points >= low) & (points < high)).all(axis=-1))

    def cells(self, points: F64, cell_m: float) -> F64:
        """(..., 2) columns and rows of points on a raster, as fractions."""
        return np.asarray((points - np.array([self.west_m, self.south_m])) / cell_m)

    def box(self, edge_m: float = 0.0) -> shapely.Polygon:
        """The rectangle as an area, `edge_m` wider on all sides."""
        wide = self.grown(edge_m)
        return shapely.box(wide.west_m, wide.south_m, wide.east_m, wide.north_m)

    def grown(self, by_m: float) -> Extent:
        """The rectangle wider on all sides."""
        return Extent(
            self.west_m - by_m, self.south_m - by_m, self.east_m + by_m, self.north_m + by_m
        )


CITY = Extent(-13_312.0, -9_216.0, 9_216.0, 13_312.0)
"""The built-in town."""
