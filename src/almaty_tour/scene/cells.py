"""Which items may be near a point: boxes sorted into square cells, as two arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]
CELL_M = 48.0
MOST_CELLS_A_SIDE = 40
_KEY = np.int32(1 << 16)


@dataclass(frozen=True)
class Cells:
    """Items by cell.

    Attributes:
        keys: (c,) i4 sorted keys of the cells that hold anything.
        starts: (c + 1,) i8 where each cell's items begin in `items`.
        items: i4 rows of the boxes.
    """

    keys: I32
    starts: I64
    items: I32

    def near(self, x_m: float, y_m: float, radius_m: float) -> I64:
        """Rows, each once, whose cells touch the square of `radius_m` about a point."""
        columns = _span(x_m - radius_m, x_m + radius_m)
        rows = _span(y_m - radius_m, y_m + radius_m)
        wanted = (columns[:, None] * _KEY + rows[None]).ravel()
        at = np.searchsorted(self.keys, wanted)
        at = at[at < len(self.keys)]
        found = at[np.isin(self.keys[at], wanted)]
        if not len(found):
            return np.zeros(0, np.int64)
        pieces = [self.items[self.starts[i] : self.starts[i + 1]] for i in np.unique(found)]
        return np.unique(np.concatenate(pieces)).astype(np.int64)


def cells_of(low: F32, high: F32) -> Cells:
    """The cells of boxes from (n, 2) low and high corners, metres: to the millimetre as f4."""
    if not len(low):
        return Cells(np.zeros(0, np.int32), np.zeros(1, np.int64), np.zeros(0, np.int32))
    first = np.floor(low / CELL_M).astype(np.int32)
    size = np.floor(high / CELL_M).astype(np.int32) - first + np.int32(1)
    size = np.clip(size, 1, MOST_CELLS_A_SIDE)
    count = size[:, 0] * size[:, 1]
    item = np.repeat(np.arange(len(low), dtype=np.int32), count)
    begin = (np.cumsum(count) - count).astype(np.int32)
    within = np.arange(len(item), dtype=np.int32) - begin[item]
    wide = size[:, 0][item]
    key = (first[:, 0][item] + within % wide) * _KEY + (first[:, 1][item] + within // wide)
    order = np.argsort(key, kind="stable")
    keys, starts = np.unique(key[order], return_index=True)
    return Cells(keys, np.append(starts, len(key)).astype(np.int64), item[order])


def _span(low_m: float, high_m: float) -> I32:
    first, last = int(np.floor(low_m / CELL_M)), int(np.floor(high_m / CELL_M))
    return np.arange(first, last + 1, dtype=np.int32)
