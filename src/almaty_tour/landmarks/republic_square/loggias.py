"""Loggias of the towers by Republic Square: one storey of one stack, x along, out to -y."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile
from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

PARAPET = Paint("plaster", "#F0ECE3")
SOFFIT = Paint("plaster", "#CFC8BB")
GLASS = Paint("window", "#AEB9C2")
ROOM = Paint("window", "#6F7880")
FRAMES = (
    Paint("painted_metal", "#E9E7E1"),
    Paint("painted_metal", "#9C9A94"),
    Paint("wood", "#A8603A"),
    Paint("painted_metal", "#5E6A70"),
)
"""Of the glazing in white, of open ones, of brown and of grey glazing."""
OPEN = 1
SILL_M, HEAD_M = 1.12, 2.72
"""The glazing ends where the parapet of the next storey begins."""
PARAPET_STEPS = 5


@cache
def loggia(length_m: float, bulge_m: float, kind: int) -> MeshData:
    """A curved parapet, and over it glazing on the same curve or an open recess."""
    front = _bulge(length_m, bulge_m)
    parapet = extrude.prism(front, -0.28, SILL_M, PARAPET, crease_deg=25.0)
    if kind == OPEN:
        back = extrude.block((0.5, 0.72, 0.1), (length_m - 0.5, 0.95, HEAD_M - 0.2), ROOM)
        side = extrude.block((0.4, 0.78, 0.0), (length_m * 0.36, 0.93, HEAD_M + 0.2), SOFFIT)
        return merge([parapet, back, side, _cheeks(length_m)])
    glass = extrude.prism(
        _bulge(length_m, bulge_m - 0.12), SILL_M, HEAD_M, GLASS, crease_deg=10.0, bottom=False,
        top=False,
    )  # fmt: skip
    return merge([parapet, glass, _bars(length_m, bulge_m - 0.1, FRAMES[kind])])


def _cheeks(length_m: float) -> MeshData:
    """The two sides of an open recess, looking inwards."""
    corners = [(0.1, -0.1, -0.1), (0.55, 0.95, -0.1), (0.55, 0.95, 3.0), (0.1, -0.1, 3.0)]
    left = np.array(corners)
    right = left[::-1] * [-1.0, 1.0, 1.0] + [length_m, 0.0, 0.0]
    return quadrilaterals(np.stack([left, right]), SOFFIT)


def _bulge(length_m: float, bulge_m: float) -> F64:
    """The plan: a flat bow before the face, closed behind it."""
    share = np.linspace(0.0, 1.0, PARAPET_STEPS + 1)
    x = 0.12 + share * (length_m - 0.24)
    y = -bulge_m * (1.0 - np.abs(2.0 * share - 1.0) ** 2.6) - 0.02
    return profile.counter_clockwise(
        np.concatenate([np.column_stack([x, y]), [[x[-1], 0.3], [x[0], 0.3]]])
    )


def _bars(length_m: float, bulge_m: float, paint: Paint) -> MeshData:
    """Posts between the panes."""
    curve = _bulge(length_m, bulge_m)[: PARAPET_STEPS + 1]
    low = np.column_stack([curve, np.full(len(curve), SILL_M)])
    return struts(low, low + np.array([0.0, 0.0, HEAD_M - SILL_M]), 0.1, paint, caps=False)


@cache
def eaves(length_m: float, bulge_m: float) -> MeshData:
    """The slab that ends a stack, z = 0 its upper face."""
    return extrude.prism(_bulge(length_m, bulge_m + 0.06), -0.3, 0.0, PARAPET, crease_deg=25.0)


@cache
def tenth_floor(length_m: float, bulge_m: float) -> MeshData:
    """Once meant as a public storey: arches in a plate over a solid band."""
    band = extrude.prism(_bulge(length_m, bulge_m), -0.28, 0.85, PARAPET.shaded(0.96))
    count = max(1, round(length_m / 3.2))
    bay = (length_m - 0.8) / count
    holes = [
        profile.opening("round", bay * 0.7, 1.75, None, 5) + np.array([0.4 + bay * (k + 0.5), 0.9])
        for k in range(count)
    ]
    plate = extrude.panel(
        profile.rectangle(length_m - 0.24, 3.0, (length_m / 2, 1.24)), -0.3, 0.1, PARAPET,
        holes=holes,
    )  # fmt: skip
    room = extrude.block((0.4, 0.6, 0.2), (length_m - 0.4, 0.9, 2.7), ROOM)
    return merge([band, plate, room, _cheeks(length_m)])
