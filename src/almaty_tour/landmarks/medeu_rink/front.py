"""The front down the valley: faceted wall, banks of seats, gallery, tower, curved wing."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit import stair
from almaty_tour.kit.bays import bayed_walls
from almaty_tour.kit.bend import bent
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block, grid_faces, prism
from almaty_tour.kit.hexahedra import SIDES, hexahedra, quadrilaterals
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.rail import railing
from almaty_tour.kit.solid import solid
from almaty_tour.kit.transform import at, move
from almaty_tour.kit.wall import Placed, rhythm, wall, walls
from almaty_tour.landmarks._shared.bare import UNDER, bare
from almaty_tour.landmarks._shared.outside import outside
from almaty_tour.landmarks.medeu_rink import plan
from almaty_tour.landmarks.medeu_rink.plan import F64, on_front, rods
from almaty_tour.mesh.data import MeshData, merge

FACETS = (52, 4)
FACET_OUT_M = 0.42
BANK_STEPS = 44
GALLERY_DEG = (-46.0, 40.0)
STAIR_M = (9.0, 23, 0.36)
"""Width, steps and tread of the flight from the forecourt to the terrace."""
TOWER = p.rectangle(9.0, 9.0, (66.5, -103.0))
WING_INNER = p.smooth(
    p.line((60.5, -98.0), (66.0, -88.0), (68.5, -76.0), (67.0, -63.0), (62.5, -53.0)), 5
)


def _centred(data: MeshData) -> MeshData:
    """What was made about the middle of the front's circles, in its place."""
    return move(data, y=plan.FRONT_Y_M)


def facet_wall() -> MeshData:
    """The convex wall of pyramids between the terrace and the rim, with its coping."""
    columns, rows = FACETS
    low, high = plan.TERRACE_Z_M - 1.6, plan.ICE_Z_M + 0.1
    length = np.radians(2 * plan.RIM_DEG) * plan.WALL_R_M
    x, z = np.linspace(-length / 2, length / 2, columns + 1), np.linspace(low, high, rows + 1)
    grid = np.stack(np.meshgrid(x, z), axis=-1).reshape(-1, 2)
    middle = np.stack(np.meshgrid((x[1:] + x[:-1]) / 2, (z[1:] + z[:-1]) / 2), axis=-1).reshape(
        -1, 2
    )
    points = np.concatenate(
        [
            np.column_stack([grid[:, 0], np.zeros(len(grid)), grid[:, 1]]),
            np.column_stack([middle[:, 0], np.full(len(middle), -FACET_OUT_M), middle[:, 1]]),
        ]
    )
    r, c = np.divmod(np.arange(rows * columns), columns)
    a = r * (columns + 1) + c
    ring = np.stack([a, a + 1, a + columns + 2, a + columns + 1], axis=1)
    tip = len(grid) + np.arange(rows * columns)
    faces = np.stack(
        [np.stack([ring[:, i], ring[:, (i + 1) % 4], tip], axis=1) for i in range(4)], axis=1
    ).reshape(-1, 3)
    wall_ = solid(points, faces, plan.FACET, crease_deg=0.0)
    coping = _ring_slab((-plan.RIM_DEG, plan.RIM_DEG), (plan.WALL_R_M - 0.9, plan.WALL_R_M + 0.55),
                        plan.ICE_Z_M + 0.1, plan.ICE_Z_M + 0.6, plan.BROWN)  # fmt: skip
    path = on_front(plan.WALL_R_M + 0.1, np.linspace(-plan.RIM_DEG, plan.RIM_DEG, 40))
    rail = railing(path, plan.RAIL, z_m=plan.ICE_Z_M + 0.6, height_m=0.7, post_m=2.6, bars=1,
                   bar_m=0.07)  # fmt: skip
    return merge([_centred(bent(wall_, plan.WALL_R_M)), coping, rail])


def _ring_slab(
    degrees: tuple[float, float],
    radii: tuple[float, float],
    low_m: float,
    high_m: float,
    paint: Paint,
    step_deg: float = 2.5,
) -> MeshData:
    """Part of a ring of the front's circles as a slab, cut into short pieces."""
    count = max(1, round((degrees[1] - degrees[0]) / step_deg))
    angle = np.linspace(*degrees, count + 1)
    inner, outer = on_front(radii[0], angle), on_front(radii[1], angle)
    ring = np.stack([outer[:-1], outer[1:], inner[1:], inner[:-1]], axis=1)
    block_ = _lifted(ring, low_m, high_m)
    long = block_[:, SIDES[[0, 1, 2, 4]]].reshape(-1, 4, 3)
    ends = [block_[-1, SIDES[3]], block_[0, SIDES[5]]]
    return quadrilaterals(np.concatenate([long, ends]), paint)


