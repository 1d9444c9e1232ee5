"""What lines the rivers of the city along x: a kerb with railings, and the weirs in the stream."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.props.blocks import blocks
from almaty_tour.mesh.data import MeshData, merge

VARIANTS = ("rail", "weir")

KERB = Paint("plaster", "#98938A")
IRON = Paint("painted_metal", "#3F5A56")
FOAM = Paint("plaster", "#C3CCCE")
PIECE_M, POSTS = 12.0, 7
WEIR_HALF_M, WEIR_M = 2.9, 0.42


def build(variant: str, level: int) -> MeshData:
    """Railings of 12 m, or a weir across y whose stream runs to +x; 120, 40 and 24 triangles."""
    if variant == "weir":
        return _weir(level)
    x = PIECE_M / 2.0
    kerb = blocks([(-x, -0.2, -0.5, x, 0.2, 0.28)], KERB)
    bars = [(-x, -0.03, z, x, 0.03, z + 0.06) for z in ((1.02,) if level == 2 else (0.55, 1.02))]
    if level > 0:
        return merge([kerb, blocks(bars, IRON)])
    at = (np.arange(POSTS) + 0.5) * PIECE_M / POSTS - x
    posts = [(p - 0.04, -0.04, 0.28, p + 0.04, 0.04, 1.1) for p in at.tolist()]
    return merge([kerb, blocks(bars, IRON), blocks(posts, IRON)])


def _weir(level: int) -> MeshData:
    """A low sill over which water falls in foam."""
    y, h = WEIR_HALF_M, WEIR_M
    sill = blocks([(-0.5, -y, -0.4, 0.0, y, h)], KERB)
    fall = [[(0.02, -y + 0.3, h - 0.04), (1.0, -y + 0.3, 0.03), (1.0, y - 0.3, 0.03),
             (0.02, y - 0.3, h - 0.04)]]  # fmt: skip
    if level == 2:
        return sill
    cheeks = [(-1.0, s * y - 0.2, -0.4, 1.2, s * y + 0.2, h + 0.35) for s in (-1, 1)]
    return merge([sill, quadrilaterals(fall, FOAM), blocks(cheeks, KERB)])
