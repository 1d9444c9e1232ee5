"""Beds and hedges of the Academy: `kit.blooms` for long rows, with heads of twelve faces."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.blooms import LEAVES, inside
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.profile import F64
from almaty_tour.mesh.data import MeshData, merge

HEAD = profile.line((0.5, 0.0), (0.42, 0.7), (0.0, 1.05))


def bed(
    outline: F64, z_m: float, paints: Sequence[Paint], name: str, pitch_m: float,
    height_m: float = 0.35,
) -> MeshData:  # fmt: skip
    """Heads on a jittered grid inside an outline, over a low mound of leaves."""
    spots, seed = _spots(outline, name, pitch_m)
    chosen = (seed >> np.uint32(20)) % np.uint32(len(paints))
    mound = extrude.prism(outline, z_m - 0.05, z_m + 0.5 * height_m, LEAVES, bottom=False)
    pieces = [mound]
    for index, paint in enumerate(paints):
        mine = chosen == index
        head = lathe.lathe(HEAD, paint, sides=4, crease_deg=120.0, caps=False)
        shaped = transform.scale(head, 0.86 * pitch_m, 0.86 * pitch_m, height_m)
        places = np.column_stack([spots[mine], np.full(int(mine.sum()), z_m)])
        turn, size = 360.0 * fraction(seed[mine], 4), 0.8 + 0.4 * fraction(seed[mine], 3)
        pieces.append(transform.at(shaped, places, turn_deg=turn, scale_by=size))
    return merge(pieces)


def _spots(outline: F64, name: str, pitch_m: float) -> tuple[F64, npt.NDArray[np.uint32]]:
    """(k, 2) places inside an outline and (k,) the hash of each."""
    low, high = outline.min(axis=0), outline.max(axis=0)
    rows = (np.arange(a + pitch_m / 2, b, pitch_m) for a, b in zip(low, high, strict=True))
    spots = np.stack(np.meshgrid(*rows), axis=-1).reshape(-1, 2)
    seed = hashed(name, len(spots))
    shift = np.stack([fraction(seed, 1), fraction(seed, 2)], axis=1) - 0.5
    spots = spots + 0.5 * pitch_m * shift
    kept = inside(spots, outline)
    return spots[kept], seed[kept]
