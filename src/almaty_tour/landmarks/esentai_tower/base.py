"""The foot of Esentai Tower: open lobby behind columns, canopies, the low podium wing."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit.curtain import around
from almaty_tour.kit.extrude import block, box, prism, sheet
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.lathe import cylinder
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.rail import parapet
from almaty_tour.kit.transform import at, move, turn_z
from almaty_tour.landmarks.esentai_tower import plan
from almaty_tour.landmarks.esentai_tower.name import hotel_name
from almaty_tour.mesh.data import MeshData, merge

HALL = p.rectangle(46.5, 7.3, (-1.25, -6.65))
HALL_TOP_M = 12.2
COLUMN_X = np.linspace(-25.2, 21.4, 8)
COLUMN_Y_M = -12.4
WING = p.rectangle(22.6, 20.0, (-38.6, 1.0))
WING_TOP_M = 14.0
CANOPY = p.rectangle(24.0, 11.0, (5.0, -17.2))
CANOPY_M = 5.6


def base() -> MeshData:
    """Plinths, lobby, columns, doors and the wing."""
    return merge(
        [
            prism(p.offset(plan.TALL, 0.06), -1.5, 0.35, plan.STONE),
            prism(p.offset(HALL, 0.1), -1.5, 0.32, plan.STONE),
            around(HALL, 0.0, HALL_TOP_M, plan.LOBBY, "esentai hall", edges=[0, 1, 3]),
            prism(plan.LOW, HALL_TOP_M, plan.LOBBY_M, plan.PALE_METAL),
            columns(),
            doors(),
            wing(),
        ]
    )


def columns() -> MeshData:
    """Stone-clad columns that carry the low slab before the lobby."""
    shaft = merge(
        [
            box(1.1, 1.1, HALL_TOP_M + 1.5, plan.STONE, bottom_m=-1.5),
            box(1.4, 1.4, 0.6, plan.STONE.shaded(0.8)),
            box(1.25, 1.25, 0.25, plan.METAL, bottom_m=HALL_TOP_M - 0.3),
        ]
    )
    return at(shaft, [(x, COLUMN_Y_M) for x in COLUMN_X])


def doors() -> MeshData:
    """Two revolving doors in round glass drums, and lamps in the soffit."""
    drum = merge(
        [
            cylinder(1.5, 2.9, plan.LOBBY_GLASS, bottom_m=0.05, sides=16),
            cylinder(1.6, 0.35, plan.METAL, bottom_m=2.9, sides=16),
            struts(
                [(1.52 * np.cos(a), 1.52 * np.sin(a), 0.05) for a in np.linspace(0, 6.28, 9)[:-1]],
                [(1.52 * np.cos(a), 1.52 * np.sin(a), 2.9) for a in np.linspace(0, 6.28, 9)[:-1]],
                0.09,
                plan.METAL,
            ),
        ]
    )
    lamp = box(1.2, 0.3, 0.06, Paint("lamp_glass"), bottom_m=HALL_TOP_M - 0.08)
    spots = [(x, -11.6) for x in (COLUMN_X[:-1] + COLUMN_X[1:]) / 2]
    return merge([at(drum, [(1.0, -10.6), (9.0, -10.6)]), at(lamp, spots)])


def canopy() -> MeshData:
    """The hotel's canopy over the drive: a metal rim, ribs, glass, four columns, the name."""
    x0, y0 = CANOPY[0]
    x1, y1 = CANOPY[2]
    rim = [
        block((x0, y0, CANOPY_M), (x1, y0 + 0.4, CANOPY_M + 0.8), plan.PALE_METAL),
        block((x0, y1 - 0.4, CANOPY_M), (x1, y1, CANOPY_M + 0.8), plan.PALE_METAL),
        block((x0, y0 + 0.4, CANOPY_M), (x0 + 0.4, y1 - 0.4, CANOPY_M + 0.8), plan.PALE_METAL),
        block((x1 - 0.4, y0 + 0.4, CANOPY_M), (x1, y1 - 0.4, CANOPY_M + 0.8), plan.PALE_METAL),
    ]
    ribs_x = np.linspace(x0 + 2.0, x1 - 2.0, 11)
    ribs = struts(
        [(x, y0 + 0.3, CANOPY_M + 0.4) for x in ribs_x],
        [(x, y1 - 0.3, CANOPY_M + 0.4) for x in ribs_x],
        0.12,
        plan.METAL,
        depth_m=0.35,
        caps=False,
    )
    pane = p.rectangle(x1 - x0 - 0.6, y1 - y0 - 0.6, (5.0, -17.2))
    glass = prism(pane, CANOPY_M + 0.58, CANOPY_M + 0.66, plan.LOBBY_GLASS)
    post = merge(
        [
            cylinder(0.28, CANOPY_M + 1.5, plan.PALE_METAL, bottom_m=-1.5, sides=14),
            cylinder(0.5, 0.5, plan.STONE, sides=14),
        ]
    )
    posts = at(post, [(x, y0 + 1.3) for x in (x0 + 1.5, -2.0, 12.0, x1 - 1.5)])
    lamps = at(
        box(0.5, 0.5, 0.06, Paint("lamp_glass"), bottom_m=CANOPY_M + 0.12),
        [(x, y) for x in ribs_x[1::2] for y in (-20.0, -15.0)],
    )
    word = hotel_name(0.55, Paint("lettering", "#F2E6C8"), out_m=0.1, spacing_m=0.06)
    name = move(word, 5.0, y0 - 0.01, CANOPY_M + 0.14)
    return merge([*rim, ribs, glass, posts, lamps, name])


