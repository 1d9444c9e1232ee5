"""Marks that look like writing from afar and are none: no original is copied or invented."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import hashed

F64 = npt.NDArray[np.float64]


def cursive(count: int, size: float, seed: int) -> list[F64]:
    """`count` joined marks along x from 0, each about `size` wide and high, as (k, 2) lines."""
    lines = [np.array([[0.0, 0.0], [count * size, 0.0]])]
    for place in range(count):
        h = int(hashed(seed, place)[0])
        lines.append(_mark(h) * size + [place * size, 0.0])
    return lines


def _mark(h: int) -> F64:
    shapes = (
        [(0.2, 0.0), (0.25, 0.9)],
        [(0.1, 0.0), (0.2, 0.45), (0.55, 0.5), (0.6, 0.05)],
        [(0.2, 0.0), (0.1, -0.4), (0.5, -0.5), (0.7, -0.1)],
        [(0.15, 0.0), (0.3, 0.7), (0.5, 0.25), (0.7, 0.65), (0.8, 0.0)],
        [(0.1, 0.0), (0.45, 0.55), (0.8, 0.0)],
    )
    return np.array(shapes[h % len(shapes)]) * [1.0, 0.85 + 0.3 * ((h >> 8) & 255) / 255.0]


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
