"""The restaurants: a cream block with ten arches, terraces, the round one like a tilted bowl."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import arch, extrude, lathe, profile, transform
from almaty_tour.kit.hexahedra import hexahedra, struts
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.rail import parapet, railing
from almaty_tour.kit.wall import Placed, rhythm, wall
from almaty_tour.landmarks.kok_tobe_park import plan
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

STONE = Paint("ashlar", "#D9BC93")
TRIM = Paint("ashlar", "#E8D6B8")
PLINTH = Paint("granite", "#8E857C")
ROOF = Paint("roof_flat", "#B6AC9E")
AWNING = Paint("painted_metal", "#C89A6B")
PALE = Paint("painted_metal", "#EFE6D4")
MESH = Paint("painted_metal", "#9AA0A2")
SKIN = Paint("mirror_glass", "#6C7C80")
WHITE = plan.WHITE

BLOCK = (17.0, 3.0, 50.0, 27.0)
BLOCK_M, FLOOR_M = 8.2, 4.5
LOGGIA_M, ARCHES = 2.6, 10
TERRACE = (38.0, -13.0, 57.0, 3.0)
TERRACE_M = 4.6
DRUM = (53.0, 25.0)
DRUM_FOOT_M, DRUM_TOP_M = 7.6, 13.4
DRUM_LOW_M, DRUM_HIGH_M, DRUM_RIM_M = 8.4, 12.2, 13.3


def restaurants() -> MeshData:
    """The block with its arcade, the terrace house and the chimney."""
    return merge([_block(), _arcade(), _terrace(), _chimney(), _roof_things()])


def _outline(area: tuple[float, float, float, float]) -> F64:
    x0, y0, x1, y1 = area
    return profile.rectangle(x1 - x0, y1 - y0, ((x0 + x1) / 2, (y0 + y1) / 2))


def _block() -> MeshData:
    """Two storeys; the lower one stands back behind the arcade."""
    x0, y0, x1, y1 = BLOCK
    window = Opening(
        1.7,
        2.1,
        bars=(2, 2),
        reveal_m=0.25,
        glass=plan.GLASS,
        frame=plan.TIMBER,
        surround=TRIM,
        surround_m=0.16,
        sill_out_m=0.1,
    )
    door = Opening(
        2.2, 2.9, "round", bars=(2, 2), reveal_m=0.25, glass=plan.GLASS, frame=plan.TIMBER
    )
    back = y0 + LOGGIA_M
    length = x1 - x0
    inner = wall(length, FLOOR_M, STONE.shaded(0.93), rhythm(length, ARCHES, door, 0.1))
    upper = wall(length, BLOCK_M - FLOOR_M, STONE, rhythm(length, ARCHES, window, 0.7))
    side = wall(
        y1 - back,
        BLOCK_M,
        STONE,
        [*rhythm(y1 - back, 5, window, 1.0), *rhythm(y1 - back, 5, window, 5.0)],
    )
    rear = wall(
        length, BLOCK_M, STONE, [*rhythm(length, 8, window, 1.0), *rhythm(length, 8, window, 5.0)]
    )
    outline = _outline((x0, back, x1, y1))
    foot = extrude.prism(outline, -1.5, 0.02, PLINTH, top=False)
    roof = extrude.sheet(outline, BLOCK_M, ROOF)
    edge = parapet(outline, STONE, height_m=0.8, z_m=BLOCK_M, coping=TRIM)
    band = extrude.sweep(profile.string_course(0.3, 0.16), outline, TRIM, z_m=BLOCK_M - 0.1)
    return merge(
        [
            transform.on_edge(inner, (x0, back), (x1, back)),
            transform.on_edge(upper, (x0, back), (x1, back), FLOOR_M),
            transform.on_edge(side, (x1, back), (x1, y1)),
            transform.on_edge(rear, (x1, y1), (x0, y1)),
            transform.on_edge(side, (x0, y1), (x0, back)),
            foot,
            roof,
            edge,
            band,
        ]
    )


def _arcade() -> MeshData:
    """Ten round arches with archivolts; a terrace with a railing on top of them."""
    x0, y0, x1, _ = BLOCK
    length = x1 - x0
    row = arch.arcade(
        length,
        FLOOR_M - 0.2,
        ARCHES,
        STONE,
        opening_m=2.3,
        opening_height_m=3.6,
        depth_m=0.55,
        trim=TRIM,
        trim_m=0.22,
    )
    slab = extrude.block((x0, y0, FLOOR_M - 0.2), (x1, y0 + LOGGIA_M, FLOOR_M), TRIM)
    lid = extrude.sweep(
        profile.string_course(0.26, 0.18),
        [(x0, y0 + 0.5), (x0, y0), (x1, y0), (x1, y0 + 0.5)],
        TRIM,
        z_m=FLOOR_M - 0.24,
        closed=False,
    )
    ends = [
        extrude.block((x, y0 + 0.55, 0.0), (x + 0.5, y0 + LOGGIA_M, FLOOR_M - 0.2), STONE)
        for x in (x0, x1 - 0.5)
    ]
    rail = railing(
        [(x0 + 0.2, y0 + 0.2), (x1 - 14.0, y0 + 0.2)], plan.DARK, z_m=FLOOR_M, bars=4, post_m=1.7
    )
    awnings = [_awning(x0 + 4.0 + 6.0 * k, y0 + LOGGIA_M, 5.4) for k in range(3)]
    return merge([transform.move(row, x0, y0), slab, lid, *ends, rail, *awnings])


def _awning(x: float, y: float, width_m: float) -> MeshData:
    """A striped sun blind that leans out from the wall at (x, y)."""
    count = 9
    edge = np.linspace(x, x + width_m, count + 1)
    pieces = []
    for paint, first in ((AWNING, 0), (PALE, 1)):
        blocks = []
        for a, b in zip(edge[first:-1:2], edge[first + 1 :: 2], strict=True):
            low = [(a, y - 2.1, 6.5), (b, y - 2.1, 6.5), (b, y, 7.35), (a, y, 7.35)]
            blocks.append(low + [(p, q, z + 0.05) for p, q, z in low])
        pieces.append(hexahedra(blocks, paint))
    return merge(pieces)


def _terrace() -> MeshData:
    """A low house with four arched windows before the drum; pergola and blinds on its roof."""
    x0, y0, x1, y1 = TERRACE
    hole = Opening(
        2.3,
        3.0,
        "round",
        bars=(2, 2),
        reveal_m=0.35,
        glass=plan.GLASS,
        frame=plan.DARK,
        surround=TRIM,
        surround_m=0.22,
        keystone=True,
    )
    front = wall(x1 - x0, TERRACE_M, CREAM, rhythm(x1 - x0, 4, hole, 0.5, margin_m=1.6))
    side = wall(y1 - y0, TERRACE_M, CREAM, rhythm(y1 - y0, 3, hole, 0.5, margin_m=1.4))
    plain = wall(y1 - y0, TERRACE_M, CREAM, [Placed(11.0, 0.0, Opening(2.0, 2.6, bars=(2, 1)))])
    outline = _outline(TERRACE)
    band = extrude.sweep(profile.string_course(0.34, 0.22), outline, TRIM, z_m=TERRACE_M - 0.2)
    deck = extrude.sheet(outline, TERRACE_M + 0.1, plan.TIMBER)
    rail = railing(
        profile.offset(outline, -0.2),
        plan.DARK,
        z_m=TERRACE_M + 0.1,
        bars=4,
        post_m=1.8,
        closed=True,
    )
    foot = extrude.prism(profile.offset(outline, 0.08), -1.5, 0.3, PLINTH, top=False)
    return merge(
        [
            transform.on_edge(front, (x0, y0), (x1, y0)),
            transform.on_edge(side, (x1, y0), (x1, y1)),
            transform.on_edge(plain, (x0, y1), (x0, y0)),
            band,
            deck,
            rail,
            foot,
            _pergola(),
        ]
    )


CREAM = Paint("plaster", "#DDC7A6")


def _pergola() -> MeshData:
    """A timber frame over the tables with four cloth strips."""
    x0, y0, x1, y1 = TERRACE[0] + 1.0, TERRACE[1] + 1.0, TERRACE[2] - 1.0, TERRACE[3] - 1.0
    low, high = TERRACE_M + 0.1, TERRACE_M + 3.2
    xs, ys = np.linspace(x0, x1, 5), (y0, (y0 + y1) / 2, y1)
    feet = np.array([(x, y, low) for x in xs for y in ys])
    posts = struts(feet, feet * [1, 1, 0] + [0, 0, high], 0.18, plan.DARK)
    long = struts(
        [(x0 - 0.4, y, high) for y in ys], [(x1 + 0.4, y, high) for y in ys], 0.2, plan.DARK
    )
    across = struts(
        [(x, y0 - 0.4, high + 0.15) for x in xs],
        [(x, y1 + 0.4, high + 0.15) for x in xs],
        0.16,
        plan.DARK,
    )
    cloth = []
    for k, (a, b) in enumerate(pairwise(xs)):
        cloth.append(
            extrude.block(
                (a + 0.25, y0, high + 0.24), (b - 0.25, y1, high + 0.3), AWNING if k % 2 else PALE
            )
        )
    tables = transform.at(_table(), [(x, y, low) for x in xs[:-1] + 2.1 for y in (y0 + 3, y1 - 4)])
    return merge([posts, long, across, *cloth, tables])


def _table() -> MeshData:
    """A table with four stools."""
    top = extrude.box(1.1, 1.1, 0.06, plan.TIMBER, bottom_m=0.72)
    leg = extrude.box(0.1, 0.1, 0.72, plan.DARK)
    seats = [
        extrude.box(0.42, 0.42, 0.46, PALE, centre=spot)
        for spot in ((0.9, 0), (-0.9, 0), (0, 0.9), (0, -0.9))
    ]
    return merge([top, leg, *seats])


def _chimney() -> MeshData:
    """The square tower between hall and arcade."""
    x, y = 16.2, 1.6
    shaft = extrude.box(1.8, 1.8, 11.4, CREAM, centre=(x, y), bottom_m=0.0)
    cap = extrude.box(2.1, 2.1, 0.4, TRIM, centre=(x, y), bottom_m=11.4)
    return merge([shaft, cap, extrude.box(1.2, 1.2, 0.5, plan.DARK, centre=(x, y), bottom_m=11.8)])


def _roof_things() -> MeshData:
    """A glazed lantern, machines and a stair head on the block's roof."""
    pieces = [extrude.block((22, 12, BLOCK_M), (31, 18, BLOCK_M + 2.6), WHITE)]
    pieces.append(extrude.block((21.9, 13, BLOCK_M + 0.8), (31.1, 17, BLOCK_M + 2.0), plan.GLASS))
    pieces.append(
        extrude.block((21.4, 11.4, BLOCK_M + 2.6), (31.6, 18.6, BLOCK_M + 2.8), plan.GREY)
    )
    units = extrude.box(1.6, 1.1, 1.3, plan.GREY)
    pieces.append(transform.at(units, [(x, 22.0, BLOCK_M) for x in (20.0, 22.5, 25.0, 34.0, 36.5)]))
    pieces.append(extrude.block((34, 8, BLOCK_M), (38, 12, BLOCK_M + 2.4), STONE))
    return merge(pieces)


