"""How moving parts move: named functions of time, without state."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.scene.chunk import MovingPart

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]
UPRIGHT: F64 = np.eye(3)


def part_transform(part: MovingPart, time_s: float) -> tuple[F64, F64]:
    """(3, 3) turn and (3,) shift of a part at a time.

    "turn" goes round the axis for ever, "swing" to and fro by 0.35 radians, "slide" along
    the axis for ever, "loop" upright along the closed path; any other name stands still.
    """
    return part_turn(part, time_s), part_shifts((part,), time_s)[0]


def part_turn(part: MovingPart, time_s: float) -> F64:
    """(3, 3) turn of a part at a time."""
    if part.motion == "turn":
        return rotation(np.asarray(part.axis), part.rate * time_s + math.tau * part.phase)
    if part.motion == "swing":
        angle = 0.35 * math.sin(part.rate * time_s + math.tau * part.phase)
        return rotation(np.asarray(part.axis), angle)
    return UPRIGHT


def part_shifts(parts: Sequence[MovingPart], time_s: float) -> F64:
    """(n, 3) f8 shifts of many parts: copies that share a line are carried all at once."""
    return Shifts.of(parts).at(time_s, np.arange(len(parts)))


@dataclass(frozen=True)
class Shifts:
    """Where many parts are, ready to be asked for in each picture.

    Attributes:
        pivots: (n, 3) f8. axes: (n, 3) f8 and rates: (n,) f8 metres a second of those that slide
            for ever, 0 for others. phases: (n,) f8.
        line: (n,) i8 which of the `lines` carries each row, -1 for none.
        lines: the first part of each line.
    """

    pivots: F64
    axes: F64
    rates: F64
    phases: F64
    line: I64
    lines: tuple[MovingPart, ...]

    @classmethod
    def of(cls, parts: Sequence[MovingPart]) -> Shifts:
        """The shifts of some parts."""
        firsts: dict[int, MovingPart] = {}
        for part in parts:
            if part.motion == "loop":
                firsts.setdefault(id(part.path_m), part)
        number = {path: n for n, path in enumerate(firsts)}
        slides = [part.motion == "slide" for part in parts]
        return cls(
            pivots=np.array([part.pivot_m for part in parts], np.float64).reshape(-1, 3),
            axes=np.array([part.axis for part in parts], np.float64).reshape(-1, 3),
            rates=np.array([part.rate for part in parts], np.float64) * slides,
            phases=np.array([part.phase for part in parts], np.float64),
            line=np.array([
                number[id(part.path_m)] if part.motion == "loop" else -1 for part in parts
            ], np.int64),
            lines=tuple(firsts.values()),
        )  # fmt: skip

    def at(self, time_s: float, rows: I64) -> F64:
        """(k, 3) f8 shifts of some rows at a time."""
        gone_m = self.rates.take(rows) * time_s
        shifts = self.pivots.take(rows, 0) + self.axes.take(rows, 0) * gone_m[:, None]
        carrying = self.line.take(rows)
        for number, first in enumerate(self.lines):
            carried = (carrying == number).nonzero()[0]
            if len(carried):
                phases = self.phases.take(rows.take(carried))
                shifts[carried] += _along(first, first.rate * time_s, phases)
        return shifts


def _along(part: MovingPart, gone_m: float, phase: F64) -> F64:
    """(n, 3) f8 points of a part's closed line that are `gone_m` after shares `phase`."""
    line = part.line
    at = (gone_m + phase * line.reached_m[-1]) % line.reached_m[-1]
    piece = line.reached_m.searchsorted(at, "right") - 1
    over = at - line.reached_m.take(piece)
    return np.asarray(line.slopes.take(piece, 0) * over[:, None] + line.corners.take(piece, 0))


def rotation(axis: F64, angle_rad: float) -> F64:
    """(3, 3) turn round a unit axis (Rodrigues)."""
    x, y, z = axis.tolist()
    s, c = math.sin(angle_rad), math.cos(angle_rad)
    k = 1.0 - c
    return np.array([
        (c + k * x * x, k * x * y - s * z, k * x * z + s * y),
        (k * x * y + s * z, c + k * y * y, k * y * z - s * x),
        (k * x * z - s * y, k * y * z + s * x, c + k * z * z),
    ])  # fmt: skip
