"""Staggered stone blocks of uneven relief over a flat piece of wall."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]


def blocks(
    quad: npt.ArrayLike,
    rows: int,
    columns: int,
    relief_m: tuple[float, float],
    paint: Paint,
    name: str,
    *,
    lean: float = 0.5,
    shifted: bool = True,
) -> MeshData:
    """Blocks on a (4, 3) quad: lower left, lower right, upper right, upper left from outside.

    They stand out between the two reliefs and lean by a share of it; with `shifted` every
    other row is moved by half a block. Backs are left open: they sit on a wall. So are the
    flanks that a neighbour hides.
    """
    corner = np.asarray(quad, np.float64)
    cells = _cells(rows, columns, shifted)
    base = _on(corner, cells)
    facing = np.cross(corner[1] - corner[0], corner[3] - corner[0])
    facing /= np.linalg.norm(facing)
    seed = hashed(name, len(cells))
    low, high = relief_m
    out = (low + (high - low) * fraction(seed, 1))[:, None] + lean * (high - low) * (
        np.stack([fraction(seed, 2 + k) for k in range(4)], axis=1) - 0.5
    )
    out = np.maximum(out, 0.3 * low)
    points = np.concatenate([base, base + facing * out[:, :, None]], axis=1).reshape(-1, 3)
    seen = np.repeat(_seen(cells, out), 2, axis=1)
    tone = np.repeat(_tones(seed)[:, None], len(_FACES), axis=1)
    index = 8 * np.arange(len(cells))[:, None, None] + _FACES
    return solid(points, index[seen], paint, crease_deg=0.0, face_tint=tone[seen])


_RING = np.array([[0, 1, 5, 4], [1, 2, 6, 5], [2, 3, 7, 6], [3, 0, 4, 7], [4, 5, 6, 7]])
_FACES = _RING[:, [[0, 1, 2], [0, 2, 3]]].reshape(-1, 3)


def _seen(cells: F64, out: F64) -> npt.NDArray[np.bool_]:
    """(k, 5) whether lower, right, upper, left side and front of every block show."""
    joined = np.concatenate([cells[:-1, 1] == cells[1:, 0], [False]])
    ahead = np.roll(out, -1, axis=0)
    rises = out[:, 1:3] - ahead[:, [0, 3]]
    right = ~joined | (rises > 0.0).any(axis=1)
    left = ~np.roll(joined, 1) | np.roll((rises < 0.0).any(axis=1), 1)
    shown = np.ones_like(left)
    return np.stack([shown, right, shown, left, shown], axis=1)


def _tones(seed: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
    """(k, 3) warm greys: no two blocks were cut from the same bed."""
    light = 255.0 * (0.93 + 0.07 * fraction(seed, 7))
    warm = 0.97 + 0.03 * fraction(seed, 8)
    return np.stack([light, light * warm, light * warm**2.5], axis=1).astype(np.uint8)


def _cells(rows: int, columns: int, shifted: bool) -> F64:
    """(k, 4): left, right, low, high of every block in shares of the quad."""
    made = []
    for row in range(rows):
        cuts = np.arange(columns + 1, dtype=np.float64)
        if shifted and row % 2:
            cuts = np.concatenate([[0.0], np.arange(columns) + 0.5, [float(columns)]])
        left, right = cuts[:-1] / columns, cuts[1:] / columns
        flat = np.ones_like(left)
        made.append(np.stack([left, right, row / rows * flat, (row + 1) / rows * flat], axis=1))
    return np.concatenate(made)


def _on(corner: F64, cells: F64) -> F64:
    """(k, 4, 3) the corners of the cells on the quad, counter-clockwise from outside."""
    u = cells[:, [0, 1, 1, 0], None]
    v = cells[:, [2, 2, 3, 3], None]
    low = corner[0] + u * (corner[1] - corner[0])
    high = corner[3] + u * (corner[2] - corner[3])
    return np.asarray(low + v * (high - low))
