"""The story as a mountain range: every event a step on it, the four decisions its summits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from almaty_tour.content.history import Event

F32 = npt.NDArray[np.float32]

SUMMIT_ROOM, OLD_ROOM, OLD = 20.0, 3.0, 1850.0
"""Room along the range of a decision, and of an event before a year, against all others."""
SUMMITS = {"test_site": 0.74, "independence": 1.0, "constitution": 0.86, "currency": 0.78}
SHOULDER = 0.075
"""Half the foot of a summit, a share of the range."""
SAMPLES = 420
WAVES = ((3.0, 0.4, 0.10), (7.0, 2.1, 0.06), (17.0, 0.9, 0.035), (41.0, 4.0, 0.018))
"""Waves of the range between the summits: how many, phase, height."""
FAR_WAVES = ((4.0, 1.7, 0.12), (9.0, 0.2, 0.08), (23.0, 3.3, 0.04))


@dataclass(frozen=True)
class Ridge:
    """The range in shares of its rectangle, y upwards.

    Attributes:
        x: (n,) f4 of each event. summits: number of an event and its height, by decision.
        near, far: (k, 2) f4 outlines from left to right.
    """

    x: F32
    summits: tuple[tuple[int, float], ...]
    near: F32
    far: F32

    def height(self, x: F32) -> F32:
        """How high the near range is at a share of its length."""
        return np.interp(x, self.near[:, 0], self.near[:, 1]).astype(np.float32)


def ridge_of(events: Sequence[Event]) -> Ridge:
    """The range of events from the oldest on."""
    return _ridge(tuple(one.decision for one in events), sum(one.year < OLD for one in events))


@lru_cache(maxsize=4)
def _ridge(decisions: tuple[str, ...], old: int) -> Ridge:
    room = np.array([SUMMIT_ROOM if one else 1.0 for one in decisions], np.float64)
    room[:old] = OLD_ROOM
    x = (np.cumsum(room) - room / 2.0) / max(float(room.sum()), 1.0)
    summits = tuple((i, SUMMITS.get(one, 0.8)) for i, one in enumerate(decisions) if one)
    at = np.unique(np.concatenate([np.linspace(0.0, 1.0, SAMPLES), x]))
    height = 0.17 + _waves(at, WAVES)
    for i, top in summits:
        away = np.abs(at - x[i]) / SHOULDER
        slope = top * np.maximum(1.0 - away, 0.0) ** 1.25
        rough = 0.035 * np.sin(at * 310.0 + i) * np.minimum(away * 3.0, 1.0)
        height = np.maximum(height, slope + np.where(slope > 0.05, rough, 0.0))
    far = np.linspace(0.0, 1.0, SAMPLES // 3)
    behind = 0.34 + _waves(far, FAR_WAVES)
    return Ridge(x.astype(np.float32), summits, _outline(at, height), _outline(far, behind))


def year_marks(events: Sequence[Event], years: Sequence[int]) -> list[tuple[int, float]]:
    """Years and where they lie along the range: before the first event since."""
    x, marks = ridge_of(events).x, []
    for year in years:
        later = next((i for i, one in enumerate(events) if one.year >= year), None)
        if later is not None:
            before = x[later - 1] if later else 0.0
            marks.append((year, float(before + x[later]) / 2.0 if later else float(x[0])))
    return marks


def nearest(events: Sequence[Event], theme: str, share: float) -> str:
    """Id of the event of a theme that is nearest to a share of the range's length."""
    x = ridge_of(events).x
    told = [i for i, one in enumerate(events) if theme in ("", one.theme)]
    return events[min(told, key=lambda i: abs(float(x[i]) - share))].id


def _waves(x: npt.NDArray[np.float64], waves: tuple[tuple[float, float, float], ...]) -> F32:
    total = sum(high * np.abs(np.sin(np.pi * count * x + phase)) for count, phase, high in waves)
    return np.asarray(total, np.float32)


def _outline(x: npt.NDArray[np.float64], height: npt.ArrayLike) -> F32:
    return np.stack([x, np.asarray(height)], axis=1).astype(np.float32)
