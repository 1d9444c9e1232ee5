"""The two storeys of the Ascension Cathedral: walls, windows, cornices, roofs.

Plan in the model frame (front to -y, metres): a square body about (0, 9.5), an arm 14.8 m
wide towards the west front, side vestibules north and south, a low altar apse to the east.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.bays import bayed_walls
from almaty_tour.kit.dice import diced
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks.ascension_cathedral import cornice, gables, ornament, paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

CENTRE_Y = 9.5
LOW_HALF = 13.8
HIGH_HALF = 12.9
ARM_LOW = 7.4
ARM_HIGH = 7.05
ARM_END = -19.5
PLINTH_M = 1.15
LOW_TOP = 6.75
HIGH_FOOT = 7.6
HIGH_TOP = 13.4
SINGLE = ornament.window(1.2, 2.45, (3, 4))
TWIN = ornament.window(1.0, 2.45, (2, 4))
UPPER = ornament.window(1.05, 1.95, (2, 3))
LARGE = ornament.window(2.0, 2.55, (5, 4))
LOW_SILL = 2.95
HIGH_SILL = 9.35


def lower_outline() -> F64:
    """The plan of the lower storey: body, vestibules, arm and apse, counter-clockwise."""
    b, low, high = LOW_HALF, CENTRE_Y - LOW_HALF, CENTRE_Y + LOW_HALF
    v, out = 7.0, 16.0
    right = [
        (ARM_LOW, low), (b, low), (b, CENTRE_Y - v), (out, CENTRE_Y - v), (out, CENTRE_Y + v),
        (b, CENTRE_Y + v), (b, high), (6.9, high), (4.2, 27.95),
    ]  # fmt: skip
    left = [(-x, y) for x, y in reversed(right)]
    return profile.line((-ARM_LOW, ARM_END), (ARM_LOW, ARM_END), *right, *left)


def upper_outline() -> F64:
    """The plan of the upper storey: a square and the arm."""
    h, low, high = HIGH_HALF, CENTRE_Y - HIGH_HALF, CENTRE_Y + HIGH_HALF
    return profile.line(
        (-ARM_HIGH, ARM_END + 0.3), (ARM_HIGH, ARM_END + 0.3), (ARM_HIGH, low), (h, low),
        (h, high), (-h, high), (-h, low), (-ARM_HIGH, low),
    )  # fmt: skip


def body() -> MeshData:
    """Both storeys with their roofs, without the west porch and the towers."""
    return merge([_plinth(), _lower(), _upper(), _low_roofs(), _high_roofs()])


def _plinth() -> MeshData:
    """Maroon base with white fields, white and green base mouldings over it."""
    outline = lower_outline()
    core = extrude.prism(
        profile.offset(outline, 0.22), -1.5, PLINTH_M, paint.MAROON, crease_deg=0.0
    )
    band = profile.line((0.0, 0.0), (0.3, 0.0), (0.3, 0.22), (0.2, 0.3), (0.0, 0.34))
    white = extrude.sweep(band, outline, paint.WHITE, z_m=PLINTH_M)
    green = extrude.sweep(band * [0.7, 0.5], outline, paint.ROOF, z_m=PLINTH_M + 0.34)
    pieces = [core, white, green]
    for a, b in _edges(profile.offset(outline, 0.22)):
        length = float(np.linalg.norm(b - a))
        count = max(1, round(length / 3.2))
        unit = length / count
        if unit < 1.2:
            continue
        outer = profile.rectangle(unit - 0.6, 0.7, (unit / 2, 0.62))
        inner = profile.offset(outer, -0.1)
        frame = ornament.painted(outer, -0.03, paint.WHITE, [inner])
        row = transform.at(frame, [(i * unit, 0.0) for i in range(count)])
        pieces.append(transform.on_edge(row, a, b))
    return merge(pieces)


def _edges(outline: F64) -> list[tuple[F64, F64]]:
    return list(zip(outline, np.roll(outline, -1, axis=0), strict=True))


def _twin(x: float, sill: float) -> list[Placed]:
    pane = ornament.bare(TWIN)
    return [Placed(x + shift, sill, pane) for shift in (-0.65, 0.65)]


def _lower() -> MeshData:
    """Lower walls with windows: edges are counted from the west front counter-clockwise."""
    outline = lower_outline()
    sill, height = LOW_SILL - PLINTH_M, LOW_TOP - PLINTH_M - cornice.WALL_BELOW_M
    arm = [Placed(x, sill, SINGLE) for x in (3.2, 7.7, 12.2)]
    arm_left = [Placed(x, sill, SINGLE) for x in (3.0, 7.5, 12.0)]
    side_a, side_b = _twin(3.45, sill), _twin(3.35, sill)
    vestibule = [Placed(7.0 + s * 4.45, sill, SINGLE) for s in (-1, 1)]
    front = _twin(3.3, sill)
    apse_side = [Placed(2.4, sill, UPPER)]
    sides: dict[int, Sequence[Placed]] = {
        1: arm, 2: front, 3: side_a, 5: vestibule, 7: side_b, 8: _twin(3.4, sill),
        9: apse_side, 10: [Placed(4.2, sill, SINGLE)], 11: apse_side,
        12: _twin(3.5, sill), 13: side_a, 15: vestibule, 17: side_b, 18: _twin(3.1, sill),
        19: arm_left,
    }  # fmt: skip
    shell = bayed_walls(outline, height, paint.YELLOW, sides, z_m=PLINTH_M, edge_m=3.0)
    return merge(
        [
            shell,
            _lower_dress(outline, sides),
            cornice.cornices(outline, (5, 15), gap_m=2.3, foot_m=LOW_TOP, high_m=0.65, out_m=0.5),
        ]
    )


def _lower_dress(outline: F64, sides: dict[int, Sequence[Placed]]) -> MeshData:
    """Straight hoods and twin boards over the windows, pilasters at the corners."""
    pieces: list[MeshData] = []
    edges = _edges(outline)
    for edge, openings in sides.items():
        a, b = edges[edge]
        for middle, width in _groups(openings):
            top = LOW_SILL + openings[0].opening.height_m
            hood = transform.move(ornament.flat_hood(width + 0.7, 0.5), middle, 0.0, top + 0.1)
            pieces.append(transform.on_edge(hood, a, b))
            if width > 1.5:
                pieces.append(transform.on_edge(_twin_boards(middle, width, top), a, b))
    tall = LOW_TOP - PLINTH_M - 0.5
    shaft = ornament.pilaster(0.85, tall)
    for edge, places in _PILASTERS.items():
        a, b = edges[edge]
        length = float(np.linalg.norm(b - a))
        row = transform.at(
            shaft, [(x if x >= 0 else length + x, 0.0, PLINTH_M + 0.5) for x in places]
        )
        pieces.append(transform.on_edge(row, a, b))
    return merge(pieces)


_PILASTERS: dict[int, tuple[float, ...]] = {
    1: (0.5, 5.45, 9.95, -0.6), 2: (0.5, -0.5), 3: (0.5, -0.5), 4: (0.5, -0.45),
    5: (0.5, 4.35, 9.65, -0.5), 6: (0.45, -0.5), 7: (0.5, -0.5), 8: (0.5, -0.5), 10: (0.5, -0.5),
    12: (0.5, -0.5), 13: (0.5, -0.5), 14: (0.5, -0.45), 15: (0.5, 4.35, 9.65, -0.5),
    16: (0.45, -0.5), 17: (0.5, -0.5), 18: (0.5, -0.5), 19: (0.6, 5.25, 9.75, -0.5),
}  # fmt: skip


def _groups(openings: Sequence[Placed]) -> list[tuple[float, float]]:
    """Middle and width of each window or twin on a wall."""
    bare = [p for p in openings if p.opening.surround is None]
    single = [(p.x_m, p.opening.width_m) for p in openings if p.opening.surround is not None]
    if bare:
        low, high = bare[0], bare[-1]
        width = high.x_m - low.x_m + low.opening.width_m
        single.append(((low.x_m + high.x_m) / 2, width))
    return single


def _twin_boards(middle: float, width: float, top: float) -> MeshData:
    """White boards round a pair of windows and a sill on brackets."""
    half, low = width / 2, LOW_SILL
    boxes = [
        ((middle - half - 0.3, -0.1, low), (middle - half, 0.0, top)),
        ((middle + half, -0.1, low), (middle + half + 0.3, 0.0, top)),
        ((middle - 0.15, -0.1, low), (middle + 0.15, 0.0, top)),
        ((middle - half - 0.4, -0.2, low - 0.18), (middle + half + 0.4, 0.1, low)),
    ]
    boxes += [
        ((x - 0.12, -0.12, low - 0.45), (x + 0.12, 0.0, low - 0.18))
        for x in (middle - half - 0.1, middle, middle + half + 0.1)
    ]
    return merge([ornament.board((a[0], a[2]), (b[0], b[2]), -a[1], paint.WHITE) for a, b in boxes])


def _upper() -> MeshData:
    """Upper walls; the south and north sides have 1-1-large-1-1 windows."""
    outline = upper_outline()
    sill, height = HIGH_SILL - HIGH_FOOT, HIGH_TOP - HIGH_FOOT - cornice.WALL_BELOW_M
    five = [Placed(HIGH_HALF + x, sill, UPPER) for x in (-9.4, -4.5, 4.5, 9.4)]
    five.insert(2, Placed(HIGH_HALF, sill + 0.3, LARGE))
    arm = [Placed(x, sill, UPPER) for x in (2.2, 7.9, 13.4)]
    arm_left = [Placed(15.8 - x, sill, UPPER) for x in (13.4, 7.9, 2.2)]
    side = [Placed(2.9, sill, UPPER)]
    sides: dict[int, Sequence[Placed]] = {
        1: arm, 2: side, 3: five, 4: five, 5: five, 6: side, 7: arm_left,
    }  # fmt: skip
    shell = bayed_walls(
        outline, height, paint.YELLOW, {0: west_windows(), **sides}, z_m=HIGH_FOOT, edge_m=3.0
    )
    dress = [_upper_dress(outline, sides)]
    for edge in (3, 5):
        a, b = _edges(outline)[edge]
        dress.append(
            transform.on_edge(transform.move(gables.side_gable(), HIGH_HALF, 0.0, HIGH_TOP), a, b)
        )
    return merge(
        [
            shell,
            *dress,
            cornice.cornices(outline, (3, 5), gap_m=3.0, foot_m=HIGH_TOP, high_m=0.75, out_m=0.6),
        ]
    )


def west_windows() -> list[Placed]:
    """Two square windows and an arched one in the front of the arm's upper storey."""
    side = ornament.window(1.6, 2.1, (4, 4))
    middle = Opening(
        2.6, 3.0, head="round", reveal_m=0.22, bars=(4, 4), frame_m=0.16, frame=paint.LATTICE,
        reveal=paint.WHITE, surround=paint.WHITE, surround_m=0.25,
    )  # fmt: skip
    places = [Placed(ARM_HIGH + x, 1.2, side) for x in (-4.9, 4.9)]
    return [*places, Placed(ARM_HIGH, 1.0, middle)]


