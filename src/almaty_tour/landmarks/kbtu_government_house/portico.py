"""The raised front of the Government House: ten faceted shafts under a heavy entablature."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import cornice, extrude, lathe, ornament, profile, rail, roof, transform
from almaty_tour.kit.bays import bayed_wall
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.profile import F64
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.landmarks._shared.bare import BACK, OVER, UNDER, bare
from almaty_tour.landmarks._shared.outside import SIDES, outside
from almaty_tour.landmarks.kbtu_government_house import plan
from almaty_tour.landmarks.kbtu_government_house.plan import (
    CARVED,
    PITCH_M,
    PLINTH,
    SHAFT,
    STONE,
    TERRACE_M,
    TRIM,
)
from almaty_tour.mesh.data import MeshData, as_part, merge

COLUMN_Y_M = -49.1
RADIUS_M = 0.7
PYLON = (19.0, 23.8)
PYLON_BACK_M = -46.4
ARCHITRAVE_Y_M = -49.95
PASSAGE_M = 2.5
FRONT = (0.0, -1.0, 0.0)
HEAD = Paint("concrete", "#B09C76")
SHAFTS = (np.arange(10) - 4.5) * PITCH_M

CROWN = profile.line(
    (-plan.RISE_HALF_M, plan.COURT_FRONT_M), (-plan.RISE_HALF_M, plan.HALL_M),
    (-PYLON[1], plan.HALL_M), (-PYLON[1], plan.FRONT_M), (-PYLON[0], plan.FRONT_M),
    (-PYLON[0], ARCHITRAVE_Y_M), (PYLON[0], ARCHITRAVE_Y_M), (PYLON[0], plan.FRONT_M),
    (PYLON[1], plan.FRONT_M), (PYLON[1], plan.HALL_M), (plan.RISE_HALF_M, plan.HALL_M),
    (plan.RISE_HALF_M, plan.COURT_FRONT_M),
)  # fmt: skip
"""The line of the entablature, breaking forward over the corner pylons."""


def front() -> MeshData:
    """Columns, pylons, rear wall, returns, entablature and roof of the raised block."""
    return merge(
        [
            as_part(_columns(), "columns"),
            as_part(merge([_pylons(), _rear_wall(), _returns()]), "portico"),
            as_part(merge([_entablature(), _frieze(), _top()]), "entablature"),
            as_part(_emblem(), "emblem"),
            as_part(_door(), "door"),
        ]
    )


# Columns ------------------------------------------------------------------------------------


def _columns() -> MeshData:
    """Eight free shafts, and one at each end half hidden behind its pylon."""
    places = np.column_stack([SHAFTS, np.full(10, COLUMN_Y_M), np.full(10, TERRACE_M)])
    return transform.at(_column(), places)


def _column() -> MeshData:
    height, head, foot = 15.5, 1.75, 0.95
    octagon = _octagon(RADIUS_M)
    upper = 0.94 * octagon
    shaft = extrude.prism(octagon, foot, height - head - 0.9, SHAFT, top_outline=upper,
                          crease_deg=0, top=False, bottom=False)  # fmt: skip
    neck = extrude.prism(upper, height - head - 0.9, height - head, CARVED, crease_deg=0,
                         top=False, bottom=False)  # fmt: skip
    return merge([diced(shaft, 6.2), neck, _base(foot),
                  transform.move(_capital(head), z=height - head)])  # fmt: skip


def _octagon(radius_m: float) -> F64:
    """Eight sides whose edges are cut a little, so that they catch the light softly."""
    corner = profile.regular(8, radius_m / np.cos(np.pi / 8), 22.5)
    before, after = np.roll(corner, 1, axis=0), np.roll(corner, -1, axis=0)
    cut = np.stack([corner + 0.14 * (before - corner), corner + 0.14 * (after - corner)], axis=1)
    return np.asarray(cut.reshape(-1, 2))


def _base(height_m: float) -> MeshData:
    """A red granite block, a square plate and mouldings that draw in to the shaft."""
    r = RADIUS_M / np.cos(np.pi / 8)
    section = profile.joined(
        profile.line((1.42 * r, 0.42), (1.42 * r, 0.5)),
        profile.torus(0.2, 0.08, 3) + np.array([1.32 * r, 0.5]),
        profile.line((1.2 * r, 0.74), (1.06 * r, 0.84), (r, height_m)),
    )
    moulding = lathe.lathe(section, SHAFT, sides=8, start_deg=22.5, crease_deg=20)
    return merge([extrude.box(2.5, 2.5, 0.22, PLINTH),
                  extrude.box(2.2, 2.2, 0.22, SHAFT, bottom_m=0.2), moulding])  # fmt: skip


def _capital(height_m: float) -> MeshData:
    """A row of beads, a flaring bell, corner scrolls, a star on every face, a stepped abacus."""
    r, h = RADIUS_M * 0.94, height_m
    ring = extrude.prism(profile.regular(8, 1.08 * r + 0.07, 22.5), 0.0, 0.1, HEAD.shaded(0.86),
                         crease_deg=0)  # fmt: skip
    bead = extrude.prism(profile.regular(3, 0.08), 0.0, 0.1, HEAD, crease_deg=180.0)
    beads = transform.around(transform.move(bead, y=-r - 0.02), 18, z_m=0.2)
    low, high = profile.regular(8, 1.1 * r, 22.5), profile.regular(8, 1.42 * r, 22.5)
    bell = extrude.prism(low, 0.28, 0.68 * h, HEAD.shaded(0.86), top_outline=high, crease_deg=0,
                         top=False)  # fmt: skip
    scroll = transform.move(transform.turn_z(_scroll(0.36, 0.17), 90.0), y=-1.42 * r, z=0.5 * h)
    scrolls = transform.around(scroll, 4, start_deg=-45.0)
    leaf = panel(profile.line((-0.16, 0.0), (0.16, 0.0), (0.3, 0.75), (0.0, 0.95), (-0.3, 0.75)),
                 -0.1, 0.0, HEAD, back=False)  # fmt: skip
    leaves = transform.around(transform.move(leaf, y=-1.16 * r, z=0.26), 8, start_deg=-67.5)
    star = panel(profile.star(5, 0.36, 0.15), -0.16, 0.0, HEAD, back=False)
    stars = transform.around(transform.move(star, y=-1.34 * r, z=0.6 * h), 4)
    plates = [
        extrude.box(2 * w, 2 * w, t, HEAD, bottom_m=z)
        for w, t, z in ((0.92, 0.2, 0.7 * h), (1.02, 0.2, 0.8 * h), (1.1, 0.1 * h, 0.9 * h))
    ]
    return merge([ring, beads, bell, scrolls, leaves, stars, bare(merge(plates), OVER)])


def _scroll(radius_m: float, half_m: float) -> MeshData:
    """A corner scroll: a drum along y, hollowed round an eye on both faces."""
    w, r = half_m, radius_m
    section = profile.line((0.0, -w - 0.05), (0.5 * r, -w + 0.04), (r, -w),
                           (r, w), (0.5 * r, w - 0.04), (0.0, w + 0.05))  # fmt: skip
    return transform.turn(lathe.lathe(section, HEAD, sides=8, crease_deg=50.0), "x", 90.0)


# Walls --------------------------------------------------------------------------------------


def _pylons() -> MeshData:
    """Free standing corner piers, with a small tablet each and a granite foot."""
    middle, width = (PYLON[0] + PYLON[1]) / 2, PYLON[1] - PYLON[0]
    depth = PYLON_BACK_M - plan.FRONT_M
    shape = profile.rectangle(width, depth, (middle, (plan.FRONT_M + PYLON_BACK_M) / 2))
    body = extrude.prism(shape, TERRACE_M, plan.CAPITAL_M + 0.1, STONE, crease_deg=0, top=False)
    foot = profile.line((0, -1.5), (0.22, -1.5), (0.22, 2.6), (0.05, 2.75), (0, 2.75))
    ledge = extrude.sweep(profile.string_course(0.32, 0.16), shape, TRIM, z_m=14.55)
    joints = [
        extrude.sweep(profile.fillet(0.05, 0.03), shape, CARVED, z_m=z)
        for z in np.arange(4.0, 15.0, 1.45)
    ]
    tablet = block((middle - 0.5, plan.FRONT_M - 0.06, 4.6), (middle + 0.5, plan.FRONT_M, 5.2),
                   plan.GILT)  # fmt: skip
    one = merge([diced(body, 2.4), extrude.sweep(foot, shape, PLINTH), ledge, *joints, tablet])
    return merge([one, transform.mirror_x(one)])


def _rear_wall() -> MeshData:
    """The wall behind the columns: five rows of windows, bundled shafts, passages at its ends."""
    y, z0 = plan.HALL_M, TERRACE_M
    half, height = PYLON[1], plan.CAPITAL_M - TERRACE_M + 0.4
    barred = Opening(1.25, 1.5, "round", rise_m=0.25, bars=(4, 2), frame=plan.FRAME, steps=3,
                     reveal_m=0.4, surround=TRIM, surround_m=0.16)  # fmt: skip
    sash = [Opening(1.25, h, bars=(2, 3), frame=plan.FRAME, reveal_m=0.4, sill_out_m=0.16)
            for h in (1.75, 1.8, 2.0, 1.2)]  # fmt: skip
    rows = list(zip((0.5, 3.25, 6.1, 9.05, 13.0), (barred, *sash), strict=True))
    axes = (np.arange(7) - 3) * PITCH_M + half
    holes = [
        Placed(float(x), z, o) for x in axes for z, o in rows if z > 5.0 or abs(x - half) > 1.0
    ]
    pair = Opening(0.7, 1.9, bars=(1, 3), frame=plan.FRAME, reveal_m=0.4, sill_out_m=0.14)
    holes += [Placed(half + s * 16.8 + d, 9.1, pair) for s in (-1, 1) for d in (-0.6, 0.6)]
    dark = Opening(PASSAGE_M, 7.2, glass=None, reveal_m=3.2)
    holes += [Placed(half + s * 21.3, 0.0, dark) for s in (-1, 1)]
    face = outside(_bays(half, height, holes))
    back = block((-half, y + 3.2, z0), (half, y + 3.4, z0 + 7.4), plan.FRAME.shaded(0.55))
    bundle = transform.at(_half_shaft(), [(dx, -0.02, 0) for dx in (-0.62, 0.0, 0.62)])
    spots = [(x, y, z0) for x in (np.arange(8) - 3.5) * PITCH_M]
    course = extrude.sweep(profile.string_course(0.3, 0.16),
                           profile.line((-19.8, y), (-1.6, y)), TRIM, z_m=z0 + 2.5,
                           closed=False)  # fmt: skip
    ends = [_passage_head(), transform.mirror_x(_passage_head())]
    plates = transform.at(
        block((-0.3, -0.08, 0.0), (0.3, 0.0, 0.7), PLATE),
        [(s * x, y, z0 + 0.75) for x in (5.4, 9.6, 13.8) for s in (-1, 1)],
    )
    return merge([transform.move(face, -half, y, z0), back, transform.at(bundle, spots), course,
                  transform.mirror_x(course), *ends, plates])  # fmt: skip


PLATE = Paint("painted_metal", "#2D57A8")


def _bays(half_m: float, height_m: float, holes: list[Placed]) -> MeshData:
    """The rear wall cut between its axes, so that shade lies evenly on it."""
    return bayed_wall(2 * half_m, height_m, STONE, holes, edge_m=4.0)


def _half_shaft() -> MeshData:
    """A slim half-round shaft on a wall with a moulded head, foot at z = 0."""
    section = profile.line((0.34, 0.0), (0.34, 0.5), (0.27, 0.65), (0.27, 6.3),
                           (0.27, 12.0), (0.36, 12.3), (0.36, 12.7))  # fmt: skip
    shaft = lathe.lathe(section, STONE.shaded(0.97), sides=6, start_deg=180.0, sweep_deg=180.0)
    return bare(shaft, BACK, UNDER)


def _passage_head() -> MeshData:
    """The stepped head of the right passage, and the balcony that hangs over it in the slot."""
    x, y, z = 21.3, plan.HALL_M, TERRACE_M
    pieces = []
    for k, (width, low) in enumerate(((0.28, 5.2), (0.56, 5.8), (0.84, 6.4))):
        for s in (-1, 1):
            edge = x + s * PASSAGE_M / 2
            a, b = sorted((edge, edge - s * width))
            pieces.append(block((a, y - 0.1, z + low), (b, y + 0.9, z + low + 0.6), TRIM))
        pieces.append(block((x - 1.5 + 0.08 * k, y - 0.14, z + 7.0 + 0.1 * k),
                            (x + 1.5 - 0.08 * k, y, z + 7.1 + 0.1 * k), TRIM))  # fmt: skip
    floor_m = z + 8.3
    slab = block((x - 1.9, y - 1.5, floor_m - 0.3), (x + 1.9, y, floor_m), TRIM)
    corbel = cornice.bracket(0.4, 1.2, 0.8, TRIM)
    corbels = transform.at(corbel, [(x + d, y, floor_m - 1.05) for d in (-1.4, 0.0, 1.4)])
    path = profile.line((x - 1.8, y), (x - 1.8, y - 1.4), (x + 1.8, y - 1.4), (x + 1.8, y))
    grille = rail.railing(path, plan.IRON, height_m=1.0, z_m=floor_m, spacing_m=0.26)
    door = block((x - 0.6, y - 0.05, floor_m), (x + 0.6, y + 0.1, floor_m + 2.4), plan.GLASS)
    return bare(merge([*pieces, slab, corbels, grille, door]), BACK)


def _returns() -> MeshData:
    """The flanks of the raised block: one axis to the front, one beside the wing."""
    z0, top = plan.PLINTH_M, plan.CAPITAL_M + 0.4
    rows = ((0.9, 1.7), (3.9, 1.8), (7.0, 1.9), (10.1, 1.9), (13.1, 1.2))

    def piece(length: float) -> MeshData:
        holes = [
            Placed(length / 2, z, Opening(1.35, h, bars=(2, 2), frame=plan.FRAME, reveal_m=0.34,
                                          sill_out_m=0.16, surround=TRIM, surround_m=0.14,
                                          surround_out_m=0.05))
            for z, h in rows
        ]  # fmt: skip
        face = diced(outside(wall(length, top - z0, STONE, holes)), 3.4)
        foot = diced(wall(length, z0, PLINTH), 2.6)
        return merge([transform.move(face, z=z0), foot])

    a = profile.line((PYLON[1], plan.HALL_M), (plan.RISE_HALF_M, plan.HALL_M))
    b = profile.line((plan.RISE_HALF_M, plan.HALL_M), (plan.RISE_HALF_M, plan.WING_M))
    pieces = [transform.on_edge(piece(float(np.hypot(*(q - p)))), p, q) for p, q in (a, b)]
    line = profile.joined(a, b)
    base = profile.line((0, -1.5), (0.3, -1.5), (0.3, 0.35), (0.12, 0.5), (0, 0.5))
    pieces.append(extrude.sweep(base, line, PLINTH, closed=False))
    ledge = profile.string_course(0.32, 0.18)
    pieces += [
        extrude.sweep(ledge, line, TRIM, z_m=z, closed=False) for z in (plan.PLINTH_M - 0.15, 14.55)
    ]
    right = merge(pieces)
    upper = _upper_flank()
    return merge([right, transform.mirror_x(right), upper, transform.mirror_x(upper)])


def _upper_flank() -> MeshData:
    """The plain flank of the raised block over the wing's roof."""
    length = plan.COURT_FRONT_M - plan.WING_M
    face = diced(wall(length, 3.4, STONE), 3.6)
    low = plan.CAPITAL_M + 0.4 - 3.4
    side = transform.on_edge(face, (plan.RISE_HALF_M, plan.WING_M),
                             (plan.RISE_HALF_M, plan.COURT_FRONT_M), low)  # fmt: skip
    rear = transform.on_edge(diced(wall(plan.RISE_HALF_M, 3.4, STONE), 3.6),
                             (plan.RISE_HALF_M, plan.COURT_FRONT_M), (0.0, plan.COURT_FRONT_M),
                             low)  # fmt: skip
    return merge([side, rear])


