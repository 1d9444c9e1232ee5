"""Cars that drive: where each one is, as a closed function of time.

A lane is a route with stop lines. Platoons of cars go from one stop line to the next in every
cycle of the lights (`scene.platoons`); which cars a platoon has follows from a hash of its
number. Nothing is remembered: equal times give equal cars.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import hashed, mix
from almaty_tour.scene.cull import NearBoxes, Sides
from almaty_tour.scene.imported import HideRaster
from almaty_tour.scene.pieces import cut_to
from almaty_tour.scene.platoons import (
    CYCLE_S,
    FARTHEST_M,
    KINDS,
    LATEST_S,
    MOST_CARS,
    PATTERNS,
    WITH_BUS,
    patterns,
)
from almaty_tour.scene.stillness import STEP_M, driven_share
from almaty_tour.scene.traffic_file import TrafficFile
from almaty_tour.scene.vertex import AXLE_M, INSTANCE, leaning
from almaty_tour.scene.visible import Crowd

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.intp]
U32 = npt.NDArray[np.uint32]
Ground = Callable[[npt.ArrayLike, npt.ArrayLike], F64]

PIECE_M: Final = 10.0
FADE_M: Final = 8.0
FULL: Final = (0.0, 0.0, 0.48, 0.62, 0.86, 0.95)
"""Share of the most cars in a platoon of the middle of the day, by rank of the street."""
BUS_SHARE: Final = 0.3
FULLEST: Final = 9.0
NEVER: Final = 1e9
_RANK: Final = np.arange(1, MOST_CARS + 1)


@dataclass(frozen=True)
class Ways:
    """All routes as one long line, in pieces.

    Attributes:
        along_m: (n,) f8 station of each point on the long line. points: (n, 3) f8 world.
        slope: (n, 3) f8 metres moved in each metre of the piece that follows.
    """

    along_m: F64
    points: F64
    slope: F64

    def at(self, along_m: F64) -> F64:
        """(k, 3) places."""
        piece = self.along_m.searchsorted(along_m, "right") - 1
        over = along_m - self.along_m.take(piece)
        return np.asarray(self.points.take(piece, 0) + self.slope.take(piece, 0) * over[:, None])


@dataclass(frozen=True)
class Traffic:
    """The traffic ready for use; l legs: what a platoon does in one cycle of a hop.

    Attributes:
        boxes: (7, l) f4 centre, half size and 1, around all cars of a leg.
        timing: (7, l) f8 when platoon 0 begins it; how long the hop goes on already then, and
            how long it lasts in all (seconds); most cars, and how many at noon; after how many
            platoons they are the same again; 1 where buses come.
        route, route_seed: (l,) u4 its number, and a hash of it.
        start_m: (l,) f8 station on the long line. first, last: (l,) i8 its samples.
        open: (l,) whether cars come into play or go at an end of the route.
        ends_m: (l, 2) f8 where the route begins and ends on the long line.
        driven_m: samples of all hops, one a second.
        ways: where stations are.
        share: size of cars every `STEP_M` of the long line, empty where all drive: less than
            1 where an imported map has other streets.
    """

    boxes: F32
    timing: F64
    route: U32
    route_seed: U32
    start_m: F64
    first: I64
    last: I64
    open: npt.NDArray[np.bool_]
    ends_m: F64
    driven_m: F32
    ways: Ways
    share: F32 = field(default_factory=lambda: np.zeros(0, np.float32))

    @cached_property
    def near(self) -> NearBoxes:
        """Finds legs near an eye."""
        return NearBoxes(self.boxes)


def traffic_of(file: TrafficFile, ground: Ground, hide: HideRaster | None = None) -> Traffic:
    """The traffic of a file on the ground, where it does not give way to an imported map."""
    ways, ends = _ways(file, ground)
    count = np.ceil(file.lasts / 2.0).astype(np.intp)
    hop = np.repeat(np.arange(len(count)), count)
    number = np.arange(len(hop)) - np.repeat(np.cumsum(count) - count, count)
    route = file.hop_route[hop].astype(np.intp)
    driven, first = _driven(file)
    length = np.diff(file.driven_first)[hop]
    late = np.asarray(number * CYCLE_S, np.float64)
    start = file.start_m[hop].astype(np.float64) + ends[route, 0]
    last = first[hop] + length
    return Traffic(
        boxes=_boxes(ways, ends[route], _reach(start, driven, first[hop], last, late)),
        timing=_timing(file, hop, route, late),
        route=route.astype(np.uint32),
        route_seed=hashed(route),
        start_m=start, first=first[hop], last=last, open=file.open[route] > 0,
        ends_m=ends[route], driven_m=driven, ways=ways, share=_share(ways, hide),
    )  # fmt: skip


def _share(ways: Ways, hide: HideRaster | None) -> F32:
    """How much of a car is shown along the long line; empty for all everywhere."""
    if hide is None:
        return np.zeros(0, np.float32)
    along = np.arange(0.0, float(ways.along_m[-1]), STEP_M)
    return driven_share(ways.at(along)[:, :2], hide)


def _timing(file: TrafficFile, hop: I64, route: I64, late: F64) -> F64:
    half_s = CYCLE_S / 2.0
    cars = file.cars[route].astype(np.float64)
    again = np.where(file.platoons == 0, NEVER, file.platoons)[route]
    full = np.array(FULL)[np.clip(file.rank[route], 0, len(FULL) - 1)]
    return np.stack([
        file.leaves[hop] * half_s + late, late, file.lasts[hop] * half_s, cars, cars * full, again,
        file.outer[route] > 0,
    ]).astype(np.float64)  # fmt: skip


def _ways(file: TrafficFile, ground: Ground) -> tuple[Ways, F64]:
    """The long line, and (r, 2) where each route begins and ends on it.

    Long pieces get points between, for their heights.
    """
    points = file.points.astype(np.float64)
    owner = np.repeat(np.arange(len(file.cars)), np.diff(file.first))
    cut = cut_to(points, owner, PIECE_M)
    dense = cut.of(points)
    size = np.where(owner[1:] == owner[:-1], np.hypot(*np.diff(points, axis=0).T), 1.0)
    metres = size[cut.piece] / cut.parts[cut.piece]
    along = np.concatenate([[0.0], np.cumsum(metres)])
    world = np.column_stack([dense, ground(dense[:, 0], dense[:, 1])])
    slope = np.diff(world, axis=0, append=world[-1:]) / np.append(metres, 1.0)[:, None]
    ends = np.stack(
        [along[cut.place[file.first[:-1]]], along[cut.place[file.first[1:] - 1]]], axis=1
    )
    return Ways(along, world, slope), ends


def _driven(file: TrafficFile) -> tuple[F32, I64]:
    """Metres from the start by seconds, padded for the spline, and where each hop begins."""
    count = np.diff(file.driven_first)
    total = np.cumsum(file.driven_mm, dtype=np.float64) / 1000.0
    before = np.concatenate([[0.0], total])[file.driven_first[:-1]]
    metres = total - np.repeat(before, count)
    padded = np.zeros(len(metres) + 5 * len(count), np.float32)
    first = file.driven_first[:-1].astype(np.intp) + 5 * np.arange(len(count)) + 1
    hop = np.repeat(np.arange(len(count)), count)
    padded[np.arange(len(metres)) + 5 * hop + 1] = metres
    for extra in range(4):
        padded[first + count + extra] = file.length_m
    return padded, first


def _reach(start: F64, driven: F32, first: I64, last: I64, late: F64) -> F64:
    """(l, 2) the stretch of the long line that the cars of each leg are on."""
    low = first + np.clip(late - LATEST_S - 2.0, 0, last - first).astype(np.intp)
    high = np.minimum(first + late.astype(np.intp) + int(CYCLE_S) + 2, last)
    return np.stack([start + driven[low] - FARTHEST_M - 2.0, start + driven[high] + 2.0], axis=1)


def _boxes(ways: Ways, ends: F64, reach: F64) -> F32:
    """(7, l) boxes around stretches of the long line, cut to their routes."""
    begin, end = np.clip(reach, ends[:, :1], ends[:, 1:]).T
    share = np.linspace(0.0, 1.0, 17)
    at = begin[:, None] + (end - begin)[:, None] * share
    places = ways.at(at.ravel()).reshape(*at.shape, 3)
    least, most = places.min(axis=1), places.max(axis=1)
    half = (most - least) / 2.0 + ((end - begin) / 32.0 + 4.0)[:, None]
    middle = (least + most) / 2.0
    boxes = np.concatenate([middle.T, half.T, np.ones((1, len(begin)))])
    return np.ascontiguousarray(boxes, np.float32)


def cars_at(
    traffic: Traffic,
    time_s: float,
    eye: F64,
    reach_m: float,
    share: float = 1.0,
    sides: Sides | None = None,
) -> Crowd:
    """The cars near an eye.

    Args:
        share: how full the streets are against the middle of the day, 0 to 1.
        sides: of a view; cars that cannot be in it may be left out.
    """
    legs = traffic.near.at(eye, reach_m, sides)
    if not len(legs):
        return Crowd(KINDS, np.zeros(0, np.uint8), np.zeros((0, 3)), np.zeros(0, INSTANCE))
    return _moved(traffic, *_present(traffic, legs, time_s, share))[0]


def every_car(traffic: Traffic, time_s: float) -> tuple[Crowd, I64, F64]:
    """Every car that there can be at a time, all platoons as long as they may be.

    With the (n,) number of each one's route and its (n,) station along that, metres.
    """
    legs = np.arange(len(traffic.route))
    leg, age, slot, seed = _present(traffic, legs, time_s, FULLEST)
    crowd, at = _moved(traffic, leg, age, slot, seed)
    return crowd, traffic.route[leg].astype(np.intp), at - traffic.ends_m[leg, 0]


def _present(traffic: Traffic, legs: I64, time_s: float, share: float) -> tuple[I64, F64, I64, U32]:
    """The cars on legs: leg, seconds since its hop began, place in the tables, platoon's hash."""
    base, late, lasts, most, full, again, bus = traffic.timing.take(legs, 1)
    turns = (time_s - base) / CYCLE_S
    platoon = np.floor(turns)
    age = (turns - platoon) * CYCLE_S + late
    seed = _seeds(traffic.route_seed[legs], platoon % again)
    chance = (seed >> np.uint32(16)) * (1.0 / 65536.0)
    cars = np.minimum(full * share * (0.35 + 1.3 * chance) + 0.5, most) * (age < lasts)
    row, rank = np.nonzero(cars[:, None] >= _RANK)
    return legs[row], age[row], _pattern(bus, seed)[row] + rank, seed[row]


