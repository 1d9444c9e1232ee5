"""Ground about blocks of flats: the rim along their walls, paths from the doors, trodden ways."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import shapely
from scipy.spatial import cKDTree

from almaty_tour.city.houses import Row, in_world, outlines
from almaty_tour.city.kinds import GARDEN, is_flats, yard_side
from almaty_tour.city.paint_layers import Layer
from almaty_tour.city.paint_rows import PAVED, Ink, Pen, Sheet
from almaty_tour.scene.paint import End

if TYPE_CHECKING:
    from almaty_tour.city.grounds import Patch

F64 = npt.NDArray[np.float64]
RIM, PATH = Ink((128, 125, 119), PAVED), Ink((124, 121, 116), PAVED)
TRODDEN = (Ink((140, 124, 96), 20), Ink((146, 142, 134), PAVED))
RIM_M, DOOR_M, BAY_M, TO_DRIVE_M = 1.1, 2.2, 15.0, 3.6
FARTHEST_M, TRODDEN_M, WAYS = 95.0, 1.9, 3
GOALS = ("play", "sand", "court", "pitch", "parking", "drying")


def paint_courts(sheet: Sheet, houses: Sequence[Row], patches: Sequence[Patch]) -> None:
    """Everything that lies about houses of flats and is no ground of its own."""
    blocks = [row for row in houses if not GARDEN[row.kind]]
    flats = [row for row in blocks if is_flats(row.kind)]
    _rims(sheet, blocks)
    _door_paths(sheet, flats)
    for number, (a, b) in enumerate(trodden(flats, blocks, patches)):
        ink = TRODDEN[number % len(TRODDEN)]
        sheet.segments(Layer.PATH, a[None], b[None], Pen(ink, TRODDEN_M))


def _rims(sheet: Sheet, rows: Sequence[Row]) -> None:
    """A strip of concrete along the walls; what lies under the house is not seen."""
    corners = np.array([wing for row in rows for wing in outlines(row, RIM_M)]).reshape(-1, 4, 2)
    a, b = (corners[:, 0] + corners[:, 3]) / 2, (corners[:, 1] + corners[:, 2]) / 2
    wide = np.hypot(*(corners[:, 3] - corners[:, 0]).T)
    sheet.segments(Layer.YARD, a, b, Pen(RIM, 1.0, End.BUTT), width_m=wide)


def doors(row: Row) -> F64:
    """(k, 2) places of the doors of a house of flats, in world metres."""
    left, right, y = yard_side(row.kind)
    count = max(1, round((right - left) / BAY_M))
    x = left + (np.arange(count) + 0.5) * (right - left) / count
    return in_world(row, np.column_stack([x, np.full(count, y)]))


def _door_paths(sheet: Sheet, flats: Sequence[Row]) -> None:
    """The paths from the doors to the drive, those of a house as one dashed stroke."""
    for kind in sorted({row.kind for row in flats}):
        mine = [row for row in flats if row.kind == kind]
        left, right, y = yard_side(kind)
        bay = (right - left) / max(1, round((right - left) / BAY_M))
        local = np.array([(left, y + TO_DRIVE_M / 2), (right, y + TO_DRIVE_M / 2)])
        ends = np.array([in_world(row, local) for row in mine])
        pen = Pen(PATH, TO_DRIVE_M, End.BUTT, DOOR_M, bay - DOOR_M)
        sheet.segments(Layer.PATH, ends[:, 0], ends[:, 1], pen, (bay + DOOR_M) / 2)


def trodden(flats: Sequence[Row], blocks: Sequence[Row], patches: Sequence[Patch]) -> F64:
    """(k, 2, 2) ways from the drives of houses to grounds near them, past every wall."""
    goals = [patch.corners.mean(axis=0) for patch in patches if patch.kind in GOALS]
    if not goals or not flats:
        return np.zeros((0, 2, 2))
    starts = np.array([in_world(row, np.array([_middle(row)]))[0] for row in flats])
    away, goal = cKDTree(np.array(goals)).query(starts, WAYS, distance_upper_bound=FARTHEST_M)
    row, rank = np.nonzero(np.isfinite(away))
    lines = np.stack([starts[row], np.array(goals)[goal[row, rank]]], axis=1)
    walls = shapely.polygons(np.array([w for one in blocks for w in outlines(one, 0.5)]))
    blocked = np.unique(shapely.STRtree(walls).query(shapely.linestrings(lines), "intersects")[0])
    return np.delete(lines, blocked, axis=0)


def _middle(row: Row) -> tuple[float, float]:
    left, right, y = yard_side(row.kind)
    side = 0.25 if row.seed & 1 else 0.75
    return left + side * (right - left), y + TO_DRIVE_M + 2.0
