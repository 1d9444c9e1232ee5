"""What stands in the streets: lamps, signs, kiosks, benches, parked cars.

Along the main streets things stand in the verge and behind the pavement, between the junctions
as they are painted (`paint_nodes`). What drives is in `city.traffic`, who walks in `city.walks`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from almaty_tour.base.rng import fraction, hashed
from almaty_tour.city.extent import Extent
from almaty_tour.city.grounds import Patch
from almaty_tour.city.land import CENTRE
from almaty_tour.city.paint_nodes import MAIN, ZEBRA_HALF_M, Arm, Node, cuts, nodes
from almaty_tour.city.paint_patches import STALL_M
from almaty_tour.city.paint_roads import Road, roads
from almaty_tour.city.paint_rows import left_over, points_at, stations
from almaty_tour.city.paint_shapes import on_carriageways
from almaty_tour.city.stacked import stacked
from almaty_tour.city.tables import Street
from almaty_tour.city.town_map import cell_of

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
KINDS = (
    "lamp.mast", "car.saloon", "car.hatch", "car.suv", "car.minibus", "car.lorry", "car.lada",
    "corner.zebra", "corner.directions", "corner.limit", "corner.kiosk", "corner.bin",
    "corner.billboard", "bench.park",
)  # fmt: skip
LAMP, CARS, ZEBRA, BOARD, LIMIT, KIOSK, BIN, BILLBOARD, BENCH = 0, range(1, 7), *range(7, 14)
_CAR_SHARES = (36, 22, 24, 4, 2, 12)
LAMP_SPACING_M, LAMP_OFF_M = 34.0, 0.9
SLOT_M = 6.4
LIT_FROM_M = 12.0
EVERY_M = {KIOSK: 210.0, BILLBOARD: 330.0, BENCH: 62.0}
FAR_M = 7_000.0
OFF_ROAD_M, APART_M, TRUNK_M = 0.35, 1.2, 2.2
BORDER_M = 20.0


@dataclass(frozen=True)
class Furniture:
    """Things of the street as arrays of one length n.

    Attributes:
        kind: (n,) u1 index into `KINDS`. xy: (n, 2) f8 metres. yaw_rad: (n,) f8, where +x of
            the prop looks, counter-clockwise from east.
    """

    kind: npt.NDArray[np.uint8]
    xy: F64
    yaw_rad: F64

    def where(self, keep: Mask) -> Furniture:
        """Some of the rows."""
        return Furniture(self.kind[keep], self.xy[keep], self.yaw_rad[keep])


def place_furniture(
    extent: Extent,
    streets: Sequence[Street],
    patches: Sequence[Patch],
    closed: Mask,
    trunks: F64 | None = None,
) -> Furniture:
    """Things of the streets and parked cars, none on `closed` cells of the extent.

    What stands keeps off every carriageway, the rest of the furniture and `trunks`, (k, 2).
    """
    every = roads(streets, extent)
    crossings = nodes(every, MAIN)
    standing = [_beside_road(road, cut) for road, cut in
                zip(every, cuts(crossings, len(every), 3.0), strict=True)]  # fmt: skip
    standing += [_at_node(every, node) for node in crossings]
    found = joined(standing)
    kept = _apart(found.where(~on_carriageways(found.xy, every, OFF_ROAD_M)), trunks)
    parked = [_at_kerbs(number, street) for number, street in enumerate(streets)
              if street.width_m < LIT_FROM_M]  # fmt: skip
    parked += [_parked(patch) for patch in patches if patch.kind in ("parking", "drive", "apron")]
    return off_cells(extent, joined([kept, *parked]), closed)


def joined(pieces: Iterable[Furniture]) -> Furniture:
    """The rows of all."""
    return stacked(Furniture(np.zeros(0, np.uint8), np.zeros((0, 2)), np.zeros(0)), pieces)


def facing(kind: npt.ArrayLike, xy: F64, ahead: F64, turn_rad: float = 0.0) -> Furniture:
    """Things at (n, 2) places that look along (n, 2) headings, turned left by `turn_rad`.

    One kind may stand for all, or (n,) are given.
    """
    kinds = np.broadcast_to(np.asarray(kind, np.uint8), len(xy))
    return Furniture(kinds, xy, np.arctan2(ahead[:, 1], ahead[:, 0]) + turn_rad)


def off_cells(extent: Extent, found: Furniture, closed: Mask) -> Furniture:
    """What stands inside the extent and on no `closed` cell of it."""
    found = found.where(extent.inside(found.xy, BORDER_M))
    return found.where(~closed[cell_of(extent, closed.shape, *found.xy.T)])


def _apart(found: Furniture, trunks: F64 | None) -> Furniture:
    """The first of those that stand too close together, none in a tree."""
    kept = np.ones(len(found.kind), bool)
    if not len(kept):
        return found
    pairs = cKDTree(found.xy).query_pairs(APART_M, output_type="ndarray")
    kept[pairs.max(axis=1)] = False
    if trunks is not None and len(trunks):
        room = np.where(np.isin(found.kind, (KIOSK, BILLBOARD)), TRUNK_M, 0.7)
        kept &= cKDTree(trunks).query(found.xy)[0] > room
    return found.where(kept)


def _beside_road(road: Road, cut: F64) -> Furniture:
    """Lamps, benches with bins, kiosks and boards along the free stretches of a main street."""
    if road.look.rank < MAIN:
        return joined([])
    length_m = float(stations(road.line)[-1])
    pieces = []
    for low, high in left_over(length_m, cut, 14.0):
        for side in (1, -1):
            if side == road.section.median_side:
                continue
            pieces.append(_lamps(road, side, low, high))
            if road.look.pavement_m > 0.0:
                pieces += [_scattered(road, side, low, high, kind) for kind in EVERY_M]
    return joined(pieces)


def _set(road: Road, side: int, at_m: F64, off_m: float, kind: int, turn: float) -> Furniture:
    """Things at stations, `off_m` from the kerb; turned 0 they look as the street's left does."""
    points, ahead = points_at(road.line, at_m) if len(at_m) else (np.zeros((0, 2)),) * 2
    left = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1) * side
    xy = points + left * (road.half_m + off_m)
    yaw = np.arctan2(ahead[:, 1], ahead[:, 0]) + (0.0 if side > 0 else np.pi) + turn
    return Furniture(np.full(len(xy), kind, np.uint8), xy, yaw)


