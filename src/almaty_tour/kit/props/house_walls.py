"""Walls of ordinary houses: painted facades whose bays fit the wall, and stacks of balconies."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.paint import Paint
from almaty_tour.kit.props.house_kinds import Block
from almaty_tour.mesh.data import MeshData, merge, mesh

F64 = npt.NDArray[np.float64]
BELOW_M = 3.0
CELL_M = 3.0
RIM_M = 0.7
STACK_OUT_M = 1.1
FAR_TINT = {"facade_panel": 1.08, "facade_plaster": 1.06, "facade_brick": 1.04}
LOW_LIGHT, HIGH_LIGHT = 190, 250


@dataclass(frozen=True)
class Side:
    """One wall: (2,) start and end, counter-clockwise, unit way and outward normal, bays."""

    start: F64
    end: F64
    way: F64
    out: F64
    length_m: float
    bays: int


def sides(block: Block) -> list[Side]:
    """The walls of a block; the first is the front."""
    corners = block.outline
    found = []
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        length = float(np.hypot(*(end - start)))
        way = (end - start) / length
        out = np.array([way[1], -way[0]])
        found.append(Side(start, end, way, out, length, max(1, round(length / block.bay_m))))
    return found


def near(block: Block) -> MeshData:
    """Plinth and facades."""
    first = block.base_m
    pieces = []
    split = block.ground != 1.0 and block.floors > 1
    for number, side in enumerate(sides(block)):
        pieces.append(strip(side, -BELOW_M, first, block.base, None))
        levels = [(0, 1), (1, block.floors)] if split else [(0, block.floors)]
        for low, high in levels:
            paint = block.wall.shaded(block.ground) if split and not low else block.wall
            cells = (float(number % 2), float(low), side.bays, high - low)
            bottom, top = first + low * block.floor_m, first + high * block.floor_m
            pieces.append(strip(side, bottom, top, paint, cells))
    return merge(pieces)


def far(block: Block) -> MeshData:
    """The facades alone, from under the ground to the edge of the roof."""
    top = block.top_m + (0.0 if block.hip_m else RIM_M)
    paint = block.wall.shaded(FAR_TINT.get(block.wall.material, 1.0))
    pieces = []
    for number, side in enumerate(sides(block)):
        low = (-BELOW_M - block.base_m) / block.floor_m
        high = (top - block.base_m) / block.floor_m
        mixed = _mixed(paint, block.accent) if block.accent and number == 0 else paint
        pieces.append(strip(side, -BELOW_M, top, mixed, (0.0, low, side.bays, high - low)))
    return merge(pieces)


def _mixed(paint: Paint, accent: Paint) -> Paint:
    parts = [round(0.75 * a + 0.25 * b) for a, b in zip(paint.tint, accent.tint, strict=True)]
    return Paint(paint.material, "#" + bytes(parts[:3]).hex().upper())


def stacks(block: Block) -> MeshData:
    """Balconies over each other as one painted shaft, on the front and (slabs) on the back."""
    if block.accent is None or not block.accent.material.startswith("facade"):
        return merge([])
    first, step, wide = block.stacks
    front = sides(block)[0]
    starts = range(first, front.bays - wide + 1, step)
    return merge([_stack(block, front, at, wide, STACK_OUT_M) for at in starts])


def _stack(block: Block, side: Side, first: int, wide: int, out_m: float) -> MeshData:
    """A shaft over `wide` bays from the first upper floor to the roof: front and two cheeks."""
    assert block.accent is not None
    bay = side.length_m / side.bays
    left, right = first * bay + 0.12, (first + wide) * bay - 0.12
    low, high = block.base_m + block.floor_m, block.top_m
    a, b = side.start + side.way * left, side.start + side.way * right
    outer_a, outer_b = a + side.out * out_m, b + side.out * out_m
    cells = (float(first % 2), 1.0, wide, block.floors - 1)
    front = strip(_between(outer_a, outer_b, wide), low, high, block.accent, cells)
    thin = (0.0, 1.0, 0, block.floors - 1)
    cheeks = [
        strip(_between(p, q, 1), low, high, block.accent, thin)
        for p, q in ((a, outer_a), (outer_b, b))
    ]
    ring = np.stack([a, b, outer_b, outer_a])
    return merge([front, *cheeks, lid(ring[::-1], high, block.trim), _floor(ring, low, block)])


def _floor(ring: F64, z_m: float, block: Block) -> MeshData:
    made = lid(ring[::-1], z_m, block.trim)
    return replace(made, normals=-made.normals, faces=np.ascontiguousarray(made.faces[:, ::-1]))


def lid(ring: F64, z_m: float, paint: Paint) -> MeshData:
    """A level four-cornered piece looking up; `ring` counter-clockwise."""
    points = np.column_stack([ring, np.full(len(ring), z_m)])
    up = np.tile([0.0, 0.0, 1.0], (len(ring), 1))
    return mesh(points, [[0, 1, 2], [0, 2, 3]], up, paint.material, tint=paint.tint)


def _between(start: F64, end: F64, bays: int) -> Side:
    length = float(np.hypot(*(end - start)))
    way = (end - start) / length
    return Side(start, end, way, np.array([way[1], -way[0]]), length, bays)


def strip(
    side: Side,
    low_m: float,
    high_m: float,
    paint: Paint,
    cells: tuple[float, float, float, float] | None,
) -> MeshData:
    """A wall between two heights; `cells` are first bay and storey, bays, storeys of it.

    Without `cells` the layout is plain metres. Walls get darker to the ground.
    """
    a, b = side.start, side.end
    points = np.array([[*a, low_m], [*b, low_m], [*b, high_m], [*a, high_m]])
    unit = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
    if cells is None:
        uv = unit * [side.length_m, high_m - low_m] + [0.0, low_m]
    else:
        uv = (unit * cells[2:] + cells[:2]) * CELL_M
    normals = np.tile([*side.out, 0.0], (4, 1))
    shape = mesh(points, [[0, 1, 2], [0, 2, 3]], normals, paint.material, uv=uv, tint=paint.tint)
    open_sky = np.clip(LOW_LIGHT + (points[:, 2] - 1.0) * 5.0, LOW_LIGHT - 30, HIGH_LIGHT)
    shape.tint[:, 3] = open_sky.astype(np.uint8)
    return shape
