"""A plain scene as a still: its one light never changes, so it is worked out beforehand.

Every node keeps an object id of its own (its number + 1), so that a picture of ids can tell
whether a building is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from almaty_tour.bench.read import F32, F64, PlainScene
from almaty_tour.bench.soup import Soup, corners_of, faces_of, soup_of
from almaty_tour.scene.copies import spans
from almaty_tour.scene.still import STILL_VERTEX, Ranges, Shade, Still

I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]

TILES: Final = 16
"""Along the wider side of the scene."""
OWN_RANGE: Final = 4096
"""Triangles from which a thing is culled by itself."""
BLOCK: Final = 1 << 17
TO_Z_UP: Final = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, -1.0], [0.0, 1.0, 0.0]])


@dataclass(frozen=True)
class Light:
    """The light of the contract: (3,) towards it, Z up; the share that is everywhere."""

    towards: tuple[float, float, float]
    ambient: float


@dataclass(frozen=True)
class _Items:
    """One primitive of one node each: its node, primitive, tile and whether it crosses tiles."""

    node: I64
    primitive: I64
    tile: I64
    wide: npt.NDArray[np.bool_]


def still_of(scene: PlainScene, light: Light) -> Still:
    """The still of a scene."""
    soup = soup_of(scene)
    places = (scene.matrices[:, :3, 3] @ TO_Z_UP.T).astype(np.float32)
    low = places[:, :2].min(axis=0)
    side = np.float32(np.ptp(places[:, :2], axis=0).max() / TILES + 1.0)
    items = _items(scene, soup, places, low, side)
    vertices = _vertices(scene, soup, items, light)
    faces = _faces(soup, items)
    key = _keys(soup, items, faces, vertices, low, side)
    order = np.argsort(key, kind="stable")
    faces = faces.take(order, 0)
    ids = np.repeat(items.node + 1, soup.corner_count[items.primitive]).astype(np.uint32)
    ranges = _ranges(vertices["position"], faces, key.take(order))
    return Still((0.0, 0.0, 0.0), vertices, ids, faces.astype(np.uint32).ravel(), ranges)


def _items(
    scene: PlainScene, soup: Soup, places: F32, low: F32, side: np.float32
) -> _Items:  # fmt: skip
    """Every primitive of every node, tile by tile."""
    count = soup.count[scene.mesh]
    node = np.repeat(np.arange(len(scene.mesh)), count)
    primitive = spans(soup.first[scene.mesh], count)
    tile = _tile(places[:, :2], low, side)[node]
    scale = np.abs(scene.matrices[:, :3, :3]).sum(axis=1).max(axis=1)
    wide = _reach(soup)[primitive] * scale[node] > side
    order = np.argsort(tile, kind="stable")
    return _Items(node[order], primitive[order], tile[order], wide[order])


def _tile(points: F32, low: F32, side: np.float32) -> I64:
    cell = np.clip(np.floor((points - low) / side), 0, TILES - 1).astype(np.int64)
    return np.asarray(cell[:, 0] * TILES + cell[:, 1])


def _reach(soup: Soup) -> F32:
    """(p,) how far the corners of a primitive are from its origin along an axis."""
    first = np.cumsum(soup.corner_count) - soup.corner_count
    return np.asarray(np.maximum.reduceat(np.abs(soup.positions).max(axis=1), first))


def _vertices(
    scene: PlainScene, soup: Soup, items: _Items, light: Light
) -> npt.NDArray[Any]:  # fmt: skip
    """Corners in the world with their colours, item after item."""
    linear = (TO_Z_UP @ scene.matrices[:, :3, :3]).astype(np.float32)
    shift = (scene.matrices[:, :3, 3] @ TO_Z_UP.T).astype(np.float32)
    upright = np.linalg.inv(linear).transpose(0, 2, 1)
    count = soup.corner_count[items.primitive]
    node, source = np.repeat(items.node, count), corners_of(soup, items.primitive)
    base = np.repeat(scene.colours[soup.material[items.primitive]], count, 0)
    towards = np.array(light.towards, np.float32)
    vertices = np.zeros(len(source), STILL_VERTEX)
    for begin in range(0, len(source), BLOCK):
        block = slice(begin, begin + BLOCK)
        mine, rows = node[block], source[block]
        turned = np.einsum("nij,nj->ni", linear[mine], soup.positions[rows])
        vertices["position"][block] = turned + shift[mine]
        normals = np.einsum("nij,nj->ni", upright[mine], soup.normals[rows])
        facing = normals @ towards / np.maximum(np.linalg.norm(normals, axis=1), 1e-9)
        lit = light.ambient + (1.0 - light.ambient) * np.maximum(facing, 0.0)
        colours = np.rint(np.clip(base[block] * lit[:, None], 0.0, 1.0) * 255.0)
        vertices["colour"][block, :3] = colours
    return vertices


def _faces(soup: Soup, items: _Items) -> I32:
    """(t, 3) triangles of all items, counted from the first corner of all."""
    corners = soup.corner_count[items.primitive]
    bases = np.repeat(np.cumsum(corners) - corners, soup.face_count[items.primitive])
    faces = soup.faces.astype(np.int32).take(faces_of(soup, items.primitive), 0)
    return faces + bases.astype(np.int32)[:, None]


def _keys(
    soup: Soup, items: _Items, faces: I32, vertices: npt.NDArray[Any], low: F32, side: np.float32
) -> npt.NDArray[np.uint16]:
    """(t,) number of the range of each triangle: by shade and tile; large things have their own."""
    count = soup.face_count[items.primitive]
    smooth = ~soup.flat[items.primitive]
    key = items.tile + smooth * TILES * TILES
    large = np.flatnonzero((count > OWN_RANGE) & ~items.wide)
    key[large] = 2 * TILES * TILES + np.arange(len(large)) % 2**14 * 2 + smooth[large]
    keys = np.repeat(key, count)
    for item in np.flatnonzero(items.wide):
        end = int(count[: item + 1].sum())
        mine = slice(end - int(count[item]), end)
        middle = vertices["position"][faces[mine, 0], :2]
        keys[mine] = _tile(middle, low, side) + smooth[item] * TILES * TILES
    return keys.astype(np.uint16)


def _ranges(positions: F32, faces: I32, key: npt.NDArray[np.uint16]) -> Ranges:
    """The ranges of sorted triangles."""
    first = np.flatnonzero(np.diff(key, prepend=np.uint16(2**16 - 1)))
    count = np.diff(first, append=len(key))
    boxes = np.ones((7, len(first)), np.float32)
    face_m = np.zeros(len(first), np.float32)
    for axis in range(3):
        corner = positions[:, axis].take(faces)
        low, high = corner.min(axis=1), corner.max(axis=1)
        face_m = np.maximum(face_m, np.maximum.reduceat(high - low, first))
        least, most = np.minimum.reduceat(low, first), np.maximum.reduceat(high, first)
        boxes[axis], boxes[axis + 3] = (least + most) / 2.0, (most - least) / 2.0
    tiles = np.int32(TILES * TILES)
    own = key[first].astype(np.int32)
    smooth = np.where(own < 2 * tiles, own >= tiles, own % 2 == 1)
    shade = np.where(smooth, Shade.SMOOTH, Shade.FLAT).astype(np.uint8)
    return Ranges(
        (first * 3).astype(np.int32), (count * 3).astype(np.int32), shade, boxes, face_m
    )  # fmt: skip
