"""Cars that leave a stop line together: how they follow each other, as tables of patterns.

Followers drive like the first car, a little later and a little behind (G. F. Newell, "A
simplified car-following theory", 2002): where the first car is at s(t), the car of rank j is
at s(t - delay[j]) - behind[j]. So order and gaps are kept whatever s is, as long as it never
goes back, and one table of s serves a whole platoon.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction, hashed

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]

CYCLE_S: Final = 60.0
MOST_CARS: Final = 8
PATTERNS: Final = 256
WITH_BUS: Final = 128
KINDS: Final = (
    "car.saloon", "car.hatch", "car.suv", "car.minibus", "car.lorry", "car.lada", "bus.green",
    "bus.trolley",
)  # fmt: skip
BUSES: Final = 6
SHARES: Final = (40, 22, 25, 6, 3, 4)
LENGTHS_M: Final = np.array([4.6, 4.0, 4.7, 6.0, 6.1, 4.1, 11.9, 11.9])
LONG_M, BUS_M = float(LENGTHS_M[:BUSES].max()), float(LENGTHS_M[BUSES:].max())
GAP_M, LOOSE_M = 2.0, 1.2
NOSE_M: Final = 2.3
DELAY_S, LATE_S, FIRST_S = 0.85, 0.6, 1.2
FARTHEST_M: Final = (MOST_CARS - 1) * (LONG_M + GAP_M + LOOSE_M) + BUS_M - LONG_M + 4.0
LATEST_S: Final = FIRST_S + (MOST_CARS - 1) * (DELAY_S + LATE_S)
"""No car of any platoon is farther behind, or later; a bus that waits first adds 4 m."""


@dataclass(frozen=True)
class Patterns:
    """What platoons are made of; every array is (PATTERNS, MOST_CARS).

    Attributes:
        delay_s, behind_m: f4 how much later than the light each car goes, and how far
            it is behind where a car of usual length waits first; a bus waits farther back.
        kind: u1 into `KINDS`; the patterns from `WITH_BUS` have one bus or trolleybus.
        aside_m: f4 how far it keeps to the right of the middle of its lane.
    """

    delay_s: F32
    behind_m: F32
    kind: U8
    aside_m: F32


@lru_cache(maxsize=1)
def patterns() -> Patterns:
    """The patterns, from hashes."""
    number, rank = np.mgrid[:PATTERNS, :MOST_CARS]
    shape = number.shape
    flat = number.ravel(), rank.ravel()
    late = (DELAY_S + LATE_S * fraction(*flat, 1)).reshape(shape)
    gap = (GAP_M + LOOSE_M * fraction(*flat, 2)).reshape(shape)
    bounds = np.cumsum(SHARES)
    kind = np.searchsorted(bounds, hashed(*flat, 3) % np.uint32(bounds[-1]), "right")
    kind = kind.reshape(shape)
    buses = np.arange(WITH_BUS, PATTERNS)
    kind[buses, hashed(buses, 4) % np.uint32(3)] = BUSES + hashed(buses, 5) % np.uint32(2)
    length = LENGTHS_M[kind]
    behind = np.zeros(shape)
    behind[:, 0] = np.maximum(length[:, 0] / 2.0 - NOSE_M, 0.0)
    behind[:, 1:] = behind[:, :1] + np.cumsum(
        (length[:, :-1] + length[:, 1:]) / 2.0 + gap[:, 1:], axis=1
    )
    late[:, 0] = FIRST_S * fraction(np.arange(PATTERNS), 7)
    aside = (fraction(*flat, 6).reshape(shape) - 0.5) * 0.4
    return Patterns(
        np.cumsum(late, axis=1).astype(np.float32), behind.astype(np.float32),
        kind.astype(np.uint8),
        aside.astype(np.float32),
    )  # fmt: skip


def farthest_m(cars: int) -> float:
    """How far the last of some cars can be behind the first."""
    return float(patterns().behind_m[:, max(cars, 1) - 1].max())


def latest_s(cars: int) -> float:
    """How much later than the light the last of some cars can be."""
    return float(patterns().delay_s[:, max(cars, 1) - 1].max())
