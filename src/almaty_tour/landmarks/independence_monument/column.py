"""The granite shaft of the Independence Monument, 28 m: base, notched shaft, carved top."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, relief, stroke, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

GRANITE = Paint("granite", "#BBA592")
BASE = Paint("granite", "#A58B7A")
JOINT = Paint("granite", "#988678")
CARVED = Paint("granite", "#C9B5A2")

TOP_M = 28.0
BASE_WIDTH_M, BASE_TOP_M = 2.7, 5.6
SHAFT_WIDTH_M, SHAFT_TOP_M = 2.3, 19.9
COURSES = 12
JOINT_M = 0.05


def column(foot_m: float) -> MeshData:
    """The whole shaft from `foot_m`, the level of the platform it stands on, to 28 m."""
    return merge([_base(foot_m), _shaft(), _scroll_block(), _drum(), _double_slab(), _capital()])


def _on_faces(piece: MeshData) -> MeshData:
    """The piece, made for the front, on all four sides."""
    return transform.around(piece, 4)


def _base(foot_m: float) -> MeshData:
    plan = profile.notched(BASE_WIDTH_M, BASE_WIDTH_M, 0.09)
    lower = profile.notched(SHAFT_WIDTH_M + 0.04, SHAFT_WIDTH_M + 0.04, 0.09)
    foot = profile.notched(BASE_WIDTH_M + 0.24, BASE_WIDTH_M + 0.24, 0.12)
    height = BASE_TOP_M - 0.35 - foot_m
    courses = [
        extrude.prism(plan, foot_m + low * height, foot_m + high * height - JOINT_M, BASE)
        for low, high in ((0.06, 0.36), (0.36, 0.67), (0.67, 1.0))
    ]
    core = extrude.box(BASE_WIDTH_M - 0.1, BASE_WIDTH_M - 0.1, height, JOINT, bottom_m=foot_m)
    return merge(
        [
            extrude.prism(foot, foot_m - 0.2, foot_m + 0.06 * height, BASE),
            core,
            *courses,
            extrude.prism(plan, BASE_TOP_M - 0.35, BASE_TOP_M, BASE, top_outline=lower),
            _on_faces(_base_shield(foot_m, height)),
        ]
    )


def _base_shield(foot_m: float, height: float) -> MeshData:
    """A carved panel with a many-branched tree, as on the four faces of the base."""
    front, back = -BASE_WIDTH_M / 2 - 0.05, -BASE_WIDTH_M / 2 + 0.01
    z = foot_m + 0.42 * height
    frame = relief.relief(
        profile.rectangle(1.5, 0.62 * height, (0.0, z + 0.1)), front + 0.02, back, BASE, edge_m=0.05
    )
    lines = [profile.line((0.0, z - 1.2), (0.0, z + 1.35))]
    for level, reach in ((-0.7, 0.5), (-0.1, 0.45), (0.5, 0.36)):
        lines += [_tendril(side, z + level, reach) for side in (-1.0, 1.0)]
    carved = [
        relief.relief(
            stroke.stroke(way, 0.075), front - 0.01, front + 0.03, BASE.shaded(1.12), edge_m=0.02
        )
        for way in lines
    ]
    return merge([frame, *carved])


def _tendril(side: float, z: float, reach: float) -> F64:
    curl = stroke.spiral((reach * 0.72, 0.34), 0.3 * reach, -70.0, 400.0, inner_m=0.05, steps=7)
    way = np.concatenate([[[0.03, -0.1]], curl])
    return np.asarray(way * np.array([side, 1.0]) + np.array([0.0, z]), np.float64)


def _shaft() -> MeshData:
    """Twelve courses of a square with beaded corners and a raised band on each face."""
    plan = _shaft_plan(SHAFT_WIDTH_M, 0.34, 0.13, 0.11)
    inner = _shaft_plan(SHAFT_WIDTH_M - 0.05, 0.32, 0.14, 0.1)
    step = (SHAFT_TOP_M - BASE_TOP_M) / COURSES
    levels = BASE_TOP_M + step * np.arange(COURSES)
    courses = [
        extrude.prism(plan, z + JOINT_M, z + step, GRANITE, bottom=False, top=False) for z in levels
    ]
    core = extrude.prism(inner, BASE_TOP_M, SHAFT_TOP_M, JOINT)
    carved = transform.at(_panel_motif(3 * step), [(0.0, 0.0, z) for z in levels[::3]])
    collar = [
        extrude.prism(_shaft_plan(SHAFT_WIDTH_M + 0.08, 0.36, 0.1, 0.08), z, z + 0.3, GRANITE)
        for z in (BASE_TOP_M + 0.02, SHAFT_TOP_M - 0.75)
    ]
    return merge([core, *courses, *collar, _on_faces(carved)])


def _shaft_plan(width_m: float, bead_m: float, gap_m: float, depth_m: float) -> F64:
    """A square whose faces are cut by two upright grooves each."""
    h = width_m / 2
    a, b, d = h - bead_m, h - bead_m - gap_m, h - depth_m
    side = [(-h, -h), (-a, -h), (-a, -d), (-b, -d), (-b, -h), (b, -h), (b, -d), (a, -d), (a, -h)]
    corner = np.array(side)
    turns = [corner]
    for _ in range(3):
        corner = np.stack([-corner[:, 1], corner[:, 0]], axis=1)
        turns.append(corner)
    return np.concatenate(turns)


def _panel_motif(height: float) -> MeshData:
    """Low carving on three courses of one face: ram's horns about a knot between two bars.

    Few and broad strokes: from the square the shaft reads as bands, not as crumbs.
    """
    face = -SHAFT_WIDTH_M / 2
    front, back = face - 0.024, face - 0.002  # a hair clear: buried rims are baked dark
    middle = height / 2 + 0.02
    pieces = [profile.star(4, 0.36, 0.2) + np.array([0.0, middle])]
    for side in (-1.0, 1.0):
        for up in (-1.0, 1.0):
            curl = stroke.spiral((0.34, 0.72), 0.27, -60.0, 330.0, inner_m=0.1, steps=7)
            way = np.concatenate([[[0.07, 0.24], [0.2, 0.36]], curl])
            pieces.append(stroke.stroke(way * np.array([side, up]) + np.array([0.0, middle]), 0.12))
    pieces += [profile.rectangle(1.34, 0.3, (0.0, middle + 1.44 * up)) for up in (-1.0, 1.0)]
    return merge([relief.relief(p, front, back, GRANITE, edge_m=0.015) for p in pieces])


def _plate(width_m: float, low_m: float, high_m: float) -> MeshData:
    plan = profile.notched(width_m, width_m, 0.07)
    return extrude.prism(plan, low_m, high_m, GRANITE)


def _scroll_block() -> MeshData:
    """The block under the drum: knots of ram's horn between scrolled side pieces."""
    face = SHAFT_WIDTH_M / 2
    side = [(0.62, 0.0), (1.02, 0.0), (1.13, 0.12), (1.16, 0.32), (1.04, 0.52), (0.98, 0.75)]
    side += [(1.04, 0.98), (1.16, 1.15), (1.13, 1.38), (1.02, 1.5), (0.62, 1.5)]
    flank = profile.joined(
        profile.smooth(np.array(side[:5]), 2), profile.smooth(np.array(side[4:]), 2)
    )
    knots = [
        stroke.spiral((0.2, 0.5), 0.19, 90.0, -420.0, inner_m=0.05, steps=10),
        stroke.spiral((0.2, 1.02), 0.19, -90.0, 420.0, inner_m=0.05, steps=10),
        profile.line((0.05, 0.25), (0.05, 1.28)),
    ]
    eyes = [profile.circle(0.09, 8) + np.array([0.86, z]) for z in (0.3, 1.2)]
    pieces: list[MeshData] = []
    for flip in (1.0, -1.0):
        turned = [np.asarray(k) * np.array([flip, 1.0]) for k in knots]
        pieces += [
            relief.relief(stroke.stroke(k, 0.06), -face - 0.0, -face + 0.09, CARVED, edge_m=0.015)
            for k in turned
        ]
        pieces += [
            relief.relief(
                profile.counter_clockwise(e * np.array([flip, 1.0])),
                -face - 0.05, -face, CARVED, edge_m=0.015,
            )
            for e in eyes
        ]  # fmt: skip
        plate = profile.counter_clockwise(flank * np.array([flip, 1.0]))
        pieces.append(extrude.panel(plate, -face - 0.02, -face + 0.5, GRANITE))
    core = extrude.box(2.14, 2.14, 1.5, GRANITE)
    block = transform.move(merge([core, _on_faces(merge(pieces))]), z=20.4)
    return merge([_plate(2.36, SHAFT_TOP_M, 20.4), block, _plate(2.36, 21.9, 22.45)])


