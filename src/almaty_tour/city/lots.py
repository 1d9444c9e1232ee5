"""Plots with one-storey houses: along the lanes, and dachas among the orchards."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction, hashed
from almaty_tour.city.districts import DACHAS, GARDENS, ONE_STOREY, VILLAS, WOOD, Districts
from almaty_tour.city.extent import Extent
from almaty_tour.city.houses import Sites, site_rows
from almaty_tour.city.kinds import DEPTH_M, LOTS, NUMBER
from almaty_tour.city.land import CENTRE
from almaty_tour.city.tables import Street

F64 = npt.NDArray[np.float64]
U32 = npt.NDArray[np.uint32]
LOT_M, LOT_SPREAD = 20.0, 12
BACK_M = 4.6
HUT_BACK_M = 15.0
DACHA_M, COLONY = 36.0, 8
_MIXTURES = {
    GARDENS: LOTS["gardens"], WOOD: LOTS["wood"], VILLAS: LOTS["villas"], DACHAS: LOTS["dachas"],
}  # fmt: skip


def lot_sites(streets: Sequence[Street], districts: Districts) -> Sites:
    """A house on most plots of the lanes, a hut behind many."""
    found = [_plots(street) for street in streets]
    xy = np.concatenate([np.zeros((0, 2)), *(one[0] for one in found)])
    along = np.concatenate([np.zeros(0), *(one[1] for one in found)])
    seeds = np.concatenate([np.zeros(0, np.uint32), *(one[2] for one in found)])
    kinds, mine = _kinds(xy, seeds, districts)
    mine &= fraction(seeds, 6) < _share(xy)
    xy, along, seeds, kinds = xy[mine], along[mine], seeds[mine], kinds[mine]
    inward = np.stack([-np.sin(along), np.cos(along)], axis=1)
    depth = BACK_M + (seeds >> 6) % 4 + DEPTH_M[kinds] / 2
    turn = np.where((seeds >> 9) % 5 == 0, np.pi / 2, 0.0)
    house = site_rows(kinds, xy + inward * depth[:, None], along + turn, seeds)
    hut = (seeds >> 14) % 100 < 20
    side = np.where(seeds[hut] & 8, 5.0, -5.0)[:, None] * np.stack(
        [np.cos(along[hut]), np.sin(along[hut])], axis=1
    )
    behind = xy[hut] + inward[hut] * (depth[hut] + HUT_BACK_M)[:, None] + side
    huts = site_rows(
        NUMBER["hut"], behind, along[hut] + np.where(seeds[hut] & 16, np.pi / 2, np.pi),
        hashed(seeds[hut], 5),
    )  # fmt: skip
    return np.concatenate([house, huts])


def _share(xy: F64) -> F64:
    """How many plots are built on: nearly all in town, fewer far out."""
    far = np.hypot(*(xy - CENTRE).T)
    return np.asarray(np.clip(0.94 - (far - 3_800.0) / 9_500.0, 0.28, 0.94))


def _plots(street: Street) -> tuple[F64, F64, U32]:
    """Places at the kerbs of a street, the way along it with the plot on the left, seeds."""
    step = np.diff(street.line, axis=0)
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*step.T))])
    middle = np.rint(street.line.mean(axis=0)).astype(np.int64)
    places, ways, seeds = [], [], []
    for side in (0, 1):
        keys = hashed(middle[0], middle[1], side, np.arange(int(lengths[-1] / LOT_M) + 1))
        at = 9.0 + np.cumsum(LOT_M + (keys >> 3) % LOT_SPREAD) - LOT_M / 2 - 5.0
        at = at[at < lengths[-1] - 7.0]
        piece = np.clip(np.searchsorted(lengths, at, "right") - 1, 0, len(step) - 1)
        way = np.arctan2(step[piece, 1], step[piece, 0]) + (np.pi if side else 0.0)
        point = np.stack([np.interp(at, lengths, street.line[:, k]) for k in (0, 1)], axis=1)
        inward = np.stack([-np.sin(way), np.cos(way)], axis=1)
        places.append(point + inward * street.width_m / 2)
        ways.append(way)
        seeds.append(keys[: len(at)])
    return np.concatenate(places), np.concatenate(ways), np.concatenate(seeds)


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
