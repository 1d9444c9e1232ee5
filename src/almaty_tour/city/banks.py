"""Railings and weirs of the rivers in the city, lamps and benches on the walk round a lake."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.city.districts import DACHAS, VILLAS, Districts
from almaty_tour.city.extent import Extent
from almaty_tour.city.furniture import Furniture, facing, joined, off_cells
from almaty_tour.city.land import CENTRE
from almaty_tour.city.paint_rows import beside, points_at, stations
from almaty_tour.city.paint_shapes import area_of
from almaty_tour.city.paint_water import PROMENADE_M, courses_of, has_promenade, steps_of
from almaty_tour.city.tables import Feature

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
KINDS = ("bank.rail", "bank.weir", "lamp.globe", "bench.park")
RAIL, WEIR, LAMP, BENCH = range(len(KINDS))
PIECE_M, OFF_M, CITY_M = 12.0, 6.75, 6_500.0
LAMP_M = 28.0


def place_banks(
    features: Sequence[Feature], extent: Extent, districts: Districts, closed: Mask
) -> Furniture:
    """All things of the banks, off the `closed` cells of the map."""
    courses = courses_of(features, extent)
    found = [_railings(line) for line in courses]
    found += [_weirs(number, line) for number, line in enumerate(courses)]
    rivers = joined(found)
    place = districts.at(rivers.xy)
    inner = np.hypot(*(rivers.xy - CENTRE).T) < CITY_M
    rivers = rivers.where(inner & ~np.isin(place, (DACHAS, VILLAS)))
    shores = [_promenade(f) for f in features if has_promenade(f)]
    return off_cells(extent, joined([rivers, *shores]), closed)


def _railings(line: F64) -> Furniture:
    """Pieces along both banks."""
    found = []
    for side in (OFF_M, -OFF_M):
        bank = beside(line, side)
        count = int(stations(bank)[-1] / PIECE_M)
        if count:
            found.append(facing(RAIL, *points_at(bank, (np.arange(count) + 0.5) * PIECE_M)))
    return joined(found)


def _weirs(number: int, line: F64) -> Furniture:
    """A weir at every step of the bed; the rivers fall northwards."""
    at = steps_of(number, line)
    if not len(at):
        return joined([])
    places, ahead = points_at(line, at)
    down = np.where(ahead[:, 1:] > 0.0, 1.0, -1.0)
    return facing(WEIR, places, ahead * down)


def promenades(features: Sequence[Feature]) -> list[F64]:
    """Outlines of the large lakes of the city with the walks round them."""
    wide = PROMENADE_M[1] + 3.0
    areas = [area_of(f.line).buffer(wide) for f in features if has_promenade(f)]
    return [np.asarray(area.exterior.coords) for area in areas]


def _promenade(lake: Feature) -> Furniture:
    """Lamps along the water side of the walk, a bench beside every second one."""
    low, high = PROMENADE_M
    ring = shapely.buffer(area_of(lake.line), (low + high) / 2.0, quad_segs=2).exterior
    line = np.asarray(ring.coords)
    at = np.arange(0.0, ring.length - LAMP_M, LAMP_M)
    places, ahead = points_at(line, at)
    left = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1)
    seats, way = points_at(line, at[::2] + 4.0)
    out = np.stack([-way[:, 1], way[:, 0]], axis=1)
    return joined([facing(LAMP, places + 1.8 * left, ahead), facing(BENCH, seats + 1.4 * out, way)])