def _drum() -> MeshData:
    """Two lying cylinders crossed, a medallion on each of their four ends."""
    radius, half, middle = 1.04, 1.16, 23.47
    section = profile.joined(
        profile.line((radius, -half + 0.06)),
        profile.line((radius, half - 0.06), (radius - 0.06, half)),
    )
    lying = transform.turn(lathe.lathe(section, GRANITE, sides=32), "x", 90.0)
    cross = transform.turn_z(lying, 90.0)
    core = extrude.box(1.7, 1.7, 2.02, GRANITE, bottom_m=-1.01)
    medal = transform.move(_medallion(), y=-half)
    return transform.move(merge([lying, cross, core, _on_faces(medal)]), z=middle)


def _medallion() -> MeshData:
    """A ring, a cross of two bands, four scrolls and a knot in the middle."""
    ring = lathe.ring(
        profile.line((0.05, 0.0), (0.05, 0.05), (-0.05, 0.05), (-0.05, 0.0)), 0.86, CARVED
    )
    upright = transform.turn(ring, "x", 90.0)
    bands = [profile.rectangle(0.09, 0.52, (0.0, z)) for z in (-0.53, 0.53)] + [
        profile.rectangle(0.52, 0.09, (x, 0.0)) for x in (-0.53, 0.53)
    ]
    knot = [profile.star(4, 0.24, 0.15, 45.0)]
    curls = []
    for sx in (-1.0, 1.0):
        for sz in (-1.0, 1.0):
            way = stroke.spiral((0.42, 0.42), 0.2, 30.0, 420.0, inner_m=0.06, steps=10)
            curls.append(stroke.stroke(way * np.array([sx, sz]), 0.05))
    shapes = [*bands, *knot, *curls]
    return merge([upright, *(relief.relief(s, -0.05, 0.02, CARVED, edge_m=0.012) for s in shapes)])


