"""The narrow ends of the hotel: two stone slabs, slots with loggias, a round-nosed shaft."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit.extrude import prism
from almaty_tour.kit.transform import at, mirror_x, mirror_y
from almaty_tour.landmarks.hotel_kazakhstan import plan
from almaty_tour.landmarks.hotel_kazakhstan.facade import LEVELS
from almaty_tour.mesh.data import MeshData, merge

SLOT_DEPTH_M = 1.7


def ends() -> MeshData:
    """Both ends and the closed core between the skins."""
    south = merge([slabs(), nose()])
    return merge([south, mirror_x(south), core()])


def loggias() -> MeshData:
    """What fills the slots between slabs and noses, in both ends."""
    south = merge([slot(), mirror_y(slot())])
    return merge([south, mirror_x(south)])


def slabs() -> MeshData:
    """The two stone slabs of one end, solid down to below the ground."""
    x, y, inner = plan.END_X_M, plan.END_Y_M, plan.SLOT_OUT_M
    one = p.line((x - 3.0, -y - 0.4), (x, -y), (x, -inner), (x - 3.0, -inner))
    slab = prism(one, -1.5, plan.PARAPET_TOP_M, plan.STONE, crease_deg=0.0)
    return merge([slab, mirror_y(slab)])


def nose() -> MeshData:
    """The shaft with a half-round front that rises past the roof."""
    half = plan.NOSE_HALF_M
    round_front = p.arc((plan.END_X_M, 0.0), half, -90.0, 90.0, 14)
    outline = p.joined([(plan.END_X_M - 3.0, -half)], round_front, [(plan.END_X_M - 3.0, half)])
    shaft = prism(outline, -1.5, plan.NOSE_TOP_M, plan.STONE.shaded(1.02))
    cap = prism(p.offset(outline, 0.08), plan.NOSE_TOP_M, plan.NOSE_TOP_M + 0.25, plan.SLAB)
    return merge([shaft, cap])


def slot() -> MeshData:
    """Loggias between slab and nose on the -y side: ochre breast walls, dark doors.

    They have only the faces that can be seen from before the slot.
    """
    low, high = -plan.SLOT_OUT_M, -plan.NOSE_HALF_M
    back = plan.END_X_M - SLOT_DEPTH_M
    outer = plan.END_X_M - 0.75
    box, ochre = plan.open_box, plan.LOGGIA
    unit = merge(
        [
            box((outer, low, -0.25), (outer + 0.15, high, 1.2), ochre, [0, 1, 3]),
            box((back, low, -0.25), (outer, high, -0.05), ochre.shaded(0.8), [0, 1]),
            box((back - 0.1, low + 0.15, 0.0), (back + 0.02, high - 0.15, 2.6), plan.GLASS, [3]),
            box((back, low, 2.6), (back + 0.05, high, 3.3), ochre.shaded(0.7), [0, 3]),
        ]
    )
    levels = np.concatenate([LEVELS[0] - plan.FLOOR_M * np.arange(4, 0, -1), LEVELS])
    return at(unit, np.column_stack([np.zeros((len(levels), 2)), levels]))


def core() -> MeshData:
    """The closed dark body just behind all skins, so that no gap shows the sky."""
    west = plan.west_side(-1.75, -plan.TOOTH_DEPTH_M - 0.2, -0.5)
    outline = plan.whole(west, -SLOT_DEPTH_M)
    return prism(outline, -1.5, plan.PARAPET_TOP_M - 0.1, plan.PANEL_DARK, crease_deg=0.0)
