"""The two curved fences of the Independence Monument with their pierced bronze panels.

Each panel is one plate cut out of the union of drawn silhouettes: riders, yurts, spearmen,
trees and curls, so that light shows through between them.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt
from shapely.geometry import MultiPolygon, Polygon
from shapely.ops import unary_union

from almaty_tour.kit import extrude, profile, stroke, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, Prism, merge

F64 = npt.NDArray[np.float64]

BRONZE = Paint("bronze_dark", "#D8D4C8")
POST = Paint("granite", "#927365")
KERB = Paint("granite", "#8C7F76")

RADIUS_M = 21.8
FIRST_DEG, SWEEP_DEG = 14.0, 53.0
PANELS = 5
PANEL_WIDTH_M, PANEL_HEIGHT_M = 3.4, 2.35
KERB_M = 0.42
PLATE_M = 0.12


def fences() -> MeshData:
    """Both arcs, east and west of the gap to the north."""
    east = _arc()
    return merge([east, transform.mirror_x(east)])


def solids() -> tuple[Prism, ...]:
    """What stops a walker: one wall for each panel."""
    angles = np.radians(FIRST_DEG + np.arange(PANELS + 1) * SWEEP_DEG / PANELS)
    prisms = []
    for a, b in pairwise(angles):
        corners = [(r * np.cos(t), r * np.sin(t)) for r, t in
                   ((21.5, a), (22.1, a), (22.1, b), (21.5, b))]  # fmt: skip
        outline = np.array(corners, np.float32)
        prisms.append(Prism(outline, -0.5, 3.2))
        prisms.append(Prism(outline[::-1] * np.array([-1.0, 1.0], np.float32), -0.5, 3.2))
    return tuple(prisms)


def _arc() -> MeshData:
    step = SWEEP_DEG / PANELS
    posts = transform.around(
        _post(), PANELS + 1, RADIUS_M, start_deg=FIRST_DEG, sweep_deg=SWEEP_DEG
    )
    panels = [
        transform.around(
            _panel(index), 1, RADIUS_M * np.cos(np.radians(step / 2)),
            start_deg=FIRST_DEG + step * (index + 0.5),
        )
        for index in range(PANELS)
    ]  # fmt: skip
    return merge([posts, *panels, _kerb()])


def _kerb() -> MeshData:
    angles = np.linspace(FIRST_DEG - 0.8, FIRST_DEG + SWEEP_DEG + 0.8, 2 * PANELS + 1)
    outer = profile.arc((0.0, 0.0), RADIUS_M + 0.32, angles[0], angles[-1], 2 * PANELS)
    inner = profile.arc((0.0, 0.0), RADIUS_M - 0.32, angles[0], angles[-1], 2 * PANELS)
    return extrude.prism(np.concatenate([outer, inner[::-1]]), -0.5, KERB_M, KERB)


def _post() -> MeshData:
    """A granite post with a round top, a niche line on its face."""
    half, top = 0.34, 3.05
    outline = np.concatenate(
        [[(-half, 0.0), (half, 0.0)], profile.arc((0.0, top - half), half, 0.0, 180.0, 8)]
    )
    body = extrude.panel(outline, -0.3, 0.3, POST)
    foot = extrude.box(0.84, 0.76, 0.6, POST)
    return merge([body, foot])


def _panel(index: int) -> MeshData:
    """One relief plate, standing on the kerb, looking outwards and inwards alike."""
    shape = unary_union([_frame(), *_scene(index)]).intersection(_field()).simplify(0.018)
    parts = shape.geoms if isinstance(shape, MultiPolygon) else [shape]
    plates = [
        extrude.panel(
            _ring(part.exterior.coords), -PLATE_M / 2, PLATE_M / 2, BRONZE,
            holes=[_ring(hole.coords) for hole in part.interiors if Polygon(hole).area > 0.002],
            crease_deg=30.0,
        )
        for part in parts if part.area > 0.02
    ]  # fmt: skip
    return transform.move(merge(plates), z=KERB_M - 0.02)


def _ring(coordinates: npt.ArrayLike) -> F64:
    return np.asarray(coordinates, np.float64)[:-1, :2]


def _edge(inset_m: float) -> F64:
    """The panel's outline: its upper edge swings up in a shallow wave."""
    w, h = PANEL_WIDTH_M / 2 - inset_m, PANEL_HEIGHT_M - inset_m
    x = np.linspace(w, -w, 13)
    wave = h - 0.16 + 0.16 * np.cos(2 * np.pi * x / PANEL_WIDTH_M)
    return np.concatenate([[(-w, inset_m), (w, inset_m)], np.stack([x, wave], axis=1)])


