"""Plots with one-storey houses: along the lanes, and dachas among the orchards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction, hashed
from almaty_tour.city.districts import DACHAS, GARDENS, ONE_STOREY, VILLAS, WOOD, Districts
from almaty_tour.city.extent import Extent
from almaty_tour.city.houses import Sites, site_rows
from almaty_tour.city.kinds import DEPTH_M, LENGTH_M, LOTS
from almaty_tour.city.land import CENTRE
from almaty_tour.city.stacked import stacked
from almaty_tour.city.tables import Street

F64 = npt.NDArray[np.float64]
U32 = npt.NDArray[np.uint32]
LOT_M, LOT_SPREAD = 20.0, 12
FIRST_M, BACK_M, BESIDE_M, VERGE_M = 4.0, 4.6, 2.4, 1.3
"""From a corner to the first plot; from the kerb to a house; from it to the plot's side; from the
kerb to the fence."""
DACHA_M, COLONY = 36.0, 8
_MIXTURES = {
    GARDENS: LOTS["gardens"], WOOD: LOTS["wood"], VILLAS: LOTS["villas"], DACHAS: LOTS["dachas"],
}  # fmt: skip


def lot_sites(streets: Sequence[Street], districts: Districts) -> Sites:
    """A house on most plots of the lanes, by one side of its plot; the other side has the gate."""
    lots = _joined([_lots(street) for street in streets])
    kinds, mine = _kinds(lots.xy, lots.seeds, districts)
    mine &= fraction(lots.seeds, 6) < _share(lots.xy)
    xy, along, wide = lots.xy[mine], lots.along[mine], lots.wide_m[mine]
    seeds, kinds = lots.seeds[mine], kinds[mine]
    way = np.stack([np.cos(along), np.sin(along)], axis=1)
    inward = np.stack([-way[:, 1], way[:, 0]], axis=1)
    turned = (seeds >> 9) % 5 == 0
    half = np.where(turned, DEPTH_M[kinds], LENGTH_M[kinds]) / 2
    side = np.where(turned | (seeds & 8 > 0), -1.0, 1.0)
    shift = side * np.maximum(wide / 2 - half - BESIDE_M, 0.0)
    back = BACK_M + (seeds >> 6) % 4 + np.where(turned, LENGTH_M[kinds], DEPTH_M[kinds]) / 2
    made = site_rows(
        kinds, xy + way * shift[:, None] + inward * back[:, None],
        along + np.where(turned, np.pi / 2, 0.0), seeds,
    )  # fmt: skip
    made["plot"] = np.stack([along, wide / 2 + shift, wide / 2 - shift, back - VERGE_M], axis=1)
    return made


def _share(xy: F64) -> F64:
    """How many plots are built on: nearly all in town, fewer far out."""
    far = np.hypot(*(xy - CENTRE).T)
    return np.asarray(np.clip(0.94 - (far - 3_800.0) / 9_500.0, 0.28, 0.94))


@dataclass(frozen=True)
class _Lots:
    """Plots: middles of their fronts at the kerb, ways with the plot on the left, widths, seeds."""

    xy: F64
    along: F64
    wide_m: F64
    seeds: U32


def _lots(street: Street) -> _Lots:
    """The plots on both sides of a street, one after the other."""
    step = np.diff(street.line, axis=0)
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*step.T))])
    middle = np.rint(street.line.mean(axis=0)).astype(np.int64)
    found = []
    for side in (0, 1):
        keys = hashed(middle[0], middle[1], side, np.arange(int(lengths[-1] / LOT_M) + 1))
        wide = LOT_M + ((keys >> 3) % LOT_SPREAD).astype(np.float64)
        at = FIRST_M + np.cumsum(wide) - wide / 2
        kept = at + wide / 2 < lengths[-1] - FIRST_M
        keys, wide, at = keys[kept], wide[kept], at[kept]
        piece = np.clip(np.searchsorted(lengths, at, "right") - 1, 0, len(step) - 1)
        way = np.arctan2(step[piece, 1], step[piece, 0]) + (np.pi if side else 0.0)
        point = np.stack([np.interp(at, lengths, street.line[:, k]) for k in (0, 1)], axis=1)
        inward = np.stack([-np.sin(way), np.cos(way)], axis=1)
        found.append(_Lots(point + inward * street.width_m / 2, way, wide, keys))
    return _joined(found)


def _joined(lots: Sequence[_Lots]) -> _Lots:
    none = np.zeros(0)
    return stacked(_Lots(np.zeros((0, 2)), none, none, none.astype(np.uint32)), lots)


def _kinds(
    xy: F64, seeds: U32, districts: Districts
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.bool_]]:
    place = districts.at(xy)
    kinds = np.zeros(len(xy), np.uint8)
    for number, mixture in _MIXTURES.items():
        kinds[place == number] = mixture.drawn(seeds[place == number] >> 8)
    return kinds, np.isin(place, ONE_STOREY)


def dacha_sites(extent: Extent) -> Sites:
    """Small houses over all the land, most in colonies; only orchards will take them."""
    i = np.arange(np.floor(extent.west_m / DACHA_M), np.ceil(extent.east_m / DACHA_M))
    j = np.arange(np.floor(extent.south_m / DACHA_M), np.ceil(extent.north_m / DACHA_M))
    i, j = (axis.ravel().astype(np.int64) for axis in np.meshgrid(i, j))
    seeds = hashed(i, j, 37)
    colony = np.floor(i / COLONY).astype(np.int64), np.floor(j / COLONY).astype(np.int64)
    kept = fraction(seeds, 2) < np.where(fraction(*colony, 43) < 0.45, 0.8, 0.05)
    i, j, seeds = i[kept], j[kept], seeds[kept]
    shift = np.stack([fraction(seeds, 3), fraction(seeds, 4)], axis=1)
    xy = (np.stack([i, j], axis=1) + 0.2 + 0.6 * shift) * DACHA_M
    turn = fraction(colony[0][kept], colony[1][kept], 41) * np.pi
    return site_rows(LOTS["dachas"].drawn(seeds >> 8), xy, turn, seeds)
