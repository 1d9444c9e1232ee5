"""The forest of the mountains: trees by hash of the world, near an eye.

Every cell of the world has one place for a tree. Four cells make a cell of the next level,
and one of their four places, chosen by hash, stands for it there; so on for `LEVELS`. The
level up to which a place stands for its cell is its rank: a tree of rank k is drawn up to
2^k to 2^(k + 1) times the distance of the fullest wood. Farther away fewer trees stand, and
all of them stand near too: nothing jumps. A tree rises from the ground over the last part of
its reach. Where its neighbours are gone a ring of slim ones grows about a spruce and widens
with distance, so that the canopy stays closed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import hashed, mix
from almaty_tour.scene.copies import RAW, spans
from almaty_tour.scene.forest_land import KINDS, SPRUCE, ForestLand
from almaty_tour.scene.vertex import INSTANCE
from almaty_tour.scene.visible import Crowd

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]
U32 = npt.NDArray[np.uint32]
Rows = npt.NDArray[np.void]

CELL_M: Final = 7.5
LEVELS: Final = 5
TILE_CELLS: Final = 16
FADE: Final = 0.15
WIDEST: Final = 1.6
RING: Final = "tree.spruces"
RING_FROM: Final = 1.0
RING_FULL: Final = 1.7
RING_WIDEST: Final = 5.0
KEPT_TILES: Final = 6_000
AHEAD_TILES: Final = 3
STEP_TILES: Final = 24
_TREE_REACH_M: Final = 30.0
_IN_VIEW: Final = 0.15
"""Share of the places about an eye that bear a tree and are in its view."""
_PER_TREE: Final = _IN_VIEW * np.pi * (1.0 + 2.0 * np.log(2.0 ** (LEVELS - 1)))
_SALT: Final = 77
GROVES_TREES: Final = 10_000
"""From so many trees on a wood stands in groves and glades; fewer are strewn evenly."""
Key = tuple[int, int, int]
Window = tuple[tuple[int, int, int], ...]


def full_reach_m(trees: int) -> float:
    """How far every tree stands, so that a view over woods shows about so many."""
    return float(CELL_M * np.sqrt(trees / _PER_TREE))


TREE: Final = np.dtype(
    [
        ("place", np.float64, 3),  # world metres
        ("row", INSTANCE),  # without its position
        ("reach", np.float32),  # in full reaches
        ("kind", np.uint8),
        ("spare", np.uint8, 3),
    ]
)
_RAW: Final = np.dtype((np.void, TREE.itemsize))


@dataclass(frozen=True)
class Tile:
    """The trees of one tile.

    Attributes:
        trees: (n,) of TREE, as bytes. box: middle and half size of their places, the longest reach.
    """

    trees: Rows
    box: tuple[float, ...] = ()


@dataclass(frozen=True)
class Stand:
    """Trees that may be drawn, those of a tile side by side.

    Attributes:
        boxes: (7, t) f8 of the tiles. first, count: (t,) i8 spans of `trees`.
        trees: (n,) of TREE, as bytes, which copies fast.
    """

    boxes: F64
    first: I64
    count: I64
    trees: Rows


_EMPTY: Final = Tile(np.zeros(0, _RAW))


class Forest:
    """The trees about an eye; tiles are planted once and kept."""

    def __init__(self, land: ForestLand) -> None:
        self._land = land
        self._grouped = False
        self._clear()

    def _clear(self) -> None:
        self._tiles: dict[Key, Tile] = {}
        self._window: Window = ()
        self._ahead: list[Key] = []
        self._levels = [_joined([])] * LEVELS
        self._stand = _joined([])

    def _suit(self, trees: int) -> None:
        """Plant anew where another preset wants another kind of wood."""
        grouped = trees >= GROVES_TREES
        if grouped != self._grouped:
            self._grouped = grouped
            self._clear()

    def crowd(self, eye: F64, trees: int, planes: F64 | None = None) -> Crowd:
        """What stands about an eye; with (k, 4) world planes only what may be in them.

        `trees` is about how many a view over woods shows.
        """
        self._suit(trees)
        full_m = full_reach_m(trees)
        stand = self.stand(eye, full_m)
        tile = _tiles_seen(stand, eye, full_m, planes)
        at = spans(stand.first[tile], stand.count[tile])
        chosen = stand.trees.take(at)
        seen = chosen.view(TREE)
        offset = (seen["place"] - eye).astype(np.float32)
        away = np.sqrt(np.einsum("ni,ni->n", offset, offset)) * np.float32(1.0 / full_m)
        kept = np.flatnonzero(away < seen["reach"])
        return _crowd(chosen.take(kept).view(TREE), away.take(kept))

    def stand(self, eye: F64, full_m: float) -> Stand:
        """The tiles about an eye; those that are new are planted now, some others ahead."""
        window = _window(eye, full_m)
        if window != self._window:
            self._stand = self._gathered(window)
        else:
            self.plant_ahead()
        return self._stand

    @property
    def ahead(self) -> int:
        """How many tiles wait to be planted."""
        return len(self._ahead)

    @property
    def planted(self) -> int:
        """How many tiles are kept."""
        return len(self._tiles)

    def planting(self, eye: F64, trees: int) -> Iterator[None]:
        """Plant what stands about an eye in steps, each short enough for a picture in between."""
        self._suit(trees)
        window = _window(eye, full_reach_m(trees))
        keys = [key for level in self._changed(window) for key in _keys(level, window[level], 0)]
        yield from self._planting([key for key in keys if key not in self._tiles])

    def plant_ahead(self) -> None:
        """Plant a few of the tiles that may be asked for next; below a millisecond or two."""
        if self._ahead:
            self._plant([key for key in self._ahead[:AHEAD_TILES] if key not in self._tiles])
            del self._ahead[:AHEAD_TILES]

    def _changed(self, window: Window) -> list[int]:
        """The levels of which other tiles are about the eye than in the window before."""
        before = self._window or ((0, 0, -1),) * LEVELS
        return [level for level in range(LEVELS) if window[level] != before[level]]

    def _gathered(self, window: Window) -> Stand:
        """The tiles of a window; levels that stay as they were cost nothing."""
        changed = self._changed(window)
        self._window = window
        ahead = [key for key in self._ahead if key[0] not in changed]
        for level in changed:
            keys = _keys(level, window[level], 0)
            self._plant([key for key in keys if key not in self._tiles])
            self._levels[level] = _joined([tile for key in keys if (tile := self._tiles[key]).box])
            ahead += [key for key in _keys(level, window[level], 1) if key not in self._tiles]
        self._ahead = ahead
        self._forget(window)
        return _together(self._levels)

    def _forget(self, window: Window) -> None:
        """Let tiles go that are far away, where very many are kept."""
        if len(self._tiles) <= KEPT_TILES:
            return
        keys = [key for level in range(LEVELS) for key in _keys(level, window[level], 0)]
        if len(self._tiles) > max(KEPT_TILES, 4 * len(keys)):
            self._tiles = {key: self._tiles[key] for key in keys}

    def _plant(self, keys: list[Key]) -> None:
        for _ in self._planting(keys, len(keys)):
            pass

    def _planting(self, keys: list[Key], most: int = STEP_TILES) -> Iterator[None]:
        """Plant tiles, `most` at once of those that bear any tree."""
        for level in range(LEVELS):
            new = [key for key in keys if key[0] == level]
            if not new:
                continue
            side = CELL_M * TILE_CELLS * 2**level
            low = np.array(new, np.float64)[:, 1:] * side
            grows = self._land.may_grow(low, low + side).tolist()
            wooded = [key for key, may in zip(new, grows, strict=True) if may]
            bare = [key for key, may in zip(new, grows, strict=True) if not may]
            self._tiles.update(dict.fromkeys(bare, _EMPTY))
            for first in range(0, len(wooded), most):
                self._tiles.update(
                    _planted(self._land, level, wooded[first : first + most], self._grouped)
                )
                yield


def forest_rows(forest: Forest, eye: F64, trees: int) -> dict[str, Rows]:
    """Rows of INSTANCE relative to the eye, by kind."""
    crowd = forest.crowd(eye, trees)
    rows = crowd.rows.copy()
    rows["position"] = crowd.places - eye
    return {
        name: rows[crowd.kind == number]
        for number, name in enumerate(crowd.kinds)
        if (crowd.kind == number).any()
    }


def _crowd(trees: Rows, away: F32) -> Crowd:
    """Trees at distances in full reaches, and the rings about those whose neighbours are gone."""
    rows, kind, reach = np.ascontiguousarray(trees["row"]), trees["kind"], trees["reach"]
    risen = np.minimum((1.0 - away / reach) * np.float32(1.0 / FADE), np.float32(1.0))
    rows["scale"][:, 1] *= risen
    ring = np.flatnonzero((reach >= 2.0) & (away > RING_FROM) & (kind == SPRUCE))
    about, apart = rows.view(RAW).take(ring).view(INSTANCE), away.take(ring)
    grown = np.float32(1.0 / (RING_FULL - RING_FROM)) * (apart - np.float32(RING_FROM))
    about["scale"][:, 1] *= np.minimum(grown, np.float32(1.0))
    about["scale"][:, 0] *= np.minimum(apart, np.float32(RING_WIDEST))
    wide = np.minimum(np.maximum(away, np.float32(1.0)), np.float32(WIDEST))
    rows["scale"][:, 0] *= wide * np.sqrt(risen)
    return Crowd(
        (*KINDS, RING),
        np.concatenate([kind, np.full(len(ring), len(KINDS), np.uint8)]),
        np.concatenate([trees["place"], trees["place"].take(ring, 0)]),
        np.concatenate([rows.view(RAW), about.view(RAW)]).view(INSTANCE),
        always=True,
    )


def _keys(level: int, place: tuple[int, int, int], more: int) -> list[Key]:
    """The tiles of a level of a window, so many rows more all round."""
    column, line, reach = place
    reach += more
    return [
        (level, i, j)
        for i in range(column - reach, column + reach + 1)
        for j in range(line - reach, line + reach + 1)
    ]


def _window(eye: F64, full_m: float) -> Window:
    """Of each level the tile of the eye, and how many tiles about it may show a tree."""
    made = []
    for level in range(LEVELS):
        side = CELL_M * TILE_CELLS * 2**level
        reach_m = full_m * 2.0 ** min(level + 1, LEVELS - 1)
        made.append((int(eye[0] // side), int(eye[1] // side), int(np.ceil(reach_m / side))))
    return tuple(made)


def _tiles_seen(stand: Stand, eye: F64, full_m: float, planes: F64 | None) -> I64:
    middle, half = stand.boxes[:3] - eye[:, None], stand.boxes[3:6]
    outside = np.maximum(np.abs(middle) - half, 0.0)
    away2 = np.einsum("it,it->t", outside, outside)
    near = np.flatnonzero(away2 < (stand.boxes[6] * full_m) ** 2)
    if planes is None or not len(near):
        return near
    normal = planes[:, :3]
    signed = normal @ middle.take(near, 1) + (planes[:, 3:] + normal @ eye[:, None])
    reach = np.abs(normal) @ half.take(near, 1)
    inside = np.minimum.reduce(signed + reach, axis=0) >= -_TREE_REACH_M
    return np.asarray(near[inside])


def _planted(land: ForestLand, level: int, keys: list[Key], grouped: bool) -> dict[Key, Tile]:
    """New tiles of a level, all at once."""
    corner = np.array(keys, np.int64)[:, 1:, None] * TILE_CELLS
    step = np.arange(TILE_CELLS * TILE_CELLS)
    i = (corner[:, 0] + step // TILE_CELLS).ravel()
    j = (corner[:, 1] + step % TILE_CELLS).ravel()
    mine = np.flatnonzero(_rank_is(i, j, level))
    tile = mine // len(step)
    xy, seed = _place(*_chosen_cell(i[mine], j[mine], level))
    made = land.plant(xy, seed, grouped=grouped)
    seed, tile = seed[made.chosen], tile[made.chosen]
    trees = np.zeros(len(seed), TREE)
    trees["place"] = np.column_stack([xy[made.chosen], made.z_m])
    trees["kind"] = made.kind
    trees["row"]["scale"] = made.scale
    trees["row"]["yaw_rad"] = (seed % np.uint32(6283)) * np.float32(1e-3)
    trees["row"]["seed"] = seed & np.uint32(0xFFFF)
    trees["reach"] = _reach(seed, level)
    ends = np.searchsorted(tile, np.arange(len(keys) + 1))
    return dict(zip(keys, _tiles(trees, ends), strict=True))


def _tiles(trees: Rows, ends: I64) -> list[Tile]:
    """Trees that lie side by side, in tiles between some ends."""
    some = np.flatnonzero(np.diff(ends))
    made = [_EMPTY] * (len(ends) - 1)
    if not len(some):
        return made
    first = ends[some]
    low = np.minimum.reduceat(trees["place"], first, axis=0)
    high = np.maximum.reduceat(trees["place"], first, axis=0)
    reach = np.maximum.reduceat(trees["reach"], first)
    boxes = np.column_stack([(low + high) / 2.0, (high - low) / 2.0, reach]).tolist()
    raw, cut = trees.view(_RAW), ends.tolist()
    for number, box in zip(some.tolist(), boxes, strict=True):
        made[number] = Tile(raw[cut[number] : cut[number + 1]], tuple(box))
    return made


def _reach(seed: U32, level: int) -> F32:
    """(n,) f4 how far trees of a rank are drawn, in full reaches."""
    luck = (mix(seed) >> np.uint32(8)).astype(np.float32) * np.float32(2.0**-24)
    if level == LEVELS - 1:
        return np.asarray((0.8 + 0.2 * luck) * np.float32(2.0**level), np.float32)
    return np.asarray(np.exp2(luck) * np.float32(2.0**level), np.float32)


def _rank_is(i: I64, j: I64, level: int) -> npt.NDArray[np.bool_]:
    """Whether the place of a cell of a level stands for no larger cell."""
    if level == LEVELS - 1:
        return np.ones(len(i), bool)
    chosen = hashed(i >> 1, j >> 1, level + 1, _SALT) & np.uint32(3)
    return np.asarray(chosen != ((i & 1) + 2 * (j & 1)).astype(np.uint32))


def _chosen_cell(i: I64, j: I64, level: int) -> tuple[I64, I64]:
    """The smallest cell whose place stands for a cell of a level."""
    for lower in range(level, 0, -1):
        chosen = (hashed(i, j, lower, _SALT) & np.uint32(3)).astype(np.int64)
        i, j = 2 * i + (chosen & 1), 2 * j + (chosen >> 1)
    return i, j


def _place(i: I64, j: I64) -> tuple[F64, U32]:
    """(n, 2) places and hashes of smallest cells."""
    seed = hashed(i, j, _SALT)
    shift = np.stack([seed & np.uint32(0xFFFF), seed >> np.uint32(16)], axis=1) / 65536.0
    return (np.stack([i, j], axis=1) + 0.1 + 0.8 * shift) * CELL_M, mix(seed)


def _joined(tiles: list[Tile]) -> Stand:
    count = np.array([len(tile.trees) for tile in tiles], np.int64)
    boxes = np.array([tile.box for tile in tiles], np.float64).reshape(-1, 7).T
    trees = np.concatenate([np.zeros(0, _RAW), *(tile.trees for tile in tiles)])
    return Stand(np.ascontiguousarray(boxes), np.cumsum(count) - count, count, trees)


def _together(stands: list[Stand]) -> Stand:
    """Several as one."""
    count = np.concatenate([one.count for one in stands])
    return Stand(
        np.concatenate([one.boxes for one in stands], axis=1), np.cumsum(count) - count, count,
        np.concatenate([one.trees for one in stands]),
    )  # fmt: skip
