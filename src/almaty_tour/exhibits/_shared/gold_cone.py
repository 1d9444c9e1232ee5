"""The pointed felt cone of the tall hat of Issyk with its flaps; the brow lies at z = 0."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.exhibits._shared.gold_relief import Warp
from almaty_tour.kit import clay, sdf, skin
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]
FELT = Paint("felt", "#4A1113")
STATIONS = (
    (-1.5, 0.0, 0.0, 9.7, 11.3), (0.0, 0.0, 0.0, 9.8, 11.4), (9.0, 0.0, 0.2, 9.5, 10.9),
    (19.0, 0.0, 0.7, 8.0, 8.9), (30.0, 0.0, 1.5, 5.7, 6.2), (40.0, 0.0, 2.6, 3.7, 3.9),
    (48.5, 0.0, 3.7, 1.7, 1.7),
)  # fmt: skip
"""Oval slices of the cone: height above the brow, middle, half width and half depth."""
FLAP_LOW = -13.0


def hat(triangles: int = 7000) -> MeshData:
    """The cone leans back a little; flaps hang over the ears and the nape."""
    whole = sdf.union([clay.column(STATIONS), *flaps()], 0.8)
    return skin.skin(whole, (-13, -14, -17), (13, 15, 52), 0.55, FELT, triangles=triangles)


def flaps() -> list[sdf.Field]:
    """Ear flaps to the left and right and a broad one behind."""
    made = []
    for s in (-1.0, 1.0):
        for y in (-1.0, 1.6, 4.2):
            line = [(s * 9.0, y, 0.0), (s * 9.5, y, -6.5), (s * 8.9, y - 0.3, FLAP_LOW)]
            made.append(sdf.limb(line, [1.0, 1.0, 0.9], 0.4))
    back = [(x, 10.4 - 0.04 * x * x, z) for x in (-6.0, -2.0, 2.0, 6.0) for z in (0.0, -11.0)]
    made += [sdf.limb(back[k : k + 2], [1.1, 1.1]) for k in range(0, 8, 2)]
    return [sdf.union(made, 2.0)]


def on_cone(turn_deg: float, z: float, sink: float = 0.1) -> Warp:
    """A plate laid round the cone, its origin at that turn from the front and that height."""
    table = np.array(STATIONS)

    def slices(height: F64) -> F64:
        return np.stack([np.interp(height, table[:, 0], table[:, k]) for k in (2, 3, 4)])

    def warp(points: F64) -> F64:
        height = z + points[:, 1]
        middle, wide, deep = slices(height)
        turn = np.radians(turn_deg) + points[:, 0] / (0.5 * (wide + deep))
        sine, cosine = np.sin(turn), np.cos(turn)
        above, under = slices(height + 0.5), slices(height - 0.5)
        narrow = under[1] - above[1] + (under[0] - above[0]) * -cosine
        out = np.column_stack([sine / wide, -cosine / deep, np.zeros(len(turn))])
        out /= np.linalg.norm(out, axis=1, keepdims=True)
        out[:, 2] = np.clip(narrow, -0.1, 1.0)
        out /= np.linalg.norm(out, axis=1, keepdims=True)
        place = np.column_stack([wide * sine, middle - deep * cosine, height])
        return np.asarray(place + (points[:, 2:] - sink) * out)

    return warp
