"""Ordinary cars: a saloon, an estate on high wheels, a minibus and a city bus."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import GLASS, Paint
from almaty_tour.kit.props.wheel import TYRE, plain_wheels, wheels
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Shape:
    """A car from the side, nose to +x: body and glasshouse as (x, z) lines, metres, and width."""

    body: Line
    house: Line
    half_m: float
    wheels_m: tuple[float, ...]
    wheel_m: float


SALOON = Shape(
    ((-2.2, 0.42), (2.15, 0.38), (2.2, 0.7), (1.0, 0.95), (-1.5, 0.98), (-2.22, 0.86)),
    ((0.95, 0.94), (0.2, 1.44), (-0.85, 1.46), (-1.55, 0.97)),
    0.87, (-1.35, 1.35), 0.32,
)  # fmt: skip
HIGH = Shape(
    ((-2.25, 0.5), (2.2, 0.48), (2.25, 0.95), (1.15, 1.12), (-2.2, 1.14), (-2.28, 0.9)),
    ((1.1, 1.1), (0.5, 1.72), (-1.85, 1.74), (-2.2, 1.13)),
    0.94, (-1.35, 1.4), 0.38,
)  # fmt: skip
BUS = Shape(
    ((-5.8, 0.4), (5.8, 0.4), (5.9, 1.2), (5.9, 1.3), (-5.9, 1.3), (-5.9, 1.2)),
    ((5.9, 1.3), (5.8, 2.95), (-5.85, 2.95), (-5.9, 1.3)),
    1.25, (-3.6, 3.9), 0.5,
)  # fmt: skip
COLOURS = {
    "white": (SALOON, "#DCDCDA"), "silver": (SALOON, "#9FA3A8"), "black": (SALOON, "#2A2B2E"),
    "red": (SALOON, "#7E2A26"), "blue": (SALOON, "#35506E"), "high_white": (HIGH, "#D6D6D2"),
    "high_grey": (HIGH, "#4E5256"), "bus": (BUS, "#5E8C4A"),
}  # fmt: skip
VARIANTS = tuple(COLOURS)
LIGHT, TAIL = Paint("lamp_glass", "#D8DCE0"), Paint("lamp_glass", "#A01812")


def build(variant: str, level: int) -> MeshData:
    """A car on its wheels, nose to +x; 60 triangles at most, 40 on level 1, 18 on level 2."""
    shape, colour = COLOURS[variant]
    paint = Paint("painted_metal", colour)
    if level == 2:
        return merge([_block(shape, paint)])
    far = shape.half_m + 0.02
    if level == 1:
        round_ = plain_wheels(shape.wheels_m, shape.wheel_m, far, 5)
        parts = [_hull(shape, paint), _glasshouse(shape, paint), round_]
        return merge([*parts, _lamps(shape, corners=3)])
    round_ = wheels(shape.wheels_m, shape.wheel_m, far, 6)
    parts = [_hull(shape, paint), _glasshouse(shape, paint), round_]
    return merge([*parts, _skirt(shape), _lamps(shape, corners=4)])


def _profile(line: Line, half_m: float) -> F64:
    points = np.array(line)
    return np.column_stack([points[:, 0], np.full(len(points), half_m), points[:, 1]])


def _band(line: Line, low_half: float, paint: Paint, steps: list[int]) -> MeshData:
    """Faces right across the car between following points of a line."""
    right, left = _profile(line, -low_half), _profile(line, low_half)
    quads = [np.stack([right[i], right[i + 1], left[i + 1], left[i]]) for i in steps]
    return quadrilaterals(np.array(quads)[:, ::-1], paint)


def _hull(shape: Shape, paint: Paint) -> MeshData:
    half = shape.half_m
    a = np.array(shape.body)
    over = _band(shape.body[1:] + shape.body[:1], half, paint, [0, 1, 3, 4])
    flank = [a[0], a[1], a[2], a[5]], [a[5], a[2], a[3], a[4]]
    sides = []
    for quad in flank:
        at = np.array([[x, -half, z] for x, z in quad])
        sides += [at, (at * [1, -1, 1])[::-1]]
    return merge([over, quadrilaterals(np.array(sides), paint)])


def _glasshouse(shape: Shape, paint: Paint) -> MeshData:
    """Windscreens, side windows leaning in, and the roof."""
    low, high = shape.half_m * 0.96, shape.half_m * 0.8
    (ax, az), (bx, bz), (cx, cz), (dx, dz) = shape.house
    right = np.array([[ax, -low, az], [bx, -high, bz], [cx, -high, cz], [dx, -low, dz]])
    left = right * [1, -1, 1]
    screens = [[left[0], left[1], right[1], right[0]], [right[3], right[2], left[2], left[3]]]
    windows = [right[::-1], left]
    glass = quadrilaterals(np.array([*screens, *windows])[:, ::-1], GLASS)
    top = quadrilaterals(np.array([[right[1], left[1], left[2], right[2]]]), paint)
    return merge([_outwards(glass), _outwards(top)])


def _outwards(made: MeshData) -> MeshData:
    """Faces turned away from the middle of the car."""
    middle = made.positions.mean(axis=0) * np.array([1.0, 0.0, 0.0], np.float32)
    middle[2] = 0.9
    corner = made.positions[made.faces]
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    inward = np.einsum("ij,ij->i", across, corner.mean(axis=1) - middle) < 0
    faces = made.faces.copy()
    faces[inward] = faces[inward][:, ::-1]
    normals = made.normals.copy()
    turned = np.unique(made.faces[inward])
    normals[turned] *= -1.0
    return replace(made, faces=faces, normals=normals)


def _skirt(shape: Shape) -> MeshData:
    """The dark under the sills, and on the road under the car."""
    (x0, z0), (x1, _) = shape.body[0], shape.body[1]
    y = shape.half_m - 0.05
    sill = [(x0 + 0.4, 0.14), (x1 - 0.4, 0.14), (x1 - 0.4, z0), (x0 + 0.4, z0)]
    side = np.array([(x, -y, z) for x, z in sill])
    far = shape.half_m + 0.1
    road = np.array([(x0, -far, 0.06), (x1, -far, 0.06), (x1, far, 0.06), (x0, far, 0.06)])
    return quadrilaterals(np.array([side, (side * [1, -1, 1])[::-1], road]), TYRE)


def _lamps(shape: Shape, corners: int) -> MeshData:
    """A bright bar across the nose and a red one across the tail; wedges of three corners."""
    (x1, z1), (x2, z2) = shape.body[1], shape.body[2]
    (x0, _), (x5, z5) = shape.body[0], shape.body[5]
    low, high = z1 + 0.5 * (z2 - z1), z1 + 0.9 * (z2 - z1)
    front = _bar(max(x1, x2) + 0.015, shape.half_m * 0.94, low, high, LIGHT)
    back = _bar(min(x0, x5) - 0.015, -shape.half_m * 0.94, z5 - 0.22, z5 - 0.1, TAIL)
    if corners == 3:
        front, back = (replace(bar, faces=bar.faces[:1]) for bar in (front, back))
    return merge([front, back])


def _bar(x_m: float, half_m: float, low_m: float, high_m: float, paint: Paint) -> MeshData:
    line = [(-half_m, low_m), (half_m, low_m), (half_m, high_m), (-half_m, high_m)]
    return quadrilaterals(np.array([[(x_m, y, z) for y, z in line]]), paint)


def _block(shape: Shape, paint: Paint) -> MeshData:
    """Body and roof as two bands far away."""
    body = np.array(shape.body)
    low, belt, top = float(body[0, 1]) * 0.4, float(body[3, 1]), float(shape.house[1][1])
    x, y = float(body[2, 0]), shape.half_m
    bx, cx = shape.house[1][0], shape.house[2][0]
    foot = np.array([(-x, -y, low), (x, -y, low), (x, y, low), (-x, y, low)])
    waist = foot * [1, 1, 0] + [0, 0, belt]
    roof = np.array(
        [(cx, -0.8 * y, top), (bx, -0.8 * y, top), (bx, 0.8 * y, top), (cx, 0.8 * y, top)]
    )
    walls = [np.stack([foot[i], foot[(i + 1) % 4], waist[(i + 1) % 4], waist[i]]) for i in range(4)]
    slopes = [
        np.stack([waist[i], waist[(i + 1) % 4], roof[(i + 1) % 4], roof[i]]) for i in range(4)
    ]
    return merge(
        [
            quadrilaterals(np.array(walls), paint),
            quadrilaterals(np.array(slopes), GLASS),
            quadrilaterals(roof[None], paint),
        ]
    )
