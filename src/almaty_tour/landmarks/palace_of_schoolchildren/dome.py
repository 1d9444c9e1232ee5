"""The gold dome of the Palace of Schoolchildren: pleated, scalloped, tiled, with collar and cap."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.dome import scales
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.solid import solid
from almaty_tour.landmarks._shared.bare import BACK, OVER, UNDER, bare
from almaty_tour.landmarks.palace_of_schoolchildren.plan import (
    DOME,
    FRAME,
    GLASS,
    LOW_ROOF_M,
    ROSE,
    STONE,
)
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

PLEATS, COLUMNS, ROWS = 22, 132, 28
DOME_M = 11.5
THIN = np.array([0.0, 0.015, 0.0])
HEM_M = LOW_ROOF_M + 1.1
GOLD = Paint("gold", "#E0DAB0")
MATT = Paint("gold_slat", "#F6F2B4")
DEEP = Paint("bronze", "#B89A6A")
CAP = Paint("painted_metal", "#CDBB78")
SKY = Paint("painted_metal", "#2FA6C4")
POLE = Paint("steel", "#E6E6E6")
SECTION = profile.smooth(
    profile.line((11.05, 0.0), (11.4, 1.2), (11.5, 2.6), (11.3, 4.0), (10.6, 5.4), (9.2, 7.2),
                 (7.7, 8.8)), 6
)  # fmt: skip
"""(radius, height above the hem): almost upright, a bulge, then a flatter slope."""


def dome() -> MeshData:
    """The dome on its grey ring, at its place on the roof of the drum."""
    parts = [_base(), transform.move(merge([_tiles(), _lining(), _top()]), z=HEM_M)]
    return transform.move(merge(parts), *DOME)


def _base() -> MeshData:
    """The low ring with a shadow gap that carries the hem, and small upright lights in it."""
    z = LOW_ROOF_M
    ring = profile.line((10.2, z - 0.1), (11.3, z - 0.1), (11.3, z + 0.35), (10.2, z + 0.35))
    wall = profile.line((10.1, z - 0.1), (10.1, z + 1.8))
    gap = lathe.lathe(wall, FRAME.shaded(0.6), sides=44, caps=False)
    post = extrude.block((-0.2, -0.35, z), (0.2, 0.3, z + 1.5), STONE)
    posts = transform.around(bare(post, BACK, UNDER), PLEATS, 10.35, start_deg=0.0)
    return merge([lathe.ring(ring, 0.0, STONE, sides=66), gap, posts])


def _spot(row: npt.NDArray[np.int64], column: F64, shrink_m: float = 0.0) -> F64:
    """Points of the pleated shell: `row` along the section, `column` of COLUMNS about it."""
    length = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(SECTION, axis=0), axis=1))])
    at = row / (ROWS + 1) * length[-1]
    radius, height = (np.interp(at, length, SECTION[:, i]) for i in (0, 1))
    angle = column * (2 * np.pi / COLUMNS)
    valley = 1.0 - np.abs(np.sin(angle * PLEATS / 2))
    share = row / (ROWS + 1)
    radius = (radius - shrink_m) * (1.0 - (0.055 - 0.042 * share) * valley)
    height = height + 0.55 * valley * np.clip(1.0 - 4.0 * share, 0.0, 1.0)
    return np.stack([radius * np.cos(angle), radius * np.sin(angle), height], axis=-1)


def _tiles() -> MeshData:
    """Diamond tiles in staggered rows, each with its lower tip off the shell and its own tone."""
    level, column = np.meshgrid(np.arange(ROWS), np.arange(COLUMNS), indexing="ij")
    steps = ((0, 0.0), (1, 0.5), (2, 0.0), (1, -0.5))
    corner = [_spot(level + up, column + (level % 2) / 2 + side) for up, side in steps]
    outward = np.cross(corner[1] - corner[3], corner[2] - corner[0])
    outward /= np.linalg.norm(outward, axis=-1, keepdims=True)
    corner[0] = corner[0] + 0.07 * outward
    quads = np.stack(corner, axis=2).reshape(-1, 4, 3)
    tint = _tones(level.ravel())
    glossy = fraction(hashed("palace_of_schoolchildren/gloss", len(quads)), 1) < 0.3
    return merge([_plates(quads[pick], tint[pick], paint)
                  for pick, paint in ((glossy, GOLD), (~glossy, MATT))])  # fmt: skip


def _plates(quads: F64, tint: npt.NDArray[np.uint8], paint: Paint) -> MeshData:
    """Four-cornered plates, each of its own tone and hardly bent."""
    start = 4 * np.arange(len(quads))[:, None]
    faces = np.concatenate([start + np.array([0, 1, 2]), start + np.array([0, 2, 3])])
    return solid(quads.reshape(-1, 3), faces, paint, crease_deg=80.0,
                 face_tint=np.tile(tint, (2, 1)))  # fmt: skip


def _tones(level: npt.NDArray[np.int64]) -> npt.NDArray[np.uint8]:
    """(k, 3): deep gold below the break, paler grey gold above; no two tiles alike."""
    draw = fraction(hashed("palace_of_schoolchildren/tiles", len(level)), 1)
    pale = np.clip((level - 13.0) / 7.0, 0.0, 1.0)[:, None]
    tone = (1.0 - pale) * np.array([252.0, 236.0, 205.0]) + pale * np.array([206.0, 216.0, 240.0])
    bright = 0.7 + 0.3 * draw[:, None]
    result: npt.NDArray[np.uint8] = np.round(np.clip(tone * bright, 0.0, 255.0)).astype(np.uint8)
    return result


def _lining() -> MeshData:
    """The dark shell behind the tiles, closed at the hem by a disc."""
    row, column = np.meshgrid(np.arange(0, ROWS + 2, 3), np.arange(0, COLUMNS, 2), indexing="ij")
    shell = _spot(row, column.astype(np.float64), 0.12)
    rows, count = row.shape
    faces = extrude.grid_faces(rows, count, wrap_columns=True)[:, ::-1]
    points = np.concatenate([shell.reshape(-1, 3), [[0.0, 0.0, 0.3]]])
    here = np.arange(count)
    disc = np.stack([np.roll(here, -1), here, np.full(count, rows * count)], axis=1)
    return solid(points, np.concatenate([faces, disc]), DEEP, crease_deg=20.0)


def _top() -> MeshData:
    """Stone ledge, tiled collar, a drum of rose panels with dark openings, the faceted cap."""
    ledge = profile.line((7.2, 8.5), (7.9, 8.6), (8.0, 8.95), (7.7, 9.25), (5.6, 9.35))
    collar = profile.line((7.55, 9.3), (6.25, 10.35))
    colours = ("#D8D2A4", "#C8C29A", "#E6DEB0")
    tiles = scales(collar, Paint("gold_slat"), colours, [[0, 1, 2, 0, 2, 1], [2, 0, 1, 1, 0, 2]],
                   columns=72, rows=4, relief_m=0.03)  # fmt: skip
    under = profile.line((7.5, 9.2), (6.2, 10.3), (5.4, 10.3))
    panel = extrude.block((-0.82, -0.22, 10.1), (0.82, 0.2, 11.0), ROSE)
    panel = bare(panel, BACK, OVER, UNDER)
    panels = transform.around(panel, 8, 5.45, start_deg=0.0)
    wide = transform.around(panel, 8, 5.45, start_deg=18.0)
    wall = profile.line((5.4, 10.15), (5.4, 11.1))
    dark = lathe.lathe(wall, GLASS, sides=40, caps=False)
    cap = profile.line((5.85, 10.95), (6.0, 11.1), (4.6, 11.95), (2.4, 12.7), (0.5, 13.0), (0, 13))
    ribs = transform.around(_cap_rib(), 18, 0.0, start_deg=0.0)
    return merge([
        lathe.lathe(ledge, ROSE, sides=66, caps=False), tiles,
        lathe.lathe(under, DEEP, sides=40, caps=False),
        dark, panels, wide, lathe.lathe(cap, CAP, sides=18, crease_deg=0.0), ribs, _flag(),
    ])  # fmt: skip


def _cap_rib() -> MeshData:
    """A fine standing seam on one hip of the cap."""
    line = np.array([(6.0, 11.1), (4.6, 11.95), (2.4, 12.7), (0.5, 13.0)])
    pieces = []
    for (r0, z0), (r1, z1) in pairwise(line):
        low, high = np.array([-0.03, -r0, z0]), np.array([-0.03, -r1, z1])
        wide, lift = np.array([0.06, 0.0, 0.0]), np.array([0.0, 0.0, 0.06])
        points = [low, low + wide, high + wide, high]
        points += [point + lift for point in points]
        index = [(4, 5, 6), (4, 6, 7), (1, 2, 6), (1, 6, 5), (3, 0, 4), (3, 4, 7)]
        pieces.append(solid(points, index, CAP, crease_deg=0.0))
    return merge(pieces)


def _flag() -> MeshData:
    """The pole on the tip and the sky-blue flag that blows from it."""
    pole = lathe.cylinder(0.07, 4.6, POLE, bottom_m=12.9, sides=6)
    foot = lathe.cylinder(0.5, 0.25, STONE, bottom_m=12.95, sides=12)
    x = np.linspace(0.05, 2.9, 9)
    wave = 0.22 * np.sin(2.6 * x) * x / 2.9
    low = np.column_stack([x, wave, 15.8 - 0.12 * x])
    high = low + np.array([0.0, 0.0, 1.45])
    near = np.stack([low, high], axis=1).reshape(-1, 3)
    faces = extrude.grid_faces(9, 2)
    both = np.concatenate([near + THIN, near - THIN])
    index = np.concatenate([faces[:, ::-1], faces + len(near)])
    return merge([pole, foot, solid(both, index, SKY, crease_deg=60.0)])
