"""People on foot and traffic lights, as closed functions of time.

Every person has a way that comes back to itself (`city.walks`), a place in time on it, a pace and
a place across the pavement. Where the way crosses a street, its timetable waits for the light.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction, hashed
from almaty_tour.scene.copies import spans
from almaty_tour.scene.platoons import CYCLE_S
from almaty_tour.scene.vertex import INSTANCE
from almaty_tour.scene.visible import Crowd
from almaty_tour.scene.walks_file import SITS, WalksFile

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
LIGHTS: Final = ("signal.green", "signal.amber", "signal.red")
GREEN_S, AMBER_S = 27.0, 30.0
STRIDE_M: Final = 1.45
STEPS: Final = np.array([0, 1, 2, 1], np.uint8)
FASTER: Final = 0.35
BACK_M, LATE_S, PAIR_M = 1.4, 3.0, 0.62
PAIRED: Final = 0.3
CHILD: Final = 0.1
MOST: Final = 400
"""No more are drawn: the nearest."""
PIECE_M: Final = 24.0
NIGHT: Final = 0.05


@dataclass(frozen=True)
class People:
    """Who walks, who rests, and the lights; w ways, n points, p people, s spots, g lights.

    Attributes:
        along_m: (n,) f8 station of each point on all ways as one long line. points: (n, 3) f8;
            slope: (n, 3) f8 what a metre moves on the piece that follows; aside, turn: (n, 2) f8
            a metre to the left, and how that changes in a metre.
        start_m, length_m: (w,) f8 of each way on the long line. boxes: (4, w) f8 middle and half.
        legs: (3, w, 4) f8 begin in the period, duration, first station; ends_m: (w, 4) f8.
        period_s: (w,) f8. base_s: (w,) f8 when leg 0 begins. first, count: (w,) i8 its people.
        way: (p,) i8. rank: (p,) f8, who walks while few are out. own: (5, p) f8 delay in
            seconds, pace, metres behind, metres aside, size. who: (p,) u1. seed: (p,) u4.
        spots: (s, 3) f8; spot_rows, spot_kind, spot_rank: who is there.
        lights: (g, 3) f8; light_rows, phase_s: when each turns green.
    """

    along_m: F64
    points: F64
    slope: F64
    aside: F64
    turn: F64
    start_m: F64
    length_m: F64
    boxes: F64
    legs: F64
    ends_m: F64
    period_s: F64
    base_s: F64
    first: I64
    count: I64
    way: I64
    rank: F64
    own: F64
    who: U8
    seed: npt.NDArray[np.uint32]
    spots: F64
    spot_rows: npt.NDArray[np.void]
    spot_kind: U8
    spot_rank: F64
    lights: F64
    light_rows: npt.NDArray[np.void]
    phase_s: F64


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
    low = np.minimum.reduceat(points, first[:-1]) if len(owner) else points
    high = np.maximum.reduceat(points, first[:-1]) if len(owner) else points
    legs = np.stack([begins - begins[:, :1], file.lasts_s, file.from_m]).astype(np.float64)
    count = file.people.astype(np.int64)
    way = np.repeat(np.arange(len(count)), count)
    number = np.arange(len(way)) - np.repeat(np.cumsum(count) - count, count)
    spots, spot_rows = _standing(file.spots, ground)
    lights, light_rows = _standing(file.lights, ground)
    key = hashed(*np.rint(file.spots[:, :2] * 10.0).astype(np.int64).T)
    spot_rows["seed"] = key
    spot_rows["scale"] = (0.94 + 0.1 * fraction(key, 2))[:, None]
    resting = np.where(file.spot == SITS, SEATED + key % 2, key % 3 * 3 + STANDING)
    who, own, seed = _each(file, way, number)
    return People(
        along_m=along, points=world,
        slope=np.diff(world, axis=0, append=world[-1:]) / metres,
        aside=aside, turn=np.diff(aside, axis=0, append=aside[-1:]) / metres,
        start_m=start, length_m=end - start,
        boxes=np.concatenate([(low + high).T / 2.0, (high - low).T / 2.0 + 2.0]),
        legs=legs, ends_m=np.column_stack([file.from_m[:, 1:], end - start]).astype(np.float64),
        period_s=file.period_s.astype(np.float64), base_s=begins[:, 0] if len(count) else along,
        first=np.cumsum(count) - count, count=count, way=way,
        rank=(number + 0.5) / np.maximum(count[way], 1), own=own, who=who, seed=seed,
        spots=spots, spot_rows=spot_rows, spot_kind=resting.astype(np.uint8),
        spot_rank=fraction(key, 3), lights=lights, light_rows=light_rows,
        phase_s=file.phase * (CYCLE_S / 2.0),
    )  # fmt: skip


def _dense(file: WalksFile) -> tuple[F64, F64, I64]:
    """The points with others between, for their heights; what is to the left; firsts."""
    points, aside = file.points.astype(np.float64), file.aside.astype(np.float64)
    owner = np.repeat(np.arange(len(file.people)), np.diff(file.first))
    size = np.hypot(*np.diff(points, axis=0).T)
    inner = owner[1:] == owner[:-1]
    parts = np.where(inner, np.maximum(np.ceil(size / PIECE_M), 1), 1).astype(np.int64)
    at = np.repeat(np.arange(len(parts)), parts)
    share = (np.arange(len(at)) - np.repeat(np.cumsum(parts) - parts, parts)) / parts[at]
    dense = [
        np.concatenate([one[:-1][at] + np.diff(one, axis=0)[at] * share[:, None], one[-1:]])
        for one in (points, aside)
    ]
    place = np.concatenate([[0], np.cumsum(parts)])[: len(points)]
    first = np.append(place[file.first[:-1]], len(dense[0]))
    return dense[0], dense[1], first.astype(np.int64)


def _standing(rows: npt.NDArray[np.float32], ground: Ground) -> tuple[F64, npt.NDArray[np.void]]:
    """World places and instance rows of (k, 3) x, y and yaw."""
    at = rows[:, :2].astype(np.float64)
    made = np.zeros(len(rows), INSTANCE)
    made["yaw_rad"], made["scale"] = rows[:, 2], 1.0
    return np.column_stack([at, ground(at[:, 0], at[:, 1])]), made


def _each(
    file: WalksFile, way: I64, number: I64
) -> tuple[U8, F64, npt.NDArray[np.uint32]]:
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
    child = paired & (chance < 0.5) | (chance < CHILD)
    size = np.where(child, 0.6 + 0.22 * fraction(way, number, 7),
                    0.93 + 0.13 * fraction(way, number, 7))  # fmt: skip
    who = np.searchsorted([0.44, 0.88], fraction(way, number, 8), "right")
    who = np.where(child, who % 2, who).astype(np.uint8)
    pace = np.where(who == 2, 1.0, 1.0 + FASTER * luck[2])
    pace = np.where(paired, 1.0 + FASTER * luck[2] * (fraction(way, leader, 8) < 0.88), pace)
    return who, np.stack([delay, pace, back, aside, size]), hashed(way, number, 10)


def out_share(sun_up: float) -> float:
    """How many are out by the height of the sun (sine): nearly nobody deep at night."""
    return float(np.clip(1.0 + 2.6 * min(sun_up - 0.02, 0.0), NIGHT, 1.0))


def people_at(people: People, time_s: float, eye: F64, reach_m: float, share: float) -> Crowd:
    """The people near an eye who are out, `MOST` at most: the nearest."""
    walk = _walking(people, time_s, eye, reach_m, share)
    rest = _resting(people, eye, reach_m, share)
    kind, places = (np.concatenate([a, b]) for a, b in zip(walk[:2], rest[:2], strict=True))
    rows = np.concatenate([walk[2], rest[2]])
    away = np.hypot(*(places[:, :2] - eye[:2]).T)
    near = np.flatnonzero(away < reach_m)
    if len(near) > MOST:
        near = near[np.argpartition(away[near], MOST)[:MOST]]
    return Crowd(KINDS, kind[near], places[near], rows[near])


Found = tuple[U8, F64, npt.NDArray[np.void]]


def _walking(people: People, time_s: float, eye: F64, reach_m: float, share: float) -> Found:
    outside = np.abs(people.boxes[:2] - eye[:2, None]) - people.boxes[2:]
    ways = np.flatnonzero(np.maximum(*outside) < reach_m)
    who = spans(people.first[ways], people.count[ways])
    return walkers(people, who[people.rank[who] < share], time_s)


def walkers(people: People, who: I64, time_s: float) -> Found:
    """Pose, world place and row of some of those who walk."""
    way = people.way[who]
    delay, pace, back, aside, size = people.own[:, who]
    period = people.period_s[way]
    since = (time_s - people.base_s[way] - delay) % period
    leg = (since[:, None] >= people.legs[0, way, 1:]).sum(axis=1)
    begins, lasts, start = people.legs[:, way, leg]
    gone = np.minimum((since - begins) * pace / lasts, 1.0)
    ahead = start + (people.ends_m[way, leg] - start) * gone
    along = people.start_m[way] + (ahead - back) % people.length_m[way]
    piece = np.searchsorted(people.along_m, along, "right") - 1
    over = (along - people.along_m[piece])[:, None]
    slope = people.slope[piece]
    places = people.points[piece] + slope * over
    places[:, :2] += (people.aside[piece] + people.turn[piece] * over) * aside[:, None]
    rows = np.zeros(len(who), INSTANCE)
    rows["yaw_rad"] = np.arctan2(slope[:, 1], slope[:, 0])
    rows["scale"], rows["seed"] = size[:, None], people.seed[who]
    step = STEPS[(ahead / (STRIDE_M * size) * 4.0 + delay * 7.0).astype(np.int64) % 4]
    pose = np.where(gone < 1.0, step, STANDING) + people.who[who] * len(POSES)
    return pose.astype(np.uint8), places, rows


def _resting(people: People, eye: F64, reach_m: float, share: float) -> Found:
    near = np.maximum(*np.abs(people.spots[:, :2] - eye[:2]).T) < reach_m
    near = np.flatnonzero(near & (people.spot_rank < share))
    return people.spot_kind[near], people.spots[near], people.spot_rows[near]


def lights_at(people: People, time_s: float, eye: F64, reach_m: float) -> Crowd:
    """The traffic lights near an eye."""
    near = np.flatnonzero(np.maximum(*np.abs(people.lights[:, :2] - eye[:2]).T) < reach_m)
    since = (time_s - people.phase_s[near]) % CYCLE_S
    kind = (since >= GREEN_S).astype(np.uint8) + (since >= AMBER_S)
    return Crowd(LIGHTS, kind, people.lights[near], people.light_rows[near])