def _seeds(routes: U32, numbers: F64) -> U32:
    """The hashes of routes and the numbers of platoons; `routes` are hashed already."""
    return mix(routes * np.uint32(31) + numbers.astype(np.int64).astype(np.uint32))


def _pattern(bus: F64, seed: U32) -> I64:
    """Where the pattern of each platoon begins in the flat tables."""
    number = (seed & np.uint32(WITH_BUS - 1)).astype(np.intp)
    busy = (seed >> np.uint32(8) & np.uint32(0xFF)) < bus * (256 * BUS_SHARE)
    return np.asarray((number + busy * (PATTERNS - WITH_BUS)) * MOST_CARS)


def _moved(traffic: Traffic, leg: I64, age: F64, slot: I64, seed: U32) -> tuple[Crowd, F64]:
    """The cars, and their stations on the long line."""
    table = patterns()
    first, last = traffic.first[leg], traffic.last[leg]
    since = np.minimum(np.maximum(age - table.delay_s.take(slot), 0.0), last - first)
    sample = since.astype(np.intp)
    over = since - sample
    sample += first
    driven = traffic.driven_m
    gone = (
        0.5 * (1.0 - over) ** 2 * driven.take(sample - 1)
        + (0.5 + over * (1.0 - over)) * driven.take(sample)
        + 0.5 * over**2 * driven.take(sample + 1)
    )
    at = traffic.start_m[leg] + gone - table.behind_m.take(slot)
    at, scale = _in_play(traffic, leg, at)
    ends = traffic.ways.at(np.concatenate([at - AXLE_M, at + AXLE_M]))
    back, front = ends[: len(at)], ends[len(at) :]
    ahead = front - back
    size = np.hypot(ahead[:, 0], ahead[:, 1])
    across = table.aside_m.take(slot) / size
    places = (front + back) / 2.0
    places[:, 0] += ahead[:, 1] * across
    places[:, 1] -= ahead[:, 0] * across
    rows = np.zeros(len(at), INSTANCE)
    rows["yaw_rad"] = leaning(np.arctan2(ahead[:, 1], ahead[:, 0]), ahead[:, 2] / size)
    rows["scale"], rows["seed"] = scale[:, None], seed + slot.astype(np.uint32)
    return Crowd(KINDS, table.kind.take(slot), places, rows), at


