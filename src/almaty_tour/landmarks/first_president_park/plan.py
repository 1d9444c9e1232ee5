"""The arc of the colonnade and the cones of lawn before and behind it, in polar terms.

The arc's middle lies before the front at (0, -124): `r` is the distance from it, an angle
runs clockwise seen from above from the arch (+x on its right).
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.pool import WATER
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

ARC_M: Final = 124.0
TERRACE_M: Final = 2.4
STEPS: Final = 16
FRONT_M: Final = (84.0, 116.0)
"""Radii between which the forecourt climbs to the terrace."""
BACK_M: Final = (131.0, 143.0)
EDGE_DEG: Final = 38.6
STAIR_DEG: Final = (8.6, 13.0)
BACK_STAIR_DEG: Final = 4.2
RAMP_M: Final = 6.6
COURT: Final = (0.0, 66.0)
COLUMN_M: Final = 10.8
COLUMNS_DEG: Final = tuple(float(v) for v in np.linspace(9.6, 32.4, 10))
INNER_DEG: Final = 6.3
END_DEG: Final = 35.9
FOUNTAIN: Final = (0.0, -18.0)
CLOCK: Final = (0.0, -49.0)

WHITE = Paint("plaster", "#F3EFE4")
TRIM = Paint("plaster", "#FBF8F0")
GILT = Paint("gilded_plaster", "#F2C878")
WORD = Paint("lettering", "#634012")
GOLD = Paint("gold", "#E0B464")
GRANITE = Paint("granite", "#A0604C")
DARK = Paint("polished_granite", "#3A3436")
PAVING = Paint("paving", "#DDCBBC")
BAND = Paint("granite", "#B98A78")
STAIR = Paint("granite", "#CFC4BC")
LAWN = Paint("lawn", "#6E8C50")
TREE_BED = Paint("foliage", "#4F6B35")


def polar(r_m: npt.ArrayLike, angle_deg: npt.ArrayLike) -> F64:
    """(..., 2) places on the arc's circles."""
    r, angle = np.broadcast_arrays(np.asarray(r_m, float), np.radians(angle_deg))
    return np.stack([r * np.sin(angle), r * np.cos(angle) - ARC_M], axis=-1)


def funnel_deg(r_m: npt.ArrayLike) -> F64:
    """Half the opening of the forecourt at a radius: its walls run together to the front."""
    share = np.linspace(-0.15, 1.1, 60)[:, None]
    line = np.array([24.0, -58.0]) + share * (np.array([74.0, -27.5]) - np.array([24.0, -58.0]))
    out = np.hypot(line[:, 0], line[:, 1] + ARC_M)
    return np.asarray(
        np.interp(
            np.asarray(r_m, np.float64), out, np.degrees(np.arctan2(line[:, 0], line[:, 1] + ARC_M))
        )
    )


def slope_m(spots: npt.ArrayLike) -> F64:
    """(k,) height of the made ground at places before, on and behind the terrace."""
    x, y = np.asarray(spots, float).reshape(-1, 2).T
    r = np.hypot(x, y + ARC_M)
    return np.asarray(np.interp(r, [*FRONT_M, *BACK_M], [0.0, TERRACE_M, TERRACE_M, 0.0]))


def sector(inner_m: float, outer_m: float, from_deg: float, to_deg: float, steps: int = 12) -> F64:
    """A counter-clockwise outline of a piece of a ring."""
    turn = np.linspace(from_deg, to_deg, steps + 1)
    return np.concatenate([polar(inner_m, turn), polar(outer_m, turn[::-1])])


def around(radius_m: float, turn_deg: npt.ArrayLike) -> F64:
    """(k, 2) places on a circle about the origin, counter-clockwise from +x."""
    turn = np.radians(np.asarray(turn_deg, float))
    return np.stack([radius_m * np.cos(turn), radius_m * np.sin(turn)], axis=-1)


def bowl(radius_m: float, height_m: float) -> MeshData:
    """A plain dark bowl on a foot, full of water."""
    r, h = radius_m, height_m
    section = profile.line((0.4 * r, 0.0), (0.22 * r, 0.4 * h), (0.75 * r, 0.78 * h), (r, h))
    water = extrude.sheet(profile.circle(0.95 * r, 14), h + 0.02, WATER)
    return merge([lathe.lathe(section, DARK, sides=14), water])
