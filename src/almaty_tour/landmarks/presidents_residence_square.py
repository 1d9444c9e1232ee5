"""The square on the site of the former residence: pond, curved paths, young trees, a kept wall."""

from __future__ import annotations

import numpy as np
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import extrude, pool, profile, stair, transform
from almaty_tour.kit.blooms import inside
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import hexahedra, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed, instances, scattered
from almaty_tour.kit.profile import F64
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

LAWN = Paint("lawn", "#6F9449")
PATH = Paint("paving", "#C9BEAE")
PLAZA = Paint("paving", "#B7A797")
KERB = Paint("granite", "#9C968E")
RIM = Paint("granite", "#B7ADA2")
MARBLE = Paint("marble", "#CFC6B8")
SOOT = Paint("plaster", "#6A625A")
GLASS = Paint("sky_glass", "#E6CDBF")
STEEL = Paint("steel", "#B6BABE")

PARK = profile.smooth(
    profile.line(
        (0.0, -60.0), (36.0, -50.0), (56.0, -22.0), (60.0, 12.0), (42.0, 44.0), (8.0, 60.0),
        (-30.0, 52.0), (-56.0, 26.0), (-61.0, -8.0), (-40.0, -46.0),
    ), 4, closed=True,
)  # fmt: skip
POND = profile.smooth(
    profile.line(
        (-14.0, -4.0), (-2.0, -11.0), (14.0, -9.0), (25.0, 2.0), (23.0, 14.0), (10.0, 18.0),
        (2.0, 12.0), (-8.0, 13.0), (-17.0, 7.0),
    ), 4, closed=True,
)  # fmt: skip
WALKS = (
    ((0.0, -62.0), (2.0, -40.0), (-6.0, -24.0), (-24.0, -8.0), (-30.0, 12.0), (-20.0, 30.0),
     (0.0, 38.0), (26.0, 34.0), (40.0, 16.0), (38.0, -6.0), (22.0, -22.0), (2.0, -26.0)),
    ((-62.0, -10.0), (-46.0, 2.0), (-30.0, 10.0)),
    ((62.0, 14.0), (50.0, 18.0), (39.0, 14.0)),
    ((8.0, 62.0), (12.0, 50.0), (2.0, 38.0)),
    ((40.0, -52.0), (32.0, -40.0), (22.0, -22.0)),
    ((-42.0, 44.0), (-32.0, 38.0), (-20.0, 30.0)),
    ((-48.0, 0.0), (-46.0, 18.0), (-32.0, 37.0), (-10.0, 50.0), (11.0, 50.0), (34.0, 42.0),
     (49.0, 17.0), (48.0, -8.0), (34.0, -38.0), (16.0, -46.0), (2.0, -44.0), (-22.0, -38.0),
     (-40.0, -22.0), (-48.0, 0.0)),
)  # fmt: skip
GROUND_M, PATH_M, WALK_M = 0.04, 0.08, 3.6
RUIN = (-21.0, -24.0)
RUIN_TURN_DEG = 24.0


def build(spec: LandmarkSpec) -> Model:
    """The front looks to the avenue; the kept wall is the highest thing but the trees."""
    mesh = merge(
        [
            as_part(_ground(), "body"),
            as_part(_pond(), "pond"),
            as_part(_ruin(spec.height_m), "wall"),
        ]
    )
    return Model(mesh, _props(), _collision())


def _walks() -> BaseGeometry:
    """All paths, two round places on them, without the pond."""
    lines = [LineString(profile.smooth(np.array(way), 5)).buffer(WALK_M / 2) for way in WALKS]
    shape = lines[0]
    for part in (*lines[1:], Point(0.0, -30.0).buffer(7.5), Point(*RUIN).buffer(8.0)):
        shape = shape.union(part)
    shore = Polygon(profile.offset(POND, 3.2)).buffer(0.0)
    return shape.union(shore).intersection(Polygon(PARK).buffer(-0.5)).simplify(0.06)


def _parts(shape: BaseGeometry) -> list[Polygon]:
    parts = getattr(shape, "geoms", [shape])
    return [part for part in parts if isinstance(part, Polygon) and part.area > 0.5]


def _ring(line: object) -> F64:
    return np.asarray(line.coords, np.float64)[:-1]  # type: ignore[attr-defined]