def _upper_dress(outline: F64, sides: dict[int, Sequence[Placed]]) -> MeshData:
    pieces: list[MeshData] = []
    edges = _edges(outline)
    shaft = ornament.pilaster(0.8, HIGH_TOP - HIGH_FOOT - 0.1)
    string = profile.line((0, 0), (0.1, 0.05), (0.1, 0.25), (0, 0.3))
    for edge, openings in sides.items():
        a, b = edges[edge]
        length = float(np.linalg.norm(b - a))
        for placed in openings:
            width = placed.opening.width_m + 1.0
            top = HIGH_FOOT + placed.z_m + placed.opening.height_m
            hood = transform.move(
                ornament.keel_hood(width, 0.42 * width + 0.1), placed.x_m, 0.0, top + 0.22
            )
            pieces.append(transform.on_edge(hood, a, b))
        places = [0.45, length - 0.45]
        if len(openings) == 5:
            places += [HIGH_HALF + x for x in (-6.6, -2.6, 2.6, 6.6)]
        if len(openings) == 3:
            places.append(length / 2 - 2.6)
        row = transform.at(shaft, [(x, 0.0, HIGH_FOOT) for x in places])
        pieces.append(transform.on_edge(row, a, b))
        path = profile.line((0.1, 0.0), (length - 0.1, 0.0))
        course = extrude.sweep(string, path, paint.WHITE, z_m=HIGH_SILL - 0.55, closed=False)
        pieces.append(transform.on_edge(course, a, b))
    return merge(pieces)


