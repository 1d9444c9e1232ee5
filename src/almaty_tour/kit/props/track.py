"""A short piece of railway along x: ballast with its shoulders, concrete sleepers, rails."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
VARIANTS = ("piece",)

STONES = Paint("granite", "#6F6862")
BED = Paint("granite", "#69625B")
SLEEPER = Paint("concrete", "#938C82")
WEB, HEAD = Paint("painted_metal", "#4C382C"), Paint("painted_metal", "#8E8B88")
PIECE_M, GAUGE_M, RAIL_TOP_M = 6.25, 1.52, 0.45
BED_M, SLEEPER_M = 0.22, 0.29
SUNK_M = -0.35
SLEEPERS = 10
HEAD_M = 0.075


def build(_variant: str, level: int) -> MeshData:
    """A piece of 6.25 m whose ends meet those of the next; 80, 40 and 12 triangles at most."""
    if level == 2:
        return merge([_bed(BED), _heads()])
    return merge([_bed(STONES), _sleepers(level), _heads(), _webs()])


def _bed(paint: Paint) -> MeshData:
    top, foot = 1.72, 2.75
    return quadrilaterals(
        [
            _along(-top, BED_M, top, BED_M),
            _along(-foot, SUNK_M, -top, BED_M),
            _along(top, BED_M, foot, SUNK_M),
        ],
        paint,
    )


def _along(y0: float, z0: float, y1: float, z1: float) -> list[tuple[float, float, float]]:
    """A strip as long as the piece, between two heights on the right and on the left."""
    x = PIECE_M / 2.0
    return [(-x, y0, z0), (x, y0, z0), (x, y1, z1), (-x, y1, z1)]


def _sleepers(level: int) -> MeshData:
    """Tops and, near the eye, flanks."""
    at = (np.arange(SLEEPERS) + 0.5) * PIECE_M / SLEEPERS - PIECE_M / 2.0
    half, reach = 0.13, 1.35
    tops = _panels(at - half, at + half, SLEEPER_M, SLEEPER_M, reach)
    if level == 1:
        return quadrilaterals(tops, SLEEPER)
    ahead = _panels(at + half, at + half + 0.04, SLEEPER_M, BED_M, reach)
    behind = _panels(at - half - 0.04, at - half, BED_M, SLEEPER_M, reach)
    flanks = quadrilaterals(np.concatenate([ahead, behind]), SLEEPER.shaded(0.72))
    return merge([quadrilaterals(tops, SLEEPER), flanks])


def _panels(x0: F64, x1: F64, z0: float, z1: float, reach: float) -> F64:
    """(k, 4, 3) panels across the track."""
    corners = ((x0, -reach, z0), (x1, -reach, z1), (x1, reach, z1), (x0, reach, z0))
    rows = [np.stack([x, np.full_like(x, y), np.full_like(x, z)], axis=1) for x, y, z in corners]
    return np.stack(rows, axis=1)


def _heads() -> MeshData:
    half = HEAD_M / 2.0
    middles = (-GAUGE_M / 2.0, GAUGE_M / 2.0)
    return quadrilaterals(
        [_along(y - half, RAIL_TOP_M, y + half, RAIL_TOP_M) for y in middles], HEAD
    )


def _webs() -> MeshData:
    """Both flanks of both rails."""
    half, low = HEAD_M / 2.0, BED_M
    strips = []
    for y in (-GAUGE_M / 2.0, GAUGE_M / 2.0):
        strips.append(_along(y - half - 0.03, low, y - half, RAIL_TOP_M))
        strips.append(_along(y + half, RAIL_TOP_M, y + half + 0.03, low))
    return quadrilaterals(strips, WEB)
