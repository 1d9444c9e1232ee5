"""North arcade, west front and roof of the Green Bazaar: the raised hall with its coffers."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, roof, transform
from almaty_tour.kit.arch import archivolt
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks._shared.bare import BACK, OVER, UNDER, bare
from almaty_tour.landmarks.green_bazaar import plan, street
from almaty_tour.landmarks.green_bazaar.plan import (
    BASE_M,
    CONCRETE,
    DARK,
    GLASS,
    GROUND_M,
    HALL_X_M,
    HALL_Y_M,
    MINT,
    ROOF_M,
    TOP_M,
    WHITE,
)  # fmt: skip
from almaty_tour.mesh.data import MeshData, merge

SHUTTER = Paint("painted_metal", "#C9CFCB")
CORRUGATED = Paint("roof_metal", "#3F83B8")
MILK = Paint("sky_glass", "#DCE8E4")
SLAB_M, SLAB_TOP_M, TIP_M = 12.6, 13.9, 15.0
COFFERS = (13, 9)
STEP_X_M = 2 * (HALL_X_M + 0.4) / COFFERS[0]
STEP_Y_M = 2 * (HALL_Y_M + 0.4) / COFFERS[1]


def north_front() -> MeshData:
    """The market arcade of thirteen arches with shutters, awnings of sheet, ribbons above."""
    bay = 8.0
    arch = Opening(5.6, 3.5, head="round", rise_m=1.1, bars=(1, 1), frame_m=0.0, reveal_m=0.5,
                   glass=SHUTTER, steps=8)  # fmt: skip
    wall = plan.face(bay, GROUND_M, BASE_M, plan.STONE, (Placed(bay / 2, 0.05, arch),))
    rim = transform.move(archivolt(arch.outline(), 0.28, 0.08, plan.FIELD), bay / 2, 0.0, 0.05)
    slat = block((bay / 2 - 2.75, 0.42, 0.0), (bay / 2 + 2.75, 0.52, 0.05), plan.FIELD)
    slats = transform.at(bare(slat, BACK), [(0, 0, z) for z in np.arange(0.3, 2.4, 0.28)])
    pier = block((-0.4, -0.3, GROUND_M), (0.4, 0.1, BASE_M), plan.COURSE)
    piece = merge([wall, rim, slats, pier, block((0, -0.1, BASE_M - 0.1), (bay, 0.1, BASE_M + 0.1),
                                                 MINT)])  # fmt: skip
    above = plan.face(bay, BASE_M, TOP_M, MINT)
    fin = block((-0.18, -0.22, BASE_M + 0.1), (0.18, 0.1, TOP_M), plan.PALE_MINT)
    whole = merge([piece, above, fin, plan.ribbon(0.6, bay - 1.2, 5.9, 4), plan.coping(bay, TOP_M),
                   block((0.0, 0.0, ROOF_M - 0.3), (bay, 0.35, TOP_M), MINT)])  # fmt: skip
    return transform.at(whole, [(bay * k, 0.0) for k in range(13)])


def west_front() -> MeshData:
    """A quieter side: stone, mint, ribbons, one stair of dark glass, doors with hoods."""
    return merge([
        street.stretch(0.0, 28.0, 14, 5), street.stretch(32.0, 24.0, 12, 4),
        street.stretch(60.0, 24.0, 12, 4), plan.dark_glass(28.0, 4.0, 0.1, 12.0, 2, 7),
        street.stair_glass(28.0), street.doors(29.0), plan.dark_glass(56.0, 4.0, 0.1, 12.0, 2, 7),
        street.stair_glass(56.0), street.doors(57.0),
    ])  # fmt: skip


# Roof -----------------------------------------------------------------------------------------


def low_roof() -> MeshData:
    """The flat roof round the hall with plant, hatches and duct."""
    x, y = plan.HALF_X_M - 0.3, plan.HALF_Y_M - 0.3
    strips = [
        profile.rectangle(2 * x, y - HALL_Y_M + 0.4, (0.0, s * (y + HALL_Y_M - 0.4) / 2))
        for s in (-1, 1)
    ] + [
        profile.rectangle(x - HALL_X_M + 0.4, 2 * HALL_Y_M - 0.8, (s * (x + HALL_X_M - 0.4) / 2, 0))
        for s in (-1, 1)
    ]
    unit = merge([
        extrude.box(2.2, 1.4, 1.3, Paint("painted_metal", "#D2D6D4"), bottom_m=0.3),
        extrude.box(2.0, 1.2, 0.3, DARK), lathe.cylinder(0.5, 0.12, DARK, bottom_m=1.6, sides=12),
    ])  # fmt: skip
    hatch = merge([extrude.box(1.6, 1.2, 0.8, CONCRETE), extrude.box(1.8, 1.4, 0.1, DARK,
                                                                     bottom_m=0.8)])  # fmt: skip
    light = merge([
        extrude.box(3.0, 3.0, 0.5, CONCRETE),
        roof.tent(profile.rectangle(2.7, 2.7), 0.5, 0.8, MILK),
    ])  # fmt: skip
    z = ROOF_M
    units = [(-44.0, -20.0, z), (-44.0, -16.0, z), (42.0, 6.0, z), (42.0, 10.0, z), (-8.0, 33.0, z),
             (20.0, -33.0, z)]  # fmt: skip
    hatches = [(-40.0, 12.0, z), (40.0, -14.0, z), (14.0, 34.0, z), (-30.0, -33.5, z)]
    lights = [(x, y, z) for y in (-33.0, 33.0) for x in (-22.0, -12.0, 2.0, 26.0)]
    duct = extrude.box(16.0, 0.8, 0.7, Paint("steel", "#D8D8D8"), bottom_m=0.5)
    feet = transform.at(extrude.box(0.2, 0.7, 0.55, DARK), [(x, 0) for x in (-7.0, -2.0, 3.0, 7.5)])
    return merge([
        *(plan.roof_sheet(strip, z) for strip in strips), transform.at(unit, units),
        transform.at(hatch, hatches), transform.at(light, lights),
        transform.move(transform.turn_z(merge([duct, feet]), 90.0), -46.0, 2.0, z),
        transform.move(transform.turn_z(merge([duct, feet]), 90.0), 44.5, -20.0, z),
    ])  # fmt: skip


def great_hall() -> MeshData:
    """The raised hall: a band of high windows under a thick ribbed slab with glass coffers."""
    plan_xy = profile.rectangle(2 * HALL_X_M, 2 * HALL_Y_M)
    core = extrude.prism(profile.offset(plan_xy, -0.15), ROOF_M - 0.2, SLAB_M + 0.1, GLASS,
                         top=False, crease_deg=0.0)  # fmt: skip
    foot = profile.line((-0.2, ROOF_M - 0.2), (0.12, ROOF_M - 0.2), (0.12, ROOF_M + 0.6),
                        (-0.2, ROOF_M + 0.6))  # fmt: skip
    post = block((-0.22, -0.22, ROOF_M), (0.22, 0.2, SLAB_M), CONCRETE)
    bar = block((-0.04, -0.02, ROOF_M + 0.5), (0.04, 0.2, SLAB_M), WHITE)
    return merge([core, extrude.sweep(foot, plan_xy, CONCRETE, crease_deg=0.0),
                  *(_around(bare(piece, BACK, UNDER, OVER), parts) for piece, parts in
                    ((post, 1), (bar, 4))), _slab(), _coffers()])  # fmt: skip


def _around(piece: MeshData, parts: int) -> MeshData:
    """Copies on the lines of the coffers round the hall, `parts` to each bay."""
    pieces = []
    for half, other, count, turn in (
        (HALL_X_M, HALL_Y_M, COFFERS[0], 0.0), (HALL_Y_M, HALL_X_M, COFFERS[1], 90.0),
    ):  # fmt: skip
        x = np.linspace(-half, half, count * parts + 1)
        row = transform.at(piece, np.column_stack([x, np.full(len(x), -other)]))
        pieces += [transform.turn_z(row, turn), transform.turn_z(row, turn + 180.0)]
    return merge(pieces)


def _slab() -> MeshData:
    """The roof slab with its thick folded edge and the heads of the beams that carry it."""
    x, y = HALL_X_M + 2.6, HALL_Y_M + 2.6
    outline = profile.rectangle(2 * x, 2 * y)
    edge = profile.line((-2.6, SLAB_M), (-0.3, SLAB_M + 0.15), (0.0, SLAB_M + 0.45),
                        (0.0, SLAB_TOP_M), (-0.5, SLAB_TOP_M + 0.12),
                        (-2.6, SLAB_TOP_M - 0.1))  # fmt: skip
    beam = extrude.panel(
        profile.line((0.0, SLAB_M - 0.75), (2.9, SLAB_M + 0.05), (2.9, SLAB_M + 0.75),
                     (0.0, SLAB_M + 0.75)), -0.2, 0.2, CONCRETE,
    )  # fmt: skip
    heads = _around(transform.turn_z(beam, -90.0), 1)
    under = transform.turn(extrude.sheet(profile.offset(outline, -2.0), -SLAB_M, CONCRETE), "x",
                           180.0)  # fmt: skip
    band = profile.line((0.0, SLAB_M + 0.75), (0.06, SLAB_M + 0.75), (0.06, SLAB_M + 1.0),
                        (0.0, SLAB_M + 1.0))  # fmt: skip
    return merge([
        extrude.sweep(edge, outline, CONCRETE, crease_deg=0.0), heads, under,
        extrude.sweep(band, outline, MINT, crease_deg=0.0),
        plan.roof_sheet(profile.offset(outline, -2.0), SLAB_TOP_M - 0.12),
    ])  # fmt: skip


def _coffers() -> MeshData:
    """The grid of deep coffers seen from above: curbs with low glass pyramids, walks between."""
    z = SLAB_TOP_M - 0.12
    size_x, size_y = 0.62 * STEP_X_M, 0.62 * STEP_Y_M
    frame = profile.rectangle(size_x + 0.5, size_y + 0.5)
    curb = extrude.prism(frame, z - 0.05, z + 0.35, CONCRETE, crease_deg=0.0, bottom=False)
    tip = TIP_M - z - 0.35
    tent = roof.tent(profile.rectangle(size_x, size_y), z + 0.35, tip, MILK, bottom=False)
    x, y = np.meshgrid((np.arange(COFFERS[0]) - (COFFERS[0] - 1) / 2) * STEP_X_M,
                       (np.arange(COFFERS[1]) - (COFFERS[1] - 1) / 2) * STEP_Y_M)  # fmt: skip
    spots = np.column_stack([x.ravel(), y.ravel()])
    ribs = _hips(size_x, size_y, z + 0.35, tip)
    return transform.at(merge([curb, tent, ribs]), spots)


def _hips(size_x: float, size_y: float, low_m: float, rise_m: float) -> MeshData:
    """White bars on the hips of one glass pyramid."""
    corner = np.array([(a * size_x / 2, b * size_y / 2, low_m)
                       for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))])  # fmt: skip
    peak = np.array([0.0, 0.0, low_m + rise_m])
    ahead, back = np.roll(corner, -1, axis=0) - corner, np.roll(corner, 1, axis=0) - corner
    aside = [0.08 * way / np.linalg.norm(way, axis=1, keepdims=True) for way in (ahead, back)]
    over = corner + np.array([0.0, 0.0, 0.04])
    tips = np.broadcast_to(peak, (4, 3))
    right = np.stack([over, corner + aside[0], peak + 0.5 * aside[0], tips], axis=1)
    left = np.stack([corner + aside[1], over, tips, peak + 0.5 * aside[1]], axis=1)
    return quadrilaterals(np.concatenate([left, right]), WHITE)