def _lifted(ring: F64, low_m: object, high_m: object) -> F64:
    """(k, 8, 3) blocks over (k, 4, 2) outlines; heights are one number or (k, 4)."""
    low = np.broadcast_to(np.asarray(low_m, np.float64), ring.shape[:2])
    high = np.broadcast_to(np.asarray(high_m, np.float64), ring.shape[:2])
    return np.concatenate(
        [
            np.concatenate([ring, low[..., None]], axis=2),
            np.concatenate([ring, high[..., None]], axis=2),
        ],
        axis=1,
    )


def rim() -> MeshData:
    """The level rim between the ice and the wall."""
    angle = np.linspace(-plan.RIM_DEG, plan.RIM_DEG, 45)
    outer = on_front(plan.WALL_R_M - 0.2, angle)
    turn = np.radians(np.linspace(-180.0, 0.0, 45))
    inner = plan.ICE_R_M * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    inner[:, 1] -= plan.BEND_Y_M
    points = np.concatenate([outer, inner])
    faces = grid_faces(2, len(outer))
    top = np.column_stack([points, np.full(len(points), plan.ICE_Z_M + 0.02)])
    deck = solid(top, faces, plan.PAVING)
    up = deck.normals[:, 2].mean() > 0
    deck = deck if up else solid(top, faces[:, ::-1], plan.PAVING)
    return diced(deck, 9.0)


def _bank_degrees(side: float) -> F64:
    """(45,) edges of the bank's steps from its top down to the terrace."""
    low, high = plan.BANK_DEG
    return side * np.linspace(high, low, BANK_STEPS + 1)


def bank_tops_m() -> F64:
    """(44,) level of each step, from the rim down to one step over the terrace."""
    rise = (plan.ICE_Z_M - plan.TERRACE_Z_M) / BANK_STEPS
    return np.asarray(plan.ICE_Z_M - rise * np.arange(BANK_STEPS), np.float64)


def bank_outlines(side: float) -> F64:
    """(44, 4, 2) plans of the steps, counter-clockwise."""
    edge = _bank_degrees(side)
    inner, outer = on_front(plan.WALL_R_M + 0.3, edge), on_front(plan.BANK_R_M, edge)
    ring = np.stack([outer[:-1], outer[1:], inner[1:], inner[:-1]], axis=1)
    return ring if p.area_m2(ring[0]) > 0 else ring[:, ::-1]


def bank(side: float) -> MeshData:
    """One bank: broad steps, maroon benches, a sloping outer wall with a coping."""
    ring, top = bank_outlines(side), bank_tops_m()
    seen = SIDES[[1, 3, 4 if side < 0.0 else 2]]
    blocks = _lifted(ring, top[:, None] - 0.3, top[:, None])
    steps = quadrilaterals(blocks[:, seen].reshape(-1, 4, 3), plan.CONCRETE)
    edge = _bank_degrees(side)
    rows = np.arange(2, BANK_STEPS - 1, 2)
    rows = rows[(rows % 16) > 1]
    benches = []
    for radii in ((plan.WALL_R_M + 3.4, plan.BANK_R_M - 0.5),):
        a = edge[rows] + (edge[rows + 1] - edge[rows]) * 0.1
        b = a + (edge[rows + 1] - edge[rows]) * 0.8
        plan_ = np.stack([on_front(radii[1], a), on_front(radii[1], b),
                          on_front(radii[0], b), on_front(radii[0], a)], axis=1)  # fmt: skip
        plan_ = plan_ if p.area_m2(plan_[0]) > 0 else plan_[:, ::-1]
        level = top[rows][:, None]
        benches.append(hexahedra(_lifted(plan_, level + 0.02, level + 0.42), plan.MAROON))
    return merge([steps, bare(merge(benches), UNDER), _bank_wall(side), _bank_rails(side)])


def _bank_wall(side: float) -> MeshData:
    """The high outer wall whose head follows the slope; the top landing behind it."""
    edge = _bank_degrees(side)[::4]
    rise = np.interp(np.abs(edge), plan.BANK_DEG, (plan.TERRACE_Z_M, plan.ICE_Z_M)) + 1.1
    inner, outer = on_front(plan.BANK_R_M, edge), on_front(plan.BANK_R_M + 0.6, edge)
    ring = np.stack([outer[:-1], outer[1:], inner[1:], inner[:-1]], axis=1)
    head = np.stack([rise[:-1], rise[1:], rise[1:], rise[:-1]], axis=1)
    if p.area_m2(ring[0]) < 0:
        ring, head = ring[:, ::-1], head[:, ::-1]
    wall_ = bare(hexahedra(_lifted(ring, -1.5, head), plan.CONCRETE), UNDER)
    cap = hexahedra(_lifted(ring, head, head + 0.16), plan.BROWN)
    low, high = sorted((side * plan.BANK_DEG[1], side * plan.RIM_DEG))
    landing = _ring_slab((low, high), (plan.WALL_R_M - 0.5, plan.BANK_R_M),
                         plan.ICE_Z_M - 1.2, plan.ICE_Z_M, plan.PAVING)  # fmt: skip
    end = _ring_slab((low, high), (plan.BANK_R_M, plan.BANK_R_M + 0.6), -1.5,
                     plan.ICE_Z_M + 1.1, plan.CONCRETE)  # fmt: skip
    return merge([diced(wall_, 8.0), cap, landing, diced(end, 8.0)])