def drum() -> MeshData:
    """The round restaurant: glass that leans out under a net of lozenges, a white ring on top."""
    low, high = DRUM_FOOT_M, DRUM_TOP_M
    base = lathe.cylinder(DRUM_LOW_M - 0.8, low, STONE, bottom_m=0.0, sides=40)
    foot = lathe.cylinder(DRUM_LOW_M - 0.6, 1.9, PLINTH, bottom_m=-1.5, sides=40)
    windows = _drum_windows()
    ledge = lathe.cylinder(DRUM_LOW_M + 0.3, 0.4, WHITE, bottom_m=low - 0.4, sides=48)
    glass = lathe.lathe([(DRUM_LOW_M, low), (DRUM_HIGH_M, high)], SKIN, sides=48, crease_deg=0.0)
    rim = lathe.ring(
        profile.line(
            (-1.9, 0.0),
            (0.0, 0.0),
            (0.15, 0.5),
            (0.0, 1.0),
            (-0.3, 1.0),
            (-0.3, 0.35),
            (-1.9, 0.35),
        ),
        DRUM_RIM_M,
        WHITE,
        sides=60,
    )
    floor = extrude.sheet(profile.circle(DRUM_RIM_M - 1.5, 48), high + 0.2, ROOF)
    middle = lathe.cylinder(2.6, 0.5, Paint("roof_flat", "#C7A684"), bottom_m=high + 0.2, sides=24)
    body = merge(
        [
            base,
            foot,
            windows,
            ledge,
            glass,
            _net(),
            transform.move(rim, z=high),
            floor,
            middle,
            _drum_rail(),
        ]
    )
    return transform.move(body, *DRUM)


