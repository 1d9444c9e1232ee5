"""Gates of plots: two leaves for a car and a door beside them, 4.6 m along x, front to -y."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.props.blocks import two_faced
from almaty_tour.mesh.data import MeshData, merge

COLOURS = {"green": "#3F7358", "blue": "#3E7C9A", "brown": "#7A4A38", "grey": "#8C9092"}
VARIANTS = tuple(COLOURS)
LONG_M, HIGH_M, SUNK_M = 4.6, 2.0, 0.4
POST = Paint("facade_brick", "#A98A74")
TRIM = Paint("painted_metal", "#D8D6CC")
_LEAVES = ((-2.1, -0.62), (-0.58, 0.9), (1.12, 2.1))
_POSTS = (-2.2, 1.01, 2.2)


def build(variant: str, level: int) -> MeshData:
    """Leaves between posts, with a lighter rhomb on each near by; at most 60, 60, 4 triangles."""
    paint = Paint("painted_metal", COLOURS[variant])
    if level == 2:
        return _leaf(-LONG_M / 2, LONG_M / 2, paint)
    posts = [extrude.box(0.22, 0.22, HIGH_M + 0.25 + SUNK_M, POST, centre=(x, 0.0),
                         bottom_m=-SUNK_M) for x in _POSTS]  # fmt: skip
    leaves = [_leaf(left, right, paint) for left, right in _LEAVES]
    signs = [_rhomb((left + right) / 2) for left, right in _LEAVES[:2]] if level == 0 else []
    return merge([*posts, *leaves, *signs])


def _leaf(left: float, right: float, paint: Paint) -> MeshData:
    face = [
        (left, -0.04, 0.02),
        (right, -0.04, 0.02),
        (right, -0.04, HIGH_M),
        (left, -0.04, HIGH_M),
    ]
    return two_faced(face, 0.08, paint)


def _rhomb(x: float) -> MeshData:
    face = np.array([(x - 0.4, -0.06, 1.1), (x, -0.06, 0.65), (x + 0.4, -0.06, 1.1),
                     (x, -0.06, 1.55)])  # fmt: skip
    return quadrilaterals(face[None], TRIM)
