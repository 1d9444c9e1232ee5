"""Walls of the Ykhlas museum: rubble foot, lapped boards, framed windows, clerestory, gables."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from almaty_tour.kit import extrude, hexahedra, ornament, profile, transform
from almaty_tour.kit.bays import bayed_wall
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks.ykhlas_museum import carving, plan
from almaty_tour.landmarks.ykhlas_museum.plan import (
    BOARD,
    BOARD_DARK,
    DOOR,
    EAVES_M,
    FRONT_M,
    GABLE_HALF_M,
    GABLE_RISE_M,
    GABLE_X_M,
    LACE,
    OUTLINE,
    PLINTH_M,
    TOWER,
    TOWER_EAVES_M,
    TRIM,
)
from almaty_tour.mesh.data import MeshData, as_part, merge

SILL_M, PANE_M, RAIL_M = 0.82, 2.6, 3.5
BACK_EDGE = 10
WALL_M = EAVES_M - PLINTH_M
WIDE = Opening(1.45, PANE_M, bars=(2, 4), reveal_m=0.18, frame_m=0.12, frame=TRIM,
               surround=TRIM, surround_m=0.16, surround_out_m=0.1, sill_out_m=0.16)  # fmt: skip
SLIM = Opening(0.72, PANE_M, bars=(1, 4), reveal_m=0.18, frame_m=0.1, frame=TRIM,
               surround=TRIM, surround_m=0.14, surround_out_m=0.1, sill_out_m=0.16)  # fmt: skip
PLAIN = Opening(1.45, PANE_M, bars=(2, 2), reveal_m=0.18, frame_m=0.12, frame=TRIM,
                surround=TRIM, surround_m=0.16, surround_out_m=0.1)  # fmt: skip
TINY = Opening(0.66, 0.76, bars=(1, 1), reveal_m=0.14, frame_m=0.07, frame=TRIM,
               surround=TRIM, surround_m=0.14, surround_out_m=0.07, sill_out_m=0.1)  # fmt: skip
LEAVES = Opening(1.9, 2.45, bars=(2, 3), reveal_m=0.22, frame_m=0.14, frame=TRIM, glass=DOOR,
                 surround=LACE, surround_m=0.2, surround_out_m=0.1)  # fmt: skip
FANLIGHT = Opening(1.9, 0.55, bars=(4, 1), reveal_m=0.18, frame_m=0.08, frame=TRIM,
                   surround=LACE, surround_m=0.12, surround_out_m=0.1)  # fmt: skip


def house() -> MeshData:
    """All walls from the ground to the eaves, without roofs."""
    return merge(
        [
            as_part(_plinth(), "plinth"),
            as_part(merge([_storey(), _hall()]), "walls"),
            as_part(_tower(), "tower"),
            as_part(_gables(), "gables"),
            as_part(_plaques(), "plaques"),
        ]
    )


def _plinth() -> MeshData:
    section = profile.line((0.2, -1.5), (0.2, PLINTH_M - 0.12), (0.12, PLINTH_M), (0.0, PLINTH_M))
    vent = block((-0.35, -0.22, 0.25), (0.35, 0.0, 0.5), plan.STEEL.shaded(0.5))
    vents = [transform.on_edge(vent, (x, y), (x + 1, y))
             for x, y in ((-9.8, plan.WING_FRONT_M), (9.8, plan.WING_FRONT_M))]  # fmt: skip
    return merge([extrude.sweep(section, OUTLINE, plan.RUBBLE, crease_deg=20.0), *vents])


# The storey ---------------------------------------------------------------------------------


def _windows(index: int, length: float) -> list[Placed]:
    """The openings of an edge of the outline, x from its left end."""
    gable = GABLE_X_M - plan.PAVILION_M
    group = [(-1.42, SLIM), (0.0, WIDE), (1.42, SLIM)]
    if index == 0:
        axes = [(length - gable + x, kind) for x, kind in group] + [(1.75, WIDE)]
    elif index == 8:
        axes = [(gable + x, kind) for x, kind in group] + [(length - 1.75, WIDE)]
    elif index in (2, 6):
        axes = [(length * share, WIDE) for share in (0.18, 0.5, 0.82)]
    elif index == 4:
        axes = [(1.05, SLIM), (length - 1.05, SLIM)]
    elif index in (9, 10, 11):
        count = 9 if index == BACK_EDGE else 5
        kind = PLAIN if index == BACK_EDGE else WIDE
        axes = [(length * (i + 0.5) / count, kind) for i in range(count)]
    else:
        return []
    placed = [Placed(x, SILL_M, kind) for x, kind in axes]
    if index == 4:
        placed += [Placed(length / 2, 0.32, LEAVES), Placed(length / 2, 2.92, FANLIGHT)]
    return placed


def _storey() -> MeshData:
    pieces = [_face(index) for index in range(len(OUTLINE))]
    corners = [p for i, p in enumerate(OUTLINE) if i not in (2, 3, 6, 7)]
    pieces.append(carving.posts([(float(x), float(y)) for x, y in corners], PLINTH_M, EAVES_M))
    pieces.append(carving.teeth(OUTLINE, EAVES_M - 0.1, height_m=0.3))
    return merge(pieces)


def _face(index: int) -> MeshData:
    """One edge of the house: wall with openings, boards, aprons under windows, rails."""
    a, b = OUTLINE[index], OUTLINE[(index + 1) % len(OUTLINE)]
    length = float(np.linalg.norm(b - a))
    placed = _windows(index, length)
    holes = [_frame_hole(p) for p in placed]
    aprons = [p for p in placed if p.z_m == SILL_M]
    boards_out = holes + [(p.x_m - 0.9, p.x_m + 0.9, 0.14, SILL_M) for p in aprons
                          if p.opening is WIDE]  # fmt: skip
    board, pitch = (0.33, 0.5) if index == BACK_EDGE else (0.19, 0.26)
    pieces = [
        bayed_wall(length, WALL_M, BOARD_DARK, placed, edge_m=3.0),
        carving.clapboards(length, 0.14, RAIL_M, boards_out, board),
        block((0.0, -0.1, 0.0), (length, 0.0, 0.14), TRIM),
        block((0.0, -0.11, RAIL_M), (length, 0.0, RAIL_M + 0.2), TRIM),
        carving.battens(length, RAIL_M + 0.2, WALL_M - 0.2, (), pitch),
    ]
    wide = np.array([(p.x_m, 0.0, 0.14) for p in aprons if p.opening is WIDE])
    if len(wide):
        pieces.append(transform.at(_apron(), wide))
    return transform.on_edge(merge(pieces), a, b, PLINTH_M)


def _frame_hole(placed: Placed) -> tuple[float, float, float, float]:
    """What an opening with its frame takes of the boards."""
    kind = placed.opening
    half = kind.width_m / 2 + kind.surround_m
    return (placed.x_m - half, placed.x_m + half, placed.z_m - 0.05,
            placed.z_m + kind.height_m + kind.surround_m)  # fmt: skip


def _apron() -> MeshData:
    """A panel of slanted boards under a window, parted in the middle, with a carved hem."""
    wide, tall = 1.6, SILL_M - 0.24
    starts, ends = [], []
    for x in np.arange(0.0, wide / 2 + tall, 0.18):
        low, high = min(x, wide / 2), max(0.0, x - wide / 2)
        foot, top = max(0.0, x - tall), min(x, tall)
        if low - foot > 0.06:
            for s in (-1.0, 1.0):
                starts.append((s * low, -0.045, high + 0.02))
                ends.append((s * foot, -0.045, top))
    slats = hexahedra.struts(
        np.array(starts), np.array(ends), 0.13, BOARD, depth_m=0.04, caps=False
    )
    frame = panel(profile.rectangle(1.8, tall + 0.1, (0.0, tall / 2)), -0.08, 0.0, TRIM,
                  holes=[profile.rectangle(1.6, tall - 0.08, (0.0, tall / 2))])  # fmt: skip
    hem = profile.smooth(
        [(-0.5, tall - 0.04), (-0.3, tall - 0.2), (-0.14, tall - 0.13), (0.0, tall - 0.24),
         (0.14, tall - 0.13), (0.3, tall - 0.2), (0.5, tall - 0.04)], 1
    )  # fmt: skip
    return merge([slats, frame, panel(hem, -0.1, 0.0, LACE, back=False)])


# Hall, tower, gables ------------------------------------------------------------------------


def _hall() -> MeshData:
    """The raised middle hall: upright boards under its own eaves."""
    half, front, back = plan.PAVILION_M, plan.HALL_FRONT_M, plan.BACK_M
    outline = profile.line((-half, front), (half, front), (half, back), (-half, back))
    tall = plan.HALL_EAVES_M - EAVES_M
    pieces = []
    for a, b in zip(outline, np.roll(outline, -1, axis=0), strict=True):
        length = float(np.linalg.norm(b - a))
        face = merge([diced(bayed_wall(length, tall, BOARD_DARK), 2.5),
                      carving.battens(length, 0.0, tall, (), 0.5)])  # fmt: skip
        pieces.append(transform.on_edge(face, a, b, EAVES_M))
    line = profile.line((-half, front), (half, front))
    teeth = carving.teeth(line, plan.HALL_EAVES_M - 0.15, closed=False, height_m=0.22)
    return merge([*pieces, teeth])


def _tower() -> MeshData:
    """The second storey: lapped boards, a tooth board, upright boards with four tiny windows."""
    length, foot = 2 * plan.TOWER_M, EAVES_M
    tall, belt = TOWER_EAVES_M - foot, 1.45
    placed = [Placed(length * (i + 0.75) / 4.5, belt + 1.0, TINY) for i in range(4)]
    holes = [_frame_hole(p) for p in placed]
    face = merge(
        [
            bayed_wall(length, tall, BOARD_DARK, placed, edge_m=2.2),
            carving.clapboards(length, 0.0, belt - 0.1, []),
            carving.battens(length, belt + 0.1, tall - 0.3, holes),
            block((0.0, -0.14, tall - 0.3), (length, 0.0, tall), TRIM),
        ]
    )  # fmt: skip
    sides = [
        transform.on_edge(face, a, b, foot)
        for a, b in zip(TOWER, np.roll(TOWER, -1, axis=0), strict=True)
    ]
    corners = [(float(x), float(y)) for x, y in TOWER]
    return merge(
        [
            *sides,
            carving.teeth(TOWER, foot + belt, height_m=0.34, out_m=0.1),
            carving.posts(corners, PLINTH_M, TOWER_EAVES_M),
        ]
    )


def _plaques() -> MeshData:
    """Dark name plates on both sides of the door."""
    plate = merge(
        [
            block((-0.34, -0.12, 2.35), (0.34, 0.0, 3.15), plan.PLAQUE),
            panel(profile.rectangle(0.76, 0.88, (0.0, 2.75)), -0.14, 0.0, LACE,
                  holes=[profile.rectangle(0.66, 0.78, (0.0, 2.75))]),
        ]
    )  # fmt: skip
    return transform.at(plate, [(-1.85, FRONT_M), (1.85, FRONT_M)])


def gable_line(out_m: float = 0.0) -> list[tuple[float, float]]:
    """The flared gable of a pavilion about x = 0, left to right, (x, z)."""
    half, rise = GABLE_HALF_M, GABLE_RISE_M
    right = [(0.0, rise), (0.42 * half, 0.52 * rise), (0.82 * half, 0.13 * rise),
             (1.18 * half, -0.03 * rise)]  # fmt: skip
    line = [(x, EAVES_M + z + out_m) for x, z in right]
    return [(-x, z) for x, z in reversed(line[1:])] + line


def _gables() -> MeshData:
    """The steep front gables of the pavilions with their barge boards, combs and needles."""
    line = np.array(gable_line())
    field = np.concatenate([[(-GABLE_HALF_M, EAVES_M - 0.02), (GABLE_HALF_M, EAVES_M - 0.02)],
                            line[-2:0:-1]])  # fmt: skip
    wall = diced(panel(field, 0.0, 0.4, BOARD_DARK), 1.4)
    x = np.arange(-GABLE_HALF_M + 0.25, GABLE_HALF_M, 0.26)
    top = np.interp(x, line[:, 0], line[:, 1]) - 0.1
    start = np.column_stack([x, np.full(len(x), -0.015), np.full(len(x), EAVES_M + 0.55)])
    end = np.column_stack([x, np.full(len(x), -0.015), top])
    tall = top > EAVES_M + 0.6
    boards = hexahedra.struts(start[tall], end[tall], 0.09, BOARD, depth_m=0.04, caps=False)
    belt = carving.teeth([(-GABLE_HALF_M + 0.5, 0.0), (GABLE_HALF_M - 0.5, 0.0)], EAVES_M + 0.5,
                         closed=False, height_m=0.3)  # fmt: skip
    rose = transform.move(ornament.rosette(0.42, 0.06, LACE), z=EAVES_M + 1.5)
    barge = carving.barge(gable_line(), -0.72)
    apex = EAVES_M + GABLE_RISE_M
    crown = transform.move(transform.turn_z(carving.crown_plate(0.95), 90.0), 0.0, -0.35, apex)
    needle = transform.move(carving.finial(3.2, 0.17), 0.0, -0.35, apex + 0.85)
    one = transform.move(merge([wall, boards, belt, rose, barge, crown, needle]), y=FRONT_M)
    return merge([transform.move(one, s * GABLE_X_M) for s in (-1.0, 1.0)])


def pipe_points() -> Sequence[tuple[float, float]]:
    """Plan corners at which green downpipes run down."""
    return ((-plan.HALF_M, FRONT_M), (-plan.PAVILION_M, FRONT_M), (plan.PAVILION_M, FRONT_M),
            (plan.HALF_M, FRONT_M), (-plan.TOWER_M, FRONT_M), (plan.TOWER_M, FRONT_M))  # fmt: skip
