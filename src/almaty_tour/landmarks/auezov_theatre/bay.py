"""One bay of the theatre: a stone shield like a ship's hull, emblem, balcony, recess.

Local frame: the bay's middle is x = 0, the piers' faces lie on y = 0, z = 0 is the terrace.
"""

from __future__ import annotations

import itertools

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import hexahedra, quadrilaterals
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.landmarks._shared.bare import BACK, OVER, UNDER, bare
from almaty_tour.landmarks.auezov_theatre.plan import (
    BALCONY,
    BRONZE,
    BROWN,
    DOOR,
    PIER,
    RECESS_M,
    ROUGH,
    SMOOTH,
    SOFFIT,
    WALL_M,
)
from almaty_tour.landmarks.auezov_theatre.stone import blocks
from almaty_tour.mesh.data import MeshData, as_part, merge

F64 = npt.NDArray[np.float64]

SHIELD_TOP_M, KINK_M, FOOT_M = WALL_M - 0.3, 15.5, 7.2
TOP_OUT_M, KINK_OUT_M, FOOT_OUT_M = -0.05, 0.75, -2.2
BACK_M = 2.7
BALCONY_M = (3.4, 5.5)
STRIP_M = 3.1
NARROWING = 0.655


def pier() -> MeshData:
    """A deep slab from the terrace to the roof; a groove runs up its face, plain at the head."""
    half = (0.76, 0.66, 0.62)
    out = (-0.4, -0.08, 0.0)
    level = (-0.4, 0.79 * WALL_M, WALL_M - 0.75)
    plans = [_grooved(h, y) for h, y in zip(half, out, strict=True)]
    share = np.linspace(0.0, 1.0, 5)
    rings = [plans[0] + s * (plans[1] - plans[0]) for s in share]
    heights = np.interp(share, [0.0, 1.0], level[:2])
    shaft = [
        extrude.prism(
            rings[i],
            float(heights[i]),
            float(heights[i + 1]),
            PIER,
            top_outline=rings[i + 1],
            crease_deg=0.0,
            bottom=False,
            top=False,
        )
        for i in range(4)
    ]
    plain = [0, 5, 6, 7, 8, 9]
    head = extrude.prism(
        plans[1][plain],
        level[1],
        level[2],
        PIER,
        top_outline=plans[2][plain],
        crease_deg=0.0,
    )
    cap = block((-half[2], 0.0, level[2]), (half[2], 0.5, WALL_M + 0.1), PIER)
    return as_part(bare(merge([*shaft, head, cap]), BACK), "piers")


def _grooved(half_m: float, out_m: float) -> F64:
    """(10, 2) the plan of a pier; a point in the middle of its flanks carries shade."""
    return profile.line(
        (-half_m, out_m),
        (-0.22, out_m),
        (-0.22, out_m + 0.32),
        (0.22, out_m + 0.32),
        (0.22, out_m),
        (half_m, out_m),
        (half_m, 1.6),
        (half_m, RECESS_M),
        (-half_m, RECESS_M),
        (-half_m, 1.6),
    )


def shield(half_m: float, name: str, *, open_sides: tuple[float, ...] = ()) -> MeshData:
    """The bulging wall: smooth slabs above, rough blocks that draw in towards the foot.

    `half_m` is half its width above; `open_sides` (-1, 1) name flanks in full view, which
    get rough blocks too.
    """
    line = _profile(half_m)
    left, right = (
        np.column_stack([side * line[:, 0], -line[:, 1], line[:, 2]]) for side in (-1.0, 1.0)
    )
    core = _core(left, right)
    upper = blocks(
        [left[1], right[1], right[0], left[0]],
        3,
        round(half_m * 2.4),
        (0.03, 0.06),
        SMOOTH,
        name + "/upper",
        lean=0.1,
        shifted=False,
    )
    lower = blocks(
        [left[2], right[2], right[1], left[1]],
        12,
        round(half_m * 2.5),
        (0.05, 0.24),
        ROUGH,
        name + "/lower",
        lean=0.6,
    )
    flanks = [_rough_flank(left if s < 0 else right, s, f"{name}/{s}") for s in open_sides]
    return as_part(merge([core, upper, lower, *flanks]), "shields")


