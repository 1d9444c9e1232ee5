"""Works and depots: fenced yards of concrete, asphalt or earth with what is stored on them.

Plots are cells of a quarter's grid in the works districts; a concrete fence with a gate runs
round each, and stacks, tanks, lorries stand where houses leave room. Types, nothing of them is
told to a visitor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from scipy.ndimage import binary_dilation

from almaty_tour.base.rng import fraction, hashed
from almaty_tour.city.districts import WORKS, Districts
from almaty_tour.city.extent import Extent
from almaty_tour.city.furniture import Furniture, facing, joined, off_cells
from almaty_tour.city.grounds import Patch
from almaty_tour.city.groups import cells_of
from almaty_tour.city.houses import Row, in_world
from almaty_tour.city.kinds import ALL, has_gates
from almaty_tour.city.land import Land
from almaty_tour.city.paint_shapes import area_of, without
from almaty_tour.city.tables import Feature, Street
from almaty_tour.city.town_map import CELL_M, cell_of
from almaty_tour.city.zones import Zone

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
KINDS = (
    "concrete_fence.long", "concrete_fence.short", "concrete_fence.gate", "works.pipes",
    "works.slabs", "works.pallets", "works.tank", "works.chimney", "works.crane", "works.lorry",
    "works.tipper",
)  # fmt: skip
NUMBER = {kind: number for number, kind in enumerate(KINDS)}
PLOT_M, GAP_M, KERB_M = (164.0, 124.0), 5.0, 7.0
SMALLEST_M2, SHORTEST_M = 2_500.0, 9.0
LONG_M, SHORT_M, GATE_M = 12.0, 4.0, 8.0
STORE_M, ROOM_M, EDGE_M = 13.0, 7.0, 6.0
STORES = ("pipes", "slabs", "pallets", "lorry", "slabs", "tipper", "pallets", "lorry", "tank")
STORED = 0.46
SURFACES = ("concrete", "asphalt", "earth", "asphalt")
APRON_M, APRON_BESIDE_M = 8.5, 1.5


@dataclass(frozen=True)
class Plot:
    """A works yard: its outline, how its grid is turned, a hash."""

    area: shapely.Polygon
    turn_rad: float
    key: int

    @property
    def feature(self) -> Feature:
        """The yard as ground to be painted."""
        surface = SURFACES[(self.key >> 5) % len(SURFACES)]
        return Feature("works", surface, np.asarray(self.area.exterior.coords))


def works_plots(
    quarters: Sequence[Zone], districts: Districts, land: Land, streets: Sequence[Street],
    features: Sequence[Feature],
) -> list[Plot]:  # fmt: skip
    """The yards of all works, off streets, tracks and water."""
    barriers = [shapely.LineString(s.line).buffer(s.width_m / 2.0 + KERB_M) for s in streets]
    barriers += [shapely.LineString(f.line).buffer(10.0) for f in features
                 if f.kind in ("rail", "river")]  # fmt: skip
    barriers += [area_of(f.line) for f in features if f.kind in ("water", "park")]
    barriers += [area_of(f.line[:-2]).buffer(60.0) for f in features if f.kind == "forecourt"]
    tree = shapely.STRtree(barriers)
    found = []
    for zone in quarters:
        for area, key in _cells(zone, districts, land):
            left = shapely.buffer(without(area, tree), -4.0)
            left = shapely.buffer(left, 4.0, join_style="mitre")
            left = shapely.simplify(left, 1.0)
            found += [Plot(part, zone.turn_rad, key) for part in shapely.get_parts(left)
                      if part.geom_type == "Polygon" and part.area > SMALLEST_M2]  # fmt: skip
    return found


def _cells(zone: Zone, districts: Districts, land: Land) -> list[tuple[shapely.Polygon, int]]:
    cells, index = cells_of(zone, PLOT_M)
    if not len(cells):
        return []
    way = np.array([np.cos(zone.turn_rad), np.sin(zone.turn_rad)])
    half = np.array(PLOT_M) / 2.0 - GAP_M
    unit = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * half
    corners = unit @ np.array([way, (-way[1], way[0])]) + cells[:, None]
    probes = np.concatenate([cells[:, None], cells[:, None] + 0.6 * (corners - cells[:, None])], 1)
    mine = (districts.at(probes.reshape(-1, 2)) == WORKS).reshape(-1, 5).mean(axis=1) > 0.5
    mine &= land.at(land.allowed & land.settled, probes).all(axis=1)
    keys = hashed(zone.key, index[:, 0], index[:, 1], 311).tolist()
    whole = zone.outline
    return [
        (shapely.intersection(shapely.Polygon(corners[n]), whole), keys[n])
        for n in np.flatnonzero(mine).tolist()
    ]


def place_works(plots: Sequence[Plot], extent: Extent, closed: Mask, built: Mask) -> Furniture:
    """Fences and gates off `closed` cells, and stores with room about them off both."""
    shut = closed | built
    fences = off_cells(extent, joined(_fence(plot) for plot in plots), shut)
    fences = fences.where(~_touching(extent, fences, shut))
    tight = binary_dilation(shut, iterations=round(ROOM_M / CELL_M))
    stores = joined(_stores(plot) for plot in plots)
    return joined([fences, off_cells(extent, stores, tight)])


def inner_ground(plots: Sequence[Plot]) -> list[F64]:
    """Outlines on which no tree stands: the yards without a strip along their fences."""
    inner = [shapely.buffer(plot.area, -EDGE_M) for plot in plots]
    return [np.asarray(part.exterior.coords) for area in inner
            for part in shapely.get_parts(area) if part.geom_type == "Polygon"]  # fmt: skip


def aprons(houses: Sequence[Row]) -> list[Patch]:
    """The asphalt before the gates of garages, sheds and depots."""
    return [_apron(row) for row in houses if has_gates(row.kind)]


def _apron(row: Row) -> Patch:
    x0, y0, x1, _ = ALL[row.kind].wings[0]
    low, high, beside = y0 - APRON_M, y0 + 0.5, APRON_BESIDE_M
    local = [(x0 - beside, low), (x1 + beside, low), (x1 + beside, high), (x0 - beside, high)]
    return Patch("way", in_world(row, np.array(local)), row.seed)


def _touching(extent: Extent, fences: Furniture, closed: Mask) -> Mask:
    """Which pieces of a fence have an end or their middle on closed cells."""
    half = np.array([LONG_M, SHORT_M, GATE_M])[fences.kind] / 2.0
    along = np.stack([np.cos(fences.yaw_rad), np.sin(fences.yaw_rad)], axis=1)
    found = np.zeros(len(half), bool)
    for share in (-0.95, -0.5, 0.0, 0.5, 0.95):
        at = fences.xy + along * (share * half)[:, None]
        found |= closed[cell_of(extent, closed.shape, *at.T)]
    return found


def _fence(plot: Plot) -> Furniture:
    """Panels along every side; the gate is in the middle of the longest."""
    ring = np.asarray(plot.area.exterior.coords)
    step = np.diff(ring, axis=0)
    length = np.hypot(*step.T)
    gate = int(np.argmax(length))
    found = []
    for number in np.flatnonzero(length > SHORTEST_M).tolist():
        at, kinds = _panels(float(length[number]), gated=number == gate)
        ahead = step[number] / length[number]
        xy = ring[number] + at[:, None] * ahead
        found.append(facing(kinds, xy, np.broadcast_to(ahead, xy.shape)))
    return joined(found)


def _panels(length_m: float, *, gated: bool) -> tuple[F64, npt.NDArray[np.uint8]]:
    """Middles of the pieces along a side and their kinds."""
    if not gated or length_m < 3.0 * GATE_M:
        at, kinds = _run(length_m)
        return at, kinds
    half, kinds = _run((length_m - GATE_M) / 2.0)
    at = np.concatenate([half, [length_m / 2.0], length_m - half])
    return at, np.concatenate([kinds, [np.uint8(NUMBER["concrete_fence.gate"])], kinds])


def _run(length_m: float) -> tuple[F64, npt.NDArray[np.uint8]]:
    """Long panels as far as they fit, then short ones; the last ends where the run does."""
    many = int(length_m // LONG_M)
    few = int(np.ceil(round((length_m - many * LONG_M) / SHORT_M, 3)))
    short = many * LONG_M + (np.arange(few) + 0.5) * SHORT_M
    at = np.concatenate([(np.arange(many) + 0.5) * LONG_M, np.minimum(short, length_m - 2.0)])
    return at, np.repeat(np.array([0, 1], np.uint8), [many, few])


def _stores(plot: Plot) -> Furniture:
    """Stacks and lorries on a loose grid of the yard; a chimney or a crane in some."""
    middle = np.array(plot.area.centroid.coords[0])
    way = np.array([np.cos(plot.turn_rad), np.sin(plot.turn_rad)])
    i, j = (axis.ravel() for axis in np.meshgrid(np.arange(-7, 8), np.arange(-5, 6)))
    keys = hashed(plot.key, i, j, 47)
    shift = np.stack([fraction(keys, 1), fraction(keys, 2)], axis=1) - 0.5
    local = (np.stack([i, j], axis=1) + 0.5 * shift) * STORE_M
    xy = middle + local @ np.array([way, (-way[1], way[0])])
    kept = (fraction(keys, 3) < STORED) & shapely.contains_xy(plot.area.buffer(-EDGE_M), xy)
    # Neighbours store the same: the sort follows from a cell of three by three.
    sort = hashed(plot.key, i // 3, j // 3, 48) % np.uint32(len(STORES))
    kinds = np.array([NUMBER[f"works.{name}"] for name in STORES], np.uint8)[sort]
    tall = fraction(plot.key, 6)[0]
    special = int(np.argmin(np.hypot(*(local - (20.0, 12.0)).T)))
    if tall < 0.24:
        kinds[special] = NUMBER["works.chimney" if tall < 0.11 else "works.crane"]
        kept[special] = True
    yaw = plot.turn_rad + np.where(hashed(plot.key, i // 3, 49) & 1, np.pi / 2, 0.0)
    return Furniture(kinds, xy, yaw).where(kept)
