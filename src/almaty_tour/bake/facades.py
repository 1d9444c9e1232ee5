"""Textures of house walls: two bays by two storeys a tile, each window a little other.

A tile is 6 m; a bay and a storey are half of it, with the window where the far houses of the
renderer have theirs (0.24-0.76 across, 0.29-0.77 up). Models stretch their layout so that bays
and storeys fit whole numbers of cells.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.bake.tile_noise import SIDE, axes, cloudy, ramp, speckle

F32 = npt.NDArray[np.float32]
Painted = tuple[npt.NDArray[np.floating], npt.NDArray[np.floating]]
Rect = tuple[float, float, float, float]  # left, low, right, high in a cell

PANE: Final[Rect] = (0.24, 0.29, 0.76, 0.77)
GLASS: Final = (0.050, 0.062, 0.075)
CURTAINS: Final = (0.0, 0.55, 0.25, 0.0)
FRAME: Final = 1.15


@dataclass
class Wall:
    """A tile in the making: light (256, 256, 3) and height (256, 256)."""

    light: F32
    height: F32

    def fill(self, rect: Rect, tone: float | tuple[float, float, float], height: float) -> None:
        """A flat piece in every cell."""
        inside = _inside(rect)
        self.light[inside] = tone
        self.height[inside] = height

    def shade(self, rect: Rect, factor: float) -> None:
        """A piece made darker or lighter in every cell."""
        self.light[_inside(rect)] *= factor


def panel() -> Painted:
    """Concrete panels a bay wide with sealed joints."""
    u, up = _cells()
    wall = _wall(0.12, 0.07, 301)
    joint = np.maximum(_edge(u, 0.012), _edge(up, 0.012))
    wall.light *= (1.0 - 0.38 * joint)[..., None]
    wall.height -= 0.35 * joint
    _stains(wall, 0.14)
    _window(wall, PANE, mullions=(0.36,), sill=True)
    return wall.light, wall.height


def brick() -> Painted:
    """Rows of bricks, a light lintel and sill at every window."""
    u, up = _cells()
    row = np.floor(up * 40.0)
    course = _edge(np.mod(up * 40.0, 1.0), 0.16)
    upright = _edge(np.mod(u * 12.0 + 0.5 * np.mod(row, 2.0), 1.0), 0.06)
    wall = _wall(0.16, 0.16, 311)
    joint = np.maximum(course, upright)
    wall.light *= (1.0 - 0.22 * joint)[..., None]
    wall.height -= 0.25 * joint
    left, _, right, high = PANE
    wall.fill((left - 0.06, high, right + 0.06, high + 0.06), 1.22, 0.85)
    wall.shade((0.0, 0.0, 1.0, 0.035), 1.2)
    _stains(wall, 0.08)
    _window(wall, PANE, mullions=(0.36,), sill=True)
    return wall.light, wall.height


def plaster() -> Painted:
    """Plastered walls of the fifties: white surrounds, a hood over the window, a string course."""
    wall = _wall(0.10, 0.05, 321)
    left, low, right, high = 0.26, 0.24, 0.74, 0.79
    wall.fill((left - 0.055, low - 0.03, right + 0.055, high + 0.05), 1.42, 0.85)
    wall.fill((left - 0.09, high + 0.05, right + 0.09, high + 0.085), 1.48, 1.0)
    wall.shade((left - 0.08, high + 0.035, right + 0.08, high + 0.05), 0.6)
    wall.fill((0.0, 0.0, 1.0, 0.025), 1.36, 0.9)
    wall.shade((0.0, 0.965, 1.0, 1.0), 0.84)
    _stains(wall, 0.06)
    _window(wall, (left, low, right, high), mullions=(0.5,), sill=True)
    return wall.light, wall.height


def glass() -> Painted:
    """Bands of tinted glass between slab edges."""
    wall = _wall(0.05, 0.03, 331)
    wall.light *= np.float32(0.55)
    wall.fill((0.03, 0.20, 0.97, 0.96), (0.120, 0.142, 0.160), 0.4)
    _, up = _cells()
    sky = np.clip((up - 0.2) / 0.76, 0.0, 1.0)[..., None] * np.array([0.05, 0.068, 0.084])
    inside = _inside((0.03, 0.20, 0.97, 0.96))
    wall.light[inside] += np.broadcast_to(sky, wall.light.shape)[inside]
    for at in (0.03, 0.49, 0.95):
        wall.fill((at, 0.20, at + 0.02, 0.96), 0.30, 0.8)
    wall.fill((0.03, 0.46, 0.97, 0.475), 0.28, 0.7)
    wall.shade((0.0, 0.17, 1.0, 0.20), 0.55)
    _curtains(wall, (0.05, 0.22, 0.47, 0.94))
    return wall.light, wall.height


def loggia() -> Painted:
    """A stack of balconies: a parapet, above it a frame of glass or a dark hollow."""
    wall = _wall(0.08, 0.05, 341)
    wall.fill((0.03, 0.38, 0.97, 0.94), GLASS, 0.2)
    _curtains(wall, (0.05, 0.40, 0.95, 0.92))
    glazed = _chosen((True, False, True, True))
    for at in (0.03, 0.27, 0.5, 0.73, 0.95):
        post = _inside((at - 0.005, 0.38, at + 0.025, 0.94)) & glazed
        wall.light[post], wall.height[post] = 1.2, 0.6
    bar = _inside((0.03, 0.74, 0.97, 0.76)) & glazed
    wall.light[bar] = 1.1
    wall.fill((0.0, 0.35, 1.0, 0.385), 1.25, 1.0)
    wall.shade((0.0, 0.92, 1.0, 0.945), 0.5)
    wall.fill((0.0, 0.945, 1.0, 1.0), 0.9, 0.9)
    u, _ = _cells()
    rib = _inside((0.03, 0.05, 0.97, 0.34)) & (np.mod(u * 8.0, 1.0) < 0.12)
    wall.light[rib] *= 0.82
    _stains(wall, 0.12)
    return wall.light, wall.height


def _window(wall: Wall, rect: Rect, *, mullions: tuple[float, ...], sill: bool) -> None:
    left, low, right, high = rect
    wall.fill((left - 0.02, low - 0.015, right + 0.02, high + 0.015), 0.45, 0.35)
    wall.fill(rect, FRAME, 0.45)
    panes = _panes(rect, mullions)
    for pane in panes:
        wall.fill(pane, GLASS, 0.15)
        _curtains(wall, pane)
    for pane in panes:
        wall.shade((pane[0], pane[3] - 0.07, pane[2], pane[3]), 0.35)
    wall.shade((left, high - 0.03, right, high + 0.015), 0.55)
    if sill:
        wall.fill((left - 0.035, low - 0.035, right + 0.035, low - 0.005), 1.1, 1.0)
        wall.shade((left - 0.03, low - 0.065, right + 0.03, low - 0.035), 0.68)


def _panes(rect: Rect, mullions: tuple[float, ...]) -> list[Rect]:
    """The glass between the frame and its mullions; a small pane tops the first sash."""
    left, low, right, high = rect
    ends = [0.0, *mullions, 1.0]
    sashes = []
    for first, last in pairwise(ends):
        a, b = left + (right - left) * first + 0.02, left + (right - left) * last - 0.02
        sashes.append((a, low + 0.03, b, high - 0.03))
    a, bottom, b, top = sashes[0]
    middle = bottom + 0.68 * (top - bottom)
    return [(a, bottom, b, middle - 0.012), (a, middle + 0.012, b, top), *sashes[1:]]


def _curtains(wall: Wall, pane: Rect) -> None:
    """Light cloth behind some panes, other in each cell; a touch of sky on all glass."""
    inside = _inside(pane)
    u, up = _cells()
    share = np.clip((up - pane[1]) / (pane[3] - pane[1]), 0.0, 1.0)
    folds = 0.8 + 0.2 * np.cos(u * 90.0)
    cloth = np.select([_chosen(_only(i)) for i in range(4)], CURTAINS, 0.0) * folds
    shown = inside & (share > 0.12)
    wall.light[shown] += (cloth[shown] * 0.42)[:, None] * np.array([1.0, 0.95, 0.86])
    wall.light[inside] += (share[inside] * 0.05)[:, None] * np.array([0.7, 0.9, 1.1])


def _only(cell: int) -> tuple[bool, bool, bool, bool]:
    return cell == 0, cell == 1, cell == 2, cell == 3


def _chosen(cells: tuple[bool, bool, bool, bool]) -> npt.NDArray[np.bool_]:
    """A mask of the chosen cells of the tile, two by two."""
    half = SIDE // 2
    table = np.array(cells).reshape(2, 2)
    return np.asarray(np.kron(table, np.ones((half, half), bool)), bool)


def _wall(body: float, grain: float, seed: int) -> Wall:
    clouds, specks = cloudy(4, 5, seed), speckle(seed + 9) - 0.5
    light = 1.0 + body * (clouds - 0.5) + grain * specks
    return Wall(
        np.repeat(light[..., None], 3, axis=2).astype(np.float32),
        (0.7 + 0.1 * specks).astype(np.float32),
    )


def _stains(wall: Wall, depth: float) -> None:
    """Rain streaks that run down, mostly under the sills."""
    u, up = _cells()
    streak = ramp(cloudy(24, 3, 351), 0.45, 0.9) * np.clip(1.0 - up * 2.4, 0.0, 1.0)
    wide = np.clip(1.0 - np.abs(u - 0.5) * 2.2, 0.0, 1.0)
    wall.light *= (1.0 - depth * streak - 0.5 * depth * wide * np.clip(1.0 - up * 3.4, 0, 1))[
        ..., None
    ].astype(np.float32)


def _cells() -> tuple[F32, F32]:
    """Place in the cell: to the right, and up; (256, 256) each."""
    u, v = axes()
    shape = (SIDE, SIDE)
    across = np.broadcast_to(np.mod(u * 2.0, 1.0), shape)
    upwards = np.broadcast_to(np.mod((1.0 - v) * 2.0, 1.0), shape)
    return np.asarray(across, np.float32), np.asarray(upwards, np.float32)


def _edge(place: npt.NDArray[np.floating], width: float) -> F32:
    """1 within `width` of the border of a cell."""
    return np.asarray(np.minimum(place, 1.0 - place) < width, np.float32)


def _inside(rect: Rect) -> npt.NDArray[np.bool_]:
    u, up = _cells()
    left, low, right, high = rect
    return np.asarray((u >= left) & (u < right) & (up >= low) & (up < high))


FACADES: Final[dict[str, Callable[[], Painted]]] = {
    "facade_panel": panel,
    "facade_brick": brick,
    "facade_plaster": plaster,
    "facade_glass": glass,
    "facade_loggia": loggia,
}
