"""Routes: lanes joined end to end, turning round where a street ends; most of them are loops."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from scipy.spatial import cKDTree

from almaty_tour.city.paint_rows import beside, stations
from almaty_tour.city.traffic_strands import CLEAR_M, Gate, Strand

F64 = npt.NDArray[np.float64]
Lane = tuple[int, int]
NEAR_M, AHEAD = 9.0, 0.75
ACROSS_M = 40.0
JOINT_M = 7.0
BEND_M, BEND_RAD = 9.0, 0.04
SHORTEST_M, TIGHTEST_M = 60.0, 3.0


@dataclass(frozen=True)
class Route:
    """A way that cars drive, on and on.

    Attributes:
        line: (n, 2) f8 metres; of a loop the last point is the first again.
        loop: whether it comes back; from an open end cars drive out of play.
        gates: the junctions on it, with stations along the line, in order.
        rank: of the smallest street on it. outer: whether it is a lane at the kerb.
    """

    line: F64
    loop: bool
    gates: tuple[Gate, ...]
    rank: int
    outer: bool


@dataclass(frozen=True)
class _Links:
    """Which lane follows which, and how much is cut off strands at their (start, end)."""

    after: dict[Lane, Lane]
    turned: set[Lane]
    cut_m: dict[int, tuple[float, float]]


def routes(strands: Sequence[Strand]) -> list[Route]:
    """All routes worth driving."""
    links = _linked(strands)
    before = set(links.after.values())
    lanes = [(s, k) for s, strand in enumerate(strands) for k in range(len(strand.lanes_m))]
    chains, seen = [], set[Lane]()
    for lane in [*(one for one in lanes if one not in before), *lanes]:
        if lane in seen:
            continue
        chain = [lane]
        while (after := links.after.get(chain[-1])) is not None and after != lane:
            chain.append(after)
        seen.update(chain)
        chains.append((chain, after == lane))
    made = (_route(strands, chain, loop, links) for chain, loop in chains)
    return [route for route in made if route is not None]


def _linked(strands: Sequence[Strand]) -> _Links:
    onward = _onward(strands)
    back = _back(strands, set(onward), set(onward.values()))
    after: dict[Lane, Lane] = {}
    turned: set[Lane] = set()
    for s, t in onward.items():
        for rank in range(min(len(strands[s].lanes_m), len(strands[t].lanes_m))):
            after[_from_kerb(strands, s, rank)] = _from_kerb(strands, t, rank)
    for s, t in back.items():
        for lane in range(min(len(strands[s].lanes_m), len(strands[t].lanes_m))):
            if _lane_apart_m(strands[s], strands[t], lane) > TIGHTEST_M:
                after[s, lane] = (t, lane)
                turned.add((s, lane))
    cut = {s: [JOINT_M, JOINT_M] for s in range(len(strands))}
    for s, t in back.items():
        room = _turning_m(strands[s], strands[t])
        cut[s][1] = _held_m(strands[s].gates, strands[s].length_m) + room
        cut[t][0] = _held_m(strands[s].gates, strands[s].length_m) + room
    return _Links(after, turned, {s: (pair[0], pair[1]) for s, pair in cut.items()})


def _from_kerb(strands: Sequence[Strand], s: int, rank: int) -> Lane:
    return s, len(strands[s].lanes_m) - 1 - rank


def _held_m(gates: Sequence[Gate], length_m: float) -> float:
    """How much of a strand's end lies behind the stop line of the junction it ends in."""
    at_end = [length_m - gate.stop_m for gate in gates if gate.exit_m >= length_m - 1.0]
    return max(at_end, default=0.0)


def _turning_m(out: Strand, home: Strand) -> float:
    last, first = len(out.lanes_m) - 1, len(home.lanes_m) - 1
    widest = out.lanes_m[-1 if last <= first else first] + home.lanes_m[min(last, first)]
    apart = float(np.hypot(*(out.line[-1] - home.line[0])))
    return max(2.0, (widest + apart) / 2.0)


def _lane_apart_m(out: Strand, home: Strand, lane: int) -> float:
    """From the end of a lane to the start of the one beside it that comes back."""
    end = beside(out.line, -out.lanes_m[lane])[-1]
    return float(np.hypot(*(beside(home.line, -home.lanes_m[lane])[0] - end)))


