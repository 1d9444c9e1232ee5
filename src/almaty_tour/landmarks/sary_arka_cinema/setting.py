"""Forecourt, wide steps, lawns, car park and trees of the Sary-Arka Cinema, its collision."""

from __future__ import annotations

from typing import Final

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit import stair
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import tiles
from almaty_tour.kit.extrude import block, prism
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import hashed, instances, row
from almaty_tour.kit.profile import F64
from almaty_tour.landmarks._shared.sport_parts import bays, meadow, plot
from almaty_tour.landmarks.sary_arka_cinema import body
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, merge

GROUND_M: Final = 0.06
STEPS: Final = 6
TREAD_M: Final = 0.42
DECK = ((-13.6, -20.4), (13.6, 3.0))
COURT = ((-22.0, -46.0), (22.0, -20.0))
SIDES = (
    ((-17.6, -20.0), (-12.6, 24.0)),
    ((12.6, -20.0), (17.6, 24.0)),
    ((-17.6, 18.0), (17.6, 24.0)),
)
PARK = ((17.6, -18.0), (39.0, 6.0))
DRIVE = ((-56.0, -54.0), (56.0, -47.0))
HOMES = (
    ("panel5", (-29.0, 54.0), 0.0),
    ("panel5_ochre", (36.0, 55.0), 0.0),
    ("panel5_green", (-57.0, 4.0), 90.0),
    ("panel5_blue", (60.0, 6.0), -90.0),
)
LAWNS = (
    ((-21.0, -41.0), (-10.0, -26.0)),
    ((10.0, -41.0), (21.0, -26.0)),
    ((-31.0, -24.0), (-18.4, 22.0)),
)
PAVING = Paint("paving", "#BFB5A4")
BAND = Paint("paving", "#9A8470")
CURB = Paint("granite", "#AAA399")
STEP = Paint("granite", "#B5ADA2")
LAWN = Paint("lawn", "#7A9A4E")
BLOOM = (Paint("foliage", "#D64A3C"), Paint("foliage", "#F0C84A"))


def ground() -> MeshData:
    """Everything underfoot."""
    pieces = []
    for low, high in (COURT, *SIDES):
        pieces += [
            block((*low, -1.5), (*high, GROUND_M - 0.03), CURB),
            tiles(low, high, GROUND_M, PAVING, 11.0),
        ]
    deck = plot(*DECK)
    pieces += [prism(deck, -1.0, body.DECK_M, STEP, crease_deg=0.0)]
    pieces.append(stair.straight(27.2, body.DECK_M, STEPS, STEP, tread_m=TREAD_M, y_m=DECK[0][1]))
    z = GROUND_M + 0.03
    pieces += [
        tiles((x, -45.6), (x + 0.6, -23.2), z, BAND, 12.0) for x in (-8.9, -4.6, -0.3, 4.0, 8.3)
    ]
    pieces += [tiles((-21.6, y), (21.6, y + 0.6), z + 0.03, BAND, 12.0) for y in (-45.0, -24.4)]
    for k, (low, high) in enumerate(LAWNS):
        rim = plot((low[0] - 0.25, low[1] - 0.25), (high[0] + 0.25, high[1] + 0.25))
        pieces += [
            prism(rim, -1.5 if k == 2 else 0.0, 0.22, CURB, crease_deg=0.0),
            tiles(low, high, 0.26, LAWN, 9.0),
        ]
        if k < 2:
            bed = p.rounded_rectangle(6.0, 3.4, 1.2, 3, ((low[0] + high[0]) / 2, -29.6))
            pieces.append(blooms(bed, 0.28, BLOOM, f"saryarka bed {k}", pitch_m=1.1))
    park, _ = bays(*PARK, GROUND_M + 0.02, Paint("asphalt", "#8C8B88"))
    pieces += [park, block((*PARK[0], -1.5), (*PARK[1], GROUND_M - 0.02), CURB)]
    pieces.append(meadow((0.0, 0.0), 84.0, 0.02, LAWN, "#5E6145"))
    pieces.append(tiles(*DRIVE, GROUND_M + 0.02, Paint("asphalt", "#8C8B88"), 16.0))
    return merge(pieces)


def props() -> tuple[InstanceTable, ...]:
    """Elms beside the forecourt, spruces on the lawn, lamps, benches, a few cars."""
    name = "sary_arka_cinema"
    elms = [(-25.0, -40.0), (-25.5, -31.0), (-19.0, -38.5), (33.0, 14.0), (27.0, 20.0)]
    elms += [(s * x, -58.0) for s in (-1, 1) for x in (14.0, 24.0, 34.0, 44.0)]
    elms += [(-40.0, y) for y in (-34.0, -22.0, 30.0, 42.0)] + [
        (44.0, -30.0),
        (46.0, 44.0),
        (4.0, 44.0),
    ]
    elms += [(x, 27.5) for x in np.arange(-21.0, 22.0, 8.5)]
    spruce = [(-29.0, y) for y in (-20.0, -11.0, -2.0, 7.0, 16.0)]
    birch = [(-22.0, y) for y in (-15.0, -3.0, 9.0, 18.0)] + [(42.0, y) for y in (-16.0, -8.0, 0.0)]
    lamps = [*row((-9.4, -44.0), (-9.4, -25.5), 9.0), *row((9.4, -44.0), (9.4, -25.5), 9.0)]
    benches = [(s * 8.6, y) for s in (-1, 1) for y in (-38.0, -31.0)]
    _, middles = bays(*PARK, GROUND_M, PAVING)
    seed = hashed(name + "/bays", len(middles))
    cars = [
        instances(f"car.{kind}", _on(middles[seed % 7 == k], GROUND_M + 0.03), f"{name}/{kind}",
                  vary=0.0, yaw_deg=90.0)
        for k, kind in enumerate(("white", "silver", "blue", "high_white")) if (seed % 7 == k).any()
    ]  # fmt: skip
    homes = [
        instances(f"house.{kind}", _on([at_m], 0.02), f"{name}/home{k}", vary=0.0, yaw_deg=turn)
        for k, (kind, at_m, turn) in enumerate(HOMES)
    ]
    return (
        instances("tree.elm", _on(elms, 0.02), name + "/elm", scale=0.6),
        instances("tree.spruce", _on(spruce, 0.26), name + "/spruce", scale=0.4),
        instances("tree.birch", _on(birch, 0.26), name + "/birch", scale=0.65),
        instances("lamp.globe", _on(lamps), name + "/lamp", vary=0.0, yaw_deg=0.0),
        instances("bench.park", _on(benches), name + "/bench", vary=0.0,
                  yaw_deg=np.where(np.array(benches)[:, 0] > 0, -90.0, 90.0)),
        *cars,
        *homes,
    )  # fmt: skip


def _on(places: object, z_m: float = GROUND_M) -> F64:
    spots = np.array(places, np.float64).reshape(-1, 2)
    return np.column_stack([spots, np.full(len(spots), z_m)])


def collision() -> Collision:
    """Foyer and box are solid; court, steps, deck and car park carry."""
    x, y = body.HALF_X, body.HALF_Y
    hall = plot((-x + 1.6, -y + body.SET_BACK_M), (x - 1.6, y))
    solids = (stair.wall_prism(hall, 13.5, -1.5),)
    floors = [stair.floor(plot(*span), GROUND_M, -1.5) for span in (COURT, *SIDES, PARK)]
    floors.append(stair.floor(plot(*DECK), body.DECK_M, -1.0))
    floors += stair.straight_floors(27.2, body.DECK_M, STEPS, tread_m=TREAD_M, y_m=DECK[0][1])
    return Collision(solids, tuple(floors))
