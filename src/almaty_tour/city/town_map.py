"""The map of the town as masks: where streets, parks and water are, 2 m a cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw
from scipy.ndimage import distance_transform_edt

from almaty_tour.city.extent import Extent
from almaty_tour.city.tables import Feature, Street

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
CELL_M = 2.0
RIVER_WIDTH_M = 11.0
RAIL_WIDTH_M = 14.0


@dataclass(frozen=True)
class TownMap:
    """Masks over an extent, row 0 in the south, 2 m a cell."""

    extent: Extent
    road: Mask
    green: Mask
    water: Mask

    def cell(self, x_m: npt.ArrayLike, y_m: npt.ArrayLike) -> tuple[npt.NDArray[np.intp], ...]:
        """Row and column of points, clipped to the map."""
        return cell_of(self.extent, self.road.shape, x_m, y_m)


def cell_of(
    extent: Extent,
    shape: tuple[int, ...],
    x_m: npt.ArrayLike,
    y_m: npt.ArrayLike,
    cell_m: float = CELL_M,
) -> tuple[npt.NDArray[np.intp], ...]:
    """Row and column of points on a raster over the extent, clipped to it."""
    column = np.floor((np.asarray(x_m) - extent.west_m) / cell_m)
    row = np.floor((np.asarray(y_m) - extent.south_m) / cell_m)
    return (
        np.clip(row, 0, shape[0] - 1).astype(np.intp),
        np.clip(column, 0, shape[1] - 1).astype(np.intp),
    )


class Canvas:
    """A mask to draw on, in metres; row 0 in the south."""

    def __init__(self, extent: Extent, cell_m: float = CELL_M) -> None:
        rows, columns = extent.shape(cell_m)
        self.extent, self.cell_m = extent, cell_m
        self._image = Image.new("L", (columns, rows))
        self._pen = ImageDraw.Draw(self._image)

    def stroke(self, line: F64, width_m: float) -> None:
        """A line of a width with round joints and ends."""
        radius = width_m / self.cell_m / 2.0
        points = self._points(line)
        self._pen.line(points, fill=1, width=max(round(2.0 * radius), 1))
        for x, y in points:
            self._pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=1)

    def fill(self, outline: F64) -> None:
        """A polygon of at least three points; others draw nothing."""
        if len(outline) > 2:
            self._pen.polygon(self._points(outline), fill=1)

    def mask(self) -> Mask:
        """What is drawn."""
        return np.asarray(self._image).view(np.bool_)

    def _points(self, line: F64) -> list[tuple[float, float]]:
        cells = self.extent.cells(line, self.cell_m)
        return [(x, y) for x, y in cells.tolist()]


def draw(extent: Extent, streets: Iterable[Street], features: Iterable[Feature]) -> TownMap:
    """The masks of streets, parks and water."""
    road, green, water = Canvas(extent), Canvas(extent), Canvas(extent)
    for street in streets:
        road.stroke(street.line, street.width_m)
    for feature in features:
        if feature.kind == "park":
            green.fill(feature.line)
        elif feature.kind == "water":
            water.fill(feature.line)
        elif feature.kind == "river":
            water.stroke(feature.line, RIVER_WIDTH_M)
    roads = road.mask()
    return TownMap(extent, roads, green.mask() & ~roads, water.mask() & ~roads)


def rails(extent: Extent, features: Iterable[Feature]) -> Mask:
    """The cells of the railways with the ground beside them."""
    canvas = Canvas(extent)
    for feature in features:
        if feature.kind == "rail" and feature.subkind != "tram":
            canvas.stroke(feature.line, RAIL_WIDTH_M)
    return canvas.mask()


def covered(extent: Extent, outlines: Iterable[F64]) -> Mask:
    """The cells under (k, 2) outlines in metres."""
    canvas = Canvas(extent)
    for outline in outlines:
        canvas.fill(outline)
    return canvas.mask()


def ground_of(extent: Extent, triangles: Sequence[F64]) -> Mask:
    """The cells under (k, 3, 2) f8 triangles in metres; small ones take those of their corners."""
    canvas = Canvas(extent)
    small = [np.zeros((0, 2))]
    for mesh in triangles:
        tiny = np.ptp(mesh, axis=1).max(axis=1) < CELL_M
        small.append(mesh[tiny].reshape(-1, 2))
        for corner in mesh[~tiny]:
            canvas.fill(corner)
    mask = canvas.mask().copy()
    points = np.concatenate(small)
    mask[cell_of(extent, mask.shape, *points[extent.inside(points)].T)] = True
    return mask


def around(extent: Extent, mask: Mask, triangles: Sequence[F64], around_m: float) -> Mask:
    """The mask of the triangles with so much ground about them.

    Grown mesh by mesh: the windows are small, the town is not.
    """
    made = mask.copy()
    for mesh in triangles:
        if not len(mesh):
            continue
        low = mesh.min(axis=(0, 1)) - around_m - 4.0
        high = mesh.max(axis=(0, 1)) + around_m + 4.0
        bottom, left = cell_of(extent, mask.shape, *low)
        top, right = cell_of(extent, mask.shape, *high)
        window = (slice(int(bottom), int(top) + 1), slice(int(left), int(right) + 1))
        if mask[window].any():
            made[window] |= distance_transform_edt(~mask[window]) * CELL_M <= around_m
    return made
