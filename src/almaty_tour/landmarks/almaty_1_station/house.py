"""The house of Almaty-1: a long glass box under an oversailing slab, a round hall to the tracks."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from almaty_tour.kit import curtain, extrude, profile, transform
from almaty_tour.kit.curtain import Curtain
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, as_part, merge

HALF_M, FRONT_M, BACK_M = 69.5, -17.5, 15.0
FLOOR_M, SOFFIT_M, SLAB_M, TOP_M = 0.45, 9.6, 11.0, 14.0
HALL_X_M = 27.0
APSE = profile.arc((0.0, 15.0), (28.5, 10.5), 180.0, 0.0, 12)[::-1]

WHITE = Paint("plaster", "#F0EEE8")
ALU = Paint("painted_metal", "#C9CDD0")
TINT = Paint("blue_glass", "#8FA39C")
PANEL = Paint("painted_metal", "#B9C2C4")
BAR = Paint("painted_metal", "#E4E6E6")
FOOT = Paint("granite", "#807B76")
STEP = Paint("granite", "#ACA59C")
ROOF = Paint("roof_flat", "#A09A92")
DARK = Paint("window")
SIGN = Paint("lettering", "#B3302A")

SKIN = Curtain(TINT, PANEL, BAR, storey_m=4.6, sill_m=0.9, pane_m=4.6, base_m=FLOOR_M,
               mullion_m=(0.14, 0.12), transom_m=(0.12, 0.06))  # fmt: skip


def house() -> MeshData:
    """Glass walls, slab roof, raised hall, canopy, rear hall."""
    return merge(
        [
            as_part(merge([_walls(), _fins(), _doors()]), "glass"),
            as_part(merge([_slab(), _hall()]), "roof"),
            as_part(_canopy(), "canopy"),
            as_part(_apse(), "waiting_hall"),
        ]
    )


def _walls() -> MeshData:
    x, y0, y1 = HALF_M, FRONT_M, BACK_M
    z, top = FLOOR_M, SOFFIT_M
    sides = [
        curtain.face((-x, y0), (x, y0), z, (top, top), SKIN, "terminal front"),
        curtain.face((x, y0), (x, y1), z, (top, top), SKIN, "terminal right"),
        curtain.face((x, y1), (HALL_X_M, y1), z, (top, top), SKIN, "terminal back right"),
        curtain.face((-HALL_X_M, y1), (-x, y1), z, (top, top), SKIN, "terminal back left"),
        curtain.face((-x, y1), (-x, y0), z, (top, top), SKIN, "terminal left"),
    ]
    foot = extrude.prism(
        profile.rectangle(2 * x + 0.6, y1 - y0 + 0.6, (0.0, (y0 + y1) / 2)),
        -1.5,
        FLOOR_M + 0.15,
        FOOT,
    )
    return merge([*sides, diced(foot, 12.0)])


def _fins() -> MeshData:
    """Tall white ribs before the glass carry the slab."""
    fin = block((-0.16, -1.9, 0.0), (0.16, -0.9, SOFFIT_M + 0.1), WHITE)
    x = np.linspace(-HALF_M, HALF_M, 31)
    x = x[np.abs(x) > 11.0]
    front = transform.at(fin, np.column_stack([x, np.full(len(x), FRONT_M)]))
    rear_x = x[np.abs(x) > HALL_X_M + 2]
    turned = transform.turn_z(fin, 180.0)
    rear = transform.at(turned, np.column_stack([rear_x, np.full(len(rear_x), BACK_M)]))
    y = np.linspace(FRONT_M + 3, BACK_M - 3, 6)
    side = transform.at(transform.turn_z(fin, 90.0), np.column_stack([np.full(6, HALF_M), y]))
    return merge([front, rear, side, transform.mirror_x(side)])


def _slab() -> MeshData:
    """The flat slab with its deep white edge, roof lights on it."""
    x, y0, y1 = HALF_M + 3.0, FRONT_M - 3.0, BACK_M + 2.0
    plan = profile.line((-x, y0), (x, y0), (x, y1), (-x, y1))
    body = diced(extrude.prism(plan, SOFFIT_M, SLAB_M - 0.3, WHITE), 7.0)
    edge = extrude.sweep(
        profile.line((-0.5, 0.0), (0.12, 0.0), (0.12, 1.5), (-0.5, 1.5)), plan, ALU,
        z_m=SOFFIT_M + 0.15,
    )  # fmt: skip
    lid = diced(extrude.sheet(profile.offset(plan, -0.3), SLAB_M - 0.2, ROOF), 14.0)
    light = merge(
        [
            extrude.box(7.0, 2.6, 0.9, WHITE, bottom_m=SLAB_M - 0.3),
            extrude.box(6.6, 2.2, 0.2, Paint("mirror_glass"), bottom_m=SLAB_M + 0.6),
        ]
    )
    at = [(s * v, y) for s in (-1, 1) for v in (36.0, 46.0, 56.0) for y in (-8.0, 4.0)]
    return merge([body, edge, lid, transform.at(light, at)])


def _hall() -> MeshData:
    """The raised middle with a band of glass under its own slab, and the name."""
    x, y0, y1 = HALL_X_M, FRONT_M + 4.0, BACK_M
    glass = block((-x, y0, SLAB_M - 0.3), (x, y1, TOP_M - 1.2), TINT)
    cap = diced(
        block((-x - 1.4, y0 - 1.6, TOP_M - 1.2), (x + 1.4, y1 + 1.2, TOP_M - 0.03), WHITE), 9.0
    )
    lid = diced(block((-x, y0, TOP_M - 0.2), (x, y1, TOP_M), ROOF), 14.0)
    v = np.linspace(-x, x, 14)
    low = np.column_stack([v, np.full(14, y0 - 0.05), np.full(14, SLAB_M - 0.3)])
    bars = struts(low, low + np.array([0.0, 0.0, 1.9]), 0.2, BAR, caps=False)
    name = transform.move(lettering("АЛМАТЫ-1", 1.95, SIGN, out_m=0.3, spacing_m=0.9), 0.0,
                          FRONT_M - 2.0, SLAB_M + 1.0)  # fmt: skip
    feet = np.column_stack(
        [np.linspace(-8.5, 8.5, 6), np.full(6, FRONT_M - 1.9), np.full(6, SLAB_M - 0.3)]
    )
    rack = struts(feet, feet + np.array([0.0, 0.0, 1.4]), 0.14, Paint("steel"))
    bar = block((-9.0, FRONT_M - 2.0, SLAB_M + 0.85), (9.0, FRONT_M - 1.8, SLAB_M + 1.0),
                Paint("steel"))  # fmt: skip
    return merge([glass, cap, lid, bars, name, rack, bar])


def _canopy() -> MeshData:
    """A wide canopy over the doors on six slim piers."""
    y = FRONT_M
    slab = diced(block((-20.0, y - 9.0, 4.4), (20.0, y + 0.1, 5.2), WHITE), 10.0)
    edge = block((-20.1, y - 9.15, 4.5), (20.1, y - 8.95, 5.3), ALU)
    pier = extrude.prism(profile.rectangle(0.5, 0.9), 0.0, 4.5, FOOT,
                         top_outline=profile.rectangle(0.8, 1.6), crease_deg=0.0)  # fmt: skip
    piers = transform.at(pier, [(v, y - 7.4) for v in np.linspace(-18.5, 18.5, 6)])
    lamps = transform.at(
        extrude.box(1.4, 0.4, 0.06, Paint("lamp_glass"), bottom_m=4.33),
        [(v, y - 4.0) for v in np.linspace(-15.0, 15.0, 6)],
    )
    return merge([slab, edge, piers, lamps])


def _doors() -> MeshData:
    """Five wide glazed entrances in aluminium frames."""
    one = merge(
        [
            block((-2.2, FRONT_M - 0.45, FLOOR_M), (2.2, FRONT_M - 0.02, 3.5), ALU),
            block((-2.0, FRONT_M - 0.52, FLOOR_M + 0.05), (-0.08, FRONT_M - 0.3, 3.2), DARK),
            block((0.08, FRONT_M - 0.52, FLOOR_M + 0.05), (2.0, FRONT_M - 0.3, 3.2), DARK),
        ]
    )
    return transform.at(one, [(v, 0.0) for v in (-14.0, -7.0, 0.0, 7.0, 14.0)])


def _apse() -> MeshData:
    """The rounded waiting hall towards the platforms."""
    plan = np.concatenate([APSE, [(-28.5, 14.0), (28.5, 14.0)]])
    pieces = [
        curtain.face(a, b, FLOOR_M, (SOFFIT_M - 1.4, SOFFIT_M - 1.4), SKIN, f"apse {i}")
        for i, (a, b) in enumerate(pairwise(APSE))
    ]
    foot = extrude.prism(
        profile.offset(profile.counter_clockwise(plan), 0.2), -1.5, FLOOR_M + 0.1, FOOT
    )
    cap = extrude.prism(profile.offset(profile.counter_clockwise(plan), 1.0), SOFFIT_M - 1.4,
                        SOFFIT_M - 0.1, WHITE)  # fmt: skip
    lid = extrude.sheet(plan, SOFFIT_M - 0.06, ROOF)
    return merge([*pieces, foot, cap, lid])
