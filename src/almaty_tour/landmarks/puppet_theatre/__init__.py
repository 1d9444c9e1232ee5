"""The State Puppet Theatre: a pastel house with square piers, a clock and puppets over it."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import column, cornice, extrude, lathe, profile, rail, roof, stair, transform
from almaty_tour.kit.bays import bayed_walls
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks.puppet_theatre import figures as dolls
from almaty_tour.landmarks.puppet_theatre import plan as p
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

PLINTH = profile.line((0, -1.5), (0.18, -1.5), (0.18, 0.6), (0, 0.75))
FIELD = profile.line((-13.4, -32.0), (13.4, -32.0), (13.4, -21.6), (-13.4, -21.6))


def build(spec: LandmarkSpec) -> Model:
    """House, porch and the clock gable, whose ball is the highest."""
    mesh = merge(
        [
            as_part(merge([_walls(), _roof(), _stage()]), "body"),
            as_part(_porch(), "porch"),
            as_part(_gable(spec.height_m), "clock"),
            as_part(_puppets(), "puppets"),
            as_part(_ground(), "ground"),
        ]
    )
    return Model(mesh, _props(), _collision())


def _walls() -> MeshData:
    """Two storeys of framed windows between pilasters; arched ones above on the front."""
    low = Opening(1.4, 2.2, reveal_m=0.3, bars=(2, 2), surround=p.TRIM, sill_out_m=0.16)
    high = Opening(1.4, 2.3, head="round", reveal_m=0.3, bars=(2, 2), surround=p.TRIM,
                   sill_out_m=0.14, keystone=True, steps=4)  # fmt: skip
    door = Opening(1.9, 3.0, reveal_m=0.5, bars=(2, 3), glass=p.LEAF, frame=p.LEAF, surround=p.TRIM,
                   surround_m=0.24)  # fmt: skip
    wide = Opening(2.5, 2.4, head="round", reveal_m=0.35, bars=(3, 2), surround=p.TRIM, steps=5)
    plain = Opening(1.3, 2.1, reveal_m=0.25, bars=(2, 1), frame_m=0.08)

    front = [Placed(x, z, kind) for x in (2.4, 22.4) for z, kind in ((1.4, low), (5.3, high))]
    middles = [12.4 + x for x in (-4.1, 0.0, 4.1)]
    front += [Placed(x, p.STYLOBATE_M + 0.02, door) for x in middles]
    front += [Placed(x, 5.2, wide) for x in middles]
    rows = [Placed(float(x), z, plain) for x in 2.4 + 3.5 * np.arange(8) for z in (1.5, 5.4)]
    walls = bayed_walls(p.BODY, p.EAVES_M - 0.5, p.STUCCO, {0: front, 1: rows, 3: rows}, edge_m=4.0)
    belt = extrude.sweep(profile.string_course(0.3, 0.16), p.BODY, p.TRIM, z_m=p.BELT_M - 0.15)
    crown = cornice.cornice(p.BODY, p.EAVES_M - 0.7, 0.75, 0.55, p.TRIM, dentils_m=1.9)
    post = column.pilaster(0.8, 0.16, p.EAVES_M - 1.45, p.ROSE, trim=p.TRIM)
    posts = transform.at(post, [(x, p.FRONT_M, 0.75) for x in (-11.9, -8.1, 8.1, 11.9)])
    return merge([walls, extrude.sweep(PLINTH, p.BODY, p.FOOT), belt, crown, posts])


def _roof() -> MeshData:
    """A hipped metal roof with vents."""
    cover = roof.hip(25.4, 30.4, 2.2, p.ROOF, z_m=p.EAVES_M)
    vent = merge([extrude.box(0.9, 0.9, 1.3, p.STUCCO), extrude.box(1.1, 1.1, 0.14, p.TRIM,
                                                                    bottom_m=1.3)])  # fmt: skip
    vents = transform.at(vent, [(x, y, 0.3) for x in (-7.0, 7.0) for y in (-6.0, 5.0)])
    whole = merge([diced(cover, 5.0), transform.move(vents, z=p.EAVES_M + 0.2)])
    return transform.move(whole, y=-6.8)


def _stage() -> MeshData:
    """The stage house behind, with blind fields and a scenery gate."""
    top = 11.4
    gate = Opening(2.6, 3.6, reveal_m=0.3, bars=(2, 3), glass=p.LEAF, frame=p.LEAF)
    walls = bayed_walls(p.STAGE, top, p.STUCCO, {2: [Placed(10.6, 0.6, gate)]}, edge_m=5.0)
    rim = rail.parapet(p.STAGE, p.STUCCO, height_m=0.4, thickness_m=0.3, z_m=top, coping=p.TRIM)
    lid = diced(extrude.sheet(p.STAGE, top + 0.05, p.FELT), 6.0)
    strip = block((-0.5, -0.16, 0.7), (0.5, 0.02, top - 0.6), p.ROSE)
    right = transform.at(
        transform.turn_z(strip, 90.0), [(10.6, y) for y in (9.0, 14.0, 19.0, 23.6)]
    )
    belts = [
        extrude.sweep(profile.string_course(0.3, 0.2), p.STAGE, p.TRIM, z_m=z)
        for z in (p.EAVES_M - 0.2, top - 0.35)
    ]
    return merge([walls, extrude.sweep(PLINTH, p.STAGE, p.FOOT), rim, lid, *belts, right,
                  transform.mirror_x(right)])  # fmt: skip


def _porch() -> MeshData:
    """Four square piers through both storeys, a beam with the name, a red stage curtain."""
    z, top = p.STYLOBATE_M, p.EAVES_M - 0.1
    one = column.pier(0.85, top - 1.3 - z, p.TRIM, base_m=0.4, head_m=0.3, out_m=0.1)
    piers = transform.at(one, [(x, p.PORCH_M, z) for x in p.PIERS_X_M])
    plan = profile.line((-6.8, p.PORCH_M - 0.6), (6.8, p.PORCH_M - 0.6), (6.8, p.FRONT_M + 0.1),
                        (-6.8, p.FRONT_M + 0.1))  # fmt: skip
    beam = diced(extrude.prism(plan, top - 1.3, top, p.ROSE), 3.5)
    crown = cornice.cornice(plan, top - 0.15, 0.6, 0.5, p.TRIM, dentils_m=0.9)
    lid = extrude.sheet(profile.offset(plan, 0.3), top + 0.42, p.FELT)
    word = lettering("ҚУЫРШАҚ ТЕАТРЫ", 0.62, Paint("lettering", "#FFF6D8"), out_m=0.08,
                       spacing_m=0.14)  # fmt: skip
    name = transform.move(word, 0.0, p.PORCH_M - 0.6, top - 1.0)
    swags = transform.move(dolls.curtain(12.6, 0.75), -6.3, p.PORCH_M - 0.1, top - 1.3)
    lamp = block((-0.25, -23.2, top - 1.4), (0.25, -22.7, top - 1.28), Paint("lamp_glass"))
    lamps = transform.at(lamp, [(x, 0.0) for x in (-4.1, 0.0, 4.1)])
    return merge([piers, beam, crown, lid, name, swags, lamps])


def _gable(top_m: float) -> MeshData:
    """A stepped gable over the porch with the clock and a gilded ball."""
    low, ball = p.EAVES_M + 0.3, 0.28
    shape = profile.line((-4.4, 0.0), (4.4, 0.0), (4.4, 0.9), (2.4, 0.9), (2.4, 2.3), (1.3, 2.9),
                         (-1.3, 2.9), (-2.4, 2.3), (-2.4, 0.9), (-4.4, 0.9))  # fmt: skip
    wall = panel(shape, p.PORCH_M - 0.5, p.PORCH_M + 0.3, p.STUCCO)
    edge = panel(profile.offset(shape, 0.12), p.PORCH_M - 0.35, p.PORCH_M + 0.15, p.TRIM)
    face = transform.move(dolls.clock(1.05), 0.0, p.PORCH_M - 0.5, 1.55)
    knob = merge(
        [
            lathe.cylinder(0.16, 0.3, p.TRIM, sides=8, bottom_m=2.9),
            lathe.sphere(ball, p.GOLD, sides=10, centre_m=top_m - low - ball),
        ]
    )
    return transform.move(
        merge([wall, edge, face, transform.move(knob, 0.0, p.PORCH_M - 0.1)]), z=low
    )


def _puppets() -> MeshData:
    """Four dolls: two beside the clock, two on pedestals at the steps."""
    top = p.EAVES_M + 0.3 + 0.9
    jester = dolls.puppet(p.RED, p.GOLD)
    khan = dolls.puppet(p.BLUE, p.GOLD, hat="round")
    girl = dolls.puppet(p.GREEN, p.RED)
    old = dolls.puppet(p.GOLD, p.BLUE, hat="round")
    small = [
        transform.move(transform.scale(doll, 0.82), x, p.PORCH_M - 0.1, top)
        for doll, x in ((jester, -3.4), (khan, 3.4))
    ]
    stands = [extrude.box(1.1, 1.1, 1.1, p.FOOT, centre=(s * 9.2, -25.6)) for s in (-1, 1)]
    big = [transform.move(doll, s * 9.2, -25.6, 1.1) for doll, s in ((girl, -1.0), (old, 1.0))]
    return merge([*small, *stands, *big])


def _ground() -> MeshData:
    """Steps, a paved forecourt with a star of bands, two lawns and an apron."""
    z = p.GROUND_M
    top = stair.terrace(p.PORCH, p.STYLOBATE_M + 1.5, p.FOOT, p.STEP, z_m=-1.5)
    flight = stair.straight(15.2, p.STYLOBATE_M, p.STEPS, p.STEP, tread_m=p.TREAD_M,
                            y_m=p.PORCH[0, 1])  # fmt: skip
    apron = extrude.prism(profile.rectangle(27.0, 47.6, (0.0, 1.6)), -1.5, z - 0.03, p.WARM)
    court = tiles((-13.4, -32.0), (13.4, -21.6), z, p.PAVING, 4.5)
    bands = [tiles((x - 0.2, -31.8), (x + 0.2, -27.4), z + 0.03, p.WARM, 5.0) for x in p.PIERS_X_M]
    lawns = [
        extrude.prism(profile.rectangle(3.6, 5.0, (s * 11.2, -29.0)), -0.3, z + 0.14, p.LAWN)
        for s in (-1, 1)
    ]
    return merge([top, flight, apron, court, *bands, *lawns])


def _props() -> tuple[InstanceTable, ...]:
    name, z = "puppet_theatre", p.GROUND_M
    trees = np.array([(s * 11.4, -29.6, z + 0.14) for s in (-1, 1)])
    lamps = np.array([(s * 8.4, -31.0, z) for s in (-1, 1)])
    seats = np.array([(s * 8.4, -28.6, z) for s in (-1, 1)])
    return (
        instances("bush.round", trees, name + "/bush", scale=1.1),
        instances("lamp.globe", lamps, name + "/lamp", vary=0.0),
        instances("bench.park", seats, name + "/bench", yaw_deg=[90.0, -90.0], vary=0.0),
    )


def _collision() -> Collision:
    piers = [profile.rectangle(0.9, 0.9, (x, p.PORCH_M)) for x in p.PIERS_X_M]
    stands = [profile.rectangle(1.1, 1.1, (s * 9.2, -25.6)) for s in (-1, 1)]
    return Collision(
        (
            stair.wall_prism(p.BODY, p.EAVES_M),
            stair.wall_prism(p.STAGE, 11.4),
            *stair.prisms(piers, p.EAVES_M),
            *stair.prisms(stands, 3.0),
        ),
        (
            stair.floor(FIELD, p.GROUND_M),
            stair.floor(p.PORCH, p.STYLOBATE_M),
            *stair.straight_floors(15.2, p.STYLOBATE_M, p.STEPS, tread_m=p.TREAD_M,
                                   y_m=p.PORCH[0, 1]),
        ),
    )  # fmt: skip
