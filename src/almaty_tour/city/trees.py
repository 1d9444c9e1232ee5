"""Trees along the kerbs, in the parks and in the courtyards: Almaty is a green city."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction, hashed
from almaty_tour.city.tables import Street
from almaty_tour.city.town_map import DRAWN_CELL_M, HALF_SIDE_M, TownMap

F64 = npt.NDArray[np.float64]
KERB_M = 2.6
STREET_SPACING_M = 9.5
PARK_SPACING_M = 11.0
YARD_SPACING_M = 24.0
HILL_SPACING_M = 13.0

KINDS = ("tree.elm", "tree.poplar", "tree.birch", "tree.apple", "tree.spruce")
_SHARES = {
    "street": (62, 26, 6, 4, 2),
    "park": (56, 6, 16, 4, 18),
    "yard": (48, 14, 12, 20, 6),
    "hill": (46, 4, 8, 34, 8),
}


@dataclass(frozen=True)
class Trees:
    """Trees as arrays of one length n.

    Attributes:
        kind: (n,) u1 index into `KINDS`. xy: (n, 2) f8 metres. scale: (n, 2) f8.
        seed: (n,) u4.
    """

    kind: npt.NDArray[np.uint8]
    xy: F64
    scale: F64
    seed: npt.NDArray[np.uint32]


def place_trees(
    streets: Sequence[Street],
    town: TownMap,
    free: npt.NDArray[np.bool_],
    own: npt.NDArray[np.bool_],
    hills: npt.NDArray[np.bool_],
) -> Trees:
    """All trees. Masks: `free` of houses, `own` the landmarks' ground, `hills` wooded slopes."""
    groups = [
        ("street", _on(_beside_streets(streets), free & ~own)),
        ("park", _on(_lattice(PARK_SPACING_M, 1), town.green & ~own)),
        ("yard", _on(_lattice(YARD_SPACING_M, 2), free & ~hills & ~own)),
        ("hill", _on(_lattice(HILL_SPACING_M, 3), free & hills & ~own)),
    ]
    found = [_trees(name, points) for name, points in groups]
    return Trees(
        *(np.concatenate([getattr(t, f) for t in found]) for f in ("kind", "xy", "scale", "seed"))
    )


def _beside_streets(streets: Sequence[Street]) -> F64:
    points = [np.zeros((0, 2))]
    for street in streets:
        step = np.diff(street.line, axis=0)
        lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*step.T))])
        at = np.arange(STREET_SPACING_M, lengths[-1], STREET_SPACING_M)
        if not len(at):
            continue
        x = np.interp(at, lengths, street.line[:, 0])
        y = np.interp(at, lengths, street.line[:, 1])
        piece = np.clip(np.searchsorted(lengths, at, "right") - 1, 0, len(step) - 1)
        along = step[piece] / np.maximum(np.hypot(*step[piece].T), 1e-9)[:, None]
        across = np.stack([-along[:, 1], along[:, 0]], axis=1) * (street.width_m / 2.0 + KERB_M)
        middle = np.stack([x, y], axis=1)
        points += [middle + across, middle - across]
    return np.concatenate(points)


def _lattice(spacing_m: float, salt: int) -> F64:
    count = int(2 * HALF_SIDE_M / spacing_m)
    i, j = (axis.ravel() for axis in np.meshgrid(np.arange(count), np.arange(count)))
    shift = np.stack([fraction(i, j, salt), fraction(j, i, salt + 50)], axis=1)
    cell = np.stack([i, j], axis=1)
    return np.asarray((cell + 0.1 + 0.8 * shift) * spacing_m - HALF_SIDE_M, np.float64)


def _on(points: F64, mask: npt.NDArray[np.bool_]) -> F64:
    inside = (np.abs(points) < HALF_SIDE_M - 20.0).all(axis=1)
    points = points[inside]
    cells = np.floor((points + HALF_SIDE_M) / DRAWN_CELL_M).astype(np.intp)
    return points[mask[cells[:, 1], cells[:, 0]]]


def _trees(name: str, points: F64) -> Trees:
    cells = np.rint(points * 10.0).astype(np.int64)
    seed = hashed(cells[:, 0], cells[:, 1], 3)
    bounds = np.cumsum(_SHARES[name])
    kind = np.searchsorted(bounds, seed % np.uint32(bounds[-1]), "right").astype(np.uint8)
    spread = fraction(seed, 5)
    wide = 0.75 + 0.5 * spread
    tall = wide * (0.9 + 0.25 * fraction(seed, 6))
    return Trees(kind, points, np.stack([wide, tall], axis=1), seed)
