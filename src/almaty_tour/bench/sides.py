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


def sides_of(positions: F32, faces: npt.NDArray[np.int32]) -> npt.NDArray[np.uint8]:
    """(t,) side of (t, 3) triangles over (3, n) corners."""
    a, b, c = (positions.take(faces[:, corner], 1) for corner in range(3))
    b -= a
    c -= a
    x, y, z = b[1] * c[2] - b[2] * c[1], b[2] * c[0] - b[0] * c[2], b[0] * c[1] - b[1] * c[0]
    length = np.sqrt(x * x + y * y + z * z)
    turn = np.floor(np.arctan2(y, x) * np.float32(MERIDIANS / (2.0 * np.pi)))
    edges = np.sin(PARALLELS).astype(np.float32)
    parallel = (z > edges[:, None] * length).sum(axis=0, dtype=np.int8)
    side = (parallel - 1) * MERIDIANS + turn.astype(np.int8) % MERIDIANS
    side[parallel == 0] = SIDES - 2
    side[parallel == len(PARALLELS)] = SIDES - 1
    return np.asarray(side, np.uint8)


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
