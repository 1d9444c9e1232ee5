"""The hotel with its slate mansard, chalets with red roofs, cabins on stilts, a yurt, decks."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block, prism
from almaty_tour.kit.hexahedra import hexahedra, struts
from almaty_tour.kit.lathe import lathe
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.rail import railing
from almaty_tour.kit.roof import gable
from almaty_tour.kit.transform import along, at, move, turn_z
from almaty_tour.kit.wall import Placed, rhythm, walls
from almaty_tour.mesh.data import MeshData, merge

TIMBER = Paint("wood", "#A9744A")
DARK_TIMBER = Paint("wood", "#7A5234")
CREAM = Paint("plaster", "#E9DFC8")
SLATE = Paint("roof_metal", "#3F454A")
RED_ROOF = Paint("roof_metal", "#B8392F")
GREEN_ROOF = Paint("roof_metal", "#4C6B52")
STONE = Paint("rock_faced", "#8D867C")
PAVING = Paint("paving", "#B8B0A4")
WHITE = Paint("plaster", "#F0EEE8")
RED = Paint("painted_metal", "#B5302C")
GLASS_DOOR = Opening(2.2, 2.3, reveal_m=0.2, bars=(2, 1))
HOTEL = (-40.0, 26.0)
HOTEL_M = (58.0, 15.0)
STOREY_M = 3.1
CHALETS = ((-62.0, -38.0, 40.0), (-44.0, -58.0, 10.0), (-20.0, -66.0, -12.0))
CABINS = tuple((62.0, 18.0 + 9.0 * n) for n in range(5))


def hotel() -> MeshData:
    """Three storeys of timber balconies under a slate mansard with dormer windows."""
    width, depth = HOTEL_M
    plan = p.rectangle(width, depth)
    bays = 14
    rows: list[Placed] = []
    for storey in range(3):
        rows += rhythm(width, bays, GLASS_DOOR, 1.0 + storey * STOREY_M, margin_m=1.0)
    side = [q for s in range(3) for q in rhythm(depth, 3, Opening(1.4, 1.5, bars=(2, 1)),
                                                 1.3 + s * STOREY_M)]  # fmt: skip
    body = diced(walls(plan, 10.2, CREAM, {0: rows, 1: side, 2: rows, 3: side}, z_m=0.0), 5.0)
    base = prism(p.offset(plan, 0.25), -1.5, 0.9, STONE, crease_deg=0.0)
    mansard = prism(p.offset(plan, 0.9), 10.1, 13.4, SLATE, top_outline=p.offset(plan, -1.2),
                    crease_deg=0.0)  # fmt: skip
    lid = prism(p.offset(plan, -1.1), 13.3, 13.8, SLATE, crease_deg=0.0)
    dormer = merge(
        [
            block((-1.1, -1.2, 0.0), (1.1, 1.6, 1.9), SLATE),
            block((-0.85, -1.26, 0.3), (0.85, -1.16, 1.6), Paint("window")),
        ]
    )
    front = -depth / 2
    dormers = along(
        dormer, (-width / 2 + 3, front - 0.1, 10.8), (width / 2 - 3, front - 0.1, 10.8), 12
    )
    whole = merge([body, base, mansard, lid, dormers, _balconies(width, front, bays)])
    return move(merge([whole, _sign(front)]), *HOTEL)


def _balconies(width: float, front: float, bays: int) -> MeshData:
    """Floors, boarded fronts and posts of the galleries; flower boxes on the rails."""
    pieces = []
    step = (width - 2.0) / bays
    for storey in range(1, 4):
        z = storey * STOREY_M + 0.75
        pieces.append(diced(block((-width / 2 + 0.6, front - 1.9, z - 0.2),
                                  (width / 2 - 0.6, front, z), DARK_TIMBER), 6.0))  # fmt: skip
        if storey < 3:
            reach = step / 2 - 0.12
            board = block((-reach, front - 1.9, z + 0.12), (reach, front - 1.8, z + 0.95),
                          TIMBER)  # fmt: skip
            x = -width / 2 + 1.0 + step * (np.arange(bays) + 0.5)
            pieces.append(at(board, np.column_stack([x, np.zeros(bays), np.zeros(bays)])))
            flowers = block((-1.1, front - 2.15, z + 0.75), (1.1, front - 1.9, z + 1.05),
                            Paint("foliage", "#B8505C"))  # fmt: skip
            pieces.append(at(flowers, np.column_stack([x, np.zeros(bays), np.zeros(bays)])))
    x = -width / 2 + 1.0 + step * np.arange(bays + 1)
    foot = np.column_stack([x, np.full(bays + 1, front - 1.8), np.zeros(bays + 1)])
    pieces.append(struts(foot, np.add(foot, [0.0, 0.0, 10.3]), 0.24, DARK_TIMBER))
    return merge(pieces)


def _sign(front: float) -> MeshData:
    word = lettering("SHYMBULAK", 1.5, Paint("lettering", "#F1EFEA"), out_m=0.15, bold_m=0.02)
    plate = block((-8.0, front + 1.0, 13.6), (8.0, front + 1.2, 16.2), SLATE)
    return merge([plate, move(word, 0.0, front + 0.98, 14.1)])


def chalet(roof: Paint) -> MeshData:
    """A house of two storeys: stone foot, cream wall, boarded gable, a balcony to the front."""
    plan = p.rectangle(11.0, 9.0)
    window = Opening(1.2, 1.4, reveal_m=0.2, bars=(2, 2), surround=DARK_TIMBER, surround_m=0.14)
    door = Opening(1.3, 2.2, glass=DARK_TIMBER, frame_m=0.0)
    lower = (*rhythm(11.0, 3, window, 1.4)[::2], *rhythm(11.0, 1, door, 0.4),
             *rhythm(11.0, 3, window, 4.4))  # fmt: skip
    side = (*rhythm(9.0, 2, window, 1.4), *rhythm(9.0, 2, window, 4.4))
    body = walls(plan, 6.4, CREAM, {0: lower, 1: side, 2: side[:0], 3: side}, z_m=0.0)
    base = prism(p.offset(plan, 0.2), -1.5, 0.6, STONE, crease_deg=0.0)
    lid = gable(11.0, 9.0, 4.2, roof, z_m=6.3, eaves_m=1.1, along_y=True)
    boards = [
        hexahedra(np.array([[(-5.3, y, 6.4), (5.3, y, 6.4), (5.3, y + 0.12, 6.4),
                             (-5.3, y + 0.12, 6.4),
                             (-0.1, y, 10.3), (0.1, y, 10.3), (0.1, y + 0.12, 10.3),
                             (-0.1, y + 0.12, 10.3)]]), TIMBER)
        for y in (-4.62, 4.5)
    ]  # fmt: skip
    deck = block((-5.4, -6.2, 3.3), (5.4, -4.5, 3.5), DARK_TIMBER)
    rail = railing(
        p.line((-5.3, -6.1), (5.3, -6.1)), TIMBER, z_m=3.5, post_m=1.0, bars=2, bar_m=0.07
    )
    posts = [
        block((x - 0.13, -6.15, -1.0), (x + 0.13, -5.9, 3.3), DARK_TIMBER) for x in (-5.0, 5.0)
    ]
    chimney = block((2.0, 1.0, 7.0), (2.9, 1.9, 11.2), STONE)
    return merge([body, base, lid, *boards, deck, rail, *posts, chimney])


def chalets() -> MeshData:
    """Three of them, red, green, red."""
    paints = (RED_ROOF, GREEN_ROOF, RED_ROOF)
    return merge(
        [
            move(turn_z(chalet(paint), turn), x, y)
            for (x, y, turn), paint in zip(CHALETS, paints, strict=True)
        ]
    )


def cabins() -> MeshData:
    """Timber boxes on stilts along the run, each with a glass end and a small deck."""
    box = merge(
        [
            block((-3.2, -2.2, 1.2), (3.2, 2.2, 4.2), TIMBER),
            block((-3.4, -2.4, 4.2), (3.4, 2.4, 4.4), SLATE),
            block((-3.26, -1.8, 1.5), (-3.16, 1.8, 3.9), Paint("window")),
            block((-5.2, -2.2, 1.0), (-3.2, 2.2, 1.2), DARK_TIMBER),
            *[block((x - 0.12, y - 0.12, -1.5), (x + 0.12, y + 0.12, 1.2), DARK_TIMBER)
              for x in (-4.9, -2.8, 2.8) for y in (-1.9, 1.9)],
            railing(p.line((-3.2, 2.1), (-5.1, 2.1), (-5.1, -2.1), (-3.2, -2.1)), TIMBER, z_m=1.2,
                    post_m=1.0, bars=2, bar_m=0.06),
        ]
    )  # fmt: skip
    return at(box, [(x, y, 0.0) for x, y in CABINS])


def yurt() -> MeshData:
    """A white yurt with two belts of red ornament on a round timber deck."""
    deck = prism(p.circle(6.2, 28), -1.5, 0.35, DARK_TIMBER)
    shape = np.array([(4.1, 0.35), (4.2, 0.6), (4.15, 2.2), (3.7, 2.9), (2.2, 4.0), (0.7, 4.6),
                      (0.6, 4.75), (0.0, 4.8)])  # fmt: skip
    felt = lathe(shape, WHITE, sides=28, crease_deg=40.0)
    belts = [lathe(np.array([(4.16, z), (4.26, z), (4.26, z + 0.4), (4.16, z + 0.4)]), RED,
                   sides=28)
             for z in (1.75, 0.7)]  # fmt: skip
    diamonds = at(block((-0.18, -0.1, -0.18), (0.18, 0.1, 0.18), WHITE), [
        (4.24 * np.cos(a), 4.24 * np.sin(a), 1.95) for a in np.linspace(0, 2 * np.pi, 29)[:-1]
    ], turn_deg=np.degrees(np.linspace(0, 2 * np.pi, 29)[:-1]) + 90.0)  # fmt: skip
    door = block((-0.55, -4.4, 0.35), (0.55, -4.0, 2.1), Paint("wood", "#8A3A2C"))
    return move(merge([deck, felt, *belts, diamonds, door]), 34.0, 22.0)


def plaza() -> MeshData:
    """Paving between the houses, stepped timber decks of the cafes, tables, umbrellas."""
    floor = tiles((-66.0, -34.0), (26.0, 14.0), 0.06, PAVING, 6.0)
    edge = block((-66.4, -34.4, -1.5), (26.4, -34.0, 0.16), STONE)
    decks = [diced(block((-14.0 + 3.0 * n, -12.0 - 7.0 * n, -0.5),
                         (14.0, -5.0 - 7.0 * n, 0.54 - 0.16 * n), TIMBER), 7.0)
             for n in range(3)]  # fmt: skip
    spots = [(x, -8.5, 0.54) for x in (-10.0, -4.0, 2.0, 8.0)]
    spots += [(x, -15.5, 0.38) for x in (-7.0, -1.0, 5.0, 10.0)]
    table = merge(
        [
            prism(p.circle(0.6, 10), 0.72, 0.78, WHITE),
            block((-0.06, -0.06, 0.0), (0.06, 0.06, 2.6), DARK_TIMBER),
            lathe(np.array([(1.9, 2.1), (1.0, 2.5), (0.0, 2.75)]), RED, sides=8, crease_deg=20.0),
        ]
    )
    return merge([floor, edge, *decks, at(table, spots)])


def pool() -> MeshData:
    """The warm pool on its green deck before the hotel."""
    x, y = -52.0, 6.0
    deck = block((x - 11.0, y - 6.0, -1.0), (x + 11.0, y + 6.0, 0.2), Paint("wood", "#5E7A4C"))
    rim = block((x - 7.0, y - 3.6, -0.5), (x + 7.0, y + 3.6, 0.45), WHITE)
    water = block((x - 6.6, y - 3.2, -0.4), (x + 6.6, y + 3.2, 0.5), Paint("pool_water", "#8FE3F2"))
    beds = at(block((-0.35, -0.95, 0.2), (0.35, 0.95, 0.5), WHITE),
              [(x + dx, y - 4.9) for dx in np.arange(-8.0, 9.0, 2.0)])  # fmt: skip
    return merge([deck, rim, water, beds])
