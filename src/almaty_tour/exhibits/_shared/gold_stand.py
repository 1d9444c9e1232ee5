"""A panel of dark red felt in a wooden frame, set up on a foot: what sheet gold is shown on."""

from __future__ import annotations

import numpy as np

from almaty_tour.exhibits._shared.display import CLOTH, DARK_WOOD
from almaty_tour.kit import extrude, profile, transform
from almaty_tour.mesh.data import MeshData, as_part, merge

LEAN_DEG = 80.0
"""So near to upright that extents stay those of the piece within two in a hundred."""
FRAME, THICK, FOOT = 0.7, 1.0, 1.3


def panel(width: float, height: float) -> MeshData:
    """A felt board in a frame: it lies in x-y, its middle at the origin, its felt on z = 0."""
    felt = profile.rounded_rectangle(width, height, 0.8)
    outer = profile.offset(profile.rounded_rectangle(width, height, 0.8), FRAME)
    inner = profile.offset(felt, -0.05)
    edge = extrude.prism(outer, -THICK, 0.15, DARK_WOOD, holes=[inner])
    return merge([extrude.prism(felt, -THICK + 0.1, 0.0, CLOTH), edge])


def set_up(pieces: MeshData, width: float, height: float) -> MeshData:
    """Pieces laid round the origin on a panel of that size, leaning on a foot with a strut."""
    whole = merge([pieces, as_part(panel(width, height), "panel")])
    low = -height / 2 - FRAME
    stood = transform.turn(transform.move(whole, y=-low), "x", LEAN_DEG)
    lean = np.radians(LEAN_DEG)
    deep = max(6.0, 0.42 * height)
    foot = extrude.prism(
        profile.rounded_rectangle(
            width + 2 * FRAME + 2.0, deep, 0.6, centre=(0.0, 0.18 * deep)
        ),
        0.0, FOOT, DARK_WOOD,
    )  # fmt: skip
    reach = 0.7 * height
    strut = extrude.prism(
        [(0.9, 0.0), (0.9 + 0.3 * deep, 0.0), (0.9 + reach * float(np.cos(lean)), reach)],
        -0.6, 0.6, DARK_WOOD,
    )  # fmt: skip
    strut = transform.turn_z(transform.turn(strut, "x", 90.0), 90.0)
    behind = as_part(merge([foot, transform.move(strut, z=FOOT - 0.2)]), "foot")
    return merge([transform.move(stood, z=FOOT - 0.1), behind])
