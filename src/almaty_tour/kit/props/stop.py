"""Bus stops: a glass shelter with a bench and the sign; the front looks to -y, to the street."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import GLASS, Paint
from almaty_tour.mesh.data import MeshData, merge

VARIANTS = ("shelter",)

STEEL = Paint("painted_metal", "#6E767C")
ROOF = Paint("painted_metal", "#3E7F92")
WOOD = Paint("wood", "#8A5A34")
SIGN = Paint("painted_metal", "#2F63A8")
POSTER = Paint("lamp_glass", "#B9C4CC")
HALF_M, DEPTH_M, HIGH_M = 2.3, 1.4, 2.5
WALL_Y_M = 0.62


def build(_variant: str, level: int) -> MeshData:
    """A shelter of 4.6 x 1.5 m; 170, 60 and 16 triangles at most."""
    roof = extrude.box(2 * HALF_M + 0.3, DEPTH_M + 0.25, 0.12, ROOF, bottom_m=HIGH_M)
    back = _pane(-HALF_M, HALF_M, WALL_Y_M)
    if level == 2:
        return merge([roof, back])
    xs = (-HALF_M, 0.0, HALF_M) if level == 0 else (-HALF_M, HALF_M)
    posts = [extrude.box(0.08, 0.08, HIGH_M, STEEL, centre=(x, WALL_Y_M + 0.05)) for x in xs]
    bench = extrude.box(2.8, 0.38, 0.06, WOOD, centre=(-0.6, WALL_Y_M - 0.3), bottom_m=0.44)
    if level == 1:
        return merge([roof, back, *posts, bench])
    legs = [extrude.box(0.06, 0.3, 0.44, STEEL, centre=(x, WALL_Y_M - 0.3)) for x in (-1.7, 0.5)]
    return merge([roof, back, *posts, bench, *legs, *_ends(), *_sign()])


def _pane(from_m: float, to_m: float, y_m: float) -> MeshData:
    """A pane between the posts, seen from both sides."""
    front = np.array([[(from_m, y_m, 0.3), (to_m, y_m, 0.3), (to_m, y_m, 2.3), (from_m, y_m, 2.3)]])
    behind = front[:, ::-1] + [0.0, 0.02, 0.0]
    return quadrilaterals(np.concatenate([front, behind]), GLASS)


def _ends() -> list[MeshData]:
    """A lit poster at one end, a short pane at the other."""
    near, far = WALL_Y_M - 1.05, WALL_Y_M
    box = extrude.box(0.14, 1.1, 1.9, STEEL, centre=(HALF_M, (near + far) / 2), bottom_m=0.3)
    made = [box]
    for side in (-1.0, 1.0):
        x = HALF_M + side * 0.075
        face = np.array(
            [
                [
                    (x, near + 0.05, 0.4),
                    (x, far - 0.05, 0.4),
                    (x, far - 0.05, 2.1),
                    (x, near + 0.05, 2.1),
                ]
            ]
        )
        made.append(quadrilaterals(face if side > 0 else face[:, ::-1], POSTER))
    pane = np.array(
        [[(-HALF_M, far, 0.3), (-HALF_M, near, 0.3), (-HALF_M, near, 2.3), (-HALF_M, far, 2.3)]]
    )
    made.append(quadrilaterals(np.concatenate([pane, pane[:, ::-1] + [0.02, 0, 0]]), GLASS))
    return made


def _sign() -> list[MeshData]:
    """A pole at the kerb with a blue board."""
    x, y = -HALF_M - 0.9, -0.6
    pole = extrude.box(0.07, 0.07, 2.9, STEEL, centre=(x, y))
    board = extrude.box(0.05, 0.5, 0.62, SIGN, centre=(x, y), bottom_m=2.3)
    return [pole, board]
