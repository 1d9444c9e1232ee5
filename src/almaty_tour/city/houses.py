"""Houses on the map: sites in, those that find room out; never on a street or in each other.

A raster of what is taken keeps houses apart: every site stamps the cells under it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.city.extent import Extent
from almaty_tour.city.kinds import ALL, GARDEN
from almaty_tour.city.town_map import CELL_M

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Sites = npt.NDArray[np.void]
EDGE_M = 60.0
MARGIN_M, GARDEN_MARGIN_M = 2.5, 1.6
STEP_M, GARDEN_STEP_M = 1.3, 1.0
BATCH = 8_000

SITE = np.dtype(
    [("kind", "u1"), ("x", "<f8"), ("y", "<f8"), ("yaw", "<f8"), ("scale", "<f8"),
     ("tall", "<f8"), ("seed", "<u4"), ("plot", "<f8", 4)]
)  # fmt: skip
"""`plot` is the ground that goes with a house on a street: which way that runs, and from the middle
of the house to the left, right and street side of it, metres; all 0 where nobody has said so."""


@dataclass(frozen=True)
class Row:
    """One placed prop: number of its kind in `kinds.ALL`, middle, turn, scale, seed."""

    kind: int
    x_m: float
    y_m: float
    yaw_rad: float
    scale: float
    height_scale: float
    seed: int


def site_rows(
    kind: npt.ArrayLike, xy: F64, yaw_rad: npt.ArrayLike, seed: npt.NDArray[np.uint32]
) -> Sites:
    """(n,) sites; small houses vary in size, the windows of large ones fit their walls."""
    made = np.zeros(len(xy), SITE)
    made["kind"], made["seed"] = kind, seed
    made["x"], made["y"] = np.round(xy, 2).T
    made["yaw"] = np.round(np.mod(yaw_rad, 2.0 * np.pi), 4)
    free = GARDEN[made["kind"]]
    for name, shift in (("scale", 4), ("tall", 8)):
        spread = 0.94 + 0.12 * ((seed >> shift) % 16) / 15.0
        made[name] = np.where(free, spread.astype(np.float16), 1.0)
    return made


def rows_of(sites: Sites) -> list[Row]:
    """Sites as values."""
    names = ["kind", "x", "y", "yaw", "scale", "tall", "seed"]
    return [Row(*site) for site in sites[names].tolist()]


def in_world(row: Row, local: F64) -> F64:
    """(k, 2) places of a house's own frame in world metres."""
    cos, sin = np.cos(row.yaw_rad), np.sin(row.yaw_rad)
    return np.asarray(local @ np.array([[cos, sin], [-sin, cos]]) + [row.x_m, row.y_m])


def outlines(row: Row, margin_m: float) -> list[F64]:
    """(4, 2) corners of each wing of a placed house, metres, wider by `margin_m` all round."""
    found = []
    for x0, y0, x1, y1 in ALL[row.kind].wings:
        low = np.array([x0, y0]) * row.scale - margin_m
        high = np.array([x1, y1]) * row.scale + margin_m
        corners = np.array([low, (high[0], low[1]), high, (low[0], high[1])])
        found.append(in_world(row, corners))
    return found


def plan_corners(sites: Sites) -> F64:
    """(n, 4, 2) corners of the rectangles round the plans, metres."""
    half = np.array([(house.length_m / 2, house.depth_m / 2) for house in ALL])[sites["kind"]]
    unit = np.array([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]])
    local = unit[None] * (half * sites["scale"][:, None])[:, None]
    return turned(local, sites)


def turned(local: F64, sites: Sites) -> F64:
    """(n, k, 2) points of the sites' own frames (or (k, 2) for all) in world metres."""
    cos, sin = np.cos(sites["yaw"])[:, None], np.sin(sites["yaw"])[:, None]
    x = sites["x"][:, None] + local[..., 0] * cos - local[..., 1] * sin
    y = sites["y"][:, None] + local[..., 0] * sin + local[..., 1] * cos
    return np.stack([x, y], axis=-1)


class Taken:
    """A raster of 2 m cells that are built on, roads, water, parks and landmarks included."""

    def __init__(self, extent: Extent, blocked: Mask) -> None:
        self.extent = extent
        self._shape = blocked.shape
        self._cells = np.ascontiguousarray(blocked).reshape(-1).copy()

    def free(self) -> Mask:
        """Free cells, row 0 in the south."""
        return np.asarray(~self._cells.reshape(self._shape))

    def claim(self, outlines: Sequence[F64]) -> bool:
        """Takes the cells of several (4, 2) outlines if all are free."""
        if not all(self.extent.inside(outline).all() for outline in outlines):
            return False
        steps = [_steps(np.hypot(*(o[1] - o[0])), np.hypot(*(o[3] - o[0]))) for o in outlines]
        points = [
            o[0] + s[:, :1] * (o[1] - o[0]) + s[:, 1:] * (o[3] - o[0])
            for o, s in zip(outlines, steps, strict=True)
        ]
        return self._taken(self._flat(np.concatenate(points)))

    def placed(self, sites: Sites) -> Sites:
        """The sites that find room, asked in their order; those take their cells."""
        sites = sites[self.extent.inside(np.stack([sites["x"], sites["y"]], 1), EDGE_M)]
        kept = [self._batch(sites[at : at + BATCH]) for at in range(0, len(sites), BATCH)]
        return np.concatenate([np.zeros(0, SITE), *kept])

    def _batch(self, sites: Sites) -> Sites:
        cells: list[npt.NDArray[np.int64]] = [np.zeros(0, np.int64)] * len(sites)
        for kind in np.unique(sites["kind"]).tolist():
            mine = np.flatnonzero(sites["kind"] == kind)
            points = turned(_stamp(kind), sites[mine])
            for number, row in zip(mine.tolist(), self._flat(points), strict=True):
                cells[number] = row
        return sites[[self._taken(one) for one in cells]] if len(sites) else sites

    def _flat(self, points: F64) -> npt.NDArray[np.int64]:
        cells = np.floor(self.extent.cells(points, CELL_M)).astype(np.int64)
        return np.asarray(cells[..., 1] * self._shape[1] + cells[..., 0])

    def _taken(self, cells: npt.NDArray[np.int64]) -> bool:
        if self._cells[cells].any():
            return False
        self._cells[cells] = True
        return True


_STAMPS: dict[int, F64] = {}


def _stamp(kind: int) -> F64:
    """(k, 2) points that cover the plan of a kind at its largest, with its margin."""
    if kind not in _STAMPS:
        house = ALL[kind]
        margin, step = (GARDEN_MARGIN_M, GARDEN_STEP_M) if house.garden else (MARGIN_M, STEP_M)
        size = 1.06 if house.garden else 1.0
        pieces = []
        for wing in house.wings:
            x0, y0, x1, y1 = np.array(wing) * size + np.array([-1, -1, 1, 1]) * margin
            s = _steps(x1 - x0, y1 - y0, step)
            pieces.append(np.array([x0, y0]) + s * np.array([x1 - x0, y1 - y0]))
        _STAMPS[kind] = np.concatenate(pieces)
    return _STAMPS[kind]


def _steps(length_m: float, depth_m: float, step_m: float = STEP_M) -> F64:
    """(k, 2) shares of a rectangle's sides, a step or less apart, its edges included."""
    across = np.linspace(0.0, 1.0, int(np.ceil(length_m / step_m)) + 1)
    along = np.linspace(0.0, 1.0, int(np.ceil(depth_m / step_m)) + 1)
    return np.stack(np.meshgrid(across, along), axis=-1).reshape(-1, 2)