def _profile(half_m: float) -> F64:
    """(5, 3) half width, out and height: top, kink, foot, foot behind, top behind."""
    narrow = NARROWING * half_m
    return np.array(
        [
            (half_m, TOP_OUT_M, SHIELD_TOP_M),
            (half_m, KINK_OUT_M, KINK_M),
            (narrow, FOOT_OUT_M, FOOT_M),
            (narrow, -BACK_M - 0.1, FOOT_M),
            (half_m, -BACK_M - 0.1, SHIELD_TOP_M),
        ]
    )


def _core(left: F64, right: F64) -> MeshData:
    """What the blocks sit on: face, underside, flanks; cut small for the shade."""
    middle = _between(left[1], left[4], left[3])
    other = middle * np.array([-1.0, 1.0, 1.0])
    quads = [
        [left[1], right[1], right[0], left[0]],
        [left[2], right[2], right[1], left[1]],
        [left[3], right[3], right[2], left[2]],
        [left[4], left[0], right[0], right[4]],
        [left[4], middle, left[1], left[0]],
        [middle, left[3], left[2], left[1]],
        [right[0], right[1], other, right[4]],
        [right[1], right[2], right[3], other],
    ]
    return diced(quadrilaterals(quads, ROUGH.shaded(0.86)), 3.2)


def _between(front: F64, top: F64, foot: F64) -> F64:
    """The point of the rear edge at the height of the kink."""
    share = (front[2] - foot[2]) / (top[2] - foot[2])
    point: F64 = foot + share * (top - foot)
    point[0] = front[0]
    return point


def _rough_flank(line: F64, side: float, name: str) -> MeshData:
    middle = _between(line[1], line[4], line[3])
    upper = [middle, line[1], line[0], line[4]]
    lower = [line[3], line[2], line[1], middle]
    if side > 0:
        upper = [upper[1], upper[0], upper[3], upper[2]]
        lower = [lower[1], lower[0], lower[3], lower[2]]
    return merge(
        [
            blocks(upper, 6, 4, (0.04, 0.16), ROUGH, name + "/upper"),
            blocks(lower, 11, 4, (0.04, 0.16), ROUGH, name + "/lower"),
        ]
    )


def balcony(half_m: float) -> MeshData:
    """The white box between the piers: face leaning out to a lip, undercut below it."""
    low_z, high_z = BALCONY_M
    lip_z = low_z + 0.85
    rings = [
        _ring(half_m - 0.55, 1.25, low_z),
        _ring(half_m, -0.62, lip_z),
        _ring(half_m - 0.12, -0.2, high_z),
    ]
    lower, upper = (hexahedra([[*low, *high]], BALCONY) for low, high in itertools.pairwise(rings))
    pieces = [bare(lower, BACK, OVER), bare(upper, BACK, UNDER)]
    inside = _ring(half_m - 0.12, -0.2, high_z)
    rim = extrude.panel(
        profile.rectangle(2 * half_m - 0.2, 0.12, (0.0, high_z + 0.04)),
        float(inside[0][1]) - 0.06,
        0.1,
        BALCONY,
    )
    return as_part(merge([diced(merge(pieces), 3.0), rim]), "balconies")


def _ring(half_m: float, out_m: float, z_m: float) -> list[tuple[float, float, float]]:
    """Four corners of a level of the balcony, counter-clockwise from above."""
    return [
        (-half_m, out_m, z_m),
        (half_m, out_m, z_m),
        (half_m, RECESS_M, z_m),
        (-half_m, RECESS_M, z_m),
    ]


