"""Glass cases over exhibits, as arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]

SIDE: Final = 64
"""Texels along a picture of what a case mirrors."""


@dataclass(frozen=True)
class GlassCases:
    """Cases of five panes with edges of metal, one row each.

    Attributes:
        foot_enu: (n, 3) f8 middle of the lower edge of the glass, metres in its space.
        turn_rad: (n,) f4 counter-clockwise, of the side that looks to -y.
        size_m: (n, 3) f4 width, depth and height, edges included.
        room: (n, SIDE, SIDE, 3) f4 light of the room about each, as `scene.surround` lays it.
    """

    foot_enu: F64
    turn_rad: F32
    size_m: F32
    room: F32

    def __len__(self) -> int:
        return len(self.foot_enu)


def in_sight(cases: GlassCases, eye: F64, planes: F64, least_share: float) -> npt.NDArray[np.int64]:
    """Rows of the cases in the view, the farthest first.

    `planes` are relative to the eye; what is smaller than `least_share` of its distance is left
    out.
    """
    away = cases.foot_enu - eye
    away[:, 2] += cases.size_m[:, 2] / 2.0
    radius = np.linalg.norm(cases.size_m, axis=1) / 2.0
    inside = (away @ planes[:, :3].T + planes[:, 3] >= -radius[:, None]).all(axis=1)
    far_m = np.linalg.norm(away, axis=1)
    rows = np.flatnonzero(inside & (radius > least_share * far_m))
    return rows[np.argsort(-far_m[rows], kind="stable")]
