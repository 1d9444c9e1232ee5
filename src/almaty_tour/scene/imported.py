"""An imported map as chunks: reads the finished arrays of the user's data folder.

What is read may be foreign: every array is checked before it is used, a tile that is damaged
is told and left out. Heights in the files are over the ground of each building.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
import numpy.typing as npt

from almaty_tour.base.arrays import read_npz
from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import AlmatyTourError, AssetError
from almaty_tour.base.swap import Place
from almaty_tour.mesh.compact import unpacked_normals
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Prism
from almaty_tour.mesh.simplify import LevelMesh
from almaty_tour.scene.chunk import Chunk
from almaty_tour.scene.load import Placement, model_chunk
from almaty_tour.scene.paint import GroundPaint, read_paint
from almaty_tour.scene.town import Town

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]
Arrays = dict[str, npt.NDArray[Any]]
Ground = Callable[[npt.ArrayLike, npt.ArrayLike], F64]

FORMAT: Final = 2
TILE_M: Final = 512.0
FOLDER: Final = "city"
MARK_FILE: Final = "import.toml"
HINT: Final = "import the map again, or almaty-tour city reset"
ERROR_M: Final = (0.0, 1.0)
HOUSES, GREEN, DENSE, THINGS, STILL = 1, 2, 4, 8, 16
"""Bits of the raster: what gives way of the built-in town: houses; trees; painted streets; lamps
and parked cars; moving traffic."""
_TILE_BYTES: Final = 120_000_000
_HEAD_BYTES: Final = 100_000
_MOST_PARTS: Final = 4095
_MOST_ROWS: Final = 5_000_000
_RISE_M: Final = (0.3, 2.5)
_BELOW_M: Final = 3.0


class ImportedMap(msgspec.Struct, frozen=True):
    """What `import.toml` tells of an import."""

    file: str
    blake2: str
    licence: str
    credit: str
    extent_m: tuple[float, float, float, float]
    format: int = FORMAT
    date: str = ""
    kind: str = "osm"
    drawn: int = 0
    landmark: int = 0
    skipped: int = 0
    tiles: int = 0


@dataclass(frozen=True)
class HideRaster:
    """Where the built-in town gives way.

    Attributes:
        mask: (rows, columns) u1 of `HOUSES` and `GREEN`, row 0 in the south.
        west_m, south_m, cell_m: where it lies.
    """

    mask: npt.NDArray[np.uint8]
    west_m: float
    south_m: float
    cell_m: float

    def at(self, x_m: npt.ArrayLike, y_m: npt.ArrayLike) -> npt.NDArray[np.uint8]:
        """The bits at points, 0 beyond the raster."""
        x, y = np.asarray(x_m, np.float64), np.asarray(y_m, np.float64)
        column = np.floor((x - self.west_m) / self.cell_m).astype(np.int64)
        row = np.floor((y - self.south_m) / self.cell_m).astype(np.int64)
        rows, columns = self.mask.shape
        inside = (row >= 0) & (row < rows) & (column >= 0) & (column < columns)
        found = self.mask[np.where(inside, row, 0), np.where(inside, column, 0)]
        return np.where(inside, found, 0).astype(np.uint8)


def hidden(
    rows: npt.NDArray[np.void], raster: HideRaster | None, bit: int = HOUSES
) -> npt.NDArray[np.bool_]:
    """(n,) which rows of the built-in town (with x and y in metres) give way to the map."""
    if raster is None:
        return np.zeros(len(rows), np.bool_)
    return np.asarray(raster.at(rows["x"], rows["y"]) & bit != 0)


def thinned(town: Town, hide: HideRaster | None) -> Town:
    """The built-in town without what gives way to an imported map."""
    if hide is None:
        return town
    return replace(
        town,
        houses=town.houses[~_houses_hidden(town, hide)],
        trees=town.trees[~hidden(town.trees, hide, GREEN)],
        street=town.street[~hidden(town.street, hide, THINGS)],
        yards=town.yards[~hidden(town.yards, hide, THINGS)],
    )


def _houses_hidden(town: Town, hide: HideRaster) -> npt.NDArray[np.bool_]:
    """(n,) which houses stand with any part of their plan where they have to give way."""
    rows = town.houses
    u, v = (axis.ravel() for axis in np.meshgrid(np.linspace(-0.5, 0.5, 7), (-0.5, 0.0, 0.5)))
    size = town.house_sizes_m[rows["kind"], :2] * rows["scale"][:, :1]
    cos, sin = np.cos(rows["yaw"])[:, None], np.sin(rows["yaw"])[:, None]
    along, across = size[:, :1] * u, size[:, 1:] * v
    x = rows["x"][:, None] + along * cos - across * sin
    y = rows["y"][:, None] + along * sin + across * cos
    return np.asarray((hide.at(x, y) & HOUSES != 0).any(axis=1))


def joined_paint(own: GroundPaint, data_dir: Path | None, hide: HideRaster | None) -> GroundPaint:
    """The painting of the built-in town outside the dense region, of the map inside it."""
    if data_dir is None or hide is None:
        return own
    theirs = read_paint(data_dir / FOLDER, HINT)
    middle = own.fills["corners"].mean(axis=1)
    fills = own.fills[hide.at(*middle.T) & DENSE == 0]
    middle = (own.strokes["a"] + own.strokes["b"]) / np.float32(2.0)
    strokes = own.strokes[hide.at(*middle.T) & DENSE == 0]
    return GroundPaint(
        np.concatenate([fills, theirs.fills]), np.concatenate([strokes, theirs.strokes])
    )


def import_place(data_dir: Path) -> Place:
    """Where an imported map lies in the user's data folder."""
    return Place(data_dir / FOLDER, MARK_FILE)


