"""What is built: outlines with their decisions, each one polygon pulled up from the ground."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.base.deadline import Tick, never
from almaty_tour.base.rng import hashed
from almaty_tour.city.districts import NAMES, Districts
from almaty_tour.city.osm.decide import Decision, decided
from almaty_tour.city.osm.guesses import Footprint
from almaty_tour.city.osm.outlines import Outline
from almaty_tour.city.tables import Street, features

F64 = npt.NDArray[np.float64]
STRAIGHT_M = 0.06
PART_SHARE = 0.5
REST_SHARE, REST_M2 = 0.02, 4.0
GRID_TURN_RAD = np.radians(7.0)
BLOCK_M = 230.0
MAIN, BESIDE_M = ("trunk", "primary", "secondary", "tertiary"), 15.0


@dataclass(frozen=True)
class Volume:
    """One polygon of a building: `building` is its row in the list of buildings."""

    building: int
    shape: Any
    decision: Decision


def footprints(outlines: Sequence[Outline], streets: Sequence[Street] = ()) -> list[Footprint]:
    """What each outline shows. A court or wing is unrolled: depth is that of the strip."""
    if not outlines:
        return []
    shapes = np.array([one.shape for one in outlines], object)
    area, around = shapely.area(shapes), shapely.length(shapes)
    half = around / 2.0
    depth = (half - np.sqrt(np.maximum(half**2 - 4.0 * area, 0.0))) / 2.0
    middle = shapely.centroid(shapes)
    x, y = shapely.get_x(middle), shapely.get_y(middle)
    names = [NAMES[number] for number in Districts(features()).at(np.stack([x, y], axis=1))]
    cos, sin = np.cos(GRID_TURN_RAD), np.sin(GRID_TURN_RAD)
    column = np.floor((x * cos + y * sin) / BLOCK_M).astype(np.int64)
    row = np.floor((y * cos - x * sin) / BLOCK_M).astype(np.int64)
    block = hashed(column, row, 31)
    ids = np.array([one.id for one in outlines], np.int64)
    key = hashed(ids, ids >> 32, 17)
    return [
        Footprint(float(size), float(length), float(deep), name, int(a), int(b), bool(main))
        for size, length, deep, name, a, b, main in zip(
            area, half - depth, depth, names, key, block, _on_main(shapes, streets), strict=True
        )
    ]


def _on_main(shapes: npt.NDArray[Any], streets: Sequence[Street]) -> npt.NDArray[np.bool_]:
    """Which outlines stand at a street with shops."""
    found = np.zeros(len(shapes), np.bool_)
    main = [street for street in streets if street.kind in MAIN]
    if main:
        lines = np.array([shapely.LineString(street.line) for street in main], object)
        half = np.array([street.width_m / 2.0 for street in main])
        beside = shapely.buffer(lines, half + BESIDE_M, quad_segs=2)
        found[shapely.STRtree(beside).query(shapes, "intersects")[0]] = True
    return found


def volumes(
    buildings: Sequence[Outline],
    parts: Sequence[Outline],
    streets: Sequence[Street] = (),
    tick: Tick = never,
) -> list[Volume]:
    """The volumes of buildings; where a building has parts they replace its own walls.

    A part without a building is a building and has to be among `buildings`.
    """
    plots = footprints(buildings, streets)
    owned = _owners(buildings, parts)
    part_plots = footprints(parts)
    found: list[Volume] = []
    for row, (one, plot) in enumerate(zip(buildings, plots, strict=True)):
        tick()
        whole = decided(one.tags, plot)
        mine = owned.get(row, [])
        rest = one.shape
        for number in mine:
            part = parts[number]
            own = decided(part.tags, part_plots[number], one.tags)
            found += [Volume(row, p, own) for p in polygons(part.shape)]
            rest = shapely.difference(rest, part.shape) if own.low_m <= 0.0 else rest
        if mine and shapely.area(rest) < max(REST_M2, REST_SHARE * plot.area_m2):
            continue
        found += [Volume(row, p, whole) for p in polygons(rest)]
    return found


def _owners(buildings: Sequence[Outline], parts: Sequence[Outline]) -> dict[int, list[int]]:
    """Rows of parts by the row of the building that they lie in."""
    if not parts or not buildings:
        return {}
    shapes = np.array([one.shape for one in buildings], object)
    pieces = np.array([one.shape for one in parts], object)
    part, building = shapely.STRtree(shapes).query(pieces, "intersects")
    share = shapely.area(shapely.intersection(pieces[part], shapes[building]))
    share = share / np.maximum(shapely.area(pieces[part]), 1e-9)
    owned: dict[int, list[int]] = {}
    best: dict[int, tuple[float, int]] = {}
    for number, row, how_much in zip(part.tolist(), building.tolist(), share.tolist(), strict=True):
        best[number] = max(best.get(number, (0.0, -1)), (how_much, row))
    for number, (how_much, row) in sorted(best.items()):
        if how_much >= PART_SHARE:
            owned.setdefault(row, []).append(number)
    return owned


def homeless(buildings: Sequence[Outline], parts: Sequence[Outline]) -> list[int]:
    """Rows of parts that lie in no building: they stand for themselves."""
    owned = {number for rows in _owners(buildings, parts).values() for number in rows}
    return [number for number in range(len(parts)) if number not in owned]


def polygons(shape: Any) -> Iterator[Any]:
    """The polygons of a shape, straightened, outer rings counter-clockwise, large enough to see."""
    for part in shapely.get_parts(shape):
        if part.geom_type != "Polygon" or part.area < 0.5:
            continue
        straight = shapely.simplify(part, STRAIGHT_M)
        good = straight.is_valid and not straight.is_empty and straight.geom_type == "Polygon"
        yield shapely.orient_polygons(straight if good else part)
