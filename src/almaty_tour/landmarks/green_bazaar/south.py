"""The hall front behind the gate: ribbons, deep mint fascia, canopy on raking struts, doors."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.ornament import ribbon
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks._shared.bare import BACK, OVER, UNDER, bare
from almaty_tour.landmarks.green_bazaar import plan, street
from almaty_tour.landmarks.green_bazaar.plan import (
    CONCRETE,
    DARK,
    GLASS,
    GROUND_M,
    HALF_X_M,
    HALF_Y_M,
    LETTERS,
    PALE_MINT,
    ROOF_M,
    WHITE,
)  # fmt: skip
from almaty_tour.mesh.data import MeshData, as_part, merge

CORNER_M = 14.0
MIDDLE_M = 2 * (HALF_X_M - CORNER_M)
BAYS = 19
CANOPY_M, CANOPY_OUT_M, CANOPY_LONG_M = 4.05, 6.0, 52.0
FASCIA = (8.7, 10.9)
LOGO = Paint("painted_metal", "#1C5FA8")


def south_front() -> MeshData:
    """The front that looks to -y, with its canopy and letters as parts of their own."""
    y = -HALF_Y_M
    corner = transform.move(_corner(), -HALF_X_M, y)
    return merge([
        as_part(merge([corner, _middle(), transform.move(_corner(), HALF_X_M - CORNER_M, y)]),
                "hall_front"),
        as_part(transform.move(_canopy(), y=y), "canopy"),
        as_part(transform.move(_letters(), y=y), "letters"),
    ])  # fmt: skip


def _corner() -> MeshData:
    """Stone base, mint render and a blind niche beside the hall's glass."""
    tower = transform.move(street.niche_tower(), 2.0)
    sides = [transform.move(street.stretch(0.0, 2.0, 0, 0), x) for x in (0.0, 12.0)]
    return merge([tower, *sides])


def _middle() -> MeshData:
    """The glass hall front under the fascia, with white mullions between the bays."""
    half = MIDDLE_M / 2
    step = MIDDLE_M / BAYS
    pieces = [
        block((-half, -0.05, 4.5), (half, 0.3, 8.8), GLASS),
        block((-half, -0.16, 6.1), (half, 0.1, 6.95), WHITE),
        block((-half, -0.2, 4.3), (half, 0.1, 4.62), WHITE),
        block((-half, 0.5, GROUND_M), (half, 0.9, 4.6), DARK),
        block((-half, -1.5, FASCIA[0]), (half, 0.5, FASCIA[1]), PALE_MINT),
        block((-half - 0.08, -1.58, FASCIA[1]), (half + 0.08, 0.5, FASCIA[1] + 0.12), WHITE),
        block((-half - 0.02, -1.52, FASCIA[0] - 0.14), (half + 0.02, -1.2, FASCIA[0] + 0.1),
              plan.MINT),
        block((-half, -0.3, GROUND_M), (half, 0.6, 0.1), CONCRETE),
    ]  # fmt: skip
    x = -half + step * np.arange(BAYS + 1)
    bar = block((-0.06, -0.14, 4.5), (0.06, 0.0, 8.75), WHITE)
    thin = block((-0.025, -0.1, 4.5), (0.025, 0.0, 8.75), DARK)
    thirds = np.concatenate([x[:-1] + step / 3, x[:-1] + 2 * step / 3])
    for one, places in ((bar, x), (thin, thirds)):
        upright = bare(one, BACK, UNDER, OVER)
        pieces.append(transform.at(upright, np.column_stack([places, np.zeros(len(places))])))
    pieces += [_ground_floor(float(a), step) for a in x[:-1]]
    pieces += [_fascia_seams(half), _welcome()]
    return transform.move(merge(pieces), y=-HALF_Y_M)


def _fascia_seams(half_m: float) -> MeshData:
    """Upright joints and a rail on the fascia."""
    seam = block((-0.02, -1.515, FASCIA[0]), (0.02, -1.48, FASCIA[1]), plan.MINT)
    x = np.arange(-half_m + 3.0, half_m, 3.0)
    rail = block((-half_m, -1.3, FASCIA[1] + 0.7), (half_m, -1.25, FASCIA[1] + 0.75), WHITE)
    post = block((-0.025, -1.3, FASCIA[1]), (0.025, -1.25, FASCIA[1] + 0.75), WHITE)
    places = np.column_stack([x, np.zeros(len(x))])
    seams = transform.at(bare(seam, BACK, UNDER, OVER), places)
    return merge([seams, rail, transform.at(bare(post, UNDER, OVER), places)])


def _welcome() -> MeshData:
    """The green board over the doors that greets in two languages."""
    board = block((-4.6, -0.36, 3.0), (4.6, -0.24, 3.95), Paint("painted_metal", "#1D6B4A"))
    pale = Paint("lettering", "#F2F2EA")
    lines = [transform.move(lettering(text, 0.3, pale, out_m=0.03), y=-0.36, z=z)
             for text, z in (("ҚОШ КЕЛДІҢІЗДЕР", 3.52), ("ДОБРО ПОЖАЛОВАТЬ", 3.1))]  # fmt: skip
    return merge([board, plan.fronts(merge(lines))])


