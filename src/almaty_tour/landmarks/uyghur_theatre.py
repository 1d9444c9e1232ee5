"""The Uyghur Theatre: stepped plain cubes of a club of the 1930s behind a tall tiled portal."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import arch, extrude, lathe, profile, rail, stair, transform
from almaty_tour.kit.bays import bayed_walls
from almaty_tour.kit.bend import bent
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.ornament import star_lattice
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.wall import Placed, rhythm, wall
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

STUCCO = Paint("plaster", "#E6D9BC")
SHADE = Paint("plaster", "#CFC09C")
TRIM = Paint("plaster", "#F4EEDF")
FOOT = Paint("granite", "#80766D")
STEP = Paint("granite", "#A79F96")
TILE = Paint("glazed_tile", "#2A6F94")
STAR = Paint("glazed_tile", "#E4EAE4")
LEAF = Paint("wood", "#5A3A26")
FRAME = Paint("painted_metal", "#F2EFE8")
ROOF = Paint("roof_flat", "#A9A298")
PAVING = Paint("paving", "#C4BBAE")
LAWN = Paint("lawn", "#678C45")
FRONT_BLOCK = profile.line((-17.5, -26.0), (17.5, -26.0), (17.5, -10.0), (-17.5, -10.0))
HALL = profile.line((-14.5, -10.2), (14.5, -10.2), (14.5, 16.0), (-14.5, 16.0))
STAGE = profile.line((-12.0, 15.8), (12.0, 15.8), (12.0, 28.0), (-12.0, 28.0))
FRONT_M, HALL_M = 9.6, 11.2
TOWER = np.array([14.6, -24.6])
TOWER_RADIUS_M, TOWER_M = 4.3, 12.4
PORTAL_Y_M, PORTAL_HALF_M, PORTAL_M = -28.6, 6.2, 12.6
DOOR_M, STEPS, TREAD_M = 0.75, 5, 0.36
TERRACE = profile.line((-8.0, -31.2), (8.0, -31.2), (8.0, -25.8), (-8.0, -25.8))
GROUND_M = 0.06
POINTED = Opening(
    1.5,
    2.6,
    head="pointed",
    rise_m=1.0,
    reveal_m=0.35,
    bars=(2, 3),
    frame=FRAME,
    surround=TRIM,
    sill_out_m=0.14,
)
PLAIN = Opening(1.5, 2.0, reveal_m=0.3, bars=(2, 2), frame=FRAME, sill_out_m=0.14)
RIBBON = Opening(3.6, 1.2, reveal_m=0.3, bars=(4, 1), frame=FRAME, sill_out_m=0.1)


def build(spec: LandmarkSpec) -> Model:
    """Front block, hall and stage house step up to the rear; the stage house is the highest."""
    mesh = merge(
        [
            as_part(merge([_front(), _hall(), _stage(spec.height_m)]), "body"),
            as_part(_portal(), "portal"),
            as_part(_tower(), "tower"),
            as_part(_ground(), "ground"),
        ]
    )
    return Model(mesh, _props(), _collision())


def _box(
    plan: profile.F64, top_m: float, sides: dict[int, list[Placed]], edge_m: float
) -> MeshData:
    """Walls, granite foot, roof and a parapet with a coping."""
    foot = extrude.sweep(
        profile.line((0, -1.5), (0.16, -1.5), (0.16, 0.2), (0.16, 0.6), (0, 0.74)), plan, FOOT
    )
    return merge(
        [
            bayed_walls(plan, top_m, STUCCO, sides, edge_m=edge_m),
            foot,
            diced(extrude.sheet(profile.offset(plan, -0.2), top_m - 0.5, ROOF), 5.0),
            rail.parapet(
                plan, STUCCO, height_m=0.1, thickness_m=0.3, z_m=top_m - 0.02, coping=TRIM
            ),
            rail.parapet(
                profile.offset(plan, -0.02),
                STUCCO,
                height_m=0.5,
                thickness_m=0.28,
                z_m=top_m - 0.52,
            ),
        ]
    )


def _front() -> MeshData:
    """Two storeys: plain windows below, pointed ones above, a belt of blue tiles."""

    def bays(places: list[float]) -> list[Placed]:
        return [Placed(x, z, kind) for x in places for z, kind in ((1.3, PLAIN), (5.0, POINTED))]

    sides = {
        0: bays([2.2, 5.0, 7.8, 24.6, 27.2]),
        1: bays([7.0, 10.4, 13.6]),
        3: bays([2.4, 5.8, 9.2, 12.6]),
    }
    shell = _box(FRONT_BLOCK, FRONT_M, sides, 3.0)
    belt = extrude.sweep(
        profile.line((0, 0), (0.08, 0), (0.08, 0.5), (0, 0.5)), FRONT_BLOCK, TILE, z_m=8.3
    )
    lines = [
        extrude.sweep(profile.fillet(0.12, 0.16), FRONT_BLOCK, TRIM, z_m=z)
        for z in (8.18, 8.8, 4.0)
    ]
    return merge([shell, belt, *lines])


def _hall() -> MeshData:
    """The plain cube of the hall with ribbon windows under its roof."""
    ribbons = rhythm(26.2, 5, RIBBON, 8.6, margin_m=1.2)
    lower = rhythm(26.2, 6, PLAIN, 1.4, margin_m=1.2)
    shell = _box(HALL, HALL_M, {1: [*ribbons, *lower], 3: [*ribbons, *lower]}, 3.4)
    unit = merge(
        [extrude.box(2.4, 1.5, 1.1, SHADE), extrude.box(2.0, 1.1, 0.2, FOOT, bottom_m=1.1)]
    )
    units = transform.at(
        unit, [(-8.0, -2.0, HALL_M - 0.5), (7.0, 4.0, HALL_M - 0.5), (0.0, 11.0, HALL_M - 0.5)]
    )
    return merge([shell, units])


def _stage(top_m: float) -> MeshData:
    """The stage house with shallow fields on its blind walls and a gate behind."""
    gate = Opening(3.0, 4.2, reveal_m=0.3, bars=(2, 3), glass=LEAF, frame=LEAF)
    shell = _box(STAGE, top_m - 0.18, {2: [Placed(12.0, 0.8, gate)]}, 2.0)
    pier = block((-0.4, -0.22, 0.7), (0.4, 0.05, top_m - 1.0), SHADE)
    piers = [
        transform.on_edge(
            transform.along(pier, (1.0, 0, 0), (length - 1.0, 0, 0), count),
            STAGE[i],
            STAGE[(i + 1) % 4],
        )
        for i, length, count in ((1, 12.2, 4), (2, 24.0, 6), (3, 12.2, 4))
    ]
    return merge([shell, *piers])


def _portal() -> MeshData:
    """A tall gate of tiles: a pointed niche with doors and a window, stars at its sides."""
    height = PORTAL_M - DOOR_M
    gate = arch.portal(
        2 * PORTAL_HALF_M,
        height,
        3.0,
        STUCCO,
        opening_m=6.4,
        opening_height_m=8.6,
        head="pointed",
        rise_m=4.0,
        niche_m=1.9,
        back=SHADE,
    )
    shape = profile.opening("pointed", 6.4, 8.6, 4.0, 8)
    trims = [
        arch.archivolt(profile.offset(shape, 0.36 * i - 0.03), 0.4, 0.1 + 0.08 * i, paint)
        for i, paint in enumerate((TRIM, TILE))
    ]
    pieces = [gate, *trims, _doors()]
    for side in (-1.0, 1.0):
        x = side * 5.15
        pieces.append(block((x - 0.72, -0.06, 0.6), (x + 0.72, 0.05, height - 1.9), TILE))
        pieces.append(
            transform.move(
                star_lattice(1.3, height - 2.8, 0.05, STAR, cell_m=1.3), x - 0.65, -0.06, 0.75
            )
        )
    pieces.append(block((-5.9, -0.06, height - 1.6), (5.9, 0.05, height - 0.5), TILE))
    word = lettering(
        "УЙҒУР ТЕАТРЫ", 0.62, Paint("lettering", "#F6EFD8"), out_m=0.08, spacing_m=0.14
    )
    pieces.append(transform.move(word, y=-0.06, z=height - 1.36))
    plan = profile.rectangle(2 * PORTAL_HALF_M, 3.0, (0.0, 1.5))
    pieces.append(extrude.sweep(profile.cornice(0.6, 0.4), plan, TRIM, z_m=height - 0.45))
    pieces.append(extrude.sheet(plan, height + 0.02, ROOF))
    return transform.move(merge(pieces), 0.0, PORTAL_Y_M, DOOR_M)


def _doors() -> MeshData:
    """Three leaves under a glazed screen at the back of the niche."""
    y = 1.9
    glass = block((-2.9, y - 0.06, 3.2), (2.9, y + 0.05, 6.4), Paint("window"))
    leaf = block((-0.82, y - 0.1, 0.0), (0.82, y + 0.05, 2.9), LEAF)
    bar = block((-0.06, y - 0.12, 3.2), (0.06, y, 6.4), FRAME)
    beam = block((-3.1, y - 0.2, 2.95), (3.1, y + 0.05, 3.2), TRIM)
    level = block((-2.9, y - 0.12, 4.7), (2.9, y, 4.82), FRAME)
    return merge(
        [
            glass,
            transform.at(leaf, [(-1.9, 0), (0, 0), (1.9, 0)]),
            beam,
            level,
            transform.at(bar, [(x, 0) for x in (-2.9, -1.45, 0.0, 1.45, 2.9)]),
        ]
    )


def _tower() -> MeshData:
    """The rounded stair tower on the corner, with a tall ribbon of glass in its turn."""
    slit = Opening(1.3, 8.4, reveal_m=0.3, bars=(2, 1), frame=FRAME, sill_out_m=0.1)
    bay = 2 * np.pi * TOWER_RADIUS_M / 8
    blind = wall(bay, TOWER_M, STUCCO)
    lit = wall(bay, TOWER_M, STUCCO, [Placed(bay / 2, 1.8, slit)])
    pieces = [
        bent(
            lit if i in (0, 1, 2, 7) else blind,
            TOWER_RADIUS_M,
            start_deg=-112.5 + 45.0 * i,
            edge_m=1.3,
        )
        for i in range(8)
    ]
    rung = merge(
        [block((-0.6, 0.18, z), (0.6, 0.32, z + 0.07), FRAME) for z in 3.0 + 1.2 * np.arange(6)]
    )
    pieces.append(transform.around(rung, 4, TOWER_RADIUS_M, start_deg=-135.0, sweep_deg=135.0))
    ring = lathe.ring(
        profile.line((-0.4, 0), (0.1, 0), (0.3, 0.2), (0.3, 0.42), (-0.4, 0.46)),
        TOWER_RADIUS_M,
        TRIM,
        sides=48,
    )
    band = lathe.ring(
        profile.line((-0.1, 0), (0.07, 0), (0.07, 0.6), (-0.1, 0.6)), TOWER_RADIUS_M, TILE, sides=48
    )
    foot = lathe.ring(
        profile.line((-0.3, -1.5), (0.16, -1.5), (0.16, 0.6), (-0.3, 0.74)),
        TOWER_RADIUS_M,
        FOOT,
        sides=48,
    )
    lid = extrude.sheet(profile.circle(TOWER_RADIUS_M, 32), TOWER_M + 0.2, ROOF)
    whole = merge(
        [
            *pieces,
            foot,
            lid,
            transform.move(ring, z=TOWER_M - 0.1),
            transform.move(band, z=TOWER_M - 1.2),
        ]
    )
    return transform.move(whole, *TOWER)


def _ground() -> MeshData:
    """Steps before the portal, a paved court with two lawns, an apron round the house."""
    top = stair.terrace(TERRACE, DOOR_M + 1.5, STEP, STEP, z_m=-1.5)
    flight = stair.straight(16.0, DOOR_M, STEPS, STEP, tread_m=TREAD_M, y_m=TERRACE[0, 1])
    apron = extrude.prism(profile.rectangle(40.0, 58.0, (0.0, 1.0)), -1.5, GROUND_M - 0.03, PAVING)
    court = extrude.prism(profile.rectangle(40.0, 13.0, (0.0, -34.0)), -1.5, GROUND_M, PAVING)
    lawns = [
        extrude.prism(profile.rectangle(8.6, 7.0, (s * 14.6, -35.4)), -0.4, GROUND_M + 0.1, LAWN)
        for s in (-1.0, 1.0)
    ]
    return merge([top, flight, apron, court, *lawns])


def _props() -> tuple[InstanceTable, ...]:
    name = "uyghur_theatre"
    trees = np.array([(s * x, -36.0, GROUND_M + 0.1) for s in (-1.0, 1.0) for x in (12.8, 16.8)])
    sides = np.concatenate([row((s * 19.0, -8.0), (s * 19.0, 26.0), 8.5) for s in (-1.0, 1.0)])
    lamps = np.array([(s * 9.2, y, GROUND_M) for s in (-1.0, 1.0) for y in (-33.0, -39.5)])
    seats = np.array([(s * 14.6, -31.2, GROUND_M) for s in (-1.0, 1.0)])
    return (
        instances("tree.apple", trees, name + "/apple", scale=0.85),
        instances(
            "tree.birch",
            np.hstack([sides, np.full((len(sides), 1), 0.03)]),
            name + "/birch",
            scale=0.7,
        ),
        instances("lamp.globe", lamps, name + "/lamp", vary=0.0),
        instances("bench.park", seats, name + "/bench", yaw_deg=0.0, vary=0.0),
    )


def _collision() -> Collision:
    gate = profile.rectangle(2 * PORTAL_HALF_M, 1.2, (0.0, PORTAL_Y_M + 2.5))
    solids = (
        stair.wall_prism(FRONT_BLOCK, FRONT_M),
        stair.wall_prism(HALL, HALL_M),
        stair.wall_prism(STAGE, 14.0),
        stair.wall_prism(profile.circle(TOWER_RADIUS_M, 24) + TOWER, TOWER_M),
        stair.wall_prism(gate, PORTAL_M),
        *(
            stair.wall_prism(profile.rectangle(2.9, 2.9, (s * 4.7, PORTAL_Y_M + 1.5)), PORTAL_M)
            for s in (-1.0, 1.0)
        ),
    )
    floors = (
        stair.floor(profile.rectangle(40.0, 13.0, (0.0, -34.0)), GROUND_M),
        *stair.straight_floors(16.0, DOOR_M, STEPS, tread_m=TREAD_M, y_m=TERRACE[0, 1]),
        stair.floor(TERRACE, DOOR_M),
    )
    return Collision(solids, floors)
