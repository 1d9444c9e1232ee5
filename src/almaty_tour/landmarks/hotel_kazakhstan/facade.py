"""The broad sides of the hotel: saw-tooth loggias, glass faces, stone margins, terraces."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit.extrude import panel, sweep, triangulate
from almaty_tour.kit.hexahedra import SIDES, quadrilaterals, struts
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import hashed
from almaty_tour.kit.solid import solid
from almaty_tour.kit.transform import at, mirror_y, on_edge
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.landmarks.hotel_kazakhstan import plan
from almaty_tour.landmarks.hotel_kazakhstan.plan import F64, FLOOR_M, ROWS, on_arc
from almaty_tour.mesh.data import MeshData, merge

LEVELS: F64 = np.asarray(plan.EAVES_M - FLOOR_M * np.arange(ROWS, 0, -1), np.float64)
"""(ROWS,) floor heights, lowest first."""
WINDOW = Opening(1.25, 1.05, reveal_m=0.28, glass=plan.GLASS, frame_m=0.0)
FRAME_M = 0.07


def broad_sides() -> MeshData:
    """Both broad sides with everything on them, from the terraces to the parapet row."""
    west = merge([panels(), glass_faces(), balconies(), posts(), margins()])
    return merge([west, mirror_y(west)])


def panels() -> MeshData:
    """Blank plates of the faces that look north, one a floor, dark joints between."""
    back, front = plan.valleys(plan.TOOTH_DEPTH_M)[:-1], plan.ridges()
    edges = np.stack([back, front], axis=1)
    return merge([_plates(edges, plan.PANEL), _backing(edges)])


def _backing(edges: F64) -> MeshData:
    quads = [plan.stacked_quads(edge, LEVELS[:1], plan.EAVES_M) for edge in edges]
    return quadrilaterals(np.concatenate(quads), plan.PANEL_DARK)


def _plates(edges: F64, paint: Paint, gap_m: float = 0.07, proud_m: float = 0.06) -> MeshData:
    """Thin plates before (k, 2, 2) plan edges on every floor: front, underside, free end."""
    way = edges[:, 1] - edges[:, 0]
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    out = np.stack([way[:, 1], -way[:, 0]], axis=1)
    ring = np.stack(
        [edges[:, 0] + out * proud_m, edges[:, 1] + out * proud_m, edges[:, 1], edges[:, 0]], axis=1
    )
    corners = np.zeros((ROWS, len(edges), 8, 3))
    corners[..., :4, :2] = corners[..., 4:, :2] = ring
    corners[..., :4, 2] = (LEVELS + gap_m / 2)[:, None, None]
    corners[..., 4:, 2] = (LEVELS + FLOOR_M - gap_m / 2)[:, None, None]
    return quadrilaterals(corners.reshape(-1, 8, 3)[:, SIDES[[0, 2, 3]]].reshape(-1, 4, 3), paint)


def glass_faces() -> MeshData:
    """The faces that look south: teal breast panels, glass set back, mullions."""
    front, back = plan.ridges(), plan.valleys(plan.TOOTH_DEPTH_M)[1:]
    inset = _inwards(front, back, 0.1)
    edges = [np.stack(pair) for pair in zip(front, back, strict=True)]
    deep = [np.stack(pair) for pair in zip(*inset, strict=True)]
    sill, head = LEVELS + 1.0, LEVELS + 2.95
    breast = [plan.stacked_quads(e, LEVELS, sill) for e in edges]
    band = [plan.stacked_quads(e, head, LEVELS + FLOOR_M) for e in edges]
    glass = [plan.stacked_quads(e, sill, head) for e in deep]
    return merge(
        [
            quadrilaterals(np.concatenate(breast), plan.TEAL),
            quadrilaterals(np.concatenate(band), plan.TEAL),
            quadrilaterals(np.concatenate(glass), plan.GLASS),
            _curtains(front, back),
            _mullions(front, back),
            _sills(front, back),
        ]
    )


def _curtains(front: F64, back: F64) -> MeshData:
    """Drawn curtains close to some of the panes, chosen by the hash of the window's number."""
    near, far = _inwards(front, back, 0.07)
    seed = hashed("hotel curtains", ROWS * len(front)).reshape(len(front), ROWS)
    spans = ((0.42, 0.94), (0.42, 0.7), (0.08, 0.36), None, None, None)
    pieces = []
    for column, (a, b) in enumerate(zip(near, far, strict=True)):
        for number, span in enumerate(spans):
            chosen = LEVELS[seed[column] % np.uint32(len(spans)) == number]
            if span is not None and len(chosen):
                edge = np.stack([a + (b - a) * span[0], a + (b - a) * span[1]])
                pieces.append(
                    plan.stacked_quads(edge, chosen + 1.06, chosen + 2.9).reshape(-1, 4, 3)
                )
    return quadrilaterals(np.concatenate(pieces), plan.CURTAIN)


