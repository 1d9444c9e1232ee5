"""The portal block of the Academy: a flat frame with one pointed niche and a loggia over it."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import cornice, extrude, lathe, ornament, profile, roof, transform
from almaty_tour.kit.bays import bayed_wall
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.profile import F64
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks._shared.bare import BACK, OVER, bare
from almaty_tour.landmarks.academy_of_sciences import paint as at
from almaty_tour.landmarks.academy_of_sciences.paint import GRANITE, OCHRE, RELIEF, WHITE
from almaty_tour.landmarks.academy_of_sciences.windows import dressings, hollows
from almaty_tour.mesh.compact import taken
from almaty_tour.mesh.data import MeshData, as_part, merge

FACE_M = at.PORTAL_FRONT_M
MIDDLE_Y_M = FACE_M + 0.35
NICHE_M = 1.5
ARCH_HALF_M, ARCH_SPRING_M, ARCH_TOP_M = 3.25, 7.9, 12.35
FRAME_HALF_M = 4.25
PLAN = profile.line(
    (-at.PORTAL_HALF_M, FACE_M), (at.PORTAL_HALF_M, FACE_M),
    (at.PORTAL_HALF_M, at.PORTAL_BACK_M), (-at.PORTAL_HALF_M, at.PORTAL_BACK_M),
)  # fmt: skip
INSCRIPTION = ("ҚАЗАҚСТАН РЕСПУБЛИКАСЫ", "ҒЫЛЫМ АКАДЕМИЯСЫ")


def portal() -> MeshData:
    """The whole block with its parts named."""
    return merge(
        [
            as_part(merge([_pylons(), _flanks(), _bands(), _back()]), "portal_block"),
            as_part(merge([_niche(), _spandrels()]), "niche"),
            as_part(_door(), "door"),
            as_part(_loggia(), "loggia"),
            as_part(merge([_attic(), _letters()]), "attic"),
        ]
    )


# The block ----------------------------------------------------------------------------------


def _pylons() -> MeshData:
    """Two side pylons: two small windows with a diamond between, a pierced star above."""
    width = at.PORTAL_HALF_M - at.MIDDLE_HALF_M
    small = Opening(1.1, 1.85, bars=(1, 2), frame=at.FRAME, reveal_m=0.35, sill_out_m=0.12)
    holes = [Placed(width / 2, z, small) for z in (6.9, 10.3)]
    face = diced(bayed_wall(width, at.ATTIC_M, OCHRE, hollows(holes)), 3.0)
    face = merge([face, dressings(holes)])
    x = at.MIDDLE_HALF_M + width / 2
    diamond = transform.move(ornament.lozenge(0.8, 0.8, 0.1, WHITE), 0.0, 0.0, 9.55)
    sill = block((-0.85, -0.16, 6.1), (0.85, 0.0, 6.75), WHITE)
    star = transform.move(_star(), 0.0, 0.0, 15.75)
    jamb = block((at.MIDDLE_HALF_M - 0.05, FACE_M, at.BASE_M),
                 (at.MIDDLE_HALF_M, MIDDLE_Y_M + 0.3, at.ATTIC_M), OCHRE)  # fmt: skip
    out = 0.22
    base = block((at.MIDDLE_HALF_M, FACE_M - out, -1.5), (at.PORTAL_HALF_M + out, FACE_M + 1, 1.2),
                 GRANITE)  # fmt: skip
    one = merge(
        [
            transform.move(face, at.MIDDLE_HALF_M, FACE_M),
            transform.move(merge([diamond, sill, star]), x, FACE_M),
            diced(jamb, 3.0),
            base,
        ]
    )
    return merge([one, transform.mirror_x(one)])


def _star() -> MeshData:
    """A white star of eight points, pierced: a ring of petals about a boss."""
    outer = profile.star(8, 0.98, 0.66)
    ring = panel(outer, -0.12, 0.0, RELIEF, holes=[profile.circle(0.52, 16)])
    petals = ornament.rosette(0.5, 0.12, RELIEF, petals=8, ring=False)
    dark = panel(profile.circle(0.53, 16), -0.03, 0.0, OCHRE.shaded(0.55))
    return bare(merge([ring, petals, dark]), BACK)


def _flanks() -> MeshData:
    """The long sides of the block with three rows of windows and a low fourth."""
    length = at.PORTAL_BACK_M - FACE_M
    kinds = [Opening(1.25, h, bars=(2, 2), frame=at.FRAME, reveal_m=0.3, sill_out_m=0.14,
                     surround=WHITE, surround_m=0.18) for h in (2.0, 2.0, 2.0, 1.4)]  # fmt: skip
    x = 2.6 + (length - 5.2) * (np.arange(7) + 0.5) / 7
    holes = [
        Placed(float(a), z, k) for a in x for z, k in zip((2.2, 6.0, 9.9, 15.0), kinds, strict=True)
    ]
    face = bayed_wall(length, at.ATTIC_M, OCHRE, hollows(holes), edge_m=5.0)
    face = merge([face, dressings(holes)])
    base = profile.line((0, -1.5), (0.22, -1.5), (0.22, 1.2), (0.1, at.BASE_M), (0, at.BASE_M))
    foot = extrude.sweep(base, profile.line((0.0, 0.0), (length, 0.0)), GRANITE, closed=False)
    right = transform.on_edge(merge([face, foot]), PLAN[1], PLAN[2])
    return merge([right, transform.mirror_x(right)])


def _bands() -> MeshData:
    """The white string course round the block, and the entablature of its shoulders."""
    line = np.concatenate([PLAN[3:], PLAN[:3]])
    course = profile.line((0, 0), (0.14, 0.06), (0.14, 0.62), (0.24, 0.7), (0.24, 0.9), (0, 0.95))
    low = diced(extrude.sweep(course, line, WHITE, z_m=at.COURSE_M, closed=False), 8.0)
    x = at.MIDDLE_HALF_M
    height = at.SHOULDER_M - at.ATTIC_M
    section = profile.joined(
        profile.line((0, 0), (0.16, 0), (0.16, 0.5), (0.24, 0.56), (0.24, 1.3)),
        profile.cavetto(0.5, 0.4, 4) + np.array([0.26, 1.34]),
        profile.line((0.72, 1.86), (0.72, 2.15), (0.8, 2.2), (0.8, height - 0.06), (-0.4, height)),
        profile.line((-0.4, 0.0)),
    )
    outer = profile.line((x, FACE_M), (at.PORTAL_HALF_M, FACE_M),
                         (at.PORTAL_HALF_M, at.PORTAL_BACK_M))  # fmt: skip
    crown = extrude.sweep(section, outer, WHITE, z_m=at.ATTIC_M, closed=False)
    tooth = bare(block((-0.14, -0.62, 0.0), (0.14, -0.2, 0.26), RELIEF), BACK, OVER)
    teeth = cornice.along_path(tooth, outer, 0.6, closed=False, z_m=at.ATTIC_M + 1.32)
    right = merge([diced(crown, 8.0), teeth])
    return merge([low, right, transform.mirror_x(right)])


def _back() -> MeshData:
    """The rear wall over the front range, and the low metal roof with its hatches."""
    rear = bayed_wall(2 * at.PORTAL_HALF_M, at.ATTIC_M + 1.9, OCHRE, edge_m=4.0)
    rear = transform.on_edge(rear, PLAN[2], PLAN[3])
    z = at.SHOULDER_M - 0.12
    depth = at.PORTAL_BACK_M - FACE_M
    top = transform.move(roof.hip(2 * at.PORTAL_HALF_M - 0.6, depth - 0.9, 2.0, at.ROOF, z_m=z),
                         0.0, (FACE_M + at.PORTAL_BACK_M) / 2 + 0.2)  # fmt: skip
    hatch = merge([extrude.box(1.4, 1.2, 1.1, at.ROOF.shaded(0.95)),
                   extrude.box(1.6, 1.4, 0.12, at.IRON, bottom_m=1.1)])  # fmt: skip
    hatches = transform.at(hatch, [(s * 5.0, y, z + 0.6) for s in (-1, 1) for y in (-58.0, -50.0)])
    return merge([rear, top, hatches])


# Niche --------------------------------------------------------------------------------------


def arch(half_m: float, spring_m: float, top_m: float) -> F64:
    """A door outline from the ground whose round head ends in a faint ogee point."""
    knots = [(1, 0), (0.985, 0.2), (0.93, 0.42), (0.81, 0.63), (0.61, 0.8), (0.36, 0.905),
             (0.14, 0.95), (0.0, 1.0)]  # fmt: skip
    right = profile.smooth(np.array(knots) * np.array([half_m, top_m - spring_m]), 2)
    head = profile.joined(right, right[::-1] * np.array([-1.0, 1.0])) + np.array([0, spring_m])
    return profile.joined([(-half_m, at.TERRACE_M), (half_m, at.TERRACE_M)], head)


def _niche() -> MeshData:
    """The middle wall with the pointed recess, its mouldings, rear wall and medallion."""
    shape = arch(ARCH_HALF_M, ARCH_SPRING_M, ARCH_TOP_M)
    half, z0 = at.MIDDLE_HALF_M, at.TERRACE_M
    outline = np.concatenate(
        [profile.line((-half, z0)), shape[:1], shape[:1:-1], shape[1:2],
         profile.line((half, z0), (half, at.COURSE_M), (-half, at.COURSE_M))]
    )  # fmt: skip
    front = panel(outline, 0.0, NICHE_M, OCHRE, back=False)
    rear = bayed_wall(2 * ARCH_HALF_M + 0.4, ARCH_TOP_M, OCHRE.shaded(1.06), edge_m=3.0)
    rear = transform.move(rear, -ARCH_HALF_M - 0.2, NICHE_M, z0)
    bands = [
        _archivolt(shape, 0.0, 0.42, -0.14, WHITE),
        _archivolt(shape, 0.42, 1.0, -0.26, OCHRE.shaded(0.94)),
        _archivolt(arch(ARCH_HALF_M - 0.05, ARCH_SPRING_M, ARCH_TOP_M - 0.05), -0.34, 0.0, 0.5,
                   WHITE.shaded(0.97)),
    ]  # fmt: skip
    medal = transform.move(_medallion(), 0.0, NICHE_M, 9.55)
    base = block((-half, -0.12, -1.5), (-FRAME_HALF_M, 0.3, 1.25), GRANITE)
    plates = [
        block((s * 5.15 - 0.42, -0.06, z), (s * 5.15 + 0.42, 0.0, z + 0.62), at.PLATE)
        for s in (-1, 1)
        for z in (2.5, 3.3, 4.1)
    ]
    return transform.move(
        merge([diced(front, 3.0), rear, *bands, medal, base, transform.mirror_x(base), *plates]),
        y=MIDDLE_Y_M,
    )


def _archivolt(shape: F64, inner_m: float, outer_m: float, out_m: float, paint: Paint) -> MeshData:
    """A raised band along the arch between two distances from its edge, feet on the terrace."""
    way = np.concatenate([shape[1:], shape[:1]])
    step = profile.mitres(way, closed=False)
    return panel(np.concatenate([way + outer_m * step, (way + inner_m * step)[::-1]]),
                 out_m, out_m + 0.4, paint)  # fmt: skip


def _spandrels() -> MeshData:
    """White fields over the haunches with ram's horns, under a square head."""
    shape = arch(ARCH_HALF_M + 1.0, ARCH_SPRING_M, ARCH_TOP_M + 0.98)
    head = shape[shape[:, 1] > ARCH_SPRING_M + 1.9]
    right = head[head[:, 0] > 0.3]
    low = float(right[:, 1].min())
    corner = profile.line((FRAME_HALF_M + 0.15, low), (FRAME_HALF_M + 0.15, at.COURSE_M - 0.02))
    top = profile.line((float(right[-1, 0]), at.COURSE_M - 0.02))
    field = panel(profile.counter_clockwise(np.concatenate([corner, top, right[::-1]])), -0.12, 0.0,
                  WHITE)  # fmt: skip
    horn = transform.turn(ornament.horns(1.1, 0.8, 0.07, RELIEF, steps=12), "y", -38.0)
    horn = transform.move(horn, FRAME_HALF_M - 0.62, -0.12, at.COURSE_M - 0.85)
    one = merge([field, horn])
    one = bare(one, BACK)
    return transform.move(merge([one, transform.mirror_x(one)]), y=MIDDLE_Y_M)


