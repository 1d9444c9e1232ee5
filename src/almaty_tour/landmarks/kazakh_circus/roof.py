"""The tent of the circus: scales in rings, ribs, long ovals, and the little crown on top."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.solid import solid
from almaty_tour.kit.tube import tube
from almaty_tour.landmarks.kazakh_circus.plan import (
    BAY_RAD,
    BAYS,
    CROWN_M,
    EAVE_M,
    FRAME,
    GOLDEN,
    RIB,
    SCALE,
    WHITE,
    on_roof,
    roof_m,
)
from almaty_tour.mesh.data import MeshData, as_part, merge

F64 = npt.NDArray[np.float64]

I64 = npt.NDArray[np.int64]

PETALS = 16
PLATE = [[0, 1, 2], [0, 2, 3], [0, 3, 4]]
LIPPED = np.array([*PLATE, [0, 5, 6], [0, 6, 1], [1, 6, 7], [1, 7, 2]])
"""Faces of a scale on the folds; it is seen from aside, so its lip is whole."""
POINTED = np.array([*PLATE, [0, 6, 1], [1, 6, 2]])
"""Faces of a scale further up: the lip runs out to both sides."""


def roof(height_m: float) -> MeshData:
    """Everything above the eaves; the tip of the crown is at `height_m`."""
    dome = merge([_under(), _scales(), _edge()])
    lines = merge([_ribs(), _ovals()])
    return merge(
        [as_part(dome, "dome"), as_part(lines, "ribs"), as_part(_crown(height_m), "crown")]
    )


def _under() -> MeshData:
    """The smooth skin under the scales, open below."""
    radius = np.linspace(EAVE_M - 0.3, CROWN_M - 0.4, 12)
    angle = np.arange(2 * BAYS) * (BAY_RAD / 2)
    points = on_roof(radius[None, :], angle[:, None], -0.14)
    faces = extrude.grid_faces(len(angle), len(radius), wrap_rows=True)
    return solid(points.reshape(-1, 3), faces, SCALE.shaded(0.82))


def _scales() -> MeshData:
    """Overlapping plates in rings, every other ring shifted; fewer round the crown."""
    outer = np.linspace(EAVE_M + 0.15, 17.0, 16)
    inner = np.linspace(17.0, CROWN_M + 0.1, 14)
    return merge(
        [
            _ring_of_scales(outer[:9], 4 * BAYS, "eaves", LIPPED),
            _ring_of_scales(outer[8:], 4 * BAYS, "outer", POINTED),
            _ring_of_scales(inner, 2 * BAYS, "inner", POINTED),
        ]
    )


def _ring_of_scales(radius: F64, columns: int, name: str, shape: I64) -> MeshData:
    """Pointed plates on rings of falling radius, each tucked under the ring above it."""
    step = 2 * np.pi / columns
    row, column = np.meshgrid(np.arange(len(radius) - 1), np.arange(columns), indexing="ij")
    left = (column + 0.5 * (row % 2)) * step
    gap = 0.008 * step
    deep = radius[row] - radius[row + 1]
    tip, shoulder, high = (
        radius[row] + 0.12 * deep,
        radius[row] - 0.28 * deep,
        radius[row + 1] - 0.36 * deep,
    )
    corners = np.stack(
        [
            on_roof(shoulder, left + gap, 0.03),
            on_roof(tip, left + step / 2, 0.16),
            on_roof(shoulder, left + step - gap, 0.03),
            on_roof(high, left + step - gap, -0.02),
            on_roof(high, left + gap, -0.02),
        ],
        axis=2,
    ).reshape(-1, 5, 3)
    return _plates(corners, name, shape)


def _plates(corners: F64, name: str, shape: I64) -> MeshData:
    """Plates of five corners with a lip that hangs down in front."""
    lip = corners[:, :3] - np.array([0.0, 0.0, 0.18])
    points = np.concatenate([corners, lip], axis=1)
    count = len(points)
    index = (np.arange(count) * 8)[:, None, None] + shape
    light = 255.0 * (0.88 + 0.12 * fraction(hashed(f"circus/{name}", count), 1))
    tone = np.repeat(np.stack([light] * 3, axis=1).astype(np.uint8), len(shape), axis=0)
    return solid(
        points.reshape(-1, 3), index.reshape(-1, 3), SCALE, crease_deg=30.0, face_tint=tone
    )


def _edge() -> MeshData:
    """The white scalloped band under the skirt: a row of pointed arches, one a bay."""
    angle = np.arange(8 * BAYS) * (BAY_RAD / 8)
    top = roof_m(EAVE_M, angle)
    section = [
        (EAVE_M + 0.3, -0.78),
        (EAVE_M + 0.3, 0.16),
        (EAVE_M - 1.3, 0.0),
        (EAVE_M - 1.3, -0.95),
    ]
    points = np.stack(
        [np.stack([r * np.cos(angle), r * np.sin(angle), top + z], axis=1) for r, z in section],
        axis=1,
    )
    faces = extrude.grid_faces(len(angle), 4, wrap_rows=True, wrap_columns=True)
    return solid(points.reshape(-1, 3), faces, WHITE, crease_deg=28.0)


def _ribs() -> MeshData:
    """Ribs from every fin to the crown; every other one ends where the ovals begin."""
    lines = []
    for index in range(BAYS):
        radius = np.linspace(EAVE_M + 0.35, CROWN_M if index % 2 == 0 else 21.4, 11)
        lines.append(_bar(on_roof(radius, index * BAY_RAD, 0.06), 0.34, 0.36))
    return merge(lines)


def _ovals() -> MeshData:
    """Sixteen long ovals that run round the upper tent and narrow towards the crown."""
    turn = np.linspace(0.0, 2 * np.pi, 25)[:-1]
    along = 0.5 + 0.5 * np.cos(turn)
    radius = 6.2 + (21.5 - 6.2) * along
    aside = 0.86 * BAY_RAD * np.sin(turn)
    lines = []
    for petal in range(PETALS):
        middle = (2 * petal + 1) * BAY_RAD
        lines.append(_bar(on_roof(radius, middle + aside, 0.08), 0.3, 0.34, closed=True))
    return merge(lines)


def _bar(path: F64, width_m: float, height_m: float, *, closed: bool = False) -> MeshData:
    """A raised bar along a line on the roof, upright on it."""
    ahead = np.roll(path, -1, axis=0) - path if closed else np.gradient(path, axis=0)
    if closed:
        ahead = ahead + np.roll(ahead, 1, axis=0)
    aside = np.cross(ahead, np.array([0.0, 0.0, 1.0]))
    aside /= np.linalg.norm(aside, axis=1, keepdims=True)
    half, up = width_m / 2 * aside, np.array([0.0, 0.0, height_m])
    ring = np.stack(
        [
            path - half - 0.4 * up,
            path + half - 0.4 * up,
            path + 0.7 * half + up,
            path - 0.7 * half + up,
        ],
        axis=1,
    )
    faces = extrude.grid_faces(len(path), 4, wrap_rows=closed, wrap_columns=True)[:, ::-1]
    if not closed:
        cap = np.array([[0, 1, 2], [0, 2, 3]])
        faces = np.concatenate([faces, cap[:, ::-1], cap + 4 * (len(path) - 1)])
    return solid(ring.reshape(-1, 3), faces[:, ::-1], RIB, crease_deg=30.0)


# Crown ------------------------------------------------------------------------------------


def _crown(height_m: float) -> MeshData:
    """A flared ring of golden leaves over a low glazed drum, the bars of a shanyrak, a tip."""
    foot = float(roof_m(CROWN_M, 0.0))
    curb = lathe.ring(
        profile.line((-0.9, -0.6), (0.55, -0.6), (0.45, 0.25), (-0.9, 0.25)), CROWN_M, RIB, sides=40
    )
    drum = lathe.cylinder(CROWN_M - 0.9, 1.1, Paint("window"), sides=32)
    post = transform.around(extrude.box(0.22, 0.22, 1.1, FRAME), 16, CROWN_M - 0.88)
    leaf = transform.around(_leaf(), 32, CROWN_M - 0.7, z_m=0.2)
    hoop = lathe.ring(
        profile.line((-0.35, 0.95), (0.1, 0.95), (0.3, 1.2), (-0.35, 1.2)),
        CROWN_M - 0.6,
        GOLDEN,
        sides=40,
    )
    rise = height_m - foot
    cap = lathe.lathe(
        profile.smooth(
            [
                (CROWN_M - 0.9, 1.1),
                (3.0, 1.4),
                (1.7, 1.85),
                (0.85, 2.45),
                (0.35, 2.95),
                (0.12, rise - 0.15),
                (0.0, rise),
            ],
            2,
        ),
        SCALE,
        sides=24,
    )
    return transform.move(merge([curb, drum, post, leaf, hoop, cap, _shanyrak()]), z=foot)


def _leaf() -> MeshData:
    """One golden leaf that leans outwards, about x = 0."""
    outline = profile.smooth(
        [
            (-0.34, 0.0),
            (-0.42, 0.45),
            (-0.3, 0.95),
            (0.0, 1.15),
            (0.3, 0.95),
            (0.42, 0.45),
            (0.34, 0.0),
        ],
        1,
    )
    plate = extrude.panel(profile.counter_clockwise(outline), -0.05, 0.05, GOLDEN)
    return transform.turn(plate, "x", 40.0)


def _shanyrak() -> MeshData:
    """Three and three bent bars crossed over the ring, as on the crown of a yurt."""
    reach = CROWN_M - 0.5
    bars = []
    for shift in (-0.55, 0.0, 0.55):
        along = np.linspace(-1.0, 1.0, 9) * float(np.sqrt(reach**2 - (2 * shift) ** 2))
        height = 1.2 + 1.15 * (1.0 - (along / reach) ** 2)
        line = np.column_stack([along, np.full(9, 2 * shift), height])
        bars += [tube(line, 0.1, GOLDEN, sides=4), tube(line[:, [1, 0, 2]], 0.1, GOLDEN, sides=4)]
    return merge(bars)