def _field() -> Polygon:
    return Polygon(_edge(0.0))


def _frame() -> Polygon:
    return Polygon(_edge(0.0), [_edge(0.13)])


def _line(points: npt.ArrayLike, breadth: npt.ArrayLike) -> Polygon:
    return Polygon(stroke.stroke(points, breadth)).buffer(0.0)


def _scene(index: int) -> list[Polygon]:
    """Five scenes: camp, march, ride, tree of life, meeting; grass and cloud curls in all."""
    makers = (_camp, _march, _ride, _tree, _meeting)
    shapes = makers[index % len(makers)]()
    ground = _line([(-1.65, 0.2), (-0.8, 0.3), (0.0, 0.22), (0.9, 0.32), (1.65, 0.2)], 0.3)
    clouds = [_curl(x, 1.98 - 0.06 * (k % 2), 1 - 2 * (k % 2)) for k, x in
              enumerate((-1.2, -0.45, 0.45, 1.2))]  # fmt: skip
    return [ground, *shapes, *clouds]


def _curl(x: float, z: float, side: int) -> Polygon:
    way = stroke.spiral((0.0, 0.0), 0.2, 90.0, 400.0, inner_m=0.06, steps=9)
    tail = np.concatenate([way, [[0.3, -0.3], [0.36, 0.3]]])[:10]
    start = np.array([[0.34, 0.32]])
    return _line(np.concatenate([start, tail]) * np.array([side, 1.0]) + np.array([x, z]), 0.085)


def _camp() -> list[Polygon]:
    return [
        *_yurt(-0.95, 0.75),
        *_yurt(0.75, 0.95),
        *_man(-0.15, 0.95, True),
        *_rider(1.1, 0.62, -1),
    ]


def _march() -> list[Polygon]:
    men = [_man(-1.25 + 0.5 * k, 1.15 + 0.1 * (k % 2), True) for k in range(6)]
    return [piece for man in men for piece in man]


def _ride() -> list[Polygon]:
    return [*_rider(-0.95, 1.0, 1), *_rider(0.05, 1.12, 1), *_rider(1.05, 1.0, 1)]


def _tree() -> list[Polygon]:
    trunk = _line([(0.0, 0.2), (0.03, 0.9), (-0.02, 1.5), (0.0, 2.2)], [0.2, 0.13, 0.1, 0.06])
    boughs = []
    for level, reach in ((0.75, 1.1), (1.15, 0.95), (1.55, 0.7)):
        for side in (-1.0, 1.0):
            way = [(0.0, level), (0.45 * reach, level + 0.12), (reach, level + 0.42)]
            boughs.append(_line(np.array(way) * np.array([side, 1.0]), [0.1, 0.08, 0.07]))
            leaf = profile.ellipse(0.16, 0.11, 8) + np.array([side * reach, level + 0.47])
            boughs.append(Polygon(leaf))
            mid = profile.ellipse(0.12, 0.09, 8) + np.array([side * 0.5 * reach, level + 0.26])
            boughs.append(Polygon(mid))
    return [trunk, *boughs, *_man(-1.2, 1.1, False), *_man(1.2, 1.15, False)]


def _meeting() -> list[Polygon]:
    pieces = [*_yurt(0.0, 1.1)]
    for x, height, spear in (
        (-1.3, 1.2, True),
        (-0.85, 1.1, False),
        (0.95, 1.15, False),
        (1.35, 1.2, True),
    ):
        pieces += _man(x, height, spear)
    return pieces


