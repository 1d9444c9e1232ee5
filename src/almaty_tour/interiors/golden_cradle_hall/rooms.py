"""Rooms off the rotunda: two wings, the gallery and the entry."""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from almaty_tour.interiors._shared.panels import Gap, ceiling, floor, lining, stops, wall
from almaty_tour.interiors.golden_cradle_hall.plan import (
    APOTHEM_M,
    BRASS,
    CEILING,
    DOOR_M,
    ENTRY_M,
    FLOOR,
    FLOOR_DARK,
    GALLERY_M,
    GLOW,
    NEAR_M,
    OAK,
    PLASTER,
    SPINE,
    STONE,
    STONE_DARK,
    WING_M,
    Point,
    turned,
)
from almaty_tour.kit import ornament, profile, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import F32, MeshData, Prism, as_part, merge

TRAY_M: Final = 1.7
"""How far from the walls the ceiling goes up."""
TRAY_UP_M: Final = 0.75
GLOW_M: Final = 0.12
BORDER_M: Final = 0.9

Made = tuple[MeshData, tuple[Prism, ...]]


def rooms() -> Made:
    """All rooms but the rotunda, with the ways to them."""
    west, east = _wing("gold", 3), _wing("bronze", 1)
    gallery = _room("gallery", 0, GALLERY_M, PLASTER)
    entry = _entry()
    made = [west, east, gallery, _spine(), entry, *(_passage(quarter) for quarter in range(4))]
    return merge([mesh for mesh, _ in made]), tuple(stop for _, met in made for stop in met)


def _wing(name: str, quarter: int) -> Made:
    mesh, met = _room(name, quarter, WING_M, STONE_DARK)
    depth, width, _ = WING_M
    band = ornament.frieze(width, 0.5, 0.025, BRASS, motif="triangles")
    far = NEAR_M + depth
    begin, end = turned((-width / 2, far), quarter), turned((width / 2, far), quarter)
    emblem = transform.move(ornament.horn_cross(0.85, 0.04, BRASS), width / 2, 0.0, 2.45)
    hung = [transform.on_edge(band, begin, end, 4.3), transform.on_edge(emblem, begin, end)]
    return merge([mesh, as_part(merge(hung), "bands")]), met


def _room(name: str, quarter: int, size_m: tuple[float, float, float], paint: Paint) -> Made:
    """A room to the north of the rotunda, turned clockwise by quarters."""
    depth, width, height = size_m
    near, far, half = NEAR_M, NEAR_M + depth, width / 2
    door = Gap.amid(width, DOOR_M[0], DOOR_M[1])
    plan = [(half, near), (-half, near), (-half, far), (half, far)]
    corners = [turned(point, quarter) for point in plan]
    mesh: list[MeshData] = []
    met: tuple[Prism, ...] = ()
    for number, begin in enumerate(corners):
        end = corners[(number + 1) % 4]
        gaps = [door] if number == 0 else []
        mesh += [wall(begin, end, 0.0, height, paint, gaps), *_foot(begin, end, gaps)]
        met += stops(begin, end, height, gaps)
    mesh += [_ground(plan, quarter), _roof(plan, height, quarter)]
    return as_part(merge(mesh), name), met


def _foot(begin: Point, end: Point, gaps: list[Gap]) -> list[MeshData]:
    """A skirting of brass beside the openings."""
    length = math.dist(begin, end)
    ends = [0.0, *(x for gap in gaps for x in (gap.low_m, gap.high_m)), length]
    return [
        transform.on_edge(block((low, -0.02, 0.0), (high, 0.0, 0.1), BRASS), begin, end)
        for low, high in zip(ends[::2], ends[1::2], strict=True)
    ]


def _ground(plan: list[Point], quarter: int) -> MeshData:
    """Dark stone with a lighter field, parted by a line of brass."""
    outline = profile.counter_clockwise(profile.line(*plan))
    field = profile.offset(outline, -BORDER_M)
    line = profile.offset(field, 0.05)
    pieces = [
        floor(outline, 0.0, FLOOR_DARK, holes=[line]),
        floor(line, 0.0, BRASS, holes=[field]),
        floor(field, 0.0, FLOOR),
    ]
    return transform.turn_z(merge(pieces), -90.0 * quarter)


def _roof(plan: list[Point], height: float, quarter: int) -> MeshData:
    """A ceiling that goes up in the middle; warm light comes from behind its rim."""
    outline = profile.counter_clockwise(profile.line(*plan))
    inner = profile.offset(outline, -TRAY_M)
    up = height + TRAY_UP_M
    pieces = [ceiling(outline, height, CEILING, holes=[inner]), ceiling(inner, up, CEILING)]
    ring = [*inner, inner[0]]
    for begin, end in zip(ring[1:], ring, strict=False):
        a, b = (float(begin[0]), float(begin[1])), (float(end[0]), float(end[1]))
        pieces += [
            wall(a, b, height, height + GLOW_M, GLOW),
            wall(a, b, height + GLOW_M, up, CEILING),
        ]
    return transform.turn_z(merge(pieces), -90.0 * quarter)


