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
from almaty_tour.scene.drawlist import DrawList

I32 = npt.NDArray[np.int32]
F32 = npt.NDArray[np.float32]

STILL_VERTEX: Final = np.dtype([("position", np.float32, 3), ("colour", np.uint8, 4)])
"""Metres relative to the origin; colour of the screen."""


class Shade(IntEnum):
    """How colour runs over the triangles of a range."""

    FLAT = 0  # each has that of its last corner, so walls that meet share their corners
    SMOOTH = 1  # from corner to corner


@dataclass(frozen=True)
class Ranges:
    """Triangles that are drawn or left out as one.

    Attributes:
        first, count: (r,) i4 indices. shade: (r,) u1 of `Shade`.
        boxes: (7, r) f4 centre and half size relative to the origin, 1.
        face_m: (r,) f4 how wide the widest triangle is.
    """

    first: I32
    count: I32
    shade: npt.NDArray[np.uint8]
    boxes: F32
    face_m: F32


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


def still_list(
    ranges: Ranges, origin_enu: tuple[float, float, float], view: Viewpoint
) -> DrawList:
    """What a view shows of a still and nothing else, nearest first."""
    none = np.zeros(0, np.int32)
    shown, away_m = _in_view(ranges, view.eye - origin_enu, view)
    order = np.argsort(away_m)
    return DrawList(
        none, none, none, none, none, still=shown[order], still_away_m=away_m[order]
    )  # fmt: skip


def _in_view(ranges: Ranges, eye: npt.NDArray[np.float64], view: Viewpoint) -> tuple[I32, F32]:
    """Ranges in the frustum of an eye relative to the origin, and how far they are."""
    planes = view.planes.copy()
    planes[:, 3] -= planes[:, :3] @ eye
    shown = np.flatnonzero(visible_boxes(ranges.boxes, planes)).astype(np.int32)
    return shown, box_distance_m(ranges.boxes.take(shown, 1), eye)
