"""Shoqan Ualikhanov before the Academy: bronze on a slender pedestal between water mirrors."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import cornice, extrude, ornament, profile, stair, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import diced
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.pool import WATER
from almaty_tour.kit.profile import F64
from almaty_tour.landmarks._shared.monuments_ground import bed, on, plate
from almaty_tour.landmarks.ualikhanov_monument import figure as man
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

GREY = Paint("granite", "#B5ADA2")
TILE = Paint("granite", "#8E857A")
RAISED = Paint("granite", "#CFC7BA")
GABBRO = Paint("polished_granite", "#34353A")
FLAG = Paint("paving", "#9C9285")
JOINT = Paint("paving", "#7E776D")
LAWN = Paint("lawn", "#7E9A54")
LETTERS = Paint("lettering", "#946B28")
RED_BLOOM = (Paint("foliage", "#C43A32"), Paint("foliage", "#D9655A"))

GROUND_M = 0.05
PLACE = profile.rectangle(50.0, 46.0, (0.0, -14.0))
STYLOBATE = profile.rectangle(5.2, 5.2)
STEPS, RISE_M, TREAD_M = 3, 0.16, 0.6
STYLOBATE_M = STEPS * RISE_M
DIE, DIE_TOP_M = 1.74, 4.1
MIRROR = (13.0, 15.0)
MIRROR_AT = ((-14.0, -23.0), (14.0, -23.0))
BLOCKS_Y = (-12.5, -21.5, -30.5)
BLOCKS_X = 5.4


def build(spec: LandmarkSpec) -> Model:
    """The monument at the head of its paved way, looking north (-y)."""
    figure = transform.move(man.officer(spec.height_m - DIE_TOP_M), z=DIE_TOP_M)
    mesh = merge(
        [
            as_part(figure, "figure"),
            as_part(_pedestal(), "pedestal"),
            as_part(_mirrors(), "mirrors"),
            as_part(_blocks(), "blocks"),
            as_part(_place(), "place"),
        ]
    )
    return Model(mesh, _props(), _collision())


def _pedestal() -> MeshData:
    """Black steps, a slender grey die, ornamented tiles at the sides, drawings at the back."""
    steps = stair.around(STYLOBATE, STYLOBATE_M, STEPS, GABBRO, tread_m=TREAD_M)
    low, high = profile.rectangle(DIE, DIE), profile.rectangle(DIE - 0.22, DIE - 0.22)
    foot = extrude.sweep(
        profile.steps_profile((0.28, 0.12), (0.26, 0.14)), low, GABBRO, z_m=STYLOBATE_M
    )
    die = extrude.prism(low, STYLOBATE_M, DIE_TOP_M - 0.3, GREY, top_outline=high, crease_deg=0.0)
    neck = extrude.prism(high, DIE_TOP_M - 0.32, DIE_TOP_M - 0.02, GREY, crease_deg=0.0)
    head = cornice.cornice(high, DIE_TOP_M - 0.3, 0.22, 0.14, GREY)
    cap = extrude.prism(
        profile.offset(high, 0.06), DIE_TOP_M - 0.1, DIE_TOP_M, GABBRO, crease_deg=0.0
    )
    sides = [transform.turn_z(_tiles(), angle) for angle in (90.0, -90.0)]
    back = transform.turn_z(_drawings(), 180.0)
    return merge([steps, foot, diced(merge([die, neck, cap]), 1.2), head, *sides, back, _name()])


def _tilted(data: MeshData, z: float) -> MeshData:
    """A wall piece laid on the leaning front of the die, its foot at a height."""
    lean = float(np.degrees(np.arctan2(0.11, DIE_TOP_M - 0.3 - STYLOBATE_M)))
    share = (z - STYLOBATE_M) / (DIE_TOP_M - 0.3 - STYLOBATE_M)
    return transform.move(transform.turn(data, "x", -lean), 0.0, -DIE / 2 + 0.11 * share, z)


def _tiles() -> MeshData:
    """Two columns of square tiles with horns and lozenges, five rows high."""
    pieces = []
    for r in range(5):
        for c in range(2):
            x, z = (c - 0.5) * 0.62, 0.3 + 0.58 * r
            tile = extrude.panel(
                profile.rectangle(0.58, 0.54, (x, z)), -0.025, 0.0, TILE, crease_deg=0.0
            )
            if (r + c) % 2:
                sign = transform.move(
                    ornament.lozenge(0.42, 0.42, 0.05, RAISED, band_m=0.07), x, 0.0, z
                )
            else:
                sign = transform.move(
                    ornament.horns(0.5, 0.36, 0.05, RAISED, steps=7), x, 0.0, z - 0.2
                )
            pieces += [tile, sign]
    return _tilted(merge(pieces), 0.92)


def _drawings() -> MeshData:
    """Carved at the back after his own drawings: mountains, a yurt, a horn border over them."""
    frame = extrude.panel(
        profile.rectangle(1.42, 1.5, (0.0, 1.1)),
        -0.05,
        0.0,
        RAISED,
        crease_deg=0.0,
        holes=[profile.rectangle(1.3, 1.34, (0.0, 1.1))],
    )
    peaks = extrude.panel(
        profile.line(
            (-0.66, 0.74),
            (0.66, 0.74),
            (0.66, 1.0),
            (0.42, 1.3),
            (0.2, 1.05),
            (-0.12, 1.52),
            (-0.4, 1.1),
            (-0.54, 1.24),
            (-0.66, 1.05),
        ),
        -0.03,
        0.0,
        TILE,
        crease_deg=0.0,
    )
    yurt = extrude.panel(
        profile.joined(
            profile.line((-0.3, 0.6), (0.3, 0.6), (0.3, 0.82)),
            profile.arc((0.0, 0.82), (0.3, 0.26), 0.0, 180.0, 8),
        ),
        -0.055,
        0.0,
        RAISED,
    )
    border = transform.move(ornament.frieze(1.36, 0.34, 0.045, RAISED), -0.68, 0.0, 2.1)
    return _tilted(merge([frame, peaks, yurt, border]), 0.92)


def _name() -> MeshData:
    """The name and the years in gilded letters on the front."""
    lines = (("ШОҚАН", 0.15, 2.05), ("УӘЛИХАНОВ", 0.15, 1.79), ("1835 – 1865", 0.11, 1.55))
    words = [
        transform.move(lettering(text, size, LETTERS, out_m=0.03, bold_m=0.006), z=z)
        for text, size, z in lines
    ]
    return _tilted(merge(words), 0.92)


def _mirrors() -> MeshData:
    """Two sheets of still water in low black rims, left and right of the way."""
    pieces = []
    for at in MIRROR_AT:
        edge = profile.rectangle(*MIRROR, at)
        inner = profile.offset(edge, -0.4)
        section = profile.line(
            (0.0, 0.0), (0.0, 0.26), (0.05, 0.28), (0.05, 0.36), (-0.4, 0.36), (-0.4, 0.0)
        )
        pieces.append(extrude.sweep(section, edge, GABBRO, crease_deg=20.0))
        pieces.append(diced(extrude.sheet(inner, 0.28, WATER), 3.0))
    return merge(pieces)


def _blocks() -> MeshData:
    """Six low blocks of polished gabbro, three on each side of the way."""
    lower = extrude.prism(profile.rectangle(1.7, 2.5), 0.0, 0.14, GABBRO, crease_deg=0.0)
    upper = extrude.prism(
        profile.rectangle(1.9, 2.7),
        0.14,
        0.62,
        GABBRO,
        top_outline=profile.rectangle(1.82, 2.62),
        crease_deg=0.0,
    )
    return transform.at(merge([lower, upper]), _block_places())


def _block_places() -> F64:
    return np.array([(side * BLOCKS_X, y) for side in (-1.0, 1.0) for y in BLOCKS_Y])


def _place() -> MeshData:
    """Natural flags in uneven courses on the way, lawns round the water, flowers at the foot."""
    way = extrude.prism(profile.rectangle(8.4, 45.0, (0.0, -14.0)), 0.0, 0.09, JOINT, bottom=False)
    lawns = []
    for sign in (-1.0, 1.0):
        lawns.append(bed(profile.rectangle(17.6, 9.5, (sign * 15.0, -6.6 + 6.0)), 0.1, LAWN))
        lawns.append(bed(profile.rectangle(2.6, 15.0, (sign * 23.1, -23.0)), 0.1, LAWN))
    beds = [
        blooms(
            profile.rectangle(1.0, 5.0, (side * 5.9, -4.8)),
            0.08,
            RED_BLOOM,
            f"ualikhanov/{side}",
            pitch_m=0.5,
        )
        for side in (-1, 1)
    ]
    return merge([plate(PLACE, GROUND_M, FLAG), way, _flags(), *lawns, *beds])


def _flags() -> MeshData:
    """Flagstones 2 cm over the joints; lengths change from course to course."""
    pieces = []
    for number, y in enumerate(np.arange(-35.6, 8.0, 1.5)):
        if y > -5.2 and y < 5.2:
            continue
        cuts = (
            np.array([-4.1, -1.9, 0.6, 2.2, 4.1])
            if number % 2
            else np.array([-4.1, -2.6, -0.4, 1.5, 4.1])
        )
        for left, right in pairwise(cuts.tolist()):
            tone = FLAG.shaded(0.94 + 0.04 * ((number * 3 + int(left * 7)) % 4))
            plan = profile.rectangle(right - left - 0.08, 1.42, ((left + right) / 2, float(y)))
            pieces.append(extrude.prism(plan, 0.05, 0.115, tone, bottom=False, crease_deg=0.0))
    return merge(pieces)


def _props() -> tuple[InstanceTable, ...]:
    """Elms and spruces beside the monument, benches at the water, lamps along the way."""
    name = "ualikhanov_monument"
    elms = [
        (sign * x, y) for sign in (-1.0, 1.0) for x, y in ((10.5, 2.4), (16.0, 0.4), (21.5, 2.6))
    ]
    spruces = [
        (sign * x, y)
        for sign in (-1.0, 1.0)
        for x, y in ((8.6, -3.6), (23.1, -17.5), (23.1, -28.5))
    ]
    lamps = [(sign * 4.9, y) for sign in (-1.0, 1.0) for y in (-17.0, -26.0, -35.0)]
    seats = [(sign * 12.0, -13.6) for sign in (-1.0, 1.0)] + [
        (sign * 17.0, -13.6) for sign in (-1.0, 1.0)
    ]
    hedge = np.concatenate([row((-21.0, 3.6), (-8.0, 3.6), 2.2), row((8.0, 3.6), (21.0, 3.6), 2.2)])
    return (
        instances("tree.elm", on(elms, 0.1), name + "/elm", scale=0.75),
        instances("tree.spruce", on(spruces, 0.1), name + "/spruce", scale=0.4),
        instances("lamp.globe", on(lamps, GROUND_M), name + "/lamp", vary=0.0),
        instances("bench.stone", on(seats, GROUND_M), name + "/bench", yaw_deg=0.0, vary=0.0),
        instances("bush.round", on(hedge, 0.1), name + "/hedge", scale=0.9),
    )


def _collision() -> Collision:
    """Die, mirrors and blocks stop; the place, the way and the steps carry."""
    solids = [stair.wall_prism(profile.rectangle(DIE, DIE), DIE_TOP_M)]
    solids += [stair.wall_prism(profile.rectangle(*MIRROR, at), 0.36) for at in MIRROR_AT]
    solids += [
        stair.wall_prism(profile.rectangle(1.8, 2.6, (float(x), float(y))), 0.6)
        for x, y in _block_places()
    ]
    floors = (
        stair.floor(PLACE, GROUND_M),
        stair.floor(profile.rectangle(8.4, 45.0, (0.0, -14.0)), 0.11),
        *stair.around_floors(STYLOBATE, STYLOBATE_M, STEPS, tread_m=TREAD_M),
    )
    return Collision(tuple(solids), floors)
