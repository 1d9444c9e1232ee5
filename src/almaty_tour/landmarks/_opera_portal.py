"""The street front of the opera: grooved base with five doors, loggia, frieze, cornice."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.relief import relief
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.landmarks import _opera_ornament as ornament
from almaty_tour.landmarks._opera_ornament import CARVED, GILT, GILT_DEEP, WHITE, F64
from almaty_tour.mesh.data import MeshData, as_part, merge

OCHRE = Paint("plaster", "#D9A560")
PLINTH = Paint("granite", "#5A636C")
GREEN = Paint("roof_metal", "#3E9160")
DOOR = Paint("painted_metal", "#8C978F")
FRAME = Paint("painted_metal", "#3B4642")

TERRACE_M = 0.9
PLINTH_M = 2.05
BASE_M = 6.5
CAPITAL_M = 15.6
BELT_M = 16.55
FRIEZE_M = 18.2
CORNICE_M = 20.0
CREST_M = 22.0

HALF_M = 18.05
FRONT_M = -44.2
WING_M = -39.2
LOGGIA_HALF_M = 12.33
LOGGIA_BACK_M = -40.1
PITCH_M = 4.65
COLUMNS = tuple((i - 2.5) * PITCH_M for i in range(6))
BAYS = tuple((i - 2) * PITCH_M for i in range(5))


def portal() -> MeshData:
    """The middle block, 36.1 m wide, from below the ground to the cresting at 22 m."""
    return merge(
        [
            as_part(_base(), "portal"),
            as_part(_doors(), "doors"),
            as_part(merge([_loggia(), _columns(), _balustrades()]), "portico"),
            as_part(_ends(), "portal"),
            as_part(_entablature(), "frieze"),
            as_part(_crown(), "cresting"),
        ]
    )


# Base storey ------------------------------------------------------------------------------


def grooved(low_m: float, high_m: float, courses: int, out_m: float) -> F64:
    """A moulding of flat courses with a groove over each, for `sweep`."""
    step = (high_m - low_m) / courses
    points = [(0.0, low_m)]
    for i in range(courses):
        z = low_m + i * step
        points += [(out_m, z), (out_m, z + step - 0.06), (out_m - 0.06, z + step - 0.06),
                   (out_m - 0.06, z + step)]  # fmt: skip
    return profile.line(*points, (0.0, high_m))


def base_course(path: F64, *, closed: bool = False, out_m: float = 0.08) -> MeshData:
    """Granite plinth, four grooved courses, string and coping along a plan path."""
    plinth = profile.line(
        (0, -1.5), (out_m + 0.26, -1.5), (out_m + 0.26, PLINTH_M - 0.08), (out_m + 0.18, PLINTH_M),
        (0, PLINTH_M),
    )  # fmt: skip
    courses = grooved(PLINTH_M, 5.42, 4, out_m)
    string = profile.string_course(0.2, out_m + 0.08) + np.array([0.0, 5.42])
    coping = profile.string_course(0.22, out_m + 0.14) + np.array([0.0, BASE_M - 0.22])
    return merge(
        [
            extrude.sweep(plinth, path, PLINTH, closed=closed),
            *(extrude.sweep(m, path, OCHRE, closed=closed) for m in (courses, string, coping)),
        ]
    )


def _base() -> MeshData:
    left = profile.line((-HALF_M, WING_M), (-HALF_M, FRONT_M), (-LOGGIA_HALF_M - 0.1, FRONT_M))
    right = left[::-1] * np.array([-1.0, 1.0])
    hole = Opening(1.9, 3.55, reveal_m=0.4, bars=(1, 1), frame_m=0.0, glass=FRAME)
    length = 2 * HALF_M
    doors = [Placed(x + HALF_M, 0.0, hole) for x in BAYS]
    front = wall(length, BASE_M - TERRACE_M, OCHRE, doors)
    bands = [
        panel(profile.rectangle(PITCH_M - 1.7, 0.2, (x, 5.52)), FRONT_M - 0.1, FRONT_M, OCHRE)
        for x in BAYS
    ]
    shelf = block((-HALF_M, FRONT_M - 0.12, BASE_M - 0.16), (HALF_M, FRONT_M + 0.6, BASE_M), OCHRE)
    below = block((-HALF_M, FRONT_M, -1.5), (HALF_M, FRONT_M + 0.3, TERRACE_M), PLINTH)
    return merge(
        [
            base_course(left),
            base_course(right),
            transform.move(front, -HALF_M, FRONT_M, TERRACE_M),
            below,
            shelf,
            *bands,
            transform.at(_strip(), [(x, FRONT_M) for x in COLUMNS]),
        ]
    )


def _strip() -> MeshData:
    """The flat white strip that carries a column down to the granite."""
    half = 0.885
    path = profile.line((-half, 0.25), (-half, -0.02), (half, -0.02), (half, 0.25))
    plinth = profile.line((0, -1.5), (0.36, -1.5), (0.36, PLINTH_M - 0.08), (0.3, PLINTH_M),
                          (0, PLINTH_M))  # fmt: skip
    white = profile.joined(grooved(PLINTH_M, 5.42, 4, 0.22), [(0.22, 5.42), (0.22, BASE_M), (0, BASE_M)])
    string = profile.string_course(0.2, 0.3) + np.array([0.0, 5.42])
    core = block((-half, -0.02, -1.5), (half, 0.25, BASE_M), WHITE)
    return merge(
        [
            extrude.sweep(plinth, path, PLINTH, closed=False),
            extrude.sweep(white, path, WHITE, closed=False),
            extrude.sweep(string, path, WHITE, closed=False),
            core,
        ]
    )


def _doors() -> MeshData:
    """Five double doors in frames of carved stone."""
    return transform.at(_door(), [(x, FRONT_M, TERRACE_M) for x in BAYS])


def _door() -> MeshData:
    outer, inner = _arch_frame(1.34, 4.05), _arch_frame(0.95, 3.55)
    ring = profile.joined(outer, inner[::-1])
    carved = panel(ring, -0.14, 0.0, CARVED, back=False)
    edge = profile.joined(_arch_frame(1.4, 4.11), outer[::-1])
    rim = panel(edge, -0.2, 0.0, WHITE, back=False)
    middle = _arch_frame(1.145, 3.8)
    spots = ornament.spread(middle, 0.26)
    leaf = panel(profile.star(4, 0.13, 0.05, 90.0), -0.18, -0.14, Paint("plaster", "#8F948E"),
                 back=False)  # fmt: skip
    leaves = transform.at(leaf, np.column_stack([spots[:, 0], np.zeros(len(spots)), spots[:, 1]]))
    board = block((-0.95, 0.05, 2.92), (0.95, 0.4, 3.55), WHITE)
    field = panel(profile.rectangle(1.6, 0.36, (0, 3.24)), 0.02, 0.06, WHITE.shaded(0.94), back=False)
    half = _door_leaf()
    return merge([carved, rim, leaves, board, field, half, transform.mirror_x(half)])


def _arch_frame(half_m: float, top_m: float) -> F64:
    return profile.line((half_m, 0), (half_m, top_m), (-half_m, top_m), (-half_m, 0))


def _door_leaf() -> MeshData:
    """The right leaf, 0.93 x 2.92 m, hung in the hole."""
    holes = [profile.rectangle(0.56, 1.5, (0.48, 1.95)), profile.rectangle(0.6, 0.72, (0.48, 0.56))]
    leaf = panel(profile.rectangle(0.9, 2.9, (0.465, 1.45)), 0.18, 0.26, DOOR, holes=holes)
    glass = panel(profile.rectangle(0.6, 1.54, (0.48, 1.95)), 0.22, 0.24, Paint("window"))
    low = panel(profile.rectangle(0.64, 0.76, (0.48, 0.56)), 0.2, 0.24, DOOR.shaded(0.8))
    square = panel(profile.rectangle(0.46, 0.58, (0.48, 0.56)), 0.175, 0.2, WHITE, back=False)
    rosette = transform.at(
        panel(profile.star(8, 0.22, 0.11), 0.2, 0.225, GILT, holes=[profile.regular(6, 0.07)],
              back=False),
        [(0.48, 0, z) for z in (1.5, 1.95, 2.4)],
    )  # fmt: skip
    handle = block((0.07, 0.12, 1.1), (0.11, 0.18, 1.6), GILT)
    return merge([leaf, glass, low, square, rosette, handle])


# Loggia -----------------------------------------------------------------------------------


def _loggia() -> MeshData:
    height = CAPITAL_M - BASE_M
    length = 2 * LOGGIA_HALF_M
    low = Opening(1.4, 1.75, reveal_m=0.3, bars=(3, 3), frame_m=0.09, frame=FRAME, surround=CARVED,
                  surround_m=0.14, surround_out_m=0.07)  # fmt: skip
    high = Opening(1.4, 1.8, reveal_m=0.3, bars=(3, 2), frame_m=0.09, frame=FRAME, surround=CARVED,
                   surround_m=0.14, surround_out_m=0.07)  # fmt: skip
    holes = [Placed(x + LOGGIA_HALF_M, z, o) for x in BAYS for z, o in ((0.85, low), (4.75, high))]
    back = wall(length, height, OCHRE, holes)
    floor = block((-LOGGIA_HALF_M, FRONT_M + 0.1, BASE_M - 0.4),
                  (LOGGIA_HALF_M, LOGGIA_BACK_M, BASE_M), Paint("granite", "#B5ADA2"))  # fmt: skip
    ceiling = Paint("plaster", "#D9D6D0")
    top = block((-LOGGIA_HALF_M, FRONT_M + 0.2, CAPITAL_M - 0.02),
                (LOGGIA_HALF_M, LOGGIA_BACK_M + 0.3, CAPITAL_M + 0.5), ceiling)  # fmt: skip
    beams = [
        block((x - 0.5, FRONT_M + 0.6, CAPITAL_M - 0.4), (x + 0.5, LOGGIA_BACK_M, CAPITAL_M), ceiling)
        for x in COLUMNS[1:-1]
    ]
    lintel = block((-LOGGIA_HALF_M, LOGGIA_BACK_M - 0.42, CAPITAL_M - 0.35),
                   (LOGGIA_HALF_M, LOGGIA_BACK_M, CAPITAL_M), ceiling)  # fmt: skip
    sides = [
        block((s * LOGGIA_HALF_M - 0.02, FRONT_M + 0.3, BASE_M),
              (s * LOGGIA_HALF_M + 0.02, LOGGIA_BACK_M, CAPITAL_M), OCHRE)
        for s in (-1, 1)
    ]  # fmt: skip
    bays = transform.at(_arch_bay(), [(x, LOGGIA_BACK_M, BASE_M) for x in BAYS])
    posts = transform.at(_rear_pilaster(), [(x, LOGGIA_BACK_M, BASE_M) for x in COLUMNS])
    return merge(
        [transform.move(back, -LOGGIA_HALF_M, LOGGIA_BACK_M, BASE_M), floor, top, *beams, lintel,
         *sides, bays, posts]
    )  # fmt: skip


def _arch_bay() -> MeshData:
    """A keel arch with the carved fields round two windows; feet on the loggia's floor."""
    arch = ornament.lattice_arch(2.75, 8.25, 0.42, "pointed")
    star = transform.move(_snow_panel(), 0.0, 0.0, 3.72)
    rail = [
        panel(profile.rectangle(1.9, 0.1, (0, z)), -0.08, 0.0, CARVED, back=False)
        for z in (2.86, 4.58)
    ]
    tympanum = transform.move(_tympanum(), 0.0, 0.0, 6.95)
    return merge([arch, star, *rail, tympanum])


