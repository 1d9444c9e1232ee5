"""Mounds as models: a domed skin over a plan, layers of a section face, stones in both."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

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
        away = np.linalg.norm(cell + 0.05 + 0.9 * np.stack(shift, axis=1) - at, axis=1)
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
    top: F64,
    bottom_cm: float,
    middle: tuple[float, float],
    paint: Paint,
    *,
    whole: bool = False,
    recess_cm: float = 0.0,
) -> MeshData:
    """A closed solid under a skin of (angles, radii, 3) points, innermost radius first.

    `middle` is a place of the foot from which its whole rim is seen; `whole` skins run round.
    With `recess_cm` the body under a half skin lies so far behind its cut edge, to +y.
    """
    angles, radii = top.shape[:2]
    index = np.arange(angles * radii).reshape(angles, radii)
    around = [index[0], index[1:, -1], index[-1, -2::-1]]
    loop = index[:, -1] if whole else np.concatenate(around)
    skin = top.reshape(-1, 3)
    rings = [skin[loop]]
    if recess_cm:
        cut = np.where(np.isin(loop, index[1:-1, -1]), 0.0, 1.0)[:, None]
        lip = np.maximum(rings[0] - cut * [0.0, 0.0, 0.5], [-np.inf, -np.inf, bottom_cm + 0.05])
        rings += [lip, lip + cut * [0.0, recess_cm, 0.0]]
    rings.append(rings[-1] * [1.0, 1.0, 0.0] + [0.0, 0.0, bottom_cm])
    count, size = len(skin), len(loop)
    levels = [loop, *(count + row * size + np.arange(size) for row in range(len(rings) - 1))]
    walls = [_hanging(above, below) for above, below in pairwise(levels)]
    centre = np.full(size, count + (len(rings) - 1) * size)
    base = np.stack([centre, np.roll(levels[-1], -1), levels[-1]], axis=1)
    faces = [grid_faces(angles, radii, wrap_rows=whole)[:, ::-1], *walls, base]
    points = np.concatenate([skin, *rings[1:], [[*middle, bottom_cm]]])
    return solid(points, np.concatenate(faces), paint, crease_deg=50.0)


def _hanging(above: I64, below: I64) -> I64:
    """Faces of a wall from one closed ring, counter-clockwise in plan, down to another."""
    a, b = np.roll(above, -1), np.roll(below, -1)
    return np.concatenate([np.stack([below, b, a], axis=1), np.stack([below, a, above], axis=1)])


def stained_stones(
    data: MeshData, colours: tuple[str, ...], size_cm: float, seed: int, axes: tuple[int, ...]
) -> MeshData:
    """Each stone in one of the colours, darker towards its joints; axes are those of `cells`."""
    inside, number = cells(data.positions[:, list(axes)], size_cm, seed)
    pick = np.minimum((number * len(colours)).astype(int), len(colours) - 1)
    for row, colour in enumerate(colours):
        data = patina.stained(data, colour, np.where(pick == row, 0.9, 0.0))
    return patina.stained(data, "#1C1814", 0.75 * np.clip(1.0 - 2.2 * inside, 0.0, 1.0))


def boulders(
    places: npt.ArrayLike, sizes: npt.ArrayLike, paint: Paint, colours: tuple[str, ...], seed: int
) -> MeshData:
    """Rough stones, (n, 3) places of their middles and (n, 3) half sizes, each turned by chance."""
    at, half = np.asarray(places, np.float64), np.asarray(sizes, np.float64)
    count, corners = len(at), len(BALL)
    number = np.arange(count)[:, None]
    rough = 0.78 + 0.44 * fraction(number, np.arange(corners)[None], seed)
    shape = BALL[None] * rough[:, :, None] * half[:, None]
    turn = 2.0 * np.pi * fraction(np.arange(count), seed + 1)[:, None]
    c, s = np.cos(turn), np.sin(turn)
    x, y = shape[:, :, 0] * c - shape[:, :, 1] * s, shape[:, :, 0] * s + shape[:, :, 1] * c
    points = np.stack([x, y, shape[:, :, 2]], axis=2) + at[:, None]
    faces = BALL_FACES[None] + corners * np.arange(count)[:, None, None]
    made = solid(points.reshape(-1, 3), faces.reshape(-1, 3), paint, crease_deg=25.0)
    nearest = _stone_of(made.positions, points)
    pick = (fraction(nearest, seed + 2) * len(colours)).astype(int)
    for row, colour in enumerate(colours):
        made = patina.stained(made, colour, np.where(pick == row, 0.9, 0.0))
    return made


def _stone_of(positions: npt.ArrayLike, points: F64) -> I64:
    """Which stone each vertex belongs to; vertices keep the places of their corners."""
    keys = np.rint(points.reshape(-1, 3).astype(np.float32) * 4096).astype(np.int64)
    own = np.rint(np.asarray(positions, np.float32) * 4096).astype(np.int64)
    every, row = np.unique(np.concatenate([keys, own]), axis=0, return_inverse=True)
    first = np.zeros(len(every), np.int64)
    row = row.reshape(-1)
    first[row[: len(keys)]] = np.arange(len(keys)) // points.shape[1]
    return first[row[len(keys) :]]


def _ball() -> tuple[F64, I64]:
    """A ball of twelve corners and twenty faces."""
    up = 1.0 / np.sqrt(5.0)
    turn = np.arange(5) * (2.0 * np.pi / 5.0)
    ring = 2.0 * up * np.stack([np.cos(turn), np.sin(turn), np.full(5, 0.5)], axis=1)
    twist = turn + np.pi / 5.0
    low = 2.0 * up * np.stack([np.cos(twist), np.sin(twist), np.full(5, -0.5)], axis=1)
    points = np.concatenate([[[0.0, 0.0, 1.0]], ring, low, [[0.0, 0.0, -1.0]]])
    k, after = np.arange(5), (np.arange(5) + 1) % 5
    zero = np.zeros(5, np.int64)
    faces = [
        np.stack([zero, 1 + k, 1 + after], axis=1),
        np.stack([1 + k, 6 + k, 1 + after], axis=1),
        np.stack([1 + after, 6 + k, 6 + after], axis=1),
        np.stack([6 + after, 6 + k, zero + 11], axis=1),
    ]
    return points, np.concatenate(faces)


BALL, BALL_FACES = _ball()