def _bank_rails(side: float) -> MeshData:
    """Hand rails down the stair lane beside the wall."""
    edge = _bank_degrees(side)[::4]
    level = np.interp(np.abs(edge), plan.BANK_DEG, (plan.TERRACE_Z_M, plan.ICE_Z_M))
    pieces = []
    for radius in (plan.WALL_R_M + 0.9, plan.WALL_R_M + 3.0):
        foot = np.column_stack([on_front(radius, edge), level])
        head = np.add(foot, [0.0, 0.0, 1.0])
        pieces.append(rods(foot, head, 0.09, plan.RAIL))
        pieces.append(rods(head[:-1], head[1:], 0.1, plan.RAIL))
    return merge(pieces)


def gallery() -> MeshData:
    """The low curved hall under the terrace: glass between maroon posts, a concrete band."""
    low, high = GALLERY_DEG
    pieces = []
    half = np.degrees(STAIR_M[0] / 2 / plan.GALLERY_R_M) + 0.4
    for a, b in ((low, -half), (half, high)):
        length = np.radians(b - a) * plan.GALLERY_R_M
        count = round(length / 4.4)
        pane = Opening(3.5, 2.5, reveal_m=0.35, bars=(2, 1), glass=Paint("window"),
                       frame=plan.DARK)  # fmt: skip
        middle = a + (b - a) * (np.arange(count) + 0.5) / count
        wide = 2 * plan.GALLERY_R_M * float(np.tan(np.radians((b - a) / count / 2)))
        bay = move(outside(wall(wide, 3.0, plan.MAROON, rhythm(wide, 1, pane, 0.25))), -wide / 2)
        pieces.append(at(bay, on_front(plan.GALLERY_R_M, middle), turn_deg=middle))
        pieces.append(_ring_slab((a, b), (plan.GALLERY_R_M - 0.5, plan.GALLERY_R_M + 0.5),
                                 3.0, 4.7, plan.CONCRETE, 2.0))  # fmt: skip
        pieces.append(_ring_slab((a, b), (plan.GALLERY_R_M - 0.6, plan.GALLERY_R_M + 0.7),
                                 4.7, 4.86, plan.PALE, 2.0))  # fmt: skip
        pieces.append(_ring_slab((a, b), (plan.GALLERY_R_M - 0.6, plan.GALLERY_R_M + 0.05),
                                 -1.5, 0.25, plan.MAROON, 3.0))  # fmt: skip
    deck = _ring_slab((low, high), (plan.BANK_R_M + 0.6, plan.GALLERY_R_M - 0.4), 3.2,
                      plan.TERRACE_Z_M, plan.PAVING)  # fmt: skip
    middle = _ring_slab((-plan.BANK_DEG[0], plan.BANK_DEG[0]),
                        (plan.WALL_R_M, plan.BANK_R_M + 0.6), 3.2,
                        plan.TERRACE_Z_M, plan.PAVING)  # fmt: skip
    ends = [
        _ring_slab((a, a + 0.5), (plan.BANK_R_M, plan.GALLERY_R_M), -1.5, 4.7, plan.CONCRETE)
        for a in (low, high - 0.5)
    ]
    return merge([*pieces, deck, middle, *ends, _flight()])


def _flight() -> MeshData:
    """The stair from the forecourt to the terrace between two stone cheeks."""
    width, count, tread = STAIR_M
    y = plan.FRONT_Y_M - plan.GALLERY_R_M + 0.4
    flight = stair.straight(width, plan.TERRACE_Z_M, count, plan.RAMP, tread_m=tread, y_m=y)
    run = count * tread
    cheeks = [
        hexahedra(
            np.array([[(x, y - run - 0.6, -1.5), (x + 0.7, y - run - 0.6, -1.5), (x + 0.7, y, -1.5),
                       (x, y, -1.5), (x, y - run - 0.6, 0.9), (x + 0.7, y - run - 0.6, 0.9),
                       (x + 0.7, y, 4.7), (x, y, 4.7)]]),
            plan.RAMP,
        )
        for x in (-width / 2 - 0.7, width / 2)
    ]  # fmt: skip
    landing = block((-width / 2, y - 0.1, 2.4), (width / 2, y + 1.2, plan.TERRACE_Z_M), plan.PAVING)
    return merge([flight, *cheeks, landing])


