"""What stands about the opera: terrace, steps, clock lamps, playbill gates, pool, lawns."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, stair, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed, instances, row
from almaty_tour.kit.solid import solid
from almaty_tour.landmarks.abai_opera import body as hall
from almaty_tour.landmarks.abai_opera import ornament
from almaty_tour.landmarks.abai_opera import plan as front
from almaty_tour.landmarks.abai_opera.ornament import F64, GILT, WHITE, flat
from almaty_tour.landmarks.abai_opera.plan import TERRACE_M
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, as_part, merge

RED = Paint("granite", "#86524A")
PINK = Paint("granite", "#B58A80")
CLOCK_CASE = Paint("painted_metal", "#5C625F")
COPING = Paint("granite", "#9C6258")
PAVING = Paint("paving", "#A4938A")
LAWN = Paint("lawn", "#678C45")
HEDGE = Paint("foliage", "#4A6B34")
FLOWERS = (Paint("foliage", "#D2452C"), Paint("foliage", "#E2692E"), Paint("foliage", "#B83A3A"))
SPRAY = Paint("fountain_spray")

PRINT = Paint("lettering", "#F1DFB6")
PRINT_FINE = Paint("plaster", "#CDBB97")
BILLS = (
    (Paint("painted_metal", "#7A1F2B"), "ОПЕРА"),
    (Paint("painted_metal", "#173A5E"), "БАЛЕТ"),
)
"""Colour and word of the playbills; the words are the same in Kazakh and Russian."""

TERRACE = profile.line((-37, -51.5), (37, -51.5), (37, 49.5), (-37, 49.5))
STEPS = 7
TREAD_M = 0.36
STAIR_WIDTH_M = 36.0
GROUND_M = 0.08
LAMPS = ((-19.8, -50.2), (19.8, -50.2))
POOL = (36.0, 12.0)
POOL_Y_M = -73.0
BLOCKS = ((-14.2, POOL_Y_M), (14.2, POOL_Y_M))


def ground() -> MeshData:
    """Plaza, terrace, steps, lawns: everything feet stand on."""
    plaza = extrude.prism(profile.rectangle(92, 60, (0, -62)), -0.6, GROUND_M, PAVING,
                          holes=[profile.rectangle(*POOL, (0, POOL_Y_M))])  # fmt: skip
    lawns = [
        extrude.prism(profile.rectangle(18.6, 83, (s * 46.5, 9.5)), -0.6, GROUND_M + 0.04, LAWN)
        for s in (-1, 1)
    ]
    terrace = stair.terrace(TERRACE, TERRACE_M + 1.5, RED, PAVING, z_m=-1.5, edge_m=0.14)
    flight = stair.straight(STAIR_WIDTH_M, TERRACE_M, STEPS, RED, tread_m=TREAD_M,
                            y_m=TERRACE[0, 1])  # fmt: skip
    return as_part(merge([plaza, *lawns, terrace, flight, _beds(), _hedges()]), "steps")


def _hedges() -> MeshData:
    """A clipped hedge along the edge of the terrace, open at the steps."""
    z, edge = TERRACE_M, 36.5
    runs = [
        block((s * edge - 0.35, -51.0, z), (s * edge + 0.35, 49.0, z + 0.75), HEDGE)
        for s in (-1, 1)
    ]
    runs += [
        block(
            (min(s * 28.4, s * 36.5), -51.2, z), (max(s * 28.4, s * 36.5), -50.5, z + 0.75), HEDGE
        )
        for s in (-1, 1)
    ]
    return merge(runs)


def _beds() -> MeshData:
    """Flower strips along the terrace and round the lawns of the forecourt."""
    pieces = []
    for x in (-27.8, 27.8):
        curb = profile.rectangle(18.2, 2.3, (x, -52.7))
        pieces.append(extrude.prism(curb, -0.3, 0.34, PINK))
        pieces.append(_bed(profile.rectangle(17.7, 1.8, (x, -52.7)), 0.34))
    for x in (-33.0, 33.0):
        curb = profile.rectangle(13, 17, (x, -73))
        pieces.append(extrude.prism(curb, -0.3, 0.26, PINK))
        pieces.append(extrude.prism(profile.rectangle(12.4, 16.4, (x, -73)), 0.26, 0.3, LAWN))
        pieces.append(_bed(profile.rectangle(9, 3, (x, -73)), 0.3))
    return merge(pieces)


def _bed(outline: F64, z_m: float) -> MeshData:
    """A low mound of green with flowers in three reds."""
    rim = extrude.prism(outline, z_m, z_m + 0.18, HEDGE,
                        top_outline=profile.offset(outline, -0.12))  # fmt: skip
    return merge(
        [
            rim,
            blooms(
                profile.offset(outline, -0.2), z_m + 0.14, FLOWERS, "abai_opera/bed", pitch_m=0.76
            ),
        ]
    )


def objects() -> MeshData:
    """Clock lamps, playbill gates, flag, pool and fountain."""
    lamp = _clock_lamp()
    lamps = transform.at(lamp, [(x, y, TERRACE_M) for x, y in LAMPS])
    places = [(x, -49.6, TERRACE_M) for x in (-24.6, 24.6)]
    gates, bills = transform.at(_gate(), places), transform.at(_bills(), places)
    return merge(
        [as_part(lamps, "clock_lamps"), as_part(gates, "gates"),
         as_part(bills, "playbills"), as_part(_flag(), "flag"), as_part(_pool(), "fountain")]
    )  # fmt: skip


# Clock lamp -------------------------------------------------------------------------------


def _clock_lamp() -> MeshData:
    """White shaft on a pink granite block, ring of lanterns, four clock faces, an eagle."""
    steps = [
        extrude.box(2.7 - 0.3 * i, 2.7 - 0.3 * i, 0.28, PINK, bottom_m=0.28 * i) for i in range(2)
    ]
    die = extrude.prism(profile.rectangle(1.85, 1.85), 0.56, 1.65, PINK.shaded(0.85),
                        top_outline=profile.rectangle(1.6, 1.6), crease_deg=0)  # fmt: skip
    section = profile.line((0.72, 1.65), (0.72, 1.8), (0.5, 2.0), (0.34, 2.5), (0.36, 2.62),
                           (0.29, 2.7), (0.16, 6.2), (0.26, 6.3), (0.26, 6.42), (0.14, 6.5),
                           (0.12, 7.3), (0.2, 7.4))  # fmt: skip
    shaft = lathe.lathe(section, WHITE, sides=10)
    rings = [
        transform.move(lathe.cylinder(r, 0.12, GILT, sides=8), z=z)
        for r, z in ((0.4, 2.5), (0.3, 6.3), (0.2, 7.2))
    ]
    arms = transform.around(_lantern_arm(), 4, 0.0, start_deg=-45)
    clock = merge(
        [
            extrude.prism(profile.regular(8, 0.5, 22.5), 7.35, 8.35, CLOCK_CASE, crease_deg=0),
            transform.around(_clock_face(), 4),
            transform.move(lathe.cylinder(0.52, 0.14, GILT, top_radius_m=0.2, sides=12), z=8.35),
        ]
    )  # fmt: skip
    eagle = transform.move(_eagle(), z=8.5)
    return merge([*steps, die, shaft, *rings, arms, clock, eagle])


def _lantern_arm() -> MeshData:
    arm = panel(profile.line((-0.035, 0), (0.035, 0), (0.035, 0.06), (-0.035, 0.06)), -0.85, -0.1,
                GILT)  # fmt: skip
    glass = lathe.lathe(profile.line((0.07, 0), (0.17, 0.36), (0.17, 0.42)), Paint("lamp_glass"),
                        sides=6)  # fmt: skip
    cap = lathe.lathe(profile.line((0.2, 0.42), (0.06, 0.6), (0.03, 0.74)), GILT, sides=6)
    base = lathe.lathe(profile.line((0.03, -0.2), (0.09, 0.0)), GILT, sides=6)
    lantern = transform.move(merge([glass, cap, base]), 0, -0.88, 0.2)
    return transform.move(merge([arm, lantern]), z=6.5)


def _clock_face() -> MeshData:
    disc = panel(profile.circle(0.4, 16), -0.53, -0.4, Paint("lettering", "#F4F1E6"))
    rim = panel(profile.circle(0.46, 16), -0.55, -0.42, GILT, holes=[profile.circle(0.4, 16)])
    dark = Paint("painted_metal", "#20242A")
    hands = [
        panel(
            profile.line((-0.02, 0), (0.02, 0), (0.012, 0.3), (-0.012, 0.3)), -0.545, -0.53, dark
        ),
        panel(profile.line((0, -0.02), (0.2, 0.1), (0.18, 0.13), (0, 0.02)), -0.545, -0.53, dark),
    ]
    return transform.move(merge([disc, rim, *hands]), z=7.86)


def _eagle() -> MeshData:
    wing = profile.smooth(
        [(0, 0.1), (0.3, 0.32), (0.62, 0.3), (0.8, 0.12), (0.5, 0.06), (0.2, 0.0)], 2, closed=True
    )
    plate = panel(profile.counter_clockwise(wing), -0.05, 0.05, GILT)
    body = transform.scale(lathe.sphere(0.17, GILT, sides=8), 0.8, 1.2, 1.3)
    head = transform.move(lathe.sphere(0.09, GILT, sides=6), 0, -0.1, 0.3)
    return transform.move(merge([plate, transform.mirror_x(plate), body, head]), z=0.15)


# Gates and flag ---------------------------------------------------------------------------


def _gate() -> MeshData:
    """A white frame with two small columns that holds the playbills."""
    post = merge(
        [
            extrude.box(0.42, 0.42, 0.4, WHITE),
            extrude.prism(profile.rectangle(0.32, 0.32), 0.4, 2.5, WHITE,
                          top_outline=profile.rectangle(0.26, 0.26), crease_deg=0),
            extrude.box(0.4, 0.4, 0.16, WHITE, bottom_m=2.5),
        ]
    )  # fmt: skip
    posts = transform.at(post, [(-1.25, 0, 0), (1.25, 0, 0)])
    beam = extrude.box(3.0, 0.42, 0.3, WHITE, bottom_m=2.66)
    crown = extrude.sweep(profile.cornice(0.3, 0.2), profile.rectangle(3.0, 0.42), WHITE, z_m=2.96)
    lid = extrude.box(3.0, 0.42, 0.28, WHITE, bottom_m=2.96)
    board = block((-0.95, -0.04, 0.6), (0.95, 0.04, 2.4), Paint("painted_metal", "#C9BFA8"))
    frame = panel(profile.rectangle(2.1, 2.0, (0, 1.5)), -0.1, 0.1, GILT,
                  holes=[profile.rectangle(1.86, 1.76, (0, 1.5))])  # fmt: skip
    return merge([posts, beam, crown, lid, board, frame])


def _bills() -> MeshData:
    """The two playbills on the board of a gate."""
    return merge(
        [
            transform.move(_bill(paint, word), x, -0.05, 0.68)
            for x, (paint, word) in zip((-0.46, 0.46), BILLS, strict=True)
        ]
    )


def _bill(paint: Paint, word: str) -> MeshData:
    """A playbill, 0.84 by 1.64 m on the plane y = 0: a word, ornament, rows of print."""
    sheet = flat(profile.rectangle(0.84, 1.64, (0, 0.82)), 0.0, paint)
    rim = [flat(profile.rectangle(0.76, 0.012, (0, z)), -0.004, GILT) for z in (0.04, 1.6)]
    rosette = transform.move(ornament.scroll_print(0.74, 0.30), 0, 0.02, 0.95)
    title = transform.move(lettering(word, 0.13, PRINT, out_m=0.008, bold_m=0.006), 0, 0, 1.36)
    lines = [
        flat(profile.rectangle(0.60 * share, 0.022, (0, 0.66 - 0.072 * k)), -0.004, PRINT_FINE)
        for k, share in enumerate((0.8, 1.0, 0.9, 0.6, 0.0, 1.0, 0.7, 0.4)) if share
    ]  # fmt: skip
    return merge([sheet, *rim, rosette, title, *lines])


def _flag() -> MeshData:
    """The pole in the middle of the cresting with the sky-blue flag."""
    pole = transform.move(lathe.cylinder(0.06, 5.2, Paint("steel"), sides=8), 0, -42.6, 20.7)
    x = np.linspace(0.0, 1.8, 9)
    wave = 0.12 * np.sin(x * 3.2)
    top = np.stack([x + 0.06, wave], axis=1)
    band = np.concatenate([top + np.array([0.0, 0.015]), (top - np.array([0.0, 0.015]))[::-1]])
    cloth = extrude.prism(
        profile.counter_clockwise(band), 24.6, 25.6, Paint("painted_metal", "#27A7C8")
    )
    sun = panel(profile.star(16, 0.24, 0.16), -0.06, 0.06, Paint("painted_metal", "#F2C53A"))
    sun = transform.move(sun, 0.92, 0.03, 25.1)
    return merge([pole, transform.move(merge([cloth, sun]), 0, -42.6)])


# Pool -------------------------------------------------------------------------------------


def _pool() -> MeshData:
    """A rectangular basin with a red granite rim, two square blocks and rows of jets."""
    outer, inner = profile.rectangle(*POOL), profile.rectangle(POOL[0] - 1.6, POOL[1] - 1.6)
    rim = extrude.prism(profile.offset(outer, 0.1), -0.8, 0.5, RED, holes=[inner])
    coping = extrude.prism(profile.offset(outer, 0.22), 0.5, 0.62, COPING,
                           holes=[profile.offset(inner, -0.06)])  # fmt: skip
    bed = extrude.sheet(inner, -0.6, Paint("granite", "#5C7A80"))
    water = extrude.sheet(inner, 0.3, Paint("pool_water"))
    stones = transform.at(_pool_block(), [(x, 0.0) for x, _ in BLOCKS])
    x = np.concatenate([np.linspace(-10.8, -3.6, 5), np.linspace(3.6, 10.8, 5)])
    rows = [
        transform.at(
            _jet(h, f"abai_opera/jet{y}"), np.column_stack([x, np.full(10, y)]), turn_deg=x * 37
        )
        for h, y in ((4.4, 2.2), (1.8, -2.6))
    ]
    basin = merge([rim, coping, bed, water, stones, *rows])
    return transform.move(basin, 0.0, POOL_Y_M)


def _pool_block() -> MeshData:
    low = extrude.box(3.6, 3.6, 1.5, RED, bottom_m=-0.6)
    top = extrude.box(3.9, 3.9, 0.22, COPING, bottom_m=0.9)
    return merge([low, top])


def _jet(height_m: float, name: str, drops: int = 54) -> MeshData:
    """A thin stream in a cloud of falling drops, placed by the integer hash of `name`."""
    h, seed = height_m, hashed(name, drops)
    level = fraction(seed, 1) ** 0.6
    spread = 0.05 * h * (0.25 + (1.0 - level) ** 0.5) * np.sqrt(fraction(seed, 2))
    turn = 2 * np.pi * fraction(seed, 3)
    size = 0.048 + 0.066 * fraction(seed, 4)
    places = np.column_stack(
        [spread * np.cos(turn), spread * np.sin(turn), 0.3 + level * (h - 0.3)]
    )
    drop = solid(
        [(0.35, 0, 0), (-0.2, 0.3, 0), (-0.2, -0.3, 0), (0, 0, 1.7), (0, 0, -1.1)],
        [(0, 1, 3), (1, 2, 3), (2, 0, 3), (1, 0, 4), (2, 1, 4), (0, 2, 4)],
        SPRAY,
    )
    cloud = transform.at(drop, places, turn_deg=np.degrees(turn), scale_by=size)
    return merge(
        [lathe.cylinder(0.05, h - 0.5, SPRAY, top_radius_m=0.02, bottom_m=0.25, sides=5), cloud]
    )


# Props and collision ----------------------------------------------------------------------


def props() -> tuple[InstanceTable, ...]:
    """Trees in the parks on both sides, lamps along the forecourt, benches by the pool."""
    name = "abai_opera"
    elms = _mirrored(
        np.concatenate([row((43.5, -2), (43.5, 46), 9.5), row((53.5, -12), (53.5, 46), 10.0)])
    )
    oaks = _mirrored(row((48.5, 2), (48.5, 42), 12.0))
    spruces = _mirrored(row((38.0, -79.0), (38.0, -79.0), 4.5)[:1])
    lamps = _mirrored(
        np.concatenate([row((22.5, -62), (22.5, -86), 8.0), row((34.6, -40), (34.6, 40), 16)])
    )
    lamps[np.abs(lamps[:, 0]) > 30, 2] = TERRACE_M
    bushes = _mirrored(row((29, -67), (29, -79), 2.4))
    benches = row((22.6, -66), (22.6, -80), 4.5)
    return (
        instances("tree.elm", elms, name + "/elm", scale=1.05),
        instances("tree.oak", oaks, name + "/oak", scale=1.1),
        instances("tree.spruce", spruces, name + "/spruce", scale=0.5, vary=0.1),
        instances("lamp.cluster", lamps, name + "/lamp", yaw_deg=0.0, vary=0.0),
        instances("bush.round", bushes, name + "/bush", scale=1.1),
        instances("bench.park", benches, name + "/bench/right", yaw_deg=-90.0, vary=0.0),
        instances(
            "bench.park", benches * [-1.0, 1.0], name + "/bench/left", yaw_deg=90.0, vary=0.0
        ),
    )


def _mirrored(places: F64) -> F64:
    """(2k, 3) the places on the ground and their mirror images across x = 0."""
    flat = np.column_stack([places, np.full(len(places), GROUND_M)])
    return np.concatenate([flat, flat * [-1.0, 1.0, 1.0]])


def collision() -> Collision:
    """Body, portal, shoulder and the heavy things before them; terrace and steps to walk on."""
    portal = profile.rectangle(2 * front.HALF_M + 0.8, 12, (0, front.FRONT_M + 5.6))
    block_ = profile.rectangle(35, 23.6, (0, 13.75))
    pool = profile.rectangle(POOL[0] + 0.4, POOL[1] + 0.4, (0, POOL_Y_M))
    solids = (
        stair.wall_prism(profile.offset(hall.OUTLINE, 0.35), 18.6),
        stair.wall_prism(portal, front.CREST_M),
        stair.wall_prism(block_, 26.0),
        stair.wall_prism(pool, 1.2),
        *(stair.wall_prism(profile.rectangle(2.8, 2.8, at), 9.5) for at in LAMPS),
        *(stair.wall_prism(profile.rectangle(3.2, 0.8, (x, -49.6)), 4.2) for x in (-24.6, 24.6)),
    )
    floors = (
        stair.floor(profile.rectangle(92, 60, (0, -62)), GROUND_M),
        stair.floor(TERRACE, TERRACE_M),
        *stair.straight_floors(STAIR_WIDTH_M, TERRACE_M, STEPS, tread_m=TREAD_M, y_m=TERRACE[0, 1]),
    )
    return Collision(solids, floors)