def strip(half_m: float) -> MeshData:
    """The dark row of windows over the balcony."""
    height = FOOT_M - BALCONY_M[1] + 0.25
    panes = Opening(
        2 * half_m - 0.3, height - 0.2, bars=(6, 1), reveal_m=0.12, frame_m=0.12, frame=BROWN
    )
    length = 2 * half_m
    face = wall(length, height, SMOOTH, [Placed(length / 2, 0.05, panes)])
    return transform.move(face, -half_m, STRIP_M, BALCONY_M[1] - 0.25)


def entrance(half_m: float) -> MeshData:
    """The wall of the recess: a pair of doors between glass."""
    height = BALCONY_M[0] + 0.2
    leaf = Opening(1.15, 2.55, glass=DOOR, bars=(1, 2), frame=BROWN, frame_m=0.14, reveal_m=0.2)
    pane = Opening(1.5, 2.75, bars=(1, 2), frame=BROWN, frame_m=0.12, reveal_m=0.2)
    middle = half_m
    placed = [
        Placed(middle - 2.3, 0.12, pane),
        Placed(middle - 0.66, 0.0, leaf),
        Placed(middle + 0.66, 0.0, leaf),
        Placed(middle + 2.3, 0.12, pane),
    ]
    face = wall(2 * half_m, height, Paint("marble", "#B9AC96"), placed)
    return as_part(transform.move(face, -half_m, RECESS_M), "doors")


def windows(half_m: float) -> MeshData:
    """The wall of the recess on the sides: broad windows over a sill, no doors."""
    height = BALCONY_M[0] + 0.2
    pane = Opening(1.9, 2.2, bars=(2, 1), frame=BROWN, frame_m=0.12, reveal_m=0.25)
    count = max(2, int(2 * half_m // 2.5))
    step = 2 * half_m / count
    placed = [Placed(step * (i + 0.5), 0.75, pane) for i in range(count)]
    face = wall(2 * half_m, height, Paint("marble", "#B9AC96"), placed)
    return transform.move(face, -half_m, RECESS_M)


def backing(half_m: float) -> MeshData:
    """The smooth wall behind the shield, seen as wedges on either side of it."""
    length = 2 * half_m
    face = wall(length, WALL_M - FOOT_M - 0.75, SMOOTH.shaded(0.94))
    soffit = block((-half_m, BACK_M, FOOT_M - 0.3), (half_m, STRIP_M + 0.6, FOOT_M + 0.02), SOFFIT)
    lid = block((-half_m, 0.55, WALL_M - 1.0), (half_m, BACK_M + 0.1, WALL_M - 0.72), SMOOTH)
    return merge([transform.move(diced(face, 2.6), -half_m, BACK_M, FOOT_M - 0.1), soffit, lid])


def emblem(mirrored: bool) -> MeshData:
    """The bronze cluster on the shield's foot: pipes of rising length, like an organ."""
    pipes = (
        (-0.98, 0.15, 1.5, 0.3),
        (-0.68, 0.05, 1.75, 0.0),
        (-0.4, 0.2, 2.1, 0.4),
        (-0.08, -0.1, 2.5, 0.2),
        (0.24, 0.0, 2.75, 0.5),
        (0.56, -0.15, 3.7, 0.3),
        (0.9, -0.1, 3.2, 0.55),
        (1.2, 0.25, 1.3, 0.2),
    )
    pieces = [
        block((x - 0.15, -0.2 - out, low), (x + 0.14, 0.9, high), BRONZE)
        for x, low, high, out in pipes
    ]
    pieces += [
        block((0.5, -0.72, 3.0), (0.98, 0.6, 3.45), BRONZE),
        block((-0.8, -0.5, 0.7), (0.0, 0.6, 1.0), BRONZE),
        block((0.1, -0.85, 1.2), (0.4, 0.6, 1.5), BRONZE),
        block((-0.55, -0.75, 1.55), (-0.25, 0.6, 1.8), BRONZE),
    ]
    whole = transform.move(bare(merge(pieces), BACK), 0.0, 1.55, FOOT_M - 0.15)
    return as_part(transform.mirror_x(whole) if mirrored else whole, "emblems")
