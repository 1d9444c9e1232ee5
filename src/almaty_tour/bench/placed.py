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
from almaty_tour.bench.soup import Soup, corners_of, faces_of, soup_of
from almaty_tour.scene.copies import spans
from almaty_tour.scene.still import STILL_VERTEX

I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]

TILES: Final = 16
"""Along the wider side of the scene."""
BLOCK: Final = 1 << 17
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
class Placed:
    """Items, one primitive of one node each, tile by tile, and what they are made of.

    Attributes:
        primitive, tile: (i,) i8. wide, flat: (i,) bool, wider than a tile, and `soup.Soup.flat`.
        corner_count, face_count: (i,) i8.
        vertices: (n,) of `STILL_VERTEX`. object_ids: (n,) u4. faces: (t, 3) i4.
    """

    soup: Soup
    tiling: Tiling
    primitive: I64
    tile: I64
    wide: npt.NDArray[np.bool_]
    flat: npt.NDArray[np.bool_]
    corner_count: I64
    face_count: I64
    vertices: npt.NDArray[Any]
    object_ids: npt.NDArray[np.uint32]
    faces: I32


def placed(scene: PlainScene, light: Light) -> Placed:
    """The scene in the world, Z up."""
    soup = soup_of(scene)
    places = (scene.matrices[:, :3, 3] @ TO_Z_UP.T).astype(np.float32)
    tiling = Tiling.over(places)
    node, primitive, tile = _items(scene, soup, tiling.tile(places))
    scale = np.abs(scene.matrices[:, :3, :3]).sum(axis=1).max(axis=1)
    corner_count = soup.corner_count[primitive]
    bases = (np.cumsum(corner_count) - corner_count).astype(np.int32)
    faces = soup.faces.take(faces_of(soup, primitive), 0)
    faces += np.repeat(bases, soup.face_count[primitive])[:, None]
    return Placed(
        soup, tiling, primitive, tile, _reach(soup)[primitive] * scale[node] > tiling.side_m,
        soup.flat[primitive], corner_count, soup.face_count[primitive],
        _vertices(scene, soup, node, primitive, light),
        np.repeat(node + 1, corner_count).astype(np.uint32), faces,
    )  # fmt: skip


def _items(scene: PlainScene, soup: Soup, tile: I64) -> tuple[I64, I64, I64]:
    """Node, primitive and tile of every item, tile by tile."""
    count = soup.count[scene.mesh]
    node = np.repeat(np.arange(len(scene.mesh)), count)
    order = np.argsort(tile[node], kind="stable")
    node, primitive = node[order], spans(soup.first[scene.mesh], count)[order]
    return node, primitive, tile[node]


def _reach(soup: Soup) -> F32:
    """(p,) how far the corners of a primitive are from its origin along an axis."""
    first = np.cumsum(soup.corner_count) - soup.corner_count
    axes = [np.maximum.reduceat(np.abs(soup.positions[:, axis]), first) for axis in range(3)]
    return np.asarray(np.maximum.reduce(axes))


def _vertices(
    scene: PlainScene, soup: Soup, nodes: I64, primitive: I64, light: Light
) -> npt.NDArray[Any]:
    """Corners in the world with their colours, item after item."""
    linear = (TO_Z_UP @ scene.matrices[:, :3, :3]).astype(np.float32)
    upright = np.linalg.inv(linear).transpose(0, 2, 1)
    shift = (scene.matrices[:, :3, 3] @ TO_Z_UP.T).astype(np.float32)
    count = soup.corner_count[primitive]
    node, source = np.repeat(nodes, count), corners_of(soup, primitive)
    material = np.repeat(soup.material[primitive], count)
    vertices = np.zeros(len(source), STILL_VERTEX)

    def fill(begin: int) -> None:
        block = slice(begin, begin + BLOCK)
        mine, rows = node[block], source[block]
        turned = np.einsum("nij,nj->ni", linear[mine], soup.positions[rows])
        vertices["position"][block] = turned + shift[mine]
        normals = np.einsum("nij,nj->ni", upright[mine], soup.normals[rows])
        lit = _lit(normals, light)[:, None] * scene.colours[material[block]]
        vertices["colour"][block, :3] = np.rint(np.clip(lit, 0.0, 1.0) * 255.0)

    each(fill, range(0, len(source), BLOCK))
    return vertices


def _lit(normals: F32, light: Light) -> F32:
    """(n,) share of its colour that a surface shows."""
    along = normals @ np.array(light.towards, np.float32)
    facing = along / np.maximum(np.linalg.norm(normals, axis=1), 1e-9)
    return np.asarray(light.ambient + (1.0 - light.ambient) * np.maximum(facing, 0.0))
