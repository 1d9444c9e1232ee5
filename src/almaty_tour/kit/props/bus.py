"""City buses as in Almaty, green and white, twelve metres long, and trolleybuses with poles."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.paint import GLASS, Paint
from almaty_tour.kit.props.wheel import TYRE, plain_wheels, wheels
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
VARIANTS = ("green", "trolley")

GREEN = Paint("painted_metal", "#4E9A3C")
WHITE = Paint("painted_metal", "#E4E6E2")
DARK = Paint("painted_metal", "#2C3032")
DOOR = Paint("painted_metal", "#3C4448")
LIGHT, TAIL = Paint("lamp_glass", "#D8DCE0"), Paint("lamp_glass", "#A01812")
BOARD = Paint("lamp_glass", "#C88420")
HALF_LENGTH_M, HALF_WIDTH_M, ROOF_M = 5.9, 1.25, 3.0
AXLES_M, WHEEL_M = (-2.9, 3.5), 0.5
DOORS_M = (4.6, 0.4, -4.3)
CORNERS = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)])


def build(variant: str, level: int) -> MeshData:
    """A bus on its wheels, nose to +x, doors to the right; 160, 70 and 28 triangles at most."""
    low = GREEN if variant == "green" else WHITE
    high = WHITE if variant == "green" else GREEN
    body = [
        _band(0.34, 1.15, 0.0, 0.0, low),
        _band(1.15, 2.35, 0.0, 0.06, GLASS),
        _band(2.35, 2.75, 0.06, 0.06, high),
    ]
    if level == 2:
        return merge([*body, _roof(2.75, 0.06, WHITE)])
    body += [_band(2.75, ROOF_M, 0.06, 0.3, WHITE), _roof(ROOF_M, 0.3, WHITE)]
    body.append(_ends())
    if level == 1:
        return merge([*body, plain_wheels(AXLES_M, WHEEL_M, HALF_WIDTH_M + 0.02, 6)])
    body.append(wheels(AXLES_M, WHEEL_M, HALF_WIDTH_M + 0.02, 8))
    body += [_pillars(high), _doors(), _sills()]
    return merge([*body, _poles() if variant == "trolley" else _cooler()])


def _ring(z_m: float, inset_m: float) -> F64:
    half = np.array([HALF_LENGTH_M - inset_m, HALF_WIDTH_M - inset_m])
    return np.column_stack([CORNERS * half, np.full(4, z_m)])


def _band(
    low_m: float, high_m: float, inset_low: float, inset_high: float, paint: Paint
) -> MeshData:
    low, high = _ring(low_m, inset_low), _ring(high_m, inset_high)
    turned = np.roll(np.arange(4), -1)
    return quadrilaterals(np.stack([low, low[turned], high[turned], high], axis=1), paint)


def _roof(z_m: float, inset_m: float, paint: Paint) -> MeshData:
    return quadrilaterals(_ring(z_m, inset_m)[None], paint)


def _upright(x_m: F64, width_m: float, low_m: float, high_m: float, side: int) -> F64:
    """(k, 4, 3) panels just outside a flank."""
    first, last = x_m - width_m / 2.0, x_m + width_m / 2.0
    corners = [(first, low_m), (last, low_m), (last, high_m), (first, high_m)]
    y = side * (HALF_WIDTH_M + 0.012)
    rows = [np.stack([x, np.full(len(x), y), np.full(len(x), z)], axis=1) for x, z in corners]
    return np.stack(rows, axis=1)


def _pillars(paint: Paint) -> MeshData:
    at = np.linspace(-5.1, 5.1, 7)
    return merge([_outwards(_upright(at, 0.13, 1.15, 2.36, side), paint) for side in (-1, 1)])


def _doors() -> MeshData:
    at = np.array(DOORS_M)
    panels = _outwards(_upright(at, 1.15, 0.42, 2.4, -1), DOOR)
    lights = _upright(at, 0.9, 0.75, 2.25, -1) + np.array([0.0, -0.008, 0.0])
    return merge([panels, _outwards(lights, GLASS)])


def _outwards(quads: F64, paint: Paint) -> MeshData:
    """Faces turned away from the long middle line."""
    across = np.cross(quads[:, 1] - quads[:, 0], quads[:, 2] - quads[:, 0])[:, 1]
    inward = across * quads[:, 0, 1] < 0.0
    turned = quads.copy()
    turned[inward] = quads[inward][:, ::-1]
    return quadrilaterals(turned, paint)


def _ends() -> MeshData:
    """Lamps before and behind, and the board with the number of the line."""
    x, y = HALF_LENGTH_M + 0.02, HALF_WIDTH_M * 0.94
    front = _face(x, -y, y, 0.62, 0.78)
    back = _face(-x, y, -y, 0.9, 1.05)
    board = _face(x - 0.05, -0.8, 0.8, 2.42, 2.7)
    return merge(
        [quadrilaterals(front, LIGHT), quadrilaterals(back, TAIL), quadrilaterals(board, BOARD)]
    )


def _face(x_m: float, from_m: float, to_m: float, low_m: float, high_m: float) -> F64:
    corners = [(from_m, low_m), (to_m, low_m), (to_m, high_m), (from_m, high_m)]
    return np.array([[(x_m, y, z) for y, z in corners]])


def _sills() -> MeshData:
    """The dark under the body, and on the road."""
    y = HALF_WIDTH_M - 0.08
    side = np.array([(x, -y, z) for x, z in ((-5.6, 0.14), (5.6, 0.14), (5.6, 0.4), (-5.6, 0.4))])
    far, x = HALF_WIDTH_M + 0.12, HALF_LENGTH_M
    road = np.array([(-x, -far, 0.06), (x, -far, 0.06), (x, far, 0.06), (-x, far, 0.06)])
    return quadrilaterals(np.array([side, (side * [1, -1, 1])[::-1], road]), TYRE)


def _cooler() -> MeshData:
    """The box of the cooling on the roof."""
    low = np.column_stack([CORNERS * np.array([1.3, 0.8]), np.full(4, ROOF_M)])
    high = np.add(low, [0.0, 0.0, 0.22])
    turned = np.roll(np.arange(4), -1)
    sides = np.stack([low, low[turned], high[turned], high], axis=1)
    return merge([quadrilaterals(sides, WHITE), quadrilaterals(high[None], WHITE)])


def _poles() -> MeshData:
    """Two poles that lean back to the wires."""
    foot = np.array([(-0.4, -0.35, ROOF_M), (-0.4, 0.35, ROOF_M)])
    tip = np.array([(-6.4, -0.35, 5.5), (-6.4, 0.35, 5.5)])
    return struts(foot, tip, 0.06, DARK, caps=False)
