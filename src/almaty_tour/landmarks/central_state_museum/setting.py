"""Terrace, double stairs, drive, flower garden and trees before the Central State Museum."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, stair, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.extrude import block
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.landmarks.central_state_museum.walls import GRANITE, TERRACE_M
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, as_part, merge

STEP = Paint("granite", "#83605A")
PAVING = Paint("paving", "#A69B91")
ASPHALT = Paint("asphalt", "#77777A")
LAWN = Paint("lawn", "#678C45")
HEDGE = Paint("foliage", "#4C6B36")
DARK_RED = Paint("foliage", "#6E2630")
RED_HEDGE = (DARK_RED, Paint("foliage", "#7E3038"))
RED = (Paint("foliage", "#C93226"), Paint("foliage", "#D8402C"), Paint("foliage", "#B92A22"))
WHITE_BLOOM = (Paint("foliage", "#D9DFCB"), Paint("foliage", "#AEBF92"))
ORANGE = (Paint("foliage", "#D98A34"), Paint("foliage", "#CFA23A"), Paint("foliage", "#7E9448"))
VIOLET = (Paint("foliage", "#6A4C92"), Paint("foliage", "#8A6FB0"), Paint("foliage", "#6E8A48"))
YELLOW = (Paint("foliage", "#D8B834"), Paint("foliage", "#C7A62C"))
CURB = Paint("granite", "#BDB4AA")

BODY = profile.rectangle(111.4, 39.4)
PORTAL_FRONT_M = -25.6
TERRACE = profile.line((-24, -30.5), (24, -30.5), (24, -17.1), (-24, -17.1))
LANDING_M = 1.2
UPPER_WIDTH_M, LOWER_WIDTH_M = 31.0, 36.0
STEPS, TREAD_M = 8, 0.36
LANDING = profile.line((-18, -35.2), (18, -35.2), (18, -30.5), (-18, -30.5))
GROUND_M = 0.08
GARDEN = profile.line((-13, -92), (13, -92), (10, -52), (-10, -52))


def ground() -> MeshData:
    """Everything feet stand on, and the planted beds."""
    lawn = extrude.prism(profile.rectangle(134, 108, (0, -40)), -0.6, GROUND_M, LAWN,
                         holes=[_drive()])  # fmt: skip
    rear = extrude.prism(profile.rectangle(134, 26, (0, 27)), -0.6, GROUND_M, PAVING)
    drive = extrude.prism(_drive(), -0.6, GROUND_M - 0.01, ASPHALT, holes=[GARDEN])
    curb = extrude.sweep(profile.line((0, 0), (0.3, 0), (0.3, 0.2), (0, 0.2)), _drive(), CURB)
    paths = [
        extrude.prism(profile.rectangle(2.6, 48, (s * 32.5, -66)), -0.3, GROUND_M + 0.02, PAVING)
        for s in (-1, 1)
    ]
    banks = [_bank(s) for s in (-1, 1)]
    terrace = stair.terrace(TERRACE, TERRACE_M + 1.5, STEP, PAVING, z_m=-1.5, edge_m=0.16)
    landing = stair.terrace(LANDING, LANDING_M + 1.5, STEP, PAVING, z_m=-1.5, edge_m=0.16)
    upper = stair.straight(UPPER_WIDTH_M, TERRACE_M - LANDING_M, STEPS, STEP, tread_m=TREAD_M,
                           y_m=TERRACE[0, 1], z_m=LANDING_M)  # fmt: skip
    lower = stair.straight(
        LOWER_WIDTH_M, LANDING_M, STEPS, STEP, tread_m=TREAD_M, y_m=LANDING[0, 1]
    )
    return merge(
        [as_part(merge([lawn, rear, drive, curb, *paths, *banks, _garden()]), "garden"),
         as_part(merge([terrace, landing, upper, lower, _cheeks()]), "stairs")]
    )  # fmt: skip


def _drive() -> profile.F64:
    """The carriage drive: half an oval before the stairs, two roads down to the avenue."""
    bow = profile.arc((0.0, -47.5), (25.0, 9.6), 0.0, 180.0, 24)
    return np.concatenate([bow, [(-25.0, -92.0), (25.0, -92.0)]])


def _bank(side: float) -> MeshData:
    """The raised lawn along a wing, falling to the drive, with a clipped hedge."""
    x0, x1 = 24.0, 63.0
    outline = profile.line((x0, -27), (x1, -27), (x1, -16), (x0, -16))
    low = profile.offset(outline, 2.6)
    bank = extrude.prism(low, 0.0, 1.5, LAWN, top_outline=outline, crease_deg=0)
    hedge = block((x0 + 1, -25.6, 1.4), (x1 - 1, -24.4, 2.3), HEDGE)
    strip = profile.rectangle(30, 0.9, (x0 + 17, -30.1))
    flowers = blooms(strip, GROUND_M, YELLOW, f"museum/strip{side}", pitch_m=0.56, height_m=0.3)
    both = merge([bank, hedge, flowers])
    return both if side > 0 else transform.mirror_x(both)


def _cheeks() -> MeshData:
    """Low granite walls that end the flights, with flower boxes."""
    pieces = []
    for s in (-1.0, 1.0):
        for width, y, z, run in (
            (UPPER_WIDTH_M, -30.5, TERRACE_M, 3.4),
            (LOWER_WIDTH_M, -35.2, LANDING_M, 3.4),
        ):
            x = s * (width / 2 + 0.35)
            wall = profile.line(
                (x - 0.35, y - run), (x + 0.35, y - run), (x + 0.35, y + 0.4), (x - 0.35, y + 0.4)
            )
            pieces.append(extrude.prism(wall, -1.5, z + 0.18 - 0.6, GRANITE))
        x = s * (LOWER_WIDTH_M / 2 + 0.4)
        pieces.append(block((x - 0.9, -40.2, -0.5), (x + 0.9, -38.4, 1.1), STEP))
        box = profile.rectangle(1.6, 1.6, (x, -39.3))
        pieces.append(blooms(box, 1.1, RED, f"museum/box{s}", pitch_m=0.4, height_m=0.35))
    return merge(pieces)


def _garden() -> MeshData:
    """The flower parterre between the two roads: lawn, red oval, dark red borders."""
    z = GROUND_M + 0.06
    lawn = extrude.prism(GARDEN, -0.6, z, LAWN)
    curb = extrude.sweep(profile.line((0, 0), (0.25, 0), (0.25, 0.2), (0, 0.2)), GARDEN, CURB)
    ring = profile.ellipse(5.6, 3.6, 28) + np.array([0.0, -63.5])
    heart = profile.offset(ring, -0.7)
    white = blooms(ring, z, WHITE_BLOOM, "museum/ring", pitch_m=0.5, height_m=0.3, holes=[heart],
                   mound=WHITE_BLOOM[1])  # fmt: skip
    red = blooms(heart, z, RED, "museum/heart", pitch_m=0.62, height_m=0.42, mound=RED[2])
    hedge_left = profile.line((-12.5, -91), (-11.2, -91), (-8.9, -54), (-9.9, -54))
    sides = (hedge_left, profile.counter_clockwise(hedge_left * np.array([-1.0, 1.0])))
    hedges = [
        blooms(side, z, RED_HEDGE, f"museum/hedge{i}", pitch_m=0.8, height_m=0.55, mound=DARK_RED)
        for i, side in enumerate(sides)
    ]
    beds = [_bed(profile.rectangle(w, d, (x, y)), z, paint)
            for x, y, w, d, paint in BEDS]  # fmt: skip
    return merge([lawn, curb, white, red, *hedges, *beds])


BEDS = (
    (-3.2, -75.0, 4.0, 4.0, VIOLET), (3.2, -75.0, 4.0, 4.0, VIOLET),
    (-7.2, -82.0, 5.0, 6.0, ORANGE), (7.2, -82.0, 5.0, 6.0, ORANGE),
    (0.0, -87.0, 7.0, 3.0, RED), (0.0, -55.0, 13.0, 2.6, ORANGE),
)  # fmt: skip
"""Beds of the parterre: middle, width, depth, colours."""


def _bed(plan: profile.F64, z_m: float, paints: tuple[Paint, ...]) -> MeshData:
    """Flowers within a clipped pale border."""
    inner = profile.offset(plan, -0.55)
    name = f"museum/bed{round(plan[0, 0] * 10)}_{round(plan[0, 1] * 10)}"
    pale = WHITE_BLOOM[1]
    border = blooms(
        plan, z_m, WHITE_BLOOM, name + "/border", pitch_m=0.55, holes=[inner], mound=pale
    )
    return merge([border, blooms(inner, z_m, paints, name, pitch_m=0.56, height_m=0.3)])


def props() -> tuple[InstanceTable, ...]:
    """Spruces and bushes along the wings, elms and birches at the sides, globe lamps."""
    name = "central_state_museum"
    spruce = _mirrored(
        [(26.5, -22.8), (29.8, -23.4), (37.5, -22.6), (46.0, -23.2), (49.5, -22.6)], 1.5
    )
    bushes = _mirrored(
        [(33, -22.4), (34.6, -22.8), (41, -22.6), (42.8, -22.4), (54, -22.8), (56, -22.4)], 1.5
    )
    elms = _mirrored(np.concatenate([row((36, -89), (63, -89), 9.0), row((64, -4), (64, 34), 9.5)]))
    birches = _mirrored([(38, -80), (44.5, -81.5), (51, -79.5)])
    roses = _mirrored(
        np.concatenate([row((26.2, -52), (25.6, -88), 2.2), row((22.6, -37.6), (24.8, -41), 1.6)])
    )
    lamps = _mirrored([(19.6, -37.4), (27.5, -47), (27.5, -59), (27.5, -71), (27.5, -83)])
    terrace_lamps = _mirrored([(20.4, -29.6)], TERRACE_M)
    benches = row((34.4, -52), (34.4, -80), 7.0)
    return (
        instances("tree.spruce", spruce, name + "/spruce", scale=0.42, vary=0.2),
        instances("tree.elm", elms, name + "/elm", scale=0.95),
        instances("tree.birch", birches, name + "/birch", scale=0.95),
        instances("bush.round", bushes, name + "/bush", scale=1.7, vary=0.3),
        instances("bush.flowers", roses, name + "/rose", scale=0.9),
        instances("lamp.globe", np.concatenate([lamps, terrace_lamps]), name + "/lamp", vary=0.0),
        instances("bench.park", benches, name + "/bench/right", yaw_deg=90.0, vary=0.0),
        instances(
            "bench.park", benches * [-1.0, 1.0], name + "/bench/left", yaw_deg=-90.0, vary=0.0
        ),
    )


def _mirrored(places: npt.ArrayLike, z_m: float = GROUND_M) -> profile.F64:
    """(2k, 3) the places at one height and their mirror images across x = 0."""
    spots = np.asarray(places, np.float64)
    flat = np.column_stack([spots, np.full(len(spots), z_m)])
    return np.concatenate([flat, flat * [-1.0, 1.0, 1.0]])


def collision() -> Collision:
    """The body with its portal block; terrace, landing, flights and banks to walk on."""
    centre = profile.line(
        (-18, -15), (-18, -22), (-14, PORTAL_FRONT_M), (14, PORTAL_FRONT_M), (18, -22), (18, -15)
    )
    wings = [profile.rectangle(24, 16, (x, 27.5)) for x in (-31, 31)]
    solids = (
        stair.wall_prism(BODY, 20.6),
        stair.wall_prism(centre, 19.4),
        stair.wall_prism(profile.regular(16, 17.7), 32.0),
        *(stair.wall_prism(w, 11.0) for w in wings),
    )
    banks = [profile.line((24, -27), (63, -27), (63, -16), (24, -16)),
             profile.line((-63, -27), (-24, -27), (-24, -16), (-63, -16))]  # fmt: skip
    floors = (
        stair.floor(profile.rectangle(134, 108, (0, -40)), GROUND_M),
        stair.floor(TERRACE, TERRACE_M),
        stair.floor(LANDING, LANDING_M),
        *(stair.floor(b, 1.5) for b in banks),
        *stair.straight_floors(UPPER_WIDTH_M, TERRACE_M - LANDING_M, STEPS, tread_m=TREAD_M,
                               y_m=TERRACE[0, 1], z_m=LANDING_M),
        *stair.straight_floors(LOWER_WIDTH_M, LANDING_M, STEPS, tread_m=TREAD_M, y_m=LANDING[0, 1]),
    )  # fmt: skip
    return Collision(solids, floors)
