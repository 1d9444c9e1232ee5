"""Plan, levels and paints of the Palace of Schoolchildren, and walls bent along its arcs.

The outline is a spiral: a drum with a dome, a fan-shaped hall, a curved link behind, a curved
wing; all run on from one another about an open court to the west (-y).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, rail, transform
from almaty_tour.kit.blooms import inside
from almaty_tour.kit.dice import diced
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.landmarks._shared.bare import BACK, bare
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

STONE = Paint("ashlar", "#E0D3C3")
SMOOTH = Paint("concrete", "#E3D6C6")
SHADE = Paint("ashlar", "#C4B6A6")
ROSE = Paint("ashlar", "#D9B9A8")
BASE = Paint("granite", "#8C7068")
FRAME = Paint("painted_metal", "#5C5148")
GLASS = Paint("window")
ROOF = Paint("roof_membrane", "#8E5443")
CURB = Paint("ashlar", "#C9B6A4")

GROUND_M = -1.5
LOW_ROOF_M = 10.0
HALL_ROOF_M, HALL_TOP_M = 13.6, 14.6
STAGE_ROOF_M, STAGE_TOP_M = 19.6, 20.7
LINK_ROOF_M, LINK_TOP_M = 13.2, 14.2
WING_ROOF_M, WING_TOP_M = 15.0, 16.1
REAR_ROOF_M, REAR_TOP_M = 16.2, 17.4

DRUM = (-26.7, 4.1)
DRUM_M = 24.6
DOME = (-22.0, 1.0)
TOWER = (8.0, 9.8)
FAN = profile.smooth(
    profile.line((-87.3, 0.1), (-85.6, 13.8), (-77.7, 32.4), (-66.6, 49.9), (-52.6, 63.7),
                 (-34.3, 76.2), (-15.6, 82.9)), 4
)  # fmt: skip
STAGE_AT = 14
"""The point of the fan's back where the stage house begins."""
HALL_FOOT = (-50.6, -2.0)
STAGE_INNER = (-39.0, 25.5)
STAGE_OUTER = (-18.4, 52.0)
LINK_CENTRE, LINK_M, LINK_INNER_M = (-4.3, -2.2), 62.4, 34.0
WING_INNER, WING_INNER_M = (-44.8, -35.1), 61.3
WING_OUTER, WING_OUTER_M = (-44.8, -37.8), 84.7
REAR = profile.line(
    (57.4, -34.0), (84.1, -25.9), (83.6, -11.9), (72.3, 23.9), (54.9, 18.6), (49.1, 7.9),
    (54.7, -10.0),
)  # fmt: skip


def arc(centre: profile.Point, radius_m: float, start: float, end: float, steps: int) -> F64:
    """(steps + 1, 2) points of an arc; degrees run counter-clockwise from +x."""
    return profile.arc(centre, radius_m, start, end, steps)


def bent(piece: MeshData, path: npt.ArrayLike) -> MeshData:
    """Copies of a wall piece on every edge of a path of equal edges, outside to the right."""
    points = np.asarray(path, np.float64)
    way = np.diff(points, axis=0)
    turn = np.degrees(np.arctan2(way[:, 1], way[:, 0]))
    return transform.at(piece, points[:-1], turn_deg=turn)


def run(path: npt.ArrayLike, make: Callable[[float], MeshData]) -> MeshData:
    """Wall pieces of their own length on the edges of a path, outside to the right."""
    points = np.asarray(path, np.float64)
    pieces = []
    for a, b in pairwise(points):
        pieces.append(transform.on_edge(make(float(np.hypot(*(b - a)))), a, b))
    return merge(pieces)


def joints(piece: MeshData, path: npt.ArrayLike) -> MeshData:
    """Copies of a piece (front to -y) on the points of a path, turned to the mean of its edges.

    Only at the ends of the path can the backs of the copies be seen.
    """
    points = np.asarray(path, np.float64)
    side = profile.mitres(points, closed=False)
    turn = np.degrees(np.arctan2(side[:, 1], side[:, 0])) + 90.0
    return merge([
        transform.at(piece, points[[0, -1]], turn_deg=turn[[0, -1]]),
        transform.at(bare(piece, BACK), points[1:-1], turn_deg=turn[1:-1]),
    ])  # fmt: skip


