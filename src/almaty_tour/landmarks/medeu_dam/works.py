"""What stands on the dam: five butterfly shelters, the outlet, the intake tower, the pump house."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit.extrude import block, panel, prism
from almaty_tour.kit.hexahedra import hexahedra, struts
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.rail import railing
from almaty_tour.kit.transform import at, mirror_x, move
from almaty_tour.kit.wall import rhythm, walls
from almaty_tour.landmarks.medeu_dam import plan
from almaty_tour.landmarks.medeu_dam.plan import F64
from almaty_tour.mesh.data import MeshData, merge

SHELTER_SPACING_M = 15.0
SHELTER_OFFSETS = (-1.5, -0.5, 0.5, 1.5, 2.5)
BASE_M = 9.0
LONG_WING_M = 8.6
SHORT_WING_M = 6.6
OUTLET_X_M = 22.0
INTAKE = (70.0, 352.0)
HUTS = ((-38.0, -248.0), (-56.0, -238.0))
WATER = Paint("pool_water")
FRAME = Paint("painted_metal", "#5E6468")
TILE = Paint("roof_metal", "#B4552F")


def _wing(length_m: float, rise_m: float) -> MeshData:
    """One leaf of the V: a tapering concrete slab with raised edges and ribs below, to +x."""
    wide, slim, thick = 2.1, 1.15, 0.24
    x0, x1, z1 = 0.2, length_m, rise_m
    ring = [(x0, -wide), (x1, -slim), (x1, slim), (x0, wide)]
    z = [0.0, z1, z1, 0.0]
    low = [(x, y, h) for (x, y), h in zip(ring, z, strict=True)]
    high = [(x, y, h + thick) for x, y, h in low]
    slab = hexahedra(np.array([low + high]), plan.WHITE)
    edge = struts(
        [(x0, -wide, 0.1), (x0, wide, 0.1), (x1, -slim, z1 + 0.1)],
        [(x1, -slim, z1 + 0.1), (x1, slim, z1 + 0.1), (x1, slim, z1 + 0.1)],
        0.3,
        plan.WHITE,
        depth_m=0.62,
    )
    share = np.linspace(0.12, 0.92, 9)
    y = wide + (slim - wide) * share
    x, lift = x0 + (x1 - x0) * share, z1 * share - 0.12
    ribs = struts(
        np.column_stack([x, -y, lift]), np.column_stack([x, y, lift]), 0.14, plan.CONCRETE,
        depth_m=0.3,
    )  # fmt: skip
    spine = struts([(0.0, 0.0, -0.25)], [(x1 * 0.93, 0.0, z1 * 0.93 - 0.2)], 0.6, plan.WHITE)
    return merge([slab, edge, ribs, spine])


def shelter() -> MeshData:
    """A V roof of two unequal wings on one square post, on a white box terrace; z = 0 on top."""
    half = BASE_M / 2
    post = prism(p.rectangle(1.9, 1.9), 0.0, 3.4, plan.WHITE, top_outline=p.rectangle(1.3, 1.3))
    knee = prism(p.rectangle(1.3, 1.3), 3.4, 4.0, plan.WHITE, top_outline=p.rectangle(2.4, 3.6))
    wings = merge(
        [
            move(mirror_x(_wing(LONG_WING_M, 3.5)), z=3.7),
            move(_wing(SHORT_WING_M, 2.2), z=3.7),
        ]
    )
    box = block((-half, -half, -5.5), (half, half, 0.0), plan.WHITE)
    floor = block((-half + 0.25, -half + 0.25, -0.1), (half - 0.25, half - 0.25, 0.05), plan.SLAB)
    return merge([post, knee, wings, box, floor, _parapet(half), _bench()])


def _parapet(half: float) -> MeshData:
    """Solid on three sides, open to the road."""
    t, h = 0.25, 0.95
    runs = [((-half, -half), (half, -half + t)), ((-half, -half + t), (-half + t, half))]
    runs.append(((half - t, -half + t), (half, half)))
    walls_ = [block((*a, 0.0), (*b, h), plan.WHITE) for a, b in runs]
    caps = [
        block((a[0] - 0.06, a[1] - 0.06, h), (b[0] + 0.06, b[1] + 0.06, h + 0.1), plan.CONCRETE)
        for a, b in runs
    ]
    return merge([*walls_, *caps])


def _bench() -> MeshData:
    return merge(
        [
            block((-3.4, -3.9, 0.05), (3.4, -3.3, 0.5), plan.CONCRETE),
            block((-3.5, -3.95, 0.5), (3.5, -3.25, 0.6), Paint("wood", "#8A5A34")),
        ]
    )


def shelter_places(crest_m: float) -> F64:
    """(5, 3) middles of the shelters' floors along the terrace."""
    _, _, y, z = plan.flights(crest_m)[plan.TERRACE - 1]
    x = plan.STAIR_X_M + np.array(SHELTER_OFFSETS) * SHELTER_SPACING_M
    return np.column_stack([x, np.full(5, y + 4.6), np.full(5, z + 0.15)])


