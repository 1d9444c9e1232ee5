"""The grand stair with its cascade, the star fountain, the forecourt and its planes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, pool, profile, stair, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.extrude import block
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.landmarks._shared.bare import BACK, UNDER, bare
from almaty_tour.landmarks.arasan_baths import paint as p
from almaty_tour.landmarks.arasan_baths import walls
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, as_part, merge

STEPS, TREAD_M = 28, 0.36
STAIR_TOP_Y_M = -26.0
FLIGHT_M, FLIGHT_X_M = 9.4, 7.9
BASINS = 7
GROUND_M = 0.06
FOUNTAIN_Y_M = -46.5
COURT = profile.line((-42, -59), (42, -59), (42, -30), (-42, -30))
PAVING = Paint("paving", "#CDBFA6")
BAND = Paint("paving", "#A98F73")
LAWN = Paint("lawn", "#678C45")
CURB = Paint("granite", "#BDB4AA")
WATER = Paint("pool_water")
ROSES = (Paint("foliage", "#C8443C"), Paint("foliage", "#D9799B"), Paint("foliage", "#E8E2D0"))


def setting() -> MeshData:
    """Everything outside the walls."""
    return merge(
        [
            as_part(merge([_stair(), _planters()]), "stairs"),
            as_part(_cascade(), "cascade"),
            as_part(_fountain(), "fountain"),
            as_part(_court(), "court"),
        ]
    )


def _stair() -> MeshData:
    """Two flights beside the cascade, with cheeks and stone balls."""
    depth = STEPS * TREAD_M
    flight = stair.straight(
        FLIGHT_M, p.PODIUM_M, STEPS, p.STEP, tread_m=TREAD_M, y_m=STAIR_TOP_Y_M, x_m=FLIGHT_X_M
    )
    base = block(
        (FLIGHT_X_M - FLIGHT_M / 2, STAIR_TOP_Y_M - depth, -1.5),
        (FLIGHT_X_M + FLIGHT_M / 2, STAIR_TOP_Y_M, 0.02),
        p.STEP,
    )
    x = FLIGHT_X_M + FLIGHT_M / 2
    tops = [(0.0, 0.0), (3.4, 1.4), (6.8, 2.8)]
    cheeks = [
        block(
            (x - 0.02, STAIR_TOP_Y_M - depth - 0.4 + a, -1.5),
            (x + 1.1, STAIR_TOP_Y_M - depth + a + 3.5, 1.9 + lift),
            p.STONE,
        )
        for a, lift in tops
    ]
    caps = [
        block(
            (x - 0.1, STAIR_TOP_Y_M - depth - 0.5 + a, 1.9 + lift),
            (x + 1.2, STAIR_TOP_Y_M - depth + a + (3.0 if a < 6 else 3.4), 2.06 + lift),
            p.TRIM,
        )
        for a, lift in tops
    ]
    side = merge([flight, base, *cheeks, *caps])
    return merge([side, transform.mirror_x(side)])


def _cascade() -> MeshData:
    """Seven basins between the flights, each spilling into the next over its whole width."""
    depth = STEPS * TREAD_M
    run, rise = depth / BASINS, p.PODIUM_M / BASINS
    half = FLIGHT_X_M - FLIGHT_M / 2
    thread = block((-0.04, -0.1, 0.02 - rise), (0.04, -0.03, 0.14), pool.SPRAY)
    thread = bare(thread, BACK, UNDER)
    places = np.linspace(-2.0, 2.0, 14) + 0.09 * np.sin(7.0 * np.arange(14))
    sheet = block((-2.2, -0.05, 0.02 - rise), (2.2, -0.01, 0.12), WATER)
    lip = block((-2.2, -0.05, 0.1), (2.2, 0.36, 0.13), WATER)
    spout = merge([sheet, lip, transform.at(thread, np.column_stack([places, 0.0 * places]))])
    pieces = []
    for index in range(BASINS):
        y = STAIR_TOP_Y_M - depth + index * run
        z = (index + 1) * rise
        pieces.append(block((-half, y, -1.5), (half, y + run + 0.01, z - 0.22), p.GRANITE))
        pieces.append(block((-half, y, z - 0.22), (half, y + 0.3, z + 0.1), p.TURQUOISE))
        pool_plan = profile.rectangle(2 * half - 0.4, run, (0.0, y + run / 2))
        pieces.append(extrude.sheet(pool_plan, z, WATER))
        pieces.append(transform.move(spout, 0.0, y, z))
        pieces += [
            block((s * half - 0.22, y, -1.5), (s * half + 0.22, y + run, z + 0.34), p.TRIM)
            for s in (-1.0, 1.0)
        ]
    return merge(pieces)


def _planters() -> MeshData:
    """Terraces of flowers that step up from the court to the podium beside the stair."""
    pieces = []
    for side in (-1.0, 1.0):
        for index, top_m in enumerate((1.0, 2.1, 3.2)):
            plan = planter(side, index)
            pieces.append(extrude.prism(plan, -1.5, top_m, p.STONE))
            edge = profile.line((-0.3, 0.0), (0.1, 0.0), (0.1, 0.2), (-0.3, 0.2))
            pieces.append(extrude.sweep(edge, plan, p.TRIM, z_m=top_m))
            bed = profile.offset(plan, -0.3)
            pieces.append(
                blooms(
                    bed,
                    top_m + 0.1,
                    ROSES,
                    f"arasan/planter{side}{index}",
                    pitch_m=0.88,
                    height_m=0.42,
                )
            )
    return merge(pieces)


def planter(side: float, index: int) -> profile.F64:
    """Outline of one terrace of flowers, the lowest first."""
    y = STAIR_TOP_Y_M - 6.6 + 2.2 * index
    return profile.rectangle(11.4, 2.2, (side * 19.6, y + 1.1))


def _star(radius_m: float) -> profile.F64:
    star = profile.star(8, radius_m, 0.77 * radius_m, 22.5)
    return np.asarray(star + np.array([0.0, FOUNTAIN_Y_M]))


def _fountain() -> MeshData:
    """An eight-pointed basin with jets round a bowl of turquoise tiles."""
    basin = pool.basin(_star(5.6), p.TRIM, rim_m=0.5, height_m=0.55, water_m=0.38, bed=p.COBALT)
    foot = extrude.prism(_star(5.55), -1.5, 0.05, p.GRANITE)
    bowl = transform.move(pool.bowl(1.5, 1.5, p.TURQUOISE, sides=16), 0.0, FOUNTAIN_Y_M)
    jets = transform.move(pool.ring_of_jets(16, 3.6, 1.6), 0.0, FOUNTAIN_Y_M, 0.4)
    core = lathe.lathe(profile.line((0.07, 0.0), (0.05, 1.6), (0.0, 2.2)), pool.SPRAY, sides=6)
    fall = pool.ring_of_jets(8, 1.1, 0.7, inwards=False)
    middle = transform.move(
        merge([core, transform.scale(fall, 0.8, 0.8, 1.0)]), 0.0, FOUNTAIN_Y_M, 1.4
    )
    return merge([basin, foot, bowl, jets, middle])


def _court() -> MeshData:
    """Paving with a star round the fountain, lawns and rose beds, a strip round the house."""
    outer = profile.star(8, 10.4, 8.0, 22.5) + np.array([0.0, FOUNTAIN_Y_M])
    inner = profile.star(8, 9.6, 7.4, 22.5) + np.array([0.0, FOUNTAIN_Y_M])
    star = extrude.prism(outer, -0.4, GROUND_M + 0.03, BAND, holes=[inner])
    plate = extrude.prism(COURT, -1.5, GROUND_M, PAVING)
    apron = extrude.prism(profile.rectangle(90.0, 74.0, (0.0, 6.0)), -1.5, GROUND_M - 0.03, PAVING)
    pieces = [plate, apron, star]
    for side in (-1.0, 1.0):
        lawn = profile.rectangle(20.0, 17.0, (side * 29.0, -46.0))
        bed = profile.rectangle(14.0, 2.4, (side * 29.0, -40.4))
        pieces.append(extrude.prism(lawn, -0.4, GROUND_M + 0.1, LAWN))
        pieces.append(
            extrude.sweep(profile.line((0, 0), (0.22, 0), (0.22, 0.2), (0, 0.2)), lawn, CURB)
        )
        pieces.append(
            blooms(bed, GROUND_M + 0.12, ROSES, f"arasan/bed{side}", pitch_m=0.73, height_m=0.4)
        )
        band = profile.rectangle(1.0, 28.0, (side * 15.6, -45.0))
        pieces.append(extrude.prism(band, -0.4, GROUND_M + 0.03, BAND))
    return merge(pieces)


def _both(places: npt.ArrayLike, z_m: float) -> profile.F64:
    """(2k, 3) places and their mirror images, all at one height."""
    spots = np.asarray(places, np.float64)
    flat = np.column_stack([spots, np.full(len(spots), z_m)])
    return np.concatenate([flat, flat * [-1.0, 1.0, 1.0]])


def props() -> tuple[InstanceTable, ...]:
    """Broad trees at the sides of the court, hedges, lamps and benches."""
    name = "arasan_baths"
    trees = _both([(48.0, -6.0), (48.0, 5.0), (48.0, 16.0)], GROUND_M + 0.1)
    back = _both(row((6.0, 46.0), (40.0, 46.0), 9.0), 0.1)
    bushes = _both(row((20.5, -37.9), (37.5, -37.9), 2.1), GROUND_M + 0.1)
    lamps = _both(
        np.concatenate([row((14.2, -58), (14.2, -40), 6.0), [(40.8, -34.0), (40.8, -57.0)]]),
        GROUND_M,
    )
    terrace = _both([(14.6, -24.6), (23.0, -24.6)], p.PODIUM_M)
    tubs = _both(row((15.0, -13.4), (24.0, -13.4), 1.8), p.PODIUM_M)
    seats = row((16.9, -54.0), (16.9, -42.0), 4.0)
    return (
        instances("tree.oak", trees, name + "/plane", scale=0.85),
        instances("tree.elm", back, name + "/elm", scale=0.85),
        instances("bush.round", bushes, name + "/bush", scale=1.1),
        instances("bush.round", tubs, name + "/tub", scale=0.8),
        instances("lamp.globe", lamps, name + "/lamp", vary=0.0),
        instances("lamp.cluster", terrace, name + "/terrace", vary=0.0),
        instances(
            "bench.park",
            np.column_stack([seats, np.full(len(seats), GROUND_M)]),
            name + "/bench/right",
            yaw_deg=-90.0,
            vary=0.0,
        ),
        instances(
            "bench.park",
            np.column_stack([seats * [-1.0, 1.0], np.full(len(seats), GROUND_M)]),
            name + "/bench/left",
            yaw_deg=90.0,
            vary=0.0,
        ),
    )


def collision() -> Collision:
    """Rotundas, tier, gate and cascade; court, flights and terrace to walk on."""
    depth = STEPS * TREAD_M
    run, rise = depth / BASINS, p.PODIUM_M / BASINS
    half = FLIGHT_X_M - FLIGHT_M / 2
    basins = [
        stair.wall_prism(
            profile.rectangle(2 * half, run, (0.0, STAIR_TOP_Y_M - depth + (i + 0.5) * run)),
            (i + 1) * rise + 0.1,
        )
        for i in range(BASINS)
    ]
    gate = profile.rectangle(2 * walls.PORTAL_HALF_M, 6.6, (0.0, walls.PORTAL_Y_M + 6.7))
    cheeks = [profile.rectangle(3.0, 9.0, (s * 5.7, walls.PORTAL_Y_M + 4.6)) for s in (-1.0, 1.0)]
    octagon = profile.regular(8, 16.2, 22.5) + np.array([0.0, p.CENTRE_Y_M])
    solids = (
        *(
            stair.wall_prism(profile.circle(p.ROTUNDA_M, 32) + np.array(at), 12.0)
            for at in p.ROTUNDAS
        ),
        stair.wall_prism(walls.TIER, p.TIER_M),
        stair.wall_prism(octagon, p.DRUM_M),
        stair.wall_prism(gate, walls.PORTAL_TOP_M),
        *(stair.wall_prism(c, walls.PORTAL_TOP_M) for c in cheeks),
        stair.wall_prism(_star(5.7), 0.6),
        *basins,
        *(
            stair.wall_prism(planter(s, i), top)
            for s in (-1.0, 1.0)
            for i, top in enumerate((1.0, 2.1, 3.2))
        ),
    )
    flights = [
        floor
        for side in (-1.0, 1.0)
        for floor in stair.straight_floors(
            FLIGHT_M, p.PODIUM_M, STEPS, tread_m=TREAD_M, y_m=STAIR_TOP_Y_M, x_m=side * FLIGHT_X_M
        )
    ]
    floors = (stair.floor(COURT, GROUND_M), *flights, stair.floor(walls.PODIUM, p.PODIUM_M))
    return Collision(solids, floors)
