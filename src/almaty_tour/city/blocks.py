"""Houses of the quarters: rows and corners along the streets, groups of slabs within.

Sites only: whether they find room is asked of `houses.Taken`, in the order given here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.base.rng import hashed
from almaty_tour.city.districts import (
    CORE,
    GLASS,
    ROWS,
    SLABS,
    SOUTH,
    VILLAS,
    WOOD,
    WORKS,
    Districts,
)
from almaty_tour.city.houses import SITE, Sites, site_rows
from almaty_tour.city.kinds import CORNERS, DEPTH_M, LENGTH_M, LOTS, SLAB_CORNERS, STREETS, Mixture
from almaty_tour.city.tables import Street
from almaty_tour.city.zones import Zone

F64 = npt.NDArray[np.float64]
PAVEMENT_M = 5.0
SHORTEST_M = 24.0
SMALLEST_M2 = 900.0


@dataclass(frozen=True)
class Edge:
    """How houses stand along the streets of a district.

    Attributes:
        mixture: what stands there. back_m: from the pavement to the fronts, least and spread.
        gap_m: between houses, least and spread. across: share of houses end-on to the street.
        corners: what stands at corners, and how often.
    """

    mixture: Mixture
    back_m: tuple[float, float]
    gap_m: tuple[float, float]
    across: float = 0.0
    corners: Mixture | None = None
    corner_share: float = 0.0


_GARDENS = Edge(STREETS["gardens"], (3.0, 4.0), (6.0, 12.0))
EDGES = {
    CORE: Edge(STREETS["core"], (1.5, 2.5), (5.0, 9.0), 0.04, CORNERS, 0.72),
    ROWS: Edge(STREETS["rows"], (5.0, 5.0), (10.0, 14.0), 0.2, CORNERS, 0.07),
    SOUTH: Edge(STREETS["south"], (6.0, 7.0), (12.0, 20.0), 0.2, SLAB_CORNERS, 0.12),
    SLABS: Edge(STREETS["slabs"], (10.0, 12.0), (16.0, 26.0), 0.25, SLAB_CORNERS, 0.25),
    GLASS: Edge(STREETS["glass"], (10.0, 16.0), (22.0, 30.0), 0.2),
    WORKS: Edge(STREETS["works"], (6.0, 10.0), (10.0, 26.0), 0.4),
    WOOD: Edge(LOTS["wood"], (1.5, 3.0), (6.0, 10.0), 0.2),
    VILLAS: Edge(LOTS["villas"], (4.0, 5.0), (7.0, 12.0)),
}


def edge_sites(zones: Sequence[Zone], streets: Sequence[Street], districts: Districts) -> Sites:
    """Houses along the streets of the table, quarter by quarter."""
    curbs = [
        shapely.LineString(street.line).buffer(
            street.width_m / 2 + PAVEMENT_M, cap_style="square", join_style="mitre"
        )
        for street in streets
    ]
    tree = shapely.STRtree(curbs)
    found = [np.zeros(0, SITE)]
    for zone in zones:
        near = sorted(tree.query(zone.outline, predicate="intersects").tolist())
        land = zone.outline
        if near:
            land = shapely.difference(land, shapely.union_all([curbs[one] for one in near]))
            rim = shapely.union_all([curbs[one].exterior for one in near])
            found += [_along(ring, rim, districts) for ring in _rings(land)]
    return np.concatenate(found)


def _rings(land: shapely.Geometry) -> Iterator[F64]:
    """(k, 2) closed rings with the land on their left."""
    for part in getattr(land, "geoms", [land]):
        if part.geom_type == "Polygon" and part.area > SMALLEST_M2:
            plain = shapely.orient_polygons(part.simplify(2.5))
            if plain.geom_type == "Polygon" and not plain.is_empty:
                yield from (np.asarray(ring.coords) for ring in (plain.exterior, *plain.interiors))


def _along(ring: F64, rim: shapely.Geometry, districts: Districts) -> Sites:
    """Corner houses first, then rows between them; only where the ring is a street's edge."""
    step = np.diff(ring, axis=0)
    lengths = np.hypot(*step.T)
    middles = (ring[1:] + ring[:-1]) / 2
    street = shapely.dwithin(shapely.points(middles), rim, 1.5) & (lengths > 4.0)
    places = districts.at(middles)
    keys = _keys(middles)
    used = np.zeros((len(step), 2))
    corners = [
        made for at in range(len(step))
        if (made := _corner(at, ring, step, lengths, street, places, keys, used)) is not None
    ]  # fmt: skip
    rows = [
        _row(ring[at], step[at] / lengths[at], (used[at, 0], lengths[at] - used[at, 1]),
             EDGES.get(int(places[at]), _GARDENS), int(keys[at]))
        for at in np.flatnonzero(street & (lengths >= SHORTEST_M)).tolist()
    ]  # fmt: skip
    return np.concatenate([np.zeros(0, SITE), *corners, *rows])


