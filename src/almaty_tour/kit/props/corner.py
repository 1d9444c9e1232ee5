"""Things at the corners of streets: kiosks, bins, boards without words, road signs.

Kiosks and billboards look to -y; signs look to -x, to who comes.
"""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import GLASS, Paint
from almaty_tour.kit.transform import turn_z
from almaty_tour.mesh.data import MeshData, merge

VARIANTS = ("kiosk", "bin", "billboard", "zebra", "directions", "limit")
STEEL = Paint("painted_metal", "#8A9094")
WALL = Paint("painted_metal", "#D3D2CA")
ROOF = Paint("painted_metal", "#2F6F8A")
AWNING = Paint("painted_metal", "#B8402E")
GOODS = Paint("rubber", "#8C6A4A")
BIN = Paint("rubber", "#4A5A50")
BLUE = Paint("painted_metal", "#1F55A5")
WHITE = Paint("painted_metal", "#E6E7E4")
RED = Paint("painted_metal", "#B5221C")
BLACK = Paint("rubber", "#1A1A1A")
YELLOW = Paint("painted_metal", "#D9B437")
PICTURE = (Paint("lamp_glass", "#7FA6C4"), Paint("lamp_glass", "#D8C48A"),
           Paint("lamp_glass", "#5C7A58"))  # fmt: skip


def build(variant: str, level: int) -> MeshData:
    """One thing on z = 0; 120, 60 and 24 triangles at most."""
    return _MADE[variant](level)


def _front(x0: float, x1: float, z0: float, z1: float, y_m: float, paint: Paint) -> MeshData:
    """An upright panel that looks to -y."""
    corners = [(x0, z0), (x1, z0), (x1, z1), (x0, z1)]
    return quadrilaterals(np.array([[(x, y_m, z) for x, z in corners]]), paint)


def _ahead(y0: float, y1: float, z0: float, z1: float, x_m: float, paint: Paint) -> MeshData:
    """An upright panel that looks to -x."""
    corners = [(y1, z0), (y0, z0), (y0, z1), (y1, z1)]
    return quadrilaterals(np.array([[(x_m, y, z) for y, z in corners]]), paint)


def _kiosk(level: int) -> MeshData:
    """A stall of 3 x 2.2 m with a counter and goods behind glass."""
    body = extrude.box(3.0, 2.2, 2.5, WALL)
    roof = extrude.box(3.4, 2.8, 0.28, ROOF, centre=(0.0, -0.15), bottom_m=2.5)
    if level == 2:
        return merge([body, roof])
    pane = _front(-1.35, 1.35, 1.0, 2.2, -1.11, GLASS)
    made = [
        body,
        roof,
        pane,
        extrude.box(2.9, 0.35, 0.06, STEEL, centre=(0.0, -1.25), bottom_m=0.92),
    ]
    if level == 1:
        return merge(made)
    shelf = [_front(-1.3 + 0.45 * k, -0.95 + 0.45 * k, 1.05, 1.45 + 0.12 * (k % 3), -1.12, GOODS)
             for k in range(6)]  # fmt: skip
    awning = np.array(
        [[(-1.6, -2.0, 2.15), (1.6, -2.0, 2.15), (1.6, -1.1, 2.5), (-1.6, -1.1, 2.5)]]
    )
    both = np.concatenate([awning, awning[:, ::-1] - [0.0, 0.0, 0.02]])
    return merge([*made, *shelf, quadrilaterals(both, AWNING)])


def _bin(level: int) -> MeshData:
    """A litter bin of half a metre."""
    if level:
        return extrude.box(0.36, 0.36, 0.72, BIN, bottom_m=0.05)
    ring = extrude.box(0.44, 0.44, 0.08, STEEL, bottom_m=0.72)
    return merge([extrude.box(0.38, 0.38, 0.7, BIN, bottom_m=0.04), ring])


def _billboard(level: int) -> MeshData:
    """A board of 4 x 2.4 m on a leg, with patches of colour."""
    board = extrude.box(4.1, 0.2, 2.5, STEEL, bottom_m=3.0)
    leg = extrude.box(0.24, 0.2, 3.0, STEEL)
    sides = []
    for turned in (False, True):
        panel = _front(-1.95, 1.95, 3.1, 5.4, -0.11, PICTURE[0])
        patch = [_front(-1.95, 0.2, 3.1, 3.9, -0.118, PICTURE[2]),
                 _front(0.6, 1.5, 4.2, 5.1, -0.118, PICTURE[1])]  # fmt: skip
        made = merge([panel, *patch] if level == 0 else [panel])
        sides.append(turn_z(made, 180.0) if turned else made)
    return merge([board, leg, *(sides if level < 2 else sides[:0])])


def _pole(high_m: float) -> MeshData:
    return extrude.box(0.07, 0.07, high_m, STEEL, centre=(0.05, 0.0))


def _zebra(level: int) -> MeshData:
    """The blue square with the white triangle of a crossing."""
    back = extrude.box(0.03, 0.7, 0.7, BLUE, bottom_m=2.2)
    if level == 2:
        return merge([_pole(2.9), back])
    corners = np.array(
        [[(-0.02, 0.27, 2.3), (-0.02, -0.27, 2.3), (-0.02, -0.02, 2.82), (-0.02, 0.02, 2.82)]]
    )
    man = _ahead(-0.06, 0.06, 2.36, 2.6, -0.025, BLACK)
    return merge([_pole(2.9), back, quadrilaterals(corners, WHITE), man])


def _limit(level: int) -> MeshData:
    """A round white sign with a red rim."""
    made = [_pole(2.8), _disc(0.34, -0.02, RED), _disc(0.34, 0.0, STEEL, back=True)]
    if level < 2:
        made.append(_disc(0.25, -0.025, WHITE))
    if level == 0:
        made.append(_ahead(-0.12, 0.12, 2.43, 2.58, -0.03, BLACK))
    return merge(made)


def _disc(radius_m: float, x_m: float, paint: Paint, *, back: bool = False) -> MeshData:
    turn = (np.arange(8) + 0.5) * np.pi / 4.0
    ring = np.column_stack(
        [np.full(8, x_m), -radius_m * np.cos(turn), 2.5 + radius_m * np.sin(turn)]
    )
    quads = np.array([ring[[0, 1, 2, 3]], ring[[0, 3, 4, 7]], ring[[4, 5, 6, 7]]])
    return quadrilaterals(quads[:, ::-1] if back else quads, paint)


def _directions(level: int) -> MeshData:
    """A blue board on a mast over the right lane, with lines where the names of places are."""
    mast = extrude.box(0.2, 0.2, 6.4, STEEL)
    arm = extrude.box(0.14, 3.6, 0.14, STEEL, centre=(0.0, 1.8), bottom_m=6.1)
    board = extrude.box(0.08, 2.8, 1.5, BLUE, centre=(-0.12, 2.1), bottom_m=5.1)
    if level == 2:
        return merge([mast, board])
    rows = [_ahead(1.0, 2.4 - 0.2 * k, 6.2 - 0.38 * k - 0.14, 6.2 - 0.38 * k, -0.165, WHITE)
            for k in range(3)]  # fmt: skip
    arrows = [
        _ahead(2.75, 2.85, 5.3, 6.3, -0.165, WHITE),
        _ahead(2.85, 3.25, 5.75, 5.85, -0.165, WHITE),
    ]
    return merge([mast, arm, board, *rows, *(arrows if level == 0 else [])])


_MADE = {
    "kiosk": _kiosk, "bin": _bin, "billboard": _billboard, "zebra": _zebra,
    "directions": _directions, "limit": _limit,
}  # fmt: skip