def _yurt(x: float, size: float) -> list[Polygon]:
    outline = np.array(
        [(-0.5, 0.0), (0.5, 0.0), (0.52, 0.42), (0.3, 0.68), (0.1, 0.8), (-0.1, 0.8), (-0.3, 0.68),
         (-0.52, 0.42)]
    )  # fmt: skip
    door = np.array([(-0.12, 0.02), (0.12, 0.02), (0.12, 0.34), (-0.12, 0.34)])
    lattice = np.array([(0.2, 0.1), (0.42, 0.1), (0.42, 0.34), (0.2, 0.34)])
    holes = [door, lattice, lattice * np.array([-1.0, 1.0])]
    shift = np.array([x, 0.3])
    return [Polygon(outline * size + shift, [hole * size + shift for hole in holes])]


def _man(x: float, height: float, spear: bool) -> list[Polygon]:
    robe = np.array(
        [(-0.17, 0.0), (0.17, 0.0), (0.12, 0.4), (0.15, 0.7), (0.05, 0.8), (-0.05, 0.8),
         (-0.15, 0.7), (-0.12, 0.4)]
    )  # fmt: skip
    shift = np.array([x, 0.3])
    head = profile.ellipse(0.075, 0.09, 8) + np.array([0.0, 0.87])
    hat = np.array([(-0.1, 0.92), (0.1, 0.92), (0.0, 1.1)])
    pieces = [Polygon(part * height + shift) for part in (robe, head, hat)]
    if spear:
        pieces.append(_line([(x + 0.2, 0.3), (x + 0.2, 0.35 + 1.35 * height)], [0.05, 0.05]))
        tip = np.array([(-0.06, 0.0), (0.06, 0.0), (0.0, 0.2)]) + np.array(
            [x + 0.2, 0.3 + 1.35 * height]
        )
        pieces.append(Polygon(tip))
        pieces.append(_line([(x + 0.08, 0.3 + 0.62 * height), (x + 0.2, 0.3 + 0.5 * height)], 0.07))
    return pieces


def _rider(x: float, size: float, way: int) -> list[Polygon]:
    """A rider from the side, going to +x when `way` is 1."""
    body = [(-0.4, 0.62), (-0.1, 0.56), (0.25, 0.6), (0.4, 0.8)]
    lines = [
        (body, [0.3, 0.26, 0.28, 0.2]),
        ([(0.36, 0.72), (0.52, 1.05), (0.56, 1.1)], [0.22, 0.15, 0.13]),
        ([(0.5, 1.12), (0.74, 0.96)], [0.15, 0.09]),
        ([(-0.4, 0.6), (-0.5, 0.3), (-0.36, 0.0)], [0.16, 0.08, 0.08]),
        ([(-0.32, 0.6), (-0.2, 0.32), (-0.26, 0.0)], [0.14, 0.08, 0.08]),
        ([(0.28, 0.6), (0.26, 0.3), (0.3, 0.0)], [0.14, 0.08, 0.08]),
        ([(0.32, 0.64), (0.56, 0.5), (0.5, 0.24)], [0.13, 0.08, 0.07]),
        ([(-0.48, 0.68), (-0.66, 0.6), (-0.7, 0.3)], [0.1, 0.12, 0.05]),
        ([(-0.02, 0.7), (0.0, 1.15)], [0.24, 0.2]),
        ([(0.02, 1.05), (0.28, 0.92)], [0.1, 0.07]),
    ]
    scale, shift = np.array([size * way, size]), np.array([x, 0.3])
    pieces = [
        _line(np.array(points) * scale + shift, np.array(breadth) * size)
        for points, breadth in lines
    ]
    head = profile.ellipse(0.08, 0.09, 8) + np.array([0.01, 1.26])
    hat = np.array([(-0.1, 1.3), (0.12, 1.3), (-0.02, 1.52)])
    return [*pieces, *(Polygon(part * scale + shift) for part in (head, hat))]


def demo() -> MeshData:
    """The fences alone, for scripts/look.py."""
    return fences()
