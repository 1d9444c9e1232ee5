"""People on foot, as closed functions of time.

Every person has a way that comes back to itself (`city.walks`), a place in time on it, a pace and
a place across the pavement. Where the way crosses a street, its timetable waits for the light.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction, hashed
from almaty_tour.scene.copies import spans
from almaty_tour.scene.cull import NearBoxes, Sides
from almaty_tour.scene.pieces import cut_to
from almaty_tour.scene.vertex import INSTANCE
from almaty_tour.scene.visible import Crowd
from almaty_tour.scene.walks_file import LEGS, SITS, WalksFile

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]
U8 = npt.NDArray[np.uint8]
Ground = Callable[[npt.ArrayLike, npt.ArrayLike], F64]

WHO: Final = ("man", "woman", "elder")
POSES: Final = ("a", "b", "c")
KINDS: Final = (
    *(f"person.{who}_{pose}" for who in WHO for pose in POSES), "person.man_sit",
    "person.woman_sit",
)  # fmt: skip
SEATED: Final = len(WHO) * len(POSES)
STANDING: Final = 1
STRIDE_M: Final = 1.45
STEPS: Final = np.array([0, 1, 2, 1], np.uint8)
FASTER: Final = 0.35
BACK_M, LATE_S, PAIR_M = 3.2, 2.5, 0.62
PAIRED: Final = 0.3
CHILD, PAIRED_CHILD = 0.1, 0.5
"""Shares of those who walk: behind another at his side; children, alone and at a side."""
ELDER: Final = 2
MEN, ADULTS = 0.44, 0.88
"""Shares up to which of a chance one is a man, and up to which a man or a woman."""
MOST: Final = 400
"""No more are drawn: the nearest."""
PIECE_M: Final = 24.0
NIGHT: Final = 0.05


@dataclass(frozen=True)
class Resting:
    """Who stands at stops and sits on benches.

    Attributes:
        places: (s, 3) f8 world. yaw, size, rank: (s,) f8; `rank` as of `People`.
        kind: (s,) u1 into `KINDS`. seed: (s,) u4.
    """

    places: F64
    yaw: F64
    size: F64
    rank: F64
    kind: U8
    seed: npt.NDArray[np.uint32]

    @cached_property
    def near(self) -> NearBoxes:
        """Finds them near an eye."""
        return NearBoxes(boxes_of(self.places))


@dataclass(frozen=True)
class People:
    """Who walks and who rests; w ways, n points, p people.

    Attributes:
        along_m: (n,) f8 station of each point on all ways as one long line. points: (n, 3) f8;
            slope: (n, 3) f8 what a metre moves on the piece that follows; aside, turn: (n, 2) f8
            a metre to the left, and how that changes in a metre.
        start_m, length_m: (w,) f8 of each way on the long line. boxes: (7, w) f4
            middle, half size and 1, around each way.
        legs: (4, 4 w) f8 of each leg: begin in the period, share done in a second, first station,
            metres. later_s: (3, w) f8 when all but the first begin.
        period_s: (w,) f8. base_s: (w,) f8 when leg 0 begins. first, count: (w,) i8 its people.
        way: (p,) i8. rank: (p,) f8, who walks while few are out. own: (5, p) f8 delay in
            seconds, pace, metres behind, metres aside, size. who: (p,) u1. seed: (p,) u4.
        rest: who stands and sits.
    """

    along_m: F64
    points: F64
    slope: F64
    aside: F64
    turn: F64
    start_m: F64
    length_m: F64
    boxes: F32
    legs: F64
    later_s: F64
    period_s: F64
    base_s: F64
    first: I64
    count: I64
    way: I64
    rank: F64
    own: F64
    who: U8
    seed: npt.NDArray[np.uint32]
    rest: Resting

    @cached_property
    def near(self) -> NearBoxes:
        """Finds ways near an eye."""
        return NearBoxes(self.boxes)


def people_of(file: WalksFile, ground: Ground) -> People:
    """The people of a file on the ground."""
    points, aside, first = _dense(file)
    step = np.hypot(*np.diff(points, axis=0).T)
    owner = np.repeat(np.arange(len(file.people)), np.diff(first))
    step = np.where(owner[1:] == owner[:-1], np.maximum(step, 1e-6), 1.0)
    along = np.concatenate([[0.0], np.cumsum(step)])[: len(points)]
    world = np.column_stack([points, ground(points[:, 0], points[:, 1])])
    metres = np.append(step, 1.0)[: len(points), None]
    start, end = along[first[:-1]], along[first[1:] - 1]
    begins = file.begins_s.astype(np.float64)
    leads = np.column_stack([file.from_m[:, 1:], end - start]) - file.from_m
    since = begins - begins[:, :1]
    legs = np.stack([since, 1.0 / file.lasts_s, file.from_m, leads]).astype(np.float64)
    count = file.people.astype(np.int64)
    way = np.repeat(np.arange(len(count)), count)
    number = np.arange(len(way)) - np.repeat(np.cumsum(count) - count, count)
    who, own, seed = _each(file, way, number)
    return People(
        along_m=along, points=world,
        slope=np.diff(world, axis=0, append=world[-1:]) / metres,
        aside=aside, turn=np.diff(aside, axis=0, append=aside[-1:]) / metres,
        start_m=start, length_m=end - start,
        boxes=_boxes(world, first),
        legs=legs.reshape(4, -1), later_s=np.ascontiguousarray(since[:, 1:].T),
        period_s=file.period_s.astype(np.float64), base_s=begins[:, 0],
        first=np.cumsum(count) - count, count=count, way=way,
        rank=(number + 0.5) / np.maximum(count[way], 1), own=own, who=who, seed=seed,
        rest=_resting(file, ground),
    )  # fmt: skip


def _dense(file: WalksFile) -> tuple[F64, F64, I64]:
    """The points with others between, for their heights; what is to the left; firsts."""
    points, aside = file.points.astype(np.float64), file.aside.astype(np.float64)
    owner = np.repeat(np.arange(len(file.people)), np.diff(file.first))
    cut = cut_to(points, owner, PIECE_M)
    dense = cut.of(points)
    first = np.append(cut.place[file.first[:-1]], len(dense))
    return dense, cut.of(aside), first.astype(np.int64)


def _resting(file: WalksFile, ground: Ground) -> Resting:
    key = hashed(*np.rint(file.spots[:, :2] * 10.0).astype(np.int64).T)
    kind = np.where(file.spot == SITS, SEATED + key % 2, key % 3 * 3 + STANDING)
    return Resting(
        places=on_ground(file.spots, ground),
        yaw=file.spots[:, 2].astype(np.float64), size=0.94 + 0.1 * fraction(key, 2),
        rank=fraction(key, 3), kind=kind.astype(np.uint8), seed=key,
    )  # fmt: skip


def on_ground(rows: F32, ground: Ground) -> F64:
    """(k, 3) world places of (k, 3) x, y and yaw."""
    at = rows[:, :2].astype(np.float64)
    return np.column_stack([at, ground(at[:, 0], at[:, 1])])


def _boxes(world: F64, first: I64) -> F32:
    """(7, w) middle, half size and 1 around the people of each way."""
    if len(first) < 2:
        return np.zeros((7, 0), np.float32)
    low = np.minimum.reduceat(world, first[:-1]).T - 2.0
    high = np.maximum.reduceat(world, first[:-1]).T + 2.0
    one = np.ones((1, len(first) - 1))
    boxes = np.concatenate([(low + high) / 2.0, (high - low) / 2.0, one])
    return np.ascontiguousarray(boxes, np.float32)  # by rows, as they are searched


def _each(file: WalksFile, way: I64, number: I64) -> tuple[U8, F64, npt.NDArray[np.uint32]]:
    """What makes each person: who, what is their own, seed. Some walk two and two."""
    paired = (number % 2 == 1) & (fraction(way, number // 2, 9) < PAIRED)
    leader = np.where(paired, number - 1, number)
    luck = [fraction(way, leader, k) for k in range(4)]
    beat, period = file.beat_s[way], file.period_s[way]
    delay = np.floor(luck[0] * (period / beat)) * beat + luck[1] * LATE_S
    room = file.room_m[way]
    aside = (2.0 * fraction(way, leader, 5) - 1.0) * room
    aside = np.where(paired, aside - np.copysign(np.minimum(PAIR_M, 2.0 * room), aside), aside)
    back = luck[3] * BACK_M
    chance = fraction(way, number, 6)
    child = chance < np.where(paired, PAIRED_CHILD, CHILD)
    tall = fraction(way, number, 7)
    size = np.where(child, 0.6 + 0.22 * tall, 0.93 + 0.13 * tall)
    who = np.searchsorted([MEN, ADULTS], fraction(way, number, 8), "right")
    who = np.where(child, who % ELDER, who)
    pace = np.where(who == ELDER, 1.0, 1.0 + FASTER * luck[2])
    pace = np.where(paired, 1.0 + FASTER * luck[2] * (fraction(way, leader, 8) < ADULTS), pace)
    own = np.stack([delay, pace, back, aside, size])
    return who.astype(np.uint8), np.asarray(own, np.float64), hashed(way, number, 10)


def out_share(sun_up: float) -> float:
    """How many are out by the height of the sun (sine): nearly nobody deep at night."""
    return min(max(1.0 + 2.6 * min(sun_up - 0.02, 0.0), NIGHT), 1.0)


def people_at(
    people: People,
    time_s: float,
    eye: F64,
    reach_m: float,
    share: float,
    sides: Sides | None = None,
) -> Crowd:
    """The people near an eye who are out, `MOST` at most: the nearest.

    Args:
        share: how many are out, 0 to 1.
        sides: of a view; who cannot be in it may be left out.
    """
    ways = people.near.at(eye, reach_m, sides)
    who = spans(people.first.take(ways), people.count.take(ways))
    who = who[people.rank.take(who) < share]
    resting = people.rest
    rest = resting.near.at(eye, reach_m, sides)
    rest = rest[resting.rank.take(rest) < share]
    if not len(who) and not len(rest):
        return Crowd(KINDS, np.zeros(0, np.uint8), np.zeros((0, 3)), np.zeros(0, INSTANCE))
    kind, places, yaw = walkers(people, who, time_s)
    kind = np.concatenate([kind, resting.kind.take(rest)])
    places = np.concatenate([places, resting.places.take(rest, 0)])
    yaw = np.concatenate([yaw, resting.yaw.take(rest)])
    size = np.concatenate([people.own[4].take(who), resting.size.take(rest)])
    seed = np.concatenate([people.seed.take(who), resting.seed.take(rest)])
    away = np.maximum.reduce(np.abs(places - eye), axis=1)
    near = (away < reach_m).nonzero()[0]
    if len(near) > MOST:
        near = near[np.argpartition(away[near], MOST)[:MOST]]
    rows = np.zeros(len(near), INSTANCE)
    rows["yaw_rad"], rows["scale"] = yaw.take(near), size.take(near)[:, None]
    rows["seed"] = seed.take(near)
    return Crowd(KINDS, kind.take(near), places.take(near, 0), rows)


def boxes_of(places: F64) -> F32:
    """(7, n) f4 boxes without size at (n, 3) places: middle, half size and 1."""
    boxes = np.zeros((7, len(places)), np.float32)
    boxes[:3], boxes[6] = places.T, 1.0
    return boxes


def walkers(people: People, who: I64, time_s: float) -> tuple[U8, F64, F64]:
    """Kind, world place and heading of some of those who walk."""
    way = people.way.take(who)
    delay, pace, back, aside, size = people.own.take(who, 1)
    since = (time_s - people.base_s.take(way) - delay) % people.period_s.take(way)
    later = people.later_s.take(way, 1)
    leg = way * LEGS + (since >= later[0]) + (since >= later[1]) + (since >= later[2])
    begins, per_s, start, leads_m = people.legs.take(leg, 1)
    gone = np.minimum((since - begins) * pace * per_s, 1.0)
    ahead = start + leads_m * gone
    along = people.start_m.take(way) + (ahead - back) % people.length_m.take(way)
    piece = people.along_m.searchsorted(along, "right") - 1
    over = (along - people.along_m.take(piece))[:, None]
    slope = people.slope.take(piece, 0)
    places = people.points.take(piece, 0) + slope * over
    across = people.aside.take(piece, 0) + people.turn.take(piece, 0) * over
    places[:, :2] += across * aside[:, None]
    step = STEPS[(ahead / (STRIDE_M * size) * 4.0 + delay * 7.0).astype(np.int64) % 4]
    pose = np.where(gone < 1.0, step, STANDING) + people.who.take(who) * len(POSES)
    return pose.astype(np.uint8), places, np.arctan2(slope[:, 1], slope[:, 0])