def read_import(data_dir: Path) -> ImportedMap | None:
    """What is imported into a user's data folder; None for nothing, AssetError for damage."""
    path = data_dir / FOLDER / MARK_FILE
    if not path.is_file():
        return None
    try:
        told = msgspec.toml.decode(read_bounded(path, _HEAD_BYTES), type=ImportedMap)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise AssetError(path, f"is damaged: {error}", hint=HINT) from error
    if told.format != FORMAT:
        raise AssetError(path, "was written by another version", hint=HINT)
    return told


def read_hide(data_dir: Path) -> HideRaster | None:
    """The raster of an import; None for none, AssetError for damage."""
    path = data_dir / FOLDER / "hide.npz"
    if not path.is_file():
        return None
    arrays = _arrays(path)
    try:
        mask, place = arrays["mask"], arrays["place"]
        if mask.dtype != np.uint8 or mask.ndim != 2 or not mask.size or place.shape != (3,):
            raise ValueError("its raster has another shape")
        west, south, cell = (float(v) for v in place)
        if not (np.isfinite([west, south, cell]).all() and cell > 0.0):
            raise ValueError("its raster lies nowhere")
    except (KeyError, ValueError) as error:
        raise AssetError(path, f"is damaged: {error}", hint=HINT) from error
    return HideRaster(mask, west, south, cell)


def imported_chunks(
    data_dir: Path,
    ground: Ground,
    material_rows: Mapping[str, int],
    near: tuple[float, float] = (0.0, 0.0),
) -> Iterator[Chunk | AlmatyTourError]:
    """The chunks of an import, those near a place first; faults in place of damaged tiles."""
    paths = (data_dir / FOLDER).glob("buildings_*.npz")
    for path in sorted(paths, key=lambda path: (_away_m(path, near), path.name)):
        try:
            yield tile_chunk(path, ground, material_rows)
        except AlmatyTourError as fault:
            yield fault


def _away_m(path: Path, near: tuple[float, float]) -> float:
    """How far a tile is, by the numbers in its name."""
    try:
        column, line = (int(word) for word in path.stem.split("_")[1:])
    except ValueError:
        return float("inf")
    return float(np.hypot((column + 0.5) * TILE_M - near[0], (line + 0.5) * TILE_M - near[1]))


def tile_chunk(path: Path, ground: Ground, material_rows: Mapping[str, int]) -> Chunk:
    """The chunk of one file; AssetError where it is damaged."""
    arrays = _arrays(path)
    try:
        return _chunk(arrays, ground, material_rows)
    except (KeyError, ValueError, IndexError, TypeError, OverflowError) as error:
        raise AssetError(path, f"is damaged: {error}", hint=HINT) from error


