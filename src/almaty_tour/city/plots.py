"""The plots of private houses: what of the land beside a house is its own.

A house on a lane brings the plot it wants, others get one about them; all give way to streets,
to other houses and to plots that were there before.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import hashed
from almaty_tour.city.extent import Extent
from almaty_tour.city.houses import Sites
from almaty_tour.city.kinds import DEPTH_M, GARDEN, LENGTH_M, NUMBER
from almaty_tour.city.stacked import stacked
from almaty_tour.city.town_map import CELL_M

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Owners = npt.NDArray[np.uint16]
DEEP_M, ASIDE_M, FRONT_M = 32.0, 5.5, 1.8
EDGE_M = 1.5
"""Places asked for lie so far within a plot: no cell holds one of a neighbour as well."""
STEPS, LEAST_STEPS = 17, 7
HOUSE_M, HOUSE_STEPS = 0.8, 12
GATE_HALF_M, NARROWEST_M = 2.3, 7.0
BATCH = 4_000
CLOSED, NUMBERS = 65_535, 65_000


@dataclass(frozen=True)
class Plots:
    """Plots as arrays of one length n.

    Each has its own frame: x along the street, y away from it, from the middle of the front.

    Attributes:
        front: (n, 2) f8 metres. way_rad: (n,) f8 where x runs. width_m, depth_m: (n,) f8.
        house: (n, 4) f8 left, near, right and far side of the house in the own frame, all 0
            where there is none.
        gate_m: (n,) f8, x of the gate. seed: (n,) u4.
    """

    front: F64
    way_rad: F64
    width_m: F64
    depth_m: F64
    house: F64
    gate_m: F64
    seed: npt.NDArray[np.uint32]

    def __len__(self) -> int:
        return len(self.seed)

    def where(self, kept: npt.NDArray[np.generic]) -> Plots:
        """Some of the plots."""
        return Plots(*(getattr(self, one.name)[kept] for one in fields(self)))

    def world(self, x_m: npt.ArrayLike, y_m: npt.ArrayLike) -> F64:
        """(n, 2) places of the plots' own frames in world metres."""
        cos, sin = np.cos(self.way_rad), np.sin(self.way_rad)
        x, y = np.asarray(x_m, np.float64), np.asarray(y_m, np.float64)
        shift = np.stack([x * cos - y * sin, x * sin + y * cos], axis=1)
        return np.asarray(self.front + shift)

    @property
    def built(self) -> Mask:
        """(n,) which have a house."""
        return np.asarray(self.house[:, 2] > self.house[:, 0])

    @property
    def corners(self) -> F64:
        """(n, 4, 2) counter-clockwise from the left front, world metres."""
        half, deep = self.width_m / 2, self.depth_m
        ends = ((-half, 0.0 * deep), (half, 0.0 * deep), (half, deep), (-half, deep))
        return np.stack([self.world(x, y) for x, y in ends], axis=1)


def plots_of(sites: Sites, more: Plots, closed: Mask, extent: Extent) -> Plots:
    """The plots of the private houses among `sites`, then `more`, off `closed` cells of the map."""
    homes = sites[GARDEN[sites["kind"]] & (sites["kind"] != NUMBER["hut"])]
    wish = _wishes(homes)
    owners = np.where(closed, np.uint16(CLOSED), np.uint16(0)).reshape(-1)
    cells = _cells(wish, _house_places(wish), extent, closed.shape)
    owners[cells] = (np.arange(len(wish)) % NUMBERS + 1).astype(np.uint16)[:, None]
    wish = stacked(wish, [more])
    number = (np.arange(len(wish)) % NUMBERS + 1).astype(np.uint16)
    kept = []
    for at in range(0, len(wish), BATCH):
        mine = slice(at, at + BATCH)
        batch = wish.where(np.arange(len(wish))[mine])
        cells = _cells(batch, _places(batch), extent, closed.shape)
        kept.append(_claimed(batch, cells, number[mine], owners))
    return stacked(wish.where(np.zeros(0, np.intp)), kept)


def _wishes(homes: Sites) -> Plots:
    """What every house would have if nothing were in the way."""
    way, left, right, front = homes["plot"].T
    length, depth = (size[homes["kind"]] * homes["scale"] for size in (LENGTH_M, DEPTH_M))
    asked = right > 0.0
    way = np.where(asked, way, homes["yaw"])
    across = np.abs(np.sin(homes["yaw"] - way)) > 0.5
    x, y = np.where(across, depth, length) / 2, np.where(across, length, depth) / 2
    aside = ASIDE_M + (homes["seed"] >> 5) % 4
    lean = np.where(homes["seed"] & 2, 1.5, -1.5)
    left, right = np.where(asked, left, x + aside + lean), np.where(asked, right, x + aside - lean)
    front = np.where(asked, front, y + FRONT_M + (homes["seed"] >> 11) % 3)
    depth_m = np.where(asked, DEEP_M, np.minimum(front + y + 15.0, DEEP_M))
    cos, sin = np.cos(way), np.sin(way)
    middle = (right - left) / 2
    at = np.stack([homes["x"] + middle * cos + front * sin,
                   homes["y"] + middle * sin - front * cos], axis=1)  # fmt: skip
    house = np.stack([-middle - x, front - y, -middle + x, front + y], axis=1)
    wish = Plots(at, way, left + right, depth_m, house, np.zeros(len(homes)), homes["seed"])
    return _gated(wish)


