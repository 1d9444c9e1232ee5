"""The first house of TsUM: four storeys of brown stone, windows in groups, bas-reliefs between."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import cornice, extrude, ornament, profile, transform
from almaty_tour.kit.extrude import block
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.stroke import spiral, stroke
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.mesh.data import MeshData, merge

STONE = Paint("ashlar", "#A88D72")
SMOOTH = Paint("plaster", "#C0A88C")
BASE = Paint("granite", "#5D5049")
FRAME = Paint("painted_metal", "#3A322C")
ROOF = Paint("roof_flat", "#8D8883")
SHEET = Paint("roof_metal", "#6C625A")
WARM = Paint("window")
SIGN = Paint("lettering_lit", "#FFFFFF")
TUBE = Paint("lamp_glass", "#FFFFFF")
BOARD = Paint("painted_metal", "#8E1F2C")

X0, X1, Y0, Y1 = -48.0, 2.0, -37.5, -6.0
WALL_M, TOP_M = 18.2, 19.1
END_M = 4.5
SOUTH_BAYS, WEST_BAYS = 5, 3
SHOP = Opening(2.9, 3.9, bars=(2, 1), frame_m=0.14, frame=FRAME, reveal_m=0.35)
HALL = Opening(
    2.1,
    3.7,
    bars=(2, 2),
    frame_m=0.12,
    frame=FRAME,
    surround=SMOOTH,
    surround_m=0.2,
    surround_out_m=0.1,
    reveal_m=0.4,
)
GROUP = Opening(1.05, 2.5, bars=(1, 1), frame_m=0.0, reveal_m=0.35)
SMALL = Opening(1.0, 1.6, bars=(1, 1), frame_m=0.0, reveal_m=0.3)
DOOR = Opening(3.4, 4.3, bars=(4, 1), frame_m=0.16, frame=FRAME, reveal_m=0.9)


def house() -> MeshData:
    """Street fronts, plain rear, roof with its set-back storey and the sign."""
    width, depth = X1 - X0, Y1 - Y0
    south = transform.on_edge(_front(width, SOUTH_BAYS, True), (X0, Y0), (X1, Y0))
    west = transform.on_edge(_front(depth, WEST_BAYS, False), (X0, Y1), (X0, Y0))
    east = transform.on_edge(_east(depth), (X1, Y0), (X1, Y1))
    north = transform.on_edge(wall(width, TOP_M, STONE), (X1, Y1), (X0, Y1))
    return merge([south, west, east, north, _crown(), _roof(), shop_signs()])


def _front(length_m: float, bays: int, door: bool) -> MeshData:
    step = (length_m - 2 * END_M) / bays
    gate = bays // 2 if door else -1
    plain = [(END_M + step * k, 0.0) for k in range(bays - 1) if k != gate]
    pieces = [
        transform.at(_bay(step, False), plain),
        transform.move(_bay(step, False, True), END_M + step * (bays - 1)),
    ]
    if door:
        pieces.append(transform.move(_bay(step, True), END_M + step * gate))
    end = wall(END_M, WALL_M, STONE)
    pieces += [end, transform.move(end, length_m - END_M)]
    quoin = block((0.0, -0.16, 0.0), (1.1, 0.0, WALL_M), SMOOTH)
    pieces += [transform.move(quoin, x) for x in (0.0, length_m - 1.1)]
    pieces += [
        transform.move(_medallion(), x) for x in (END_M / 2 + 0.4, length_m - END_M / 2 - 0.4)
    ]
    return merge(pieces)


def _bay(width_m: float, door: bool, last: bool = False) -> MeshData:
    """Two shop windows, two tall hall windows, four of the third floor, four small ones."""
    x = width_m / 2
    pair, four = (x - 1.9, x + 1.9), [x + 1.65 * k for k in (-1.5, -0.5, 0.5, 1.5)]
    low = [Placed(x, 0.0, DOOR)] if door else [Placed(p, 0.9, SHOP) for p in pair]
    mid = [Placed(p, 6.2, HALL) for p in pair]
    high = [Placed(p, 11.1, GROUP) for p in four] + [Placed(p, 15.2, SMALL) for p in four]
    pieces = [wall(width_m, WALL_M, STONE, [*low, *mid, *high])]
    a, b = four[0] - 0.8, four[-1] + 0.8
    pieces.append(block((a, -0.16, 10.75), (b, 0.0, 11.0), SMOOTH))
    pieces.append(block((a, -0.2, 13.75), (b, 0.0, 14.0), SMOOTH))
    fin = block((-0.12, -0.14, 11.0), (0.12, 0.0, 13.75), SMOOTH)
    pieces.append(transform.at(fin, [(a + 0.12, 0.0), *((p + 0.825, 0.0) for p in four)]))
    pieces.append(block((a, -0.05, 10.08 - 0.02), (b, 0.0, 10.75), SMOOTH.shaded(0.84)))
    pieces.append(transform.move(_frieze(b - a), a, -0.05, 10.42))
    relief = merge(
        [
            block((-0.62, -0.05, -0.34), (0.62, 0.0, 0.34), SMOOTH.shaded(0.86)),
            transform.move(ornament.lozenge(0.9, 0.5, 0.11, SMOOTH, band_m=0.12), z=0.0),
        ]
    )
    pieces.append(transform.at(relief, [(p, 0.0, 14.5) for p in (four[0], four[3])]))
    pieces.append(
        block((x - 0.35, -0.12, 0.0), (x + 0.35, 0.0, 10.4), SMOOTH) if not door else _canopy(x)
    )
    pier = merge(
        [
            block((-0.45, -0.3, 0.0), (0.45, 0.0, 10.0), SMOOTH),
            block((-0.6, -0.42, 0.0), (0.6, 0.0, 1.0), BASE),
            block((-0.58, -0.4, 9.2), (0.58, 0.0, 9.45), SMOOTH),
            block((-0.66, -0.5, 9.7), (0.66, 0.0, 10.05), SMOOTH),
            block((-0.2, -0.12, 11.0), (0.2, 0.0, WALL_M), SMOOTH),
        ]
    )
    pieces.append(pier)
    if last:
        pieces.append(transform.move(pier, width_m))
    return merge(pieces)


def _frieze(length_m: float) -> MeshData:
    """Lozenges and pairs of curls in turn, along x about z = 0."""
    stone = extrude.panel(
        profile.line((-0.3, 0.0), (0.0, -0.27), (0.3, 0.0), (0.0, 0.27)),
        -0.09,
        0.0,
        SMOOTH,
        back=False,
    )
    curl = stroke(spiral((0.24, 0.02), 0.22, 180.0, -330.0, inner_m=0.08, steps=6), 0.1)
    right = extrude.panel(curl, -0.09, 0.0, SMOOTH, back=False)
    pair = merge([right, transform.mirror_x(right)])
    count = 4
    x = length_m * (np.arange(count) + 0.5) / count
    return merge(
        [
            transform.at(pair, [(v, 0.0) for v in x]),
            transform.at(stone, [(v, 0.0) for v in (x[:-1] + x[1:]) / 2]),
        ]
    )


def _canopy(x_m: float) -> MeshData:
    """The entrance: a slab on rods, the name over it."""
    slab = block((x_m - 3.0, -2.6, 4.7), (x_m + 3.0, 0.0, 4.95), FRAME)
    edge = block((x_m - 3.05, -2.65, 4.55), (x_m + 3.05, -2.45, 5.1), BOARD)
    name = transform.move(lettering("ЦУМ", 0.8, SIGN, out_m=0.1), x_m, -2.3, 5.05)
    return merge([slab, edge, name])


def shop_signs() -> MeshData:
    """Small lit boards over some of the shop windows."""
    colours = ("#9FD0E8", "#F2D9A0", "#E8A8A0", "#C8E0B0")
    spots = (-40.4, -32.2, -13.7, -5.5)
    return merge(
        [
            block((x - 1.5, Y0 - 0.5, 4.95), (x + 1.5, Y0 - 0.05, 5.5), Paint("lamp_glass", c))
            for x, c in zip(spots, colours, strict=True)
        ]
    )


def _medallion() -> MeshData:
    """A bas-relief in a frame on the blank corner of a front."""
    field = block((-1.0, -0.1, 7.0), (1.0, 0.0, 9.6), SMOOTH.shaded(0.9))
    rose = transform.move(ornament.rosette(0.7, 0.2, SMOOTH, petals=8), z=8.3)
    return merge([field, rose])


def _east(length_m: float) -> MeshData:
    """The short side: a dark poster panel in a pale frame, two small windows over it."""
    openings = [Placed(x, 15.2, SMALL) for x in (5.2, 8.0)]
    face = wall(length_m, WALL_M, STONE, openings)
    frame = extrude.panel(
        profile.rectangle(9.6, 8.4, (6.2, 9.0)),
        -0.3,
        0.0,
        SMOOTH,
        holes=[profile.rectangle(8.8, 7.6, (6.2, 9.0))],
    )
    poster = block((1.8, -0.12, 5.2), (10.6, 0.0, 12.8), Paint("painted_metal", "#2A2422"))
    return merge([face, frame, poster])


def _crown() -> MeshData:
    """Plinth, string courses and the cornice round the house."""
    ring = profile.line((X0, Y0), (X1, Y0), (X1, Y1), (X0, Y1))
    street = profile.line((X0, Y1), (X0, Y0), (X1, Y0), (X1, Y1))
    band = profile.string_course(0.4, 0.28)
    plinth = [((X0, Y1), (X0, Y0), (X0 + 21.0, Y0)), ((X0 + 29.0, Y0), (X1, Y0))]
    return merge(
        [
            *(
                extrude.sweep(profile.plinth(0.8, 0.22), profile.line(*p), BASE, closed=False)
                for p in plinth
            ),
            extrude.prism(ring, -1.5, 0.02, BASE),
            extrude.sweep(band, street, SMOOTH, z_m=5.35, closed=False),
            cornice.cornice(ring, WALL_M - 0.1, 1.0, 0.9, SMOOTH),
            cornice.along_path(
                block((-0.14, -0.6, 0.0), (0.14, 0.0, 0.3), SMOOTH),
                street,
                1.5,
                closed=False,
                z_m=WALL_M,
            ),
        ]
    )


def _roof() -> MeshData:
    """Flat roof, parapet, a set-back top storey with a sheet roof, machines, the roof sign."""
    ring = profile.line((X0, Y0), (X1, Y0), (X1, Y1), (X0, Y1))
    lid = extrude.sheet(profile.offset(ring, -0.2), TOP_M - 0.25, ROOF)
    edge = profile.line((0.0, 0.0), (0.0, 0.5), (-0.35, 0.5), (-0.35, 0.0))
    top = block((-38.0, -30.0, TOP_M - 0.3), (-4.0, -12.0, TOP_M + 1.9), SMOOTH.shaded(0.85))
    eaves = block((-38.6, -30.6, TOP_M + 1.9), (-3.4, -11.4, TOP_M + 2.2), SHEET)
    plant = merge(
        [
            block((x, -28.0, TOP_M + 2.2), (x + 2.6, -25.0, TOP_M + 3.8), ROOF)
            for x in (-34.0, -29.0, -12.0)
        ]
    )
    front = transform.move(_sign(), -36.0, Y0 + 0.6, TOP_M + 0.4)
    side = transform.turn_z(_sign(), -90.0)
    return merge(
        [
            lid,
            extrude.sweep(edge, ring, SMOOTH, z_m=TOP_M - 0.2, crease_deg=0.0),
            top,
            eaves,
            plant,
            front,
            transform.move(side, X0 + 0.6, Y0 + 8.0, TOP_M + 0.4),
        ]
    )


def _sign() -> MeshData:
    """The three letters in a lit frame on struts; 7.4 m wide."""
    frame = extrude.panel(
        profile.rectangle(7.4, 3.6, (0.0, 2.2)),
        -0.18,
        0.1,
        TUBE,
        holes=[profile.rectangle(6.9, 3.1, (0.0, 2.2))],
    )
    back = block((-3.5, 0.0, 0.6), (3.5, 0.1, 3.8), Paint("painted_metal", "#6A2028"))
    word = transform.move(lettering("ЦУМ", 2.1, SIGN, out_m=0.16, bold_m=0.06), z=1.15)
    legs = [block((x - 0.08, 0.1, -0.5), (x + 0.08, 1.6, -0.3), FRAME) for x in (-3.0, 0.0, 3.0)]
    posts = [block((x - 0.1, 0.0, -0.6), (x + 0.1, 0.2, 0.7), FRAME) for x in np.linspace(-3, 3, 4)]
    return merge([frame, back, word, *legs, *posts])
