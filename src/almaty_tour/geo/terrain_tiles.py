"""The ground as a quadtree of tiles, each 32 x 32 squares, for drawing.

Level 0 is the finest (3.75 m squares, only where landmarks stand), level 3 has the 30 m
squares of the inner lattice, level 7 the 480 m squares of the outer one, level 9 is the
root level with tiles of 61.44 km. Tile (level, ix, iy) counts from the south-west corner
of the outer lattice. What is drawn is a cut through the tree, chosen by the error that
each tile would make on the screen; skirts hide the cracks between levels.

    tree = TileTree.build(terrain)
    chosen = tree.select(camera, planes, fov_rad, height_px, error_px=2.0)
    for node in chosen:                    # numbers of tiles, near ones first
        mesh = tree.mesh(int(node))        # build and upload once, keep by node
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.geo import frame
from almaty_tour.geo.grid import F32, F64, Lattice
from almaty_tour.geo.pads import PATCH_CELL_M, PATCH_M
from almaty_tour.geo.terrain import Terrain
from almaty_tour.geo.tile_errors import patch_errors
from almaty_tour.geo.tile_faces import NODES, QUADS, full_faces, sparse_faces

I32 = npt.NDArray[np.int32]
U16 = npt.NDArray[np.uint16]
Bools = npt.NDArray[np.bool_]

FINEST_CELL_M: Final = PATCH_CELL_M
INNER_LEVEL: Final = 3
OUTER_LEVEL: Final = 7
ROOT_LEVEL: Final = 9
_TYPICAL_FACTOR: Final = 2.0
_LEAST_DISTANCE_M: Final = 0.5
_FACES_SHARE: Final = 0.5
_FACES_WIDEST: Final = 4
_LEAF_M, _FAR_LEAF_SHARE = 0.02, 0.1
_SKIRT_SHARE: Final = 0.04
_SKIRT_LEAST_M: Final = 0.5


@dataclass(frozen=True)
class TileMesh:
    """One tile for the vertex buffer; every tile shares `tile_indices()`.

    x and y of `positions` are the same for all tiles of a level, only z differs.

    Attributes:
        origin: (3,) f8 world position of the tile's south-west corner at sea level (z = 0);
            subtract the camera from it in float64.
        positions: (1221, 3) f4 metres from `origin`: 33 x 33 nodes row by row from the
            south, then the skirt: 33 nodes of each edge (south, north, west, east), lowered.
    """

    origin: F64
    positions: F32


@dataclass(frozen=True)
class TileTree:
    """All tiles as structure of arrays; the row of a tile is its number ("node").

    Attributes:
        keys: (n, 3) i4, level, ix, iy.
        parent: (n,) i4, -1 for roots.
        low, high: (n, 3) f4 corners of the bounds in the world frame, without curvature.
        error_m: (n,) f4, what the tile is chosen by: twice the root mean square distance
            from the finest ground inside (fine light comes from the slope texture, so the
            one worst node need not decide); never less than a child's.
        greatest_m: (n,) f4, the greatest such distance; skirts hang deeper than it.
        leaf: (n,) bool, no finer tile exists.
    """

    terrain: Terrain
    keys: I32
    parent: I32
    low: F32
    high: F32
    error_m: F32
    greatest_m: F32
    leaf: Bools

    @classmethod
    def build(cls, terrain: Terrain) -> TileTree:
        """The tree of a terrain whose pads are laid already."""
        keys = _all_keys(terrain)
        code = _codes(keys)
        order = np.argsort(code)
        above = keys // np.array([1, 2, 2], np.int32) + np.array([1, 0, 0], np.int32)
        place = np.minimum(np.searchsorted(code[order], _codes(above)), len(keys) - 1)
        parent = np.where(keys[:, 0] < ROOT_LEVEL, order[place], -1).astype(np.int32)
        leaf = np.ones(len(keys), bool)
        leaf[parent[parent >= 0]] = False
        heights, typical, greatest = _measured(terrain, keys)
        low, high = _bounds(terrain.outer, keys, heights, parent)
        error = np.float32(_TYPICAL_FACTOR) * _never_below(typical, keys, parent)
        greatest = _never_below(greatest, keys, parent)
        return cls(terrain, keys, parent, low, high, error, greatest, leaf)

    def mesh(self, node: int) -> TileMesh:
        """Vertices of a tile, about 0.3 ms."""
        level, ix, iy = (int(value) for value in self.keys[node])
        cell = cell_m(level)
        origin = np.array([*_corner(self.terrain.outer, level, ix, iy), 0.0])
        step = cell * np.arange(NODES)
        heights = self.terrain.height_m(origin[0] + step[None, :], origin[1] + step[:, None])
        above = int(self.parent[node])
        drop = _skirt_m(level, float(self.greatest_m[above if above >= 0 else node]))
        return _tile_mesh(origin, heights, cell, drop)

    def faces(self, node: int, mesh: TileMesh) -> U16:
        """(m, 3) u2 triangles of a tile, half of `tile_indices()` on average.

        Tiles leave out nodes that move the surface by less than half of what they err already;
        leaves 2 cm, far out a tenth of the error above. Light and air are worked out per vertex,
        so no triangle is wider than four squares. About 0.9 ms.
        """
        heights = mesh.positions[: NODES * NODES, 2].reshape(NODES, NODES).astype(np.float64)
        return sparse_faces(heights, self._spared_m(node), _FACES_WIDEST)

    def _spared_m(self, node: int) -> float:
        if not self.leaf[node]:
            return _FACES_SHARE * float(self.error_m[node])
        far = self.keys[node, 0] >= OUTER_LEVEL
        return _FAR_LEAF_SHARE * float(self.error_m[self.parent[node]]) if far else _LEAF_M

    def select(
        self,
        camera: npt.ArrayLike,
        planes: npt.ArrayLike | None,
        fov_rad: float,
        height_px: int,
        error_px: float = 2.0,
        most_tiles: int | None = None,
    ) -> I32:
        """Numbers of the tiles to draw, near ones first.

        Args:
            camera: (3,) world position of the eye.
            planes: (k, 4) frustum planes in the world frame, inside is
                `a x + b y + c z + d >= 0`; None keeps every direction.
            fov_rad: vertical angle of view.
            height_px: height of the picture.
            error_px: greatest error on the screen.
            most_tiles: the error grows until at most so many tiles (of 2,304 triangles)
                are left; None sets no limit.
        """
        eye = np.asarray(camera, np.float32)
        middle, half = self._boxes
        distance = _distance_m(middle, half, eye)
        focal_px = np.float32(height_px / (2.0 * np.tan(fov_rad / 2.0)))
        error = self._own_error_m * (focal_px / distance)
        above = error.take(self._above)
        above[self._roots] = np.inf
        seen = (above > error_px).nonzero()[0]
        if planes is not None:
            seen = seen[self._in_view(seen, eye, np.asarray(planes, np.float32))]
        limit = _affordable(error[seen], above[seen], error_px, most_tiles)
        chosen = seen[(error[seen] <= limit) & (above[seen] > limit)]
        return chosen[np.argsort(distance[chosen], kind="stable")].astype(np.int32)

    def wanted(self, eye: F64, slack_m: float, sharp: float) -> npt.NDArray[np.intp]:
        """All tiles that eyes within `slack_m` of one may choose, whatever their view.

        `sharp` is how many allowed errors long a metre looks from a metre away.
        """
        middle, half = self._boxes
        distance = _distance_m(middle, half, eye.astype(np.float32)) - np.float32(slack_m)
        error = self._own_error_m * np.float32(sharp)
        above = (error / np.maximum(distance, np.float32(_LEAST_DISTANCE_M))).take(self._above)
        above[self._roots] = np.inf
        return np.flatnonzero(above > 1.0)

    def part(self, rows: npt.NDArray[np.intp]) -> TileTree:
        """The tree of some tiles, in their order, with which their parents are."""
        parent = self.parent[rows]
        place = np.searchsorted(rows, np.maximum(parent, 0))
        return TileTree(
            self.terrain, self.keys[rows], np.where(parent < 0, -1, place).astype(np.int32),
            self.low[rows], self.high[rows], self.error_m[rows], self.greatest_m[rows],
            self.leaf[rows],
        )  # fmt: skip

    def _in_view(self, nodes: npt.NDArray[np.intp], eye: F32, planes: F32) -> Bools:
        """Which tiles touch the frustum; bounds reach down as far as curvature lowers them."""
        middle, half = (one.take(nodes, 1) for one in self._boxes)
        away = np.abs(middle[:2] - eye[:2, None]) + half[:2]
        sink = frame.curvature_drop_m(np.hypot(away[0], away[1])).astype(np.float32)
        middle[2] -= sink / 2.0
        half[2] += sink / 2.0
        inside = planes[:, :3] @ middle + np.abs(planes[:, :3]) @ half + planes[:, 3:]
        return np.asarray(np.minimum.reduce(inside, axis=0) >= 0.0)

    @cached_property
    def _boxes(self) -> tuple[F32, F32]:
        """(3, n) f4 middles and half sizes of the bounds, an axis after the other."""
        low, high = self.low.T, self.high.T
        return np.ascontiguousarray((low + high) / 2.0), np.ascontiguousarray((high - low) / 2.0)

    @cached_property
    def _own_error_m(self) -> F32:
        """(n,) f4 `error_m`, 0 for leaves: nothing finer exists."""
        return np.where(self.leaf, np.float32(0.0), self.error_m)

    @cached_property
    def _above(self) -> npt.NDArray[np.intp]:
        """(n,) row of the parent, 0 for roots."""
        return np.maximum(self.parent, 0).astype(np.intp)

    @cached_property
    def _roots(self) -> npt.NDArray[np.intp]:
        return np.flatnonzero(self.parent < 0)


def cell_m(level: int) -> float:
    """Size of a tile's squares."""
    return FINEST_CELL_M * float(2**level)


