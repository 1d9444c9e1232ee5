"""The advertising boards on the roofs of the towers: six sides on a tangle of struts."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

STEEL = Paint("painted_metal", "#4E5257")
FACES = (
    Paint("painted_metal", "#6FB34A"),
    Paint("painted_metal", "#DCE6E4"),
    Paint("painted_metal", "#9CC4A0"),
)
RIM = Paint("painted_metal", "#3B4045")
BOARD_M = 5.6
LENGTH_M, WIDTH_M, CUT_M = 25.0, 15.0, 6.0


def board(top_m: float) -> MeshData:
    """The frame over a roof at z = 0, its upper edge at `top_m`."""
    low = top_m - BOARD_M
    plan = profile.line(
        (-LENGTH_M / 2, 0.0), (-LENGTH_M / 2 + CUT_M, -WIDTH_M / 2),
        (LENGTH_M / 2 - CUT_M, -WIDTH_M / 2), (LENGTH_M / 2, 0.0),
        (LENGTH_M / 2 - CUT_M, WIDTH_M / 2), (-LENGTH_M / 2 + CUT_M, WIDTH_M / 2),
    )  # fmt: skip
    pieces = [_side(plan[k], plan[(k + 1) % 6], low, top_m, k) for k in range(6)]
    rims = [
        extrude.prism(
            profile.offset(plan, 0.18), z, z + 0.28, RIM, holes=[profile.offset(plan, -0.35)]
        )
        for z in (low - 0.1, top_m - 0.28)
    ]
    return merge([*pieces, *rims, _struts(plan, low, top_m)])


def _side(a: F64, b: F64, low: float, high: float, index: int) -> MeshData:
    """One face of the board, of panels in slightly different tones."""
    way = b - a
    count = max(2, round(float(np.hypot(*way)) / 2.6))
    out = np.array([way[1], -way[0]]) / np.hypot(*way) * 0.06
    pieces = []
    for k in range(count):
        p, q = a + way * k / count, a + way * (k + 1) / count
        plan = np.array([p + out, q + out, q - out, p - out])
        paint = FACES[index % 3].shaded(0.94 + 0.06 * ((k * 7 + index) % 3))
        pieces.append(extrude.prism(plan, low, high - 0.1, paint, crease_deg=0.0))
    return merge(pieces)


def _struts(plan: F64, low: float, high: float) -> MeshData:
    """Feet on the roof, diagonals out to the rim, rings of bars between them."""
    ring = np.concatenate([plan + (np.roll(plan, -1, axis=0) - plan) * s for s in (0.0, 0.5)])
    inner = ring * np.array([0.62, 0.55])
    feet = np.column_stack([inner, np.zeros(len(ring))])
    knee = np.column_stack([inner, np.full(len(ring), low)])
    rim = np.column_stack([ring, np.full(len(ring), low)])
    crown = np.column_stack([ring * 0.985, np.full(len(ring), high - 0.4)])
    order = np.argsort(np.arctan2(ring[:, 1], ring[:, 0]))
    there = np.roll(order, -1)
    half = (feet + knee) / 2
    pairs = [
        (feet, knee), (feet, rim), (knee, rim), (knee, crown), (feet[order], half[there]),
        (half[order], knee[there]), (knee[order], knee[there]), (half[order], half[there]),
    ]  # fmt: skip
    starts = np.concatenate([p for p, _ in pairs])
    ends = np.concatenate([q for _, q in pairs])
    return struts(starts, ends, 0.2, STEEL, caps=False)
