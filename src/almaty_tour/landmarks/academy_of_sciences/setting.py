"""Steps, lamps, forecourt, hedges and garden courts of the Academy of Sciences."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, pool, profile, pylon, stair, transform
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed, instances, row
from almaty_tour.kit.profile import F64
from almaty_tour.kit.solid import solid
from almaty_tour.landmarks.academy_of_sciences import paint as at
from almaty_tour.landmarks.academy_of_sciences import ranges
from almaty_tour.landmarks.academy_of_sciences.beds import bed
from almaty_tour.landmarks.academy_of_sciences.paint import GRANITE, STEP, TERRACE_M
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, as_part, merge

PAVING = Paint("paving", "#A39C92")
WARM = Paint("paving", "#A98F7C")
LAWN = Paint("lawn", "#6A8F47")
CURB = Paint("granite", "#B9B0A4")
RIM = Paint("granite", "#C9BCA4")
LAMP = Paint("lamp_glass")
HEDGE = (Paint("foliage", "#4B6B36"), Paint("foliage", "#57793D"))
ROSES = (Paint("foliage", "#C8342A"), Paint("foliage", "#D97A8A"), Paint("foliage", "#E8D9C8"))
VIOLET = (Paint("foliage", "#7A5AA0"), Paint("foliage", "#D9A93C"), Paint("foliage", "#7E9448"))

GROUND_M = 0.05
FIELD = profile.line((-80.0, -87.0), (80.0, -87.0), (80.0, 77.5), (-80.0, 77.5))
TERRACE = profile.line((-8.6, -77.4), (8.6, -77.4), (8.6, -72.0), (-8.6, -72.0))
STAIR_WIDTH_M, STEPS, TREAD_M = 17.2, 6, 0.42
LAMPS_AT = ((-10.6, -78.4), (10.6, -78.4))
COURT = ((12.6, -24.8), (53.8, 45.8))
POOL_AT = (33.2, 10.5)


def ground() -> MeshData:
    """Everything feet stand on; the fountains of the courts as a part of their own."""
    return merge(
        [
            as_part(merge([_floor(), _front(), _courts()]), "garden"),
            as_part(merge([_steps(), _lamps()]), "stairs"),
            as_part(_fountains(), "fountain"),
        ]
    )


def _floor() -> MeshData:
    """Curb round the whole plot, and paving right of the axis mirrored to the left."""
    base = extrude.prism(FIELD, -1.2, 0.0, CURB, top=False)
    right = merge(
        [
            tiles((0.0, -87.0), (80.0, -57.2), GROUND_M, PAVING, 5.0),
            tiles((11.5, -57.2), (54.6, -44.8), GROUND_M, PAVING, 5.0),
            tiles((76.0, -57.2), (80.0, 77.5), GROUND_M, PAVING.shaded(0.94), 5.0),
            tiles((54.0, -2.4), (76.0, 7.6), GROUND_M, PAVING.shaded(0.94), 5.0),
            tiles((15.4, 63.4), (76.0, 77.5), GROUND_M, PAVING.shaded(0.94), 5.0),
            tiles((0.0, 73.8), (15.4, 77.5), GROUND_M, PAVING.shaded(0.94), 5.0),
        ]
    )
    return merge([base, right, transform.mirror_x(right)])


def _front() -> MeshData:
    """Bands in the paving before the steps; lawns, hedges, roses and a chain along the street."""
    z = GROUND_M
    cross = [tiles((-13.0, y), (13.0, y + 0.8), z + 0.03, WARM, 6.0) for y in (-86.4, -83.4, -80.9)]
    pieces = [
        tiles((16.0, -86.0), (79.0, -61.5), z + 0.05, LAWN, 6.0),
        tiles((15.0, -58.8), (53.0, -46.6), z + 0.05, LAWN, 6.0),
        bed(profile.rectangle(60.0, 1.0, (47.0, -84.8)), z + 0.04, HEDGE, "academy/hedge",
               pitch_m=1.0, height_m=0.8),
        bed(profile.rectangle(1.4, 18.0, (17.4, -73.0)), z + 0.05, ROSES, "academy/roses",
               pitch_m=0.85),
        bed(profile.rectangle(26.0, 2.2, (40.0, -63.4)), z + 0.05, VIOLET, "academy/bed",
               pitch_m=1.1),
        tiles((63.8, -86.0), (66.8, -57.2), z + 0.09, PAVING, 5.0),
        tiles((26.0, -61.6), (28.4, -46.0), z + 0.09, PAVING, 5.0),
        _chain((14.5, -86.6), (79.0, -86.6)),
    ]  # fmt: skip
    right = merge(pieces)
    return merge([*cross, right, transform.mirror_x(right)])


def _chain(start: tuple[float, float], end: tuple[float, float]) -> MeshData:
    """Low iron posts with sagging chains between them."""
    spots = row(start, end, 2.2)
    step = float(np.hypot(*(spots[1] - spots[0])))
    post = lathe.lathe(profile.line((0.09, 0.0), (0.05, 0.7), (0.08, 0.78), (0.0, 0.9)), at.IRON,
                       sides=4, caps=False)  # fmt: skip
    share = np.linspace(0.0, 1.0, 5)
    line = np.column_stack([step * share, 0 * share, 0.66 - 1.2 * share * (1.0 - share)])
    link = _strip(line, 0.05, at.IRON)
    return merge([transform.at(post, spots), transform.at(link, spots[:-1])])


def _strip(line: F64, height_m: float, paint: Paint) -> MeshData:
    """An upright ribbon along a line in space, seen from both sides."""
    points = np.concatenate([line, line + np.array([0.0, 0.0, height_m])])
    faces = extrude.grid_faces(2, len(line))
    return merge([solid(points, faces, paint), solid(points, faces[:, ::-1], paint)])


def _steps() -> MeshData:
    """Six broad granite steps to the niche."""
    podium = diced(extrude.prism(TERRACE, -1.5, TERRACE_M, STEP), 3.0)
    flight = stair.straight(STAIR_WIDTH_M, TERRACE_M, STEPS, STEP, tread_m=TREAD_M,
                            y_m=TERRACE[0, 1])  # fmt: skip
    sides = [block((s * 8.6 - 0.45, -79.4, -1.5), (s * 8.6 + 0.45, -72.6, 1.05), GRANITE)
             for s in (-1, 1)]  # fmt: skip
    return merge([podium, diced(flight, 5.0), *sides])


def _lamps() -> MeshData:
    """Two lamps on stepped granite blocks with an obelisk foot and one white globe."""
    steps = [extrude.box(w, w, h, GRANITE, bottom_m=z)
             for w, h, z in ((3.4, 2.0, -1.5), (2.6, 0.55, 0.5), (1.9, 0.4, 1.05))]  # fmt: skip
    foot = pylon.obelisk(1.25, 1.7, GRANITE.shaded(1.08), top_m=0.34, bottom_m=1.45)
    post = lathe.lathe(profile.line((0.16, 3.1), (0.1, 3.4), (0.09, 4.6), (0.2, 4.75)),
                       at.WHITE, sides=8)  # fmt: skip
    globe = lathe.sphere(0.42, LAMP, sides=12, centre_m=5.1)
    return transform.at(merge([*steps, foot, post, globe]), LAMPS_AT)


# Courts -------------------------------------------------------------------------------------


def _courts() -> MeshData:
    """Garden courts: paths crossing at the basin, lawns, rose beds round the water."""
    (x0, y0), (x1, y1) = COURT
    xm, ym = POOL_AT
    z = GROUND_M
    pieces = [tiles((x0, y0), (x1, y1), z, WARM, 4.0)]
    for xa, xb in ((x0 + 3.0, xm - 2.2), (xm + 2.2, x1 - 3.0)):
        for ya, yb in ((y0 + 3.0, ym - 9.0), (ym + 9.0, y1 - 3.0)):
            pieces.append(tiles((xa, ya), (xb, yb), z + 0.05, LAWN, 4.0))
            plan = profile.rectangle(xb - xa - 6.0, 1.8, ((xa + xb) / 2, (ya + yb) / 2))
            pieces.append(bed(plan, z + 0.05, VIOLET, f"academy/bed{xa:.0f}{ya:.0f}",
                                 pitch_m=1.15))  # fmt: skip
    turn = np.arange(4) * 90.0 + 45.0
    arc = profile.joined(profile.arc((0, 0), 8.2, -32, 32, 8), profile.arc((0, 0), 6.6, 32, -32, 8))
    for index, angle in enumerate(turn):
        c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
        plan = profile.counter_clockwise(arc @ np.array([[c, s], [-s, c]]) + np.array(POOL_AT))
        pieces.append(bed(plan, z + 0.03, ROSES, f"academy/ring{index}", pitch_m=0.95))
    right = merge(pieces)
    small = tiles((-12.0, -24.8), (-6.0, -1.4), z, WARM, 3.0)
    lane = tiles((-15.0, -1.4), (-12.0, 37.6), z, WARM, 4.0)
    sides = merge([small, transform.mirror_x(small), lane, transform.mirror_x(lane)])
    return merge([right, transform.mirror_x(right), sides])


def _fountains() -> MeshData:
    """A round basin in each court with a ring of thrown jets and one upright."""
    plan = profile.circle(4.6, 32)
    basin = pool.basin(plan, RIM, rim_m=0.5, height_m=0.5, water_m=0.32)
    thrown = transform.around(_thrown(2.9, 2.0), 12, 4.0, start_deg=-90.0)
    bowl = pool.bowl(1.3, 1.2, RIM, sides=16, water=False)
    whole = merge([basin, bowl, thrown, transform.move(_spout(3.2), z=1.0)])
    return transform.at(whole, [POOL_AT, (-POOL_AT[0], POOL_AT[1])])


def _thrown(reach_m: float, height_m: float) -> MeshData:
    """Drops along a thrown line from the rim inwards (to +y)."""
    share = np.linspace(0.02, 0.98, 15)
    y, z = reach_m * share, 0.35 + 4 * height_m * share * (1 - share)
    size = 0.055 + 0.055 * share
    return transform.at(
        _drop(), np.column_stack([0 * y, y, z]), scale_by=size, turn_deg=share * 900
    )


def _spout(height_m: float) -> MeshData:
    seed = hashed("academy_of_sciences/spout", 32)
    level = fraction(seed, 1) ** 0.6
    spread = 0.09 * height_m * (0.2 + (1.0 - level) ** 0.5) * np.sqrt(fraction(seed, 2))
    turn = 2 * np.pi * fraction(seed, 3)
    places = np.column_stack([spread * np.cos(turn), spread * np.sin(turn), level * height_m])
    stream = lathe.lathe(profile.line((0.06, 0.0), (0.05, 0.7 * height_m), (0.0, height_m)),
                         pool.SPRAY, sides=5)  # fmt: skip
    return merge([stream, transform.at(_drop(), places, scale_by=0.05 + 0.06 * fraction(seed, 4))])


def _drop() -> MeshData:
    return solid([(0.4, 0, 0), (-0.2, 0.35, 0), (-0.2, -0.35, 0), (0, 0, 1.6), (0, 0, -1.2)],
                 [(0, 1, 3), (1, 2, 3), (2, 0, 3), (1, 0, 4), (2, 1, 4), (0, 2, 4)],
                 pool.SPRAY, crease_deg=130.0)  # fmt: skip


# Props and collision ------------------------------------------------------------------------


def props() -> tuple[InstanceTable, ...]:
    """Thick trees before the wings, lilacs by the portal, gardens in the courts."""
    name = "academy_of_sciences"
    oaks = np.array([(33.0, -76.0), (44.5, -75.0), (56.0, -76.0), (75.5, -75.0), (50.0, -53.0)])
    spruce = np.array([(22.5, -55.5), (34.0, -54.0), (24.0, -80.5), (43.5, -56.0)])
    hedge = (row((15.6, -57.4), (15.6, -48.0), 1.9), row((19.0, -47.4), (50.0, -47.4), 2.6))
    bushes = np.concatenate(hedge)
    court = np.array([(18.5, -18.0), (48.0, -18.0), (18.5, 0.0), (48.0, 0.0), (18.5, 21.0),
                      (48.0, 21.0), (18.5, 39.0), (48.0, 39.0)])  # fmt: skip
    apples = np.array([(26.5, -12.0), (40.0, -12.0), (26.5, 32.0), (40.0, 32.0)])
    lamps = np.array([(14.2, -82.5), (33.2, -85.6), (56.0, -85.6), (77.0, -60.0), (77.6, -20.0),
                      (77.6, 20.0), (77.6, 60.0), (33.2, 0.6), (33.2, 20.6)])  # fmt: skip
    seats = np.array([(25.6, 10.5), (40.8, 10.5)])
    z = GROUND_M
    return (
        instances("tree.oak", _both(oaks), name + "/oak", scale=0.8),
        instances("tree.spruce", _both(spruce), name + "/spruce", scale=0.42, vary=0.2),
        instances("bush.round", _both(bushes), name + "/bush", scale=1.3),
        instances("tree.elm", _both(court), name + "/elm", scale=0.72),
        instances("tree.apple", _both(apples), name + "/apple", scale=1.0),
        instances("lamp.globe", _both(lamps), name + "/lamp", vary=0.0),
        instances("bench.park", np.column_stack([seats, [z, z]]), name + "/bench/right",
                  yaw_deg=[-90.0, 90.0], vary=0.0),
        instances("bench.park", np.column_stack([-seats[:, 0], seats[:, 1], [z, z]]),
                  name + "/bench/left", yaw_deg=[90.0, -90.0], vary=0.0),
    )  # fmt: skip


def _both(places: F64) -> F64:
    """(2k, 3) the places on the ground and their mirror images across x = 0."""
    flat = np.column_stack([places, np.full(len(places), GROUND_M)])
    return np.concatenate([flat, flat * [-1.0, 1.0, 1.0]])


def collision() -> Collision:
    """Every pavilion, the portal round its niche, lamps and basins; steps to walk on."""
    pairs = (ranges.FRONT_RANGE, ranges.FRONT_PAVILION, ranges.SIDE_RANGE, ranges.REAR_RANGE)
    axis = (ranges.CENTRE, ranges.MIDDLE, ranges.REAR_PAVILION, ranges.PASSAGE, ranges.NECK)
    sides = np.array([-1.0, 1.0])
    portal = profile.line((-11.7, -72.2), (11.7, -72.2), (11.7, -45.0), (-11.7, -45.0))
    cheek = profile.line((3.4, -74.0), (11.7, -74.0), (11.7, -72.0), (3.4, -72.0))
    basin = profile.circle(4.6, 16)
    solids = (
        *(stair.wall_prism(ranges.corners(box) * [s, 1.0], 10.0) for box in pairs for s in sides),
        *(stair.wall_prism(ranges.corners(box), 6.8) for box in axis),
        stair.wall_prism(portal, at.SHOULDER_M),
        *(stair.wall_prism(cheek * [s, 1.0], at.SHOULDER_M) for s in sides),
        *(stair.wall_prism(profile.rectangle(3.4, 3.4, place), 3.0) for place in LAMPS_AT),
        *(stair.wall_prism(basin + np.array([s * POOL_AT[0], POOL_AT[1]]), 0.5) for s in sides),
    )
    floors = (
        stair.floor(FIELD, GROUND_M),
        stair.floor(TERRACE, TERRACE_M),
        *stair.straight_floors(STAIR_WIDTH_M, TERRACE_M, STEPS, tread_m=TREAD_M,
                               y_m=TERRACE[0, 1]),
    )  # fmt: skip
    return Collision(solids, floors)
