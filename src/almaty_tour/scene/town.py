"""The baked town as chunks: houses and trees in tiles of a kilometre."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from almaty_tour.base.arrays import DAMAGE, damaged, read_npy
from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import AssetError
from almaty_tour.mesh.data import F32, Collision
from almaty_tour.scene.chunk import Chunk, Instances
from almaty_tour.scene.vertex import AXLE_M, INSTANCE, leaning

F64 = npt.NDArray[np.float64]
Rows = npt.NDArray[np.void]
Ground = Callable[[npt.ArrayLike, npt.ArrayLike], F64]
TILE_M = 1024.0
LIMIT_BYTES = 40_000_000
HINT = "bake the town again"
TALLEST_M = 115.0
MOST_WINGS = 3
SUNK_M, PLINTH_M = 0.5, 2.6
SCALE_STEP = 1.0 / 128.0
DEEP_M = 3.0
_TILES, _KINDS = 1 << 12, 1 << 8


class _HouseKind(msgspec.Struct, frozen=True):
    kind: str
    size_m: tuple[float, float, float]
    wings_m: tuple[tuple[float, float, float, float], ...]


class _TownFile(msgspec.Struct, frozen=True):
    extent_m: tuple[float, float, float, float]
    trees: tuple[str, ...]
    street: tuple[str, ...]
    yards: tuple[str, ...]
    houses: tuple[_HouseKind, ...]


@dataclass(frozen=True)
class Town:
    """The town's tables.

    Attributes:
        extent_m: west, south, east and north border of what the map pictures cover.
        house_wings_m: (kinds, 3, 4) f8 rectangles of the plan: left, near, right, far; all 0
            after the last wing of a house.
        houses, trees: structured rows with x, y, scale, kind, seed (houses also yaw); the scale
            of trees counts steps of `SCALE_STEP`.
        street: rows of lamps and cars with x, y, yaw, kind.
        yards: rows of what stands between houses with x, y, yaw, scale, kind.
    """

    extent_m: tuple[float, float, float, float]
    house_kinds: tuple[str, ...]
    house_sizes_m: F64
    house_wings_m: F64
    tree_kinds: tuple[str, ...]
    street_kinds: tuple[str, ...]
    yard_kinds: tuple[str, ...]
    houses: Rows
    trees: Rows
    street: Rows
    yards: Rows


def read_town(folder: Path) -> Town:
    """The town from `assets/city`; AssetError when a file is missing or damaged."""
    path = folder / "town.toml"
    try:
        table = msgspec.toml.decode(read_bounded(path, 100_000), type=_TownFile)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise AssetError(path, f"is damaged: {error}", hint=HINT) from error
    return Town(
        extent_m=table.extent_m,
        house_kinds=tuple(house.kind for house in table.houses),
        house_sizes_m=np.array([house.size_m for house in table.houses]),
        house_wings_m=np.array([_padded(house.wings_m) for house in table.houses]),
        tree_kinds=table.trees,
        street_kinds=table.street,
        yard_kinds=table.yards,
        houses=_rows(folder / "houses.npy", len(table.houses)),
        trees=_rows(folder / "trees.npy", len(table.trees)),
        street=_rows(folder / "street.npy", len(table.street)),
        yards=_rows(folder / "yards.npy", len(table.yards)),
    )


def _padded(wings: tuple[tuple[float, float, float, float], ...]) -> F64:
    nothing = (0.0, 0.0, 0.0, 0.0)
    return np.array([*wings, *[nothing] * MOST_WINGS][:MOST_WINGS])


def tile_keys(rows: Rows) -> npt.NDArray[np.int64]:
    """(n,) numbers that sort rows by tile, then by kind."""
    column, line = (np.floor(rows[axis] / TILE_M).astype(np.int64) for axis in ("x", "y"))
    tile = (column + _TILES) * 2 * _TILES + line + _TILES
    return np.asarray(tile * _KINDS + rows["kind"], np.int64)


def town_chunks(town: Town, ground: Ground) -> list[Chunk]:
    """The town's chunks, standing on `ground`."""
    houses = _sorted(town.houses)
    tables = (
        _tiled(houses, town.house_kinds, _floors(houses, ground, town)),
        *(
            _tiled(rows, kinds, _feet(rows, ground))
            for rows, kinds in (
                (_sorted(town.trees), town.tree_kinds),
                (_leant(_sorted(town.street), town.street_kinds, ground), town.street_kinds),
                (_sorted(town.yards), town.yard_kinds),
            )
        ),
    )
    boxes = _boxes(town, houses, tables[0].heights)
    tiles = np.unique(np.concatenate([table.tiles for table in tables])).tolist()
    return [_chunk(tile, tables, boxes) for tile in tiles]


