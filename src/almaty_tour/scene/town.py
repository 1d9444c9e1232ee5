"""The baked town as chunks: houses and trees in tiles of half a kilometre."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import AssetError
from almaty_tour.mesh.data import F32, Collision
from almaty_tour.scene.chunk import Chunk, Instances
from almaty_tour.scene.vertex import INSTANCE

F64 = npt.NDArray[np.float64]
Ground = Callable[[npt.ArrayLike, npt.ArrayLike], F64]
TILE_M = 512.0
LIMIT_BYTES = 40_000_000
TALLEST_M = 70.0
_TILES = 1 << 12


class _HouseKind(msgspec.Struct, frozen=True):
    kind: str
    size_m: tuple[float, float, float]
    wings_m: tuple[tuple[float, float, float, float], ...]


class _TownFile(msgspec.Struct, frozen=True):
    half_side_m: float
    trees: tuple[str, ...]
    street: tuple[str, ...]
    houses: tuple[_HouseKind, ...]


@dataclass(frozen=True)
class Town:
    """The town's tables.

    Attributes:
        half_side_m: the map picture covers twice this, about the middle of the frame.
        house_wings_m: (kinds, 2, 4) f8 rectangles of the plan: left, near, right, far; the
            second is all 0 for a house of one wing.
        houses, trees: structured rows with x, y, scale, kind, seed (houses also yaw).
        street: rows of lamps and cars with x, y, yaw, kind.
    """

    half_side_m: float
    house_kinds: tuple[str, ...]
    house_sizes_m: F64
    house_wings_m: F64
    tree_kinds: tuple[str, ...]
    street_kinds: tuple[str, ...]
    houses: npt.NDArray[np.void]
    trees: npt.NDArray[np.void]
    street: npt.NDArray[np.void]


def read_town(folder: Path) -> Town:
    """The town from `assets/city`; AssetError when a file is missing or damaged."""
    path = folder / "town.toml"
    try:
        table = msgspec.toml.decode(read_bounded(path, 100_000), type=_TownFile)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise AssetError(path, f"is damaged: {error}", hint="bake the town again") from error
    return Town(
        half_side_m=table.half_side_m,
        house_kinds=tuple(house.kind for house in table.houses),
        house_sizes_m=np.array([house.size_m for house in table.houses]),
        house_wings_m=np.array([_two(house.wings_m) for house in table.houses]),
        tree_kinds=table.trees,
        street_kinds=table.street,
        houses=_rows(folder / "houses.npy", len(table.houses)),
        trees=_rows(folder / "trees.npy", len(table.trees)),
        street=_rows(folder / "street.npy", len(table.street)),
    )


def _two(wings: tuple[tuple[float, float, float, float], ...]) -> F64:
    return np.array([*wings, (0.0, 0.0, 0.0, 0.0)][:2])


def town_chunks(town: Town, ground: Ground) -> list[Chunk]:
    """The town's chunks, standing on `ground`."""
    houses = _sorted(town.houses, _on_ground(town.houses, ground, town))
    trees = _sorted(town.trees, _on_ground(town.trees, ground, None))
    street = _sorted(town.street, _on_ground(town.street, ground, None))
    keys = np.unique(np.concatenate([houses.keys, trees.keys, street.keys]))
    return [
        _chunk(town, int(key), houses.part(key), trees.part(key), street.part(key)) for key in keys
    ]


Part = tuple[npt.NDArray[np.void], F64]


@dataclass(frozen=True)
class _Sorted:
    """Rows with their heights, sorted by the tile they are in."""

    rows: npt.NDArray[np.void]
    heights: F64
    keys: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]

    def part(self, key: int) -> Part:
        at = int(np.searchsorted(self.keys, key))
        if at == len(self.keys) or self.keys[at] != key:
            return self.rows[:0], self.heights[:0]
        mine = slice(self.starts[at], self.starts[at + 1])
        return self.rows[mine], self.heights[mine]


def _sorted(rows: npt.NDArray[np.void], heights: F64) -> _Sorted:
    column, line = (np.floor(rows[axis] / TILE_M).astype(np.int64) for axis in ("x", "y"))
    key = (column + _TILES) * 2 * _TILES + line + _TILES
    order = np.lexsort((rows["kind"], key))
    keys, starts = np.unique(key[order], return_index=True)
    return _Sorted(rows[order], heights[order], keys, np.append(starts, len(key)))


def _rows(path: Path, kinds: int) -> npt.NDArray[np.void]:
    try:
        rows = np.load(io.BytesIO(read_bounded(path, LIMIT_BYTES)), allow_pickle=False)
        if rows.size and int(rows["kind"].max()) >= kinds:
            raise ValueError("a row names an unknown kind")
    except (ValueError, EOFError, IndexError, KeyError) as error:
        raise AssetError(path, f"is damaged: {error}", hint="bake the town again") from error
    return np.asarray(rows)


