"""A plain scene as a still: its one light never changes, so it is worked out beforehand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.bench.grid import Grid, coarse_faces, grid_of
from almaty_tour.bench.parallel import each
from almaty_tour.bench.placed import EACH, LIKE, Light, Placed, placed
from almaty_tour.bench.read import F32, PlainScene
from almaty_tour.bench.sides import SIDES, facing_table, sides_of
from almaty_tour.bench.soup import begins
from almaty_tour.scene.still import Ranges, Shade, Still

I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]
U16 = npt.NDArray[np.uint16]


@dataclass(frozen=True)
class _Runs:
    """Triangles of some ranges, range after range.

    Attributes:
        faces: (t, 3) i4. number, count: (r,) i8 number of each range, ascending, and its
            triangles.
    """

    faces: I32
    number: I64
    count: I64


@dataclass(frozen=True)
class _Part:
    """Ranges of one kind.

    Attributes:
        boxes: (2, 3, r) f4 lowest and highest corner of each range.
        coarse: what may stand for some of them, and (r',) f4 how far off that is.
    """

    fine: _Runs
    boxes: F32
    coarse: tuple[_Runs, F32] | None = None


def still_of(scene: PlainScene, light: Light) -> Still:
    """The still of a scene."""
    made = placed(scene, light)
    number = made.items.number
    apart = range(int(np.searchsorted(number, 2 * LIKE)), len(number))
    parts = [_tiles(made, apart.start), *each(lambda item: _part(made, item), apart)]
    return Still((0.0, 0.0, 0.0), made.vertices, made.object_ids, _indices(parts), _ranges(parts))


def _tiles(made: Placed, end: int) -> _Part:
    """The first items, which are drawn or left out tile by tile: they lie so already."""
    items = made.items
    number, first = np.unique(items.number[:end], return_index=True)
    if not end:
        return _Part(_Runs(made.faces[:0], number, number), np.zeros((2, 3, 0), np.float32))
    count = np.add.reduceat(items.face_count[:end], first)
    corners = begins(items.corner_count)[first]
    positions = made.positions[:, : int(items.corner_count[:end].sum())]
    low, high = (one.reduceat(positions, corners, axis=1) for one in (np.minimum, np.maximum))
    return _Part(_Runs(made.faces[: int(count.sum())], number, count), np.stack([low, high]))


def _part(made: Placed, item: int) -> _Part:
    """A large thing by its sides, a wide one by tiles."""
    faces, first = made.faces[made.items.faces(item)], int(made.items.number[item])
    if first >= 4 * LIKE:
        fine = _sorted(faces, first + 2 * sides_of(made.positions, faces).astype(np.uint16))
        return _Part(fine, _boxes(made, fine))
    grid = _ground(made, item)
    if grid is not None:
        return _with_coarse(made, item, grid)
    fine = _sorted(faces, first + made.tiling.tile(made.positions[:, faces[:, 0]].T))
    return _Part(fine, _boxes(made, fine))


def _ground(made: Placed, item: int) -> Grid | None:
    """The grid that a smooth thing is, None when it is none."""
    corners = made.items.corners(item)
    primitive, base = int(made.items.primitive[item]), corners.start
    if made.soup.flat[primitive]:
        return None
    first = int(made.soup.corner_count[:primitive].sum())
    local = made.soup.positions[first : first + corners.stop - base]
    return grid_of(local, made.faces[made.items.faces(item)] - np.int32(base))


def _with_coarse(made: Placed, item: int, grid: Grid) -> _Part:
    """A ground by tiles of its blocks, each with its coarser stand-in."""
    corners, first = made.items.corners(item), int(made.items.number[item])
    base, vertices = np.int32(corners.start), made.vertices[corners]
    faces = made.faces[made.items.faces(item)] - base
    tile = made.tiling.tile(vertices["position"][grid.first_corner])
    more, block, error_m = coarse_faces(grid, faces, vertices, tile)
    coarse = _sorted(more + base, first + tile[block])
    worst = np.zeros(LIKE, np.float32)
    np.maximum.at(worst, tile, error_m)
    fine = _sorted(faces + base, first + tile[grid.block])
    return _Part(fine, _boxes(made, fine), (coarse, worst[coarse.number - first]))


def _sorted(faces: I32, number: npt.NDArray[np.integer]) -> _Runs:
    """Triangles in the order of the numbers of their ranges."""
    number = number.astype(np.uint16)  # so small that they are sorted by digits
    faces = faces.take(np.argsort(number, kind="stable"), 0)
    count = np.bincount(number)
    used = np.flatnonzero(count)
    return _Runs(faces, used, count[used])


def _boxes(made: Placed, runs: _Runs) -> F32:
    """(2, 3, r) lowest and highest corner of some ranges."""
    corners = made.positions.take(runs.faces.ravel(), 1)
    first = 3 * begins(runs.count)
    ends = [one.reduceat(corners, first, axis=1) for one in (np.minimum, np.maximum)]
    return np.stack(ends)


def _indices(parts: list[_Part]) -> npt.NDArray[np.uint32]:
    """What the ranges are of: the triangles of all, then those of the coarser ones."""
    fine = [part.fine.faces for part in parts]
    coarse = [part.coarse[0].faces for part in parts if part.coarse is not None]
    return np.concatenate([*fine, *coarse]).view(np.uint32).ravel()


def _ranges(parts: list[_Part]) -> Ranges:
    fine = [part.fine for part in parts]
    coarse = [part.coarse[0] for part in parts if part.coarse is not None]
    number = np.concatenate([runs.number for runs in fine])
    every = np.concatenate([number, *(runs.number for runs in coarse)])
    count = 3 * np.concatenate([runs.count for runs in [*fine, *coarse]])
    low, high = np.concatenate([part.boxes for part in parts], axis=2)
    boxes = np.concatenate([(low + high) / 2.0, (high - low) / 2.0, np.ones_like(low[:1])])
    stands, error_m = _stand_ins(parts)
    return Ranges(
        begins(count).astype(np.int32), count.astype(np.int32), _shade(every), boxes,
        _facing(number), stands, error_m,
    )  # fmt: skip


def _stand_ins(parts: list[_Part]) -> tuple[I32, F32]:
    """(n,) of each range which stands for it, and how far that one is off."""
    ranges = sum(len(part.fine.number) for part in parts)
    stands, error_m = np.arange(ranges, dtype=np.int32), np.full(ranges, np.inf, np.float32)
    base, last = 0, ranges
    for part in parts:
        if part.coarse is not None:
            runs, off_m = part.coarse
            mine = base + np.searchsorted(part.fine.number, runs.number)
            stands[mine], error_m[mine] = np.arange(last, last + len(mine)), off_m
            last += len(mine)
        base += len(part.fine.number)
    return stands, error_m


def _facing(number: I64) -> F32:
    """(4, 3, r) as `Ranges.facing`."""
    table = np.concatenate([facing_table(), np.zeros((1, 4, 3), np.float32)])
    side = np.where(number < 4 * LIKE, SIDES, (number - 4 * LIKE) % EACH // 2)
    return np.ascontiguousarray(table[side].transpose(1, 2, 0))


def _shade(number: I64) -> npt.NDArray[np.uint8]:
    like = np.where(number < 4 * LIKE, number // LIKE % 2, number % 2)
    return np.where(like == 1, Shade.SMOOTH, Shade.FLAT).astype(np.uint8)
