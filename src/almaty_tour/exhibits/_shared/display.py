"""What objects lie and lean on: cloth-covered boards, small easels, wooden blocks."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge

CLOTH = Paint("felt", "#4E171A")
DARK_WOOD = Paint("old_wood", "#3A2A20")


def board(width_cm: float, depth_cm: float, paint: Paint = CLOTH, high_cm: float = 1.6) -> MeshData:
    """A low board with rounded corners, its top at `high_cm`."""
    outline = profile.rounded_rectangle(width_cm, depth_cm, 0.06 * min(width_cm, depth_cm))
    edge = 0.2 * high_cm
    small = profile.offset(outline, -edge)
    body = extrude.prism(outline, 0.0, high_cm - edge, paint, top=False)
    return merge(
        [
            body,
            extrude.prism(outline, high_cm - edge, high_cm, paint, top_outline=small, bottom=False),
        ]
    )


def leaning(data: MeshData, degrees: float) -> MeshData:
    """A piece that lies on its back, set up so that its face looks to the front and a little up.

    0 lies flat, 90 stands upright; its lower edge rests on z = 0.
    """
    stood = transform.turn(data, "x", degrees)
    return transform.move(stood, z=-float(stood.bounds_m[0][2]))


def easel(width_cm: float, height_cm: float, degrees: float, paint: Paint = DARK_WOOD) -> MeshData:
    """A back board that a leaning piece rests against, with a ledge before its foot."""
    lean = np.radians(degrees)
    thick = 0.05 * height_cm
    back = transform.turn(extrude.box(width_cm, thick, height_cm, paint), "x", degrees - 90.0)
    foot = extrude.box(width_cm, 0.5 * height_cm, thick, paint, centre=(0.0, 0.2 * height_cm))
    strut = extrude.box(0.15 * width_cm, thick, 0.75 * height_cm * float(np.sin(lean)), paint)
    return merge([back, foot, transform.move(strut, y=0.42 * height_cm * float(np.cos(lean)))])
