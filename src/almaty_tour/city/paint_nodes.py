"""Where roads meet: the arms of every junction, their corners, and what they cut off the roads."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.city.paint_roads import Road
from almaty_tour.city.paint_shapes import Shapes, lines_of

F64 = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.intp]
TOUCH_M = 0.7
SAME_M = 4.0
STUB_M, LOOK_M = 3.0, 15.0
PARALLEL = 0.35
FARTHEST_M = 45.0
ACUTE, FORK_M, ISLAND_M = 0.2, 150.0, 32.0
ZEBRA_HALF_M, STOP_M = 2.0, 1.2
MAIN = 2


@dataclass(frozen=True)
class Arm:
    """A road as it leaves a junction.

    Attributes:
        road: its number. at_m: where along it the junction is. way: 1 along the line, -1 against.
        ahead: (2,) unit vector away from the junction. free_m: to the next junction.
        left_m, right_m: how far its kerbs are covered by the next arms on those sides.
        past_m: where the pavements of these arms are passed, left and right.
        walk_m: the middle of its zebra crossing, 0 without.
    """

    road: int
    at_m: float
    way: int
    ahead: F64
    half_m: float
    free_m: float
    left_m: float = 0.0
    right_m: float = 0.0
    past_m: tuple[float, float] = (0.0, 0.0)
    walk_m: float = 0.0

    @property
    def reach_m(self) -> float:
        """How far the other carriageways cover it."""
        return max(self.left_m, self.right_m)


@dataclass(frozen=True)
class Node:
    """A junction: its place and its arms, counter-clockwise from east."""

    xy: F64
    arms: tuple[Arm, ...]


def nodes(roads: Sequence[Road], least_rank: int = -1) -> list[Node]:
    """The junctions of three arms and more between the roads of a rank and above."""
    kept = [number for number, road in enumerate(roads) if road.look.rank >= least_rank]
    lines = lines_of(roads[number].line for number in kept)
    places, first, second = _meetings(lines)
    if not len(places):
        return []
    name, xy = _grouped(places)
    pairs = np.unique(np.stack([np.tile(name, 2), np.concatenate([first, second])], axis=1), axis=0)
    arms = _arms(lines, np.array([roads[n].half_m for n in kept]), pairs, xy, np.array(kept))
    found = []
    for place, mine in zip(xy, arms, strict=True):
        if len(mine) > 2:
            mine.sort(key=lambda arm: float(np.arctan2(arm.ahead[1], arm.ahead[0])))
            found.append(Node(place, tuple(mine)))
    return [_dressed(node, roads) for node in _freed(found)]


def _meetings(lines: Shapes) -> tuple[F64, Numbers, Numbers]:
    """Points where two lines touch or cross, and the numbers of the two."""
    first, second = shapely.STRtree(lines).query(lines, "dwithin", TOUCH_M)
    kept = first < second
    first, second = first[kept], second[kept]
    shared = shapely.intersection(lines[first], lines[second])
    empty = shapely.is_empty(shared)
    shared[empty] = shapely.get_point(shapely.shortest_line(lines[first], lines[second]), 0)[empty]
    xy, owner = shapely.get_coordinates(shared, return_index=True)
    return np.asarray(xy, np.float64), first[owner], second[owner]


def _grouped(places: F64) -> tuple[Numbers, F64]:
    """A number for each place, the same for those close to each other, and the groups' middles."""
    points = shapely.points(places)
    first, second = shapely.STRtree(points).query(points, "dwithin", SAME_M)
    group = np.arange(len(places))
    while True:
        least = group.copy()
        np.minimum.at(least, first, group[second])
        if (least == group).all():
            break
        group = least
    _, name = np.unique(group, return_inverse=True)
    count = np.bincount(name)[:, None]
    sums = np.stack([np.bincount(name, places[:, k]) for k in (0, 1)], axis=1)
    return name, np.asarray(sums / count)


