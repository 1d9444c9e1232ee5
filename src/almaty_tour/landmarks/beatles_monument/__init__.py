"""The Beatles bench on Kok-Tobe: a player on a bronze bench, three friends stand round him."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import extrude, profile, stair, transform
from almaty_tour.kit.blooms import inside
from almaty_tour.kit.dice import diced
from almaty_tour.kit.hexahedra import hexahedra, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.profile import F64
from almaty_tour.landmarks._shared.height import agree
from almaty_tour.landmarks.beatles_monument import figures as men
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

SETTS = Paint("paving", "#8F8B86")
GROUT = Paint("granite", "#6E6A66")
KERB = Paint("granite", "#7E7B78")
OUTER = Paint("paving", "#A79F95")
CONSOLE = Paint("gilded_plaster", "#8E8880")
SLAT = Paint("gilded_plaster", "#A89E94")

PLATE = (9.0, 7.0)
RING = (5.8, 4.0)
GROUND_M, RING_M = 0.06, 0.12
SEAT_M, SEAT_Y = 0.47, -0.05
BENCH_M = 3.0
RIGHT_LEG = ((-0.1, 0.0, 0.86), (-0.12, -0.02, 0.47), (-0.13, 0.02, 0.09))
LEFT_LEG = ((0.1, 0.0, 0.86), (0.12, -0.03, 0.47), (0.13, -0.02, 0.09))


def build(spec: LandmarkSpec) -> Model:
    """The group; the tallest man settles the height, `spec` must agree."""
    mesh = merge(
        [
            as_part(_place(), "body"),
            as_part(transform.move(bench(), z=RING_M), "bench"),
            as_part(transform.move(men.seated(), -0.42, SEAT_Y, RING_M), "player"),
            as_part(_friends(), "friends"),
        ]
    )
    agree(spec, float(mesh.bounds_m[1][2]))
    return Model(mesh, _props(), _collision())


def _friends() -> MeshData:
    """One with a hand on the back rest, one with hands on hips, one with a foot on the bench."""
    first = men.standing(
        ((-0.34, 0.06, 1.16), (-0.26, -0.1, 0.93)),
        ((0.33, -0.06, 1.17), (0.4, -0.2, 0.95)),
        (RIGHT_LEG, LEFT_LEG),
        look_deg=8.0,
    )
    second = men.standing(
        ((-0.41, 0.1, 1.16), (-0.21, -0.1, 1.04)),
        ((0.41, 0.1, 1.16), (0.21, -0.1, 1.04)),
        (RIGHT_LEG, LEFT_LEG),
        look_deg=-14.0,
        fringe=0.01,
    )
    raised = ((-0.1, 0.0, 0.86), (-0.16, -0.4, 0.92), (-0.14, -0.42, 0.59))
    third = men.standing(
        ((-0.3, -0.12, 1.17), (0.03, -0.27, 1.1)),
        ((0.31, -0.12, 1.16), (-0.02, -0.3, 1.16)),
        (raised, LEFT_LEG),
        look_deg=-10.0,
    )
    return merge(
        [
            transform.move(first, -1.28, 0.72, RING_M),
            transform.move(second, 0.42, 0.78, RING_M),
            transform.move(third, 1.22, 0.4, RING_M),
        ]
    )


def bench() -> MeshData:
    """Slatted seat and back on two scrolled consoles with moulded feet."""
    half = BENCH_M / 2
    y = SEAT_Y + np.linspace(-0.3, 0.24, 6)
    seat = struts(
        [(-half, v, SEAT_M - 0.03) for v in y],
        [(half, v, SEAT_M - 0.03) for v in y],
        0.085,
        SLAT,
        depth_m=0.045,
    )
    z = np.array([0.58, 0.7, 0.82, 0.94])
    lean = SEAT_Y + 0.3 + 0.16 * (z - SEAT_M)
    back = struts(
        [(-half, v, w) for v, w in zip(lean, z, strict=True)],
        [(half * 0.82, v, w) for v, w in zip(lean, z, strict=True)],
        0.035,
        SLAT,
        depth_m=0.085,
    )
    stays = struts(
        [(x, SEAT_Y + 0.27, 0.36) for x in (-1.1, 0.0, 0.95)],
        [(x, SEAT_Y + 0.41, 0.98) for x in (-1.1, 0.0, 0.95)],
        0.05,
        men.DARK,
    )
    section = profile.joined(
        profile.line((-0.26, 0.1), (0.2, 0.1)),
        profile.arc((0.31, 0.27), (0.13, 0.15), 210.0, 110.0, 6),
        profile.line((0.3, 0.42), (-0.34, 0.42)),
        profile.arc((-0.4, 0.27), (0.13, 0.15), 70.0, -30.0, 6),
    )
    side = transform.turn_z(extrude.panel(section, -0.2, 0.2, CONSOLE), 90.0)
    foot = hexahedra([_frustum(0.27, 0.37, 0.0, 0.07), _frustum(0.22, 0.3, 0.07, 0.11)], CONSOLE)
    legs = [transform.move(merge([side, foot]), x, SEAT_Y, 0.0) for x in (-1.05, 1.05)]
    return merge([seat, back, stays, *legs])


def _frustum(
    half_x: float, half_y: float, low: float, high: float
) -> list[tuple[float, float, float]]:
    """Eight corners of a step of the console's foot."""
    ring = [(-half_x, -half_y), (half_x, -half_y), (half_x, half_y), (-half_x, half_y)]
    return [(x, y, low) for x, y in ring] + [(0.94 * x, 0.94 * y, high) for x, y in ring]


