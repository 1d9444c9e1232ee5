"""What lies where nothing was measured: voids, and the land round the edge of coverage."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from almaty_tour.geo.grid import F32

Bools = npt.NDArray[np.bool_]

SMALL_VOID_M: Final = 200.0
BLEND_M: Final = 800.0
_SWEEPS: Final = 8
_LEAST_SIDE: Final = 4


def blended(present: F32, measured: F32, covered: Bools, cell_m: float) -> tuple[F32, Bools]:
    """The measured heights, and all else joined to them without a step.

    A void no node of which is further than 200 m from a measurement is stretched over its
    rim like a membrane. Wider voids and the land outside keep the form of the present
    ground, shifted to meet the measured rim; the shift dies out over 800 m.

    Args:
        present: (rows, columns) f4 the ground as it is.
        measured: the same shape, NaN where nothing is known.
        covered: what the files cover, measured or not.

    Returns:
        the heights, and which nodes are a small void that was filled from its rim.
    """
    known = np.isfinite(measured)
    if not known.any():
        return present, np.zeros(known.shape, bool)
    away_m = ndimage.distance_transform_edt(~known).astype(np.float32) * np.float32(cell_m)
    share = np.clip(1.0 - away_m / np.float32(BLEND_M), 0.0, 1.0)
    share = share * share * (3.0 - 2.0 * share)
    result = np.where(known, measured, present + share * membrane(measured - present))
    small = _small(known, covered, away_m)
    if small.any():
        result = np.where(small, membrane(measured), result)
    return np.asarray(result, np.float32), small


def _small(known: Bools, covered: Bools, away_m: F32) -> Bools:
    """Nodes of voids that are narrow and have a measured rim all round."""
    holes, count = ndimage.label(~known)
    deepest = ndimage.maximum(away_m, holes, np.arange(count + 1))
    open_ends = np.unique(holes[~covered])
    narrow = np.asarray(deepest) <= SMALL_VOID_M
    narrow[open_ends] = False
    narrow[0] = False
    return np.asarray(narrow[holes])


def membrane(values: F32) -> F32:
    """The array with NaN replaced by a smooth surface through what is known.

    Means are pushed up a pyramid and pulled down again, with a few rounds of averaging over
    the unknown at each level.
    """
    known = np.isfinite(values)
    if known.all() or min(values.shape) < _LEAST_SIDE:
        mean = float(values[known].mean()) if known.any() else 0.0
        return np.where(known, values, np.float32(mean)).astype(np.float32)
    coarse = membrane(_halved(values))
    wide = coarse.repeat(2, axis=0).repeat(2, axis=1)[: values.shape[0], : values.shape[1]]
    result = np.where(known, values, wide)
    for _ in range(_SWEEPS):
        result = np.where(known, values, _around(result))
    return result.astype(np.float32)


def _halved(values: F32) -> F32:
    """Means of the known of each 2 x 2, NaN where none is."""
    even = np.pad(values, [(0, side % 2) for side in values.shape], constant_values=np.nan)
    blocks = even.reshape(even.shape[0] // 2, 2, even.shape[1] // 2, 2)
    count = np.isfinite(blocks).sum(axis=(1, 3))
    total = np.nansum(blocks, axis=(1, 3))
    return np.where(count > 0, total / np.maximum(count, 1), np.nan).astype(np.float32)


def _around(values: F32) -> F32:
    wide = np.pad(values, 1, mode="edge")
    total = wide[:-2, 1:-1] + wide[2:, 1:-1] + wide[1:-1, :-2] + wide[1:-1, 2:]
    return np.asarray(total * np.float32(0.25))