def _inwards(front: F64, back: F64, depth_m: float) -> tuple[F64, F64]:
    way = (back - front) / np.linalg.norm(back - front, axis=1, keepdims=True)
    into = np.stack([-way[:, 1], way[:, 0]], axis=1) * depth_m
    return front + into, back + into


def _mullions(front: F64, back: F64) -> MeshData:
    """Uprights through all floors: one at each edge, one that parts the balcony door."""
    places = np.concatenate([front + (back - front) * share for share in (0.04, 0.38, 0.97)])
    foot = np.column_stack([places, np.full(len(places), LEVELS[0])])
    return struts(
        foot, foot + np.array([0.0, 0.0, ROWS * FLOOR_M]), 0.13, plan.TEAL.shaded(0.85), caps=False
    )


def _sills(front: F64, back: F64) -> MeshData:
    return _bars(front, back, LEVELS + 1.0, plan.FRAME, size_m=(0.12, 0.12))


def balconies() -> MeshData:
    """Three-cornered slabs in the notches of the teeth, with edge beam, ribs and rails."""
    tips, inner = plan.ridges(0.05), plan.valleys(plan.TOOTH_DEPTH_M)[1:-1]
    left, right = tips[:-1], tips[1:]
    levels: F64 = LEVELS
    pieces = [
        _triangles(left, right, inner, levels),
        _bars(left, right, levels + 0.02, plan.SLAB, size_m=(0.2, 0.36)),
        _bars(left, right, levels + 1.12, plan.RAIL, size_m=(0.07, 0.07)),
        _bars(left, right, levels + 0.66, plan.RAIL, size_m=(0.05, 0.05), top=False),
    ]
    for share in (0.3, 0.6):
        a, b = left + (inner - left) * share, right + (inner - right) * share
        pieces.append(
            _bars(a, b, levels - 0.2, plan.SLAB.shaded(0.9), size_m=(0.12, 0.2), top=False)
        )
    return merge([*pieces, _coolers(left, right, inner)])


def _triangles(left: F64, right: F64, inner: F64, levels: F64) -> MeshData:
    """Floor and soffit of each slab."""
    three = np.stack([left, right, inner], axis=1)
    slabs = np.zeros((2, ROWS, len(left), 3, 3))
    slabs[0, ..., :2], slabs[1, ..., :2] = three, three[:, ::-1]
    slabs[0, ..., 2] = (levels + 0.1)[:, None, None]
    slabs[1, ..., 2] = (levels - 0.12)[:, None, None]
    points = slabs.reshape(-1, 3)
    faces = np.arange(len(points)).reshape(-1, 3)
    return solid(points, faces, plan.SLAB.shaded(0.92), crease_deg=0.0)


def _bars(
    left: F64,
    right: F64,
    levels: F64,
    paint: Paint,
    *,
    size_m: tuple[float, float],
    top: bool = True,
) -> MeshData:
    """Level bars from left to right points on every level; size is (width, depth).

    Nobody sees the side towards the house; without `top` the bar lies under a slab or is thin.
    """
    way = (right - left) / np.linalg.norm(right - left, axis=1, keepdims=True)
    half = size_m[0] / 2 * np.stack([way[:, 1], -way[:, 0]], axis=1)
    low, high = levels - size_m[1] / 2, levels + size_m[1] / 2
    near, far = (left + half, right + half), (left - half, right - half)
    faces = [
        [(near[0], low), (near[1], low), (near[1], high), (near[0], high)],
        [(far[0], low), (far[1], low), (near[1], low), (near[0], low)],
    ]
    if top:
        faces.append([(near[0], high), (near[1], high), (far[1], high), (far[0], high)])
    quads = np.zeros((len(faces), len(levels), len(left), 4, 3))
    for face, ring in zip(quads, faces, strict=True):
        for corner, (places, level) in enumerate(ring):
            face[:, :, corner, :2] = places[None]
            face[:, :, corner, 2] = level[:, None]
    return quadrilaterals(quads.reshape(-1, 4, 3), paint)


