"""The porch of the Ykhlas museum: keel-shaped bochka roof on carved posts, two side flights."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from almaty_tour.kit import extrude, hexahedra, ornament, profile, rail, stair, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks.ykhlas_museum import carving, plan
from almaty_tour.landmarks.ykhlas_museum.plan import (
    BOARD,
    BOARD_DARK,
    BROWN,
    FRONT_M,
    GREEN,
    GREEN_LOW,
    LACE,
    STAIR,
    TRIM,
)
from almaty_tour.mesh.data import MeshData, Prism, as_part, merge

FLOOR_M = 1.05
STEPS, TREAD_M = 6, 0.34
HALF_M, END_M = 3.3, -13.2
FLIGHT_Y_M, FLIGHT_M = -10.6, 3.2
ROOF_END_M = -12.75
SPRING_M, APEX_M = 4.45, 7.75
POST_X_M, POST_Y_M = 2.5, -12.35


def porch() -> MeshData:
    """Roof, gable, posts, floor and flights."""
    return merge(
        [
            as_part(merge([_roof(), _gable(), _posts(), _lace()]), "porch"),
            as_part(merge([_platform(), _flights(), _rails()]), "steps"),
        ]
    )


def _keel(grow_m: float = 0.0) -> list[tuple[float, float]]:
    """The roof line, left to right: eaves lip, swelling haunch, straight slopes, ridge."""
    half = [(3.35, 4.4), (2.98, 4.62), (2.93, 4.86), (3.02, 5.2), (2.9, 5.55), (2.55, 5.95),
            (1.7, 6.6), (0.85, 7.18), (0.0, APEX_M)]  # fmt: skip
    right = [(x + (grow_m if x > 0.1 else 0.0), z + grow_m) for x, z in half]
    return [(-x, z) for x, z in right] + right[-2::-1]


def _roof() -> MeshData:
    line = np.array(_keel())
    under = profile.line((2.7, 4.4), (2.1, 4.45), (1.5, 4.95), (0.75, 5.3), (0.0, 5.42),
                         (-0.75, 5.3), (-1.5, 4.95), (-2.1, 4.45), (-2.7, 4.4))  # fmt: skip
    outline = np.concatenate([line, under])
    body = diced(panel(outline[::-1], ROOF_END_M, FRONT_M + 0.1, GREEN, crease_deg=30.0), 2.0)
    y = np.arange(ROOF_END_M + 0.35, FRONT_M, 0.62)
    starts, ends = [], []
    for p, q in pairwise(line):
        starts += [(p[0], v, p[1] + 0.015) for v in y]
        ends += [(q[0], v, q[1] + 0.015) for v in y]
    seams = hexahedra.struts(
        np.array(starts), np.array(ends), 0.045, GREEN_LOW, depth_m=0.06, caps=False
    )
    comb = carving.comb((0.0, FRONT_M, APEX_M - 0.02), (0.0, ROOF_END_M + 0.1, APEX_M - 0.02), 0.62)
    pole = block((-0.05, ROOF_END_M + 0.2, APEX_M), (0.05, ROOF_END_M + 0.3, APEX_M + 2.3),
                 plan.FINIAL)  # fmt: skip
    return merge([body, seams, comb, pole, _banner()])


def _banner() -> MeshData:
    """The small sky-blue flag over the porch, hanging in light wind."""
    x = np.linspace(0.0, 1.3, 7)
    wave = 0.12 * np.sin(x * 4.0)
    top = np.stack([x, wave], axis=1)
    thin = np.array([0.0, 0.015])
    band = np.concatenate([top + thin, (top - thin)[::-1]])
    sky = Paint("painted_metal", "#27A7C8")
    cloth = extrude.prism(profile.counter_clockwise(band), APEX_M + 1.35, APEX_M + 2.2, sky)
    return transform.move(cloth, 0.04, ROOF_END_M + 0.25)


def _gable() -> MeshData:
    """The keel gable: broad carved board, slanted boards, arch with a scalloped hem, emblem."""
    line = np.array(_keel(0.04))
    inner = line[2:-2] * np.array([0.9, 1.0]) - np.array([0.0, 0.24])
    board = panel(np.concatenate([line[2:-2], inner[::-1]])[::-1], ROOF_END_M - 0.28,
                  ROOF_END_M + 0.05, TRIM)  # fmt: skip
    feet = [panel([(s * 2.3, 4.0), (s * 3.15, 4.25), (s * 3.25, 4.55), (s * 2.98, 4.8),
                   (s * 2.35, 4.8)][:: int(s)], ROOF_END_M - 0.3, ROOF_END_M + 0.05, LACE)
            for s in (1, -1)]  # fmt: skip
    strips = []
    for p, q in pairwise(inner):
        if np.linalg.norm(q - p) > 0.3:
            strips.append(carving.lace((p[0], ROOF_END_M - 0.2, p[1]),
                                       (q[0], ROOF_END_M - 0.2, q[1])))  # fmt: skip
    arch = profile.arc((0.0, 3.35), (2.15, 1.95), 158.0, 22.0, 14)
    hood = arch + 0.34 * -profile.mitres(arch, closed=False)
    band = panel(np.concatenate([arch, hood[::-1]])[::-1], ROOF_END_M - 0.2, ROOF_END_M + 0.1, LACE)
    hem = [carving.lace((p[0], ROOF_END_M - 0.12, p[1] + 0.02), (q[0], ROOF_END_M - 0.12,
                                                                  q[1] + 0.02))
           for p, q in zip(arch[:-1:2], arch[2::2], strict=True)]  # fmt: skip
    return merge([board, *feet, *strips, band, *hem, _boards(), _emblem()])


def _boards() -> MeshData:
    """Slanted boards of the tympanum, rising to the middle from both sides."""
    field = panel(
        profile.line((-2.5, 4.8), (-1.6, 5.2), (-0.75, 5.5), (0.0, 5.6), (0.75, 5.5), (1.6, 5.2),
                     (2.5, 4.8), (2.5, 5.4), (1.6, 6.2), (0.0, 7.35), (-1.6, 6.2), (-2.5, 5.4)),
        ROOF_END_M - 0.06, ROOF_END_M + 0.02, BOARD_DARK, back=False,
    )  # fmt: skip
    starts, ends = [], []
    for step in range(9):
        z = 5.15 + 0.22 * step
        foot = max(0.25, 2.35 - max(0.0, z - 5.2) * 1.12)
        reach = min(foot, 0.9 + 0.04 * step)
        for s in (-1.0, 1.0):
            starts.append((s * foot, ROOF_END_M - 0.07, z))
            ends.append((s * max(0.0, foot - reach), ROOF_END_M - 0.07, z + 0.55 * reach))
    slats = hexahedra.struts(np.array(starts), np.array(ends), 0.2, BOARD, depth_m=0.07)
    return merge([field, slats])


def _emblem() -> MeshData:
    """A carved round with ram's horns in the middle of the gable."""
    disc = panel(profile.circle(0.5, 20), ROOF_END_M - 0.2, ROOF_END_M, LACE, back=False)
    horns = ornament.horns(0.72, 0.56, 0.07, BOARD_DARK)
    ring = ornament.rosette(0.52, 0.06, TRIM, petals=10)
    lifted = [transform.move(piece, y=ROOF_END_M - 0.2) for piece in (horns, ring)]
    return transform.move(merge([disc, *lifted]), z=6.15)