def tile_m(level: int) -> float:
    """Size of a tile."""
    return QUADS * cell_m(level)


def tile_indices() -> U16:
    """(2304, 3) u2, counter-clockwise from above: 2,048 triangles, then 256 of skirts.

    Fits every tile; `TileTree.faces` has fewer.
    """
    return full_faces()


def level_keys(inner: Lattice, outer: Lattice, level: int) -> I32:
    """(n, 3) keys of all tiles of a level from 3 to 9, row by row."""
    lattice = outer if level >= OUTER_LEVEL else inner
    size = tile_m(level)
    first_x = round((lattice.west_m - outer.west_m) / size)
    first_y = round((lattice.south_m - outer.south_m) / size)
    columns = round((lattice.columns - 1) * lattice.cell_m / size)
    rows = round((lattice.rows - 1) * lattice.cell_m / size)
    iy, ix = np.mgrid[first_y : first_y + rows, first_x : first_x + columns]
    return np.stack([np.full(ix.size, level), ix.ravel(), iy.ravel()], axis=1).astype(np.int32)


def _all_keys(terrain: Terrain) -> I32:
    """Keys of every tile: level 9 first, then down to 3, then those of the patches."""
    levels = range(ROOT_LEVEL, INNER_LEVEL - 1, -1)
    fixed = [level_keys(terrain.inner, terrain.outer, level) for level in levels]
    iy, ix = np.nonzero(terrain.patches.index >= 0)
    shift = np.array(
        [
            round((terrain.inner.west_m - terrain.outer.west_m) / PATCH_M),
            round((terrain.inner.south_m - terrain.outer.south_m) / PATCH_M),
        ]
    )
    squares = np.stack([ix, iy], axis=1) + shift
    return np.concatenate([*fixed, *_patch_keys(squares)]).astype(np.int32)