def _medallion() -> MeshData:
    """The round emblem in the arch field: a ring, a wreath of ears, a star."""
    rim = panel(profile.circle(0.95, 24), -0.16, 0.0, at.MEDAL, holes=[profile.circle(0.8, 24)])
    disc = panel(profile.circle(0.82, 24), -0.07, 0.0, at.MEDAL.shaded(0.7))
    ear = transform.move(ornament.lozenge(0.12, 0.3, 0.08, at.MEDAL), 0.0, -0.06, 0.62)
    wreath = merge([transform.turn(ear, "y", a) for a in np.arange(40.0, 321.0, 14.0)])
    star = transform.move(panel(profile.star(5, 0.18, 0.075), -0.14, 0.0, at.MEDAL), z=0.58)
    sun = ornament.rosette(0.4, 0.12, at.MEDAL, petals=10)
    return bare(merge([rim, disc, wreath, star, sun]), BACK)


# Door ---------------------------------------------------------------------------------------


def _door() -> MeshData:
    """A white frame stepping inwards to a brown double door; crests on its corners."""
    z0 = at.TERRACE_M
    pieces = []
    for k, (half, high, out) in enumerate(((2.2, 6.0, 0.5), (1.8, 5.4, 0.36), (1.4, 4.8, 0.2))):
        pieces.append(_door_frame(half, high, half - 0.42, high - 0.62, -out, WHITE))
        pieces.append(block((-half - 0.05, -out - 0.08, high - 0.18 - 0.02 * k),
                            (half + 0.05, -out + 0.1, high), RELIEF))  # fmt: skip
    crown = extrude.sweep(profile.cornice(0.5, 0.4), profile.line((-2.3, 0.0), (-2.3, -0.5),
                          (2.3, -0.5), (2.3, 0.0)), WHITE, z_m=6.0, closed=False)  # fmt: skip
    frieze = transform.move(
        ornament.frieze(4.0, 0.42, 0.07, RELIEF, motif="wave"), -2.0, -0.5, 5.46
    )
    ear = merge([panel(profile.line((-0.34, 0), (0.34, 0), (0.3, 0.3), (0.08, 0.5), (0.0, 0.86),
                                    (-0.08, 0.5), (-0.3, 0.3)), -0.62, -0.3, RELIEF)])  # fmt: skip
    crests = transform.at(ear, [(-2.05, 0, 6.5), (2.05, 0, 6.5)])
    gable = panel(profile.line((-1.75, 6.5), (1.75, 6.5), (0.9, 6.85), (0.3, 7.0), (0.0, 7.3),
                               (-0.3, 7.0), (-0.9, 6.85)), -0.56, -0.2, WHITE)  # fmt: skip
    horn = transform.move(ornament.horns(0.9, 0.5, 0.06, RELIEF, steps=10), 0.0, -0.56, 6.8)
    leaves = _leaves()
    body = bare(merge([*pieces, crown, frieze, crests, gable, horn, leaves]), BACK)
    return transform.move(body, 0.0, MIDDLE_Y_M + NICHE_M, z0)


