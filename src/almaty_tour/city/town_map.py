"""The map of the town as masks: where streets, parks and water are, 2 m a cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

from almaty_tour.city.tables import Feature, Street

F64 = npt.NDArray[np.float64]
HALF_SIDE_M = 5120.0
DRAWN_CELL_M = 2.0
RIVER_WIDTH_M = 9.0
RAIL_WIDTH_M = 14.0


@dataclass(frozen=True)
class TownMap:
    """Masks of the drawn map, row 0 in the south, 2 m a cell."""

    road: npt.NDArray[np.bool_]
    green: npt.NDArray[np.bool_]
    water: npt.NDArray[np.bool_]

    def cell(self, x_m: npt.ArrayLike, y_m: npt.ArrayLike) -> tuple[npt.NDArray[np.intp], ...]:
        """Row and column of points, clipped to the map."""
        side = len(self.road)
        column = np.floor((np.asarray(x_m) + HALF_SIDE_M) / DRAWN_CELL_M)
        row = np.floor((np.asarray(y_m) + HALF_SIDE_M) / DRAWN_CELL_M)
        return (
            np.clip(row, 0, side - 1).astype(np.intp),
            np.clip(column, 0, side - 1).astype(np.intp),
        )


def draw(streets: list[Street], features: list[Feature]) -> TownMap:
    """The masks of streets, parks and water."""
    road, green, water = _canvas(), _canvas(), _canvas()
    for street in streets:
        _stroke(road, street.line, street.width_m)
    for feature in features:
        if feature.kind == "park":
            _fill(green, feature.line)
        elif feature.kind == "water":
            _fill(water, feature.line)
        elif feature.kind == "river":
            _stroke(water, feature.line, RIVER_WIDTH_M)
    roads = np.asarray(road, bool)[::-1]
    return TownMap(
        roads, np.asarray(green, bool)[::-1] & ~roads, np.asarray(water, bool)[::-1] & ~roads
    )


def rails(features: Sequence[Feature]) -> npt.NDArray[np.bool_]:
    """The cells of the railways with the ground beside them, row 0 in the south."""
    canvas = _canvas()
    for feature in features:
        if feature.kind == "rail" and feature.subkind != "tram":
            _stroke(canvas, feature.line, RAIL_WIDTH_M)
    return np.asarray(canvas, bool)[::-1]


def covered(outlines: Sequence[F64]) -> npt.NDArray[np.bool_]:
    """The cells under (k, 2) outlines in metres, row 0 in the south."""
    canvas = _canvas()
    for outline in outlines:
        _fill(canvas, outline)
    return np.asarray(canvas, bool)[::-1]


def _canvas() -> Image.Image:
    side = round(2 * HALF_SIDE_M / DRAWN_CELL_M)
    return Image.new("1", (side, side))


def _pixels(line: F64) -> list[tuple[float, float]]:
    x = (line[:, 0] + HALF_SIDE_M) / DRAWN_CELL_M
    y = (HALF_SIDE_M - line[:, 1]) / DRAWN_CELL_M
    return list(zip(x.tolist(), y.tolist(), strict=True))


def _stroke(canvas: Image.Image, line: F64, width_m: float) -> None:
    pen = ImageDraw.Draw(canvas)
    radius = width_m / DRAWN_CELL_M / 2.0
    points = _pixels(line)
    pen.line(points, fill=1, width=max(round(2.0 * radius), 1))
    for x, y in points:
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=1)


def _fill(canvas: Image.Image, line: F64) -> None:
    if len(line) > 2:
        ImageDraw.Draw(canvas).polygon(_pixels(line), fill=1)


def ground_of(triangles: Sequence[F64]) -> npt.NDArray[np.bool_]:
    """The cells under (k, 3, 2) f8 triangles in metres, row 0 in the south."""
    canvas = _canvas()
    pen = ImageDraw.Draw(canvas)
    for mesh in triangles:
        pixels = (
            np.stack([(mesh[..., 0] + HALF_SIDE_M), (HALF_SIDE_M - mesh[..., 1])], axis=-1)
            / DRAWN_CELL_M
        )
        for corner in pixels.reshape(-1, 6).tolist():
            pen.polygon(corner, fill=1)
    return np.asarray(canvas, bool)[::-1]
