"""The long ochre body of the opera: side walls of windows, green roofs, raised auditorium."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.landmarks.abai_opera import ornament, seams
from almaty_tour.landmarks.abai_opera import plan as front
from almaty_tour.landmarks.abai_opera.ornament import CARVED, F64, WHITE
from almaty_tour.landmarks.abai_opera.plan import (
    BASE_M,
    GREEN,
    GREEN_PALE,
    OCHRE,
    PLINTH_M,
)
from almaty_tour.landmarks.abai_opera.portal import base_course, framed_field
from almaty_tour.mesh.data import MeshData, as_part, merge

HALF_M = 24.6
FRONT_M = front.WING_M
BACK_M = 44.4
FRIEZE_M = 14.4
EAVES_M = 15.6
CORNER_BAY_M = 8.0
TALL_AXES, LOW_AXES = 8, 9
AXIS_M = 4.2
PALE = Paint("plaster", "#E6DDB4")
PALE_STRIP = Paint("plaster", "#EFE7CB")
PALE_FIELD = Paint("plaster", "#D3C798")
WINDOW = Paint("window")

OUTLINE = profile.line((-HALF_M, FRONT_M), (HALF_M, FRONT_M), (HALF_M, BACK_M), (-HALF_M, BACK_M))


def body(top_m: float) -> MeshData:
    """Walls, cornice and roofs; the ridge of the raised block lies at `top_m`."""
    return merge(
        [
            as_part(merge([_base(), _upper(), _cornice(), _wing_fronts()]), "body"),
            as_part(merge([_main_roof(), _railing(), _hall_roof(), _shoulder()]), "roof"),
            as_part(_auditorium(top_m), "auditorium"),
        ]
    )


# Walls ------------------------------------------------------------------------------------


def _edges() -> list[tuple[F64, F64]]:
    return list(zip(OUTLINE, np.roll(OUTLINE, -1, axis=0), strict=True))


def _base() -> MeshData:
    """The base storey: grooved round the front corners, with low windows along the sides."""
    hole = Opening(1.4, 2.3, bars=(2, 3), surround=WHITE, surround_m=0.2, sill_out_m=0.14)
    plinth = profile.line((0, -1.5), (0.32, -1.5), (0.32, PLINTH_M - 0.08), (0.24, PLINTH_M),
                          (0, PLINTH_M))  # fmt: skip
    pieces = [extrude.sweep(plinth, OUTLINE, front.PLINTH)]
    height = BASE_M - PLINTH_M
    for index, (a, b) in enumerate(_edges()):
        length = float(np.hypot(*(b - a)))
        holes = [Placed(x, 0.7, hole) for x in _axes(index, length)]
        pieces.append(transform.on_edge(wall(length, height, OCHRE, holes), a, b, PLINTH_M))
    corner = FRONT_M + CORNER_BAY_M
    left = profile.line((-HALF_M, corner), (-HALF_M, FRONT_M), (-front.HALF_M + 0.2, FRONT_M))
    right = left[::-1] * np.array([-1.0, 1.0])
    pieces += [base_course(left), base_course(right)]
    pieces.append(
        extrude.sweep(profile.string_course(0.22, 0.16), OUTLINE, OCHRE, z_m=BASE_M - 0.22)
    )
    return merge(pieces)


def _axes(index: int, length: float) -> F64:
    """Middles of the window axes along edge `index`: 17 on the long sides, 9 behind."""
    if index == 0:
        return np.zeros(0)
    if index == 2:
        return np.asarray((np.arange(9) - 4.0) * 4.9 + length / 2, np.float64)
    from_front = CORNER_BAY_M + 1.6 + (np.arange(TALL_AXES + LOW_AXES) + 0.5) * AXIS_M
    return np.asarray(from_front if index == 1 else length - from_front, np.float64)


def _upper() -> MeshData:
    """Foyer axes with one tall window each, then axes with two rows, between white strips."""
    tall = _window(4.1, 4)
    low, high = _window(2.3, 3), _window(2.2, 3)
    top = FRIEZE_M - BASE_M - 0.5
    strip = panel(profile.rectangle(0.84, top, (0, top / 2)), -0.16, 0.0, WHITE, back=False)
    head = panel(profile.rectangle(1.04, 0.3, (0, top + 0.15)), -0.22, 0.0, WHITE, back=False)
    pieces = []
    for index, (a, b) in enumerate(_edges()):
        length = float(np.hypot(*(b - a)))
        axes = _axes(index, length)
        in_foyer = TALL_AXES if index in (1, 3) else 0
        holes = [Placed(x, 2.9, tall) for x in axes[:in_foyer]]
        holes += [Placed(x, z, o) for x in axes[in_foyer:] for z, o in ((1.0, low), (4.85, high))]
        fields = [
            panel(profile.rectangle(1.4, 1.3, (x, 1.6)), -0.08, 0.0, CARVED, back=False)
            for x in axes[:in_foyer]
        ]
        between = (axes[:-1] + axes[1:]) / 2
        strips = transform.at(merge([strip, head]), np.column_stack([between, 0 * between]))
        side = wall(length, FRIEZE_M - BASE_M, OCHRE, holes)
        pieces.append(transform.on_edge(merge([side, *fields, strips]), a, b, BASE_M))
    field = transform.scale(framed_field(), 0.95, 1.0, 0.9)
    middle = FRONT_M + CORNER_BAY_M / 2
    for s in (1, -1):
        piece = transform.turn_z(field, s * 90.0)
        pieces.append(transform.move(piece, s * HALF_M, middle, BASE_M))
    return merge(pieces)


def _window(height_m: float, rows: int) -> Opening:
    return Opening(1.5, height_m, bars=(2, rows), reveal_m=0.3, surround=WHITE, surround_m=0.24,
                   surround_out_m=0.12, sill_out_m=0.2)  # fmt: skip


def _cornice() -> MeshData:
    band = profile.line((0, 0), (0.12, 0), (0.12, 0.34), (0, 0.34))
    crown = profile.cornice(EAVES_M - FRIEZE_M - 0.3, 0.72)
    pieces = [
        extrude.sweep(band, OUTLINE, WHITE, z_m=FRIEZE_M),
        extrude.sweep(crown, OUTLINE, WHITE, z_m=FRIEZE_M + 0.3),
    ]
    tooth = ornament.tooth(0.22, 0.26, 0.0, 0.22)
    for a, b in _edges():
        count = round(float(np.hypot(*(b - a))) / 0.85)
        z = FRIEZE_M + 0.36
        pieces.append(transform.along(tooth, (*a, z), (*b, z), count, ends=False))
    return merge(pieces)


def _wing_fronts() -> MeshData:
    """The tall playbill frame on each wing, as it always hangs there."""
    x = (front.HALF_M + HALF_M) / 2 + 0.1
    board = panel(profile.rectangle(4.5, 7.2), -0.16, -0.06, Paint("painted_metal", "#1E2B4A"))
    frame = panel(profile.rectangle(4.7, 7.4), -0.2, 0.0, CARVED,
                  holes=[profile.rectangle(4.42, 7.12)], back=False)  # fmt: skip
    plates = transform.at(ornament.scroll_print(3.6, 0.9), [(0, -0.16, z) for z in (2.7, -2.7)])
    half = transform.move(ornament.scroll_print(2.6, 1.3), 0, -0.16, 0)
    cross = merge([half, transform.scale(transform.turn(half, "y", 90.0), 1.0)])
    bill = transform.move(merge([board, frame, plates, cross]), x, FRONT_M, 10.4)
    return merge([bill, transform.mirror_x(bill)])


# Roofs ------------------------------------------------------------------------------------


def _main_roof() -> MeshData:
    eaves = profile.offset(OUTLINE, 0.74)
    upper = profile.offset(OUTLINE, -9.3)
    edge = extrude.prism(eaves, EAVES_M, EAVES_M + 0.14, GREEN)
    low = profile.offset(OUTLINE, 0.3)
    slope = extrude.prism(low, EAVES_M + 0.14, 17.6, GREEN, top_outline=upper, crease_deg=0)
    return merge([edge, slope, *seams.patches(low, upper, EAVES_M + 0.14, 17.6),
                  seams.standing(low, upper, EAVES_M + 0.14, 17.6)])  # fmt: skip


def _railing() -> MeshData:
    """Low white openwork on the edge of the roof; ram-horn lace over the wings."""
    z = EAVES_M + 0.14
    post = block((-0.14, -0.14, 0), (0.14, 0.14, 0.95), WHITE)
    rail = block((-0.5, -0.05, 0.72), (0.5, 0.05, 0.84), WHITE)
    foot = block((-0.5, -0.06, 0.08), (0.5, 0.06, 0.2), WHITE)
    star = profile.star(4, 0.3, 0.1, 0.0) * [0.5, 1.0]
    pair = [panel(star + np.array([x, 0.46]), -0.05, 0.05, WHITE) for x in (-0.25, 0.25)]
    bay = merge([rail, foot, *pair])
    line = profile.offset(OUTLINE, 0.1)
    pieces = []
    for a, b in ((line[1], line[2]), (line[3], line[0])):
        length = float(np.hypot(*(b - a)))
        count = round(length / 4.2)
        stretch = transform.scale(bay, length / count, 1.0, 1.0)
        pieces.append(transform.along(stretch, (*a, z), (*b, z), count, ends=False))
        pieces.append(transform.along(post, (*a, z), (*b, z), count // 2 + 1))
    x = front.HALF_M + 0.9
    for s in (1, -1):
        start, end = sorted([s * x, s * line[1, 0]])
        pieces.append(ornament.cresting(np.array([start, line[0, 1]]),
                                        np.array([end, line[0, 1]]), 6, z, 0.95))  # fmt: skip
    return merge(pieces)


def _hall_roof() -> MeshData:
    """The long hall behind the front: a step in the roof, then two slopes to one ridge."""
    half, low, high, eaves, ridge = 15.0, -31.5, 2.05, 18.5, 20.9
    plan = profile.line((-half, low), (half, low), (half, high), (-half, high))
    step = extrude.prism(plan, 17.0, eaves, PALE)
    x = half + 0.35
    points = [
        (-x, low - 0.3, eaves), (x, low - 0.3, eaves), (x, high, eaves), (-x, high, eaves),
        (0, low + 9, ridge), (0, high, ridge),
    ]  # fmt: skip
    faces = [(0, 1, 4), (1, 2, 5), (1, 5, 4), (2, 3, 5), (3, 0, 4), (3, 4, 5), (0, 3, 2), (0, 2, 1)]
    slopes = solid(points, faces, GREEN, crease_deg=0)
    rows = np.arange(low + 9.0, high, 2.4)
    return merge([step, slopes, seams.to_ridge(x, rows, eaves, ridge, 0.0), _vents()])


def _vents() -> MeshData:
    """Small pale ventilation heads with green caps on the roofs."""
    head = merge(
        [extrude.box(1.5, 1.5, 1.6, PALE, bottom_m=-0.8),
         extrude.box(1.8, 1.8, 0.14, GREEN, bottom_m=0.8)]
    )  # fmt: skip
    small = transform.scale(head, 0.6)
    large = ((19.5, -4.0, 17.0), (20.0, 10.0, 16.9), (12.0, 32.0, 17.7))
    little = ((9.0, -12.0, 19.6), (19.0, -22.0, 17.0), (8.0, 37.5, 17.3), (21.0, 28.0, 16.7))
    spots, rest = (
        [(s * x, y, z) for s in (-1, 1) for x, y, z in places] for places in (large, little)
    )
    return merge([transform.at(head, spots), transform.at(small, rest)])


def _shoulder() -> MeshData:
    """The deeper part of the front block, a little wider and lower than its face."""
    half, low, back, top = front.HALF_M + 0.75, FRONT_M + 0.9, -30.6, 18.0
    plan = profile.line((-half, low), (half, low), (half, back), (-half, back))
    core = extrude.prism(plan, EAVES_M + 0.3, top, OCHRE)
    crown = extrude.sweep(profile.cornice(0.95, 0.6), plan, WHITE, z_m=top)
    band = extrude.sweep(profile.fillet(0.3, 0.1), plan, WHITE, z_m=top - 0.9)
    eaves = profile.offset(plan, 0.62)
    roof = extrude.prism(eaves, top + 0.95, top + 1.9, GREEN,
                         top_outline=profile.offset(plan, -6.0), crease_deg=0)  # fmt: skip
    ribs = seams.standing(eaves, profile.offset(plan, -6.0), top + 0.95, top + 1.9)
    return merge([core, crown, band, roof, ribs])


def _auditorium(top_m: float) -> MeshData:
    """The raised cross block: pale walls, corner piers, low gable, vent on the ridge.

    Walls begin and end where they come into view: buried corners would darken them.
    """
    half, low, high, base = 17.4, 2.0, 25.5, 17.1
    ridge, eaves = top_m - 0.9, top_m - 4.2
    wall_top, inset = eaves - 0.5, 4.85
    pieces = [
        block((-half + inset, low, base), (half - inset, high, wall_top), PALE),
        block((-half, low + inset, base), (half, high - inset, wall_top), PALE),
    ]
    for x in (-half + 2.2, half - 2.2):
        for y in (low + 2.2, high - 2.2):
            pier = profile.rectangle(5.4, 5.4, (x, y))
            pieces.append(extrude.prism(pier, base, wall_top, PALE))
            pieces.append(extrude.sweep(profile.string_course(0.35, 0.18), pier, GREEN, z_m=21.6))
            pieces.append(extrude.sweep(profile.cornice(0.5, 0.3), pier, WHITE, z_m=wall_top))
    plan = profile.line((-half, low), (half, low), (half, high), (-half, high))
    pieces.append(extrude.prism(plan, wall_top, eaves, PALE))
    pieces.append(extrude.sweep(profile.cornice(0.5, 0.35), plan, WHITE, z_m=wall_top))
    out = half + 1.1
    section = profile.line((-out, eaves), (out, eaves), (out, eaves + 0.28), (0, ridge),
                           (-out, eaves + 0.28))  # fmt: skip
    pieces.append(panel(section, low - 0.9, high + 0.9, GREEN_PALE, crease_deg=0))
    rows = np.linspace(low - 0.1, high + 0.1, 15)
    pieces.append(seams.to_ridge(out, rows, eaves + 0.28, ridge, 2.4))
    pieces += _auditorium_bays(half, low, high, base + 0.7, wall_top, inset)
    pieces.append(_gable_wall(half, low, high, eaves, ridge - 0.2))
    pieces.append(_vent(low - 0.4, high - 3.0, ridge, top_m))
    return merge(pieces)


def _auditorium_bays(
    half: float, low: float, high: float, z0: float, z1: float, inset: float
) -> list[MeshData]:
    """Bays between the corner piers: flat strips, a sunk field in each, a slit window on top."""
    sides = ((half, high - low - 2 * inset, 90.0), (half, high - low - 2 * inset, -90.0),
             (high, 2 * (half - inset), 180.0))  # fmt: skip
    pieces = []
    for reach, length, turn in sides:
        bays = round(length / 2.9)
        bay, tall = length / bays, z1 - z0
        strip = block((-0.3, -0.16, z0), (0.3, 0.02, z1 - 0.1), PALE_STRIP)
        field = panel(profile.rectangle(bay - 1.1, tall * 0.45, (0.0, z0 + tall * 0.3)), -0.07, 0.0,
                      PALE_FIELD)  # fmt: skip
        slit = merge(
            [block((-0.62, -0.1, z1 - 1.75), (0.62, 0.02, z1 - 0.5), PALE_STRIP),
             block((-0.45, -0.12, z1 - 1.6), (0.45, 0.0, z1 - 0.65), WINDOW)]
        )  # fmt: skip
        middle = (np.arange(bays) - (bays - 1) / 2) * bay
        edges = (np.arange(bays + 1) - bays / 2) * bay
        row = merge(
            [transform.at(merge([field, slit]), np.column_stack([middle, 0 * middle])),
             transform.at(strip, np.column_stack([edges, 0 * edges]))]
        )  # fmt: skip
        centre = 0.0 if turn == 180.0 else (low + high) / 2
        turned = transform.turn_z(transform.move(row, y=-reach), turn)
        pieces.append(transform.move(turned, y=centre))
    return pieces


def _gable_wall(half: float, low: float, high: float, eaves: float, ridge: float) -> MeshData:
    """The shallow pale triangles under the two gable ends, framed in green."""
    section = profile.line((-half, eaves), (half, eaves), (0, ridge - 0.1))
    return panel(section, low - 0.02, high + 0.02, PALE, crease_deg=0)


def _vent(low: float, high: float, ridge: float, top_m: float) -> MeshData:
    """The small gabled lantern along the ridge."""
    section = profile.line((-2.6, ridge - 0.9), (2.6, ridge - 0.9), (2.6, ridge - 0.5), (0, top_m),
                           (-2.6, ridge - 0.5))  # fmt: skip
    roof = panel(section, low, high, GREEN, crease_deg=0)
    mouth = panel(profile.line((-1.5, ridge - 0.55), (1.5, ridge - 0.55), (0, top_m - 0.35)),
                  low - 0.04, low, Paint("painted_metal", "#2F3A35"))  # fmt: skip
    return merge([roof, mouth])
