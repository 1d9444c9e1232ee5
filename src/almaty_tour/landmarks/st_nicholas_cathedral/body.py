"""Walls of St Nicholas Cathedral: stone foot, turquoise boards, white frames, lace, low roofs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, roof, transform
from almaty_tour.kit.bays import bayed_wall
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.solid import solid
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.landmarks.st_nicholas_cathedral.plan import (
    ANNEX,
    ANNEX_M,
    APSE,
    APSE_BODY,
    APSE_M,
    BASE_M,
    CELLAR,
    CLEAR,
    CLEAR_M,
    CLEAR_WINDOW,
    LACE,
    NAVE,
    NAVE_M,
    SHEET,
    SIDE_LEAVES,
    STONE,
    TRANSEPT,
    TRANSEPT_M,
    TURQUOISE,
    WHITE,
    WINDOW,
)
from almaty_tour.mesh.data import MeshData, as_part, merge

SILL_M = 1.1


def body() -> MeshData:
    """All of the low church and the raised middle, without belfry, porches and domes."""
    wings = [_annex(), _transept(), _side_door()]
    right = merge(wings)
    return merge(
        [
            as_part(merge([_nave(), _apse(), right, transform.mirror_x(right)]), "walls"),
            as_part(_clerestory(), "clerestory"),
        ]
    )


def pair(middle_m: float, kind: Opening = WINDOW, z_m: float = SILL_M) -> tuple[Placed, Placed]:
    """Two windows side by side."""
    return Placed(middle_m - 0.75, z_m, kind), Placed(middle_m + 0.75, z_m, kind)


def side(
    a: npt.ArrayLike,
    b: npt.ArrayLike,
    eaves_m: float,
    placed: Sequence[Placed] = (),
    *,
    cellar: Sequence[float] = (),
    left: bool = True,
    right: bool = True,
) -> MeshData:
    """One face from the ground to the eaves between plan points, with its white trim."""
    length = float(np.linalg.norm(np.asarray(b, np.float64) - np.asarray(a, np.float64)))
    upper = transform.move(
        bayed_wall(length, eaves_m - BASE_M, TURQUOISE, placed, edge_m=3.6), z=BASE_M
    )
    pieces = [foot(length, cellar), upper, *_bands(length, eaves_m), _teeth(length, eaves_m - 0.5)]
    for x, wanted in ((0.22, left), (length - 0.22, right)):
        if wanted:
            pieces.append(block((x - 0.3, -0.12, BASE_M), (x + 0.3, 0.1, eaves_m - 0.4), WHITE))
    return transform.on_edge(merge(pieces), a, b)


def foot(length_m: float, cellar: Sequence[float] = ()) -> MeshData:
    """The stone foot of a face with its cellar windows and the white sill over it."""
    low = [Placed(x + 0.16, 2.3, CELLAR) for x in cellar]
    stone = diced(wall(length_m + 0.32, BASE_M + 1.5, STONE, low), 3.0)
    sill = block((-0.1, -0.24, BASE_M - 0.14), (length_m + 0.1, 0.05, BASE_M + 0.06), WHITE)
    return merge([transform.move(stone, -0.16, -0.16, -1.5), sill])


def _bands(length_m: float, eaves_m: float) -> list[MeshData]:
    return [
        block((0.0, -0.09, eaves_m - 0.5), (length_m, 0.1, eaves_m - 0.1), WHITE),
        block((-0.45, -0.5, eaves_m - 0.1), (length_m + 0.45, 0.2, eaves_m + 0.06), WHITE),
    ]


def _teeth(length_m: float, z_m: float) -> MeshData:
    """Saw-cut lace that hangs below the frieze board."""
    edge = profile.line((-0.2, 0.0), (-0.2, -0.16), (0.0, -0.36), (0.2, -0.16), (0.2, 0.0))
    points, faces = extrude.triangulate(edge)
    flat = np.column_stack([points[:, 0], np.full(len(points), -0.07), points[:, 1]])
    tooth = solid(flat, faces, LACE)
    count = max(2, round(length_m / 0.48))
    x = (np.arange(count) + 0.5) * length_m / count
    return transform.at(tooth, np.column_stack([x, np.zeros(count), np.full(count, z_m)]))


def _nave() -> MeshData:
    faces = []
    for sign in (-1.0, 1.0):
        a, b = (NAVE[0], (-3.8, -5.2)) if sign < 0 else ((3.8, -5.2), NAVE[1])
        faces.append(side(a, b, NAVE_M, [Placed(1.6, 1.5, WINDOW)], cellar=[1.6]))
    for x in (-7.0, 7.0):
        for y0, y1 in ((-5.2, -4.2), (0.8, 4.8), (13.2, 14.6)):
            a, b = ((x, y0), (x, y1)) if x > 0 else ((x, y1), (x, y0))
            placed = [Placed(2.0, 0.0, SIDE_LEAVES)] if y0 == 0.8 else []
            faces.append(side(a, b, NAVE_M, placed))
    faces.append(side((7.0, 14.6), (5.2, 14.6), NAVE_M))
    faces.append(side((-5.2, 14.6), (-7.0, 14.6), NAVE_M))
    upper = [
        transform.on_edge(wall(8.4, NAVE_M - TRANSEPT_M + 0.6, TURQUOISE), a, b, 7.4)
        for a, b in (((7.0, 4.8), (7.0, 13.2)), ((-7.0, 13.2), (-7.0, 4.8)))
    ]
    over = [
        transform.on_edge(wall(5.0, NAVE_M - ANNEX_M + 0.4, TURQUOISE), a, b, ANNEX_M - 0.4)
        for a, b in (((7.0, -4.2), (7.0, 0.8)), ((-7.0, 0.8), (-7.0, -4.2)))
    ]
    cover = transform.move(roof.hip(14.0, 19.8, 1.9, SHEET, z_m=NAVE_M + 0.06, eaves_m=0.5), y=4.7)
    return merge([*faces, *upper, *over, cover])


def _apse() -> MeshData:
    faces = [
        side(APSE[0], APSE[1], APSE_M, [Placed(1.75, SILL_M, WINDOW)]),
        side(APSE[1], APSE[2], APSE_M, pair(3.4)),
        side(APSE[2], APSE[3], APSE_M, [Placed(1.75, SILL_M, WINDOW)]),
    ]
    eaves = profile.offset(APSE_BODY, 0.5)
    cover = roof.tent(eaves, APSE_M + 0.06, 1.5, SHEET)
    base = extrude.prism(profile.offset(APSE_BODY, 0.17), -1.5, BASE_M - 0.02, STONE)
    return merge([*faces, cover, base])


def _annex() -> MeshData:
    """The low sacristy beside the nave, one window to the front, a pair to the side."""
    a, b, c, d = ANNEX
    faces = [
        side(a, b, ANNEX_M, [Placed(2.1, 1.0, WINDOW)], cellar=[2.1], left=False),
        side(b, c, ANNEX_M, pair(2.5, z_m=1.0), cellar=[2.5]),
        side(c, d, ANNEX_M, right=False),
    ]
    cover = roof.hip(4.2, 5.0, 1.1, SHEET, z_m=ANNEX_M + 0.06, eaves_m=0.5)
    return merge([*faces, transform.move(cover, 9.1, -1.7)])


def _transept() -> MeshData:
    a, b, c, d = TRANSEPT
    faces = [
        side(a, b, TRANSEPT_M, [Placed(4.6, SILL_M + 0.2, WINDOW)], left=False),
        side(b, c, TRANSEPT_M, (*pair(2.2, z_m=1.3), *pair(6.2, z_m=1.3)), cellar=[2.2, 6.2]),
        side(c, d, TRANSEPT_M, pair(3.2, z_m=1.3), right=False),
    ]
    hip = roof.hip(8.6, 8.4, 1.7, SHEET, z_m=TRANSEPT_M + 0.06, eaves_m=0.5)
    return merge([*faces, transform.move(hip, 9.4, 9.0)])


def _side_door() -> MeshData:
    """A pediment on two white piers over the side door, its landing and the flight to +x."""
    y0, y1, out = 1.2, 4.4, 10.4
    piers = [
        block((out - 0.5, y - 0.22, BASE_M), (out - 0.06, y + 0.22, 5.7), WHITE)
        for y in (y0 + 0.2, y1 - 0.2)
    ]
    beam = block((7.0, y0 - 0.2, 5.7), (out + 0.15, y1 + 0.2, 6.1), WHITE)
    cover = roof.gable(out + 0.5 - 7.0, y1 - y0 + 0.7, 1.1, SHEET, z_m=6.1)
    field = extrude.panel(
        profile.line((-1.6, 0.0), (1.6, 0.0), (0.0, 0.95)), -0.06, 0.05, TURQUOISE
    )
    field = transform.move(transform.turn_z(field, 90.0), out + 0.24, (y0 + y1) / 2, 6.1)
    return merge([*piers, beam, transform.move(cover, (7.0 + out + 0.5) / 2, (y0 + y1) / 2), field])


def _clerestory() -> MeshData:
    """The raised rectangle over the crossing with rows of round-headed windows."""
    faces = []
    for a, b in zip(CLEAR, np.roll(CLEAR, -1, axis=0), strict=True):
        length = float(np.linalg.norm(b - a))
        placed = [Placed(length / 2 + (i - 2) * 1.6, 2.25, CLEAR_WINDOW) for i in range(5)]
        low = NAVE_M - 0.6
        piece = transform.move(
            bayed_wall(length, CLEAR_M - low, TURQUOISE, placed, edge_m=4.0), z=low
        )
        posts = [
            block((x - 0.35, -0.14, low), (x + 0.35, 0.1, CLEAR_M - 0.4), WHITE)
            for x in (0.26, length - 0.26)
        ]
        trim = [
            block((0.0, -0.1, CLEAR_M - 0.6), (length, 0.1, CLEAR_M - 0.15), WHITE),
            block((-0.5, -0.55, CLEAR_M - 0.15), (length + 0.5, 0.2, CLEAR_M + 0.06), WHITE),
            block((0.0, -0.1, 9.0), (length, 0.1, 9.25), WHITE),
        ]
        faces.append(
            transform.on_edge(merge([piece, *posts, *trim, _teeth(length, CLEAR_M - 0.6)]), a, b)
        )
    cover = roof.hip(10.8, 11.2, 1.7, SHEET, z_m=CLEAR_M + 0.06, eaves_m=0.55)
    return merge([*faces, transform.move(cover, 0.0, 7.2)])
