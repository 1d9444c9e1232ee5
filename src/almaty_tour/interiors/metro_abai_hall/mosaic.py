"""The north wall: Abai in bronze relief before a picture of stones, steppe and mountains."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction
from almaty_tour.kit import extrude, profile, statue, transform
from almaty_tour.kit.extrude import grid_faces
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.settle import settled
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, as_part, merge

F64 = npt.NDArray[np.float64]
WIDE_M, HIGH_M, FOOT_M = 7.2, 3.9, 0.55
STONE_M: Final = 0.12
METAL = Paint("brass", "#9AA0A4")
FRAME = Paint("marble", "#5A3D2E")
SKY, SNOW, HILL, STEPPE = (
    (176, 186, 184), (214, 209, 198), (118, 112, 104), (174, 140, 92),
)  # fmt: skip
SUN, FIELD = (212, 168, 84), (128, 118, 72)


def wall() -> MeshData:
    """The picture in its frame of brown marble, on the plane y = 0, and the figure before it."""
    outer = profile.rectangle(WIDE_M + 0.7, HIGH_M + 0.7, (0.0, FOOT_M + HIGH_M / 2))
    inner = profile.rectangle(WIDE_M, HIGH_M, (0.0, FOOT_M + HIGH_M / 2))
    frame = extrude.panel(outer, -0.14, 0.0, FRAME, holes=[inner])
    figure = settled(
        statue.standing(3.55, METAL, pose="book", hat="fur", beard=True, triangles=9000)
    )
    figure = transform.move(transform.scale(figure, 1.0, 0.42, 1.0), y=-0.2, z=FOOT_M + 0.05)
    return as_part(merge([frame, _picture(), figure]), "relief")


def _picture() -> MeshData:
    """Stones of about a hand, each of one colour."""
    columns, rows = round(WIDE_M / STONE_M), round(HIGH_M / STONE_M)
    x = np.linspace(-WIDE_M / 2, WIDE_M / 2, columns + 1)
    z = np.linspace(FOOT_M, FOOT_M + HIGH_M, rows + 1)
    plan = np.stack(np.meshgrid(x, z), axis=2).reshape(-1, 2)
    points = np.column_stack([plan[:, 0], np.full(len(plan), -0.03), plan[:, 1]])
    faces = grid_faces(rows + 1, columns + 1)[:, ::-1]
    cell = np.arange(rows * columns)
    middle = np.stack(
        [(x[:-1] + STONE_M / 2)[cell % columns], (z[:-1] + STONE_M / 2)[cell // columns]], axis=1
    )
    tint = _colours(middle)
    half = len(faces) // 2
    assert half == len(cell)
    return solid(points, faces, Paint("marble", "#E8E2D6"), face_tint=np.concatenate([tint, tint]))


def _colours(at: F64) -> npt.NDArray[np.uint8]:
    """(n, 3) colours: sky with a sun, snow and mountains, steppe below."""
    x, z = at[:, 0], (at[:, 1] - FOOT_M) / HIGH_M
    ridge = 0.52 + 0.13 * np.sin(1.3 * x + 0.6) + 0.07 * np.sin(3.1 * x) + 0.03 * np.sin(7.0 * x)
    hills = 0.30 + 0.05 * np.sin(0.9 * x + 2.0)
    field = 0.14 + 0.04 * np.sin(1.7 * x)
    sun = np.hypot(x - 2.1, (z - 0.80) * HIGH_M) < 0.46
    colour = np.select(
        [np.stack([mask] * 3, axis=1) for mask in (
            z < field, z < hills, z < ridge - 0.10, z < ridge, sun)],
        [np.array(one) for one in (FIELD, STEPPE, HILL, SNOW, SUN)], np.array(SKY),
    )  # fmt: skip
    shade = 0.82 + 0.3 * fraction(np.arange(len(at)), 5)[:, None]
    return np.clip(colour * shade, 0, 255).astype(np.uint8)
