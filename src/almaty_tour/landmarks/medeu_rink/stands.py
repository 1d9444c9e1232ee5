"""The main stand in two tiers on the west, the roofed stand with its press house on the east."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit.bays import bayed_wall
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block, panel, sweep
from almaty_tour.kit.hexahedra import hexahedra, struts
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.rail import railing
from almaty_tour.kit.transform import along, at, move, turn_z
from almaty_tour.kit.wall import rhythm
from almaty_tour.landmarks._shared.bare import OVER, UNDER, bare
from almaty_tour.landmarks._shared.outside import outside
from almaty_tour.landmarks.medeu_rink import plan
from almaty_tour.landmarks.medeu_rink.tiers import (
    TREAD_M,
    aisle_steps,
    straight_blocks,
    tier,
)
from almaty_tour.mesh.data import MeshData, merge

WEST_Y_M = (-52.0, 50.0)
LOWER = (0.0, 10, 0.45, plan.ICE_Z_M + 0.5)
UPPER = (0.0, 13, 0.56, 19.4)
UPPER_X_M = 56.6
BACK_X_M = 68.6
LOW_X_M = 45.2
GALLERY_X_M = 59.5
WEST_CUTS = (-52.0, -35.0, -18.0, -1.0, 16.0, 33.0, 50.0)
EAST_CUTS = (-30.0, -10.0, 10.0, 30.0, 50.0)
EAST_ROOF_X_M = (-51.6, -71.0)
EAST_Y_M = (-46.0, 54.0)
ROOF_Z_M = 21.6
PLATES = 25
WINDOW = Opening(1.5, 1.2, reveal_m=0.2, bars=(2, 1))
STRIP = Opening(3.1, 1.5, reveal_m=0.22, bars=(2, 1))

REAR = Opening(3.1, 1.5, reveal_m=0.22, bars=(1, 1))
FRONT = (0.0, -1.0, 0.0)


def main_stand() -> MeshData:
    """The high open stand: a lower tier, a gallery, an upper tier over an ochre soffit."""
    lower = tier(straight_blocks(LOW_X_M, WEST_CUTS), LOWER, plan.GROUND_Z_M - 1.0, plan.SEAT)
    upper = tier(straight_blocks(UPPER_X_M, WEST_CUTS), UPPER, 18.0, plan.SEAT)
    y = np.array(WEST_CUTS[1:-1])
    out = np.tile([1.0, 0.0], (len(y), 1))
    steps = [
        aisle_steps(np.column_stack([np.full(len(y), x), y]), out, shape)
        for x, shape in ((LOW_X_M, LOWER), (UPPER_X_M, UPPER))
    ]
    bulbs = _bulbs(UPPER_X_M - 0.5, UPPER[3] - 0.4, WEST_Y_M, 34)
    return merge([lower, upper, *steps, _west_gallery(), _west_overhang(), _west_back(),
                  _west_ends(), _west_rails(), bulbs])  # fmt: skip


def _bulbs(x_m: float, z_m: float, span: tuple[float, float], count: int) -> MeshData:
    """A string of warm lamps along an edge."""
    bulb = bare(block((-0.26, -0.14, -0.12), (0.02, 0.14, 0.12), plan.LAMP), (1.0, 0.0, 0.0))
    y = np.linspace(span[0] + 0.8, span[1] - 0.8, count)
    return at(bulb, np.column_stack([np.full(count, x_m), y, np.full(count, z_m)]))


def _west_gallery() -> MeshData:
    """Floor and back wall of the open gallery between the tiers, with doors and windows."""
    low, high = WEST_Y_M
    z = LOWER[3] + (LOWER[1] - 1) * LOWER[2]
    start = LOW_X_M + LOWER[1] * TREAD_M
    body = block((start, low, plan.GROUND_Z_M - 1.0), (GALLERY_X_M, high, z), plan.PAVING)
    floor = [bare(body, OVER, UNDER), tiles((start, low), (GALLERY_X_M, high), z, plan.PAVING, 4.0)]
    front = bayed_wall(
        high - low, 18.4 - z, plan.WHITE, rhythm(high - low, 20, STRIP, 0.7), edge_m=5.2
    )
    return merge([*floor, move(turn_z(outside(front), -90.0), GALLERY_X_M, high, z)])


def _west_overhang() -> MeshData:
    """The front beam of the upper tier: a white fascia over a slanting ochre soffit."""
    low, high = WEST_Y_M
    top = UPPER[3]
    fascia = p.line((-0.5, top - 0.9), (0.05, top - 0.9), (0.05, top + 0.9), (-0.5, top + 0.9))
    soffit = p.line((-0.3, top - 2.1), (3.2, 17.2), (3.2, 18.1), (0.0, 18.1), (0.0, top - 0.9),
                    (-0.3, top - 0.9))  # fmt: skip
    path = np.column_stack([np.full(18, UPPER_X_M), np.linspace(low, high, 18)])
    return merge(
        [
            sweep(fascia, path, plan.WHITE, closed=False, crease_deg=0.0),
            sweep(soffit, path, plan.OCHRE, closed=False, crease_deg=0.0),
        ]
    )


def _west_back(pier_m: float = 5.1) -> MeshData:
    """The outer wall: ribs that lean out to the top, bands of windows, a parapet."""
    low, high = WEST_Y_M
    length, top = high - low, UPPER[3] + (UPPER[1] - 1) * UPPER[2]
    rows = [
        place
        for z in (3.4, 8.6)
        for place in rhythm(length, 20, REAR, z)
    ]  # fmt: skip
    face = bayed_wall(length, top + 0.2 - 8.7, plan.CONCRETE, rows, edge_m=5.5)
    wall = turn_z(outside(face), 90.0)
    rib = hexahedra(
        np.array([[(0.0, -0.3, 8.7), (0.7, -0.3, 8.7), (0.7, 0.3, 8.7), (0.0, 0.3, 8.7),
                   (0.0, -0.3, top + 0.4), (2.0, -0.3, top + 0.4), (2.0, 0.3, top + 0.4),
                   (0.0, 0.3, top + 0.4)]]),
        plan.PALE,
    )  # fmt: skip
    rib = bare(rib, UNDER, OVER, (-1.0, 0.0, 0.0))
    x = BACK_X_M + 0.4
    count = round(length / pier_m) + 1
    ribs = at(rib, [(x, y) for y in np.linspace(low + 0.3, high - 0.3, count)])
    cap = block((BACK_X_M - 0.9, low, top), (x + 2.2, high, top + 0.4), plan.PALE)
    rim = block((x + 1.7, low, top + 0.4), (x + 2.1, high, top + 1.5), plan.WHITE)
    return merge([move(wall, x, low, 8.7), ribs, diced(cap, 7.0), diced(bare(rim, UNDER), 7.0)])


def _west_ends() -> MeshData:
    """White end walls, slanting like the seats, with a handrail of concrete."""
    top = UPPER[3] + (UPPER[1] - 1) * UPPER[2]
    outline = [(UPPER_X_M - 0.5, 17.3), (GALLERY_X_M + 0.4, 15.8), (GALLERY_X_M + 0.4, 8.7)]
    outline += [(BACK_X_M + 0.4, 8.7), (BACK_X_M + 2.4, top + 1.5), (BACK_X_M - 0.6, top + 1.5)]
    outline += [(UPPER_X_M - 0.5, UPPER[3] + 1.0)]
    pieces = []
    for y in (WEST_Y_M[0] - 0.5, WEST_Y_M[1]):
        ring = np.array(outline)
        pieces.append(diced(panel(ring, y, y + 0.5, plan.WHITE, crease_deg=0.0), 5.0))
    return merge(pieces)


def _west_rails() -> MeshData:
    """Steel rails: on the top, on the fascia and before the first row."""
    low, high = WEST_Y_M
    top = UPPER[3] + (UPPER[1] - 1) * UPPER[2]
    runs = [
        (BACK_X_M + 1.9, top + 1.5, 0.9),
        (UPPER_X_M - 0.25, UPPER[3] + 0.9, 0.45),
        (LOW_X_M - 0.1, LOWER[3], 0.8),
    ]
    return merge(
        [
            railing(p.line((x, low), (x, high)), plan.RAIL, z_m=z, height_m=h, post_m=4.0,
                    bars=1, bar_m=0.06)
            for x, z, h in runs
        ]
    )  # fmt: skip


def roofed_stand() -> MeshData:
    """The east stand: grey seats, a glazed gallery and the slab roof with its 25 plates."""
    cuts = tuple(reversed(EAST_CUTS))
    seats = tier(straight_blocks(-LOW_X_M, cuts), LOWER, plan.GROUND_Z_M - 1.0, plan.GREY_SEAT)
    y = np.array(EAST_CUTS[1:-1])
    out = np.tile([-1.0, 0.0], (len(y), 1))
    steps = aisle_steps(np.column_stack([np.full(len(y), -LOW_X_M), y]), out, LOWER)
    return merge([seats, steps, _east_gallery(), _east_roof(), _plates(), _jury_box(), press()])


def _east_gallery() -> MeshData:
    """Rooms behind the seats: a window wall to the ice, a ribbed wall to the river."""
    low, high = EAST_Y_M
    length, z = high - low, LOWER[3] + (LOWER[1] - 1) * LOWER[2]
    front_x, back_x = -(LOW_X_M + LOWER[1] * TREAD_M), EAST_ROOF_X_M[1] + 2.0
    ice_side = bayed_wall(
        length, ROOF_Z_M - z, plan.WHITE, rhythm(length, 20, STRIP, 1.3), edge_m=5.2
    )
    rows = [*rhythm(length, 20, REAR, 3.0), *rhythm(length, 20, REAR, 7.6)]
    river = outside(bayed_wall(length, ROOF_Z_M - 8.7, plan.CONCRETE, rows, edge_m=5.5))
    pier = block((-0.35, -0.8, 0.0), (0.35, 0.0, ROOF_Z_M - 8.7), plan.PALE)
    pier = bare(pier, UNDER, OVER)
    piers = along(pier, (0.0, 0.0), (length, 0.0), 21)
    core = block((back_x + 0.2, low + 0.2, 8.7), (front_x - 0.3, high - 0.2, z), plan.PAVING)
    ends = [
        diced(block((back_x, y, 8.7), (front_x, y + 0.3, ROOF_Z_M), plan.WHITE), 5.0)
        for y in (low, high - 0.3)
    ]
    return merge(
        [
            move(turn_z(outside(ice_side), 90.0), front_x, low, z),
            move(turn_z(merge([river, piers]), -90.0), back_x, high, 8.7),
            core,
            *ends,
        ]
    )


def _east_roof() -> MeshData:
    """A thick slab whose timber fascia leans out over the seats."""
    low, high = EAST_Y_M[0] - 1.5, EAST_Y_M[1] + 1.5
    front, back = EAST_ROOF_X_M
    path = np.column_stack([np.zeros(18), np.linspace(high, low, 18)])
    shape = p.line((-front, ROOF_Z_M), (-front - 1.3, ROOF_Z_M + 2.6), (-back, ROOF_Z_M + 2.6),
                   (-back, ROOF_Z_M))  # fmt: skip
    slab = sweep(shape, path, plan.TIMBER, closed=False, crease_deg=0.0)
    top = tiles((back + 0.3, low + 0.2), (front + 0.9, high - 0.2), ROOF_Z_M + 2.63, plan.ROOF, 6.0)
    soffit = block((back + 0.1, low + 0.1, ROOF_Z_M - 0.06), (front - 0.2, high - 0.1, ROOF_Z_M),
                   plan.OCHRE)  # fmt: skip
    edge = struts([(front + 1.3, low, ROOF_Z_M + 2.62)], [(front + 1.3, high, ROOF_Z_M + 2.62)],
                  0.26, plan.WHITE)  # fmt: skip
    beams = at(
        bare(block((-5.0, -0.2, -0.9), (0.0, 0.2, 0.0), plan.PALE), OVER),
        [(front - 0.6, y, ROOF_Z_M - 0.06) for y in np.linspace(low + 2, high - 2, 26)],
    )
    lamps = at(
        bare(block((-0.5, -0.25, -0.3), (0.1, 0.25, 0.0), plan.LAMP), OVER),
        [(front + 0.1, y, ROOF_Z_M - 0.06) for y in np.linspace(low + 4, high - 4, 25)],
    )
    soffit = bare(soffit, OVER)
    return merge([slab, top, diced(soffit, 7.0), edge, beams, lamps])


def _plates() -> MeshData:
    """Twenty-five plates on the roof, each lying on the next like scales."""
    low, high = EAST_Y_M
    front, back = EAST_ROOF_X_M
    step = (high - low) / PLATES
    z = ROOF_Z_M + 2.72
    corners = []
    for number in range(PLATES):
        y0 = low + number * step
        y1 = y0 + step * 0.86
        ring = [(back + 1.4, y0), (front - 0.4, y0), (front - 0.4, y1), (back + 1.4, y1)]
        low_z, high_z = (
            [z + 0.1, z + 0.1, z + 0.75, z + 0.75],
            [z + 0.25, z + 0.25, z + 0.9, z + 0.9],
        )
        corners.append(
            [(*q, h) for q, h in zip(ring, low_z, strict=True)]
            + [(*q, h) for q, h in zip(ring, high_z, strict=True)]
        )
    legs = [
        block((x - 0.15, low + n * step + 2.9, z - 0.05), (x + 0.15, low + n * step + 3.2, z + 0.7),
              plan.DARK)
        for n in range(PLATES)
        for x in (back + 3.0, front - 2.0)
    ]  # fmt: skip
    dishes = [block((front - 4.0, y, z), (front - 3.0, y + 1.0, z + 1.6), plan.WHITE)
              for y in (-2.0, 1.0, 4.0)]  # fmt: skip
    return merge(
        [hexahedra(np.array(corners), plan.PLATE), bare(merge(legs), UNDER, OVER), *dishes]
    )


def _jury_box() -> MeshData:
    """The red-roofed box of the judges in the middle of the seats."""
    x, z = -LOW_X_M - 3.2, LOWER[3] + 1.6
    body = block((x - 5.5, 17.6, z - 1.6), (x, 22.4, z + 2.4), plan.WHITE)
    pane = block((x - 0.1, 18.0, z + 0.7), (x + 0.06, 22.0, z + 2.1), Paint("window"))
    sides = [
        block((x - 4.5, y, z + 0.7), (x - 0.4, y + 0.1, z + 2.1), Paint("window"))
        for y in (17.54, 22.36)
    ]
    roof = hexahedra(
        np.array([[(x - 6.0, 17.0, z + 2.4), (x + 0.9, 17.0, z + 2.4), (x + 0.9, 23.0, z + 2.4),
                   (x - 6.0, 23.0, z + 2.4), (x - 6.0, 17.0, z + 4.0), (x + 0.9, 17.0, z + 2.6),
                   (x + 0.9, 23.0, z + 2.6), (x - 6.0, 23.0, z + 4.0)]]),
        Paint("roof_metal", "#C8402E"),
    )  # fmt: skip
    return merge([body, pane, *sides, roof])


def press() -> MeshData:
    """The press house at the north end: two storeys to the ice, a terrace on the roof."""
    x0, x1, y0, y1 = -60.0, -46.4, -62.0, -32.0
    z0, z1 = 8.7, 18.2
    upper = Opening(1.9, 1.7, reveal_m=0.22, bars=(1, 1))
    length = y1 - y0
    rows = [*rhythm(length, 11, upper, 3.0), *rhythm(length, 11, upper, 6.4)]
    front = turn_z(outside(bayed_wall(length, z1 - z0, plan.WHITE, rows, edge_m=4.0)), 90.0)
    high = rhythm(x1 - x0, 4, upper, 6.4)
    end = outside(bayed_wall(x1 - x0, z1 - z0, plan.WHITE, high, edge_m=4.0))
    south = turn_z(bayed_wall(x1 - x0, z1 - z0, plan.WHITE, edge_m=4.0), 180.0)
    roof = block((x0 - 0.6, y0 - 0.9, z1), (x1 + 0.9, y1 + 0.5, z1 + 0.9), plan.TIMBER)
    deck = block((x0 - 0.3, y0 - 0.6, z1 + 0.9), (x1 + 0.6, y1 + 0.2, z1 + 0.96), plan.PAVING)
    colours = ("#D9412F", "#F0A23A", "#2F9BC0", "#E7D8B8", "#4DB39A")
    band = [
        block((x1, y0 + 0.5 + 2.9 * n, z1 - 4.1), (x1 + 0.1, y0 + 3.3 + 2.9 * n, z1 - 3.5),
              Paint("painted_metal", colours[n % 5]))
        for n in range(10)
    ]  # fmt: skip
    ring = p.line((x1 + 0.4, y1), (x1 + 0.4, y0 - 0.4), (x0, y0 - 0.4))
    rails = railing(ring, plan.RAIL, z_m=z1 + 0.96, post_m=3.0, bars=1, bar_m=0.05)
    return merge(
        [
            move(front, x1, y0, z0),
            move(end, x0, y0, z0),
            move(south, x1, y1, z0),
            diced(roof, 6.0),
            deck,
            *band,
            rails,
        ]
    )