def _ground() -> MeshData:
    """Lawn over all, paths a little higher with low kerbs, a light round at the gate."""
    pond = profile.offset(POND, -0.1)
    body = extrude.prism(PARK, -1.5, GROUND_M, LAWN, top=False)
    lawn = diced(extrude.sheet(PARK, GROUND_M, LAWN, holes=[pond]), 12.0)
    pieces = [body, lawn]
    edge = profile.line((0.0, -0.1), (0.0, 0.05), (-0.16, 0.05), (-0.16, -0.1))
    for part in _parts(_walks().difference(Polygon(pond))):
        holes = [_ring(hole) for hole in part.interiors]
        outer = _ring(part.exterior)
        pieces.append(diced(extrude.sheet(outer, PATH_M, PATH, holes=holes), 8.0))
        pieces.append(
            extrude.sweep(edge, profile.counter_clockwise(outer), KERB, z_m=PATH_M, crease_deg=0.0)
        )
    disc = extrude.prism(profile.circle(4.6, 32) + np.array([0.0, -30.0]), 0.0, 0.11, PLAZA)
    heart = extrude.prism(profile.circle(2.4, 24) + np.array([0.0, -30.0]), 0.05, 0.14, KERB)
    return merge([*pieces, disc, heart])


def _pond() -> MeshData:
    """The pond behind a low granite rim, stones on its shore."""
    basin = pool.basin(POND, RIM, rim_m=0.7, height_m=0.26, water_m=0.16, z_m=0.0)
    stone = extrude.prism(
        profile.regular(7, 0.7), 0.0, 0.42, KERB, top_outline=profile.regular(7, 0.4)
    )
    spots = POND[[3, 4, 9, 15, 16, 22, 27, 31]] * 0.93
    seed = hashed("residence square/stones", len(spots))
    stones = transform.at(
        stone, np.column_stack([spots, np.full(len(spots), 0.1)]),
        turn_deg=360.0 * fraction(seed, 1), scale_by=0.6 + 0.9 * fraction(seed, 2),
    )  # fmt: skip
    return merge([basin, stones])


def _ruin(top_m: float) -> MeshData:
    """Broken courses of marble round a window hole, black with soot, behind panes of glass."""
    tops = np.array([4, 6, 7, 8, 8, 7, 7, 5, 5, 3])
    row, column = (g.ravel() for g in np.meshgrid(np.arange(8), np.arange(len(tops))))
    window = (row >= 2) & (row < 6) & (column >= 3) & (column < 6)
    kept = (row < tops[column]) & ~window
    row, column = row[kept], column[kept]
    height = (top_m - 0.15) / 8
    shift = np.where(row % 2 == 0, 0.0, 0.18)
    x0 = -3.5 + 0.7 * column + shift
    low = np.column_stack([x0 + 0.004, np.full(len(row), -0.4), 0.15 + height * row])
    size = np.array([0.692, 0.8, height - 0.006])
    ring = np.array([(0, 0), (1, 0), (1, 1), (0, 1)])
    cube = np.array([(*side, z) for z in (0, 1) for side in ring])
    corners = low[:, None] + cube[None] * size
    seed = hashed("residence square/wall", 4 * len(row)).reshape(-1, 4)
    broken = (row == tops[column] - 1)[:, None]
    corners[:, 4:, 2] -= np.where(broken, [[0.0, 0.34, 0.3, 0.05]] * fraction(seed, 1), 0.0)
    corners[:, [0, 1, 4, 5], 1] += 0.09 * fraction(seed[:, :1], 2)
    burnt = (column >= 2) & (column < 7) & (row >= 5) | (column == 6) & (row >= 2)
    plain = ~burnt & ((row * 3 + column * 5) % 4 > 0)
    wall = [
        hexahedra(corners[plain], MARBLE),
        hexahedra(corners[~plain & ~burnt], MARBLE.shaded(0.9)),
        hexahedra(corners[burnt & (row % 2 == 0)], SOOT),
        hexahedra(corners[burnt & (row % 2 == 1)], SOOT.shaded(1.25)),
    ]
    foot = block((-4.6, -1.9, -0.6), (4.6, 1.9, 0.2), KERB)
    return transform.move(transform.turn_z(merge([*wall, foot, _fence()]), RUIN_TURN_DEG), *RUIN)


