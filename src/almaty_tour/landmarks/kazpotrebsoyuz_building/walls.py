"""Fronts of the Kazpotrebsoyuz building: arches below, pilasters and hooded windows above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from almaty_tour.kit import cornice, extrude, profile, roof, stair, transform
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.profile import F64
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.landmarks.kazpotrebsoyuz_building import plan
from almaty_tour.landmarks.kazpotrebsoyuz_building.plan import (
    BASE,
    FIRST_M,
    FRAME,
    OAK,
    OUTLINE,
    PLINTH,
    PLINTH_M,
    ROOF,
    TOP_M,
    WALL,
    WALL_M,
    WHITE,
)
from almaty_tour.mesh.data import MeshData, merge

ARCH = Opening(
    1.9, 3.1, head="round", bars=(2, 1), frame_m=0.12, frame=FRAME, reveal_m=0.34, steps=3
)
TALL = Opening(
    1.5,
    2.35,
    bars=(2, 1),
    frame_m=0.12,
    frame=FRAME,
    surround=WHITE,
    surround_m=0.17,
    sill_out_m=0.16,
    reveal_m=0.26,
)
HIGH = Opening(
    1.5,
    1.95,
    bars=(2, 1),
    frame_m=0.12,
    frame=FRAME,
    surround=WHITE,
    surround_m=0.15,
    reveal_m=0.26,
)
REAR = Opening(1.5, 2.0, bars=(1, 1), frame_m=0.0, reveal_m=0.22)
SIDE = Opening(1.5, 2.1, bars=(2, 1), frame_m=0.12, frame=FRAME, reveal_m=0.26)
DOOR = Opening(
    2.5, 3.1, head="round", bars=(2, 1), frame_m=0.16, frame=OAK, reveal_m=0.5, steps=5, glass=OAK
)
LEVELS = (1.55, 5.95, 9.95)
STOOP_M, STOOP_STEPS = 3.6, 5
WEST_BAYS, WEST_MIDDLE = 9, (3, 4, 5)
SOUTH_BAYS, SOUTH_MIDDLE = 19, (7, 8, 9, 10, 11)


def fronts() -> MeshData:
    """The fronts to both streets and to the east."""
    corners = (OUTLINE[0], OUTLINE[1]), (OUTLINE[3], OUTLINE[4])
    plans = ((WEST_BAYS, WEST_MIDDLE, True), (SOUTH_BAYS, SOUTH_MIDDLE, False))
    pieces = []
    for (a, b), (bays, middle, door) in zip(corners, plans, strict=True):
        length = float(np.linalg.norm(b - a))
        pieces.append(transform.on_edge(_front(length, bays, middle, door), a, b))
    for a, b in ((OUTLINE[1], OUTLINE[2]), (OUTLINE[2], OUTLINE[3])):
        pieces.append(transform.on_edge(wall(plan.TOWER_M, TOP_M, WALL), a, b))
    return merge([*pieces, _bands()])


def _front(length_m: float, bays: int, middle: Sequence[int], door: bool) -> MeshData:
    """A street front of equal bays; those of the `middle` stand out under an attic."""
    step = length_m / bays
    plain = [k for k in range(bays) if k not in middle]
    pieces = [transform.at(_bay(step), [(step * k, 0.0) for k in plain])]
    ends = sorted(set(plain) | {k + 1 for k in plain})
    pilasters = flat_pilaster(0.72, 0.2)
    at = [(min(max(step * k, 0.4), length_m - 0.4), 0.0, FIRST_M + 0.25) for k in ends]
    pieces.append(transform.at(pilasters, at))
    if middle:
        start = step * middle[0]
        pieces.append(transform.move(_risalit(step, len(middle), door), start))
    return merge(pieces)


def _bay(width_m: float, arch: Opening = ARCH) -> MeshData:
    x = width_m / 2
    openings = [Placed(x, z, o) for z, o in zip(LEVELS, (arch, TALL, HIGH), strict=True)]
    face = wall(width_m, WALL_M, WALL, openings)
    ring = transform.move(band_round(arch, 0.26, 0.09), x, 0.0, LEVELS[0])
    panel = block((x - 0.8, -0.07, 9.0), (x + 0.8, 0.0, 9.55), WHITE)
    hood = block((x - 1.05, -0.24, 8.45), (x + 1.05, 0.0, 8.62), WHITE)
    half = width_m / 2 - 1.3
    lows = (PLINTH_M + 0.4, PLINTH_M + 1.9)
    spans = [(x0, x0 + half, z) for z in lows for x0 in (0.0, width_m - half)]
    return merge([face, ring, panel, hood, _courses(np.array(spans))])


def _courses(spans: F64) -> MeshData:
    """Raised courses of the ground floor from (k, 3) left, right and foot: 0.9 m high."""
    x0, x1, z0 = spans.T
    z1, out, back = z0 + 0.9, np.full(len(spans), -0.07), np.zeros(len(spans))
    sides = (
        ((x0, out, z0), (x1, out, z0), (x1, out, z1), (x0, out, z1)),
        ((x0, out, z1), (x1, out, z1), (x1, back, z1), (x0, back, z1)),
        ((x0, back, z0), (x1, back, z0), (x1, out, z0), (x0, out, z0)),
        ((x1, out, z0), (x1, back, z0), (x1, back, z1), (x1, out, z1)),
        ((x0, back, z0), (x0, out, z0), (x0, out, z1), (x0, back, z1)),
    )
    quads = [np.stack([np.column_stack(corner) for corner in side], axis=1) for side in sides]
    return quadrilaterals(np.concatenate(quads), BASE)


def band_round(opening: Opening, width_m: float, out_m: float) -> MeshData:
    """A raised white band round an arch, open towards the wall."""
    shape = opening.outline()
    way = np.concatenate([shape[1:], shape[:1]])
    outer = way + width_m * profile.mitres(way, closed=False)
    return extrude.panel(np.concatenate([outer, way[::-1]]), -out_m, 0.0, WHITE, back=False)


def stoop() -> MeshData:
    """The steps before a door whose sill is the origin."""
    return stair.straight(
        STOOP_M, PLINTH_M, STOOP_STEPS, PLINTH, tread_m=0.32, y_m=-0.1, z_m=-PLINTH_M
    )


def flat_pilaster(width_m: float, out_m: float) -> MeshData:
    """A white pilaster of the two upper storeys with a plain foot and head."""
    h, w = WALL_M - FIRST_M - 0.25, width_m / 2
    return merge(
        [
            block((-w, -out_m, 0.0), (w, 0.0, h), WHITE),
            block((-w - 0.08, -out_m - 0.07, 0.0), (w + 0.08, 0.0, 0.36), WHITE),
            block((-w - 0.16, -out_m - 0.14, h - 0.3), (w + 0.16, 0.0, h), WHITE),
        ]
    )


def _risalit(step_m: float, bays: int, door: bool) -> MeshData:
    """The middle of a front: 0.8 m out, twin pilasters, an attic with a stepped gable."""
    out, width = 0.8, step_m * bays
    arch = replace(ARCH, height_m=3.3)
    parts = []
    for k in range(bays):
        gate = door and k == bays // 2
        if not gate:
            parts.append(transform.move(_bay(step_m, arch), step_m * k))
            continue
        x = step_m / 2
        openings = [
            Placed(x, PLINTH_M, DOOR),
            Placed(x, LEVELS[1], TALL),
            Placed(x, LEVELS[2], HIGH),
        ]
        face = wall(step_m, WALL_M, WALL, openings)
        ring = transform.move(merge([band_round(DOOR, 0.34, 0.16), stoop()]), x, 0.0, PLINTH_M)
        parts.append(transform.move(merge([face, ring]), step_m * k))
    pair = flat_pilaster(0.6, 0.34)
    spots = [
        (min(max(step_m * k + s, 0.35), width - 0.35), 0.0, FIRST_M + 0.25)
        for k in range(bays + 1)
        for s in (-0.42, 0.42)
    ]
    parts.append(transform.at(pair, spots[1:-1]))
    cheeks = [block((x, 0.002, 0.0), (x + 0.3, out, WALL_M), WALL) for x in (0.0, width - 0.3)]
    attic = block((0.4, 0.15, TOP_M - 0.05), (width - 0.4, 1.4, TOP_M + 1.5), WALL)
    crown = extrude.panel(
        profile.line(
            (0.2, 0.0),
            (width - 0.2, 0.0),
            (width - 0.2, 0.3),
            (0.72 * width, 0.3),
            (0.66 * width, 1.1),
            (0.34 * width, 1.1),
            (0.28 * width, 0.3),
            (0.2, 0.3),
        ),
        0.0,
        1.5,
        WHITE,
    )
    niches = [
        block(
            (step_m * (k + 0.5) - 1.1, 0.07, TOP_M + 0.3),
            (step_m * (k + 0.5) + 1.1, 0.16, TOP_M + 1.2),
            WHITE,
        )
        for k in range(bays)
    ]
    top = merge([attic, transform.move(crown, z=TOP_M + 1.5), *niches])
    return transform.move(merge([*parts, *cheeks, top]), y=-out)


def _bands() -> MeshData:
    """Plinth, string course, cornice with its teeth and modillions, along the street fronts."""
    pieces = []
    for path in _paths():
        pieces.append(extrude.sweep(profile.plinth(PLINTH_M, 0.14), path, PLINTH, closed=False))
        band = profile.string_course(0.34, 0.2)
        pieces.append(extrude.sweep(band, path, WHITE, z_m=FIRST_M - 0.1, closed=False))
        pieces.append(cornice.cornice(path, WALL_M, plan.CORNICE_M, 0.85, WHITE, closed=False))
        console = block((-0.15, -0.62, 0.0), (0.15, 0.0, 0.34), WHITE)
        pieces.append(cornice.along_path(console, path, 1.9, closed=False, z_m=WALL_M + 0.1))
    foot = extrude.prism(OUTLINE, -1.5, PLINTH_M - 0.05, PLINTH, top=False, bottom=False)
    return merge([*pieces, foot])


def _paths() -> tuple[F64, ...]:
    """Both street fronts with the risalits stepping out."""
    step, y = 41.4 / WEST_BAYS, -53.0
    a, b = -31.0 + WEST_MIDDLE[0] * step, -31.0 + (WEST_MIDDLE[-1] + 1) * step
    west = profile.line(
        (-31.0, -37.6),
        (-31.0, y),
        (a, y),
        (a, y - 0.8),
        (b, y - 0.8),
        (b, y),
        (plan.TOWER_X, y),
        (plan.TOWER_X, y + plan.SUNK_M),
    )
    x, s = plan.SOUTH_M, (plan.EAST_M - plan.TOWER_Y) / SOUTH_BAYS
    c, d = plan.TOWER_Y + SOUTH_MIDDLE[0] * s, plan.TOWER_Y + (SOUTH_MIDDLE[-1] + 1) * s
    south = profile.line(
        (x - plan.SUNK_M, plan.TOWER_Y),
        (x, plan.TOWER_Y),
        (x, c),
        (x + 0.8, c),
        (x + 0.8, d),
        (x, d),
        (x, plan.EAST_M),
        (-35.5, plan.EAST_M),
        (-35.5, 35.3),
    )
    return west, south


def rear() -> MeshData:
    """Walls to the courts with plain windows, three rows."""
    pieces = []
    for k in (4, 5, 6, 7, 8, 9, 10, 11, 12, 13):
        a, b = OUTLINE[k], OUTLINE[(k + 1) % len(OUTLINE)]
        length = float(np.linalg.norm(b - a))
        bays = max(3, round(length / 5.7))
        step = length / bays
        window = SIDE if k == 4 else REAR
        places = [Placed(step / 2, z + 0.1, window) for z in LEVELS]
        bay = wall(step, TOP_M, WALL.shaded(0.97), places)
        row = transform.at(bay, [(step * i, 0.0) for i in range(bays)])
        pieces.append(transform.on_edge(row, a, b))
    eaves = profile.line((0.0, 0.0), (0.35, 0.12), (0.35, 0.3), (0.0, 0.3))
    path = np.concatenate([OUTLINE[6:], OUTLINE[:1]])
    pieces.append(extrude.sweep(eaves, path, WHITE, z_m=TOP_M - 0.3, closed=False))
    return merge(pieces)


def roofs() -> MeshData:
    """Hipped sheet roofs over the wings, with chimneys and dormers."""
    pieces = []
    for (x0, y0), (x1, y1) in plan.WINGS:
        lid = extrude.sheet(
            profile.line((x0, y0), (x1, y0), (x1, y1), (x0, y1)), TOP_M - 0.02, ROOF
        )
        run_x = 6.0 if x1 == 4.8 else 0.0
        w, d = x1 - x0 + run_x, y1 - y0
        cover = roof.hip(w - 0.5, d - 0.5, 3.0, ROOF, z_m=TOP_M)
        pieces += [lid, transform.move(cover, (x0 + x1 + run_x) / 2, (y0 + y1) / 2)]
    stack = merge(
        [extrude.box(1.0, 0.8, 2.6, BASE), extrude.box(1.2, 1.0, 0.2, WHITE, bottom_m=2.5)]
    )
    spots = [
        (-22.0, -43.0),
        (-6.0, -43.0),
        (12.0, -26.0),
        (12.0, -12.0),
        (12.0, 18.0),
        (12.0, 32.0),
        (12.0, 46.0),
        (-24.0, -8.0),
        (-26.0, 46.0),
        (-10.0, 46.0),
    ]
    pieces.append(transform.at(stack, [(x, y, TOP_M + 1.0) for x, y in spots]))
    pieces.append(transform.at(_dormer(), [(21.4, y, TOP_M) for y in _dormers()], turn_deg=90.0))
    pieces.append(transform.at(_dormer(), [(x, -50.4, TOP_M) for x in (-26.0, 5.0)]))
    return merge(pieces)


def _dormers() -> list[float]:
    return [-32.0, -18.0, 24.0, 38.0]


def _dormer() -> MeshData:
    body = block((-0.8, 0.0, 0.0), (0.8, 3.0, 1.3), WALL)
    pane = block((-0.5, -0.03, 0.3), (0.5, 0.05, 1.1), plan.FRAME)
    head = transform.move(roof.gable(2.0, 3.4, 0.7, ROOF, along_y=True), 0.0, 1.4, 1.28)
    return merge([body, pane, head])
