"""City buses as in Almaty, green and white, twelve metres long, and trolleybuses with poles."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude
from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.props import _bodywork
from almaty_tour.kit.props import _coachwork as coach
from almaty_tour.kit.props._coachwork import Body
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
VARIANTS = ("green", "trolley")

GREEN = Paint("painted_metal", "#4E9A3C")
WHITE = Paint("painted_metal", "#E4E6E2")
DARK = Paint("painted_metal", "#2C3032")
DOOR = Paint("painted_metal", "#3C4448")
BOARD = Paint("lamp_glass", "#C88420")
HALF_WIDTH_M, ROOF_M = 1.25, 3.0
DOORS_M = (4.6, 0.4, -4.3)
GREEN_BUS = Body(
    (
        (5.94, 1.14, 0.4, 0.86, 0.9, 1.0), (5.92, 1.22, 0.34, 1.02, 1.06, 1.12),
        (5.74, 1.25, 0.32, 1.15, 2.62, 1.2), (0.0, 1.25, 0.32, 1.15, 2.64, 1.2),
        (-5.72, 1.25, 0.32, 1.15, 2.62, 1.2), (-5.9, 1.24, 0.36, 1.3, 1.5, 1.18),
        (-5.94, 1.18, 0.42, 1.2, 1.24, 1.1),
    ),
    (1, 2, 4, 5), (3.7, 2.5, 1.3, -0.5, -1.7, -2.9, -5.0), (3.5, -2.9), 0.48, 0.36, GREEN,
    coach.TRIM, WHITE, 0.04,
)  # fmt: skip
BUSES = {"green": GREEN_BUS, "trolley": replace(GREEN_BUS, paint=WHITE, roof=GREEN)}


def build(variant: str, level: int) -> MeshData:
    """A bus on its wheels, nose to +x, doors to the right; 900, 250 and 24 triangles at most."""
    body = BUSES[variant]
    if level == 2:
        return coach.far(body)
    made = [_doors(), coach.beneath(body), *([_poles()] if variant == "trolley" else [])]
    if level == 0:
        made += [_bodywork.skin(body), _bodywork.pillars(body, 0.13), _bodywork.wheels(body)]
        made += [_face(body), _sides(), coach.mirrors(body)]
        made += [extrude.box(2.6, 1.7, 0.24, WHITE, centre=(-1.8, 0.0), bottom_m=ROOF_M - 0.08)]
    else:
        made += [coach.skinned(body, fine=False), coach.pillars(body), _ends(body)]
        made.append(coach.wheels(body, 7, fine=False))
    return merge(made)


def _face(body: Body) -> MeshData:
    """Nose and tail from near: the dark head with its board, the strut, lamps, bumpers, plates."""
    face, x, black = coach.face, float(body.table[0, 0]) + 0.015, _bodywork.BLACK
    made = [face(x - 0.03, y - 0.24, y + 0.24, 0.62, 0.84, _bodywork.HOUSING) for y in (-0.8, 0.8)]
    made += [face(x, y - 0.2, y + 0.1, 0.66, 0.80, coach.LIGHT) for y in (-0.75, 0.85)]
    made += [face(-x, y - 0.1, y + 0.1, 0.85, 1.15, coach.TAIL) for y in (-1.0, 1.0)]
    made += [face(s * (x - 0.02), -1.05, 1.05, 0.40, 0.56, black) for s in (1.0, -1.0)]
    made += [face(s * (x + 0.01), -0.26, 0.26, 0.44, 0.56, coach.PLATE) for s in (1.0, -1.0)]
    made += [face(-x, -0.9, 0.9, 0.64, 0.82, black), face(-5.93, -0.85, 0.85, 1.24, 1.29, black)]
    return merge(
        [
            *made,
            _panel(1.16, 2.20, 2.62, black, 0.02),
            _panel(0.80, 2.26, 2.52, BOARD, 0.04),
            _panel(0.035, 1.08, 2.22, black, 0.02),
            _panel(1.10, 1.06, 1.16, black, 0.02),
        ]
    )


def _panel(half_m: float, low_m: float, high_m: float, paint: Paint, out_m: float) -> MeshData:
    """A panel that lies on the windscreen."""
    low, high = np.interp([low_m, high_m], [1.06, 2.62], [5.91, 5.74]) + out_m
    return quadrilaterals(
        [
            [
                (low, -half_m, low_m),
                (low, half_m, low_m),
                (high, half_m, high_m),
                (high, -half_m, high_m),
            ]
        ],
        paint,
    )


def _sides() -> MeshData:
    """Vents over the windows, the stripe and the dark sill along both sides, frames of doors."""
    rows = [
        ((5.6, -5.6), (2.16, 2.20), 0.035, _bodywork.BLACK),
        ((3.0, -2.4), (0.34, 0.46), 0.022, _bodywork.BLACK),
        ((2.9, -2.3), (0.90, 0.98), 0.022, GREEN),
    ]
    parts = []
    for (x0, x1), (low, high), out, paint in rows:
        y = HALF_WIDTH_M * (0.985 if low > 2.0 else 1.0) + out
        quad = np.array([(x0, y, low), (x1, y, low), (x1, y, high), (x0, y, high)])
        parts.append(quadrilaterals(np.array([quad[::-1], quad * [1, -1, 1]])[:, ::-1], paint))
    at = np.array(DOORS_M)
    edges = np.concatenate([at - 0.6, at, at + 0.6])
    parts.append(quadrilaterals(_upright(edges, 0.05, 0.4, 2.45, 0.03), WHITE))
    return merge(parts)


def _upright(x_m: F64, width_m: float, low_m: float, high_m: float, out_m: float) -> F64:
    """Panels just outside the right flank."""
    first, last = x_m - width_m / 2.0, x_m + width_m / 2.0
    corners = [(first, low_m), (last, low_m), (last, high_m), (first, high_m)]
    y = -HALF_WIDTH_M - out_m
    rows = [np.stack([x, np.full(len(x), y), np.full(len(x), z)], axis=1) for x, z in corners]
    return np.stack(rows, axis=1)


def _doors() -> MeshData:
    """Three doors of two leaves with tall panes."""
    at = np.array(DOORS_M)
    leaves = np.concatenate([at - 0.29, at + 0.29])
    panes = _upright(leaves, 0.46, 0.62, 2.3, 0.02)
    return merge([quadrilaterals(_upright(at, 1.2, 0.4, 2.45, 0.01), DOOR),
                  quadrilaterals(panes, coach.GLASS)])  # fmt: skip


def _ends(body: Body) -> MeshData:
    """Lamps before and behind, plates, and the board with the number of the line."""
    x, face = float(body.table[0, 0]) + 0.015, coach.face
    made = [face(x, y - 0.2, y + 0.2, 0.6, 0.78, coach.LIGHT) for y in (-0.85, 0.85)]
    made += [face(-x, y - 0.1, y + 0.1, 0.85, 1.15, coach.TAIL) for y in (-1.0, 1.0)]
    made += [face(x, -0.26, 0.26, 0.46, 0.57, coach.PLATE), _board()]
    return merge([*made, face(-x, -0.26, 0.26, 0.6, 0.72, coach.PLATE)])


def _board() -> MeshData:
    """The lit number of the line over the windscreen, without a word."""
    return coach.face(5.79, -0.75, 0.75, 2.3, 2.56, BOARD)


def _poles() -> MeshData:
    """Two poles that lean back to the wires."""
    foot = np.array([(-0.4, -0.3, ROOF_M), (-0.4, 0.3, ROOF_M)])
    tip = np.array([(-6.0, -0.3, 5.55), (-6.0, 0.3, 5.55)])
    return struts(foot, tip, 0.06, DARK, caps=False)
