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
    the axis for ever, "loop" upright along the closed path; any other name stands still.
    """
    axis = np.asarray(part.axis, np.float64)
    pivot = np.asarray(part.pivot_m, np.float64)
    if part.motion == "turn":
        return rotation(axis, part.rate * time_s + math.tau * part.phase), pivot
    if part.motion == "swing":
        angle = 0.35 * math.sin(part.rate * time_s + math.tau * part.phase)
        return rotation(axis, angle), pivot
    if part.motion == "loop":
        return np.eye(3), pivot + along(part.path_m, part.rate * time_s, part.phase)
    if part.motion == "slide":
        return np.eye(3), pivot + axis * (part.rate * time_s)
    return np.eye(3), pivot


def along(path_m: npt.NDArray[np.float32], gone_m: float, phase: float) -> F64:
    """(3,) f8 the point of the closed line (k, 3) that is `gone_m` after the share `phase`."""
    corners = np.concatenate([path_m, path_m[:1]]).astype(np.float64)
    reached = np.concatenate([[0.0], np.linalg.norm(np.diff(corners, axis=0), axis=1).cumsum()])
    at = (gone_m + phase * reached[-1]) % reached[-1]
    return np.array([np.interp(at, reached, corners[:, k]) for k in range(3)])


def rotation(axis: F64, angle_rad: float) -> F64:
    """(3, 3) turn round a unit axis (Rodrigues)."""
    x, y, z = axis.tolist()
    cross = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    turned = math.sin(angle_rad) * cross + (1.0 - math.cos(angle_rad)) * (cross @ cross)
    return np.asarray(np.eye(3) + turned)