# Entablature --------------------------------------------------------------------------------


def _entablature() -> MeshData:
    """Architrave, frieze wall, dentils, modillions and the far-jutting cornice."""
    z = plan.CAPITAL_M
    soffit = bare(extrude.prism(CROWN, z, z + 1.0, STONE, top=False), *SIDES, BACK, FRONT)
    plain = extrude.prism(CROWN, z + 1.07, z + 2.755, STONE, top=False, bottom=False, crease_deg=0)
    parts = [diced(soffit, 5.0), diced(plain, 4.0)]
    beam = profile.line((0, 0), (0.12, 0), (0.12, 0.5), (0.2, 0.55), (0.34, 0.8), (0.34, 1.0),
                        (0, 1.06))  # fmt: skip
    parts.append(extrude.sweep(beam, CROWN, TRIM, z_m=z, back=False))
    bed = profile.line((0, 2.75), (0.16, 2.8), (0.16, 3.05), (0.3, 3.1), (0.3, 4.2))
    parts.append(extrude.sweep(bed, CROWN, TRIM, z_m=z, back=False))
    lip = profile.joined(
        profile.line((0.0, 4.05), (1.2, 4.05), (1.2, 4.35), (1.26, 4.35)),
        profile.cyma(0.5, 0.32, 3) + np.array([1.28, 4.38]),
        profile.line((1.6, 5.0), (0.0, 5.06)),
    )
    parts.append(extrude.sweep(lip, CROWN, TRIM, z_m=z, crease_deg=30))
    block_ = merge([block((-0.22, -1.1, 0.42), (0.22, 0.02, 0.95), CARVED),
                    block((-0.27, -1.16, 0.78), (0.27, 0.02, 0.96), TRIM)])  # fmt: skip
    parts.append(cornice.along_path(bare(block_, BACK, OVER), CROWN, 0.84, closed=False,
                                    z_m=z + 3.1))  # fmt: skip
    tooth = bare(block((-0.13, -0.42, 0.0), (0.13, 0.02, 0.26), TRIM), BACK, OVER)
    parts.append(cornice.along_path(tooth, CROWN, 0.56, closed=False, z_m=z + 3.1))
    lamp = extrude.box(0.8, 4.6, 0.36, TRIM, bottom_m=z - 0.3)
    parts.append(transform.at(lamp, [(x, -46.0) for x in SHAFTS[1:-1]]))
    return merge(parts)