def _place() -> MeshData:
    """Paving, a kerb ring with round corners, setts in bond inside it."""
    edge = profile.rounded_rectangle(*RING, 0.9, 6)
    inner = profile.offset(edge, -0.22)
    outline = profile.rectangle(*PLATE)
    floor = diced(extrude.sheet(outline, GROUND_M, OUTER, holes=[inner]), 1.6)
    skirt = extrude.prism(outline, -1.5, GROUND_M - 0.01, KERB, top=False)
    section = profile.joined(
        [(-0.22, -0.1), (0.0, -0.1)], profile.arc((-0.11, 0.1), (0.11, 0.08), 0.0, 180.0, 5)
    )
    rim = extrude.sweep(section, edge, KERB, z_m=0.02)
    bed = extrude.sheet(inner, RING_M - 0.02, GROUT)
    return merge([floor, skirt, rim, bed, _setts(inner)])


def _setts(inner: F64) -> MeshData:
    """Little blocks in bond inside the kerb, whole ones only."""
    length, depth, gap = 0.4, 0.24, 0.03
    cells = []
    for number, y in enumerate(np.arange(-1.62, 1.63, depth)):
        shift = length / 2 if number % 2 else 0.0
        cells += [(x + shift, y) for x in np.arange(-2.8, 2.6, length)]
    spots = np.array(cells)
    reach = np.array([(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)]) * [length, depth]
    whole = np.array([inside(spots + corner, inner) for corner in reach]).all(axis=0)
    block = extrude.prism(
        profile.rectangle(length - gap, depth - gap),
        RING_M - 0.03,
        RING_M,
        SETTS,
        bottom=False,
        crease_deg=0.0,
    )
    return transform.at(block, spots[whole])


def _props() -> tuple[InstanceTable, ...]:
    """A hedge and low trees behind the group, a lamp, flowers at the corners."""
    name = "beatles_monument"
    hedge = row((-4.0, 3.0), (4.0, 3.0), 1.3)
    corners = [(-4.0, 2.0), (4.0, 2.0), (-4.0, -2.9), (4.0, -2.9)]

    def on(spots: object) -> F64:
        plan = np.asarray(spots, np.float64)
        return np.column_stack([plan, np.full(len(plan), GROUND_M)])

    return (
        instances("bush.round", on(hedge), name + "/hedge", scale=0.9),
        instances("bush.flowers", on(corners), name + "/flowers", scale=0.8),
        instances("lamp.globe", on([(-3.9, 0.2), (3.9, 0.2)]), name + "/lamp", vary=0.0),
        instances("tree.apple", on([(-3.2, 2.9), (3.3, 2.8)]), name + "/tree", scale=0.7),
    )


def _collision() -> Collision:
    """The bench and the men stop; the plate and the ring carry."""
    solids = [stair.wall_prism(profile.rectangle(BENCH_M, 0.75, (0.0, SEAT_Y)), 1.0)]
    solids += [
        stair.wall_prism(profile.rectangle(0.6, 0.4, spot), 1.8)
        for spot in ((-1.28, 0.72), (0.42, 0.78), (1.22, 0.4))
    ]
    floors = (
        stair.floor(profile.rectangle(*PLATE), GROUND_M),
        stair.floor(profile.rectangle(*RING), RING_M),
    )
    return Collision(tuple(solids), floors)
