"""Carved shapes on a wall: an outline whose edge is rounded off towards the front."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile
from almaty_tour.kit.extrude import triangulate
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData

ROUNDING_CREASE_DEG = 75.0


def relief(
    outline_xz: npt.ArrayLike,
    front_m: float,
    back_m: float,
    paint: Paint,
    *,
    edge_m: float = 0.04,
) -> MeshData:
    """A raised shape between y = `front_m` (nearer to the eye, smaller) and y = `back_m`.

    The edge falls back over `edge_m` and is smoothed, so that light models the shape like
    carving. The side towards the wall is left open: it is meant to sit on one.
    """
    points, faces = triangulate(outline_xz)
    count = len(points)
    shoulder = front_m + 0.45 * (back_m - front_m)
    inner = points - edge_m * profile.mitres(points, closed=True)
    rows = [
        np.column_stack([points[:, 0], np.full(count, back_m), points[:, 1]]),
        np.column_stack([points[:, 0], np.full(count, shoulder), points[:, 1]]),
        np.column_stack([inner[:, 0], np.full(count, front_m), inner[:, 1]]),
    ]
    here = np.arange(count)
    there = np.roll(here, -1)
    sides = [
        face + lift
        for lift in (0, count)
        for face in (
            np.stack([here, there, there + count], axis=1),
            np.stack([here, there + count, here + count], axis=1),
        )
    ]
    return solid(
        np.concatenate(rows),
        np.concatenate([faces + 2 * count, *sides]),
        paint,
        crease_deg=ROUNDING_CREASE_DEG,
    )
