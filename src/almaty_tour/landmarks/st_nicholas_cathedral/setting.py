"""Porch, stairs and churchyard of St Nicholas Cathedral, and what stops a walker."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import arch, extrude, lathe, profile, rail, roof, stair, transform
from almaty_tour.kit.dice import tiles
from almaty_tour.kit.dome import curve
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.landmarks.st_nicholas_cathedral import plan, towers
from almaty_tour.landmarks.st_nicholas_cathedral.plan import (
    BASE_M,
    GILT,
    LACE,
    SHEET,
    STEP,
    STONE,
    TURQUOISE,
    WHITE,
)
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Prism, as_part, merge

F64 = npt.NDArray[np.float64]

FRONT_M, LANDING_M, HALF_M = -16.2, -16.8, 3.5
IRON = Paint("painted_metal", "#2C3331")
STEPS, TREAD_M = 15, 0.3
YARD = (-19.0, -25.6, 19.0, 21.0)
GROUND_M = 0.06
SIDE_Y_M, SIDE_IN_M, SIDE_OUT_M = 2.8, 7.0, 10.6


def porch() -> MeshData:
    """The west porch: white piers, a pediment with an onion, the wide stair, the side stairs."""
    return as_part(merge([_canopy(), _front_stair(), _side_stairs()]), "porch")


def _canopy() -> MeshData:
    top = 6.6
    xs = (-3.1, -1.35, 1.35, 3.1)
    piers = [
        block((x - 0.28, FRONT_M - 0.28, BASE_M), (x + 0.28, FRONT_M + 0.28, top), WHITE)
        for x in xs
    ]
    heads = [
        block((x - 0.38, FRONT_M - 0.38, 5.2), (x + 0.38, FRONT_M + 0.38, 5.45), WHITE) for x in xs
    ]
    span = extrude.panel(
        np.concatenate(
            [
                profile.line((-1.05, 0.0)),
                profile.arc((0.0, 0.0), (1.05, 0.75), 180, 0, 8),
                profile.line((1.35, 0.0), (1.35, 1.1), (-1.35, 1.1), (-1.35, 0.0)),
            ]
        ),
        FRONT_M - 0.2,
        FRONT_M + 0.2,
        WHITE,
    )
    beam = block((-3.7, FRONT_M - 0.42, top), (3.7, -12.8, top + 0.4), WHITE)
    cover = transform.move(roof.gable(8.0, 4.4, 2.1, SHEET, z_m=top + 0.4, along_y=True), y=-14.9)
    field = extrude.panel(
        profile.line((-3.3, 0.0), (3.3, 0.0), (0.0, 1.72)), FRONT_M - 0.98, FRONT_M - 0.8, TURQUOISE
    )
    rose = transform.move(
        arch.archivolt(profile.opening("round", 0.9, 0.8), 0.16, 0.08, WHITE),
        0.0,
        FRONT_M - 0.98,
        0.35,
    )
    rake = struts(
        [(-3.9, FRONT_M - 0.98, top + 0.42), (3.9, FRONT_M - 0.98, top + 0.42)],
        [(0.0, FRONT_M - 0.98, top + 2.5)] * 2,
        0.3,
        WHITE,
        depth_m=0.26,
    )
    onion = lathe.lathe(curve("onion", 0.55, 1.3, 10) + np.array([0.0, 9.55]), GILT, sides=14)
    neck = lathe.cylinder(0.32, 1.2, TURQUOISE, bottom_m=8.5, sides=12)
    cross = transform.move(towers.cross(1.1), z=10.7)
    crown = transform.move(merge([onion, neck, cross]), y=FRONT_M - 0.2)
    return merge(
        [
            *piers,
            *heads,
            transform.move(span, z=5.5),
            beam,
            cover,
            transform.move(merge([field, rose]), z=top + 0.42),
            rake,
            crown,
        ]
    )


def _front_stair() -> MeshData:
    """Landing and flight, with cheeks of stone and sawn balusters."""
    landing = block((-HALF_M, LANDING_M, -1.5), (HALF_M, -12.6, BASE_M), STONE)
    flight = stair.straight(5.6, BASE_M, STEPS, STEP, tread_m=TREAD_M, y_m=LANDING_M)
    low = LANDING_M - STEPS * TREAD_M
    pieces = [landing, flight]
    for s in (-1.0, 1.0):
        x = s * 3.15
        cheek = extrude.panel(
            profile.line(
                (0.0, -1.5), (STEPS * TREAD_M, -1.5), (STEPS * TREAD_M, BASE_M - 0.02), (0.0, 0.25)
            ),
            -0.33,
            0.33,
            STONE,
        )
        cheek = transform.move(transform.turn_z(cheek, 90.0), x, low)
        pieces += [cheek, _slope_rail((x, low, 0.3), (x, LANDING_M, BASE_M))]
        pieces.append(_slope_rail((x, LANDING_M, BASE_M), (x, -13.0, BASE_M)))
    return merge(pieces)


def _slope_rail(a: tuple[float, float, float], b: tuple[float, float, float]) -> MeshData:
    """Balusters and rails up a slope, with posts at both ends."""
    start, end = np.array(a), np.array(b)
    up = np.array([0.0, 0.0, 1.0])
    bars = struts(
        [start + 0.95 * up, start + 0.12 * up],
        [end + 0.95 * up, end + 0.12 * up],
        0.24,
        LACE,
        depth_m=0.13,
    )
    count = round(float(np.linalg.norm(end - start)) / 0.34)
    spots = start + ((np.arange(count) + 0.5) / count)[:, None] * (end - start)
    pieces = [
        bars,
        struts(spots + 0.1 * up, spots + 0.92 * up, 0.17, LACE, depth_m=0.07, caps=False),
    ]
    for spot in (start, end):
        x, y, z = (float(v) for v in spot)
        pieces.append(block((x - 0.2, y - 0.2, z - 0.3), (x + 0.2, y + 0.2, z + 1.2), LACE))
        pieces.append(transform.move(lathe.sphere(0.17, LACE, sides=6), x, y, z + 1.32))
    return merge(pieces)


def _side_stairs() -> MeshData:
    """Landings before the side doors and their flights outwards."""
    landing = block(
        (SIDE_IN_M - 0.2, SIDE_Y_M - 1.7, -1.5), (SIDE_OUT_M, SIDE_Y_M + 1.7, BASE_M), STONE
    )
    flight = stair.straight(2.2, BASE_M, STEPS, STEP, tread_m=TREAD_M, y_m=-SIDE_OUT_M)
    flight = transform.move(transform.turn_z(flight, 90.0), y=SIDE_Y_M)
    far = SIDE_OUT_M + STEPS * TREAD_M
    rails = [
        _slope_rail((far, SIDE_Y_M + s * 1.25, 0.1), (SIDE_OUT_M, SIDE_Y_M + s * 1.25, BASE_M))
        for s in (-1.0, 1.0)
    ]
    one = merge([landing, flight, *rails])
    return merge([one, transform.mirror_x(one)])


def ground() -> MeshData:
    """The paved yard with its cross walk, lawns with kerbs, the low fence to the west."""
    x0, y0, x1, y1 = YARD
    plate = block((x0, y0, -1.5), (x1, y1, GROUND_M - 0.03), plan.PAVING)
    floor = tiles((x0, y0), (x1, y1), GROUND_M, plan.PAVING, 3.0)
    walk = block((-3.0, y0, 0.0), (3.0, -21.4, GROUND_M + 0.03), plan.BAND)
    pieces = [plate, floor, walk]
    for s in (-1.0, 1.0):
        for low, high in (
            ((15.6, -9.0), (18.6, -1.0)),
            ((15.6, 14.4), (18.6, 20.6)),
            ((7.2, -24.6), (18.4, -11.0)),
        ):
            bed = profile.rectangle(
                high[0] - low[0],
                high[1] - low[1],
                (s * (low[0] + high[0]) / 2, (low[1] + high[1]) / 2),
            )
            pieces.append(extrude.prism(bed, 0.0, GROUND_M + 0.1, plan.LAWN))
            rim = profile.line((0, 0), (0.18, 0), (0.18, 0.2), (0, 0.2))
            pieces.append(extrude.sweep(rim, bed, plan.KERB, crease_deg=0.0))
    for s in (-1.0, 1.0):
        fence = profile.line((s * 4.2, y0 + 0.25), (s * 18.8, y0 + 0.25))
        pieces.append(
            rail.railing(
                fence, IRON, height_m=1.3, z_m=GROUND_M, post_m=2.9, spacing_m=0.36, bar_m=0.04
            )
        )
        post = block((s * 3.9 - 0.35, y0, -0.5), (s * 3.9 + 0.35, y0 + 0.7, 2.1), WHITE)
        cap = block((s * 3.9 - 0.45, y0 - 0.1, 2.1), (s * 3.9 + 0.45, y0 + 0.8, 2.25), STONE)
        ball = transform.move(lathe.sphere(0.26, GILT, sides=8), s * 3.9, y0 + 0.35, 2.5)
        pieces += [post, cap, ball]
    return as_part(merge(pieces), "yard")


def props() -> tuple[InstanceTable, ...]:
    name = "st_nicholas_cathedral"
    grass = GROUND_M + 0.1
    spruces = _at([(s * 16.9, y) for s in (-1, 1) for y in (16.4, 19.4)], grass)
    birches = _at([(-17.2, -12.6), (17.2, -1.8)], grass)
    bushes = _at([(s * 17.0, y) for s in (-1, 1) for y in (-8.0, -6.0, -4.0, 15.2)], grass)
    hedge = np.concatenate([row((s * 7.8, -23.8), (s * 7.8, -11.8), 1.5) for s in (-1, 1)])
    flowers = np.concatenate([row((s * 9.0, -23.4), (s * 15.0, -23.4), 1.2) for s in (-1, 1)])
    lamps = _at([(s * 4.4, y) for s in (-1, 1) for y in (-24.8, -19.0)], GROUND_M)
    seats = _at([(s * 5.8, -23.2) for s in (-1, 1)], GROUND_M)
    return (
        instances("tree.spruce", spruces, name + "/spruce", scale=0.62),
        instances("tree.birch", birches, name + "/birch", scale=0.5),
        instances("bush.round", bushes, name + "/bush", scale=0.9),
        instances(
            "bush.hedge", _at(hedge, grass), name + "/hedge", scale=0.7, yaw_deg=90.0, vary=0.04
        ),
        instances("bush.flowers", _at(flowers, grass), name + "/flower", scale=0.8),
        instances("lamp.globe", lamps, name + "/lamp", vary=0.0),
        instances("bench.park", seats, name + "/seat", yaw_deg=[90.0, -90.0], vary=0.0),
    )


def _at(places: npt.ArrayLike, z_m: float) -> F64:
    spots = np.asarray(places, np.float64)
    return np.column_stack([spots, np.full(len(spots), z_m)])


def collision() -> Collision:
    """The church as blocks; yard, porch, side landings and all steps as floors."""
    solids = [
        stair.wall_prism(plan.NAVE, plan.NAVE_M),
        stair.wall_prism(plan.BELFRY, 22.0),
        stair.wall_prism(plan.CLEAR, 16.0, plan.NAVE_M - 0.5),
        stair.wall_prism(plan.APSE_BODY, plan.APSE_M),
    ]
    for shape, top in ((plan.ANNEX, plan.ANNEX_M), (plan.TRANSEPT, plan.TRANSEPT_M)):
        solids += [stair.wall_prism(shape * np.array([s, 1.0]), top) for s in (1.0, -1.0)]
    x0, y0, x1, y1 = YARD
    yard = profile.rectangle(x1 - x0, y1 - y0, ((x0 + x1) / 2, (y0 + y1) / 2))
    landing = profile.rectangle(2 * HALF_M, -12.8 - LANDING_M, (0.0, (LANDING_M - 12.8) / 2))
    floors = [
        stair.floor(yard, GROUND_M),
        *stair.straight_floors(5.6, BASE_M, STEPS, tread_m=TREAD_M, y_m=LANDING_M),
        stair.floor(landing, BASE_M),
        *_side_floors(),
    ]
    return Collision(tuple(solids), tuple(floors))


def _side_floors() -> list[Prism]:
    result = []
    for s in (1.0, -1.0):
        plans = [((SIDE_IN_M, SIDE_OUT_M), 3.4, BASE_M)]
        plans += [
            ((SIDE_OUT_M, SIDE_OUT_M + (STEPS - i) * TREAD_M), 2.2, (i + 1) * BASE_M / STEPS)
            for i in range(STEPS)
        ]
        for (a, b), width, top in plans:
            shape = profile.rectangle(b - a, width, (s * (a + b) / 2, SIDE_Y_M))
            result.append(stair.floor(shape, top))
    return result