def face(
    length_m: float, low_m: float, high_m: float, openings: tuple[Placed, ...] = ()
) -> MeshData:
    """A stone wall between two levels; the openings' z counts from the ground."""
    placed = [Placed(p.x_m, p.z_m - low_m, p.opening) for p in openings]
    piece = wall(length_m, high_m - low_m, STONE, placed)
    return transform.move(diced(bare(piece, BACK), 4.2), z=low_m)


def panes(
    width_m: float,
    height_m: float,
    across: int,
    up: int,
    *,
    reveal_m: float = 0.32,
    sill_m: float = 0.0,
) -> Opening:
    """A dark framed window."""
    return Opening(width_m, height_m, bars=(across, up), frame_m=0.1, frame=FRAME,
                   reveal_m=reveal_m, sill_out_m=sill_m)  # fmt: skip


def crown(path: npt.ArrayLike, low_m: float, high_m: float, *, closed: bool = False) -> MeshData:
    """A plain parapet inside the path, with its coping."""
    return rail.parapet(path, STONE, height_m=high_m - low_m - 0.1, thickness_m=0.45, z_m=low_m,
                        closed=closed, coping=SMOOTH)  # fmt: skip


def footing(path: npt.ArrayLike, height_m: float = 1.0, *, closed: bool = False) -> MeshData:
    """The granite course along a wall."""
    section = profile.line((-0.05, GROUND_M), (0.22, GROUND_M), (0.22, height_m - 0.12),
                           (0.1, height_m), (-0.05, height_m))  # fmt: skip
    return extrude.sweep(section, path, BASE, closed=closed, crease_deg=0.0)


def band(path: npt.ArrayLike, z_m: float, height_m: float, out_m: float) -> MeshData:
    """A string course along a wall."""
    section = profile.line((-0.05, z_m), (out_m, z_m + 0.3 * height_m), (out_m, z_m + height_m),
                           (-0.05, z_m + height_m))  # fmt: skip
    return extrude.sweep(section, path, SMOOTH, closed=False, crease_deg=0.0)


def deck(outline: npt.ArrayLike, z_m: float, name: str) -> MeshData:
    """A flat roof of red-brown sheet, patched with strips of other ages, a little over it."""
    edge = np.asarray(outline, np.float64)
    flat = diced(extrude.sheet(edge, z_m, ROOF), 7.0)
    low, high = edge.min(axis=0), edge.max(axis=0)
    count = int(profile.area_m2(profile.counter_clockwise(edge)) / 22.0)
    draw = hashed(f"palace_of_schoolchildren/roof/{name}", count)
    middle = low + (high - low) * np.stack([fraction(draw, 1), fraction(draw, 2)], axis=1)
    size = np.stack([1.2 + 3.2 * fraction(draw, 3), 0.5 + 0.5 * fraction(draw, 4)], axis=1)
    turn = np.radians(np.where(fraction(draw, 5) < 0.5, 30.0, 120.0))
    along = np.stack([np.cos(turn), np.sin(turn)], axis=1) * size[:, :1]
    aside = np.stack([-np.sin(turn), np.cos(turn)], axis=1) * size[:, 1:]
    corner = np.stack([middle - along - aside, middle + along - aside, middle + along + aside,
                       middle - along + aside], axis=1)  # fmt: skip
    kept = inside(corner.reshape(-1, 2), edge).reshape(-1, 4).all(axis=1)
    corner, draw, order = corner[kept], draw[kept], np.arange(int(kept.sum()))
    height = z_m + 0.02 + 0.004 * (order % 12)
    points = np.dstack([corner, np.broadcast_to(height[:, None], corner.shape[:2])])
    shade = np.array([(166, 92, 66), (132, 66, 50), (176, 108, 78), (150, 96, 80), (120, 72, 60)])
    pick = (draw >> np.uint32(11)) % np.uint32(len(shade))
    pieces = [
        quadrilaterals(points[pick == k], Paint(ROOF.material, "#" + bytes(tone.tolist()).hex()))
        for k, tone in enumerate(shade)
    ]
    return merge([flat, *pieces])