def _arms(lines: Shapes, halves: F64, pairs: Numbers, xy: F64, kept: Numbers) -> list[list[Arm]]:
    """Per place the arms of the lines that (n, 2) pairs of place and line name."""
    place, line = pairs.T
    mine, length = lines[line], shapely.length(lines[line])
    at = shapely.line_locate_point(mine, shapely.points(xy[place]))
    here = shapely.get_coordinates(shapely.line_interpolate_point(mine, at))
    found: list[list[Arm]] = [[] for _ in xy]
    for way, free in ((1, length - at), (-1, at)):
        seen = shapely.line_interpolate_point(mine, at + way * np.minimum(free, LOOK_M))
        ahead = shapely.get_coordinates(seen) - here
        ahead /= np.maximum(np.hypot(*ahead.T), 1e-9)[:, None]
        for n in np.flatnonzero(free >= STUB_M).tolist():
            number, half = int(kept[line[n]]), float(halves[line[n]])
            arm = Arm(number, float(at[n]), way, ahead[n], half, float(free[n]))
            found[place[n]].append(arm)
    return found


def _freed(found: list[Node]) -> list[Node]:
    """Arms that know how far it is to the next junction of their road."""
    places: dict[int, list[float]] = {}
    for node in found:
        for arm in node.arms:
            places.setdefault(arm.road, []).append(arm.at_m)
    at = {road: sorted(set(stations)) for road, stations in places.items()}
    return [
        replace(node, arms=tuple(_free(arm, at[arm.road]) for arm in node.arms)) for node in found
    ]


def _free(arm: Arm, at: list[float]) -> Arm:
    """An arm whose free length ends at the next of the sorted junctions."""
    if arm.way > 0:
        number = bisect_right(at, arm.at_m + 0.5)
        gap = at[number] - arm.at_m if number < len(at) else arm.free_m
    else:
        number = bisect_left(at, arm.at_m - 0.5) - 1
        gap = arm.at_m - at[number] if number >= 0 else arm.free_m
    return replace(arm, free_m=min(arm.free_m, gap))


def _dressed(node: Node, roads: Sequence[Road]) -> Node:
    """Arms with their reach and zebra crossings."""
    count = len(node.arms)
    dressed = []
    for number, arm in enumerate(node.arms):
        sides, past, walk = [], [], 0.0
        for other, turn in ((node.arms[(number + 1) % count], 1), (node.arms[number - 1], -1)):
            reach, sine = _corner_m(arm, other, turn)
            aside = _aside(roads[other.road], other, -turn)
            sides.append(reach)
            past.append(reach + aside[1] / max(sine, PARALLEL) if reach > 0.0 else 0.0)
            if reach > 0.0 and sine > PARALLEL and roads[other.road].look.rank >= MAIN:
                walk = max(walk, reach + aside[0] / sine)
        main = roads[arm.road].look.rank >= MAIN
        room = arm.free_m - max(sides) > 30.0 and walk < FARTHEST_M
        walk = walk if main and room else 0.0
        left, right = sides
        past_m = past[0], past[1]
        dressed.append(replace(arm, left_m=left, right_m=right, past_m=past_m, walk_m=walk))
    return replace(node, arms=tuple(dressed))


def _aside(road: Road, arm: Arm, turn: int) -> tuple[float, float]:
    """Kerb to the middle and the far edge of the pavement, left (1) or right (-1) of an arm."""
    look, section = road.look, road.section
    outer = section.median_side * arm.way != turn
    near = (section.spare_m if outer else 0.0) + look.verge_m
    return near + look.pavement_m / 2.0, near + look.pavement_m


def _corner_m(arm: Arm, other: Arm, turn: int) -> tuple[float, float]:
    """How far along `arm` the kerb of the next arm on a side (1 left) meets its own, and the sine.

    0 where the next arm goes straight on or lies beyond.
    """
    cosine = float(arm.ahead @ other.ahead)
    sine = turn * float(arm.ahead[0] * other.ahead[1] - arm.ahead[1] * other.ahead[0])
    if abs(sine) < ACUTE:
        apart = (other.half_m + arm.half_m) / max(abs(sine), 0.05)
        return (min(arm.free_m, apart, FORK_M) if cosine > 0.0 else 0.0), abs(sine)
    if sine < 0.0:
        return 0.0, -sine
    return float(np.clip((other.half_m + arm.half_m * cosine) / sine, 0.0, FARTHEST_M)), sine


@dataclass(frozen=True)
class Corner:
    """A kerb rounded between two arms: its (n, 2) arc; the kerbs would meet at the (2,) tip."""

    arc: F64
    tip: F64
    rank: int
    roads: tuple[int, int]


