"""Walls of all volumes at once: plinth, ground floor, storeys with windows, parapet, balconies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.city.osm.soup import F64, I64, U8, Palette, Soup, joined, quads
from almaty_tour.city.osm.volumes import Volume

BELOW_M = 3.0
CELL_M = 3.0
NARROW_M = 1.7
STACK_OUT_M = 1.1
STACK_WALL_M = 20.0
MOST_STACKS = 5


@dataclass(frozen=True)
class Edges:
    """All walls from above.

    Attributes:
        start, end: (e, 2) f8, outside to the right. way, out: unit vectors. length_m: (e,).
        owner: (e,) row of the volume. number: (e,) place in its ring.
    """

    start: F64
    end: F64
    way: F64
    out: F64
    length_m: F64
    owner: I64
    number: I64


@dataclass(frozen=True)
class Table:
    """Numbers of the volumes as columns, (v,) each; paints as material and colour."""

    low_m: F64
    wall_m: F64
    base_m: F64
    rim_m: F64
    deck_m: F64
    floors: I64
    bay_m: F64
    paints: dict[str, tuple[I64, U8]]

    def paint(self, name: str, rows: I64) -> tuple[I64, U8]:
        """Materials and colours of the volumes in `rows`."""
        material, colour = self.paints[name]
        return material[rows], colour[rows]

    @property
    def first_m(self) -> F64:
        """Height of the lowest floor."""
        return np.where(self.low_m > 0.0, self.low_m, self.base_m)

    @property
    def floor_m(self) -> F64:
        return np.asarray((self.wall_m - self.first_m) / self.floors)


def table(volumes: Sequence[Volume], palette: Palette) -> Table:
    """The columns of volumes."""
    every = [volume.decision for volume in volumes]
    looks = [one.look for one in every]
    first = [
        min(look.base_m, max(d.wall_m - d.low_m - 0.3, 0.0))
        for look, d in zip(looks, every, strict=True)
    ]
    return Table(
        low_m=np.array([one.low_m for one in every]),
        wall_m=np.array([one.wall_m for one in every]),
        base_m=np.array(first),
        rim_m=np.array([look.rim_m for look in looks]),
        deck_m=np.array([one.deck_m for one in every]),
        floors=np.array([look.floors for look in looks], np.int64),
        bay_m=np.array([look.bay_m for look in looks]),
        paints={
            "wall": palette.codes([look.wall for look in looks]),
            "plain": palette.codes([look.plain for look in looks]),
            "ground": palette.codes([look.ground for look in looks]),
            "trim": palette.codes([look.trim for look in looks]),
            "base": palette.codes([look.base for look in looks]),
            "accent": palette.codes([look.accent or look.wall for look in looks]),
        },
    )


def edges_of(volumes: Sequence[Volume]) -> Edges:
    """The walls of all volumes, those of courts too."""
    rings, owner = shapely.get_rings([volume.shape for volume in volumes], return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    whole = np.flatnonzero(ring[1:] == ring[:-1])
    start, end = points[whole], points[whole + 1]
    step = end - start
    length = np.hypot(*step.T)
    kept = length > 1e-3
    ring_start = np.searchsorted(ring, ring[whole])
    way = step[kept] / length[kept, None]
    return Edges(
        start[kept], end[kept], way, np.stack([way[:, 1], -way[:, 0]], axis=1), length[kept],
        np.asarray(owner, np.int64)[ring[whole[kept]]], (whole - ring_start)[kept],
    )  # fmt: skip


def full_walls(edges: Edges, t: Table) -> Soup:
    """Level 0: every band of its own."""
    o = edges.owner
    first, floor = t.first_m[o], t.floor_m[o]
    grounded = t.low_m[o] <= 0.0
    bays = _bays(edges, t)
    split = first + np.where(t.floors[o] > 1, floor, 0.0)
    top = t.wall_m[o]
    cells = bays, np.zeros(len(o)), np.ones(len(o))
    soups = [
        _band(edges, t, "base", np.full(len(o), -BELOW_M), first, grounded & (first > 0.0), None),
        _band(edges, t, "ground", first, split, split > first, cells),
        _band(edges, t, "wall", split, top, top > split,
              (bays, (split - first) / floor, (top - split) / floor)),
        _band(edges, t, "trim", top, top + t.rim_m[o], t.rim_m[o] > 0.0, None),
        _stacks(edges, t, bays),
    ]  # fmt: skip
    low = grounded & (first <= 0.0)
    soups.append(_band(edges, t, "plain", np.full(len(o), -BELOW_M), first, low, None))
    return joined(soups)


def plain_walls(edges: Edges, t: Table) -> Soup:
    """Level 1: one band from under the ground to the roof, parapets left out."""
    o = edges.owner
    first, floor = t.first_m[o], t.floor_m[o]
    low = np.where(t.low_m[o] > 0.0, t.low_m[o], -BELOW_M)
    top = t.deck_m[o]
    cells = _bays(edges, t), (low - first) / floor, (top - low) / floor
    return _band(edges, t, "wall", low, top, np.ones(len(o), np.bool_), cells)


def _bays(edges: Edges, t: Table) -> F64:
    return np.asarray(np.maximum(np.rint(edges.length_m / t.bay_m[edges.owner]), 1.0))


def _band(
    edges: Edges,
    t: Table,
    paint: str,
    low: F64,
    high: F64,
    wanted: npt.NDArray[np.bool_],
    cells: tuple[F64, F64, F64] | None,
) -> Soup:
    """A strip of every wall that is `wanted`; `cells` are bays, first storey and storeys of it."""
    rows = np.flatnonzero(wanted)
    owner = edges.owner[rows]
    material, colour = t.paint(paint, owner)
    unit = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
    low, high = low[rows], high[rows]
    metres = np.stack([edges.length_m[rows], high - low], axis=1)
    uv = unit * metres[:, None] + np.stack([np.zeros(len(rows)), low], axis=1)[:, None]
    if cells is not None:
        bays, storey, storeys = (column[rows] for column in cells)
        turn = np.mod(edges.number[rows], 2).astype(np.float64)
        fitted = unit * np.stack([bays, storeys], axis=1)[:, None]
        fitted = (fitted + np.stack([turn, storey], axis=1)[:, None]) * CELL_M
        narrow = edges.length_m[rows] < NARROW_M
        uv = np.where(narrow[:, None, None], uv, fitted)
        plain, _ = t.paint("plain", owner)
        material = np.where(narrow, plain, material)
    corners = _upright(edges.start[rows], edges.end[rows], low, high)
    normals = np.column_stack([edges.out[rows], np.zeros(len(rows))])
    return quads(corners, normals, uv, colour, material, owner)


def _upright(start: F64, end: F64, low: F64, high: F64) -> F64:
    """(k, 4, 3) corners of walls between two heights."""
    points = (start, low), (end, low), (end, high), (start, high)
    return np.stack([np.column_stack([plan, z]) for plan, z in points], axis=1)


def _stacks(edges: Edges, t: Table, bays: F64) -> Soup:
    """Balconies over each other as one painted shaft, on the long walls of blocks of flats."""
    owner = edges.owner
    accent, wall = t.paints["accent"][0][owner], t.paints["wall"][0][owner]
    flats = (accent != wall) & (edges.length_m >= STACK_WALL_M) & (t.floors[owner] >= 3)
    rows = np.flatnonzero(flats)
    count = np.minimum((bays[rows] - 1) // 5, MOST_STACKS).astype(np.int64)
    rows, count = rows[count > 0], count[count > 0]
    each = np.repeat(rows, count)
    place = np.arange(len(each)) - np.repeat(np.cumsum(count) - count, count)
    number = np.repeat(count, count)
    bay = edges.length_m[each] / bays[each]
    step = bays[each] / number
    left = (np.floor(step * place + step / 2.0 - 1.0) * bay) + 0.12
    right = left + 2.0 * bay - 0.24
    low = (t.first_m + t.floor_m)[edges.owner[each]]
    high = t.wall_m[edges.owner[each]]
    return _shafts(edges, t, each, left, right, low, high)


def _shafts(edges: Edges, t: Table, rows: I64, left: F64, right: F64, low: F64, high: F64) -> Soup:
    """Front, cheeks, lid and floor of every shaft."""
    owner = edges.owner[rows]
    start, way, out = edges.start[rows], edges.way[rows], edges.out[rows]
    a, b = start + way * left[:, None], start + way * right[:, None]
    far_a, far_b = a + out * STACK_OUT_M, b + out * STACK_OUT_M
    storeys = t.floors[owner] - 1.0
    unit = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
    front_uv = (
        unit * np.stack([np.full(len(rows), 2.0), storeys], axis=1)[:, None] + [0.0, 1.0]
    ) * CELL_M
    cheek_uv = front_uv * [0.0, 1.0]
    material, colour = t.paint("accent", owner)
    trim, trim_colour = t.paint("trim", owner)
    level = np.zeros((len(rows), 1))
    up = np.broadcast_to([0.0, 0.0, 1.0], (len(rows), 3))
    ring = np.stack([a, far_a, far_b, b], axis=1)
    lid = np.concatenate([ring, np.broadcast_to(high[:, None, None], (*ring.shape[:2], 1))], axis=2)
    under = np.concatenate(
        [ring, np.broadcast_to(low[:, None, None], (*ring.shape[:2], 1))], axis=2
    )
    ways = np.concatenate([way, level], axis=1)
    return joined([
        quads(_upright(far_a, far_b, low, high), np.concatenate([out, level], axis=1), front_uv,
              colour, material, owner),
        quads(_upright(a, far_a, low, high), -ways, cheek_uv, colour, material, owner),
        quads(_upright(far_b, b, low, high), ways, cheek_uv, colour, material, owner),
        quads(lid, up, lid[..., :2], trim_colour, trim, owner),
        quads(under[:, ::-1], -up, under[..., :2], trim_colour, trim, owner),
    ])  # fmt: skip
