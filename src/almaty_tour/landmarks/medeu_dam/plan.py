"""The dam's section: where its 842 steps, its berms, its terrace and its crest lie.

y runs up the valley from the toe, z up from the foot; everything else is set on this line.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.paint import Paint

F64 = npt.NDArray[np.float64]

STEPS: Final = 842
FLIGHTS: Final = 40
TREAD_M: Final = 0.36
TOE_Y_M: Final = -236.0
CREST_Y_M: Final = 240.0
CREST_DEPTH_M: Final = 12.0
PARAPET_M: Final = 1.1
BERM_M: Final = 8.0
TERRACE_M: Final = 24.0
BERMS: Final = (12, 24)
TERRACE: Final = 36
"""The landings (numbers of the flights below them) that are wide."""
STAIR_X_M: Final = -14.0
STAIR_WIDTH_M: Final = 3.4
LANE_M: Final = 20.0
"""Half width of the terraced lane on both sides of the stair."""
HALF_WIDTH_M: Final = 330.0
FLOOR_HALF_M: Final = 222.0
BACK_SLOPE: Final = 0.5
BACK_Y_M: Final = 400.0

GRASS = Paint("lawn", "#8C9068")
RUBBLE = Paint("lawn", "#8F877B")
RED_STONE = Paint("rock_faced", "#8C5C4E")
CONCRETE = Paint("concrete", "#DAD6CC")
WHITE = Paint("plaster", "#F0EFEA")
STEP = Paint("concrete", "#8B8985")
SLAB = Paint("concrete", "#D3D0C6")
ASPHALT = Paint("asphalt", "#77777A")
RAIL = Paint("painted_metal", "#A9CDBB")
BLUE_RAIL = Paint("painted_metal", "#7FB3D6")
DARK = Paint("painted_metal", "#3A3D40")


def flight_steps() -> npt.NDArray[np.int64]:
    """(40,) steps of each flight from the foot; the first has what is over."""
    steps = np.full(FLIGHTS, STEPS // FLIGHTS, np.int64)
    steps[0] += STEPS - int(steps.sum())
    return steps


def landing_depths_m() -> F64:
    """(40,) depth of the landing above each flight; the last is the crest itself."""
    depth = np.zeros(FLIGHTS)
    depth[[number - 1 for number in BERMS]] = BERM_M
    depth[TERRACE - 1] = TERRACE_M
    plain = depth == 0.0
    plain[-1] = False
    rest = CREST_Y_M - TOE_Y_M - STEPS * TREAD_M - depth.sum()
    depth[plain] = rest / plain.sum()
    return depth


def flights(crest_m: float) -> F64:
    """(40, 4): y and z where each flight starts, y and z where it ends."""
    steps, depth = flight_steps(), landing_depths_m()
    run, rise = steps * TREAD_M, steps * (crest_m / STEPS)
    end_y = TOE_Y_M + np.cumsum(run + depth) - depth
    end_z = np.cumsum(rise)
    return np.stack([end_y - run, end_z - rise, end_y, end_z], axis=1)


def step_edges(crest_m: float) -> F64:
    """(842, 3): y of each riser, y where its tread ends, z of the tread."""
    steps, rise = flight_steps(), crest_m / STEPS
    parts = flights(crest_m)
    flight = np.repeat(np.arange(FLIGHTS), steps)
    number = np.arange(STEPS) - np.repeat(np.cumsum(steps) - steps, steps)
    start = parts[flight, 0] + number * TREAD_M
    end = start + TREAD_M
    last = number == steps[flight] - 1
    end[last] += landing_depths_m()[flight[last]]
    return np.stack([start, end, (np.arange(STEPS) + 1) * rise], axis=1)


def face_line(crest_m: float) -> F64:
    """(k, 2) of (y, z): the rock face, straight from landing to landing, level on berms."""
    parts, depth = flights(crest_m), landing_depths_m()
    points = [(TOE_Y_M, 0.0)]
    for (_, _, y, z), d in zip(parts, depth, strict=True):
        wide = d >= BERM_M
        points += [(y, z), (y + d, z)] if wide else [(y + d / 2, z)]
    return np.array(points)


def face_m(y_m: npt.ArrayLike, crest_m: float) -> F64:
    """Height of the dam's surface at y: rock face, crest, upstream slope."""
    line = face_line(crest_m)
    back = CREST_Y_M + CREST_DEPTH_M
    y = np.concatenate([line[:, 0], [back, BACK_Y_M]])
    z = np.concatenate([line[:, 1], [crest_m, crest_m - BACK_SLOPE * (BACK_Y_M - back)]])
    return np.asarray(np.interp(np.asarray(y_m, np.float64), y, z))


def bumps_m(x_m: F64, y_m: F64) -> F64:
    """Unevenness of tipped rock, about +-0.7 m; none on the lane of the stair."""
    wave = (
        np.sin(x_m * 0.071 + 1.3) * np.sin(y_m * 0.083)
        + 0.7 * np.sin(x_m * 0.19 + y_m * 0.13)
        + 0.5 * np.sin(x_m * 0.37 - y_m * 0.31 + 2.0)
    )
    lane = np.clip((np.abs(x_m - STAIR_X_M) - LANE_M) / 25.0, 0.0, 1.0)
    return np.asarray(0.34 * wave * lane)
