"""The hovering roof of the Palace of the Republic: white louvres, a band of gold slats."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile
from almaty_tour.kit.hexahedra import hexahedra
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks.palace_of_republic.deck import deck
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

WHITE = Paint("painted_metal", "#FBF9F2")
SOFFIT = Paint("painted_metal", "#DAD4C8")
SHADE = Paint("painted_metal", "#B9B2A4")
GILT = Paint("gold_slat", "#FFFFFF")
BACKING = Paint("painted_metal", "#A2834F")

RIM = (42.0, 60.0)  # half width, half depth at the upper edge: the outline on the map
FOOT = (37.0, 55.0)
SOFFIT_M, FOOT_M, LIP_M, TOP_M = 12.9, 13.0, 19.55, 20.0
LOUVRES = 14
GOLD_ROWS = 8
COLUMN_M, SLAT_M = 1.45, 0.95
WHITE_END_M = 2.4
DECK_M = 18.4  # the flat roof, over a metre below the rim


def roof() -> MeshData:
    """Soffit, frieze, rim and flat top."""
    return merge([_body(), *_louvres(), *_slats(), _backing(), _rim(), deck(RIM, DECK_M, TOP_M)])


def _plan(half: tuple[float, float]) -> F64:
    return profile.rectangle(2 * half[0], 2 * half[1])


def _body() -> MeshData:
    """Closed core behind the louvres: shaded slope over a pale soffit with a white edge."""
    inset = 0.2
    low = (FOOT[0] - inset, FOOT[1] - inset)
    lean = (RIM[0] - FOOT[0]) * (LIP_M - DECK_M) / (LIP_M - FOOT_M - 0.3) + inset
    high = (RIM[0] - lean, RIM[1] - lean)
    edge = extrude.prism(_plan(FOOT), SOFFIT_M, FOOT_M + 0.32, WHITE, crease_deg=0.0)
    under = extrude.prism(_plan((FOOT[0] - 0.7, FOOT[1] - 0.7)), SOFFIT_M - 0.08, SOFFIT_M, SOFFIT)
    slope = extrude.prism(
        _plan(low), FOOT_M + 0.3, DECK_M, SHADE, top_outline=_plan(high), crease_deg=0.0
    )
    return merge([edge, under, slope, _soffit_strips()])


def _soffit_strips() -> MeshData:
    """Shallow panels under the overhang, one every six metres, that give the soffit a scale."""
    corners = [
        _plate((x - 2.8, side * 53.2 - 0.9), (x + 2.8, side * 53.2 + 0.9))
        for x in np.arange(-33.0, 33.1, 6.0)
        for side in (-1.0, 1.0)
    ]
    corners += [
        _plate((side * 35.2 - 0.9, y - 2.8), (side * 35.2 + 0.9, y + 2.8))
        for y in np.arange(-48.0, 48.1, 6.0)
        for side in (-1.0, 1.0)
    ]
    return hexahedra(np.array(corners), SOFFIT.shaded(1.12))


def _plate(low: tuple[float, float], high: tuple[float, float]) -> F64:
    z0, z1 = SOFFIT_M - 0.14, SOFFIT_M - 0.05
    plan = [(low[0], low[1]), (high[0], low[1]), (high[0], high[1]), (low[0], high[1])]
    return np.array([(x, y, z) for z in (z0, z1) for x, y in plan])


def _out(share: float) -> float:
    """How far the slope stands out over its foot at a share of its height."""
    return share * (RIM[0] - FOOT[0])


def _level(share: float) -> float:
    return FOOT_M + 0.32 + share * (LIP_M - FOOT_M - 0.32)


def _louvres() -> list[MeshData]:
    """Blades all round, each a thin plate that leans with the slope."""
    foot = _plan(FOOT)
    blades = []
    for row in range(LOUVRES):
        low, high = (row + 0.08) / LOUVRES, (row + 0.78) / LOUVRES
        section = [
            (_out(low) - 0.16, _level(low)),
            (_out(low) + 0.02, _level(low)),
            (_out(high) + 0.06, _level(high)),
            (_out(high) - 0.16, _level(high)),
        ]
        blades.append(extrude.sweep(section, foot, WHITE, crease_deg=0.0))
    return blades


def _slats() -> list[MeshData]:
    """Short gold plates in upright columns before the lower rows of louvres."""
    sides = []
    for turn, (half_low, depth) in enumerate((FOOT, FOOT[::-1]) * 2):
        count = int(2 * (half_low - WHITE_END_M + 1.2) / COLUMN_M)
        x = np.asarray((np.arange(count) - (count - 1) / 2) * COLUMN_M, np.float64)
        rows = np.arange(GOLD_ROWS)
        sides.append(_slat_blocks(x, rows, depth, turn))
    return [hexahedra(np.concatenate(sides), GILT)]


def _backing() -> MeshData:
    """A plain dull-gold field under the slats of each side: its calm lets their grid read."""
    low, high = 0.3 / LOUVRES, (GOLD_ROWS + 0.4) / LOUVRES
    sides = []
    for turn, (half, depth) in enumerate((FOOT, FOOT[::-1]) * 2):
        reach = half - WHITE_END_M + 0.6
        corners = []
        for share in (low, high):
            wide = reach * (1.0 + 0.5 * share * (RIM[0] - FOOT[0]) / FOOT[0])
            y = -(depth + _out(share))
            for x, ahead in ((-wide, 0.1), (wide, 0.1), (wide, 0.0), (-wide, 0.0)):
                corners.append((x, y - ahead, _level(share)))
        sides.append(_turned(np.array(corners)[None], turn))
    return hexahedra(np.concatenate(sides), BACKING)


def _slat_blocks(x: F64, rows: npt.NDArray[np.int64], depth: float, turn: int) -> F64:
    """(k, 8, 3) corners of the slats of one side, the front (-y) turned by quarter turns.

    Columns spread towards the corners as the slope widens.
    """
    column, row = (a.ravel() for a in np.meshgrid(x, rows))
    low, high = (row + 0.44) / LOUVRES, (row + 1.24) / LOUVRES
    corners = []
    for share, lift in ((low, 0.04), (high, 0.08)):
        out, z = share * (RIM[1] - FOOT[1]), FOOT_M + 0.32 + share * (LIP_M - FOOT_M - 0.32)
        wide = 1.0 + 0.5 * share * (RIM[0] - FOOT[0]) / FOOT[0]
        for across, ahead in ((-0.5, 0.12), (0.5, 0.12), (0.5, 0.0), (-0.5, 0.0)):
            px = (column + across * SLAT_M) * wide
            corners.append(np.stack([px, -(depth + out + ahead + lift), z], axis=1))
    block = np.stack(corners, axis=1)
    return _turned(block, turn)


def _turned(points: F64, turn: int) -> F64:
    """Points (..., 3) turned about z by quarter turns."""
    c, s = ((1, 0), (0, 1), (-1, 0), (0, -1))[turn]
    x, y, z = points[..., 0], points[..., 1], points[..., 2]
    return np.stack([c * x - s * y, s * x + c * y, z], axis=-1)


def _rim() -> MeshData:
    """The thin bright upper edge, and the parapet behind the topmost louvres."""
    section = profile.line((-1.2, LIP_M - 0.25), (0.0, LIP_M - 0.1), (0.12, TOP_M), (-1.2, TOP_M))
    wall = profile.line(
        (-1.6, DECK_M - 0.2), (-1.28, DECK_M - 0.2), (-0.28, LIP_M - 0.12), (-1.6, LIP_M + 0.25)
    )
    rim = extrude.sweep(section, _plan(RIM), WHITE, crease_deg=0.0)
    return merge([rim, extrude.sweep(wall, _plan(RIM), SHADE, crease_deg=0.0)])
