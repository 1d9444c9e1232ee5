"""Plan, levels and colours of Hotel Kazakhstan, read off photographs.

+x is south, -y is west (the entrance). Both broad sides are arcs; on them ten saw teeth, each
a blank panel that looks north and a glass face that looks south to the mountains. The ends
are two stone slabs with a round-nosed shaft between them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile as p
from almaty_tour.kit.hexahedra import SIDES, quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]

END_X_M = 24.0
END_Y_M = 6.55
SIDE_Y_M = 13.5
RADIUS_M = (END_X_M**2 + (SIDE_Y_M - END_Y_M) ** 2) / (2 * (SIDE_Y_M - END_Y_M))
HALF_ARC_M = RADIUS_M * float(np.arcsin(END_X_M / RADIUS_M))

TEETH = 10
TEETH_HALF_M = 18.5
PITCH_M = 2 * TEETH_HALF_M / TEETH
RIDGE_SHARE = 0.6
TOOTH_DEPTH_M = 1.5

FLOOR_M = 3.3
ROWS = 21
EAVES_M = 82.7
"""Ceiling of the highest guest floor; the parapet row stands on it."""
LOWEST_M = EAVES_M - ROWS * FLOOR_M
PARAPET_TOP_M = 85.9
BELT_BOTTOM_M = 89.2
BELT_TOP_M = 92.4
TOP_M = 102.0

SLOT_OUT_M = 3.2
NOSE_HALF_M = 1.5
NOSE_TOP_M = 94.7

STONE = Paint("ashlar", "#D3B096")
PANEL = Paint("painted_metal", "#C2AC82")
PANEL_DARK = Paint("painted_metal", "#7C6A4C")
SLAB = Paint("concrete", "#D9CDB8")
TEAL = Paint("painted_metal", "#2F6F75")
FRAME = Paint("painted_metal", "#3A4A48")
CURTAIN = Paint("painted_metal", "#B9BFBB")
GLASS = Paint("window", "#FFFFFF")
RAIL = Paint("painted_metal", "#5A5348")
LOGGIA = Paint("plaster", "#C98C3A")
SOFFIT = Paint("plaster", "#B96A2E")
CROWN = Paint("gilded_lit", "#E6D48E")
CONCRETE = Paint("concrete", "#BFB6A4")
BAND = Paint("concrete", "#CDBB9A")
ROOFING = Paint("roof_flat", "#7D7B73")


def on_arc(along_m: npt.ArrayLike, out_m: npt.ArrayLike = 0.0) -> F64:
    """(k, 2) plan points of the west side: metres south of its middle and outwards."""
    angle = np.asarray(along_m, np.float64) / RADIUS_M
    reach = RADIUS_M + np.asarray(out_m, np.float64)
    angle, reach = np.broadcast_arrays(angle, reach)
    return np.stack([reach * np.sin(angle), RADIUS_M - SIDE_Y_M - reach * np.cos(angle)], axis=-1)


def valleys(depth_m: float) -> F64:
    """(TEETH + 1, 2) inner corners of the teeth, from north to south."""
    return on_arc(-TEETH_HALF_M + np.arange(TEETH + 1) * PITCH_M, -depth_m)


def ridges(out_m: float = 0.0) -> F64:
    """(TEETH, 2) outer corners of the teeth, from north to south."""
    return on_arc(-TEETH_HALF_M + (np.arange(TEETH) + RIDGE_SHARE) * PITCH_M, out_m)


def west_side(ridge_m: float, valley_m: float, flat_m: float) -> F64:
    """The saw-toothed west side with its flat stone margins, north to south, offsets outwards."""
    teeth = np.zeros((2 * TEETH + 1, 2))
    teeth[0::2] = valleys(-valley_m)
    teeth[1::2] = ridges(ridge_m)
    north, south = _margins(flat_m)
    return p.joined(north, teeth, south)


def _margins(flat_m: float) -> tuple[F64, F64]:
    inner = on_arc(TEETH_HALF_M, flat_m)
    corner = np.array([END_X_M + max(flat_m, -1.2) * 0.55, -END_Y_M - flat_m * 0.85])
    south = np.stack([inner, corner])
    return (south * [-1.0, 1.0])[::-1], south


def whole(west: F64, end_m: float, slot_m: float = 0.0) -> F64:
    """A closed outline from its west side: ends `end_m` before the stone, slots cut inwards.

    `slot_m` is the depth of the cut between the slabs, where the nose stands.
    """
    x = END_X_M + end_m
    edge = west[-1, 1]
    end = p.line((x, edge), (x, -SLOT_OUT_M), (x - slot_m, -SLOT_OUT_M))
    south = p.joined(end, (end * [1.0, -1.0])[::-1])
    body = west[1:-1]
    return p.joined(body, south, (body * [1.0, -1.0])[::-1], (south * [-1.0, 1.0])[::-1])


def open_box(
    low: tuple[float, float, float],
    high: tuple[float, float, float],
    paint: Paint,
    sides: Sequence[int],
) -> MeshData:
    """The chosen faces of a box between two corners, by their place in `hexahedra.SIDES`."""
    (x0, y0, z0), (x1, y1, z1) = low, high
    ring = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    corners = np.array([(*point, z) for z in (z0, z1) for point in ring])
    return quadrilaterals(corners[SIDES[list(sides)]], paint)


def stacked_quads(path: F64, bottom_m: npt.ArrayLike, top_m: npt.ArrayLike) -> F64:
    """(rows, edges, 4, 3) upright faces on the edges of an open path, outside to its right."""
    low = np.atleast_1d(np.asarray(bottom_m, np.float64))
    high = np.atleast_1d(np.asarray(top_m, np.float64))
    first, last = path[:-1], path[1:]
    quads = np.zeros((len(low), len(first), 4, 3))
    for corner, (plan, level) in enumerate(
        ((first, low), (last, low), (last, high), (first, high))
    ):
        quads[:, :, corner, :2] = plan[None]
        quads[:, :, corner, 2] = level[:, None]
    return quads