def corners(node: Node, roads: Sequence[Road], coarse: Sequence[bool]) -> list[Corner]:
    """The rounded corners of a junction; just cut off between two `coarse` roads."""
    found = []
    for number, arm in enumerate(node.arms):
        corner = _corner(node, arm, node.arms[(number + 1) % len(node.arms)], roads, coarse)
        if corner is not None:
            found.append(corner)
    return found


def _corner(
    node: Node, right: Arm, left: Arm, roads: Sequence[Road], coarse: Sequence[bool]
) -> Corner | None:
    """Between the left kerb of `right` and the right kerb of `left`, `left` being next."""
    (ux, uy), (vx, vy) = right.ahead.tolist(), left.ahead.tolist()
    sine, cosine = ux * vy - uy * vx, ux * vx + uy * vy
    looks = roads[right.road].look, roads[left.road].look
    radius = min(looks[0].corner_m, looks[1].corner_m)
    if sine < 0.3 or radius <= 0.0:
        return None
    tangent = (1.0 + cosine) / sine  # 1 / tan of half the angle
    along = (left.half_m + right.half_m * cosine) / sine
    beyond = (right.half_m + left.half_m * cosine) / sine
    island = max(right.free_m, left.free_m) < ISLAND_M
    gaps = right.free_m - along, left.free_m - beyond
    radius = min(radius, min(gaps) * 0.5 / max(tangent, 1e-6))
    if radius < 1.0 or max(along, beyond) > FARTHEST_M:
        return None
    x, y = node.xy.tolist()
    tip = x + ux * along - uy * right.half_m, y + uy * along + ux * right.half_m
    ends = (right.road, left.road)
    if island:  # between four carriageways: a patch of asphalt, no kerbs
        start, end = tip[0] + ux * gaps[0], tip[1] + uy * gaps[0]
        arc = np.array([[start, end], [tip[0] + vx * gaps[1], tip[1] + vy * gaps[1]]])
        return Corner(arc, np.array(tip), min(looks[0].rank, looks[1].rank), ends)
    reach = radius * tangent
    middle = tip[0] + ux * reach - uy * radius, tip[1] + uy * reach + ux * radius
    turn = -math.acos(max(-1.0, min(1.0, -cosine)))
    rank = min(looks[0].rank, looks[1].rank)
    plain = coarse[right.road] and coarse[left.road]
    count = 1 if plain else max(2, math.ceil(-turn / (0.4 if rank >= MAIN else 0.8)))
    first = math.atan2(-ux, uy)
    angles = first + np.linspace(0.0, turn, count + 1)
    arc = np.stack([np.cos(angles), np.sin(angles)], axis=1) * radius + middle
    return Corner(arc, np.array(tip), rank, ends)


def cuts(found: Sequence[Node], count: int, extra_m: float = 0.0) -> list[F64]:
    """Per road the (k, 2) stretches in metres along it that markings leave free."""
    per: list[list[tuple[float, float]]] = [[] for _ in range(count)]
    for node in found:
        for arm in node.arms:
            far = arm.walk_m + ZEBRA_HALF_M + STOP_M if arm.walk_m else arm.reach_m
            per[arm.road].append(_stretch(arm, 0.0, far + extra_m))
    return [_table(stretches) for stretches in per]


def side_cuts(found: Sequence[Node], count: int, side: int) -> list[F64]:
    """Per road the (k, 2) stretches without verge and aryk on its left (1) or right (-1)."""
    per: list[list[tuple[float, float]]] = [[] for _ in range(count)]
    for node in found:
        for arm in node.arms:
            reach = arm.past_m[0 if side * arm.way > 0 else 1]
            low = 0.0 if reach else arm.walk_m - ZEBRA_HALF_M
            if arm.walk_m:
                per[arm.road].append(_stretch(arm, low, arm.walk_m + ZEBRA_HALF_M))
            elif reach:
                per[arm.road].append(_stretch(arm, 0.0, reach + 0.2))
    return [_table(stretches) for stretches in per]


def _stretch(arm: Arm, near_m: float, far_m: float) -> tuple[float, float]:
    low, high = sorted((arm.at_m + near_m * arm.way, arm.at_m + far_m * arm.way))
    return low, high


def _table(stretches: list[tuple[float, float]]) -> F64:
    return np.array(stretches, np.float64).reshape(-1, 2)
