"""The long mint street front of the Green Bazaar: niches with horns, portal, ribbons, letters."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, ornament, profile, transform
from almaty_tour.kit.arch import archivolt
from almaty_tour.kit.extrude import block
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks._shared.bare import BACK, bare
from almaty_tour.landmarks.green_bazaar import plan
from almaty_tour.landmarks.green_bazaar.plan import (
    BASE_M,
    DARK,
    FIELD,
    GLASS,
    GROUND_M,
    LETTERS,
    MINT,
    ROOF_M,
    TEAL,
    TOP_M,
    WHITE,
)  # fmt: skip
from almaty_tour.mesh.data import MeshData, as_part, merge

TOWER_M, PORTAL_M = 13.0, 12.2
OUT_M = 1.6
NICHE = Opening(7.0, 11.0, head="round", bars=(1, 1), frame_m=0.0, reveal_m=0.22, glass=FIELD,
                steps=12)  # fmt: skip


def street_front() -> MeshData:
    """From the south end: wall, niche, stair glass, ribbon, portal, ribbon, niche, stair glass."""
    return merge([
        as_part(merge([
            stretch(0.0, 6.0, 0, 1), stretch(20.0, 16.0, 8, 2), stretch(44.0, 26.0, 13, 4),
            plan.dark_glass(16.0, 4.0, 0.1, 12.0, 2, 7), stair_glass(16.0),
            plan.dark_glass(80.0, 4.0, 0.1, 12.0, 2, 7), stair_glass(80.0), doors(17.0),
            doors(81.0),
        ]), "street_front"),
        as_part(merge([transform.move(niche_tower(), x) for x in (6.0, 70.0)]), "niches"),
        as_part(transform.move(_portal(), 36.0), "street_portal"),
        as_part(merge([
            transform.move(roof_letters("КӨК БАЗАР", 1.55), 28.0),
            transform.move(roof_letters("ЗЕЛЕНЫЙ БАЗАР", 1.75), 57.0),
        ]), "letters"),
    ])  # fmt: skip


def stretch(x_m: float, length_m: float, panes: int, windows: int) -> MeshData:
    """Split stone below, mint render above with the double ribbon."""
    spots = tuple(length_m * (k + 0.5) / windows for k in range(windows))
    parts = [
        plan.base(length_m, spots), plan.face(length_m, BASE_M, TOP_M, MINT),
        plan.coping(length_m, TOP_M),
        block((0.0, 0.0, ROOF_M - 0.3), (length_m, 0.35, TOP_M), MINT),
    ]  # fmt: skip
    if panes:
        parts.append(plan.ribbon(1.2, length_m - 2.4, 5.9, panes))
    return transform.move(merge(parts), x_m)


def niche_tower() -> MeshData:
    """A taller block that steps forward: a blind arch of pale stone with the teal horns."""
    width = 10.0
    front = plan.face(width, GROUND_M, TOWER_M, MINT, (Placed(width / 2, 0.45, NICHE),))
    fore = transform.move(front, y=-OUT_M)
    cheeks = [_cheek(x, TOWER_M) for x in (0.0, width)]
    rear = block((0.0, 2.6, ROOF_M - 0.2), (width, 2.9, TOWER_M), MINT)
    lid = merge([
        transform.move(plan.roof_sheet(profile.rectangle(width, 4.5, (5.0, 0.7)), TOWER_M - 0.03)),
        block((-0.15, -OUT_M - 0.15, TOWER_M - 0.05), (width + 0.15, -OUT_M + 0.3, TOWER_M + 0.12),
              DARK),
        *(block((x - 0.15, -OUT_M + 0.3, TOWER_M - 0.05), (x + 0.15, 3.0, TOWER_M + 0.12), DARK)
          for x in (0.0, width)),
    ])  # fmt: skip
    rim = archivolt(NICHE.outline(), 0.16, 0.05, plan.PALE_MINT)
    edge = transform.move(rim, width / 2, -OUT_M, 0.45)
    horns = transform.move(horn_figure(), width / 2, -OUT_M + 0.22, 4.6)
    foot = block((-0.05, -OUT_M - 0.12, GROUND_M), (width + 0.05, -OUT_M + 0.1, 0.42),
                 plan.COURSE)  # fmt: skip
    return merge([fore, *cheeks, rear, lid, edge, horns, foot])


def _cheek(x_m: float, top_m: float, back_m: float = 2.9) -> MeshData:
    """A side wall of what steps forward, facing along x."""
    low = x_m - 0.02 if x_m <= 0.0 else x_m - 0.3
    return block((max(low, 0.0), -OUT_M + 0.001, GROUND_M), (max(low, 0.0) + 0.3, back_m, top_m),
                 MINT)  # fmt: skip


def horn_figure() -> MeshData:
    """The figure on the niches, 5 m high: bud, two curling arms, a lyre with scrolls, a leaf."""
    lyre = profile.smooth(
        profile.line((0.0, 3.75), (0.2, 3.1), (0.58, 2.5), (0.92, 1.8), (1.02, 1.1), (0.78, 0.42),
                     (0.36, 0.2), (0.06, 0.5), (0.14, 0.92), (0.46, 0.98), (0.52, 0.72)), 3
    )  # fmt: skip
    arm = profile.smooth(
        profile.line((0.05, 3.2), (0.3, 3.72), (0.8, 4.1), (1.35, 4.0), (1.9, 3.55)), 3
    )
    curl = profile.smooth(
        profile.line((1.4, 3.98), (1.5, 3.62), (1.25, 3.3), (0.9, 3.36), (0.86, 3.66),
                     (1.06, 3.72)), 3
    )  # fmt: skip
    half = merge([
        ornament.ribbon(line, np.linspace(wide, 0.55 * wide, len(line)), out, TEAL)
        for line, wide, out in ((lyre, 0.26, 0.14), (arm, 0.3, 0.15), (curl, 0.2, 0.13))
    ])  # fmt: skip
    bud = profile.smooth([(0.0, 5.0), (-0.26, 4.3), (0.0, 3.6), (0.26, 4.3)], 3, closed=True)
    leaf = profile.smooth([(0.0, 2.55), (-0.27, 1.85), (0.0, 1.15), (0.27, 1.85)], 3, closed=True)
    plates = [extrude.panel(profile.counter_clockwise(p), -0.16, 0.0, TEAL) for p in (bud, leaf)]
    return bare(merge([half, transform.mirror_x(half), *plates]), BACK)


def _portal() -> MeshData:
    """The block with a tall arched window over the doors."""
    width = 8.0
    tall = Opening(4.6, 9.6, head="round", bars=(4, 8), frame_m=0.16, frame=WHITE, reveal_m=0.5,
                   surround=plan.PALE_MINT, surround_m=0.35, surround_out_m=0.1,
                   steps=12)  # fmt: skip
    front = plan.face(width, GROUND_M, PORTAL_M, MINT, (Placed(width / 2, 0.2, tall),))
    doors = block((width / 2 - 2.2, -OUT_M + 0.2, 2.95), (width / 2 + 2.2, -OUT_M + 0.55, 3.3),
                  WHITE)  # fmt: skip
    roof = plan.roof_sheet(profile.rectangle(width, 4.5, (width / 2, 0.65)), PORTAL_M - 0.02)
    return merge([
        transform.move(front, y=-OUT_M), doors, roof,
        _cheek(0.0, PORTAL_M), _cheek(width, PORTAL_M),
        transform.move(plan.coping(width, PORTAL_M), y=-OUT_M),
        block((0.0, 2.6, ROOF_M - 0.2), (width, 2.9, PORTAL_M), MINT),
        block((-0.4, -OUT_M - 1.4, 3.4), (width + 0.4, -OUT_M + 0.1, 3.6), WHITE),
        *(block((x - 0.05, -OUT_M - 1.3, 0.0), (x + 0.05, -OUT_M - 1.2, 3.4), WHITE)
          for x in (0.1, width - 0.1)),
    ])  # fmt: skip


def stair_glass(x_m: float) -> MeshData:
    """What carries the stair glass: a mint wall behind and a cap over it."""
    return merge([
        block((x_m, 0.0, GROUND_M), (x_m + 4.0, 2.9, 12.0), MINT),
        block((x_m - 0.05, -0.42, 11.95), (x_m + 4.05, 2.95, 12.2), DARK),
        block((x_m, -0.34, GROUND_M), (x_m + 4.0, 0.1, 0.16), plan.COURSE),
    ])  # fmt: skip


def doors(x_m: float) -> MeshData:
    """A pair of doors in the stair glass with gold horns on the leaves and a step before."""
    leaf = block((0.0, -0.45, 0.2), (0.95, -0.36, 2.6), GLASS)
    edge = extrude.panel(profile.rectangle(0.95, 2.4, (0.475, 1.4)), -0.5, -0.4, DARK,
                         holes=[profile.rectangle(0.75, 2.2, (0.475, 1.4))])  # fmt: skip
    gold = transform.move(
        ornament.horns(0.5, 0.55, 0.03, Paint("gold"), steps=6), 0.475, -0.45, 1.55
    )
    one = bare(merge([leaf, edge, gold]), BACK)
    pair = transform.at(one, [(x_m, 0.0), (x_m + 1.0, 0.0)])
    hood = block((x_m - 0.3, -1.6, 2.75), (x_m + 2.3, -0.3, 2.9), WHITE)
    step = block((x_m - 0.6, -1.5, GROUND_M), (x_m + 2.6, -0.2, 0.16), plan.COURSE)
    return merge([pair, hood, step])


def roof_letters(text: str, height_m: float) -> MeshData:
    """Letters standing on the parapet before a lattice of rods, middle at x = 0."""
    z = TOP_M + 0.35
    plain = lettering(text, height_m, LETTERS, out_m=0.32, bold_m=0.05, spacing_m=0.12)
    word = transform.move(plan.standing(plain, 0.32), y=-0.18, z=z)
    low, high = word.bounds_m
    rail = block((float(low[0]), 0.02, 0.0), (float(high[0]), 0.08, 0.07), WHITE)
    rails = transform.at(rail, [(0, 0, z + s * height_m) for s in (0.0, 0.48, 0.94)])
    post = block((-0.04, 0.04, TOP_M), (0.04, 0.12, z + height_m), WHITE)
    x = np.arange(float(low[0]) + 0.3, float(high[0]), 1.5)
    posts = transform.at(post, np.column_stack([x, np.zeros(len(x))]))
    stay = _stay(z + 0.9 * height_m)
    stays = transform.at(stay, np.column_stack([x[::2], np.zeros(len(x[::2]))]))
    return merge([word, rails, posts, stays])


def _stay(top_m: float) -> MeshData:
    """A thin raking rod from the back of the letters to the roof."""
    corners = [(-0.03, 0.1, top_m), (0.03, 0.1, top_m), (0.03, 0.18, top_m), (-0.03, 0.18, top_m)]
    foot = [(x, y + 1.6, ROOF_M) for x, y, _ in corners]
    faces = []
    for a in range(4):
        b = (a + 1) % 4
        faces += [(a, a + 4, b + 4), (a, b + 4, b)]
    return solid([*corners, *foot], faces, WHITE, crease_deg=0.0)
