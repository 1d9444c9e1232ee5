"""What can be seen: boxes against planes, one matrix product for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.geo.frame import EARTH_RADIUS_M, REFRACTION_K

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]

_CUBE: Final = np.concatenate([-np.eye(3), np.eye(3)])
CURVATURE_PER_M = (1.0 - REFRACTION_K) / (2.0 * EARTH_RADIUS_M)


def visible_boxes(boxes: F32, planes: F64) -> npt.NDArray[np.bool_]:
    """(n,) which boxes touch the inside of all planes.

    Args:
        boxes: (7, n) f4 centre, half size, 1.
        planes: (k, 4) inside is `a x + b y + c z + d >= 0`.
    """
    return _inside(boxes, rows_of(planes))


def rows_of(planes: F64) -> F32:
    """(k, 7) f4 rows of planes: their product with a box is how far it is inside at most."""
    rows = np.concatenate([planes[:, :3], np.abs(planes[:, :3]), planes[:, 3:]], axis=1)
    return rows.astype(np.float32)


def _inside(boxes: F32, rows: F32) -> npt.NDArray[np.bool_]:
    return np.asarray(np.minimum.reduce(rows @ boxes, axis=0) >= 0.0)


@dataclass(frozen=True)
class Sides:
    """The sides of a view and of a cube about its eye, for all tables that a picture looks into.

    Attributes:
        rows: (k + 6, 7) f4 as of `rows_of`, the cube last; how large it is differs by table.
        eye: (6,) f8 how far the eye is along the normals of the cube's sides.
    """

    rows: F32
    eye: F64

    @classmethod
    def of(cls, eye: F64, planes: F64) -> Sides:
        """Those of (k, 4) world planes."""
        cube = np.zeros((6, 4))
        cube[:, :3] = _CUBE
        return cls(rows_of(np.concatenate([planes, cube])), np.concatenate([eye, -eye]))

    def near(self, boxes: F32, reach_m: float) -> npt.NDArray[np.int64]:
        """Which of (7, n) boxes touch the inside of the view and of a cube: one product for all."""
        self.rows[-6:, 6] = reach_m + self.eye
        found: npt.NDArray[np.int64] = _inside(boxes, self.rows).nonzero()[0]
        return found


def near_boxes(
    boxes: F32, eye: F64, reach_m: float, sides: Sides | None = None
) -> npt.NDArray[np.int64]:
    """Which of (7, n) boxes are no farther from an eye than `reach_m` along each axis.

    With the sides of a view from there only those that touch the inside of all.
    """
    if sides is not None:
        return sides.near(boxes, reach_m)
    outside = np.abs(boxes[:3] - eye.astype(np.float32)[:, None])
    outside -= boxes[3:6]
    return np.flatnonzero(np.maximum.reduce(outside, axis=0) < reach_m)


class NearBoxes:
    """`near_boxes` of boxes that stay, looked for among all only when the eye has moved on.

    A hundred of ten thousand are near: a picture touches these alone.
    """

    SLACK_M = 96.0

    def __init__(self, boxes: F32) -> None:
        self._every = boxes
        self._place: tuple[list[float], float] | None = None
        self._rows: npt.NDArray[np.int64] = np.zeros(0, np.int64)
        self._boxes = boxes[:, :0]

    def at(self, eye: F64, reach_m: float, sides: Sides | None = None) -> npt.NDArray[np.int64]:
        """The rows of the boxes near an eye."""
        place, now = self._place, eye.tolist()
        if (
            place is None or place[1] < reach_m or reach_m < place[1] / 2.0
            or max(abs(a - b) for a, b in zip(now, place[0], strict=True)) > self.SLACK_M
        ):  # fmt: skip
            self._place = now, reach_m
            self._rows = near_boxes(self._every, eye, reach_m + self.SLACK_M)
            self._boxes = self._every.take(self._rows, 1)
        if not len(self._rows):
            return self._rows
        return self._rows.take(near_boxes(self._boxes, eye, reach_m, sides))


def box_distance_m(boxes: F32, eye: F64) -> F32:
    """(n,) distance from the eye to each box, 0 inside."""
    point = eye.astype(np.float32)[:, None]
    outside = np.maximum(np.abs(boxes[:3] - point) - boxes[3:6], 0.0)
    return np.asarray(np.sqrt(np.einsum("in,in->n", outside, outside)))


def lowered(boxes: F32, eye: F64) -> F32:
    """The boxes where the curve of the Earth puts them for this eye."""
    moved = boxes.copy()
    away = boxes[:2] - eye[:2, None].astype(np.float32)
    drop = np.einsum("in,in->n", away, away) * np.float32(CURVATURE_PER_M)
    moved[2] -= drop
    moved[3:6] += drop * np.float32(0.05)
    return moved
