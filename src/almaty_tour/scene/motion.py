"""How moving parts move: named functions of time, without state."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from almaty_tour.scene.chunk import MovingPart

F64 = npt.NDArray[np.float64]


def part_transform(part: MovingPart, time_s: float) -> tuple[F64, F64]:
    """(3, 3) turn and (3,) shift of a part at a time.

    "turn" goes round the axis for ever, "swing" to and fro by 0.35 radians, "slide" along
    the axis for ever; any other name stands still.
    """
    axis = np.asarray(part.axis, np.float64)
    pivot = np.asarray(part.pivot_m, np.float64)
    if part.motion == "turn":
        return rotation(axis, part.rate * time_s), pivot
    if part.motion == "swing":
        return rotation(axis, 0.35 * math.sin(part.rate * time_s)), pivot
    if part.motion == "slide":
        return np.eye(3), pivot + axis * (part.rate * time_s)
    return np.eye(3), pivot


def rotation(axis: F64, angle_rad: float) -> F64:
    """(3, 3) turn round a unit axis (Rodrigues)."""
    x, y, z = axis.tolist()
    cross = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    turned = math.sin(angle_rad) * cross + (1.0 - math.cos(angle_rad)) * (cross @ cross)
    return np.asarray(np.eye(3) + turned)
