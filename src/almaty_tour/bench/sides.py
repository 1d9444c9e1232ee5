"""The sides of large things: triangles that look about the same way, which an eye sees or not.

A side is a patch of the sphere of directions between two meridians and two parallels; about
the poles lie two that are never left out.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.bench.read import F32

I64 = npt.NDArray[np.int64]

MERIDIANS: Final = 12
PARALLELS: Final = np.arcsin([-0.9, 0.0, 0.4, 0.9])
"""Where the patches meet, and the caps begin."""
SIDES: Final = MERIDIANS * (len(PARALLELS) - 1) + 2
MARGIN_RAD: Final = 1e-3


def sides_of(corners: F32) -> I64:
    """(t,) side of (t, 3, 3) triangles."""
    x, y, z = _normals(corners).T
    turn = np.arctan2(y, x) / (2.0 * np.pi) % 1.0
    meridian = np.minimum((turn * MERIDIANS).astype(np.int64), MERIDIANS - 1)
    parallel = np.searchsorted(np.sin(PARALLELS), z) - 1
    side = parallel * MERIDIANS + meridian
    low, high = parallel < 0, parallel >= len(PARALLELS) - 1
    return np.where(low, SIDES - 2, np.where(high, SIDES - 1, side))


def _normals(corners: F32) -> F32:
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    length = np.linalg.norm(across, axis=1, keepdims=True)
    return np.asarray(across / np.maximum(length, 1e-12), np.float32)


def facing_table() -> F32:
    """(SIDES, 4, 3) corners of each side, 0 for the caps.

    All directions of a side lie within the great circles through its corners. A parallel
    above the horizon runs below such a circle, so there the corners are lowered.
    """
    table = np.zeros((SIDES, 4, 3), np.float32)
    width = 2.0 * np.pi / MERIDIANS
    for side in range(SIDES - 2):
        parallel, meridian = divmod(side, MERIDIANS)
        low, high = PARALLELS[parallel] - MARGIN_RAD, PARALLELS[parallel + 1] + MARGIN_RAD
        lifts = [low if low < 0.0 else _drawn(low), high if high > 0.0 else _drawn(high)]
        turns = [width * meridian - MARGIN_RAD, width * (meridian + 1) + MARGIN_RAD]
        lift, turn = (grid.ravel() for grid in np.meshgrid(lifts, turns))
        level = np.cos(lift)
        table[side] = np.stack([np.cos(turn) * level, np.sin(turn) * level, np.sin(lift)], axis=1)
    return table


def _drawn(lift_rad: float) -> float:
    """Where corners lie so that the circle through them touches a parallel in the middle."""
    return float(np.arctan(np.tan(lift_rad) * np.cos(np.pi / MERIDIANS + MARGIN_RAD)))