def _door_frame(
    half: float, high: float, inner: float, inner_high: float, front: float, paint: Paint
) -> MeshData:
    """Two posts and a lintel in one plate."""
    outline = profile.line((-half, 0), (-inner, 0), (-inner, inner_high), (inner, inner_high),
                           (inner, 0), (half, 0), (half, high), (-half, high))  # fmt: skip
    return panel(outline, front, front + 0.4, paint)


def _leaves() -> MeshData:
    """The oak door with a transom of two by two panes."""
    back = block((-1.0, 0.0, 0.0), (1.0, 0.12, 4.2), at.DOOR.shaded(0.6))
    leaf = merge([block((0.03, -0.08, 0.0), (0.92, 0.02, 2.7), at.DOOR),
                  *(block((0.16, -0.12, z), (0.8, -0.06, z + 0.66), at.DOOR.shaded(1.2))
                    for z in (0.2, 1.02, 1.84))])  # fmt: skip
    pane = block((0.06, -0.05, 0.0), (0.9, 0.02, 0.6), at.GLASS)
    panes = transform.at(pane, [(0, 0, 2.85), (0, 0, 3.55)])
    handle = block((0.1, -0.2, 1.2), (0.16, -0.1, 1.6), at.MEDAL)
    half = merge([leaf, panes, handle])
    return merge([back, half, transform.mirror_x(half)])


