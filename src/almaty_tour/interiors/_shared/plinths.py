"""Plinths of stands: a shaft on a recessed foot under a thin slab."""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from almaty_tour.content.interiors import InteriorSpec, Stand
from almaty_tour.kit import profile, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, Prism, as_part, merge

STONE: Final = Paint("hall_stone", "#5A524B")
FOOT: Final = Paint("hall_stone", "#26221F")
LINE: Final = Paint("brass", "#FFF2DC")
SLAB_M: Final = 0.05
FOOT_M: Final = 0.07
CELL_M: Final = 0.5


def plinths(spec: InteriorSpec, stone: Paint = STONE) -> tuple[MeshData, tuple[Prism, ...]]:
    """The plinths of all stands, and what bodies meet of them."""
    made = [_placed(plinth(one, stone), one) for one in spec.stands if one.plinth_m > 0.0]
    return merge(made), tuple(_stop(one) for one in spec.stands)


def plinth(stand: Stand, stone: Paint) -> MeshData:
    """A square plinth about the origin; its front looks to -y."""
    half, top = stand.width_m / 2, stand.plinth_m
    inner = half - 0.04
    pieces = [
        block((-inner, -inner, 0.0), (inner, inner, FOOT_M), FOOT),
        diced(block((-half, -half, FOOT_M), (half, half, top - SLAB_M - 0.015), stone), CELL_M),
        block((-inner, -inner, top - SLAB_M - 0.015), (inner, inner, top - SLAB_M), LINE),
        diced(block((-half, -half, top - SLAB_M), (half, half, top), stone), CELL_M),
    ]
    return as_part(merge(pieces), f"stand_{stand.exhibit}")


def _placed(data: MeshData, stand: Stand) -> MeshData:
    x, y, z = stand.at_m
    return transform.move(transform.turn_z(data, 180.0 - stand.heading_deg), x, y, z)


def _stop(stand: Stand) -> Prism:
    """A little more than the plinth, so that nobody looks into an exhibit."""
    turn = math.radians(180.0 - stand.heading_deg)
    outline = profile.rectangle(stand.width_m + 0.1, stand.width_m + 0.1)
    cos, sin = math.cos(turn), math.sin(turn)
    turned = outline @ np.array([[cos, sin], [-sin, cos]]) + np.array(stand.at_m[:2])
    return Prism(turned.astype(np.float32), stand.at_m[2] - 1.0, stand.at_m[2] + 2.2)