def _coolers(left: F64, right: F64, inner: F64) -> MeshData:
    """Air conditioners on some of the balconies, chosen by an integer hash of the cell."""
    chosen = hashed("hotel coolers", ROWS * len(left)) % np.uint32(5) < 3
    middle = (left * 0.42 + right * 0.33 + inner * 0.25)[None].repeat(ROWS, 0).reshape(-1, 2)
    z = LEVELS.repeat(len(left)) + 0.1
    turn = np.degrees(np.arctan2(right[:, 1] - left[:, 1], right[:, 0] - left[:, 0]))
    paint = Paint("painted_metal", "#D8D6CE")
    unit = plan.open_box((-0.42, -0.17, 0.0), (0.42, 0.17, 0.62), paint, [1, 2, 3, 5])
    spots = np.column_stack([middle, z])[chosen]
    return at(unit, spots, turn_deg=np.tile(turn, ROWS)[chosen])


def posts() -> MeshData:
    """The upright edges of the teeth."""
    tips = plan.ridges(0.02)
    foot = np.column_stack([tips, np.full(len(tips), LEVELS[0] - 0.3)])
    return struts(
        foot,
        foot + np.array([0.0, 0.0, plan.EAVES_M - LEVELS[0] + 0.3]),
        0.26,
        plan.PANEL.shaded(0.93),
        caps=False,
    )


def margins() -> MeshData:
    """Stone strips beside the teeth with their pairs of small windows."""
    west = plan.west_side(0.0, -plan.TOOTH_DEPTH_M, 0.0)
    pieces = []
    for first, last, near_left in ((west[0], west[1], False), (west[-2], west[-1], True)):
        length = float(np.linalg.norm(last - first))
        centre = 3.1 if near_left else length - 3.1
        pieces.append(on_edge(_margin(length, centre), first, last))
    returns = [np.stack([west[1], west[2]]), np.stack([west[-3], west[-2]])]
    sides = [plan.stacked_quads(edge, [0.0], plan.PARAPET_TOP_M) for edge in returns]
    return merge([*pieces, quadrilaterals(np.concatenate(sides), plan.STONE)])


def _margin(length_m: float, centre_m: float) -> MeshData:
    pair = [Placed(centre_m - 1.15, 1.15, WINDOW), Placed(centre_m + 1.15, 1.15, WINDOW)]
    bay = merge(
        [
            wall(length_m, FLOOR_M, plan.STONE, pair),
            at(_frame(), [(placed.x_m, 0.0, placed.z_m) for placed in pair]),
            panel(
                p.rectangle(0.32, 0.3, (centre_m, 1.7)),
                -0.05,
                0.0,
                plan.CONCRETE.shaded(0.7),
                back=False,
            ),
        ]
    )
    rows = at(bay, np.column_stack([np.zeros((ROWS, 2)), LEVELS]))
    low = at(wall(length_m, LEVELS[0] + 1.5, plan.STONE), [(0.0, 0.0, -1.5)])
    high = at(
        wall(length_m, plan.PARAPET_TOP_M - plan.EAVES_M, plan.STONE), [(0.0, 0.0, plan.EAVES_M)]
    )
    return merge([rows, low, high])


def _frame() -> MeshData:
    """The flat frame before the pane of a small window."""
    outer = WINDOW.outline()
    points, faces = triangulate(outer, [p.offset(outer, -FRAME_M)])
    depth = np.full(len(points), WINDOW.reveal_m - 0.04)
    return solid(np.column_stack([points[:, 0], depth, points[:, 1]]), faces, plan.FRAME)


def terraces() -> MeshData:
    """Three curved white balcony rings round the foot of each broad side."""
    way = on_arc(np.linspace(-plan.HALF_ARC_M + 0.3, plan.HALF_ARC_M - 0.3, 19))
    pieces = []
    for row, reach, rise in ((2, 1.5, 1.05), (1, 1.7, 1.05), (0, 3.2, 1.15)):
        section = [
            (-0.4, -0.4),
            (reach, -0.4),
            (reach, rise),
            (reach - 0.25, rise),
            (reach - 0.25, 0.0),
            (-0.4, 0.0),
        ]
        pieces.append(
            sweep(section, way, plan.BAND.shaded(1.06), z_m=float(LEVELS[row]), closed=False)
        )
    west = merge(pieces)
    return merge([west, mirror_y(west)])
