"""Ways on foot through a space with walls: a grid of where a body fits, and lines through it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.scene.collision import Obstacles, PrismTable

F64 = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

CELL_M: Final = 0.4
BODY_M: Final = 0.42
CHEST_M: Final = 1.2
FAR: Final = 1 << 30
NEIGHBOURS: Final = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1))


@dataclass(frozen=True)
class Ways:
    """Where a body fits.

    Attributes:
        free: (columns, rows) cells of `CELL_M` from `low_m`, the corner with least x and y.
    """

    free: Bools
    low_m: tuple[float, float]

    def between(self, start: tuple[float, float], goal: tuple[float, float]) -> F64:
        """(n, 2) corners of a way, start and goal included; straight where there is none."""
        straight = np.array([start, goal], np.float64)
        if self._clear(straight[0], straight[1]):
            return straight
        begin, end = self._cell(start), self._cell(goal)
        if begin is None or end is None:
            return straight
        steps = self._steps_to(end)
        if steps[begin] >= FAR:
            return straight
        cells = [begin]
        while cells[-1] != end:
            cells.append(self._next(steps, cells[-1]))
        middles = (np.array(cells[1:-1], np.float64).reshape(-1, 2) + 0.5) * CELL_M + self.low_m
        return self._pulled(np.concatenate([straight[:1], middles, straight[1:]]))

    def _cell(self, point: tuple[float, float]) -> tuple[int, int] | None:
        """The free cell nearest to a point, None outside of the grid."""
        at = np.floor((np.array(point) - self.low_m) / CELL_M)
        cells = np.argwhere(self.free)
        if not len(cells):
            return None
        column, row = cells[np.square(cells - at).sum(axis=1).argmin()].tolist()
        return column, row

    def _steps_to(self, end: tuple[int, int]) -> npt.NDArray[np.int64]:
        """How many steps each cell is from the end: a wave that spreads over the free ones."""
        steps = np.full(self.free.shape, FAR, np.int64)
        wave = np.zeros(self.free.shape, bool)
        wave[end] = True
        count = 0
        while wave.any():
            steps[wave] = count
            grown = wave.copy()
            grown[1:] |= wave[:-1]
            grown[:-1] |= wave[1:]
            grown[:, 1:] |= wave[:, :-1]
            grown[:, :-1] |= wave[:, 1:]
            wave = grown & self.free & (steps == FAR)
            count += 1
        return steps

    def _next(self, steps: npt.NDArray[np.int64], cell: tuple[int, int]) -> tuple[int, int]:
        columns, rows = steps.shape
        best, least = cell, int(steps[cell])
        for right, up in NEIGHBOURS:
            there = cell[0] + right, cell[1] + up
            if 0 <= there[0] < columns and 0 <= there[1] < rows and steps[there] < least:
                best, least = there, int(steps[there])
        return best

    def _pulled(self, line: F64) -> F64:
        """The line without the corners that one can walk past."""
        kept = [0]
        while kept[-1] < len(line) - 1:
            far = len(line) - 1
            while far > kept[-1] + 1 and not self._clear(line[kept[-1]], line[far]):
                far -= 1
            kept.append(far)
        return line[kept]

    def _clear(self, a: F64, b: F64) -> bool:
        """Whether one can walk straight from a to b."""
        count = max(2, int(np.hypot(*(b - a)) / (0.5 * CELL_M)))
        points = a + np.linspace(0.0, 1.0, count)[:, None] * (b - a)
        cells = np.floor((points - self.low_m) / CELL_M).astype(np.int64)
        inside = ((cells >= 0) & (cells < self.free.shape)).all(axis=1)
        return bool(inside.all() and self.free[cells[1:-1, 0], cells[1:-1, 1]].all())


def ways_of(met: Obstacles, level_m: float) -> Ways:
    """The ways on the floor at `level_m` of a space."""
    solids = met.solids
    if not len(solids.low):
        return Ways(np.ones((0, 0), bool), (0.0, 0.0))
    low = solids.low[:, :2].min(axis=0).astype(np.float64)
    high = solids.high[:, :2].max(axis=0).astype(np.float64)
    free = np.ones(np.ceil((high - low) / CELL_M).astype(int), bool)
    chest = level_m + CHEST_M
    for row in np.flatnonzero((solids.low[:, 2] < chest) & (solids.high[:, 2] > chest)):
        _block(free, low, solids, int(row))
    return Ways(free, (float(low[0]), float(low[1])))


def _block(free: Bools, low: F64, solids: PrismTable, row: int) -> None:
    """Takes the cells in which a body would touch a prism."""
    begin = np.floor((solids.low[row, :2] - BODY_M - low) / CELL_M).astype(int)
    end = np.ceil((solids.high[row, :2] + BODY_M - low) / CELL_M).astype(int)
    begin, end = np.maximum(begin, 0), np.minimum(end, free.shape)
    x, y = np.meshgrid(np.arange(begin[0], end[0]), np.arange(begin[1], end[1]), indexing="ij")
    if not x.size:
        return
    points = (np.column_stack([x.ravel(), y.ravel()]) + 0.5) * CELL_M + low
    edges = solids.edges[solids.starts[row] : solids.starts[row + 1]].astype(np.float64)
    hit = _touches(points, edges)
    free[x.ravel()[hit], y.ravel()[hit]] = False


def _touches(points: F64, edges: F64) -> Bools:
    """(n,) whether points are within an outline of (e, 4) edges or `BODY_M` of it."""
    a, b = edges[None, :, :2], edges[None, :, 2:]
    along, to = b - a, points[:, None] - a
    share = (to * along).sum(axis=2) / np.maximum((along**2).sum(axis=2), 1e-12)
    foot = to - np.clip(share, 0.0, 1.0)[..., None] * along
    near = (np.square(foot).sum(axis=2) < BODY_M**2).any(axis=1)
    y0, y1, y = edges[None, :, 1], edges[None, :, 3], points[:, 1:2]
    crosses = (y0 > y) != (y1 > y)
    rise = np.where(y1 == y0, 1.0, y1 - y0)
    at = edges[None, :, 0] + (y - y0) * (edges[None, :, 2] - edges[None, :, 0]) / rise
    inside = (crosses & (at > points[:, :1])).sum(axis=1) % 2 == 1
    return np.asarray(near | inside)
