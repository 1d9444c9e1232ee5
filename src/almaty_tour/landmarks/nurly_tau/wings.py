"""The glass wings of Nurly Tau with their gables, metal roofs and granite shop fronts."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile as p
from almaty_tour.kit.curtain import Curtain, face, gable
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import box, sheet
from almaty_tour.kit.hexahedra import SIDES, hexahedra, quadrilaterals, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.rail import parapet
from almaty_tour.kit.solid import solid
from almaty_tour.kit.transform import at, on_edge
from almaty_tour.landmarks.nurly_tau import plan
from almaty_tour.landmarks.nurly_tau.plan import F64, Wing
from almaty_tour.mesh.data import MeshData, merge

OVERHANG_M = 0.35
BAY_M = 6.0


def wings(chosen: tuple[Wing, ...]) -> MeshData:
    """Walls and roofs of several wings."""
    return merge([piece for wing in chosen for piece in (walls(wing), roof(wing))])


def walls(wing: Wing) -> MeshData:
    """Two long fronts and the ends that are seen, from the granite base to the roof."""
    style = plan.LOW_GLASS if wing.low else plan.GLASS
    ring = wing.seen()
    name, low, eaves = f"nurly {wing.name}", plan.BASE_M, wing.eaves_m
    pieces = [
        face(ring[0], ring[1], low, (eaves, eaves), style, f"{name} right"),
        face(ring[2], ring[3], low, (eaves, eaves), style, f"{name} left"),
    ]
    ends = [(1, 2, wing.head), (3, 0, wing.foot)]
    for a, b, seen in ends:
        if seen:
            pieces.append(_end(ring[a], ring[b], wing, style, f"{name} {a}"))
    return merge([*pieces, _edges(wing)])


def _end(a: F64, b: F64, wing: Wing, style: Curtain, name: str) -> MeshData:
    low, eaves = plan.BASE_M, wing.eaves_m
    if wing.rise_m:
        return gable(a, b, low, eaves, eaves + wing.rise_m, style, name)
    return face(a, b, low, (eaves, eaves), style, name)


def _edges(wing: Wing) -> MeshData:
    """Light metal on the upright edges of the ends that are seen."""
    ring = wing.seen(0.02)
    corners = [1, 2] * wing.head + [0, 3] * wing.foot
    z = np.linspace(plan.BASE_M, wing.eaves_m, 2 + int(wing.eaves_m / 14))
    starts = [(*ring[c], float(v)) for c in corners for v in z[:-1]]
    ends = [(*ring[c], float(v)) for c in corners for v in z[1:]]
    return struts(starts, ends, 0.2, plan.EDGE, caps=False)


def roof(wing: Wing) -> MeshData:
    """A ridged metal roof with rims and snow guards, or a deck behind a parapet."""
    if not wing.rise_m:
        return merge(
            [
                sheet(wing.outline(-0.05), wing.eaves_m - 0.5, plan.DECK),
                parapet(wing.outline(0.06), plan.EDGE, height_m=0.5, z_m=wing.eaves_m - 0.3),
                _plant(wing),
            ]
        )
    return _ridged(wing)


def _ridged(wing: Wing) -> MeshData:
    ring = wing.outline(OVERHANG_M)
    eaves, ridge = wing.eaves_m - 0.15, wing.eaves_m + wing.rise_m + 0.12
    foot = np.array([*(ring[3] + ring[0]) / 2, ridge])
    head = np.array([*(ring[1] + ring[2]) / 2, ridge])
    low = np.column_stack([ring, np.full(4, eaves)])
    slopes = np.array([[low[0], low[1], head, foot], [low[2], low[3], foot, head]])
    skins = diced(quadrilaterals(slopes, plan.ROOF), 5.0)
    under = quadrilaterals(slopes[:, ::-1] - np.array([0.0, 0.0, 0.12]), plan.DARK)
    hidden = [(low[3], low[0], foot)] * (not wing.foot) + [(low[1], low[2], head)] * (not wing.head)
    rims = [(low[0], low[1]), (low[2], low[3]), (foot, head)]
    for a, b, seen in ((low[1], head, wing.head), (low[2], head, wing.head),
                       (low[0], foot, wing.foot), (low[3], foot, wing.foot)):  # fmt: skip
        if seen:
            rims.append((a, b))
    bars = struts([a for a, _ in rims], [b for _, b in rims], 0.34, plan.EDGE, depth_m=0.4)
    shut = [triangles(hidden, plan.ROOF)] if hidden else []
    return merge([skins, under, bars, _guards(slopes), *shut])


def _guards(slopes: F64) -> MeshData:
    """Two snow guards on each slope."""
    starts, ends = [], []
    for a, b, c, d in slopes:
        lift = np.array([0.0, 0.0, 0.14])
        for share in (0.12, 0.55):
            starts.append(a + (d - a) * share + lift)
            ends.append(b + (c - b) * share + lift)
    return struts(starts, ends, 0.09, plan.EDGE, caps=False)


def _plant(wing: Wing) -> MeshData:
    """Coolers and a lift house on a flat deck."""
    far = np.asarray(wing.end) - wing.way * 4.5
    unit = merge([box(2.4, 2.0, 1.4, plan.EDGE), box(1.9, 1.5, 0.2, plan.DARK, bottom_m=1.4)])
    aside = np.array([-wing.way[1], wing.way[0]])
    spots = [(*(far + aside * s), wing.eaves_m - 0.5) for s in (-3.4, 0.0, 3.4)]
    return at(unit, spots, turn_deg=float(np.degrees(np.arctan2(wing.way[1], wing.way[0]))))


def bases(chosen: tuple[Wing, ...]) -> MeshData:
    """The two lower storeys: granite frames on a plinth, dark glass behind, awnings."""
    pieces = []
    for wing in chosen:
        if not wing.shops:
            continue
        ring = wing.seen()
        for a, b, seen in ((0, 1, True), (2, 3, True), (1, 2, wing.head), (3, 0, wing.foot)):
            if seen:
                pieces.append(_shop_front(ring[a], ring[b], f"{wing.name} {a}"))
    return merge(pieces)


def _shop_front(a: F64, b: F64, name: str) -> MeshData:
    """One side: shop windows set back between granite piers under a granite band."""
    length = float(np.linalg.norm(b - a))
    bays = max(1, round(length / BAY_M))
    x = np.linspace(0.0, length, bays + 1)
    pier = _pier()
    parts = [
        at(pier, [(v, 0.0) for v in np.clip(x, 0.4, length - 0.4)]),
        _band(-0.5, length + 0.5, (-0.95, 7.3, plan.BASE_M), plan.GRANITE),
        _band(-0.3, length + 0.3, (-0.45, -1.5, 0.45), plan.GRANITE.shaded(0.85)),
        _band(0.0, length, (-0.3, 3.7, 4.5), plan.GRANITE.shaded(1.15)),
        quadrilaterals(_awnings(x, len(name)), plan.AWNING),
    ]
    glass = face((0.0, 0.0), (length, 0.0), 0.3, (7.4, 7.4), plan.SHOP, f"nurly shop {name}")
    return on_edge(merge([*parts, glass]), a, b)


def _pier() -> MeshData:
    """Front and sides of one granite pier; its back and ends lie in other bodies."""
    ring = [(-0.75, 0.2), (-0.75, -0.85), (0.75, -0.85), (0.75, 0.2)]
    quads = [[(*a, -1.5), (*b, -1.5), (*b, 7.3), (*a, 7.3)] for a, b in pairwise(ring)]
    return quadrilaterals(quads, plan.GRANITE)


def _band(from_m: float, to_m: float, size_m: tuple[float, float, float], paint: Paint) -> MeshData:
    """A level stone band before the wall, in pieces of a bay: (front, low, high)."""
    front, low, high = size_m
    x = np.linspace(from_m, to_m, max(2, round((to_m - from_m) / (2 * BAY_M)) + 1))
    corners = np.zeros((len(x) - 1, 8, 3))
    corners[..., 0] = np.stack([x[:-1], x[1:], x[1:], x[:-1]] * 2, axis=1)
    corners[..., 1] = np.array([front, front, 0.1, 0.1] * 2)
    corners[:, :4, 2], corners[:, 4:, 2] = low, high
    quads = corners[:, SIDES[[0, 1, 2]]].reshape(-1, 4, 3)
    ends = np.stack([corners[-1][SIDES[3]], corners[0][SIDES[5]]])
    return quadrilaterals(np.concatenate([quads, ends]), paint)


def _awnings(x: F64, salt: int) -> F64:
    """Sloped awnings of white metal over two bays of three, with closed sides."""
    bays = [i for i in range(len(x) - 1) if (i + salt) % 3]
    quads = []
    for i in bays:
        l, r = x[i] + 0.85, x[i + 1] - 0.85
        if r - l < 1.5:
            continue
        back, fore, foot = (-0.1, 5.9), (-1.9, 4.7), (-1.9, 4.45)
        quads += [
            [(l, *fore), (r, *fore), (r, *back), (l, *back)],
            [(l, *foot), (r, *foot), (r, *fore), (l, *fore)],
            [(l, -0.1, 5.6), (r, -0.1, 5.6), (r, *foot), (l, *foot)],
            [(l, *back), (l, -0.1, 5.6), (l, *foot), (l, *fore)],
            [(r, *foot), (r, -0.1, 5.6), (r, *back), (r, *fore)],
        ]
    return np.array(quads, np.float64).reshape(-1, 4, 3)


def triangles(corners: npt.ArrayLike, paint: Paint) -> MeshData:
    """Flat faces from (k, 3, 3) corners."""
    points = np.asarray(corners, np.float64).reshape(-1, 3)
    return solid(points, np.arange(len(points)).reshape(-1, 3), paint, crease_deg=0.0)


def bay_window(width_m: float, out_m: float, top_m: float, rise_m: float, name: str) -> MeshData:
    """A three-cornered bay on the plane y = 0 that ends in a bright half pyramid."""
    left, tip, right = (-width_m / 2, 0.0), (0.0, -out_m), (width_m / 2, 0.0)
    glass = Paint("sky_glass", "#F4ECE6")
    apex = (0.0, 0.0, top_m + rise_m)
    cap = triangles(
        [[(*left, top_m), (*tip, top_m), apex], [(*tip, top_m), (*right, top_m), apex]], glass
    )
    edges = struts(
        [(*left, top_m), (*tip, top_m), (*right, top_m), (*left, top_m), (*tip, top_m)],
        [apex, apex, apex, (*tip, top_m), (*right, top_m)],
        0.14,
        plan.EDGE,
        caps=False,
    )
    shades = merge(
        [
            face(left, tip, -1.5, (top_m, top_m), plan.LOW_GLASS, f"{name} left"),
            face(tip, right, -1.5, (top_m, top_m), plan.LOW_GLASS, f"{name} right"),
        ]
    )
    return merge([shades, cap, edges])


def bays() -> MeshData:
    """Bays in the middle of the front gables and along the long fronts."""
    pieces = []
    for wing in plan.FRONT:
        ring = wing.outline()
        pieces.append(_placed(ring[1], ring[2], 0.5, 7.0, 20.5, wing.name))
        pieces.append(_placed(ring[0], ring[1], 0.72, 5.6, 19.0, wing.name + " right"))
    west = plan.FRONT[0].outline()
    pieces.append(_placed(west[2], west[3], 0.4, 5.6, 19.0, "front west left"))
    for wing in plan.HIGH[:4]:
        ring = wing.outline()
        pieces.append(_placed(ring[1], ring[2], 0.5, 4.4, wing.eaves_m - 12.0, wing.name))
    return merge(pieces)


def _placed(a: F64, b: F64, share: float, width_m: float, top_m: float, name: str) -> MeshData:
    bay = bay_window(width_m, width_m * 0.4, top_m, width_m * 0.55, f"nurly bay {name}")
    middle = a + (b - a) * share
    way = (b - a) / np.linalg.norm(b - a)
    return on_edge(bay, middle, middle + way)


def fins(places: F64, z_m: float) -> MeshData:
    """Short steel brackets of the letters on a parapet."""
    ends = places + np.array([0.0, 0.0, z_m])
    return struts(places, ends, 0.12, plan.DARK)


def rim(outline: F64, z_m: float, height_m: float) -> MeshData:
    """A light band round an outline."""
    outer, inner = p.offset(outline, 0.25), p.offset(outline, -0.3)
    rings = [outer, np.roll(outer, -1, 0), np.roll(inner, -1, 0), inner]
    low = np.stack([np.column_stack([r, np.full(len(r), z_m)]) for r in rings], 1)
    high = low + np.array([0.0, 0.0, height_m])
    return hexahedra(np.concatenate([low, high], axis=1), plan.EDGE)
