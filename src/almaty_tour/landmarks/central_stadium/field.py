"""Field, running track, floodlight masts and scoreboard of the Central Stadium."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit.dice import tiles
from almaty_tour.kit.extrude import block, grid_faces, sheet, sweep
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.profile import F64
from almaty_tour.kit.solid import solid
from almaty_tour.kit.transform import at, move, turn, turn_z
from almaty_tour.landmarks.central_stadium import bowl
from almaty_tour.mesh.data import MeshData, merge, transformed

PITCH_M: Final = (68.0, 105.0)
TRACK_M: Final = (36.5, 46.2)
LANES: Final = 8
MAST_AT: Final = (80.0, 80.0)
LEAN_M: Final = 4.0
TRACK_Z, GRASS_Z, LINE_Z = 0.1, 0.15, 0.18
TARTAN = Paint("asphalt", "#B5533C")
GRASS = (Paint("lawn", "#6FA048"), Paint("lawn", "#86B458"))
WHITE = Paint("painted_metal", "#F2F2EC")
WORD = Paint("lettering", "#F2F2EC")
STEEL = Paint("painted_metal", "#C9CDD0")


def oval(radius_m: float, steps: int = 24) -> F64:
    """A closed line of two straights and two half circles, counter-clockwise."""
    half = bowl.HALF_STRAIGHT_M
    return p.joined(p.arc((0.0, half), radius_m, 0.0, 180.0, steps),
                    p.arc((0.0, -half), radius_m, 180.0, 360.0, steps))  # fmt: skip


def pitch() -> MeshData:
    """Mown stripes, lines, goals, benches, corner flags."""
    half_x, half_y = PITCH_M[0] / 2, PITCH_M[1] / 2
    y = np.linspace(-half_y, half_y, 16)
    stripes = [
        tiles((-half_x, a), (half_x, b), GRASS_Z, GRASS[k % 2], 17.5)
        for k, (a, b) in enumerate(pairwise(y.tolist()))
    ]
    goal = _goal()
    goals = [move(goal, 0.0, -half_y), move(turn_z(goal, 180.0), 0.0, half_y)]
    dugout = merge(
        [
            block((0.0, -4.0, 0.0), (0.12, 4.0, 2.0), Paint("sky_glass", "#B9CCD8")),
            block((-1.3, -4.0, 1.95), (0.12, 4.0, 2.1), bowl.BLUE),
            block((-0.6, -3.8, 0.0), (-0.1, 3.8, 0.5), bowl.YELLOW),
        ]
    )
    dugouts = [move(dugout, 35.6, s * 12.0, TRACK_Z) for s in (-1, 1)]
    return merge([*stripes, _lines(half_x, half_y), *goals, *dugouts])


def _lines(half_x: float, half_y: float) -> MeshData:
    """Every marking of a football field, 0.2 m wide so that it is seen from the air."""
    paths: list[tuple[F64, bool]] = [
        (p.rectangle(2 * half_x - 1.0, 2 * half_y - 1.0), True),
        (p.line((-half_x + 0.5, 0.0), (half_x - 0.5, 0.0)), False),
        (p.circle(9.15, 32), True),
        (p.circle(0.25, 8), True),
    ]
    for sign in (-1.0, 1.0):
        end = sign * (half_y - 0.5)
        for wide, deep in ((20.16, 16.5), (9.16, 5.5)):
            box = [(-wide, end), (-wide, end - sign * deep), (wide, end - sign * deep), (wide, end)]
            paths.append((p.line(*box), False))
        spot = (0.0, end - sign * 11.0)
        start = 217.0 if sign > 0 else 37.0
        paths.append((p.arc(spot, 9.15, start, start + 106.0, 12), False))
    flat = p.line((-0.1, 0.0), (0.1, 0.0))[::-1]
    return merge(
        [sweep(flat, path, WHITE, z_m=LINE_Z, closed=closed, back=False) for path, closed in paths]
    )


def _goal() -> MeshData:
    """Posts, bar and stays; opens to +y."""
    points = [
        ((-3.66, 0.6, 0.0), (-3.66, 0.6, 2.44)),
        ((3.66, 0.6, 0.0), (3.66, 0.6, 2.44)),
        ((-3.72, 0.6, 2.44), (3.72, 0.6, 2.44)),
        ((-3.66, 0.6, 2.44), (-3.66, -1.4, 0.1)),
        ((3.66, 0.6, 2.44), (3.66, -1.4, 0.1)),
        ((-3.66, -1.4, 0.15), (3.66, -1.4, 0.15)),
    ]
    ends = np.array(points)
    return struts(ends[:, 0], ends[:, 1], 0.14, WHITE)


def track() -> MeshData:
    """The red ring with its lane lines and a straight, grass between track and field."""
    steps = 18
    rings = [oval(r, steps) for r in np.linspace(*TRACK_M, 3)]
    count = len(rings[0])
    points = np.concatenate(rings)
    flat = np.column_stack([points, np.full(len(points), TRACK_Z)])
    ring = solid(flat, grid_faces(3, count, wrap_columns=True), TARTAN)
    infield = sheet(oval(TRACK_M[0] - 0.1, 12), TRACK_Z + 0.01, GRASS[0].shaded(0.93))
    kerb = sweep(p.line((-0.08, 0.0), (0.08, 0.0), (0.08, 0.08), (-0.08, 0.08)), rings[0], WHITE,
                 z_m=TRACK_Z)  # fmt: skip
    line = p.line((0.07, 0.0), (-0.07, 0.0))
    width = (TRACK_M[1] - TRACK_M[0]) / LANES
    lanes = [
        sweep(line, oval(TRACK_M[0] + k * width, steps), WHITE, z_m=TRACK_Z + 0.04, back=False)
        for k in range(1, LANES)
    ]
    pits = [
        tiles((x - 1.5, s * 66.0 - 5.0), (x + 1.5, s * 66.0 + 5.0), TRACK_Z + 0.05, TARTAN, 5.0)
        for x in (-12.0, 12.0) for s in (-1, 1)
    ]  # fmt: skip
    sand = [
        tiles((x - 1.8, s * 57.4 - 2.6), (x + 1.8, s * 57.4 + 2.6), TRACK_Z + 0.05,
              Paint("paving", "#D8C79A"), 6.0)
        for x in (-12.0, 12.0) for s in (-1, 1)
    ]  # fmt: skip
    return merge([ring, infield, kerb, *lanes, *pits, *sand])


def masts(height_m: float) -> MeshData:
    """Four lattice masts that lean to the field, each with a board of lamps."""
    board_m = 7.0
    levels = [(2.6 - 1.9 * t, t * (height_m - board_m + 1.0)) for t in np.linspace(0.0, 1.0, 6)]
    tower = _lattice(np.array(levels))
    lean = np.eye(4)
    lean[0, 2] = -LEAN_M / height_m
    foot = block((-2.6, -2.6, -1.5), (2.6, 2.6, 0.6), bowl.PALE)
    mast = merge([transformed(tower, lean), foot, move(_board(board_m, height_m), -LEAN_M)])
    x, y = MAST_AT
    places = [(x, y), (-x, y), (-x, -y), (x, -y)]
    turns = [float(np.degrees(np.arctan2(b, a))) for a, b in places]
    return at(mast, places, turn_deg=turns)


def _lattice(levels: F64) -> MeshData:
    """Four legs, rings and one brace a side through (half width, height) levels."""
    corner = np.array([(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)])
    flat = corner[None] * levels[:, None, :1]
    points = np.concatenate(
        [flat, np.broadcast_to(levels[:, None, 1:], (*flat.shape[:2], 1))], axis=2
    )
    low, high = points[:-1], points[1:]
    after = np.roll(points, -1, axis=1)
    legs = struts(low.reshape(-1, 3), high.reshape(-1, 3), 0.3, STEEL, caps=False)
    starts = np.concatenate([high, low]).reshape(-1, 3)
    ends = np.concatenate([after[1:], after[1:]]).reshape(-1, 3)
    return merge([legs, struts(starts, ends, 0.15, STEEL, caps=False)])


def _board(size_m: float, top_m: float) -> MeshData:
    """A frame of four rows of lamps, looking to -x and down."""
    wide = 9.0
    lamp = block((-0.45, -0.62, -0.55), (0.0, 0.62, 0.55), Paint("lamp_glass", "#F4F6FF"))
    y, z = np.meshgrid(np.linspace(-3.8, 3.8, 5), np.linspace(0.8, size_m - 0.8, 4))
    lamps = at(lamp, np.column_stack([np.zeros(y.size), y.ravel(), z.ravel()]))
    bars = [block((0.0, -wide / 2, v), (0.16, wide / 2, v + 0.14), STEEL)
            for v in np.linspace(0.0, size_m - 0.14, 5)]  # fmt: skip
    posts = [block((0.16, v - 0.1, 0.0), (0.4, v + 0.1, size_m), STEEL) for v in (-4.2, 0.0, 4.2)]
    board = turn(merge([lamps, *bars, *posts]), "y", -9.0)
    rise = top_m - float(board.bounds_m[1][2])
    return move(board, 0.6, 0.0, rise)


def scoreboard() -> MeshData:
    """The board over the south end, looking to the field."""
    z = bowl.top_m(bowl.ENDS)
    y = bowl.HALF_STRAIGHT_M + bowl.FIRST_M + bowl.depth_m(bowl.ENDS) - 1.4
    frame = block(
        (-11.0, y - 0.6, z + 2.6), (11.0, y + 0.8, z + 10.6), Paint("painted_metal", "#3A4650")
    )
    face = block((-10.4, y - 0.7, z + 3.1), (10.4, y - 0.55, z + 9.2), Paint("window", "#6A7480"))
    grid = [
        block((-10.4, y - 0.78, z + v), (10.4, y - 0.6, z + v + 0.1), STEEL) for v in (5.0, 7.0)
    ]
    legs = [
        block((x - 0.35, y - 0.3, z - 1.0), (x + 0.35, y + 0.5, z + 2.6), STEEL) for x in (-8, 0, 8)
    ]
    name = move(lettering("АЛМАТЫ", 0.9, WORD, out_m=0.1, spacing_m=0.4), 0.0, y - 0.62, z + 9.45)
    return merge([frame, face, *grid, *legs, name])