def _ground_floor(x_m: float, step_m: float) -> MeshData:
    """One bay of dark glass doors between pillars, set back under the ribbons."""
    pillar = block((x_m - 0.22, -0.25, GROUND_M), (x_m + 0.22, 0.6, 4.5), CONCRETE)
    glass = block((x_m + 0.2, 0.3, 0.1), (x_m + step_m - 0.2, 0.5, 4.4), GLASS)
    frame = [block((x_m + a, 0.22, 0.1), (x_m + a + 0.07, 0.32, 4.4), DARK)
             for a in np.linspace(0.25, step_m - 0.32, 4)]  # fmt: skip
    rails = [block((x_m + 0.2, 0.22, z), (x_m + step_m - 0.2, 0.32, z + 0.09), DARK)
             for z in (0.1, 2.55, 4.3)]  # fmt: skip
    return bare(merge([pillar, glass, *frame, *rails]), BACK)


def _canopy() -> MeshData:
    """The white slab over the doors, its low gable in the middle, struts and lamps."""
    half, out, z = CANOPY_LONG_M / 2, CANOPY_OUT_M, CANOPY_M
    slab = block((-half, -out, z), (half, -0.2, z + 0.5), WHITE)
    lip = block((-half - 0.06, -out - 0.06, z + 0.4), (half + 0.06, -0.2, z + 0.55), CONCRETE)
    edge = block((-half + 0.1, -out - 0.03, z + 0.12), (half - 0.1, -out + 0.1, z + 0.2), plan.MINT)
    gable = extrude.panel(profile.line((-2.6, z + 0.5), (2.6, z + 0.5), (0.9, z + 1.35),
                                       (-0.9, z + 1.35)), -out, -out + 2.4, WHITE)  # fmt: skip
    x = np.array([-24.0, -16.0, -8.0, 8.0, 16.0, 24.0])
    foot = np.column_stack([x, np.full(6, -out + 0.9), np.full(6, 0.0)])
    head = plan.raised(foot, z)
    shift = np.array([1.6, 0.0, 0.0])
    rake = np.concatenate([head + shift, head - shift])
    low = plan.raised(np.concatenate([foot, foot]), 2.3)
    spots = [(a, -out / 2, z - 0.06) for a in np.linspace(-half + 2, half - 2, 13)]
    lamp = extrude.box(1.4, 0.2, 0.06, Paint("lamp_glass"))
    return merge([
        slab, lip, edge, gable, struts(plan.raised(foot, -1.5), head, 0.14, WHITE),
        struts(low, rake, 0.09, WHITE), transform.at(lamp, spots),
    ])  # fmt: skip


def _letters() -> MeshData:
    """КӨК БАЗАР, the blue sign with waves, ЗЕЛЕНЫЙ БАЗАР, on the roof edge."""
    z, y = FASCIA[1] + 0.3, -1.35
    left, right = (
        lettering(text, 1.5, LETTERS, out_m=0.24, bold_m=0.04, spacing_m=0.12)
        for text in ("КӨК БАЗАР", "ЗЕЛЕНЫЙ БАЗАР")
    )
    plate = block((-0.85, -0.12, -0.1), (0.85, 0.0, 1.7), LOGO)
    t = np.linspace(-0.6, 0.6, 9)
    waves = []
    for k in range(4):
        line = np.stack([t, 0.32 + 0.25 * k + 0.12 * np.sin(2.6 * t)], axis=1)
        waves.append(ribbon(line, 0.1, 0.05, WHITE))
    mark = merge([plate, transform.move(merge(waves), y=-0.12)])
    width = [float(np.ptp(word.positions[:, 0])) for word in (left, right)]
    gap = 1.75
    middle = (width[0] - width[1]) / 2
    signs = merge([
        transform.move(left, middle - gap - width[0] / 2),
        transform.move(right, middle + gap + width[1] / 2),
    ])  # fmt: skip
    words = merge([plan.standing(signs, 0.24), transform.move(mark, middle)])
    half = (width[0] + width[1]) / 2 + gap
    rails = [block((-half, 0.02, s), (half, 0.07, s + 0.06), WHITE) for s in (0.05, 0.8, 1.4)]
    post = block((-0.035, 0.04, -0.3), (0.035, 0.1, 1.5), WHITE)
    posts = transform.at(post, [(x, 0.0) for x in np.arange(-half + 0.3, half, 1.6)])
    return transform.move(merge([words, *rails, posts]), y=y, z=z)


def roof_edge() -> MeshData:
    """The inner side of the fascia and of the corners, over the roof."""
    half = MIDDLE_M / 2
    return block((-half, -HALF_Y_M + 0.4, ROOF_M - 0.1), (half, -HALF_Y_M + 0.7, FASCIA[1]),
                 PALE_MINT)  # fmt: skip
