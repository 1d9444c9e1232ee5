"""Kitchen gardens in the middle of blocks of private houses, where no street leads to a house."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from almaty_tour.base.rng import hashed
from almaty_tour.city.districts import GARDENS, VILLAS, WOOD, Districts
from almaty_tour.city.groups import cells_of
from almaty_tour.city.land import CENTRE, Land
from almaty_tour.city.plots import Plots
from almaty_tour.city.zones import Zone

WIDE_M, DEEP_M, REACH_M = 17.0, 26.0, 5_400.0


def allotment_wishes(zones: Sequence[Zone], where: Districts, land: Land) -> Plots:
    """A garden in every cell of a lattice turned with its quarter; most find something there."""
    made = [cells_of(zone, (WIDE_M, DEEP_M)) for zone in zones]
    count = [len(cells) for cells, _ in made]
    xy = np.concatenate([np.zeros((0, 2)), *(cells for cells, _ in made)])
    index = np.concatenate([np.zeros((0, 2), np.int64), *(one for _, one in made)])
    turn, key = np.repeat([(zone.turn_rad, zone.key) for zone in zones], count, axis=0).T
    kept = np.isin(where.at(xy), (GARDENS, WOOD, VILLAS)) & land.at(land.settled & land.gentle, xy)
    kept &= np.hypot(*(xy - CENTRE).T) < REACH_M
    xy, index, turn, key = xy[kept], index[kept], turn[kept], key[kept].astype(np.int64)
    front = xy - DEEP_M / 2 * np.stack([-np.sin(turn), np.cos(turn)], axis=1)
    rows = len(xy)
    return Plots(
        front, turn, np.full(rows, WIDE_M), np.full(rows, DEEP_M), np.zeros((rows, 4)),
        np.zeros(rows), hashed(key, index[:, 0], index[:, 1], 97),
    )  # fmt: skip