def _low_roofs() -> MeshData:
    """Green sheet over the lower storey: the ring, vestibules, arm and apse."""
    top = LOW_TOP + 0.62
    body_low = profile.rectangle(2 * LOW_HALF + 1.0, 2 * LOW_HALF + 1.0, (0.0, CENTRE_Y))
    body_high = profile.rectangle(2 * HIGH_HALF, 2 * HIGH_HALF, (0.0, CENTRE_Y))
    pieces = [_hip(body_low, body_high, top, HIGH_FOOT + 0.25)]
    arm_low = profile.rectangle(2 * ARM_LOW + 1.0, 15.6, (0.0, ARM_END + 8.1))
    arm_high = profile.rectangle(2 * ARM_HIGH, 15.6, (0.0, ARM_END + 8.1))
    pieces.append(_hip(arm_low, arm_high, top, HIGH_FOOT + 0.2))
    for side in (-1.0, 1.0):
        low = profile.rectangle(4.4, 15.0, (side * 13.8, CENTRE_Y))
        high = profile.rectangle(1.6, 9.4, (side * 12.9, CENTRE_Y))
        pieces.append(_hip(low, high, top, HIGH_FOOT + 0.95))
    apse = profile.line(
        (-7.4, 22.5), (7.4, 22.5), (7.4, 23.6), (4.6, 28.2), (-4.6, 28.2), (-7.4, 23.6)
    )
    crown = profile.line(
        (-3.0, 21.8), (3.0, 21.8), (3.0, 22.2), (1.2, 23.0), (-1.2, 23.0), (-3.0, 22.2)
    )
    pieces.append(_hip(apse, crown, top, HIGH_FOOT + 2.2))
    return merge(pieces)


