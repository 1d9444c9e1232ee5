"""Things that stand in yards as arrays: what kind, where, which way, how large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.city.stacked import stacked

F64 = npt.NDArray[np.float64]
FENCES = ("boards", "paint", "green", "brown", "grey", "slate", "low", "yard", "cage")
GATES = ("green", "blue", "brown", "grey")
SHEDS = ("wood", "kitchen", "brick", "outhouse", "hothouse", "transformer")
PLAYS = ("swings", "sand", "slide", "climber", "carpets", "lines", "fountain")
KINDS = (
    *(f"fence.{name}" for name in FENCES),
    *(f"gate.{name}" for name in GATES),
    *(f"shed.{name}" for name in SHEDS),
    *(f"play.{name}" for name in PLAYS),
    "bench.park",
)
NUMBER = {kind: number for number, kind in enumerate(KINDS)}
FENCE_M, LONGEST_M = 16.0, 31.8


@dataclass(frozen=True)
class Things:
    """Arrays of one length n.

    Attributes:
        kind: (n,) u1 index into `KINDS`. xy: (n, 2) f8 metres. yaw_rad: (n,) f8.
        scale: (n, 2) f8 along the ground and up.
    """

    kind: npt.NDArray[np.uint8]
    xy: F64
    yaw_rad: F64
    scale: F64

    def __len__(self) -> int:
        return len(self.kind)

    def where(self, kept: npt.NDArray[np.bool_]) -> Things:
        """Some of the things."""
        return Things(self.kind[kept], self.xy[kept], self.yaw_rad[kept], self.scale[kept])


def things(kind: npt.ArrayLike, xy: F64, yaw_rad: npt.ArrayLike) -> Things:
    """Things of their own size; one kind or turn may stand for all."""
    count = len(xy)
    return Things(
        np.broadcast_to(np.asarray(kind, np.uint8), count).copy(), xy,
        np.broadcast_to(np.asarray(yaw_rad, np.float64), count).copy(), np.ones((count, 2)),
    )  # fmt: skip


def fences(kind: npt.ArrayLike, a: F64, b: F64, high: npt.ArrayLike = 1.0) -> Things:
    """A fence from each of (n, 2) places to its end, in one piece; short ones are left out."""
    step = b - a
    long_m = np.hypot(*step.T)
    made = things(kind, (a + b) / 2, np.arctan2(step[:, 1], step[:, 0]))
    made.scale[:, 0] = np.minimum(long_m, LONGEST_M) / FENCE_M
    made.scale[:, 1] = high
    return made.where(long_m > 0.6)


def joined(pieces: Sequence[Things]) -> Things:
    """All of them, in order."""
    return stacked(things(0, np.zeros((0, 2)), 0.0), pieces)
