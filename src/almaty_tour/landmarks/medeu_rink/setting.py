"""Round the rink: forecourt, avenue, road and river, compressors, garden walls, settling pond."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block, grid_faces, prism, sheet, sweep
from almaty_tour.kit.hexahedra import hexahedra, struts
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.rail import railing
from almaty_tour.kit.solid import solid
from almaty_tour.kit.transform import at
from almaty_tour.kit.wall import rhythm, walls
from almaty_tour.landmarks._shared.bare import OVER, UNDER, bare
from almaty_tour.landmarks.medeu_rink import plan
from almaty_tour.landmarks.medeu_rink.plan import F64, rods
from almaty_tour.mesh.data import MeshData, merge

G = plan.GROUND_Z_M
POND = (-12.0, 190.0)
POND_R_M = 31.0
POND_Z_M = 20.0
YELLOW = Paint("painted_metal", "#E8B62C")
GREEN_PIPE = Paint("painted_metal", "#3F8A6A")
ROOF_TILE = Paint("roof_metal", "#C8642E")
BLOOM = Paint("foliage", "#C4566A")
KERB = Paint("granite", "#B0ABA2")


def forecourt() -> MeshData:
    """Asphalt with a paved middle, beds of lawn with kerbs, bollards."""
    y0, y1 = -222.0, -136.0
    yard = tiles((-46.0, y0), (40.0, -118.0), 0.05, plan.ASPHALT, 12.0)
    walk = tiles((-7.0, y0), (7.0, y1 - 2.0), 0.1, plan.PAVING, 7.0)
    beds = []
    for x in (-31.0, 25.0):
        for y in (-200.0, -170.0):
            outline = p.rounded_rectangle(20.0, 16.0, 4.0, 4, (x, y))
            beds.append(prism(p.offset(outline, 0.3), -0.5, 0.22, KERB, crease_deg=30.0))
            beds.append(prism(outline, -0.4, 0.27, plan.LAWN))
            beds.append(prism(np.add(p.ellipse(5.0, 3.2, 24), [x, y]), -0.3, 0.45, KERB))
            beds.append(prism(np.add(p.ellipse(4.7, 2.9, 24), [x, y]), -0.3, 0.5, BLOOM))
    lines = [
        block((x - 0.07, y, 0.0), (x + 0.07, y + 5.0, 0.075), plan.WHITE)
        for x in np.arange(-44.0, -10.0, 2.7)
        for y in (-147.0,)
    ]
    balls = at(_bollard(), [(x, -136.5) for x in np.arange(-40.0, 41.0, 4.0) if abs(x) > 8.0])
    return merge([yard, walk, *beds, *lines, balls])


def _bollard() -> MeshData:
    return prism(p.regular(8, 0.28), -0.4, 0.75, plan.RAMP, top_outline=p.regular(8, 0.16))


def apron() -> MeshData:
    """Paved ground beside and behind the bowl, so that it does not stand in the grass."""
    west = tiles((66.0, -50.0), (76.0, 60.0), G + 0.1, plan.ASPHALT, 6.0)
    east = tiles((-80.0, -66.0), (-66.0, 96.0), G + 0.1, plan.ASPHALT, 6.0)
    south = tiles((-66.0, 112.0), (62.0, 121.0), G + 0.1, plan.ASPHALT, 6.0)
    return merge([west, east, south])


def compressors() -> MeshData:
    """The row of cooling units behind the bend, on a plinth beside the mural wall."""
    plinth = block((14.0, 122.5, G - 1.0), (46.0, 132.0, G + 0.8), plan.CONCRETE)
    unit = merge(
        [
            block((-1.6, -3.2, 0.9), (1.6, 3.2, 3.4), plan.RAIL),
            block((-1.7, -3.3, 3.4), (1.7, 3.3, 3.6), plan.WHITE),
            block((-1.66, -2.9, 1.3), (1.66, 2.9, 3.0), plan.DARK),
            *[prism(np.add(p.circle(1.0, 12), [0.0, y]), 3.6, 4.0, plan.DARK) for y in (-1.6, 1.6)],
            *[bare(block((x, y, 0.0), (x + 0.25, y + 0.25, 0.9), plan.DARK), UNDER, OVER)
              for x in (-1.5, 1.25) for y in (-3.0, 2.75)],
        ]
    )  # fmt: skip
    row = at(unit, [(17.0 + 4.0 * n, 127.4, G + 0.8) for n in range(7)])
    colours = ("#2FA7B4", "#E9A13B", "#D9C23C", "#2F7FB4", "#E06A3A")
    mural = [
        block((-34.0 + 6.0 * n, 123.0, G - 1.0), (-28.0 + 6.0 * n, 124.0, G + 4.2 - 0.5 * (n % 2)),
              Paint("painted_metal", colours[n % 5]))
        for n in range(7)
    ]  # fmt: skip
    return merge([plinth, row, *mural])


def garden_walls() -> MeshData:
    """Two curved retaining walls that lift the garden to the level of the pond."""
    pieces = []
    for radius, low, high in ((57.0, G - 1.5, G + 5.6), (46.0, G + 1.0, POND_Z_M + 0.9)):
        turn = np.radians(np.linspace(212.0, 330.0, 25))
        arc = np.stack([np.cos(turn), np.sin(turn)], axis=1) * radius + np.array(POND)
        wall = p.line((-0.8, low), (0.0, low), (-0.15, high), (-0.7, high))
        cap = p.line((-0.85, high), (0.02, high), (0.02, high + 0.22), (-0.85, high + 0.22))
        pieces.append(sweep(wall, arc, plan.CONCRETE, closed=False))
        pieces.append(sweep(cap, arc, plan.PALE, closed=False))
        pieces.append(
            railing(arc, plan.RAIL, z_m=high + 0.2, height_m=0.9, post_m=4.0, bars=1, bar_m=0.06)
        )
    return merge(pieces)


def pond() -> MeshData:
    """The round settling pond with its pale rim and the yellow truss bridge to the middle."""
    x, y = POND
    z = POND_Z_M
    ring = p.circle(POND_R_M, 48) + np.array(POND)
    rim = p.line((-1.2, -1.0), (0.0, -1.0), (0.0, 0.75), (-0.35, 0.85), (-1.2, 0.85))
    walk = p.line((-2.9, -0.6), (0.0, -0.6), (0.0, 0.09), (-2.9, 0.09))
    water = _disc(POND_R_M - 1.0, z + 0.45)
    pieces = [
        sweep(rim, ring, plan.PALE, z_m=z),
        sweep(walk, p.offset(ring, 2.9), plan.PAVING, z_m=z),
        water,
        prism(p.circle(1.5, 16) + np.array(POND), z - 1.0, z + 1.7, plan.CONCRETE),
        railing(p.offset(ring, 0.1), plan.RAIL, z_m=z + 0.8, closed=True, post_m=4.0, bars=1,
                bar_m=0.05),
        _bridge(x, y, z),
        _pump(x, y, z),
    ]  # fmt: skip
    return merge(pieces)


def _disc(radius_m: float, z_m: float) -> MeshData:
    """Water in rings, for the shade of its rim."""
    rings = np.array([0.02, 0.4, 0.75, 0.95, 1.0]) * radius_m
    turn = np.arange(48) * (2 * np.pi / 48)
    unit = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    points = (rings[:, None, None] * unit).reshape(-1, 2) + np.array(POND)
    faces = grid_faces(len(rings), 48, wrap_columns=True)
    return solid(np.column_stack([points, np.full(len(points), z_m)]), faces, plan.WATER)


def _bridge(x: float, y: float, z: float) -> MeshData:
    """A box truss on the radius towards the rink: deck, chords, posts, diagonals."""
    low, high, count = z + 1.3, z + 2.6, 14
    start, end = y - POND_R_M - 0.6, y
    ys = np.linspace(start, end, count + 1)
    pieces = [block((x - 0.75, start, low - 0.12), (x + 0.75, end, low), plan.STEEL)]
    for side in (-0.85, 0.85):
        foot = np.column_stack([np.full(count + 1, x + side), ys, np.full(count + 1, low)])
        head = np.add(foot, [0.0, 0.0, high - low])
        pieces.append(struts(foot[:1], foot[-1:], 0.22, YELLOW))
        pieces.append(struts(head[:1], head[-1:], 0.18, YELLOW))
        pieces.append(rods(foot, head, 0.15, YELLOW))
        pieces.append(rods(foot[:-1], head[1:], 0.13, YELLOW))
    return merge(pieces)


def _pump(x: float, y: float, z: float) -> MeshData:
    """The green intake pipe and two small houses with orange roofs."""
    pipe = struts([(x + 24.0, y - 12.0, z + 1.4)], [(x + 36.0, y - 18.0, z + 1.4)], 0.9, GREEN_PIPE)
    well = prism(np.add(p.circle(1.7, 16), [x + 36.5, y - 18.2]), z - 1.0, z + 2.6, GREEN_PIPE)
    window = Opening(0.9, 0.9, reveal_m=0.15, bars=(2, 1))
    door = Opening(1.1, 2.0, glass=Paint("wood", "#6C5138"), frame_m=0.0)
    sides = {0: rhythm(5.2, 1, door, 0.0), 1: rhythm(4.2, 1, window, 1.1)}
    house = merge(
        [
            walls(p.rectangle(5.2, 4.2), 2.8, plan.WHITE, {**sides, 3: sides[1]}),
            block((-2.7, -2.2, -1.2), (2.7, 2.2, 0.06), plan.CONCRETE),
            prism(p.rectangle(6.4, 5.4), 2.75, 4.0, ROOF_TILE,
                  top_outline=p.rectangle(2.0, 0.8), crease_deg=0.0),
        ]
    )  # fmt: skip
    spots = [(x - 36.5, y - 4.0, z), (x + 36.0, y + 6.0, z)]
    return merge([pipe, well, at(house, spots, turn_deg=[80.0, -95.0])])


def shelters() -> MeshData:
    """Concrete umbrellas by the garden: T-shaped slabs on twin posts, one over the other."""
    slab = hexahedra(
        np.array([[(-5.0, -2.4, 4.6), (5.0, -2.4, 4.6), (5.0, 2.4, 4.6), (-5.0, 2.4, 4.6),
                   (-5.6, -2.8, 5.5), (5.6, -2.8, 5.5), (5.6, 2.8, 5.5), (-5.6, 2.8, 5.5)]]),
        plan.PALE,
    )  # fmt: skip
    posts = [block((x - 0.4, -0.5, -1.0), (x + 0.4, 0.5, 4.7), plan.PALE) for x in (-2.2, 2.2)]
    low = at(merge([slab, *posts]), [(0.0, 0.0, 0.0), (8.5, 2.0, -1.6)], turn_deg=[0.0, 18.0])
    return at(low, [(-44.0, 134.0, G)], turn_deg=[25.0])


def lamp_places() -> F64:
    """(k, 3) lamps round the forecourt."""
    return np.array([(x, y, 0.05) for x in (-45.0, 39.0) for y in (-216.0, -188.0, -160.0)])


def car_places() -> F64:
    """(k, 3) parked cars between the lines of the forecourt."""
    x = np.arange(-42.6, -11.0, 2.7)
    west = np.column_stack([x, np.full(len(x), -144.4), np.full(len(x), 0.06)])
    x = np.arange(12.0, 38.0, 3.0)
    east = np.column_stack([x, np.full(len(x), -150.0), np.full(len(x), 0.06)])
    return np.concatenate([west[[0, 1, 3, 4, 5, 8, 10]], east[[0, 2, 3, 5, 6]]])


def lawns() -> MeshData:
    """The round formal garden behind the bowl: grass, two crossing paths, a bed."""
    centre = (-8.0, 132.5)
    ring = p.circle(7.5, 32) + np.array(centre)
    return diced(
        merge(
            [
                prism(p.offset(ring, 0.9), G - 0.6, G + 0.14, plan.PAVING),
                prism(ring, G - 0.5, G + 0.2, plan.LAWN),
                prism(p.circle(2.4, 20) + np.array(centre), G - 0.4, G + 0.45, KERB),
                sheet(p.circle(2.1, 20) + np.array(centre), G + 0.5, Paint("foliage", "#B8505C")),
            ]
        ),
        9.0,
    )