def _snow_panel() -> MeshData:
    """A square field with a carved eight-armed star in a lozenge."""
    frame = panel(profile.rectangle(1.6, 1.5), -0.07, 0.0, CARVED,
                  holes=[profile.rectangle(1.42, 1.32)], back=False)  # fmt: skip
    star = relief(profile.star(8, 0.6, 0.2), -0.08, 0.0, WHITE, edge_m=0.02)
    ring = panel(profile.regular(4, 0.72), -0.05, 0.0, WHITE, holes=[profile.regular(4, 0.62)],
                 back=False)  # fmt: skip
    corner = panel(profile.star(4, 0.2, 0.07, 45.0), -0.05, 0.0, WHITE, back=False)
    spots = [(sx * 0.52, 0, sz * 0.48) for sx in (-1, 1) for sz in (-1, 1)]
    return merge([frame, star, ring, transform.at(corner, spots)])


def _tympanum() -> MeshData:
    """A spray of curls over the upper window."""
    shapes: list[F64] = [profile.line((0, -0.1), (0.1, 0.3), (0, 0.8), (-0.1, 0.3))]
    for x, z, r in ((0.27, 0.1, 0.19), (0.52, 0.02, 0.15), (0.24, 0.42, 0.14)):
        ring = ornament.spiral((x, z), r, -100.0, 380.0, inner_m=0.03, steps=12)
        curl = ornament.stroke(ring, np.linspace(0.075, 0.04, 13))
        shapes += [curl, ornament.flipped(curl)]
    return merge([relief(shape, -0.06, 0.0, WHITE, edge_m=0.012) for shape in shapes])