# Loggia and attic ---------------------------------------------------------------------------


def _loggia() -> MeshData:
    """Seven small windows in a shaded recess behind white colonnettes with balustrades."""
    half, z0, z1, deep = at.MIDDLE_HALF_M - 0.25, at.LOGGIA_M, at.ATTIC_M, 1.6
    pitch = 2 * half / 7
    light = Opening(0.85, 1.7, bars=(1, 2), frame=at.FRAME, reveal_m=0.25)
    holes = [Placed(pitch * (i + 0.5), 0.7, light) for i in range(7)]
    rear = merge([bayed_wall(2 * half, z1 - z0, OCHRE, hollows(holes)), dressings(holes)])
    rear = transform.move(rear, -half, deep, z0)
    floor = block((-half, 0.0, z0 - 0.9), (half, deep + 0.2, z0), WHITE)
    cheeks = block((half, 0.0, z0), (half + 0.3, deep + 0.2, z1), OCHRE)
    column = transform.at(_colonnette(z1 - z0), [(pitch * i - half, 0.22, z0) for i in range(8)])
    fence = transform.move(_fence(2 * half, 0.8), y=0.2, z=z0)
    lintel = block((-half - 0.3, 0.0, z1 - 0.34), (half + 0.3, deep + 0.2, z1 + 0.1), WHITE)
    whole = merge([rear, floor, cheeks, transform.mirror_x(cheeks), column, fence, lintel])
    return transform.move(whole, y=MIDDLE_Y_M)