def _leant(rows: Rows, kinds: tuple[str, ...], ground: Ground) -> Rows:
    """Things of the street; cars stand on all their wheels."""
    car = np.flatnonzero(np.array([kind.startswith("car.") for kind in kinds])[rows["kind"]])
    yaw = rows["yaw"][car].astype(np.float64)
    x, y = rows["x"][car].astype(np.float64), rows["y"][car].astype(np.float64)
    east, north = np.cos(yaw) * AXLE_M, np.sin(yaw) * AXLE_M
    rise = np.subtract(ground(x + east, y + north), ground(x - east, y - north))
    leant = rows.copy()
    leant["yaw"][car] = leaning(yaw, rise / (2.0 * AXLE_M))
    return leant


@dataclass(frozen=True)
class _Tiled:
    """Copies of one table, those of a tile side by side, by kind.

    Attributes:
        rows: (n,) of `INSTANCE`; x and y from the middle of their tile, z above sea level.
        heights: (n,) f8. tiles: (t,) numbers of the tiles; lowest: (t,) f8.
        spans: of each tile the kinds with their first and last row.
    """

    rows: Rows
    heights: F64
    tiles: npt.NDArray[np.int64]
    lowest: dict[int, float]
    highest: dict[int, float]
    spans: dict[int, list[tuple[str, int, int]]]


def _sorted(rows: Rows) -> Rows:
    """By tile and kind; the bakery has done it already."""
    keys = tile_keys(rows)
    return rows if (keys[1:] >= keys[:-1]).all() else rows[np.argsort(keys, kind="stable")]


def _tiled(rows: Rows, kinds: tuple[str, ...], heights: F64) -> _Tiled:
    keys = tile_keys(rows)
    tile, middle = keys // _KINDS, _middle(keys // _KINDS)
    made = np.zeros(len(rows), INSTANCE)
    made["position"][:, 0], made["position"][:, 1] = rows["x"] - middle[0], rows["y"] - middle[1]
    names = rows.dtype.names or ()
    made["seed"] = rows["seed"] if "seed" in names else 0
    made["scale"] = _scale(rows) if "scale" in names else 1.0
    made["yaw_rad"] = rows["yaw"] if "yaw" in names else (rows["seed"] % 628) / 100.0
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    spans: dict[int, list[tuple[str, int, int]]] = {}
    ends = np.append(first, len(rows))[1:].tolist()
    for number, kind, begin, end in zip(
        tile[first].tolist(), rows["kind"][first].tolist(), first.tolist(), ends, strict=True
    ):
        spans.setdefault(number, []).append((kinds[kind], begin, end))
    starts = np.flatnonzero(np.diff(tile, prepend=-1))
    tiles = tile[starts]
    names_of = tiles.tolist()
    low = np.minimum.reduceat(heights, starts).tolist() if len(starts) else []
    high = np.maximum.reduceat(heights, starts).tolist() if len(starts) else []
    return _Tiled(made, heights, tiles, dict(zip(names_of, low, strict=True)),
                  dict(zip(names_of, high, strict=True)), spans)  # fmt: skip


def _scale(rows: Rows) -> F32:
    """(n, 2) width and height of rows; whole numbers count steps."""
    scale = rows["scale"].astype(np.float32)
    whole = np.issubdtype(rows["scale"].dtype, np.integer)
    return np.asarray(scale * np.float32(SCALE_STEP) if whole else scale, np.float32)


def _middle(tile: npt.NDArray[np.int64]) -> tuple[F64, F64]:
    """Middles of tiles: their x and their y."""
    column, line = tile // (2 * _TILES) - _TILES, tile % (2 * _TILES) - _TILES
    return np.asarray((column + 0.5) * TILE_M), np.asarray((line + 0.5) * TILE_M)