def _patch_keys(squares: npt.NDArray[np.int64]) -> list[npt.NDArray[np.int64]]:
    """Keys of levels 2, 1 and 0; a tile that has a child has all four."""
    parents = np.unique(squares // 4, axis=0)
    second = _children(parents)
    first = _children(np.unique(squares // 2, axis=0))
    finest = _children(np.unique(squares, axis=0))
    return [
        np.concatenate([np.full((len(tiles), 1), level), tiles], axis=1)
        for level, tiles in ((2, second), (1, first), (0, finest))
    ]


def _children(tiles: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    corners = np.array([[0, 0], [1, 0], [0, 1], [1, 1]])
    return np.asarray((tiles[:, None, :] * 2 + corners[None, :, :]).reshape(-1, 2), np.int64)


def _codes(keys: I32) -> npt.NDArray[np.int64]:
    wide = keys.astype(np.int64)
    return (wide[:, 0] << 40) | (wide[:, 2] << 20) | wide[:, 1]


def _measured(terrain: Terrain, keys: I32) -> tuple[F32, F32, F32]:
    """(n, 2) lowest and highest ground, NaN where a parent knows, and (n,) two errors."""
    fixed = len(terrain.tiles)
    heights = np.full((len(keys), 2), np.nan, np.float32)
    typical, greatest = np.zeros((2, len(keys)), np.float32)
    heights[:fixed], typical[:fixed], greatest[:fixed] = (
        terrain.tiles[:, :2],
        terrain.tiles[:, 2],
        terrain.tiles[:, 3],
    )
    if not len(terrain.patches.heights):
        return heights, typical, greatest
    iy, ix = np.nonzero(terrain.patches.index >= 0)
    west = round((terrain.inner.west_m - terrain.outer.west_m) / PATCH_M)
    south = round((terrain.inner.south_m - terrain.outer.south_m) / PATCH_M)
    fine = terrain.patches.heights[terrain.patches.index[iy, ix]]
    code = _codes(keys)
    order = np.argsort(code)
    for level, error in zip((1, 2, 3), patch_errors(fine), strict=True):
        over = 2 ** (level - 1)
        tile = np.stack([np.full(len(ix), level), (ix + west) // over, (iy + south) // over], 1)
        node = order[np.searchsorted(code[order], _codes(tile.astype(np.int32)))]
        np.maximum.at(greatest, node, error)
        np.maximum.at(typical, node, np.float32(1.0 / _TYPICAL_FACTOR) * error)
        low = np.full(len(keys), np.inf, np.float32)
        high = np.full(len(keys), -np.inf, np.float32)
        np.minimum.at(low, node, fine.min(axis=(1, 2)))
        np.maximum.at(high, node, fine.max(axis=(1, 2)))
        heights[:, 0] = np.fmin(heights[:, 0], low)
        heights[:, 1] = np.fmax(heights[:, 1], high)
    return heights, typical, greatest


def _bounds(outer: Lattice, keys: I32, heights: F32, parent: I32) -> tuple[F32, F32]:
    """Corners of the bounds; fine tiles take the heights of the 960 m tile they lie in."""
    for level in range(INNER_LEVEL, ROOT_LEVEL):
        tiles = np.flatnonzero(keys[:, 0] == level)
        np.minimum.at(heights[:, 0], parent[tiles], heights[tiles, 0])
        np.maximum.at(heights[:, 1], parent[tiles], heights[tiles, 1])
    for level in range(INNER_LEVEL - 1, -1, -1):
        tiles = np.flatnonzero(keys[:, 0] == level)
        heights[tiles] = heights[parent[tiles]]
    size = (FINEST_CELL_M * QUADS) * 2.0 ** keys[:, :1]
    corner = np.array([outer.west_m, outer.south_m]) + size * keys[:, 1:]
    low = np.concatenate([corner, heights[:, :1]], axis=1)
    high = np.concatenate([corner + size, heights[:, 1:]], axis=1)
    return low.astype(np.float32), high.astype(np.float32)


def _never_below(errors: F32, keys: I32, parent: I32) -> F32:
    """Errors that only grow towards the roots, which the cut through the tree relies on."""
    for level in range(ROOT_LEVEL):
        tiles = np.flatnonzero(keys[:, 0] == level)
        np.maximum.at(errors, parent[tiles], errors[tiles])
    return errors


def _corner(outer: Lattice, level: int, ix: int, iy: int) -> tuple[float, float]:
    size = tile_m(level)
    return outer.west_m + size * ix, outer.south_m + size * iy


def _skirt_m(level: int, parent_error_m: float) -> float:
    """How deep a skirt hangs: past the errors of both neighbours at a crack."""
    return _SKIRT_LEAST_M + 2.0 * parent_error_m + _SKIRT_SHARE * cell_m(level)


def _tile_mesh(origin: F64, heights: F64, cell: float, drop_m: float) -> TileMesh:
    """A tile from (33, 33) heights."""
    step = (cell * np.arange(NODES)).astype(np.float32)
    ground = np.zeros((NODES, NODES, 3), np.float32)
    ground[..., 0], ground[..., 1], ground[..., 2] = step, step[:, None], heights
    hem = _edges(ground)
    hem[:, 2] -= np.float32(drop_m)
    return TileMesh(origin, np.concatenate([ground.reshape(-1, 3), hem]))


def _edges(nodes: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
    return np.concatenate([nodes[0], nodes[-1], nodes[:, 0], nodes[:, -1]])


def _distance_m(middle: F32, half: F32, eye: F32) -> F32:
    """(n,) f4 distance from the eye to each tile's bounds, (3, n) middles and half sizes."""
    outside = np.abs(middle - eye[:, None])
    outside -= half
    np.maximum(outside, np.float32(0.0), out=outside)
    squared = np.einsum("in,in->n", outside, outside)
    return np.asarray(np.maximum(np.sqrt(squared), np.float32(_LEAST_DISTANCE_M)), np.float32)


def _affordable(error: F32, above: F32, error_px: float, most_tiles: int | None) -> float:
    """The least error on the screen, from `error_px` up, that needs few enough tiles.

    Tiles give way to their parent one after the other, by the parents' errors: were the error to
    rise in steps, half of all tiles would change in one picture.
    """
    if most_tiles is None:
        return error_px
    own, parents = np.sort(error), np.sort(above)
    steps = np.append(np.float32(error_px), parents[(parents > error_px) & np.isfinite(parents)])
    count = np.searchsorted(own, steps, "right") - np.searchsorted(parents, steps, "right")
    enough = (count <= most_tiles).nonzero()[0]
    return float(steps[enough[0]] if len(enough) else steps[-1])
