"""Four young men in round-necked suits with mop-top hair; one sits with a guitar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import clay, extrude, lathe, portrait, profile, sdf, transform
from almaty_tour.kit.chisel import chiselled
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.skin import skin
from almaty_tour.kit.tube import tube
from almaty_tour.mesh.data import MeshData, merge

BRONZE = Paint("gilded_plaster", "#94897F")
FACE = Paint("gilded_plaster", "#B8ACA0")
WORN = Paint("gilded_plaster", "#F0E6D8")
DARK = Paint("bronze", "#8A7A66")
TROUSERS = (112, 106, 104)
SEAM = (96, 88, 82)
PALE = (205, 196, 184)

BODY_CELL_M, HEAD_CELL_M = 0.0165, 0.0082
BODY_TRIANGLES, HEAD_TRIANGLES = 3300, 1650
HEAD_M = 0.236
SHOULDER = (0.19, 0.005, 1.43)

Line = Sequence[sdf.Vector]


def standing(
    right: Line, left: Line, legs: tuple[Line, Line], *, look_deg: float = 0.0, fringe: float = 0.0
) -> MeshData:
    """A man 1.8 m tall looking to -y; `right` and `left` are elbow and hand of each arm.

    His right arm lies at -x. `legs` are hip, knee and ankle, right one first.
    """
    body = sdf.union([_jacket(), _sleeves(right, left), *map(_trouser, legs)], 0.012)
    made = skin(
        body,
        (-0.62, -0.85, -0.05),
        (0.62, 0.4, 1.62),
        BODY_CELL_M,
        BRONZE,
        triangles=BODY_TRIANGLES,
    )
    knees = [leg[1] for leg in legs if leg[1][1] < -0.2]
    cast = _toned(
        chiselled(made, BRONZE),
        0.0,
        [_past(elbow, hand, 0.16) for elbow, hand in (right, left)],
        knees,
    )
    return merge([cast, _piping(_jacket()), _head((0.0, -0.02, 1.665), look_deg, 0.0, fringe)])


def seated() -> MeshData:
    """The player on the bench: one ankle laid on the other knee, head bent over the strings."""
    drop = 0.41
    arms = sdf.moved(
        _sleeves(
            ((-0.36, -0.06, 1.17), (-0.12, -0.3, 1.19)), ((0.37, -0.16, 1.24), (0.5, -0.4, 1.53))
        ),
        (0.0, 0.0, -drop),
    )
    legs = [
        _trouser(((-0.1, 0.0, 0.5), (-0.13, -0.46, 0.53), (-0.1, -0.56, 0.11))),
        _trouser(
            ((0.1, 0.0, 0.51), (0.4, -0.36, 0.6), (0.03, -0.5, 0.62)), toe=(-0.22, -0.06, -0.05)
        ),
    ]
    trunk = sdf.moved(_jacket(low_m=0.86), (0.0, 0.0, -drop))
    body = sdf.union([trunk, arms, *legs], 0.014)
    made = skin(
        body,
        (-0.62, -0.85, -0.05),
        (0.72, 0.4, 1.22),
        BODY_CELL_M,
        BRONZE,
        triangles=BODY_TRIANGLES + 300,
    )
    head = _head((0.01, -0.06, 1.665 - drop), 24.0, 9.0, 0.01)
    hands = ((-0.02, -0.36, 0.79), (0.53, -0.45, 1.2))
    knees = ((0.4, -0.36, 0.6), (-0.13, -0.48, 0.55), (-0.1, -0.68, 0.06))
    return merge([_toned(chiselled(made, BRONZE), drop, hands, knees), head, guitar()])


def _toned(data: MeshData, drop_m: float, hands: Line, worn: Line) -> MeshData:
    """The cast as light falls on it: dark cloth, paler hands, knees and shoes worn to gold.

    `drop_m` is how much lower than standing the jacket is; `worn` are knees and the like.
    """
    points = data.positions.astype(np.float64)
    x, y, z = points[:, 0], points[:, 1], points[:, 2] + drop_m
    tint = data.tint.copy()
    tint[z < 0.76, :3] = TROUSERS
    seam = (np.abs(x - 0.012) < 0.026) & (y < -0.07) & (z > 0.8) & (z < 1.43)
    band = (z > 1.46) & (z < 1.515) & (np.abs(x) < 0.12)
    tint[seam | band, :3] = SEAM
    for spot, reach in (*((hand, 0.16) for hand in hands), *((knee, 0.17) for knee in worn)):
        tint[np.linalg.norm(points - np.array(spot), axis=1) < reach, :3] = PALE
    tint[(z > 1.53) & (np.abs(x) < 0.1), :3] = FACE.tint[:3]
    return replace(data, tint=tint)


def guitar() -> MeshData:
    """Body of two bouts with a sound hole, neck, frets, head with six pegs; worn to gold."""
    lower = profile.arc((0.0, 0.0), 0.205, 40.0, 320.0, 18)
    upper = profile.arc((0.265, 0.0), 0.155, -138.0, 138.0, 14)
    shape = profile.joined(lower, [(0.165, -0.118)], upper, [(0.165, 0.118)])
    box = extrude.panel(profile.counter_clockwise(shape), -0.05, 0.05, WORN)
    edge = extrude.panel(
        profile.counter_clockwise(profile.offset(profile.counter_clockwise(shape), 0.008)),
        -0.035,
        0.035,
        DARK,
    )
    hole = extrude.panel(profile.circle(0.052, 16) + np.array([0.2, 0.0]), -0.0535, -0.05, DARK)
    bridge = extrude.block((-0.05, -0.062, -0.06), (-0.015, -0.05, 0.06), DARK)
    neck = extrude.block((0.3, -0.062, -0.028), (0.88, -0.03, 0.028), WORN.shaded(0.8))
    frets = struts(
        [(x, -0.064, -0.03) for x in np.arange(0.44, 0.87, 0.06)],
        [(x, -0.064, 0.03) for x in np.arange(0.44, 0.87, 0.06)],
        0.008,
        DARK,
    )
    head = extrude.block((0.87, -0.058, -0.05), (1.05, -0.03, 0.05), WORN.shaded(0.8))
    peg = lathe.sphere(0.016, DARK, sides=6)
    pegs = transform.at(peg, [(x, -0.045, s * 0.066) for x in (0.9, 0.955, 1.01) for s in (-1, 1)])
    strings = struts(
        [(-0.03, -0.066, z) for z in (-0.012, 0.012)],
        [(0.95, -0.066, z) for z in (-0.012, 0.012)],
        0.006,
        FACE,
    )
    whole = merge([box, edge, hole, bridge, neck, frets, head, pegs, strings])
    return transform.move(transform.turn(whole, "y", -25.0), -0.17, -0.335, 0.79)


def _jacket(*, low_m: float = 0.76) -> sdf.Field:
    """A buttoned jacket without lapels: round neck band, placket, pocket flaps, shoulders."""
    body = clay.column(
        [
            (low_m, 0.0, 0.005, 0.188, 0.134),
            (0.95, 0.0, 0.005, 0.174, 0.124),
            (1.08, 0.0, 0.0, 0.163, 0.113),
            (1.24, 0.0, -0.006, 0.176, 0.122),
            (1.37, 0.0, 0.0, 0.18, 0.11),
            (1.47, 0.0, 0.012, 0.105, 0.07),
        ]
    )
    body = sdf.folds(body, 7, 0.006, low_m, 1.0)
    shoulders = sdf.capsule((-0.15, 0.005, 1.425), (0.15, 0.005, 1.425), 0.052)
    trunk = sdf.union([body, shoulders], 0.035)
    opening = sdf.capsule((0.0, -0.2, low_m - 0.04), (0.0, -0.12, low_m + 0.16), 0.05, 0.008)
    trunk = sdf.subtract(trunk, opening, 0.01)
    neck = sdf.capsule((0.0, 0.005, 1.44), (0.0, -0.01, 1.58), 0.058, 0.053)
    band = clay.hoop((0.0, -0.006, 1.492), (0.0, -0.3, 1.0), 0.074, 0.017)
    placket = sdf.rounded_box((0.012, -0.112, 1.14), (0.05, 0.03, 0.52), 0.008)
    placket = sdf.intersect(sdf.grown(trunk, 0.008), placket)
    buttons = [sdf.ball((0.014, -0.126, z), 0.015) for z in (0.98, 1.1, 1.22, 1.34)]
    flaps = sdf.mirrored_x(sdf.rounded_box((0.105, -0.108, 0.95), (0.1, 0.036, 0.032), 0.006))
    chest = sdf.rounded_box((0.095, -0.104, 1.3), (0.075, 0.03, 0.02), 0.005)
    whole = sdf.union([trunk, neck, band, placket, flaps, chest, *buttons], 0.005)
    return clay.bounded(whole, (-0.25, -0.2, low_m - 0.02), (0.25, 0.18, 1.65), 0.06)


def _piping(jacket: sdf.Field) -> MeshData:
    """The dark edges of the jacket: front, hem, neck band, pocket flaps; four buttons."""
    edge = np.linspace(0.8, 1.43, 12)
    round_hem = np.linspace(-0.165, 0.165, 13)
    lines = [
        np.column_stack([np.full(12, 0.034), edge]),
        np.column_stack([round_hem, np.full(13, 0.785)]),
        *(
            np.column_stack([side * np.linspace(0.055, 0.15, 5), np.full(5, z)])
            for side in (-1.0, 1.0)
            for z in (0.932, 0.97)
        ),
        np.column_stack([np.linspace(0.06, 0.13, 4), np.full(4, 1.31)]),
    ]
    pieces = [tube(_laid(jacket, line), 0.0075, DARK, sides=4) for line in lines]
    spots = _laid(jacket, np.column_stack([np.full(4, 0.008), [0.98, 1.1, 1.22, 1.34]]))
    return merge([*pieces, transform.at(lathe.sphere(0.014, WORN, sides=6), spots)])


def _laid(field: sdf.Field, line: npt.ArrayLike) -> sdf.F64:
    """(k, 3) points on the front of a body over (k, 2) places in x and z."""
    places = np.asarray(line, np.float64)
    depth = np.linspace(-0.3, 0.0, 121)
    grid = np.stack(
        [
            np.repeat(places[:, 0], 121),
            np.tile(depth, len(places)),
            np.repeat(places[:, 1], 121),
        ],
        axis=1,
    )
    inside = field(grid).reshape(len(places), 121) < 0.0
    return np.column_stack([places[:, 0], depth[inside.argmax(axis=1)], places[:, 1]])


def _sleeves(right: Line, left: Line) -> sdf.Field:
    """Both arms: sleeve, cuff, a hand."""
    parts = []
    for sign, (elbow, hand) in ((-1.0, right), (1.0, left)):
        shoulder = (sign * SHOULDER[0], SHOULDER[1], SHOULDER[2])
        arm = sdf.limb([shoulder, elbow, hand], [0.06, 0.052, 0.042], 0.02)
        fist = sdf.capsule(_past(elbow, hand, 0.07), _past(elbow, hand, 0.135), 0.036, 0.02)
        x, y, z = np.subtract(hand, elbow).tolist()
        cuff = clay.hoop(hand, (x, y, z), 0.04, 0.012)
        whole = sdf.union([arm, cuff, sdf.union([fist, arm], 0.02)], 0.006)
        parts.append(_near(whole, (shoulder, elbow, _past(elbow, hand, 0.135))))
    return sdf.union(parts, 0.0)


def _past(elbow: sdf.Vector, hand: sdf.Vector, by_m: float) -> sdf.Vector:
    """A point beyond the end of a sleeve."""
    way = np.subtract(hand, elbow)
    x, y, z = (np.array(hand) + by_m * way / np.linalg.norm(way)).tolist()
    return x, y, z


def _trouser(leg: Line, toe: sdf.Vector = (0.0, -0.2, -0.04)) -> sdf.Field:
    """A narrow trouser leg with its crease, and a pointed shoe."""
    hip, knee, ankle = leg
    cloth = sdf.limb([hip, knee, ankle], [0.098, 0.07, 0.053], 0.03)
    heel = (ankle[0], ankle[1], ankle[2] - 0.045)
    tip = (heel[0] + toe[0], heel[1] + toe[1], heel[2] + toe[2] + 0.02)
    shoe = sdf.union([sdf.ball(heel, 0.048), sdf.capsule(heel, tip, 0.046, 0.026)], 0.015)
    return _near(sdf.union([cloth, shoe], 0.008), (hip, knee, ankle, tip))


def _near(field: sdf.Field, points: Line) -> sdf.Field:
    """The field, asked only near the box round its joints: the cast is made sooner."""
    low, high = np.min(points, axis=0) - 0.11, np.max(points, axis=0) + 0.11
    (x0, y0, z0), (x1, y1, z1) = low.tolist(), high.tolist()
    return clay.bounded(field, (x0, y0, z0), (x1, y1, z1), 0.06)


def _head(at: sdf.Vector, turn_deg: float, nod_deg: float, fringe: float) -> MeshData:
    """A face under a bowl of thick hair: fringe to the brows, over the ears, full at the nape."""
    face = portrait.head(ears=False)
    cap = sdf.union(
        [
            clay.egg((0.0, 0.07, 0.18), (0.44, 0.53, 0.43)),
            sdf.mirrored_x(clay.egg((0.345, 0.06, -0.03), (0.12, 0.27, 0.3))),
            clay.egg((0.0, 0.34, -0.14), (0.36, 0.22, 0.36)),
        ],
        0.07,
    )
    cut = clay.brick((0.0, -0.5, -0.36 - 4 * fringe), (0.275, 0.42, 0.5), 0.05)
    hair = clay.grooved(sdf.subtract(cap, cut, 0.03), 0.009, _strands)
    whole = sdf.union([face, hair], 0.012)
    made = skin(
        whole,
        (-0.6, -0.62, -0.95),
        (0.6, 0.72, 0.68),
        HEAD_CELL_M / HEAD_M,
        FACE,
        triangles=HEAD_TRIANGLES,
    )
    small = transform.scale(chiselled(made, FACE, crease_deg=50.0), HEAD_M)
    bent = transform.turn_z(transform.turn(small, "x", nod_deg), turn_deg)
    return transform.move(bent, *at)


def _strands(p: sdf.F64) -> sdf.F64:
    """Combed down from the crown: furrows along the meridians of the cap."""
    return clay.ripple(11.0 * np.arctan2(p[:, 0], 0.12 - p[:, 1]) / np.pi)
