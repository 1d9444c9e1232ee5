"""The fan-shaped hall, the stage house at its back, and the observatory tower at the joint."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks._shared.bare import BACK, FRONT, bare, facing
from almaty_tour.landmarks.palace_of_schoolchildren import plan
from almaty_tour.landmarks.palace_of_schoolchildren.plan import (
    DRUM,
    F64,
    FAN,
    GROUND_M,
    HALL_FOOT,
    HALL_ROOF_M,
    HALL_TOP_M,
    LOW_ROOF_M,
    SMOOTH,
    STAGE_AT,
    STAGE_INNER,
    STAGE_OUTER,
    STAGE_ROOF_M,
    STAGE_TOP_M,
    STONE,
    TOWER,
)  # fmt: skip
from almaty_tour.mesh.data import MeshData, merge

NICHE = Opening(2.6, 9.0, bars=(1, 1), frame_m=0.0, reveal_m=0.22, glass=plan.SHADE)
CAP = Paint("roof_metal", "#5F7C80")
CAP_DARK = Paint("painted_metal", "#2E3A3E")
SHUTTER = Paint("roof_metal", "#8FA0A0")
SHAFT_M, SHAFT_TOP_M = 2.2, 1.9


def hall() -> MeshData:
    """Glass bays to the court, a blank curved back, the wall that looks over the drum."""
    front = np.array([FAN[0] + (np.array(HALL_FOOT) - FAN[0]) * k / 7 for k in range(8)])
    back = FAN[STAGE_AT::-1]
    inner = plan.arc(DRUM, plan.DRUM_M, 194.0, 120.0, 12)
    outline = np.concatenate([front[:-1], inner, [STAGE_INNER], back[:-1]])
    open_path = np.concatenate([back, front[1:]])
    return merge([
        _glass_front(front), _blank_back(back),
        plan.run(inner, lambda length: plan.face(length, LOW_ROOF_M - 0.3, HALL_ROOF_M)),
        plan.run(np.array([inner[-1], STAGE_INNER]),
                 lambda length: plan.face(length, LOW_ROOF_M - 0.3, HALL_ROOF_M)),
        plan.footing(open_path, 1.1), plan.band(open_path, 11.5, 0.5, 0.3),
        plan.crown(open_path, HALL_ROOF_M, HALL_TOP_M),
        plan.crown(inner, HALL_ROOF_M, HALL_TOP_M),
        plan.deck(profile.offset(outline, -0.05), HALL_ROOF_M, "hall"), _hall_roof(),
    ])  # fmt: skip


def _glass_front(front: F64) -> MeshData:
    """Five framed bays two storeys high and two blank ones beside the drum."""
    length = float(np.hypot(*(front[1] - front[0])))
    glass = plan.panes(2.9, 8.4, 3, 5)
    open_bay = plan.face(length, GROUND_M, HALL_ROOF_M, (Placed(length / 2, 1.5, glass),))
    frame = [
        extrude.block(
            (length / 2 + s * 1.75 - 0.3, -0.5, GROUND_M),
            (length / 2 + s * 1.75 + 0.3, 0.1, 10.6),
            STONE,
        )
        for s in (-1, 1)
    ]
    lintel = extrude.block((length / 2 - 2.05, -0.55, 10.2), (length / 2 + 2.05, 0.1, 10.8), SMOOTH)
    spandrel = extrude.block((length / 2 - 1.45, -0.05, 5.2), (length / 2 + 1.45, 0.4, 5.9), STONE)
    bay = merge([open_bay, *frame, lintel, spandrel])
    niche = replace(NICHE, width_m=3.2, height_m=8.4)
    blank = plan.face(length, GROUND_M, HALL_ROOF_M, (Placed(length / 2, 1.5, niche),))
    return merge([plan.bent(bay, front[:6]), plan.bent(blank, front[5:])])


def _blank_back(path: F64) -> MeshData:
    """Sunk panels between flat ribs, without a window."""

    def bay(length: float) -> MeshData:
        wide = replace(NICHE, width_m=length - 1.6)
        return plan.face(length, GROUND_M, HALL_ROOF_M, (Placed(length / 2, 1.8, wide),))

    rib = extrude.block((-0.35, -0.3, GROUND_M), (0.35, 0.1, 11.6), STONE)
    return merge([plan.run(path, bay), plan.joints(rib, path)])


def _hall_roof() -> MeshData:
    """A raised hatch house and two curbs on the roof of the hall."""
    z = HALL_ROOF_M
    house = merge([extrude.box(6.0, 4.2, 1.1, STONE), extrude.box(6.4, 4.6, 0.15, SMOOTH,
                                                                  bottom_m=1.1)])  # fmt: skip
    low = merge([extrude.box(5.0, 2.2, 0.7, plan.CURB), extrude.box(5.3, 2.5, 0.12, SMOOTH,
                                                                    bottom_m=0.7)])  # fmt: skip
    vent = merge([lathe.cylinder(0.25, 0.8, Paint("steel"), sides=8),
                  lathe.cylinder(0.42, 0.15, Paint("steel"), bottom_m=0.8, sides=8)])  # fmt: skip
    return merge([
        transform.move(house, -80.0, 4.6, z),
        transform.move(transform.turn_z(low, 35.0), -53.0, 12.0, z),
        transform.at(vent, [(-70.0, 18.0, z), (-66.0, 30.0, z), (-60.0, 38.0, z), (-58, 22, z)]),
        transform.move(transform.turn_z(low, 52.0), -55.0, 44.0, z),
    ])  # fmt: skip


def stage() -> MeshData:
    """The higher closed house with cut corners; two low windows look over the hall."""
    back = FAN[: STAGE_AT - 1 : -1]
    ends = (back[-1], np.array(STAGE_INNER), np.array(STAGE_OUTER), back[0])
    outline = np.concatenate([[STAGE_INNER, STAGE_OUTER], back])
    window = plan.panes(4.6, 1.5, 3, 1)

    def front(length: float) -> MeshData:
        placed = tuple(Placed(length * k, 15.2, window) for k in (0.42, 0.72))
        return plan.face(length, HALL_ROOF_M - 0.2, STAGE_ROOF_M, placed)

    def side(length: float) -> MeshData:
        return plan.face(length, LOW_ROOF_M - 0.2, STAGE_ROOF_M)

    def rear(length: float) -> MeshData:
        door = plan.panes(3.2, 4.0, 4, 2)
        high = replace(NICHE, width_m=2.2, height_m=13.0)
        placed = (
            Placed(length * 0.5, 0.0 + 0.2, door),
            Placed(length * 0.2, 2.0, high),
            Placed(length * 0.8, 2.0, high),
        )
        return plan.face(length, GROUND_M, STAGE_ROOF_M, placed)

    def fan(length: float) -> MeshData:
        tall = replace(NICHE, width_m=length - 1.6, height_m=14.5)
        return plan.face(length, GROUND_M, STAGE_ROOF_M, (Placed(length / 2, 1.8, tall),))

    rib = extrude.block((-0.35, -0.3, GROUND_M), (0.35, 0.1, 17.6), STONE)
    ground = np.concatenate([[STAGE_OUTER], back[:1]])[::-1]
    return merge([
        plan.run(np.array([ends[0], ends[1]]), front), plan.run(np.array([ends[1], ends[2]]), side),
        plan.run(np.array([ends[2], ends[3]]), rear), plan.run(back, fan),
        plan.joints(rib, back), plan.footing(back, 1.1), plan.footing(ground[::-1], 1.1),
        plan.crown(outline, STAGE_ROOF_M, STAGE_TOP_M, closed=True),
        plan.band(np.concatenate([[STAGE_INNER, STAGE_OUTER], back, [STAGE_INNER]]), 18.4, 0.4,
                  0.22),
        plan.deck(profile.offset(outline, -0.1), STAGE_ROOF_M, "stage"), _stage_roof(),
    ])  # fmt: skip


def _stage_roof() -> MeshData:
    """The second, higher deck over the near half, and a hatch."""
    upper = profile.line((-41.5, 32.5), (-37.5, 28.5), (-21.5, 50.5), (-19.0, 62.0), (-33.5, 51.5))
    rim = extrude.prism(upper, STAGE_ROOF_M - 0.1, STAGE_TOP_M + 0.3, plan.CURB, top=False)
    hatch = extrude.box(2.0, 1.2, 0.8, plan.CURB, bottom_m=STAGE_ROOF_M)
    return merge([
        rim, plan.deck(upper, STAGE_TOP_M + 0.3, "upper"), transform.move(hatch, -42.0, 58.0),
    ])  # fmt: skip


# Tower ----------------------------------------------------------------------------------------


def tower(height_m: float) -> MeshData:
    """The faceted, tapering shaft, the flared head and the grey-green observatory dome."""
    neck = height_m - 7.0
    shaft = profile.line((2.55, GROUND_M), (2.55, LOW_ROOF_M + 0.7), (SHAFT_M, LOW_ROOF_M + 1.0),
                         (SHAFT_TOP_M, neck))  # fmt: skip
    head = profile.line((SHAFT_TOP_M, neck - 0.1), (2.0, neck + 0.1), (2.5, neck + 0.7),
                        (3.25, neck + 1.3), (3.3, neck + 1.5), (3.3, neck + 2.6),
                        (3.4, neck + 2.65), (3.4, neck + 2.85), (3.05, neck + 2.85),
                        (3.05, neck + 1.9), (0.0, neck + 1.9))  # fmt: skip
    drum = lathe.cylinder(2.45, 1.6, SMOOTH, bottom_m=neck + 1.9, sides=32)
    slot = extrude.block((-0.9, -2.5, neck + 2.75), (0.9, -2.2, neck + 3.2), plan.GLASS)
    return transform.move(merge([
        lathe.lathe(shaft, STONE, sides=8, start_deg=22.5, crease_deg=0.0), _windows(neck),
        lathe.lathe(head, STONE, sides=32), drum, transform.around(slot, 4, 0.0, start_deg=-45.0),
        _observatory(height_m, neck + 3.45), _consoles(neck),
    ]), *TOWER)  # fmt: skip


def _windows(neck_m: float) -> MeshData:
    """One column of small upright windows to the court, one to the hills, in stone frames."""
    hole = merge([
        facing(extrude.block((-0.3, -0.12, 0.0), (0.3, 0.3, 1.1), plan.GLASS), FRONT),
        extrude.block((-0.42, -0.2, -0.14), (0.42, 0.3, 0.0), SMOOTH),
        extrude.block((-0.42, -0.2, 1.1), (0.42, 0.3, 1.24), SMOOTH),
        *(extrude.block((x - 0.06, -0.2, 0.0), (x + 0.06, 0.3, 1.1), SMOOTH) for x in (-.36, .36)),
    ])  # fmt: skip
    hole = bare(hole, BACK)
    level = np.linspace(LOW_ROOF_M + 3.0, neck_m - 3.2, 5)
    share = (level - LOW_ROOF_M) / (neck_m - LOW_ROOF_M)
    out = (SHAFT_M + (SHAFT_TOP_M - SHAFT_M) * share) * np.cos(np.pi / 8)
    front = transform.at(hole, np.column_stack([np.zeros(5), 0.08 - out, level]))
    return merge([front, *(transform.turn_z(front, a) for a in (90.0, 180.0, -90.0))])


def _consoles(neck_m: float) -> MeshData:
    """Slim ribs under the flare and posts in the parapet."""
    rib = extrude.panel(
        profile.line((1.85, neck_m), (3.2, neck_m + 1.3), (3.2, neck_m + 1.5),
                     (1.85, neck_m + 1.0)),
        -0.09, 0.09, SMOOTH,
    )  # fmt: skip
    post = extrude.block((-0.12, -3.38, neck_m + 1.5), (0.12, -3.2, neck_m + 2.62), SMOOTH)
    return merge([transform.around(transform.turn_z(rib, -90.0), 16), transform.around(post, 16)])


def _observatory(height_m: float, low_m: float) -> MeshData:
    """A ribbed half ball with a slit and its shutter, turned to the south-west."""
    radius = 2.62
    rise = height_m - low_m - 0.25
    shell = profile.arc((0.0, low_m), (radius, rise), 0.0, 90.0, 10)
    ring = profile.line((0.0, low_m - 0.12), (0.2, low_m - 0.12), (0.2, low_m + 0.2),
                        (0.0, low_m + 0.2))  # fmt: skip
    ball = lathe.lathe(shell, CAP, sides=24, caps=False)
    seams = transform.around(_seam(radius + 0.03, rise + 0.03, low_m), 24)
    slit = _meridian(radius + 0.02, rise + 0.02, low_m, 1.05, 0.03, 8.0, 90.0)
    edges = [
        transform.move(_meridian(radius + 0.16, rise + 0.16, low_m, 0.12, 0.2, 4.0, 90.0), x=x)
        for x in (-0.58, 0.58)
    ]
    cover = _meridian(radius + 0.26, rise + 0.22, low_m, 1.3, 0.12, 52.0, 90.0)
    shutter = [
        _painted(slit, CAP_DARK),
        *(_painted(e, SHUTTER) for e in edges),
        _painted(cover, SHUTTER),
    ]
    turned = transform.turn_z(merge(shutter), -35.0)
    top = extrude.box(0.3, 0.3, 0.2, SHUTTER, bottom_m=height_m - 0.2)
    return merge([ball, lathe.ring(ring, radius, CAP_DARK, sides=40), seams, turned, top])


def _seam(radius_m: float, rise_m: float, low_m: float) -> MeshData:
    """A narrow ribbon up the dome on the side of -y."""
    line = profile.arc((0.0, low_m), (radius_m, rise_m), 0.0, 84.0, 9)
    sides = [np.column_stack([np.full(10, x), -line[:, 0], line[:, 1]]) for x in (-0.03, 0.03)]
    return solid(np.concatenate(sides), extrude.grid_faces(2, 10), CAP.shaded(0.8))


def _meridian(
    radius_m: float, rise_m: float, low_m: float, wide_m: float, thick_m: float, start: float,
    end: float,
) -> MeshData:  # fmt: skip
    """A strip that lies on the dome from one height angle to another, on the side of -y."""
    outer = profile.arc((0.0, low_m), (radius_m, rise_m), start, end, 10)
    inner = profile.arc((0.0, low_m), (radius_m - thick_m - 0.1, rise_m - thick_m - 0.1), start,
                        end, 10)  # fmt: skip
    plate = extrude.panel(np.concatenate([outer, inner[::-1]]), -wide_m / 2, wide_m / 2, CAP)
    return transform.turn_z(plate, -90.0)


def _painted(data: MeshData, paint: Paint) -> MeshData:
    """The same mesh in another paint."""
    tint = data.tint.copy()
    tint[:] = paint.tint
    return replace(data, tint=tint, materials=(paint.material,))
