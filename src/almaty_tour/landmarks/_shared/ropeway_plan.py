"""The ropeway's line from the Palace of the Republic to Kok-Tobe, in the lower station's frame.

The origin is the middle of the lower bull wheel on the ground, +y runs up the line (the
finished model is turned to its bearing). The park's model has its origin at the upper bull
wheel, so that both agree about where the rope ends.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.assets import assets_dir
from almaty_tour.content.model import LandmarkSpec
from almaty_tour.geo.frame import to_local
from almaty_tour.geo.terrain import Terrain

F64 = npt.NDArray[np.float64]

UPPER: Final = (43.2336, 76.97539)
"""Latitude and longitude of the upper bull wheel."""
UPPER_LEVEL_M: Final = 1107.0
"""The plateau of Kok-Tobe, metres above the sea."""
LOWER_LEVEL_M: Final = 874.8
"""The yard of the Palace of the Republic; both levels are those of the pads."""
RISE_M: Final = UPPER_LEVEL_M - LOWER_LEVEL_M

HALF_GAUGE_M: Final = 3.2
LOWER_ROPE_M, UPPER_ROPE_M = 9.3, 5.1
EXIT_M: Final = 11.0
"""How far from a bull wheel the rope stays level."""
SAG_PER_M: Final = 4.35e-4
"""Curvature of the loaded rope, 1/m: its weight by its pull."""

MASTS: Final = (
    (26.0, 13.6),
    (250.0, 30.0),
    (560.0, 36.0),
    (900.0, 42.0),
    (1230.0, 45.0),
    (1440.0, 26.0),
    (1561.0, 10.8),
)
"""Distance from the lower bull wheel and height of the rope over the ground."""


def length_m(spec: LandmarkSpec) -> float:
    """Level distance between the bull wheels."""
    way = _ends_m(spec)
    return float(np.hypot(*(way[1] - way[0])))


def bearing_deg(spec: LandmarkSpec) -> float:
    """Compass bearing of the line, uphill."""
    east, north = np.diff(_ends_m(spec), axis=0)[0]
    return float(np.degrees(np.arctan2(east, north)))


def _ends_m(spec: LandmarkSpec) -> F64:
    """(2, 2) lower and upper bull wheel in the world."""
    lower = to_local(spec.latitude_deg, spec.longitude_deg)
    return np.array([lower, to_local(*UPPER)], np.float64).reshape(2, 2)


def feet_m(spec: LandmarkSpec) -> F64:
    """(masts,) the ground under each mast; the first and last stand on level pads."""
    (x0, y0), (x1, y1) = _ends_m(spec)
    share = np.array([s for s, _ in MASTS]) / length_m(spec)
    terrain = Terrain.load(assets_dir() / "terrain")
    ground = terrain.height_m(x0 + share * (x1 - x0), y0 + share * (y1 - y0)) - LOWER_LEVEL_M
    ground[0], ground[-1] = 0.0, RISE_M
    return np.asarray(ground)


def held(spec: LandmarkSpec) -> F64:
    """(k, 2) distance and height of all points that hold the rope, ends included."""
    end, top = length_m(spec), RISE_M + UPPER_ROPE_M
    feet = feet_m(spec)
    masts = [(s, z + foot) for (s, z), foot in zip(MASTS, feet, strict=True)]
    return np.array(
        [(0.0, LOWER_ROPE_M), (EXIT_M, LOWER_ROPE_M), *masts, (end - EXIT_M, top), (end, top)]
    )


def rope(spec: LandmarkSpec, step_m: float = 9.0) -> F64:
    """(k, 2) distance and height along the rope: parabolas between what holds it."""
    points = held(spec)
    line = [points[:1]]
    for (s0, z0), (s1, z1) in pairwise(points):
        count = max(1, round((s1 - s0) / step_m))
        s = np.linspace(s0, s1, count + 1)[1:]
        sag = 0.5 * SAG_PER_M * (s - s0) * (s1 - s)
        line.append(np.column_stack([s, z0 + (z1 - z0) * (s - s0) / (s1 - s0) - sag]))
    return np.concatenate(line)


def loop(spec: LandmarkSpec) -> F64:
    """(k, 3) the closed way of a cabin's grip: up at +x, round the wheel, down at -x, round."""
    line = rope(spec)
    up = np.column_stack([np.full(len(line), HALF_GAUGE_M), line])
    down = up[::-1] * np.array([-1.0, 1.0, 1.0])
    turn = np.radians(np.linspace(0.0, 180.0, 11))[1:-1]
    bend = HALF_GAUGE_M * np.stack([np.cos(turn), np.sin(turn), 0.0 * turn], axis=1)
    above = bend + np.array([0.0, line[-1, 0], line[-1, 1]])
    below = -bend + np.array([0.0, line[0, 0], line[0, 1]])
    return np.concatenate([up, above, down, below])
