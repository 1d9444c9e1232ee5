"""Street lamps and parked cars: at the kerbs, in the yards. What drives is in `city.traffic`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction, hashed
from almaty_tour.city.extent import Extent
from almaty_tour.city.grounds import Patch
from almaty_tour.city.tables import Street
from almaty_tour.city.town_map import cell_of

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
KINDS = (
    "lamp.mast", "car.white", "car.silver", "car.black", "car.high_white", "car.high_grey",
    "car.blue", "car.red", "car.bus",
)  # fmt: skip
LAMP, BUS = 0, 8
_CAR_SHARES = (26, 20, 16, 14, 12, 7, 5)
LAMP_SPACING_M, LAMP_OFF_M = 34.0, 1.2
SLOT_M = 6.4
LIT_FROM_M = 12.0


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
    extent: Extent, streets: Sequence[Street], patches: Sequence[Patch], closed: Mask
) -> Furniture:
    """Lamps on streets, cars at kerbs and in yards, none on `closed` cells of the extent."""
    pieces = []
    for number, street in enumerate(streets):
        if street.width_m >= LIT_FROM_M:
            pieces.append(_lamps(street))
        else:
            pieces.append(_at_kerbs(number, street))
    pieces += [_parked(patch) for patch in patches if patch.kind in ("parking", "drive", "apron")]
    return _off(extent, _joined(pieces), closed)


def _joined(pieces: Sequence[Furniture]) -> Furniture:
    return Furniture(
        np.concatenate([np.zeros(0, np.uint8), *(p.kind for p in pieces)]),
        np.concatenate([np.zeros((0, 2)), *(p.xy for p in pieces)]),
        np.concatenate([np.zeros(0), *(p.yaw_rad for p in pieces)]),
    )


def _off(extent: Extent, found: Furniture, closed: Mask) -> Furniture:
    found = found.where(extent.inside(found.xy, 20.0))
    return found.where(~closed[cell_of(extent, closed.shape, *found.xy.T)])


def _along(street: Street, at_m: npt.NDArray[np.floating]) -> tuple[F64, F64]:
    """(k, 2) points and (k,) headings in radians of distances along a street's middle."""
    step = np.diff(street.line, axis=0)
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*step.T))])
    at = at_m[at_m < lengths[-1] - 8.0]
    x = np.interp(at, lengths, street.line[:, 0])
    y = np.interp(at, lengths, street.line[:, 1])
    piece = np.clip(np.searchsorted(lengths, at, "right") - 1, 0, len(step) - 1)
    return np.stack([x, y], axis=1), np.arctan2(step[piece, 1], step[piece, 0])


def _beside(points: F64, heading: F64, off_m: npt.ArrayLike) -> F64:
    """Points moved to the right of their heading."""
    right = np.stack([np.sin(heading), -np.cos(heading)], axis=1)
    return np.asarray(points + right * np.broadcast_to(off_m, len(points))[:, None])


def _lamps(street: Street) -> Furniture:
    pieces = []
    both = street.width_m >= 16.0
    for side, start in ((1.0, 12.0), (-1.0, 12.0 + LAMP_SPACING_M / 2))[: 2 if both else 1]:
        points, heading = _along(street, np.arange(start, _length(street), LAMP_SPACING_M))
        xy = _beside(points, heading, side * (street.width_m / 2 + LAMP_OFF_M))
        pieces.append(Furniture(np.full(len(xy), LAMP, np.uint8), xy, heading + np.pi / 2))
    return _joined(pieces)


def _length(street: Street) -> float:
    return float(np.hypot(*np.diff(street.line, axis=0).T).sum())


def _at_kerbs(number: int, street: Street) -> Furniture:
    """Parked cars on one side of a lane."""
    seeds = hashed(number, np.arange(int(_length(street) / SLOT_M)), 77)
    at = (np.arange(len(seeds)) + 1.5) * SLOT_M
    taken = fraction(seeds, 2) < 0.035
    points, heading = _along(street, at[taken])
    xy = _beside(points, heading, street.width_m / 2 - 0.9)
    return Furniture(_car(seeds[taken][: len(xy)]), xy, heading)


def _parked(patch: Patch) -> Furniture:
    """Cars at the outer edge of a drive, and in two rows of a car park."""
    a, _, c, d = patch.corners
    way = (c - d) / np.hypot(*(c - d))
    square = patch.kind == "parking"
    slot = 2.8 if square else SLOT_M
    count = int(np.hypot(*(c - d)) / slot)
    heading = float(np.arctan2(way[1], way[0]))
    pieces = []
    for row, lean in enumerate((0.17, 0.83) if square else (0.22,)):
        seeds = hashed(patch.key, np.arange(count), 12 + row)
        taken = fraction(seeds, 2) < (0.6 if square else 0.42)
        place = d + (np.flatnonzero(taken)[:, None] + 0.5) * slot * way + (a - d) * lean
        turn = heading + (np.pi / 2 if square else 0.0)
        pieces.append(Furniture(_car(seeds[taken]), place, np.full(len(place), turn)))
    return _joined(pieces)


def _car(seeds: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
    bounds = np.cumsum(_CAR_SHARES)
    return (1 + np.searchsorted(bounds, seeds % np.uint32(bounds[-1]), "right")).astype(np.uint8)
