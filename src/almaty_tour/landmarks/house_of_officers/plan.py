"""Plan of the House of Officers: two wings on a bent line with the gate between them.

The middle of the gate is the origin. The north wing (to the left) is straight, the south
wing swings forward; every storey is a strip along that line with its own half depth.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

GATE_HALF_M = 9.35
NORTH_END_M = -52.0
BEND_M, BEND_RADIUS_M, BEND_DEG, STRAIGHT_M = 24.0, 40.0, 34.0, 54.0
BOX_HALF_M = 9.5
SLIT_PITCH_M, DRUM_PITCH_M = 1.85, 5.55

STAIR_HEAD_M = 2.1
BAND_FOOT_M, DECK_M, BAND_TOP_M = 11.85, 12.2, 13.4
BOX_FOOT_M, BOX_TOP_M, GATE_TOP_M = 15.3, 21.1, 22.1

STONE = Paint("ashlar", "#DAD5C6")
COPING = Paint("marble", "#D3CEBE")
SLATE = Paint("ashlar", "#75766F")
WHITE = Paint("plaster", "#E9E7DF")
RECESS = Paint("concrete", "#4A4C4B")
SOFFIT = Paint("concrete", "#8B877C")
PIER = Paint("ashlar", "#D6CDBC")
STEP = Paint("granite", "#66524A")
PLINTH = Paint("granite", "#6A625C")
ROOF = Paint("roof_flat", "#8D8A84")
FRAME = Paint("painted_metal", "#D9D8D2")

SIDES = ("north", "south")


def middle_line(side: str) -> F64:
    """(k, 2) the middle of a wing from its left end to its right end."""
    if side == "north":
        return profile.line((NORTH_END_M, 0.0), (-GATE_HALF_M, 0.0))
    bend = profile.arc((BEND_M, -BEND_RADIUS_M), BEND_RADIUS_M, 90.0, 90.0 - BEND_DEG, 16)
    turn = np.radians(BEND_DEG)
    end = bend[-1] + STRAIGHT_M * np.array([np.cos(turn), -np.sin(turn)])
    return profile.joined([(GATE_HALF_M, 0.0)], bend, [end])


def faces(side: str, half_m: float, cut_m: float = 0.0) -> tuple[F64, F64, F64]:
    """Front, outer end and back of a storey, each run along with the wing on its left.

    The storey lies `half_m` to both sides of the middle line and ends `cut_m` before the
    outer end of the wing; at the gate it always ends in the same plane.
    """
    line = middle_line(side)
    outer, inner = (0, 1) if side == "north" else (-1, -2)
    way = line[inner] - line[outer]
    line[outer] = line[outer] + cut_m * way / np.linalg.norm(way)
    across = half_m * profile.mitres(line, closed=False)
    front, back = line + across, (line - across)[::-1]
    end = np.array([back[-1], front[0]]) if side == "north" else np.array([front[-1], back[0]])
    return front, end, back


def outline(side: str, half_m: float, cut_m: float = 0.0) -> F64:
    """The whole counter-clockwise outline of a storey."""
    front, _, back = faces(side, half_m, cut_m)
    return np.concatenate([front, back])


def spaced(line: F64, pitch_m: float) -> F64:
    """(k, 2) points at equal steps of about `pitch_m` along a line, ends included."""
    step = np.linalg.norm(np.diff(line, axis=0), axis=1)
    reach = np.concatenate([[0.0], np.cumsum(step)])
    at = np.linspace(0.0, reach[-1], max(1, round(float(reach[-1]) / pitch_m)) + 1)
    return np.stack([np.interp(at, reach, line[:, i]) for i in (0, 1)], axis=1)


def row(piece: MeshData, line: F64, pitch_m: float, z_m: float) -> MeshData:
    """A bay `pitch_m` wide (x from 0, front to -y) set on every step of the line.

    Each is stretched a little along its chord, so that bays meet in bends.
    """
    points = spaced(line, pitch_m)
    way = np.diff(points, axis=0)
    length = np.linalg.norm(way, axis=1)
    unit = way / length[:, None]
    affine = np.zeros((len(way), 4, 4))
    affine[:, :2, 0] = way / pitch_m
    affine[:, 0, 1], affine[:, 1, 1] = -unit[:, 1], unit[:, 0]
    affine[:, 2, 2] = affine[:, 3, 3] = 1.0
    affine[:, :2, 3] = points[:-1]
    affine[:, 2, 3] = z_m
    return transform.replicate(piece, affine)


def rows(piece: MeshData, lines: tuple[F64, ...], pitch_m: float, z_m: float) -> MeshData:
    """`row` along several lines."""
    return merge([row(piece, line, pitch_m, z_m) for line in lines])
