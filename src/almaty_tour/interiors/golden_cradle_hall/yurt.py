"""The dome of the rotunda: poles of a yurt that bear a shanyrak, open to the sky."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.interiors._shared.panels import ceiling
from almaty_tour.interiors.golden_cradle_hall.plan import (
    APOTHEM_M,
    BRASS,
    DAY,
    FELT,
    OAK,
    OAK_RED,
    WALL_TOP_M,
)
from almaty_tour.kit import lathe, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.tube import tube
from almaty_tour.mesh.data import MeshData, as_part, merge

F64 = npt.NDArray[np.float64]

RING_M: Final = 3.3
RING_Z_M: Final = 10.9
SKY_Z_M: Final = 13.2
POLES: Final = 64
BENT_M: Final = 1.25
"""How far inside the wall the poles have turned."""


def yurt() -> MeshData:
    """Felt, poles, shanyrak and the sky above it."""
    return merge(
        [
            as_part(_felt(), "dome"),
            as_part(_poles(), "poles"),
            as_part(_shanyrak(), "shanyrak"),
            as_part(_sky(), "sky"),
        ]
    )


def line() -> F64:
    """(k, 2) radius and height of a pole: bent at its foot, straight up to the ring."""
    foot = (APOTHEM_M + 0.05, WALL_TOP_M)
    bend = [foot, (APOTHEM_M - 0.25, WALL_TOP_M + 0.75), (APOTHEM_M - BENT_M, WALL_TOP_M + 1.35)]
    smooth = profile.smooth([*bend, (7.0, 9.05), (RING_M, RING_Z_M)], 3)
    return np.asarray(smooth)


def _felt() -> MeshData:
    """A closed shell, so that the light of the key comes through the ring alone."""
    inner = line() + np.array([0.12, 0.10])
    outer = inner + 0.25
    section = np.concatenate([inner, outer[::-1], inner[:1]])
    return lathe.lathe(section[::-1], FELT, sides=64, caps=False)


def _poles() -> MeshData:
    """Poles painted red, each with a tip of brass where it enters the ring."""
    run = line()[1:]
    path = np.column_stack([run[:, 0], np.zeros(len(run)), run[:, 1]])
    pole = tube(path, 0.055, OAK_RED, sides=5)
    tip = tube(path[-2:] * [1, 1, 1], 0.065, BRASS, sides=5)
    return transform.around(merge([pole, tip]), POLES, start_deg=0.0)


def _shanyrak() -> MeshData:
    """The ring and its crossed, arched bars."""
    band = profile.line(
        (RING_M - 0.16, RING_Z_M - 0.22), (RING_M + 0.18, RING_Z_M - 0.22),
        (RING_M + 0.18, RING_Z_M + 0.3), (RING_M - 0.16, RING_Z_M + 0.3),
    )  # fmt: skip
    trim = profile.line(
        (RING_M - 0.2, RING_Z_M - 0.27), (RING_M + 0.05, RING_Z_M - 0.27),
        (RING_M + 0.05, RING_Z_M - 0.2), (RING_M - 0.2, RING_Z_M - 0.2),
    )  # fmt: skip
    pieces = [
        _ring(band, OAK),
        _ring(trim, BRASS),
    ]
    crossed = merge([_bar(aside_m) for aside_m in (-0.42, 0.0, 0.42)])
    return merge([*pieces, *(transform.turn_z(crossed, turn) for turn in (45.0, 135.0))])


def _ring(section: F64, paint: Paint) -> MeshData:
    closed = np.concatenate([section, section[:1]])
    return lathe.lathe(closed, paint, sides=64, caps=False, crease_deg=30.0)


def _bar(aside_m: float) -> MeshData:
    """One arched bar across the ring."""
    half = math.sqrt(RING_M**2 - aside_m**2) - 0.05
    x = np.linspace(-half, half, 15)
    rise = 0.95 * (1.0 - (x / half) ** 2)
    path = np.column_stack([x, np.full(15, aside_m), RING_Z_M + rise])
    return tube(path, 0.075, OAK, sides=6)


def _sky() -> MeshData:
    """Daylight above the ring."""
    outline = profile.circle(RING_M + 1.6, 40)
    day = ceiling(outline, SKY_Z_M, DAY, cell_m=3.0)
    shaft = lathe.lathe(
        profile.line((RING_M + 1.5, SKY_Z_M), (RING_M + 0.15, RING_Z_M + 0.2)), FELT, sides=48,
        caps=False,
    )  # fmt: skip
    return merge([day, shaft])
