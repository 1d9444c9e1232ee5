"""Yards, promenade, stalls, trees and collision of the Green Bazaar."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from almaty_tour.kit import extrude, profile, stair, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.landmarks.green_bazaar import gate, plan, stalls
from almaty_tour.landmarks.green_bazaar.plan import GROUND_M, HALF_X_M, HALF_Y_M
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Prism, as_part, merge

F64 = plan.F64
ASPHALT = Paint("asphalt", "#77787A")
PAVING = Paint("paving", "#A9A49C")
LAWN = Paint("lawn", "#6F9A4C")
KERB = Paint("granite", "#B9B4AC")
SLAB = Paint("paving", "#8F8A84")
TACTILE = Paint("paving", "#D8B24A")
GATE_Y_M = -66.0
FLAT_M = 0.06

YARD = profile.line((-28.0, -80.0), (28.0, -80.0), (33.0, -66.0), (48.0, -51.0), (52.0, -42.0),
                    (-52.0, -42.0), (-48.0, -51.0), (-33.0, -66.0))  # fmt: skip
PROMENADE = profile.line((52.0, -44.0), (56.0, -42.5), (66.4, -24.0), (66.4, 24.0), (56.0, 42.5),
                         (52.0, 44.0))  # fmt: skip
WEST = profile.line((-66.0, -24.0), (-56.0, -43.0), (-52.0, -43.0), (-52.0, 43.0), (-56.0, 43.0),
                    (-66.0, 24.0))  # fmt: skip
NORTH = profile.line((-52.0, 42.0), (52.0, 42.0), (48.0, 52.0), (28.0, 65.0), (-28.0, 65.0),
                     (-48.0, 52.0))  # fmt: skip
LAWNS = (
    profile.line((53.0, -40.0), (55.4, -40.0), (55.4, -21.5), (53.0, -21.5)),
    profile.line((53.0, -1.0), (55.4, -1.0), (55.4, 24.0), (53.0, 24.0)),
    profile.line((62.6, -28.0), (65.8, -23.0), (65.8, -4.0), (62.6, -4.0)),
    profile.line((62.6, 4.0), (65.8, 4.0), (65.8, 23.0), (62.6, 28.0)),
)
STALL_ROWS = (
    (-57.6, -34.0, 34.0, 14, -90.0),
    (-63.4, -22.0, 22.0, 8, 90.0),
)
"""Rows in the west yard: x, y from, y to, count, turn."""
LEVEL_ROWS = (
    (-40.0, 40.0, 15, 49.2, 180.0),
    (-22.0, 22.0, 8, 58.2, 180.0),
    (-47.0, -31.0, 5, -50.4, 0.0),
    (31.0, 47.0, 5, -50.4, 0.0),
)
"""Rows in the other yards: x from, x to, count, y, turn."""
MELONS = ((-27.0, -52.5), (-24.0, -58.5), (26.5, -53.0), (23.5, -58.0), (29.5, -58.5))
BOOTHS = tuple((s * x, y, -90.0 if s < 0 else 90.0)
               for y in (-63.4, -59.2, -55.0, -50.8) for s, x in ((-1, 8.6), (1, 8.6)))  # fmt: skip


def setting() -> MeshData:
    """All that stands on the ground round the hall."""
    return merge([
        as_part(_ground(), "yards"),
        as_part(transform.move(gate.gate(), y=GATE_Y_M), "gate"),
        as_part(merge([_stalls(), _booths(), _sheds()]), "stalls"),
    ])  # fmt: skip


def _ground() -> MeshData:
    plates = [(YARD, ASPHALT), (PROMENADE, PAVING), (WEST, ASPHALT), (NORTH, ASPHALT)]
    flat = [diced(extrude.prism(p, GROUND_M, FLAT_M, paint, bottom=False), 9.0)
            for p, paint in plates]  # fmt: skip
    kerb = profile.line((-0.02, 0.0), (0.2, 0.0), (0.2, 0.22), (-0.02, 0.22))
    beds = [merge([extrude.sweep(kerb, bed, KERB, crease_deg=0.0),
                   diced(extrude.prism(bed, 0.0, 0.16, LAWN, bottom=False), 5.0)])
            for bed in LAWNS]  # fmt: skip
    line = extrude.block((58.8, -35.0, 0.0), (59.2, 35.0, FLAT_M + 0.03), TACTILE)
    cross = extrude.block((-2.9, -79.5, 0.0), (-2.6, -48.5, FLAT_M + 0.06), TACTILE)
    return merge([*flat, *beds, line, cross, _slabs()])


def _slabs() -> MeshData:
    """Bands of darker slabs across the promenade."""
    one = extrude.block((52.2, -0.4, 0.0), (60.0, 0.4, FLAT_M + 0.025), SLAB)
    spots = [(0.0, y) for y in np.arange(-34.0, 35.0, 6.8)]
    lane = diced(extrude.block((-5.0, -79.8, 0.0), (5.0, -48.3, FLAT_M + 0.02), PAVING), 5.0)
    walk = extrude.block((-5.0, -0.3, 0.0), (5.0, 0.3, FLAT_M + 0.04), SLAB)
    way = [(0.0, y) for y in np.arange(-78.0, -48.0, 3.4)]
    return merge([transform.at(one, spots), lane, transform.at(walk, way)])


def _stall_places() -> tuple[F64, F64]:
    """(k, 2) places and (k,) turns of all stalls."""
    places, turns = [], []
    for x, low, high, count, turn in STALL_ROWS:
        y = np.linspace(low, high, count)
        places.append(np.column_stack([np.full(count, x), y]))
        turns.append(np.full(count, turn))
    for start, end, count, level, turn in LEVEL_ROWS:
        places.append(np.column_stack([np.linspace(start, end, count), np.full(count, level)]))
        turns.append(np.full(count, turn))
    return np.concatenate(places), np.concatenate(turns)


def _stalls() -> MeshData:
    """Stalls of eight kinds in their rows."""
    places, turns = _stall_places()
    kind = np.arange(len(places)) * 5 % 8
    pieces = []
    for number in range(8):
        mine = kind == number
        pieces.append(transform.at(stalls.stall(number), np.column_stack(
            [places[mine], np.full(mine.sum(), FLAT_M)]), turn_deg=turns[mine]))  # fmt: skip
    pieces += [transform.move(stalls.melons(k), *spot, FLAT_M) for k, spot in enumerate(MELONS)]
    return merge(pieces)


def _booths() -> MeshData:
    pieces = [
        transform.move(transform.turn_z(stalls.booth(k), 90.0 if turn < 0 else -90.0), x, y, FLAT_M)
        for k, (x, y, turn) in enumerate(BOOTHS)
    ]
    return merge(pieces)


def _sheds() -> MeshData:
    """Two trading sheds in the north yard."""
    return merge([
        transform.move(stalls.shed(52.0, "#4E8F6E"), 0.0, 58.6, FLAT_M),
    ])  # fmt: skip


# Props and collision -----------------------------------------------------------------------------


def props() -> tuple[InstanceTable, ...]:
    """Young trees and benches on the promenade, lamps in the yards, vans behind."""
    name = "green_bazaar"
    trees = _on(np.concatenate([[(64.2, -22.0), (64.2, -15.0), (64.2, 14.0),
                                 (64.2, 22.5)]]), 0.16)  # fmt: skip
    yard = _on(np.array([(-25.0, -71.5), (25.0, -71.5), (-22.0, -77.5), (22.0, -77.5)]), FLAT_M)
    bushes = _on(np.concatenate([row((54.2, -38.0), (54.2, -23.0), 2.4),
                                 row((54.2, 1.0), (54.2, 22.5), 2.6)]), 0.16)  # fmt: skip
    lamps = _on(np.concatenate([row((61.2, -30.0), (61.2, 30.0), 10.0),
                                np.array([(-8.0, -77.0), (8.0, -77.0)])]), FLAT_M)  # fmt: skip
    seats = _on(row((56.6, -36.0), (56.6, 22.0), 7.2), FLAT_M)
    beds = [(s * x, -69.0) for s in (-1, 1) for x in (9.0, 13.0, 17.0, 21.0, 25.0)]
    flowers = _on(np.array(beds), FLAT_M)
    vans = _on(np.array([(-35.0, 53.5), (36.0, 53.0)]), FLAT_M)
    return (
        instances("tree.elm", trees, name + "/tree", scale=0.42, vary=0.2),
        instances("tree.elm", yard, name + "/yard", scale=0.75),
        instances("bush.round", bushes, name + "/bush", scale=0.8, vary=0.3),
        instances("bush.flowers", flowers, name + "/flower", scale=1.0),
        instances("lamp.globe", lamps, name + "/lamp", vary=0.0),
        instances("bench.park", seats, name + "/bench", yaw_deg=90.0, vary=0.0),
        instances("car.high_white", vans, name + "/van", yaw_deg=4.0, vary=0.0),
    )


def _on(places: F64, z_m: float) -> F64:
    return np.column_stack([places, np.full(len(places), z_m)])


def collision() -> Collision:
    """The hall, stalls, booths and fences; the yards lie on the ground."""
    body = profile.rectangle(2 * HALF_X_M, 2 * HALF_Y_M)
    hall = profile.rectangle(2 * plan.HALL_X_M, 2 * plan.HALL_Y_M)
    fence = gate.HALF_M + gate.FENCE_LONG_M
    walls = [profile.rectangle(gate.FENCE_LONG_M, 0.3, (s * (gate.HALF_M + fence) / 2, GATE_Y_M))
             for s in (-1, 1)]  # fmt: skip
    booths = [profile.rectangle(2.6, 3.9, (x + (1.3 if x > 0 else -1.3), y)) for x, y, _ in BOOTHS]
    counters = _counters()
    return Collision((
        stair.wall_prism(body, plan.TOP_M, GROUND_M), stair.wall_prism(hall, 15.0, GROUND_M),
        *_solids(walls, gate.FENCE_M), *_solids(booths, 2.7), *_solids(counters, 1.2),
    ), tuple(stair.floor(p, FLAT_M, GROUND_M) for p in (YARD, PROMENADE, WEST, NORTH)))  # fmt: skip


def _counters() -> list[F64]:
    """The plans of the counters."""
    places, turns = _stall_places()
    half = np.array([stalls.WIDTH_M / 2 - 0.1, 0.55])
    result = []
    for spot, turn in zip(places, turns, strict=True):
        size = half if turn % 180.0 == 0.0 else half[::-1]
        result.append(profile.rectangle(2 * size[0], 2 * size[1], (float(spot[0]), float(spot[1]))))
    return result


def _solids(outlines: Sequence[F64], top_m: float) -> tuple[Prism, ...]:
    return tuple(stair.wall_prism(outline, top_m, GROUND_M) for outline in outlines)