def _lamps(road: Road, side: int, low_m: float, high_m: float) -> Furniture:
    """Masts in the verge; on one side only of a narrow street."""
    narrow = road.section.median_side == 0 and 2.0 * road.half_m < 16.0
    if narrow and side < 0:
        return joined([])
    first = low_m + 4.0 + (LAMP_SPACING_M / 2.0 if side < 0 else 0.0)
    return _set(road, side, np.arange(first, high_m - 2.0, LAMP_SPACING_M), LAMP_OFF_M, LAMP,
                np.pi / 2.0)  # fmt: skip


def _scattered(road: Road, side: int, low_m: float, high_m: float, kind: int) -> Furniture:
    """Things of a kind here and there, more in the centre; they look to the street or the way."""
    slot = EVERY_M[kind] / 3.0
    at = np.arange(low_m + 8.0, high_m - 8.0, slot)
    keys = hashed(road.key, np.rint(at).astype(np.int64), side + 1, kind)
    points, _ = points_at(road.line, at) if len(at) else (np.zeros((0, 2)), None)
    busy = np.clip(1.2 - np.hypot(*(points - CENTRE / 2.0).T) / FAR_M, 0.15, 1.0)
    at = (at + (fraction(keys, 3) - 0.5) * slot * 0.6)[fraction(keys, 1) < busy / 2.0]
    verge = road.section.spare_m + road.look.verge_m
    if kind == BENCH:
        benches = _set(road, side, at, verge - 0.35, BENCH, np.pi)
        bins = _set(road, side, at + 1.6, verge - 0.35, BIN, 0.0)
        return joined([benches, bins])
    behind = verge + road.look.pavement_m
    if kind == KIOSK:
        return _set(road, side, at, behind + 1.6, KIOSK, 0.0)
    return _set(road, side, at, road.section.spare_m + 1.0, BILLBOARD, np.pi / 2.0 - 0.3)