def _rear_pilaster() -> MeshData:
    pale = Paint("plaster", "#DEDAD2")
    top = CAPITAL_M - BASE_M - 0.35
    shaft = block((-0.65, -0.3, 0.0), (0.65, 0.0, top - 0.75), pale)
    foot = block((-0.75, -0.38, 0.0), (0.75, 0.0, 0.5), pale)
    head = block((-0.7, -0.36, top - 0.75), (0.7, 0.0, top - 0.1), GILT_DEEP)
    cap = block((-0.78, -0.42, top - 0.1), (0.78, 0.0, top), WHITE)
    return merge([shaft, foot, head, cap])


def _columns() -> MeshData:
    places = [(x, FRONT_M + 0.98, BASE_M) for x in COLUMNS]
    return transform.at(_column(CAPITAL_M - BASE_M), places)


def _column(height_m: float) -> MeshData:
    """A square white column on a studded pedestal, with a gilded leaf capital."""
    h = height_m
    pedestal = extrude.box(1.78, 1.78, 0.55, WHITE)
    edge = extrude.box(1.72, 1.72, 0.14, GILT_DEEP, bottom_m=0.2)
    foot = extrude.prism(profile.rectangle(1.72, 1.72), 0.55, 0.85, WHITE,
                         top_outline=profile.rectangle(1.5, 1.5), crease_deg=0)  # fmt: skip
    band = extrude.box(1.54, 1.54, 0.34, WHITE, bottom_m=0.85)
    rails = [extrude.box(1.58, 1.58, 0.06, GILT, bottom_m=z) for z in (0.85, 1.14)]
    shaft = extrude.prism(profile.rectangle(1.44, 1.44), 1.19, h - 1.2, WHITE,
                          top_outline=profile.rectangle(1.34, 1.34), crease_deg=0)  # fmt: skip
    stud = panel(profile.regular(4, 0.1), -0.05, 0.0, GILT, back=False)
    leaf = relief(
        profile.line((-0.15, 0), (0.15, 0), (0.17, 0.42), (0.1, 0.62), (0, 0.7), (-0.1, 0.62),
                     (-0.17, 0.42)), -0.07, 0.0, GILT, edge_m=0.04)  # fmt: skip
    bell = extrude.prism(profile.rectangle(1.4, 1.4), h - 1.1, h - 0.22, GILT_DEEP,
                         top_outline=profile.rectangle(1.72, 1.72), crease_deg=0)  # fmt: skip
    neck = extrude.box(1.46, 1.46, 0.1, GILT, bottom_m=h - 1.2)
    abacus = extrude.box(1.84, 1.84, 0.22, WHITE, bottom_m=h - 0.22)
    face = merge(
        [
            transform.at(stud, [(x, -0.77, 1.02) for x in (-0.6, -0.3, 0.0, 0.3, 0.6)]),
            transform.at(leaf, [(x, -0.74, h - 1.08) for x in (-0.54, -0.18, 0.18, 0.54)]),
            transform.at(leaf, [(x, -0.8, h - 0.92) for x in (-0.72, -0.36, 0.0, 0.36, 0.72)]),
        ]
    )
    sides = merge([face, transform.turn_z(face, 90.0), transform.turn_z(face, -90.0)])
    return merge([pedestal, edge, foot, band, *rails, shaft, bell, neck, abacus, sides])


