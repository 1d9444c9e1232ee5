"""Whether anything stands between the eye and a point: ground, houses, landmarks."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.camera.state import CameraState
from almaty_tour.scene.collision import Obstacles, PrismTable

F64 = npt.NDArray[np.float64]
SAMPLES = 72
CLEAR_M = 2.0
SHORT_M = 700.0
"""Up to this length the solids are looked for by place, not all at once."""


def sight_is_free(obstacles: Obstacles, camera: CameraState, point: F64, spared_m: float) -> bool:
    """Whether neither ground nor a solid is between the eye and a point.

    What lies within `spared_m` of the point is the landmark itself and hides nothing.
    """
    eye = np.asarray(camera.position_enu, np.float64)
    length = float(np.linalg.norm(point - eye))
    if length <= spared_m:
        return True
    shares = np.linspace(0.0, 1.0 - spared_m / length, SAMPLES)[1:]
    line = eye + (point - eye) * shares[:, None]
    if bool((obstacles.ground_m(line[:, 0], line[:, 1]) > line[:, 2] + CLEAR_M).any()):
        return False
    return not _meets(obstacles.solids, eye, point, float(shares[-1]))


def _meets(table: PrismTable, eye: F64, point: F64, last_share: float) -> bool:
    """Whether the line passes through one of the prisms: boxes first, then outlines."""
    if not len(table.low):
        return False
    rows = _between(table, np.minimum(eye, point), np.maximum(eye, point))
    along = point - eye
    safe = np.where(np.abs(along) > 1e-9, along, 1e-9)
    first, second = (table.low[rows] - eye) / safe, (table.high[rows] - eye) / safe
    enters = np.minimum(first, second).max(axis=1).clip(0.0)
    leaves = np.maximum(first, second).min(axis=1).clip(max=last_share)
    for i in np.flatnonzero(enters < leaves):
        middle = eye + along * (enters[i] + leaves[i]) / 2.0
        if table.holds(int(rows[i]), middle[:2]):
            return True
    return False


def _between(table: PrismTable, least: F64, most: F64) -> npt.NDArray[np.int64]:
    """Rows whose boxes meet the box about a line."""
    size = most[:2] - least[:2]
    if float(size.max()) < SHORT_M:
        x, y = (least[:2] + most[:2]) / 2.0
        near = table.cells.near(float(x), float(y), float(size.max()) / 2.0)
        low, high = table.low[near], table.high[near]
    else:
        near, low, high = np.arange(len(table.low)), table.low, table.high
    between = (low[:, 0] <= most[0]) & (high[:, 0] >= least[0])
    between &= (low[:, 1] <= most[1]) & (high[:, 1] >= least[1])
    between &= high[:, 2] >= least[2]
    return np.asarray(near[between], np.int64)