def _fence(length_m: float, height_m: float) -> MeshData:
    """A balustrade about x = 0 whose balusters are square."""
    h, half = height_m, length_m / 2
    section = profile.line((0.08, 0.14 * h), (0.1, 0.36 * h), (0.05, 0.62 * h), (0.08, 0.86 * h))
    one = lathe.lathe(section, RELIEF, sides=4, crease_deg=60.0, caps=False)
    count = round(length_m / 0.26)
    row = transform.at(one, [(length_m * ((i + 0.5) / count - 0.5), 0.0) for i in range(count)])
    rails = [block((-half, -w, z), (half, w, z + 0.14 * h), RELIEF)
             for w, z in ((0.13, 0.0), (0.15, 0.86 * h))]  # fmt: skip
    return merge([row, *rails])


def _colonnette(height_m: float) -> MeshData:
    """A slim white post with a foot and a flaring head."""
    h = height_m - 0.3
    shaft = lathe.lathe(profile.line((0.2, 0.3), (0.2, 0.5), (0.15, 0.62), (0.14, h - 0.5),
                                     (0.2, h - 0.34), (0.28, h - 0.16)), WHITE, sides=8,
                        crease_deg=50)  # fmt: skip
    return merge([extrude.box(0.46, 0.4, 0.32, WHITE), shaft,
                  extrude.box(0.62, 0.44, 0.2, RELIEF, bottom_m=h - 0.18)])  # fmt: skip


