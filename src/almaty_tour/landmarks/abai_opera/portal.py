"""The street front of the opera: grooved base with five doors, loggia, frieze, cornice."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from almaty_tour.kit import extrude, profile, stroke, transform
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.landmarks.abai_opera import crown, ornament
from almaty_tour.landmarks.abai_opera.ornament import CARVED, F64, GILT, GILT_DEEP, WHITE
from almaty_tour.landmarks.abai_opera.plan import (
    BASE_M,
    BAYS,
    CAPITAL_M,
    COLUMNS,
    DOOR,
    DOOR_M,
    FRAME,
    FRONT_M,
    HALF_M,
    LOGGIA,
    LOGGIA_BACK_M,
    LOGGIA_HALF_M,
    OCHRE,
    PITCH_M,
    PLINTH,
    PLINTH_M,
    TERRACE_M,
    WING_M,
)
from almaty_tour.mesh.data import MeshData, as_part, merge


def portal() -> MeshData:
    """The middle block, 36.1 m wide, from below the ground to the cresting at 22 m."""
    return merge(
        [
            as_part(_base(), "portal"),
            as_part(_doors(), "doors"),
            as_part(merge([_loggia(), _columns(), _balustrades()]), "portico"),
            as_part(_ends(), "portal"),
            as_part(crown.entablature(), "frieze"),
            as_part(crown.crown(), "cresting"),
        ]
    )


# Base storey ------------------------------------------------------------------------------


def grooved(low_m: float, high_m: float, courses: int, out_m: float) -> F64:
    """A moulding of flat courses with a groove over each, for `sweep`."""
    step = (high_m - low_m) / courses
    points = [(0.0, low_m)]
    for i in range(courses):
        z = low_m + i * step
        points += [(out_m, z), (out_m, z + step - 0.09), (out_m - 0.07, z + step - 0.09),
                   (out_m - 0.07, z + step)]  # fmt: skip
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
    hole = Opening(1.9, DOOR_M, reveal_m=0.4, bars=(1, 1), frame_m=0.0, glass=FRAME)
    length = 2 * HALF_M
    doors = [Placed(x + HALF_M, 0.0, hole) for x in BAYS]
    front = wall(length, BASE_M - TERRACE_M, OCHRE, doors)
    bands = [
        panel(profile.rectangle(PITCH_M - 1.7, 0.2, (x, 5.52)), FRONT_M - 0.1, FRONT_M, OCHRE)
        for x in BAYS
    ]
    clear = PITCH_M - 1.79
    fields = [
        panel(profile.rectangle(clear, high - low, (x, (low + high) / 2)), FRONT_M - 0.02, FRONT_M,
              OCHRE, back=False)
        for x in BAYS
        for low, high in ((4.53, 5.41), (5.63, 6.33))
    ]  # fmt: skip
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
            *fields,
            transform.at(_strip(), [(x, FRONT_M) for x in COLUMNS]),
        ]
    )


def _strip() -> MeshData:
    """The flat white strip that carries a column down to the granite."""
    half = 0.885
    path = profile.line((-half, 0.25), (-half, -0.02), (half, -0.02), (half, 0.25))
    plinth = profile.line((0, -1.5), (0.36, -1.5), (0.36, PLINTH_M - 0.08), (0.3, PLINTH_M),
                          (0, PLINTH_M))  # fmt: skip
    white = profile.joined(
        grooved(PLINTH_M, 5.42, 4, 0.22), [(0.22, 5.42), (0.22, BASE_M), (0, BASE_M)]
    )
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
    door = transform.scale(_door(), 1.0, 1.0, DOOR_M / 3.55)
    return transform.at(door, [(x, FRONT_M, TERRACE_M) for x in BAYS])


def _door() -> MeshData:
    outer, inner = _arch_frame(1.34, 4.05), _arch_frame(0.95, 3.55)
    ring = profile.joined(outer, inner[::-1])
    carved = panel(ring, -0.14, 0.0, CARVED, back=False)
    edge = profile.joined(_arch_frame(1.4, 4.11), outer[::-1])
    rim = panel(edge, -0.2, 0.0, WHITE, back=False)
    middle = _arch_frame(1.145, 3.8)
    spots = ornament.spread(middle, 0.26)
    leaf = ornament.flat(profile.regular(4, 0.11), -0.17, Paint("plaster", "#8F948E"))
    leaves = transform.at(leaf, np.column_stack([spots[:, 0], np.zeros(len(spots)), spots[:, 1]]))
    board = block((-0.95, 0.05, 2.92), (0.95, 0.4, 3.55), WHITE)
    field = panel(
        profile.rectangle(1.6, 0.36, (0, 3.24)), 0.02, 0.06, WHITE.shaded(0.94), back=False
    )
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
    star = ornament.flat(profile.star(8, 0.22, 0.11), 0.2, GILT, holes=(profile.regular(6, 0.07),))
    rosette = transform.at(star, [(0.48, 0, z) for z in (1.5, 1.95, 2.4)])
    handle = block((0.07, 0.12, 1.1), (0.11, 0.18, 1.6), GILT)
    return merge([leaf, glass, low, square, rosette, handle])


# Loggia -----------------------------------------------------------------------------------


def _loggia() -> MeshData:
    height = CAPITAL_M - BASE_M
    length = 2 * LOGGIA_HALF_M
    low = Opening(1.4, 1.75, reveal_m=0.3, bars=(3, 3), frame_m=0.09, frame=FRAME, surround=CARVED,
                  surround_m=0.14, surround_out_m=0.07)  # fmt: skip
    high = Opening(1.4, 1.5, reveal_m=0.3, bars=(3, 2), frame_m=0.09, frame=FRAME, surround=CARVED,
                   surround_m=0.14, surround_out_m=0.07)  # fmt: skip
    holes = [Placed(x + LOGGIA_HALF_M, z, o) for x in BAYS for z, o in ((0.85, low), (4.75, high))]
    back = wall(length, height, OCHRE, holes)
    floor = block((-LOGGIA_HALF_M, FRONT_M + 0.1, BASE_M - 0.4),
                  (LOGGIA_HALF_M, LOGGIA_BACK_M, BASE_M), Paint("granite", "#B5ADA2"))  # fmt: skip
    ceiling = Paint("plaster", "#F6F3EC")
    top = block((-LOGGIA_HALF_M, FRONT_M + 0.2, CAPITAL_M - 0.02),
                (LOGGIA_HALF_M, LOGGIA_BACK_M + 0.3, CAPITAL_M + 0.5), ceiling)  # fmt: skip
    beams = [
        block(
            (x - 0.5, FRONT_M + 0.6, CAPITAL_M - 0.4), (x + 0.5, LOGGIA_BACK_M, CAPITAL_M), ceiling
        )
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
        for z in (2.86, 4.54)
    ]
    tympanum = transform.move(_tympanum(), 0.0, 0.0, 6.72)
    return merge([arch, star, *rail, tympanum, _ochre_fields()])


def _ochre_fields() -> MeshData:
    """The painted plaster between the carvings, cut to what is seen of it.

    The wall behind them runs on under frames and pilasters, where its corners see no sky.
    """
    outer = profile.opening("pointed", 2.75, 8.25, steps=12)
    inner = profile.opening("pointed", 1.91, 7.725, steps=12)
    half, top = 1.69, CAPITAL_M - BASE_M - 0.36
    edge = profile.line((half, 0), (half, top), (-half, top), (-half, 0))
    spandrels = np.concatenate([edge, outer[:1], outer[:0:-1]])
    holes = [
        profile.rectangle(1.7, high - low, (0.0, (low + high) / 2))
        for low, high in ((0.7, 2.75), (2.97, 4.47), (4.6, 6.4))
    ]
    return merge(
        [
            panel(spandrels, -0.03, 0.0, LOGGIA, back=False),
            panel(inner, -0.03, 0.0, LOGGIA, holes=holes, back=False),
        ]
    )


def _snow_panel() -> MeshData:
    """A square field with a carved eight-armed star in a lozenge."""
    frame = panel(profile.rectangle(1.6, 1.5), -0.07, 0.0, CARVED,
                  holes=[profile.rectangle(1.42, 1.32)], back=False)  # fmt: skip
    star = ornament.raised(profile.star(8, 0.6, 0.2), -0.08, 0.0, WHITE, edge_m=0.02)
    ring = panel(profile.regular(4, 0.72), -0.05, 0.0, WHITE, holes=[profile.regular(4, 0.62)],
                 back=False)  # fmt: skip
    corner = panel(profile.star(4, 0.2, 0.07, 45.0), -0.05, 0.0, WHITE, back=False)
    spots = [(sx * 0.52, 0, sz * 0.48) for sx in (-1, 1) for sz in (-1, 1)]
    return merge([frame, star, ring, transform.at(corner, spots)])


def _tympanum() -> MeshData:
    """A spray of curls over the upper window."""
    shapes: list[F64] = [profile.line((0, -0.1), (0.1, 0.3), (0, 0.8), (-0.1, 0.3))]
    for x, z, r in ((0.27, 0.1, 0.19), (0.52, 0.02, 0.15), (0.24, 0.42, 0.14)):
        ring = stroke.spiral((x, z), r, -100.0, 380.0, inner_m=0.03, steps=7)
        curl = stroke.stroke(ring, np.linspace(0.075, 0.04, 8))
        shapes += [curl, stroke.flipped(curl)]
    return merge([panel(shape, -0.06, 0.0, WHITE, back=False) for shape in shapes])


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
    stud = ornament.flat(profile.regular(4, 0.1), -0.05, GILT)
    leaf = ornament.raised(
        profile.line((-0.15, 0), (0.15, 0), (0.17, 0.42), (0.1, 0.62), (0, 0.7), (-0.1, 0.62),
                     (-0.17, 0.42)), -0.07, 0.0, GILT, edge_m=0.025)  # fmt: skip
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
    post = extrude.prism(profile.rectangle(0.22, 0.26), 0.2, 0.9, WHITE, crease_deg=0.0,
                         bottom=False, top=False)  # fmt: skip
    x = np.linspace(-width / 2 + 0.11, width / 2 - 0.11, 5)
    posts = transform.at(post, [(a, 0, 0) for a in x])
    gap = x[1] - x[0] - 0.22
    plate = transform.move(ornament.grille(float(gap), 0.62), 0, 0.02, 0.55)
    plates = transform.at(plate, [((a + b) / 2, 0, 0) for a, b in pairwise(x)])
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
    middle = 0.5 * top + 0.14
    frame = _rim((2.1, top - 2.05), (1.62, top - 2.5), middle, 0.16, WHITE)
    bead = _rim((1.72, top - 2.4), (1.56, top - 2.56), middle, 0.2, CARVED)
    sill = block((-half + 1.2, -0.12, 0.12), (half - 1.2, 0.0, 0.92), WHITE)
    grille = transform.move(ornament.grille(1.9, 0.5), 0.0, -0.12, 0.52)
    return merge([posts, strip, hood, lid, frame, bead, sill, grille])


def _rim(
    outer_m: profile.Point, inner_m: profile.Point, z_m: float, out_m: float, paint: Paint
) -> MeshData:
    """A flat rectangular ring on a wall, both sizes as (width, height)."""
    hole = profile.rectangle(*inner_m, (0.0, z_m))
    outline = profile.rectangle(*outer_m, (0.0, z_m))
    return panel(outline, -out_m, 0.0, paint, holes=[hole], back=False)
