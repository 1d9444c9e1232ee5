"""The ground that landmark models stand on: outlines of a map give way to it.

How much of an outline a model covers is measured on points strewn over the model's triangles,
seen from above; what is cut away are the model's solid walls, as its collision has them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from PIL import Image, ImageDraw

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.geo.frame import to_local, yaw_of_bearing_rad
from almaty_tour.mesh.data import Collision, MeshData
from almaty_tour.mesh.glb import read_model

F64 = npt.NDArray[np.float64]
Ground = Any
OVERHEAD_M = 12.0
CELL_M = 1.0
STEP_M = 0.8
MOST_PARTS = 5
REACH_M = 900.0
LEAST_DOUBLE_M2 = 0.03


@dataclass(frozen=True)
class Plot:
    """One landmark seen from above.

    Attributes:
        mask: (rows, columns) of cells of `CELL_M` that its model covers, row 0 in the south.
        west_m, south_m: corner of the mask. walls: what cannot be entered, a polygon.
    """

    id: str
    mask: npt.NDArray[np.bool_]
    west_m: float
    south_m: float
    walls: Any

    @property
    def box(self) -> Any:
        rows, columns = self.mask.shape
        east, north = self.west_m + columns * CELL_M, self.south_m + rows * CELL_M
        return shapely.box(self.west_m, self.south_m, east, north)

    def share(self, shape: Any) -> float:
        """How much of a shape's area the model covers, 0 to 1."""
        west, south, east, north = shape.bounds
        columns = np.arange(np.floor(west), np.ceil(east)) + 0.5
        rows = np.arange(np.floor(south), np.ceil(north)) + 0.5
        x, y = (axis.ravel() for axis in np.meshgrid(columns, rows))
        inside = shapely.contains_xy(shape, x, y)
        if not inside.any():
            return float(self._holds(*shape.representative_point().coords[0]))
        return float(self.at(x[inside], y[inside]).mean())

    def _holds(self, x: float, y: float) -> bool:
        return bool(self.at(np.array([x]), np.array([y]))[0])

    def at(self, x: F64, y: F64) -> npt.NDArray[np.bool_]:
        """(n,) which points the model covers."""
        column = np.floor((x - self.west_m) / CELL_M).astype(np.int64)
        row = np.floor((y - self.south_m) / CELL_M).astype(np.int64)
        rows, columns = self.mask.shape
        good = (row >= 0) & (row < rows) & (column >= 0) & (column < columns)
        found = np.zeros(len(x), np.bool_)
        found[good] = self.mask[row[good], column[good]]
        return found


def plot_of(spec: LandmarkSpec, models: Path, ground: Ground) -> Plot | None:
    """The plot of a landmark with a model; None where it has none near the ground."""
    model = read_model(models / spec.model)
    x, y = (float(v) for v in to_local(spec.latitude_deg, spec.longitude_deg))
    turn = _turn(spec.bearing_deg)
    corners = _low(model.mesh, turn, np.array([x, y]), float(ground(x, y)), ground)
    if not len(corners):
        return None
    low = np.floor(corners.min(axis=(0, 1)))
    size = np.ceil(corners.max(axis=(0, 1)) - low).astype(np.int64) + 1
    if size.max() > 4 * REACH_M:
        size = np.minimum(size, int(4 * REACH_M))
    mask = np.zeros((int(size[1]), int(size[0])), np.bool_)
    _strew(mask, (corners - low) / CELL_M)
    return Plot(spec.id, mask, float(low[0]), float(low[1]), _walls(model.collision, turn, (x, y)))


def _turn(bearing_deg: float) -> F64:
    yaw = yaw_of_bearing_rad(bearing_deg)
    return np.array([[np.cos(yaw), np.sin(yaw)], [-np.sin(yaw), np.cos(yaw)]])


def _low(mesh: MeshData, turn: F64, at: F64, level_m: float, ground: Ground) -> F64:
    """(k, 3, 2) triangles that are near the land, from above; ropes overhead leave it free.

    Upright and tiny ones cover nothing and are left out.
    """
    points = mesh.positions[:, :2].astype(np.float64) @ turn + at
    corners = points[mesh.faces]
    (ux, uy), (vx, vy) = (corners[:, 1] - corners[:, 0]).T, (corners[:, 2] - corners[:, 0]).T
    wide = np.flatnonzero(np.abs(ux * vy - uy * vx) > LEAST_DOUBLE_M2)
    lowest = mesh.positions[mesh.faces[wide], 2].min(axis=1)
    middle = corners[wide].mean(axis=1)
    over_m = lowest + level_m - ground(middle[:, 0], middle[:, 1])
    return np.asarray(corners[wide[over_m < OVERHEAD_M]])


def _strew(mask: npt.NDArray[np.bool_], corners: F64) -> None:
    """Marks the cells under (k, 3, 2) triangles: small ones by points, large ones drawn."""
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    longest = np.max([np.hypot(*(q - p).T) for p, q in ((a, b), (b, c), (c, a))], axis=0)
    parts = np.ceil(longest * CELL_M / STEP_M).astype(np.int64)
    canvas = Image.fromarray(mask.astype(np.uint8) * 255)
    pen = ImageDraw.Draw(canvas)
    for corner in corners[parts > MOST_PARTS].reshape(-1, 6).tolist():
        pen.polygon(corner, fill=255)
    mask |= np.asarray(canvas) > 0
    parts = np.maximum(parts, 1)
    for count in range(1, MOST_PARTS + 1):
        rows = np.flatnonzero(parts == count)
        i, j = np.nonzero(np.add.outer(np.arange(count + 1), np.arange(count + 1)) <= count)
        u, v = (i / count)[:, None], (j / count)[:, None]
        place = a[rows, None] * (1.0 - u - v) + b[rows, None] * u + c[rows, None] * v
        at = place.reshape(-1, 2).astype(np.int64)
        good = ((at >= 0) & (at < mask.shape[::-1])).all(axis=1)
        mask[at[good, 1], at[good, 0]] = True


def _walls(collision: Collision, turn: F64, at: tuple[float, float]) -> Any:
    outlines = [prism.outline.astype(np.float64) for prism in collision.solids]
    if len(collision.boxes):
        unit = np.array([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]])
        for x, y, length, depth, yaw, *_ in collision.boxes.astype(np.float64).tolist():
            cos, sin = np.cos(yaw), np.sin(yaw)
            local = unit * [length, depth] @ np.array([[cos, sin], [-sin, cos]])
            outlines.append(local + np.array([x, y]))
    shapes = [shapely.Polygon(line @ turn + np.array(at)) for line in outlines if len(line) >= 3]
    return shapely.union_all([shapely.make_valid(shape) for shape in shapes])
