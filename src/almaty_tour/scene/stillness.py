"""Where the built-in traffic may drive when a map is imported.

Where the map's streets replace ours, cars keep to the stretches of their routes that lie on
a carriageway of the map too; they come into play and go at the ends of these.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.scene.imported import STILL, HideRaster

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

STEP_M: Final = 4.0
FADE_M: Final = 12.0
GAP_M: Final = 24.0
"""A shorter stretch beside the map's carriageway is driven all the same: maps are drawn by hand."""
SHORTEST_M: Final = 80.0
"""No cars on a shorter stretch."""


def driven_share(places: F64, hide: HideRaster) -> F32:
    """(n,) 1 where cars drive, less towards the ends of each stretch, 0 where none do.

    `places` are (n, 2) metres, `STEP_M` apart along the routes.
    """
    free = hide.at(places[:, 0], places[:, 1]) & STILL == 0
    free = ~_without_short(~free, GAP_M)
    free = _without_short(free, SHORTEST_M)
    return np.clip(_steps_to_end(free) * (STEP_M / FADE_M), 0.0, 1.0).astype(np.float32)


def _runs(mask: Mask) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Where runs of true begin, and where they have ended."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]]).astype(np.int8)))
    return edges[::2], edges[1::2]


def _without_short(mask: Mask, least_m: float) -> Mask:
    """The mask without runs of true that are shorter; those at both ends of all stay."""
    first, last = _runs(mask)
    short = ((last - first) * STEP_M < least_m) & (first > 0) & (last < len(mask))
    change = np.zeros(len(mask) + 1, np.int64)
    np.add.at(change, first[short], 1)
    np.add.at(change, last[short], -1)
    return np.asarray(mask & (np.cumsum(change[:-1]) == 0))


def _steps_to_end(mask: Mask) -> F64:
    """(n,) how many steps each place of a run lies from the nearer end of it, 0 outside."""
    number = np.arange(len(mask), dtype=np.float64)
    before = np.maximum.accumulate(np.where(mask, -np.inf, number))
    after = np.minimum.accumulate(np.where(mask, np.inf, number)[::-1])[::-1]
    return np.where(mask, np.minimum(number - before, after - number), 0.0)