def _hip(low: F64, high: F64, z0: float, z1: float) -> MeshData:
    slope = extrude.prism(low, z0, z1, paint.ROOF, top_outline=high, crease_deg=0.0,
                          bottom=False)  # fmt: skip
    return diced(slope, 4.4)


def _high_roofs() -> MeshData:
    """The upper roof round the octagons, the arm's saddle, white lace along the edges."""
    z = HIGH_TOP + 0.72
    square = profile.rectangle(2 * HIGH_HALF, 2 * HIGH_HALF, (0.0, CENTRE_Y))
    top = profile.rectangle(12.0, 12.0, (0.0, CENTRE_Y))
    main = _hip(square, top, z, 16.0)
    low = profile.rectangle(2 * ARM_HIGH + 1.2, 17.0, (0.0, ARM_END + 9.5))
    high = profile.rectangle(5.0, 17.0, (0.0, ARM_END + 9.5))
    arm = _hip(low, high, z, 15.4)
    pieces = [main, arm]
    outline = upper_outline()
    for index, (a, b) in enumerate(_edges(profile.offset(outline, 0.25))):
        length = float(np.linalg.norm(b - a))
        if index == 0:
            continue
        runs = [(0.2, length - 0.2)]
        if index in (3, 5):
            runs = [(0.2, HIGH_HALF - 3.3), (HIGH_HALF + 3.8, length - 0.2)]
        for start, end in runs:
            run = transform.move(ornament.lace(end - start), start, 0.0, z + 0.03)
            pieces.append(transform.on_edge(run, a, b))
    return merge(pieces)
