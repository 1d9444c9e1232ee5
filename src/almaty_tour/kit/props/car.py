"""Cars as they are seen in Almaty; every copy has its own colour (coats of `materials.toml`)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from almaty_tour.kit import extrude
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.props import _bodywork
from almaty_tour.kit.props import _coachwork as coach
from almaty_tour.kit.props._coachwork import Body
from almaty_tour.mesh.data import MeshData, merge

PAINT, ENAMEL, WHITE = Paint("car_paint"), Paint("car_enamel"), Paint("car_white")
CHROME = Paint("painted_metal", "#A9ABAC")

BODIES = {
    "saloon": Body(
        (
            (2.28, 0.7, 0.26, 0.66, 0.69, 0.54), (2.16, 0.82, 0.24, 0.71, 0.75, 0.62),
            (1.85, 0.88, 0.21, 0.79, 0.84, 0.7), (1.0, 0.9, 0.2, 0.9, 0.95, 0.72),
            (0.22, 0.9, 0.2, 0.93, 1.42, 0.58), (-0.3, 0.9, 0.2, 0.94, 1.45, 0.59),
            (-0.88, 0.9, 0.2, 0.95, 1.4, 0.57), (-1.62, 0.89, 0.21, 0.97, 1.03, 0.68),
            (-2.1, 0.86, 0.24, 0.96, 1.0, 0.66), (-2.24, 0.76, 0.28, 0.92, 0.95, 0.6),
        ),
        (3, 4, 6, 7), (-0.28,), (1.38, -1.36), 0.33, 0.03, PAINT,
    ),
    "hatch": Body(
        (
            (1.98, 0.68, 0.26, 0.68, 0.71, 0.52), (1.88, 0.8, 0.24, 0.74, 0.78, 0.6),
            (1.6, 0.85, 0.21, 0.83, 0.88, 0.68), (0.95, 0.86, 0.2, 0.93, 0.98, 0.7),
            (0.2, 0.86, 0.2, 0.96, 1.47, 0.57), (-0.5, 0.86, 0.2, 0.98, 1.51, 0.58),
            (-1.3, 0.86, 0.21, 1.0, 1.46, 0.56), (-1.86, 0.82, 0.24, 1.02, 1.06, 0.62),
            (-2.0, 0.74, 0.28, 0.98, 1.01, 0.58),
        ),
        (3, 4, 6, 7), (-0.3, -1.05), (1.25, -1.22), 0.32, 0.03, PAINT,
    ),
    "suv": Body(
        (
            (2.36, 0.78, 0.36, 0.86, 0.9, 0.62), (2.26, 0.9, 0.34, 0.93, 0.97, 0.7),
            (1.9, 0.95, 0.32, 1.0, 1.05, 0.78), (1.12, 0.96, 0.31, 1.1, 1.15, 0.8),
            (0.45, 0.96, 0.31, 1.13, 1.72, 0.68), (-0.6, 0.96, 0.31, 1.14, 1.77, 0.69),
            (-1.85, 0.96, 0.32, 1.15, 1.72, 0.67), (-2.2, 0.93, 0.34, 1.16, 1.2, 0.74),
            (-2.32, 0.84, 0.38, 1.12, 1.15, 0.68),
        ),
        (3, 4, 6, 7), (-0.3, -1.25), (1.45, -1.4), 0.39, 0.03, PAINT,
    ),
    "minibus": Body(
        (
            (2.95, 0.72, 0.44, 0.86, 0.9, 0.56), (2.86, 0.92, 0.34, 0.96, 1.0, 0.74),
            (2.45, 0.98, 0.32, 1.16, 1.22, 0.84), (2.05, 1.0, 0.32, 1.24, 1.34, 0.86),
            (1.35, 1.0, 0.32, 1.28, 2.12, 0.82), (-0.4, 1.0, 0.32, 1.3, 2.2, 0.83),
            (-2.75, 1.0, 0.32, 1.3, 2.16, 0.82), (-2.9, 0.98, 0.34, 1.3, 1.5, 0.9),
            (-2.98, 0.9, 0.44, 1.26, 1.3, 0.84),
        ),
        (3, 4, 6, 7), (0.75, -0.45, -1.6), (1.9, -1.85), 0.36, 0.2, WHITE,
    ),
    "lada": Body(
        (
            (2.02, 0.74, 0.34, 0.82, 0.84, 0.66), (1.96, 0.79, 0.28, 0.85, 0.87, 0.7),
            (1.3, 0.81, 0.25, 0.88, 0.91, 0.72), (0.72, 0.81, 0.24, 0.9, 0.93, 0.72),
            (0.26, 0.81, 0.24, 0.9, 1.38, 0.62), (-0.3, 0.81, 0.24, 0.9, 1.4, 0.62),
            (-0.95, 0.81, 0.24, 0.9, 1.37, 0.61), (-1.32, 0.81, 0.25, 0.9, 0.94, 0.7),
            (-1.96, 0.79, 0.28, 0.88, 0.9, 0.7), (-2.02, 0.74, 0.36, 0.85, 0.87, 0.66),
        ),
        (3, 4, 6, 7), (-0.22, -0.82), (1.2, -1.22), 0.3, 0.02, ENAMEL, CHROME, None, 0.03,
    ),
}  # fmt: skip
CAB = Body(
    (
        (3.0, 0.92, 0.5, 1.1, 1.14, 0.84), (2.92, 1.0, 0.42, 1.2, 1.26, 0.92),
        (2.86, 1.02, 0.42, 1.28, 1.34, 0.94), (2.5, 1.02, 0.42, 1.32, 2.2, 0.88),
        (1.9, 1.02, 0.42, 1.32, 2.26, 0.88), (1.3, 1.02, 0.42, 1.32, 2.22, 0.88),
        (1.26, 1.0, 0.42, 1.3, 2.18, 0.86),
    ),
    (2, 3, 5, 5), (1.45,), (2.05, -1.9), 0.42, 0.06, WHITE, nose_m=0.03,
)  # fmt: skip
BOX_M = (4.0, 2.2, 2.3)
COLOURS = {
    "white": ("saloon", "#DCDCDA"), "silver": ("hatch", "#9FA3A8"), "black": ("saloon", "#2A2B2E"),
    "red": ("hatch", "#7E2A26"), "blue": ("saloon", "#35506E"), "high_white": ("suv", "#D6D6D2"),
    "high_grey": ("suv", "#4E5256"),
}  # fmt: skip
"""Cars of one colour, for places that choose it: a body and its paint."""
VARIANTS = (*BODIES, "lorry", *COLOURS)


def build(variant: str, level: int) -> MeshData:
    """A car on its wheels, nose to +x; 900, 250 and 24 triangles at most."""
    if variant == "lorry":
        return _lorry(level)
    name, colour = COLOURS.get(variant, (variant, ""))
    body = BODIES[name]
    if colour:
        body = replace(body, paint=Paint("painted_metal", colour))
    return coach.far(body) if level == 2 else _near(body, fine=level == 0)


def _near(body: Body, *, fine: bool) -> MeshData:
    if fine:
        return merge([_bodywork.body(body), _bodywork.wheels(body)])
    made = [coach.skinned(body, fine=fine), coach.fittings(body, fine=fine), coach.beneath(body)]
    return merge([*made, coach.pillars(body), coach.wheels(body, 7, fine=fine)])


def _lorry(level: int) -> MeshData:
    """A cab before a closed box."""
    length, width, height = BOX_M
    centre = (1.1 - length / 2.0, 0.0)
    box = extrude.box(length, width, height, WHITE, centre=centre, bottom_m=0.9)
    if level == 2:
        cab = extrude.box(1.75, 2.0, 1.9, WHITE, centre=(2.1, 0.0), bottom_m=0.35)
        return merge([box, cab])
    fine = level == 0
    frame = extrude.box(length + 1.0, 0.9, 0.35, coach.SHADE, centre=(-0.6, 0.0), bottom_m=0.5)
    lamps = [coach.face(-length + 1.08, y - 0.14, y + 0.14, 0.72, 0.88, coach.TAIL)
             for y in (-0.85, 0.85)]  # fmt: skip
    if fine:
        parts = [_bodywork.skin(CAB), _nose(CAB), _bodywork.pillars(CAB), _bodywork.wheels(CAB)]
    else:
        parts = [coach.skinned(CAB, fine=False), _nose(CAB), coach.pillars(CAB)]
        parts.append(coach.wheels(CAB, 6, fine=False))
    return merge([box, frame, *lamps, *parts, _shade()])


def _nose(body: Body) -> MeshData:
    """Lamps, grille and plate of the cab."""
    x, half, _, belt = body.table[0, :4].tolist()
    at = x + coach.OUT_M
    lamps = [coach.face(at, y - 0.15, y + 0.15, belt - 0.3, belt - 0.14, coach.LIGHT)
             for y in (-0.7, 0.7)]  # fmt: skip
    grille = coach.face(at, -0.5 * half, 0.5 * half, belt - 0.32, belt - 0.06, coach.TRIM)
    return merge([*lamps, grille, coach.face(at, -0.26, 0.26, 0.56, 0.68, coach.PLATE)])


def _shade() -> MeshData:
    """The dark on the road under the lorry."""
    x0, x1, y = -2.8, 2.8, 0.95
    road = np.array([[(x0, -y, 0.035), (x1, -y, 0.035), (x1, y, 0.035), (x0, y, 0.035)]])
    return quadrilaterals(road, coach.SHADE)
