"""The north wall: two large rounds of glazed ceramics with towns of the Silk Road."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, as_part, merge

F64 = npt.NDArray[np.float64]
RADIUS_M, MIDDLE_M, APART_M = 1.62, 2.45, 1.95
RIM, GILT = Paint("glazed_tile", "#5A3424"), Paint("glazed_tile", "#B98A3E")
SKY, EVENING = Paint("glazed_tile", "#6E97A8"), Paint("glazed_tile", "#C08A5A")
SAND, CLAY = Paint("glazed_tile", "#C9A66C"), Paint("glazed_tile", "#A06A42")
BLUE, DEEP = Paint("glazed_tile", "#2F8C94"), Paint("glazed_tile", "#27506E")
DUNE, SHADE = Paint("glazed_tile", "#A9834F"), Paint("glazed_tile", "#40291E")
CAMEL: Final = np.array(
    [(-0.42, 0.0), (-0.36, 0.0), (-0.34, 0.22), (-0.10, 0.24), (0.12, 0.22), (0.15, 0.0),
     (0.21, 0.0), (0.22, 0.26), (0.32, 0.34), (0.44, 0.56), (0.52, 0.58), (0.60, 0.54),
     (0.61, 0.60), (0.48, 0.67), (0.38, 0.62), (0.26, 0.46), (0.16, 0.46), (0.10, 0.62),
     (0.02, 0.62), (-0.05, 0.47), (-0.12, 0.47), (-0.18, 0.60), (-0.26, 0.60), (-0.34, 0.44),
     (-0.44, 0.36), (-0.47, 0.16), (-0.44, 0.18)]
)  # fmt: skip
"""Outline of a camel with two humps that walks to the right."""


def wall() -> MeshData:
    """Both rounds on the plane y = 0: a town with a dome, a town with a gate and a caravan."""
    rounds = [
        transform.move(_round(sky, picture), x=x, z=MIDDLE_M)
        for x, sky, picture in ((-APART_M, SKY, _domes()), (APART_M, EVENING, _gate()))
    ]
    return as_part(merge(rounds), "panel")


def _round(sky: Paint, picture: list[MeshData]) -> MeshData:
    rim = extrude.panel(
        profile.circle(RADIUS_M + 0.2, 64), -0.12, 0.0, RIM, holes=[profile.circle(RADIUS_M, 64)]
    )
    line = extrude.panel(
        profile.circle(RADIUS_M + 0.02, 64), -0.14, -0.02, GILT,
        holes=[profile.circle(RADIUS_M - 0.06, 64)],
    )  # fmt: skip
    ground = profile.arc((0.0, 0.0), RADIUS_M - 0.05, -158.0, -22.0, 32)
    pieces = [
        extrude.panel(profile.circle(RADIUS_M, 64), -0.02, 0.0, sky),
        extrude.panel(ground, -0.04, -0.01, DUNE),
    ]
    return merge([rim, line, *pieces, *picture])


def _shape(points: npt.ArrayLike, out: float, paint: Paint) -> MeshData:
    outline = profile.counter_clockwise(np.asarray(points, np.float64))
    return extrude.panel(outline, -out, -0.01, paint)


def _box(x: float, width: float, z0: float, z1: float, out: float, paint: Paint) -> MeshData:
    return _shape([(x - width / 2, z0), (x + width / 2, z0), (x + width / 2, z1),
                   (x - width / 2, z1)], out, paint)  # fmt: skip


def _niche(x: float, width: float, z0: float, high: float, out: float, paint: Paint) -> MeshData:
    """A pointed arch."""
    half = width / 2
    return _shape(
        [(x - half, z0), (x + half, z0), (x + half, z0 + 0.62 * high), (x + 0.6 * half,
         z0 + 0.86 * high), (x, z0 + high), (x - 0.6 * half, z0 + 0.86 * high),
         (x - half, z0 + 0.62 * high)], out, paint,
    )  # fmt: skip


def _dome(x: float, z: float, radius: float, out: float) -> list[MeshData]:
    turn = np.radians(np.linspace(-14.0, 194.0, 24))
    swell = radius * (1.0 + 0.10 * np.sin(turn).clip(0.0) ** 3)
    curve = np.stack([x + radius * np.cos(turn), z + swell * np.sin(turn)], axis=1)
    ribs = [
        _box(
            x + radius * share, 0.03, z, z + 0.86 * radius * np.sqrt(1 - share**2), out + 0.02, DEEP
        )
        for share in (-0.6, -0.2, 0.2, 0.6)
    ]
    return [_shape(curve, out, BLUE), *ribs, _box(x, 0.04, z + radius, z + 1.3 * radius, out, GILT)]


def _minaret(x: float, foot: float, top: float) -> list[MeshData]:
    body = [(x - 0.11, foot), (x + 0.11, foot), (x + 0.075, top), (x - 0.075, top)]
    bands = [_box(x, 0.19, z, z + 0.05, 0.11, BLUE) for z in np.linspace(foot + 0.3, top - 0.25, 4)]
    head = [_box(x, 0.24, top, top + 0.14, 0.11, SAND), *_dome(x, top + 0.15, 0.09, 0.1)]
    return [_shape(body, 0.09, CLAY), *bands, *head]


def _domes() -> list[MeshData]:
    """A tomb with a ribbed blue dome between two minarets."""
    pieces = [_box(0.0, 1.5, -0.62, 0.02, 0.07, SAND), _box(0.0, 0.74, -0.62, 0.26, 0.10, CLAY)]
    pieces += [_niche(0.0, 0.46, -0.62, 0.72, 0.12, SHADE), _box(0.0, 0.62, 0.26, 0.42, 0.08, SAND)]
    pieces += [_niche(x, 0.2, -0.62, 0.42, 0.09, DEEP) for x in (-0.56, 0.56)]
    pieces += _dome(0.0, 0.48, 0.40, 0.10)
    return [*pieces, *_minaret(-0.98, -0.62, 0.62), *_minaret(0.98, -0.62, 0.62)]


def _gate() -> list[MeshData]:
    """A town wall with towers and a gate; camels go along before it."""
    pieces = [_box(0.0, 2.5, -0.45, 0.10, 0.06, CLAY), _box(0.0, 0.9, -0.45, 0.62, 0.09, SAND)]
    pieces += [_niche(0.0, 0.52, -0.45, 0.82, 0.11, SHADE)]
    pieces += [_box(x, 0.12, 0.10, 0.18, 0.06, CLAY) for x in np.linspace(-1.15, 1.15, 9)]
    for x in (-0.82, 0.82):
        pieces += [_box(x, 0.34, -0.45, 0.34, 0.09, SAND), *_dome(x, 0.40, 0.17, 0.09)]
    pieces += _minaret(-0.45, 0.10, 0.86)
    for x in (-0.78, 0.02, 0.80):
        beast = CAMEL * 0.62 + [x, -0.98]
        pieces.append(_shape(beast, 0.12, SHADE))
        pieces.append(_box(x - 0.03, 0.2, -0.72, -0.60, 0.14, BLUE))
    return pieces
