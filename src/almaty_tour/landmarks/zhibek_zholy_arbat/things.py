"""Lamps, arches of light, kiosks, easels and bronze figures of the pedestrian street."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, pylon, roof, statue, transform
from almaty_tour.kit.chisel import chiselled
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.profile import F64
from almaty_tour.kit.solid import solid
from almaty_tour.kit.tube import tube
from almaty_tour.landmarks.zhibek_zholy_arbat import plan
from almaty_tour.landmarks.zhibek_zholy_arbat.plan import (
    BLACK,
    BRONZE,
    LIGHT_BULB,
    POST,
    TIMBER,
    on_floor,
)
from almaty_tour.mesh.data import MeshData, merge

LAMP_M = 6.4
ARCH_M, ARCH_HALF_M, SPAN_M = 3.6, 2.3, 5.0
ROOF = Paint("roof_metal", "#4E5B57")
CREAM = Paint("painted_metal", "#E6DCC6")
CANVAS = ("#C9543B", "#4C7FA8", "#D9A441", "#5E8C5A", "#8A6BA6", "#D8C7A6")
KIOSKS_AT = ((-10.4, -14.0), (-10.4, 26.0), (10.6, -60.0))
FIGURES_AT = ((4.6, -12.0), (-5.2, 58.0), (4.8, -78.0))


def lamps_at() -> F64:
    """(k, 2) feet of the lamps, in two rows."""
    y = np.arange(plan.EAST_M + 9.0, plan.WEST_M - 4.0, 24.0)
    return np.concatenate(
        [np.column_stack([np.full(len(y), x), y + dy]) for x, dy in ((9.7, 0.0), (-9.7, 12.0))]
    )


def lamps() -> MeshData:
    """Pale posts with two swung arms, a bell-shaped lantern hanging from each."""
    post = lathe.lathe(
        profile.line(
            (0.26, 0.0),
            (0.2, 0.5),
            (0.09, 0.75),
            (0.05, LAMP_M - 0.6),
            (0.1, LAMP_M - 0.45),
            (0.0, LAMP_M),
        ),
        POST,
        sides=5,
        caps=False,
        crease_deg=60.0,
    )
    arm = [
        (0.0, 0.0, LAMP_M - 1.3),
        (0.45, 0.0, LAMP_M - 0.75),
        (0.85, 0.0, LAMP_M - 0.72),
        (0.95, 0.0, LAMP_M - 1.0),
    ]
    bell = lathe.lathe(
        profile.line((0.34, 0.0), (0.2, 0.2), (0.0, 0.42)), POST, sides=6, caps=False
    )
    glow = lathe.lathe(profile.line((0.0, -0.16), (0.26, 0.0)), LIGHT_BULB, sides=6, caps=False)
    head = transform.move(merge([bell, glow]), 0.95, 0.0, LAMP_M - 1.45)
    side = merge([tube(np.array(arm), 0.04, POST, sides=3), head])
    lamp = merge([post, side, transform.turn_z(side, 180.0)])
    return transform.at(lamp, on_floor(lamps_at()))


def tunnel() -> MeshData:
    """Black posts in tubs carry arches with strings of bulbs: a walk under lights."""
    start, end = plan.TUNNEL_Y
    count = round((end - start) / SPAN_M) + 1
    y = np.linspace(start, end, count)
    h, r = ARCH_M, ARCH_HALF_M
    bow = profile.arc((0.0, h), (r, 0.95), 0.0, 180.0, 8)
    rib = tube(np.column_stack([bow[:, 0], np.zeros(9), bow[:, 1]]), 0.05, BLACK, sides=4)
    legs = [block((x - 0.06, -0.06, 0.0), (x + 0.06, 0.06, h), BLACK) for x in (-r, r)]
    tubs = [lathe.lathe(profile.line((0.3, 0.0), (0.36, 0.62), (0.0, 0.62)), BLACK, sides=8)]
    feet = [transform.move(tub, x) for tub in tubs for x in (-r, r)]
    one = merge([rib, *legs, *feet])
    arches = transform.at(one, on_floor(np.column_stack([np.full(count, plan.TUNNEL_X), y])))
    return merge([arches, _strings(y, bow)])


def _strings(y: F64, bow: F64) -> MeshData:
    """Wires between the arches, a bulb every metre."""
    bulbs, starts, ends = [], [], []
    for x, z in bow[::2]:
        a = np.column_stack([np.full(len(y), plan.TUNNEL_X + x), y, plan.floor_m(y) + z])
        starts.append(a[:-1])
        ends.append(a[1:])
        for share in (0.2, 0.5, 0.8):
            spot = a[:-1] + share * (a[1:] - a[:-1])
            spot[:, 2] -= 0.1 + 0.5 * share * (1 - share)
            bulbs.append(spot)
    gem = solid(
        [(0.09, 0, 0), (-0.05, 0.08, 0), (-0.05, -0.08, 0), (0, 0, 0.1), (0, 0, -0.1)],
        [(0, 1, 3), (1, 2, 3), (2, 0, 3), (1, 0, 4), (2, 1, 4), (0, 2, 4)],
        LIGHT_BULB,
        crease_deg=0.0,
    )
    wires = pylon.rods(np.concatenate(starts), np.concatenate(ends), 0.018, BLACK, sides=3)
    return merge([wires, transform.at(gem, np.concatenate(bulbs))])


def kiosks() -> MeshData:
    """Small timber and glass stalls with a hipped roof and a counter."""
    body = merge(
        [
            block((-1.5, -1.1, 0.0), (1.5, 1.1, 1.0), TIMBER),
            block((-1.4, -1.0, 1.0), (1.4, 1.0, 2.3), Paint("window")),
            block((-1.55, -1.15, 2.3), (1.55, 1.15, 2.55), CREAM),
            transform.move(roof.hip(3.9, 3.1, 0.9, ROOF), z=2.55),
            block((-1.6, -1.5, 0.95), (1.6, -1.05, 1.05), CREAM),
            *(
                block((x - 0.07, y - 0.07, 0.0), (x + 0.07, y + 0.07, 2.3), TIMBER)
                for x in (-1.45, 0.0, 1.45)
                for y in (-1.05, 1.05)
            ),
        ]
    )
    turn = [90.0 if x < 0 else -90.0 for x, _ in KIOSKS_AT]
    return transform.at(body, on_floor(KIOSKS_AT), turn_deg=turn)


def easels() -> MeshData:
    """The street painters: easels with pictures, in a loose row."""
    legs = pylon.rods(
        [(-0.4, 0.0, 0.0), (0.4, 0.0, 0.0), (0.0, 0.7, 0.0)],
        [(-0.08, 0.12, 1.9), (0.08, 0.12, 1.9), (0.0, 0.2, 1.75)],
        0.03,
        TIMBER,
        sides=4,
    )
    board = transform.turn(block((-0.55, -0.06, 0.0), (0.55, 0.0, 0.85), CREAM), "x", -8.0)
    stand = merge([legs, transform.move(board, 0.0, 0.0, 0.85)])
    spots = np.array([(11.0 - 0.3 * (k % 2), -42.0 + 3.0 * k) for k in range(10)])
    turn = -90.0 + 9.0 * ((np.arange(10) * 7) % 5 - 2)
    pieces = [transform.at(stand, on_floor(spots), turn_deg=turn)]
    picture = np.array(
        [[(-0.47, -0.075, 0.06), (0.47, -0.075, 0.06), (0.47, -0.075, 0.79), (-0.47, -0.075, 0.79)]]
    )
    for k, colour in enumerate(CANVAS):
        face = transform.turn(quadrilaterals(picture, Paint("plaster", colour)), "x", -8.0)
        face = transform.move(face, 0.0, 0.0, 0.85)
        mine = np.arange(10) % len(CANVAS) == k
        pieces.append(transform.at(face, on_floor(spots[mine]), turn_deg=turn[mine]))
    return merge(pieces)


def figures() -> MeshData:
    """Bronzes at eye level: an accordion player, a painter at work, a passer-by with a book."""
    spots = on_floor(FIGURES_AT)
    player = merge(
        [
            chiselled(statue.seated(1.5, BRONZE, triangles=950), BRONZE),
            extrude.box(0.62, 0.5, 0.5, BRONZE, centre=(0.0, 0.12)),
            *(
                block(
                    (-0.36 + 0.09 * k, -0.5 + 0.02 * (k % 2), 0.72),
                    (-0.28 + 0.09 * k, -0.22, 1.12),
                    BRONZE.shaded(0.8 + 0.2 * (k % 2)),
                )
                for k in range(8)
            ),
        ]
    )
    easel = merge(
        [
            pylon.rods(
                [(-0.45, -0.7, 0), (0.45, -0.7, 0), (0.0, -1.4, 0)],
                [(0.0, -0.85, 2.0), (0.0, -0.85, 2.0), (0.0, -0.85, 1.9)],
                0.035,
                BRONZE,
            ),
            transform.move(block((-0.5, -0.02, 0.0), (0.5, 0.02, 0.8), BRONZE), 0.0, -0.74, 1.0),
        ]
    )
    painter = merge(
        [
            chiselled(
                statue.standing(1.8, BRONZE, pose="forward", robe=False, triangles=950), BRONZE
            ),
            easel,
        ]
    )
    reader = chiselled(statue.standing(1.8, BRONZE, pose="book", robe=False, triangles=950), BRONZE)
    base = extrude.prism(profile.circle(1.0, 16), -0.1, 0.12, plan.CURB)
    trio = [
        transform.move(merge([base, transform.move(one, z=0.12)]), *spot)
        for one, spot in zip((player, painter, reader), spots, strict=True)
    ]
    return merge(trio)


def theatre() -> MeshData:
    """Three half rings of timber seats on the south side, open to the street."""
    tiers = []
    for k in range(3):
        outer, inner = 5.6 - 0.9 * k, 4.7 - 0.9 * k
        top = 1.26 - 0.42 * k
        ring = np.concatenate(
            [
                profile.arc((0.0, 0.0), outer, 100.0, 260.0, 12),
                profile.arc((0.0, 0.0), inner, 260.0, 100.0, 12),
            ]
        )
        tiers.append(extrude.prism(ring, -0.2, top - 0.08, plan.CURB))
        tiers.append(extrude.prism(ring, top - 0.08, top, TIMBER))
    x, y = plan.THEATRE_AT
    return transform.move(merge(tiers), x + 5.4, y, plan.PLATE_M)


def theatre_plot() -> F64:
    """Outline of the seats, for collision and for trees that keep away."""
    ring = np.concatenate(
        [
            profile.arc((0.0, 0.0), 5.4, 102.0, 258.0, 10),
            profile.arc((0.0, 0.0), 3.1, 258.0, 102.0, 10),
        ]
    )
    return profile.counter_clockwise(ring + np.array(plan.THEATRE_AT) + np.array([5.4, 0.0]))


def cafe() -> MeshData:
    """White umbrellas over round tables along the south side."""
    cloth = lathe.lathe(
        profile.line((1.75, 2.35), (0.9, 2.75), (0.0, 3.05)),
        Paint("plaster", "#F0E8D8"),
        sides=8,
        crease_deg=0.0,
    )
    pole = lathe.cylinder(0.04, 3.0, BLACK, sides=4)
    table = lathe.lathe(
        profile.line((0.05, 0.1), (0.05, 0.72), (0.5, 0.74), (0.5, 0.78), (0.0, 0.78)),
        TIMBER,
        sides=8,
    )
    seat = merge(
        [
            block((-0.2, -0.2, 0.42), (0.2, 0.2, 0.47), BLACK),
            block((-0.2, 0.16, 0.0), (0.2, 0.2, 0.9), BLACK),
            block((-0.2, -0.2, 0.0), (0.2, -0.16, 0.42), BLACK),
        ]
    )
    set_ = merge([cloth, pole, table, transform.around(transform.turn_z(seat, 180.0), 3, 0.95)])
    y = np.linspace(*plan.CAFE_Y, 7)
    return transform.at(set_, on_floor(np.column_stack([np.full(7, -9.6), y])), turn_deg=23.0 * y)