def shelters(crest_m: float) -> MeshData:
    """The row of five, with light blue rails between them."""
    places = shelter_places(crest_m)
    y, z = places[0, 1] - BASE_M / 2 + 0.3, places[0, 2] - 0.15
    half = BASE_M / 2
    pieces = [at(shelter(), places)]
    for left, right in zip(places[:-1, 0] + half, places[1:, 0] - half, strict=True):
        middle = abs((left + right) / 2 - plan.STAIR_X_M) < 2.0
        runs = [(left, plan.STAIR_X_M - 2.2), (plan.STAIR_X_M + 2.2, right)]
        for a, b in runs if middle else [(left, right)]:
            path = p.line((a, y), (b, y))
            pieces.append(railing(path, plan.BLUE_RAIL, z_m=z, post_m=0.9, bars=2, bar_m=0.05))
    return merge(pieces)


def outlet() -> MeshData:
    """The mouth of the tunnel: a stepped headwall, a round arch, a basin and a channel."""
    x, y = OUTLET_X_M, plan.TOE_Y_M - 3.0
    mouth = p.opening("round", 4.4, 4.6, None, 8) + np.array([0.0, 0.4])
    wall = p.line((-9.0, -1.5), (9.0, -1.5), (9.0, 4.6), (6.2, 7.4), (-6.2, 7.4), (-9.0, 4.6))
    head = move(panel(wall, 0.0, 6.0, plan.CONCRETE, holes=[mouth]), x, y)
    ring = p.opening("round", 5.4, 5.1, None, 8) + np.array([0.0, 0.4])
    hood = move(panel(ring, -0.3, 0.2, plan.WHITE, holes=[mouth]), x, y)
    dark = block((x - 2.2, y + 4.5, 0.0), (x + 2.2, y + 5.9, 5.0), plan.DARK)
    coping = block((x - 6.5, y - 0.3, 7.4), (x + 6.5, y + 6.0, 7.75), plan.WHITE)
    grille = struts(
        [(x - 2.0 + 0.5 * i, y + 0.5, 0.3) for i in range(9)],
        [(x - 2.0 + 0.5 * i, y + 0.5, 4.6) for i in range(9)],
        0.07,
        FRAME,
    )
    rails = railing(p.line((x - 6.2, y - 0.1), (x + 6.2, y - 0.1)), plan.RAIL, z_m=7.75, bars=2)
    return merge([head, hood, dark, coping, grille, rails, _basin(x, y), _wings(x, y)])


def _wings(x: float, y: float) -> MeshData:
    """Splayed walls that hold the slope beside the mouth."""
    pieces = []
    for side in (-1.0, 1.0):
        a, b = (x + side * 9.0, y), (x + side * 15.0, y - 8.0)
        ring = [a, (a[0], y + 1.0), (b[0] + side * 0.7, b[1] + 0.8), b]
        ring = ring if side < 0 else ring[::-1]
        top = [4.6, 4.6, 1.6, 1.6] if side < 0 else [1.6, 1.6, 4.6, 4.6]
        corners = [(*q, -1.5) for q in ring] + [(*q, h) for q, h in zip(ring, top, strict=True)]
        block_ = np.array([corners])
        area = p.area_m2(np.array(ring))
        pieces.append(hexahedra(block_ if area > 0 else block_[:, [3, 2, 1, 0, 7, 6, 5, 4]],
                                plan.CONCRETE))  # fmt: skip
    return merge(pieces)