def _balustrades() -> MeshData:
    width = PITCH_M - 1.8
    y = FRONT_M + 0.55
    rail = block((-width / 2, -0.16, 0.9), (width / 2, 0.16, 1.08), WHITE)
    foot = block((-width / 2, -0.14, 0.0), (width / 2, 0.14, 0.2), WHITE)
    post = block((-0.11, -0.13, 0.2), (0.11, 0.13, 0.9), WHITE)
    x = np.linspace(-width / 2 + 0.11, width / 2 - 0.11, 5)
    posts = transform.at(post, [(a, 0, 0) for a in x])
    gap = x[1] - x[0] - 0.22
    plate = transform.move(ornament.grille(float(gap), 0.62), 0, 0.02, 0.55)
    plates = transform.at(plate, [((a + b) / 2, 0, 0) for a, b in zip(x[:-1], x[1:], strict=True)])
    return transform.at(merge([rail, foot, posts, plates]), [(b, y, BASE_M) for b in BAYS])


# End blocks -------------------------------------------------------------------------------


def _ends() -> MeshData:
    """Two blank ochre blocks, each with a framed field between thin white pilasters."""
    low, high = LOGGIA_HALF_M, HALF_M
    side = block((low, FRONT_M + 0.12, BASE_M), (high, WING_M + 0.4, CAPITAL_M), OCHRE)
    field = transform.move(framed_field(), (low + high) / 2 + 0.05, FRONT_M + 0.12, BASE_M)
    right = merge([side, field])
    return merge([right, transform.mirror_x(right)])


