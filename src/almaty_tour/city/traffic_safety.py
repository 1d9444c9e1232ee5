"""Routes whose cars would meet others are taken out: what the timetables cannot know.

Timetables keep crossing traffic apart where streets cross as the map says. Where the lines of
the map lie over each other, only looking tells.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from almaty_tour.scene.platoons import CYCLE_S
from almaty_tour.scene.traffic import Traffic, every_car
from almaty_tour.scene.visible import Crowd

F64 = npt.NDArray[np.float64]
Pairs = npt.NDArray[np.intp]
LOOKS = 60
FROM_CENTRE_M, TOO_NEAR_M = 1.3, 2.1
CROSSING = 0.35
OFTEN, LEAST_GAP_M = 20, 5.2


def meeting(traffic: Traffic, cycle: int = 0) -> tuple[Pairs, npt.NDArray[np.bool_]]:
    """(k, 2) routes whose cars touch at some moment of a cycle, and whether that is grave.

    Touching side by side, where lanes come together, is not; crossing and running into the
    next car of the same lane are.
    """
    touching, crossing = [], []
    for moment in (np.arange(LOOKS) + 0.37) * (CYCLE_S / LOOKS):
        crowd, route, at_m = every_car(traffic, cycle * CYCLE_S + moment)
        behind = route[close_behind(crowd, route, at_m)]
        touching.append(np.stack([behind, behind], axis=1))
        crossing.append(np.ones(len(behind), bool))
        pairs = touching_cars(crowd)
        turn = crowd.rows["yaw_rad"][pairs[:, 0]] - crowd.rows["yaw_rad"][pairs[:, 1]]
        touching.append(np.sort(route[pairs], axis=1))
        crossing.append(np.abs(np.sin(turn)) > CROSSING)
    return np.concatenate(touching), np.concatenate(crossing)


def touching_cars(crowd: Crowd) -> Pairs:
    """(k, 2) numbers of cars in play that overlap."""
    shown = np.flatnonzero(crowd.rows["scale"][:, 0] > 0.0)
    yaw = crowd.rows["yaw_rad"][shown]
    ahead = np.stack([np.cos(yaw), np.sin(yaw)], axis=1) * FROM_CENTRE_M
    middle = crowd.places[shown, :2]
    balls = np.concatenate([middle - ahead, middle + ahead])
    found = cKDTree(balls).query_pairs(TOO_NEAR_M, output_type="ndarray") % max(len(shown), 1)
    found = np.unique(np.sort(found[found[:, 0] != found[:, 1]], axis=1), axis=0)
    return np.asarray(shown[found])


def close_behind(crowd: Crowd, route: Pairs, at_m: F64) -> Pairs:
    """Numbers of cars in play that are too close behind the next of their lane."""
    shown = np.flatnonzero(crowd.rows["scale"][:, 0] > 0.0)
    order = shown[np.lexsort((at_m[shown], route[shown]))]
    same = route[order][1:] == route[order][:-1]
    return np.asarray(order[:-1][same & (np.diff(at_m[order]) < LEAST_GAP_M)])


def unsafe(traffic: Traffic, lengths_m: Sequence[float], cycle: int = 0) -> list[int]:
    """Routes to leave out, the short ones rather than the long."""
    pairs, crossing = meeting(traffic, cycle)
    often: dict[tuple[int, int], int] = {}
    for (a, b), crosses in zip(pairs.tolist(), crossing.tolist(), strict=True):
        often[a, b] = often.get((a, b), 0) + (OFTEN if crosses else 1)
    gone: set[int] = set()
    for (a, b), count in sorted(often.items(), key=lambda one: (-one[1], one[0])):
        if count >= OFTEN and a not in gone and b not in gone:
            gone.add(a if lengths_m[a] <= lengths_m[b] else b)
    return sorted(gone)
