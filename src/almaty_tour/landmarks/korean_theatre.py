"""The Korean Theatre: a light two-storey hall with a portico of six columns."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import column, cornice, extrude, profile, roof, stair, transform
from almaty_tour.kit.bays import bayed_walls
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.stroke import stroke
from almaty_tour.kit.wall import Placed
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

STUCCO = Paint("plaster", "#E9DDBE")
TRIM = Paint("plaster", "#F6F1E4")
FOOT = Paint("granite", "#8F857B")
STEP = Paint("granite", "#A79F96")
ROOF = Paint("roof_metal", "#7C5B4E")
LEAF = Paint("wood", "#5A3A26")
RED, BLUE, YELLOW = (Paint("painted_metal", c) for c in ("#B8322F", "#2C4F8F", "#D9A93A"))
PAVING = Paint("paving", "#C4BBAE")
LAWN = Paint("lawn", "#678C45")
BODY = profile.rectangle(45.0, 25.0)
FRONT_M = -12.5
EAVES_M = 9.5
STYLOBATE_M, STEPS, TREAD_M = 0.9, 6, 0.36
PORCH = profile.line((-9.8, -16.6), (9.8, -16.6), (9.8, -12.3), (-9.8, -12.3))
COLUMNS_X_M = (-7.75, -4.65, -1.55, 1.55, 4.65, 7.75)
COLUMN_Y_M, COLUMN_M = -15.6, 6.9
GROUND_M = 0.06


def build(spec: LandmarkSpec) -> Model:
    """The theatre with its porch; the tip of the pediment is the highest point."""
    mesh = merge(
        [
            as_part(merge([_walls(), _roof()]), "body"),
            as_part(_portico(spec.height_m), "portico"),
            as_part(_steps(), "steps"),
            as_part(_ground(), "ground"),
        ]
    )
    return Model(mesh, _props(), _collision())


def _walls() -> MeshData:
    """Two storeys of framed windows, pilasters at the corners, a full cornice."""
    low = Opening(1.4, 2.4, reveal_m=0.3, bars=(2, 2), surround=TRIM, sill_out_m=0.16, hood_m=0.3)
    high = Opening(
        1.4,
        2.1,
        head="round",
        reveal_m=0.3,
        bars=(2, 2),
        surround=TRIM,
        sill_out_m=0.14,
        keystone=True,
    )
    door = Opening(
        1.9, 3.3, reveal_m=0.5, bars=(2, 3), glass=LEAF, frame=LEAF, surround=TRIM, surround_m=0.3
    )

    plain = replace(low, frame_m=0.0, surround=None, hood_m=0.0)
    arched = replace(high, frame_m=0.0, surround=None, keystone=False, steps=3)

    def bays(places: list[float], lower: Opening, upper: Opening) -> list[Placed]:
        return [Placed(x, z, kind) for x in places for z, kind in ((1.5, lower), (5.4, upper))]

    front = bays([3.2, 6.6, 10.0, 35.0, 38.4, 41.8], low, high)
    middles = [22.5 + x for x in (-6.2, -3.1, 0.0, 3.1, 6.2)]
    front += [Placed(x, STYLOBATE_M + 0.02, door) for x in middles[1:4]]
    front += [Placed(x, 1.5, low) for x in (middles[0], middles[4])]
    front += [Placed(x, 5.4, high) for x in middles]
    sides = {
        0: front,
        1: bays([2.8, 6.7, 10.6, 14.4, 18.3, 22.2], plain, arched),
        3: bays([2.8, 6.7, 10.6, 14.4, 18.3, 22.2], plain, arched),
        2: bays([3.2, 8.0, 12.8, 17.6, 22.5, 27.4, 32.2, 37.0, 41.8], plain, arched),
    }
    shell = bayed_walls(BODY, EAVES_M - 0.6, STUCCO, sides, edge_m=2.7)
    foot = extrude.sweep(
        profile.line((0, -1.5), (0.2, -1.5), (0.2, 0.2), (0.2, 0.7), (0, 0.86)), BODY, FOOT
    )
    belt = extrude.sweep(profile.string_course(0.3, 0.16), BODY, TRIM, z_m=4.55)
    crown = cornice.cornice(BODY, EAVES_M - 0.75, 0.85, 0.62, TRIM, dentils_m=1.5)
    post = column.pilaster(0.9, 0.16, EAVES_M - 0.75 - 0.86, TRIM)
    spots = [-21.9, -12.3, -17.45 + 0.35, 17.1, 12.3, 21.9]
    posts = transform.at(post, [(x, FRONT_M, 0.86) for x in spots])
    return merge([shell, foot, belt, crown, posts])


def _roof() -> MeshData:
    """A hipped metal roof with standing seams, hatches and chimneys."""
    low = EAVES_M + 0.1
    cover = diced(roof.hip(45.4, 25.4, 1.9, ROOF, z_m=low), 4.0)
    vent = merge(
        [extrude.box(0.9, 0.9, 1.5, STUCCO), extrude.box(1.1, 1.1, 0.14, TRIM, bottom_m=1.5)]
    )
    vents = transform.at(vent, [(x, y, low + 0.3) for x in (-13.0, 13.0) for y in (-4.0, 5.0)])
    x = np.linspace(-21.0, 21.0, 29)
    seam = block((-0.04, -12.6, -0.06), (0.04, 0.0, 0.05), ROOF.shaded(0.85))
    slope = np.degrees(np.arctan2(1.9, 12.7))
    tilted = transform.move(transform.turn(seam, "x", float(slope)), z=low + 1.88)
    inner = x[np.abs(x) < 9.6]
    one = transform.at(tilted, [(v, 0.0) for v in inner])
    return merge([cover, vents, one, transform.turn_z(one, 180.0)])


def _portico(top_m: float) -> MeshData:
    """Six columns, an entablature with the name and a pediment with the emblem."""
    base = STYLOBATE_M
    shaft = column.column(COLUMN_M, 0.46, TRIM, order="ionic", sides=10)
    columns = transform.at(shaft, [(x, COLUMN_Y_M, base) for x in COLUMNS_X_M])
    low = base + COLUMN_M
    plan = profile.line((-8.7, -16.2), (8.7, -16.2), (8.7, -12.2), (-8.7, -12.2))
    beam = diced(extrude.prism(plan, low, EAVES_M + 0.1, TRIM, crease_deg=0.0), 3.0)
    bed = cornice.cornice(plan, EAVES_M - 0.4, 0.5, 0.5, TRIM, dentils_m=0.6)
    word = transform.move(
        lettering(
            "КОРЕЙ ТЕАТРЫ", 0.56, Paint("lettering", "#8A6A2E"), bold_m=0.012, spacing_m=0.18
        ),
        0.0,
        -16.2,
        low + 0.32,
    )
    half, foot = 9.2, EAVES_M + 0.1
    tip = top_m - 0.12
    outer = profile.line((-half, foot), (half, foot), (0.0, tip))
    sheet = profile.line(
        (-half - 0.2, foot),
        (-half, foot - 0.02),
        (0.0, tip - 0.02),
        (half, foot - 0.02),
        (half + 0.2, foot),
        (0.0, top_m),
    )
    cover = diced(extrude.panel(sheet, -16.75, -4.0, ROOF), 4.0)
    inner = profile.line((-half + 2.1, foot + 0.18), (half - 2.1, foot + 0.18), (0.0, tip - 0.55))
    gable = extrude.panel(outer, -16.0, -8.0, TRIM)
    frame = extrude.panel(outer, -16.7, -16.0, TRIM, holes=[inner])
    field = extrude.panel(inner, -16.05, -15.9, STUCCO, back=False)
    emblem = transform.move(_emblem(0.62), 0.0, -16.05, foot + 0.95)
    return merge([columns, cover, beam, bed, word, gable, frame, field, emblem])


def _emblem(radius_m: float) -> MeshData:
    """A disc of three turning commas in a ring."""
    rim = extrude.panel(
        profile.circle(1.16 * radius_m, 32),
        -0.12,
        0.0,
        TRIM,
        holes=[profile.circle(1.02 * radius_m, 32)],
    )
    angle = np.radians(np.linspace(0.0, 118.0, 9))
    reach = radius_m * np.linspace(0.52, 0.55, 9)
    line = np.stack([reach * np.cos(angle), reach * np.sin(angle)], axis=1)
    comma = stroke(line, radius_m * np.linspace(0.86, 0.16, 9))
    pieces = [
        transform.turn(extrude.panel(comma, -0.08, 0.0, paint, back=False), "y", 120.0 * i)
        for i, paint in enumerate((RED, BLUE, YELLOW))
    ]
    return merge([rim, *pieces])


def _steps() -> MeshData:
    """The stylobate of the portico and its flight."""
    top = stair.terrace(PORCH, STYLOBATE_M + 1.5, STEP, STEP, z_m=-1.5)
    flight = stair.straight(19.6, STYLOBATE_M, STEPS, STEP, tread_m=TREAD_M, y_m=PORCH[0, 1])
    return merge([top, flight])


def _ground() -> MeshData:
    """A paved forecourt with two lawns, an apron round the house."""
    apron = extrude.prism(profile.rectangle(50.0, 30.0), -1.5, GROUND_M - 0.03, PAVING)
    court = extrude.prism(profile.rectangle(50.0, 13.5, (0.0, -21.7)), -1.5, GROUND_M, PAVING)
    lawns = [
        extrude.prism(profile.rectangle(11.0, 7.4, (s * 17.6, -21.6)), -0.4, GROUND_M + 0.1, LAWN)
        for s in (-1.0, 1.0)
    ]
    edge = profile.line((0, 0), (0.2, 0), (0.2, 0.18), (0, 0.18))
    curbs = [
        extrude.sweep(edge, profile.rectangle(11.0, 7.4, (s * 17.6, -21.6)), STEP)
        for s in (-1.0, 1.0)
    ]
    return merge([apron, court, *lawns, *curbs])


def _props() -> tuple[InstanceTable, ...]:
    """Low trees on the lawns, lamps by the steps, benches."""
    name = "korean_theatre"
    trees = np.array([(s * x, -21.6) for s in (-1.0, 1.0) for x in (15.0, 20.0)])
    sides = np.concatenate([row((s * 24.2, -8.0), (s * 24.2, 10.0), 6.0) for s in (-1.0, 1.0)])
    lamps = np.array([(s * 11.2, y) for s in (-1.0, 1.0) for y in (-18.6, -26.0)])
    flat = np.full((len(trees), 1), GROUND_M + 0.1)
    seats = np.array([(-17.6, -26.6), (17.6, -26.6)])
    return (
        instances("tree.apple", np.hstack([trees, flat]), name + "/apple", scale=0.85),
        instances("bush.round", np.hstack([sides, np.full((len(sides), 1), 0.03)]), name + "/bush"),
        instances(
            "lamp.globe", np.hstack([lamps, np.full((4, 1), GROUND_M)]), name + "/lamp", vary=0.0
        ),
        instances(
            "bench.park",
            np.hstack([seats, np.full((2, 1), GROUND_M)]),
            name + "/bench",
            yaw_deg=0.0,
            vary=0.0,
        ),
    )


def _collision() -> Collision:
    columns = [profile.rectangle(1.0, 1.0, (x, COLUMN_Y_M)) for x in COLUMNS_X_M]
    solids = (stair.wall_prism(BODY, EAVES_M), *stair.prisms(columns, EAVES_M))
    floors = (
        stair.floor(profile.rectangle(50.0, 13.5, (0.0, -21.7)), GROUND_M),
        *stair.straight_floors(19.6, STYLOBATE_M, STEPS, tread_m=TREAD_M, y_m=PORCH[0, 1]),
        stair.floor(PORCH, STYLOBATE_M),
    )
    return Collision(solids, floors)
