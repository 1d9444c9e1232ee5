"""Plaza, terrace, white head, stones and young trees of the Almaty Museum of Arts."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, profile, rail, sdf, stair, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.settle import settled
from almaty_tour.landmarks.almaty_museum_of_arts.skin import clad
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, as_part, merge

NAME = "almaty_museum_of_arts"
PALE = tuple(Paint("paving", c) for c in ("#D3CBC8", "#C8C0BC", "#DDD6D2", "#CEC6C4"))
STEP = Paint("granite", "#C4BDB6")
WHITE = Paint("plaster", "#F2F2F0")
RAIL = Paint("steel", "#D8DCDE")
LAWN = Paint("lawn", "#6E8F4C")
TIMBER = Paint("wood", "#A9855C")
GROUND_M = 0.05
TERRACE = profile.line(
    (-34.0, -44.0), (30.0, -44.0), (32.0, -20.0), (32.0, 18.0), (15.0, 18.0), (15.0, -7.5),
    (-34.0, -7.5),
)  # fmt: skip
TERRACE_M, STEPS, TREAD_M = 0.9, 6, 0.45
HEAD_AT, HEAD_M, MOUND_M = (48.0, -7.0), 12.0, 1.5
BOLLARDS = np.array(
    [(36.0, -40.0), (42.0, -36.0), (50.0, -32.0), (57.0, -26.0), (60.0, -16.0), (60.0, -6.0)]
)


def setting() -> MeshData:
    """What feet stand on and what stands on it."""
    return merge(
        [
            as_part(merge([_plaza(), _terrace(), _bollards(), _lawns()]), "plaza"),
            as_part(merge([_head(), _mound()]), "head"),
        ]
    )


def _plaza() -> MeshData:
    """Pale plates before both fronts."""
    z = GROUND_M
    east = [(-40.0, -61.0, z), (34.0, -61.0, z), (34.0, -36.0, z), (-40.0, -36.0, z)]
    north = [(15.0, -36.0, z - 0.02), (64.0, -36.0, z - 0.02), (64.0, 62.0, z - 0.02),
             (19.0, 62.0, z - 0.02)]  # fmt: skip
    corner = extrude.sheet(
        profile.line((34.0, -60.0), (64.0, -36.0), (34.0, -36.0)), z - 0.01, PALE[1]
    )
    return merge(
        [
            clad(east, 2.2, 6.0, PALE, "arts/plaza east"),
            clad(north, 2.2, 6.0, PALE, "arts/plaza north"),
            diced(corner, 6.0),
        ]
    )


def _terrace() -> MeshData:
    """The stepped platform along both fronts with timber seats and glass rails."""
    steps = stair.around(TERRACE, TERRACE_M, STEPS, STEP, tread_m=TREAD_M)
    foot = extrude.prism(profile.offset(TERRACE, -0.5), -1.5, 0.1, STEP, top=False)
    seats = [block((-18.0, -46.6, z), (8.0, -45.9, z + 0.12), TIMBER) for z in (GROUND_M + 0.42,)]
    posts = block((-18.0, -46.5, 0.0), (8.0, -46.0, 0.44), STEP)
    t = TERRACE_M
    rails = [
        rail.railing(profile.line(a, b), RAIL, z_m=t, bars=3, post_m=2.2)
        for a, b in (
            ((-33.0, -43.4), (-10.0, -43.4)),
            ((4.0, -43.4), (29.0, -43.4)),
            ((31.2, 4.0), (31.2, 17.0)),
        )
    ]
    return merge([steps, foot, *seats, posts, *rails])


def _mound() -> MeshData:
    """A faceted mound of pale plates under the head."""
    x, y = HEAD_AT
    low = profile.line(
        (x - 13.0, y - 3.0), (x - 5.0, y - 9.5), (x + 8.0, y - 8.0), (x + 12.5, y + 1.0),
        (x + 8.0, y + 9.0), (x - 7.0, y + 8.0),
    )  # fmt: skip
    high = np.array(HEAD_AT) + (low - np.array(HEAD_AT)) * 0.42
    return diced(
        extrude.prism(low, -0.5, MOUND_M, PALE[1].shaded(0.86), top_outline=high, crease_deg=0.0),
        4.0,
    )


def _head() -> MeshData:
    """The tall white head with closed eyes; it looks along the avenue to the west."""
    made = settled(
        sdf.surface(
            _head_field(), (-0.24, -0.3, -0.02), (0.24, 0.3, 1.04), WHITE, triangles=5200, cells=130
        )
    )
    turned = transform.turn_z(transform.scale(made, HEAD_M), 135.0)
    return transform.move(turned, *HEAD_AT, MOUND_M - 0.1)


def _head_field() -> sdf.Field:
    """A head one metre tall with its neck, looking to -y, flattened and drawn upwards."""
    skull = sdf.union(
        [
            sdf.ellipsoid((0.0, 0.015, 0.68), (0.118, 0.165, 0.31)),
            sdf.ellipsoid((0.0, -0.06, 0.46), (0.088, 0.105, 0.19)),
            sdf.ellipsoid((0.0, -0.1, 0.33), (0.05, 0.055, 0.055)),
        ],
        0.07,
    )
    neck = sdf.union(
        [
            sdf.capsule((0.0, 0.04, 0.1), (0.0, 0.03, 0.42), 0.095, 0.092),
            sdf.ellipsoid((0.0, 0.03, 0.0), (0.15, 0.15, 0.16)),
        ],
        0.08,
    )
    face = sdf.union(
        [
            sdf.capsule((0.0, -0.148, 0.6), (0.0, -0.186, 0.5), 0.012, 0.02),
            sdf.mirrored_x(sdf.ellipsoid((0.046, -0.135, 0.575), (0.03, 0.018, 0.012))),
            sdf.mirrored_x(sdf.capsule((0.015, -0.15, 0.625), (0.075, -0.115, 0.618), 0.012)),
            sdf.ellipsoid((0.0, -0.16, 0.425), (0.034, 0.018, 0.012)),
            sdf.ellipsoid((0.0, -0.156, 0.4), (0.03, 0.018, 0.012)),
        ],
        0.012,
    )
    ears = sdf.mirrored_x(
        sdf.subtract(
            sdf.ellipsoid((0.118, 0.045, 0.54), (0.02, 0.045, 0.075)),
            sdf.ellipsoid((0.136, 0.035, 0.545), (0.014, 0.026, 0.05)),
            0.01,
        )
    )
    knots = [
        sdf.ellipsoid((0.062 + 0.03 * (i % 2), 0.13 - 0.007 * i, 0.44 - 0.045 * i),
                      (0.03, 0.034, 0.036)) for i in range(9)
    ]  # fmt: skip
    field = sdf.union([skull, neck], 0.05)
    return sdf.union([sdf.union([field, face], 0.025), ears, sdf.union(knots, 0.012)], 0.012)


def _bollards() -> MeshData:
    """Small faceted stones with a rope between them."""
    stone = extrude.prism(
        profile.regular(5, 0.62), 0.0, 0.75, PALE[2],
        top_outline=profile.regular(5, 0.26, 20.0), crease_deg=0.0,
    )  # fmt: skip
    spots = np.column_stack([BOLLARDS, np.full(len(BOLLARDS), GROUND_M)])
    rope = np.column_stack([BOLLARDS, np.full(len(BOLLARDS), 0.62)])
    return merge([transform.at(stone, spots), struts(rope[:-1], rope[1:], 0.05, Paint("steel"))])


def _lawns() -> MeshData:
    """Strips of grass on both sides of the house with a granite kerb."""
    pieces = []
    for plan in (
        profile.line((-40.0, -60.0), (-14.0, -60.0), (-14.0, -52.0), (-40.0, -52.0)),
        profile.line((36.0, 22.0), (60.0, 22.0), (60.0, 32.0), (36.0, 32.0)),
        profile.line((36.0, 42.0), (60.0, 42.0), (60.0, 56.0), (36.0, 56.0)),
    ):
        pieces.append(extrude.prism(profile.offset(plan, 0.25), -0.2, 0.16, STEP))
        pieces.append(diced(extrude.sheet(plan, 0.19, LAWN), 6.0))
    return merge(pieces)


def props() -> tuple[InstanceTable, ...]:
    """Young trees in rows, low hedges, benches and lamps."""
    t = TERRACE_M
    young = np.array([(-30.0, -56.0), (-23.0, -56.0), (-16.5, -56.0), (40.0, 27.0), (48.0, 27.0),
                      (56.0, 27.0), (40.0, 49.0), (48.0, 49.0), (56.0, 49.0)])  # fmt: skip
    trees = np.column_stack([young, np.full(len(young), 0.19)])
    upper = np.array([(26.0, -32.0, t), (28.0, -12.0, t), (-28.0, -41.0, t), (24.0, 14.0, t)])
    hedge = np.column_stack([row((22.5, 24.0), (22.5, 58.0), 2.4), np.full(15, GROUND_M)])
    lamps = np.array([(33.0, -56.0), (62.0, 0.0), (62.0, 20.0), (62.0, 40.0), (-10.0, -58.0)])
    return (
        instances("tree.birch", np.concatenate([trees, upper]), NAME + "/young", scale=0.45),
        instances("bush.hedge", hedge, NAME + "/hedge", yaw_deg=90.0, vary=0.05),
        instances("lamp.mast", np.column_stack([lamps, np.full(5, GROUND_M)]), NAME + "/lamp",
                  scale=0.7, vary=0.0),
        instances("bench.stone", [(30.0, 36.0, GROUND_M), (30.0, 46.0, GROUND_M)],
                  NAME + "/bench", yaw_deg=90.0, vary=0.0),
    )  # fmt: skip


def collision() -> Collision:
    """Both bodies, the mound and the stones; plaza and terrace to walk on."""
    solids = (
        stair.wall_prism(
            profile.line((-23.0, -28.5), (11.0, -28.5), (11.0, -8.0), (-23.0, -8.0)), 15.0
        ),
        stair.wall_prism(
            profile.line((-42.0, -9.0), (-8.0, -9.0), (-8.0, 60.0), (-42.0, 60.0)), 16.0
        ),
        stair.wall_prism(
            profile.line((-8.0, -8.0), (15.2, -8.0), (17.5, 63.5), (-8.0, 62.0)), 11.8
        ),
        stair.wall_prism(profile.regular(8, 4.5) + np.array(HEAD_AT), 13.0),
    )
    floors = (
        stair.floor(
            profile.line((-40.0, -61.0), (34.0, -61.0), (34.0, -36.0), (-40.0, -36.0)), GROUND_M
        ),
        stair.floor(
            profile.line((15.0, -36.0), (64.0, -36.0), (64.0, 62.0), (19.0, 62.0)), GROUND_M - 0.02
        ),
        *stair.around_floors(TERRACE, TERRACE_M, STEPS, tread_m=TREAD_M),
    )
    return Collision(solids, floors)
