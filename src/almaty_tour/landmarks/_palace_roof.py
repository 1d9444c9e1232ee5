"""The hovering roof of the Palace of the Republic: white louvres, a band of gold slats."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile
from almaty_tour.kit.hexahedra import hexahedra
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

WHITE = Paint("painted_metal", "#FBF9F2")
SOFFIT = Paint("painted_metal", "#DAD4C8")
SHADE = Paint("painted_metal", "#B9B2A4")
GILT = Paint("gold_slat", "#FFFFFF")
FLAT = Paint("roof_flat", "#8D98A3")

RIM = (42.0, 60.0)  # half width, half depth at the upper edge: the outline on the map
FOOT = (37.0, 55.0)
SOFFIT_M, FOOT_M, LIP_M, TOP_M = 12.9, 13.0, 19.55, 20.0
LOUVRES = 14
GOLD_ROWS = 8
COLUMN_M, SLAT_M = 1.45, 0.95
WHITE_END_M = 2.4


def roof() -> MeshData:
    """Soffit, frieze, rim and flat top."""
    return merge([_body(), *_louvres(), *_slats(), _rim(), _deck()])


def _plan(half: tuple[float, float]) -> F64:
    return profile.rectangle(2 * half[0], 2 * half[1])


def _body() -> MeshData:
    """Closed core behind the louvres: shaded slope over a pale soffit with a white edge."""
    inset = 0.2
    low = (FOOT[0] - inset, FOOT[1] - inset)
    high = (RIM[0] - inset, RIM[1] - inset)
    edge = extrude.prism(_plan(FOOT), SOFFIT_M, FOOT_M + 0.32, WHITE, crease_deg=0.0)
    under = extrude.prism(_plan((FOOT[0] - 0.7, FOOT[1] - 0.7)), SOFFIT_M - 0.08, SOFFIT_M, SOFFIT)
    slope = extrude.prism(
        _plan(low), FOOT_M + 0.3, LIP_M, SHADE, top_outline=_plan(high), crease_deg=0.0
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
    c, s = ((1, 0), (0, 1), (-1, 0), (0, -1))[turn]
    return np.stack(
        [
            c * block[..., 0] - s * block[..., 1],
            s * block[..., 0] + c * block[..., 1],
            block[..., 2],
        ],
        axis=-1,
    )


def _rim() -> MeshData:
    """The thin bright upper edge."""
    section = profile.line((-1.2, LIP_M - 0.25), (0.0, LIP_M - 0.1), (0.12, TOP_M), (-1.2, TOP_M))
    return extrude.sweep(section, _plan(RIM), WHITE, crease_deg=0.0)


def _deck() -> MeshData:
    """The flat roof inside the rim, with the raised part over the stage and the hall."""
    deck = extrude.prism(_plan((RIM[0] - 0.8, RIM[1] - 0.8)), LIP_M - 0.3, LIP_M + 0.05, FLAT)
    hall = extrude.prism(
        profile.rectangle(44.0, 52.0, (0.0, 8.0)),
        LIP_M,
        TOP_M - 0.12,
        Paint("roof_flat", "#A9B1B8"),
    )
    vents = [
        extrude.box(3.0, 4.5, 0.3, WHITE, centre=(x, y), bottom_m=LIP_M)
        for x in (-30.0, 30.0)
        for y in (-30.0, 0.0, 30.0)
    ]
    return merge([deck, hall, *vents])