def framed_field() -> MeshData:
    half, top = 2.28, 8.35
    post = merge(
        [
            extrude.prism(profile.rectangle(1.06, 0.24, (0, -0.12)), 1.0, top - 0.95, WHITE,
                          top_outline=profile.rectangle(0.88, 0.24, (0, -0.12)), crease_deg=0),
            block((-0.64, -0.34, 0.0), (0.64, 0.0, 1.0), WHITE),
            block((-0.54, -0.3, top - 0.95), (0.54, 0.0, top - 0.8), WHITE),
            block((-0.6, -0.34, top - 0.8), (0.6, 0.0, top - 0.68), WHITE),
        ]
    )  # fmt: skip
    posts = transform.at(post, [(-half + 0.6, 0, 0), (half - 0.6, 0, 0)])
    strip = block((-half, -0.26, top - 0.68), (half, 0.0, top - 0.28), GILT_DEEP)
    path = profile.line((-half, 0.0), (-half, -0.26), (half, -0.26), (half, 0.0))
    hood = extrude.sweep(profile.cornice(0.5, 0.22), path, WHITE, z_m=top - 0.3, closed=False)
    lid = block((-half, -0.26, top - 0.3), (half, 0.0, top + 0.18), WHITE)
    frame = panel(profile.rectangle(2.1, top - 2.05, (0, 0.5 * top + 0.14)), -0.16, 0.0, WHITE,
                  holes=[profile.rectangle(1.62, top - 2.5, (0, 0.5 * top + 0.14))], back=False)  # fmt: skip
    bead = panel(profile.rectangle(1.72, top - 2.4, (0, 0.5 * top + 0.14)), -0.2, 0.0, CARVED,
                 holes=[profile.rectangle(1.56, top - 2.56, (0, 0.5 * top + 0.14))], back=False)  # fmt: skip
    sill = block((-half + 1.2, -0.12, 0.12), (half - 1.2, 0.0, 0.92), WHITE)
    grille = transform.move(ornament.grille(1.9, 0.5), 0.0, -0.12, 0.52)
    return merge([posts, strip, hood, lid, frame, bead, sill, grille])


# Entablature ------------------------------------------------------------------------------


def _front_path(out_m: float, back_m: float) -> F64:
    x, y = HALF_M + out_m, FRONT_M + 0.12 - out_m
    return profile.line((-x, back_m), (-x, y), (x, y), (x, back_m))


