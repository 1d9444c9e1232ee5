"""The gate of the House of Officers: slim piers, a bridge of rooms, the blind block above."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, hexahedra, lathe, profile, stair, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.landmarks.house_of_officers import plan
from almaty_tour.landmarks.house_of_officers.plan import (
    BOX_FOOT_M,
    COPING,
    FRAME,
    GATE_HALF_M,
    GATE_TOP_M,
    PIER,
    ROOF,
    SOFFIT,
    STAIR_HEAD_M,
    STEP,
    STONE,
    WHITE,
)
from almaty_tour.mesh.data import MeshData, Prism, as_part, merge

PIERS_X_M = (-8.1, -2.7, 2.7, 8.1)
PIER_ROW_M = 9.0
BLOCK_Y_M = 9.75
BRIDGE_Y_M = 8.3
SOFFIT_M, APRON_TOP_M, LIGHTS_TOP_M = 11.55, 13.4, 14.75
STAIR_WIDTH_M = 26.0
RUNS = ((5, 1.9), (4, 1.7), (4, 0.0))
TREAD_M = 0.4
PLATFORM_Y_M = 10.4
RISE_M = STAIR_HEAD_M / 13


def gate() -> MeshData:
    """Piers, bridge, block, stairs on both sides; the relief is made by itself."""
    return merge(
        [
            as_part(_piers(), "piers"),
            as_part(merge([_bridge(), _block(), _passage()]), "gate"),
            as_part(merge([_stairs(), _platform()]), "stairs"),
        ]
    )


def _piers() -> MeshData:
    shaft = merge(
        [
            diced(extrude.box(0.72, 0.72, BOX_FOOT_M - STAIR_HEAD_M, PIER), 2.0),
            extrude.box(0.86, 0.86, 0.3, plan.PLINTH),
        ]
    )
    lamp = transform.move(lathe.cylinder(0.13, 0.16, Paint("lamp_glass"), sides=8), 0, -0.75)
    places = [(x, y, STAIR_HEAD_M) for x in PIERS_X_M for y in (-PIER_ROW_M, PIER_ROW_M)]
    front = [(x, -PIER_ROW_M, STAIR_HEAD_M) for x in PIERS_X_M]
    return merge([transform.at(shaft, places), transform.at(lamp, front)])


def _bridge() -> MeshData:
    """The storey over the passage: coffered soffit, stone apron, ribbons of lights."""
    half = GATE_HALF_M
    light = Opening(0.92, 1.2, bars=(1, 1), reveal_m=0.2, frame_m=0.07, frame=FRAME)
    columns = 18
    bay = 2 * half / columns
    row = merge([wall(bay, LIGHTS_TOP_M - APRON_TOP_M, WHITE, [Placed(bay / 2, 0.08, light)])])
    x = -half + bay * np.arange(columns)
    lights = transform.at(row, np.column_stack([x, 0 * x, 0 * x + APRON_TOP_M]))
    panel = block((0.03, -0.1, SOFFIT_M), (1.52, 0.05, APRON_TOP_M - 0.1), STONE)
    steps = -half + 2 * half / 12 * np.arange(12)
    apron = transform.at(panel, np.column_stack([steps, 0 * steps]))
    rail = block((-half, -0.2, APRON_TOP_M - 0.1), (half, 0.05, APRON_TOP_M), COPING)
    jambs = [block((x - 0.06, -0.02, APRON_TOP_M), (x + 0.06, 0.4, LIGHTS_TOP_M + 0.5), WHITE)
             for x in (0.06 - half, half - 0.06)]  # fmt: skip
    face = transform.move(merge([lights, apron, rail, *jambs]), y=-BRIDGE_Y_M)
    body = [
        block((-half, -BRIDGE_Y_M + 0.25, SOFFIT_M), (half, BRIDGE_Y_M - 0.25, BOX_FOOT_M), SOFFIT),
        block((-half, -BRIDGE_Y_M + 0.02, SOFFIT_M), (half, -BRIDGE_Y_M + 0.25, APRON_TOP_M),
              SOFFIT),
        block((-half, BRIDGE_Y_M - 0.25, SOFFIT_M), (half, BRIDGE_Y_M - 0.02, APRON_TOP_M), SOFFIT),
    ]  # fmt: skip
    return merge([face, transform.turn_z(face, 180.0), *body, _coffers()])


def _coffers() -> MeshData:
    """Beams crossing under the soffit, 7 by 6 fields."""
    across = np.linspace(-GATE_HALF_M, GATE_HALF_M, 8)
    along = np.linspace(-BRIDGE_Y_M + 0.2, BRIDGE_Y_M - 0.2, 7)
    z = SOFFIT_M - 0.2
    flat_x, flat_y = np.ones_like(across), np.ones_like(along)
    first = np.column_stack([across, along[0] * flat_x, z * flat_x])
    second = np.column_stack([-GATE_HALF_M * flat_y, along, z * flat_y])
    return merge(
        [
            hexahedra.struts(first, first * [1, -1, 1], 0.3, SOFFIT, depth_m=0.44),
            hexahedra.struts(second, second * [-1, 1, 1], 0.26, SOFFIT, depth_m=0.4),
        ]
    )


def _block() -> MeshData:
    """The blind block: plain courses, a lower band a little proud, parapet and roof."""
    half, y = GATE_HALF_M, BLOCK_Y_M
    band = 0.95
    upper = [
        diced(block((-half, -y, BOX_FOOT_M + band), (half, y, GATE_TOP_M - 0.5), STONE), 1.9),
        diced(
            block((-half + 0.7, -y - 0.16, BOX_FOOT_M), (half - 0.7, y + 0.16, BOX_FOOT_M + band),
                  STONE), 1.9,
        ),
        diced(block((-half, -y + 0.1, BOX_FOOT_M - 0.02), (half, y - 0.1, BOX_FOOT_M + band),
                    STONE), 1.9),
    ]  # fmt: skip
    edge = profile.rectangle(2 * half, 2 * y)
    wall_ = profile.line((0.0, 0.0), (0.0, 0.42), (-0.4, 0.42), (-0.4, 0.0))
    cap = profile.line((0.06, 0.0), (0.06, 0.1), (-0.46, 0.1), (-0.46, 0.0))
    roof = [
        extrude.sweep(wall_, edge, STONE, z_m=GATE_TOP_M - 0.52, crease_deg=0.0),
        extrude.sweep(cap, edge, COPING, z_m=GATE_TOP_M - 0.1, crease_deg=0.0),
        extrude.sheet(profile.offset(edge, -0.3), GATE_TOP_M - 0.46, ROOF),
    ]
    return merge([*upper, *roof, _joints(), _studs()])


def _joints() -> MeshData:
    """Upright joints of the slabs on the block as slim fillets."""
    x = np.linspace(-GATE_HALF_M, GATE_HALF_M, 8)[1:-1]
    low, high = BOX_FOOT_M + 0.95, GATE_TOP_M - 0.1
    fillet = block((-0.03, -BLOCK_Y_M - 0.03, low), (0.03, -BLOCK_Y_M + 0.02, high), COPING)
    one = transform.at(fillet, np.column_stack([x, 0 * x]))
    return merge([one, transform.turn_z(one, 180.0)])


def _studs() -> MeshData:
    """Steel fixings on the street side, where the second relief was never hung."""
    stud = merge(
        [
            block((-0.05, -0.42, -0.05), (0.05, 0.05, 0.05), Paint("steel", "#8A7F76")),
            block((-0.14, -0.05, -0.14), (0.14, 0.03, 0.14), Paint("steel", "#8A7F76")),
        ]
    )
    x, z = np.meshgrid(np.linspace(-5.6, 5.6, 8), np.linspace(17.4, 21.0, 4))
    places = np.column_stack([x.ravel(), np.full(x.size, -BLOCK_Y_M), z.ravel()])
    return transform.turn_z(transform.at(stud, places), 180.0)


def _passage() -> MeshData:
    """The walls of the passage: stone, with a glazed entrance into each wing."""
    door = Opening(2.2, 3.1, bars=(2, 3), reveal_m=0.2, frame=FRAME, frame_m=0.1,
                   surround=COPING, surround_m=0.3)  # fmt: skip
    high = Opening(2.2, 2.0, bars=(3, 2), reveal_m=0.2, frame=FRAME, frame_m=0.08)
    length, tall = 15.6, plan.BAND_FOOT_M - STAIR_HEAD_M
    openings = [Placed(x, z, kind) for x in (3.2, 7.8, 12.4)
                for z, kind in ((0.0, door), (4.4, high), (7.1, high))]  # fmt: skip
    face = wall(length, tall, STONE, openings)
    hood = block((1.4, -1.3, 3.6), (length - 1.4, 0.0, 3.85), COPING)
    face = transform.move(merge([face, hood]), z=STAIR_HEAD_M)
    left = transform.on_edge(face, (-GATE_HALF_M + 0.3, -7.8), (-GATE_HALF_M + 0.3, 7.8))
    right = transform.on_edge(face, (GATE_HALF_M - 0.3, 7.8), (GATE_HALF_M - 0.3, -7.8))
    jamb = block((-0.42, -0.25, 0.0), (0.42, 0.25, plan.BAND_FOOT_M), STONE)
    jambs = [(x, y) for x in (-GATE_HALF_M, GATE_HALF_M) for y in (-7.85, 7.85)]
    return merge([left, right, transform.at(jamb, jambs)])


# Stairs -------------------------------------------------------------------------------------


def _flights() -> list[tuple[float, float, int]]:
    """(y of the top edge, level of the top, steps) of the western runs from the top down."""
    y, z = -PLATFORM_Y_M, STAIR_HEAD_M
    result = []
    for steps, landing in RUNS:
        result.append((y, z, steps))
        y -= steps * TREAD_M + landing
        z -= steps * RISE_M
    return result


def _stairs() -> MeshData:
    """Three western runs with landings between granite cheeks, one eastern run."""
    pieces = []
    for (y, top, steps), (_, landing) in zip(_flights(), RUNS, strict=True):
        low = top - steps * RISE_M
        pieces.append(stair.straight(STAIR_WIDTH_M, top - low, steps, STEP, tread_m=TREAD_M,
                                     y_m=y, z_m=low))  # fmt: skip
        far = y - steps * TREAD_M
        if landing:
            pieces.append(block((-STAIR_WIDTH_M / 2, far - landing, -0.4),
                                (STAIR_WIDTH_M / 2, far, low), STEP))  # fmt: skip
    cheek = block((-0.6, -21.0, -1.5), (0.6, -PLATFORM_Y_M + 1.6, 0.75), STEP)
    cap = block((-0.7, -21.1, 0.75), (0.7, -PLATFORM_Y_M + 1.6, 0.9), plan.PLINTH)
    high = block((-0.62, -14.4, 0.8), (0.62, -PLATFORM_Y_M + 1.6, STAIR_HEAD_M + 0.5), STEP)
    x = STAIR_WIDTH_M / 2 + 0.5
    pieces += [transform.at(merge([cheek, cap, high]), [(x, 0.0), (-x, 0.0)])]
    east = stair.straight(2 * GATE_HALF_M, STAIR_HEAD_M, 13, STEP, tread_m=TREAD_M, y_m=-11.0)
    return merge([*pieces, transform.turn_z(east, 180.0)])


def _platform() -> MeshData:
    """The floor of the passage and the terrace before it, in two tones of granite."""
    inside = profile.rectangle(2 * GATE_HALF_M, 22.0)
    before = profile.rectangle(STAIR_WIDTH_M, 3.6, (0.0, -PLATFORM_Y_M + 1.8))
    dark = Paint("granite", "#54423B")
    strips = [
        block((x - 0.3, -PLATFORM_Y_M + 0.1, STAIR_HEAD_M - 0.1), (x + 0.3, 10.9,
              STAIR_HEAD_M + 0.015), dark) for x in (-5.4, 0.0, 5.4)
    ]  # fmt: skip
    return merge(
        [
            diced(extrude.prism(inside, -1.5, STAIR_HEAD_M, STEP), 3.0),
            diced(extrude.prism(before, -1.5, STAIR_HEAD_M - 0.005, STEP), 3.0),
            *strips,
        ]
    )


def floors() -> tuple[Prism, ...]:
    """What can be walked on: the stairs of both sides, their landings, the passage."""
    result: list[Prism] = []
    for (y, top, steps), (_, landing) in zip(_flights(), RUNS, strict=True):
        low = top - steps * RISE_M
        result += stair.straight_floors(STAIR_WIDTH_M, top - low, steps, tread_m=TREAD_M, y_m=y,
                                        z_m=low)  # fmt: skip
        if landing:
            far = y - steps * TREAD_M
            plate = profile.rectangle(STAIR_WIDTH_M, landing, (0.0, far - landing / 2))
            result.append(stair.floor(plate, low))
    terrace = profile.rectangle(STAIR_WIDTH_M, 3.6, (0.0, -PLATFORM_Y_M + 1.8))
    result.append(stair.floor(terrace, STAIR_HEAD_M))
    result.append(stair.floor(profile.rectangle(2 * GATE_HALF_M, 22.0), STAIR_HEAD_M))
    rise = STAIR_HEAD_M / 13
    for step in range(13):
        far = 11.0 + (13 - step) * TREAD_M
        strip = profile.rectangle(2 * GATE_HALF_M, far - 11.0, (0.0, (far + 11.0) / 2))
        result.append(stair.floor(strip, (step + 1) * rise))
    return tuple(result)
