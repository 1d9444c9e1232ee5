"""Pictures and their halves: smaller levels made ahead, so that a card need not make them."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

U8 = npt.NDArray[np.uint8]
SMALLEST_PX: Final = 16


def halves(picture: U8) -> tuple[U8, ...]:
    """A picture (h, w, c) and its halves down to the last that divides, each the mean of four."""
    levels = [picture]
    while all(side % 2 == 0 and side >= 2 * SMALLEST_PX for side in levels[-1].shape[:2]):
        levels.append(_half(levels[-1]))
    return tuple(levels)


def _half(picture: U8) -> U8:
    rows = picture[0::2].astype(np.uint16)
    rows += picture[1::2]
    four = rows[:, 0::2]
    four += rows[:, 1::2]
    four += np.uint16(2)
    four >>= np.uint16(2)
    return four.astype(np.uint8)
