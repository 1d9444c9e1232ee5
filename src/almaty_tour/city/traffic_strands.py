"""Directions of streets with their lanes and the junctions on them, for the traffic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from almaty_tour.city.land import GRID_TURN_RAD
from almaty_tour.city.paint_looks import LANE_M
from almaty_tour.city.paint_nodes import MAIN, STOP_M, ZEBRA_HALF_M, Arm, Node
from almaty_tour.city.paint_roads import Road
from almaty_tour.city.paint_rows import stations

F64 = npt.NDArray[np.float64]
CLEAR_M = 2.0
HOOK_M, HOOK = 45.0, 0.6
CLOSE_M, ALONG = 36.0, 0.84


@dataclass(frozen=True)
class Gate:
    """A junction on a strand.

    Attributes:
        stop_m, exit_m: where cars stop before it and where they are past it, metres along.
        phase: the half of the cycle, 0 or 1, in which the strand may go.
    """

    stop_m: float
    exit_m: float
    phase: int


@dataclass(frozen=True)
class Strand:
    """One direction of a road.

    Attributes:
        road: its number. line: (n, 2) in the direction of travel.
        lanes_m: how far each lane is to the right of the line, the innermost first.
        half_m: from the line to the kerb. gates: in order.
    """

    road: int
    kind: str
    rank: int
    line: F64
    lanes_m: tuple[float, ...]
    half_m: float
    gates: tuple[Gate, ...]

    @property
    def length_m(self) -> float:
        """Along the line."""
        return float(stations(self.line)[-1])


def strands(roads: Sequence[Road], nodes: Sequence[Node]) -> list[Strand]:
    """The directions of all main roads; `nodes` are the junctions between them."""
    gates = _gates(roads, nodes)
    found = []
    for number, road in enumerate(roads):
        if road.look.rank < MAIN:
            continue
        one_way = road.section.median_side
        ways = (1, -1) if one_way == 0 else (one_way,)
        if one_way == 0 and (side := _doubled(_without_hooks(road.line)[0])):
            ways = (side,)
        for way in ways:
            line, before_m = _without_hooks(road.line if way > 0 else road.line[::-1])
            mine = _moved(gates.get((number, way), []), before_m, float(stations(line)[-1]))
            lanes = _lanes(road.half_m, one_way=one_way != 0)
            found.append(Strand(number, road.section.kind, road.look.rank, line, lanes,
                                road.half_m, mine))  # fmt: skip
    return found


def _doubled(line: F64) -> int:
    """Whether a line goes out and comes back beside itself: the way to drive it, else 0."""
    step = np.diff(line, axis=0)
    size = np.hypot(*step.T)
    along = (step[1:] * step[:-1]).sum(axis=1) / np.maximum(size[1:] * size[:-1], 1e-9)
    closed = float(np.hypot(*(line[-1] - line[0]))) < 0.15 * float(size.sum())
    if not closed and not (along < -0.8).any():
        return 0
    x, y = line.T
    area = float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum() + x[-1] * y[0] - x[0] * y[-1])
    return 1 if area >= 0.0 else -1


def _without_hooks(line: F64) -> tuple[F64, float]:
    """A line without sharp turns in its first and last metres, and what its start has lost."""
    lost = 0.0
    while len(line) > 2 and _hooked(line):
        lost += float(np.hypot(*(line[1] - line[0])))
        line = line[1:]
    while len(line) > 2 and _hooked(line[::-1]):
        line = line[:-1]
    return line, lost


def _hooked(line: F64) -> bool:
    first, second = line[1] - line[0], line[2] - line[1]
    sizes = float(np.hypot(*first)), float(np.hypot(*second))
    turned = float(first @ second) < HOOK * sizes[0] * sizes[1]
    return sizes[0] < 3.0 or (sizes[0] < HOOK_M and turned)


def _moved(gates: Sequence[Gate], by_m: float, length_m: float) -> tuple[Gate, ...]:
    moved = [Gate(min(g.stop_m - by_m, length_m), min(g.exit_m - by_m, length_m), g.phase)
             for g in gates]  # fmt: skip
    kept = [gate for gate in moved if gate.exit_m > 0.0]
    return tuple(sorted(kept, key=lambda gate: gate.stop_m))


def _lanes(half_m: float, *, one_way: bool) -> tuple[float, ...]:
    width_m = 2.0 * half_m if one_way else half_m
    count = max(1, int(width_m / LANE_M + 1e-6))
    first = -count * LANE_M / 2.0 if one_way else 0.0
    return tuple(first + (lane + 0.5) * LANE_M for lane in range(count))


def _gates(roads: Sequence[Road], nodes: Sequence[Node]) -> dict[tuple[int, int], list[Gate]]:
    lengths = [float(stations(road.line)[-1]) for road in roads]
    found: dict[tuple[int, int], list[Gate]] = {}
    for node, phases in zip(nodes, phases_of(nodes, roads), strict=True):
        for road in {arm.road for arm in node.arms}:
            arms = {arm.way: (arm, phase) for arm, phase in zip(node.arms, phases, strict=True)
                    if arm.road == road}  # fmt: skip
            at = next(iter(arms.values()))[0].at_m
            for way in (1, -1):
                behind, ahead = arms.get(-way), arms.get(way)
                here = at if way > 0 else lengths[road] - at
                known = behind or ahead
                assert known is not None
                stop = here - (_stop_m(behind[0]) if behind else 0.0)
                past = here + (ahead[0].reach_m + CLEAR_M if ahead else 0.0)
                found.setdefault((road, way), []).append(Gate(stop, past, known[1]))
    return found


def _stop_m(arm: Arm) -> float:
    """From the junction back to where the first car's middle waits."""
    line = arm.walk_m + ZEBRA_HALF_M + STOP_M if arm.walk_m else arm.reach_m + CLEAR_M
    return line + 2.8


def phases_of(nodes: Sequence[Node], roads: Sequence[Road]) -> list[list[int]]:
    """The phase of each arm of each junction: those along the largest road have one, those
    across the other; junctions close together are one.
    """
    found: list[list[int]] = [[] for _ in nodes]
    for group in _clusters(nodes):
        arms = [arm for number in group for arm in nodes[number].arms]
        largest = max(arms, key=lambda arm: (roads[arm.road].look.rank, arm.half_m, -arm.road))
        heading = float(np.arctan2(largest.ahead[1], largest.ahead[0])) - GRID_TURN_RAD
        first = int(abs(np.sin(heading)) > abs(np.cos(heading)))
        for number in group:
            found[number] = [
                first if abs(float(arm.ahead @ largest.ahead)) > ALONG else 1 - first
                for arm in nodes[number].arms
            ]
    return found


def _clusters(nodes: Sequence[Node]) -> list[list[int]]:
    """Numbers of junctions by groups that are close to each other."""
    if not nodes:
        return []
    pairs = cKDTree(np.array([node.xy for node in nodes])).query_pairs(
        CLOSE_M, output_type="ndarray"
    )
    links = coo_array((np.ones(len(pairs)), pairs.T), shape=(len(nodes), len(nodes)))
    _, label = connected_components(links, directed=False)
    order = np.argsort(label, kind="stable")
    ends = np.flatnonzero(np.diff(label[order])) + 1
    return [group.tolist() for group in np.split(order, ends)]
