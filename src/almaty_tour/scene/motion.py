"""How moving parts move: named functions of time, without state."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.scene.chunk import MovingPart

F64 = npt.NDArray[np.float64]
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
    return Shifts.of(parts).at(time_s, range(len(parts)))


@dataclass(frozen=True)
class Shifts:
    """Where many parts are, ready to be asked for in each picture.

    Attributes:
        pivots: (n, 3) f8. slides: axis and metres a second of those that slide for ever, by row.
        phases: (n,) f8. lines: the first part of the line that carries each row, if any.
    """

    pivots: F64
    slides: dict[int, tuple[F64, float]]
    phases: F64
    lines: dict[int, MovingPart]

    @classmethod
    def of(cls, parts: Sequence[MovingPart]) -> Shifts:
        """The shifts of some parts."""
        firsts: dict[int, MovingPart] = {}
        lines, slides = {}, {}
        for row, part in enumerate(parts):
            if part.motion == "loop":
                lines[row] = firsts.setdefault(id(part.path_m), part)
            elif part.motion == "slide":
                slides[row] = np.asarray(part.axis), part.rate
        pivots = np.array([part.pivot_m for part in parts], np.float64).reshape(-1, 3)
        return cls(pivots, slides, np.array([part.phase for part in parts], np.float64), lines)

    def at(self, time_s: float, rows: Sequence[int]) -> F64:
        """(k, 3) f8 shifts of some rows at a time."""
        shifts = self.pivots.take(rows, 0)
        carried: dict[int, list[int]] = {}
        for place, row in enumerate(rows):
            if row in self.lines:
                carried.setdefault(id(self.lines[row]), []).append(place)
            elif row in self.slides:
                axis, rate = self.slides[row]
                shifts[place] += axis * (rate * time_s)
        for places in carried.values():
            first = self.lines[rows[places[0]]]
            phases = self.phases.take([rows[place] for place in places])
            shifts[places] += _along(first, first.rate * time_s, phases)
        return shifts


def _along(part: MovingPart, gone_m: float, phase: F64) -> F64:
    """(n, 3) f8 points of a part's closed line that are `gone_m` after shares `phase`."""
    corners, reached = part.line
    at = (gone_m + phase * reached[-1]) % reached[-1]
    return np.stack([np.interp(at, reached, corners[:, axis]) for axis in range(3)], axis=-1)


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
