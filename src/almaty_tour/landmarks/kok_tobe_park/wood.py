"""The wooded top behind the plateau: a path that climbs, the small zoo, the viewing round."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import extrude, lathe, profile, statue, transform
from almaty_tour.kit.blooms import inside
from almaty_tour.kit.chisel import chiselled
from almaty_tour.kit.hexahedra import hexahedra, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed, instances, row, scattered
from almaty_tour.kit.rail import railing
from almaty_tour.kit.roof import cone, gable
from almaty_tour.landmarks._shared.medeu_slopes import heights_m, rooted
from almaty_tour.landmarks.kok_tobe_park import ground, plan
from almaty_tour.mesh.data import InstanceTable, MeshData, merge

F64 = npt.NDArray[np.float64]

SAND = Paint("paving", "#C2B08C")
HUT = Paint("wood", "#8B5A36")
RED_ROOF = Paint("roof_metal", "#8E3B32")
PONY = (Paint("bark", "#8A5A34"), Paint("bark", "#5B4030"), Paint("bark", "#C7B59A"))
WALKS = (
    profile.line((48, 64), (58, 68), (70, 74), (79, 86), (92, 98), (108, 106), (121.5, 110)),
    profile.line((69, 73.5), (76, 75.5), (82, 76)),
)
WALK_M = 3.0
PENS = ((91.5, 71.0), (103.5, 69.5), (103.0, 83.0))
PEN_M = 5.2


def walks(spec: LandmarkSpec) -> MeshData:
    """Paths of setts laid over the ground as the tour shapes it."""
    return merge([_strip(spec, profile.smooth(line, 6)) for line in WALKS])


def _strip(spec: LandmarkSpec, line: F64) -> MeshData:
    side = profile.mitres(line, closed=False) * (WALK_M / 2)
    right, left = line + side, line - side
    z_right, z_left = (heights_m(spec, edge) + 0.1 for edge in (right, left))
    high = np.stack([np.column_stack([left, z_left]), np.column_stack([right, z_right])], axis=1)
    quads = np.stack([high[:-1, 0], high[:-1, 1], high[1:, 1], high[1:, 0]], axis=1)
    return hexahedra(np.concatenate([quads - [0, 0, 0.45], quads], axis=1), plan.SETTS)


def zoo() -> MeshData:
    """Three round pens with ponies, huts between them, a gate with a sign board."""
    z = plan.ZOO_M
    floor = extrude.prism(profile.circle(17.0, 40), z - 1.2, z + 0.05, SAND)
    pieces = [transform.move(floor, *plan.ZOO)]
    for number, (x, y) in enumerate(PENS):
        sand = extrude.prism(profile.circle(PEN_M, 26), z, z + 0.09, plan.LAWN)
        fence = railing(
            profile.circle(PEN_M, 22), HUT, z_m=z, bars=4, post_m=1.5, bar_m=0.07, closed=True
        )
        pieces.append(transform.move(merge([sand, fence]), x, y))
        pony = chiselled(statue.horse(1.55, PONY[number], triangles=1100), PONY[number])
        spots = [(x - 1.4, y + 0.6, z + 0.09), (x + 1.6, y - 1.2, z + 0.09)]
        pieces.append(
            transform.at(
                pony,
                spots,
                turn_deg=[40.0 + 70 * number, 210.0 + 50 * number],
                scale_by=[1.0, 0.72],
            )
        )
    hut = merge(
        [
            extrude.box(4.2, 3.2, 2.6, HUT),
            gable(4.2, 3.2, 1.7, RED_ROOF, z_m=2.6, eaves_m=0.5),
            extrude.box(1.2, 0.1, 1.9, plan.DARK, centre=(0.0, -1.62)),
        ]
    )
    pieces.append(
        transform.at(
            hut, [(97.5, 87.5, z), (110.5, 76.0, z), (96.5, 64.5, z)], turn_deg=[0.0, -80.0, 175.0]
        )
    )
    gate = struts(
        [(83.0, 73.5, z), (83.0, 78.8, z), (83.0, 73.0, z + 3.3)],
        [(83.0, 73.5, z + 3.4), (83.0, 78.8, z + 3.4), (83.0, 79.3, z + 3.3)],
        0.3,
        HUT,
    )
    return merge([*pieces, gate])


def lookout() -> MeshData:
    """A round wooden deck on the summit: a rail, benches, telescopes, a roof on eight posts."""
    deck = extrude.prism(profile.circle(6.4, 32), -1.2, 0.1, plan.TIMBER)
    rail = railing(profile.circle(6.2, 28)[3:], plan.GREY, z_m=0.1, bars=4, post_m=1.6)
    posts = transform.around(extrude.box(0.2, 0.2, 3.0, HUT, bottom_m=0.1), 8, 3.6)
    roof = cone(4.6, 1.9, RED_ROOF, z_m=3.1, sides=8)
    ring = lathe.cylinder(4.4, 0.12, HUT, bottom_m=3.0, sides=8)
    seats = transform.around(extrude.box(1.7, 0.5, 0.45, plan.TIMBER, bottom_m=0.1), 6, 3.0)
    scopes = transform.at(
        ground.telescope(),
        [(-4.4, -3.6, 0.1), (0.0, -5.6, 0.1), (4.4, -3.6, 0.1)],
        turn_deg=[-50.0, 0.0, 50.0],
    )
    return transform.move(
        merge([deck, rail, posts, roof, ring, seats, scopes]), *plan.TOP, plan.TOP_M
    )


def props(spec: LandmarkSpec) -> tuple[InstanceTable, ...]:
    """Trees of the lawns and of the wood, lamps, benches, cypress tubs, parked cars."""
    name = "kok_tobe_park"
    spruce = [(-19.0, -42.5), (-17.0, -35.5), (31.0, -29.0), (31.0, -20.5), (71.0, -9.0)]
    round_tree = [
        (10.5, -34.5),
        (15.0, -33.5),
        (20.0, -20.0),
        (26.0, -19.0),
        (64.5, -13.5),
        (56.0, 49.0),
        (62.0, 44.5),
        (-47.0, -38.0),
        (-54.0, -31.5),
    ]
    rim = [(28.5, 93.0), (35.0, 88.5), (39.0, 82.0), (42.0, 75.0), (43.5, 69.0), (24.5, 94.5)]
    lamps = np.concatenate(
        [
            row((-64.0, -22.0), (-70.0, 18.0), 13.0),
            row((-21.5, -26.0), (-21.5, 32.0), 14.0),
            row((36.0, 62.0), (30.0, 86.0), 12.0),
            row((66.6, -4.0), (66.6, 38.0), 14.0),
        ]
    )
    tubs = np.concatenate(
        [row((-18.6, 30.0), (14.0, 38.0), 4.4), row((10.0, -15.5), (10.0, -29.0), 3.0)]
    )
    seats = np.array(
        [
            (-66.0, -10.0),
            (-67.5, 0.0),
            (-69.0, 12.0),
            (-30.0, 62.5),
            (24.0, 60.0),
            (18.0, 57.0),
            (40.0, -20.0),
            (46.0, -19.0),
        ]
    )
    face = np.array([-90.0, -90.0, -90.0, 60.0, 180.0, 180.0, 20.0, 20.0])
    hedge, along = _hedges()
    tables = [
        instances("tree.spruce", plan.on(spruce, 0.13), name + "/spruce", scale=0.62),
        instances("tree.apple", plan.on(round_tree, 0.13), name + "/apple", scale=0.95),
        instances("tree.birch", plan.on(rim, 0.13), name + "/rim", scale=0.7),
        instances("lamp.globe", plan.on(lamps), name + "/lamp", vary=0.0),
        instances("tree.spruce", plan.on(tubs), name + "/tubs", scale=0.2, vary=0.05),
        instances("bench.park", plan.on(seats), name + "/bench", yaw_deg=face, vary=0.0),
        instances("bush.hedge", plan.on(hedge, 0.13), name + "/hedge", yaw_deg=along, vary=0.06),
        *_cars(name),
    ]
    return (*tables, *_wood(spec, name))


def _hedges() -> tuple[F64, F64]:
    """Places and headings in degrees of hedges along the front lawns."""
    runs = (
        ((-60.5, -29.0), (-46.0, -40.6)),
        ((6.5, -37.0), (20.0, -34.2)),
        ((62.0, -16.5), (74.5, -8.6)),
    )
    rows = [row(a, b, 1.5) for a, b in runs]
    turns = [np.degrees(np.arctan2(b[1] - a[1], b[0] - a[0])) for a, b in runs]
    return np.concatenate(rows), np.repeat(turns, [len(line) for line in rows])


def _cars(name: str) -> list[InstanceTable]:
    """A row of parked cars, their fronts to the rim."""
    y = np.arange(1.35, 32.0, 2.7)
    seed = hashed(name + "/cars", len(y))
    pick = (fraction(seed, 1) * 5).astype(int)
    spots = np.column_stack([np.full(len(y), 71.5), y])
    kinds = ("car.white", "car.silver", "car.black", "car.high_white", "car.red")
    return [
        instances(kind, plan.on(spots[pick == k], 0.04), f"{name}/{kind}", yaw_deg=90.0, vary=0.0)
        for k, kind in enumerate(kinds)
        if (pick == k).any()
    ]


def _wood(spec: LandmarkSpec, name: str) -> list[InstanceTable]:
    """Oaks, elms, birches and apples on the ground that stands over the plateau."""
    spots = scattered((40.0, 35.0), (190.0, 215.0), 7.5, name + "/wood")
    far = np.full(len(spots), 99.0)
    for line in WALKS:
        dense = profile.smooth(line, 6)
        far = np.minimum(far, np.linalg.norm(spots[:, None] - dense[None], axis=2).min(axis=1))
    far = np.minimum(far, np.linalg.norm(spots - np.array(plan.ZOO), axis=1) - 15.0)
    far = np.minimum(far, np.linalg.norm(spots - np.array(plan.TOP), axis=1) - 5.5)
    spots = spots[(far > 3.0) & ~_paved(spots)]
    rooted_at = rooted(spec, spots)
    kind = hashed(name + "/kind", len(rooted_at)) % np.uint32(8)
    groups = (
        ("tree.oak", kind < 3, 0.72),
        ("tree.elm", (kind >= 3) & (kind < 5), 0.6),
        ("tree.birch", kind == 5, 0.68),
        ("tree.apple", kind >= 6, 1.1),
    )
    return [
        instances(tree, rooted_at[mine], f"{name}/{tree}", scale=size, vary=0.25)
        for tree, mine, size in groups
        if mine.any()
    ]


def _paved(spots: F64) -> npt.NDArray[np.bool_]:
    return inside(spots, profile.offset(plan.PLAZA, 4.0))