def _ends(strands: Sequence[Strand]) -> tuple[F64, F64, F64, F64]:
    """Last points and directions, first points and directions."""
    last = np.array([s.line[-1] for s in strands])
    first = np.array([s.line[0] for s in strands])
    leaving = np.array([_unit(s.line[-1] - s.line[-2]) for s in strands])
    coming = np.array([_unit(s.line[1] - s.line[0]) for s in strands])
    return last, leaving, first, coming


def _unit(step: F64) -> F64:
    return np.asarray(step / max(float(np.hypot(*step)), 1e-9))


def _onward(strands: Sequence[Strand]) -> dict[int, int]:
    """Strands that go on as another one, straight ahead; each is followed once."""
    last, leaving, first, coming = _ends(strands)
    pairs = []
    for s, near in enumerate(cKDTree(first).query_ball_point(last, NEAR_M)):
        for t in near:
            along = float(leaving[s] @ coming[t])
            if strands[t].road != strands[s].road and along > AHEAD:
                pairs.append((-along, s, t))
    return _matched(pairs)


def _back(strands: Sequence[Strand], gone: set[int], come: set[int]) -> dict[int, int]:
    """Strands whose cars turn round at the end, into the other direction of the street."""
    last, leaving, first, coming = _ends(strands)
    pairs = []
    for s, near in enumerate(cKDTree(first).query_ball_point(last, ACROSS_M)):
        for t in near:
            if s in gone or t in come or float(leaving[s] @ coming[t]) > -0.9:
                continue
            step = first[t] - last[s]
            left = float(leaving[s][0] * step[1] - leaving[s][1] * step[0])
            ahead = abs(float(leaving[s] @ step))
            same = strands[t].road == strands[s].road
            if same or (left > 4.0 and ahead < 15.0):
                pairs.append((float(np.hypot(*step)), s, t))
    return _matched(pairs)


def _matched(pairs: list[tuple[float, int, int]]) -> dict[int, int]:
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, s, t in sorted(pairs):
        if s not in found and t not in taken:
            found[s] = t
            taken.add(t)
    return found


def _route(
    strands: Sequence[Strand], chain: Sequence[Lane], loop: bool, links: _Links
) -> Route | None:
    parts = [_part(strands, lane, links) for lane in chain]
    if any(one.high_m - one.low_m < 4.0 for one in parts):
        return None
    places: list[tuple[F64, F64, int]] = []
    for number, one in enumerate(parts):
        before = parts[number - 1] if number or loop else one
        after = parts[(number + 1) % len(parts)] if number + 1 < len(parts) or loop else one
        for gate in one.gates:
            if gate.exit_m > one.low_m and gate.stop_m < one.high_m - 1.0:
                stop = _before(one, before, gate.stop_m)
                places.append((stop, _after(one, after, gate.exit_m), gate.phase))
    line = _joined([one.piece for one in parts], [one.turns for one in parts], loop)
    if float(stations(line)[-1]) < SHORTEST_M:
        return None
    rank = min(strands[s].rank for s, _ in chain)
    outer = all(lane == len(strands[s].lanes_m) - 1 for s, lane in chain)
    return Route(line, loop, _gates_on(line, places), rank, outer)


@dataclass(frozen=True)
class _Part:
    """A lane on a route: the middle of its street, the lane beside it, what of it is driven."""

    middle: F64
    lane: F64
    low_m: float
    high_m: float
    piece: F64
    gates: tuple[Gate, ...]
    turns: bool

    def place(self, at_m: float) -> F64:
        """(2,) a point of the lane."""
        at = float(np.clip(at_m, self.low_m, self.high_m))
        return points_at_of(self.middle, self.lane, at)


def _part(strands: Sequence[Strand], lane: Lane, links: _Links) -> _Part:
    strand = strands[lane[0]]
    low, high = links.cut_m[lane[0]][0], strand.length_m - links.cut_m[lane[0]][1]
    off = beside(strand.line, -strand.lanes_m[lane[1]])
    piece = _stretch(strand.line, off, low, max(high, low))
    return _Part(strand.line, off, low, high, piece, strand.gates, lane in links.turned)


