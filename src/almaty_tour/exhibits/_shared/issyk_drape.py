"""Gold plates sewn on cloth: where they lie on a body and how many copies lie there."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import sdf, transform
from almaty_tour.kit.extrude import triangulate
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]


def traced(field: sdf.Field, start: F64, towards: F64, steps: int = 60) -> F64:
    """(n, 3) points where lines from `start` along unit `towards` meet the body."""
    points = start.copy()
    for _ in range(steps):
        points = points + 0.8 * field(points)[:, None] * towards
    return points


def settled(field: sdf.Field, points: F64) -> F64:
    """The points moved straight onto the body they lie near."""
    for _ in range(4):
        slope = sdf.gradient(field, points, 0.4)
        square = np.maximum((slope**2).sum(axis=1, keepdims=True), 0.2)
        points = points - 0.9 * field(points)[:, None] * slope / square
    return points


def round_axis(
    field: sdf.Field, turn: npt.ArrayLike, z: npt.ArrayLike, middle: tuple[float, float] = (0, 0)
) -> F64:
    """(n, 3) points of an upright body seen from its axis: turns from the front, heights."""
    turn, z = np.asarray(turn, np.float64), np.asarray(z, np.float64)
    way = np.column_stack([np.sin(turn), -np.cos(turn), np.zeros(len(turn))])
    axis = np.column_stack([np.full(len(z), middle[0]), np.full(len(z), middle[1]), z])
    return traced(field, axis + 45.0 * way, -way)


def frames(field: sdf.Field, points: F64, sink: float = 0.0) -> F64:
    """(n, 4, 4) places on a body: x to the side, y up along the surface, z out of it."""
    out = sdf.gradient(field, points, 0.4)
    out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
    side = np.cross([0.0, 0.0, 1.0], out)
    side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9)
    result = np.zeros((len(points), 4, 4))
    result[:, :3, 0], result[:, :3, 1], result[:, :3, 2] = side, np.cross(out, side), out
    result[:, :3, 3] = points - sink * out
    result[:, 3, 3] = 1.0
    return result


def sewn(piece: MeshData, field: sdf.Field, points: F64, sink: float = 0.05) -> MeshData:
    """Copies of a piece that lies in the x-y plane, its face to +z, laid on a body."""
    return transform.replicate(piece, frames(field, points, sink))


def triangle_plate(width: float, height: float, paint: Paint) -> MeshData:
    """A triangle embossed with a smaller one: sixteen faces, point up, middle at the origin."""
    plan = np.array([[-width / 2, -height / 2], [width / 2, -height / 2], [0.0, height / 2]])
    centre = plan.mean(axis=0)
    rings = [
        np.column_stack([centre + (plan - centre) * share, np.full(3, high)])
        for share, high in ((1.0, 0.0), (0.84, 0.34), (0.56, 0.20))
    ]
    points = np.concatenate([*rings, [[*centre, 0.42]]])
    faces = [[0, 2, 1]]
    for base in (0, 3):
        for k in range(3):
            a, b = base + k, base + (k + 1) % 3
            faces += [[a, b, b + 3], [a, b + 3, a + 3]]
    faces += [[6 + k, 6 + (k + 1) % 3, 9] for k in range(3)]
    return solid(points, faces, paint, crease_deg=0.0)


def staggered(width: float, height: float, across: float, up: float) -> F64:
    """(n, 2) middles of a field of plates, every other row moved by half a step."""
    rows = int(height / up)
    count = int(width / across)
    column, row = np.meshgrid(np.arange(count), np.arange(rows))
    x = (column + 0.5 * (row % 2)) * (width / count)
    return np.column_stack([x.ravel(), (row.ravel() + 0.5) * up])


def wrapped(
    outline: npt.ArrayLike,
    field: sdf.Field,
    turn: float,
    z: float,
    paint: Paint,
    *,
    thick: float = 0.5,
    middle: tuple[float, float] = (0, 0),
) -> MeshData:
    """A cut-out of sheet gold bent onto an upright body; `outline` (k, 2) is side and up."""
    flat, faces = triangulate(outline)
    radius = np.linalg.norm(
        round_axis(field, np.array([turn]), np.array([z]), middle)[0, :2] - np.array(middle)
    )
    place = round_axis(field, turn + flat[:, 0] / radius, z + flat[:, 1], middle)
    out = frames(field, place)[:, :3, 2]
    count = len(flat)
    here = np.arange(count)
    after = np.roll(here, -1)
    rim = np.concatenate(
        [
            np.stack([here, after, after + count], axis=1),
            np.stack([here, after + count, here + count], axis=1),
        ]
    )
    points = np.concatenate([place - 0.3 * out, place + thick * out])
    return solid(points, np.concatenate([faces[:, ::-1], faces + count, rim]), paint)
