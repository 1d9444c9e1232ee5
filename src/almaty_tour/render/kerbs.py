"""Kerbs and the rims of aryks near an eye, cut into pieces that lie on the ground."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from almaty_tour.scene.paint import TROUGH_HALF_M, PaintTable

F64 = npt.NDArray[np.float64]
Heights = Callable[[Any, Any], F64]

PIECE_M: Final = 4.0
RIM_HALF_M: Final = 0.085
SUNK_M: Final = 0.05
ANCHOR_M: Final = 8.0
PIECE = np.dtype(
    [
        ("a", "<f4", 3),
        ("b", "<f4", 3),
        ("half_width_m", "<f4"),
        ("high_m", "<f4"),
        ("colour", "u1", 4),
    ]
)
"""A bar from a to b, metres from the anchor at sea level, its foot a little in the ground."""


def anchor_of(eye_xy: tuple[float, float]) -> tuple[float, float]:
    """The place round which the pieces are gathered for an eye: it depends on the eye alone."""
    x, y = (round(at / ANCHOR_M) * ANCHOR_M for at in eye_xy)
    return x, y


def pieces(
    table: PaintTable, anchor: tuple[float, float], reach_m: float, heights: Heights
) -> npt.NDArray[np.void]:
    """Rows of PIECE within a reach of an anchor, from the strokes that are raised."""
    reach = reach_m + ANCHOR_M
    x, y = anchor
    rows = table.near((x - reach, y - reach), (x + reach, y + reach))
    a, b, half = _edges(rows)
    high, colour = (np.concatenate([rows[name], rows[name][_wide(rows)]]) for name in _KEPT)
    a, b, source = _cut(a - anchor, b - anchor, reach)
    made = np.zeros(len(a), PIECE)
    for name, at in (("a", a), ("b", b)):
        made[name][:, :2] = at
        made[name][:, 2] = heights(at[:, 0] + x, at[:, 1] + y) - SUNK_M
    made["half_width_m"] = half[source]
    made["high_m"] = high[source] * 0.01 + SUNK_M
    made["colour"][:, :3] = colour[source]
    return made


_KEPT: Final = ("raised_cm", "colour")


def _wide(rows: npt.NDArray[np.void]) -> npt.NDArray[np.bool_]:
    return np.asarray(rows["half_width_m"] > TROUGH_HALF_M)


def _edges(rows: npt.NDArray[np.void]) -> tuple[F64, F64, F64]:
    """Ends and half widths: a narrow stroke itself, of a wide one the left edge, then the right."""
    a, b = rows["a"].astype(np.float64), rows["b"].astype(np.float64)
    half = rows["half_width_m"].astype(np.float64)
    wide = _wide(rows)
    ahead = (b - a) / np.maximum(np.hypot(*(b - a).T), 1e-9)[:, None]
    left = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1)
    aside = left * np.where(wide, half - RIM_HALF_M, 0.0)[:, None]
    widths = np.concatenate([np.where(wide, RIM_HALF_M, half), np.full(wide.sum(), RIM_HALF_M)])
    return (
        np.concatenate([a + aside, (a - aside)[wide]]),
        np.concatenate([b + aside, (b - aside)[wide]]),
        widths,
    )


def _cut(a: F64, b: F64, reach_m: float) -> tuple[F64, F64, npt.NDArray[np.int64]]:
    """Pieces of `PIECE_M` at most that lie within a reach of the middle, and whose they are."""
    length = np.hypot(*(b - a).T)
    count = np.maximum(np.ceil(length / PIECE_M), 1.0).astype(np.int64)
    source = np.repeat(np.arange(len(a)), count)
    number = np.arange(len(source)) - np.repeat(np.cumsum(count) - count, count)
    step = (b - a)[source] / count[source][:, None]
    start = a[source] + step * number[:, None]
    middle = start + 0.5 * step
    kept = (np.abs(middle) <= reach_m).all(axis=1) & (length[source] > 0.0)
    return start[kept], (start + step)[kept], source[kept]
