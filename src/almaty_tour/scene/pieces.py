"""Ways cut into pieces that are short enough to follow the heights of the ground."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Cut:
    """The pieces between n points, and m points along them; the last point is not among these.

    Attributes:
        parts: (n - 1,) how many each piece is cut into. piece, share: (m,) the piece that each
            new point lies on, and how far along, 0 to 1.
    """

    parts: I64
    piece: I64
    share: F64

    @property
    def place(self) -> I64:
        """(n,) which of the new points each old one is."""
        return np.concatenate([[0], np.cumsum(self.parts)])

    def of(self, values: F64) -> F64:
        """(m + 1, k) what (n, k) values at the points are at the new ones, on straight lines."""
        step = np.diff(values, axis=0)
        between = values[:-1][self.piece] + step[self.piece] * self.share[:, None]
        return np.concatenate([between, values[-1:]])


def cut_to(points: F64, owner: I64, longest_m: float) -> Cut:
    """The cut of (n, 2) points of ways one after the other; nothing is cut from way to way.

    `owner` is the (n,) number of each point's way.
    """
    size = np.hypot(*np.diff(points, axis=0).T)
    inner = owner[1:] == owner[:-1]
    parts = np.where(inner, np.maximum(np.ceil(size / longest_m), 1), 1).astype(np.int64)
    piece = np.repeat(np.arange(len(parts)), parts)
    share = (np.arange(len(piece)) - np.repeat(np.cumsum(parts) - parts, parts)) / parts[piece]
    return Cut(parts, piece, share)