def _entablature() -> MeshData:
    core = block((-HALF_M, FRONT_M + 0.12, CAPITAL_M), (HALF_M, WING_M + 7, FRIEZE_M), WHITE)
    y = FRONT_M + 0.04
    belt = ornament.palmette_belt(2 * HALF_M + 0.2, BELT_M - CAPITAL_M, 0.62)
    depth = WING_M - FRONT_M
    flank = ornament.palmette_belt(depth, BELT_M - CAPITAL_M, 0.62)
    flanks = [
        transform.move(transform.turn_z(flank, s * 90.0), s * (HALF_M + 0.08), FRONT_M + depth / 2,
                       CAPITAL_M)
        for s in (1, -1)
    ]  # fmt: skip
    frieze = ornament.figure_frieze(24.1, FRIEZE_M - BELT_M - 0.12)
    rim = panel(profile.rectangle(24.4, FRIEZE_M - BELT_M, (0, (FRIEZE_M - BELT_M) / 2)), -0.3, 0.0,
                GILT_DEEP, holes=[profile.rectangle(24.1, FRIEZE_M - BELT_M - 0.12,
                                                    (0, (FRIEZE_M - BELT_M) / 2))])  # fmt: skip
    plate = ornament.scroll_plate(2.8, 1.05)
    middle = (BELT_M + FRIEZE_M) / 2
    plates = transform.at(plate, [(s * 15.1, FRONT_M + 0.12, middle) for s in (-1, 1)])
    return merge(
        [core, transform.move(belt, 0, y, CAPITAL_M), *flanks,
         transform.move(frieze, 0, FRONT_M + 0.1, BELT_M + 0.06),
         transform.move(rim, 0, FRONT_M + 0.12, BELT_M), plates, _cornice()]
    )  # fmt: skip


def _cornice() -> MeshData:
    height = CORNICE_M - FRIEZE_M
    low = profile.line((0, 0), (0.18, 0), (0.18, 0.34), (0.34, 0.34), (0.34, 0.62), (0, 0.62))
    path = _front_path(0.0, WING_M + 7)
    crown = profile.joined(
        [(0, 0.6)], [(0.5, 0.6), (0.5, 0.78)], profile.cyma(height - 1.0, 0.78, 6) + [0.5, 0.8],
        [(1.32, height - 0.2), (1.32, height), (0, height)],
    )  # fmt: skip
    pieces = [extrude.sweep(m, path, WHITE, z_m=FRIEZE_M, closed=False) for m in (low, crown)]
    tooth = block((-0.1, -0.12, 0.05), (0.1, 0.02, 0.32), WHITE)
    egg = relief(profile.line((-0.14, 0), (0.14, 0), (0.14, 0.12), (0, 0.24), (-0.14, 0.12)), -0.1,
                 0.02, WHITE, edge_m=0.03)  # fmt: skip
    for piece, out, z, pitch in ((tooth, 0.18, 0.0, 0.5), (egg, 0.34, 0.36, 0.44)):
        line = _front_path(out, WING_M)
        for a, b in zip(line[:-1], line[1:], strict=True):
            count = max(1, round(float(np.hypot(*(b - a))) / pitch))
            start, end = (*a, FRIEZE_M + z), (*b, FRIEZE_M + z)
            pieces.append(transform.along(piece, start, end, count, ends=False))
    return merge(pieces)


def _crown() -> MeshData:
    """Green edge of the roof and the white ram-horn cresting on three sides."""
    back = WING_M + 7
    edge = profile.line((0, 0), (1.36, 0), (1.4, 0.16), (0, 0.34), (-0.9, 0.4), (-0.9, 0))
    rim = extrude.sweep(edge, _front_path(0.0, back), GREEN, z_m=CORNICE_M, closed=False)
    foot = CORNICE_M + 0.3
    base = profile.line((0, 0), (0.12, 0), (0.06, 0.28), (-0.14, 0.28), (-0.14, 0))
    line = _front_path(-0.75, WING_M + 3)
    scallop = extrude.sweep(base, line, WHITE, z_m=foot, closed=False)
    side = float(line[0, 1] - line[1, 1])
    horns = CREST_M - foot - 0.28
    runs = [
        ornament.cresting(line[0], line[1], max(1, round(side / 1.15)), foot + 0.28, horns),
        ornament.cresting(line[1], line[2], 30, foot + 0.28, horns),
        ornament.cresting(line[2], line[3], max(1, round(side / 1.15)), foot + 0.28, horns),
    ]
    x, y0 = HALF_M - 0.8, FRONT_M + 1.0
    plan = profile.line((-x, y0), (x, y0), (x, back), (-x, back))
    inset = profile.line((-x + 9, y0 + 5), (x - 9, y0 + 5), (x - 9, back), (-x + 9, back))
    roof = extrude.prism(plan, CORNICE_M, CORNICE_M + 0.75, GREEN, top_outline=inset, crease_deg=0)
    return merge([rim, scallop, *runs, roof])
