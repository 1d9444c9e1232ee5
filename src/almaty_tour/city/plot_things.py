"""What stands on the plots of private houses: fences, gates, sheds."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from almaty_tour.base.rng import fraction
from almaty_tour.city.plots import GATE_HALF_M, Plots, seeds
from almaty_tour.city.things import NUMBER, Things, fences, joined, things

F64 = npt.NDArray[np.float64]
U8 = npt.NDArray[np.uint8]
FRONTS = ("green", "green", "brown", "brown", "grey", "boards", "boards", "paint", "green", "slate")
SIDES = ("boards", "grey", "slate", "boards", "grey")
GATES = ("green", "blue", "green", "blue", "brown", "grey")
SHEDS = ("wood", "wood", "kitchen", "kitchen", "brick", "hothouse")
SAME_M, SHED_ROOM_M, REAR_M = 1.2, 7.0, 3.0


def plot_things(plots: Plots) -> Things:
    """Everything on the plots."""
    built = plots.where(plots.built)
    return joined([*_fronts(built), *_borders(plots), *_sheds(plots)])


def _drawn(sort: str, names: tuple[str, ...], keys: npt.NDArray[np.uint32]) -> U8:
    numbers = np.array([NUMBER[f"{sort}.{name}"] for name in names], np.uint8)
    return np.asarray(numbers[(fraction(keys, 1) * len(names)).astype(np.intp)])


def _fronts(plots: Plots) -> list[Things]:
    """The fence along the street with the gate in it."""
    half, gate, zero = plots.width_m / 2, plots.gate_m, 0.0 * plots.gate_m
    kind = _drawn("fence", FRONTS, seeds(plots, 81))
    high = 0.92 + 0.2 * fraction(seeds(plots, 82), 1)
    left = plots.world(-half, zero), plots.world(gate - GATE_HALF_M, zero)
    right = plots.world(gate + GATE_HALF_M, zero), plots.world(half, zero)
    gates = things(_drawn("gate", GATES, seeds(plots, 83)), plots.world(gate, zero), plots.way_rad)
    return [fences(kind, *left, high), fences(kind, *right, high), gates]


def _borders(plots: Plots) -> list[Things]:
    """Fences between neighbours, drawn by the one on the right, and most rear fences."""
    half, zero = plots.width_m / 2, 0.0 * plots.width_m
    kind = _drawn("fence", SIDES, seeds(plots, 84))
    left = plots.world(-half, zero), plots.world(-half, plots.depth_m)
    right = plots.world(half, zero), plots.world(half, plots.depth_m)
    alone = _apart(right[0], left[0])
    rear = left[1], right[1]
    own = fraction(seeds(plots, 85), 1) < np.where(plots.built, 0.7, 0.3)
    return [
        fences(kind, *left, 0.9), fences(kind[alone], right[0][alone], right[1][alone], 0.9),
        fences(kind[own], rear[0][own], rear[1][own], 0.85),
    ]  # fmt: skip


def _apart(points: F64, others: F64) -> npt.NDArray[np.bool_]:
    """Which points have none of the others beside them."""
    if not len(others):
        return np.ones(len(points), np.bool_)
    return np.asarray(cKDTree(others).query(points, distance_upper_bound=SAME_M)[0] > SAME_M)


def _sheds(plots: Plots) -> list[Things]:
    """A shed or summer kitchen in one corner of the rear, an outhouse in the other."""
    keys = seeds(plots, 86)
    room = plots.depth_m - plots.house[:, 3] > SHED_ROOM_M
    roomy = plots.where(room & (fraction(keys, 1) < np.where(plots.built, 0.72, 0.2)))
    side = np.where(seeds(roomy, 86) & 1, 1.0, -1.0)
    place = roomy.world(side * (roomy.width_m / 2 - 3.9), roomy.depth_m - REAR_M)
    shed = things(_drawn("shed", SHEDS, seeds(roomy, 87)), place, roomy.way_rad)
    small = plots.where(room & plots.built & (fraction(keys, 2) < 0.35))
    side = np.where(seeds(small, 86) & 1, -1.0, 1.0)
    place = small.world(side * (small.width_m / 2 - 1.6), small.depth_m - 1.8)
    return [shed, things(NUMBER["shed.outhouse"], place, small.way_rad)]
