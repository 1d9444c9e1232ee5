"""Mounds as models: a domed skin over a plan, layers of a section face, stones in both."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction
from almaty_tour.exhibits._shared import patina
from almaty_tour.kit.extrude import grid_faces
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]
Relief = Callable[[F64], F64]
"""(n, 2) points of a section face, across and up, to (n,) centimetres that they stand out."""


def cells(points: npt.ArrayLike, size_cm: float, seed: int = 0) -> tuple[F64, F64]:
    """How far (n, d) points lie from the rim of their stone, and a number 0 to 1 of that stone.

    Space is divided into stones about `size_cm` wide; the first result is 0 on a joint and
    near 1 in the middle of a stone.
    """
    at = np.asarray(points, np.float64) / size_cm
    corner = np.floor(at).astype(np.int64)
    first, second = np.full(len(at), np.inf), np.full(len(at), np.inf)
    own = np.zeros(len(at))
    dims = at.shape[1]
    for step in np.ndindex(*[3] * dims):
        cell = corner + np.array(step) - 1
        shift = [fraction(*cell.T, seed + axis) for axis in range(dims)]
        away = np.linalg.norm(cell + 0.15 + 0.7 * np.stack(shift, axis=1) - at, axis=1)
        nearer = away < first
        second = np.where(nearer, first, np.minimum(second, away))
        own = np.where(nearer, fraction(*cell.T, seed + 7), own)
        first = np.minimum(first, away)
    return np.clip(1.6 * (second - first), 0.0, 1.0), own


def stones(size_cm: float, out_cm: float, seed: int = 0) -> Relief:
    """A section through stones of one size: each bulges, the joints lie back."""
    return lambda at: out_cm * np.sqrt(cells(at, size_cm, seed)[0])


def grains(size_cm: float, out_cm: float, seed: int = 0) -> Relief:
    """Pebbles here and there in earth."""

    def relief(at: F64) -> F64:
        inside, number = cells(at, size_cm, seed)
        return np.where(number > 0.45, out_cm * np.clip(1.6 * inside - 0.5, 0.0, 1.0), 0.0)

    return relief


def earth(out_cm: float = 0.03, seed: int = 0) -> Relief:
    """A face cut clean through earth."""
    return lambda at: out_cm * patina.noise(np.column_stack([at, np.zeros(len(at))]), 0.9, seed)


def slab(
    across: npt.ArrayLike,
    low: npt.ArrayLike,
    high: npt.ArrayLike,
    paint: Paint,
    *,
    relief: Relief,
    step_cm: float = 0.2,
    thick_cm: float = 0.5,
) -> MeshData:
    """One layer of a section that looks to -y, its ground on y = 0: closed, with a plain back.

    `across` (k,) are places along the face, `low` and `high` the rims of the layer there.
    """
    x = np.asarray(across, np.float64)
    bottom, top = (np.broadcast_to(np.asarray(rim, np.float64), x.shape) for rim in (low, high))
    rows = max(2, int(np.ceil(float((top - bottom).max()) / step_cm)) + 1)
    z = bottom + (top - bottom) * np.linspace(0.0, 1.0, rows)[:, None]
    plan = np.stack([np.broadcast_to(x, z.shape), z], axis=2).reshape(-1, 2)
    front = np.column_stack([plan[:, 0], -relief(plan), plan[:, 1]])
    back = np.column_stack([np.tile(x, 2), np.full(2 * len(x), thick_cm), *[_joined(bottom, top)]])
    faces = _slab_faces(rows, len(x))
    return solid(np.concatenate([front, back]), faces, paint, crease_deg=50.0)


def _joined(bottom: F64, top: F64) -> F64:
    return np.concatenate([bottom, top])


def _slab_faces(rows: int, columns: int) -> I64:
    """Front, back, the strips above and below, the fans at both ends."""
    front = grid_faces(rows, columns)[:, ::-1]
    behind = rows * columns
    back = grid_faces(2, columns) + behind
    here = np.arange(columns - 1)
    lift = (rows - 1) * columns
    above = _strip(here + lift, here + behind + columns)
    below = _strip(here, here + behind)[:, ::-1]
    ends = []
    for column, turned in ((columns - 1, False), (0, True)):
        rim = np.arange(rows) * columns + column
        foot = behind + column
        fan = np.stack([np.full(rows - 1, foot), rim[1:], rim[:-1]], axis=1)
        end = np.concatenate([[[foot, foot + columns, rim[-1]]], fan])
        ends.append(end[:, ::-1] if turned else end)
    return np.concatenate([front, back, above, below, *ends])


def _strip(near: I64, far: I64) -> I64:
    """Two faces to each step along x from a near row to a far one, looking up."""
    return np.concatenate(
        [np.stack([near, near + 1, far + 1], axis=1), np.stack([near, far + 1, far], axis=1)]
    )


def domed(
    top: F64, bottom_cm: float, middle: tuple[float, float], paint: Paint, *, whole: bool = False
) -> MeshData:
    """A closed solid under a skin of (angles, radii, 3) points, innermost radius first.

    `middle` is a place of the foot from which its whole rim is seen; `whole` skins run round.
    """
    angles, radii = top.shape[:2]
    index = np.arange(angles * radii).reshape(angles, radii)
    loop = index[:, -1] if whole else np.concatenate([index[0], index[1:, -1], index[-1, -2::-1]])
    skin = top.reshape(-1, 3)
    foot = skin[loop] * [1.0, 1.0, 0.0] + [0.0, 0.0, bottom_cm]
    count, k = len(skin), np.arange(len(loop))
    after = (k + 1) % len(loop)
    walls = np.concatenate(
        [
            np.stack([count + k, count + after, loop[after]], axis=1),
            np.stack([count + k, loop[after], loop], axis=1),
        ]
    )
    centre = np.full(len(k), count + len(loop))
    base = np.stack([centre, count + after, count + k], axis=1)
    faces = np.concatenate([grid_faces(angles, radii, wrap_rows=whole)[:, ::-1], walls, base])
    points = np.concatenate([skin, foot, [[*middle, bottom_cm]]])
    return solid(points, faces, paint, crease_deg=50.0)


def stained_stones(
    data: MeshData, colours: tuple[str, ...], size_cm: float, seed: int, axes: tuple[int, ...]
) -> MeshData:
    """Each stone in one of the colours, darker towards its joints; axes are those of `cells`."""
    inside, number = cells(data.positions[:, list(axes)], size_cm, seed)
    pick = np.minimum((number * len(colours)).astype(int), len(colours) - 1)
    for row, colour in enumerate(colours):
        data = patina.stained(data, colour, np.where(pick == row, 0.9, 0.0))
    return patina.stained(data, "#1C1814", 0.75 * np.clip(1.0 - 2.2 * inside, 0.0, 1.0))
