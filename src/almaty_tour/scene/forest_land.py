"""Where in the mountains a tree stands, and which: by class, height, shade and slope."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import mix
from almaty_tour.geo.terrain import Surface, Terrain
from almaty_tour.scene.forest_groves import groves, hollow, noise, rise, stocked, swept
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

    def plant(self, xy_m: F64, seed: U32, *, grouped: bool = False) -> Planted:
        """The trees that grow at (n, 2) places with hashes of their own; `grouped` in groves."""
        chosen = self._wooded(xy_m, seed)
        seed = mix(seed[chosen] ^ _OTHER)
        x, y = xy_m[chosen].T
        three = np.array([[0.0], [STEP_M], [0.0]]), np.array([[0.0], [0.0], [STEP_M]])
        z, *aside = self.terrain.height_m(x + three[0], y + three[1])
        east, north = ((other - z) / STEP_M for other in aside)
        line = z - 90.0 * np.clip(-north, -1.0, 1.0)
        conifer = _part(seed, 0) < rise(line, 1_250.0, 1_620.0)
        if grouped:
            chance = self._grouped(x, y, z, np.stack([east, north]), conifer, seed)
        else:
            chance = np.where(conifer, _spruce(z, north), _leafy(z, north)) * _clumps(x, y)
        grows = (_part(seed, 8) < chance) & (east * east + north * north < STEEPEST * STEEPEST)
        at = np.flatnonzero(grows)
        at = at[~self.taken.holds(xy_m[chosen[at]])]
        seed = seed[at]
        leafy = 1 + np.searchsorted(_LEAFY, _part(seed, 16), "right")
        kind = np.where(conifer[at], SPRUCE, leafy).astype(np.uint8)
        scale = _scale(kind, z[at], seed)
        if grouped:
            scale *= (0.72 + 0.28 * rise(chance[at], 0.1, 0.7)).astype(np.float32)[:, None]
        return Planted(chosen[at], kind, z[at], scale)

    def _grouped(
        self, x: F64, y: F64, z: F64, slope: F64, conifer: npt.NDArray[np.bool_], seed: U32
    ) -> F64:
        """(n,) chance of a tree where groves, shade, gullies and avalanches decide."""
        north, steep, grove = slope[1], np.hypot(*slope), groves(x, y)
        deep = hollow(self.terrain, x + _aside(seed, 4), y + _aside(seed, 12))
        moist = np.where(conifer, 0.62 - 0.95 * north, 0.66 - 0.5 * north) + 2.2 * deep
        upper = z + 130.0 * grove
        edge = rise(upper, 1_300.0, 1_560.0) * (1.0 - 0.85 * rise(upper, 2_560.0, 2_880.0))
        chance = stocked(moist, grove) * (1.0 - swept(z, steep, deep, grove))
        return np.asarray(chance * np.where(conifer, edge, 1.0 - rise(z, 1_650.0, 1_850.0)))

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
    return np.asarray(shade * rise(z, 1_300.0, 1_560.0) * (1.0 - 0.85 * rise(z, 2_560.0, 2_880.0)))


def _leafy(z: F64, north: F64) -> F64:
    return np.asarray(np.clip(0.7 - 0.4 * north, 0.3, 0.95) * (1.0 - rise(z, 1_650.0, 1_850.0)))


def _aside(seed: U32, bit: int) -> F64:
    """(n,) metres, so that what nodes of the lattice tell has no squares."""
    return 30.0 * (_part(seed, bit) - 0.5)


def _scale(kind: npt.NDArray[np.uint8], z: F64, seed: U32) -> F32:
    """Old trees among young ones; small ones at the upper edge."""
    spread, slim = _part(seed, 24), _part(seed, 18)
    tall = 0.62 + 0.85 * spread * spread + 0.25 * spread
    tall = tall * (1.0 - 0.4 * rise(z, 2_450.0, 2_850.0))
    spruce = kind == SPRUCE
    up = np.where(spruce, tall, 0.5 + 0.45 * spread)
    across = up * np.where(spruce, 0.74 + 0.3 * slim, 0.85 + 0.3 * slim)
    across = np.where(spruce, np.maximum(across, 0.62), across)
    return np.stack([across, up], axis=1).astype(np.float32)


def _clumps(x: F64, y: F64) -> F64:
    """Groves and glades, 0.1 to 1.3: soft noise of two sizes."""
    both = 0.6 * noise(x, y, 88.0) + 0.4 * noise(y, x, 31.0)
    return np.asarray(np.clip(0.85 + 2.6 * (both - 0.46), 0.1, 1.3))


def _part(seed: U32, bit: int) -> F64:
    """(n,) numbers 0 to 1 from eight bits of hashes."""
    return ((seed >> np.uint32(bit)) & np.uint32(0xFF)).astype(np.float64) * (1.0 / 256.0)
