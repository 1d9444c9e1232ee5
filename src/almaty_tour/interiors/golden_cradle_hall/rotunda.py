"""The rotunda: sixteen sides, four doors, four niches, lattices of a yurt between."""

from __future__ import annotations

import math

from almaty_tour.interiors._shared.panels import Gap, floor, lining, stops, wall
from almaty_tour.interiors.golden_cradle_hall.plan import (
    BRASS,
    DOOR_M,
    FLOOR_DARK,
    NICHE_M,
    OAK_RED,
    PASSAGE_M,
    SIDES,
    STONE,
    STONE_DARK,
    WALL_TOP_M,
    Point,
    corner,
)
from almaty_tour.kit import ornament, profile, transform
from almaty_tour.kit.extrude import block
from almaty_tour.mesh.data import MeshData, Prism, as_part, merge

LATTICE_M = (3.5, 4.9)
BAND_M = 0.62


def rotunda() -> tuple[MeshData, tuple[Prism, ...]]:
    """The walls up to where the dome begins, and what bodies meet of them."""
    pieces: list[MeshData] = []
    solids: tuple[Prism, ...] = ()
    for number in range(SIDES):
        begin, end = corner(number), corner(number + 1)
        made, met = _side(number, begin, end)
        pieces.append(made)
        solids += met
    pieces.append(as_part(_bands(), "bands"))
    return merge(pieces), solids


def _side(number: int, begin: Point, end: Point) -> tuple[MeshData, tuple[Prism, ...]]:
    if number % 4 == 0:
        return _door(begin, end)
    if number % 2 == 0:
        return _niche(begin, end)
    return _lattice(begin, end), stops(begin, end, WALL_TOP_M)


def _door(begin: Point, end: Point) -> tuple[MeshData, tuple[Prism, ...]]:
    """A way to a wing in a frame of brass."""
    gap = Gap.amid(math.dist(begin, end), *DOOR_M)
    low, high, top = gap.low_m, gap.high_m, gap.top_m
    frame = merge(
        [
            block((low - 0.22, -0.07, 0.0), (low, 0.02, top), BRASS),
            block((high, -0.07, 0.0), (high + 0.22, 0.02, top), BRASS),
            block((low - 0.22, -0.07, top), (high + 0.22, 0.02, top + 0.3), BRASS),
        ]
    )
    mesh = [
        wall(begin, end, 0.0, WALL_TOP_M, STONE, [gap]),
        lining(begin, end, gap, PASSAGE_M, STONE_DARK),
        transform.on_edge(frame, begin, end),
    ]
    return as_part(merge(mesh), "doors"), stops(begin, end, WALL_TOP_M, [gap], PASSAGE_M)


def _niche(begin: Point, end: Point) -> tuple[MeshData, tuple[Prism, ...]]:
    """A recess for a large piece, lighter than the wall."""
    width, height, depth = NICHE_M
    length = math.dist(begin, end)
    gap = Gap.amid(length, width, height)
    back = transform.on_edge(
        wall((gap.low_m, depth), (gap.high_m, depth), 0.0, height, STONE), begin, end
    )
    plan = profile.rectangle(width, depth, (length / 2, depth / 2))
    mesh = [
        wall(begin, end, 0.0, WALL_TOP_M, STONE, [gap]),
        lining(begin, end, gap, depth, STONE_DARK),
        transform.on_edge(floor(plan, 0.0, FLOOR_DARK), begin, end),
        back,
    ]
    met = stops(begin, end, WALL_TOP_M, [gap], depth + 0.4)
    return as_part(merge(mesh), "niches"), (*met, *_behind(begin, end, gap, depth))


def _behind(begin: Point, end: Point, gap: Gap, depth: float) -> tuple[Prism, ...]:
    """What bodies meet of the back of a niche."""
    length = math.dist(begin, end)
    way = ((end[0] - begin[0]) / length, (end[1] - begin[1]) / length)
    back = (-way[1] * depth, way[0] * depth)
    a = (begin[0] + way[0] * gap.low_m + back[0], begin[1] + way[1] * gap.low_m + back[1])
    b = (begin[0] + way[0] * gap.high_m + back[0], begin[1] + way[1] * gap.high_m + back[1])
    return stops(a, b, WALL_TOP_M)


def _lattice(begin: Point, end: Point) -> MeshData:
    """The kerege of a yurt before dark stone."""
    length, (width, height) = math.dist(begin, end), LATTICE_M
    bars = ornament.lattice(width, height, 0.05, OAK_RED, cell_m=0.7, bar_m=0.07, border_m=0.12)
    placed = transform.move(bars, (length - width) / 2, -0.03, 0.55)
    made = [wall(begin, end, 0.0, WALL_TOP_M, STONE_DARK), transform.on_edge(placed, begin, end)]
    return as_part(merge(made), "kerege")


def _bands() -> MeshData:
    """A plinth of brass below, and a band of triangles above, round the room."""
    pieces = []
    for number in range(SIDES):
        begin, end = corner(number), corner(number + 1)
        length = math.dist(begin, end)
        woven = ornament.frieze(length, BAND_M, 0.03, BRASS, motif="triangles")
        pieces.append(transform.on_edge(woven, begin, end, 5.75))
        if number % 4 and number % 2:
            foot = block((0.0, -0.03, 0.0), (length, 0.0, 0.14), BRASS)
            pieces.append(transform.on_edge(foot, begin, end))
    return merge(pieces)
