"""Marks that look like writing from afar and are none: no original is copied or invented."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import hashed

F64 = npt.NDArray[np.float64]
Shape = tuple[float, Sequence[tuple[float, float]], Sequence[tuple[float, float]]]
"""How wide a mark is, the points its stroke swings through from right to left, its dots."""

FLOWING: tuple[Shape, ...] = (
    (0.9, [(0.0, 0.0), (-0.25, 0.03), (-0.45, 0.34), (-0.6, 0.03), (-0.9, 0.0)],
     [(-0.45, 0.72)]),
    (1.5, [(0.0, 0.0), (-0.35, -0.1), (-0.75, -0.46), (-1.15, -0.38), (-1.35, -0.02),
           (-1.5, 0.0)], [(-0.8, 0.08)]),
    (1.1, [(0.0, 0.0), (-0.35, 0.06), (-0.78, 0.44), (-0.52, 0.66), (-0.28, 0.4),
           (-0.55, 0.06), (-1.1, 0.0)], []),
    (0.8, [(0.0, 0.0), (-0.2, 0.12), (-0.34, 0.7), (-0.27, 1.22), (-0.36, 0.6), (-0.5, 0.07),
           (-0.8, 0.0)], []),
    (1.3, [(0.0, 0.0), (-0.2, 0.24), (-0.36, 0.02), (-0.56, 0.26), (-0.74, 0.02),
           (-1.3, 0.0)], [(-0.3, 0.66), (-0.62, 0.66)]),
    (1.2, [(0.0, 0.0), (-0.3, 0.05), (-0.5, 0.42), (-0.95, 0.5), (-0.6, 0.2), (-0.8, 0.02),
           (-1.2, 0.0)], [(-0.75, -0.36)]),
)  # fmt: skip
"""Bends on a line of writing: waves, loops, bowls below it, tall hairpins, with loose dots."""

HANGING: tuple[Shape, ...] = (
    (0.7, [(0.0, 0.0), (-0.12, 0.3), (-0.35, 0.44), (-0.58, 0.26), (-0.7, 0.0)], []),
    (0.9, [(0.0, 0.0), (-0.3, 0.08), (-0.66, 0.5), (-0.36, 0.72), (-0.14, 0.42), (-0.45, 0.06),
           (-0.9, 0.0)], []),
    (0.8, [(0.0, 0.0), (-0.15, -0.3), (-0.45, -0.46), (-0.68, -0.22), (-0.8, 0.0)], []),
    (1.0, [(0.0, 0.0), (-0.25, 0.26), (-0.42, 0.06), (-0.62, 0.34), (-0.82, 0.08),
           (-1.0, 0.0)], []),
    (0.9, [(0.0, 0.0), (-0.2, 0.1), (-0.36, 0.8), (-0.62, 1.02), (-0.5, 0.5), (-0.62, 0.08),
           (-0.9, 0.0)], []),
)  # fmt: skip
"""Bends on both sides of one thread: hooks, loops and a long swing."""


def flowing(width: float, size: float, seed: int) -> list[F64]:
    """Words of curved joined strokes with dots, from x = `width` leftwards to about 0."""
    return _written(FLOWING, width, size, seed, word=(3, 2))


def hanging(width: float, size: float, seed: int) -> list[F64]:
    """One long thread of hooks and loops, with few gaps, as of writing that runs downwards."""
    return _written(HANGING, width, size, seed, word=(5, 3))


def _written(
    shapes: Sequence[Shape], width: float, size: float, seed: int, word: tuple[int, int]
) -> list[F64]:
    """Marks set in a row, those of a word in one stroke; `word` is its least length and spread."""
    lines: list[F64] = []
    at, place = width / size, 0
    while at > 0.6:
        count = word[0] + int(hashed(seed, place)[0]) % word[1]
        stroke: list[tuple[float, float]] = [(at, 0.0)]
        for _ in range(count):
            place += 1
            wide, points, dots = shapes[int(hashed(seed, place)[0] >> 9) % len(shapes)]
            if at - wide < -0.2:
                break
            stroke += [(at + x, y) for x, y in points[1:]]
            lines += [_dot(at + x, y) * size for x, y in dots]
            at -= wide
        tail = [(at - 0.2, -0.12), (at - 0.3, -0.34)]
        lines.append(_smooth(np.array([*stroke, *tail])) * size)
        at -= 0.75
        place += 1
    return lines


def _dot(x: float, y: float) -> F64:
    """A stroke so short that it is a point."""
    return np.array([[x - 0.02, y], [x + 0.02, y]])


def _smooth(points: F64, steps: int = 5) -> F64:
    """A curve through all the points (Catmull-Rom)."""
    ends = np.concatenate([points[:1], points, points[-1:]])
    a, b, c, d = (ends[k : len(ends) - 3 + k, None, :] for k in range(4))
    t = np.linspace(0.0, 1.0, steps, endpoint=False)[None, :, None]
    curve = b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
    return np.concatenate([curve.reshape(-1, 2), points[-1:]])


def along_circle(lines: list[F64], radius: float, start_deg: float) -> list[F64]:
    """Lines of writing bent round a circle, read clockwise, feet to the middle."""
    bent = []
    for line in lines:
        fine = _refined(line, 0.12 * radius)
        turn = np.radians(start_deg) - fine[:, 0] / radius
        away = radius + fine[:, 1]
        bent.append(np.stack([away * np.cos(turn), away * np.sin(turn)], axis=1))
    return bent


def _refined(line: F64, step: float) -> F64:
    """The same line with points no further than `step` apart."""
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    wanted = np.linspace(0.0, lengths[-1], max(2, int(lengths[-1] / step) + 1))
    marks = np.unique(np.concatenate([wanted, lengths]))
    return np.stack([np.interp(marks, lengths, line[:, axis]) for axis in (0, 1)], axis=1)
