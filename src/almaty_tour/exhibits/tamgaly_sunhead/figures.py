"""The pecked figures as bars with round ends: (x, z) start and end and a half width."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]
Bars = list[tuple[float, float, float, float, float]]

MAN = (
    (0.0, 1.0, 0.0, 0.45, 0.10), (0.0, 0.45, -0.22, 0.22, 0.075), (-0.22, 0.22, -0.18, 0.0, 0.07),
    (0.0, 0.45, 0.22, 0.22, 0.075), (0.22, 0.22, 0.18, 0.0, 0.07),
)  # fmt: skip
ARMS_DOWN = (
    (0.0, 0.92, -0.34, 0.72, 0.065), (-0.34, 0.72, -0.36, 0.50, 0.06),
    (0.0, 0.92, 0.34, 0.72, 0.065), (0.34, 0.72, 0.36, 0.50, 0.06),
)  # fmt: skip
ARMS_UP = (
    (0.0, 0.90, -0.34, 0.88, 0.065), (-0.34, 0.88, -0.38, 1.18, 0.06),
    (0.0, 0.90, 0.34, 0.88, 0.065), (0.34, 0.88, 0.38, 1.18, 0.06),
)  # fmt: skip
HEAD = ((0.0, 1.20, 0.0, 1.21, 0.14),)
BULL = (
    (-0.42, 0.62, 0.40, 0.60, 0.17), (-0.30, 0.58, 0.30, 0.56, 0.18),
    (-0.42, 0.66, -0.66, 0.66, 0.11),
    (-0.66, 0.66, -0.82, 0.56, 0.08), (-0.70, 0.74, -0.86, 0.86, 0.035),
    (-0.86, 0.86, -0.84, 1.06, 0.035),
    (-0.84, 1.06, -0.66, 1.20, 0.035), (-0.66, 1.20, -0.46, 1.18, 0.03),
    (-0.60, 0.76, -0.52, 0.86, 0.03),
    (-0.46, 0.50, -0.50, 0.02, 0.05), (-0.32, 0.50, -0.34, 0.02, 0.05),
    (0.36, 0.50, 0.34, 0.02, 0.05),
    (0.48, 0.52, 0.50, 0.02, 0.05), (0.54, 0.66, 0.66, 0.48, 0.025),
    (0.66, 0.48, 0.64, 0.20, 0.03),
)  # fmt: skip
GOAT = (
    (-0.30, 0.55, 0.32, 0.55, 0.13), (-0.32, 0.60, -0.48, 0.82, 0.07),
    (-0.48, 0.84, -0.62, 0.76, 0.055),
    (-0.46, 0.88, -0.34, 1.10, 0.04), (-0.34, 1.10, -0.10, 1.10, 0.04),
    (-0.10, 1.10, 0.04, 0.92, 0.035),
    (-0.30, 0.50, -0.32, 0.0, 0.05), (-0.18, 0.48, -0.20, 0.0, 0.05),
    (0.24, 0.48, 0.22, 0.0, 0.05),
    (0.34, 0.50, 0.36, 0.0, 0.05), (0.40, 0.62, 0.48, 0.74, 0.04),
)  # fmt: skip


def placed(shape: tuple[tuple[float, ...], ...], x: float, z: float, size: float) -> Bars:
    """A figure drawn in shares of its size, its foot at (x, z)."""
    return [(x + a * size, z + b * size, x + c * size, z + d * size, r * size)
            for a, b, c, d, r in shape]  # fmt: skip


def ring(x: float, z: float, radius: float, half: float, sides: int = 30) -> Bars:
    """A circle drawn as a line."""
    turn = np.linspace(0.0, 2.0 * np.pi, sides + 1)
    at = np.stack([x + radius * np.cos(turn), z + radius * np.sin(turn)], axis=1)
    return [(*a, *b, half) for a, b in zip(at[:-1].tolist(), at[1:].tolist(), strict=True)]


def spokes(x: float, z: float, inner: float, outer: float, half: float, count: int) -> Bars:
    """Rays round a middle; dots where `inner` and `outer` are one."""
    turn = np.linspace(0.0, 2.0 * np.pi, count, endpoint=False)
    return [
        (x + inner * c, z + inner * s, x + (outer + 0.01) * c, z + (outer + 0.01) * s, half)
        for c, s in zip(np.cos(turn).tolist(), np.sin(turn).tolist(), strict=True)
    ]


def panel() -> Bars:
    """Two sun heads, one of them upon a bull; an adorer, goats, a row of dancers."""
    big, small = (-27.0, 66.0), (25.0, 74.0)
    bars = [(-27.0, 64.5, -27.0, 67.5, 4.2), *ring(*big, 8.6, 0.8)]
    bars += spokes(*big, 12.2, 12.2, 1.0, 20) + spokes(*big, 15.8, 15.8, 1.0, 26)
    bars += placed(MAN, -27.0, 28.0, 21.0) + placed(ARMS_DOWN, -27.0, 28.0, 21.0)
    bars += [(25.0, 74.0, 25.0, 74.1, 2.6), *ring(*small, 6.2, 0.75)]
    bars += spokes(*small, 8.6, 11.6, 0.6, 22)
    bars += placed(MAN, 25.0, 47.0, 16.0) + placed(ARMS_DOWN, 25.0, 47.0, 16.0)
    bars += placed(BULL, 26.0, 26.0, 25.0)
    bars += placed(MAN + ARMS_UP + HEAD, -3.0, 33.0, 14.0)
    bars += placed(GOAT, -49.0, 33.0, 11.0) + placed(GOAT, -1.0, 62.0, 9.0)
    for place in range(12):
        size = 8.2 + 0.9 * np.sin(2.3 * place)
        arms = ARMS_UP if place % 3 == 1 else ARMS_DOWN
        bars += placed(MAN + arms + HEAD, -46.0 + 8.3 * place, 9.0, float(size))
    return bars


def distance(points: F64, bars: Bars) -> F64:
    """(n,) distance to the nearest bar at (n, 2) points, below 0 inside it."""
    near = np.full(len(points), np.inf)
    for ax, az, bx, bz, half in bars:
        way, off = np.array([bx - ax, bz - az]), points - [ax, az]
        share = np.clip(off @ way / max(float(way @ way), 1e-12), 0.0, 1.0)
        near = np.minimum(near, np.hypot(*(off - share[:, None] * way).T) - half)
    return near