def _before(one: _Part, before: _Part, at_m: float) -> F64:
    """A stop that may lie on the lane before."""
    if at_m >= one.low_m or before is one or before.turns:
        return one.place(at_m)
    return before.place(float(stations(before.middle)[-1]) + at_m)


def _after(one: _Part, after: _Part, at_m: float) -> F64:
    length = float(stations(one.middle)[-1])
    if at_m <= one.high_m or after is one or one.turns:
        return one.place(at_m)
    return after.place(at_m - length)


def points_at_of(middle: F64, line: F64, at_m: float) -> F64:
    """The point of a line beside another at a station of that other."""
    along = stations(middle)
    return np.array([np.interp(at_m, along, line[:, k]) for k in range(2)])


def _stretch(middle: F64, line: F64, from_m: float, to_m: float) -> F64:
    """The part of a line beside another between two stations of that other."""
    along = stations(middle)
    inside = line[(along > from_m + 0.5) & (along < to_m - 0.5)]
    ends = [points_at_of(middle, line, at) for at in (from_m, to_m)]
    return np.array([ends[0], *inside, ends[1]])


def _joined(pieces: Sequence[F64], turned: Sequence[bool], loop: bool) -> F64:
    """Pieces with curves between them and at their bends."""
    points: list[F64] = []
    for number, piece in enumerate(pieces):
        points.append(_rounded(piece))
        if number + 1 < len(pieces) or loop:
            after = pieces[(number + 1) % len(pieces)]
            points.append(_curve(piece, after, turned[number]))
    line = np.concatenate(points)
    if loop:
        line = np.concatenate([line, line[:1]])
    apart = np.hypot(*np.diff(line, axis=0).T)
    return line[np.r_[True, apart > 0.01]]


def _curve(piece: F64, after: F64, turned: bool) -> F64:
    """The inner points of a smooth curve from the end of one line to the start of another."""
    a, d = piece[-1], after[0]
    apart = float(np.hypot(*(d - a)))
    if apart < 0.1:
        return np.zeros((0, 2))
    hold = apart * (2.0 / 3.0 if turned else 0.36)
    b, c = a + _unit(a - piece[-2]) * hold, d - _unit(after[1] - d) * hold
    t = np.linspace(0.0, 1.0, 15 if turned else 7)[1:-1, None]
    return np.asarray(
        (1 - t) ** 3 * a + 3 * t * (1 - t) ** 2 * b + 3 * t**2 * (1 - t) * c + t**3 * d
    )


def _rounded(line: F64) -> F64:
    """Bends as curves."""
    made = [line[:1]]
    for before, corner, after in zip(line[:-2], line[1:-1], line[2:], strict=True):
        back, ahead = before - corner, after - corner
        turn = np.pi - np.arccos(np.clip(_unit(back) @ _unit(ahead), -1.0, 1.0))
        if turn < BEND_RAD:
            made.append(corner[None])
            continue
        cut = min(BEND_M * (1.0 + turn), 0.45 * np.hypot(*back), 0.45 * np.hypot(*ahead))
        a, c = corner + _unit(back) * cut, corner + _unit(ahead) * cut
        t = np.linspace(0.0, 1.0, 4 + int(turn / 0.12))[:, None]
        made.append((1 - t) ** 2 * a + 2 * t * (1 - t) * corner + t**2 * c)
    return np.concatenate([*made, line[-1:]])


def _gates_on(line: F64, places: Sequence[tuple[F64, F64, int]]) -> tuple[Gate, ...]:
    """Gates by their places, those that follow too closely made one."""
    if not places:
        return ()
    way = shapely.LineString(line)
    at = [np.asarray(shapely.line_locate_point(way, shapely.points([p[k] for p in places])))
          for k in (0, 1)]  # fmt: skip
    gates: list[Gate] = []
    for stop, past, (_, _, phase) in sorted(
        zip(*at, places, strict=True), key=lambda g: float(g[0])
    ):
        near = stop <= past <= stop + 200.0
        end = float(past if near else stop + CLEAR_M)
        if gates and stop < gates[-1].exit_m + 9.0:
            gates[-1] = Gate(gates[-1].stop_m, max(gates[-1].exit_m, end), gates[-1].phase)
        else:
            gates.append(Gate(float(stop), end, phase))
    return tuple(gates)
