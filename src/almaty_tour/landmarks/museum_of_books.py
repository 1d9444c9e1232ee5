"""The Museum of the Book: a corner house of 1936 with a portico and a belt of relief panels."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import cornice, extrude, lathe, ornament, profile, stair, transform
from almaty_tour.kit.bays import bayed_wall
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances
from almaty_tour.kit.wall import Placed
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

F64 = npt.NDArray[np.float64]

WALL = Paint("plaster", "#E2CD9C")
COURSE = Paint("plaster", "#D8C08C")
WHITE = Paint("plaster", "#F4EFE2")
PLINTH = Paint("granite", "#8F8A82")
SHEET = Paint("roof_metal", "#6F7F74")
FRAME = Paint("painted_metal", "#F0EADC")
DOOR = Paint("wood", "#6B4326")
PAVING = Paint("paving", "#BDB3A4")
SIGN = Paint("lettering", "#7A5A2C")

LENGTH_M, DEPTH_M, CUT_M = 34.0, 14.0, 8.0
PLINTH_M, BELT_M, UPPER_M, HEAD_M = 1.1, 4.9, 6.1, 10.2
SHIFT_M = -17.0
GROUND_M = 0.06
PORTICO_M, STEPS = 3.6, 7
OUTLINE = profile.line(
    (CUT_M, 0.0),
    (LENGTH_M, 0.0),
    (LENGTH_M, DEPTH_M),
    (DEPTH_M, DEPTH_M),
    (DEPTH_M, LENGTH_M),
    (0.0, LENGTH_M),
    (0.0, CUT_M),
)
WALK = profile.line(
    (-3.0, -4.5),
    (LENGTH_M + 1.5, -4.5),
    (LENGTH_M + 1.5, DEPTH_M + 1.0),
    (DEPTH_M + 1.0, DEPTH_M + 1.0),
    (DEPTH_M + 1.0, LENGTH_M + 1.5),
    (-4.5, LENGTH_M + 1.5),
    (-4.5, -3.0),
)
LOW = Opening(1.5, 2.3, bars=(2, 1), frame_m=0.1, frame=FRAME, reveal_m=0.3)
HIGH = Opening(
    1.6,
    2.5,
    bars=(2, 2),
    frame_m=0.1,
    frame=FRAME,
    reveal_m=0.25,
    surround=WHITE,
    surround_m=0.18,
    surround_out_m=0.08,
    sill_out_m=0.16,
)
PLAIN = Opening(1.5, 2.3, bars=(2, 1), frame_m=0.1, frame=FRAME, reveal_m=0.2)
LEAVES = Opening(
    2.0,
    3.0,
    bars=(2, 3),
    frame_m=0.14,
    frame=DOOR,
    glass=DOOR,
    reveal_m=0.3,
    surround=WHITE,
    surround_m=0.25,
    surround_out_m=0.12,
)


def build(spec: LandmarkSpec) -> Model:
    """Two wings along two streets; the portico at their corner looks to -y."""
    house = merge(
        [
            as_part(_walls(), "walls"),
            as_part(_belt(), "reliefs"),
            as_part(_roofs(), "roof"),
            as_part(_walk(), "walk"),
        ]
    )
    corner = as_part(_portico(spec.height_m), "portico")
    mesh = merge([_turned(house), transform.move(corner, y=SHIFT_M + CUT_M / np.sqrt(2.0))])
    return Model(mesh, _props(), _collision())


def _turned(data: MeshData) -> MeshData:
    """From the frame of the streets (corner at the origin) into the model frame."""
    return transform.move(transform.turn_z(data, 45.0), y=SHIFT_M)


def _plan(points: npt.ArrayLike) -> F64:
    """Plan points of the street frame in the model frame."""
    xy = np.asarray(points, np.float64) / np.sqrt(2.0)
    return np.column_stack([xy[:, 0] - xy[:, 1], xy[:, 0] + xy[:, 1] + SHIFT_M])


def _axes(index: int, length_m: float) -> list[float]:
    count = {0: 7, 5: 7, 1: 2, 4: 2, 2: 4, 3: 4}.get(index, 0)
    return [length_m * (i + 0.5) / count for i in range(count)]


def _edges() -> list[tuple[int, F64, F64, float]]:
    return [
        (i, a, b, float(np.linalg.norm(b - a)))
        for i, (a, b) in enumerate(zip(OUTLINE, np.roll(OUTLINE, -1, axis=0), strict=True))
    ]


def _walls() -> MeshData:
    """Rusticated ground floor, upper floor with flat niches, cornice and attic."""
    pieces = []
    for index, a, b, length in _edges():
        axes = _axes(index, length)
        if index == 6:
            placed = [Placed(length / 2, 0.0, LEAVES)]
            placed += [Placed(length / 2 + s * 3.1, 0.6, LOW) for s in (-1, 1)]
            placed += [Placed(length / 2 + s * 3.1, 5.6, HIGH) for s in (-1, 0, 1)]
        else:
            kinds = (LOW, HIGH) if index in (0, 5) else (PLAIN, PLAIN)
            placed = [
                Placed(x, z, kind) for x in axes for z, kind in zip((0.8, 5.8), kinds, strict=True)
            ]
        face = transform.move(
            bayed_wall(length, HEAD_M - PLINTH_M, WALL, placed, edge_m=6.0), z=PLINTH_M
        )
        foot = diced(block((-0.1, -0.14, -1.5), (length + 0.1, 0.2, PLINTH_M), PLINTH), 5.0)
        rich = index in (0, 5)
        if rich:
            face = merge([face, _courses(length, axes), *(_niche(x) for x in axes)])
        pieces.append(transform.on_edge(merge([face, foot]), a, b))
    pieces.append(cornice.cornice(OUTLINE, HEAD_M - 0.3, 0.9, 0.7, WHITE))
    rim = profile.line((0.1, 0.0), (0.1, 0.9), (-0.3, 0.9), (-0.3, 0.0))
    pieces.append(extrude.sweep(rim, OUTLINE, WALL, z_m=HEAD_M + 0.55, crease_deg=0.0))
    return merge(pieces)


def _courses(length_m: float, axes: Sequence[float]) -> MeshData:
    """Stone courses of the ground floor, broken at the windows, with deep joints."""
    starts, ends = [], []
    for z in np.arange(PLINTH_M + 0.28, BELT_M - 0.1, 0.56):
        cut = PLINTH_M + 0.6 < z < PLINTH_M + 3.2
        marks = (
            [0.0, *(x + s * 0.86 for x in axes for s in (-1, 1)), length_m]
            if cut
            else [0.0, length_m]
        )
        for low, high in zip(marks[::2], marks[1::2], strict=True):
            starts.append((low, -0.05, z))
            ends.append((high, -0.05, z))
    return struts(starts, ends, 0.1, COURSE, depth_m=0.48)


def _niche(x_m: float) -> MeshData:
    """A raised frame that sets an upper window into a flat niche."""
    outer = profile.rectangle(3.1, 3.7, (x_m, UPPER_M + 1.95))
    inner = profile.rectangle(2.4, 3.1, (x_m, UPPER_M + 1.95))
    return panel(outer, -0.13, 0.0, COURSE, holes=[inner], back=False)


def _belt() -> MeshData:
    """The belt between the storeys: mouldings, and under every window a relief of labour."""
    pieces = []
    kinds = [_sheaf(), _workers(), _wheel()]
    for index, a, b, length in _edges():
        if index not in (0, 5):
            continue
        face = [
            block((0.0, -0.16, BELT_M), (length, 0.05, BELT_M + 0.14), WHITE),
            block((0.0, -0.2, UPPER_M - 0.14), (length, 0.05, UPPER_M), WHITE),
        ]
        for i, x in enumerate(_axes(index, length)):
            face.append(transform.move(kinds[i % 3], x, 0.0, BELT_M + 0.14))
        pieces.append(transform.on_edge(merge(face), a, b))
    return merge(pieces)


def _plate() -> MeshData:
    return block((-1.6, -0.06, 0.0), (1.6, 0.02, 0.92), WHITE)


def _sheaf() -> MeshData:
    """Ears of wheat tied in the middle, a loaf on each side."""
    ears = [
        ornament.ribbon([(0.0, 0.1), (0.2 * s, 0.42), (0.62 * s, 0.84)], 0.09, 0.16, COURSE)
        for s in (-1.0, 0.0, 1.0)
    ]
    loaves = [
        panel(
            profile.ellipse(0.4, 0.22, 8) + np.array([s * 1.1, 0.34]),
            -0.16,
            0.0,
            COURSE,
            back=False,
        )
        for s in (-1, 1)
    ]
    tie = block((-0.22, -0.2, 0.36), (0.22, 0.0, 0.46), COURSE)
    return merge([_plate(), *ears, *loaves, tie])


def _workers() -> MeshData:
    """Three people with raised arms."""
    pieces = [_plate()]
    for x in (-0.95, 0.0, 0.95):
        pieces += [
            panel(
                profile.line(
                    (x - 0.26, 0.04), (x + 0.26, 0.04), (x + 0.16, 0.56), (x - 0.16, 0.56)
                ),
                -0.15,
                0.0,
                COURSE,
                back=False,
            ),
            panel(profile.circle(0.12, 5) + np.array([x, 0.68]), -0.17, 0.0, COURSE, back=False),
            ornament.ribbon(
                [(x + 0.1, 0.5), (x + 0.32, 0.56), (x + 0.4, 0.82)], 0.09, 0.15, COURSE
            ),
        ]
    return merge(pieces)


def _wheel() -> MeshData:
    """A mill wheel between two sacks of grain."""
    wheel = transform.move(ornament.rosette(0.42, 0.14, COURSE, petals=6, ring=False), z=0.46)
    sacks = [
        panel(
            profile.line(
                *[
                    (x - 0.28, 0.06),
                    (x + 0.28, 0.06),
                    (x + 0.3, 0.4),
                    (x + 0.1, 0.62),
                    (x + 0.18, 0.78),
                    (x - 0.18, 0.78),
                    (x - 0.1, 0.62),
                    (x - 0.3, 0.4),
                ]
            ),
            -0.15,
            0.0,
            COURSE,
            back=False,
        )
        for x in (-1.05, 1.05)
    ]
    return merge([_plate(), wheel, *sacks])


def _column(height_m: float) -> MeshData:
    """A round column on a square foot, foot on z = 0."""
    h, r = height_m, 0.46
    section = profile.line(
        (1.25 * r, 0.2),
        (1.25 * r, 0.36),
        (r, 0.46),
        (0.98 * r, 0.4 * h),
        (0.84 * r, h - 0.75),
        (0.98 * r, h - 0.7),
        (0.84 * r, h - 0.6),
        (0.84 * r, h - 0.45),
        (1.2 * r, h - 0.25),
        (1.2 * r, h - 0.2),
    )
    return merge(
        [
            extrude.box(2.7 * r, 2.7 * r, 0.2, WHITE),
            lathe.lathe(section, WHITE, sides=14),
            extrude.box(2.6 * r, 2.6 * r, 0.2, WHITE, bottom_m=h - 0.2),
        ]
    )


def _portico(height_m: float) -> MeshData:
    """Four columns two storeys high under an attic; the front plane of the corner is y = 0."""
    half, y = 5.0, -PORTICO_M
    base = block((-half - 0.4, y - 0.5, -1.5), (half + 0.4, 0.3, PLINTH_M), PLINTH)
    flight = stair.straight(7.4, PLINTH_M, STEPS, PLINTH, tread_m=0.36, y_m=y - 0.5)
    shaft = _column(HEAD_M - PLINTH_M - 0.1)
    shafts = transform.at(shaft, [(x, y + 0.2, PLINTH_M) for x in (-4.4, -1.65, 1.65, 4.4)])
    pads = [
        block((x - 0.4, -0.16, PLINTH_M), (x + 0.4, 0.05, HEAD_M - 0.1), WHITE) for x in (-4.4, 4.4)
    ]
    lid = profile.line((-half, y - 0.4), (half, y - 0.4), (half, 1.2), (-half, 1.2))
    beam = extrude.prism(lid, HEAD_M - 0.1, HEAD_M + 0.9, WHITE)
    head = cornice.cornice(lid, HEAD_M + 0.9, 0.6, 0.55, WHITE)
    attic = extrude.prism(profile.offset(lid, -0.3), HEAD_M + 1.4, height_m - 0.16, WALL)
    cap = extrude.prism(profile.offset(lid, -0.12), height_m - 0.18, height_m, WHITE)
    name = transform.move(
        lettering("КІТАП МУЗЕЙІ", 0.62, SIGN, out_m=0.1), 0.0, y - 0.42, HEAD_M + 0.1
    )
    page = profile.line((0.0, 0.0), (1.3, 0.22), (1.3, 0.86), (0.0, 0.62))
    book = panel(page, -0.16, 0.0, WHITE, back=False)
    emblem = transform.move(merge([book, transform.mirror_x(book)]), 0.0, y - 0.1, HEAD_M + 1.62)
    return merge([base, flight, shafts, *pads, beam, head, attic, cap, name, emblem])


def _roofs() -> MeshData:
    """Low sheet roofs behind the attic, one along each wing."""
    z, rise = HEAD_M + 0.6, 1.5
    ring = [
        (0.4, 6.0),
        (6.0, 0.4),
        (LENGTH_M - 0.3, 0.4),
        (LENGTH_M - 0.3, DEPTH_M - 0.3),
        (DEPTH_M - 0.3, DEPTH_M - 0.3),
        (DEPTH_M - 0.3, LENGTH_M - 0.3),
        (0.4, LENGTH_M - 0.3),
    ]
    flat = extrude.sheet(profile.counter_clockwise(np.array(ring)), z + 0.02, SHEET)
    section = profile.line((0.0, 0.0), (6.6, 0.0), (0.0, rise))
    ways = [
        ((7.0, 7.0), (33.5, 7.0)),
        ((33.5, 7.0), (7.0, 7.0)),
        ((7.0, 33.5), (7.0, 7.0)),
        ((7.0, 7.0), (7.0, 33.5)),
    ]
    slopes = [
        extrude.sweep(section, way, SHEET, z_m=z, closed=False, crease_deg=0.0) for way in ways
    ]
    flue = merge(
        [extrude.box(0.9, 0.7, 1.4, WALL), extrude.box(1.1, 0.9, 0.16, WHITE, bottom_m=1.3)]
    )
    flues = transform.at(flue, [(16.0, 8.0, z + 0.7), (27.0, 6.0, z + 0.7), (8.0, 22.0, z + 0.7)])
    return merge([flat, *slopes, flues])


def _walk() -> MeshData:
    """The pavement along both streets."""
    plate = extrude.prism(WALK, -1.5, GROUND_M, PAVING, bottom=False)
    return diced(plate, 9.0)


def _props() -> tuple[InstanceTable, ...]:
    name = "museum_of_books"
    trees = _plan(
        [(14.0, -3.6), (24.0, -3.6), (33.0, -3.6), (-3.6, 14.0), (-3.6, 24.0), (-3.6, 33.0)]
    )
    lamps = _plan([(9.0, -3.8), (28.0, -3.8), (-3.8, 9.0), (-3.8, 28.0)])
    return (
        instances("tree.elm", _at(trees), name + "/elm", scale=0.5),
        instances("lamp.globe", _at(lamps), name + "/lamp", vary=0.0),
    )


def _at(places: npt.ArrayLike) -> F64:
    spots = np.asarray(places, np.float64)
    return np.column_stack([spots, np.full(len(spots), GROUND_M)])


def _collision() -> Collision:
    y = SHIFT_M + CUT_M / np.sqrt(2.0)
    base = profile.rectangle(10.8, PORTICO_M + 0.5, (0.0, y - (PORTICO_M + 0.5) / 2))
    return Collision(
        (stair.wall_prism(_plan(OUTLINE), HEAD_M + 1.4),),
        (
            stair.floor(_plan(WALK), GROUND_M),
            *stair.straight_floors(7.4, PLINTH_M, STEPS, tread_m=0.36, y_m=y - PORTICO_M - 0.5),
            stair.floor(base, PLINTH_M),
        ),
    )