def _on_ground(rows: npt.NDArray[np.void], ground: Ground, town: Town | None) -> F64:
    """(n,) heights: of the lowest corner of a house, of the foot of a tree."""
    x, y = rows["x"].astype(np.float64), rows["y"].astype(np.float64)
    if town is None:
        return np.asarray(ground(x, y), np.float64)
    corners = _corners(rows, town)
    at = np.asarray(ground(corners[..., 0], corners[..., 1]), np.float64)
    return np.asarray(at.min(axis=1) + 0.3 * np.ptp(at, axis=1))


def _corners(rows: npt.NDArray[np.void], town: Town) -> F64:
    half = town.house_sizes_m[rows["kind"], :2] * rows["scale"][:, :1] / 2.0
    unit = np.array([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]])
    local = unit[None] * half[:, None]
    cos, sin = np.cos(rows["yaw"])[:, None], np.sin(rows["yaw"])[:, None]
    x = rows["x"][:, None] + local[..., 0] * cos - local[..., 1] * sin
    y = rows["y"][:, None] + local[..., 0] * sin + local[..., 1] * cos
    return np.stack([x, y], axis=2).astype(np.float64)


def _chunk(town: Town, key: int, houses: Part, trees: Part, street: Part) -> Chunk:
    tile = key // (2 * _TILES) - _TILES, key % (2 * _TILES) - _TILES
    heights = np.concatenate([houses[1], trees[1], street[1]])
    origin = ((tile[0] + 0.5) * TILE_M, (tile[1] + 0.5) * TILE_M, float(heights.min()))
    reach = TILE_M / 2.0 + 40.0
    return Chunk(
        id=f"town.{tile[0]}.{tile[1]}",
        origin_enu=origin,
        bounds_min=np.array([-reach, -reach, -5.0], np.float32),
        bounds_max=np.array([reach, reach, np.ptp(heights) + TALLEST_M], np.float32),
        instances=(
            *_tables(*houses, origin, town.house_kinds), *_tables(*trees, origin, town.tree_kinds),
            *_tables(*street, origin, town.street_kinds),
        ),
        collision=Collision(boxes=_boxes(town, *houses, origin)),
    )  # fmt: skip


def _tables(
    rows: npt.NDArray[np.void],
    heights: F64,
    origin: tuple[float, float, float],
    kinds: tuple[str, ...],
) -> list[Instances]:
    """One table a kind; the rows come sorted by kind."""
    made = np.zeros(len(rows), INSTANCE)
    made["position"][:, 0] = rows["x"] - origin[0]
    made["position"][:, 1] = rows["y"] - origin[1]
    made["position"][:, 2] = heights - origin[2]
    names = rows.dtype.names or ()
    made["seed"] = rows["seed"] if "seed" in names else 0
    made["scale"] = rows["scale"] if "scale" in names else 1.0
    made["yaw_rad"] = rows["yaw"] if "yaw" in names else (rows["seed"] % 628) / 100.0
    ends = np.searchsorted(rows["kind"], np.arange(len(kinds) + 1))
    spans = zip(kinds, ends, ends[1:], strict=False)
    return [Instances(kind, made[begin:end]) for kind, begin, end in spans if end > begin]


def _boxes(
    town: Town, rows: npt.NDArray[np.void], heights: F64, origin: tuple[float, float, float]
) -> F32:
    """Solid boxes, one a wing."""
    wings = town.house_wings_m[rows["kind"]]
    scale = rows["scale"].astype(np.float64)
    middle = (wings[..., :2] + wings[..., 2:]) / 2.0 * scale[:, None, :1]
    half = (wings[..., 2:] - wings[..., :2]) / 2.0 * scale[:, None, :1]
    cos, sin = np.cos(rows["yaw"])[:, None], np.sin(rows["yaw"])[:, None]
    x = rows["x"][:, None] - origin[0] + middle[..., 0] * cos - middle[..., 1] * sin
    y = rows["y"][:, None] - origin[1] + middle[..., 0] * sin + middle[..., 1] * cos
    bottom = heights - origin[2] - 3.0
    top = bottom + 3.0 + town.house_sizes_m[rows["kind"], 2] * scale[:, 1]
    rest = np.broadcast_to(np.column_stack([rows["yaw"], bottom, top])[:, None], (len(rows), 2, 3))
    boxes = np.concatenate([x[..., None], y[..., None], half, rest], axis=2)
    return np.asarray(boxes[half[..., 0] > 0.0], np.float32)
