"""The orphanage house: three-part front, rear wing, roofs and the porch with the main door."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, roof, stair, transform
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks.almaty_history_museum import parts
from almaty_tour.landmarks.almaty_history_museum.parts import (
    BOARD_DARK,
    BRICK,
    CAP,
    CREAM,
    EAVES_M,
    LEAF,
    LEAF_PANEL,
    PLAIN,
    PLINTH_M,
    RIDGE,
    RUBBLE,
    SHEET,
    SILL_M,
    WINDOW,
)
from almaty_tour.mesh.data import MeshData, Prism, as_part, merge

F64 = npt.NDArray[np.float64]

MAIN_M, CENTRE_FRONT_M, END_FRONT_M = -8.2, -9.4, -9.1
BACK_M = -0.4
HALF_M, END_M, CENTRE_M = 30.5, 8.6, 5.6
DEEP_X_M, DEEP_M = 14.2, 6.2
WING_M, WING_BACK_M = 4.4, 21.3
STEPS, TREAD_M = 8, 0.34
LANDING_M = -12.4
RISE_M = 3.1
TRANSOM = Opening(
    1.9,
    0.6,
    bars=(4, 1),
    frame_m=0.08,
    frame=CREAM,
    reveal_m=0.2,
    surround=CREAM,
    surround_m=0.16,
    surround_out_m=0.1,
)
HOLE = Opening(
    1.9,
    2.6,
    bars=(1, 1),
    frame_m=0.0,
    reveal_m=0.22,
    glass=LEAF,
    surround=CREAM,
    surround_m=0.22,
    surround_out_m=0.12,
)


def house() -> MeshData:
    """Everything of the timber house."""
    return merge(
        [
            as_part(_walls(), "walls"),
            as_part(_frames(), "windows"),
            as_part(_door(), "door"),
            as_part(_gables(), "gables"),
            as_part(_roofs(), "roof"),
            as_part(_porch(), "porch"),
        ]
    )


def outline() -> F64:
    """The plan of the walls, counter-clockwise from the front left corner."""
    inner = HALF_M - END_M
    return profile.line(
        (-HALF_M, END_FRONT_M),
        (-inner, END_FRONT_M),
        (-inner, MAIN_M),
        (-CENTRE_M, MAIN_M),
        (-CENTRE_M, CENTRE_FRONT_M),
        (CENTRE_M, CENTRE_FRONT_M),
        (CENTRE_M, MAIN_M),
        (inner, MAIN_M),
        (inner, END_FRONT_M),
        (HALF_M, END_FRONT_M),
        (HALF_M, DEEP_M),
        (DEEP_X_M, DEEP_M),
        (DEEP_X_M, BACK_M),
        (WING_M, BACK_M),
        (WING_M, WING_BACK_M),
        (-WING_M, WING_BACK_M),
        (-WING_M, BACK_M),
        (-HALF_M, BACK_M),
    )


def _axes(index: int, length_m: float) -> list[float]:
    """Middles of the windows of an edge of the outline."""
    if index in (0, 8):
        return [length_m / 2 + s * 2.35 for s in (-1, 0, 1)]
    if index in (2, 6):
        return [length_m * (i + 0.5) / 6 for i in range(6)]
    if index == 4:
        return [1.75, length_m - 1.75]
    count = {9: 4, 10: 4, 13: 6, 14: 2, 15: 6, 16: 8, 17: 2}.get(index, 0)
    return [length_m * (i + 0.5) / count for i in range(count)]


def _edges() -> list[tuple[int, F64, F64, float]]:
    points = outline()
    return [
        (i, a, b, float(np.linalg.norm(b - a)))
        for i, (a, b) in enumerate(zip(points, np.roll(points, -1, axis=0), strict=True))
    ]


def _walls() -> MeshData:
    pieces = []
    for index, a, b, length in _edges():
        rich = index <= 9 or index == 17
        kind = WINDOW if rich else PLAIN
        placed = [Placed(x, SILL_M, kind) for x in _axes(index, length)]
        vents = _axes(index, length)[::2] if index in (0, 2, 6, 8) else ()
        if index == 4:
            placed += [Placed(length / 2, 0.1, HOLE), Placed(length / 2, 3.0, TRANSOM)]
        pieces.append(transform.on_edge(parts.face(length, placed, rich=rich, vents=vents), a, b))
        if length > 4.0 and index <= 9:
            posts = transform.at(parts.corner(), [(0.3, 0.0), (length - 0.3, 0.0)])
            pieces.append(transform.on_edge(posts, a, b))
    return merge(pieces)


def _frames() -> MeshData:
    """Carved heads and aprons of the windows of the front and the left side."""
    pieces = []
    for index, a, b, length in _edges():
        if index in (0, 2, 4, 6, 8, 9, 17):
            spots = [(x, 0.0, PLINTH_M + SILL_M) for x in _axes(index, length)]
            pieces.append(transform.on_edge(transform.at(parts.hood(), spots), a, b))
    return merge(pieces)


def _door() -> MeshData:
    """The two leaves of the main door with raised panels and brass handles."""
    z, brass = PLINTH_M + 0.1, Paint("gilded_plaster")
    pieces = []
    for s in (-1.0, 1.0):
        x = s * 0.47
        pieces.append(
            block(
                (x - 0.45, CENTRE_FRONT_M + 0.08, z),
                (x + 0.45, CENTRE_FRONT_M + 0.2, z + 2.56),
                LEAF,
            )
        )
        for low, high in ((0.2, 0.8), (0.95, 1.5), (1.65, 2.4)):
            pieces.append(
                block(
                    (x - 0.31, CENTRE_FRONT_M + 0.04, z + low),
                    (x + 0.31, CENTRE_FRONT_M + 0.09, z + high),
                    LEAF_PANEL,
                )
            )
        pieces.append(
            block(
                (s * 0.1 - 0.025, CENTRE_FRONT_M - 0.03, z + 1.0),
                (s * 0.1 + 0.025, CENTRE_FRONT_M + 0.08, z + 1.4),
                brass,
            )
        )
    pieces.append(
        block((-0.04, CENTRE_FRONT_M + 0.02, z), (0.04, CENTRE_FRONT_M + 0.1, z + 2.56), CREAM)
    )
    pieces.append(
        block(
            (-1.1, CENTRE_FRONT_M - 0.2, PLINTH_M - 0.02),
            (1.1, CENTRE_FRONT_M + 0.25, PLINTH_M + 0.1),
            CAP,
        )
    )
    return merge(pieces)


def _gables() -> MeshData:
    """The gable over the middle and those over both ends."""
    middle = parts.gable(2 * CENTRE_M, RISE_M + 0.3, window=True)
    end = parts.gable(END_M, 2.5)
    x = HALF_M - END_M / 2
    return merge(
        [
            transform.move(middle, 0.0, CENTRE_FRONT_M - 0.05, EAVES_M + 0.1),
            *(transform.move(end, s * x, END_FRONT_M - 0.05, EAVES_M + 0.1) for s in (-1, 1)),
        ]
    )


def _roofs() -> MeshData:
    """Hipped sheet roofs, cross roofs behind the gables, dormers, chimneys, ridges."""
    z = EAVES_M + 0.08
    middle = (MAIN_M + BACK_M) / 2
    main = transform.move(
        roof.hip(2 * HALF_M, BACK_M - MAIN_M, 2.6, SHEET, z_m=z, eaves_m=0.6), y=middle
    )
    deep = roof.hip(HALF_M - DEEP_X_M, DEEP_M - MAIN_M, 3.0, SHEET, z_m=z, eaves_m=0.6)
    deep = transform.move(deep, (HALF_M + DEEP_X_M) / 2, (DEEP_M + MAIN_M) / 2)
    wing = roof.hip(WING_BACK_M + 6.0, 2 * WING_M, 2.7, SHEET, z_m=z, eaves_m=0.6)
    wing = transform.move(transform.turn_z(wing, 90.0), y=(WING_BACK_M - 6.0) / 2)
    cross = roof.gable(2 * CENTRE_M + 0.9, 8.0, RISE_M + 0.28, SHEET, z_m=z, along_y=True)
    cross = transform.move(cross, y=CENTRE_FRONT_M + 4.15)
    x = HALF_M - END_M / 2
    ends = [
        transform.move(
            roof.gable(END_M + 0.9, 6.0, 2.5, SHEET, z_m=z, along_y=True), s * x, END_FRONT_M + 3.15
        )
        for s in (-1, 1)
    ]
    chimney = merge(
        [extrude.box(0.9, 0.7, 2.6, BRICK), extrude.box(1.1, 0.9, 0.22, BRICK, bottom_m=2.4)]
    )
    flues = transform.at(
        chimney, [(s * 12.5, middle + 1.0, 7.0) for s in (-1, 1)] + [(1.6, 13.0, 7.0)]
    )
    looks = transform.at(parts.dormer(), [(s * 13.5, MAIN_M + 1.5, 6.9) for s in (-1, 1)])
    ridge = struts(
        [(-HALF_M + 3.9, middle, z + 2.62), (0.0, -4.0, z + 2.72)],
        [(HALF_M - 3.9, middle, z + 2.62), (0.0, WING_BACK_M - 4.6, z + 2.72)],
        0.2,
        RIDGE,
    )
    return merge([main, deep, wing, cross, *ends, flues, looks, ridge])


def _porch() -> MeshData:
    """Steps, landing and a small gabled canopy on turned posts before the main door."""
    flight = stair.straight(3.4, PLINTH_M, STEPS, CAP, tread_m=TREAD_M, y_m=LANDING_M)
    landing = block((-2.3, LANDING_M, -1.5), (2.3, CENTRE_FRONT_M - 0.1, PLINTH_M), RUBBLE)
    floor = block(
        (-2.3, LANDING_M - 0.05, PLINTH_M - 0.08), (2.3, CENTRE_FRONT_M - 0.1, PLINTH_M), CAP
    )
    top, y = 4.35, LANDING_M + 0.35
    posts = []
    for s in (-1.0, 1.0):
        posts.append(
            block((s * 2.0 - 0.15, y - 0.15, PLINTH_M), (s * 2.0 + 0.15, y + 0.15, top), BOARD_DARK)
        )
        for low, high in ((PLINTH_M, 1.55), (2.2, 2.4), (top - 0.35, top)):
            posts.append(
                block((s * 2.0 - 0.2, y - 0.2, low), (s * 2.0 + 0.2, y + 0.2, high), CREAM)
            )
        posts.append(_side_rail(s * 2.0))
    arch = extrude.panel(
        np.concatenate(
            [
                profile.line((-1.85, 0.0)),
                profile.arc((0.0, -0.35), (1.85, 0.65), 169, 11, 8),
                profile.line((1.85, 0.0), (1.85, 0.45), (-1.85, 0.45)),
            ]
        ),
        -0.06,
        0.06,
        CREAM,
    )
    beam = block((-2.25, y - 0.1, top), (2.25, CENTRE_FRONT_M - 0.1, top + 0.14), CREAM)
    head = parts.gable(4.4, 1.25)
    cover = transform.move(
        roof.gable(5.2, 3.6, 1.45, SHEET, z_m=top + 0.1, along_y=True), y=LANDING_M + 2.2
    )
    return merge(
        [
            landing,
            floor,
            flight,
            *posts,
            transform.move(arch, y=y, z=top - 0.45),
            beam,
            cover,
            transform.move(head, 0.0, y - 0.1, top + 0.12),
        ]
    )


def _side_rail(x_m: float) -> MeshData:
    """Rails and slim balusters beside the steps and the landing."""
    y0, y1, low = LANDING_M - STEPS * TREAD_M, CENTRE_FRONT_M - 0.2, 0.15
    ends = [
        ((x_m, LANDING_M + 0.3, PLINTH_M + 0.95), (x_m, y1, PLINTH_M + 0.95)),
        ((x_m * 0.92, y0, low + 0.95), (x_m * 0.92, LANDING_M, PLINTH_M + 0.95)),
    ]
    bars = struts([a for a, _ in ends], [b for _, b in ends], 0.14, CREAM)
    y = np.arange(y0 + 0.17, LANDING_M, 0.34)
    foot = low + (PLINTH_M - low) * (y - y0) / (LANDING_M - y0)
    stand = np.column_stack([np.full(len(y), x_m * 0.92), y, foot - 0.1])
    slim = struts(stand, stand + np.array([0.0, 0.0, 1.0]), 0.07, CREAM, caps=False)
    post = block((x_m * 0.92 - 0.12, y0 - 0.12, 0.0), (x_m * 0.92 + 0.12, y0 + 0.12, 1.3), CREAM)
    return merge([bars, slim, post])


def floors() -> tuple[Prism, ...]:
    """Steps and landing."""
    landing = profile.rectangle(
        4.6, CENTRE_FRONT_M - LANDING_M, (0.0, (CENTRE_FRONT_M + LANDING_M) / 2)
    )
    return (
        *stair.straight_floors(3.4, PLINTH_M, STEPS, tread_m=TREAD_M, y_m=LANDING_M),
        stair.floor(landing, PLINTH_M),
    )