def _frieze() -> MeshData:
    """Nine fields over the bays: a stepped frame about a shallow keel-arched hollow."""
    z = plan.CAPITAL_M + 1.12
    keel = profile.line((-1.42, 0.28), (1.42, 0.28), (1.42, 1.05), (0.55, 1.16), (0.0, 1.42),
                        (-0.55, 1.16), (-1.42, 1.05))  # fmt: skip
    frame = panel(profile.rectangle(3.96, 1.58, (0, 0.79)), -0.14, 0.0, STONE, holes=[keel],
                  back=False)  # fmt: skip
    inner = panel(profile.offset(keel, 0.1), -0.2, -0.14, TRIM, holes=[keel], back=False)
    field = diced(merge([frame, inner]), 2.0)
    x = (np.arange(9) - 4) * PITCH_M
    return transform.at(field, np.column_stack([x, np.full(9, ARCHITRAVE_Y_M), np.full(9, z)]))


def _emblem() -> MeshData:
    """The gilded state emblem: a shanyrak with its rays between two winged horses."""
    disc = panel(profile.circle(0.72, 28), -0.16, 0.0, GILT_BACK)
    ring = panel(profile.circle(0.5, 24), -0.26, -0.12, plan.GILT, holes=[profile.circle(0.4, 24)])
    ray = block((-0.03, -0.22, 0.4), (0.03, -0.12, 0.66), plan.GILT)
    rays = merge([transform.turn(ray, "y", a) for a in np.arange(0.0, 360.0, 20.0)])
    cross = merge([block((-0.4, -0.24, -0.04), (0.4, -0.14, 0.04), plan.GILT),
                   block((-0.04, -0.24, -0.4), (0.04, -0.14, 0.4), plan.GILT)])  # fmt: skip
    wing = ornament.ribbon(
        profile.smooth([(0.2, -0.62), (0.72, -0.5), (0.95, -0.05), (0.86, 0.42), (0.6, 0.62)], 4),
        0.26, 0.3, plan.GILT)  # fmt: skip
    star = transform.move(panel(profile.star(5, 0.16, 0.07), -0.3, -0.1, plan.GILT), z=0.74)
    whole = merge([disc, ring, rays, cross, wing, transform.mirror_x(wing), star])
    return transform.move(whole, 0.0, ARCHITRAVE_Y_M - 0.12, plan.CAPITAL_M + 1.95)


