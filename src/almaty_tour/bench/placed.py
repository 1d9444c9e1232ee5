"""A plain scene in the world: every primitive of every node, in its light.

Every node keeps an object id of its own (its number + 1), so that a picture of ids can tell
whether a building is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from almaty_tour.bench.parallel import each
from almaty_tour.bench.read import F32, PlainScene
from almaty_tour.bench.sides import SIDES
from almaty_tour.bench.soup import Soup, begins, faces_of, soup_of
from almaty_tour.scene.copies import spans
from almaty_tour.scene.still import STILL_VERTEX

I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]

TILES: Final = 16
"""Along the wider side of the scene."""
LIKE: Final = TILES * TILES
"""Numbers of ranges: so many for the tiles of flat things, as many of smooth ones, then of wide
flat and of wide smooth ones; then those of large things by number and side, flat or smooth."""
EACH: Final = 2 * SIDES
OWN_RANGE: Final = 4096
"""Triangles from which a thing is culled by itself, side by side."""
MOST_LARGE: Final = 800
BLOCK: Final = 1 << 15
"""Corners that are placed at a time: their columns stay in the cache."""
TO_Z_UP: Final = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, -1.0], [0.0, 1.0, 0.0]])


@dataclass(frozen=True)
class Light:
    """The light of the contract: (3,) towards it, Z up; the share that is everywhere."""

    towards: tuple[float, float, float]
    ambient: float


@dataclass(frozen=True)
class Tiling:
    """Square tiles over a scene; what is beyond belongs to those at the rim."""

    low: F32
    side_m: np.float32

    @classmethod
    def over(cls, places: F32) -> Tiling:
        low, high = places[:, :2].min(axis=0), places[:, :2].max(axis=0)
        return cls(low, np.float32((high - low).max() / TILES + 1.0))

    def tile(self, points: F32) -> I64:
        """(n,) tiles of (n, 2+) points."""
        cell = np.floor((points[:, :2] - self.low) / self.side_m)
        cell = np.clip(cell, 0, TILES - 1).astype(np.int64)
        return np.asarray(cell[:, 0] * TILES + cell[:, 1])


@dataclass(frozen=True)
class Items:
    """One primitive of one node each, by number.

    Attributes:
        node, primitive: (i,) i8.
        number: (i,) i8 number of the range of an item, the first one of a wide or large item.
        corner_count, face_count: (i,) i8.
    """

    node: I64
    primitive: I64
    number: I64
    corner_count: I64
    face_count: I64

    def corners(self, item: int) -> slice:
        """The corners of an item."""
        return _run(self.corner_count, item)

    def faces(self, item: int) -> slice:
        """The triangles of an item."""
        return _run(self.face_count, item)


@dataclass(frozen=True)
class Placed:
    """Items and what they are made of, one after the other.

    Attributes:
        positions: (3, n) f4. vertices: (n,) of `STILL_VERTEX` with the same.
        object_ids: (n,) u4. faces: (t, 3) i4.
    """

    soup: Soup
    tiling: Tiling
    items: Items
    positions: F32
    vertices: npt.NDArray[Any]
    object_ids: npt.NDArray[np.uint32]
    faces: I32


def placed(scene: PlainScene, light: Light) -> Placed:
    """The scene in the world, Z up."""
    soup = soup_of(scene)
    places = (scene.matrices[:, :3, 3] @ TO_Z_UP.T).astype(np.float32)
    tiling = Tiling.over(places)
    items = _items(scene, soup, tiling, tiling.tile(places))
    faces = soup.faces.take(faces_of(soup, items.primitive), 0)
    bases = begins(items.corner_count).astype(np.int32)
    faces += np.repeat(bases, items.face_count)[:, None]
    positions, vertices = _Placing(scene, soup, items, light).vertices()
    ids = np.repeat((items.node + 1).astype(np.uint32), items.corner_count)
    return Placed(soup, tiling, items, positions, vertices, ids, faces)


def _items(scene: PlainScene, soup: Soup, tiling: Tiling, tile: I64) -> Items:
    count = soup.count[scene.mesh]
    node = np.repeat(np.arange(len(scene.mesh)), count)
    primitive = spans(soup.first[scene.mesh], count)
    scale = np.abs(scene.matrices[:, :3, :3]).sum(axis=1).max(axis=1)
    wide = _reach(soup)[primitive] * scale[node] > tiling.side_m
    large = np.flatnonzero((soup.face_count[primitive] > OWN_RANGE) & ~wide)[:MOST_LARGE]
    number = np.where(wide, 2 * LIKE, tile[node])
    smooth = ~soup.flat[primitive]
    number += smooth * LIKE
    number[large] = 4 * LIKE + EACH * np.arange(len(large)) + smooth[large]
    order = np.argsort(number, kind="stable")
    node, primitive = node[order], primitive[order]
    return Items(
        node, primitive, number[order], soup.corner_count[primitive], soup.face_count[primitive]
    )


def _reach(soup: Soup) -> F32:
    """(p,) how far the corners of a primitive are from its origin along an axis."""
    first = begins(soup.corner_count)
    axes = [np.maximum.reduceat(np.abs(soup.positions[:, axis]), first) for axis in range(3)]
    return np.asarray(np.maximum.reduce(axes))


class _Placing:
    """Corners in the world with their colours, some items at a time and axis by axis."""

    def __init__(self, scene: PlainScene, soup: Soup, items: Items, light: Light) -> None:
        linear = TO_Z_UP @ scene.matrices[:, :3, :3]
        size = np.linalg.norm(linear, axis=1)
        shift = scene.matrices[:, :3, 3] @ TO_Z_UP.T
        # A normal is turned, and stretched the other way round; the light comes to it instead.
        turned = np.einsum("i,nij->nj", np.array(light.towards), linear / size[:, None, :])
        node = np.column_stack([linear.reshape(-1, 9), shift, 1.0 / size, turned])
        colour = np.concatenate([scene.colours, np.ones((1, 3), np.float32)])
        self._node = np.ascontiguousarray(node.T[:, items.node], np.float32)
        self._colour = np.ascontiguousarray(255.0 * colour[soup.material[items.primitive]].T)
        self._items, self._ambient = items, np.float32(light.ambient)
        self._local = np.ascontiguousarray(soup.positions.T), np.ascontiguousarray(soup.normals.T)
        self._first = begins(soup.corner_count)[items.primitive]
        self._ends = np.cumsum(items.corner_count)
        self._positions = np.zeros((3, int(self._ends[-1])), np.float32)
        self._vertices = np.zeros(int(self._ends[-1]), STILL_VERTEX)

    def vertices(self) -> tuple[F32, npt.NDArray[Any]]:
        """(3, n) places, and vertices with the same."""
        steps = np.arange(BLOCK, len(self._vertices), BLOCK)
        cuts = np.unique(np.searchsorted(self._ends, steps))
        first = [0, *cuts[cuts > 0].tolist()]
        each(self._fill, list(zip(first, [*first[1:], len(self._ends)], strict=True)))
        return self._positions, self._vertices

    def _fill(self, some: tuple[int, int]) -> None:
        mine = slice(*some)
        count, ends = self._items.corner_count[mine], self._ends[mine]
        block = slice(int(ends[0] - count[0]), int(ends[-1]))
        rows = spans(self._first[mine], count)
        node = np.repeat(self._node[:, mine], count, axis=1)
        local, normal = (columns.take(rows, 1) for columns in self._local)
        for axis in range(3):
            along = node[9 + axis] + node[3 * axis] * local[0]
            along += node[3 * axis + 1] * local[1]
            along += node[3 * axis + 2] * local[2]
            self._positions[axis, block] = along
            self._vertices["position"][block, axis] = along
        normal *= node[12:15]
        facing = np.einsum("in,in->n", normal, node[15:18])
        facing /= np.maximum(np.sqrt(np.einsum("in,in->n", normal, normal)), 1e-9)
        lit = self._ambient + (1 - self._ambient) * np.maximum(facing, 0.0)
        colour = np.repeat(self._colour[:, mine], count, axis=1) * lit
        colour = np.rint(np.minimum(colour, 255.0, out=colour), out=colour)
        self._vertices["colour"][block, :3] = colour.T


def _run(count: I64, item: int) -> slice:
    end = int(count[: item + 1].sum())
    return slice(end - int(count[item]), end)