def _keys(points: F64) -> npt.NDArray[np.uint32]:
    cells = np.rint(points).astype(np.int64)
    return hashed(cells[:, 0], cells[:, 1], 17)


def _corner(
    at: int,
    ring: F64,
    step: F64,
    lengths: F64,
    street: npt.NDArray[np.bool_],
    places: npt.NDArray[np.intp],
    keys: npt.NDArray[np.uint32],
    used: F64,
) -> Sites | None:
    """A house at the end of side `at` with a wing along the next side; notes the used ends."""
    after, key = (at + 1) % len(step), int(keys[at])
    rule = EDGES.get(int(places[at]), _GARDENS)
    if rule.corners is None or not (street[at] and street[after]):
        return None
    if key % 1000 >= 1000 * rule.corner_share:
        return None
    kind = int(rule.corners.drawn(key >> 10))
    if lengths[at] < LENGTH_M[kind] + 2 or lengths[after] < DEPTH_M[kind] + 2:
        return None
    way, turn = step[at] / lengths[at], step[after] / lengths[after]
    if abs(float(way @ turn)) > 0.18 or way[0] * turn[1] - way[1] * turn[0] < 0.0:
        return None
    inward = np.array([-way[1], way[0]])
    back = rule.back_m[0]
    used[at, 1], used[after, 0] = LENGTH_M[kind] + back, DEPTH_M[kind] + back
    middle = ring[at + 1] - way * (LENGTH_M[kind] / 2 + back) + inward * (DEPTH_M[kind] / 2 + back)
    yaw = np.arctan2(way[1], way[0])
    return site_rows([kind], middle[None], yaw, keys[at : at + 1])


def _row(start: F64, way: F64, span: tuple[float, float], rule: Edge, key: int) -> Sites:
    """Houses one after the other along a side, the room that is left spread between them."""
    room = span[1] - span[0]
    count = int(room / 20.0) + 2
    seeds = hashed(key, np.arange(count), 23)
    kinds = rule.mixture.drawn(seeds >> 7)
    across = (seeds % 100) < 100 * rule.across
    gaps = rule.gap_m[0] + rule.gap_m[1] * ((seeds >> 3) % 16) / 15.0
    wide = np.where(across, DEPTH_M[kinds], LENGTH_M[kinds])
    deep = np.where(across, LENGTH_M[kinds], DEPTH_M[kinds])
    ends = np.cumsum(wide + gaps)
    fit = int(np.searchsorted(ends - gaps, room, "right"))
    if fit == 0:
        return np.zeros(0, SITE)
    left = room - (ends[fit - 1] - gaps[fit - 1])
    at = span[0] + ends[:fit] - gaps[:fit] - wide[:fit] / 2 + left * (np.arange(fit) + 0.5) / fit
    back = rule.back_m[0] + rule.back_m[1] * ((key >> 20) % 8) / 7.0
    inward = np.array([-way[1], way[0]])
    xy = start + at[:, None] * way + (back + deep[:fit] / 2)[:, None] * inward
    yaw = np.arctan2(way[1], way[0]) + np.where(across[:fit], np.pi / 2, 0.0)
    return site_rows(kinds[:fit], xy, yaw, seeds[:fit])