def _fence() -> MeshData:
    """Steel posts and a low screen of glass round the wall."""
    x, y = np.meshgrid([-4.3, -2.15, 0.0, 2.15, 4.3], [-1.65, 1.65])
    spots = np.column_stack([x.ravel(), y.ravel(), np.full(x.size, 0.15)])
    posts = struts(spots, spots + np.array([0.0, 0.0, 1.0]), 0.08, STEEL)
    long = [
        block((-4.2, s * 1.65 - 0.02, 0.25), (4.2, s * 1.65 + 0.02, 0.95), GLASS) for s in (-1, 1)
    ]
    short = [
        block((s * 4.3 - 0.02, -1.6, 0.25), (s * 4.3 + 0.02, 1.6, 0.95), GLASS) for s in (-1, 1)
    ]
    return merge([posts, *long, *short])


def _props() -> tuple[InstanceTable, ...]:
    """Young trees, two of five conifers, on the lawns; lamps and benches along the paths."""
    name = "presidents_residence_square"
    walks = _walks().union(Polygon(profile.offset(POND, 2.0)).buffer(0.0))
    spots = scattered((-60.0, -60.0), (60.0, 60.0), 6.6, name + "/trees")
    park = np.asarray(Polygon(PARK).buffer(-2.5).exterior.coords)[:-1]
    spots = spots[inside(spots, park)]
    far = np.array([walks.distance(Point(*spot)) > 1.6 for spot in spots])
    clear = (np.abs(spots[:, 0]) > 12.0) | (spots[:, 1] > -28.0)
    spots = spots[far & clear]
    spots = np.column_stack([spots, np.full(len(spots), GROUND_M)])
    kind = fraction(hashed(name + "/kind", len(spots)), 3)
    lamps, benches, facing = _along()
    shrubs = scattered((-50.0, -50.0), (50.0, 50.0), 2.6, name + "/shrubs")
    near = np.array([0.9 < walks.distance(Point(*spot)) < 1.8 for spot in shrubs])
    shrubs = shrubs[near & (fraction(hashed(name + "/s", len(shrubs)), 1) < 0.5)]
    shrubs = np.column_stack([shrubs, np.full(len(shrubs), GROUND_M)])
    kept = np.arange(len(shrubs)) % 3 == 0
    return (
        instances("tree.spruce", spots[kind < 0.4], name + "/spruce", scale=0.34),
        instances("tree.birch", spots[(kind >= 0.4) & (kind < 0.7)], name + "/birch", scale=0.5),
        instances("tree.apple", spots[kind >= 0.7], name + "/apple", scale=0.6),
        instances("bush.flowers", shrubs[kept], name + "/flowers", scale=0.8),
        instances("bush.round", shrubs[~kept], name + "/shrub", scale=0.55),
        instances("lamp.globe", lamps, name + "/lamp", vary=0.0),
        instances("bench.park", benches, name + "/bench", yaw_deg=facing, vary=0.0),
    )


def _along() -> tuple[F64, F64, F64]:
    """Places of lamps (outside the ring path) and benches (inside it) and how these are turned."""
    ring = LineString(profile.smooth(np.array(WALKS[0]), 5))
    at = np.arange(24.0, ring.length - 8.0, 13.0)
    spot = np.array([ring.interpolate(s).coords[0] for s in at])
    ahead = np.array([ring.interpolate(s + 0.5).coords[0] for s in at]) - spot
    ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
    right = np.stack([ahead[:, 1], -ahead[:, 0]], axis=1)
    level = np.full((len(at), 1), PATH_M)
    lamps = np.hstack([spot - 2.3 * right, level])
    benches = np.hstack([spot + 1.3 * right, level])
    facing = np.degrees(np.arctan2(right[:, 1], right[:, 0])) - 90.0
    return lamps, benches, facing


def _collision() -> Collision:
    """The pond and the fenced wall are not entered; the park is one floor."""
    c, s = np.cos(np.radians(RUIN_TURN_DEG)), np.sin(np.radians(RUIN_TURN_DEG))
    turn = np.array([[c, s], [-s, c]])
    fence = profile.rectangle(8.6, 3.4) @ turn + np.array(RUIN)
    solids = (stair.wall_prism(POND, 0.3), stair.wall_prism(fence, 1.3))
    return Collision(solids, (stair.floor(PARK, PATH_M),))
