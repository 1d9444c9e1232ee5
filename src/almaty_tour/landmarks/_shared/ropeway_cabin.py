"""Gondola cabins: a glass body wide at the waist in a coloured shell, hanger and grip."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.tube import tube
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

RED = Paint("painted_metal", "#B3262B")
WHITE = Paint("painted_metal", "#E9ECEE")
BLUE = Paint("painted_metal", "#1F54B5")
GREEN = Paint("painted_metal", "#1E8A4C")
GLASS = Paint("mirror_glass", "#3A4654")
RUBBER = Paint("painted_metal", "#17191C")
METAL = Paint("painted_metal", "#C9CED3")
STEEL = Paint("steel", "#9AA1A8")

LEVELS = np.array(
    [
        (-2.25, 0.74, 0.82),
        (-2.1, 0.86, 0.94),
        (-1.25, 1.06, 1.14),
        (-0.22, 0.84, 0.92),
        (0.0, 0.66, 0.74),
    ]
)
"""Height under the roof, half width, half length."""
CORNER_M = 0.24
HANGER_M = 2.45
"""From the rope down to the roof."""
CABIN_M = HANGER_M + 2.25


def body(shell: Paint) -> MeshData:
    """A cabin under z = 0: coloured frame, dark panes on all four sides, a floor and a roof."""
    rings = np.array([_ring(*level) for level in LEVELS])
    low, high = rings[:-1], rings[1:]
    walls = np.stack([low, np.roll(low, -1, 1), np.roll(high, -1, 1), high], axis=2)
    panes = np.array([_inset(walls[span, side]) for span in (1, 2) for side in (0, 2, 4, 6)])
    lids = [extrude.prism(rings[-1][:, :2], -0.02, 0.06, shell, bottom=False)]
    lids.append(transform.turn(extrude.sheet(rings[0][:, :2], 2.25, RUBBER), "x", 180.0))
    return merge(
        [
            quadrilaterals(walls.reshape(-1, 4, 3), shell),
            quadrilaterals(panes, GLASS),
            *lids,
            _bars(shell),
            _bumpers(),
        ]
    )


def gondola(shell: Paint) -> MeshData:
    """A cabin of the ropeway; the origin is where its grip holds the rope."""
    arm = tube(
        [(0, 0, -0.1), (0.0, 0.12, -0.9), (0.0, 0.1, -1.7), (0, 0, -HANGER_M)],
        0.075,
        METAL,
        sides=5,
    )
    grip = merge(
        [
            extrude.block((-0.16, -0.4, -0.12), (0.16, 0.4, 0.1), RUBBER),
            struts([(-0.12, -0.55, 0.16)], [(-0.12, 0.55, 0.16)], 0.16, STEEL),
        ]
    )
    frame = struts(
        [
            (-0.6, -0.66, -HANGER_M + 0.2),
            (-0.6, 0.66, -HANGER_M + 0.2),
            (0, -0.66, -HANGER_M + 0.2),
        ],
        [(0.6, -0.66, -HANGER_M + 0.2), (0.6, 0.66, -HANGER_M + 0.2), (0, 0.66, -HANGER_M + 0.2)],
        0.07,
        STEEL,
    )
    return merge([arm, grip, frame, transform.move(body(shell), z=-HANGER_M)])


def _ring(z: float, half_x: float, half_y: float) -> F64:
    """(8, 3) a rectangle with cut corners; its even edges are the four sides."""
    a, b, c = half_x, half_y, CORNER_M
    plan = profile.line(
        (-a + c, -b),
        (a - c, -b),
        (a, -b + c),
        (a, b - c),
        (a - c, b),
        (-a + c, b),
        (-a, b - c),
        (-a, -b + c),
    )
    return np.column_stack([plan, np.full(8, z)])


def _inset(quad: F64) -> F64:
    """A pane a little before the wall, with the frame left round it."""
    middle = quad.mean(axis=0)
    across = np.cross(quad[1] - quad[0], quad[3] - quad[0])
    result: F64 = middle + (quad - middle) * 0.87 + 0.015 * across / np.linalg.norm(across)
    return result


def _bars(shell: Paint) -> MeshData:
    """The leaves of the double doors and the bars of the windows, along the sides."""
    starts, ends = [], []
    for sign in (-1.0, 1.0):
        for y in (-0.36, 0.0, 0.36):
            starts += [(sign * 0.88, y, -2.1), (sign * 1.07, y, -1.25)]
            ends += [(sign * 1.07, y, -1.25), (sign * 0.86, y, -0.22)]
    return struts(starts, ends, 0.07, shell.shaded(0.85), caps=False)


def _bumpers() -> MeshData:
    """Rubber at the four corners of the waist, a step on the door sides."""
    ball = lathe.sphere(0.15, RUBBER, sides=6)
    corners = transform.at(ball, [(x, y, -1.25) for x in (-0.98, 0.98) for y in (-1.06, 1.06)])
    step = [
        extrude.block((s * 1.0 - 0.17, -0.6, -2.2), (s * 1.0 + 0.17, 0.6, -2.12), METAL)
        for s in (-1.0, 1.0)
    ]
    return merge([corners, *step])
