"""The timetable of a route: where its platoons stop, when they go, and how fast they drive.

Every stop line has a green half of a cycle. A platoon leaves a stop line when its green
begins, passes the junctions that it reaches while they are green for all of it, and waits at
the next one. So everything is periodic, and no car ever meets crossing traffic.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.ndimage import minimum_filter1d

from almaty_tour.city.paint_rows import stations
from almaty_tour.city.traffic_routes import Route
from almaty_tour.city.traffic_strands import Gate
from almaty_tour.scene.platoons import CYCLE_S, MOST_CARS, farthest_m, latest_s

F64 = npt.NDArray[np.float64]
HALF_S = CYCLE_S / 2.0
GREEN_S = 28.5
FAST_M_S = {5: 16.0, 4: 14.0, 3: 13.0, 2: 11.5}
SPEED_UP, SLOW_DOWN, SIDEWAYS = 1.7, 2.0, 1.8
SLOWER_S = 15.0
OUT_M, LEAST_M = 60.0, 20.0
SLOT_M = 8.0
MOST_PASSED = 6


@dataclass(frozen=True)
class Hop:
    """From one stop line to the next.

    Attributes:
        start_m, length_m: along the route. leaves_s: when platoon 0 leaves.
        lasts_s: until it leaves the next stop line. driven_m: (n,) how far the first car is
            each second from leaving; the last is `length_m`.
    """

    start_m: float
    length_m: float
    leaves_s: float
    lasts_s: float
    driven_m: F64


@dataclass(frozen=True)
class Timetable:
    """The hops of a route, the most cars a platoon may have, and after how many platoons they
    are the same again (0 on an open route).
    """

    hops: tuple[Hop, ...]
    most_cars: int
    platoons: int


def timetable(route: Route) -> Timetable | None:
    """The timetable of a route, None where no car can drive safely."""
    length = float(stations(route.line)[-1])
    for cars in range(MOST_CARS, 0, -1):
        legs = _legs(route, length, cars)
        if legs is not None and _apart(legs, cars, route.loop):
            return _timed(legs, cars, route.loop)
    return None


Leg = tuple[float, float, int, float, F64]
"""Start, length, phase at the start, seconds until the next stop line is left, driven."""


def _legs(route: Route, length: float, cars: int) -> list[Leg] | None:
    gates = _gates(route, length, cars)
    limits = _limits(route, length, cars)
    best: dict[int, list[Leg]] = {0: []}
    for here in range(len(gates) - 1):
        if here not in best:
            continue
        for there in range(here + 1, min(here + MOST_PASSED + 2, len(gates))):
            passed = gates[here + 1 : there]
            if passed and not _green(gates[here], passed[-1:], limits, cars):
                break
            shorter = there in best and len(best[there]) <= len(best[here]) + 1
            leg = None if shorter else _leg(gates[here : there + 1], limits, cars)
            if leg is not None:
                best[there] = [*best[here], leg]
    return best.get(len(gates) - 1)


def _gates(route: Route, length: float, cars: int) -> list[Gate]:
    """Where a platoon can wait, from where it first does to where it does so again.

    On an open route cars drive in from behind its start, and on past its end, unseen.
    """
    gates = list(route.gates) or [Gate(length * 0.5, length * 0.5, 0)]
    if route.loop:
        first = _roomiest(gates, length)
        return gates[first:] + [_later(gate, length) for gate in gates[: first + 1]]
    far = length + farthest_m(cars) + OUT_M
    begin, end = Gate(0.0, 0.0, gates[0].phase), Gate(far, far, gates[-1].phase)
    return [begin, *(gate for gate in gates if gate.stop_m > LEAST_M), end]


def _leg(gates: Sequence[Gate], limits: F64, cars: int) -> Leg | None:
    """From the first gate to the last without a stop between, None where that is not safe."""
    here, there, crossed = gates[0], gates[-1], gates[:-1]
    if there.stop_m - crossed[-1].exit_m < farthest_m(cars) + 3.0:
        return None
    driven = _driven(limits, here.stop_m, there.stop_m)
    lasts = _lasts(driven, here.phase, there.phase)
    spaced = _spaced(driven, lasts, cars)
    if spaced is None or not _clears(spaced, here, crossed, cars):
        return None
    return here.stop_m, there.stop_m - here.stop_m, here.phase, lasts, spaced


def _roomiest(gates: Sequence[Gate], length: float) -> int:
    """The gate with most room before it."""
    before = [gates[k].stop_m - gates[k - 1].exit_m + (length if k == 0 else 0.0)
              for k in range(len(gates))]  # fmt: skip
    return int(np.argmax(before))


def _later(gate: Gate, by_m: float) -> Gate:
    return Gate(gate.stop_m + by_m, gate.exit_m + by_m, gate.phase)


def _green(here: Gate, crossed: Sequence[Gate], limits: F64, cars: int) -> bool:
    """Whether a whole platoon that leaves one stop line crosses all these gates at green."""
    if not crossed:
        return True
    far = crossed[-1].exit_m + farthest_m(cars)
    times = _times(limits, here.stop_m, far + 40.0)
    for gate in crossed:
        enters = times[_at(gate.stop_m - here.stop_m, times)]
        clears = times[_at(gate.exit_m + farthest_m(cars) - here.stop_m, times)] + latest_s(cars)
        shift = HALF_S * (here.phase - gate.phase)
        begin = (enters + shift + 0.25) % CYCLE_S - 0.25
        if begin + clears - enters > GREEN_S:
            return False
    return True


def _at(far_m: float, times: F64) -> int:
    return int(np.clip(round(far_m), 0, len(times) - 1))


def _limits(route: Route, length: float, cars: int) -> F64:
    """(n,) the most speed each metre: bends slow the whole platoon."""
    along = stations(route.line)
    count = max(int(length), 8)
    at = np.linspace(0.0, length, count, endpoint=False)
    step = np.diff(route.line, axis=0)
    angle = np.unwrap(np.arctan2(step[:, 1], step[:, 0]))
    middles = (along[:-1] + along[1:]) / 2.0
    turn = np.interp(at + 2.5, middles, angle) - np.interp(at - 2.5, middles, angle)
    bend = np.abs(turn) / 5.0
    fast = np.full(count, FAST_M_S.get(route.rank, 11.5))
    slow = np.minimum(fast, np.sqrt(SIDEWAYS / np.maximum(bend, 1e-4)))
    reach = int(farthest_m(cars)) + 4
    return np.asarray(np.minimum(slow, _least_before(slow, reach)))


def _least_before(values: F64, reach: int) -> F64:
    """(n,) the least of each value, the `reach` before it and a few after, round and round."""
    size = reach + 5
    return np.asarray(minimum_filter1d(values, size, origin=size // 2 - 4, mode="wrap"))


def _speeds(limits: F64, from_m: float, to_m: float, *, stops: bool) -> F64:
    """(n,) speeds each metre, starting at rest, ending at rest where it stops."""
    count = max(round(to_m - from_m), 2) + 1
    first = int(from_m)
    most = limits[np.arange(first, first + count) % len(limits)] ** 2
    most = np.minimum(most, 4e2)
    most[0] = 0.0
    if stops:
        most[-1] = 0.0
    at = np.arange(count)
    rising = 2.0 * SPEED_UP * at
    square = rising + np.minimum.accumulate(most - rising)
    falling = 2.0 * SLOW_DOWN * at
    square = (np.minimum.accumulate((square + falling)[::-1]))[::-1] - falling
    return np.asarray(np.sqrt(np.maximum(square, 0.0)))


def _times(limits: F64, from_m: float, to_m: float) -> F64:
    """(n,) seconds to each metre for a car that does not stop at the end."""
    return _seconds(_speeds(limits, from_m, to_m, stops=False))


def _seconds(speed: F64) -> F64:
    mean = (speed[:-1] + speed[1:]) / 2.0
    return np.concatenate([[0.0], np.cumsum(1.0 / np.maximum(mean, 0.4))])


def _driven(limits: F64, from_m: float, to_m: float) -> F64:
    """(n,) metres each second until the stop."""
    seconds = _seconds(_speeds(limits, from_m, to_m, stops=True))
    metres = np.linspace(0.0, to_m - from_m, len(seconds))
    at = np.arange(int(np.ceil(seconds[-1])) + 1)
    return np.interp(at, seconds, metres)


def _lasts(driven: F64, begins: int, ends: int) -> float:
    """Seconds until the first green of the next stop line after a platoon has come there."""
    offset = HALF_S * ((ends - begins) % 2)
    least = len(driven) + 1.5
    return float(offset + CYCLE_S * np.ceil((least - offset) / CYCLE_S))


def _spaced(driven: F64, lasts_s: float, cars: int) -> F64 | None:
    """The drive, slower where it would run into the end of the queue that is there before."""
    length = float(driven[-1])
    for slower_s in np.arange(0.0, SLOWER_S, 1.5):
        drive = _stretched(driven, slower_s)
        if len(drive) + 1.5 > lasts_s:
            return None
        gone = np.arange(len(drive)) + CYCLE_S - lasts_s - latest_s(cars)
        tail = length - farthest_m(cars) + 0.5 * SPEED_UP * np.maximum(gone - 0.5, 0.0) ** 2
        if (drive <= np.minimum(tail - SLOT_M, length) + 2e3 * (tail > length)).all():
            return drive
    return None


def _apart(legs: Sequence[Leg], cars: int, loop: bool) -> bool:
    """Whether the first car of each platoon stays behind the last of the one before it."""
    after = [*legs[1:], legs[0]] if loop else legs[1:]
    for (_, length, _, lasts, driven), (*_, going) in zip(legs, after, strict=False):
        since = np.arange(len(driven)) + CYCLE_S - lasts - latest_s(cars)
        tail = length - farthest_m(cars) + np.interp(since, np.arange(len(going)), going)
        if (driven > tail - SLOT_M + 1.0).any():
            return False
    return True


def _clears(driven: F64, here: Gate, crossed: Sequence[Gate], cars: int) -> bool:
    """Whether the last car of a platoon is past all gates in time, however slow it drives."""
    seconds = np.arange(len(driven))
    for gate in crossed:
        enters = float(np.interp(gate.stop_m - here.stop_m, driven, seconds))
        far = gate.exit_m + farthest_m(cars) - here.stop_m
        clears = float(np.interp(far, driven, seconds)) + latest_s(cars)
        shift = HALF_S * (here.phase - gate.phase)
        begin = (enters + shift + 0.25) % CYCLE_S - 0.25
        if begin + clears - enters > GREEN_S:
            return False
    return True


def _timed(legs: Sequence[Leg], cars: int, loop: bool) -> Timetable:
    """Legs one after the other: each platoon waits until the next green begins."""
    hops = []
    leaves = HALF_S * legs[0][2]
    first = leaves
    for start, length, _, lasts, driven in legs:
        hops.append(Hop(start, length, leaves, lasts, driven))
        leaves += lasts
    return Timetable(tuple(hops), cars, round((leaves - first) / CYCLE_S) if loop else 0)


def _stretched(driven: F64, by_s: float) -> F64:
    """The same drive, slower."""
    share = (len(driven) - 1) / (len(driven) - 1 + by_s)
    count = int(np.ceil((len(driven) - 1) / share)) + 1
    return np.asarray(np.interp(np.arange(count) * share, np.arange(len(driven)), driven))