GILT_BACK = Paint("gilded_plaster", "#E8C98A")


def _top() -> MeshData:
    """Roof behind the cornice, its railing, and three plain masts' feet."""
    z = plan.RISE_M
    deck = diced(extrude.prism(profile.offset(CROWN, 1.3), z - 0.35, z - 0.02, plan.ROOF,
                                bottom=False), 10.0)  # fmt: skip
    depth = plan.COURT_FRONT_M - plan.HALL_M
    hips = transform.move(
        roof.hip(2 * plan.RISE_HALF_M + 0.8, depth + 0.8, 1.5, plan.ROOF, z_m=z - 0.05),
        0.0, (plan.COURT_FRONT_M + plan.HALL_M) / 2)  # fmt: skip
    fence = rail.railing(profile.offset(CROWN, 0.5), plan.RAIL, height_m=1.0, z_m=z - 0.05,
                         closed=True, post_m=2.4, bars=3, bar_m=0.035)  # fmt: skip
    feet = transform.at(extrude.box(0.6, 0.6, 0.7, TRIM), [(x, -46.8, z - 0.1) for x in MASTS])
    return merge([deck, hips, fence, feet])


MASTS = (-16.8, 0.0, 16.8)


# Door ---------------------------------------------------------------------------------------


def _door() -> MeshData:
    """A white frame five metres high, a keel-arched grille, gold-yellow oak leaves."""
    y, z = plan.HALL_M, TERRACE_M
    hole = profile.opening("flat", 1.7, 4.3)
    frame = panel(profile.rectangle(3.0, 5.1, (0, 2.55)), -0.45, 0.3, SHAFT, holes=[], back=False)
    keel = profile.opening("keel", 1.4, 1.1, 0.5, 6) + np.array([0.0, 2.85])
    outer = profile.offset(hole, 0.16)
    edge = panel(outer, -0.56, -0.45, SHAFT, holes=[hole], back=False)
    sunk = panel(hole, -0.47, -0.4, SHAFT.shaded(0.86))
    grille = panel(keel, -0.5, -0.44, plan.IRON)
    leaf = merge([block((-0.66, -0.56, 0.0), (-0.03, -0.42, 2.6), plan.DOOR),
                  *(block((-0.56, -0.6, low), (-0.13, -0.5, low + 0.62), plan.DOOR.shaded(0.85))
                    for low in (0.25, 1.05, 1.85))])  # fmt: skip
    hood = extrude.sweep(profile.cornice(0.4, 0.34), profile.line((-1.5, 0.1), (-1.5, -0.45),
                         (1.5, -0.45), (1.5, 0.1)), SHAFT, z_m=4.9, closed=False)  # fmt: skip
    whole = merge([frame, edge, sunk, grille, leaf, transform.mirror_x(leaf), hood])
    return transform.move(whole, 0.0, y, z)
