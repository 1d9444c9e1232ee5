"""Wings of the House of Officers: slit-windowed stone box over a dark recess and slate drums."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.landmarks.house_of_officers import plan
from almaty_tour.landmarks.house_of_officers.plan import (
    BAND_FOOT_M,
    BAND_TOP_M,
    BOX_FOOT_M,
    BOX_HALF_M,
    BOX_TOP_M,
    COPING,
    DECK_M,
    DRUM_PITCH_M,
    FRAME,
    RECESS,
    ROOF,
    SLATE,
    SLIT_PITCH_M,
    SOFFIT,
    STONE,
    WHITE,
)
from almaty_tour.mesh.data import MeshData, as_part, merge

FOLD_M = 0.24
BAND_IN_M, BASE_IN_M, RECESS_IN_M = 0.7, 1.7, 2.5
CORE_IN_M = 0.4
SLATE_STRETCH = np.array([0.9, 3.0], np.float32)  # slabs thin and long, as split slate lies
SLIT = Opening(0.55, 2.4, bars=(1, 2), reveal_m=0.26, frame_m=0.07, frame=FRAME)
LIGHT = Opening(1.02, 1.55, bars=(1, 2), reveal_m=0.24, frame_m=0.07, frame=FRAME)
RIBBON = Opening(1.05, 1.35, bars=(1, 1), reveal_m=0.2, frame_m=0.08, frame=FRAME)


def wings() -> MeshData:
    """Both wings with their roofs, from 1.5 m below the ground."""
    boxes = [_box(side) for side in plan.SIDES]
    lower = [piece for side in plan.SIDES for piece in (_recess(side), _band(side), _base(side))]
    roofs = [_roof(side) for side in plan.SIDES]
    return merge(
        [
            as_part(merge(boxes), "box"),
            as_part(merge(lower), "drums"),
            as_part(merge(roofs), "roof"),
        ]
    )


def bare(opening: Opening) -> Opening:
    """The same hole with its glass, without frame and bars: for the side away from the park."""
    return replace(opening, bars=(1, 1), frame_m=0.0)


def _sides(
    side: str, half_m: float, cut_m: float, fine: MeshData, coarse: MeshData, pitch_m: float,
    z_m: float,
) -> list[MeshData]:  # fmt: skip
    """Fine bays on the front and the outer end of a storey, coarse ones behind."""
    front, end, back = plan.faces(side, half_m, cut_m)
    return [
        plan.rows(fine, (front, end), pitch_m, z_m),
        plan.row(coarse, back, pitch_m, z_m),
    ]


# The stone box ------------------------------------------------------------------------------


def _slit_bay(slit: Opening, edge_m: float) -> MeshData:
    """One fold of the facing: a slab that comes forward to its right edge, with its slit."""
    tall = BOX_TOP_M - BOX_FOOT_M
    length = float(np.hypot(SLIT_PITCH_M, FOLD_M))
    slab = diced(wall(length, tall, STONE, [Placed(1.34, 1.42, slit)]), edge_m)
    slab = transform.turn_z(slab, -float(np.degrees(np.arctan2(FOLD_M, SLIT_PITCH_M))))
    x = SLIT_PITCH_M
    edge = quadrilaterals([[(x, -FOLD_M, 0), (x, 0, 0), (x, 0, tall), (x, -FOLD_M, tall)]], STONE)
    return merge([slab, edge])


def _box(side: str) -> MeshData:
    """The cantilevered storey with its soffit, its folds on three sides and its coping."""
    core = plan.outline(side, BOX_HALF_M - CORE_IN_M, CORE_IN_M)
    edge = plan.outline(side, BOX_HALF_M + FOLD_M, -FOLD_M)
    coping = profile.line((-0.6, -0.5), (-0.6, 0.0), (0.03, 0.0), (0.03, 0.22), (-0.95, 0.22),
                          (-0.95, -0.5))  # fmt: skip
    return merge(
        [
            *_sides(
                side,
                BOX_HALF_M,
                0.0,
                _slit_bay(SLIT, 2.4),
                _slit_bay(bare(SLIT), 3.2),
                SLIT_PITCH_M,
                BOX_FOOT_M,
            ),
            diced(extrude.prism(edge, BOX_FOOT_M - 0.12, BOX_FOOT_M, SOFFIT), 5.0),
            extrude.prism(core, BOX_FOOT_M, BOX_TOP_M - 0.5, STONE),
            extrude.sweep(coping, edge, COPING, z_m=BOX_TOP_M - 0.22, crease_deg=20.0),
        ]
    )


# Below the box ------------------------------------------------------------------------------


def _drum(width_m: float, height_m: float, bulge_m: float, course_m: float) -> MeshData:
    """A convex shell of layered slate before the wall y = 0, x from 0 to its width."""
    half = width_m / 2
    radius = (half**2 + bulge_m**2) / (2 * bulge_m)
    swing = float(np.degrees(np.arcsin(half / radius)))
    courses = max(1, round(height_m / course_m))
    level = np.linspace(0.0, height_m, courses + 1)
    low = np.column_stack([np.full(courses, radius + 0.05), level[:-1]])
    high = np.column_stack([np.full(courses, radius - 0.02), level[1:] - 0.02])
    section = np.stack([low, high], axis=1).reshape(-1, 2)
    shell = lathe.lathe(section, SLATE, sides=6, start_deg=-90.0 - swing, sweep_deg=2 * swing)
    shell = replace(shell, uv=shell.uv * SLATE_STRETCH)
    return transform.move(shell, half, radius - bulge_m)


def _recess_bay(light: Opening, course_m: float) -> MeshData:
    tall = BOX_FOOT_M - 0.12 - DECK_M
    openings = [Placed(x, 1.25, light) for x in (0.62, 1.88)]
    strip = transform.move(wall(2.5, tall, WHITE, openings), 3.0)
    drum = transform.move(_drum(2.9, tall, 0.6, course_m), 0.05)
    rail = block((3.0, -0.12, 0.95), (5.5, 0.0, 1.15), COPING)
    jambs = [block((x - 0.05, -0.06, 0.0), (x + 0.05, 0.5, tall), WHITE) for x in (3.04, 5.46)]
    return merge([strip, drum, rail, *jambs])


def _recess(side: str) -> MeshData:
    """The dark storey set far back: low drums and pairs of lights."""
    fine, coarse = _recess_bay(RIBBON, 1.0), _recess_bay(bare(RIBBON), 3.0)
    half = BOX_HALF_M - RECESS_IN_M
    core = plan.outline(side, half - CORE_IN_M, RECESS_IN_M + CORE_IN_M)
    return merge(
        [
            *_sides(side, half, RECESS_IN_M, fine, coarse, DRUM_PITCH_M, DECK_M),
            extrude.prism(core, DECK_M - 0.1, BOX_FOOT_M - 0.06, RECESS),
        ]
    )


def _band(side: str) -> MeshData:
    """The plain stone parapet that runs on between recess and base, with its deck."""
    edge = plan.outline(side, BOX_HALF_M - BAND_IN_M, BAND_IN_M)
    deck = diced(extrude.prism(edge, BAND_FOOT_M, DECK_M, SOFFIT), 5.0)
    section = profile.line((0.04, -0.4), (0.04, BAND_TOP_M - DECK_M), (-0.32, BAND_TOP_M - DECK_M),
                           (-0.32, -0.1), (-0.1, -0.4))  # fmt: skip
    return merge([deck, extrude.sweep(section, edge, STONE, z_m=DECK_M, crease_deg=20.0)])


def _base_bay(light: Opening, course_m: float) -> MeshData:
    """A drum from the ground to the band beside a white frame of four rows of windows."""
    tall = BAND_FOOT_M
    rows = (0.75, 3.35, 6.45, 9.55)
    openings = [Placed(x, z, light) for x in (0.68, 1.87) for z in rows]
    strip = wall(2.55, tall, WHITE, openings)
    fins = [block((x - w, -0.22, 0.0), (x + w, back, tall), WHITE)
            for x, w, back in ((0.06, 0.07, 0.5), (1.275, 0.09, 0.0),
                               (2.49, 0.07, 0.5))]  # fmt: skip
    sills = [block((0.12, -0.14, z - 0.12), (2.43, 0.0, z), COPING) for z in rows]
    panels = [block((a, -0.06, z + 0.3), (a + 0.9, 0.0, z + 1.1), COPING)
              for a in (0.2, 1.45) for z in (4.85, 7.95)]  # fmt: skip
    frame = transform.move(merge([strip, *fins, *sills, *panels]), 2.95)
    drum = transform.move(_drum(2.85, tall, 0.85, course_m), 0.05)
    return merge([drum, frame])


def _base(side: str) -> MeshData:
    """Drums of grey layered stone between white frames of windows, two storeys tall."""
    half = BOX_HALF_M - BASE_IN_M
    fine, coarse = _base_bay(LIGHT, 0.66), _base_bay(bare(LIGHT), 4.0)
    core = plan.outline(side, half - CORE_IN_M, BASE_IN_M + CORE_IN_M)
    foot = plan.outline(side, half + 0.25, BASE_IN_M - 0.25)
    return merge(
        [
            *_sides(side, half, BASE_IN_M, fine, coarse, DRUM_PITCH_M, 0.0),
            extrude.prism(core, -1.5, BAND_FOOT_M, WHITE),
            extrude.prism(foot, -1.5, 0.45, plan.PLINTH),
        ]
    )


# Roof ---------------------------------------------------------------------------------------


def _roof(side: str) -> MeshData:
    """Bitumen behind the coping, stair heads, skylights, vents and seams."""
    edge = plan.outline(side, BOX_HALF_M - 0.5, 0.5)
    z = BOX_TOP_M - 0.42
    deck = diced(extrude.prism(edge, z - 0.2, z, ROOF), 6.0)
    line = plan.spaced(plan.middle_line(side), 5.5)[1:-1]
    light = merge(
        [
            extrude.box(2.2, 1.3, 0.5, COPING),
            extrude.box(2.0, 1.1, 0.12, Paint("window"), bottom_m=0.5),
        ]
    )
    vent = merge(
        [
            lathe.cylinder(0.22, 0.9, FRAME, sides=8),
            lathe.cylinder(0.36, 0.14, FRAME, bottom_m=0.9, sides=8),
        ]
    )
    spots = np.column_stack([line, np.full(len(line), z)])
    pieces = [
        deck,
        transform.at(light, spots + np.array([0.0, 3.4, 0.0])),
        transform.at(vent, spots[::2] + np.array([1.2, -2.6, 0.0])),
    ]
    return merge([*pieces, *_stair_heads(side, z)])


def _stair_heads(side: str, z: float) -> list[MeshData]:
    """Stone-faced heads: a square one near the gate, a round-cornered one by the outer end."""
    line = plan.middle_line(side)
    gate = line[-1] + np.array([-4.6, -1.0]) if side == "north" else line[0] + [24.0, 0.5]
    end = line[0] + np.array([7.0, 0.0]) if side == "north" else line[-1] + np.array([-7.5, 5.0])
    turn = 0.0 if side == "north" else -plan.BEND_DEG
    square = merge(
        [
            extrude.box(7.4, 6.4, 2.3, STONE),
            extrude.box(7.8, 6.8, 0.2, COPING, bottom_m=2.3),
            extrude.box(7.0, 6.0, 0.04, ROOF, bottom_m=2.5),
            block((-1.2, -3.24, 0.7), (0.0, -3.1, 1.5), Paint("window")),
        ]
    )
    plan_round = profile.rounded_rectangle(8.0, 6.0, 2.4, 6)
    rounded = merge(
        [
            extrude.prism(plan_round, 0.0, 2.6, STONE),
            extrude.prism(profile.offset(plan_round, 0.15), 2.6, 2.8, COPING),
        ]
    )
    low = transform.at(square, [(*gate, z)])
    return [low, transform.at(rounded, [(*end, z)], turn_deg=turn)]
