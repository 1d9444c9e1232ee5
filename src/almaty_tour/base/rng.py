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
    return _mixed(np.atleast_1d(np.asarray(value)).astype(np.uint32))


def hashed(*keys: npt.ArrayLike) -> U32:
    """(n,) hashes of one or several integer keys, broadcast together."""
    arrays = np.broadcast_arrays(*(np.atleast_1d(np.asarray(key)) for key in keys))
    h = np.zeros(arrays[0].shape, np.uint32)
    for key in arrays:
        h *= np.uint32(31)
        h += key.astype(np.int64, copy=False).astype(np.uint32)
        h += _GOLDEN
        _mixed(h)
    return h


def _mixed(h: U32) -> U32:
    """The same array, mixed in its place: forests hash a hundred thousand numbers at once."""
    h ^= h >> np.uint32(16)
    h *= np.uint32(0x85EBCA6B)
    h ^= h >> np.uint32(13)
    h *= np.uint32(0xC2B2AE35)
    h ^= h >> np.uint32(16)
    return h


def fraction(*keys: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """(n,) numbers in [0, 1) from the hash of `keys`; exact in 24 bits."""
    return (hashed(*keys) >> np.uint32(8)).astype(np.float64) / float(1 << 24)
