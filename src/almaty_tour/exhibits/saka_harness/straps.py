"""Leather straps that lie on the head: flat bands along lines drawn on its surface."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.exhibits._shared import patina
from almaty_tour.exhibits._shared.issyk_drape import traced
from almaty_tour.kit import profile, sdf, tube
from almaty_tour.kit.extrude import grid_faces
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
LEATHER = Paint("leather", "#3A2116")
WIDE, THICK, START_CM = 2.5, 0.6, 14.0
FACE_UP = np.array([-0.72, 0.0, 0.694])
"""Out of the bridge of the nose."""
NOSE, BROW, POLL = (-11.6, 39.9), (1.0, 58.4), (7.6, 58.0)


def on_sides(head: sdf.Field, spots: Sequence[tuple[float, float]]) -> F64:
    """(2k, 3) points of both cheeks at (x, z)."""
    x, z = np.array(spots, np.float64).T
    found = []
    for side in (-1.0, 1.0):
        start = np.column_stack([x, np.full(len(x), 30.0 * side), z])
        found.append(traced(head, start, np.tile([0.0, -side, 0.0], (len(x), 1))))
    return np.concatenate(found)


def on_face(head: sdf.Field, share: F64) -> F64:
    """(n, 3) points along the middle of the face, from the brow (0) to the noseband (1)."""
    low, high = np.array([NOSE[0], 0.0, NOSE[1]]), np.array([BROW[0], 0.0, BROW[1]])
    axis = high + (low - high) * share[:, None]
    return traced(head, axis + 30.0 * FACE_UP, np.tile(-FACE_UP, (len(share), 1)))


def bridle(head: sdf.Field) -> MeshData:
    """Noseband, browband, a strap down the face, cheek straps over the poll, reins."""
    around = np.linspace(0.0, 2.0 * np.pi, 73)[:-1]
    noseband = _round(head, NOSE, FACE_UP, around)
    brow = _round(head, BROW, np.array([-0.85, 0.0, 0.53]), np.linspace(-0.02, np.pi + 0.02, 44))
    over = _round(head, POLL, np.array([0.42, 0.0, 0.907]), np.linspace(0.18, np.pi - 0.18, 40))
    cheeks = []
    for side in (0, 1):
        line = profile.smooth(
            [(-20.6, 28.2), (-11.6, 39.9), (-4.6, 48.6), (1.0, 58.0), (4.4, 60.2), (8.0, 60.2)], 7
        )
        spots = on_sides(head, [(float(a), float(b)) for a, b in line])
        cheeks.append(spots[side * len(line) : (side + 1) * len(line)])
    front = on_face(head, np.linspace(0.0, 1.0, 26))
    bands = [
        _band(head, noseband, closed=True),
        *(_band(head, line) for line in (brow, over, *cheeks, front)),
    ]
    return patina.mottled(merge([*bands, *_reins()]), 0.3, 2.5, 9)


def _round(head: sdf.Field, middle: tuple[float, float], up: F64, turn: F64) -> F64:
    """Points round an axis point, in the plane of the y axis and `up`."""
    way = np.cos(turn)[:, None] * [0.0, 1.0, 0.0] + np.sin(turn)[:, None] * up
    start = np.array([middle[0], 0.0, middle[1]]) + START_CM * way
    return traced(head, start, -way)


def _band(head: sdf.Field, line: F64, *, closed: bool = False) -> MeshData:
    """A flat strap along a line of the surface, sunk a little into it."""
    out = sdf.gradient(head, line, 0.8)
    out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
    if closed:
        way = np.roll(line, -1, axis=0) - np.roll(line, 1, axis=0)
    else:
        way = np.gradient(line, axis=0)
    side = np.cross(way, out)
    side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9)
    section = np.array(
        [(-0.5, -0.6), (0.5, -0.6), (0.5, 0.7), (0.36, 1.0), (-0.36, 1.0), (-0.5, 0.7)]
    )
    points = (
        line[:, None]
        + WIDE * section[None, :, :1] * side[:, None]
        + THICK * section[None, :, 1:] * out[:, None]
    )
    count = len(section)
    body = grid_faces(len(line), count, wrap_rows=closed, wrap_columns=True)
    pieces = [body[:, ::-1]]
    if not closed:
        fan = np.array([(0, k, k + 1) for k in range(1, count - 1)])
        pieces += [fan[:, ::-1], fan + (len(line) - 1) * count]
    faces = np.concatenate(pieces)
    corner = points.reshape(-1, 3)[faces]
    volume = np.einsum("ij,ij->", corner[:, 0], np.cross(corner[:, 1], corner[:, 2]))
    return solid(points.reshape(-1, 3), faces if volume > 0 else faces[:, ::-1], LEATHER)


def _reins() -> list[MeshData]:
    """Two round reins from the bit over the neck."""
    made = []
    for side in (-1.0, 1.0):
        knots = np.array(
            [(-20.0, 9.4, 28.0), (-12.0, 11.0, 24.5), (-2.0, 11.4, 26.0), (9.0, 10.6, 36.0),
             (18.0, 9.6, 47.0), (23.6, 5.0, 55.0), (25.4, 0.2, 57.4)]
        )  # fmt: skip
        knots[:, 1] *= side
        x_z = profile.smooth(knots[:, [0, 2]], 6)
        y = profile.smooth(knots[:, [1, 1]], 6)[:, :1]
        path = np.column_stack([x_z[:, :1], y, x_z[:, 1:]])
        made.append(tube.tube(path, 0.62, LEATHER, sides=10, crease_deg=60.0))
    return made
