"""Stills: geometry whose light never changes, drawn by the range in a few calls.

The corners bring their final colours, so there is no lamp, no material and no normal. The
triangles lie sorted by tile; a picture names the ranges that it may show, nearest first. Every
corner knows its object, so that one building can still be picked.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from almaty_tour.scene.cull import box_distance_m, visible_boxes
from almaty_tour.scene.drawing import Viewpoint
from almaty_tour.scene.drawlist import DrawList, StillList

I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]
U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]

STILL_VERTEX: Final = np.dtype([("position", np.float32, 3), ("colour", np.uint8, 4)])
"""Metres relative to the origin; colour of the screen."""
ERROR_PX: Final = 0.1
"""A coarser range is drawn where it is less off than this: a pixel in ten thousand changes."""


class Shade(IntEnum):
    """How colour runs over the triangles of a range."""

    FLAT = 0  # each has that of its last corner, so walls that meet share their corners
    SMOOTH = 1  # from corner to corner


@dataclass(frozen=True)
class Ranges:
    """Triangles that are drawn or left out as one.

    Attributes:
        first, count: (r,) i4 indices. shade: (r,) u1 of `Shade`. The first n are as they came.
        boxes: (7, n) f4 centre and half size relative to the origin, 1.
        facing: (4, 3, n) f4 directions between which the outsides of the triangles look; 0 where
            they look everywhere.
        coarse: (n,) i4 the range that may be drawn instead, itself where there is none.
        error_m: (n,) f4 how far that one is off.
    """

    first: I32
    count: I32
    shade: U8
    boxes: F32
    facing: F32
    coarse: I32
    error_m: F32


@dataclass(frozen=True)
class Still:
    """A still.

    Attributes:
        origin_enu: what positions are relative to.
        vertices: (n,) of `STILL_VERTEX`. object_ids: (n,) u4.
        indices: (3m,) u4, range after range.
    """

    origin_enu: tuple[float, float, float]
    vertices: npt.NDArray[Any]
    object_ids: npt.NDArray[np.uint32]
    indices: npt.NDArray[np.uint32]
    ranges: Ranges


def still_list(ranges: Ranges, origin_enu: tuple[float, float, float], view: Viewpoint) -> DrawList:
    """What a view shows of a still and nothing else, nearest first."""
    eye = view.eye - origin_enu
    planes = view.planes.copy()
    planes[:, 3] -= planes[:, :3] @ eye
    shown = np.flatnonzero(visible_boxes(ranges.boxes, planes) & ~_turned_away(ranges, eye))
    away_m = box_distance_m(ranges.boxes.take(shown, 1), eye)
    fine = ranges.error_m[shown] > away_m * (ERROR_PX * view.pixel_rad)
    drawn = np.where(fine, shown, ranges.coarse[shown])
    none = np.zeros(0, np.int32)
    first, count, shade = _joined(ranges, drawn, away_m)
    return DrawList(none, none, none, none, none, still=StillList(first, count, shade))


def _turned_away(ranges: Ranges, eye: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """(n,) which ranges show an eye nothing but backs."""
    ahead = ranges.boxes[:3] - eye.astype(np.float32)[:, None]
    along = np.einsum("kin,in->kn", ranges.facing, ahead)
    along -= np.einsum("kin,in->kn", np.abs(ranges.facing), ranges.boxes[3:6])
    return np.asarray(np.minimum.reduce(along, axis=0) > 0.0)


def _joined(ranges: Ranges, drawn: npt.NDArray[np.intp], away_m: F32) -> tuple[I64, I32, U8]:
    """First byte, indices and shade of runs of ranges that follow each other, nearest first."""
    order = np.argsort(drawn)
    rows, away_m = drawn[order], away_m[order]
    first, count, shade = ranges.first[rows], ranges.count[rows], ranges.shade[rows]
    end = first + count
    begins = np.ones(len(rows), bool)
    begins[1:] = (first[1:] != end[:-1]) | (shade[1:] != shade[:-1])
    at = np.flatnonzero(begins)
    if not len(at):
        return np.zeros(0, np.int64), count, shade
    near = np.argsort(np.minimum.reduceat(away_m, at))
    counts = np.add.reduceat(count, at, dtype=np.int32)
    return first[at][near].astype(np.int64) * 4, counts[near], shade[at][near]
