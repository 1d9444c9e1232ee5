"""Between two levels of detail both are drawn, each in its share of the pixels.

A level begins to fade where it is still by a band larger than it need be, so nothing is
remembered from picture to picture, and in the band a thing is listed in both levels. Chunks are
told the share; copies the distance where the finer level ends, from which the vertex shader works
out the share (`shaders/include/fade.glsl`), for a list of copies may serve several pictures.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import mix

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]

WHOLE: Final = 2.0
"""The share of what does not fade. From 0 to 1 it is that of the pixels which are drawn; below 0
all pixels but the share -s are, so that the two levels of a thing fill each other's gaps."""
LEAST: Final = np.float32(1e-3)
"""Of a share below 0, which would be no longer below it; less than one pixel in 256."""
APART: Final = np.float32(0.08)
"""Copies that are alike stand in rows; so that these do not come into sight as one, the last levels
of some end nearer than those of others, by up to this share."""
STEPS_AN_OCTAVE: Final = 32
COARSE: Final = 512
_CODE_MASK: Final = np.uint32(1023)


def share_of(over: F32, band: float) -> F32:
    """(n,) f4 shares of what is `over` times as large as it must be for its level."""
    share = (over - np.float32(1.0)) * np.float32(1.0 / max(band, 1e-6))
    return np.where(share < 1.0, np.maximum(share, np.float32(0.0)), np.float32(WHOLE))


def with_ends(scale: F32, end_m: F32, coarse: npt.NDArray[np.bool_]) -> F32:
    """(n,) f4 scales whose last bits tell where the finer level ends, and which one this is.

    It moves the top of a house by some millimetres.
    """
    step = np.rint(np.log2(np.maximum(end_m, np.float32(1.0))) * STEPS_AN_OCTAVE)
    code = np.minimum(step, COARSE - 1).astype(np.uint32) + coarse * np.uint32(COARSE)
    bits = np.ascontiguousarray(scale).view(np.uint32) & ~_CODE_MASK
    return np.asarray((bits | code).view(np.float32))


def ends_apart(seed: npt.NDArray[np.uint32]) -> F32:
    """(n,) f4 from 1 to 1 + `APART`: how much farther than the nearest each ends."""
    luck = mix(seed) >> np.uint32(8)
    return np.float32(1.0) + luck.astype(np.float32) * np.float32(APART / (1 << 24))


def chunk_fades(
    errors: F32, reach_m: F32, distance_m: F32, levels: I32, per_m: float, band: float
) -> tuple[I64, I32, F32]:
    """What is drawn of chunks at their levels: rows of the arguments, levels, shares.

    One that is just coarse enough is there twice; one near the end of its reach thins out.
    """
    row = np.arange(len(levels))
    if not band or not len(levels):
        return row, levels, np.full(len(levels), WHOLE, np.float32)
    away_m = np.maximum(distance_m, np.float32(1.0))
    own = np.maximum(errors[row, levels], np.float32(1e-6))
    grown = np.where(levels > 0, share_of(_f32(away_m * per_m / own), band), WHOLE)
    twice = (grown < WHOLE).nonzero()[0]
    finer = np.float32(1.0) - grown[twice]
    share = share_of(_f32(reach_m / away_m), band)
    share[twice] = -np.maximum(finer, LEAST)
    return (
        np.concatenate([row, twice]),
        np.concatenate([levels, levels[twice] - 1]).astype(np.int32),
        np.concatenate([share, finer]).astype(np.float32),
    )


def _f32(values: npt.ArrayLike) -> F32:
    return np.asarray(values, np.float32)
