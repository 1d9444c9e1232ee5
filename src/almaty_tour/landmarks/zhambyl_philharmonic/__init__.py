"""Zhambyl Philharmonic: a cream club of two storeys, plain columns under a flat attic."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import column, extrude, ornament, profile, roof, stair, transform
from almaty_tour.kit.bays import bayed_walls
from almaty_tour.kit.cornice import cornice
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import Placed, edge_length_m
from almaty_tour.landmarks.zhambyl_philharmonic import setting
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

F64 = npt.NDArray[np.float64]

CREAM = Paint("plaster", "#EBD9AE")
WHITE = Paint("plaster", "#F6F2E6")
RUST = Paint("plaster", "#DDC795")
STONE = Paint("granite", "#8F8075")
ROOF = Paint("roof_metal", "#8A958B")
DOOR = Paint("wood", "#7A4A2C")
FLOOR_M, BELT_M, EAVES_M = 0.9, 4.9, 9.9
HALF_M, FRONT_M, BACK_M = 22.5, -30.0, -8.0
HALL_HALF_M, HALL_BACK_M, HALL_EAVES_M = 16.0, 30.0, 11.4
PORTICO_HALF_M, PORTICO_M = 10.4, -34.6
STEPS, TREAD_M = 6, 0.36
FRONT = profile.line((-HALF_M, FRONT_M), (HALF_M, FRONT_M), (HALF_M, BACK_M), (-HALF_M, BACK_M))
HALL = profile.line((-HALL_HALF_M, BACK_M), (HALL_HALF_M, BACK_M), (HALL_HALF_M, HALL_BACK_M),
                    (-HALL_HALF_M, HALL_BACK_M))  # fmt: skip
PORTICO = profile.line((-PORTICO_HALF_M, PORTICO_M), (PORTICO_HALF_M, PORTICO_M),
                       (PORTICO_HALF_M, FRONT_M), (-PORTICO_HALF_M, FRONT_M))  # fmt: skip
LOW = Opening(1.3, 1.9, bars=(2, 1), surround=WHITE, surround_m=0.18, sill_out_m=0.14)
TALL = Opening(1.7, 3.6, head="round", bars=(2, 3), reveal_m=0.3, surround=WHITE, keystone=True,
               surround_m=0.24, surround_out_m=0.12, sill_out_m=0.18, steps=4)  # fmt: skip
SIDE = Opening(1.6, 3.4, head="round", bars=(2, 2), reveal_m=0.3, steps=3, sill_out_m=0.18)
LEAVES = Opening(1.9, 3.2, bars=(2, 3), glass=DOOR, surround=WHITE, hood_m=0.3)


def build(spec: LandmarkSpec) -> Model:
    """The front block with its portico, the hall behind it, the forecourt."""
    mesh = merge(
        [
            as_part(merge([_front(), _hall()]), "body"),
            as_part(_roofs(spec.height_m), "roof"),
            as_part(_portico(spec.height_m), "portico"),
            setting.ground(),
        ]
    )
    width = 2 * PORTICO_HALF_M + 1.6
    steps = stair.straight_floors(width, FLOOR_M, STEPS, tread_m=TREAD_M, y_m=PORTICO_M - 0.6)
    deep = FRONT_M - PORTICO_M + 0.6
    floor = stair.floor(profile.rectangle(width, deep, (0.0, FRONT_M - deep / 2)), FLOOR_M)
    bodies = ((profile.offset(FRONT, 0.1), 10.5), (profile.offset(HALL, 0.1), HALL_EAVES_M))
    return Model(mesh, setting.props(), setting.collision(bodies, (*steps, floor)))


def _axes(outline: F64, edge: int, pitch_m: float = 3.6) -> F64:
    length = edge_length_m(outline, edge)
    count = round(length / pitch_m)
    return np.asarray((np.arange(count) + 0.5) * length / count, np.float64)


def _strips(outline: F64, foot_m: float, top_m: float, edges: tuple[int, ...]) -> list[MeshData]:
    """Flat pilasters with plain heads between the windows and at the corners."""
    tall = top_m - foot_m
    strip = merge(
        [
            block((-0.27, -0.16, 0.0), (0.27, 0.0, tall), WHITE),
            block((-0.36, -0.24, tall - 0.5), (0.36, 0.0, tall - 0.3), WHITE),
        ]
    )
    pieces = []
    for i in edges:
        axes, n = _axes(outline, i), edge_length_m(outline, i)
        spots = np.concatenate([[0.4], (axes[:-1] + axes[1:]) / 2, [n - 0.4]])
        line = transform.at(strip, np.column_stack([spots, 0 * spots]))
        pieces.append(transform.on_edge(line, outline[i], outline[(i + 1) % 4], foot_m))
    return pieces


def _plinth(outline: F64) -> MeshData:
    section = profile.line((0.25, -1.5), (0.25, FLOOR_M - 0.1), (0.0, FLOOR_M), (0.0, -1.5))
    return extrude.sweep(section, outline, STONE)


def _front() -> MeshData:
    """Grooved ground storey, tall arches above, pilasters between them, cornice."""
    low = {i: [Placed(x, 1.1, LOW) for x in _axes(FRONT, i)] for i in (0, 1, 3)}
    low[0] = [p for p in low[0] if abs(p.x_m - HALF_M) > 6.6]
    low[0] += [Placed(HALF_M + x, 0.0, LEAVES) for x in (-3.9, 0.0, 3.9)]
    high = {i: [Placed(x, 0.7, SIDE if i else TALL) for x in _axes(FRONT, i)] for i in (0, 1, 3)}
    groove = profile.fillet(0.46, 0.07)
    courses = [
        extrude.sweep(groove, [(-HALF_M, BACK_M), (-HALF_M, FRONT_M), (-11.5, FRONT_M)], RUST,
                      z_m=z, closed=False, crease_deg=0.0)
        for z in (FLOOR_M + 0.1, 4.15)
    ]  # fmt: skip
    return merge(
        [
            _plinth(FRONT),
            bayed_walls(FRONT, BELT_M - FLOOR_M, RUST, low, z_m=FLOOR_M, edge_m=6.0),
            bayed_walls(FRONT, EAVES_M - BELT_M, CREAM, high, z_m=BELT_M, edge_m=6.0),
            extrude.sweep(profile.string_course(0.4, 0.25), FRONT, WHITE, z_m=BELT_M - 0.2),
            *_strips(FRONT, BELT_M, EAVES_M, (0, 1, 3)),
            *courses,
            *(transform.mirror_x(course) for course in courses),
            cornice(FRONT, EAVES_M - 0.1, 0.75, 0.65, WHITE, dentils_m=1.1),
        ]
    )


def _hall() -> MeshData:
    """The hall: blind below, high arched windows, pilasters, plain stage end."""
    high = {i: [Placed(x, 4.6, SIDE) for x in _axes(HALL, i, 4.4)] for i in (1, 3)}
    low = {2: [Placed(x, 0.0, LEAVES) for x in (8.0, 24.0)]}
    return merge(
        [
            _plinth(HALL),
            bayed_walls(HALL, HALL_EAVES_M - FLOOR_M, CREAM, {**high, **low}, z_m=FLOOR_M,
                        edge_m=6.0),
            extrude.sweep(profile.string_course(0.35, 0.2), HALL, WHITE, z_m=BELT_M - 0.2),
            cornice(HALL, HALL_EAVES_M - 0.1, 0.6, 0.5, WHITE),
        ]
    )  # fmt: skip


def _roofs(top_m: float) -> MeshData:
    """Hipped sheet roofs over both blocks, a parapet along the front, vents on the hall."""
    deep = BACK_M - FRONT_M
    front = diced(roof.hip(2 * HALF_M, deep, 1.7, ROOF, hip_m=10.0), 5.0)
    front = transform.move(front, y=(FRONT_M + BACK_M) / 2, z=EAVES_M + 0.6)
    long = HALL_BACK_M - BACK_M
    hall = diced(roof.hip(2 * HALL_HALF_M, long, top_m - HALL_EAVES_M - 0.7, ROOF), 5.0)
    hall = transform.move(hall, y=(HALL_BACK_M + BACK_M) / 2, z=HALL_EAVES_M + 0.45)
    edge = FRONT_M + 0.25
    walls = [
        block((x0, edge, EAVES_M + 0.55), (x1, edge + 0.35, EAVES_M + 1.35), WHITE)
        for x0, x1 in ((-HALF_M, -PORTICO_HALF_M - 0.4), (PORTICO_HALF_M + 0.4, HALF_M))
    ]
    post = extrude.box(0.6, 0.55, 1.05, WHITE, bottom_m=EAVES_M + 0.5)
    x = np.linspace(PORTICO_HALF_M + 0.8, HALF_M - 0.4, 4)
    posts = transform.at(post, np.column_stack([np.concatenate([x, -x]), np.full(8, edge + 0.17)]))
    vent = merge(
        [
            extrude.box(1.4, 1.4, 1.1, CREAM, bottom_m=-0.5),
            extrude.box(1.7, 1.7, 0.14, ROOF, bottom_m=0.6),
        ]
    )
    vents = transform.at(vent, [(s * 8.0, y, 12.2) for s in (-1, 1) for y in (2.0, 11.0, 20.0)])
    return merge([front, hall, *walls, posts, vents])


def _portico(top_m: float) -> MeshData:
    """Six plain columns on a stepped floor, the beam with the name, the flat attic."""
    foot, head = FLOOR_M, EAVES_M - 0.95
    shaft = column.column(head - foot, 0.5, WHITE, order="tuscan", sides=12, taper=0.88)
    x = np.linspace(-9.4, 9.4, 6)
    places = [(px, PORTICO_M + 0.8, foot) for px in x]
    answer = [block((px - 0.42, FRONT_M - 0.3, foot), (px + 0.42, FRONT_M, head), WHITE)
              for px in (x[0], x[-1])]  # fmt: skip
    half = PORTICO_HALF_M + 0.8
    floor = block((-half, PORTICO_M - 0.6, -1.5), (half, FRONT_M, FLOOR_M), STONE)
    steps = stair.straight(2 * half, FLOOR_M, STEPS, STONE, tread_m=TREAD_M,
                           y_m=PORTICO_M - 0.6)  # fmt: skip
    beam = diced(extrude.prism(PORTICO, head, EAVES_M + 0.1, WHITE, crease_deg=0.0), 3.0)
    crown = cornice(PORTICO, EAVES_M + 0.05, 0.7, 0.6, WHITE, dentils_m=0.8)
    words = lettering("ФИЛАРМОНИЯ", 0.55, Paint("lettering", "#8A6A2C"), out_m=0.07,
                      spacing_m=0.16, font="literata")  # fmt: skip
    words = transform.move(words, 0.0, PORTICO_M, head + 0.24)
    return merge([transform.at(shaft, places), *answer, floor, steps, beam, crown, words,
                  _attic(top_m)])  # fmt: skip


def _attic(top_m: float) -> MeshData:
    """The stepped attic: sunk panels between short piers, a gilded lyre in the middle."""
    low, y = EAVES_M + 0.7, PORTICO_M + 0.5
    half = PORTICO_HALF_M - 0.3
    wall = diced(block((-half, y, low), (half, FRONT_M + 4.0, top_m - 0.75), CREAM), 3.0)
    middle = diced(block((-3.4, y - 0.15, low), (3.4, FRONT_M + 2.0, top_m - 0.2), CREAM), 3.0)
    caps = [
        block(
            (-half - 0.2, y - 0.2, top_m - 0.75), (half + 0.2, FRONT_M + 4.2, top_m - 0.5), WHITE
        ),
        block((-3.65, y - 0.4, top_m - 0.25), (3.65, FRONT_M + 2.2, top_m), WHITE),
    ]
    pier = block((-0.34, -0.16, low), (0.34, 0.0, top_m - 0.75), WHITE)
    piers = transform.at(pier, [(s * x, y) for s in (-1, 1) for x in (3.9, 6.8, 9.6)])
    frieze = transform.move(
        ornament.frieze(2.2, 0.9, 0.07, WHITE, motif="lozenges", border=False), z=low + 0.45
    )
    friezes = transform.at(frieze, [(x, y, 0.0) for x in (4.25, 7.1, -6.45, -9.3)])
    lyre = transform.move(_lyre(), 0.0, y - 0.15, low + 0.35)
    return merge([wall, middle, *caps, piers, friezes, lyre])


def _lyre() -> MeshData:
    """A gilded lyre."""
    gold = Paint("gilded_plaster")
    arm = profile.smooth([(0.0, 0.1), (0.42, 0.2), (0.5, 0.62), (0.28, 1.0), (0.44, 1.3)], 3)
    right = ornament.ribbon(arm, 0.13, 0.12, gold)
    strings = [block((px - 0.02, -0.08, 0.2), (px + 0.02, 0.0, 1.18), gold)
               for px in (-0.15, 0.0, 0.15)]  # fmt: skip
    bar = block((-0.42, -0.14, 1.12), (0.42, 0.0, 1.22), gold)
    return merge([right, transform.mirror_x(right), *strings, bar])
