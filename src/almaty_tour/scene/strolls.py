"""Strolls of the content joined to the ways on foot of the town."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

import numpy as np
import numpy.typing as npt

from almaty_tour.content.strolls import Stroll
from almaty_tour.geo.frame import to_local
from almaty_tour.scene.walks_file import LEGS, WalksFile

Kind = TypeVar("Kind", bound=np.number[Any])
F64 = npt.NDArray[np.float64]
Ground = Callable[[npt.ArrayLike, npt.ArrayLike], F64]
REST: Final = 0.08
"""Share of each leg's time that the slowest stand still."""
MARGIN_M: Final = 3.0


def with_strolls(file: WalksFile, strolls: Sequence[Stroll]) -> WalksFile:
    """The walks of a town with more ways."""
    if not strolls:
        return file
    lines = [_line(one) for one in strolls]
    lengths = np.array([_length_m(line) for line in lines])
    speeds = np.array([one.speed_m_s for one in strolls])
    period = np.clip(np.rint(lengths / speeds / (1.0 - REST)), LEGS, 60_000)
    leg = period[:, None] / LEGS
    steps = np.arange(LEGS)
    first = len(file.points) + np.cumsum([len(line) for line in lines])
    return replace(
        file,
        points=_joined(file.points, np.concatenate(lines)),
        aside=_joined(file.aside, np.concatenate([_aside(line) for line in lines])),
        first=_joined(file.first, first),
        room_m=_joined(file.room_m, [one.room_m for one in strolls]),
        people=_joined(file.people, [one.people for one in strolls]),
        begins_s=_joined(file.begins_s, leg * steps),
        lasts_s=_joined(file.lasts_s, np.repeat(leg * (1.0 - REST), LEGS, axis=1)),
        from_m=_joined(file.from_m, lengths[:, None] * steps / LEGS),
        period_s=_joined(file.period_s, period),
        beat_s=_joined(file.beat_s, np.ones(len(strolls))),
    )


def floors_of(ground: Ground, strolls: Sequence[Stroll]) -> Ground:
    """The ground under people: what strolls tell of where they lie, else the given one."""
    floors = [(_line(one), one.height_m) for one in strolls if one.height_m is not None]

    def height_m(x: npt.ArrayLike, y: npt.ArrayLike) -> F64:
        level = np.array(ground(x, y), np.float64)
        for line, floor_m in floors:
            (west, south), (east, north) = line.min(axis=0), line.max(axis=0)
            inside = (np.abs(np.subtract(x, (west + east) / 2)) < (east - west) / 2 + MARGIN_M) & (
                np.abs(np.subtract(y, (south + north) / 2)) < (north - south) / 2 + MARGIN_M
            )
            level = np.where(inside, floor_m, level)
        return level

    return height_m


def _joined(old: npt.NDArray[Kind], new: npt.ArrayLike) -> npt.NDArray[Kind]:
    return np.concatenate([old, np.asarray(new).astype(old.dtype)])


def _line(stroll: Stroll) -> F64:
    """(n, 2) metres of a closed way; one that is not closed leads back the same way."""
    line = np.stack(to_local(*np.transpose(stroll.line_deg)), axis=1)
    if stroll.line_deg[0] == stroll.line_deg[-1] and len(line) > 3:
        return line
    return np.concatenate([line, line[-2::-1]])


def _length_m(line: F64) -> float:
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


def _aside(line: F64) -> F64:
    """(n, 2) one metre to the left of the way at each point."""
    step = np.diff(line, axis=0, append=line[1:2])
    step /= np.maximum(np.linalg.norm(step, axis=1, keepdims=True), 1e-6)
    return np.stack([-step[:, 1], step[:, 0]], axis=1)
