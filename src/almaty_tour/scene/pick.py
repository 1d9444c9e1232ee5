"""Object ids: 20 bits name the chunk, 12 its part. Made from names, so they never move."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

PART_BITS: Final = 12
PART_MASK: Final = (1 << PART_BITS) - 1


def chunk_code(chunk_id: str) -> int:
    """The upper bits of every object id of a chunk; never 0."""
    code = zlib.crc32(chunk_id.encode()) & ~PART_MASK
    return code or (1 << PART_BITS)


def object_ids(chunk_id: str, parts: Sequence[str]) -> npt.NDArray[np.uint32]:
    """(parts,) u4 ids of the parts of a chunk, in order, from part 1 on."""
    if len(parts) > PART_MASK:
        raise ValueError(f"chunk '{chunk_id}' has {len(parts)} parts, at most {PART_MASK} fit")
    return np.arange(1, len(parts) + 1, dtype=np.uint32) + np.uint32(chunk_code(chunk_id))


def chunk_of(object_id: int, chunk_ids: Iterable[str]) -> str | None:
    """The chunk that an object id belongs to, among those given."""
    code = object_id & ~PART_MASK
    return next((name for name in chunk_ids if chunk_code(name) == code), None)


def part_of(object_id: int) -> int:
    """Place of the part in its mesh's `parts`; -1 for no part."""
    return (object_id & PART_MASK) - 1
