"""Choices from integer hashes of stable ids: the same on every machine, every run.

The mixer is the finaliser of MurmurHash3 (Appleby), all in wrapping 32-bit integers.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

U32 = npt.NDArray[np.uint32]
_GOLDEN = np.uint32(0x9E3779B9)


def mix(value: npt.ArrayLike) -> U32:
    """A well-spread 32-bit number for each 32-bit number."""
    h = np.atleast_1d(np.asarray(value)).astype(np.uint32)
    with np.errstate(over="ignore"):
        h = (h ^ (h >> np.uint32(16))) * np.uint32(0x85EBCA6B)
        h = (h ^ (h >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return h ^ (h >> np.uint32(16))


def hashed(*keys: npt.ArrayLike) -> U32:
    """(n,) hashes of one or several integer keys, broadcast together."""
    arrays = np.broadcast_arrays(*(np.atleast_1d(np.asarray(key)) for key in keys))
    h = np.zeros(arrays[0].shape, np.uint32)
    with np.errstate(over="ignore"):
        for key in arrays:
            words = (key.astype(np.int64) & 0xFFFFFFFF).astype(np.uint32)
            h = mix(h * np.uint32(31) + words + _GOLDEN)
    return h


def fraction(*keys: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """(n,) numbers in [0, 1) from the hash of `keys`; exact in 24 bits."""
    return (hashed(*keys) >> np.uint32(8)).astype(np.float64) / float(1 << 24)