def _gated(plots: Plots) -> Plots:
    """With the gate on the wider side of the house, or before it where both are narrow."""
    half = plots.width_m / 2
    left, right = plots.house[:, 0] + half, half - plots.house[:, 2]
    gate = np.where(right >= left, (plots.house[:, 2] + half) / 2, (plots.house[:, 0] - half) / 2)
    gate = np.clip(gate, GATE_HALF_M + 0.3 - half, half - GATE_HALF_M - 0.3)
    return replace(plots, gate_m=gate)


def _places(plots: Plots) -> F64:
    """(n, STEPS * STEPS, 2) places of the own frames, x by x."""
    share = np.arange(STEPS) / (STEPS - 1.0)
    x = EDGE_M - plots.width_m[:, None] / 2 + share * (plots.width_m[:, None] - 2 * EDGE_M)
    y = EDGE_M + share * (plots.depth_m[:, None] - 2 * EDGE_M)
    grid = np.stack(np.broadcast_arrays(x[:, :, None], y[:, None, :]), axis=-1)
    return grid.reshape(len(plots), STEPS * STEPS, 2)


def _house_places(plots: Plots) -> F64:
    """(n, k, 2) places under the houses, a cell apart at most."""
    share = np.linspace(0.0, 1.0, HOUSE_STEPS)
    low, high = plots.house[:, None, :2] - HOUSE_M, plots.house[:, None, 2:] + HOUSE_M
    at = low + share[:, None] * (high - low)
    grid = np.stack(np.broadcast_arrays(at[:, :, None, 0], at[:, None, :, 1]), axis=-1)
    return grid.reshape(len(plots), HOUSE_STEPS**2, 2)


def _cells(
    plots: Plots, local: F64, extent: Extent, shape: tuple[int, ...]
) -> npt.NDArray[np.int64]:
    """(n, k) flat numbers of the cells under places of the own frames."""
    cos, sin = np.cos(plots.way_rad)[:, None], np.sin(plots.way_rad)[:, None]
    x = plots.front[:, :1] + local[..., 0] * cos - local[..., 1] * sin
    y = plots.front[:, 1:] + local[..., 0] * sin + local[..., 1] * cos
    cells = np.floor(extent.cells(np.stack([x, y], axis=-1), CELL_M)).astype(np.int64)
    cells = np.clip(cells, 0, np.array(shape[::-1]) - 1)
    return np.asarray(cells[..., 1] * shape[1] + cells[..., 0])


def _claimed(
    plots: Plots, cells: npt.NDArray[np.int64], number: npt.NDArray[np.uint16], owners: Owners
) -> Plots:
    """The plots cut back to what is free, which they take; those with too little are left out."""
    low, high = np.zeros((2, len(plots), 2), np.intp)
    for row, (mine, own) in enumerate(zip(cells, number.tolist(), strict=True)):
        found = owners[mine]
        free = ((found == 0) | (found == own)).reshape(STEPS, STEPS)
        first, last, deep = (0, STEPS - 1, STEPS) if free.all() else _largest(free)
        low[row], high[row] = (first, 0), (last, deep - 1)
        if deep >= LEAST_STEPS:
            owners[mine.reshape(STEPS, STEPS)[first : last + 1, :deep]] = own
    return _cut(plots, low[:, 0], high[:, 0], high[:, 1])


def _largest(free: Mask) -> tuple[int, int, int]:
    """First and last column and depth in steps of the largest free piece along the street."""
    deep = np.where(free.all(axis=1), STEPS, np.argmin(free, axis=1))
    best, area = (0, 0, 0), 0
    for depth in np.unique(deep[deep >= LEAST_STEPS]).tolist():
        edges = np.flatnonzero(np.diff(np.concatenate([[False], deep >= depth, [False]])))
        for first, end in edges.reshape(-1, 2).tolist():
            if (end - first) * depth > area:
                best, area = (first, end - 1, depth), (end - first) * depth
    return best


def _cut(
    plots: Plots,
    first: npt.NDArray[np.intp],
    last: npt.NDArray[np.intp],
    deepest: npt.NDArray[np.intp],
) -> Plots:
    step = (plots.width_m - 2 * EDGE_M) / (STEPS - 1.0)
    half = plots.width_m / 2
    left = np.where(first == 0, -half, EDGE_M - half + first * step - 1.0)
    right = np.where(last == STEPS - 1, half, EDGE_M - half + last * step + 1.0)
    rows = EDGE_M + deepest * (plots.depth_m - 2 * EDGE_M) / (STEPS - 1.0) + 1.0
    depth = np.where(deepest == STEPS - 1, plots.depth_m, rows)
    middle = (left + right) / 2
    shift = np.stack([middle, 0 * middle, middle, 0 * middle], axis=1)
    built = plots.built[:, None]
    made = Plots(plots.world(middle, 0.0), plots.way_rad, right - left, depth,
                 np.where(built, plots.house - shift, 0.0), plots.gate_m, plots.seed)  # fmt: skip
    inside = (made.house[:, 0] > -made.width_m / 2) & (made.house[:, 2] < made.width_m / 2)
    inside &= made.width_m > NARROWEST_M
    inside &= (deepest + 1 >= LEAST_STEPS) & (made.house[:, 3] < depth)
    return _gated(made).where(inside)


def seeds(plots: Plots, salt: int) -> npt.NDArray[np.uint32]:
    """(n,) hashes of plots for one purpose."""
    return hashed(plots.seed, salt)
