"""Pots: hollow bodies from an outer line and the thickness of their wall."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.exhibits._shared.patina import noise
from almaty_tour.kit import lathe, profile
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData

SIDES = 96


def vessel(
    outer: npt.ArrayLike, wall_cm: float, paint: Paint, *, sides: int = SIDES, smooth: int = 5
) -> MeshData:
    """A hollow vessel from its outer (radius, height) line, bottom to lip; the lip is round."""
    line = profile.smooth(np.asarray(outer, np.float64), smooth)
    inner = (line - wall_cm * profile.mitres(line, closed=False))[::-1]
    inner[:, 0] = np.maximum(inner[:, 0], 0.0)
    lip = profile.arc((line[-1] + inner[0]) / 2, wall_cm / 2, 0.0, 180.0, 6)[1:-1]
    keep = inner[:, 0] > 1e-6
    floor = np.array([[0.0, inner[keep][-1, 1]]])
    section = profile.joined(line, lip, inner[keep], floor)
    return lathe.lathe(section, paint, sides=sides, crease_deg=50.0, caps=True)


def by_hand(data: MeshData, amount_cm: float, size_cm: float, seed: int = 0) -> MeshData:
    """The same body less even, as hands shape it: space itself is bent in soft waves.

    Points that lie together stay together, so a closed body stays closed.
    """
    push = [noise(data.positions, size_cm, seed + axis) for axis in range(3)]
    moved = data.positions + amount_cm * np.stack(push, axis=1)
    return replace(data, positions=moved.astype(np.float32))
