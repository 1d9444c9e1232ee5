"""Where the painted squares of the ground lie: nested, each twice as wide as the one within.

Pure numbers, so that equal frames ask for equal squares whatever was drawn before. The plane is
laid with tiles as large as a square, and each place has one texel, that of its place in its tile:
when a square moves on, what comes in takes the texels of what goes out, and the rest stays.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]
STEPS = 8
"""A square follows the eye in steps of an eighth of its side."""
REACH = 0.5 - 0.5 / STEPS - 0.01
"""Share of its side that a square surely reaches from the eye."""
USEFUL = 0.7
"""A square is painted while a pixel straight below covers less than its texels over this."""


Steps = tuple[int, int]
"""Of a square's level, east and north of a fixed place."""
Span = tuple[int, int, int, int]
"""Steps west, south, and those east and north that are not in it any more."""


@dataclass(frozen=True)
class Patch:
    """A part of a square that is painted at once: the middle of its tile and its own corners in
    the world, metres; its texels.
    """

    middle: tuple[float, float]
    low: tuple[float, float]
    high: tuple[float, float]
    first_px: tuple[int, int]
    size_px: tuple[int, int]


@dataclass(frozen=True)
class Squares:
    """The nested squares of a preset: texels along a side, metres of the finest, how many."""

    side_px: int
    finest_m: float
    count: int

    def side_m(self, level: int) -> float:
        """How wide a square is."""
        return self.side_px * self.finest_m * 2.0**level

    @cached_property
    def _steps_m(self) -> tuple[tuple[float, float], ...]:
        """By level how wide a step is, and how far from the origin of the world one begins."""
        wide = (self.side_m(level) / STEPS for level in range(self.count))
        return tuple((step, step * (0.37 * level % 1.0)) for level, step in enumerate(wide))

    @property
    def reach_m(self) -> float:
        """How far from the eye the painting surely goes."""
        return self.side_m(self.count - 1) * REACH

    def corner(self, level: int, eye_xy: tuple[float, float]) -> Steps:
        """The south-western step of a square for an eye; levels step at different places."""
        step, shift = self._steps_m[level]
        x, y = (math.floor((at - shift) / step + 0.5) - STEPS // 2 for at in eye_xy)
        return x, y

    def patch(self, level: int, steps: Span) -> Patch:
        """Where steps lie in the world and among the texels; they are all of one tile."""
        step, shift = self._steps_m[level]
        west, south, east, north = (at * step + shift for at in steps)
        tile = steps[0] // STEPS, steps[1] // STEPS
        x, y = ((at + 0.5) * STEPS * step + shift for at in tile)
        texels = self.side_px // STEPS
        return Patch(
            middle=(x, y),
            low=(west, south),
            high=(east, north),
            first_px=(steps[0] % STEPS * texels, steps[1] % STEPS * texels),
            size_px=((steps[2] - steps[0]) * texels, (steps[3] - steps[1]) * texels),
        )

    def first(self, above_m: float, fov_rad: float, height_px: int) -> int:
        """The finest level that an eye so high above the ground can make out."""
        pixel_m = max(above_m, 0.1) * 2.0 * math.tan(fov_rad / 2.0) / height_px
        level = math.floor(math.log2(max(pixel_m * USEFUL / self.finest_m, 1e-6)))
        return min(max(level, 0), self.count)

    def places(self, eye: F64) -> npt.NDArray[np.float32]:
        """(count, 4) f4: scale and offset from eye-relative metres to texture coordinates.

        They begin again where a tile ends.
        """
        east, north = float(eye[0]), float(eye[1])
        rows = []
        for level, (_, shift) in enumerate(self._steps_m):
            side = self.side_m(level)
            share = 1.0 / side
            rows.append((share, share, (east - shift) / side % 1.0, (north - shift) / side % 1.0))
        return np.array(rows, np.float32).reshape(-1, 4)


def fresh(now: Steps, before: Steps | None) -> list[Span]:
    """The steps of a square that are not in the one before, in rectangles each of one tile."""
    if before is None or max(abs(now[0] - before[0]), abs(now[1] - before[1])) >= STEPS:
        return _by_tile((*now, now[0] + STEPS, now[1] + STEPS))
    (west, east), (old_west, old_east) = ((one[0], one[0] + STEPS) for one in (now, before))
    (south, north), (old_south, old_north) = ((one[1], one[1] + STEPS) for one in (now, before))
    left, right = max(west, old_west), min(east, old_east)
    strips = (
        (west, south, left, north),
        (right, south, east, north),
        (left, south, right, old_south),
        (left, old_north, right, north),
    )
    return [part for strip in strips for part in _by_tile(strip)]


def _by_tile(span: Span) -> list[Span]:
    west, south, east, north = span
    return [
        (left, low, right, high)
        for left, right in _cut(west, east)
        for low, high in _cut(south, north)
    ]


def _cut(first: int, past: int) -> list[tuple[int, int]]:
    """A row of at most `STEPS` steps, cut where a tile ends; nothing where there are none."""
    edge = (first // STEPS + 1) * STEPS
    return [(a, b) for a, b in ((first, min(edge, past)), (edge, past)) if b > a]