def _posts() -> MeshData:
    """Thick square posts on stone feet with carved bands; half posts at the wall; beams."""
    foot = FLOOR_M
    post = merge(
        [
            extrude.box(0.86, 0.86, 0.16, BROWN, bottom_m=foot),
            extrude.box(0.7, 0.7, 1.15, TRIM, bottom_m=foot + 0.1),
            extrude.prism(profile.rectangle(0.7, 0.7), foot + 1.25, foot + 1.45, LACE,
                          top_outline=profile.rectangle(0.5, 0.5), crease_deg=0.0),
            extrude.prism(profile.chamfered(0.52, 0.52, 0.07), foot + 1.4, 4.1, BOARD),
            extrude.box(0.62, 0.62, 0.12, LACE, bottom_m=foot + 0.62),
            extrude.box(0.6, 0.6, 0.1, LACE, bottom_m=3.35),
            extrude.prism(profile.rectangle(0.5, 0.5), 3.8, 4.15, TRIM,
                          top_outline=profile.rectangle(0.84, 0.84), crease_deg=0.0),
        ]
    )  # fmt: skip
    horn = transform.move(ornament.horns(0.5, 0.4, 0.05, LACE, steps=9), y=-0.36, z=foot + 0.4)
    rose = transform.move(ornament.lozenge(0.3, 0.5, 0.05, LACE, band_m=0.07), y=-0.25, z=2.75)
    carved = transform.around(merge([horn, rose]), 3, start_deg=-180.0, sweep_deg=180.0)
    fore = [(s * POST_X_M, POST_Y_M, 0.0) for s in (-1, 1)]
    places = [(s * POST_X_M, y, 0.0) for s in (-1, 1) for y in (POST_Y_M, FRONT_M - 0.2)]
    beams = [
        block((s * POST_X_M - 0.24, ROOF_END_M, 4.12), (s * POST_X_M + 0.24, FRONT_M, 4.5), TRIM)
        for s in (-1, 1)
    ]
    return merge([transform.at(post, places), transform.at(carved, fore), *beams])


