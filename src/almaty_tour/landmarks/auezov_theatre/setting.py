"""What lies about the theatre: terrace and steps, square, long fountain, lamps, beds, trees."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, spray, stair, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.tube import tube
from almaty_tour.landmarks._shared.bare import BACK, LEFT, RIGHT, UNDER, bare
from almaty_tour.landmarks.auezov_theatre import statue as writer
from almaty_tour.landmarks.auezov_theatre.plan import (
    BACK_M,
    BACK_TOP_M,
    COPING,
    FRONT_M,
    GROUND_M,
    PAVING,
    PODIUM,
    REAR_M,
    REAR_SIDE_M,
    RECESS_M,
    SHIELDS_END_M,
    SIDE_M,
    STAIR_M,
    STEP,
    STEPS,
    TERRACE,
    TERRACE_M,
    TOP_M,
    TREAD_M,
)
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, as_part, merge

F64 = npt.NDArray[np.float64]

SQUARE = profile.rectangle(116.0, 46.0, (0.0, -77.0))
POOL = (48.0, 8.4)
POOL_Y_M = -83.0
BAND = Paint("paving", "#8F877B")
WAVE = Paint("granite", "#3E3C3A")
LAWN = Paint("lawn", "#688C47")
WHITE = Paint("painted_metal", "#F2F2EE")
IRON = Paint("painted_metal", "#3A3F42")
TULIPS = (Paint("foliage", "#F2C21E"), Paint("foliage", "#F6CF3A"), Paint("foliage", "#6E2A5E"))
BEDS = ((-38.0, -72.0), (38.0, -72.0), (-38.0, -93.0), (38.0, -93.0))
CAGES = ((-35.5, -51.5), (35.5, -51.5), (-15.0, -52.0), (15.0, -52.0))
LAMPS = [
    (-29.0, -55.0),
    (29.0, -55.0),
    (-42.5, -52.0),
    (42.5, -52.0),
    (-42.5, -24.0),
    (42.5, -24.0),
]
STREET_LAMPS = [
    (s * x, y) for s in (-1, 1) for x, y in ((27.5, -66), (27.5, -90), (52, -66), (52, -90))
]


def ground() -> MeshData:
    """Square with its bands, terrace, steps, lawns."""
    square = extrude.prism(
        SQUARE,
        -0.6,
        GROUND_M,
        PAVING,
        holes=[profile.rectangle(*POOL, (0, POOL_Y_M))],
        bottom=False,
    )
    lanes = [profile.rectangle(13.0, 108.0, (s * 52.5, 3.0)) for s in (-1, 1)]
    lawns = [extrude.prism(lane, -0.6, GROUND_M + 0.06, LAWN, bottom=False) for lane in lanes]
    yard = extrude.prism(
        profile.rectangle(92.0, 9.0, (0.0, BACK_M + 3.5)),
        -0.6,
        GROUND_M - 0.02,
        Paint("asphalt", "#6E6C69"),
        bottom=False,
    )
    sides = [
        extrude.prism(
            profile.rectangle(13.0, 50.0, (s * 39.5, 29.0)),
            -0.6,
            GROUND_M,
            PAVING.shaded(0.9),
            bottom=False,
        )
        for s in (-1, 1)
    ]
    return as_part(diced(merge([square, *lawns, yard, *sides, _bands()]), 12.0), "square")


def _bands() -> MeshData:
    """Darker strips of paving across and along the square, two centimetres proud."""
    z = GROUND_M
    strips = [
        block((x - 0.45, -99.6, z - 0.1), (x + 0.45, -60.4, z + 0.02), BAND)
        for x in (-54.0, -45.0, -31.15, 31.15, 45.0, 54.0)
    ]
    inner = [
        block((x - 0.45, a, z - 0.1), (x + 0.45, b, z + 0.02), BAND)
        for x in (-22.25, -13.35, -4.45, 4.45, 13.35, 22.25)
        for a, b in ((-77.6, -60.4), (-99.6, -88.4))
    ]
    across = [
        block((-57.6, y - 0.45, z - 0.1), (57.6, y + 0.45, z + 0.04), BAND) for y in (-65.0, -99.2)
    ]
    return bare(merge([*strips, *inner, *across]), UNDER)


def terrace() -> MeshData:
    """The dark granite podium and its long steps, low walls with planters at both ends."""
    edge = float(TERRACE[0, 1])
    deck = stair.terrace(TERRACE, TERRACE_M + 1.5, PODIUM, STEP, z_m=-1.5, edge_m=0.16)
    half = writer.PEDESTAL[0] / 2 + 0.3
    run = STAIR_M / 2 - half
    third = run / 3
    flights = [
        stair.straight(
            third,
            TERRACE_M - GROUND_M,
            STEPS,
            STEP,
            tread_m=TREAD_M,
            y_m=edge,
            x_m=s * (half + third * (k + 0.5)),
            z_m=GROUND_M,
        )
        for s in (-1, 1)
        for k in range(3)
    ]
    steps = bare(merge(flights), LEFT, RIGHT, BACK, UNDER)
    cheeks = []
    for s in (-1, 1):
        x0, x1 = sorted((s * STAIR_M / 2, s * (STAIR_M / 2 + 1.4)))
        cheeks.append(block((x0, edge - 3.6, -0.5), (x1, edge + 0.4, TERRACE_M + 0.5), PODIUM))
        cheeks.append(
            block(
                (x0 - 0.08, edge - 3.7, TERRACE_M + 0.5),
                (x1 + 0.08, edge + 0.5, TERRACE_M + 0.64),
                COPING,
            )
        )
        a, b = sorted((s * (STAIR_M / 2 + 1.4), s * 45.6))
        cheeks.append(block((a, edge - 1.9, -0.5), (b, edge - 0.1, 0.75), PODIUM.shaded(1.1)))
        cheeks.append(
            blooms(
                profile.rectangle(b - a - 0.6, 1.3, ((a + b) / 2, edge - 1.0)),
                0.78,
                TULIPS,
                f"auezov/planter{s}",
                pitch_m=0.8,
            )
        )
        cheeks.append(block((a, edge + 0.1, TERRACE_M), (b, edge + 0.45, TERRACE_M + 0.5), PODIUM))
        cheeks.append(
            block((a, edge + 0.05, TERRACE_M + 0.5), (b, edge + 0.5, TERRACE_M + 0.6), COPING)
        )
    joints = [
        block(
            (x - 0.2, edge + 1.0, TERRACE_M - 0.05),
            (x + 0.2, FRONT_M - 0.7, TERRACE_M + 0.02),
            COPING,
        )
        for x in np.arange(-8, 8) * 4.45 + 2.225
    ]
    laid = bare(merge([*cheeks, *joints]), UNDER)
    return as_part(merge([diced(bare(deck, UNDER), 8.0), steps, laid]), "steps")


def objects() -> MeshData:
    """Writer, fountain, skylight cages, lamps, playbill stand, flower beds."""
    lamp = _lamp()
    lamps = transform.at(
        lamp, [(*p, TERRACE_M) for p in LAMPS] + [(*p, GROUND_M) for p in STREET_LAMPS]
    )
    cages = transform.at(_cage(), [(*p, TERRACE_M) for p in CAGES])
    return merge(
        [
            writer.statue(),
            as_part(_fountain(), "fountain"),
            as_part(cages, "skylights"),
            as_part(lamps, "lamps"),
            as_part(transform.move(_playbills(), -22.0, -63.2, GROUND_M), "playbills"),
            _beds(),
        ]
    )


def _beds() -> MeshData:
    """Tulips in stone-rimmed beds."""
    pieces = []
    for k, (x, y) in enumerate(BEDS):
        curb = profile.rounded_rectangle(12.0, 5.0, 1.6, centre=(x, y))
        pieces.append(extrude.prism(curb, -0.3, 0.34, COPING.shaded(1.2)))
        pieces.append(
            blooms(profile.offset(curb, -0.3), 0.3, TULIPS, f"auezov/bed{k}", pitch_m=0.8)
        )
    return merge(pieces)


def _fountain() -> MeshData:
    """A long basin: dark walls of upright waves, granite coping, a row of jets."""
    w, d = POOL
    outer = profile.rectangle(w, d)
    inner = profile.offset(outer, -0.7)
    rim = extrude.prism(outer, -0.8, 0.55, PODIUM, holes=[inner])
    coping = extrude.prism(
        profile.offset(outer, 0.12), 0.55, 0.7, COPING, holes=[profile.offset(inner, -0.1)]
    )
    bed = extrude.sheet(inner, -0.45, Paint("granite", "#4F6F78"))
    water = extrude.sheet(inner, 0.3, Paint("pool_water"))
    plan = profile.line((-0.15, 0.0), (-0.09, -0.16), (0.09, -0.16), (0.15, 0.0))
    rib = bare(extrude.prism(plan, -0.1, 0.55, WAVE, bottom=False, top=False), BACK)
    x = np.arange(-w / 2 + 0.3, w / 2, 0.42)
    waves = [
        transform.at(rib, np.column_stack([x, np.full(len(x), s * d / 2)]), turn_deg=90.0 * (s + 1))
        for s in (-1, 1)
    ]
    jets = [
        transform.at(
            spray.plume(h, f"auezov/jet{n}", drops=21),
            [(a, y, 0.28) for a in np.linspace(-20, 20, n)],
            turn_deg=np.arange(n) * 47.0,
        )
        for h, y, n in ((3.6, 0.6, 9), (1.7, -2.0, 10))
    ]
    return transform.move(merge([rim, coping, bed, water, *waves, *jets]), 0.0, POOL_Y_M)


def _cage() -> MeshData:
    """The low half dome of steel bars over a light well, on a stone curb."""
    r, h = 2.7, 1.3
    curb = lathe.lathe(
        profile.line((r + 0.25, -0.1), (r + 0.25, 0.25), (r - 0.1, 0.25), (r - 0.1, 0.0)),
        COPING,
        sides=24,
        caps=False,
    )
    dome = profile.arc((0.0, 0.2), (r - 0.2, h - 0.2), 0, 90, 4)
    glass = lathe.lathe(dome, Paint("window"), sides=18, caps=False)
    angle = np.radians(np.linspace(0, 180, 8))
    arcs = []
    for offset in np.linspace(-0.78, 0.78, 5) * r:
        half = float(np.sqrt(r * r - offset * offset))
        line = np.column_stack(
            [half * np.cos(angle), np.full(8, offset), 0.24 + h * half / r * np.sin(angle)]
        )
        arcs += [
            tube(bow, 0.035, IRON, sides=3, crease_deg=150.0) for bow in (line, line[:, [1, 0, 2]])
        ]
    return merge([curb, glass, *arcs])


def _lamp() -> MeshData:
    """A white post on a stout foot, a ring of four lanterns and one in the middle."""
    post = lathe.lathe(
        profile.line((0.26, 0.0), (0.22, 1.0), (0.12, 1.1), (0.08, 4.0)), WHITE, sides=6, caps=False
    )
    arm = merge(
        [
            struts([(0, 0, 3.8)], [(0, -0.5, 4.0)], 0.07, WHITE, caps=False),
            transform.move(_lantern(), 0, -0.5, 4.0),
        ]
    )
    return merge([post, transform.around(arm, 4), transform.move(_lantern(), z=4.0)])


def _lantern() -> MeshData:
    glass = lathe.lathe(
        profile.line((0.0, 0.0), (0.1, 0.0), (0.17, 0.42)),
        Paint("lamp_glass"),
        sides=6,
        crease_deg=80,
        caps=False,
    )
    cap = lathe.lathe(profile.line((0.2, 0.42), (0.0, 0.58)), WHITE, sides=6)
    return merge([glass, cap])


def _playbills() -> MeshData:
    """The long white stand with playbills under glass."""
    x = np.linspace(-5.6, 5.6, 8)
    posts = [block((a - 0.06, -0.06, -0.1), (a + 0.06, 0.06, 2.6), WHITE) for a in x]
    rails = [block((-5.7, -0.08, z), (5.7, 0.08, z + 0.14), WHITE) for z in (0.75, 2.5)]
    tones = ("#7C2F2B", "#2F4A73", "#B99A53", "#3D5C46", "#6B2F55", "#2C2F38", "#A8552F")
    bills = []
    for k, colour in enumerate(tones):
        a, b = x[k] + 0.14, x[k + 1] - 0.14
        bills.append(block((a, -0.03, 0.95), (b, 0.03, 2.42), Paint("painted_metal", "#E4E7EA")))
        bills += [
            block(
                (a + 0.1 + i * (b - a - 0.1) / 2, -0.05, 1.05),
                (a + (i + 1) * (b - a - 0.1) / 2, -0.02, 2.3),
                Paint("painted_metal", colour).shaded(1.0 + 0.35 * i),
            )
            for i in range(2)
        ]
    return merge([*posts, *rails, *bills])


# Props and collision ----------------------------------------------------------------------


def props() -> tuple[InstanceTable, ...]:
    """Elms and spruces beside the body, benches and urns of flowers on the square."""
    name = "auezov_theatre"
    spruce = _mirrored(np.concatenate([row((50, -20), (50, 46), 8.2), [(54.5, -36.0)]]))
    elms = _mirrored(row((56, -14), (56, 54), 10.0))
    birches = _mirrored([(49.0, 0.0), (51.5, -6.0), (53.0, 3.0)])
    bushes = _mirrored(row((47.4, -34), (47.4, 50), 2.8))
    flowers = _mirrored(row((56.6, -60.0), (56.6, -98.0), 3.0))
    benches = np.concatenate(
        [row((-24, -76.0), (24, -76.0), 8.0), row((-24, -90.0), (24, -90.0), 8.0)]
    )
    globes = _mirrored(row((46.8, 8.0), (46.8, 52.0), 14.0))
    return (
        instances("tree.spruce", spruce, name + "/spruce", scale=0.5, vary=0.2),
        instances("tree.elm", elms, name + "/elm", scale=1.0),
        instances("tree.birch", birches, name + "/birch", scale=0.9),
        instances("bush.round", bushes, name + "/bush", scale=1.5, vary=0.3),
        instances("bush.flowers", flowers, name + "/flowers", scale=1.1),
        instances("bench.park", _level(benches[:7]), name + "/bench", yaw_deg=180.0, vary=0.0),
        instances("bench.park", _level(benches[7:]), name + "/bench2", yaw_deg=0.0, vary=0.0),
        instances("lamp.globe", globes, name + "/lamp", vary=0.0),
    )


def _mirrored(places: npt.ArrayLike) -> F64:
    flat = _level(places)
    return np.concatenate([flat, flat * [-1.0, 1.0, 1.0]])


def _level(places: npt.ArrayLike) -> F64:
    spots = np.asarray(places, np.float64)
    return np.column_stack([spots, np.full(len(spots), GROUND_M)])


def collision() -> Collision:
    """Body, stage, pedestal, pool; square, terrace and steps to walk on."""
    edge = float(TERRACE[0, 1])
    half = writer.PEDESTAL[0] / 2 + 0.3
    run = STAIR_M / 2 - half
    low = SIDE_M - RECESS_M
    foot = profile.line(
        (-low, FRONT_M + RECESS_M),
        (low, FRONT_M + RECESS_M),
        (low, SHIELDS_END_M),
        (-low, SHIELDS_END_M),
    )
    upper = profile.line(
        (-SIDE_M, FRONT_M), (SIDE_M, FRONT_M), (SIDE_M, SHIELDS_END_M), (-SIDE_M, SHIELDS_END_M)
    )
    rear = profile.line(
        (-REAR_SIDE_M, SHIELDS_END_M),
        (REAR_SIDE_M, SHIELDS_END_M),
        (REAR_SIDE_M, REAR_M),
        (-REAR_SIDE_M, REAR_M),
    )
    back = profile.rectangle(2 * REAR_SIDE_M, BACK_M - REAR_M, (0.0, (BACK_M + REAR_M) / 2))
    solids = (
        stair.wall_prism(foot, TOP_M),
        stair.wall_prism(upper, TOP_M, TERRACE_M + 3.4),
        stair.wall_prism(rear, TOP_M),
        stair.wall_prism(back, BACK_TOP_M),
        stair.wall_prism(profile.rectangle(40.0, 24.0, (0.0, 6.0)), 32.0),
        stair.wall_prism(writer.foot(), 7.6),
        stair.wall_prism(profile.rectangle(*POOL, (0.0, POOL_Y_M)), 0.7),
    )
    floors = [stair.floor(SQUARE, GROUND_M), stair.floor(TERRACE, TERRACE_M)]
    for s in (-1, 1):
        floors += stair.straight_floors(
            run,
            TERRACE_M - GROUND_M,
            STEPS,
            tread_m=TREAD_M,
            y_m=edge,
            x_m=s * (half + run / 2),
            z_m=GROUND_M,
        )
    return Collision(solids, tuple(floors))
