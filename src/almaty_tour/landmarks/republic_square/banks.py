"""Beside the terraces: the outer slopes of the grass banks and two high fountains at their feet.

All in the monument's frame, the Akimat to the south (-y).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, pool, profile, stair, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.placing import instances
from almaty_tour.kit.solid import solid
from almaty_tour.landmarks.republic_square.square import (
    AKIMAT_FRONT_M,
    AKIMAT_Z_M,
    GARDEN,
    GARDEN_SOUTH_M,
    GROUND_M,
    KERB,
    LAWN,
    STAIR_TOP_M,
    bank_m,
)
from almaty_tour.mesh.data import InstanceTable, MeshData, Prism, merge

F64 = npt.NDArray[np.float64]

INNER_M, OUTER_M = 41.0, 108.0
END_M = AKIMAT_FRONT_M + 12.0
COURT_HALF_M = 85.0
FALL = 2.1
RISE_M = 0.18
FOUNTAIN_M, PLAZA_M, BASIN_M = (131.0, -148.0), 12.0, 7.0


def banks() -> MeshData:
    """Slopes and fountains of both sides."""
    one = merge([_slope(), _fountain()])
    return merge([one, transform.mirror_x(one)])


def _slope() -> MeshData:
    """Grass that falls from the bank's edge to the ground on the east and on the south."""
    low, high = bank_m(GARDEN_SOUTH_M), AKIMAT_Z_M - 0.1
    foot = -0.4
    reach = FALL * (high - foot)
    points = [
        (OUTER_M, GARDEN_SOUTH_M, low), (OUTER_M, STAIR_TOP_M, bank_m(STAIR_TOP_M)),
        (OUTER_M, END_M, high), (COURT_HALF_M, END_M, high),
        (OUTER_M + FALL * (low - foot), GARDEN_SOUTH_M, foot),
        (OUTER_M + FALL * (bank_m(STAIR_TOP_M) - foot), STAIR_TOP_M, foot),
        (OUTER_M + reach, END_M, foot), (OUTER_M + 0.7 * reach, END_M - 0.7 * reach, foot),
        (OUTER_M, END_M - reach, foot), (COURT_HALF_M, END_M - reach, foot),
    ]  # fmt: skip
    quads = [(0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 9, 8)]
    faces = [t for a, b, c, d in quads for t in ((a, b, c), (a, c, d))]
    faces += [(2, 7, 6), (2, 8, 7)]
    return diced(solid(points, faces, LAWN, crease_deg=30.0), 9.0)


def _fountain() -> MeshData:
    """A round basin with one high jet, on a paved round."""
    plaza = diced(extrude.prism(profile.circle(PLAZA_M, 40), -1.5, GROUND_M, GARDEN), 14.0)
    band = profile.line((0.4, -0.05), (0.4, 0.03), (-0.4, 0.03), (-0.4, -0.05))
    rings = [
        transform.move(lathe.ring(band, radius, KERB, sides=40), z=GROUND_M)
        for radius in (PLAZA_M - 0.4, BASIN_M + 1.6)
    ]
    basin = pool.basin(
        profile.circle(BASIN_M, 40), KERB, rim_m=0.7, height_m=0.55, water_m=0.4, z_m=GROUND_M
    )
    jet = transform.move(pool.jet(11.0, spread_m=0.5, sides=6), z=GROUND_M + 0.3)
    return transform.move(merge([plaza, *rings, basin, jet]), *FOUNTAIN_M)


def solids() -> tuple[Prism, ...]:
    """The basins stop a walker."""
    ring = profile.circle(BASIN_M, 16)
    return stair.prisms([ring + np.array(FOUNTAIN_M) * [s, 1.0] for s in (-1.0, 1.0)], 0.65)


def floors() -> tuple[Prism, ...]:
    """The banks in low steps, and the rounds of paving."""
    made = [
        stair.floor(profile.circle(PLAZA_M, 20) + np.array(FOUNTAIN_M) * [s, 1.0], GROUND_M)
        for s in (-1.0, 1.0)
    ]
    climb = (GARDEN_SOUTH_M - STAIR_TOP_M) / (bank_m(STAIR_TOP_M) - bank_m(GARDEN_SOUTH_M))
    for level in np.arange(RISE_M, bank_m(STAIR_TOP_M) - 0.01, RISE_M):
        near = GARDEN_SOUTH_M - max(level - bank_m(GARDEN_SOUTH_M), 0.0) * climb
        size, middle = (OUTER_M - INNER_M, near - END_M), (near + END_M) / 2
        made += [
            stair.floor(
                profile.rectangle(*size, (s * (INNER_M + OUTER_M) / 2, middle)), float(level)
            )
            for s in (-1.0, 1.0)
        ]
    return tuple(made)


def props() -> tuple[InstanceTable, ...]:
    """Benches and lamps round the fountains."""
    turn = np.radians(np.arange(8) * 45.0 + 22.5)
    ring = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    both = [np.array(FOUNTAIN_M) * [s, 1.0] for s in (-1.0, 1.0)]
    seats = np.concatenate([middle + 10.4 * ring for middle in both])
    lamps = np.concatenate([middle + 11.4 * ring[::2] for middle in both])
    return (
        instances(
            "bench.park", np.column_stack([seats, np.full(len(seats), GROUND_M)]),
            "republic/fountain_bench", vary=0.0, yaw_deg=np.tile(np.degrees(turn) - 90.0, 2),
        ),
        instances(
            "lamp.globe", np.column_stack([lamps, np.full(len(lamps), GROUND_M)]),
            "republic/fountain_lamp", vary=0.0, yaw_deg=0.0,
        ),
    )  # fmt: skip
