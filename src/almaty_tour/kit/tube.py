"""Round or square bars along a line in space: ribs, stays, rails."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.extrude import grid_faces
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import CREASE_DEG, solid
from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]


def tube(
    path: npt.ArrayLike,
    radius_m: float,
    paint: Paint,
    *,
    sides: int = 6,
    crease_deg: float = CREASE_DEG,
) -> MeshData:
    """A closed bar of `sides` faces about a (k, 3) line, its ends capped.

    The section is carried along without twist and set square to the bisector of each bend.
    """
    points = np.asarray(path, np.float64).reshape(-1, 3)
    if len(points) < 2:
        raise ValueError(f"tube(): expected at least two points, got {len(points)}")
    first, second = _frames(points)
    turn = (np.arange(sides) + 0.5) * (2 * np.pi / sides)
    rings = (
        points[:, None]
        + radius_m * np.cos(turn)[None, :, None] * first[:, None]
        + radius_m * np.sin(turn)[None, :, None] * second[:, None]
    )
    body = grid_faces(len(points), sides, wrap_columns=True)[:, ::-1]
    fan = np.stack([np.zeros(sides - 2), np.arange(1, sides - 1), np.arange(2, sides)], axis=1)
    cap = fan.astype(np.int64)
    faces = np.concatenate([body, cap[:, ::-1], cap + (len(points) - 1) * sides])
    return solid(rings.reshape(-1, 3), faces, paint, crease_deg=crease_deg)


def _frames(points: F64) -> tuple[F64, F64]:
    """Two unit vectors across the line at every point, turning with it but never about it."""
    way = np.diff(points, axis=0)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    tangent = np.concatenate([way[:1], way[:-1] + way[1:], way[-1:]])
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    helper = np.eye(3)[np.abs(tangent[0]).argmin()]
    across = [np.cross(tangent[0], helper)]
    for direction in tangent[1:]:
        last = across[-1]
        across.append(last - direction * (last @ direction))
    first = np.array(across)
    first /= np.linalg.norm(first, axis=1, keepdims=True)
    return first, np.cross(tangent, first)
