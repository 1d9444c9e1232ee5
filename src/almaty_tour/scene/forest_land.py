"""Where in the mountains a tree stands, and which: by class, height, shade and slope."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction, mix
from almaty_tour.geo.terrain import Surface, Terrain
from almaty_tour.scene.forest_taken import Taken

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
U32 = npt.NDArray[np.uint32]

KINDS: Final = ("tree.spruce", "tree.birch", "tree.apple", "tree.elm")
SPRUCE: Final = 0
RAGGED_M: Final = 26.0
"""How far a tree may look for its ground, so that the wood's edge is no stair of squares."""
STEEPEST: Final = 1.0
STEP_M: Final = 15.0
_LEAFY: Final = np.array([0.45, 0.72])
"""Shares of birch, apple and aspen (a slender elm), added up."""
_OTHER: Final = np.uint32(0x9E3779B9)
_VALUES: Final = fraction(np.arange(256 * 256), 11)


@dataclass(frozen=True)
class Planted:
    """Trees on their ground, n of them.

    Attributes:
        chosen: (n,) i8 which of the places asked for.
        kind: (n,) u1 number in `KINDS`. z_m: (n,) f8. scale: (n, 2) f4 across and up.
    """

    chosen: npt.NDArray[np.int64]
    kind: npt.NDArray[np.uint8]
    z_m: F64
    scale: F32


@dataclass(frozen=True)
class ForestLand:
    """The ground as the forest sees it."""

    terrain: Terrain
    taken: Taken

    def ready(self) -> ForestLand:
        """The same with its tables made: a while, so whoever reads it in a thread asks for it."""
        self._sums  # noqa: B018 - made and kept
        self.taken.settle()
        return self

    def may_grow(self, low_m: F64, high_m: F64) -> npt.NDArray[np.bool_]:
        """(n,) whether there is forest in (n, 2) to (n, 2) rectangles, by sums over the lattice."""
        inner = self.terrain.inner
        row0, column0 = inner.nearest(*(low_m - RAGGED_M - inner.cell_m).T)
        row1, column1 = inner.nearest(*(high_m + RAGGED_M + inner.cell_m).T)
        sums = self._sums
        inside = sums[row1 + 1, column1 + 1] - sums[row0, column1 + 1]
        return np.asarray(inside - sums[row1 + 1, column0] + sums[row0, column0] > 0)

    @cached_property
    def _sums(self) -> npt.NDArray[np.int32]:
        """How many nodes of forest lie in the rows and columns before each."""
        wooded = self.terrain.surface == Surface.FOREST
        sums = np.zeros((wooded.shape[0] + 1, wooded.shape[1] + 1), np.int32)
        sums[1:, 1:] = wooded.cumsum(0, np.int32).cumsum(1, np.int32)
        return sums

    def plant(self, xy_m: F64, seed: U32) -> Planted:
        """The trees that grow at (n, 2) places with hashes of their own."""
        chosen = self._wooded(xy_m, seed)
        seed = mix(seed[chosen] ^ _OTHER)
        x, y = xy_m[chosen].T
        three = np.array([[0.0], [STEP_M], [0.0]]), np.array([[0.0], [0.0], [STEP_M]])
        z, *aside = self.terrain.height_m(x + three[0], y + three[1])
        east, north = ((other - z) / STEP_M for other in aside)
        line = z - 90.0 * np.clip(-north, -1.0, 1.0)
        conifer = _part(seed, 0) < _rise(line, 1_250.0, 1_620.0)
        chance = np.where(conifer, _spruce(z, north), _leafy(z, north)) * _clumps(x, y)
        grows = (_part(seed, 8) < chance) & (east * east + north * north < STEEPEST * STEEPEST)
        at = np.flatnonzero(grows)
        at = at[~self.taken.holds(xy_m[chosen[at]])]
        seed = seed[at]
        leafy = 1 + np.searchsorted(_LEAFY, _part(seed, 16), "right")
        kind = np.where(conifer[at], SPRUCE, leafy).astype(np.uint8)
        return Planted(chosen[at], kind, z[at], _scale(kind, z[at], seed))

    def _wooded(self, xy_m: F64, seed: U32) -> npt.NDArray[np.int64]:
        """Places in forest, by the class of the ground some metres aside."""
        inner = self.terrain.inner
        x = xy_m[:, 0] + 2.0 * RAGGED_M * (_part(seed, 0) - 0.5)
        y = xy_m[:, 1] + 2.0 * RAGGED_M * (_part(seed, 8) - 0.5)
        wooded = self.terrain.surface[inner.nearest(x, y)] == Surface.FOREST
        wooded &= self.terrain.surface[inner.nearest(*xy_m.T)] != Surface.WATER
        return np.flatnonzero(wooded & inner.contains(xy_m[:, 0], xy_m[:, 1]))