def _drum_windows() -> MeshData:
    """Dark panes round the base in two rows."""
    pane = extrude.block((-0.65, -0.06, 0.0), (0.65, 0.3, 2.2), plan.GLASS)
    radius = DRUM_LOW_M - 0.84
    return merge([transform.around(pane, 18, radius, z_m=z) for z in (0.9, 4.4)])


def _net() -> MeshData:
    """Crossing bars over the glass, in four rows of lozenges."""
    rows, columns = 5, 40
    share = np.linspace(0.0, 1.0, rows)
    turn = 2 * np.pi * (np.arange(columns)[None] + 0.5 * (np.arange(rows)[:, None] % 2)) / columns
    radius = (DRUM_LOW_M + (DRUM_HIGH_M - DRUM_LOW_M) * share)[:, None] + 0.07
    z = np.broadcast_to((DRUM_FOOT_M + (DRUM_TOP_M - DRUM_FOOT_M) * share)[:, None], turn.shape)
    knot = np.stack([radius * np.cos(turn), radius * np.sin(turn), z], axis=2)
    starts, ends = [], []
    for level in range(rows - 1):
        shift = -1 if level % 2 == 0 else 1
        starts += [knot[level], knot[level]]
        ends += [knot[level + 1], np.roll(knot[level + 1], -shift, axis=0)]
    return struts(np.concatenate(starts), np.concatenate(ends), 0.11, MESH, caps=False)


def _drum_rail() -> MeshData:
    path = profile.circle(DRUM_RIM_M - 1.2, 40)
    return railing(path, WHITE, z_m=DRUM_TOP_M + 0.35, bars=2, post_m=2.2, closed=True)