def _double_slab() -> MeshData:
    low = profile.notched(2.3, 2.3, 0.07)
    high = profile.notched(2.02, 2.02, 0.07)
    return merge(
        [
            extrude.prism(low, 24.5, 25.04, GRANITE),
            extrude.prism(low, 25.08, 25.42, GRANITE),
            extrude.prism(low, 25.42, 25.75, GRANITE, top_outline=high),
            extrude.box(2.2, 2.2, 0.1, JOINT, bottom_m=25.02),
        ]
    )


def _capital() -> MeshData:
    """Four petals that roll outwards at the top, under a slab with a round edge."""
    petal = transform.turn_z(_petal(), -90.0)
    core = extrude.prism(
        profile.rectangle(1.5, 1.5), 25.7, 27.5, JOINT, top_outline=profile.rectangle(1.3, 1.3)
    )
    return merge([core, _on_faces(merge([petal, _petal_carving()])), _top_slab()])


def _petal_line() -> F64:
    """The petal from the side: (outwards, height)."""
    foot = [
        (0.86, 25.78),
        (0.95, 25.9),
        (0.965, 26.08),
        (0.92, 26.35),
        (0.82, 26.85),
        (0.76, 27.12),
    ]
    roll = profile.arc((0.74, 27.3), 0.19, -70.0, 120.0, 8)
    return profile.joined(profile.smooth(np.array(foot), 2), roll, profile.line((0.5, 27.44)))


def _petal() -> MeshData:
    outline = profile.joined(profile.line((0.5, 25.78)), _petal_line())
    return extrude.panel(outline, -0.72, 0.72, GRANITE)


def _petal_carving() -> MeshData:
    """A three-legged whirl with leaf scrolls, two small whirls above it."""
    rim = lathe.ring(
        profile.line((0.03, 0.0), (0.03, 0.05), (-0.03, 0.05), (-0.03, 0.0)), 0.2, CARVED, sides=16
    )
    shapes = [profile.star(3, 0.15, 0.05)]
    for side in (-1.0, 1.0):
        way = stroke.spiral((0.38, 0.0), 0.14, 180.0, -400.0, inner_m=0.04, steps=8)
        shapes.append(stroke.stroke(way * np.array([side, 1.0]), 0.05))
        leaf = profile.smooth(np.array([(0.2, 0.15), (0.34, 0.3), (0.4, 0.45)]), 3)
        shapes.append(stroke.stroke(leaf * np.array([side, 1.0]), np.linspace(0.1, 0.03, 7)))
        shapes.append(profile.circle(0.08, 8) + np.array([0.36 * side, 0.85]))
    shapes.append(stroke.stroke(profile.line((0.0, 0.22), (0.0, 0.6)), (0.14, 0.03)))
    flat = [relief.relief(s, -0.04, 0.03, CARVED, edge_m=0.012) for s in shapes]
    whirl = merge([transform.turn(rim, "x", 90.0), *flat])
    leaning = transform.turn(whirl, "x", -11.0)
    return transform.move(leaning, y=-0.955, z=26.2)


def _top_slab() -> MeshData:
    edge = profile.arc((0.0, 0.25), (0.17, 0.25), -90.0, 90.0, 8)
    plan = profile.rounded_rectangle(1.78, 1.78, 0.12, 2)
    round_edge = extrude.sweep(edge, plan, GRANITE, z_m=TOP_M - 0.5, crease_deg=60.0)
    return merge([round_edge, extrude.prism(plan, TOP_M - 0.5, TOP_M, GRANITE)])


def demo() -> MeshData:
    """The shaft alone, for scripts/look.py."""
    return column(0.6)
