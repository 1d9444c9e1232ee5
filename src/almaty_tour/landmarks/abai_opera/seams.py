"""Sheet-iron roofs of the opera up close: standing seams and pieces of other weather."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.hexahedra import hexahedra, struts
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.landmarks.abai_opera.plan import GREEN_LOW, GREEN_PALE
from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]
PITCH_M = 2.4
SKIN_M = 0.025


def standing(low: F64, upper: F64, low_m: float, top_m: float) -> MeshData:
    """Seams up the slopes between two outlines (k, 2) of equal corner count."""
    feet, heads = [], []
    for a, b, c, d in _slopes(low, upper):
        for share in _shares(a, b)[1:-1]:
            feet.append([*(a + share * (b - a)), low_m])
            heads.append([*(c + share * (d - c)), top_m])
    return struts(np.array(feet), np.array(heads), 0.1, GREEN_LOW)


def to_ridge(out_m: float, y_m: F64, foot_m: float, ridge_m: float, stop_m: float) -> MeshData:
    """Seams from both eaves at x = +-`out_m` towards the ridge at x = 0, up to |x| = `stop_m`."""
    flat = np.ones_like(y_m)
    head_m = ridge_m - (ridge_m - foot_m) * stop_m / out_m
    feet = [np.column_stack([s * out_m * flat, y_m, foot_m * flat]) for s in (-1.0, 1.0)]
    heads = [np.column_stack([s * stop_m * flat, y_m, head_m * flat]) for s in (-1.0, 1.0)]
    return struts(np.concatenate(feet), np.concatenate(heads), 0.12, GREEN_LOW)


def patches(low: F64, upper: F64, low_m: float, top_m: float) -> list[MeshData]:
    """Thin sheets on some of the strips between seams, darker and paler than the rest."""
    strips = []
    for a, b, c, d in _slopes(low, upper):
        shares = _shares(a, b)
        for s, t in pairwise(shares):
            strips.append((a + s * (b - a), a + t * (b - a), c + s * (d - c), c + t * (d - c)))
    draw = hashed("abai_opera/roof", len(strips))
    tone, reach = fraction(draw, 1), 0.35 + 0.65 * fraction(draw, 2)
    dark, pale = tone < 0.3, tone > 0.72
    return [
        hexahedra(
            np.array(
                [_sheet(strips[k], low_m, top_m, float(reach[k])) for k in np.flatnonzero(which)]
            ),
            paint,
        )
        for which, paint in ((dark, GREEN_LOW), (pale, GREEN_PALE))
    ]


def _slopes(low: F64, upper: F64) -> list[tuple[F64, F64, F64, F64]]:
    """Foot and head lines (a to b, c to d) of the slopes."""
    return list(zip(low, np.roll(low, -1, axis=0), upper, np.roll(upper, -1, axis=0), strict=True))


def _shares(a: F64, b: F64) -> F64:
    count = max(2, round(float(np.hypot(*(b - a))) / PITCH_M))
    return np.linspace(0.0, 1.0, count + 1)


def _sheet(strip: tuple[F64, F64, F64, F64], low_m: float, top_m: float, reach: float) -> F64:
    """(8, 3) corners of a sheet that lies on a strip from its foot up to a share `reach`."""
    a, b, c, d = strip
    head_m = low_m + reach * (top_m - low_m)
    c, d = a + reach * (c - a), b + reach * (d - b)
    ring = [(*a, low_m), (*b, low_m), (*d, head_m), (*c, head_m)]
    flat = np.array(ring)
    lift = np.array([0.0, 0.0, SKIN_M])
    return np.concatenate([flat - lift, flat + lift])
