"""The wall mosaic at the tower's foot, 20 x 8 m: spacemen, a ship and stations, our own drawing.

Shapes lie on each other in layers three centimetres apart; the blue field is a grid of tiles
whose tone follows whole numbers only.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile as p
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.stroke import stroke
from almaty_tour.kit.transform import mirror_x, move
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

HALF_M, HIGH_M = 10.0, 8.0
LAYER_M = 0.03
NIGHT = ("#34506F", "#3E5F85", "#2C456A", "#4A7090", "#395779")
GOLD, ORANGE, RED = (
    Paint("marble", "#D2A340"),
    Paint("marble", "#C4703A"),
    Paint("marble", "#9E4234"),
)
CREAM, SILVER, GREY = (
    Paint("marble", "#E6DDC4"),
    Paint("marble", "#A9B4B8"),
    Paint("marble", "#66737C"),
)
TEAL, SKY = Paint("marble", "#4C8A80"), Paint("marble", "#6FA0BE")
NIGHT_LINE = Paint("marble", "#1F3A60")
STARS = (
    (-9.0, 3.2, 0.4), (-3.4, 7.2, 0.45), (3.1, 6.9, 0.35), (9.2, 3.0, 0.4),
    (-2.9, 2.2, 0.3), (3.3, 2.6, 0.32), (6.2, 7.4, 0.35), (-6.4, 7.5, 0.3),
)  # fmt: skip
FRAME = Paint("granite", "#8A857C")
RIM = Paint("painted_metal", "#5A3A2C")


def mosaic(y_m: float, bottom_m: float) -> MeshData:
    """The mosaic wall, looking to -y, middle at x = 0, its picture before a granite slab."""
    slab = block(
        (-HALF_M - 0.35, y_m, -1.5), (HALF_M + 0.35, y_m + 0.9, bottom_m + HIGH_M + 0.4), FRAME
    )
    drawing = merge([field(), sky(), hills(), *figures()])
    return merge([slab, move(drawing, y=y_m, z=bottom_m), _edges(y_m, bottom_m)])


def _edges(y_m: float, z: float) -> MeshData:
    half, high, out = HALF_M, HIGH_M, 0.24
    return merge(
        [
            block((-half - 0.2, y_m - out, z - 0.2), (half + 0.2, y_m, z), RIM),
            block((-half - 0.2, y_m - out, z + high), (half + 0.2, y_m, z + high + 0.2), RIM),
            block((-half - 0.2, y_m - out, z), (-half, y_m, z + high), RIM),
            block((half, y_m - out, z), (half + 0.2, y_m, z + high), RIM),
        ]
    )


def _shape(outline: npt.ArrayLike, layer: int, paint: Paint) -> MeshData:
    front = -0.02 - layer * LAYER_M
    return panel(p.counter_clockwise(outline), front, 0.0, paint, back=False)


def field() -> MeshData:
    """Half-metre tiles in five blues that drift across the wall in slanting waves."""
    columns, rows = 40, 16
    x, z = (a.ravel() for a in np.meshgrid(np.arange(columns), np.arange(rows)))
    tone = ((x + 2 * z) // 5 + (x * 7 + z * 13 + x * z) % 3) % len(NIGHT)
    low = np.stack([x * 0.5 - HALF_M, np.full(len(x), -0.01), z * 0.5], axis=1)
    right, up = np.array([0.5, 0.0, 0.0]), np.array([0.0, 0.0, 0.5])
    quads = np.stack([low, low + right, low + right + up, low + up], axis=1)
    return merge(
        [quadrilaterals(quads[tone == i], Paint("marble", c)) for i, c in enumerate(NIGHT)]
    )


def _ellipse(
    centre: tuple[float, float], rx: float, rz: float, tilt_deg: float = 0.0, steps: int = 24
) -> F64:
    c, s = np.cos(np.radians(tilt_deg)), np.sin(np.radians(tilt_deg))
    turned = p.ellipse(rx, rz, steps) @ np.array([[c, s], [-s, c]])
    return np.asarray(turned + np.array(centre), np.float64)


def sky() -> MeshData:
    """The sun in the middle, two orbits, a scatter of four-pointed stars."""
    pieces = [
        _shape(p.star(20, 2.35, 1.5) + np.array([0.0, 4.6]), 2, ORANGE),
        _shape(_ellipse((0.0, 4.6), 1.5, 1.5), 3, GOLD),
        _shape(_ellipse((0.0, 4.6), 1.05, 1.05), 4, CREAM),
        _shape(_ellipse((0.0, 4.6), 0.6, 0.6), 5, ORANGE),
    ]
    for rx, rz, tilt, paint in ((9.1, 2.7, 6.0, SKY), (8.6, 2.2, -9.0, SILVER)):
        ring = _ellipse((0.0, 4.4), rx, rz, tilt, 48)
        pieces.append(_shape(stroke(np.concatenate([ring, ring[:1]])[:25], 0.14), 1, paint))
        pieces.append(_shape(stroke(np.concatenate([ring[24:], ring[:1]]), 0.14), 1, paint))
    for x, z, size in STARS:
        pieces.append(_shape(p.star(4, size, 0.3 * size) + np.array([x, z]), 2, CREAM))
    return merge(pieces)


def hills() -> MeshData:
    """Mountains along the foot with snow on the tips."""
    tops = [
        (-10, 0.9),
        (-8.2, 1.7),
        (-6.6, 0.8),
        (-4.6, 1.5),
        (-2.6, 0.7),
        (-0.8, 1.25),
        (1.2, 0.75),
        (3.0, 1.6),
        (4.8, 0.8),
        (6.6, 1.75),
        (8.4, 0.9),
        (10, 1.4),
    ]
    ridge = [(-10.0, 0.0), (10.0, 0.0), *((float(x), float(z)) for x, z in tops[::-1])]
    front = [
        (-10.0, 0.0),
        (10.0, 0.0),
        (10.0, 0.5),
        (7.5, 0.85),
        (5.0, 0.4),
        (2.0, 0.8),
        (-1.5, 0.35),
        (-5.0, 0.75),
        (-8.0, 0.4),
        (-10.0, 0.7),
    ]
    snow = [
        _shape([(x - 0.45, z - 0.42), (x + 0.1, z - 0.3), (x + 0.5, z - 0.42), (x, z)], 2, CREAM)
        for x, z in tops[1:-1:2]
    ]
    return merge([_shape(ridge, 1, TEAL), _shape(front, 2, TEAL.shaded(0.72)), *snow])


def figures() -> list[MeshData]:
    """Two floating spacemen who reach for the sun, a ship below it, stations in the corners."""
    man = spaceman()
    station_at = move(station(), x=-8.3, z=6.7)
    return [
        move(man, x=-5.3, z=4.2),
        move(mirror_x(man), x=5.3, z=4.2),
        move(ship(), z=1.75),
        station_at,
        mirror_x(station_at),
    ]


def spaceman() -> MeshData:
    """One figure about its chest, arms to +x."""
    limbs = [
        ([(-0.2, 0.5), (-1.1, 0.9), (-1.9, 0.4)], 0.42, CREAM),
        ([(0.2, 0.5), (1.1, 0.8), (2.0, 1.25)], 0.42, CREAM),
        ([(-0.3, -0.7), (-0.7, -1.7), (-1.6, -2.3)], 0.5, CREAM),
        ([(0.3, -0.7), (0.75, -1.6), (0.4, -2.6)], 0.5, CREAM),
    ]
    pieces = [_shape(stroke(np.array(way), breadth), 3, paint) for way, breadth, paint in limbs]
    line = p.smooth([(-0.6, -0.2), (-2.0, -1.2), (-3.0, -0.4), (-4.0, -1.4)], 5)
    pieces.append(_shape(stroke(line, 0.1), 2, GOLD))
    trunk = p.chamfered(1.3, 1.7, 0.35)
    pieces += [
        _shape(trunk * np.array([1.35, 1.0]) + np.array([-0.15, 0.1]), 2, GREY),
        _shape(trunk, 4, CREAM),
        _shape(p.rectangle(0.7, 0.5, (0.0, 0.1)), 5, RED),
        _shape(p.rectangle(1.1, 0.16, (0.0, -0.55)), 5, ORANGE),
        _shape(_ellipse((0.05, 1.4), 0.68, 0.66), 4, SILVER),
        _shape(_ellipse((0.15, 1.38), 0.48, 0.42), 5, ORANGE),
        _shape(_ellipse((0.02, 1.5), 0.16, 0.13), 6, CREAM),
    ]
    for x, z in ((-1.95, 0.38), (2.05, 1.28), (-1.7, -2.36), (0.36, -2.7)):
        pieces.append(_shape(_ellipse((x, z), 0.28, 0.26, steps=10), 4, GOLD))
    return merge(pieces)


def ship() -> MeshData:
    """A three-part space ship with two wings of cells, flying to the right."""
    pieces = [
        _shape(p.rectangle(1.2, 0.75, (-0.9, 0.0)), 4, GREY),
        _shape([(-0.3, -0.38), (0.55, -0.3), (0.55, 0.3), (-0.3, 0.38)], 4, SILVER),
        _shape(_ellipse((0.95, 0.0), 0.48, 0.46, steps=16), 4, CREAM),
        _shape(_ellipse((1.0, 0.05), 0.18, 0.18, steps=10), 5, SKY),
    ]
    for side in (-1.0, 1.0):
        wing = p.rectangle(0.9, 1.1, (-0.9, side * 0.95))
        pieces.append(_shape(wing, 3, SKY))
        bars = [p.rectangle(0.9, 0.06, (-0.9, side * z)) for z in (0.7, 0.98, 1.26)]
        pieces += [_shape(bar, 4, NIGHT_LINE) for bar in bars]
    flame = [(-1.5, 0.25), (-2.6, 0.0), (-1.5, -0.25)]
    return merge([*pieces, _shape(flame, 3, ORANGE)])


def station() -> MeshData:
    """An orbital station: stepped trunk, three wings."""
    return merge(
        [
            _shape(p.rectangle(1.7, 0.5), 3, CREAM),
            _shape(p.rectangle(0.7, 0.34, (1.15, 0.0)), 3, SILVER),
            _shape(p.rectangle(0.3, 1.9, (-0.2, 0.0)), 2, SKY),
            _shape(p.rectangle(0.3, 1.5, (0.5, 0.0)), 2, SKY),
            _shape(p.rectangle(0.4, 0.14, (0.2, 0.0)), 4, RED),
        ]
    )