def _arrays(path: Path) -> Arrays:
    return read_npz(path, _TILE_BYTES, hint=HINT)


def _chunk(arrays: Arrays, ground: Ground, material_rows: Mapping[str, int]) -> Chunk:
    if int(arrays["format"]) != FORMAT:
        raise ValueError("it was written by another version")
    column, line = (int(v) for v in _checked(arrays["tile"], np.int64, (2,)))
    if max(abs(column), abs(line)) > 1000:
        raise ValueError("its tile lies nowhere")
    middle = np.array([(column + 0.5) * TILE_M, (line + 0.5) * TILE_M])
    rings = _ring_table(arrays)
    base = _base_m(rings, middle, ground, len(arrays["building_id"]))
    level_m = float(base.min()) if len(base) else 0.0
    levels = [
        LevelMesh(_mesh(arrays, f"level{number}_", base - level_m), error)
        for number, error in enumerate(ERROR_M)
    ]
    return model_chunk(
        f"import.{column}.{line}", levels,
        Placement((float(middle[0]), float(middle[1]), level_m)), material_rows,
        props=_props(arrays, middle, ground, level_m),
        collision=_collision(rings, base - level_m),
    )  # fmt: skip


@dataclass(frozen=True)
class _Rings:
    """The outlines of a tile: (k, 2) points, starts, and what each ring belongs to."""

    points: F32
    start: I64
    building: I64
    hole: npt.NDArray[np.bool_]
    box: npt.NDArray[np.bool_]
    low_m: F32
    high_m: F32


def _ring_table(arrays: Arrays) -> _Rings:
    points = _checked(arrays["ring_points"], np.float32, (None, 2))
    start = _checked(arrays["ring_start"], np.int64, (None,))
    count = len(start) - 1
    building = _checked(arrays["ring_building"], np.int64, (count,))
    if count < 1 or start[0] != 0 or start[-1] != len(points) or (np.diff(start) < 3).any():
        raise ValueError("its outlines are out of order")
    _below(building, len(arrays["building_id"]))
    if np.abs(points).max(initial=0.0) > 100.0 * TILE_M:
        raise ValueError("its outlines lie elsewhere")
    return _Rings(
        points, start, building,
        _checked(arrays["ring_hole"], np.uint8, (count,)) > 0,
        _checked(arrays["ring_box"], np.uint8, (count,)) > 0,
        _checked(arrays["ring_low_m"], np.float32, (count,)),
        _checked(arrays["ring_high_m"], np.float32, (count,)),
    )  # fmt: skip


def _base_m(rings: _Rings, middle: F64, ground: Ground, count: int) -> F64:
    """(count,) height above sea level of the ground floor of each building."""
    at = rings.points.astype(np.float64) + middle
    z = np.asarray(ground(at[:, 0], at[:, 1]), np.float64)
    owner = np.repeat(rings.building, np.diff(rings.start))
    low, high = np.full(count, np.inf), np.full(count, -np.inf)
    np.minimum.at(low, owner, z)
    np.maximum.at(high, owner, z)
    share, most = _RISE_M
    base = low + np.minimum(share * (high - low), most)
    return np.where(np.isfinite(base), base, 0.0)


def _mesh(arrays: Arrays, name: str, base_m: F64) -> MeshData:
    """One level, standing on the ground."""
    positions = _checked(arrays[f"{name}position"], np.float32, (None, 3))
    count = len(positions)
    building = _checked(arrays[f"{name}building"], np.uint16, (count,))
    faces = _checked(arrays[f"{name}faces"], np.uint32, (None, 3))
    material = _checked(arrays[f"{name}material"], np.uint8, (count,))
    materials = tuple(str(word) for word in arrays["materials"].tolist())
    _below(building, len(base_m))
    _below(faces, count)
    _below(material, len(materials))
    placed = positions.copy()
    placed[:, 2] += base_m.astype(np.float32)[building]
    parts = min(len(base_m), _MOST_PARTS)
    return MeshData(
        positions=placed,
        normals=unpacked_normals(_checked(arrays[f"{name}normal"], np.int8, (count, 3))),
        uv=_checked(arrays[f"{name}uv"], np.float32, (count, 2)),
        tint=_checked(arrays[f"{name}tint"], np.uint8, (count, 4)),
        material=material.astype(np.uint16),
        part=(building % max(parts, 1)).astype(np.uint16),
        faces=faces,
        materials=materials,
        parts=tuple(f"building.{number}" for number in range(parts)),
    )