def _basin(x: float, y: float) -> MeshData:
    """Water between low walls, with baffle blocks that break its force."""
    pieces = [block((x - 4.2, y - 24.0, -0.4), (x + 4.2, y + 4.4, 0.35), WATER)]
    for side in (-1.0, 1.0):
        edge = sorted((x + side * 4.2, x + side * 5.0))
        pieces.append(block((edge[0], y - 24.0, -1.5), (edge[1], y, 1.1), plan.CONCRETE))
    spots = [(x + dx, y - dy) for dy in (5.0, 8.0, 11.0) for dx in (-2.6, 0.0, 2.6)]
    pieces.append(at(block((-0.5, -0.5, -0.4), (0.5, 0.5, 0.95), plan.CONCRETE), spots))
    pieces.append(block((x - 5.0, y - 24.8, -1.5), (x + 5.0, y - 24.0, 0.6), plan.CONCRETE))
    return merge(pieces)


def intake(crest_m: float) -> MeshData:
    """The gate tower in the bowl and the footbridge that leads to it from the crest."""
    x, y = INTAKE
    foot, deck = plan.face_m(y - 12.0, crest_m) - 30.0, crest_m - 1.6
    shaft = prism(p.regular(12, 4.6, 15.0), float(foot), deck - 0.4, plan.CONCRETE)
    table = prism(p.regular(12, 6.4, 15.0), deck - 0.4, deck, plan.WHITE)
    plan_house = p.rectangle(7.0, 7.0, (x, y))
    window = Opening(1.2, 1.1, reveal_m=0.18, bars=(2, 1))
    house = walls(
        plan_house, 2.4, plan.WHITE, {i: rhythm(7.0, 3, window, 0.7) for i in (1, 2, 3)}, z_m=deck
    )
    roof = block((x - 4.1, y - 4.1, deck + 2.2), (x + 4.1, y + 4.1, deck + 2.45), TILE)
    ring = move(
        merge(
            [
                shaft,
                table,
                railing(p.regular(12, 6.1, 15.0), plan.RAIL, z_m=deck, closed=True, bars=1),
            ]
        ),
        x,
        y,
    )
    return merge([ring, house, roof, _bridge(x, y, deck, crest_m)])


def _bridge(x: float, y: float, deck: float, crest_m: float) -> MeshData:
    start = plan.CREST_Y_M + plan.CREST_DEPTH_M - 0.4
    slab = block((x - 1.1, start, deck - 0.3), (x + 1.1, y - 3.0, deck), plan.CONCRETE)
    posts = np.arange(start + 14.0, y - 8.0, 20.0)
    piers = [
        block((x - 0.8, q - 0.6, float(plan.face_m(q, crest_m)) - 2.0), (x + 0.8, q + 0.6, deck),
              plan.CONCRETE)
        for q in posts
    ]  # fmt: skip
    rails = [
        railing(p.line((x + dx, start + 0.6), (x + dx, y - 5.8)), plan.RAIL, z_m=deck, bars=2)
        for dx in (-1.0, 1.0)
    ]
    return merge([slab, *piers, *rails])


def huts() -> MeshData:
    """Two small white pump houses with orange roofs at the foot."""
    plan_house = p.rectangle(6.0, 4.6)
    window = Opening(0.9, 0.9, reveal_m=0.15, bars=(2, 1))
    door = Opening(1.1, 2.0, glass=Paint("wood", "#6C5138"), frame_m=0.0)
    sides = {0: (*rhythm(6.0, 1, door, 0.0),), 1: rhythm(4.6, 1, window, 1.1)}
    body = walls(plan_house, 2.9, plan.WHITE, {**sides, 3: sides[1]}, z_m=0.0)
    base = block((-3.1, -2.4, -1.5), (3.1, 2.4, 0.05), plan.CONCRETE)
    low, high = p.rectangle(7.2, 5.8), p.rectangle(2.4, 1.0)
    roof = prism(low, 2.85, 4.3, TILE, top_outline=high, crease_deg=0.0)
    return at(merge([body, base, roof]), HUTS, turn_deg=[12.0, -20.0])
