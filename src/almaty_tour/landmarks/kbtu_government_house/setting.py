"""Terrace, bench tiers, striped forecourt, dry fountain, courts and trees of Government House."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, pool, profile, stair, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed, instances, row
from almaty_tour.kit.profile import F64
from almaty_tour.kit.solid import solid
from almaty_tour.landmarks._shared.bare import UNDER, bare
from almaty_tour.landmarks.kbtu_government_house import plan
from almaty_tour.landmarks.kbtu_government_house.plan import RED_STEP, STEP, TERRACE_M, TIMBER
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Prism, as_part, merge

GREY = Paint("paving", "#9E978D")
ROSE = Paint("paving", "#A47F71")
DARK = Paint("paving", "#7C675C")
LAWN = Paint("lawn", "#6A8F47")
CURB = Paint("granite", "#B9B0A4")
WHITE = Paint("concrete", "#EFEDE8")
HEDGE = (Paint("foliage", "#4B6B36"), Paint("foliage", "#57793D"))
RED = (Paint("foliage", "#C8342A"), Paint("foliage", "#D9563A"), Paint("foliage", "#E8D9C8"))
YELLOW = (Paint("foliage", "#E0B93C"), Paint("foliage", "#D99A2E"), Paint("foliage", "#7E9448"))

GROUND_M = 0.06
PLAZA = ((-31.0, -97.0), (31.0, -54.6))
FIELD = profile.line((-58.5, -97.5), (58.5, -97.5), (58.5, 71.0), (-58.5, 71.0))
TERRACE_FRONT_M = -54.6
STAIR_WIDTH_M, STEPS, TREAD_M = 23.0, 10, 0.4
TERRACE = profile.line(
    (-31.0, TERRACE_FRONT_M), (31.0, TERRACE_FRONT_M), (31.0, -42.0), (-31.0, -42.0)
)
TIER_X_M = (12.2, 30.4)
FOUNTAIN = profile.rectangle(20.0, 9.0, (44.5, -66.0))
RAMP_X_M, RAMP_Y_M, RAMP_STEPS = (-46.0, -31.0), (-48.6, -46.0), 9


def ground() -> MeshData:
    """Everything feet stand on, with its beds, and the fountain as a part of its own."""
    return merge(
        [
            as_part(merge([_terrace(), _tiers(), _ramp()]), "stairs"),
            as_part(merge([_plaza(), _sides(), _inner_courts()]), "forecourt"),
            as_part(_fountain(), "fountain"),
        ]
    )


def _terrace() -> MeshData:
    """The paved podium under the portico and the broad flight before it."""
    podium = extrude.prism(TERRACE, -1.5, TERRACE_M - 0.02, RED_STEP, top=False)
    top = tiles((-31.0, TERRACE_FRONT_M), (31.0, -40.2), TERRACE_M, GREY, 3.0)
    edge = extrude.sweep(profile.line((0, 0), (0.1, 0), (0.1, 0.2), (0, 0.2)), TERRACE, STEP,
                         z_m=TERRACE_M - 0.2)  # fmt: skip
    flight = stair.straight(STAIR_WIDTH_M, TERRACE_M, STEPS, STEP, tread_m=TREAD_M,
                            y_m=TERRACE_FRONT_M)  # fmt: skip
    return merge([podium, top, edge, diced(flight, 5.0)])


def _tiers() -> MeshData:
    """Three stepped tiers of red granite on each side, with dark timber seats."""
    x0, x1 = TIER_X_M
    pieces = []
    for k, (out, top) in enumerate(((4.4, 0.42), (3.0, 0.82), (1.6, 1.2))):
        y = TERRACE_FRONT_M - out
        pieces.append(block((x0, y, -1.5 + 0.02 * k), (x1, TERRACE_FRONT_M, top), RED_STEP))
        starts = np.array([x0 + 0.8, x0 + 7.6, x0 + 14.0]) + 0.9 * (k % 2)
        seat = block((0.0, y + 0.1, top), (3.4, y + 0.75, top + 0.12), TIMBER)
        front = block((0.0, y - 0.06, top - 0.36), (3.4, y + 0.1, top + 0.12), TIMBER)
        both = bare(merge([seat, front]), UNDER)
        pieces.append(transform.at(both, np.column_stack([starts, 0 * starts])))
    y0, y1 = TERRACE_FRONT_M - 4.8, TERRACE_FRONT_M
    pieces += [block((x, y0, -1.5), (x + 0.7, y1, 1.32), RED_STEP) for x in (x0 - 0.35, x1 - 0.35)]
    right = merge(pieces)
    return merge([right, transform.mirror_x(right)])


def _ramp() -> MeshData:
    """The ramp along the south-west corner, with a low wall."""
    (x0, x1), (y0, y1) = RAMP_X_M, RAMP_Y_M
    section = profile.line((x0, 0.0), (x1, 0.0), (x1, TERRACE_M))
    slope = extrude.panel(section, y0, y1, STEP)
    low = profile.line((x0, -1.5), (x1, -1.5), (x1, TERRACE_M + 0.5), (x0, 0.5))
    wall = extrude.panel(low, y0 - 0.35, y0, RED_STEP)
    foot = block((x0, y0, -1.5), (x1, y1, 0.0), RED_STEP)
    return merge([slope, wall, foot])


def _plaza() -> MeshData:
    """Grey paving with rose bands across and two darker strips along the axis."""
    (x0, y0), (x1, y1) = PLAZA
    base = extrude.prism(FIELD, -1.0, 0.0, CURB, holes=[_building(), _plaza_edge()], top=False)
    floor = tiles((x0, y0), (x1, y1), GROUND_M, GREY, 4.0)
    z = GROUND_M + 0.03
    cross = [tiles((x0, y), (x1, y + 1.1), z, ROSE, 6.0) for y in np.arange(y0 + 3, y1 - 5, 6.2)]
    along = [tiles((x, y0), (x + 1.5, y1 - 4.2), z + 0.03, DARK, 6.0) for x in (-4.6, 3.1)]
    sides = [tiles((x, y0), (x + 0.9, y1 - 5.0), z + 0.03, ROSE, 6.0)
             for x in (-24.0, -14.0, 13.1, 23.1)]  # fmt: skip
    boxes = [_planter(x, y) for x in (-27.5, 27.5) for y in (-66.0, -74.0, -82.0, -90.0)]
    return merge([base, floor, *cross, *along, *sides, *boxes])


def _plaza_edge() -> F64:
    (x0, y0), (x1, y1) = PLAZA
    return profile.line((x0, y0), (x1, y0), (x1, y1), (x0, y1))


def _building() -> F64:
    return profile.offset(plan.OUTLINE, -0.4)


def _planter(x_m: float, y_m: float) -> MeshData:
    box = profile.rectangle(3.6, 1.3, (x_m, y_m))
    shell = extrude.prism(box, 0.0, 0.62, WHITE, holes=[profile.offset(box, -0.14)])
    return merge([shell, blooms(profile.offset(box, -0.14), 0.5, RED, f"kbtu/box{x_m}{y_m}",
                                pitch_m=0.68, height_m=0.4)])  # fmt: skip


def _sides() -> MeshData:
    """Lawns with hedges and beds beside the plaza; paved walks round the wings."""
    pieces = []
    z = GROUND_M
    lawn = [((32.4, -96.4), (57.4, -74.5)), ((32.4, -57.5), (57.4, -50.0))]
    for low, high in lawn:
        pieces.append(tiles(low, high, z + 0.04, LAWN, 5.0))
    pieces.append(tiles((31.0, -97.0), (58.0, -40.0), z, GREY.shaded(0.94), 5.0))
    pieces.append(tiles((53.0, -40.0), (58.0, 70.5), z, GREY.shaded(0.9), 5.0))
    pieces.append(tiles((34.8, 66.2), (53.0, 70.5), z, GREY.shaded(0.9), 5.0))
    hedge = profile.rectangle(22.0, 0.9, (44.9, -95.2))
    pieces.append(blooms(hedge, z, HEDGE, "kbtu/hedge", pitch_m=0.95, height_m=0.8))
    oval = profile.ellipse(7.0, 3.2, 28) + np.array([44.9, -86.5])
    heart = profile.offset(oval, -0.8)
    pieces.append(blooms(oval, z + 0.02, YELLOW, "kbtu/ring", pitch_m=0.95, holes=[heart]))
    pieces.append(blooms(heart, z + 0.02, RED, "kbtu/heart", pitch_m=1.0))
    right = merge(pieces)
    return merge([right, transform.mirror_x(right)])


def _inner_courts() -> MeshData:
    """Grass, crossing paths and a round bed in every court."""
    pieces = []
    for index, (y0, y1) in enumerate(((-21.4, 13.1), (26.3, 66.0))):
        x0, x1 = plan.TONGUE_M + 0.4, plan.COURT_M - 0.4
        xm, ym = (x0 + x1) / 2, (y0 + y1) / 2
        pieces.append(tiles((x0, y0), (x1, y1), GROUND_M, GREY.shaded(0.88), 3.5))
        for cx in (x0 + 6.2, x1 - 6.2):
            for cy in ((y0 + ym) / 2 - 0.6, (y1 + ym) / 2 + 0.6):
                w, d = 8.4, (y1 - y0) / 2 - 5.2
                pieces.append(tiles((cx - w / 2, cy - d / 2), (cx + w / 2, cy + d / 2),
                                    GROUND_M + 0.04, LAWN, 3.0))  # fmt: skip
        bed = profile.circle(2.2, 20) + np.array([xm, ym])
        pieces.append(blooms(bed, GROUND_M, RED, f"kbtu/court{index}", pitch_m=1.0))
    right = merge(pieces)
    return merge([right, transform.mirror_x(right)])


def _fountain() -> MeshData:
    """The dry fountain east of the plaza: a dark sheet of water on granite, rows of jets."""
    floor = extrude.prism(profile.offset(FOUNTAIN, 0.5), -0.5, GROUND_M + 0.1, CURB,
                          holes=[FOUNTAIN])  # fmt: skip
    water = extrude.sheet(FOUNTAIN, GROUND_M + 0.05, pool.WATER)
    x = np.linspace(36.0, 53.0, 11)
    jets = [
        transform.at(_jet(h), np.column_stack([x, np.full(11, y), np.full(11, GROUND_M + 0.04)]),
                     turn_deg=x * 41.0)
        for y, h in ((-67.8, 3.0), (-64.2, 4.2))
    ]  # fmt: skip
    return merge([floor, water, *jets])


def _jet(height_m: float, drops: int = 16) -> MeshData:
    """A thin stream in a cloud of falling drops."""
    seed = hashed("kbtu_government_house/jet", drops)
    level = fraction(seed, 1) ** 0.6
    spread = 0.07 * height_m * (0.25 + (1.0 - level) ** 0.5) * np.sqrt(fraction(seed, 2))
    turn = 2 * np.pi * fraction(seed, 3)
    places = np.column_stack(
        [spread * np.cos(turn), spread * np.sin(turn), level * (height_m - 0.2)]
    )
    drop = solid([(0.4, 0, 0), (-0.2, 0.35, 0), (-0.2, -0.35, 0), (0, 0, 1.9), (0, 0, -1.2)],
                 [(0, 1, 3), (1, 2, 3), (2, 0, 3), (1, 0, 4), (2, 1, 4), (0, 2, 4)],
                 pool.SPRAY, crease_deg=180.0)  # fmt: skip
    cloud = transform.at(drop, places, turn_deg=np.degrees(turn),
                         scale_by=0.075 + 0.08 * fraction(seed, 4))  # fmt: skip
    stream = lathe.lathe(profile.line((0.05, 0.0), (0.06, 0.7 * height_m), (0.0, height_m)),
                         pool.SPRAY, sides=5)  # fmt: skip
    return merge([stream, cloud])


def props() -> tuple[InstanceTable, ...]:
    """Lamps on the plaza, thujas and red maples by the wings, flags on the roof."""
    name = "kbtu_government_house"
    lamps = np.concatenate([row((30.0, -95.0), (30.0, -62.0), 8.3), [(33.6, -52.0)]])
    walk = row((55.6, -30.0), (55.6, 62.0), 18.4)
    thuja = np.concatenate([row((33.2, -51.8), (50.0, -51.8), 3.4)])
    maples = np.concatenate([row((35.0, -45.0), (51.0, -45.0), 4.4)])
    apples = row((56.4, -90.0), (56.4, -78.0), 12.0)
    court = np.array([(16.5, -12.0), (28.6, 4.0), (16.5, 35.0), (28.6, 56.0), (28.6, -12.0)])
    benches = row((34.2, -73.6), (55.0, -73.6), 5.2)
    z = plan.RISE_M - 0.1
    flags = [(0.0, -46.8, z)]
    plain = [(-16.8, -46.8, z), (16.8, -46.8, z)]
    return (
        instances("lamp.cluster", _both(lamps), name + "/lamp", scale=1.7, vary=0.0, yaw_deg=0.0),
        instances("lamp.globe", _both(walk), name + "/walk", vary=0.0),
        instances("tree.spruce", _both(thuja[1::2]), name + "/spruce", scale=0.24, vary=0.12),
        instances("bush.round", _both(thuja[::2]), name + "/thuja", scale=1.2),
        instances("tree.apple", _both(maples), name + "/maple", scale=0.9, vary=0.2),
        instances("tree.apple", _both(apples), name + "/apple", scale=1.1),
        instances("tree.birch", _both(court), name + "/court", scale=0.85),
        instances("bench.park", _both(benches), name + "/bench", yaw_deg=180.0, vary=0.0),
        instances("flag.kazakhstan", flags, name + "/flag", yaw_deg=0.0, vary=0.0),
        instances("flag.plain", plain, name + "/flags", yaw_deg=0.0, scale=0.8, vary=0.0),
    )


def _both(places: F64) -> F64:
    """(2k, 3) the places on the ground and their mirror images across x = 0."""
    flat = np.column_stack([places, np.full(len(places), GROUND_M)])
    return np.concatenate([flat, flat * [-1.0, 1.0, 1.0]])


def collision() -> Collision:
    """Wings round their courts, pylons, columns, tiers; terrace, flight and ramp to walk on."""
    side = (plan.HALF_M + plan.COURT_M) / 2
    width = plan.HALF_M - plan.COURT_M
    length, middle = plan.BACK_M - plan.WING_M, (plan.BACK_M + plan.WING_M) / 2
    tongue = (plan.TONGUE_BACK_M + plan.COURT_FRONT_M) / 2
    link = plan.LINK_M - plan.COURT_BACK_M
    front = plan.COURT_FRONT_M - plan.WING_M
    bars = (
        *(profile.rectangle(width, length, (s * side, middle)) for s in (-1, 1)),
        profile.rectangle(2 * plan.COURT_M, front, (0, plan.WING_M + front / 2)),
        profile.rectangle(2 * plan.COURT_M, link, (0, plan.COURT_BACK_M + link / 2)),
        profile.rectangle(2 * plan.TONGUE_M, plan.TONGUE_BACK_M - plan.COURT_FRONT_M, (0, tongue)),
        profile.rectangle(2 * plan.RISE_HALF_M, 4.4, (0, plan.HALL_M + 2.2)),
    )
    shafts = (np.arange(8) - 3.5) * plan.PITCH_M
    tier = TIER_X_M[1] - TIER_X_M[0]
    solids = (
        *(stair.wall_prism(bar, plan.WING_TOP_M) for bar in bars),
        *(stair.wall_prism(profile.rectangle(4.8, 4.0, (s * 21.4, -48.4)), 17.0) for s in (-1, 1)),
        *(stair.wall_prism(profile.rectangle(1.6, 1.6, (x, -49.1)), 17.0) for x in shafts),
        *(stair.wall_prism(profile.rectangle(tier, 4.4, (s * sum(TIER_X_M) / 2,
                           TERRACE_FRONT_M - 2.2)), 1.2) for s in (-1, 1)),
    )  # fmt: skip
    floors = (
        stair.floor(FIELD, GROUND_M),
        stair.floor(TERRACE, TERRACE_M),
        *stair.straight_floors(STAIR_WIDTH_M, TERRACE_M, STEPS, tread_m=TREAD_M,
                               y_m=TERRACE_FRONT_M),
        *_ramp_floors(),
    )  # fmt: skip
    return Collision(solids, floors)


def _ramp_floors() -> tuple[Prism, ...]:
    (x0, x1), (y0, y1) = RAMP_X_M, RAMP_Y_M
    run = (x1 - x0) / RAMP_STEPS
    levels = TERRACE_M * (np.arange(RAMP_STEPS) + 0.5) / RAMP_STEPS
    return tuple(
        stair.floor(profile.rectangle(run, y1 - y0, (x0 + (k + 0.5) * run, (y0 + y1) / 2)), top)
        for k, top in enumerate(levels.tolist())
    )
