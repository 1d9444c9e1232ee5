"""Which tiles of the ground lie wholly behind mountains, so that nobody need draw them.

Half of the triangles of the ground lie behind the front range: the next range, the lake, the
steppe beyond. From the middle of the cell of space that an eye is in, rays tell how high the land
surely stands until how far; a block of land whose highest point is lower is hidden. All bounds err
towards showing: what is drawn is coarser than the land, so heights in front are least ones of
wide surroundings, heights behind are greatest ones.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.geo.frame import curvature_drop_m
from almaty_tour.geo.grid import F32, F64
from almaty_tour.geo.near_tiles import NearTiles
from almaty_tour.geo.terrain import Terrain
from almaty_tour.geo.terrain_tiles import I32

Bools = npt.NDArray[np.bool_]
Place = tuple[float, float, float]

BLOCK: Final = 16
"""Squares of the outer lattice along a block, which is as large as a tile of level 6."""
BLOCK_LEVEL: Final = 6
RAYS: Final = 256
NEAREST_M, FARTHEST_M, STEPS = 4_000.0, 60_000.0, 56
AROUND: Final = 2
"""Squares to each side whose least height counts in front: a drawn square of level 8 has two."""
BEYOND: Final = 4
"""Squares to each side whose greatest height counts behind: a drawn square of level 9 has four."""
STEP_M, RISE_M = 128.0, 16.0  # an eye has the same blocks hidden all through a cell so large
MARGIN: Final = 0.004  # of a slope; three pixels of a picture of 720 lines
DEEP_M: Final = 5_000.0  # the curve of the Earth lowers what is far by no more


@dataclass(frozen=True)
class Ridges:
    """What stands before what, for the outer lattice of a terrain."""

    terrain: Terrain

    def hidden(self, place: Place) -> Bools:
        """(rows, columns) which blocks no eye in the cell of space round a place can see.

        About 1.5 ms.
        """
        low, high = (one - np.asarray(place[:2])[:, None] for one in self._corners)
        reach = math.hypot(STEP_M, STEP_M) / 2.0
        nearest = np.maximum(np.maximum(low, -high), 0.0)
        away = np.hypot(nearest[0], nearest[1]) - reach
        far = np.flatnonzero(away > NEAREST_M)
        away = away[far]
        rise = self._tops.take(far) - curvature_drop_m(away) - (place[2] - RISE_M / 2.0)
        first, count = _turns(low[:, far], high[:, far])
        step = np.searchsorted(_away_m(), away, "right") - 1
        begin = np.cumsum(count) - count
        ray = np.arange(count.sum()) - np.repeat(begin - first, count)
        line = self._line(place, reach)[ray % RAYS, np.repeat(step, count)]
        behind = np.zeros(self._tops.shape, bool)
        behind.flat[far] = rise / away + MARGIN < np.minimum.reduceat(line, begin)
        return behind

    def in_view(self, planes: npt.NDArray[np.floating]) -> Bools:
        """(rows, columns) which blocks touch a frustum, whose (k, 4) planes look inwards."""
        middle, half = self._boxes
        inside = planes[:, :3] @ middle
        inside += np.abs(planes[:, :3]) @ half
        inside += planes[:, 3:]
        return np.asarray(np.minimum.reduce(inside, axis=0) >= 0.0).reshape(self._tops.shape)

    def _line(self, place: Place, reach_m: float) -> F64:
        """(RAYS, STEPS) the slope up to the highest land until each step."""
        outer, away = self.terrain.outer, _away_m()
        east, north, sunk = _ways()
        column = (east + (place[0] - outer.west_m)) / outer.cell_m
        row = (north + (place[1] - outer.south_m)) / outer.cell_m
        rows, columns = self._least.shape
        ground = self._least[
            np.clip(row, 0, rows - 1).astype(np.intp),
            np.clip(column, 0, columns - 1).astype(np.intp),
        ]
        slope = (ground - (sunk + place[2] + RISE_M / 2.0)) / away
        slope -= np.abs(slope) * (reach_m / away)
        return np.asarray(np.maximum.accumulate(slope, axis=1))

    @cached_property
    def _least(self) -> F32:
        """(rows - 1, columns - 1) f4 least height of each square and of those around."""
        return _spread(self._extremes[0], AROUND, np.minimum)

    @cached_property
    def _tops(self) -> F32:
        """(rows, columns) f4 greatest height of each block, and a little beyond it."""
        high = _spread(self._extremes[1], BEYOND, np.maximum)
        rows, columns = (side // BLOCK for side in high.shape)
        return np.asarray(high.reshape(rows, BLOCK, columns, BLOCK).max(axis=(1, 3)))

    @cached_property
    def _extremes(self) -> tuple[F32, F32]:
        """Least and greatest height of each square, by the finest heights that there are."""
        terrain = self.terrain
        inner, outer = terrain.inner, terrain.outer
        fine = round(outer.cell_m / inner.cell_m)
        row = round((inner.south_m - outer.south_m) / outer.cell_m)
        column = round((inner.west_m - outer.west_m) / outer.cell_m)
        found = []
        for of in (np.minimum, np.maximum):
            whole = _squares(terrain.outer_heights, 1, of)
            part = _squares(terrain.heights, fine, of)
            place = whole[row : row + part.shape[0], column : column + part.shape[1]]
            of(place, part[: place.shape[0], : place.shape[1]], out=place)
            found.append(whole)
        return found[0], found[1]

    @cached_property
    def _corners(self) -> tuple[F64, F64]:
        """(2, n) f8 south-western and north-eastern corners of the blocks."""
        outer = self.terrain.outer
        wide = BLOCK * outer.cell_m
        row, column = np.indices(self._tops.shape).reshape(2, -1)
        low = np.stack([outer.west_m + column * wide, outer.south_m + row * wide])
        return low, low + wide

    @cached_property
    def _boxes(self) -> tuple[F64, F64]:
        """(3, n) f8 middles and half sizes of the blocks, far down for what the Earth sinks."""
        tops = self._tops.reshape(1, -1).astype(np.float64)
        low = np.concatenate([self._corners[0], np.full_like(tops, -DEEP_M)])
        high = np.concatenate([self._corners[1], tops])
        return (low + high) / 2.0, (high - low) / 2.0


class TilesInSight:
    """Chooses what `NearTiles.select` chooses, but for tiles that lie wholly behind mountains.

    The choice is made before, so no other tile becomes finer: pictures stay the same.
    """

    def __init__(self, tiles: NearTiles, terrain: Terrain) -> None:
        self._tiles, self._ridges = tiles, Ridges(terrain)
        self._keys = tiles.tree.keys
        sides = terrain.outer.rows - 1, terrain.outer.columns - 1
        self._fits = all(side % BLOCK == 0 for side in sides)
        self._hidden: tuple[Place | None, Bools] = (None, np.zeros((1, 1), bool))

    def select(
        self,
        camera: npt.ArrayLike,
        planes: npt.ArrayLike | None,
        fov_rad: float,
        height_px: int,
        error_px: float = 2.0,
        most_tiles: int | None = None,
    ) -> I32:
        """Numbers of the tiles to draw, near ones first, as `TileTree.select` tells."""
        chosen = self._tiles.select(camera, planes, fov_rad, height_px, error_px, most_tiles)
        wide = np.flatnonzero(self._keys[chosen, 0] >= BLOCK_LEVEL)
        if planes is None or not self._fits or not len(wide):
            return chosen
        place = settled(np.asarray(camera, np.float64))
        if self._hidden[0] != place:
            self._hidden = place, self._ridges.hidden(place)
        seen = self._ridges.in_view(np.asarray(planes, np.float64)) & ~self._hidden[1]
        kept = np.ones(len(chosen), bool)
        kept[wide] = any_within(seen, self._keys[chosen[wide]])
        return chosen[kept]


def settled(eye: F64) -> Place:
    """The middle of the cell of space that an eye is in."""
    east, north = (math.floor(at / STEP_M) * STEP_M + STEP_M / 2.0 for at in eye[:2].tolist())
    return east, north, math.floor(float(eye[2]) / RISE_M) * RISE_M + RISE_M / 2.0


def any_within(seen: Bools, keys: I32) -> Bools:
    """(n,) whether a tile, of `BLOCK_LEVEL` or wider, has a block that is seen."""
    sums = np.zeros((seen.shape[0] + 1, seen.shape[1] + 1), np.int64)
    sums[1:, 1:] = seen.cumsum(axis=0).cumsum(axis=1)
    size = 1 << (keys[:, 0] - BLOCK_LEVEL)
    west, south = keys[:, 1] * size, keys[:, 2] * size
    east, north = np.minimum(west + size, seen.shape[1]), np.minimum(south + size, seen.shape[0])
    count = sums[north, east] - sums[south, east] - sums[north, west] + sums[south, west]
    return np.asarray(count > 0)


@lru_cache(maxsize=1)
def _away_m() -> F64:
    """(STEPS,) metres along a ray."""
    return np.geomspace(NEAREST_M, FARTHEST_M, STEPS)


@lru_cache(maxsize=1)
def _ways() -> tuple[F64, F64, F64]:
    """(RAYS, STEPS) metres east and north, and (STEPS,) how far the Earth has sunk there."""
    away, turn = _away_m(), math.tau * (np.arange(RAYS) + 0.5)[:, None] / RAYS
    return np.sin(turn) * away, np.cos(turn) * away, np.asarray(curvature_drop_m(away))


def _turns(low: F64, high: F64) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """(n,) the first ray that meets each box seen from the origin, and how many do.

    One more to each side: the eye may stand aside.
    """
    east = np.stack([low[0], low[0], high[0], high[0]])
    north = np.stack([low[1], high[1], low[1], high[1]])
    middle = np.arctan2(low[0] + high[0], low[1] + high[1])
    off = (np.arctan2(east, north) - middle + math.pi) % math.tau - math.pi
    first = np.floor((middle + off.min(axis=0)) * (RAYS / math.tau) - 0.5).astype(np.intp) - 1
    last = np.ceil((middle + off.max(axis=0)) * (RAYS / math.tau) - 0.5).astype(np.intp) + 1
    return first, last - first + 1


def _squares(heights: F32, side: int, of: np.ufunc) -> F32:
    """(rows, columns) f4 extremes of all nodes of squares of so many cells, their rims included."""
    rows, columns = ((count - 1) // side for count in heights.shape)
    inside = heights[: rows * side, :].reshape(rows, side, -1)
    along = of(of.reduce(inside, axis=1), heights[side : rows * side + 1 : side])
    within = along[:, : columns * side].reshape(rows, columns, side)
    return np.array(of(of.reduce(within, axis=2), along[:, side : columns * side + 1 : side]))


def _spread(values: F32, reach: int, of: np.ufunc) -> F32:
    """(rows, columns) f4 extremes over each place and so many to each side, edges held."""
    for axis in (0, 1):
        wide = np.pad(values, [(reach, reach) if one == axis else (0, 0) for one in (0, 1)], "edge")
        parts = np.lib.stride_tricks.sliding_window_view(wide, 2 * reach + 1, axis=axis)
        values = of.reduce(parts, axis=2)
    return np.asarray(values)