def pavilion() -> MeshData:
    """The ticket house on the terrace: glass under a far-reaching white roof, red letters."""
    x, y = -9.0, plan.FRONT_Y_M - 74.5
    z = plan.TERRACE_Z_M
    plan_house = p.rectangle(12.0, 5.4, (x, y))
    pane = Opening(1.9, 2.3, reveal_m=0.12, bars=(1, 1), frame=plan.DARK)
    sides = {0: rhythm(12.0, 5, pane, 0.2), 1: rhythm(5.4, 2, pane, 0.2)}
    body = walls(plan_house, 2.8, plan.BROWN, {**sides, 2: sides[0], 3: sides[1]}, z_m=z)
    roof = block((x - 7.0, y - 3.9, z + 2.75), (x + 7.0, y + 3.4, z + 3.2), plan.WHITE)
    fascia = block((x - 6.9, y - 4.0, z + 2.85), (x + 6.9, y - 3.88, z + 3.7), plan.WHITE)
    name = move(lettering("MEDEU", 1.0, plan.LETTER, out_m=0.2, bold_m=0.02), x, y - 3.6, z + 3.68)
    return merge([body, roof, fascia, name])


def tower() -> MeshData:
    """The stair tower at the west corner: a tall window in a maroon frame, a brown cornice."""
    tall = Opening(2.6, 6.6, reveal_m=0.4, bars=(3, 6), surround=plan.MAROON, surround_m=0.7)
    top = Opening(2.2, 1.4, reveal_m=0.3, bars=(3, 1))
    mid = Opening(2.6, 1.9, reveal_m=0.9, bars=(2, 1), surround=plan.MAROON, surround_m=0.5)
    door = Opening(2.8, 2.6, reveal_m=0.5, bars=(2, 1), frame=plan.MAROON)
    front = (
        Placed(4.5, 1.5, door),
        Placed(4.5, 6.0, tall),
        Placed(4.5, 14.6, mid),
        Placed(4.5, 18.6, top),
    )
    side = (Placed(4.5, 18.6, top), Placed(4.5, 14.0, mid))
    body = bayed_walls(TOWER, 22.5, plan.WHITE, {0: front, 1: side, 3: side}, z_m=-1.5, edge_m=5.2)
    cap = prism(p.offset(TOWER, 0.8), 20.6, 21.9, plan.BROWN, crease_deg=0.0)
    deck = prism(p.offset(TOWER, 0.5), 21.8, 22.0, plan.ROOF)
    belt = prism(p.offset(TOWER, 0.35), 4.2, 4.9, plan.MAROON, crease_deg=0.0)
    rail = railing(p.offset(TOWER, 0.3), plan.RAIL, z_m=22.0, closed=True, bars=2, bar_m=0.05)
    slope = hexahedra(
        np.array([[(71.0, -107.3, -1.5), (103.0, -114.0, -1.5), (103.0, -112.8, -1.5),
                   (71.0, -106.1, -1.5), (71.0, -107.3, 16.5), (103.0, -114.0, 3.0),
                   (103.0, -112.8, 3.0), (71.0, -106.1, 16.5)]]),
        plan.RAMP,
    )  # fmt: skip
    return merge([body, cap, deck, belt, rail, diced(slope, 6.0)])


def wing() -> MeshData:
    """The curved flat-roofed wing from the tower to the main stand."""
    outline = _wing_outline(WING_INNER)
    window = Opening(1.7, 1.5, reveal_m=0.25, bars=(1, 1))
    sides = {}
    for index in range(len(outline)):
        a, b = outline[index], outline[(index + 1) % len(outline)]
        length = float(np.linalg.norm(b - a))
        if length > 2.4:
            count = max(1, round(length / 2.9))
            sides[index] = rhythm(length, count, window, 4.6)
    body = bayed_walls(outline, 8.5, plan.WHITE, sides, z_m=8.7, edge_m=5.2)
    roof = prism(p.offset(outline, 1.0), 17.0, 18.1, plan.TIMBER, crease_deg=0.0)
    deck = prism(p.offset(outline, 0.7), 18.0, 18.2, plan.ROOF)
    vents = at(block((-0.7, -0.5, 0.0), (0.7, 0.5, 0.9), plan.RAIL),
               [(70.0, -88.0, 18.2), (72.3, -76.0, 18.2), (70.0, -64.0, 18.2)])  # fmt: skip
    base = prism(outline, -1.5, 8.75, plan.CONCRETE, crease_deg=0.0)
    return merge([base, body, roof, deck, vents])


def _wing_outline(path: F64) -> F64:
    """The wing's plan, counter-clockwise: the line of its inner side and a parallel one."""
    outer = path + 8.5 * p.mitres(path, closed=False)
    return p.counter_clockwise(np.concatenate([path, outer[::-1]]))
