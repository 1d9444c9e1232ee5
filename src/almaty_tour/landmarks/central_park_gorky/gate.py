"""The gate: an arc of six white columns between two square pavilions, letters on its beam."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, pylon, rail, roof, transform
from almaty_tour.kit.bend import bent
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks._shared.light_letters import letters
from almaty_tour.landmarks.central_park_gorky import plan
from almaty_tour.landmarks.central_park_gorky.plan import F64
from almaty_tour.mesh.data import MeshData, merge

ARC_M = 19.5
"""Radius of the arc; its middle lies before the gate, so the columns stand back in the middle."""
STEP_DEG = 10.6
PEDESTAL_M, COLUMN_M, BEAM_M = 1.7, 8.3, 1.25
PAVILION = (12.6, -6.2)
SIDE_M = 6.6
WALL_M = 8.6
HEIGHT_M = 13.6


def gate() -> MeshData:
    """All of it, the middle of the arc at the origin."""
    pavilion = _pavilion()
    x, y = PAVILION
    pair = [transform.move(pavilion, s * x, y) for s in (-1, 1)]
    posts = [transform.move(_post(), s * (x + 8.2), y + 0.6) for s in (-1, 1)]
    fences = [_fence(s) for s in (-1.0, 1.0)]
    return merge(
        [_colonnade(), _beam(), _letters(), _mountains(), *pair, *posts, *fences, *_leaves()]
    )


def spots(radius_m: float = ARC_M) -> F64:
    """(6, 2) feet of the columns."""
    turn = np.radians((np.arange(6) - 2.5) * STEP_DEG)
    return np.column_stack([radius_m * np.sin(turn), radius_m * np.cos(turn) - ARC_M])


def _column() -> MeshData:
    low, high = PEDESTAL_M, COLUMN_M
    foot = extrude.prism(
        profile.rectangle(1.35, 1.35),
        -0.1,
        low,
        plan.FOOT,
        top_outline=profile.rectangle(1.15, 1.15),
    )
    base = lathe.lathe(
        profile.line((0.56, low), (0.6, low + 0.16), (0.46, low + 0.3)),
        plan.WHITE,
        sides=14,
        caps=False,
    )
    shaft = lathe.lathe(
        profile.line((0.46, low + 0.25), (0.45, 4.6), (0.38, high - 0.9)),
        plan.WHITE,
        sides=14,
        caps=False,
    )
    head = lathe.lathe(
        profile.line(
            (0.44, high - 0.95), (0.4, high - 0.75), (0.52, high - 0.35), (0.64, high - 0.2)
        ),
        plan.CAP,
        sides=14,
        caps=False,
    )
    leaf = extrude.prism(
        profile.line((-0.12, -0.12), (0.12, -0.12), (0.0, 0.1)),
        0.0,
        0.5,
        plan.CAP,
        top_outline=profile.line((-0.2, -0.26), (0.2, -0.26), (0.0, -0.06)),
    )
    leaves = transform.around(leaf, 8, 0.4, z_m=high - 0.8)
    slab = extrude.box(1.35, 1.35, 0.2, plan.CAP, bottom_m=high - 0.2)
    return merge([foot, base, shaft, head, leaves, slab])


def _colonnade() -> MeshData:
    inner = transform.at(_column(), spots())
    rear = spots(ARC_M + 2.6)[[0, 5]]
    return merge([inner, transform.at(_column(), rear)])


def _beam() -> MeshData:
    """The curved architrave under a grey lid, and the frame that carries the letters."""
    turn = np.radians(np.linspace(30.0, -30.0, 25))
    path = np.column_stack([ARC_M * np.sin(turn), ARC_M * np.cos(turn) - ARC_M])
    z, h = COLUMN_M, BEAM_M
    right = np.array([(0.6, 0.0), (0.6, 0.7 * h), (0.95, 0.85 * h), (0.95, h)])
    section = np.concatenate([right, right[::-1] * np.array([-1.0, 1.0])])
    beam = extrude.sweep(section, path, plan.WHITE, z_m=z, closed=False)
    flat = profile.line((-1.02, 0.0), (1.02, 0.0), (1.02, 0.16), (-1.02, 0.16))
    lid = extrude.sweep(flat, path, plan.GREY_ROOF, z_m=z + h, closed=False, crease_deg=0.0)
    low = np.column_stack([path, np.full(25, z + 1.4)])
    high = np.column_stack([path, np.full(25, z + 3.75)])
    starts = np.concatenate([low[:-1], high[:-1], low[::4]])
    ends = np.concatenate([low[1:], high[1:], high[::4]])
    return merge([beam, lid, pylon.rods(starts, ends, 0.04, plan.IRON, sides=3)])


def _letters() -> MeshData:
    """Two gilt lines on each half: Kazakh on the left, Russian on the right."""
    pieces = []
    for middle, lines in (
        (-15.3, (("ОРТАЛЫҚ", 0.34), ("ДЕМАЛЫС ПАРКІ", -0.03))),
        (15.3, (("ЦЕНТРАЛЬНЫЙ", 0.0), ("ПАРК ОТДЫХА", 0.02))),
    ):
        for text, space, z in ((*lines[0], 2.72), (*lines[1], 1.56)):
            word = letters(text, 0.84, plan.WORD, out_m=0.14, spacing_m=space)
            flat = transform.move(transform.turn_z(word, 180.0), z=COLUMN_M + z)
            pieces.append(bent(flat, ARC_M - 0.75, start_deg=90.0 - middle))
    return transform.move(merge(pieces), y=-ARC_M)


def _mountains() -> MeshData:
    """The zigzag of peaks in bent bars over the middle of the beam, before a half disc of glass."""
    x = np.array([-4.0, -2.9, -2.2, -1.2, -0.2, 0.5, 1.6, 2.3, 3.0, 4.0])
    z = np.array([0.3, 1.5, 1.0, 2.5, 1.7, 2.35, 3.15, 2.0, 1.5, 0.3])
    z = z * (HEIGHT_M - COLUMN_M - 1.95) / z.max() + COLUMN_M + 1.85
    low = np.column_stack([x, np.full(10, 0.35), z])
    bars = pylon.rods(low[:-1], low[1:], 0.1, plan.IRON, sides=4)
    thin = pylon.rods(
        low[1:-1], low[1:-1] * [1, 1, 0] + [0, 0, COLUMN_M + 1.4], 0.05, plan.IRON, sides=3
    )
    disc = np.concatenate([profile.arc((0.0, 0.0), (3.4, 2.2), 0.0, 180.0, 12)])
    glass = transform.move(
        extrude.panel(disc, 0.5, 0.6, Paint("sky_glass", "#C8DCE4")), z=COLUMN_M + 1.4
    )
    return merge([bars, thin, glass])


def _pavilion() -> MeshData:
    """A peach cube on a rock-faced plinth with two columns before an arched slot."""
    half = SIDE_M / 2
    square = profile.rectangle(SIDE_M, SIDE_M)
    plinth = extrude.prism(profile.offset(square, 0.2), -1.5, 1.7, plan.FOOT)
    walls = [transform.turn_z(_wall(half), 90.0 * k) for k in range(4)]
    core = extrude.box(SIDE_M - 0.9, SIDE_M - 0.9, WALL_M - 1.7, plan.PEACH, bottom_m=1.7)
    columns = transform.at(_column(), [(s * 2.15, -half - 0.45) for s in (-1, 1)])
    low, high = (-3.0, -half - 1.15, COLUMN_M), (3.0, -half + 0.1, COLUMN_M + 0.5)
    shelf = extrude.block(low, high, plan.WHITE)
    cornice = extrude.sweep(profile.cornice(0.8, 0.95), square, plan.WHITE, z_m=WALL_M - 0.3)
    return merge([plinth, *walls, core, columns, shelf, cornice, _crown()])


def _crown() -> MeshData:
    """The stepped roofs of a pavilion, its louvred lantern, four small obelisks."""
    z, square = WALL_M, profile.rectangle(SIDE_M, SIDE_M)
    small = profile.rectangle(SIDE_M - 1.6, SIDE_M - 1.6)
    roofs = [
        extrude.prism(
            profile.offset(outline, eaves), z + level, z + level + 0.5, plan.GREY_ROOF,
            top_outline=profile.offset(outline, inside), crease_deg=0.0,
        )
        for outline, eaves, inside, level in ((square, 1.15, -0.4, 0.45), (small, 0.35, -0.9, 1.7))
    ]  # fmt: skip
    attic = extrude.prism(small, z + 0.8, z + 1.7, plan.PEACH)
    lantern = extrude.box(2.5, 2.5, 1.0, plan.WHITE, bottom_m=z + 2.1)
    louvres = extrude.box(1.8, 2.6, 0.5, plan.DARK, bottom_m=z + 2.35)
    cap = roof.tent(profile.rectangle(3.1, 3.1), z + 3.1, 0.5, plan.GREY_ROOF, top_scale=0.5)
    obelisk = pylon.obelisk(0.42, 1.9, plan.WHITE, top_m=0.2, tip_m=0.3, bottom_m=z + 1.75)
    four = transform.at(obelisk, [(x, y) for x in (-2.1, 2.1) for y in (-2.1, 2.1)])
    return merge([*roofs, attic, lantern, louvres, cap, four])


def _wall(half: float) -> MeshData:
    """One side with its tall arched slot, framed in white."""
    slot = profile.opening("round", 1.35, 5.9) + np.array([0.0, 1.9])
    sheet = extrude.panel(
        profile.rectangle(2 * half, WALL_M - 1.7, (0.0, (WALL_M + 1.7) / 2)),
        -half,
        -half + 0.45,
        plan.PEACH,
        holes=[slot],
        back=False,
    )
    frame = extrude.panel(
        profile.offset(slot, 0.25), -half - 0.1, -half, plan.WHITE, holes=[slot], back=False
    )
    dark = extrude.panel(slot, -half + 0.3, -half + 0.4, plan.DARK, back=False)
    return merge([sheet, frame, dark])


def _post() -> MeshData:
    """An outer post with a niche and a gilt two-headed finial."""
    body = extrude.box(2.3, 2.3, 3.0, plan.PEACH, bottom_m=1.2)
    foot = extrude.box(2.6, 2.6, 2.7, plan.FOOT, bottom_m=-1.4)
    roof_m = roof.tent(profile.rectangle(3.0, 3.0), 4.2, 0.9, plan.GREY_ROOF, top_scale=0.3)
    neck = lathe.lathe(
        profile.line((0.5, 5.0), (0.25, 5.4), (0.4, 5.8), (0.15, 6.1)), plan.BRONZE, sides=8
    )
    wing = extrude.panel(
        profile.line((0.0, 6.0), (0.55, 6.2), (0.75, 7.0), (0.3, 6.7), (0.12, 7.1), (0.0, 6.8)),
        -0.12,
        0.12,
        plan.GOLD,
    )
    niche = extrude.panel(
        profile.opening("round", 0.9, 1.9) + np.array([0.0, 1.5]), -1.2, -1.12, plan.WHITE
    )
    return merge([foot, body, roof_m, neck, wing, transform.mirror_x(wing), niche])


def _fence(side: float) -> MeshData:
    """Iron between the pavilion, the post and on to the trees."""
    x, y = PAVILION
    pieces = []
    for a, b in ((x + 3.5, x + 7.0), (x + 9.4, x + 15.0)):
        line = [(side * a, y + 0.6), (side * b, y + 0.6)]
        pieces.append(rail.railing(line, plan.IRON, height_m=2.2, bars=0, spacing_m=0.3))
    return merge(pieces)


def _leaves() -> list[MeshData]:
    """The iron leaves with their gilt suns, thrown open between the columns."""
    half = 1.35
    ring = transform.move(
        lathe.ring(profile.line((0.0, -0.05), (0.14, 0.0), (0.0, 0.05)), 0.42, plan.GOLD, sides=10)
    )
    suns = transform.at(transform.turn(ring, "x", 90.0), [(-0.65, 0.0, 1.45), (0.65, 0.0, 1.45)])
    bars = pylon.rods(
        [(x, 0.0, 0.15) for x in np.linspace(-half, half, 9)],
        [(x, 0.0, 2.5) for x in np.linspace(-half, half, 9)],
        0.035,
        plan.IRON,
        sides=3,
    )
    rails = [
        extrude.block((-half, -0.05, z), (half, 0.05, z + 0.1), plan.IRON) for z in (0.2, 0.8, 2.1)
    ]
    leaf = merge([bars, *rails, suns])
    place = spots()
    return [
        transform.move(
            transform.turn_z(leaf, turn), float(place[k, 0]) + dx, float(place[k, 1]) + 1.6
        )
        for k, turn, dx in ((1, 70.0, 0.0), (2, 95.0, 0.0), (3, 85.0, 0.0), (4, 110.0, 0.0))
    ]