def _attic() -> MeshData:
    """The middle rises one step: plain white wall, patterned frieze, deep cornice, roof."""
    half, back = at.MIDDLE_HALF_M, FACE_M + 12.0
    y = MIDDLE_Y_M - 0.05
    plan = profile.line((-half, y), (half, y), (half, back), (-half, back))
    box = extrude.prism(plan, at.ATTIC_M, at.CROWN_M + 0.3, WHITE, crease_deg=0)
    ledge = extrude.sweep(profile.string_course(0.3, 0.16), plan, RELIEF, z_m=at.ATTIC_M)
    second = extrude.sweep(profile.fillet(0.16, 0.1), plan, RELIEF, z_m=at.FRIEZE_M - 0.1)
    height = at.CROWN_M - at.FRIEZE_M
    front = _horns(2 * half, height - 0.14)
    flank = ornament.frieze(back - y, height - 0.14, 0.09, RELIEF, motif="lozenges", border=False)
    flank = bare(flank, BACK)
    z = at.FRIEZE_M + 0.1
    right = transform.on_edge(flank, plan[1], plan[2], z)
    crown = profile.joined(
        profile.line((0, 0), (0.14, 0.0), (0.2, 0.12)),
        profile.cavetto(0.55, 0.6, 5) + np.array([0.22, 0.14]),
        profile.line((0.95, 0.75), (0.95, 1.12), (1.04, 1.16), (1.04, 1.34), (-0.3, 1.44),
                     (-0.3, 0.0)),
    )  # fmt: skip
    cap = extrude.sweep(crown, plan, WHITE, z_m=at.CROWN_M)
    tooth = bare(block((-0.16, -0.5, 0.0), (0.16, 0.0, 0.24), RELIEF), BACK, OVER)
    teeth = cornice.along_path(tooth, plan, 0.66, z_m=at.CROWN_M + 0.04)
    deck = roof.hip(2 * half + 0.4, back - y + 0.4, 0.42, at.ROOF, z_m=at.TOP_M - 0.42)
    deck = transform.move(deck, 0.0, (y + back) / 2)
    return merge([diced(box, 3.4), ledge, second, transform.move(front, -half, y, z), right,
                  transform.mirror_x(right), diced(cap, 6.5), teeth, deck])  # fmt: skip


def _horns(length_m: float, height_m: float) -> MeshData:
    """A row of ram's horns from x = 0 to its length, z from 0 to its height."""
    count = round(length_m / (1.25 * height_m))
    bay = length_m / count
    one = ornament.horns(1.1 * height_m, 0.86 * height_m, 0.09, RELIEF, steps=8)
    one = transform.scale(bare(one, BACK), bay / (1.25 * height_m), 1.0, 1.0)
    x = bay * (np.arange(count) + 0.5)
    return transform.at(one, np.column_stack([x, 0 * x, np.full(count, height_m / 2)]))


def _letters() -> MeshData:
    """The raised inscription in two lines; its upper edges are never seen."""
    lines = [
        transform.move(lettering(text, 0.5, at.LETTERS, out_m=0.08, bold_m=0.012), z=z)
        for text, z in zip(INSCRIPTION, (19.3, 18.4), strict=True)
    ]
    whole = merge(lines)
    first = whole.normals[whole.faces[:, 0]]
    seen = whole.faces[(first[:, 1] < -0.98) | (first[:, 2] < -0.5)].astype(np.int64)
    read = taken(whole, np.arange(whole.vertex_count), seen)
    return transform.move(read, y=MIDDLE_Y_M - 0.05)
