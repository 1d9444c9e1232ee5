"""Cornices of the Ascension Cathedral: white, pink and blue lines that stop at the gables."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.landmarks.ascension_cathedral import ornament, paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
WALL_BELOW_M = 0.38  # walls end so far under a cornice: what it hides would be baked dark


def cornices(
    outline: F64,
    gables: tuple[int, int],
    *,
    gap_m: float,
    foot_m: float,
    high_m: float,
    out_m: float,
) -> MeshData:
    """A cornice round an outline that stops on both sides of the gables on two edges."""
    first, second = gables
    ends = {}
    for edge in gables:
        a, b = outline[edge], outline[(edge + 1) % len(outline)]
        middle, way = (a + b) / 2, (b - a) / np.linalg.norm(b - a)
        ends[edge] = middle - gap_m * way, middle + gap_m * way
    east = [ends[first][1], *outline[first + 1 : second + 1], ends[second][0]]
    west = [ends[second][1], *outline[second + 1 :], *outline[: first + 1], ends[first][0]]
    return merge([_cornice(np.array(path), foot_m, high_m, out_m) for path in (east, west)])


def _cornice(path: F64, z: float, high: float, out: float) -> MeshData:
    """White cornice with a pink and a blue line under it and teeth, along an open path."""
    thin = profile.line((0.0, 0.0), (0.3 * out, 0.0), (0.3 * out, 0.12), (0.0, 0.12))
    edge = profile.line((0.0, 0.0), (out + 0.12, 0.0), (out + 0.12, 0.1), (0.0, 0.12))
    bands = [
        (profile.cornice(high, out), z, paint.WHITE),
        (thin, z - 0.12, paint.PINK),
        (thin, z - 0.24, paint.PALE_BLUE),
        (thin * np.array([1.0, 1.17]), z - WALL_BELOW_M, paint.WHITE),
        (edge, z + high - 0.03, paint.ROOF),
    ]
    pieces = [
        extrude.sweep(section, path, colour, z_m=level, closed=False, crease_deg=20.0)
        for section, level, colour in bands
    ]
    for a, b in pairwise(path):
        length = float(np.linalg.norm(b - a))
        if length > 1.5:
            teeth = ornament.dentils(length, 0.26)
            row = transform.move(teeth, 0.0, -0.18 * out, z + 0.29 * high)
            pieces.append(transform.on_edge(row, a, b))
    return merge(pieces)