def _passage(quarter: int) -> Made:
    """The floor of the way from the rotunda to a room."""
    half = DOOR_M[0] / 2
    outline = profile.line(
        (-half, APOTHEM_M), (half, APOTHEM_M), (half, NEAR_M), (-half, NEAR_M)
    )  # fmt: skip
    return transform.turn_z(floor(outline, 0.0, FLOOR_DARK), -90.0 * quarter), ()


def _spine() -> Made:
    """The wall of the story in the middle of the gallery, with a bench on each side."""
    x0, y0, x1, y1, top = SPINE
    body = diced(block((x0, y0, 0.0), (x1, y1, top), PLASTER), 0.8)
    cap = block((x0 - 0.03, y0 - 0.03, top), (x1 + 0.03, y1 + 0.03, top + 0.05), BRASS)
    foot = block((x0 - 0.02, y0 - 0.02, 0.0), (x1 + 0.02, y1 + 0.02, 0.1), BRASS)
    pieces, met = [body, cap, foot], [Prism(_outline(x0, y0, x1, y1), -1.0, top)]
    for x in (-5.2, 5.2):
        for y in (22.0, 28.0, 34.0):
            pieces.append(_bench(x, y))
            met.append(Prism(_outline(x - 0.3, y - 1.0, x + 0.3, y + 1.0), -1.0, 1.4))
    return as_part(merge(pieces), "story"), tuple(met)


def _bench(x: float, y: float) -> MeshData:
    seat = diced(block((x - 0.24, y - 0.95, 0.38), (x + 0.24, y + 0.95, 0.46), OAK), 0.5)
    legs = [
        block((x - 0.2, y + s * 0.7 - 0.05, 0.0), (x + 0.2, y + s * 0.7 + 0.05, 0.38), STONE_DARK)
        for s in (-1.0, 1.0)
    ]
    return merge([seat, *legs])


def _outline(x0: float, y0: float, x1: float, y1: float) -> F32:
    middle = ((x0 + x1) / 2, (y0 + y1) / 2)
    return profile.rectangle(x1 - x0, y1 - y0, middle).astype(np.float32)


def _entry() -> Made:
    """The way in from the south, between slats of oak, under a lower ceiling."""
    depth, width, height = ENTRY_M
    south, north, half = -NEAR_M - depth, -NEAR_M, width / 2
    plan = [(-half, north), (half, north), (half, south), (-half, south)]
    door = Gap.amid(width, *DOOR_M)
    leaf = Gap.amid(width, 2.2, 2.9)
    mesh: list[MeshData] = []
    met: tuple[Prism, ...] = ()
    for number, begin in enumerate(plan):
        end = plan[(number + 1) % 4]
        gaps = [door] if number == 0 else [leaf] if number == 2 else []
        back = STONE_DARK if number % 2 else STONE
        mesh += [wall(begin, end, 0.0, height, back, gaps), *_foot(begin, end, gaps)]
        met += stops(begin, end, height, gaps if number == 0 else [])
        if number % 2:
            mesh.append(_slats(begin, end, height))
    mesh += [lining((half, south), (-half, south), leaf, 0.25, BRASS), _leaves(south)]
    mesh += [_ground(plan, 0), _roof(plan, height, 0)]
    return as_part(merge(mesh), "entry"), met


def _slats(begin: Point, end: Point, height: float) -> MeshData:
    """Upright slats before a dark wall."""
    length = math.dist(begin, end)
    count = round(length / 0.32)
    one = block((-0.05, -0.09, 0.12), (0.05, -0.01, height - 0.25), OAK)
    return transform.on_edge(
        transform.along(one, (0, 0, 0), (length, 0, 0), count, ends=False), begin, end
    )


def _leaves(south: float) -> MeshData:
    """The two leaves of the door that leads back to the city."""
    pieces = []
    for s in (-1.0, 1.0):
        low, high = sorted((0.01 * s, 1.1 * s))
        pieces.append(diced(block((low, south - 0.2, 0.0), (high, south - 0.1, 2.9), OAK), 0.6))
        for z0, z1 in ((0.25, 1.2), (1.4, 2.65)):
            x0, x1 = sorted((0.16 * s, 0.95 * s))
            pieces.append(block((x0, south - 0.1, z0), (x1, south - 0.07, z1), OAK))
        pieces.append(
            block((0.08 * s - 0.02, south - 0.1, 0.95), (0.08 * s + 0.02, south - 0.03, 1.5), BRASS)
        )
    return as_part(merge(pieces), "door")