def _at_node(every: Sequence[Road], node: Node) -> Furniture:
    """Signs before the junction for who comes, and the limit for who leaves it."""
    pieces = []
    for arm in node.arms:
        road = every[arm.road]
        coming, leaving = (road.section.median_side * arm.way != turn for turn in (1, -1))
        if not arm.walk_m or road.look.rank < MAIN:
            continue
        zebra = arm.walk_m + ZEBRA_HALF_M + 2.6
        if coming and arm.free_m > zebra + 20.0:
            pieces.append(_sign(road, arm, 1, zebra, 0.75, ZEBRA))
        luck = fraction(road.key, int(arm.at_m), arm.way + 1, 5)[0]
        if coming and road.look.rank >= 3 and luck < 0.3 and arm.free_m > 110.0:
            pieces.append(_sign(road, arm, 1, zebra + 52.0, 0.8, BOARD))
        if leaving and luck > 0.75 and arm.free_m > 60.0:
            pieces.append(_sign(road, arm, -1, zebra + 18.0, 0.75, LIMIT))
    return joined(pieces)


def _sign(road: Road, arm: Arm, turn: int, out_m: float, off_m: float, kind: int) -> Furniture:
    """A sign on the left (1) or right (-1) of an arm; it looks at who drives on that side."""
    at = np.array([arm.at_m + arm.way * out_m])
    made = _set(road, turn * arm.way, at, off_m, kind, 0.0)
    drives = np.arctan2(*(points_at(road.line, at)[1][0, ::-1] * -turn * arm.way))
    return replace(made, yaw_rad=np.array([drives]))


def _along(street: Street, at_m: npt.NDArray[np.floating]) -> tuple[F64, F64]:
    """(k, 2) points and (k,) headings in radians of distances along a street's middle."""
    step = np.diff(street.line, axis=0)
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*step.T))])
    at = at_m[at_m < lengths[-1] - 8.0]
    x = np.interp(at, lengths, street.line[:, 0])
    y = np.interp(at, lengths, street.line[:, 1])
    piece = np.clip(np.searchsorted(lengths, at, "right") - 1, 0, len(step) - 1)
    return np.stack([x, y], axis=1), np.arctan2(step[piece, 1], step[piece, 0])


def _at_kerbs(number: int, street: Street) -> Furniture:
    """Parked cars on one side of a lane."""
    length_m = float(np.hypot(*np.diff(street.line, axis=0).T).sum())
    seeds = hashed(number, np.arange(int(length_m / SLOT_M)), 77)
    at = (np.arange(len(seeds)) + 1.5) * SLOT_M
    taken = fraction(seeds, 2) < 0.035
    points, heading = _along(street, at[taken])
    right = np.stack([np.sin(heading), -np.cos(heading)], axis=1)
    xy = points + right * (street.width_m / 2.0 - 0.9)
    return Furniture(_car(seeds[taken][: len(xy)]), xy, heading)


def _parked(patch: Patch) -> Furniture:
    """Cars at the outer edge of a drive, and in two rows of a car park."""
    a, _, c, d = patch.corners
    way = (c - d) / np.hypot(*(c - d))
    square = patch.kind == "parking"
    slot = STALL_M if square else SLOT_M
    count = int(np.hypot(*(c - d)) / slot)
    heading = float(np.arctan2(way[1], way[0]))
    pieces = []
    for row, lean in enumerate((0.17, 0.83) if square else (0.22,)):
        seeds = hashed(patch.key, np.arange(count), 12 + row)
        taken = fraction(seeds, 2) < (0.6 if square else 0.42)
        place = d + (np.flatnonzero(taken)[:, None] + 0.5) * slot * way + (a - d) * lean
        turn = heading + (np.pi / 2 if square else 0.0)
        about = np.where(fraction(seeds[taken], 5) < 0.4, np.pi, 0.0)
        pieces.append(Furniture(_car(seeds[taken]), place, turn + about))
    return joined(pieces)


def _car(seeds: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
    bounds = np.cumsum(_CAR_SHARES)
    return (1 + np.searchsorted(bounds, seeds % np.uint32(bounds[-1]), "right")).astype(np.uint8)
