"""Trees along the kerbs, in the parks, yards and gardens, and in groves on the hills."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter, zoom

from almaty_tour.base.rng import fraction, hashed
from almaty_tour.city.tables import Street
from almaty_tour.city.town_map import DRAWN_CELL_M, HALF_SIDE_M, TownMap

F64 = npt.NDArray[np.float64]
F32 = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]
KERB_M = 2.6
SECOND_ROW_M = 6.5
AVENUE_M, WIDEST_M = 16.0, 20.0
STREET_SPACING_M = 11.5
LANE_SPACING_M = 36.0
PARK_SPACING_M = 12.5
YARD_SPACING_M = 19.5
HILL_SPACING_M = 11.2

KINDS = ("tree.elm", "tree.poplar", "tree.birch", "tree.apple", "tree.spruce", "tree.oak")
_SHARES = {
    "street": (50, 20, 5, 0, 2, 23),
    "avenue": (34, 12, 4, 0, 8, 42),
    "park": (40, 5, 14, 3, 16, 22),
    "yard": (44, 10, 14, 20, 4, 8),
    "hill": (30, 2, 8, 38, 12, 10),
}
_COARSE = 8


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
    free: Mask,
    own: Mask,
    hills: Mask,
    shade: F32 | None = None,
) -> Trees:
    """All trees.

    Masks: `free` of houses, `own` the landmarks' ground, `hills` slopes without houses.
    `shade` is 1 where the land turns from the sun, 0 where it faces it; groves grow there.
    """
    avenues = [street for street in streets if street.width_m >= AVENUE_M]
    widest = [street for street in streets if street.width_m >= WIDEST_M]
    others = [street for street in streets if street.width_m < AVENUE_M]
    open_land = free & ~own
    cool = np.full(free.shape, 0.5, np.float32) if shade is None else shade
    hill = _on(_lattice(HILL_SPACING_M, 3), open_land & hills)
    yard = _on(_lattice(YARD_SPACING_M, 2), open_land & ~hills & ~town.green)
    yards = 0.1 + 0.85 * _patchy(len(free), 4, 41)
    groups = [
        ("street", _on(_beside(others, KERB_M), open_land)),
        ("avenue", _on(_beside(avenues, KERB_M), open_land)),
        ("avenue", _on(_beside(widest, SECOND_ROW_M), open_land & ~town.road)),
        ("park", _on(_lattice(PARK_SPACING_M, 1), town.green & ~own)),
        ("yard", _drawn(yard, yards, 43)),
        ("hill", _drawn(hill, _groves(cool), 44)),
    ]
    found = [_trees(name, points) for name, points in groups]
    return Trees(
        *(np.concatenate([getattr(t, f) for t in found]) for f in ("kind", "xy", "scale", "seed"))
    )


def _groves(shade: F32) -> F32:
    """Chance of a tree on the hills: groves with gaps, thick on the shaded slopes."""
    side = len(shade)
    clumps = 0.6 * _patchy(side, 4, 51) + 0.4 * _patchy(side, 14, 52)
    chance = np.clip((clumps + 0.6 * (shade - 0.5) - 0.47) * 5.0, 0.01, 0.95)
    return np.asarray(chance, np.float32)


def _patchy(side: int, reach: int, salt: int) -> F32:
    """(side, side) smooth noise from 0 to 1; `reach` is its grain in cells of 16 m."""
    rows, columns = np.mgrid[0 : side // _COARSE, 0 : side // _COARSE]
    soft = gaussian_filter(fraction(rows, columns, salt).astype(np.float32), float(reach))
    low, high = np.quantile(soft, [0.02, 0.98])
    fine = zoom(np.clip((soft - low) / (high - low), 0.0, 1.0), _COARSE, order=1)
    return np.asarray(fine, np.float32)


def _drawn(points: F64, chance: F32, salt: int) -> F64:
    """The points that win against the chance of their cell."""
    cells = _cells(points)
    luck = fraction(np.rint(points[:, 0] * 10.0).astype(np.int64),
                    np.rint(points[:, 1] * 10.0).astype(np.int64), salt)  # fmt: skip
    return points[luck < chance[cells[:, 1], cells[:, 0]]]


def _beside(streets: Sequence[Street], off_m: float) -> F64:
    """Points beside both kerbs, `off_m` away from them."""
    points = [np.zeros((0, 2))]
    for street in streets:
        step = np.diff(street.line, axis=0)
        lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*step.T))])
        spacing = LANE_SPACING_M if street.kind == "lane" else STREET_SPACING_M
        at = np.arange(spacing * (0.6 if off_m > KERB_M else 1.0), lengths[-1], spacing)
        if not len(at):
            continue
        x = np.interp(at, lengths, street.line[:, 0])
        y = np.interp(at, lengths, street.line[:, 1])
        piece = np.clip(np.searchsorted(lengths, at, "right") - 1, 0, len(step) - 1)
        along = step[piece] / np.maximum(np.hypot(*step[piece].T), 1e-9)[:, None]
        across = np.stack([-along[:, 1], along[:, 0]], axis=1) * (street.width_m / 2.0 + off_m)
        middle = np.stack([x, y], axis=1)
        points += [middle + across, middle - across]
    return np.concatenate(points)


def _lattice(spacing_m: float, salt: int) -> F64:
    count = int(2 * HALF_SIDE_M / spacing_m)
    i, j = (axis.ravel() for axis in np.meshgrid(np.arange(count), np.arange(count)))
    shift = np.stack([fraction(i, j, salt), fraction(j, i, salt + 50)], axis=1)
    cell = np.stack([i, j], axis=1)
    return np.asarray((cell + 0.1 + 0.8 * shift) * spacing_m - HALF_SIDE_M, np.float64)


def _cells(points: F64) -> npt.NDArray[np.intp]:
    return np.floor((points + HALF_SIDE_M) / DRAWN_CELL_M).astype(np.intp)


def _on(points: F64, mask: Mask) -> F64:
    inside = (np.abs(points) < HALF_SIDE_M - 20.0).all(axis=1)
    points = points[inside]
    cells = _cells(points)
    return points[mask[cells[:, 1], cells[:, 0]]]


def _trees(name: str, points: F64) -> Trees:
    cells = np.rint(points * 10.0).astype(np.int64)
    seed = hashed(cells[:, 0], cells[:, 1], 3)
    bounds = np.cumsum(_SHARES[name])
    kind = np.searchsorted(bounds, seed % np.uint32(bounds[-1]), "right").astype(np.uint8)
    spread = fraction(seed, 5)
    wide = (0.55 if name == "hill" else 0.7) + 0.5 * spread
    tall = wide * (0.88 + 0.27 * fraction(seed, 6))
    return Trees(kind, points, np.stack([wide, tall], axis=1), seed)
