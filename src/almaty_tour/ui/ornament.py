"""Qoshqar-muiiz, the ram's horn of Kazakh ornament, as lines: used rarely and thinly."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt
from slimgui import imgui

Lines = tuple[npt.NDArray[np.float32], ...]


@lru_cache(maxsize=4)
def horn_lines(curl_points: int = 40) -> Lines:
    """Polylines (n, 2) f4 of one motif in a box 2 wide and 1 high, foot at (0, 0), y up."""
    turn = np.linspace(0.0, 1.0, curl_points)
    angle = np.pi * (1.0 - 2.35 * turn)
    radius = 0.34 * (1.0 - turn) ** 0.8 + 0.035
    curl = np.stack([0.50 + radius * np.cos(angle), 0.52 + radius * np.sin(angle)], axis=1)
    rise = np.linspace(0.0, 1.0, max(curl_points // 3, 5))[:-1, None]
    foot, knee, start = np.array([0.03, 0.0]), np.array([0.10, 0.22]), curl[0]
    stem = (1 - rise) ** 2 * foot + 2 * rise * (1 - rise) * knee + rise**2 * start
    right = np.concatenate([stem, curl])
    left = right * (-1.0, 1.0)
    return tuple(np.ascontiguousarray(one, np.float32) for one in (right, left))


@lru_cache(maxsize=1)
def bud_lines() -> Lines:
    """A closed lozenge between two motifs, in a box 0.3 wide and 0.5 high, y up."""
    points = [(0.0, 0.25), (0.12, 0.5), (0.0, 0.75), (-0.12, 0.5), (0.0, 0.25)]
    return (np.array(points, np.float32),)


def draw_lines(
    draw: imgui.DrawList,
    lines: Lines,
    at: tuple[float, float],
    size_pt: float,
    colour: int,
    width_pt: float,
    flip: bool = False,
) -> None:
    """Draws a motif `size_pt` high with its foot at a point of the picture."""
    scale = np.array([size_pt, size_pt if flip else -size_pt], np.float32)
    for line in lines:
        draw.add_polyline(
            line * scale + np.array(at, np.float32), colour, imgui.DrawFlags.NONE, width_pt
        )


def column(
    draw: imgui.DrawList, middle: float, top: float, height: float, size_pt: float, colour: int
) -> None:
    """A frieze downwards: horns back to back with lozenges between, filling a height."""
    count = max(int(height // (size_pt * 2.5)), 1)
    step = height / count
    thick = max(size_pt * 0.06, 1.0)
    half, high = size_pt * 0.5, size_pt * 0.55
    small = horn_lines(18)
    for i in range(count):
        y = top + (i + 0.5) * step
        draw_lines(draw, small, (middle, y - half * 0.1), high, colour, thick)
        draw_lines(draw, small, (middle, y + half * 0.1), high, colour, thick, flip=True)
        low = y + step * 0.5 + half
        draw_lines(draw, bud_lines(), (middle, low), size_pt, colour, thick)


def divider(
    draw: imgui.DrawList, left: float, right: float, y: float, size_pt: float, colour: int
) -> None:
    """A thin rule with one horn in its middle."""
    middle = (left + right) / 2
    draw.add_line((left, y), (middle - size_pt * 1.15, y), colour, 1.0)
    draw.add_line((middle + size_pt * 1.15, y), (right, y), colour, 1.0)
    thick = max(size_pt * 0.07, 1.0)
    draw_lines(draw, horn_lines(), (middle, y + size_pt * 0.5), size_pt, colour, thick)
