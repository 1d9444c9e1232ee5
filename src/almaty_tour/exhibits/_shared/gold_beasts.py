"""Beasts of Saka gold as figures for `gold_relief`, all looking to +x, in centimetres."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.exhibits._shared.gold_relief import (
    Figure,
    Mark,
    Piece,
    disc,
    figure,
    limb,
    lines,
)

F64 = npt.NDArray[np.float64]


def ribbed_horn(points: npt.ArrayLike, radii: npt.ArrayLike, ribs: int, level: float) -> Figure:
    """A long horn with ridges across it."""
    knots = np.asarray(points, np.float64)
    thick = np.broadcast_to(np.asarray(radii, np.float64), len(knots))
    at = np.linspace(0.0, 1.0, len(knots))
    share = np.linspace(0.02, 0.9, ribs)
    x, y, r = (np.interp(share, at, one) for one in (knots[:, 0], knots[:, 1], thick))
    way = np.gradient(np.column_stack([x, y]), axis=0)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    across = np.column_stack([-way[:, 1], way[:, 0]]) * 1.1 * r[:, None]
    spot = np.column_stack([x, y])
    top = float(thick.max())
    rings = [np.stack([m - a, m + a]) for m, a in zip(spot, across, strict=True)]
    horn = Piece(limb(points, radii), 1.2 * top, top, level)
    return figure([horn], lines(rings, 0.35 * top, 0.32 * top))


def eye(x: float, y: float, radius: float) -> tuple[Mark, ...]:
    """A round eye with a rim: a groove about a ball."""
    ring = Mark(disc(x, y, 0.9 * radius), 0.7 * radius, 0.7 * radius)
    return (ring, Mark(disc(x, y, 0.1 * radius), -1.1 * radius, 0.75 * radius))


def feather(points: npt.ArrayLike, breadth: float, level: float, puff: float) -> Figure:
    """A comma of a wing: broad in the middle, curled at its tip, grooved along."""
    knots = np.asarray(points, np.float64)
    share = np.linspace(0.0, 1.0, len(knots))
    radii = breadth * (0.45 + 0.55 * np.sin(np.pi * np.clip(1.15 * share, 0.0, 1.0)) - 0.2 * share)
    groove = lines([knots[:-1]], 0.35 * puff, 0.4 * breadth)
    return figure([Piece(limb(knots, radii), puff, breadth, level)], groove)
