"""Pieces of a film: a chain of hops, an orbit, a rest. Each begins and ends at rest."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from almaty_tour.base.easing import glide
from almaty_tour.base.spline import Spline, spline
from almaty_tour.camera.hop import Ground, hop_points, perceived_length
from almaty_tour.camera.view import EyeTarget, angles, forward

F64 = npt.NDArray[np.float64]
KNOTS_PER_HOP = 12
STROLL_TURN_M = 11.0
"""Metres of a walk that a turn by one radian is like."""


class Leg(Protocol):
    """A piece of a film of `duration_s`."""

    @property
    def duration_s(self) -> float:
        """Seconds from rest to rest."""

    def at(self, seconds: F64) -> tuple[F64, F64]:
        """(n, 3) eyes and (n, 3) targets at (n,) seconds from the leg's beginning."""


@dataclass(frozen=True)
class Rest:
    """The camera stands."""

    view: EyeTarget
    duration_s: float

    def at(self, seconds: F64) -> tuple[F64, F64]:
        count = len(seconds)
        return np.tile(self.view.eye, (count, 1)), np.tile(self.view.target, (count, 1))


@dataclass(frozen=True)
class Orbit:
    """The eye turns round its target by `turn_rad`, counter-clockwise seen from above."""

    view: EyeTarget
    turn_rad: float
    duration_s: float

    def at(self, seconds: F64) -> tuple[F64, F64]:
        angle = self.turn_rad * glide(seconds / max(self.duration_s, 1e-9), 0.35)
        offset = np.subtract(self.view.eye, self.view.target)
        cos, sin = np.cos(angle), np.sin(angle)
        turned = np.stack(
            [
                offset[0] * cos - offset[1] * sin,
                offset[0] * sin + offset[1] * cos,
                np.full(len(angle), offset[2]),
            ],
            axis=1,
        )
        targets = np.tile(self.view.target, (len(angle), 1))
        return targets + turned, targets

    @property
    def end(self) -> EyeTarget:
        """The view at the end of the turn."""
        eyes, _ = self.at(np.array([self.duration_s]))
        x, y, z = (float(value) for value in eyes[0])
        return EyeTarget((x, y, z), self.view.target)


@dataclass(frozen=True)
class Chain:
    """Hops through several views without a stop: one C2 curve for the eye, one for the look.

    The curve's parameter is the perceived length of the hops, so the picture moves evenly;
    `passes_s` are the seconds at which each view after the first is met.
    """

    path: Spline
    duration_s: float
    passes_s: tuple[float, ...]

    def at(self, seconds: F64) -> tuple[F64, F64]:
        share = glide(seconds / max(self.duration_s, 1e-9), _ramp(self.duration_s))
        points = self.path(share * self.path.knots[-1])
        return points[:, :3], points[:, 3:]


@dataclass(frozen=True)
class Stroll:
    """A walk through several views in a room: the eye and how it looks, each on one C2 curve.

    The look goes by its angles and not by what is looked at, so that no near thing whips past.
    `path` has columns east, north, up, heading, pitch, distance looked at.
    """

    path: Spline
    duration_s: float
    passes_s: tuple[float, ...]

    def at(self, seconds: F64) -> tuple[F64, F64]:
        share = glide(seconds / max(self.duration_s, 1e-9), _ramp(self.duration_s))
        points = self.path(share * self.path.knots[-1])
        eyes = points[:, :3]
        return eyes, eyes + forward(points[:, 3], points[:, 4]) * points[:, 5:]


def stroll_lengths(views: Sequence[EyeTarget]) -> F64:
    """(n - 1,) how long the way between views seems: metres, and turns that take time too."""
    rows = _looks(views)
    return np.asarray(
        np.maximum(np.hypot(
            np.linalg.norm(np.diff(rows[:, :3], axis=0), axis=1),
            STROLL_TURN_M * np.abs(np.diff(rows[:, 3])),
        ), 1e-3)
    )  # fmt: skip


def stroll(views: Sequence[EyeTarget], duration_s: float) -> Stroll:
    """The walk through `views` (two or more) in `duration_s`."""
    knots = np.concatenate([[0.0], np.cumsum(stroll_lengths(views))])
    passes = _seconds_at(knots[1:] / knots[-1], duration_s)
    return Stroll(spline(knots, _looks(views)), duration_s, tuple(passes.tolist()))


def _looks(views: Sequence[EyeTarget]) -> F64:
    """(n, 6) eyes, headings that never jump by a turn, pitches, distances."""
    eyes = np.array([view.eye for view in views])
    away = np.array([view.target for view in views]) - eyes
    heading, pitch = angles(away)
    distance = np.linalg.norm(away, axis=1)
    return np.column_stack([eyes, np.unwrap(heading), pitch, distance])


def chain(views: Sequence[EyeTarget], duration_s: float, ground: Ground) -> Chain:
    """The chain through `views` (two or more) in `duration_s`."""
    lengths = [max(perceived_length(a, b), 1e-3) for a, b in itertools.pairwise(views)]
    shares = np.arange(1, KNOTS_PER_HOP + 1) / KNOTS_PER_HOP
    knots, points = [np.zeros(1)], [np.hstack([views[0].eye, views[0].target])[None]]
    start = 0.0
    for first, second, length in zip(views, views[1:], lengths, strict=False):
        eyes, targets = hop_points(first, second, shares, ground)
        knots.append(start + length * shares)
        points.append(np.hstack([eyes, targets]))
        start += length
    path = spline(np.concatenate(knots), np.concatenate(points))
    passes = _seconds_at(np.cumsum(lengths) / start, duration_s)
    return Chain(path, duration_s, tuple(float(value) for value in passes))


def _ramp(duration_s: float) -> float:
    """Share of the time used to start: long hops start in about three seconds."""
    return min(max(3.0 / max(duration_s, 1e-9), 0.2), 0.45)


def _seconds_at(shares: F64, duration_s: float) -> F64:
    grid = np.linspace(0.0, 1.0, 2001)
    return np.asarray(np.interp(shares, glide(grid, _ramp(duration_s)), grid) * duration_s)