def _lace() -> MeshData:
    """The double fringe under the eaves on both sides."""
    x = 3.2
    right = carving.lace((x, ROOF_END_M, 4.42), (x, FRONT_M - 0.1, 4.42))
    board = block((x - 0.06, ROOF_END_M, 4.36), (x + 0.06, FRONT_M, 4.52), TRIM)
    side = merge([right, board])
    return merge([side, transform.mirror_x(side)])


# Steps --------------------------------------------------------------------------------------


def _platform() -> MeshData:
    """The stone landing with cut front corners and a brown floor."""
    plan_ = profile.line((-HALF_M, FRONT_M), (-HALF_M, END_M + 1.0), (-HALF_M + 1.0, END_M),
                         (HALF_M - 1.0, END_M), (HALF_M, END_M + 1.0),
                         (HALF_M, FRONT_M))  # fmt: skip
    return merge(
        [
            extrude.prism(plan_, -1.5, FLOOR_M - 0.1, STAIR),
            diced(extrude.prism(profile.offset(plan_, 0.06), FLOOR_M - 0.1, FLOOR_M, BROWN), 2.0),
        ]
    )


def _flights() -> MeshData:
    """Six steps to the left and to the right between stone cheeks."""
    flight = stair.straight(FLIGHT_M, FLOOR_M, STEPS, BROWN, tread_m=TREAD_M, y_m=-HALF_M,
                            x_m=FLIGHT_Y_M)  # fmt: skip
    right = transform.turn_z(flight, 90.0)
    reach = HALF_M + STEPS * TREAD_M
    cheeks = []
    for y in (FLIGHT_Y_M - FLIGHT_M / 2 - 0.25, FLIGHT_Y_M + FLIGHT_M / 2 + 0.25):
        section = profile.line(
            (HALF_M - 0.1, -1.5),
            (reach + 0.15, -1.5),
            (reach + 0.15, 0.3),
            (HALF_M + 0.5, FLOOR_M + 0.12),
            (HALF_M - 0.1, FLOOR_M + 0.12),
        )
        cheeks.append(panel(section, y - 0.25, y + 0.25, STAIR, crease_deg=0.0))
    side = merge([right, *cheeks])
    return merge([side, transform.mirror_x(side)])


def _rails() -> MeshData:
    """Steel hand rails along the flights and low ones between the posts."""
    reach = HALF_M + STEPS * TREAD_M
    lines = []
    for y in (FLIGHT_Y_M - FLIGHT_M / 2 - 0.1, FLIGHT_Y_M + FLIGHT_M / 2 + 0.1):
        lines += [((HALF_M, y, FLOOR_M + lift), (reach, y, lift)) for lift in (0.95, 0.5)]
        lines += [((x, y, z), (x, y, z + 0.95))
                  for x, z in ((HALF_M, FLOOR_M), (HALF_M + 1.0, 0.55), (reach, 0.0))]  # fmt: skip
    bars = hexahedra.struts([a for a, _ in lines], [b for _, b in lines], 0.05, plan.STEEL)
    low = rail.railing([(-1.9, END_M + 0.3), (1.9, END_M + 0.3)], plan.STEEL, height_m=0.95,
                       z_m=FLOOR_M, bars=2, post_m=1.2)  # fmt: skip
    return merge([bars, transform.mirror_x(bars), low])


def floors() -> tuple[Prism, ...]:
    """The landing and the steps of both flights."""
    landing = profile.rectangle(
        2 * HALF_M, FRONT_M - END_M - 0.3, (0.0, (FRONT_M + END_M + 0.3) / 2)
    )
    result = [stair.floor(landing, FLOOR_M)]
    for step in range(STEPS):
        width = (STEPS - step) * TREAD_M
        for s in (-1, 1):
            strip = profile.rectangle(width, FLIGHT_M, (s * (HALF_M + width / 2), FLIGHT_Y_M))
            result.append(stair.floor(strip, (step + 1) * FLOOR_M / STEPS))
    return tuple(result)
