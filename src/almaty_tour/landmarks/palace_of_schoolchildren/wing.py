"""The long curved wing, the link behind the drum and the block behind the wing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.tube import tube
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks._shared.bare import UNDER, bare
from almaty_tour.landmarks.palace_of_schoolchildren import plan
from almaty_tour.landmarks.palace_of_schoolchildren.plan import (
    F64,
    FRAME,
    GROUND_M,
    LINK_CENTRE,
    LINK_M,
    LINK_ROOF_M,
    LINK_TOP_M,
    LOW_ROOF_M,
    REAR,
    REAR_ROOF_M,
    REAR_TOP_M,
    SMOOTH,
    STONE,
    WING_INNER,
    WING_INNER_M,
    WING_OUTER,
    WING_OUTER_M,
    WING_ROOF_M,
    WING_TOP_M,
)  # fmt: skip
from almaty_tour.mesh.data import MeshData, merge

FRONT_BAYS, BACK_BAYS = 15, 20
LEDGE_M = 10.2
FRONT = plan.arc(WING_INNER, WING_INNER_M, 36.2, -22.7, FRONT_BAYS)
BACK = plan.arc(WING_OUTER, WING_OUTER_M, -22.0, 34.6, BACK_BAYS)
HEAD = profile.smooth(
    np.concatenate([FRONT[-1:], [(8.3, -65.4), (8.0, -70.4), (12.4, -74.7), (20.6, -79.0),
                                 (26.2, -79.4), (30.4, -75.2)], BACK[:1]]), 3
)  # fmt: skip
LID_DEG = (20.5, 16.4, 12.3, 2.6, -1.4, -5.4, -9.4, -13.4, -17.4, -21.0)
SINGLE_LIDS = ((15.5, 66.0), (1.0, 66.0), (-20.5, 66.5))
LID = Paint("concrete", "#C9AE9A")


def wing() -> MeshData:
    """Tall bays to the court under a row of low arches, a blunt round head, a plain back."""
    outline = np.concatenate([FRONT, HEAD[1:-1], BACK])
    return merge([
        _front(), _head(), _back(), _ends(),
        plan.crown(outline, WING_ROOF_M, WING_TOP_M, closed=True),
        plan.deck(profile.offset(outline, -0.1), WING_ROOF_M, "wing"), _lids(),
    ])  # fmt: skip


def _front() -> MeshData:
    length = float(np.hypot(*(FRONT[1] - FRONT[0])))
    tall = plan.panes(3.0, 8.2, 3, 5, reveal_m=0.45)
    arched = Opening(3.4, 1.75, head="round", rise_m=0.6, bars=(4, 1), frame=FRAME, frame_m=0.09,
                     reveal_m=0.5)  # fmt: skip
    placed = (Placed(length / 2, 1.2, tall), Placed(length / 2, 11.7, arched))
    wall = plan.face(length, GROUND_M, WING_ROOF_M, placed)
    spandrel = extrude.block((length / 2 - 1.5, 0.06, 5.0), (length / 2 + 1.5, 0.5, 6.0), STONE)
    rail = extrude.block((length / 2 - 1.5, 0.0, 5.95), (length / 2 + 1.5, 0.5, 6.1), SMOOTH)
    pier = merge([
        extrude.block((-0.5, -0.42, GROUND_M), (0.5, 0.12, LEDGE_M + 0.1), STONE),
        extrude.block((-0.58, -0.5, 9.2), (0.58, 0.1, 9.5), SMOOTH),
        extrude.block((-0.3, -0.16, 11.1), (0.3, 0.1, 13.6), STONE),
    ])  # fmt: skip
    return merge([
        plan.bent(merge([wall, spandrel, rail]), FRONT), plan.joints(pier, FRONT[1:]),
        plan.footing(FRONT, 1.1), _ledge(FRONT), plan.band(FRONT, 13.7, 0.35, 0.18),
    ])  # fmt: skip


def _ledge(path: F64) -> MeshData:
    section = profile.line((-0.1, LEDGE_M), (0.55, LEDGE_M + 0.1), (1.0, LEDGE_M + 0.3),
                           (1.0, LEDGE_M + 0.62), (-0.1, LEDGE_M + 0.85))  # fmt: skip
    return extrude.sweep(section, path, SMOOTH, closed=False, crease_deg=20.0)


def _head() -> MeshData:
    """The rounded end: smooth stone, small windows, a cornice line that swings up and over."""
    slit = plan.panes(1.0, 2.2, 1, 2)

    def bay(length: float) -> MeshData:
        fits = length > 2.2
        placed = tuple(Placed(length / 2, z, slit) for z in (2.0, 6.2) if fits)
        return plan.face(length, GROUND_M, WING_ROOF_M, placed)

    share = np.linspace(0.0, 1.0, len(HEAD))
    side = profile.mitres(HEAD, closed=False) * 0.12
    lift = 2.3 * np.clip((share - 0.35) / 0.3, 0.0, 1.0)
    lift = lift * lift * (3.0 * 2.3 - 2.0 * lift) / 2.3**2 * 1.0
    lines = [np.column_stack([HEAD + side, z + lift]) for z in (LEDGE_M + 0.45, 13.0)]
    return merge([
        plan.run(HEAD, bay), plan.footing(HEAD, 1.1),
        *(tube(line, 0.3, SMOOTH, sides=4) for line in lines),
    ])  # fmt: skip


def _windows(
    length: float, rows: tuple[float, ...], low_m: float, high_m: float, *, framed: bool = True
) -> MeshData:
    """A plain bay with one broad window on every floor."""
    window = plan.panes(min(2.4, length - 1.0), 1.8, 2, 1, sill_m=0.18)
    window = window if framed else replace(window, frame_m=0.0)
    placed = tuple(Placed(length / 2, z, window) for z in rows)
    return plan.face(length, low_m, high_m, placed)


def _back() -> MeshData:
    length = float(np.hypot(*(BACK[1] - BACK[0])))
    bay = _windows(length, (1.5, 4.9, 8.3, 11.7), GROUND_M, WING_ROOF_M)
    rib = extrude.block((-0.3, -0.22, GROUND_M), (0.3, 0.1, 14.2), STONE)
    return merge([
        plan.bent(bay, BACK), plan.joints(rib, BACK), plan.footing(BACK, 1.0),
        plan.band(BACK, 14.1, 0.4, 0.25),
    ])  # fmt: skip


def _ends() -> MeshData:
    """The wall towards the tower, over the low roof and down to the doors."""
    path = np.array([BACK[-1], FRONT[0]])
    return plan.run(path, lambda length: plan.face(length, GROUND_M, WING_ROOF_M))


def _lids() -> MeshData:
    """Thirteen round skylights under flat lids, a joint across the roof, small hatches."""
    z = WING_ROOF_M
    cover = profile.line((2.1, 0.75), (2.15, 0.95), (1.5, 1.05), (0.0, 1.1))
    lid = merge([
        lathe.lathe(profile.line((1.9, 0.0), (1.9, 0.75)), STONE, sides=24, caps=False),
        lathe.lathe(cover, LID, sides=24, caps=False),
        bare(extrude.block((-2.1, -0.05, 0.94), (2.1, 0.05, 1.13), plan.CURB), UNDER),
    ])  # fmt: skip
    turn = np.radians(LID_DEG)
    row = np.array(WING_OUTER) + (WING_OUTER_M - 4.6) * np.stack([np.cos(turn), np.sin(turn)], 1)
    single = [
        np.array(WING_OUTER) + r * np.array([np.cos(np.radians(a)), np.sin(np.radians(a))])
        for a, r in SINGLE_LIDS
    ]
    spots = np.column_stack([np.concatenate([row, single]), np.full(13, z)])
    joint = transform.turn_z(extrude.block((61.6, -0.25, z), (84.4, 0.25, z + 0.4), plan.CURB), 7.4)
    hatch = merge(
        [
            extrude.box(1.3, 0.9, 0.7, Paint("painted_metal", "#D8D4CC")),
            extrude.box(1.5, 1.1, 0.1, Paint("painted_metal", "#B9B4AA"), bottom_m=0.7),
        ]
    )
    return merge([
        transform.at(lid, spots, turn_deg=np.linspace(0.0, 300.0, 13)),
        transform.move(joint, *WING_OUTER),
        transform.at(hatch, [(17.0, 2.0, z), (21.5, -1.0, z), (25.5, -47.0, z), (16.0, -70.0, z)],
                     turn_deg=[30.0, 30.0, -4.0, -24.0]),
    ])  # fmt: skip


# Link -----------------------------------------------------------------------------------------


def link() -> MeshData:
    """The lower curved link between hall and wing; its near wall looks over the low roof."""
    outer = plan.arc(LINK_CENTRE, LINK_M, 19.6, 86.4, 17)
    inner = plan.arc(LINK_CENTRE, plan.LINK_INNER_M, 104.0, 24.0, 12)
    near = np.concatenate([[plan.STAGE_OUTER], inner])
    outline = np.concatenate([outer, [(-18.9, 46.4)], near, [BACK[-1]], [(40.6, 20.4), REAR[5]]])
    step = float(np.hypot(*(outer[1] - outer[0])))
    pair = plan.panes(0.9, 1.2, 1, 1, sill_m=0.1)

    def low(length: float) -> MeshData:
        placed = tuple(Placed(length * k, 11.0, pair) for k in (0.36, 0.64))
        return plan.face(length, LOW_ROOF_M - 0.3, LINK_ROOF_M, placed)

    def tall(length: float) -> MeshData:
        return _windows(length, (1.5, 4.9, 8.3), GROUND_M, LINK_ROOF_M)

    rib = extrude.block((-0.3, -0.22, GROUND_M), (0.3, 0.1, 12.4), STONE)
    court = np.array([BACK[-1], (40.6, 20.4), REAR[5]])
    return merge([
        plan.bent(_windows(step, (1.5, 4.9, 8.3), GROUND_M, LINK_ROOF_M, framed=False), outer),
        plan.joints(rib, outer), plan.footing(outer, 1.0), plan.band(outer, 12.3, 0.35, 0.22),
        plan.run(np.array([outer[-1], (-18.9, 46.4)]), tall), plan.run(inner, low),
        plan.run(np.array([plan.STAGE_OUTER, inner[0]]), low), plan.run(court, tall),
        plan.crown(outline, LINK_ROOF_M, LINK_TOP_M, closed=True),
        plan.deck(profile.offset(outline, -0.1), LINK_ROOF_M, "link"),
    ])  # fmt: skip


# Rear block -----------------------------------------------------------------------------------


def rear() -> MeshData:
    """The straight taller box behind the wing: one row of windows high up, tall ones behind."""
    high = replace(plan.panes(2.3, 1.9, 3, 1, sill_m=0.15), frame_m=0.0)
    door = plan.panes(1.6, 2.6, 2, 1)
    tall = plan.panes(2.2, 7.0, 2, 4)

    def bays(count_m: float, z_m: float, window: Opening, length: float) -> MeshData:
        count = max(1, round(length / count_m))
        step = length / count
        placed = [Placed(step / 2, z_m, window)]
        if window is high:
            placed.append(Placed(step / 2, 1.0 if step < 3.0 else 4.6, high))
        bay = plan.face(step, GROUND_M, REAR_ROOF_M, tuple(placed))
        return transform.at(bay, [(step * k, 0.0) for k in range(count)])

    court = np.concatenate([REAR[4:], REAR[:1]])
    street = REAR[:5]
    ring = np.concatenate([REAR, REAR[:1]])
    rib = extrude.block((-0.3, -0.25, GROUND_M), (0.3, 0.1, 15.4), STONE)
    low = plan.face(3.0, GROUND_M, 3.4, (Placed(1.5, 0.1, door),))
    return merge([
        plan.run(court, lambda length: bays(3.4, 12.2, high, length)),
        plan.run(street, lambda length: bays(4.5, 5.2, tall, length)),
        plan.joints(rib, street), plan.footing(ring, 1.0), plan.band(ring, 15.3, 0.4, 0.25),
        plan.crown(REAR, REAR_ROOF_M, REAR_TOP_M, closed=True),
        plan.deck(profile.offset(REAR, -0.1), REAR_ROOF_M, "rear"),
        transform.on_edge(transform.move(low, 9.0, -0.25), REAR[0], REAR[1]),
        transform.move(extrude.box(1.6, 1.0, 0.7, SMOOTH, bottom_m=REAR_ROOF_M), 70.0, 3.0),
        transform.move(extrude.box(1.2, 1.2, 0.6, SMOOTH, bottom_m=REAR_ROOF_M), 66.0, -18.0),
    ])  # fmt: skip
