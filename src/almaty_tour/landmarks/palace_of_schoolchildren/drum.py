"""The round drum under the dome, its spiral parapet, and the low roof behind it."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks._shared.bare import BACK, UNDER, bare
from almaty_tour.landmarks.palace_of_schoolchildren import plan
from almaty_tour.landmarks.palace_of_schoolchildren.plan import (
    DOME,
    DRUM,
    F64,
    FRAME,
    GLASS,
    GROUND_M,
    LOW_ROOF_M,
    SHADE,
    SMOOTH,
    STONE,
)  # fmt: skip
from almaty_tour.mesh.data import MeshData, merge

HALL_DEG, PIER_DEG, STEP_DEG, END_DEG = 194.0, 240.0, 296.0, 351.0
RING_M = (24.0, 25.0)
"""Radius of the parapet before and after the pier: the spiral begins there."""
BACK_M = 1.6
FINS = (28, 30)
LEDGE_M, RAIL_M, FIN_TOP_M = 8.5, 11.45, 11.0
DARK = Paint("painted_metal", "#3A3531")
SKYLIGHTS = ((-27.2, 19.4), (-35.8, 15.2), (-41.3, 7.6))


def drum() -> MeshData:
    """Two stretches with fins, the swinging plain one, and the piers between them."""
    first = plan.arc(DRUM, RING_M[0], HALL_DEG, PIER_DEG, 8)
    second = plan.arc(DRUM, RING_M[1], PIER_DEG, STEP_DEG, 10)
    return merge([
        _stretch(first, plan.arc(DRUM, RING_M[0] - BACK_M, HALL_DEG, PIER_DEG, 4), FINS[0]),
        _stretch(second, plan.arc(DRUM, RING_M[1] - BACK_M, PIER_DEG, STEP_DEG, 5), FINS[1]),
        _swing(), _pier(PIER_DEG, 26.0, 12.0), _pier(STEP_DEG, 26.7, 12.6),
        _pier(HALL_DEG, 24.9, 11.8),
    ])  # fmt: skip


def swing_path(less_m: float = 0.0, steps: int = 12) -> F64:
    """The third stretch: the ring leaves the circle and runs in to the doors."""
    angle = np.linspace(STEP_DEG, END_DEG, steps + 1)
    radius = np.interp(angle, [STEP_DEG, 312.0, 332.0, END_DEG], [26.0, 25.6, 24.0, 21.6]) - less_m
    turn = np.radians(angle)
    return np.stack([DRUM[0] + radius * np.cos(turn), DRUM[1] + radius * np.sin(turn)], axis=1)


def _stretch(ring: F64, walls: F64, fins: int) -> MeshData:
    """One stretch: storeys with broad piers, the ledge, the close fins, the rail."""
    return merge([_storeys(walls), _ledge(walls), _parapet(ring, fins)])


def _storeys(walls: F64) -> MeshData:
    length = float(np.hypot(*(walls[1] - walls[0])))
    return merge([plan.bent(_bay(length), walls), _piers(walls), plan.footing(walls, 0.9)])


def _bay(length_m: float) -> MeshData:
    """Shop-like glass below, a broad window above, a stone sill between."""
    low = plan.panes(length_m - 1.5, 3.3, 3, 2)
    high = plan.panes(length_m - 1.5, 2.6, 4, 1)
    placed = (Placed(length_m / 2, 1.0, low), Placed(length_m / 2, 5.3, high))
    sill = extrude.block((0.6, -0.16, 4.55), (length_m - 0.6, 0.1, 4.9), SMOOTH)
    return merge([plan.face(length_m, GROUND_M, LEDGE_M + 0.2, placed), sill])


def _piers(walls: F64) -> MeshData:
    pier = merge([
        extrude.block((-0.7, -0.42, GROUND_M), (0.7, 0.15, LEDGE_M + 0.1), STONE),
        extrude.block((-0.78, -0.5, 7.7), (0.78, 0.1, 8.05), SMOOTH),
    ])  # fmt: skip
    return plan.joints(pier, walls)


def _ledge(path: F64) -> MeshData:
    """The slab that juts out over the storeys."""
    section = profile.line((-0.6, LEDGE_M), (0.5, LEDGE_M), (1.6, LEDGE_M + 0.35),
                           (2.0, LEDGE_M + 0.4), (2.0, LEDGE_M + 0.85), (1.2, LEDGE_M + 0.95),
                           (-0.6, LEDGE_M + 0.95))  # fmt: skip
    return extrude.sweep(section, path, SMOOTH, closed=False, crease_deg=20.0)


def _parapet(ring: F64, fins: int) -> MeshData:
    low = LEDGE_M + 0.9
    back = profile.line((-0.75, low), (-0.45, low), (-0.45, FIN_TOP_M), (-0.75, FIN_TOP_M))
    rail = profile.line((-0.85, FIN_TOP_M), (0.12, FIN_TOP_M), (0.12, RAIL_M), (-0.85, RAIL_M))
    fin = extrude.block((-0.17, -0.02, low), (0.17, 0.5, FIN_TOP_M + 0.05), STONE)
    length = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(ring, axis=0).T))])
    spots = (np.arange(fins) + 0.5) / fins * length[-1]
    line = np.stack([np.interp(spots, length, ring[:, i]) for i in (0, 1)], axis=1)
    return merge([
        extrude.sweep(back, ring, SHADE, closed=False, crease_deg=20.0),
        extrude.sweep(rail, ring, STONE, closed=False, crease_deg=20.0),
        plan.joints(fin, line),
    ])  # fmt: skip


def _pier(angle_deg: float, reach_m: float, top_m: float) -> MeshData:
    """The blunt stone pier that marks a step of the spiral."""
    turn = np.radians(angle_deg)
    low, high = 21.5, reach_m
    block = extrude.block((-1.1, -high, GROUND_M), (1.1, -low, top_m), STONE)
    cap = extrude.block((-1.2, -high - 0.1, top_m), (1.2, -low, top_m + 0.15), SMOOTH)
    foot = extrude.block((-1.25, -high - 0.15, GROUND_M), (1.25, -low, 0.9), plan.BASE)
    piece = transform.turn_z(merge([block, cap, foot]), float(np.degrees(turn)) + 90.0)
    return transform.move(piece, *DRUM)


def _swing() -> MeshData:
    """The plain stretch: glass between piers below, a smooth high parapet above."""
    walls = swing_path(1.4, 6)
    top = swing_path(0.0)
    parapet = profile.line((-0.6, LEDGE_M), (-1.0, LEDGE_M - 0.3), (-1.4, LEDGE_M - 0.3),
                           (-1.4, LEDGE_M + 0.9), (-0.5, LEDGE_M + 0.9), (-0.5, 12.2), (0.0, 12.2),
                           (0.0, LEDGE_M + 0.3))  # fmt: skip
    coping = profile.line((-0.6, 12.2), (0.1, 12.2), (0.1, 12.35), (-0.6, 12.35))
    line = profile.line((-0.02, 10.4), (0.1, 10.45), (0.1, 10.65), (-0.02, 10.7))
    return merge([
        plan.run(walls, _bay), _piers(walls), plan.footing(walls, 0.9),
        *(extrude.sweep(s, top, p, closed=False, crease_deg=25.0)
          for s, p in ((parapet, STONE), (coping, SMOOTH), (line, SMOOTH))),
    ])  # fmt: skip


# The low roof ---------------------------------------------------------------------------------


def low_roof() -> MeshData:
    """The roof of the drum and of what lies between hall, link and wing, with its objects."""
    hall = plan.arc(DRUM, 24.9, 194.0, 120.0, 12)
    link = plan.arc(plan.LINK_CENTRE, plan.LINK_INNER_M + 0.3, 104.0, 24.0, 16)
    swing = swing_path(0.5)[::-1]
    second = plan.arc(DRUM, RING_M[1] - 0.7, STEP_DEG, PIER_DEG, 10)
    first = plan.arc(DRUM, RING_M[0] - 0.7, PIER_DEG, HALL_DEG, 8)
    outline = np.concatenate(
        [first[1:], hall[1:], [plan.STAGE_OUTER], link, [(4.8, 1.4)], swing, second[1:-1]]
    )
    curb = profile.line((0.0, 0.0), (0.4, 0.0), (0.4, 0.45), (0.0, 0.45))
    swirl = plan.arc(DOME, 15.4, -30.0, 190.0, 26)
    return merge([
        plan.deck(profile.counter_clockwise(outline), LOW_ROOF_M, "low"),
        extrude.sweep(curb, swirl, plan.CURB, z_m=LOW_ROOF_M, closed=False),
        *(transform.move(_ring_light(), x, y, LOW_ROOF_M) for x, y in SKYLIGHTS),
        transform.move(_fluted(), -1.6, 6.4, LOW_ROOF_M), _plant(),
    ])  # fmt: skip


def _ring_light() -> MeshData:
    """An open stone ring with dark glass sunk in it."""
    ring = profile.line((0.0, -0.1), (0.4, -0.1), (0.4, 1.0), (0.5, 1.0), (0.5, 1.25), (0.0, 1.25))
    return merge([
        lathe.ring(ring, 1.75, STONE, sides=24),
        extrude.sheet(profile.circle(1.8, 24), 0.7, GLASS),
    ])  # fmt: skip


def _fluted() -> MeshData:
    """The bigger ring beside the tower: upright staves about a dark well."""
    stave = extrude.block((-0.13, -0.3, 0.0), (0.13, 0.2, 2.5), STONE)
    ring = profile.line((0.0, -0.1), (0.3, -0.1), (0.3, 2.4), (0.0, 2.4))
    cap = profile.line((-0.1, 2.4), (0.65, 2.4), (0.65, 2.65), (-0.1, 2.65))
    return merge([
        lathe.ring(ring, 2.4, SHADE, sides=36), lathe.ring(cap, 2.4, STONE, sides=36),
        transform.around(bare(stave, BACK, UNDER), 36, 2.75),
        extrude.sheet(profile.circle(2.45, 24), 1.6, DARK),
    ])  # fmt: skip


def _plant() -> MeshData:
    """Air plant on the roof before the hall: three boxes, a duct, a hatch."""
    z = LOW_ROOF_M
    unit = merge([
        extrude.box(1.5, 1.1, 1.2, Paint("painted_metal", "#D9DCDC"), bottom_m=0.3),
        extrude.box(1.2, 0.9, 0.3, FRAME), lathe.cylinder(0.4, 0.12, FRAME, bottom_m=1.5, sides=14),
    ])  # fmt: skip
    duct = extrude.box(7.0, 0.6, 0.55, Paint("steel", "#D8D8D8"), bottom_m=0.5)
    feet = transform.at(extrude.box(0.2, 0.5, 0.55, FRAME), [(-3.0, 0.0), (0.0, 0.0), (3.0, 0.0)])
    hatch = merge([extrude.box(2.2, 1.8, 0.9, STONE), extrude.box(2.6, 2.2, 0.12, SMOOTH,
                                                                  bottom_m=0.9)])  # fmt: skip
    spots = [(-45.3, -3.6), (-44.0, -5.4), (-42.6, -7.2)]
    return merge([
        transform.at(unit, [(x, y, z) for x, y in spots], turn_deg=[128.0] * 3),
        transform.move(transform.turn_z(merge([duct, feet]), 120.0), -47.2, 1.0, z),
        transform.move(hatch, -40.2, -4.5, z),
        transform.move(extrude.box(1.5, 1.5, 0.5, plan.CURB), -31.0, -14.5, z),
        transform.move(extrude.box(1.3, 1.3, 0.45, plan.CURB), -8.0, -7.5, z),
    ])  # fmt: skip
