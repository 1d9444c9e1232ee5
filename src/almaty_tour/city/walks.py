"""Ways on foot: pavements between junctions, round over the zebra crossings while cars wait.

People walk up one pavement of a street, cross at the junction, come down the other one and
cross back. Where a street has no two crossings they turn round on their own pavement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.base.files import write_atomic
from almaty_tour.base.rng import fraction, hashed
from almaty_tour.city.furniture import BENCH, Furniture
from almaty_tour.city.land import CENTRE
from almaty_tour.city.paint_nodes import MAIN, ZEBRA_HALF_M, Arm, Node
from almaty_tour.city.paint_roads import Road
from almaty_tour.city.paint_rows import beside, part, points_at, stations
from almaty_tour.city.paint_shapes import on_carriageways
from almaty_tour.city.traffic_strands import phases_of
from almaty_tour.scene.platoons import CYCLE_S
from almaty_tour.scene.walks_file import LEGS, NAME, SITS, WAITS, WalksFile

F64 = npt.NDArray[np.float64]
LEAST_M, CUT_M = 26.0, 1.4
KERB_M = 0.9
START_S, LATEST_S = 1.5, 26.0
SPEED_M_S = (1.05, 1.25)
NEAREST_M, FARTHEST_M = 6.5, 65.0
PROBE_M, DEEP_M = 5.0, 0.1
LIGHT_OFF_M = 0.6
EDGE_M = 0.45


@dataclass(frozen=True)
class Way:
    """A closed way on foot with its legs, arrays as in `WalksFile`; strips are on pavements."""

    line: F64
    strips: tuple[F64, ...]
    room_m: float
    people: int
    begins_s: tuple[float, ...]
    lasts_s: tuple[float, ...]
    from_m: tuple[float, ...]
    period_s: int
    beat_s: int


@dataclass(frozen=True)
class _Block:
    """A stretch of a street between two junctions, with the phases that its crossings have."""

    road: Road
    near: Arm
    far: Arm
    phases: tuple[int, int]

    @property
    def off_m(self) -> float:
        """From the middle of the street to the middle of its pavements."""
        section, look = self.road.section, self.road.look
        return self.road.half_m + section.spare_m + look.verge_m + look.pavement_m / 2.0

    @property
    def key(self) -> int:
        """A hash of where it lies."""
        return int(hashed(self.road.key, round(self.near.at_m))[0])


def make_walks(
    folder: Path,
    every: Sequence[Road],
    crossings: Sequence[Node],
    stops: F64,
    things: Furniture,
) -> str:
    """Writes `walks.npz` into `folder`, and tells what is in it."""
    found = ways(every, crossings)
    spots, spot = _spots(stops, things)
    lights, phase = traffic_lights(every, crossings)
    write_atomic(folder / NAME, packed(found, spots, spot, lights, phase).data())
    people = sum(way.people for way in found)
    return f"{people} people on {len(found)} ways, {len(spot)} at rest, {len(phase)} traffic lights"


def ways(every: Sequence[Road], crossings: Sequence[Node]) -> list[Way]:
    """All ways on foot along the main streets."""
    found: list[Way] = []
    for block in _blocks(every, crossings):
        round_ = _round(block)
        found += [round_] if round_ else _there_and_back(block)
    return _off_roads(found, every)


def _off_roads(found: list[Way], every: Sequence[Road]) -> list[Way]:
    """The ways whose strips no carriageway of a main street comes over."""
    main = [road for road in every if road.look.rank >= MAIN]
    probes = [shapely.get_coordinates(shapely.segmentize(shapely.linestrings(strip), PROBE_M))
              for way in found for strip in way.strips]  # fmt: skip
    owner = np.repeat(np.repeat(np.arange(len(found)), 2), [len(probe) for probe in probes])
    places = np.concatenate([np.zeros((0, 2)), *probes])
    bad = set(owner[on_carriageways(places, main, -DEEP_M)].tolist())
    return [way for number, way in enumerate(found) if number not in bad]


def _blocks(every: Sequence[Road], crossings: Sequence[Node]) -> list[_Block]:
    """The stretches of all roads between neighbouring junctions, by road and station."""
    arms: dict[int, list[tuple[float, int, Arm, int]]] = {}
    for node, phases in zip(crossings, phases_of(crossings, every), strict=True):
        for arm, phase in zip(node.arms, phases, strict=True):
            arms.setdefault(arm.road, []).append((arm.at_m, arm.way, arm, phase))
    found = []
    for number in sorted(arms):
        road = every[number]
        if road.look.rank < MAIN or road.look.pavement_m <= 0.0:
            continue
        mine = sorted(arms[number], key=lambda one: one[:2])
        for (_, way, near, a), (_, back, far, b) in pairwise(mine):
            if way > 0 > back and far.at_m - near.at_m > LEAST_M:
                found.append(_Block(road, near, far, (a, b)))
    return found


def _round(block: _Block) -> Way | None:
    """Up one pavement and down the other, over both zebra crossings."""
    near, far, road = block.near, block.far, block.road
    low, high = near.at_m + near.walk_m, far.at_m - far.walk_m
    if not (near.walk_m and far.walk_m) or road.section.median_side or high - low < LEAST_M:
        return None
    off, kerb = block.off_m, road.half_m + KERB_M
    up = beside(part(road.line, low + CUT_M, high - CUT_M), off)
    down = beside(part(road.line, low + CUT_M, high - CUT_M), -off)[::-1]
    over = _across(road, high, (off - CUT_M, kerb, -kerb, CUT_M - off))
    back = _across(road, low, (CUT_M - off, -kerb, kerb, off - CUT_M))
    line = np.concatenate([up, over, down, back, up[:1]])
    along = stations(line)
    ends = along[[0, len(up) + 1, len(up) + 4, len(up) + 4 + len(down) + 1]]
    length = np.diff([*ends, along[-1]]) / _speed(block)
    if max(length[1], length[3]) > LATEST_S:
        return None
    leaves = [START_S + (1 - phase) * CYCLE_S / 2.0 for phase in block.phases]
    first = leaves[0] + length[3]
    second = _next(first + length[0], leaves[1])
    third = second + length[1]
    fourth = _next(third + length[2], leaves[0])
    return Way(line, (up, down), _room(block), _people(block, along[-1]),
               (first, second, third, fourth), tuple(length), tuple(ends),
               round(fourth - leaves[0]), int(CYCLE_S))  # fmt: skip


def _next(after_s: float, leaves_s: float) -> float:
    """The first moment of a light, at `leaves_s` of each cycle, after another."""
    return float(leaves_s + CYCLE_S * np.ceil((after_s - leaves_s) / CYCLE_S))


def _across(road: Road, at_m: float, offs_m: Sequence[float]) -> F64:
    """Points across a road, by metres to its left."""
    point, ahead = points_at(road.line, at_m)
    left = np.array([-ahead[0, 1], ahead[0, 0]])
    return np.asarray(point + left * np.array(offs_m)[:, None])


def _there_and_back(block: _Block) -> list[Way]:
    """A way on each pavement, up on one half of it and down on the other."""
    found = []
    for side in (1, -1):
        if side == block.road.section.median_side:
            continue
        low = block.near.at_m + _held(block.near, side)
        high = block.far.at_m - _held(block.far, side)
        if high - low < LEAST_M:
            continue
        shift = 0.25 * block.road.look.pavement_m
        middle = part(block.road.line, low, high)
        up = beside(middle, side * block.off_m - shift)
        down = beside(middle, side * block.off_m + shift)[::-1]
        line = np.concatenate([up, down, up[:1]])
        along = stations(line)
        ends = along[-1] * np.arange(LEGS) / LEGS
        length = np.full(LEGS, along[-1] / LEGS / _speed(block))
        begins = np.concatenate([[0.0], np.cumsum(length)[:-1]])
        people = _people(block, along[-1])
        found.append(Way(line, (up, down), 0.5 * _room(block), people, tuple(begins), tuple(length),
                         tuple(ends), max(int(length.sum()) + 1, 2), 1))  # fmt: skip
    return found


def _held(arm: Arm, side: int) -> float:
    """How far from a junction the pavement of a side begins."""
    past = arm.past_m[0 if side * arm.way > 0 else 1]
    reach = past if past > 0.0 else arm.reach_m
    return max(reach, arm.walk_m + ZEBRA_HALF_M if arm.walk_m else 0.0) + 1.5


def _speed(block: _Block) -> float:
    """Of the slowest on a way."""
    return SPEED_M_S[0] + (SPEED_M_S[1] - SPEED_M_S[0]) * float(fraction(block.key, 2)[0])


def _room(block: _Block) -> float:
    return max(block.road.look.pavement_m / 2.0 - EDGE_M, 0.2)


def _people(block: _Block, length_m: float) -> int:
    """By day: dense in the old centre, few far out, more on large streets."""
    middle = points_at(block.road.line, (block.near.at_m + block.far.at_m) / 2.0)[0][0]
    far = float(np.hypot(*(middle - CENTRE * [0.3, 0.0])))
    share = np.clip(far / 7_500.0, 0.0, 1.0) ** 1.2
    apart = NEAREST_M + (FARTHEST_M - NEAREST_M) * share
    apart *= 1.0 if block.road.look.rank >= 3 else 1.6
    luck = 0.6 + 0.8 * float(fraction(block.key, 3)[0])
    return int(min(length_m / apart * luck + 0.5, 250.0))


def _spots(stops: F64, things: Furniture) -> tuple[F64, npt.NDArray[np.uint8]]:
    """Who waits in the shelters of stops and who sits on the benches of the streets."""
    key = np.rint(stops[:, :2]).astype(np.int64)
    rows, kinds = [np.zeros((0, 3))], [np.zeros(0, np.uint8)]
    for place in range(6):
        seeds = hashed(key[:, 0], key[:, 1], place, 61)
        here = fraction(seeds, 1) < 0.75 - 0.1 * place
        x = -2.6 + 1.05 * place + 0.5 * fraction(seeds, 2)
        y = -0.45 + 0.55 * fraction(seeds, 3)
        rows.append(_beside_stop(stops, x, y, (fraction(seeds, 4) - 0.5) * 1.6)[here])
        kinds.append(np.full(int(here.sum()), WAITS, np.uint8))
    bench = things.kind == BENCH
    at, yaw = things.xy[bench], things.yaw_rad[bench]
    for place, off in enumerate((-0.42, 0.4)):
        seeds = hashed(*np.rint(at * 10.0).astype(np.int64).T, place, 62)
        here = fraction(seeds, 1) < 0.4
        xy = at + np.stack([np.cos(yaw), np.sin(yaw)], axis=1) * off
        rows.append(np.column_stack([xy, yaw - np.pi / 2.0])[here])
        kinds.append(np.full(int(here.sum()), SITS, np.uint8))
    return np.concatenate(rows), np.concatenate(kinds)


def _beside_stop(stops: F64, x_m: F64, y_m: F64, turn: F64) -> F64:
    """(n, 3) places in the frames of shelters, whose front looks to -y."""
    cos, sin = np.cos(stops[:, 2]), np.sin(stops[:, 2])
    x = stops[:, 0] + cos * x_m - sin * y_m
    y = stops[:, 1] + sin * x_m + cos * y_m
    return np.column_stack([x, y, stops[:, 2] - np.pi / 2.0 + turn])


def traffic_lights(
    every: Sequence[Road], crossings: Sequence[Node]
) -> tuple[F64, npt.NDArray[np.uint8]]:
    """(g, 3) x, y and yaw of the lights before zebra crossings, and their phases.

    They stand in the verge on the right of who comes, on avenues in the middle too.
    """
    rows: list[tuple[float, float, float]] = []
    found: list[int] = []
    for node, phases in zip(crossings, phases_of(crossings, every), strict=True):
        for arm, phase in zip(node.arms, phases, strict=True):
            road = every[arm.road]
            if not arm.walk_m or road.section.median_side * arm.way > 0:
                continue
            at = arm.at_m + arm.way * (arm.walk_m + ZEBRA_HALF_M + 0.5)
            sides = (1, -1) if road.section.median_side else (1,)
            offs = [side * arm.way * (road.half_m + LIGHT_OFF_M) for side in sides]
            ahead = points_at(road.line, at)[1][0] * -arm.way
            yaw = float(np.arctan2(ahead[1], ahead[0]))
            rows += [(x, y, yaw) for x, y in _across(road, at, offs).tolist()]
            found += [phase] * len(sides)
    return np.array(rows, np.float64).reshape(-1, 3), np.array(found, np.uint8)


def packed(
    found: Sequence[Way], spots: F64, spot: npt.NDArray[np.uint8], lights: F64,
    phase: npt.NDArray[np.uint8],
) -> WalksFile:  # fmt: skip
    """Ways and places as arrays."""
    counts = [len(way.line) for way in found]
    none = np.zeros((0, 2))
    return WalksFile(
        points=np.concatenate([none, *(way.line for way in found)]).astype(np.float32),
        aside=np.concatenate([none, *(_aside(way.line) for way in found)]).astype(np.float32),
        first=np.concatenate([[0], np.cumsum(counts)]).astype(np.int32),
        room_m=np.array([way.room_m for way in found], np.float32),
        people=np.array([way.people for way in found], np.uint8),
        begins_s=_table([way.begins_s for way in found]),
        lasts_s=_table([way.lasts_s for way in found]),
        from_m=_table([way.from_m for way in found]),
        period_s=np.array([way.period_s for way in found], np.uint16),
        beat_s=np.array([way.beat_s for way in found], np.uint8),
        spots=np.asarray(spots, np.float32).reshape(-1, 3), spot=spot.astype(np.uint8),
        lights=np.asarray(lights, np.float32).reshape(-1, 3), phase=phase.astype(np.uint8),
    )  # fmt: skip


def _aside(line: F64) -> F64:
    """What a metre to the left is at each point of a closed way."""
    around = np.concatenate([line[-2:-1], line, line[1:2]])
    return beside(around, 1.0)[1:-1] - line


def _table(rows: Sequence[tuple[float, ...]]) -> npt.NDArray[np.float32]:
    return np.array(rows, np.float32).reshape(-1, LEGS)
