"""Where the built-in town gives way: a raster of cells, and the region where the map is dense."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from PIL import Image, ImageDraw

from almaty_tour.city.extent import CITY, Extent
from almaty_tour.city.osm.outlines import Outline
from almaty_tour.scene.imported import DENSE, GREEN, HOUSES, STILL, THINGS, HideRaster

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
CELL_M = 4.0
COARSE_M = 64.0
ROUND = 4
DENSE_SHARE = 0.035
GROWN_M, TREES_M, KERB_M = 3.0, 1.0, 7.0
LANE_M = 2.5
BESIDE_M = 3.0


def dense_region(buildings: Sequence[Outline], extent: Extent = CITY) -> Mask:
    """(rows, columns) of cells of 64 m round which enough land is built on by the map."""
    built = np.zeros(extent.shape(COARSE_M), np.float64)
    if buildings:
        shapes = np.array([one.shape for one in buildings], object)
        middle = shapely.centroid(shapes)
        place = np.stack([shapely.get_x(middle), shapely.get_y(middle)], axis=1)
        inside = extent.inside(place)
        column, row = (
            np.floor((place[inside] - [extent.west_m, extent.south_m]) / COARSE_M)
            .astype(np.int64)
            .T
        )
        area = np.minimum(shapely.area(shapes[inside]), 4.0 * COARSE_M**2)
        np.add.at(built, (row, column), area / COARSE_M**2)
    share = _blurred(_blurred(built, ROUND), ROUND // 2)
    return np.asarray(share > DENSE_SHARE)


def _blurred(values: F64, reach: int) -> F64:
    """Mean over squares of 2 reach + 1 cells."""
    side = 2 * reach + 1
    padded = np.pad(values, ((reach + 1, reach), (reach + 1, reach)))
    total = padded.cumsum(axis=0).cumsum(axis=1)
    window = total[side:, side:] - total[:-side, side:] - total[side:, :-side]
    return np.asarray((window + total[:-side, :-side]) / side**2)


def hide_raster(
    buildings: Sequence[Outline], dense: Mask, roads: Sequence[tuple[F64, float]] = (),
    carriageways: Sequence[tuple[F64, float]] = (), extent: Extent = CITY,
) -> HideRaster:  # fmt: skip
    """The raster of an import: houses give way in dense regions and near outlines.

    Args:
        roads: lines with their width in metres; trees leave them free, and where the map is
            dense lamps and cars stand at their edges alone.
        carriageways: those that traffic drives on; where the map is dense it keeps to them.
    """
    step = round(COARSE_M / CELL_M)
    mask = np.kron(dense, np.ones((step, step), np.uint8)).astype(np.uint8) * (HOUSES | DENSE)
    shapes = np.array([one.shape for one in buildings], object)
    if len(shapes):
        mask |= _drawn(shapely.buffer(shapes, GROWN_M, quad_segs=2), extent) * np.uint8(HOUSES)
        mask |= _drawn(shapely.buffer(shapes, TREES_M, quad_segs=1), extent) * np.uint8(GREEN)
    streets = np.where(mask & DENSE, _stroked(roads, extent, 0.0), 0).astype(np.uint8)
    mask |= streets * np.uint8(GREEN)
    edges = (_stroked(roads, extent, KERB_M) > 0) & (_stroked(roads, extent, -LANE_M) == 0)
    yards = (mask & DENSE > 0) & ~edges
    mask |= (yards | (mask & GREEN > 0) & (streets == 0)) * np.uint8(THINGS)
    still = (mask & DENSE > 0) & (_stroked(carriageways, extent, BESIDE_M) == 0)
    mask |= still * np.uint8(STILL)
    return HideRaster(mask, extent.west_m, extent.south_m, CELL_M)


def _drawn(shapes: Any, extent: Extent) -> npt.NDArray[np.uint8]:
    """1 under the polygons, courts left free."""
    rows, columns = extent.shape(CELL_M)
    canvas = Image.new("L", (columns, rows))
    pen = ImageDraw.Draw(canvas)
    for polygon in shapely.get_parts(shapes):
        _fill(pen, polygon.exterior, extent, 1)
    for polygon in shapely.get_parts(shapes):
        for court in polygon.interiors:
            _fill(pen, court, extent, 0)
    return np.asarray(canvas)[::-1]


def _fill(pen: Any, ring: Any, extent: Extent, value: int) -> None:
    pen.polygon(_pixels(shapely.get_coordinates(ring), extent), fill=value)


def _pixels(points: F64, extent: Extent) -> list[tuple[float, float]]:
    """Places on a canvas whose row 0 is in the north."""
    x = (points[:, 0] - extent.west_m) / CELL_M
    y = (extent.north_m - points[:, 1]) / CELL_M
    return list(zip(x.tolist(), y.tolist(), strict=True))


def _stroked(
    roads: Sequence[tuple[F64, float]], extent: Extent, beside_m: float
) -> npt.NDArray[np.uint8]:
    """1 under streets that are wider by `beside_m` on both sides."""
    rows, columns = extent.shape(CELL_M)
    canvas = Image.new("L", (columns, rows))
    pen = ImageDraw.Draw(canvas)
    for line, width_m in roads:
        if len(line) > 1 and width_m + 2.0 * beside_m > CELL_M / 2.0:
            pen.line(
                _pixels(line, extent),
                fill=1,
                width=max(1, round((width_m + 2.0 * beside_m) / CELL_M)),
            )
    return np.asarray(canvas)[::-1]