def _props(arrays: Arrays, middle: F64, ground: Ground, level_m: float) -> list[InstanceTable]:
    """The trees and cars of a tile by kind, on the ground."""
    place = _checked(arrays["prop_place"], np.float32, (None, 2))
    count = len(place)
    kind = _checked(arrays["prop_kind"], np.uint8, (count,))
    scale = _checked(arrays["prop_scale"], np.float32, (count, 2))
    yaw = _checked(arrays["prop_yaw_rad"], np.float32, (count,))
    seed = _checked(arrays["prop_seed"], np.uint32, (count,))
    names = [str(word) for word in arrays["props"].tolist()]
    _below(kind, len(names))
    at = place.astype(np.float64) + middle
    z = np.asarray(ground(at[:, 0], at[:, 1]), np.float64) - level_m
    points = np.column_stack([place, z]).astype(np.float32)
    return [
        InstanceTable(name, points[kind == n], yaw[kind == n], scale[kind == n], seed[kind == n])
        for n, name in enumerate(names) if bool((kind == n).any())
    ]  # fmt: skip


def _collision(rings: _Rings, base_m: F64) -> Collision:
    """Plain houses as boxes, the others as prisms; courts are joined to their outer ring."""
    solids: list[Prism] = []
    boxes: list[tuple[float, ...]] = []
    outer = np.flatnonzero(~rings.hole)
    ends = np.append(outer[1:], len(rings.hole))
    for ring, end in zip(outer.tolist(), ends.tolist(), strict=True):
        lines = [rings.points[rings.start[r] : rings.start[r + 1]] for r in range(ring, end)]
        base = float(base_m[rings.building[ring]])
        low = float(rings.low_m[ring])
        bottom = base + (low if low > 0.0 else -_BELOW_M)
        top = base + float(rings.high_m[ring])
        if len(lines) == 1 and rings.box[ring]:
            boxes.append((*_box(lines[0]), bottom, top))
        else:
            solids.append(Prism(_keyhole(lines), bottom, top))
    return Collision(solids=tuple(solids), boxes=np.array(boxes, np.float32).reshape(-1, 7))


def _box(line: F32) -> tuple[float, float, float, float, float]:
    """Middle, half sides and yaw of the rectangle along a ring's longest side."""
    step = np.roll(line, -1, axis=0) - line
    yaw = float(np.arctan2(*step[np.hypot(*step.T).argmax()][::-1]))
    cos, sin = np.cos(yaw), np.sin(yaw)
    turned = line @ np.array([[cos, -sin], [sin, cos]], np.float32)
    low, high = turned.min(axis=0), turned.max(axis=0)
    u, v = (low + high) / 2.0
    half = (high - low) / 2.0
    return (
        float(u * cos - v * sin), float(u * sin + v * cos), float(half[0]), float(half[1]), yaw,
    )  # fmt: skip


def _keyhole(lines: list[F32]) -> F32:
    """One ring that goes round the outer line and each court, there and back by the same way."""
    ring = lines[0]
    for court in lines[1:]:
        ring = np.concatenate([ring, ring[:1], court, court[:1], ring[:1]])
    return np.ascontiguousarray(ring)


def _checked(array: npt.NDArray[Any], kind: Any, shape: tuple[int | None, ...]) -> Any:
    """The array when it has a kind, a shape and believable numbers; ValueError when not."""
    fits = array.ndim == len(shape) and all(
        want is None or have == want for have, want in zip(array.shape, shape, strict=True)
    )
    if array.dtype != np.dtype(kind) or not fits or len(array) > _MOST_ROWS:
        raise ValueError(f"an array of {array.dtype} {array.shape} was not expected")
    if array.dtype.kind == "f" and not np.isfinite(array).all():
        raise ValueError("a number is not finite")
    return array


def _below(index: npt.NDArray[Any], count: int) -> None:
    if index.size and (int(index.max()) >= count or int(index.min()) < 0):
        raise ValueError("an index points beyond its table")
