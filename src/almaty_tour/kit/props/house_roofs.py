"""Roofs of ordinary houses: flat ones with a parapet, hipped and gabled ones of sheet metal."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from almaty_tour.kit import extrude, roof, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.props.house_kinds import Block, Wing
from almaty_tour.kit.props.house_walls import RIM_M, lid, sides, strip
from almaty_tour.mesh.data import MeshData, merge, mesh

EAVES_M = 0.55


def near(block: Block, level: int) -> MeshData:
    """The roof of level 0 or 1."""
    if block.mansard:
        return merge([_mansard(block), *([_chimneys(block)] if level == 0 else [])])
    if block.hip_m:
        pitched = merge([_pitched(block, wing, under=level == 0) for wing in block.wings])
        return merge([pitched, *([_chimneys(block)] if level == 0 else [])])
    top = block.top_m + RIM_M
    outer = replace(block, wings=tuple(_grown(wing, 0.15) for wing in block.wings))
    rims = [strip(side, block.top_m, top, block.trim, None) for side in sides(outer)]
    sheets = [_sheet(wing, top, block.roof) for wing in outer.wings]
    return merge([*rims, *sheets, *([_heads(block)] if level == 0 and not block.gates else [])])


def far(block: Block) -> MeshData:
    """The roof of level 2."""
    if block.mansard:
        return _mansard(block)
    if block.hip_m:
        return merge([_pitched(block, wing, under=False) for wing in block.wings])
    return merge([_sheet(wing, block.top_m + RIM_M, block.roof) for wing in block.wings])


def _grown(wing: Wing, by_m: float) -> Wing:
    return wing[0] - by_m, wing[1] - by_m, wing[2] + by_m, wing[3] + by_m


def _sheet(wing: Wing, z_m: float, paint: Paint) -> MeshData:
    x0, y0, x1, y1 = wing
    return lid(np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1)]), z_m, paint)


def _pitched(block: Block, wing: Wing, *, under: bool) -> MeshData:
    """A hipped or gabled roof over a wing, ridge along its longer side."""
    x0, y0, x1, y1 = wing
    length, depth = x1 - x0, y1 - y0
    turned = depth > length
    if turned:
        length, depth = depth, length
    made = _gable(block, length, depth) if block.gable else _hip(block, length, depth, under)
    made = transform.turn_z(made, 90.0) if turned else made
    return transform.move(made, x=(x0 + x1) / 2, y=(y0 + y1) / 2)


def _hip(block: Block, length: float, depth: float, under: bool) -> MeshData:
    made = roof.hip(length, depth, block.hip_m, block.roof, z_m=block.top_m, eaves_m=EAVES_M)
    return made if under else _upwards(made)


def _upwards(made: MeshData) -> MeshData:
    return replace(made, faces=made.faces[made.normals[made.faces[:, 0], 2] > -0.9])


def _gable(block: Block, length: float, depth: float) -> MeshData:
    """Two slopes and the two gables under them."""
    x, y, z, rise = length / 2, depth / 2, block.top_m, block.hip_m
    out = EAVES_M
    drop = out * rise / y
    slopes = []
    for way in (-1.0, 1.0):
        end, eaves = way * (x + out), way * (y + out)
        points = np.array(
            [(-end, 0.0, z + rise), (end, 0.0, z + rise), (end, eaves, z - drop),
             (-end, eaves, z - drop)]
        )  # fmt: skip
        normal = np.array([0.0, way * rise, y]) / np.hypot(rise, y)
        uv = np.column_stack([points[:, 0], np.abs(points[:, 1]) * np.hypot(rise, y) / y])
        slopes.append(mesh(points, [[0, 1, 2], [0, 2, 3]], np.tile(normal, (4, 1)),
                           block.roof.material, uv=uv, tint=block.roof.tint))  # fmt: skip
    plain = Paint("plaster", block.wall.colour)
    for way in (-1.0, 1.0):
        points = np.array([(way * x, -way * y, z), (way * x, way * y, z), (way * x, 0.0, z + rise)])
        normals = np.tile([way, 0.0, 0.0], (3, 1))
        slopes.append(mesh(points, [[0, 1, 2]], normals, plain.material, tint=plain.tint))
    return merge(slopes)


def _mansard(block: Block) -> MeshData:
    """Steep sides that lean in by two metres, and a flat top."""
    depth = block.size_m[1]
    share = 1.0 - 4.0 / max(depth, 8.0)
    return roof.tent(block.outline, block.top_m, block.hip_m, block.roof, top_scale=share,
                     bottom=False)  # fmt: skip


def _heads(block: Block) -> MeshData:
    """What stands on a flat roof: low shafts, and stair heads or lift rooms of several sizes."""
    x0, y0, x1, y1 = block.wings[0]
    length, top = x1 - x0, block.top_m + RIM_M
    count = max(1, round(length / 26.0))
    places = x0 + (np.arange(count) + 0.5) * length / count
    luck = fraction(hashed(f"heads {block.wall.colour} {round(length)}", count), 5)
    tall = 2.4 if block.floors > 6 else 1.1
    pieces = []
    for x, share in zip(places.tolist(), luck.tolist(), strict=True):
        shift, wide = 5.0 * (share - 0.5), 2.2 + 1.6 * (share > 0.45)
        y = (y0 + y1) / 2 + (0.6 if share < 0.7 else -0.9)
        high = tall * (0.8 + 0.4 * share)
        pieces.append(_open_box(wide, 2.6, high, block.trim, x + shift, y, top))
        pieces.append(_open_box(0.9, 0.6, 0.8, block.trim, x + shift + 6.0, y - 1.6, top))
    return merge(pieces)


def _chimneys(block: Block) -> MeshData:
    """Chimneys through a pitched roof."""
    x0, y0, x1, y1 = block.wings[0]
    count = max(1, round((x1 - x0) / 14.0))
    places = x0 + (np.arange(count) + 0.62) * (x1 - x0) / count
    y, tall = (y0 + y1) / 2 + 1.2, block.hip_m + 0.5
    brick = Paint("plaster", "#8E6C5C")
    return merge([_open_box(0.8, 0.6, tall, brick, x, y, block.top_m) for x in places.tolist()])


def _open_box(
    length: float, depth: float, height: float, paint: Paint, x: float, y: float, z: float
) -> MeshData:
    """A box without its bottom."""
    made = extrude.box(length, depth, height, paint, centre=(x, y), bottom_m=z)
    return replace(made, faces=made.faces[made.normals[made.faces[:, 0], 2] > -0.9])
