"""The three-storey building at the foot of the tower, its yard, trees and collision."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit import stair
from almaty_tour.kit.extrude import block, prism
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed, instances
from almaty_tour.kit.rail import parapet, railing
from almaty_tour.kit.transform import at
from almaty_tour.kit.wall import Placed, rhythm, walls
from almaty_tour.landmarks.kok_tobe_tower.mosaic import mosaic as mosaic_wall
from almaty_tour.landmarks.kok_tobe_tower.shaft import DARK, GLASS, RIM, dish
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, merge

PALE = Paint("plaster", "#DAD4C6")
STONE = Paint("rock_faced", "#8D8478")
FASCIA = Paint("painted_metal", "#5B3A30")
COLUMN = Paint("concrete", "#CFC9BC")
LAWN = Paint("lawn", "#78905A")
ASPHALT = Paint("asphalt", "#77756F")
PAVING = Paint("paving", "#B4AC9E")
DECK = Paint("roof_flat", "#8A847B")
KERB = Paint("granite", "#A9A39A")

GROUND = p.line(
    (-33, -12), (-22, -21), (24, -21), (31, -13), (31, 10), (22, 20), (-16, 20), (-33, 9)
)
MIDDLE = p.line(
    (-24, -9), (-17, -16.5), (16, -16.5), (22, -10), (22, 9), (15, 15.5), (-14, 15.5), (-24, 7)
)
TOP_RADIUS_M = 14.0
MOSAIC_Y_M = -22.9
DOOR_X_M = 16.5


def building() -> MeshData:
    """Three storeys, each smaller than the one below, under thin dark overhanging roofs."""
    return merge([ground_floor(), middle_floor(), top_floor(), door(), plant()])


def _roof(outline: np.ndarray, low_m: float, reach_m: float, height_m: float = 0.55) -> MeshData:
    deck = p.offset(outline, reach_m)
    return merge(
        [
            prism(deck, low_m, low_m + height_m, FASCIA, crease_deg=0.0),
            prism(p.offset(deck, -0.3), low_m + height_m - 0.1, low_m + height_m + 0.04, DECK),
        ]
    )


def ground_floor() -> MeshData:
    """Pale walls with upright windows on a rubble plinth; a terrace on the roof."""
    window = Opening(1.3, 1.7, reveal_m=0.25, frame=RIM, bars=(2, 1), sill_out_m=0.12)
    sides = {}
    for index in range(len(GROUND)):
        length = float(np.linalg.norm(GROUND[(index + 1) % len(GROUND)] - GROUND[index]))
        row = rhythm(length, max(2, int(length / 3.4)), window, 1.2, margin_m=0.8)
        sides[index] = tuple(place for place in row if index != 1 or _free(place.x_m - 22.0))
    edge = p.offset(GROUND, 0.9)
    return merge(
        [
            walls(GROUND, 3.9, PALE, sides),
            prism(p.offset(GROUND, 0.18), -1.5, 0.75, STONE, crease_deg=0.0, top=True),
            _roof(GROUND, 3.8, 1.1),
            railing(edge, RIM, z_m=4.35, post_m=2.2, bars=2, bar_m=0.05, closed=True),
        ]
    )


def _free(x_m: float) -> bool:
    """Whether a window at x is neither behind the mosaic nor where the door is."""
    return abs(x_m) > 11.6 and abs(x_m - DOOR_X_M) > 2.6


def middle_floor() -> MeshData:
    """A gallery: glass set back behind a row of square posts under a far-reaching roof."""
    core = p.offset(MIDDLE, -1.6)
    posts = _along(MIDDLE, 3.0)
    foot = np.column_stack([posts, np.full(len(posts), 4.3)])
    bars = _along(core, 1.5)
    base = np.column_stack([bars, np.full(len(bars), 4.3)])
    ring = np.column_stack([core, np.full(len(core), 5.3)])
    return merge(
        [
            prism(core, 4.2, 7.8, GLASS, crease_deg=0.0),
            struts(base, base + np.array([0, 0, 3.4]), 0.16, RIM),
            struts(ring, np.roll(ring, -1, axis=0), 0.2, PALE),
            struts(foot, foot + np.array([0, 0, 3.4]), 0.34, COLUMN),
            _roof(MIDDLE, 7.6, 1.5),
            railing(
                p.offset(MIDDLE, 1.2), RIM, z_m=8.15, post_m=2.2, bars=2, bar_m=0.05, closed=True
            ),
        ]
    )


def _along(outline: np.ndarray, step_m: float) -> np.ndarray:
    """Points on a closed outline: its corners and even steps between them."""
    pieces = []
    for a, b in zip(outline, np.roll(outline, -1, axis=0), strict=True):
        count = max(1, round(float(np.linalg.norm(b - a)) / step_m))
        pieces.append(a + (b - a) * (np.arange(count) / count)[:, None])
    return np.concatenate(pieces)


def top_floor() -> MeshData:
    """The round glazed hall at the root of the shaft."""
    ring = p.regular(16, TOP_RADIUS_M, 11.25)
    posts = p.regular(32, TOP_RADIUS_M + 0.05, 11.25)
    foot = np.column_stack([posts * [1.0, 1.0], np.full(32, 8.1)])
    return merge(
        [
            prism(ring, 8.0, 11.1, GLASS, crease_deg=0.0),
            struts(foot[::2], foot[::2] + np.array([0, 0, 3.0]), 0.4, COLUMN),
            prism(p.offset(ring, 0.12), 8.0, 8.9, PALE, crease_deg=0.0),
            _roof(ring, 11.0, 1.6, 0.5),
            railing(
                p.regular(32, TOP_RADIUS_M + 1.3), RIM, z_m=11.5, bars=2, bar_m=0.05, closed=True
            ),
        ]
    )


def door() -> MeshData:
    """The entrance right of the mosaic: steps, a glazed porch and a flat canopy."""
    x = DOOR_X_M
    porch = block((x - 1.7, -21.5, 0.0), (x + 1.7, -20.5, 3.1), GLASS)
    frame = struts(
        [(x + dx, -21.55, 0.5) for dx in (-1.7, 0.0, 1.7)],
        [(x + dx, -21.55, 3.1) for dx in (-1.7, 0.0, 1.7)],
        0.16,
        RIM,
    )
    head = struts([(x - 1.7, -21.55, 2.6)], [(x + 1.7, -21.55, 2.6)], 0.14, RIM)
    canopy = block((x - 3.0, -25.4, 3.2), (x + 3.0, -21.0, 3.55), FASCIA)
    legs = struts(
        [(x - 2.6, -25.0, 0.1), (x + 2.6, -25.0, 0.1)],
        [(x - 2.6, -25.0, 3.2), (x + 2.6, -25.0, 3.2)],
        0.26,
        COLUMN,
    )
    flight = stair.straight(5.6, 0.5, 3, KERB, tread_m=0.4, y_m=-23.6, x_m=x, z_m=0.1)
    landing = block((x - 2.8, -23.6, -0.5), (x + 2.8, -20.9, 0.6), KERB)
    return merge([porch, frame, head, canopy, legs, flight, landing])


def plant() -> MeshData:
    """Ground dishes, a transformer house, boxes on the roofs."""
    gate = Placed(2.2, 0.0, Opening(1.6, 2.3, glass=RIM, frame_m=0.0))
    light = Placed(6.4, 1.6, Opening(1.4, 0.9, frame=RIM))
    plan = p.rectangle(9.0, 6.0, (26.0, 25.5))
    house = walls(plan, 3.4, PALE, {0: (gate, light)}, z_m=0.05)
    roof = block((21.0, 22.0, 3.4), (31.0, 29.0, 3.75), FASCIA)
    units = at(
        block((-1.1, -0.8, 0.0), (1.1, 0.8, 1.2), Paint("painted_metal", "#9A9C98")),
        [
            (-20, -8, 4.39),
            (-27, 2, 4.39),
            (26, 2, 4.39),
            (12, 12, 8.19),
            (-10, 12, 8.19),
            (-14, -11, 8.19),
            (16, -8, 8.19),
        ],
        turn_deg=[0, 30, 90, 0, 10, 45, 80],
    )
    dishes = at(
        dish(2.4),
        [(-24.0, 24.0, 0.1), (-30.5, 17.0, 0.1), (-15.0, 28.0, 0.1)],
        turn_deg=[150.0, 120.0, 170.0],
    )
    masts = struts(
        [(-8, 12, 8), (20, 0, 8), (-20, 0, 8)],
        [(-8, 12, 14.5), (20, 0, 13), (-20, 0, 13.5)],
        0.12,
        DARK,
    )
    return merge([house, roof, units, dishes, masts])


def mosaic() -> MeshData:
    """The picture wall in the middle of the north-west front."""
    return mosaic_wall(MOSAIC_Y_M, 0.8)


RIM_PATH = p.arc((0.0, 0.0), 40.2, -83.0, 263.0, 60)
YARD = (38.4, 28.8)
ROAD = p.joined(p.line((-4.5, -40.6), (4.5, -40.6), (4.5, -30.0)), p.line((-4.5, -30.0)))


def grounds() -> MeshData:
    """A level lawn with a yard round the building, a drive, kerbs and a low rubble wall."""
    yard = p.ellipse(*YARD, 48)
    return merge(
        [
            prism(p.circle(41.0, 64), -1.2, 0.07, LAWN),
            prism(p.offset(yard, 0.3), -0.4, 0.14, KERB),
            prism(yard, -0.4, 0.17, ASPHALT),
            prism(ROAD, -0.4, 0.12, ASPHALT),
            prism(p.offset(GROUND, 1.8), -0.4, 0.26, PAVING),
            parapet(RIM_PATH, STONE, height_m=0.8, thickness_m=0.5, closed=False, coping=KERB),
        ]
    )


def props() -> tuple[InstanceTable, ...]:
    """A ring of trees on the lawn, lamps and benches along the yard."""
    count = 84
    seed = hashed("kok_tobe trees", count)
    angle = np.radians(np.arange(count) * (360.0 / count) + 3.0 * fraction(seed, 1))
    reach = 34.5 + 4.8 * fraction(seed, 2)
    spots = np.stack([np.cos(angle), np.sin(angle)], axis=1) * reach[:, None]
    kind = seed % np.uint32(6)
    view = np.degrees(angle) % 360.0
    front = (view > 236.0) & (view < 304.0)
    house = np.hypot(spots[:, 0] - 26.0, spots[:, 1] - 25.5) < 8.5
    grows = ~_inside(YARD, spots, 1.2) & ~front & ~house
    lamps = [(-9.0, -29.0), (9.0, -29.0), (24.0, -26.5), (-25.0, -26.0), (36.0, -8.0), (-37.5, 2.0)]
    return (
        instances("tree.elm", spots[grows & (kind < 3)], "kok_tobe elms", scale=0.66),
        instances("tree.spruce", spots[grows & (kind >= 4)], "kok_tobe spruces", scale=0.72),
        instances("tree.apple", spots[grows & (kind == 3)], "kok_tobe apples"),
        instances("lamp.globe", [(*spot, 0.17) for spot in lamps], "kok_tobe lamps", vary=0.0),
        instances(
            "bench.park",
            [(-12.5, -26.0, 0.17), (-7.5, -26.0, 0.17), (7.5, -26.0, 0.17)],
            "kok_tobe benches",
            yaw_deg=0.0,
            vary=0.0,
        ),
    )


def _inside(ellipse: tuple[float, float], spots: np.ndarray, margin_m: float) -> np.ndarray:
    """Which spots lie within an ellipse widened by a margin."""
    radii = np.array(ellipse) + margin_m
    return np.asarray(((spots / radii) ** 2).sum(axis=1) < 1.0)


def collision() -> Collision:
    """Shaft, pods and storeys are solid; lawn, yard and landing can be walked on."""
    x = DOOR_X_M
    solids = (
        stair.wall_prism(p.regular(16, 10.8, 11.25), 39.0),
        stair.wall_prism(p.regular(16, 8.6, 11.25), 167.0, 39.0),
        stair.wall_prism(p.regular(16, 14.0, 11.25), 184.0, 166.0),
        stair.wall_prism(p.regular(12, 7.0, 15.0), 238.0, 184.0),
        stair.wall_prism(p.regular(12, 11.3, 15.0), 256.0, 237.0),
        stair.wall_prism(p.regular(8, 3.2), 371.5, 256.0),
        stair.wall_prism(GROUND, 5.4),
        stair.wall_prism(p.offset(MIDDLE, 1.2), 9.2, 4.3),
        stair.wall_prism(p.regular(16, TOP_RADIUS_M + 1.5, 11.25), 12.6, 8.0),
        stair.wall_prism(p.rectangle(20.8, 1.4, (0.0, MOSAIC_Y_M + 0.5)), 9.3),
        stair.wall_prism(p.rectangle(10.0, 7.0, (26.0, 25.5)), 3.8),
        stair.wall_prism(np.concatenate([RIM_PATH, RIM_PATH[::-1] * 0.985]), 0.9),
    )
    floors = (
        stair.floor(p.circle(41.0, 32), 0.07),
        stair.floor(p.ellipse(*YARD, 48), 0.17),
        stair.floor(p.offset(GROUND, 1.8), 0.26),
        stair.floor(p.rectangle(5.6, 2.7, (x, -22.25)), 0.6),
        *stair.straight_floors(5.6, 0.5, 3, tread_m=0.4, y_m=-23.6, x_m=x, z_m=0.1),
    )
    return Collision(solids, floors)