def office_door() -> MeshData:
    """The entrance of the offices on the far side: a slab canopy, a stone frame, the name."""
    y = 13.3
    slab = block((-9.0, y, 4.6), (9.0, y + 4.2, 5.0), plan.PALE_METAL)
    ties = struts(
        [(x, y + 3.8, 5.0) for x in (-8.0, 0.0, 8.0)],
        [(x, y + 0.1, 8.4) for x in (-8.0, 0.0, 8.0)],
        0.1,
        plan.METAL,
    )
    frame = [
        block((-9.4, y - 0.02, -1.5), (-8.6, y + 0.7, 6.0), plan.STONE),
        block((8.6, y - 0.02, -1.5), (9.4, y + 0.7, 6.0), plan.STONE),
        block((-9.4, y - 0.02, 6.0), (9.4, y + 0.7, 7.0), plan.STONE),
    ]
    word = lettering("ESENTAI", 0.7, Paint("lettering", "#3A4044"), out_m=0.1)
    name = move(turn_z(word, 180.0), 0.0, y + 0.72, 6.15)
    return merge([slab, ties, *frame, name])


def wing() -> MeshData:
    """The three-storey podium wing beside the tower: stone frames, glass, a roof garden."""
    frame = p.offset(WING, 0.35)
    a, c = WING[0], WING[2]
    pieces = [
        prism(p.offset(WING, 0.3), -1.5, 0.5, plan.STONE.shaded(0.85)),
        around(WING, 0.0, WING_TOP_M - 0.9, plan.LOBBY, "esentai wing"),
        sheet(WING, WING_TOP_M, Paint("paving", "#B5AFA6")),
        parapet(frame, plan.STONE, height_m=2.0, thickness_m=0.5, z_m=WING_TOP_M - 1.0),
    ]
    pier = box(0.9, 0.7, WING_TOP_M - 0.4, plan.STONE, bottom_m=-0.5)
    x = np.linspace(a[0] + 0.3, c[0] - 1.0, 5)
    y = np.linspace(a[1] + 0.3, c[1] - 0.3, 4)
    pieces.append(at(pier, [(v, w) for v in x for w in (a[1] - 0.1, c[1] + 0.1)]))
    pieces.append(at(turn_z(pier, 90.0), [(a[0] - 0.1, v) for v in y]))
    tub = merge(
        [
            box(5.0, 1.6, 0.7, plan.STONE),
            box(4.7, 1.3, 0.7, Paint("foliage", "#5C7A44"), bottom_m=0.5),
        ]
    )
    pieces.append(at(tub, [(v, w, WING_TOP_M) for v in (-45.0, -38.0, -31.0) for w in (-6.0, 8.0)]))
    pieces.append(_pergola())
    return merge(pieces)


def _pergola() -> MeshData:
    """A timber pergola in the middle of the roof garden."""
    z = WING_TOP_M
    wood = Paint("wood", "#8C5F3C")
    feet = [(x, y) for x in (-44.0, -39.0, -34.0) for y in (-1.8, 3.8)]
    posts = struts([(x, y, z) for x, y in feet], [(x, y, z + 2.7) for x, y in feet], 0.2, wood)
    slat_x = np.arange(-44.6, -33.0, 0.7)
    slats = struts(
        [(x, -2.6, z + 2.85) for x in slat_x],
        [(x, 4.6, z + 2.85) for x in slat_x],
        0.12,
        wood,
        depth_m=0.26,
    )
    return merge([posts, slats])