def _spruce(z: F64, north: F64) -> F64:
    """Dense in the shade, thin at the upper edge and low down."""
    shade = np.clip(0.62 - 0.7 * north, 0.22, 1.0)
    return np.asarray(
        shade * _rise(z, 1_300.0, 1_560.0) * (1.0 - 0.85 * _rise(z, 2_560.0, 2_880.0))
    )


def _leafy(z: F64, north: F64) -> F64:
    return np.asarray(np.clip(0.7 - 0.4 * north, 0.3, 0.95) * (1.0 - _rise(z, 1_650.0, 1_850.0)))


def _scale(kind: npt.NDArray[np.uint8], z: F64, seed: U32) -> F32:
    """Old trees among young ones; small ones at the upper edge."""
    spread, slim = _part(seed, 24), _part(seed, 18)
    tall = 0.62 + 0.85 * spread * spread + 0.25 * spread
    tall = tall * (1.0 - 0.4 * _rise(z, 2_450.0, 2_850.0))
    spruce = kind == SPRUCE
    up = np.where(spruce, tall, 0.5 + 0.45 * spread)
    across = up * np.where(spruce, 0.74 + 0.3 * slim, 0.85 + 0.3 * slim)
    across = np.where(spruce, np.maximum(across, 0.62), across)
    return np.stack([across, up], axis=1).astype(np.float32)


def _clumps(x: F64, y: F64) -> F64:
    """Groves and glades, 0.1 to 1.3: soft noise of two sizes."""
    noise = 0.6 * _noise(x, y, 88.0) + 0.4 * _noise(y, x, 31.0)
    return np.asarray(np.clip(0.85 + 2.6 * (noise - 0.46), 0.1, 1.3))


def _noise(x: F64, y: F64, cell_m: float) -> F64:
    """Value noise between the corners of cells, 0 to 1; the same again after 256 cells."""
    u, v = x / cell_m, y / cell_m
    i, j = np.floor(u).astype(np.int64), np.floor(v).astype(np.int64)
    u, v = u - i, v - j
    u, v = u * u * (3.0 - 2.0 * u), v * v * (3.0 - 2.0 * v)
    west, east, low, high = i & 255, (i + 1) & 255, (j & 255) << 8, ((j + 1) & 255) << 8
    near = _VALUES.take(low + west) * (1.0 - u) + _VALUES.take(low + east) * u
    far = _VALUES.take(high + west) * (1.0 - u) + _VALUES.take(high + east) * u
    return np.asarray(near * (1.0 - v) + far * v)


def _part(seed: U32, bit: int) -> F64:
    """(n,) numbers 0 to 1 from eight bits of hashes."""
    return ((seed >> np.uint32(bit)) & np.uint32(0xFF)).astype(np.float64) * (1.0 / 256.0)


def _rise(value: F64, low: float, high: float) -> F64:
    return np.asarray(np.clip((value - low) / (high - low), 0.0, 1.0))
