"""What a house shows from near: glass in its windows, cornices, slabs, entrances."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile
from almaty_tour.kit.hexahedra import hexahedra, quadrilaterals
from almaty_tour.kit.paint import GLASS, Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.props.house_kinds import Block
from almaty_tour.kit.props.house_walls import STACK_OUT_M, Side, sides
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.floating]
PROUD_M = 0.04
PANES = {
    "facade_panel": (0.447, 0.32, 0.74, 0.74),
    "facade_brick": (0.447, 0.32, 0.74, 0.74),
    "facade_plaster": (0.52, 0.27, 0.72, 0.76),
    "facade_glass": (0.51, 0.48, 0.95, 0.95),
}
"""The pane of each painted window that becomes glass: left, low, right, high in a bay."""
MOST_PANES = (104, 40)
DOOR, HOME_DOOR = Paint("painted_metal", "#5A4A40"), Paint("painted_metal", "#4C7488")


def details(block: Block) -> MeshData:
    """Everything that only level 0 has."""
    pieces = [_slabs(block), *([] if block.gates else [_canopies(block)])]
    if block.cornice:
        pieces += [_cornice(block)]
    return merge(pieces)


def glass(block: Block, level: int) -> MeshData:
    """Glass over the larger sash of most windows; the rest keep their painted curtains.

    Level 1 has a few: they mirror the sky by day and are lit rooms at night.
    """
    rect = PANES.get(block.wall.material)
    if rect is None:
        return merge([])
    quads = np.concatenate([_panes(block, side, rect) for side in sides(block)])
    order = np.argsort(fraction(hashed("pane", len(quads)), 1))
    count = min(MOST_PANES[level], round((0.72, 0.4)[level] * len(quads)))
    return quadrilaterals(quads[np.sort(order[:count])], GLASS)


def _panes(block: Block, side: Side, rect: tuple[float, float, float, float]) -> F64:
    """(k, 4, 3) corners of the panes of a wall."""
    bay = side.length_m / side.bays
    column, row = (
        axis.ravel() for axis in np.meshgrid(np.arange(side.bays), np.arange(block.floors))
    )
    left, right = (column + rect[0]) * bay, (column + rect[2]) * bay
    low = block.base_m + (row + rect[1]) * block.floor_m
    high = block.base_m + (row + rect[3]) * block.floor_m
    corners = [(left, low), (right, low), (right, high), (left, high)]
    return np.stack([_on(side, along, z, PROUD_M) for along, z in corners], axis=1)


def _on(side: Side, along: Numbers, z: Numbers, out_m: float) -> F64:
    """(k, 3) points of a wall from metres along it."""
    plan = side.start + along[:, None] * side.way + out_m * side.out
    return np.column_stack([plan, z])


def _slabs(block: Block) -> MeshData:
    """Slab edges of the balconies, floor by floor."""
    if block.accent is None:
        return merge([])
    first, step, wide = block.stacks
    side = sides(block)[0]
    bay = side.length_m / side.bays
    starts = np.arange(first, side.bays - wide + 1, step)
    column, row = (axis.ravel() for axis in np.meshgrid(starts, np.arange(1, block.floors)))
    left, right = column * bay + 0.06, (column + wide) * bay - 0.06
    z = block.base_m + row.astype(np.float64) * block.floor_m
    stone = not block.accent.material.startswith("facade")
    tall = 1.0 if stone else 0.16
    paint = block.accent if stone else block.trim
    return _slab_boxes(side, left, right, z - 0.08, tall, paint, ends=stone)


def _slab_boxes(
    side: Side,
    left: Numbers,
    right: Numbers,
    low: Numbers,
    tall_m: float,
    paint: Paint,
    *,
    ends: bool = True,
) -> MeshData:
    """Boxes before a wall without the face that touches it, with or without the short ones."""
    far = STACK_OUT_M + 0.06
    ring = [(left, far), (right, far), (right, 0.0), (left, 0.0)]
    lower = [_on(side, along, low, out) for along, out in ring]
    upper = [corner + np.array([0.0, 0.0, tall_m]) for corner in lower]
    made = hexahedra(np.stack([*lower, *upper], axis=1), paint)
    facing = made.normals[made.faces[:, 0], :2].astype(np.float64)
    unseen = facing @ side.out < -0.9
    if not ends:
        unseen |= np.abs(facing @ side.way) > 0.9
    return replace(made, faces=made.faces[~unseen])


def _entrances(block: Block) -> tuple[Side, F64]:
    """Where doors are: along the back, where the yard is; private houses have one in front."""
    side = sides(block)[0 if block.home else block.back]
    count = 1 if block.home else max(1, round(side.length_m / 15.0))
    return side, (np.arange(count) + (0.3 if block.home else 0.5)) * side.length_m / count


def doors(block: Block) -> MeshData:
    """The leaves of the doors of all houses but garages and works."""
    if block.gates:
        return merge([])
    side, middle = _entrances(block)
    wide, tall = (0.55, 2.1) if block.home else (0.8, 2.3)
    corners = [(-wide, 0.0), (wide, 0.0), (wide, tall), (-wide, tall)]
    quads = np.stack(
        [_on(side, middle + dx, np.full(len(middle), dz), 0.06) for dx, dz in corners], axis=1
    )
    return quadrilaterals(quads, HOME_DOOR if block.home else DOOR)


def _canopies(block: Block) -> MeshData:
    """Slabs over the doors, and a step before them."""
    side, middle = _entrances(block)
    over = 1.0 if block.home else 1.5
    roof = _slab_boxes(side, middle - over, middle + over, np.full(len(middle), 2.5), 0.16,
                       block.trim)  # fmt: skip
    step = _slab_boxes(side, middle - over, middle + over, np.full(len(middle), -0.1), 0.28,
                       block.base)  # fmt: skip
    return merge([roof, step])


def gates(block: Block) -> MeshData:
    """Doors for cars or lorries along the front, two paints in turn."""
    if not block.gates:
        return merge([])
    side = sides(block)[0]
    slot = side.length_m / block.gates
    wide, tall = min(0.82 * slot, 4.2), min(0.78 * block.floor_m, 4.4)
    middle = (np.arange(block.gates) + 0.5) * slot
    corners = [(-wide / 2, 0.0), (wide / 2, 0.0), (wide / 2, tall), (-wide / 2, tall)]
    quads = np.stack(
        [_on(side, middle + dx, np.full(block.gates, dz), 0.05) for dx, dz in corners], axis=1
    )
    paints = (Paint("painted_metal", "#6E6A62"), Paint("painted_metal", "#7A4E40"))
    return merge([quadrilaterals(quads[i::2], p) for i, p in enumerate(paints) if len(quads[i::2])])


def _cornice(block: Block) -> MeshData:
    """A moulding under the roof, all round."""
    section = profile.line((0.0, -0.55), (0.14, -0.45), (0.42, -0.12), (0.42, 0.06), (0.0, 0.06))
    return extrude.sweep(
        section, block.outline, block.trim, z_m=block.top_m, back=False, crease_deg=0.0
    )
