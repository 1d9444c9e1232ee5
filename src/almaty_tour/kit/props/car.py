"""Ordinary cars: a saloon, an estate on high wheels, a minibus and a city bus."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import GLASS, Paint
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
TYRE = Paint("painted_metal", "#1C1C1D")
_SQUARE = ((-1, -1), (1, -1), (1, 1), (-1, 1))


def build(variant: str, level: int) -> MeshData:
    """A car on its wheels, nose to +x; 60 triangles at most, 40 on level 1, 18 on level 2."""
    shape, colour = COLOURS[variant]
    paint = Paint("painted_metal", colour)
    if level == 2:
        return merge([_block(shape, paint)])
    wheels = _wheels(shape) if level == 0 else _skirt(shape)
    return merge([_hull(shape, paint), _glasshouse(shape, paint), wheels])


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
    over = _band(shape.body[1:] + shape.body[:1], half, paint, [0, 1, 2, 3, 4])
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


def _wheels(shape: Shape) -> MeshData:
    """Two squares on each other, one on its corner, read as a wheel; dark sills between."""
    quads = []
    r, y = shape.wheel_m, shape.half_m + 0.02
    for x in shape.wheels_m:
        ring = np.array([(x, -y, 0.0), (x + r, -y, r), (x, -y, 2 * r), (x - r, -y, r)])
        box = np.array([(dx * 0.75 * r + x, -y, r + dz * 0.75 * r) for dx, dz in _SQUARE])
        for one in (ring, box):
            quads += [one, (one * [1, -1, 1])[::-1]]
    return merge([quadrilaterals(np.array(quads), TYRE), _skirt(shape)])


def _skirt(shape: Shape) -> MeshData:
    """Wheels alone, as squares, and the dark under the sills."""
    (x0, z0), (x1, _) = shape.body[0], shape.body[1]
    y, r = shape.half_m - 0.05, shape.wheel_m
    sill = [(x0 + 0.4, 0.14), (x1 - 0.4, 0.14), (x1 - 0.4, z0), (x0 + 0.4, z0)]
    wheels = [[(x + dx * 0.82 * r, r + dz * r) for dx, dz in _SQUARE] for x in shape.wheels_m]
    pieces = [(sill, y), *((wheel, y + 0.06) for wheel in wheels)]
    sides = [np.array([(x, -out, z) for x, z in line]) for line, out in pieces]
    both = [side for one in sides for side in (one, (one * [1, -1, 1])[::-1])]
    return quadrilaterals(np.array(both), TYRE)


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
