"""Fences of plots and courts in pieces of 16 m along x, drawn as long as they are wanted.

The front looks to -y. A copy is scaled to its length, so a piece has no gates: `gate` has them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.props.blocks import two_faced
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
LONG_M, SUNK_M, APART_M = 16.0, 0.8, 2.0


@dataclass(frozen=True)
class Look:
    """The sheet of a fence, its posts and rails, its height; an open one has rails alone."""

    sheet: Paint
    frame: Paint
    high_m: float
    rails: int = 1
    open: bool = False


_POST, _WOOD = Paint("painted_metal", "#5C615F"), Paint("wood", "#6E5C48")
LOOKS = {
    "boards": Look(Paint("wood", "#8C7B64"), _WOOD, 1.6),
    "paint": Look(Paint("wood", "#5F7F92"), _WOOD, 1.5),
    "green": Look(Paint("roof_metal", "#4C6E5A"), _POST, 1.9),
    "brown": Look(Paint("roof_metal", "#74503F"), _POST, 1.9),
    "grey": Look(Paint("roof_metal", "#9A9F9F"), _POST, 1.8),
    "slate": Look(Paint("concrete", "#8B8A84"), _WOOD, 1.4),
    "low": Look(Paint("painted_metal", "#5E8A6A"), Paint("painted_metal", "#4F765B"), 0.7, 2, True),
    "yard": Look(_POST, Paint("painted_metal", "#4E6F86"), 1.6, 5, True),
    "cage": Look(_POST, Paint("painted_metal", "#3F6B4E"), 3.2, 7, True),
}
VARIANTS = tuple(LOOKS)


def build(variant: str, level: int) -> MeshData:
    """A piece of 16 m; 120, 60 and 4 triangles at most."""
    look = LOOKS[variant]
    if look.open:
        return _rails(look, level)
    pieces = [_sheet(look)]
    if level < 2:
        top = look.high_m + 0.03
        ends = np.array([[-LONG_M / 2, 0.0, top], [LONG_M / 2, 0.0, top]])
        pieces.append(struts(ends[:1], ends[1:], 0.08, look.frame, depth_m=0.06, caps=False))
    if level == 0:
        pieces.append(_posts(look, APART_M, 0.09))
    return merge(pieces)


def _sheet(look: Look) -> MeshData:
    """The two faces of the sheet."""
    x = LONG_M / 2
    face = [(-x, -0.03, -SUNK_M), (x, -0.03, -SUNK_M),
            (x, -0.03, look.high_m), (-x, -0.03, look.high_m)]  # fmt: skip
    return two_faced(face, 0.06, look.sheet)


def _posts(look: Look, apart_m: float, wide_m: float) -> MeshData:
    x = np.arange(-LONG_M / 2 + apart_m / 2, LONG_M / 2, apart_m)
    low = np.column_stack([x, np.full((len(x), 1), 0.05), np.full((len(x), 1), -SUNK_M)])
    high = low * [1.0, 1.0, 0.0] + [0.0, 0.0, look.high_m + 0.06]
    return struts(low, high, wide_m, look.frame, caps=False)


def _rails(look: Look, level: int) -> MeshData:
    """Posts and rails that are seen through."""
    count = (look.rails, min(look.rails, 3), 1)[level]
    z = look.high_m * (np.arange(count) + 1.0) / count
    ends = np.zeros((2, count, 3))
    ends[:, :, 2], ends[0, :, 0], ends[1, :, 0] = z, -LONG_M / 2, LONG_M / 2
    thin = 0.045 if level < 2 else 0.12
    if level == 2:
        x = LONG_M / 2
        flat = [(-x, 0.0, z[0] - thin), (x, 0.0, z[0] - thin), (x, 0.0, z[0]), (-x, 0.0, z[0])]
        return two_faced(flat, 0.0, look.frame)
    bars = struts(ends[0], ends[1], thin, look.frame, caps=False)
    return merge([bars, _posts(look, (2.0, 4.0)[level], 0.07)])