def _rows(path: Path, kinds: int) -> Rows:
    rows = read_npy(path, LIMIT_BYTES, hint=HINT)
    try:
        if rows.ndim != 1:
            raise ValueError("it is not one list of rows")
        if rows.size and int(rows["kind"].max()) >= kinds:
            raise ValueError("a row names an unknown kind")
        if not (np.isfinite(rows["x"]).all() and np.isfinite(rows["y"]).all()):
            raise ValueError("a row lies nowhere")
    except DAMAGE as error:
        raise damaged(path, error, HINT) from error
    return rows


def _feet(rows: Rows, ground: Ground) -> F64:
    """(n,) heights of the ground under rows."""
    return np.asarray(ground(rows["x"].astype(np.float64), rows["y"].astype(np.float64)))


def _floors(rows: Rows, ground: Ground, town: Town) -> F64:
    """(n,) heights of the floors of houses.

    A floor is a step below the highest corner at most, as far as the plinth reaches down.
    """
    corners = _corners(rows, town)
    at = np.asarray(ground(corners[..., 0], corners[..., 1]), np.float64)
    low, high = at.min(axis=1), at.max(axis=1)
    return np.asarray(np.clip(high - SUNK_M, low, low + PLINTH_M))


def _corners(rows: Rows, town: Town) -> F64:
    half = town.house_sizes_m[rows["kind"], :2] * rows["scale"][:, :1] / 2.0
    unit = np.array([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]])
    local = unit[None] * half[:, None]
    cos, sin = np.cos(rows["yaw"])[:, None], np.sin(rows["yaw"])[:, None]
    x = rows["x"][:, None] + local[..., 0] * cos - local[..., 1] * sin
    y = rows["y"][:, None] + local[..., 0] * sin + local[..., 1] * cos
    return np.stack([x, y], axis=2).astype(np.float64)


def _chunk(tile: int, tables: tuple[_Tiled, ...], boxes: dict[int, F32]) -> Chunk:
    column, line = tile // (2 * _TILES) - _TILES, tile % (2 * _TILES) - _TILES
    low = min(table.lowest.get(tile, np.inf) for table in tables)
    high = max(table.highest.get(tile, -np.inf) for table in tables)
    instances = []
    for table in tables:
        for kind, begin, end in table.spans.get(tile, ()):
            rows = table.rows[begin:end]
            rows["position"][:, 2] = table.heights[begin:end] - low
            instances.append(Instances(kind, rows))
    solid = boxes.get(tile, np.zeros((0, 7), np.float32))
    solid[:, 5:] -= low
    reach = TILE_M / 2.0 + 40.0
    return Chunk(
        id=f"town.{column}.{line}",
        origin_enu=((column + 0.5) * TILE_M, (line + 0.5) * TILE_M, low),
        bounds_min=np.array([-reach, -reach, -5.0], np.float32),
        bounds_max=np.array([reach, reach, high - low + TALLEST_M], np.float32),
        instances=tuple(instances),
        collision=Collision(boxes=solid),
    )


def _boxes(town: Town, rows: Rows, heights: F64) -> dict[int, F32]:
    """Solid boxes of each tile, one a wing; x and y from its middle, heights above the sea."""
    wings = town.house_wings_m[rows["kind"]]
    row, wing = np.nonzero(wings[..., 0] < wings[..., 2])
    plan, mine = wings[row, wing], rows[row]
    tile = tile_keys(mine) // _KINDS
    scale = mine["scale"].astype(np.float64)
    centre, half = (plan[:, :2] + plan[:, 2:]) / 2.0, (plan[:, 2:] - plan[:, :2]) / 2.0
    cos, sin = np.cos(mine["yaw"]) * scale[:, 0], np.sin(mine["yaw"]) * scale[:, 0]
    east, north = _middle(tile)
    made = np.zeros((len(row), 7), np.float32)
    made[:, 0] = mine["x"] - east + centre[:, 0] * cos - centre[:, 1] * sin
    made[:, 1] = mine["y"] - north + centre[:, 0] * sin + centre[:, 1] * cos
    made[:, 2:4] = half * scale[:, :1]
    made[:, 4] = mine["yaw"]
    made[:, 5] = heights[row] - DEEP_M
    made[:, 6] = heights[row] + town.house_sizes_m[mine["kind"], 2] * scale[:, 1]
    starts = np.flatnonzero(np.diff(tile, prepend=-1))
    pieces = np.split(made, starts[1:]) if len(starts) else []
    return dict(zip(tile[starts].tolist(), pieces, strict=True))
