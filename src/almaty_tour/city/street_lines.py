"""Pieces of one street become whole lines: joined end to end, the second carriageway left out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.city.paint_rows import stations

F64 = npt.NDArray[np.float64]

TOUCH_M = 12.0
TWIN_M = 45.0
TWIN_SHARE = 0.9
STEP_M = 20.0


def length_m(line: F64) -> float:
    """Length of a (n, 2) line in metres."""
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


def resampled(line: F64, step_m: float = STEP_M) -> F64:
    """(k, 2) points of a line at equal steps of about `step_m`, its ends among them."""
    return spread(line, max(round(float(stations(line)[-1]) / step_m), 1) + 1)


def spread(line: F64, count: int) -> F64:
    """(count, 2) points of a line at equal steps, its ends among them."""
    along = stations(line)
    at = np.linspace(0.0, along[-1], count)
    return np.stack([np.interp(at, along, line[:, axis]) for axis in (0, 1)], axis=1)


def gap_m(a: F64, b: F64) -> float:
    """The least distance between two lines, to within a step."""
    one, other = resampled(a), resampled(b)
    return float(np.hypot(*(one[:, None] - other[None]).transpose(2, 0, 1)).min())


def chained(pieces: Sequence[F64]) -> list[F64]:
    """Lines joined where an end of one touches an end of another, straight on before round."""
    waiting, done = sorted(pieces, key=length_m, reverse=True), []
    while waiting:
        line = waiting.pop(0)
        while (found := _continuation(line, waiting)) is not None:
            number, ahead, turned = found
            other = waiting.pop(number)
            other = other[::-1] if turned else other
            line = np.vstack([line, other[1:]]) if ahead else np.vstack([other[:-1], line])
        done.append(line)
    return done


def _continuation(line: F64, others: Sequence[F64]) -> tuple[int, bool, bool] | None:
    """Which other goes on from an end: its number, whether at the far end, whether turned.

    Of several the straightest; one that turns back is the other carriageway and does not.
    """
    best, found = 0.3, None
    for number, other in enumerate(others):
        for ahead in (True, False):
            end, before = (line[-1], line[-2]) if ahead else (line[0], line[1])
            for turned in (False, True):
                first, second = _entry(other, ahead, turned)
                if np.hypot(*(first - end)) > TOUCH_M:
                    continue
                straight = float(_unit(end - before) @ _unit(second - first))
                if straight > best:
                    best, found = straight, (number, ahead, turned)
    return found


def _entry(other: F64, ahead: bool, turned: bool) -> tuple[F64, F64]:
    """The touching end of a piece and the point after it, as it would be put on."""
    begins = ahead != turned
    return (other[0], other[1]) if begins else (other[-1], other[-2])


def _unit(vector: F64) -> F64:
    return np.asarray(vector / max(float(np.hypot(*vector)), 1e-9))


def without_twins(lines: Sequence[F64]) -> list[F64]:
    """The lines without those that run beside a longer one: one carriageway of two."""
    kept: list[F64] = []
    for line in sorted(lines, key=length_m, reverse=True):
        points = resampled(line)
        if kept and _beside(points, np.vstack([resampled(one) for one in kept])) >= TWIN_SHARE:
            continue
        kept.append(line)
    return kept


def _beside(points: F64, others: F64) -> float:
    """The share of points that have one of the others within `TWIN_M`."""
    gaps = np.hypot(*(points[:, None] - others[None]).transpose(2, 0, 1)).min(axis=1)
    return float((gaps < TWIN_M).mean())