def _in_play(traffic: Traffic, leg: I64, at: F64) -> tuple[F64, F32]:
    """Stations kept on their routes, and scales: less than 1 at the end of an open route."""
    scale = np.ones(len(at), np.float32)
    if len(traffic.share):
        place = np.clip(np.rint(at / STEP_M).astype(np.intp), 0, len(traffic.share) - 1)
        scale = traffic.share[place]
    chosen = traffic.open.take(leg).nonzero()[0]
    if len(chosen):
        ends = traffic.ends_m[leg[chosen]]
        here = at[chosen]
        left = np.minimum(here - ends[:, 0], ends[:, 1] - here) / FADE_M
        scale[chosen] *= np.minimum(np.maximum(left, 0.0), 1.0).astype(np.float32)
        at[chosen] = np.minimum(np.maximum(here, ends[:, 0] + AXLE_M), ends[:, 1] - AXLE_M)
    return at, scale


def traffic_rows(
    traffic: Traffic, time_s: float, eye: F64, reach_m: float, share: float = 1.0
) -> dict[str, npt.NDArray[np.void]]:
    """Rows of `INSTANCE` relative to the eye, by kind."""
    crowd = cars_at(traffic, time_s, eye, reach_m, share)
    crowd.rows["position"] = crowd.places - eye
    return {
        name: crowd.rows[crowd.kind == number]
        for number, name in enumerate(KINDS)
        if (crowd.kind == number).any()
    }


def busy_share(sun_up: float) -> float:
    """How full the streets are by the height of the sun (sine): a third of it deep at night."""
    return min(max(1.0 + 3.2 * min(sun_up + 0.02, 0.0), 0.33), 1.0)
