"""The ordinary houses of Almaty: brick blocks of the fifties, panel slabs, towers, cottages.

Types, not portraits: they fill the streets between the landmarks. Windows are panes set on
the wall, floor by floor on level 0, as one band a floor on level 1; level 2 is the bare body.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, roof, transform
from almaty_tour.kit.hexahedra import hexahedra, quadrilaterals
from almaty_tour.kit.paint import GLASS, Paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
BELOW_M = 3.0
PROUD_M = 0.05


@dataclass(frozen=True)
class Block:
    """A house of equal floors.

    Attributes:
        size_m: length, depth, height of the walls.
        floors, bays: storeys, and windows along the front. end_bays: along the short side.
        window_m: width and height of a pane.
        balconies: every so many bays carries a stack of balconies; 0 for none.
        hip_m: rise of a hipped roof; 0 for a flat one.
    """

    size_m: tuple[float, float, float]
    floors: int
    bays: int
    end_bays: int
    window_m: tuple[float, float]
    wall: Paint
    roof: Paint
    trim: Paint
    balconies: int = 0
    hip_m: float = 0.0


WHITE = Paint("plaster", "#E9E4D8")
KINDS = {
    "stalin": Block((44.0, 13.0, 13.0), 4, 13, 3, (1.5, 1.9), Paint("plaster", "#E3C892"),
                    Paint("roof_metal", "#8C5A48"), WHITE, balconies=4, hip_m=2.5),
    "panel5": Block((60.0, 12.0, 14.8), 5, 19, 2, (1.7, 1.5), Paint("concrete", "#D6D0C2"),
                    Paint("roof_flat", "#77746E"), Paint("concrete", "#B9B4A6"), balconies=2),
    "panel9": Block((48.0, 13.0, 26.6), 9, 15, 2, (1.8, 1.5), Paint("concrete", "#CFCBC0"),
                    Paint("roof_flat", "#7A7771"), Paint("concrete", "#A9BAC2"), balconies=2),
    "tower12": Block((22.0, 20.0, 37.0), 12, 7, 6, (1.8, 1.5), Paint("concrete", "#D9D3C6"),
                     Paint("roof_flat", "#74716C"), Paint("concrete", "#C7A77E"), balconies=3),
    "modern": Block((30.0, 18.0, 45.0), 14, 11, 6, (2.2, 2.2), Paint("plaster", "#D8CDBB"),
                    Paint("roof_flat", "#6E6F70"), Paint("plaster", "#9B7B62"), balconies=3),
    "shop": Block((28.0, 16.0, 6.2), 2, 7, 3, (3.0, 1.9), Paint("plaster", "#D9D6CE"),
                  Paint("roof_flat", "#8A8883"), Paint("painted_metal", "#8C6A4A")),
    "cottage": Block((12.0, 9.5, 4.0), 1, 4, 3, (1.2, 1.4), Paint("plaster", "#E6DFD0"),
                     Paint("roof_metal", "#8A4E3C"), WHITE, hip_m=2.5),
}  # fmt: skip
VARIANTS = tuple(KINDS)


def build(variant: str, level: int) -> MeshData:
    """A house of a kind, its front to -y, standing on z = 0 and reaching below it."""
    block = KINDS[variant]
    pieces = [_body(block), _roof(block, level)]
    if level == 0:
        pieces += [_panes(block), _balconies(block), _plinth(block)]
    elif level == 1:
        pieces.append(_bands(block))
    return merge(pieces)


def _body(block: Block) -> MeshData:
    length, depth, height = block.size_m
    body = extrude.box(length, depth, height + BELOW_M, block.wall, bottom_m=-BELOW_M)
    return _without_bottom(body)


def _without_bottom(body: MeshData) -> MeshData:
    looks_down = body.normals[body.faces[:, 0], 2] < -0.9
    return replace(body, faces=body.faces[~looks_down])


def _roof(block: Block, level: int) -> MeshData:
    length, depth, height = block.size_m
    if block.hip_m:
        return roof.hip(length, depth, block.hip_m, block.roof, z_m=height, eaves_m=0.6)
    rim = extrude.box(length + 0.5, depth + 0.5, 0.7, block.trim, bottom_m=height)
    plan = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * [length / 2, depth / 2]
    top = extrude.sheet(plan, height + 0.75, block.roof)
    if level or block.floors < 5:
        return merge([rim, top])
    count = max(1, round(length / 20.0))
    heads = [
        extrude.box(4.0, 4.0, 2.2, block.trim, centre=(x, 0.0), bottom_m=height + 0.7)
        for x in (np.arange(count) - (count - 1) / 2.0) * 18.0
    ]
    return merge([rim, top, *heads])


def _panes(block: Block) -> MeshData:
    width, tall = block.window_m
    sides = []
    for along, out, bays, turn in _sides(block):
        x, z = _grid(block, along, bays)
        sides.append(transform.turn_z(quadrilaterals(_plates(x, z, width, tall, out), GLASS), turn))
    return merge(sides)


def _bands(block: Block) -> MeshData:
    _, tall = block.window_m
    sides = []
    for along, out, bays, turn in _sides(block):
        _, z = _grid(block, along, 1)
        width = along * min(0.88, bays * block.window_m[0] * 1.6 / along)
        plates = _plates(np.zeros(len(z)), z, width, tall * 0.75, out)
        sides.append(transform.turn_z(quadrilaterals(plates, Paint("window", "#D8DDE2")), turn))
    return merge(sides)


def _sides(block: Block) -> list[tuple[float, float, int, float]]:
    """Length, distance from the middle, bays and turn in degrees of the four sides."""
    length, depth, _ = block.size_m
    long, short = (length, depth / 2.0, block.bays), (depth, length / 2.0, block.end_bays)
    return [(*long, 0.0), (*short, 90.0), (*long, 180.0), (*short, 270.0)]


def _grid(block: Block, along_m: float, bays: int) -> tuple[F64, F64]:
    floor_m = block.size_m[2] / block.floors
    x = (np.arange(bays) + 0.5) * along_m / bays - along_m / 2.0
    z = (np.arange(block.floors) + 0.32) * floor_m
    columns, rows = np.meshgrid(x, z)
    return columns.ravel(), rows.ravel()


def _plates(x: F64, z: F64, width_m: float, tall_m: float, out_m: float) -> F64:
    left, right = x - width_m / 2.0, x + width_m / 2.0
    y = np.full(len(x), -out_m - PROUD_M)
    corners = [(left, z), (right, z), (right, z + tall_m), (left, z + tall_m)]
    return np.stack([np.stack([cx, y, cz], axis=1) for cx, cz in corners], axis=1)


def _balconies(block: Block) -> MeshData:
    if not block.balconies:
        return merge([])
    x, z = _grid(block, block.size_m[0], block.bays)
    column = np.tile(np.arange(block.bays), block.floors)
    upper = z > block.size_m[2] / block.floors
    chosen = (column % block.balconies == 1) & upper
    half, out = block.window_m[0] * 0.75, block.size_m[1] / 2.0
    low = np.stack([x[chosen] - half, np.full(chosen.sum(), -out - 1.1), z[chosen] - 0.9], axis=1)
    high = np.stack([x[chosen] + half, np.full(chosen.sum(), -out), z[chosen] + 0.15], axis=1)
    return hexahedra(_boxes(low, high), block.trim)


def _boxes(low: F64, high: F64) -> F64:
    order = np.array(
        [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0], [0, 0, 1], [1, 0, 1], [1, 1, 1], [0, 1, 1]]
    )
    return np.asarray(low[:, None] + (high - low)[:, None] * order[None])


def _plinth(block: Block) -> MeshData:
    length, depth, _ = block.size_m
    return _without_bottom(
        extrude.box(
            length + 0.3,
            depth + 0.3,
            BELOW_M + 0.8,
            Paint("concrete", "#8F8B84"),
            bottom_m=-BELOW_M,
        )
    )
