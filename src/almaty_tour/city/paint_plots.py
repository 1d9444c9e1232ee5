"""Plots of private houses from above: each its own ground, rows of beds, a paved yard, a drive."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction
from almaty_tour.city.land import CENTRE
from almaty_tour.city.paint_layers import Layer
from almaty_tour.city.paint_rows import PAVED, Colour, Ink, Pen, Sheet
from almaty_tour.city.plots import Plots, seeds
from almaty_tour.scene.paint import End

F64 = npt.NDArray[np.float64]
U32 = npt.NDArray[np.uint32]
DETAIL_M, FAR_M = 5_900.0, 7_300.0
"""From the middle of the city: how far plots have all their paint, and how far any."""
GROUNDS: tuple[Colour, ...] = (
    (82, 98, 54), (100, 106, 64), (120, 112, 78), (112, 94, 70), (92, 78, 60), (134, 122, 96),
    (74, 92, 50), (110, 102, 72),
)  # fmt: skip
BEDS: tuple[Colour, ...] = ((70, 84, 46), (86, 72, 54), (98, 106, 58), (62, 74, 42))
YARDS = (Ink((150, 146, 138), PAVED), Ink((132, 128, 121), PAVED), Ink((136, 122, 98), 60))
INSET_M, ROW_M, LONGEST_M = 0.25, (0.75, 0.6), 12.0
DRIVE_M, OVER_M = 2.7, 1.4


def near(plots: Plots, reach_m: float = DETAIL_M) -> Plots:
    """The plots within so much of the middle of the city."""
    return plots.where(np.hypot(*(plots.front - CENTRE).T) < reach_m)


def tone(plots: Plots) -> npt.NDArray[np.intp]:
    """(n,) which of `GROUNDS` a plot has."""
    return np.asarray((fraction(seeds(plots, 71), 1) * len(GROUNDS)).astype(np.intp))


def paint_plots(sheet: Sheet, plots: Plots) -> None:
    """Grounds of all plots that are near enough to be visited, more of the nearest."""
    _grounds(sheet, near(plots, FAR_M))
    detailed = near(plots)
    _beds(sheet, detailed)
    _yards(sheet, detailed.where(detailed.built))


def _grounds(sheet: Sheet, plots: Plots) -> None:
    for number, colour in enumerate(GROUNDS):
        mine = plots.where(tone(plots) == number)
        half = mine.width_m / 2 - INSET_M
        _boxes(sheet, Layer.PLOT, mine, (-half, half), (INSET_M, mine.depth_m - INSET_M),
               Ink(colour))  # fmt: skip


def _beds(sheet: Sheet, plots: Plots) -> None:
    """Rows of vegetables over most of what lies behind the house."""
    low = plots.house[:, 3] + 3.0
    high = np.minimum(plots.depth_m - 4.2, low + LONGEST_M)
    keys = seeds(plots, 73)
    kept = (high - low > 3.0) & (fraction(keys, 1) < 0.82)
    plots, low, high, keys = plots.where(kept), low[kept], high[kept], keys[kept]
    half = plots.width_m / 2 - 1.6
    left = np.where(keys & 4, -half, -half * 0.2)
    right = np.where(keys & 8, half, half * 0.2)
    for number, colour in enumerate(BEDS):
        mine = np.flatnonzero((keys >> 5) % len(BEDS) == number)
        rows = plots.where(mine)
        middle = (low + high)[mine] / 2
        a, b = rows.world(left[mine], middle), rows.world(right[mine], middle)
        _strokes(sheet, Layer.BED, (a, b), (high - low)[mine], Ink(colour), ROW_M)


def _yards(sheet: Sheet, plots: Plots) -> None:
    """Paving round the house as far as the gate's side, and the drive to the street."""
    sort = (fraction(seeds(plots, 75), 1) * len(YARDS)).astype(np.intp)
    for number, ink in enumerate(YARDS):
        mine = plots.where(sort == number)
        house, gate = mine.house, mine.gate_m
        left = np.minimum(house[:, 0] - 0.9, gate - DRIVE_M / 2)
        right = np.maximum(house[:, 2] + 0.9, gate + DRIVE_M / 2)
        half = mine.width_m / 2 - INSET_M
        span = np.maximum(left, -half), np.minimum(right, half)
        _boxes(sheet, Layer.YARD, mine, span, (house[:, 1] - 0.9, house[:, 3] + 1.2), ink)
        _boxes(sheet, Layer.YARD, mine, (gate - DRIVE_M / 2, gate + DRIVE_M / 2),
               (-OVER_M + 0.0 * gate, house[:, 1]), ink)  # fmt: skip


def _boxes(
    sheet: Sheet, layer: Layer, plots: Plots, x: tuple[F64, F64], y: tuple[npt.ArrayLike, F64],
    ink: Ink,
) -> None:  # fmt: skip
    """Rectangles of the plots' own frames, one stroke each."""
    middle = (x[0] + x[1]) / 2
    ends = plots.world(middle, np.broadcast_to(y[0], middle.shape)), plots.world(middle, y[1])
    _strokes(sheet, layer, ends, x[1] - x[0], ink)


def _strokes(
    sheet: Sheet, layer: Layer, ends: tuple[F64, F64], width_m: F64, ink: Ink,
    dash_m: tuple[float, float] = (0.0, 0.0),
) -> None:  # fmt: skip
    pen = Pen(ink, 1.0, End.BUTT, *dash_m)
    sheet.segments(layer, *ends, pen, width_m=width_m)
